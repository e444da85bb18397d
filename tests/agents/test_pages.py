"""Page breaks and margins: nothing is cut, torn apart or left alone."""

import random
import re

import pypdfium2
import pytest
import typst

from agents.page_samples import LONG, LOOKS, full_cv, section, unlike
from aicvgen.documents import pdf
from aicvgen.documents.arrangement import arranged
from aicvgen.documents.readback import differences
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Period
from aicvgen.domain.look import TEMPLATES, Look, Template
from aicvgen.domain.source import Line
from examples import facts

AFTER = section(
    Kind.REFERENCES,
    Entry(id="references-1", items=facts("references-1", *LONG)),
    Entry(id="references-2", title="On request"),
)
"""So much on the last page that nothing moves closer together to save it."""


@pytest.mark.parametrize("look", LOOKS, ids=repr)
def test_long_cvs_wrap_without_losing_a_letter(look: Look):
    """Random bullets with hyphens, dashes and long words read back, none broken over two pages."""
    rng = random.Random(7)
    vocabulary = (
        *("a", "data-driven", "state-of-the-art", "2019 – 2021", "50 %", "and", "fi", "C++"),
        *("A → B", "and/or", "CI/CD", "1995–2001", "Rindfleischetikettierungsüberwachungsgesetz"),
    )
    bullets = [" ".join(rng.choices(vocabulary, k=rng.randint(5, 60))) for _ in range(60)]
    cv = full_cv(*(f"x {bullet}." for bullet in bullets))
    data = typeset(cv, look)
    source = pdf.read(data)

    assert source.pages > 2
    assert unlike(cv, data, look) == []
    assert all(line.text.startswith("x ") for line in _firsts(source.lines, 2, 3))


def _firsts(lines: tuple[Line, ...], *pages: int) -> list[Line]:
    return [next(line for line in lines if line.page == page) for page in pages]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_header_and_no_line_stands_alone(template: Template):
    """However much stands before: a header has its first bullet beside it, a last bullet another.

    The role moves down a line at a time over the whole end of the page.
    """
    role = Entry(
        id="work-2",
        title="Keeper of Lamps",
        organisation="Skerry Trust",
        period=Period(raw="2001 – 2004"),
        prose=facts("work-2", "A lighthouse."),
        items=facts("work-2", "First.", "Second.", "Third.", "Fourth.", "Last.", first=2),
    )
    role_lines = (
        "Keeper of Lamps",
        "Skerry Trust",
        "A lighthouse",
        "First.",
        "Second.",
        "Third.",
        "Fourth.",
        "Last.",
    )
    split = set()
    for before in range(30, 56):
        cv = full_cv(*(f"Line {number}." for number in range(before)))
        cv = Cv(
            contact=cv.contact,
            sections=(cv.sections[2], section(Kind.VOLUNTEER, role), AFTER),
        )
        lines = pdf.read(typeset(cv, Look(template=template))).lines
        pages = {
            text: line.page for line in lines for text in role_lines if line.text.startswith(text)
        }
        heading = next(line.page for line in lines if line.text == "Volunteering")
        assert {heading} == {pages[text] for text in role_lines[:4]}
        assert pages["Fourth."] == pages["Last."]
        split.add(pages["First."] != pages["Last."])
    assert split == {False, True}


