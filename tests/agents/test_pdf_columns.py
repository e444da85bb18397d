"""The lines of a page are in the order in which a person reads them, whatever its layout."""

import pytest

from agents.cv_samples import pdf
from aicvgen.documents.extract import extract
from aicvgen.documents.pdf.looks import Look
from aicvgen.documents.pdf.markers import with_bullets
from aicvgen.documents.pdf.words import Word
from aicvgen.domain.source import Role

_PAGE = "#set page(width: 500pt, height: 500pt, margin: 30pt)\n#set text(size: 9pt)\n"
_WORDS = "wrote the plan for the ferry and saw it through"


def texts(body: str) -> list[str]:
    """Return the texts of the lines of a typeset page."""
    return [line.text for line in extract(pdf(_PAGE + body)).lines]


def stack(*lines: str) -> str:
    """Return lines below each other."""
    return " \\ ".join(lines)


def test_a_narrow_cell_goes_before_the_rest_of_its_row() -> None:
    """A date and a place beside a role: the date shares the role's line, the place follows."""
    entries = [
        f"[202{n} -- 202{n + 1} \\ Harwick], [*Pilot {n}* \\ - {_WORDS} \\ - {_WORDS}]"
        for n in range(4)
    ]
    lines = texts(f"#grid(columns: (80pt, 1fr), row-gutter: 14pt, {', '.join(entries)})")
    assert lines[:2] == ["2020 – 2021\tPilot 0", "Harwick"]
    assert lines[4:6] == ["2021 – 2022\tPilot 1", "Harwick"]


def test_a_wrapped_margin_date_is_one_text() -> None:
    """A date that is broken over two lines of a margin is put together."""
    entries = [f"[Oct. 201{n} – \\ March 202{n}], [*Pilot {n}* \\ {_WORDS}]" for n in range(3)]
    lines = texts(f"#grid(columns: (70pt, 1fr), row-gutter: 14pt, {', '.join(entries)})")
    assert lines[0] == "Oct. 2010 – March 2020\tPilot 0"
    assert _WORDS in lines


def test_open_periods_below_each_other_are_no_wrapped_date() -> None:
    """Each of the dates that end in a dash belongs to the row beside it."""
    entries = [f"[202{n} -], [*Pilot {n}*, Line {n} Ltd]" for n in range(3)]
    lines = texts(f"#grid(columns: (40pt, 1fr), row-gutter: 6pt, {', '.join(entries)})")
    assert lines == [f"202{n} -\tPilot {n}, Line {n} Ltd" for n in range(3)]


def test_cards_are_read_one_after_the_other() -> None:
    """Two cards beside each other: the whole left one, the whole right one, then the next row."""
    cards = [f"[*Pilot {n}* \\ Line {n} Ltd \\ {_WORDS}]" for n in range(4)]
    lines = texts(f"#grid(columns: (1fr, 1fr), gutter: 30pt, {', '.join(cards)})")
    assert [line for line in lines if "Pilot" in line] == [f"Pilot {n}" for n in range(4)]
    assert lines[1] == "Line 0 Ltd"


def test_a_band_stands_over_the_columns() -> None:
    """A header over both columns, two columns, a paragraph below them."""
    left = stack("*Skills*", *(f"skill {n}" for n in range(6)))
    right = stack("*Work*", *(f"{_WORDS} {n}" for n in range(9)))
    lines = texts(
        f"#text(20pt)[A name that reaches over everything] \\ \n\n"
        f"#grid(columns: (90pt, 1fr), gutter: 25pt, [{left}], [#text(8.3pt)[{right}]])\n\n"
        f"{_WORDS} and {_WORDS} and {_WORDS}"
    )
    assert lines[1:8] == ["Skills", *(f"skill {n}" for n in range(6))]
    assert lines[8] == "Work"
    assert lines[-1].endswith("through")


