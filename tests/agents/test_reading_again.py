"""What a model is asked about a CV, and how little it can do with what it says."""

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.cv_samples import GERMAN, PLAIN, SIDEBAR, pdf, word
from agents.test_parse_cv import words_of
from agents.unsure_samples import (
    AT_SEA,
    BESIDE,
    FLOATED,
    MERGED,
    ROLES,
    TOP,
    UNSURE,
    at_sea,
    beside,
    floated,
    lines,
    merged,
    top,
    words,
)
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.source import Source
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.model.extractive.cv.remaining import JOINING
from aicvgen.model.prompts import PROMPTS
from aicvgen.model.question import Question
from aicvgen.model.questions import question_of
from aicvgen.model.questions.cv.doubtful import doubtful
from aicvgen.model.task import ParseCv

_Reply = list[dict[str, Any]]
_LEAD = "Lead fourteen people and two apprentices on every shift in a cold"
_FIELDS = ("heading", "title", "organisation", "location", "dates")


def _source(text: str) -> Source:
    return extract(text.encode())


@cache
def question(text: str) -> Question[Any, Cv]:
    """Return what is asked about a CV that the rules are unsure of."""
    asked = question_of(ParseCv(_source(text)))
    assert asked is not None
    return asked


def answer(text: str, reply: _Reply) -> Cv:
    """Return the CV as a reply says it is."""
    asked = question(text)
    return asked.answer(asked.shape.model_validate({"entries": reply}))


def sent(text: str) -> str:
    """Return all that is sent about a CV."""
    return "".join(PROMPTS.prompt("parse-cv", 1).filled(question(text).values))


def roles(cv: Cv) -> list[tuple[str, str, str, str]]:
    """Return title, employer, place and period of each role."""
    return [
        (one.title, one.organisation, one.location, one.period.raw if one.period else "")
        for one in cv.entries(Kind.WORK)
    ]


@pytest.mark.parametrize(
    "data",
    [PLAIN.encode(), GERMAN.encode(), pdf(SIDEBAR), word()],
    ids=("plain", "German", "sidebar", "Word"),
)
def test_nothing_is_asked_where_the_rules_are_sure(data: bytes):
    """A CV that is laid out as CVs are costs nothing."""
    assert question_of(ParseCv(extract(data))) is None


@pytest.mark.parametrize(("text", "entries"), ROLES.values(), ids=ROLES)
def test_what_is_doubtful(text: str, entries: tuple[tuple[str, ...], ...]):
    """Only what other lines may say better; what the document does not say is no doubt."""
    cv = parse_cv(_source(text))
    found = doubtful(cv, _source(text).lines)
    assert tuple(tuple(entry.id for entry in one.entries) for one in found) == entries


def test_only_the_doubtful_lines_are_sent():
    """The section that nobody knows, once; neither the contact nor what is read well."""
    parts: Any = question(AT_SEA).values["parts"]
    (part,) = parts
    assert (part["taken_for"], part["heading"]) == (["custom"], "")
    assert list(part["lines"]) == [9, 10, 11, 12, 13, 14, 15, 16]
    assert "pallets" not in sent(AT_SEA)


def test_who_it_is_about_is_not_sent():
    """Neither name nor addresses, also where they stand in the middle of what was done."""
    found = [own for own in ("Odile", "Brandvold", "@", "nordhavn.") if own in sent(AT_SEA)]
    assert found == []
    assert "asked [P1] for" in sent(AT_SEA)


def test_without_a_name_the_words_of_the_address_are_hidden():
    """The rules may have missed the name; what stands at the top is not sent then."""
    nameless = AT_SEA.replace("Odile Brandvold\n", "", 1)
    assert parse_cv(_source(nameless)).contact.name == ""
    assert [own for own in ("Odile", "Brandvold", "@") if own in sent(nameless)] == []
    assert question_of(ParseCv(_source(TOP.replace("Odile Brandvold\n", "")))) is None


