"""Whether a fact says who leads and of what rank somebody is, as a sentence does."""

import re
from collections.abc import Sequence

from aicvgen.domain.claims.acts.compound_acts import is_half_of_compound, is_opened_rank
from aicvgen.domain.claims.acts.leaders import is_led_by_another
from aicvgen.domain.claims.acts.roles import holds_paper
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.unsaid.restated import is_led_by
from aicvgen.domain.claims.unsaid.trade import is_drivers
from aicvgen.domain.claims.unsaid.turned import is_done_oneself
from aicvgen.domain.claims.words.lexicon import word_set

_TO_WHOM = 2
"""Words of a preposition with its article: an die."""
_BY = frozenset({"by", "durch"})
"""After these words stands who else leads."""
_PERSON = re.compile(r"(?:(?<!lich|chig|ndig)er|ers|or|ors|erin|innen|in|vorsitzenden?)$")
"""Endings of persons; the adjectives eigenverantwortlicher and selbstständiger are none."""


def is_lead_stated(
    word: Word, said: Reading, units: Sequence[Reading], grounds: tuple[Reading, Reading]
) -> bool:
    """Say whether a lead or a rank stands in its fact, in the header, or is somebody else's."""
    return (
        holds_paper(word, said)
        or any(_stands_as_rank(word, unit) for unit in grounds)
        or is_drivers(word, grounds[-1])
        or _is_told_as_recipient(word, said, units)
        or any(_is_office(word, said, unit) for unit in units)
        or is_led_by(word, said, units)
        or is_half_of_compound(word, said, units, opens=True)
        or is_opened_rank(word, said, units)
        or is_done_oneself(word, said, units)
    )


def _is_told_as_recipient(word: Word, said: Reading, units: Sequence[Reading]) -> bool:
    """Say whether a German compound is taken apart of those somebody reports to: an die Leitung."""
    before = [token.low for token in said.tokens[max(0, word.at - _TO_WHOM) : word.at]]
    return before[:1] == ["an"] and any(
        other.text.lower().endswith(word.text.lower())
        and "an" in {token.low for token in unit.tokens[max(0, other.at - _TO_WHOM) : other.at]}
        for unit in units
        for other in unit.words
    )


def _is_office(word: Word, said: Reading, unit: Reading) -> bool:
    """Say whether a German chair is that of the person with whom a fact opens: Vorsitzender."""
    first = next((one for one in unit.words if "deputy" not in one.labels), None)
    return (
        word.text == "Vorsitz"
        and first is not None
        and first.text.startswith("Vorsitzende")
        and all("deputy" in one.labels for one in unit.words if one.at < first.at)
        and ("deputy" in said.classes or "deputy" not in unit.classes)
    )


def _stands_as_rank(word: Word, unit: Reading) -> bool:
    """Say whether a rank or the verb of a leader stands there as one: a manager is not managed."""
    synonyms = {label for label in word.labels | word.whole if label[0] == "#"}
    low = word.text.lower()
    for other in unit.words:
        same = not word.roots.isdisjoint(other.roots)
        if "supervised" in other.whole and "supervised" not in word.whole:
            continue
        if is_led_by_another(other, unit) or (
            other.at + 1 < len(unit.tokens) and unit.tokens[other.at + 1].low in _BY
        ):
            continue
        weaker = low in word_set("weaker_scope") and (
            other.text.lower() in word_set("stronger_scope")
        )
        if weaker:
            return True
        if not same and ("rank" in word.labels or synonyms.isdisjoint(other.labels | other.whole)):
            continue
        is_person = _PERSON.search(other.text.lower()) is not None
        if low == other.text.lower() or bool(_PERSON.search(low)) is is_person:
            return True
        if not is_person and "rank" not in word.labels:
            return True
    return False
