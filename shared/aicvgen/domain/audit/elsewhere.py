"""What a summary says was done at one employer and only the entry of another bears out."""

import re
from collections.abc import Iterator

from aicvgen.domain.alignment import without_legal_form, words
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

_AT = re.compile(r"\s(?:at|bei)\s(?:the\s|der\s|dem\s)?(?=[A-ZÄÖÜ])")
_CLAUSE = re.compile(r"[,;:.(]\s+|\s(?:and|und|with|mit|who|sowie|before|after|then)\s")
_LISTED = re.compile(r"(?:,|\b(?:and|und|sowie|then|dann|later|später))$")
"""Before an employer that only goes on with a list of them: at Ferris and at Lowe."""
_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_SHORTEST = 2
"""Words at least of what was done."""


def done_elsewhere(text: str, whole: Whole) -> Iterator[Claim]:
    """Yield what stands right before an employer and is true of another's entry alone."""
    for found in _AT.finditer(text):
        own = [one for one in whole.entries if _names(text[found.end() :], one)]
        done = _CLAUSE.split(text[: found.start()])[-1]
        if _LISTED.search(done) or len(done.split()) < _SHORTEST:
            continue
        if not own or not whole.claims(done, own):
            continue
        told = [one for one in whole.entries if one not in own and not whole.claims(done, (one,))]
        if told and all(one.kind in _DOING for one in told):
            yield Claim(FindingKind.SCOPE, done, done.casefold(), nearest=told[0].organisation)


def _names(text: str, entry: Entry) -> bool:
    """Say whether a text opens with the employer of an entry."""
    name = without_legal_form(words(entry.organisation))
    opening = words(" ".join(text.split()[: len(entry.organisation.split()) + 1]))
    return bool(name) and entry.kind in _DOING and name <= opening
