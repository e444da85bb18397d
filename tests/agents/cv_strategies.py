"""Invented CVs for property tests: odd dates, promotions, long bullets, accents, missing parts."""

from collections.abc import Callable

from hypothesis import strategies as st

from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Period, Section
from aicvgen.model.extractive.cv import dates

_FIRST = ("Zoë", "Bjørn", "Íñigo", "Anne-Lise", "Siobhán", "Ada", "Łucja", "João")
_LAST = ("Ångström", "O'Dwyer", "Müller-Thurgau", "Fernsby", "de la Peña", "Nguyễn", "Okafor")
_TITLES = (
    "Senior Software Engineer", "Nurse", "Head of Logistics", "Teamleiter Einkauf", "Head Chef",
    "Data Analyst, Pricing", "Projektleiterin", "Assistant Curator", "Electrician", "Ingénieure",
    "Usher", "Fellow, Night Desk", "Werkstudent (m/w/d)",
    "Deputy Head of Regional Procurement and Supplier Development",
)  # fmt: skip
_FIRMS = (
    "Harbour & Sons Ltd", "Nordlicht GmbH", "Oriel Analytics Inc.", "Städtisches Klinikum Ostheim",
    "Quay Nine", "Brånæs Group", "Café Mirador", "Fennel Robotics", "Harrow Bell", "Mistral",
    "Ministry of Works", "Vale & Vale Partners, Inc.",
)  # fmt: skip
_PLACES = ("", "Leeds, UK", "Berlin, Germany", "Portland, OR", "São Paulo, Brazil")
_DATES = (
    "Mar 2019 – Present", "2019 – 2021", "06/2016 – 08/2019", "Summer 2018", "2018–19", "2015",
    "seit 03/2020", "01.10.2018 – 31.12.2020", "Oktober 2017 bis heute", "2016-02 – 2018-11",
    "September 2012 – December 2014", "févr. 2011 – sept. 2013", "Summer 2013, 2014", "",
)  # fmt: skip
_SCHOOLS = ("University of Thornbury", "Technische Universität Ostheim", "Lycée Saint-Aubin")
_DEGREES = (("BSc", "Physics"), ("MA", "Art History"), ("Diplom", ""), ("PhD", "Marine Biology"))
_WORDS = (
    "built", "ledger", "für", "naïve", "cross-border", "42", "7.5%", "of", "the", "team", "Kafka",
    "(weekly)", "C++", "end-to-end", "crème", "a", "and", "€3m", "Ostheim", "I/O", "records",
    "well-known", "CI/CD", "reviews", "without", "any", "loss",
)  # fmt: skip
_GRADES = ("", "", "First Class Honours", "Note: 1,7", "GPA 3.9/4.0")
_LEVELS = ("", "", "Expert", "Advanced")
_SKILLS = (
    "Python", "C++", "Node.js", "project planning", "PostgreSQL", "welding (MIG)", "Excel",
    "Buchhaltung", "A/B testing", "first aid", "R", "Kubernetes",
)  # fmt: skip
_PROJECTS = ("tidewatch", "Allotment Ledger", "Umzug ins neue Lager", "Choir website", "Lift 7b")
_LANGUAGES = ("English", "German", "Deutsch", "Français", "Español", "Polish", "Nederlands")
_FLUENCIES = ("", "native", "fluent", "B2", "Muttersprache", "courant")
_GROUPS = ("Languages & tools", "Methods", "Werkzeuge", "Office")


