"""Web pages become lines: the main content alone, with its headings, bullets and tables."""

import pytest

from agents.cv_samples import read
from agents.html_samples import AD, CV
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Kind
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Role
from aicvgen.model.extractive.job import parse_job


def texts(page: str) -> list[str]:
    """Return the texts of the lines of a page."""
    return [line.text for line in extract(page.encode()).lines]


def test_only_the_main_content_of_an_ad_is_read() -> None:
    """Menus, banners, forms, hidden text and the footer are gone, and it is said how much."""
    source = extract(AD.encode())
    assert source.format is Format.HTML
    assert [(line.role, line.level, line.text) for line in source.lines] == [
        (Role.HEADING, 1, "Ferry Engineer"),
        (Role.TEXT, 0, "Location: Sundhamn, Norway"),
        (Role.TEXT, 0, "Salary: 640,000 NOK"),
        (
            Role.TEXT,
            0,
            "The engineer keeps four electric ferries running, winter and summer.",
        ),
        (Role.HEADING, 2, "What you bring"),
        (Role.BULLET, 0, "Three years with high-voltage batteries"),
        (Role.BULLET, 1, "or a marine engineer's licence"),
        (Role.BULLET, 0, "Working knowledge of Python and PLC programming"),
        (Role.TEXT, 0, "Shift\ttwo weeks on"),
    ]
    assert source.dropped[0].why == "3 words hidden from sight"
    assert source.dropped[1].why.endswith("words outside of the main content")


def test_an_ad_on_a_page_is_read_as_a_job() -> None:
    """Position, place, salary and what is asked for come from the page."""
    job = parse_job(extract(AD.encode()))
    assert (job.title, job.location, job.salary) == (
        "Ferry Engineer",
        "Sundhamn, Norway",
        "640,000 NOK",
    )
    assert any("Python" in requirement.terms for requirement in job.requirements)


def test_a_cv_on_a_page_is_read_whole() -> None:
    """The header with the name, the sidebar and every role are kept."""
    cv = read(CV)
    assert (cv.contact.name, cv.contact.headline) == ("Ingunn Tveitdal", "Marine Engineer")
    assert (cv.contact.email, cv.contact.location) == ("ingunn@example.org", "Bergen, Norway")
    roles = [(e.title, e.organisation, e.period and e.period.raw) for e in cv.entries(Kind.WORK)]
    assert roles == [
        ("Chief Engineer", "Fjordline Ferries AS", "Mar 2019 – Present"),
        ("Second Engineer", "Nordkyst Shipping AS", "2014 – 2019"),
    ]
    assert [fact.text for e in cv.entries(Kind.WORK) for fact in e.items] == [
        "Kept four ferries running through two winters without a cancelled crossing.",
        "Trained six apprentices.",
        "Rebuilt three cooling systems.",
    ]
    (degree,) = cv.entries(Kind.EDUCATION)
    assert (degree.title, degree.area, degree.period and degree.period.end) == (
        "BSc",
        "Marine Engineering",
        "2014",
    )
    (skills,) = cv.entries(Kind.SKILLS)
    assert (skills.title, skills.terms) == ("Tools", ("PLC", "AutoCAD", "Excel"))


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "visibility: hidden",
        "font-size: 0",
        "font-size: 1px",
        "color: white",
        "color:#FFF",
        "color: #fefefe",
        "color: rgb(255, 255, 255)",
        "color: white; background: #fff",
        "opacity:0",
        "position: absolute; left: -9999px",
        "height: 0; overflow: hidden",
    ],
)
def test_text_that_nobody_sees_is_dropped_and_said(style: str) -> None:
    """Invisible words are not read, and the source says how many there were."""
    page = f'<html><body><h1>Seen</h1><p style="{style}">not seen</p></body></html>'
    assert texts(page) == ["Seen"]
    assert extract(page.encode()).dropped == (Dropped(why="2 words hidden from sight"),)


@pytest.mark.parametrize("style", ["display:none", "color:#fff", "text-indent:-9999px"])
def test_a_style_sheet_hides_too(style: str) -> None:
    """By class, id or element; what holds only on some screens does not count."""
    page = (
        f"<html><head><style>.gone {{{style}}} @media print {{.here {{{style}}}}}</style></head>"
        '<body><h1>Seen</h1><p class="gone">not seen</p><p class="here">Too</p></body></html>'
    )
    assert texts(page) == ["Seen", "Too"]
    assert extract(page.encode()).dropped == (Dropped(why="2 words hidden from sight"),)


def test_white_words_on_a_colour_are_read() -> None:
    """White is no hiding place where the ground is dark."""
    dark = '<div style="background:#123"><p style="color:#fff">Ada</p></div>'
    assert texts(f"<html><body>{dark}</body></html>") == ["Ada"]


def test_a_text_with_a_tag_in_it_is_no_page() -> None:
    """What only mentions a tag stays text."""
    assert extract(b"Wrote <div> soup for years.\n").format is Format.TEXT


def test_an_empty_page_is_refused() -> None:
    """A page with nothing on it is empty, not damaged."""
    with pytest.raises(Rejected) as refused:
        extract(b"<html><body><script>render()</script></body></html>")
    assert refused.value.reason is Reason.EMPTY


def test_deeply_nested_pages_end() -> None:
    """A page nested without measure neither crashes nor hangs."""
    page = "<html><body><p>Seen</p>" + "<div>" * 12_000 + "deep"
    assert texts(page)[0] == "Seen"


def test_lines_of_verbatim_text_are_kept() -> None:
    """Lines of a `pre` element are lines."""
    assert texts("<html><body><pre>Ada Fernsby\nClerk\n</pre></body></html>") == [
        "Ada Fernsby",
        "Clerk",
    ]


def test_boxes_in_a_row_are_parted() -> None:
    """Elements of one class that fill a block; words of a sentence that are marked are none."""
    chips = "".join(
        f"<span class='chip'>{each}</span> " for each in ("Deep rigging", "Radar", "Knots")
    )
    assert texts(f"<div>{chips}</div><p>Knows <b>all</b> of it well</p>") == [
        "Deep rigging\tRadar\tKnots",
        "Knows all of it well",
    ]
