"""Comparing any tailored CV with its original, whoever made it."""

from collections.abc import Iterator
from enum import StrEnum

from aicvgen.domain.alignment import (
    align,
    content,
    folded,
    name_of,
    nearest,
    sentences_of,
    spoken,
)
from aicvgen.domain.claims.check import no_shared_names, unsupported_term
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground, grounds_of
from aicvgen.domain.claims.sentence import SharedNames, unsupported
from aicvgen.domain.cv import Cv, Entry, Kind, Period
from aicvgen.domain.value import Value

_FREE = frozenset({Kind.SUMMARY, Kind.QUALIFICATIONS, Kind.SKILLS, Kind.CUSTOM, Kind.INTERESTS})
"""Sections that may rest on the whole original instead of one entry."""


class Severity(StrEnum):
    """What a finding means for the page."""

    ERROR = "error"
    """Not supported by the original: the page must not be sent."""
    NOTE = "note"


class AuditFinding(Value):
    """One thing of the tailored CV that the original does not support."""

    kind: str
    """`number`, `date`, `name`; `title`, `organisation`, `period` where a field of an entry was
    changed; `entry` where the original has no such entry."""
    severity: Severity
    claim: str
    sentence: str
    entry: str
    """Title and organisation of the tailored entry."""
    looked_for: str
    """What would have supported it."""
    nearest: str
    """The most similar text of the original, empty where there is none."""


class AuditResult(Value):
    """What an audit found; `ok` where nothing is an error."""

    ok: bool
    findings: tuple[AuditFinding, ...]
    lost: tuple[str, ...]
    """Texts and sentences of the original that are nowhere in the tailored CV."""
    notes: tuple[str, ...]


def audit(original: Cv, tailored: Cv, shared_names: SharedNames = no_shared_names) -> AuditResult:
    """Check every sentence of the tailored CV against its entry in the original."""
    pairs = align(original, tailored)
    findings = tuple(_findings(original, tailored, pairs, shared_names))
    lost = tuple(_lost(original, tailored))
    notes = (f"{len(lost)} texts of the original are not in the tailored CV.",) if lost else ()
    return AuditResult(
        ok=all(finding.severity is not Severity.ERROR for finding in findings),
        findings=findings,
        lost=lost,
        notes=notes,
    )


def _findings(
    original: Cv, tailored: Cv, pairs: dict[str, Entry], shared_names: SharedNames
) -> Iterator[AuditFinding]:
    for section in tailored.sections:
        for entry in section.entries:
            source = pairs.get(entry.id)
            if section.kind in _FREE:
                evidence = grounds_of(original.entries())
            elif source is None:
                yield _error("entry", name_of(entry), name_of(entry), entry, original)
                continue
            else:
                yield from _changed_fields(entry, source, original)
                evidence = grounds_of((source,))
            for sentence, claim in _claims(entry, evidence, original.language, shared_names):
                yield _error(str(claim.kind), claim.words, sentence, entry, original)


def _claims(
    entry: Entry, evidence: tuple[Ground, ...], language: str, shared_names: SharedNames
) -> Iterator[tuple[str, Claim]]:
    for fact in entry.facts():
        for claim in unsupported(fact.text, evidence, language, shared_names):
            yield fact.text, claim
    for term in entry.terms:
        for claim in unsupported_term(term, evidence, language, shared_names):
            yield term, claim


def _changed_fields(entry: Entry, source: Entry, original: Cv) -> Iterator[AuditFinding]:
    for field in ("title", "organisation"):
        new, old = getattr(entry, field), getattr(source, field)
        if new and folded(new) != folded(old):
            yield _error(field, new, new, entry, original)
    if entry.period is not None and (
        source.period is None or _span(entry.period) != _span(source.period)
    ):
        yield _error("period", entry.period.raw, entry.period.raw, entry, original)


def _span(period: Period) -> tuple[str, str, bool]:
    """Return a period as it was understood; a lone date is where it starts and ends."""
    start, end = period.start or period.end, period.end or period.start
    if start is None or end is None:
        start = end = folded(period.raw)
    return start, end, period.current


def _error(kind: str, claim: str, sentence: str, entry: Entry, original: Cv) -> AuditFinding:
    return AuditFinding(
        kind=kind,
        severity=Severity.ERROR,
        claim=claim,
        sentence=sentence,
        entry=name_of(entry),
        looked_for=claim,
        nearest=nearest(sentence, original),
    )


def _lost(original: Cv, tailored: Cv) -> Iterator[str]:
    kept = {folded(text) for entry in tailored.entries() for text in content(entry)}
    said = "\n".join(f" {spoken(text)} " for text in kept)
    for entry in original.entries():
        sentences = {fact.text: sentences_of(fact.text) for fact in entry.facts()}
        for text in content(entry):
            if folded(text) not in kept:
                parts = sentences.get(text, ())
                gone = [part for part in parts if f" {spoken(part)} " not in said]
                yield from gone if len(gone) < len(parts) else (text,)
