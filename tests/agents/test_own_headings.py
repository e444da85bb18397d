"""Headings: which section each announces, and which stay on the page as they are."""

import pytest

from agents.cv_samples import read
from aicvgen.documents import labels
from aicvgen.documents.page import page
from aicvgen.domain.cv import Cv, Kind
from aicvgen.model.extractive.cv.headings import kind_of

_WORK = "**Clerk**, Moss Ltd, 2019 - 2020\n\n- Filed.\n"


def headings(*sections: tuple[str, str]) -> list[str]:
    """Return the headings of the page of a CV with these sections."""
    return [section.heading for section in page(cv_of(*sections)).sections]


def cv_of(*sections: tuple[str, str]) -> Cv:
    """Return a CV with these headings and texts."""
    text = "\n\n".join(f"## {heading}\n\n{under}" for heading, under in sections)
    return read(f"# Ada Fernsby\n\nada@example.org\n\n{text}")


@pytest.mark.parametrize(
    "heading",
    ["Nebenjob", "Nebenjobs", "Aushilfstätigkeiten", "Ferienjobs", "Side jobs", "Student Jobs"],
)
def test_small_jobs_are_work(heading: str) -> None:
    """What pupils and students do beside is work, too."""
    assert kind_of(heading) is Kind.WORK


@pytest.mark.parametrize("heading", ["Internships", "Praktika", "Clinical Experience", "Nebenjobs"])
def test_a_narrower_heading_stays(heading: str) -> None:
    """Our label would make more of it than its owner does."""
    assert headings((heading, _WORK)) == [heading]


@pytest.mark.parametrize(
    ("heading", "under", "printed"),
    [
        ("Schulbildung", "**Abitur**, Gymnasium Neustadt, 2012 - 2020\n", "Schulbildung"),
        ("ACHIEVEMENTS", "- Employee of the Month, 2020\n", "Achievements"),
        ("Community", "**Trainer**, Old Town Club, 2019 - 2020\n", "Community"),
    ],
)
def test_what_another_section_is_called_stays(heading: str, under: str, printed: str) -> None:
    """The same of other kinds of sections, but for capitals, which are looks and no word."""
    assert headings((heading, under), ("Experience", _WORK)) == [printed, "Work Experience"]


@pytest.mark.parametrize(
    "heading",
    ["Experience", "WORK HISTORY", "Employment:"],
)
def test_a_synonym_gets_the_usual_heading(heading: str) -> None:
    """It says no more than ours."""
    assert headings((heading, _WORK)) == ["Work Experience"]


@pytest.mark.parametrize(
    "heading",
    ["E X P E R I E N C E", "2. Work Experience", "Experience (continued)", "Education & Training"],
)
def test_spacing_numbers_and_ends_tell_nothing(heading: str) -> None:
    """A heading is a synonym however it is set; another is none."""
    assert labels.is_heading(Kind.WORK, heading) is ("Education" not in heading)


@pytest.mark.parametrize("heading", ["Freie Mitarbeit", "Praxis in der Datenanalyse"])
@pytest.mark.parametrize("before", ["Kurzprofil", "Berufserfahrung"])
def test_an_explicit_heading_opens_a_section(heading: str, before: str) -> None:
    """What no list of headings has is still no part of the section above; its roles are work."""
    above = _WORK if before == "Berufserfahrung" else "Ich erkläre gern."
    role = "**Praktikantin**, Moss GmbH, Ulm (04/2023 – 09/2023)\n- Daten ausgewertet.\n"
    cv = cv_of((before, above), (heading, role), ("Ausbildung", "Abitur, Moos-Gymnasium, 2015"))

    own = next(each for each in cv.sections if each.heading == heading)
    assert own.kind is Kind.WORK
    assert [(each.title, each.organisation) for each in own.entries] == [
        ("Praktikantin", "Moss GmbH")
    ]


def test_headings_of_entries_open_no_section() -> None:
    """Where the headings of the entries are of the level of the sections, they stay entries."""
    cv = cv_of(
        ("Experience", ""),
        ("Cook, Old Inn, Leeds", "2014 - 2016\n- Cooked.\n"),
        ("Waiter, Moss Ltd, Hull", "2010 - 2012\n- Served.\n"),
        ("Education", "BA History, Moss University, 2010"),
    )

    assert [each.organisation for each in cv.entries(Kind.WORK)] == ["Old Inn", "Moss Ltd"]


def test_what_is_done_beside_work_is_none() -> None:
    """An unknown heading of that sort does not make work of the offices under it."""
    office = "**President**, Moss Society (2015 – 2016)\n- Led it.\n"
    cv = cv_of(("Experience", _WORK), ("On-campus involvement", office))

    assert len(list(cv.entries(Kind.WORK))) == 1


def test_a_heading_that_a_blank_line_sets_apart() -> None:
    """In plain text another heading may be in capitals; what stands under it is no job."""
    cv = read(
        "Ada Fernsby\nada@example.org\n\nEMPLOYMENT\nClerk, Moss Ltd, Leeds\nMay 2019 – present\n"
        "* Filed.\n\nQualifications\nHNC Law, University of Westmere, 2017\nFire Marshal (2022)\n"
    )

    assert [each.title for each in cv.entries(Kind.WORK)] == ["Clerk"]
    assert "Qualifications" in [section.heading for section in cv.sections]
