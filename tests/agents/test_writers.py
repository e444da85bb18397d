"""Word, Markdown, text and JSON Resume: the same CV, the same bytes every time."""

import io
import json
import zipfile

import docx
import pytest

from agents.page_samples import full_cv
from agents.pictures import jpeg
from agents.test_typeset import INJECTIONS
from aicvgen.documents.extract import extract
from aicvgen.documents.page import page
from aicvgen.documents.photo import photo
from aicvgen.documents.readback import differences
from aicvgen.documents.writers.files import cv_files
from aicvgen.documents.writers.word import word
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.look import FORMATS, FileFormat, Look
from examples import engineer, nurse

EDITABLE: tuple[FileFormat, ...] = ("docx", "md", "txt")
LETTERS = "Zażółć gęślą jaźń, ĞğİıŞş, Nguyễn Thị Phương: 5€ – 6€ … “so” ñandú fi ffl → ≥5"


def _missing(cv: Cv, data: bytes, form: FileFormat) -> list[str]:
    """Return what is not read back; headings stand in capitals in text."""
    places = differences(cv, extract(data))
    return [each for each in places if form != "txt" or not each.endswith(".heading")]


def _file(cv: Cv, form: FileFormat, look: Look = Look()) -> bytes:  # noqa: B008  a frozen value
    return cv_files(cv, look, formats=(form,))[f"cv.{form}"]


@pytest.mark.parametrize("cv", [engineer(), nurse(), full_cv("One.")], ids=["en", "de", "full"])
def test_every_format_says_the_same(cv: Cv):
    """Every field is in every file, in reading order, and twice the same bytes."""
    files = cv_files(cv, Look())

    assert list(files) == [f"cv.{form}" for form in FORMATS]
    assert cv_files(cv, Look()) == files
    for form in EDITABLE:
        assert _missing(cv, files[f"cv.{form}"], form) == [], form
    assert extract(files["cv.json"]).structured == cv


def test_only_the_formats_asked_for_are_made():
    """In our order, whatever theirs."""
    assert list(cv_files(nurse(), Look(), formats=("txt", "docx"))) == ["cv.docx", "cv.txt"]


@pytest.mark.parametrize("form", EDITABLE)
@pytest.mark.parametrize(
    "text", [*INJECTIONS, LETTERS, "# abc", "1. bcd", "+ cde", "| def | ghi |", "&lt; e_f_g"]
)
def test_every_text_is_plain_text(form: FileFormat, text: str):
    """No text becomes a heading, link, list or tag of its own."""
    cv = full_cv(f"x {text}", text, text=f"x {text}")

    assert _missing(cv, _file(cv, form), form) == []


def test_word_has_real_styles_language_and_title():
    """Word's own navigation, spelling and screen readers work."""
    cv = full_cv("One.", language="de")
    document = docx.Document(io.BytesIO(_file(cv, "docx")))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]

    assert document.core_properties.title == "Ada Example, Lebenslauf"
    assert document.core_properties.language == "de-DE"
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 8
    assert styles.count("List Bullet") == 5
    assert [link.url for each in document.paragraphs for link in each.hyperlinks] == [
        "mailto:ada@example.org",
        "https://ada.example.org/",
        "https://code.example.org/ada",
    ]


def test_word_takes_paper_accent_font_and_photo():
    """The look of the PDF, as far as Word has it."""
    look = Look(template="modern", paper="letter", accent="#8b1a1a", font="libertine")
    data = word(page(full_cv("One.")), look, photo(jpeg(60, 80)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
        body = package.read("word/document.xml").decode()
        assert package.read("word/media/photo.jpeg").startswith(b"\xff\xd8")

    assert 'w:w="12240" w:h="15840"' in body
    assert "8b1a1a" in styles
    assert "Cambria" in styles
    assert 'descr="Photo, Ada Example"' in body


def test_json_resume_follows_the_schema():
    """The file names its schema, and holds the sections under their standard keys."""
    resume = json.loads(_file(engineer(), "json"))

    assert resume["$schema"].endswith("v1.2.1/schema.json")
    assert len(resume["work"]) == len(list(engineer().entries(Kind.WORK)))
