"""Invented CVs for property tests: odd dates, promotions, long bullets, accents, missing parts."""

from collections.abc import Mapping

from hypothesis import strategies as st

from agents import cv_lists, cv_words
from agents.cv_lists import facts, period
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Section


@st.composite
def cvs(draw: st.DrawFn) -> Cv:
    """Draw a CV with one to eight roles, and any other sections in any order."""
    made = _sections()
    kinds = [Kind.WORK, *draw(st.permutations([kind for kind in made if kind is not Kind.WORK]))]
    entries = {kind: draw(made[kind]) for kind in kinds}
    name = f"{draw(st.sampled_from(cv_words.FIRST))} {draw(st.sampled_from(cv_words.LAST))}"
    contact = Contact(
        name=name,
        headline=draw(st.sampled_from(("", "Software Engineer", "Nurse"))),
        email=draw(st.sampled_from(("person@example.org", "person@example.org", ""))),
        phone=draw(st.sampled_from(("", "+44 20 7946 0321"))),
        location=draw(st.sampled_from(cv_words.PLACES)),
    )
    sections = [
        Section(kind=kind, heading="", entries=tuple(entries[kind]))
        for kind in kinds
        if entries[kind]
    ]
    return Cv(contact=contact, sections=tuple(sections))


def _sections() -> Mapping[Kind, st.SearchStrategy[list[Entry]]]:
    return {
        Kind.WORK: _roles(),
        Kind.EDUCATION: cv_lists.degrees(),
        Kind.SKILLS: cv_lists.skills(),
        Kind.PROJECTS: _projects(),
        Kind.LANGUAGES: cv_lists.languages(),
        Kind.CERTIFICATES: cv_lists.given(
            Kind.CERTIFICATES, cv_words.CERTIFICATES, cv_words.GIVERS
        ),
        Kind.AWARDS: cv_lists.given(Kind.AWARDS, cv_words.AWARDS, cv_words.GIVERS),
        Kind.PUBLICATIONS: cv_lists.given(Kind.PUBLICATIONS, cv_words.PAPERS, cv_words.PUBLISHERS),
        Kind.VOLUNTEER: _duties(),
        Kind.REFERENCES: cv_lists.referees(),
    }


@st.composite
def _roles(draw: st.DrawFn) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        firm = draw(st.sampled_from(cv_words.FIRMS))
        if draw(st.booleans()) and entries:
            firm = entries[-1].organisation or firm
        title = draw(st.sampled_from((*cv_words.TITLES, *cv_words.OWN_ACCOUNT)))
        alone = title in cv_words.OWN_ACCOUNT
        bullets = draw(st.lists(_sentence(), max_size=4))
        entry_id = f"work-{number}"
        entries.append(
            Entry(
                id=entry_id,
                title=title,
                organisation="" if alone else firm,
                location=draw(st.sampled_from(cv_words.PLACES)),
                period=period(draw(_when(told=bool(bullets) and not alone))),
                items=facts(entry_id, bullets),
            )
        )
    return entries


def _when(*, told: bool) -> st.SearchStrategy[str]:
    """Return dates, or none: without them and without a text a role is hardly seen to be one."""
    return st.sampled_from((*cv_words.DATES, "") if told else cv_words.DATES)


@st.composite
def _duties(draw: st.DrawFn) -> list[Entry]:
    """Draw what the person does for nothing."""
    return [
        Entry(
            id=f"volunteer-{number}",
            title=title,
            organisation=draw(st.sampled_from(cv_words.CLUBS)),
            period=period(draw(st.sampled_from(cv_words.DATES))),
            items=facts(f"volunteer-{number}", draw(st.lists(_sentence(), max_size=1))),
        )
        for number, title in enumerate(
            draw(st.lists(st.sampled_from(cv_words.HELPERS), max_size=2, unique=True)), 1
        )
    ]


@st.composite
def _projects(draw: st.DrawFn) -> list[Entry]:
    names = draw(st.lists(st.sampled_from(cv_words.PROJECTS), max_size=3, unique=True))
    return [
        Entry(
            id=f"projects-{number}",
            title=name,
            period=period(draw(st.sampled_from(cv_words.DATES))),
            items=facts(f"projects-{number}", draw(st.lists(_sentence(), min_size=1, max_size=2))),
        )
        for number, name in enumerate(names, 1)
    ]


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(cv_words.WORDS), min_size=3, max_size=60))
    text = " ".join(["Kept", *words])
    return f"{text}." if draw(st.booleans()) else text