@st.composite
def cvs(draw: st.DrawFn) -> Cv:
    """Draw a CV with one to eight roles."""
    made: dict[Kind, Callable[[], st.SearchStrategy[list[Entry]]]] = {
        Kind.WORK: _roles,
        Kind.EDUCATION: _degrees,
        Kind.SKILLS: _groups,
        Kind.PROJECTS: _projects,
        Kind.LANGUAGES: _languages,
    }
    kinds = [Kind.WORK, *draw(st.permutations([kind for kind in made if kind is not Kind.WORK]))]
    entries = {kind: draw(made[kind]()) for kind in kinds}
    sections = [
        Section(kind=kind, heading="", entries=tuple(entries[kind]))
        for kind in kinds
        if entries[kind]
    ]
    name = f"{draw(st.sampled_from(_FIRST))} {draw(st.sampled_from(_LAST))}"
    contact = Contact(
        name=name,
        headline=draw(st.sampled_from(("", "Software Engineer", "Nurse"))),
        email="person@example.org",
        phone=draw(st.sampled_from(("", "+44 20 7946 0321"))),
        location=draw(st.sampled_from(_PLACES)),
    )
    return Cv(contact=contact, sections=tuple(sections))


@st.composite
def _roles(draw: st.DrawFn) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        firm = draw(st.sampled_from(_FIRMS))
        if draw(st.booleans()) and entries:
            firm = entries[-1].organisation
        entry_id = f"work-{number}"
        bullets = draw(st.lists(_sentence(), max_size=4))
        entries.append(
            Entry(
                id=entry_id,
                title=draw(st.sampled_from(_TITLES)),
                organisation=firm,
                location=draw(st.sampled_from(_PLACES)),
                period=_period(draw(st.sampled_from(_DATES))),
                items=tuple(
                    Fact(id=f"{entry_id}/{at}", text=text) for at, text in enumerate(bullets, 1)
                ),
            )
        )
    return entries


@st.composite
def _projects(draw: st.DrawFn) -> list[Entry]:
    names = draw(st.lists(st.sampled_from(_PROJECTS), max_size=3, unique=True))
    return [
        Entry(
            id=f"projects-{number}",
            title=name,
            period=_period(draw(st.sampled_from([each for each in _DATES if each]))),
            items=tuple(
                Fact(id=f"projects-{number}/{at}", text=text)
                for at, text in enumerate(draw(st.lists(_sentence(), min_size=1, max_size=2)), 1)
            ),
        )
        for number, name in enumerate(names, 1)
    ]


@st.composite
def _languages(draw: st.DrawFn) -> list[Entry]:
    names = draw(st.lists(st.sampled_from(_LANGUAGES), max_size=4, unique=True))
    return [
        Entry(id=f"languages-{number}", title=name, grade=draw(st.sampled_from(_FLUENCIES)))
        for number, name in enumerate(names, 1)
    ]


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=60))
    text = " ".join(["Kept", *words])
    return f"{text}." if draw(st.booleans()) else text


@st.composite
def _degrees(draw: st.DrawFn) -> list[Entry]:
    return [
        Entry(
            id=f"education-{number}",
            title=degree,
            area=area,
            organisation=draw(st.sampled_from(_SCHOOLS)),
            location=draw(st.sampled_from(_PLACES)),
            grade=draw(st.sampled_from(_GRADES)),
            period=_awarded(draw(st.sampled_from([each for each in _DATES if each]))),
        )
        for number, (degree, area) in enumerate(
            draw(st.lists(st.sampled_from(_DEGREES), max_size=3, unique=True)), 1
        )
    ]


@st.composite
def _groups(draw: st.DrawFn) -> list[Entry]:
    names = draw(st.lists(st.sampled_from(_GROUPS), max_size=3, unique=True))
    terms = st.lists(st.sampled_from(_SKILLS), min_size=2, max_size=9, unique=True)
    return [
        Entry(
            id=f"skills-{number}",
            title=name,
            grade=draw(st.sampled_from(_LEVELS)) if name else "",
            terms=tuple(draw(terms)),
        )
        for number, name in enumerate(names or [""], 1)
    ]


def _period(raw: str) -> Period | None:
    found = dates.find(raw)
    return found.period if found else None


def _awarded(raw: str) -> Period | None:
    """Return the period of a degree: a lone date is when it was awarded."""
    period = _period(raw)
    if period is None or period.end or period.current:
        return period
    return period.model_copy(update={"start": None, "end": period.start})
