"""The page: the same bytes every time, accessible, and every word of the CV in reading order."""

import io
import random
import re
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
import typst

from aicvgen.documents import labels, pdf
from aicvgen.documents.page import page
from aicvgen.documents.readback import differences
from aicvgen.documents.typeset import PAPERS, TEMPLATES, typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Period, Profile, Section
from aicvgen.domain.errors import Reason, Rejected
from examples import facts

INJECTIONS = (
    '#read("/etc/passwd")',
    '#eval("1+1") #sys.version #include "x.typ"',
    "*not bold* _not italic_ `raw` $x^2$ @reference <label> // no comment /* none */",
    "= no heading\\",
    "- no list ~ -- --- ... \"quotes\" 'single'",
    "https://example.org/#anchor [content] {code}",
    "\\u{1F4A9} \\n %s {{ jinja }} <b>&amp;</b>",
)
LETTERS = "Zażółć gęślą jaźń ĞğİıŞş Nguyễn Thị Phương € – • … ’ “ „ » ñ ß ő ű ț č fi ffl ✓ → ≥"


def _cv(*bullets: str, language: str = "en", name: str = "Ada Example", text: str = "") -> Cv:
    """Return a CV with every kind of field; the bullets are those of its role."""
    return Cv(
        language=language,
        contact=Contact(
            name=name,
            headline="Engineer",
            email="ada@example.org",
            phone="+44 20 7946 0555",
            url="https://ada.example.org/",
            location="Leeds, UK",
            profiles=(Profile(network="Code", url="https://code.example.org/ada"),),
        ),
        sections=(
            _section(Kind.SUMMARY, Entry(id="summary-1", prose=facts("summary-1", text or "Hi."))),
            _section(
                Kind.QUALIFICATIONS,
                Entry(id="qualifications-1", terms=("Python", "Team lead", "SQL")),
            ),
            _section(
                Kind.WORK,
                Entry(
                    id="work-1",
                    title="Senior Developer",
                    organisation="Quillmoor Ltd",
                    location="Leeds",
                    period=Period(raw="Mar 2019 – Present"),
                    items=facts("work-1", *bullets),
                ),
            ),
            _section(
                Kind.PROJECTS,
                Entry(id="projects-1", title="Tidewatch", terms=("Rust", "SQLite")),
            ),
            _section(
                Kind.EDUCATION,
                Entry(
                    id="education-1",
                    title="BSc",
                    area="Mathematics",
                    organisation="Westmere University",
                    grade="First",
                    period=Period(raw="2010 – 2013"),
                ),
            ),
            _section(Kind.SKILLS, Entry(id="skills-1", title="Data", terms=("SQL", "pandas"))),
            _section(Kind.LANGUAGES, Entry(id="languages-1", title="Welsh", grade="basic")),
            Section(
                kind=Kind.CUSTOM,
                heading="Boats I Have Owned",
                entries=(Entry(id="custom-1", items=facts("custom-1", "A dinghy.")),),
            ),
        ),
    )


def _section(kind: Kind, *entries: Entry) -> Section:
    return Section(kind=kind, heading="", entries=entries)


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_field_is_on_the_page_in_reading_order(template: str, paper: str):
    """Our own reader finds every field of every kind of section."""
    cv = _cv("Built a booking service.", "Led a team of six.")

    assert differences(cv, pdf.read(typeset(cv, template=template, paper=paper))) == ()


def test_the_same_cv_gives_the_same_bytes():
    """Another CV in between leaves no trace in the file."""
    first = typeset(_cv("One."))
    other = typeset(_cv("Two."))

    assert typeset(_cv("One.")) == first != other


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("text", [*INJECTIONS, LETTERS])
def test_every_text_is_set_as_plain_text(template: str, text: str):
    """Typst code, markup and unusual letters come out as they were written."""
    cv = _cv(text, name=text, text=text)

    assert differences(cv, pdf.read(typeset(cv, template=template))) == ()
    assert _words(_text(typeset(cv, template=template))).count(_words(text.lstrip("- "))) == 3


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_file_is_accessible(template: str):
    """It declares PDF/UA-1, its language and title, and its headings and lists are real ones."""
    data = typeset(_cv("One.", "Two.", language="de"), template=template)
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root
        assert str(root.Lang) == "de"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(file.docinfo.Title) == "Ada Example, Lebenslauf"
        assert "pdfuaid:part" in str(file.open_metadata())
        tags = _tags(root.StructTreeRoot)

    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 8
    assert tags.count("/LI") == 3
    assert "/Link" in tags


