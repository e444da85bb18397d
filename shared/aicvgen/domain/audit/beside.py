"""Both texts side by side, with what was found in each line of the tailored one."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.alignment import align, name_of, sentences_of, share, spoken, words
from aicvgen.domain.audit.result import AuditFinding, AuditResult
from aicvgen.domain.audit.telling import told
from aicvgen.domain.audit.texts import fields
from aicvgen.domain.cv import Cv, Entry
from aicvgen.domain.value import Value

_NEAR = 0.2
"""Below this share of common words two lines are not beside each other."""


class Flaw(Value):
    """A finding, and how a person is told about it."""

    finding: AuditFinding
    told: str


class Row(Value):
    """One line of the tailored CV and the line of the original it stands for."""

    tailored: str
    original: str
    """Empty where no line of its entry is like it."""
    flaws: tuple[Flaw, ...] = ()


class Beside(Value):
    """One entry of the tailored CV and what it shows of the original."""

    heading: str
    """Heading of its section."""
    name: str
    """Title and organisation, empty where it has neither."""
    rows: tuple[Row, ...]
    flaws: tuple[Flaw, ...]
    """All that was found in it."""


class AuditReport(Value):
    """An audit with both texts."""

    original: str
    """Name of the file."""
    tailored: str
    result: AuditResult
    general: tuple[Flaw, ...]
    """What was found in the contact and in lines that belong to no entry."""
    entries: tuple[Beside, ...]


def audit_report(
    original: Cv, tailored: Cv, result: AuditResult, names: tuple[str, str]
) -> AuditReport:
    """Put both texts side by side; `names` are those of the two files."""
    pairs = align(original, tailored)
    shown = set[AuditFinding]()
    entries = list[Beside]()
    for section in tailored.sections:
        for entry in section.entries:
            rows = tuple(_rows(entry, pairs.get(entry.id, ()), original, result))
            flaws = tuple(dict.fromkeys(flaw for row in rows for flaw in row.flaws))
            shown.update(flaw.finding for flaw in flaws)
            name = name_of(entry) if entry.title or entry.organisation else ""
            beside = Beside(heading=section.heading, name=name, rows=rows, flaws=flaws)
            entries.append(beside)
    rest = tuple(_flaw(finding) for finding in result.findings if finding not in shown)
    return AuditReport(
        original=names[0],
        tailored=names[1],
        result=result,
        general=rest,
        entries=tuple(entries),
    )


def _rows(
    entry: Entry, sources: Sequence[Entry], original: Cv, result: AuditResult
) -> Iterator[Row]:
    found = [finding for finding in result.findings if finding.entry == name_of(entry)]
    lines = {
        *entry.terms,
        *(part for one in entry.facts() for part in (one.text, *sentences_of(one.text))),
    }
    yield Row(
        tailored=_header(entry),
        original=" / ".join(map(_header, sources)),
        flaws=tuple(_flaw(one) for one in found if one.sentence not in lines),
    )
    there = sources if any(any(source.facts()) for source in sources) else original.entries()
    own = [fact.text for source in there for fact in source.facts()]
    for fact in entry.facts():
        said = {fact.text, *sentences_of(fact.text)}
        flaws = tuple(_flaw(one) for one in found if one.sentence in said)
        yield Row(tailored=fact.text, original=_nearest(fact.text, own), flaws=flaws)
    if entry.terms:
        listed = {spoken(term) for term in entry.terms}
        known = (term for one in original.entries() for term in one.terms)
        yield Row(
            tailored=", ".join(entry.terms),
            original=", ".join(dict.fromkeys(term for term in known if spoken(term) in listed)),
            flaws=tuple(_flaw(one) for one in found if one.sentence in entry.terms),
        )


def _header(entry: Entry) -> str:
    terms = frozenset(entry.terms)
    return " · ".join(dict.fromkeys(field for field in fields(entry) if field not in terms))


def _nearest(text: str, lines: Sequence[str]) -> str:
    wanted = words(text)
    best = max(lines, key=lambda line: share(wanted, words(line)), default="")
    return best if share(wanted, words(best)) >= _NEAR else ""


def _flaw(finding: AuditFinding) -> Flaw:
    return Flaw(finding=finding, told=told(finding))
