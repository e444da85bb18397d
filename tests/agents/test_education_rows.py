"""Degree, school, town and grade told apart, however a row parts them."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Entry, Kind


def schools(section: str) -> list[Entry]:
    """Return the entries of a CV with this section of education."""
    text = f"Odile Marchetti\nodile@fjell.example\n\nSKILLS\nRadar, Knots\n\nEDUCATION\n{section}\n"
    return list(read(text).entries(Kind.EDUCATION))


@pytest.mark.parametrize(
    "row",
    [
        "BA in Marine Biology / Fana Maritime College / Bergen, 2011 – 2014",
        "BA in Marine Biology ▸ Fana Maritime College, Bergen, 2011 – 2014",
        "BA in Marine Biology, Fana Maritime College, Bergen. 2011 – 2014",
        "BA in Marine Biology · 2011 – 2014 · Fana Maritime College · Bergen",
    ],
)
def test_separators(row: str) -> None:
    """A slash, a sign, commas or a full stop."""
    (entry,) = schools(row)
    assert (entry.title, entry.area) == ("BA", "Marine Biology")
    assert (entry.organisation, entry.location) == ("Fana Maritime College", "Bergen")


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("Fana Maritime College, Reading", "Reading"),
        ("Fana Maritime College (Bergen)", "Bergen"),
        ("Fana Maritime College, Cork, Ireland", "Cork, Ireland"),
    ],
)
def test_a_town_behind_the_school(row: str, place: str) -> None:
    """Also one whose name is a word."""
    (entry,) = schools(f"BSc Oceanography, 2011 – 2014\n{row}")
    assert (entry.organisation, entry.location) == ("Fana Maritime College", place)


def test_a_grade_behind_a_full_stop() -> None:
    """'First Class' is of the degree, not of the town."""
    (entry,) = schools("BSc Oceanography, 2011 – 2014\nFana Maritime College, Bergen. Distinction")
    assert (entry.organisation, entry.grade) == ("Fana Maritime College", "Distinction")


@pytest.mark.parametrize(
    "row",
    [
        "BSc in Oceanography, 2:1, Fana Maritime College, 2011 – 2014",
        "BSc in Oceanography (2:1), Fana Maritime College, 2011 – 2014",
    ],
)
def test_a_grade_between_degree_and_school(row: str) -> None:
    """It stands behind a comma or in brackets."""
    (entry,) = schools(row)
    assert (entry.title, entry.area, entry.grade) == ("BSc", "Oceanography", "2:1")
    assert entry.organisation == "Fana Maritime College"


def test_the_grade_of_a_second_degree() -> None:
    """What a reader takes for a note under the first degree gives that one no grade."""
    found = schools(
        "MSc Oceanography, Fana Maritime College, 2015 – 2016\n"
        "BSc Oceanography, Harwick University, 2012 – 2015, Distinction"
    )
    assert found[0].grade == ""


def test_a_table_with_an_empty_cell() -> None:
    """The year stands under its label, whatever is missing before it."""
    found = schools(
        "Qualification\tInstitution\tGrade\tYear\n"
        "MSc in Oceanography\tFana Maritime College\t2016\n"
        "BSc in Oceanography\tHarwick University\tDistinction\t2014"
    )
    assert [(each.title, each.organisation) for each in found] == [
        ("MSc", "Fana Maritime College"),
        ("BSc", "Harwick University"),
    ]


@pytest.mark.parametrize("note", ["Tesi: Onde lunghe", "110/110; Tesi: Onde lunghe"])
def test_a_thesis_is_no_degree(note: str) -> None:
    """Also behind a grade; and a school in capitals is no heading, whatever words it has."""
    found = schools(
        f"UNIVERSITÀ DEGLI STUDI DI FANA\nLaurea in Fisica\nBergen\n2015 – 2018\n{note}\n"
        "LICEO HAVN\nDiploma scientifico\nBergen\n2010 – 2015"
    )
    assert [each.organisation for each in found] == ["UNIVERSITÀ DEGLI STUDI DI FANA", "LICEO HAVN"]


def test_a_grade_behind_a_semicolon() -> None:
    """It belongs to the degree in front of it."""
    (entry,) = schools("Fana Maritime College\nBergen\nMSc in Chemistry; First Class Honours\t2014")
    assert (entry.title, entry.area, entry.grade) == ("MSc", "Chemistry", "First Class Honours")


@pytest.mark.parametrize(
    "rows",
    [
        "Ausbildung zum Elektroniker, Elektro Moos, Fachrichtung Gebäudetechnik, 2012 – 2016",
        "2012 – 2016\tAusbildung zum Elektroniker, Fachrichtung Gebäudetechnik\nElektro Moos, Ulm",
    ],
)
def test_a_branch_is_no_school(rows: str) -> None:
    """What an apprentice learnt is neither the firm nor a part of its name."""
    (entry,) = schools(rows)
    assert (entry.title, entry.area, entry.organisation) == (
        "Ausbildung zum Elektroniker",
        "Fachrichtung Gebäudetechnik",
        "Elektro Moos",
    )