def _tags(node: pikepdf.Object) -> list[str]:
    kids = node.get("/K", pikepdf.Array())
    nodes = kids if isinstance(kids, pikepdf.Array) else [kids]
    below = [tag for kid in nodes if isinstance(kid, pikepdf.Dictionary) for tag in _tags(kid)]
    return [str(node.get("/S", "")), *below]


def test_headings_are_in_the_language_of_the_cv():
    """German labels stand over German CVs; an unknown language falls back to English."""
    assert "Berufserfahrung" in _text(typeset(_cv(language="de-AT")))
    assert "Work Experience" in _text(typeset(_cv(language="xx")))
    assert "Boats I Have Owned" in _text(typeset(_cv(language="de")))


def test_every_kind_has_a_heading_in_each_language():
    """Seven languages have a label for each kind of section but `custom`."""
    for kind in set(Kind) - {Kind.CUSTOM}:
        headings = [
            labels.heading(kind, code) for code in ("en", "de", "fr", "es", "it", "pt", "nl")
        ]
        assert all(headings)
        assert len(set(headings)) > 2


def test_two_sections_of_one_kind_keep_their_own_headings():
    """Our label would not tell them apart."""
    cv = Cv(
        contact=Contact(name="Ada"),
        sections=tuple(
            Section(
                kind=Kind.SKILLS, heading=heading, entries=(Entry(id=f"skills-{n}", terms=("x",)),)
            )
            for n, heading in enumerate(("Tools", "Methods"), start=1)
        ),
    )

    assert [section.heading for section in page(cv).sections] == ["Tools", "Methods"]


def test_a_script_without_a_font_is_refused():
    """A page of empty boxes would be no CV."""
    with pytest.raises(Rejected, match="script") as refusal:
        typeset(_cv("日本語の履歴書"))

    assert refusal.value.reason is Reason.UNSUPPORTED


@pytest.mark.parametrize("text", ["مهندس برمجيات", "Engineer, מהנדסת תוכנה"])
def test_a_script_that_runs_from_right_to_left_is_refused(text: str):
    """Its lines would not read back in order; the refusal says so."""
    with pytest.raises(Rejected, match="right to left") as refusal:
        typeset(_cv(text))

    assert refusal.value.reason is Reason.UNSUPPORTED


@pytest.mark.parametrize(
    "text", ["Rocket 🚀 launch ✅ done 👩‍💻", "Tab\tand\nline\x00\u200b", "☎ ★★★☆☆ ➤ ✉"]
)
def test_decoration_never_stops_a_cv(text: str):
    """Emoji and control characters vanish, symbols stay."""
    cv = _cv(text)

    assert differences(cv, pdf.read(typeset(cv))) == ()


def test_a_cv_without_anything_is_still_a_page():
    """The document's name stands where the person's is missing."""
    empty = Cv(contact=Contact(), sections=())

    assert "CV" in _text(typeset(empty))


@pytest.mark.parametrize("option", [{"template": "../cv"}, {"paper": "a3"}])
def test_an_unknown_option_is_refused(option: dict[str, str]):
    """The message names the choices."""
    with pytest.raises(Rejected, match="choose one of") as refusal:
        typeset(_cv(), **option)

    assert refusal.value.reason is Reason.BAD_OPTION


