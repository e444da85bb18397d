"""The page: the same bytes every time, and every word of the CV on it as plain text."""

import pypdfium2
import pytest

from agents.page_samples import LONG, LOOKS, full_cv, unlike, words
from aicvgen.documents.arrangement import arranged
from aicvgen.documents.page import page
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Section
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.look import FONTS, TEMPLATES, Look, Template
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
LETTERS = "Zażółć gęślą jaźń ĞğİıŞş Nguyễn Thị Phương € • – … ’ “ „ » ñ ß ő ű ț č fi ffl ✓ → ≥"


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


@pytest.mark.parametrize("look", LOOKS, ids=repr)
def test_every_field_is_on_the_page(look: Look):
    """Our own reader finds every field of every kind of section, in the order of its column."""
    cv = full_cv(*LONG, "Led a team of six.")

    assert bool(arranged(cv, look.template).beside) == (look.template == "modern")
    assert unlike(cv, typeset(cv, look), look) == []


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("font", FONTS)
def test_font_and_accent_are_the_persons_choice(template: Template, font: str):
    """The page has the font and another colour, and says the same."""
    cv = full_cv("Built a booking service.")
    look = Look.model_validate({"template": template, "font": font, "accent": "#8B1A1A"})
    data = typeset(cv, look)

    assert data != typeset(cv, look.model_copy(update={"accent": "#1a1a8b"}))
    assert unlike(cv, data, look) == []


def test_the_same_cv_gives_the_same_bytes():
    """Another CV in between leaves no trace in the file."""
    first = typeset(full_cv("One."))
    other = typeset(full_cv("Two."))

    assert typeset(full_cv("One.")) == first != other


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("text", [*INJECTIONS, LETTERS])
def test_every_text_is_set_as_plain_text(template: Template, text: str):
    """Typst code, markup and unusual letters come out as they were written."""
    cv, look = full_cv(text, name=text, text=text), Look(template=template)
    data = typeset(cv, look)

    assert unlike(cv, data, look) == []
    assert words(_text(data)).count(words(text.lstrip("- "))) == 3


def test_the_sentences_of_a_summary_are_one_paragraph():
    """A tailored summary comes sentence by sentence and is not set as a list."""
    entry = Entry(id="summary-1", prose=facts("summary-1", "Counts boats.", "Mends them."))
    cv = Cv(
        contact=Contact(name="Ada"),
        sections=(Section(kind=Kind.SUMMARY, heading="", entries=(entry,)),),
    )
    (block,) = page(cv).sections[0].blocks

    assert [text.text for text in block.paragraphs] == ["Counts boats. Mends them."]


def test_a_script_without_a_font_is_refused():
    """A page of empty boxes would be no CV."""
    with pytest.raises(Rejected, match="script") as refusal:
        typeset(full_cv("日本語の履歴書"))

    assert refusal.value.reason is Reason.UNSUPPORTED


@pytest.mark.parametrize("text", ["مهندس برمجيات", "Engineer, מהנדסת תוכנה"])
def test_a_script_that_runs_from_right_to_left_is_refused(text: str):
    """Its lines would not read back in order; the refusal says so."""
    with pytest.raises(Rejected, match="right to left") as refusal:
        typeset(full_cv(text))

    assert refusal.value.reason is Reason.UNSUPPORTED


@pytest.mark.parametrize(
    "text", ["Rocket 🚀 launch ✅ done 👩‍💻", "Tab\tand\nline\x00\u200b", "☎ ★★★☆☆ ➤ ✉"]
)
def test_decoration_never_stops_a_cv(text: str):
    """Emoji and control characters vanish, symbols stay."""
    cv = full_cv(text)

    assert unlike(cv, typeset(cv)) == []


def test_a_cv_without_anything_is_still_a_page():
    """The document's name stands where the person's is missing."""
    empty = Cv(contact=Contact(), sections=())

    assert "CV" in _text(typeset(empty))
