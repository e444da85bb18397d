"""Skills in every way people list them: with labels, levels, slashes, in cards and prose."""

import pytest

from agents.cv_samples import pdf, read
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import parse_cv

_TOP = "Odile Marchetti\nodile@fjell.example\n\nEXPERIENCE\nRigger, Quayle Boatyard, 2019\n\n"


def skills(section: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups of a CV in plain text with this section of skills."""
    return [(each.title, each.terms) for each in read(f"{_TOP}{section}\n").entries(Kind.SKILLS)]


@pytest.mark.parametrize(
    ("rows", "groups"),
    [
        (
            "Deck. Splicing, Knots.\nBridge. Radar, Charts.",
            [("Deck", ("Splicing", "Knots")), ("Bridge", ("Radar", "Charts"))],
        ),
        (
            "Splicing / Knots / Radar\nCharts / Winches",
            [("", ("Splicing", "Knots", "Radar", "Charts", "Winches"))],
        ),
        (
            "Splicing Expert\nKnots Advanced\nRadar Beginner",
            [("", ("Splicing", "Knots", "Radar Beginner"))],
        ),
        (
            "Splicing (advanced), Knots (basic), Radar - Grundkenntnisse",
            [("", ("Splicing (advanced)", "Knots (basic)", "Radar - Grundkenntnisse"))],
        ),
        ("CI/CD, Radar, TCP / IP", [("", ("CI/CD", "Radar", "TCP / IP"))]),
    ],
)
def test_lists_in_text(rows: str, groups: list[tuple[str, tuple[str, ...]]]) -> None:
    """Full stops behind labels, slashes between terms; of words for how well only low ones stay."""
    assert skills(f"SKILLS\n{rows}") == groups


def test_languages_among_the_skills_are_languages() -> None:
    """A language with a level is no skill like the others."""
    cv = read(f"{_TOP}SKILLS\nDeck: Splicing, Knots\nNorwegian: native\nFrench: B2\n")
    assert [each.terms for each in cv.entries(Kind.SKILLS)] == [("Splicing", "Knots")]
    spoken = [(each.title, each.grade) for each in cv.entries(Kind.LANGUAGES)]
    assert spoken == [("Norwegian", "native"), ("French", "B2")]


_PAGE = """
#set page(margin: 50pt)
#set text(size: 10pt)
#text(22pt)[Odile Marchetti] \\ odile\\@fjell.example \\
#v(6pt) #text(14pt, weight: "bold")[Experience] \\
Rigger, Quayle Boatyard, 2019 -- 2023 \\
#v(6pt) #text(14pt, weight: "bold")[Skills] \\
SKILLS
"""


def on_page(section: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the groups of a typeset CV with this section of skills."""
    cv = parse_cv(extract(pdf(_PAGE.replace("SKILLS", section))))
    return [(each.title, each.terms) for each in cv.entries(Kind.SKILLS)]


def test_bold_labels_above_terms_in_capitals() -> None:
    """'GPS' and 'ECDIS' are terms; what is bold is a label."""
    rows = "*Deck* \\ Splicing \\ Knots \\ *Bridge* \\ GPS \\ ECDIS"
    assert on_page(rows) == [("Deck", ("Splicing", "Knots")), ("Bridge", ("GPS", "ECDIS"))]


def test_cards_with_a_level_each() -> None:
    """A bold term above a word for how well is no label."""
    rows = "*Splicing* \\ Expert \\ *Knots* \\ Advanced \\ *Radar* \\ Beginner"
    assert on_page(rows) == [("", ("Splicing", "Knots", "Radar"))]


def test_a_term_goes_on_on_the_next_line() -> None:
    """A line between bars that is full ends in the middle of a term."""
    terms = " | ".join(f"Rope work on ship {n}" for n in range(9))
    ((_, found),) = on_page(terms)
    assert found == tuple(f"Rope work on ship {n}" for n in range(9))


def test_spaced_letters_with_pairs_drawn_as_one() -> None:
    """Kerned pairs such as 'TA' stay letters of a word."""
    page = _PAGE.replace(
        '#text(14pt, weight: "bold")[Skills]',
        '#text(14pt, weight: "bold", tracking: 3pt)[SKILLS]',
    )
    cv = parse_cv(extract(pdf(page.replace("\nSKILLS\n", "\nRadar, Charts\n"))))
    assert [each.terms for each in cv.entries(Kind.SKILLS)] == [("Radar", "Charts")]
