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