def test_a_date_margin_inside_a_column_does_not_cut_the_sidebar() -> None:
    """The dates at the right edge belong to the main column, however far down they reach."""
    side = stack("*Reach*", "by e-mail", "*Skills*", "knots", "charts", "tea")
    roles = [f"*Pilot {n}* #h(1fr) 201{n} \\ Harbour Ltd #v(6pt)" for n in range(6)]
    lines = texts(
        f"#grid(columns: (90pt, 1fr), gutter: 25pt, [{side}], [#v(4pt) {' '.join(roles)}])"
    )
    assert lines[:6] == ["Reach", "by e-mail", "Skills", "knots", "charts", "tea"]
    assert lines[6:8] == ["Pilot 0\t2010", "Harbour Ltd"]


def test_a_sidebar_beside_a_margin_of_dates_is_read_by_itself() -> None:
    """The corridor beside the dates is higher than the sidebar, and still no edge of a column."""
    side = stack("*Skills*", *(f"skill {n}" for n in range(9)))
    entries = ", ".join(
        f"[202{n} -- 202{n + 1} \\ Harwick], [*Pilot {n}* \\ Line {n} Ltd \\ {_WORDS} \\ {_WORDS}]"
        for n in range(5)
    )
    work = f"*Work* #grid(columns: (62pt, 1fr), column-gutter: 8pt, row-gutter: 6pt, {entries})"
    lines = texts(f"#grid(columns: (60pt, 1fr), gutter: 40pt, [{side}], [{work}])")
    assert lines[:10] == ["Skills", *(f"skill {n}" for n in range(9))]
    assert [line for line in lines if "Pilot" in line] == [
        f"202{n} – 202{n + 1}\tPilot {n}" for n in range(5)
    ]


def test_a_sidebar_that_ends_does_not_part_the_text() -> None:
    """The main text goes on, over the whole width, where the sidebar was on the page before."""
    side = stack(*(f"skill {n}" for n in range(9)))
    main = stack(*(f"{_WORDS} {n}" for n in range(30)))
    lines = texts(
        f"#grid(columns: (1fr, 90pt), gutter: 25pt, [#text(8.3pt)[{main}]], [{side}])\n"
        f"#pagebreak()\n{_WORDS} and {_WORDS} and {_WORDS} on the whole width of the second page"
    )
    assert lines[0] == "skill 0"
    assert lines.index(f"{_WORDS} 29") == lines.index(f"{_WORDS} 0") + 29
    assert lines[lines.index(f"{_WORDS} 29") + 1].startswith(_WORDS)


def test_drawn_dots_are_bullets() -> None:
    """A dot that is a figure and no character marks a list item; five in a row are a level."""
    dot = "#box(circle(radius: 1.5pt, fill: black), baseline: -2pt)"
    five = (dot + "#h(3pt)") * 5
    source = extract(
        pdf(
            f"{_PAGE}{dot}#h(6pt) wrote the plan \\ {dot}#h(6pt) ran the ferry \\ "
            f"Danish #h(40pt) {five}"
        )
    )
    assert [line.role for line in source.lines] == [Role.BULLET, Role.BULLET, Role.TEXT]
    assert [line.text for line in source.lines] == ["wrote the plan", "ran the ferry", "Danish"]


@pytest.mark.parametrize("frame", ["stroke: 0.5pt", "fill: luma(220)", "stroke: (bottom: 1pt)"])
def test_words_in_boxes_are_parted(frame: str) -> None:
    """Tags stand near each other and are still terms of their own."""
    tags = "#h(2pt)".join(f"#box(inset: 3pt, {frame})[{t}]" for t in ("knots", "sea charts", "tea"))
    assert texts(tags) == ["knots\tsea charts\ttea"]


def test_a_level_in_stars_is_no_text() -> None:
    """Stars behind a skill are left out of its line."""
    assert texts("Knots #h(30pt) ★★★★☆") == ["Knots"]


