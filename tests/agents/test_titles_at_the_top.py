"""Name and job at the top: in one row, in two types, in small letters, over two rows."""

import pytest

from agents.cv_samples import pdf
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import parse_cv

_REST = """ \\
odile\\@fjell.example \\
#v(6pt) #text(14pt, weight: "bold")[Experience] \\
Rigger, Quayle Boatyard, 2019 -- 2023 \\
- Set up forty masts
#v(6pt) #text(14pt, weight: "bold")[Skills] \\
Radar, Charts
"""


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("#text(24pt)[odile marchetti]", "odile marchetti"),
        (
            '#text(24pt)[ODILE] \\ #text(24pt, weight: "bold")[MARCHETTI-RUUD]',
            "ODILE MARCHETTI-RUUD",
        ),
        ("#text(20pt)[Odile Marchetti] Marine Engineer", "Odile Marchetti"),
        ("#text(22pt, tracking: 4pt)[ODILE TAVATI]", "ODILE TAVATI"),
    ],
)
def test_the_name(top: str, name: str) -> None:
    """It is found whole and without the job behind it."""
    cv = parse_cv(extract(pdf(f"#set page(margin: 50pt)\n#set text(size: 10pt)\n{top}{_REST}")))
    assert cv.contact.name == name
    assert list(cv.entries(Kind.WORK))


_BANDS = """
#set page(margin: 50pt)
#set text(size: 10pt)
#let band(title) = block(width: 100%, fill: navy, inset: 3pt, text(white, weight: "bold")[#title])
#let two = grid.with(columns: (1fr, auto), row-gutter: 4pt)
#two(text(17pt)[Odile Marchetti], [+47 555 01 234],
  [Marine Engineer], [odile\\@fjell.example], [], [Strandgaten 12, 5013 Bergen])
#band[Experience]
#two([*Quayle Boatyard Ltd*], [Bergen], [Ship Engineer], [2019 -- 2023])
- Set up forty masts and kept the ropes of the harbour in order through three long winters
- Taught splicing
#two([*Tarn Marine Ltd*], [Stavanger], [Deck Officer], [2016 -- 2019])
- Kept the ropes
"""


def test_a_band_across_the_page_ends_what_stands_over_it() -> None:
    """Details at the right of the top are no column that goes on beside the roles."""
    cv = parse_cv(extract(pdf(_BANDS)))
    found = [(each.title, each.organisation, each.location) for each in cv.entries(Kind.WORK)]
    assert found == [
        ("Ship Engineer", "Quayle Boatyard Ltd", "Bergen"),
        ("Deck Officer", "Tarn Marine Ltd", "Stavanger"),
    ]


def test_a_monogram_is_no_job() -> None:
    """Initials above the name are left over, and the job below it is the headline."""
    top = "#text(20pt)[OM] \\ #text(24pt)[Odile Marchetti] \\ Marine Engineer"
    cv = parse_cv(extract(pdf(f"#set page(margin: 50pt)\n#set text(size: 10pt)\n{top}{_REST}")))
    assert (cv.contact.name, cv.contact.headline) == ("Odile Marchetti", "Marine Engineer")
    assert "OM" in [fact.text for fact in cv.left_over]
