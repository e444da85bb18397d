"""What only its type sets apart from its neighbour on one line is a field of its own."""

from io import BytesIO

import docx
import pytest

from agents.cv_samples import pdf
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv, Kind
from aicvgen.model.extractive.cv import parse_cv

_PAGE = """
#set page(margin: 50pt)
#set text(size: 10pt)
#let head(title) = text(14pt, weight: "bold")[#title]
#text(22pt)[Odile Marchetti] \\ odile\\@fjell.example \\
#v(6pt) #head[Experience] \\
*Quayle Boatyard* Bergen \\ Rigger, 2019 -- 2023 \\
- Set up forty masts
*Tarn Marine Ltd* Stavanger \\ Deckhand, 2016 -- 2019 \\
- Kept the ropes
#v(6pt) #head[Education] \\
*Fana Maritime College* Bergen \\ Diploma in Seamanship, 2014 -- 2016 \\
#v(6pt) #head[Skills] \\
*Rigging* Splicing, Knots, Winches \\
*Navigation* Radar, Charts \\
"""


def roles(cv: Cv) -> list[tuple[str, str, str]]:
    """Return position, employer and place of each role."""
    return [(each.title, each.organisation, each.location) for each in cv.entries(Kind.WORK)]


def test_a_bold_name_and_a_plain_town_on_a_page() -> None:
    """Employers, schools and groups of skills end where the bold type ends."""
    cv = parse_cv(extract(pdf(_PAGE)))
    assert roles(cv) == [
        ("Rigger", "Quayle Boatyard", "Bergen"),
        ("Deckhand", "Tarn Marine Ltd", "Stavanger"),
    ]
    (school,) = cv.entries(Kind.EDUCATION)
    assert (school.organisation, school.location) == ("Fana Maritime College", "Bergen")
    assert [(each.title, each.terms) for each in cv.entries(Kind.SKILLS)] == [
        ("Rigging", ("Splicing", "Knots", "Winches")),
        ("Navigation", ("Radar", "Charts")),
    ]


_HTML = """<html><body><h1>Odile Marchetti</h1><p>odile@fjell.example</p><h2>Experience</h2>
<p><b>Rigger</b> <i>Quayle Boatyard</i></p><p>2019 – 2023</p><ul><li>Set up forty masts</li></ul>
<p><b>Deckhand</b> <i>Tarn Marine Ltd</i></p><p>2016 – 2019</p><ul><li>Kept the ropes</li></ul>
</body></html>"""
_MARKDOWN = """# Odile Marchetti
odile@fjell.example
## Experience
**Rigger** *Quayle Boatyard*
2019 – 2023
- Set up forty masts

**Deckhand** *Tarn Marine Ltd*
2016 – 2019
- Kept the ropes
"""


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph("Odile Marchetti")
    document.add_paragraph("odile@fjell.example")
    document.add_paragraph().add_run("Experience").bold = True
    for position, employer, dates in (
        ("Rigger", "Quayle Boatyard", "2019 – 2023"),
        ("Deckhand", "Tarn Marine Ltd", "2016 – 2019"),
    ):
        header = document.add_paragraph()
        header.add_run(position).italic = True
        header.add_run(f" {employer}")
        document.add_paragraph(dates)
        document.add_paragraph("Set up forty masts", style="List Bullet")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("form", ["html", "markdown", "word"])
def test_position_and_employer_in_two_types(form: str) -> None:
    """Weight and slant part them in every format that has them."""
    data = {"html": _HTML.encode(), "markdown": _MARKDOWN.encode(), "word": _word()}[form]
    assert roles(parse_cv(extract(data))) == [
        ("Rigger", "Quayle Boatyard", ""),
        ("Deckhand", "Tarn Marine Ltd", ""),
    ]


def test_emphasis_in_a_sentence_parts_nothing() -> None:
    """Bold words in running text are read as they stand."""
    page = _HTML.replace("Set up forty masts", "Set up <b>Forty</b> masts for <b>Aurora</b>")
    cv = parse_cv(extract(page.encode()))
    facts = [fact.text for entry in cv.entries(Kind.WORK) for fact in entry.facts()]
    assert "Set up Forty masts for Aurora" in facts


def test_the_end_of_a_plain_name_that_did_not_fit_behind_a_bold_one() -> None:
    """It goes on below in the type in which the row above ends."""
    page = """
#set page(width: 330pt, margin: 40pt)
#set text(size: 10pt)
#let head(title) = text(14pt, weight: "bold")[#title]
#text(22pt)[Odile Marchetti] \\ odile\\@fjell.example \\
#v(6pt) #head[Experience] \\
*Deckhand of the Northern Line*, Quayle \\ Boatyard \\ #text(8pt)[2019 -- 2023] \\
- Set up forty masts and kept the ropes of nine
*Rigger of the Southern Line*, Tarn Fjell \\ Marine \\ #text(8pt)[2016 -- 2019] \\
- Kept the ropes
"""
    found = roles(parse_cv(extract(pdf(page))))
    assert [each[:2] for each in found] == [
        ("Deckhand of the Northern Line", "Quayle Boatyard"),
        ("Rigger of the Southern Line", "Tarn Fjell Marine"),
    ]
