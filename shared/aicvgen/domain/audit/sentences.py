"""Every sentence and term of the tailored CV against what it may rest on."""

import re
from collections.abc import Iterable, Iterator, Sequence

from aicvgen.domain.alignment import name_of, sentences_of, spoken
from aicvgen.domain.audit.asides import unsaid_asides
from aicvgen.domain.audit.elsewhere import done_elsewhere
from aicvgen.domain.audit.little import known_a_little
from aicvgen.domain.audit.misplaced import is_header_above
from aicvgen.domain.audit.result import AuditFinding, AuditKind
from aicvgen.domain.audit.since import since_learning
from aicvgen.domain.audit.succession import misplaced_in_time
from aicvgen.domain.audit.texts import is_header
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

FREE = frozenset({Kind.SUMMARY, Kind.QUALIFICATIONS, Kind.SKILLS, Kind.CUSTOM, Kind.INTERESTS})
"""Sections that may rest on the whole original instead of one entry."""
_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_LISTED = re.compile(r"\s+[•·▪|]\s+")
"""Between terms of one line."""
_COMMA = re.compile(r",\s+(?![^()]*\))")
_GROUPED = re.compile(
    r"(?P<label>(?:[^\W\d]+ ){0,2}(?:software|systems?|tools?|skills?|languages?|applications?"
    r"|programs?|equipment|methods?|techniques?|technolog(?:y|ies)|platforms?|databases?|instruments?|computer"
    r"|programme|systeme|werkzeuge|kenntnisse|sprachen|verfahren|methoden|geräte|datenbanken))"
    r": (?P<terms>.+)",
    re.IGNORECASE,
)
"""A list of skills under what kind of skills they are."""
_COUNTS_UP = re.compile(
    r"\b(?:in total|altogether|overall|in all|further|additional|other|insgesamt|weitere)\b",
    re.IGNORECASE,
)
"""In a line that tells of the whole list and stands under its last entry, whichever that is."""
_CAN_MOVE = frozenset({
    FindingKind.NAME, FindingKind.NUMBER, FindingKind.DATE, FindingKind.WORD, FindingKind.TITLE,
})  # fmt: skip


def unsupported_in(
    entry: Entry, sources: Sequence[Entry], kind: Kind, whole: Whole
) -> Iterator[AuditFinding]:
    """Check what an entry says against the entries it shows.

    The header of one degree or certificate may stand under another: a reader took it for a note.
    """
    for fact in entry.facts():
        if kind not in _DOING and any(is_header(fact.text, one) for one in whole.entries):
            continue
        if is_header_above(fact.text, entry, whole):
            continue
        of_all = kind not in _DOING and _COUNTS_UP.search(fact.text)
        there = whole.of_kind(kind) if of_all else sources
        yield from of_sentence(fact.text, entry, there or sources, whole)
    for term in entry.terms:
        for claim in unsaid_asides(term, whole.entries, whole, entry.title):
            yield _finding(claim.kind, claim, term, entry, whole.nearest(term, sources))
        for claim in whole.term_claims(term, sources):
            moved = not whole.term_claims(term)
            named = AuditKind.MOVED if moved else claim.kind
            yield _finding(named, claim, term, entry, whole.nearest(term, sources))


def unsupported_anywhere(entry: Entry, whole: Whole) -> Iterator[AuditFinding]:
    """Check what an entry says against the whole original."""
    for fact in entry.facts():
        for claim in misplaced_in_time(fact.text, whole.entries):
            yield _finding(claim.kind, claim, fact.text, entry, claim.nearest)
        for sentence in sentences_of(fact.text):
            found = (*loose(sentence, whole, entry), *_little(sentence, whole, entry))
            terms = _LISTED.split(sentence)
            if found and _is_regrouped(sentence, whole):
                continue
            yield from _of_terms(terms, entry, whole) if found and len(terms) > 1 else found
    yield from _of_terms(entry.terms, entry, whole)


def _is_regrouped(sentence: str, whole: Whole) -> bool:
    """Say whether a line only lists skills of the original under a label: Software: Excel."""
    found = _GROUPED.fullmatch(sentence.strip(" ;."))
    return found is not None and not any(
        any(whole.term_claims(term, label=found["label"])) for term in _COMMA.split(found["terms"])
    )


def _of_terms(terms: Iterable[str], entry: Entry, whole: Whole) -> Iterator[AuditFinding]:
    for term in terms:
        for claim in (
            *unsaid_asides(term, whole.entries, whole, entry.title),
            *whole.term_claims(term, label=entry.title),
        ):
            yield _finding(claim.kind, claim, term, entry, whole.nearest(term))
        if not whole.is_term(term):
            yield from _little(term, whole, entry)


def _little(text: str, whole: Whole, entry: Entry) -> Iterator[AuditFinding]:
    """Yield what a text claims that the original has from a course for beginners alone."""
    said = f"{entry.title}: {text}" if entry.title and entry.terms else text
    for claim in known_a_little(said, whole.entries, whole.cv.language):
        yield _finding(claim.kind, claim, text, entry, claim.nearest)


def unsupported_by_one(entry: Entry, whole: Whole) -> Iterator[AuditFinding]:
    """Check an entry without a header: each sentence must be true of one entry there is."""
    for text in (*(fact.text for fact in entry.facts()), *entry.terms):
        if not any(not whole.claims(text, (one,)) for one in whole.entries):
            yield from loose(text, whole, entry)


def of_sentence(
    text: str, entry: Entry, sources: Sequence[Entry], whole: Whole
) -> Iterator[AuditFinding]:
    """Yield the claims of a sentence that its entry does not support; moved, where others do."""
    claims = whole.claims(text, sources)
    if not claims or spoken(text) in whole.loose:
        return
    others = [one for one in whole.entries if one not in sources]
    home = next((one for one in others if not whole.claims(text, (one,))), None)
    if home is not None and any(home.facts()):
        yield AuditFinding(
            kind=AuditKind.MOVED,
            claim=text,
            sentence=text,
            entry=name_of(entry),
            looked_for=text,
            nearest=f"{whole.nearest(text, (home,))} ({name_of(home)})",
        )
        return
    strange = {(claim.kind, claim.words) for claim in whole.claims_on(text, whole.everything)}
    for claim in claims:
        known = claim.kind in _CAN_MOVE and (claim.kind, claim.words) not in strange
        kind = AuditKind.MOVED if known else claim.kind
        near = whole.nearest(text, () if known else sources)
        yield _finding(kind, claim, text, entry, near)


def loose(text: str, whole: Whole, entry: Entry | None = None) -> Iterator[AuditFinding]:
    """Yield the claims of a text that stand nowhere in the original."""
    if spoken(text) in whole.loose or whole.is_bare_header(text):
        return
    for claim in since_learning(text, whole.entries, whole.cv.language):
        yield _finding(claim.kind, claim, text, entry, whole.nearest(text))
    for claim in done_elsewhere(text, whole):
        yield _finding(AuditKind.MOVED, claim, text, entry, whole.nearest(text))
    claims = whole.claims_on(text, whole.everything)
    if claims and not any(not whole.claims(text, (one,)) for one in whole.entries):
        for claim in claims:
            yield _finding(claim.kind, claim, text, entry, whole.nearest(text))


def _finding(
    kind: FindingKind | AuditKind, claim: Claim, text: str, entry: Entry | None, nearest: str
) -> AuditFinding:
    return AuditFinding(
        kind=kind,
        claim=claim.words,
        sentence=text,
        entry=name_of(entry) if entry is not None else "",
        looked_for=claim.looked_for or claim.words,
        nearest=claim.nearest or nearest,
    )
