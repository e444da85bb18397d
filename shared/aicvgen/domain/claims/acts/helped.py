"""Who helped whom: part of a team that did it is not supported by a team."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.draft import FindingKind

_HELPED = re.compile(
    r"\b(?:supported|assisted|helped|aided|backed) by\b"
    r"|\bwith (?:the )?(?:help|support|assistance|backing) (?:of|from)\b"
    r"|\bunterstützt (?:von|vom|durch)\b"
    r"|\bmit (?:der )?(?:Unterstützung|Hilfe) (?:von|vom|durch|der|des|einer|eines)\b",
    re.IGNORECASE,
)
"""How a sentence says that others helped the candidate."""
_AMONG = re.compile(r"\b(?:one of|eine?r? von)\b", re.IGNORECASE)
_PERSONS = ("innen", "kollegen", "leuten", "personen", "colleagues", "people", "others")
_ONE_OF_THEM = frozenset({"shared", "support", "member", "partly", "jointly"})


def helped_by_others(text: Reading, units: Sequence[Reading]) -> Iterator[Claim]:
    """Yield helpers of the candidate where the facts only tell of taking part beside them."""
    found = _HELPED.search(text.text)
    if found is None or any(_HELPED.search(unit.text) for unit in units):
        return
    if not _is_somebody(text, found.end()):
        return
    beside = next((unit for unit in units if _is_one_of_them(unit)), None)
    if beside is not None:
        yield Claim(FindingKind.SCOPE, found[0], "helped", nearest=beside.text)


def _is_somebody(text: Reading, end: int) -> bool:
    """Say whether persons helped, not a thing: with the help of a calendar."""
    behind = [word for word in text.words if text.tokens[word.at].end >= end]
    run = behind[:1]
    for word in behind[1:]:
        if word.at != run[-1].at + 1 or text.tokens[word.at].breaks:
            break
        run.append(word)
    return any(
        "team" in word.labels
        or is_person(word, text.language)
        or word.text.lower().endswith((*word_set("teams"), *_PERSONS))
        for word in run[-1:]
    )


def _is_one_of_them(unit: Reading) -> bool:
    """Say whether a fact tells of a part in what several did."""
    among = bool(_AMONG.search(unit.text)) or bool(_ONE_OF_THEM & unit.classes.keys())
    return among or any(token.low.endswith("team") for token in unit.tokens)
