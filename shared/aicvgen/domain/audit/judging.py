"""What a judge is shown of an audit, and what its objections add to the findings.

A judge looks at what the rules let through in words that are not the original's. It can add
findings and take none away.
"""

from collections.abc import Iterable, Iterator, Sequence

from aicvgen.domain.alignment import align, name_of, sentences_of, spoken
from aicvgen.domain.audit.result import AuditFinding, AuditResult
from aicvgen.domain.audit.sentences import FREE
from aicvgen.domain.audit.texts import is_quoted
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.claims.check import no_shared_names
from aicvgen.domain.claims.evidence import Cited, grounds_of
from aicvgen.domain.claims.sentence import is_quote
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Profile, Section
from aicvgen.domain.draft import Finding, Part, Sentence

_HEADLINE = "custom-0"
"""Id of the entry that says what the original calls its person; a reader counts from 1."""


def to_judge(original: Cv, tailored: Cv, result: AuditResult) -> tuple[Part, ...]:
    """Return each reworded sentence without a finding as a part of its own, citing its sources.

    Its unit is the tailored entry it stands in. What referees say is nobody's business.
    """
    whole = Whole(original, no_shared_names)
    pairs = align(original, tailored)
    found = {(finding.entry, finding.sentence) for finding in result.findings}
    return tuple(
        Part(unit=entry.id, sentences=(Sentence(text=text, cites=cites),))
        for section in tailored.sections
        if section.kind is not Kind.REFERENCES
        for entry in section.entries
        if (sources := _sources(section, entry, pairs.get(entry.id, ()), whole))
        for cites in [tuple(_cites(section, sources))]
        for text in dict.fromkeys(_unfound(entry, found))
        if not _is_the_originals(text, sources, whole)
    )


def evidence(original: Cv, tailored: Cv) -> Cv:
    """Return the original as a judge is told it.

    Its headline is an entry of its own. Its contact, which a judge is not told, has also what the
    tailored CV says of it.
    """
    contact = _both(original.contact, tailored.contact)
    headline = original.contact.headline
    entries = (Entry(id=_HEADLINE, title=headline),) if headline else ()
    sections = (*original.sections, Section(kind=Kind.CUSTOM, heading="", entries=entries))
    return original.model_copy(update={"contact": contact, "sections": sections})


def with_objections(
    original: Cv, tailored: Cv, result: AuditResult, objections: Iterable[Finding]
) -> AuditResult:
    """Return the result with what a judge found on top."""
    whole, cited = Whole(original, no_shared_names), Cited(original)
    more = tuple(
        AuditFinding(
            kind=one.kind,
            claim=one.claim,
            sentence=one.sentence,
            entry=name_of(tailored.entry(one.unit)),
            looked_for=one.claim,
            nearest=whole.nearest(one.sentence, _entries(one.looked_in, cited)),
        )
        for one in objections
    )
    return result.model_copy(
        update={"ok": result.ok and not more, "findings": (*result.findings, *more)}
    )


def _sources(
    section: Section, entry: Entry, shown: Sequence[Entry], whole: Whole
) -> tuple[Entry, ...]:
    """Return what an entry may rest on; nothing where that entry itself is the finding."""
    sources = tuple(shown)
    if section.kind in FREE or not (shown or entry.title or entry.organisation or entry.area):
        sources = whole.entries
    elif not shown:
        home = whole.home(entry)
        sources = (home,) if home is not None else ()
    return tuple(one for one in sources if one.kind is not Kind.REFERENCES)


def _cites(section: Section, sources: Iterable[Entry]) -> Iterator[str]:
    """Yield the facts of the sources; one without any is its own evidence."""
    for one in sources:
        yield from tuple(fact.id for fact in one.facts()) or (one.id,)
    if section.kind in FREE:
        yield _HEADLINE


def _unfound(entry: Entry, found: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the sentences of an entry in which the rules found nothing."""
    name = name_of(entry)
    for fact in entry.facts():
        if (name, fact.text) not in found:
            yield from (one for one in sentences_of(fact.text) if (name, one) not in found)


def _is_the_originals(text: str, sources: Sequence[Entry], whole: Whole) -> bool:
    """Say whether a sentence is one of the sources', or a line that is no entry's."""
    if not spoken(text) or spoken(text) in whole.loose or is_quote(text, grounds_of(sources)):
        return True
    return any(is_quoted(text, one) for one in sources)


def _entries(cites: Iterable[str], cited: Cited) -> tuple[Entry, ...]:
    found = (cited.entry_of(cite) for cite in cites)
    return tuple({one.id: one for one in found if one is not None}.values())


def _both(one: Contact, other: Contact) -> Contact:
    """Return a contact by which both are known."""
    pages = (other.email, other.phone, other.url, *(profile.url for profile in other.profiles))
    more = tuple(Profile(url=page) for page in pages if page)
    names = " ".join(dict.fromkeys(filter(None, (one.name, other.name))))
    return one.model_copy(update={"name": names, "profiles": (*one.profiles, *more)})
