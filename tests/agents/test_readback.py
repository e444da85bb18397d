"""Reading back: each way a page can differ from its CV is noticed and named by its place."""

from collections.abc import Callable

import pytest

from aicvgen.documents import pdf
from aicvgen.documents.readback import differences
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Period
from aicvgen.domain.source import Format, Line, Source
from examples import engineer


def _source(*lines: str) -> Source:
    return Source(format=Format.TEXT, lines=tuple(Line(text=line) for line in lines))


def _with_role(cv: Cv, change: Callable[[Entry], dict[str, object]]) -> Cv:
    """Return the CV with its first role changed."""
    sections = tuple(
        section.model_copy(
            update={
                "entries": (
                    section.entries[0].model_copy(update=change(section.entries[0])),
                    *section.entries[1:],
                )
            }
        )
        if section.kind is Kind.WORK
        else section
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": sections})


def _role(cv: Cv) -> Entry:
    return next(cv.entries(Kind.WORK))


def test_a_page_of_the_same_cv_does_not_differ():
    """Nothing is reported for the example."""
    cv = engineer()

    assert differences(cv, pdf.read(typeset(cv))) == ()


def _cut(role: Entry) -> dict[str, object]:
    first, *others = role.items
    return {"items": (first.model_copy(update={"text": first.text[:-4]}), *others)}


CHANGES: dict[str, Callable[[Entry], dict[str, object]]] = {
    "a removed bullet": lambda role: {"items": role.items[1:]},
    "swapped bullets": lambda role: {"items": role.items[::-1]},
    "a cut bullet": _cut,
    "a changed date": lambda _: {"period": Period(raw="Jan 1999 - Feb 2000")},
    "a lost date": lambda _: {"period": None},
    "a lost title": lambda _: {"title": ""},
    "a changed employer": lambda _: {"organisation": "Somebody Else"},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_page_that_says_something_else_differs(change: Callable[[Entry], dict[str, object]]):
    """The place is named, and no word of the CV is."""
    cv = engineer()
    found = differences(cv, pdf.read(typeset(_with_role(cv, change))))

    assert found
    assert all(place.startswith(_role(cv).id) for place in found)
    assert not any(_role(cv).organisation in place for place in found)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Ada Example",), ()),
        (("Ada", "Example"), ()),
        (("Ad", "a Example"), ()),
        (("AdaExample",), ("contact.name",)),
        (("A da Example",), ("contact.name",)),
        (("Ada Examples",), ("contact.name",)),
        (("Example Ada",), ("contact.name",)),
        (("XAda Example", "Ada Example"), ()),
        ((), ("contact.name",)),
    ],
)
def test_only_line_ends_may_differ(lines: tuple[str, ...], expected: tuple[str, ...]):
    """A line may end anywhere, but no space may appear or vanish within one."""
    cv = Cv(contact=Contact(name="Ada Example"), sections=())

    assert differences(cv, _source(*lines)) == expected
