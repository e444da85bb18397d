"""A sentence says 'studied' only of a subject at a school of higher education."""

import pytest

from agents.tailoring import tailor

_CV = """# Nell Ashby

nell@example.org

## Work experience

### Clerk, Brook Ltd, Hull
March 2019 – present
- Wrote reports in Excel

## Education

### {head}
{row}
"""
_GERMAN = """# Nele Asche

nele@example.org

## Berufserfahrung

### Elektronikerin, Bach GmbH, Ulm
03/2019 – heute
- Prüfung von Anlagen mit KNX

## Ausbildung

{row}
"""


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (
            "University of Westmere",
            "Bachelor of Science in Physics, 2011 – 2014",
            "Studied Physics at",
        ),
        ("Westmere College", "Bachelor of Arts in Design, 2011 – 2014", "Studied Design at"),
        ("Westmere College", "A levels in English and History, 2011 – 2014", ""),
        ("Brandvold Electrics", "Apprenticeship, Building Services, 2011 – 2014", ""),
        ("Westmere University", "2016", ""),
        (
            "University of Westmere",
            "Bachelor of Science in Physics, 2011 – 2014 (not completed)",
            "",
        ),
    ],
)
def test_only_a_subject_of_a_higher_school_is_studied(head: str, row: str, said: str):
    """An apprenticeship is no study, an employer no school, and a year no subject."""
    made = tailor(_CV.format(head=head, row=row), "Clerk\nMill Lane Ltd\n\nRequirements\n- Excel\n")
    assert made.summary.startswith("Clerk with experience in Excel.")
    assert ("Studied" in made.summary) == bool(said)
    assert said in made.summary


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2008 – 2012 Studium der Physik, Universität Ulm", ""),
        (
            "### Universität Ulm\nMaster of Science in Physik, 2012",
            "Studierte Physik an der Universität Ulm.",
        ),
        ("2012 – 2016 Ausbildung, Fachrichtung Gebäudetechnik\nElektro Wiesner, Ulm", ""),
        ("### Elektro Wiesner\nFachrichtung Gebäudetechnik, 2012 – 2016", ""),
        ("### Universität Ulm\nMaster of Science in Physik, 2012 (abgebrochen)", ""),
    ],
)
def test_a_german_apprenticeship_is_not_studied(row: str, said: str):
    """Neither an employer with a branch nor a year follows 'Studierte'."""
    wanted = "Elektronikerin\nMühlweg GmbH\n\nProfil\n- Kenntnisse in KNX\n"
    made = tailor(_GERMAN.format(row=row), wanted)
    assert made.summary.startswith("Elektronikerin mit Erfahrung in KNX.")
    assert ("Studierte" in made.summary) == bool(said)
    assert said in made.summary
