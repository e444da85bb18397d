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