def test_roles_under_an_unknown_heading():
    """Two roles that share an employer stand in the CV as the others do, text and all."""
    before, after = parse_cv(_source(AT_SEA)), answer(AT_SEA, at_sea())
    assert roles(after)[1:] == [
        ("Second mate", "Nordhavn Fisk AS", "Bergen", "03/2015 - 11/2017"),
        ("Deckhand", "Nordhavn Fisk AS", "", "2011 - 2014"),
    ]
    assert [fact.id for fact in after.entry("work-2").items] == ["work-2/1", "work-2/2"]
    assert after.entry("work-2").items[1].text == (
        "Kept the chart log that the inspectors asked Odile Brandvold for, "
        "and sent it to odile@nordhavn.example."
    )
    assert [section.heading for section in after.sections] == [
        section.heading for section in before.sections
    ]
    assert after.entry("work-1") == before.entry("work-1")
    assert (after.left_over, after.doubts) == ((), ())


def test_a_role_that_begins_within_another():
    """What the reply does not say of the role above stays; what neither placed is left over."""
    cv = answer(MERGED, merged())
    assert roles(cv) == [
        ("Warehouse Supervisor", "Fjellmark Logistics AS", "Bergen, Norway", "03/2018 - Present"),
        ("ran the gate", "Nordhavn Fisk", "", "2013 - 2017"),
    ]
    assert cv.entry("work-1").evidence == parse_cv(_source(MERGED)).entry("work-1").evidence
    assert [fact.text for fact in cv.left_over] == ["before that"]


def test_skills_under_a_sentence():
    """Lines that were left over become a section; how its terms are parted, rules say."""
    cv = answer(TOP, top())
    assert [section.heading for section in cv.sections][:2] == ["What I can do", "EXPERIENCE"]
    assert cv.entry("skills-1").terms == (
        "Cold storage",
        "Stock control",
        "Forklift",
        "Counting things twice",
    )
    assert (cv.left_over, cv.doubts) == ((), ())


def test_dates_that_stand_above_the_heading():
    """The border of two sections is read again as one; each keeps its heading."""
    cv = answer(FLOATED, floated())
    assert roles(cv) == [
        ("Warehouse Supervisor", "Fjellmark Logistics AS", "", "2018 - Present"),
        ("Forklift Driver", "Nordhavn Fisk AS", "", "2013 - 2017"),
    ]
    assert cv.entry("skills-1").terms == ("SAP EWM", "Excel")
    assert [section.heading for section in cv.sections] == ["SKILLS", "EXPERIENCE"]
    silent = [entry | {"heading": []} for entry in floated()]
    assert answer(FLOATED, silent).sections == cv.sections


def test_dates_beside_what_was_done():
    """A cell of a line is the date, the others are text; the place stays where rules read it."""
    cv = answer(BESIDE, beside())
    assert roles(cv) == [
        ("Warehouse Supervisor", "Fjellmark Logistics AS", "Bergen, Norway", "2018 - Present"),
        ("Forklift Driver", "Nordhavn Fisk AS", "Bergen, Norway", "2013 - 2017"),
    ]
    assert [fact.text for entry in cv.entries(Kind.WORK) for fact in entry.facts()] == [
        f"{_LEAD} freezer hall of 6,000 pallets.",
        "Cut picking errors by half.",
        "Moved 90 pallets a shift without an accident in all of the five years.",
    ]
    half = [beside()[0] | {"dates": words(5, "2018")}, *beside()[1:]]
    with pytest.raises(ValueError, match="one thing only"):
        answer(BESIDE, half)


def test_a_line_inside_an_entry_is_its_text():
    """Of which nothing is said, but never of the entry above or below."""
    first, second = at_sea()
    assert answer(AT_SEA, [first | {"text": [lines(13, 14)]}, second]) == answer(AT_SEA, at_sea())
    with pytest.raises(ValueError, match="not told whole: 13, 14"):
        answer(AT_SEA, [first | {"text": [lines(12)]}, second])


def test_a_part_of_which_nothing_is_said_stays():
    """Who says nothing changes nothing."""
    assert answer(AT_SEA, []) == parse_cv(_source(AT_SEA))


