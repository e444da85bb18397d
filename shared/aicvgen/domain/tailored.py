"""The tailored CV as a CV: the draft's sentences in the frame of the original."""

from collections import Counter
from collections.abc import Iterator

from aicvgen.domain.cv import Cv, Entry, Fact, Kind, Section
from aicvgen.domain.draft import LETTER, SKILLS, SUMMARY, Draft, Part, Sentence


def tailored(cv: Cv, draft: Draft) -> Cv:
    """Return the CV that goes on the page.

    Summary and key qualifications come first, then the sections of the original in its order and
    under its headings. What no part of the draft writes is carried over unchanged. An item's id
    names the facts it rests on: `work-1/2`, or `work-1/2+work-1/4`.
    """
    summary = draft.part(SUMMARY)
    replaced = set[Kind]()
    first = list[Section]()
    if summary is not None and summary.sentences:
        first.append(_summary(cv, summary))
        replaced.add(Kind.SUMMARY)
    if summary is not None and summary.qualifications:
        first.append(_qualifications(cv, summary))
        replaced.add(Kind.QUALIFICATIONS)
    rest = (_section(s, cv, draft) for s in cv.sections if s.kind not in replaced)
    return cv.model_copy(update={"sections": (*first, *rest), "doubts": (), "dropped": ()})


def unaccounted(cv: Cv, draft: Draft) -> tuple[str, ...]:
    """Return what is neither on the page nor on a list of what was left out.

    Ids of facts, and `<entry>#<term>` of skills. Empty, unless a writer forgot something.
    """
    page = tailored(cv, draft)
    shown = {cite for entry in page.entries() for fact in entry.facts() for cite in _cites(fact.id)}
    shown |= {f"{entry.id}#{term}" for entry in page.entries() for term in entry.terms}
    shown |= {
        cite
        for part in draft.parts
        if part.unit != LETTER
        for sentence in (*part.sentences, *part.qualifications)
        for cite in sentence.cites
    }
    shown |= {left.fact for part in draft.parts for left in part.left_out}
    qualifications = {
        fact.casefold() for entry in page.entries(Kind.QUALIFICATIONS) for fact in entry.terms
    }
    return tuple(
        content
        for section in cv.sections
        for entry in section.entries
        for content in _contents(entry)
        if content not in shown
        and not (
            section.kind is Kind.QUALIFICATIONS
            and content.partition("#")[2].casefold() in qualifications
        )
    )


def _contents(entry: Entry) -> Iterator[str]:
    yield from (fact.id for fact in entry.facts())
    yield from (f"{entry.id}#{term}" for term in entry.terms)


def _cites(fact_id: str) -> list[str]:
    return fact_id.partition("~")[0].split("+")


def _summary(cv: Cv, part: Part) -> Section:
    source = next((s for s in cv.sections if s.kind is Kind.SUMMARY), None)
    entry = Entry(id=f"{Kind.SUMMARY}-1", prose=_facts(part.sentences, cv))
    return Section(kind=Kind.SUMMARY, heading=source.heading if source else "", entries=(entry,))


def _qualifications(cv: Cv, part: Part) -> Section:
    source = next((s for s in cv.sections if s.kind is Kind.QUALIFICATIONS), None)
    terms = tuple(sentence.text for sentence in part.qualifications)
    entry = Entry(id=f"{Kind.QUALIFICATIONS}-1", terms=terms)
    return Section(
        kind=Kind.QUALIFICATIONS, heading=source.heading if source else "", entries=(entry,)
    )


def _section(section: Section, cv: Cv, draft: Draft) -> Section:
    if section.kind is Kind.SKILLS:
        return _skills(section, draft.part(SKILLS))
    entries = tuple(_entry(entry, cv, draft.part(entry.id)) for entry in section.entries)
    return section.model_copy(update={"entries": entries})


def _entry(entry: Entry, cv: Cv, part: Part | None) -> Entry:
    """Replace running text and items; a sentence that rests on running text alone stays such."""
    if part is None:
        return entry
    running = {fact.id for fact in entry.prose}
    facts = _facts(part.sentences, cv)
    is_prose = [running.issuperset(sentence.cites) for sentence in part.sentences]
    return entry.model_copy(
        update={
            "prose": tuple(f for f, prose in zip(facts, is_prose, strict=True) if prose),
            "items": tuple(f for f, prose in zip(facts, is_prose, strict=True) if not prose),
        }
    )


def _skills(section: Section, part: Part | None) -> Section:
    """Put the draft's groups in their order; entries it does not name stay behind them."""
    if part is None:
        return section
    entries = {entry.id: entry for entry in section.entries}
    groups = tuple(
        entries.pop(group.entry).model_copy(update={"terms": group.terms})
        for group in part.groups
        if group.entry in entries
    )
    return section.model_copy(update={"entries": (*groups, *entries.values())})


def _facts(sentences: tuple[Sentence, ...], cv: Cv) -> tuple[Fact, ...]:
    lines = {fact.id: fact.lines for entry in cv.entries() for fact in entry.facts()}
    used = Counter[str]()
    facts = list[Fact]()
    for sentence in sentences:
        rests_on = "+".join(sentence.cites)
        used[rests_on] += 1
        again = f"~{used[rests_on]}" if used[rests_on] > 1 else ""
        read = {line for cite in sentence.cites for line in lines.get(cite, ())}
        facts.append(Fact(id=f"{rests_on}{again}", text=sentence.text, lines=tuple(sorted(read))))
    return tuple(facts)
