"""Bytes become lines: formats by content, limits, and honest refusals."""

import contextlib
import json
import random
import time
import zipfile
from io import BytesIO

import docx
import pikepdf
import pytest

from agents.cv_samples import PLAIN, SIDEBAR, pdf, word
from aicvgen.documents.extract import extract
from aicvgen.documents.limits import MAX_BYTES, MAX_PAGES
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Role


def texts(data: bytes) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in extract(data).lines]


def blank(pages: int = 1, *, lock: str = "") -> bytes:
    """Return a PDF without any text."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    buffer = BytesIO()
    locked = pikepdf.Encryption(owner=lock, user=lock) if lock else False
    document.save(buffer, encryption=locked)
    return buffer.getvalue()


def drawn(content: str) -> bytes:
    """Return a PDF of one page with these drawing instructions; /F is a font."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = document.make_stream(content.encode())
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def paragraph(text: str) -> bytes:
    """Return a Word file with one paragraph."""
    document = docx.Document()
    document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def bomb() -> bytes:
    """Return a small Word file that unpacks to more than we read."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PLAIN.encode(), Format.TEXT),
        (b"# Ada Fernsby\n\n## Skills\n\n- Filing\n", Format.MARKDOWN),
        (b'{"basics": {"name": "Ada Fernsby"}}', Format.JSON_RESUME),
        (pdf("Ada Fernsby"), Format.PDF),
        (word(), Format.DOCX),
    ],
    ids=lambda value: value if isinstance(value, Format) else "",
)
def test_format_by_content(data: bytes, expected: Format) -> None:
    """The format is recognised without a file name."""
    assert extract(data).format is expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n\t", Reason.EMPTY),
        (b"{}  ", Reason.UNSUPPORTED),
        (b'{"basics": {}}', Reason.EMPTY),
        (b'{"basics": [', Reason.CORRUPT),
        (b"[" * 100_000, Reason.CORRUPT),
        (b'{"basics":' + b"[" * 100_000, Reason.CORRUPT),
        (b'[\n  {"work": []}\n]', Reason.UNSUPPORTED),
        (b'{"work": "none"}', Reason.CORRUPT),
        (blank(), Reason.NO_TEXT),
        (blank(lock="secret"), Reason.ENCRYPTED),
        (blank(MAX_PAGES + 1), Reason.TOO_LARGE),
        (b"%PDF-1.7\n1 0 obj\n<< /Type", Reason.CORRUPT),
        (pdf("Ada Fernsby")[:600], Reason.CORRUPT),
        (b"PK\x03\x04" + bytes(40), Reason.CORRUPT),
        (bomb(), Reason.TOO_LARGE),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), Reason.UNSUPPORTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), Reason.UNSUPPORTED),
        (bytes(range(256)), Reason.UNSUPPORTED),
        (b"a" * (MAX_BYTES + 1), Reason.TOO_LARGE),
    ],
)
def test_refusals(data: bytes, reason: Reason) -> None:
    """What cannot be read is refused by name, with a sentence that says what to do."""
    with pytest.raises(Rejected) as refused:
        extract(data)
    assert refused.value.reason is reason
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("mark", ["> ", "- ", "[", "](", "**a ", "[a](", "*", "<a ", "`"])
def test_extreme_nesting_takes_no_extreme_time(mark: str) -> None:
    """A mark a hundred thousand times is read or refused within seconds, not minutes."""
    begin = time.process_time()
    with contextlib.suppress(Rejected):
        extract(f"# Ada\n\n{mark * (100_000 // len(mark))} x".encode())
    with contextlib.suppress(Rejected):
        extract(f"Ada {mark * (100_000 // len(mark))} x".encode())
    assert time.process_time() - begin < 5


def test_word_file_without_its_parts() -> None:
    """A Word file that lost its main part is damaged, not unknown."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(word())) as whole, zipfile.ZipFile(buffer, "w") as broken:
        for item in whole.infolist():
            if item.filename != "word/document.xml":
                broken.writestr(item, whole.read(item))
    with pytest.raises(Rejected) as refused:
        extract(buffer.getvalue())
    assert refused.value.reason is Reason.CORRUPT


