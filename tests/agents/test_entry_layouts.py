"""Roles are read whatever the order of their parts, also where their words say little."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Kind

_ROLES = (
    ("Site Manager", "Quarrel Bridge Ltd", "Leeds, UK", "Mar 2020 – Present"),
    ("Deputy Site Manager", "Tollgate Works", "Wakefield, UK", "2017 – 2020"),
    ("Banksman", "Orrin & Vale", "Little Wending", "06/2014 – 11/2016"),
    ("Labourer", "Moss Fenwick Builders", "Hull, UK", "2012 – 2014"),
)
_BULLETS = (
    "Handed over 46 houses in two years.",
    "Kept the crane log.",
)
_LAYOUTS = {
    "role, employer and place, dates": "{title}\n{owner}, {place}\n{dates}",
    "employer, role, dates": "{owner}\n{title}\n{dates}",
    "dates, role, employer and place": "{dates}\n{title}\n{owner}, {place}",
    "role at employer (dates)": "{title} at {owner} ({dates})",
    "role, employer (dates)": "{title}, {owner} ({dates})",
    "role, employer (dates, place)": "{title}, {owner} ({dates}, {place})",
    "role – employer, dates behind a gap": "{title} – {owner}\t{dates}",
    "employer – role, dates behind a gap": "{owner} – {title}\t{dates}",
    "one row with bars": "{title} | {owner} | {place} | {dates}",
    "dates in the margin": "{dates}\t{title}\n{owner}, {place}",
    "employer and place, role and dates": "{owner}\t{place}\n{title}\t{dates}",
    "role and dates, employer and place": "{title}\t{dates}\n{owner}\t{place}",
    "employer and dates, role and place": "{owner}\t{dates}\n{title}\t{place}",
    "employer — place, role, dates": "{owner} — {place}\n{title}\n{dates}",
}


def _document(layout: str, mark: str) -> str:
    """Return a CV in text whose roles have this layout."""
    roles = "\n\n".join(
        "\n".join(
            [
                layout.format(title=title, owner=owner, place=place, dates=dates),
                *(f"{mark}{bullet}" for bullet in _BULLETS),
            ]
        )
        for title, owner, place, dates in _ROLES
    )
    head = "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
    return f"{head}{roles}\n\nSKILLS\nScaffolding, Levelling\n"


@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS)
def test_roles_in_every_layout(layout: str) -> None:
    """Position, employer, place and dates of each role, and its bullets whole."""
    cv = read(_document(layout, "- "))

    for entry, (title, owner, place, dates) in zip(cv.entries(Kind.WORK), _ROLES, strict=True):
        assert (entry.title, entry.organisation) == (title, owner)
        assert entry.location == (place if "{place}" in layout else "")
        assert entry.period is not None
        assert entry.period.raw == dates
        assert [fact.text for fact in entry.items] == list(_BULLETS)


def test_an_employer_above_several_roles() -> None:
    """The employer's own row, with the dates of the whole stay, is repeated for each role."""
    cv = read(
        "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
        "Quarrel Bridge Ltd\n8 years 2 months\n"
        "Site Manager\nMar 2020 – Present (4 years 2 months)\n- Handed over 46 houses.\n"
        "Labourer\nMar 2016 – Feb 2020 (4 years)\n- Kept the crane log.\n"
    )

    roles = [(each.title, each.organisation) for each in cv.entries(Kind.WORK)]
    assert roles == [("Site Manager", "Quarrel Bridge Ltd"), ("Labourer", "Quarrel Bridge Ltd")]


def test_a_form_with_labels() -> None:
    """Fields are what their labels say, also where the employer stands under the duties."""
    cv = read(
        "Odile Brandvold\nodile.brandvold@example.org\n\nWORK EXPERIENCE\n\n"
        "Dates\t03/2020 – 05/2022\nOccupation or position held\tBanksman\n- Kept the crane log.\n"
        "Name and address of employer\tOrrin & Vale, Leeds, UK\n"
        "Dates\t2017 – 2020\nOccupation or position held\tOrrin\n- Swept.\n"
        "Name and address of employer\tManager & Sons, Hull, UK\n"
    )

    roles = [(each.title, each.organisation, each.location) for each in cv.entries(Kind.WORK)]
    assert roles == [
        ("Banksman", "Orrin & Vale", "Leeds, UK"),
        ("Orrin", "Manager & Sons", "Hull, UK"),
    ]


def test_a_leave_has_no_employer() -> None:
    """The employer above a time of leave is not repeated for it."""
    cv = read(
        "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
        "Site Manager\nQuarrel Bridge Ltd\n2018 – 2020\n- Handed over 46 houses.\n\n"
        "Parental leave\n2016 – 2018\n\n"
        "Labourer\nMoss Fenwick Builders\n2012 – 2016\n- Kept the crane log.\n"
    )

    assert [each.organisation for each in cv.entries(Kind.WORK)] == [
        "Quarrel Bridge Ltd",
        "",
        "Moss Fenwick Builders",
    ]


def test_headers_run_into_text_and_dates_broken_over_rows() -> None:
    """A header that ends in a sentence is cut off it; a date on two rows is one."""
    cv = read(
        "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
        "Site Manager, Quarrel Bridge Ltd, Leeds, UK, March 2020 to present. Hands over houses.\n"
        "Labourer, Moss Fenwick Builders, Hull, UK, May 2012 to\nJune 2014. Kept the crane log.\n"
    )

    first, second = cv.entries(Kind.WORK)
    assert (first.title, first.organisation) == ("Site Manager", "Quarrel Bridge Ltd")
    assert [fact.text for fact in first.facts()] == ["Hands over houses."]
    assert second.period is not None
    assert (second.period.start, second.period.end) == ("2012-05", "2014-06")


def test_a_lone_date_of_a_degree_is_its_end() -> None:
    """'BSc Physics, 2014' says when the degree was awarded."""
    cv = read(
        "Odile Brandvold\nodile.brandvold@example.org\n\nEDUCATION\n\n"
        "BSc Physics, University of Thornbury, 2014\n\nSKILLS\nLevelling, Scaffolding\n"
    )

    (degree,) = cv.entries(Kind.EDUCATION)
    assert degree.period is not None
    assert (degree.period.start, degree.period.end) == (None, "2014")