@pytest.mark.parametrize("template", TEMPLATES)
def test_short_sections_and_last_headers_stay_together(template: Template):
    """A few lines of terms are on one page, and no last certificate stands alone on the next."""
    groups = tuple(
        Entry(id=f"skills-{number}", title=f"Group{number}", terms=("lamps", "oil"))
        for number in range(3)
    )
    prizes = tuple(
        Entry(id=f"awards-{number}", title=f"Prize{number}", period=Period(raw="2001"))
        for number in range(3)
    )
    for before in range(30, 56, 2):
        work = full_cv(*(f"Line {number}." for number in range(before))).sections[2]
        sections = (work, section(Kind.SKILLS, *groups), section(Kind.AWARDS, *prizes), AFTER)
        data = typeset(
            Cv(contact=Contact(name="Ada Example"), sections=sections), Look(template=template)
        )
        pages = {line.text.split()[0].strip(":"): line.page for line in pdf.read(data).lines}
        assert len({pages[f"Group{number}"] for number in range(3)} | {pages["Skills"]}) == 1
        assert pages["Prize1"] == pages["Prize2"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_last_page_for_a_line_or_two(template: Template):
    """What would be a few lines on the next page finds room on this one, a little closer."""
    for roles in range(6, 20):
        entries = tuple(
            Entry(
                id=f"work-{number}",
                title="Keeper of Lamps",
                organisation="Skerry Trust",
                items=facts(f"work-{number}", "Trimmed the wicks.", "Kept the log."),
            )
            for number in range(roles)
        )
        cv = Cv(contact=Contact(name="Ada Example"), sections=(section(Kind.WORK, *entries),))
        lines = pdf.read(typeset(cv, Look(template=template))).lines
        over = [line for line in lines if line.page == 2]
        if over:
            break
    assert len(over) > 4
    assert roles > 6


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_date_stands_at_the_right_however_long_the_title(template: Template):
    """Where only the date has no room, it takes the last word of the title along."""
    roles = tuple(
        Entry(
            id=f"volunteer-{number}",
            title=" ".join(("Keeper of Lamps",) * 9)[:length] + "w",
            period=Period(raw="2001 – 2004", start="2001", end="2004"),
        )
        for number, length in enumerate(range(40, 125))
    )
    cv = Cv(contact=Contact(name="Ada Example"), sections=(section(Kind.VOLUNTEER, *roles),))
    lines = pdf.read(typeset(cv, Look(template=template))).lines
    dated = [line for line in lines if line.text.endswith("2004")]
    assert len(dated) == len(roles)
    assert all(len(line.text) > len("2001 – 2004") for line in dated)
    assert len({round(line.box[2]) for line in dated if line.box}) == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_sidebar_never_runs_over_its_page(seed: int):
    """Whatever stands in it is read back; what has no room stands with the others."""
    rng = random.Random(seed)
    words = ("WMM", "mw", "Illicit", "SAP", "Wundversorgung", "TypeScript", "Kommissionierung")
    look = Look(template="modern", paper="letter")
    for _ in range(6):
        groups = tuple(
            Entry(
                id=f"skills-{number}", title=rng.choice(words), terms=tuple(rng.choices(words, k=5))
            )
            for number in range(1, rng.randint(2, 9))
        )
        points = Entry(id="qualifications-1", terms=tuple(rng.choices(words, k=10)))
        cv = full_cv(*LONG)
        sections = tuple(
            section(Kind.SKILLS, *groups)
            if each.kind is Kind.SKILLS
            else section(Kind.QUALIFICATIONS, points)
            if each.kind is Kind.QUALIFICATIONS
            else each
            for each in cv.sections
        )
        cv = cv.model_copy(update={"sections": sections})

        assert unlike(cv, typeset(cv, look), look) == [], f"seed {seed}"
        assert arranged(cv, "modern").beside


def test_a_bullet_longer_than_a_page_is_broken_not_cut():
    """All of its words are on some page."""
    cv = full_cv(" ".join(f"word{number}" for number in range(1500)))
    data = typeset(cv)

    assert pdf.read(data).pages > 1
    assert unlike(cv, data) == []


def test_a_contact_wider_than_the_line_wraps():
    """A very long place does not run over the margin."""
    cv = full_cv("One.").model_copy(
        update={"contact": Contact(name="Ada", location="Long Lane, " * 25 + "Leeds")}
    )

    assert unlike(cv, typeset(cv)) == []


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


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("word", ["Abcdefghij", "W", "ab-cd", "x_y/z.q", "2019–20.", "ŵ"])
def test_overlong_words_stay_on_the_page(template: Template, word: str):
    """They are broken between letters, and no character is added to them."""
    word = (word * 400)[:400]
    cv = full_cv(word * 12, name=word, text=f"Before {word} after.")
    role = Entry(
        id="work-2",
        title=word * 8,
        organisation="Many words " * 300 + "end",
        url=f"https://example.org/{word}",
        period=Period(raw="Mar 2019 – Present"),
    )
    cv = cv.model_copy(update={"sections": (*cv.sections, section(Kind.VOLUNTEER, role))})
    look = Look(template=template)
    data = typeset(cv, look)

    assert _off_the_page(data) == 0
    assert unlike(cv, data, look) == []
    assert word in re.sub(r"[\r\n]", "", _text(data))


def test_text_beyond_the_edge_of_the_paper_is_missed():
    """Half a word that nobody sees is not read, so the comparison names the place."""
    word = "Abcdefghij" * 20
    data = typst.compile(f"#box(width: 200cm)[{word}]".encode())

    assert _off_the_page(data) > 0
    assert differences(Cv(contact=Contact(name=word), sections=()), pdf.read(data)) == (
        "contact.name",
    )