def test_labels_of_a_form_are_no_wrapped_text() -> None:
    """Rows of a form are further apart than lines, so each label goes with the value beside it."""
    rows = ("Position", "*Pilot*"), ("Company", "Harbour Ltd"), ("Place", "Harwick")
    form = ", ".join(f"[{label}], [{value}]" for label, value in rows * 3)
    lines = texts(f"#grid(columns: (60pt, 1fr), row-gutter: 9pt, {form})")
    assert lines == ["Position\tPilot", "Company\tHarbour Ltd", "Place\tHarwick"] * 3


def test_two_headings_in_the_margin_stand_before_their_texts() -> None:
    """Each was drawn right before its text, which begins a little lower."""
    text = stack(*(f"{_WORDS} {n}" for n in range(4)))
    cells = f"[*Profile*], [#v(5pt) {text}], [*Work*], [#v(3pt) {text}]"
    lines = texts(f"#grid(columns: (80pt, 1fr), row-gutter: 14pt, {cells})")
    assert [line.partition("\t")[0] for line in lines if "Profile" in line or "Work" in line] == [
        "Profile",
        "Work",
    ]
    assert next(at for at, line in enumerate(lines) if "Work" in line) >= len(lines) / 2 - 1


def test_a_month_in_the_margin_begins_a_role() -> None:
    """Where list items stand beside the rest of a date, the next date begins another band."""
    list_ = f"\n- {_WORDS}\n- {_WORDS}\n"
    entries = [f"[Sep \\ 201{n}–Aug \\ 202{n}], [*Pilot {n}* {list_}]" for n in range(3)]
    lines = texts(f"#grid(columns: (56pt, 1fr), row-gutter: 5pt, {', '.join(entries)})")
    assert [line for line in lines if "Pilot" in line] == [f"Sep\tPilot {n}" for n in range(3)]


def test_columns_of_one_text_are_read_page_by_page() -> None:
    """The text of a newspaper goes on in the next column, then on the next page."""
    head = '#let head(it) = text(13pt, weight: "bold", it)\n'
    work = "".join(f"*Pilot {n}* \\ Line {n} Ltd \\ {_WORDS[:30]} \n\n" for n in range(27))
    lines = texts(f"{head}#columns(2)[#head[Work] \\ {work} #head[School] \\ knots \n\n *Tea*]")
    assert [line for line in lines if "Pilot" in line] == [f"Pilot {n}" for n in range(27)]


def test_a_name_that_was_broken_beside_a_date_is_whole() -> None:
    """Its last word stands below, and the date is still behind the name."""
    row = "#grid(columns: (108pt, auto), [*Pilot of the Northern*\\ *Ferry*], [June 2019 – 2021])"
    below = "#v(-4pt)_Harbour Ltd_"
    assert texts(row + below) == ["Pilot of the Northern Ferry\tJune 2019 – 2021", "Harbour Ltd"]


def test_marks_on_both_sides_adorn_a_text() -> None:
    """Such a mark is no bullet."""
    (line,) = extract(pdf(f"{_PAGE}#align(center)[– Work –]")).lines
    assert (line.text, line.role) == ("Work", Role.TEXT)


@pytest.mark.parametrize(("signs", "bullets"), [("\ue001" * 3, 3), ("\ue001\ue002\ue003", 0)])
def test_a_picture_that_opens_lines_below_each_other_is_a_bullet(signs: str, bullets: int) -> None:
    """The same picture again and again marks items; different ones mark contact details."""
    words = [
        word
        for row, sign in enumerate(signs)
        for word in (
            Word(sign, 30, 12.0 * row, 36, 12.0 * row + 9, Look(9), 12.0 * row + 8, icon=True),
            Word("knots", 40, 12.0 * row, 70, 12.0 * row + 9, Look(9), 12.0 * row + 8),
        )
    ]
    assert [word.text for word in with_bullets(words)].count("\u2022") == bullets
