"""Invented sections of short entries: degrees, skills, languages, certificates, papers, praise."""

from collections.abc import Sequence

from hypothesis import strategies as st

from agents import cv_words
from aicvgen.domain.cv import Entry, Fact, Kind, Period
from aicvgen.model.extractive.cv import dates


def facts(entry_id: str, texts: Sequence[str]) -> tuple[Fact, ...]:
    """Number texts as facts of an entry."""
    return tuple(Fact(id=f"{entry_id}/{at}", text=text) for at, text in enumerate(texts, 1))


def period(raw: str) -> Period | None:
    """Return the period that a text names."""
    found = dates.find(raw)
    return found.period if found else None


@st.composite
def degrees(draw: st.DrawFn) -> list[Entry]:
    """Draw up to three degrees, some of them at one school."""
    entries: list[Entry] = []
    names = draw(st.lists(st.sampled_from(cv_words.DEGREES), max_size=3, unique=True))
    for number, (degree, area) in enumerate(names, 1):
        school = draw(st.sampled_from(cv_words.SCHOOLS))
        same = bool(entries) and draw(st.booleans())
        entry_id = f"education-{number}"
        entries.append(
            Entry(
                id=entry_id,
                title=degree,
                area=area,
                organisation=entries[-1].organisation if same else school,
                location=draw(st.sampled_from(cv_words.PLACES)),
                grade=draw(st.sampled_from(cv_words.GRADES)),
                period=_awarded(draw(st.sampled_from(cv_words.DATES))),
                items=facts(entry_id, draw(_some(cv_words.NOTES, most=2))),
            )
        )
    return entries


@st.composite
def skills(draw: st.DrawFn) -> list[Entry]:
    """Draw groups of skills, or a list without groups, or both."""
    names = draw(_some(cv_words.GROUPS, most=3))
    if not names or draw(st.booleans()):
        names.insert(0, "")
    terms = st.lists(st.sampled_from(cv_words.SKILLS), min_size=2, max_size=9, unique=True)
    return [
        Entry(
            id=f"skills-{number}",
            title=name,
            grade=draw(st.sampled_from(cv_words.LEVELS)) if name else "",
            terms=tuple(draw(terms)),
        )
        for number, name in enumerate(names, 1)
    ]


@st.composite
def languages(draw: st.DrawFn) -> list[Entry]:
    """Draw languages with their levels."""
    return [
        Entry(id=f"languages-{number}", title=name, grade=draw(st.sampled_from(cv_words.FLUENCIES)))
        for number, name in enumerate(draw(_some(cv_words.LANGUAGES, most=4)), 1)
    ]


@st.composite
def given(draw: st.DrawFn, kind: Kind, names: Sequence[str], givers: Sequence[str]) -> list[Entry]:
    """Draw what somebody gave or published: a certificate, an award, a paper."""
    dated, told = draw(st.booleans()), kind is not Kind.CERTIFICATES
    return [
        Entry(
            id=f"{kind.value}-{number}",
            title=name,
            organisation=draw(st.sampled_from(givers)),
            period=period(draw(st.sampled_from(cv_words.DAYS))) if dated else None,
            items=facts(f"{kind.value}-{number}", draw(_some(cv_words.PRAISE, most=told))),
        )
        for number, name in enumerate(draw(_some(names, most=3)), 1)
    ]


@st.composite
def referees(draw: st.DrawFn) -> list[Entry]:
    """Draw who speaks for the person, and what they say."""
    return [
        Entry(
            id=f"references-{number}",
            title=name,
            items=facts(f"references-{number}", [draw(st.sampled_from(cv_words.PRAISE))]),
        )
        for number, name in enumerate(draw(_some(cv_words.REFEREES, most=2)), 1)
    ]


def _some(names: Sequence[str], *, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), max_size=most, unique=True)


def _awarded(raw: str) -> Period | None:
    """Return the period of a degree: a lone date is when it was awarded."""
    found = period(raw)
    if found is None or found.end or found.current:
        return found
    return found.model_copy(update={"start": None, "end": found.start})
