"""The audit: every line of a tailored CV against the entry of the original it belongs to."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.alignment import align, name_of, spoken
from aicvgen.domain.audit.fields import changes
from aicvgen.domain.audit.little import known_a_little
from aicvgen.domain.audit.losses import lost
from aicvgen.domain.audit.misplaced import is_line_under, is_listed_skill
from aicvgen.domain.audit.repeats import repeats
from aicvgen.domain.audit.result import AuditFinding, AuditKind, AuditResult, Severity
from aicvgen.domain.audit.sentences import (
    FREE,
    loose,
    unsupported_anywhere,
    unsupported_by_one,
    unsupported_in,
)
from aicvgen.domain.audit.shared_levels import with_own_levels
from aicvgen.domain.audit.strangers import strangers
from aicvgen.domain.audit.texts import entry_texts, texts_of
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.claims.check import no_shared_names
from aicvgen.domain.claims.leaks import leaks_in
from aicvgen.domain.claims.sentence import SharedNames
from aicvgen.domain.cv import Cv, Entry, Section
from aicvgen.domain.draft import FindingKind
from aicvgen.domain.style import remarks

_FURNITURE = re.compile(
    r"(?:page|seite|p\.)?\s*\d+\s*(?:(?:of|von|/|\|)\s*\d+)?"
    r"|(?:curriculum vitae|lebenslauf|cv|résumé|resume)"
    r"|[^\W\d]+(?: [^\W\d]+)?,?\s+(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]+)\s?\d{4}",
    re.IGNORECASE,
)
"""Page numbers, what the paper is, place and day of signing."""
_PARTS = re.compile(r"\s*[|·•/]\s*|\s+[\u2013\u2014-]\s+|,\s+")


def audit(
    original: Cv, tailored: Cv, shared_names: SharedNames = no_shared_names, today: str = ""
) -> AuditResult:
    """Check every line of the tailored CV; `shared_names` knows other spellings of names.

    `today` (ISO 8601) says how long what goes on has lasted; without it, nobody knows.
    """
    original, tailored = with_own_levels(original), with_own_levels(tailored)
    whole = Whole(original, shared_names, today)
    found = (
        *strangers(original, tailored, whole),
        *_left_behind(tailored, whole),
        *_headline(tailored, whole),
        *_entries(tailored, align(original, tailored), whole),
        *_loose_lines(tailored, whole),
        *repeats(original, tailored),
    )
    findings = tuple(dict.fromkeys(found))
    gone = tuple(lost(original, tailored))
    return AuditResult(
        ok=all(finding.severity is not Severity.ERROR for finding in findings),
        findings=findings,
        lost=gone,
        notes=tuple(_notes(original, tailored, gone)),
    )


def _entries(
    tailored: Cv, pairs: dict[str, tuple[Entry, ...]], whole: Whole
) -> Iterator[AuditFinding]:
    for section in tailored.sections:
        for entry in section.entries:
            if section.kind in FREE:
                yield from unsupported_anywhere(entry, whole)
            else:
                yield from _entry(entry, section, pairs.get(entry.id, ()), whole)


def _entry(
    entry: Entry, section: Section, sources: Sequence[Entry], whole: Whole
) -> Iterator[AuditFinding]:
    if not (sources or entry.title or entry.organisation or entry.area):
        yield from unsupported_by_one(entry, whole)
        return
    if is_line_under(entry, sources or whole.entries, whole) or is_listed_skill(entry, whole):
        return
    if not sources:
        home = whole.home(entry)
        if home is None:
            yield _changed(AuditKind.ENTRY, name_of(entry), "", entry, whole)
            return
        sources = (home,)
    for change in changes(entry, sources, section.kind, whole):
        yield _changed(change.kind, change.new, change.old, entry, whole)
    yield from unsupported_in(entry, sources, section.kind, whole)


def _changed(
    kind: FindingKind | AuditKind, new: str, old: str, entry: Entry, whole: Whole
) -> AuditFinding:
    return AuditFinding(
        kind=kind,
        claim=new,
        sentence=new,
        entry=name_of(entry),
        looked_for=old or new,
        nearest=old or whole.nearest(new),
    )


def _headline(tailored: Cv, whole: Whole) -> Iterator[AuditFinding]:
    """Check the title under the name: each part of it must be true of one entry."""
    headline = tailored.contact.headline
    if headline and not whole.is_true_headline(headline):
        for part in _PARTS.split(headline):
            if part and not whole.is_true_headline(part):
                yield AuditFinding(
                    kind=FindingKind.TITLE,
                    claim=part,
                    sentence=headline,
                    entry="",
                    looked_for=part,
                    nearest=whole.cv.contact.headline or whole.nearest(part),
                )
    for claim in known_a_little(headline, whole.entries, whole.cv.language):
        yield AuditFinding(
            kind=claim.kind,
            claim=claim.words,
            sentence=headline,
            entry="",
            looked_for=claim.words,
            nearest=claim.nearest,
        )


def _loose_lines(tailored: Cv, whole: Whole) -> Iterator[AuditFinding]:
    """Check the lines that the reader could not place: no claim hides in one."""
    own = frozenset(map(spoken, texts_of(whole.cv)))
    for fact in tailored.left_over:
        if spoken(fact.text) not in own and not _FURNITURE.fullmatch(fact.text.strip()):
            yield from loose(fact.text, whole)


def _left_behind(tailored: Cv, whole: Whole) -> Iterator[AuditFinding]:
    """Find what a model or a template left behind, in every line of the page."""
    evidence = "\n".join(whole.texts)
    names = {text: name_of(entry) for entry in tailored.entries() for text in entry_texts(entry)}
    for text in dict.fromkeys(texts_of(tailored)):
        for claim in leaks_in(text, evidence):
            yield AuditFinding(
                kind=claim.kind,
                claim=claim.words,
                sentence=text,
                entry=names.get(text, ""),
                looked_for=claim.looked_for,
                nearest=whole.nearest(text),
            )


def _notes(original: Cv, tailored: Cv, gone: Sequence[str]) -> Iterator[str]:
    if gone:
        texts = "1 text" if len(gone) == 1 else f"{len(gone)} texts"
        yield f"Not in the tailored CV: {texts} of the original."
    if original.language != tailored.language:
        yield (
            f"The original is read as {original.language}, the tailored CV as"
            f" {tailored.language}: a translation cannot be checked word by word."
        )
    if tailored.doubts:
        yield f"The reader was unsure about {len(tailored.doubts)} places of the tailored CV."
    names = {entry.id: name_of(entry) for entry in tailored.entries()}
    for remark in remarks(tailored):
        where = names.get(remark.where, remark.where)
        quoted = f" “{remark.text}”" if remark.text else ""
        yield f"Style ({remark.rule.value}), {where}: {remark.advice}{quoted}"