def _changed(at: int, **fields: object) -> _Reply:
    reply = at_sea()
    return [*reply[:at], reply[at] | fields, *reply[at + 1 :]]


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (_changed(0, title=words(11, "First mate")), "line 11 does not have"),
        (_changed(0, title=words(11, "mat")), "line 11 does not have"),
        (_changed(0, title=words(5, "Fjellmark Logistics AS")), "line 5 was not sent"),
        (_changed(0, title=words(10, "Nordhavn Fisk AS")), "taken"),
        (_changed(0, title=[*words(10, "Nordhavn"), *words(15, "Deckhand")]), "neighbouring"),
        (_changed(0, dates=words(15, "2011 - 2014")), "above its text"),
        (_changed(0, dates=words(11, "Second")), "taken|no dates"),
        (_changed(0, dates=words(11, "2015")), "not told whole: 11"),
        (_changed(1, dates=[]), "not told whole: 15"),
        (_changed(0, text=[lines(12)]), "not told whole: 13, 14"),
        (_changed(0, text=[lines(12), lines(12, 14)]), "one thing only"),
        (_changed(0, text=[lines(14, 12)]), "one thing only"),
        (_changed(0, text=[lines(12, 90)]), "line 90 was not sent"),
        (_changed(0, title=words(11, "[P9]")), r"\[P9\]"),
        (_changed(0, kind="skills"), "only where the text stands"),
        (_changed(0, title=[], organisation=[]), "a title or an organisation"),
        (list(reversed(at_sea())), "one below the other"),
        (at_sea()[:1], "not told whole: 15, 16"),
        ([{"kind": "summary", "text": []}], "lines that were sent"),
    ],
)
def test_what_does_not_stand_there_is_not_believed(reply: _Reply, fault: str):
    """Words of another line, of no line, parts of words, half of the section: all are refused."""
    with pytest.raises(ValueError, match=fault):
        answer(AT_SEA, reply)


@st.composite
def _replies(draw: st.DrawFn, name: str) -> _Reply:
    """Draw a good reply with a few changes, mostly to words that do stand somewhere."""
    text, good = UNSURE[name]
    page = _source(text).lines
    number = st.integers(1, len(page))
    entries = [dict(entry) for entry in good]
    for _ in range(draw(st.integers(1, 3))):
        entry = entries[draw(st.integers(0, len(entries) - 1))]
        field = draw(st.sampled_from([*_FIELDS, "text", "kind"]))
        at = draw(number)
        written = page[at - 1].text.split()
        first = draw(st.integers(0, len(written) - 1))
        some = words(at, " ".join(written[first : first + draw(st.integers(1, 4))]))
        changed: dict[str, list[object]] = {
            "text": [[], [lines(at, at + draw(st.integers(0, 2)))]],
            "kind": [draw(st.sampled_from([*Kind])).value],
        }
        entry[field] = draw(st.sampled_from(changed.get(field, [[], some, some])))
    return entries


@pytest.mark.parametrize("name", UNSURE)
@given(data=st.data())
def test_whatever_is_said_all_text_is_the_sources(name: str, data: st.DataObject):
    """A reply is refused, or every fact is text of its lines, and no word is gone."""
    text, _ = UNSURE[name]
    source = _source(text)
    try:
        cv = answer(text, data.draw(_replies(name)))
    except ValueError:
        return
    for entry in cv.entries():
        for fact in entry.facts():
            page = iter(" ".join(source.lines[line].text for line in fact.lines).split())
            assert all(word in page for word in fact.text.split())
        for field in ("title", "organisation", "location"):
            where = entry.evidence[field].lines if getattr(entry, field) else ()
            assert getattr(entry, field) in " ".join(source.lines[line].text for line in where)
    wanted = Counter(re.findall(r"\w+", text.casefold()))
    assert (wanted - words_of(cv)).keys() <= {*(wanted - words_of(parse_cv(source))), *JOINING}
    ids = [one.id for one in cv.entries()]
    assert len(set(ids)) == len(ids)
