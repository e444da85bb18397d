"""A CV with every kind of field, and every look it can have, for the tests of the writers."""

from itertools import product

from aicvgen.documents import pdf
from aicvgen.documents.arrangement import columns
from aicvgen.documents.readback import differences
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Period, Profile, Section
from aicvgen.domain.look import PAPERS, TEMPLATES, Look
from examples import facts

LONG = tuple(
    f"Kept the {number} well-known harbour lamps, their state-of-the-art lenses and the data-driven"
    " log of every boat that passed, and taught the keepers of other coasts how to read it."
    for number in range(20, 32)
)
"""Bullets that make a role long enough for a page with a sidebar."""
LOOKS = tuple(Look(template=each, paper=paper) for each, paper in product(TEMPLATES, PAPERS))


def full_cv(*bullets: str, language: str = "en", name: str = "Ada Example", text: str = "") -> Cv:
    """Return a CV with every kind of field; the bullets are those of its role."""
    return Cv(
        language=language,
        contact=Contact(
            name=name,
            headline="Engineer",
            email="ada@example.org",
            phone="+44 20 7946 0555",
            url="https://ada.example.org/",
            location="Leeds, UK",
            profiles=(Profile(network="Code", url="https://code.example.org/ada"),),
        ),
        sections=(
            section(Kind.SUMMARY, Entry(id="summary-1", prose=facts("summary-1", text or "Hi."))),
            section(
                Kind.QUALIFICATIONS,
                Entry(id="qualifications-1", terms=("Python", "Team lead", "SQL")),
            ),
            section(
                Kind.WORK,
                Entry(
                    id="work-1",
                    title="Senior Developer",
                    organisation="Quillmoor Ltd",
                    location="Leeds",
                    period=Period(raw="Mar 2019 – Present", start="2019-03", current=True),
                    items=facts("work-1", *bullets),
                ),
            ),
            section(
                Kind.PROJECTS,
                Entry(id="projects-1", title="Tidewatch", terms=("Rust", "SQLite")),
            ),
            section(
                Kind.EDUCATION,
                Entry(
                    id="education-1",
                    title="BSc",
                    area="Mathematics",
                    organisation="Westmere University",
                    grade="First",
                    period=Period(raw="2010 – 2013", start="2010", end="2013"),
                ),
            ),
            section(Kind.SKILLS, Entry(id="skills-1", title="Data", terms=("SQL", "pandas"))),
            section(Kind.LANGUAGES, Entry(id="languages-1", title="Welsh", grade="basic")),
            Section(
                kind=Kind.CUSTOM,
                heading="Boats I Have Owned",
                entries=(Entry(id="custom-1", items=facts("custom-1", "A dinghy.")),),
            ),
        ),
    )


def section(kind: Kind, *entries: Entry) -> Section:
    """Return a section without a heading of its own."""
    return Section(kind=kind, heading="", entries=entries)


def unlike(cv: Cv, data: bytes, look: Look = Look()) -> list[str]:  # noqa: B008  a frozen value
    """Return the places of the CV that our own reader does not find in the PDF."""
    source = pdf.read(data)
    return [place for column in columns(cv, look.template) for place in differences(column, source)]


def words(text: str) -> str:
    """Return the text with every white space as one space."""
    return " ".join(text.replace("\u00a0", " ").split())