def test_word_file_with_foreign_parts() -> None:
    """A Word file whose parts are something else is damaged."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as broken:
        broken.writestr("[Content_Types].xml", "<html><body/></html>")
        broken.writestr("word/document.xml", "<html><body/></html>")
    with pytest.raises(Rejected) as refused:
        extract(buffer.getvalue())
    assert refused.value.reason is Reason.CORRUPT


@pytest.mark.parametrize("whole", [pdf(SIDEBAR), word()], ids=["pdf", "docx"])
def test_damaged_bytes_end_in_a_refusal_or_a_reading(whole: bytes) -> None:
    """Flipped bytes never raise anything but a refusal."""
    chance = random.Random(7)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 20, 200))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with contextlib.suppress(Rejected):
            assert extract(bytes(damaged)).lines


def test_lines_of_a_word_file() -> None:
    """Header, styles, list items and table rows become lines with their role."""
    lines = extract(word()).lines
    roles = {line.text: line.role for line in lines}
    assert lines[0].text == "Confidential application"
    assert roles["Work Experience"] is Role.HEADING
    assert roles["Lowered food waste by 31%."] is Role.BULLET
    assert "Cooking\tpastry, stocks" in roles
    assert "Head Chef, The Copper Ladle\tJune 2020 – Present" in roles


def test_ligatures_icons_and_soft_hyphens() -> None:
    """Glyphs that only look like text are made text or taken away."""
    raw = "o\ufb03ce \ue0b7 \u200bcooper\u00adate e\u0301t\u00e9\n"
    (line,) = extract(raw.encode()).lines
    assert line.text == "office cooperate été"


_JOINED = "Ada\u200b Fern\u2060sby"


@pytest.mark.parametrize(
    "data",
    [
        f"{_JOINED}\n".encode(),
        f"# {_JOINED}\n".encode(),
        f"<h1>{_JOINED}</h1>".encode(),
        json.dumps({"basics": {"name": _JOINED}}).encode(),
        paragraph(_JOINED),
    ],
    ids=["text", "markdown", "html", "json", "docx"],
)
def test_invisible_characters_are_reported(data: bytes) -> None:
    """What was dropped is said, without quoting it."""
    source = extract(data)
    assert [line.text for line in source.lines] == ["Ada Fernsby"]
    assert source.dropped == (Dropped(why="2 invisible characters"),)


def test_text_in_no_colour_is_dropped_and_said() -> None:
    """White on white and transparent words are not read; white on a colour is."""
    source = extract(
        pdf(
            "Ada #text(fill: white)[hidden words] #text(fill: rgb(0, 0, 0, 0))[more]\n\n"
            "#rect(fill: blue)[#text(fill: white)[Clerk]]"
        )
    )
    assert [line.text for line in source.lines] == ["Ada", "Clerk"]
    assert source.dropped == (Dropped(where="page 1", why="3 words that cannot be seen"),)


@pytest.mark.parametrize(("shown", "expected"), [("Ada Fernsby", "Ada Fernsby"), ("", "secret")])
def test_text_in_an_invisible_mode(shown: str, expected: str) -> None:
    """It is dropped beside text that is seen; by itself it is the text layer of a scan."""
    source = extract(drawn(f"BT /F 12 Tf 50 700 Td ({shown}) Tj 0 -20 Td 3 Tr (secret) Tj ET"))
    assert [line.text for line in source.lines] == [expected]
    assert bool(source.dropped) == bool(shown)


@pytest.mark.parametrize("glyph", ["•", "-", "*", "▪", "–", "\uf0b7", "➢"])
def test_bullet_glyphs(glyph: str) -> None:
    """The glyph goes, the role says it."""
    (line,) = extract(f"{glyph} Filed letters".encode()).lines
    assert (line.text, line.role) == ("Filed letters", Role.BULLET)


def test_letter_spaced_words_are_closed_up() -> None:
    """'A D A' is 'ADA' in text and on a page."""
    assert texts(b"P R O F I L E\nFiling\n") == ["PROFILE", "Filing"]
    spaced = "#text(tracking: 8pt)[FERNSBY] \\ #text(tracking: 8pt)[ADA]#h(30pt)end"
    assert texts(pdf(spaced))[0] == "FERNSBY"


def test_wide_gaps_are_tabs() -> None:
    """A date at the right margin is parted from the text by a tab."""
    assert texts(pdf("Clerk #h(1fr) 2019 - 2021")) == ["Clerk\t2019 - 2021"]
    assert texts(b"Clerk        2019 - 2021\n") == ["Clerk\t2019 - 2021"]


def test_lines_know_their_place_and_type() -> None:
    """Page, size, boldness, box and link of a PDF's lines are known."""
    source = extract(
        pdf('#text(20pt)[*Ada*] \\ #link("https://ada.example.org")[page] #pagebreak() two')
    )
    first, second, third = source.lines
    assert (first.page, first.size, first.bold) == (1, 20.0, True)
    assert first.box is not None
    assert second.box is not None
    assert first.box[1] < second.box[1]
    assert second.links == ("https://ada.example.org",)
    assert (third.page, source.pages) == (2, 2)


def test_sidebar_is_read_column_by_column() -> None:
    """No line mixes a sidebar with what stands beside it."""
    lines = texts(pdf(SIDEBAR))
    assert lines.index("Power supplies") < lines.index("EXPERIENCE")
    assert lines.index("Electronics Technician\tMay 2019 - Present") > lines.index("LANGUAGES")


def test_columns_go_on_over_pages() -> None:
    """The left column of all pages is read before the right one."""
    left = " \\ ".join(f"left number {number}" for number in range(60))
    right = " \\ ".join(f"right number {number} is a longer line" for number in range(60))
    page = "#set page(width: 500pt, height: 500pt)\n"
    lines = texts(pdf(f"{page}#grid(columns: (1fr, 2fr), [{left}], [{right}])"))
    assert lines[:60] == [f"left number {number}" for number in range(60)]


def test_scrambled_drawing_order_is_put_right() -> None:
    """Where text was drawn in no order at all, position decides."""
    places = [(number * 7) % 20 for number in range(20)]
    drawn = "".join(
        f"#place(top + left, dy: {20 * place}pt)[line {place:02d} of the text]" for place in places
    )
    assert texts(pdf(drawn)) == [f"line {number:02d} of the text" for number in range(20)]


def test_text_outside_of_the_page_is_dropped_and_said() -> None:
    """Text that nobody sees is not read, and the source says how much it was."""
    source = extract(pdf("Ada #place(dx: 3000pt)[hidden words]"))
    assert [line.text for line in source.lines] == ["Ada"]
    assert source.dropped == (Dropped(where="page 1", why="2 words outside of the page"),)
