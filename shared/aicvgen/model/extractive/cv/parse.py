"""A document's lines to a CV, by rules."""

from collections import Counter
from collections.abc import Sequence

from aicvgen.domain.claims.leaks import unfilled_in
from aicvgen.domain.cv import Contact, Cv, Doubt, Entry, Fact, Kind, Section
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Source
from aicvgen.model.extractive.cv import (
    displaced,
    front,
    furniture,
    headings,
    hyphens,
    infer,
    marked,
    people,
    remaining,
    routing,
    rows,
    sections,
    stops,
    subheadings,
    turns,
    wrapping,
)
from aicvgen.model.extractive.cv.contact import Reader
from aicvgen.model.extractive.cv.entries import (
    broken_lists,
    education,
    experience,
    labels,
    simple,
    skills,
)
from aicvgen.model.extractive.cv.heading_language import language_by
from aicvgen.model.extractive.language import language_of

_DOUBTFUL = 0.6
_HISTORY = {Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER}
_NAMED = {*_HISTORY, Kind.EDUCATION, Kind.CERTIFICATES, Kind.AWARDS}
"""Sections whose entries begin with names."""


def parse_cv(source: Source) -> Cv:
    """Return the document as a CV.

    Raises `Rejected`: EMPTY where there is no text, NOT_A_CV where nothing in it is like a CV,
    TWO_PEOPLE where it holds the CVs of two.
    """
    if source.structured is not None:
        return _as_read(source.structured, source)
    if not source.lines:
        raise Rejected(Reason.EMPTY, "The document has no text: upload one with content.")
    running = furniture.find(source.lines)
    all_rows = marked.headings(rows.of(source.lines))
    left = [row for row in all_rows if row.lines[0] in running or _is_document_title(row)]
    blocks = sections.split(front.name_first([row for row in all_rows if row not in left]))
    if people.are_two(blocks):
        raise Rejected(
            Reason.TWO_PEOPLE,
            "The document holds the CVs of two people: upload each in a file of its own.",
        )
    blocks, left = displaced.gather(blocks, left)
    blocks = subheadings.part(blocks)
    blocks = infer.languages(infer.skills(infer.summary(infer.headed(blocks))))
    words = hyphens.vocabulary([line.text for line in source.lines])
    for block in blocks:
        if block.kind is Kind.SKILLS:
            block.rows = broken_lists.mark(labels.mark(block.rows))
        elif block.kind in _NAMED:
            block.rows = turns.part(turns.whole(stops.part(block.rows)))
    wrapped = [block for block in blocks if block.kind and not skills.is_plain_list(block)]
    whole = wrapping.unwrap([block.rows for block in wrapped], source.format, words)
    for block, unwrapped in zip(wrapped, whole, strict=True):
        block.rows = unwrapped
    blocks = routing.route(infer.experience(blocks))
    reader = Reader()
    top = next((n for n, block in enumerate(blocks) if block.kind is None and block.rows), 0)
    for number, block in enumerate(blocks):
        if block.kind is None:
            reader.heading(block.lines)
            reader.read(block.rows, top=number == top)
    contact = reader.contact()
    found = _sections([block for block in blocks if block.kind is not None])
    _check(contact, found)
    left_over = [
        Fact(id=f"left-{number}", text=rows.untab(row.text), lines=row.lines)
        for number, row in enumerate([*reader.left, *left], start=1)
    ]
    cv = Cv(
        language=language_by(
            "\n".join(line.text for line in source.lines), [block.heading for block in blocks]
        ),
        contact=contact,
        sections=tuple(found),
        doubts=(*reader.doubts(), *doubts_of(found)),
        left_over=tuple(left_over),
        dropped=source.dropped,
    )
    return _with_remaining(cv, source)


def _with_remaining(cv: Cv, source: Source) -> Cv:
    """Return the CV with the words that no rule took among what is left over."""
    rest = remaining.facts_in_no_field(cv, source.lines)
    doubts = [
        Doubt(where=f"line {fact.lines[0] + 1}", why="A part of it fits no field.") for fact in rest
    ]
    return cv.model_copy(
        update={"left_over": (*cv.left_over, *rest), "doubts": (*cv.doubts, *doubts)}
    )


def _as_read(cv: Cv, source: Source) -> Cv:
    """Return a structured CV with what its file was not taken for, and in its language."""
    return _with_language(cv.model_copy(update={"dropped": (*cv.dropped, *source.dropped)}), source)


def _with_language(cv: Cv, source: Source) -> Cv:
    """Return a structured CV with its language, where it does not say one."""
    if cv.language != Cv.model_fields["language"].default:
        return cv
    text = "\n".join(line.text for line in source.lines)
    return cv.model_copy(update={"language": language_of(text)})


def _is_document_title(row: rows.Row) -> bool:
    return headings.is_document_title(row.text)


def _sections(blocks: Sequence[sections.Block]) -> list[Section]:
    counts: Counter[Kind] = Counter()
    found: list[Section] = []
    for block in blocks:
        assert block.kind is not None  # noqa: S101  the caller sorted them
        entries = _entries(block, counts[block.kind] + 1)
        counts[block.kind] += len(entries)
        found.append(
            Section(
                kind=block.kind, heading=block.heading, entries=tuple(entries), lines=block.lines
            )
        )
    return found


def _entries(block: sections.Block, first: int) -> list[Entry]:
    if block.kind in _HISTORY:
        return experience.read(block.rows, block.kind, first)
    if block.kind is Kind.EDUCATION:
        return education.read(block.rows, first)
    if block.kind is Kind.SKILLS:
        return skills.read(block.rows, first)
    return simple.read(block.rows, block.kind or Kind.CUSTOM, first)


def _check(contact: Contact, found: Sequence[Section]) -> None:
    kinds = {section.kind for section in found if section.entries}
    if not (kinds & {Kind.WORK, Kind.EDUCATION, Kind.SKILLS, Kind.PROJECTS, Kind.VOLUNTEER}):
        raise Rejected(
            Reason.NOT_A_CV,
            "No work, education or skills were found: upload a CV, or write headings above them.",
        )
    if not contact.name and not contact.email:
        raise Rejected(
            Reason.NOT_A_CV,
            "No person's name was found at the top: upload a CV that starts with the name.",
        )


def doubts_of(found: Sequence[Section]) -> list[Doubt]:
    """Return what a person should look at: fields that are not sure or have no filling."""
    doubts = [
        Doubt(where=f"{entry.id}.{field}", why="The rules are not sure of this reading.")
        for section in found
        for entry in section.entries
        for field, evidence in entry.evidence.items()
        if evidence.confidence < _DOUBTFUL
    ]
    doubts += [
        Doubt(where=f"{entry.id}.{field}", why="Nothing was found for it.")
        for section in found
        if section.kind is Kind.WORK
        for entry in section.entries
        for field in ("title", "organisation")
        if not getattr(entry, field)
    ]
    doubts += [
        Doubt(where=fact.id, why=f"“{unfilled}” is the text of a template.")
        for section in found
        for entry in section.entries
        for fact in entry.facts()
        for unfilled in unfilled_in(fact.text)
    ]
    return doubts