@pytest.mark.parametrize("template", TEMPLATES)
def test_long_cvs_wrap_without_losing_a_letter(template: str):
    """Random bullets with hyphens, dashes and long words read back, none broken over two pages."""
    rng = random.Random(7)
    vocabulary = (
        *("a", "data-driven", "state-of-the-art", "2019 – 2021", "50 %", "and", "fi", "C++"),
        *("A → B", "and/or", "CI/CD", "1995–2001", "Rindfleischetikettierungsüberwachungsgesetz"),
    )
    bullets = [" ".join(rng.choices(vocabulary, k=rng.randint(5, 60))) for _ in range(60)]
    cv = _cv(*(f"x {bullet}." for bullet in bullets))
    source = pdf.read(typeset(cv, template=template))

    assert source.pages > 2
    assert differences(cv, source) == ()
    starts = {page: next(line for line in source.lines if line.page == page) for page in (2, 3)}
    assert all(line.text.startswith("x ") for line in starts.values())


def test_a_bullet_longer_than_a_page_is_broken_not_cut():
    """All of its words are on some page."""
    cv = _cv(" ".join(f"word{number}" for number in range(1500)))
    source = pdf.read(typeset(cv))

    assert source.pages > 1
    assert differences(cv, source) == ()


def test_a_contact_wider_than_the_line_wraps():
    """A very long place does not run over the margin."""
    cv = _cv("One.").model_copy(
        update={"contact": Contact(name="Ada", location="Long Lane, " * 25 + "Leeds")}
    )

    assert differences(cv, pdf.read(typeset(cv))) == ()


def _off_the_page(data: bytes) -> int:
    """Return how many characters are not wholly on the paper."""
    with pypdfium2.PdfDocument(data) as document:
        return sum(
            not (left >= 0 and right <= sheet.get_width() and low >= 0 and high <= height)
            for sheet in document
            for text in [sheet.get_textpage()]
            for height in [sheet.get_height()]
            for left, low, right, high in map(text.get_charbox, range(text.count_chars()))
        )


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("word", ["Abcdefghij", "W", "ab-cd", "x_y/z.q", "2019–20.", "ŵ"])
def test_overlong_words_stay_on_the_page(template: str, word: str):
    """They are broken between letters, and no character is added to them."""
    word = (word * 400)[:400]
    cv = _cv(word * 12, name=word, text=f"Before {word} after.")
    role = Entry(
        id="work-2",
        title=word * 8,
        organisation="Many words " * 300 + "end",
        url=f"https://example.org/{word}",
        period=Period(raw="Mar 2019 – Present"),
    )
    cv = cv.model_copy(update={"sections": (*cv.sections, _section(Kind.VOLUNTEER, role))})
    data = typeset(cv, template=template)

    assert _off_the_page(data) == 0
    assert differences(cv, pdf.read(data)) == ()
    assert word in re.sub(r"[\r\n]", "", _text(data))


def test_text_beyond_the_edge_of_the_paper_is_missed():
    """Half a word that nobody sees is not read, so the comparison names the place."""
    word = "Abcdefghij" * 20
    data = typst.compile(f"#box(width: 200cm)[{word}]".encode())

    assert _off_the_page(data) > 0
    assert differences(Cv(contact=Contact(name=word), sections=()), pdf.read(data)) == (
        "contact.name",
    )


def test_only_web_and_mail_addresses_are_links():
    """A script address stays text."""
    contact = Contact(name="Ada", email="a@example.org", url="javascript:alert(1)")
    data = typeset(Cv(contact=contact, sections=()))
    with pikepdf.open(io.BytesIO(data)) as file:
        targets = [str(note.A.URI) for sheet in file.pages for note in sheet.get("/Annots", [])]

    assert targets == ["mailto:a@example.org"]
    assert "javascript:alert(1)" in _text(data)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("template", TEMPLATES)
def test_other_readers_see_the_same_words(template: str):
    """Poppler finds each field too, hyphenated words included."""
    bullet = "Wrote data-driven and state-of-the-art software for well-known companies. " * 4
    data = typeset(_cv(bullet), template=template)
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    text = _words(done.stdout.decode())

    assert _words(bullet) in re.sub("\u00a0", " ", text)
    for words in ("Ada Example", "Senior Developer", "Quillmoor Ltd · Leeds", "Mar 2019 – Present"):
        assert words in text
