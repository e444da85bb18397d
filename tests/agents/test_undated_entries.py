"""Roles without a date, told by their likeness to the dated ones, and roles that are paragraphs."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Entry, Kind

_HEAD = "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
_LAYOUTS = {
    "employer -- place, role [dates]": (
        "Quarrel Bridge Ltd -- Leeds, UK\nSite Manager [2017 - 2020]\n- Handed over 46 houses.\n\n"
        "Orrin & Vale Ltd -- Hull, UK\nDeputy Site Manager [2014 - 2016]\n- Kept the crane log.\n\n"
        "Tollgate Yard -- Leeds, UK\nCrew Leader\n- Swept the yard.\n"
    ),
    "role and dates, employer, place": (
        "Site Manager\t2017 - 2020\nQuarrel Bridge Ltd\nLeeds\n- Handed over 46 houses.\n"
        "Deputy Site Manager\t2014 - 2016\nOrrin & Vale Ltd\nBristol\n- Kept the crane log.\n"
        "Crew Leader\nTollgate Yard\nLeeds\n- Swept the yard.\n"
    ),
    "role | employer, dates behind a gap": (
        "Site Manager | Quarrel Bridge Ltd\t2017 - 2020\n- Handed over 46 houses.\n"
        "Deputy Site Manager | Orrin & Vale Ltd\t2014 - 2016\n- Kept the crane log.\n"
        "Crew Leader | Tollgate Yard\n- Swept the yard.\n"
    ),
    "dates, role at employer": (
        "2017 - 2020\nSite Manager at Quarrel Bridge Ltd\nHanded over 46 houses in two years.\n"
        "2014 - 2016\nDeputy Site Manager at Orrin & Vale Ltd\nKept the crane log for two years.\n"
        "Crew Leader at Tollgate Yard\nSwept the yard before anybody else came in.\n"
    ),
}


def roles(text: str) -> list[Entry]:
    """Return the work of a CV in text with these roles."""
    return list(read(f"{_HEAD}{text}\nSKILLS\nScaffolding, Levelling\n").entries(Kind.WORK))


@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS)
def test_a_role_without_a_date_is_as_the_dated_ones(layout: str) -> None:
    """It is no part of the role above, and has an item of its own."""
    found = roles(layout)

    assert [(each.title, each.organisation) for each in found] == [
        ("Site Manager", "Quarrel Bridge Ltd"),
        ("Deputy Site Manager", "Orrin & Vale Ltd"),
        ("Crew Leader", "Tollgate Yard"),
    ]
    assert [len(list(each.facts())) for each in found] == [1, 1, 1]
    assert found[-1].period is None


def test_a_heading_opens_an_entry_without_a_date() -> None:
    """Where the dated entries have headings of that level."""
    page = (
        "# Odile Brandvold\nodile.brandvold@example.org\n\n## Experience\n\n"
        "### Site Manager\t2017 - 2020\nQuarrel Bridge Ltd\n\n"
        "### Usher\nOrrin & Vale Ltd\n- Sold it.\n"
    )
    found = read(page).entries(Kind.WORK)
    assert [(each.title, each.organisation) for each in found] == [
        ("Site Manager", "Quarrel Bridge Ltd"),
        ("Usher", "Orrin & Vale Ltd"),
    ]


def test_roles_that_are_paragraphs() -> None:
    """The first sentence is the header, with and without a date; an abbreviation ends none."""
    found = roles(
        "2017 - 2020. Site Manager, St. Orrin Ltd. (Leeds). Handed over 46 houses. Kept the log.\n"
        "2014 - 2016. Banksman, Quarrel Bridge (Hull). Kept the crane log in every weather.\n"
        "Crew Leader, Tollgate Yard (Leeds). Swept the yard before anybody else came in.\n"
    )
    assert [(each.title, each.organisation, each.location) for each in found] == [
        ("Site Manager", "St. Orrin Ltd.", "Leeds"),
        ("Banksman", "Quarrel Bridge", "Hull"),
        ("Crew Leader", "Tollgate Yard", "Leeds"),
    ]
    assert [fact.text for fact in found[0].facts()] == ["Handed over 46 houses. Kept the log."]


def test_a_legal_form_broken_off() -> None:
    """What begins the next row ends the name of the employer."""
    found = roles(
        "2017 - 2020: Site Manager, Quarrel & Co.\nKG, Hamburg\n- Handed over 46 houses.\n\n"
        "2014 - 2016: Banksman, Tollgate Hafenbau\nGmbH, Hamburg\n- Kept the crane log.\n"
    )
    assert [(each.title, each.organisation) for each in found] == [
        ("Site Manager", "Quarrel & Co. KG"),
        ("Banksman", "Tollgate Hafenbau GmbH"),
    ]
