"""What we typeset we read back: the same roles, degrees, skills and every bullet whole."""

import pytest

from agents.cv_samples import GERMAN, PLAIN, read
from aicvgen.documents.extract import extract
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Period, Section
from aicvgen.domain.look import TEMPLATES, Look, Template
from aicvgen.model.extractive.cv import parse_cv

_FIELDS = ("title", "organisation", "area", "grade", "location", "terms")
_KINDS = (
    Kind.WORK,
    Kind.PROJECTS,
    Kind.EDUCATION,
    Kind.SKILLS,
    Kind.LANGUAGES,
    Kind.CERTIFICATES,
    Kind.VOLUNTEER,
)


def facts(entry: str, *texts: str) -> tuple[Fact, ...]:
    """Number texts as facts."""
    return tuple(Fact(id=f"{entry}/{n}", text=text) for n, text in enumerate(texts, start=1))


def tricky() -> Cv:
    """Return a CV whose words give little away."""
    long = (
        "Wrote, staged and toured a programme of forty-two short pieces for valley schools, which "
        "more than nine thousand pupils saw between the first autumn and the last spring, and kept "
        "a well-ordered archive of every cross-border booking."
    )
    roles = (
        Entry(
            id="work-1",
            title="Compere, Evening Programme",
            organisation="Harrow Bell",
            location="Little Wending",
            period=Period(raw="Mar 2021 – Present", start="2021-03", current=True),
            items=facts("work-1", long, "Opened 120 evenings."),
        ),
        Entry(
            id="work-2",
            title="Prompter",
            organisation="Harrow Bell",
            period=Period(raw="2019 – 2021", start="2019", end="2021"),
            prose=facts("work-2", "Sat in the box and whispered, night after night, to all."),
        ),
        Entry(
            id="work-3",
            title="Usher",
            organisation="Oriel & Daughters Ltd",
            location="Leeds, UK",
            period=Period(raw="06/2016 – 08/2019", start="2016-06", end="2019-08"),
            items=facts("work-3", "Found seats.", "Sold programmes.", "Swept the foyer."),
        ),
    )
    degree = Entry(
        id="education-1",
        title="BA",
        area="Drama",
        organisation="University of Thornbury",
        grade="First Class Honours",
        location="Bristol, UK",
        period=Period(raw="2013 – 2016", start="2013", end="2016"),
    )
    groups = tuple(
        Entry(id=f"skills-{number}", title=title, grade=grade, terms=terms)
        for number, (title, grade, terms) in enumerate(
            (
                ("", "", ("Excel", "driving")),
                ("Stage", "", ("lighting", "prompting (live)", "set building")),
                ("Sound", "Advanced", ("mixing", "cueing")),
            ),
            start=1,
        )
    )
    return Cv(
        contact=Contact(
            name="Zéphyrine Ångström-Baker",
            headline="Compere",
            email="zephyrine@example.org",
            phone="+44 20 7946 0321",
            location="Leeds, UK",
        ),
        sections=(
            Section(kind=Kind.WORK, heading="Engagements", entries=roles),
            Section(kind=Kind.EDUCATION, heading="Education", entries=(degree,)),
            Section(kind=Kind.SKILLS, heading="Skills", entries=groups),
        ),
    )


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize(
    "cv", [tricky(), read(PLAIN), read(GERMAN)], ids=["tricky", "plain", "german"]
)
def test_own_pages_are_read_back(cv: Cv, template: Template) -> None:
    """Every field and fact of a typeset CV comes back as it was."""
    back = parse_cv(extract(typeset(cv, Look(template=template))))
    for field in ("name", "headline", "email", "phone", "location"):
        assert getattr(back.contact, field) == getattr(cv.contact, field)
    for kind in _KINDS:
        wanted, got = list(cv.entries(kind)), list(back.entries(kind))
        assert len(got) == len(wanted)
        for entry, other in zip(wanted, got, strict=True):
            assert {f: getattr(other, f) for f in _FIELDS} == {
                f: getattr(entry, f) for f in _FIELDS
            }
            assert other.period == entry.period
            assert [fact.text for fact in other.facts()] == [fact.text for fact in entry.facts()]
