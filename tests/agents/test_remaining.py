"""Nothing that is printed vanishes: every word is in a field or left over."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given

from agents import cv_outlines
from agents.cv_samples import GERMAN, PLAIN, pdf
from agents.cv_strategies import cvs
from aicvgen.documents.extract import extract
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Evidence, Kind, Section
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import headings, parse_cv
from aicvgen.model.extractive.cv.remaining import facts_in_no_field

WRITERS: dict[str, Callable[[Cv], bytes]] = {
    "typeset": typeset,
    "markdown": cv_outlines.markdown,
    "html": cv_outlines.html,
    "word": cv_outlines.word,
    "sidebar": cv_outlines.sidebar,
}
_LABELS = frozenset({"technologies", "at", "in", "and", "or", "bis", "since", "grade", "e", "mail"})
"""Words of our own templates that name fields, or join two."""


def words(text: str) -> set[str]:
    """Return the words of a text, folded."""
    return set(re.findall(r"[^\W_]+", text.casefold()))


def vanished(data: bytes) -> set[str]:
    """Return the words of a document that its CV does not have."""
    source = extract(data)
    printed = {
        word
        for line in source.lines
        if headings.kind_of(line.text) is None and not headings.is_contact(line.text)
        for word in words(line.text)
    }
    return printed - words(parse_cv(source).model_dump_json()) - _LABELS


@pytest.mark.parametrize("writer", WRITERS)
def test_every_word_of_an_invented_cv_is_kept(writer: str) -> None:
    """Whatever the layout, no word is lost between the page and the CV."""

    @given(cvs())
    def holds(cv: Cv) -> None:
        assert not vanished(WRITERS[writer](cv))

    holds()


@pytest.mark.parametrize("text", [PLAIN, GERMAN])
def test_every_word_of_a_plain_cv_is_kept(text: str) -> None:
    """Text and Markdown lose none either."""
    assert not vanished(text.encode())


def test_what_a_field_leaves_of_its_line_is_left_over() -> None:
    """The level of a language that no rule took is found again; the words of fields are not."""
    lines = (Line(text="Ada Fernsby"), Line(text="English: mother tongue (Leeds)"))
    spoken = Entry(id="languages-1", title="English", evidence={"title": Evidence(lines=(1,))})
    cv = Cv(
        contact=Contact(name="Ada Fernsby", evidence={"name": Evidence(lines=(0,))}),
        sections=(Section(kind=Kind.LANGUAGES, heading="", entries=(spoken,)),),
    )
    assert [(fact.text, fact.lines) for fact in facts_in_no_field(cv, lines)] == [
        ("mother tongue (Leeds", (1,))
    ]


def test_labels_and_halves_of_words_do_not_count() -> None:
    """'Phone:' is said by the field, and a broken address is whole in it."""
    lines = (Line(text="Phone: +47 22 12"), Line(text="ada@fernsby.exam"), Line(text="ple"))
    contact = Contact(
        phone="+47 22 12",
        email="ada@fernsby.example",
        evidence={"phone": Evidence(lines=(0,)), "email": Evidence(lines=(1, 2))},
    )
    assert facts_in_no_field(Cv(contact=contact, sections=()), lines) == []


_LISTS = """
#set page(width: 500pt, height: 500pt, margin: 30pt)
#set text(size: 9pt)
#let head(body) = text(size: 12pt, weight: "bold", fill: blue, body)
#text(size: 20pt)[Ada Fernsby] \\ ada\\@example.org

#head[EXPERIENCE] \\
Pilot, Harwick Ferries, 2019 -- 2023 \\
Took the night boat out for four winters and brought it back each time without a scratch on it.

#v(12pt)
#grid(columns: (1fr, 1fr, 1fr),
  [#head[SKILLS] #v(4pt) Radar \\ Rowing \\ Rope work],
  [#head[LANGUAGES] #v(4pt) English \\ Welsh],
  [#head[INTERESTS] #v(4pt) Chess \\ Bread])
"""


def test_lists_side_by_side_are_sections_of_their_own() -> None:
    """Headings on one baseline: to each its own column."""
    cv = parse_cv(extract(pdf(_LISTS)))
    assert [entry.terms for entry in cv.entries(Kind.SKILLS)] == [("Radar", "Rowing", "Rope work")]
    assert [entry.title for entry in cv.entries(Kind.LANGUAGES)] == ["English", "Welsh"]
    assert [entry.terms for entry in cv.entries(Kind.INTERESTS)] == [("Chess",), ("Bread",)]


def test_a_signature_and_a_credit_are_left_over() -> None:
    """Where and when a CV was signed is no hobby."""
    cv = parse_cv(extract(f"{PLAIN}\nBergen, 12.05.2025\n".encode()))
    assert "Bergen, 12.05.2025" in [fact.text for fact in cv.left_over]
    page = (
        "# Odile Brandvold\nodile@fjell.example\n\n## Skills\n- Radar\n\n## Interests\n- Chess\n\n"
    )
    credit = "Made with [Kaivakt](https://kaivakt.example) by Anker"
    cv = parse_cv(extract(f"{page}{credit}\n".encode()))
    assert [fact.text for fact in cv.left_over] == ["Made with Kaivakt by Anker"]
    assert [entry.terms for entry in cv.entries(Kind.INTERESTS)] == [("Chess",)]


def test_the_second_address_is_left_over() -> None:
    """One e-mail address is the person's; another is kept aside."""
    two = PLAIN.replace("example.org |", "example.org | odile@fjell.example |")
    cv = parse_cv(extract(two.encode()))
    assert cv.contact.email == "odile.brandvold@example.org"
    assert "odile@fjell.example" in [fact.text for fact in cv.left_over]
