"""What stands in brackets behind a skill is said of it: Excel (macros)."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.audit.levels import is_level, is_raised, texts_about
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.cv import Entry
from aicvgen.domain.draft import FindingKind

_ASIDE = re.compile(r"(?P<skill>[^()]*[^()\s])\s*\((?P<inside>[^()]+)\)")
_PARTS = re.compile(r"[,;/](?!\d)\s*|\s+(?:and|und|&|sowie)\s+")


def unsaid_asides(
    term: str, entries: Iterable[Entry], whole: Whole, label: str = ""
) -> Iterator[Claim]:
    """Yield what brackets say of a skill that no text with the skill says.

    What is a skill of its own may stand in brackets behind another, unless the other was known a
    little: its level is gone then.
    """
    there = () if whole.is_term(term) else tuple(entries)
    for aside in _ASIDE.finditer(term):
        skill, inside = aside["skill"].rsplit(". ", 1)[-1], aside["inside"]
        about = texts_about(skill, there)
        parts = [part for part in _PARTS.split(inside) if not is_level(part)]
        if not (about and parts):
            continue
        if is_raised(skill, there, f"{label} {inside}"):
            yield Claim(FindingKind.SCOPE, skill, skill.casefold(), nearest=about[0])
        for part in parts:
            both = f"{skill} ({part})"
            pairs = [(said, text) for text in about for said in (both, part)]
            pairs += [(f"{part} {skill.casefold()}", text) for text in texts_about(part, there)]
            told = any(
                not whole.claims_on(said, (Ground((), "", "", "", (text,)),))
                for said, text in pairs
            )
            if not told and not whole.is_term(part):
                yield Claim(FindingKind.NAME, part, part.casefold(), nearest=about[0])
