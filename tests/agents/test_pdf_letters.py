"""What a PDF draws as one word is one word, and what it draws apart is not."""

from io import BytesIO

import pikepdf
import pytest

from agents.cv_samples import pdf
from aicvgen.documents.extract import extract

_PAGE = "#set page(width: 500pt, height: 500pt, margin: 30pt)\n#set text(size: 10pt)\n"
_THREE_HYPHENS = b"""/CIDInit /ProcSet findresource begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfchar <2D> <002D00AD2010> endbfchar
2 beginbfrange <20> <2C> <0020> <2E> <7E> <002E> endbfrange
endcmap end"""


def texts(body: str) -> list[str]:
    """Return the texts of the lines of a typeset page."""
    return [line.text for line in extract(pdf(_PAGE + body)).lines]


def drawn(content: str, codes: bytes = b"") -> list[str]:
    """Return the texts of a page with these drawing operators; `codes` says what its codes are."""
    file = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    if codes:
        font.ToUnicode = file.make_stream(codes)
    page = file.add_blank_page(page_size=(500, 500))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=file.make_indirect(font)))
    page.Contents = file.make_stream(f"BT /F 10 Tf {content} ET".encode())
    buffer = BytesIO()
    file.save(buffer)
    return [line.text for line in extract(buffer.getvalue()).lines]


def test_raised_letters_stay_in_their_row() -> None:
    """A rank with raised letters keeps the award beside it, and is one word."""
    raised = "#text(size: 6.5pt, baseline: -3.6pt)"
    ranks = ((2014, "1", "st/50", "Relay Cup"), (2013, "7", "th/120", "Ferry Quiz of Harwick"))
    cells = (f"[{year}], [{rank}{raised}[{end}]], [{name}]" for year, rank, end, name in ranks)
    lines = texts(f"#grid(columns: (40pt, 60pt, 1fr), row-gutter: 4pt, {', '.join(cells)})")
    assert lines == ["2014\t1st/50\tRelay Cup", "2013\t7th/120\tFerry Quiz of Harwick"]


def test_a_raised_number_is_no_part_of_the_number_before_it() -> None:
    """Ten to the power of six is not one hundred and six."""
    (line,) = texts("Counted 10#text(size: 6.5pt, baseline: -3.6pt)[6] gulls with one lens.")
    assert "10⁶ gulls" in line


def test_a_hyphen_that_is_spelt_as_three_is_one() -> None:
    """A file that gives three characters for one hyphen names a phone number and a word."""
    lines = drawn("40 400 Td (555-0142 for on-board work) Tj", _THREE_HYPHENS)
    assert lines == ["555-0142 for on-board work"]


def test_two_hyphens_beside_each_other_stay_two() -> None:
    """Hyphens at places of their own are no spelling of one."""
    assert drawn("40 400 Td (the option --all) Tj") == ["the option --all"]


@pytest.mark.parametrize("between", [3.3, 2.6])
def test_a_space_between_narrow_letters_is_kept(between: float) -> None:
    """A gap as wide as the other spaces of the line parts words, whatever letters are beside it."""
    words = ["lamps", "for", "the", "harbour", "itself"]
    gap = f"{-100 * between:.0f}"
    content = f" {gap} ".join(f"({word})" for word in words)
    assert drawn(f"40 400 Td [{content}] TJ") == [" ".join(words)]


def test_kerned_letters_are_no_words() -> None:
    """White inside of a word that is no space of its line parts nothing."""
    content = "(a) -280 (lighthouse) -280 (r) -60 (t) -60 (i) -60 (st)"
    assert drawn(f"40 400 Td [{content}] TJ") == ["a lighthouse rtist"]


def test_a_heading_that_is_drawn_over_its_text_stands_above_it() -> None:
    """A heading and a line that touch it are two lines, the heading first."""
    over = "#place(dy: 62pt, text(16pt)[BOOKS])#place(dy: 66pt)[A. Lee. The lamps of Harwick.]"
    lines = texts(f"2013 #h(20pt) Ferry Quiz {over}")
    assert lines[-2:] == ["BOOKS", "A. Lee. The lamps of Harwick."]


def test_years_of_a_list_are_no_wrapped_text() -> None:
    """Years and places below each other belong to the row beside them, one each."""
    names = ("Judge, Relay Cup of all Coasts and Isles", "*Helper & Co-Lead*, Quiz", "Staff, Camp")
    cells = (
        f"[{year}], [{name}], align(right)[Harwick]"
        for year, name in zip((2016, 2013, 2012), names, strict=True)
    )
    lines = texts(f"#grid(columns: (30pt, 1fr, 40pt), row-gutter: 5pt, {', '.join(cells)})")
    assert [line.split("\t")[0] for line in lines] == ["2016", "2013", "2012"]
    assert all(line.endswith("\tHarwick") for line in lines)
