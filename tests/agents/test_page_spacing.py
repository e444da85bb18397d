"""Space on the page, measured: even gaps, the whole width, no separator left hanging."""

from itertools import pairwise

import pytest

from agents.page_samples import LONG, full_cv, section, unlike
from aicvgen.documents import pdf
from aicvgen.documents.arrangement import arranged
from aicvgen.documents.capitals import printed_heading
from aicvgen.documents.page import page
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Profile
from aicvgen.domain.look import TEMPLATES, Look, Template
from examples import facts

_EVEN = 0.3
"""Points by which gaps may differ: less is not seen."""
_BESIDE = 150
"""Points that a sidebar and its gap take at least."""


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("count", [3, 4, 7])
def test_bullets_stand_evenly(template: Template, count: int):
    """The gap before the last two is that between the others."""
    cv = full_cv(*(f"Bullet {number}." for number in range(count)))
    lines = pdf.read(typeset(cv, Look(template=template))).lines
    tops = [line.box[1] for line in lines if line.text.startswith("Bullet ") and line.box]
    gaps = [abs(below - above) for above, below in pairwise(tops)]

    assert len(gaps) == count - 1
    assert max(gaps) - min(gaps) < _EVEN


def test_pages_after_the_sidebar_are_as_wide_as_the_paper_allows():
    """The sidebar ends on the first page, and so does the room it takes; all is read in order."""
    look = Look(template="modern")
    cv = full_cv(*LONG, *LONG)
    data = typeset(cv, look)
    boxes = [(line.page, line.box) for line in pdf.read(data).lines if line.box]
    lefts = {number: min(box[0] for at, box in boxes if at == number) for number, _ in boxes}
    widths = {number: max(box[2] - box[0] for at, box in boxes if at == number) for number in lefts}

    assert arranged(cv, "modern").beside
    assert abs(lefts[2] - lefts[1]) < _BESIDE / 10
    assert widths[2] > widths[1] + _BESIDE / 2
    assert unlike(cv, data, look) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_separator_hangs_at_the_end_of_a_line(template: Template):
    """What does not fit goes to the next line without it, nor does that begin with one."""
    roles = tuple(
        Entry(
            id=f"volunteer-{number}",
            title="Keeper",
            organisation=" ".join(("Society of Lamps",) * 7)[:length] + "w",
            location="Little Wending by the Sea",
            items=facts(f"volunteer-{number}", "Trimmed the wicks."),
        )
        for number, length in enumerate(range(30, 100, 3))
    )
    profiles = tuple(
        Profile(network="Code", url=f"https://code{number}.example.org/ada-example")
        for number in range(7)
    )
    cv = Cv(
        contact=Contact(name="Ada Example", profiles=profiles),
        sections=(section(Kind.VOLUNTEER, *roles),),
    )
    data = typeset(cv, Look(template=template))
    lines = [line.text for line in pdf.read(data).lines]

    assert unlike(cv, data, Look(template=template)) == []
    assert sum("·" in line for line in lines) < len(roles)
    assert not any(line.endswith(("·", "|", "•")) for line in lines)
    assert not any(line.startswith(("·", "|")) for line in lines)


@pytest.mark.parametrize(
    ("heading", "language", "printed"),
    [
        ("HONORS AND AWARDS", "en", "Honors and Awards"),
        ("IT & HTML", "en", "IT & HTML"),
        ("EDV-KENNTNISSE", "de", "EDV-Kenntnisse"),
        ("WEITERE BERUFLICHE STATIONEN", "de", "Weitere berufliche Stationen"),
        ("VIE ASSOCIATIVE", "fr", "Vie associative"),
        ("Boats I Have Owned", "en", "Boats I Have Owned"),
    ],
)
def test_a_heading_in_capitals_is_set_as_ours_are(heading: str, language: str, printed: str):
    """Acronyms stay, and so does whatever is not all in capitals."""
    assert printed_heading(heading, language) == printed


def test_a_name_in_capitals_stays_and_a_bare_grade_is_labelled():
    """The name is the person's; a number alone does not say what it counts."""
    degree = Entry(id="education-1", title="BSc", organisation="Westmere University", grade="3.8")
    cv = Cv(contact=Contact(name="ADA EXAMPLE"), sections=(section(Kind.EDUCATION, degree),))
    laid_out = page(cv)

    assert laid_out.name == "ADA EXAMPLE"
    assert laid_out.sections[0].blocks[0].details[-1].text == "GPA 3.8"
    assert unlike(cv, typeset(cv)) == []
