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

_BY = frozenset({"by", "durch"})
"""After these words stands who else leads."""
_PERSON = re.compile(r"(?:er|ers|or|ors|erin|innen|in)$")


def is_lead_stated(
    word: Word, said: Reading, units: Sequence[Reading], grounds: tuple[Reading, Reading]
) -> bool:
    """Say whether a lead or a rank stands in its fact, in the header, or is somebody else's."""
    return (
        holds_paper(word, said)
        or any(_stands_as_rank(word, unit) for unit in grounds)
        or is_drivers(word, grounds[-1])
        or is_led_by(word, said, units)
        or is_half_of_compound(word, said, units, opens=True)
        or is_opened_rank(word, said, units)
        or is_done_oneself(word, said, units)
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
