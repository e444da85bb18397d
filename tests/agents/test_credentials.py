"""Degrees and certificates under a heading such as Qualifications give way to nothing."""

import pytest

from agents.tailoring import tailor
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.credentials import is_credential

_CV = """# Nell Ashby

nell@example.org

## Work experience

### Site manager, Brook Ltd, Hull
March 2019 – present
- Planned temporary works and kept First Aid kits
- Ran the site with Asta Powerproject and Excel

## Qualifications

{rows}
"""
_AD = """Site Manager
Mill Lane Ltd, Hull

Requirements
- Temporary Works Co-ordinator
- First Aid and Excel
- Experience with Asta Powerproject
"""
_HELD = """- HNC Construction, Westmere College, 2017
- NVQ Level 3 Site Joinery, 2008
- First Aid at Work (2024), Temporary Works Co-ordinator (2022)
"""
_KEY_POINTS = """- Planning of sites
- Calm under pressure
- Asta Powerproject
"""


def test_degrees_and_certificates_are_not_replaced():
    """They stay as they are, and no list of key qualifications takes their place."""
    made = tailor(_CV.format(rows=_HELD), _AD)
    before = next(one for one in made.cv.sections if one.heading == "Qualifications")
    assert before in made.page.sections
    assert made.qualifications == ()


def test_key_points_still_give_way_to_those_of_the_ad():
    """Points of one's own choice are chosen anew for each ad."""
    made = tailor(_CV.format(rows=_KEY_POINTS), _AD)
    shown = [term for entry in made.page.entries(Kind.QUALIFICATIONS) for term in entry.terms]
    assert tuple(shown) == made.qualifications
    assert "Excel" in shown


def test_a_name_is_not_cut_at_its_hyphen():
    """The ad asks for the co-ordinator, not for 'Works Co'."""
    made = tailor(_CV.format(rows=_HELD), _AD)
    assert "Temporary Works Co-ordinator" in made.found
    assert not any(term.endswith("Co") for term in made.found)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("NVQ Level 3, 2008", True),
        ("First Aid at Work (renewed 2023)", True),
        ("2015 Staplerschein", True),
        ("Ausbildung zur Köchin", True),
        ("Scrum Master", False),
        ("Master data management", False),
        ("Sales grown from 2015 to 2019", False),
        ("Project management", False),
    ],
)
def test_what_was_awarded_is_told_from_what_one_can_do(text: str, held: bool):  # noqa: FBT001
    """A year at its end, a degree or a certificate says that it was got."""
    assert is_credential(text) is held
