"""No character that nobody sees comes in or goes out, and all others do."""

import unicodedata

import pytest

from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Section
from aicvgen.domain.visible import all_visible, unseen, visible
from aicvgen.model.prompts import PROMPTS

_RANGES = (
    *((0x00, 0x09), (0x0E, 0x1C), (0x7F, 0x85), (0x86, 0xA0), (0xAD, 0xAE), (0x34F, 0x350)),
    *((0x61C, 0x61D), (0x115F, 0x1161), (0x17B4, 0x17B6), (0x180B, 0x1810), (0x200B, 0x2010)),
    *((0x202A, 0x202F), (0x2060, 0x2070), (0x3164, 0x3165), (0xD800, 0xD801), (0xFE00, 0xFE10)),
    *((0xFEFF, 0xFF00), (0xFFA0, 0xFFA1), (0xFFF0, 0xFFFC), (0x1BCA0, 0x1BCA4)),
    *((0x1D173, 0x1D17B), (0xE0000, 0xE1000)),
)
"""What Unicode lets a font ignore (Default_Ignorable_Code_Point), controls and half characters."""
_EVERY = [chr(code) for first, last in _RANGES for code in range(first, last)]


@pytest.mark.parametrize("number", range(len(_RANGES)), ids=lambda n: f"{_RANGES[n][0]:04X}")
def test_every_character_that_nobody_sees_goes(number: int) -> None:
    """Zero width, directions, tags, selectors, fillers, soft hyphens, controls."""
    for code in range(*_RANGES[number]):
        assert visible(f"Ada{chr(code)}Fernsby") == "AdaFernsby", f"U+{code:04X}"


def test_every_format_character_of_unicode_goes() -> None:
    """Whatever category says so, whether or not somebody thought of it."""
    left = [
        f"U+{code:04X}"
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cf", "Cs"} and visible(chr(code))
    ]
    assert left == []


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Østergård, Šibenik – 42 % “of it” … €5",
        "Ελένη Παππά, Анна Петрова",
        "e\u0301 A\u030a",  # combining marks
        "• 🚀 \uf0b7",
        "one\ttwo\nthree\r\nfour\u00a0five\u2009six",
    ],
)
def test_what_can_be_seen_stays(text: str) -> None:
    """Accents, dashes, other alphabets, emoji, icons and white space are as they were."""
    assert visible(text) == text


def test_what_is_everyday_is_taken_away_without_a_word() -> None:
    """Soft hyphens, the looks of an emoji and the mark at the start of a file hide nothing."""
    assert unseen("\ufeffco\u00adoperate ❤\ufe0f") == 0
    assert unseen("a\u200bb\u202ec\U000e0041d") == 3
    assert visible("a\u2800b") == "a b"


def test_every_text_of_a_value_is_visible() -> None:
    """However deep it lies, and nothing else of the value changes."""
    hidden = "".join(_EVERY)
    fact = Fact(id="work-1/1", text=f"Built{hidden} boats", lines=(3,))
    cv = Cv(
        contact=Contact(name=f"Ada{hidden}"),
        sections=(
            Section(
                kind=Kind.WORK,
                heading="Work",
                entries=(Entry(id="work-1", items=(fact,), terms=(f"SQL{hidden}",)),),
            ),
        ),
    )
    seen = all_visible(cv)
    assert seen.contact.name == "Ada"
    assert seen.entry("work-1").terms == ("SQL",)
    assert seen.entry("work-1").items == (Fact(id="work-1/1", text="Built boats", lines=(3,)),)


def test_no_prompt_has_an_invisible_character() -> None:
    """Whatever the material, wherever in it."""
    values = {
        name: [{"text": f"Built\U000e0041\u202e boats{_EVERY[20]}"}]
        for name in ("most", "language", "entry", "notes", "ad", "findings")
    }
    for said in PROMPTS.prompt("write-section", 1).filled(values):
        assert said == visible(said)
        assert "\U000e0041" not in said
        assert "\\u" not in said
