"""Sections are written from the candidate's own words: chosen, ordered, never reworded."""

import pytest

from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Cv, Entry, Kind, Section
from aicvgen.domain.draft import Draft, Finding, FindingKind, Part, Sentence
from aicvgen.domain.tailored import unaccounted
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import MatchJob, ParseJob, WriteSection, WriteSummary
from examples import ENGINEER_AD, NURSE_AD, ad, engineer, facts, nurse

MODEL = ExtractiveModel()
PAIRS = [(cv, text) for cv in (engineer(), nurse()) for text in (ENGINEER_AD, NURSE_AD)]


def _write(cv: Cv, text: str, unit: str) -> Part:
    job = MODEL.answer(ParseJob(ad(text)))
    fit = MODEL.answer(MatchJob(cv, job))
    return MODEL.answer(WriteSection(cv, job, fit, unit))


def _draft(cv: Cv, text: str) -> Draft:
    job = MODEL.answer(ParseJob(ad(text)))
    fit = MODEL.answer(MatchJob(cv, job))
    parts = tuple(MODEL.answer(WriteSection(cv, job, fit, unit)) for unit in fit.units)
    return Draft(parts=(*parts, MODEL.answer(WriteSummary(cv, job, fit, parts))))


def _with_items(cv: Cv, kind: Kind, *texts: str) -> Cv:
    entry = Entry(id=f"{kind}-1", title="Somewhere", items=facts(f"{kind}-1", *texts))
    return cv.model_copy(update={"sections": (Section(kind=kind, heading="", entries=(entry,)),)})


def test_role_shows_five_bullets_most_relevant_first():
    """Bullets with the ad's terms lead; the rest is listed as left out, with a reason."""
    part = _write(engineer(), ENGINEER_AD, "work-1")
    assert [sentence.cites[0] for sentence in part.sentences][:3] == [
        "work-1/3",
        "work-1/2",
        "work-1/5",
    ]
    assert len(part.sentences) == 5
    assert [left.fact for left in part.left_out] == ["work-1/6", "work-1/7"]
    assert all(left.reason for left in part.left_out)


def test_project_shows_three_bullets():
    """A project shows at most three."""
    cv = _with_items(engineer(), Kind.PROJECTS, "One.", "Two.", "Three.", "Four.")
    part = _write(cv, ENGINEER_AD, "projects-1")
    assert [sentence.text for sentence in part.sentences] == ["One.", "Two.", "Three."]
    assert [left.fact for left in part.left_out] == ["projects-1/4"]


def test_irrelevant_role_keeps_its_order_and_its_running_text():
    """Where the ad asks for nothing of it, an entry stays as the candidate wrote it."""
    part = _write(engineer(), NURSE_AD, "work-2")
    assert [sentence.text for sentence in part.sentences] == [
        "Small agency that built shops for bookbinders.",
        "Built 20+ shops in Ruby on Rails",
        "Kept the MySQL servers patched",
    ]


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("Ran it.", "Fixed it.", "Sold it"), ["Ran it.", "Fixed it.", "Sold it."]),
        (
            ("Ran the shop", "Fixed the roof.", "Sold it"),
            ["Ran the shop", "Fixed the roof", "Sold it"],
        ),
        (("Ran it", "Sold Acme Inc.", "Met U.S."), ["Ran it.", "Sold Acme Inc.", "Met U.S."]),
        (("Ran it", "Cut cost. Sold boats.", "Won"), ["Ran it", "Cut cost. Sold boats.", "Won"]),
    ],
)
def test_final_periods_follow_the_majority(texts: tuple[str, ...], shown: list[str]):
    """Only the period at the end may change, never one that belongs to a word."""
    part = _write(_with_items(engineer(), Kind.WORK, *texts), NURSE_AD, "work-1")
    assert [sentence.text for sentence in part.sentences] == shown


def test_a_refused_sentence_becomes_the_candidates_own():
    """Written again by rule, it says what the fact says; the other sentences stay as they were."""
    cv, lie = engineer(), Sentence(text="Mentored 30 directors.", cites=("work-1/4",))
    job = MODEL.answer(ParseJob(ad(ENGINEER_AD)))
    fit = MODEL.answer(MatchJob(cv, job))
    kept = Sentence(text="Kept as it is", cites=("work-1/1",))
    finding = Finding(
        unit="work-1", sentence=lie.text, kind=FindingKind.NUMBER, claim="30", looked_in=lie.cites
    )
    before = Part(unit="work-1", sentences=(kept, lie))
    part = MODEL.answer(WriteSection(cv, job, fit, "work-1", (finding,), before))
    assert [one.text for one in part.sentences] == [kept.text, "Mentored three junior engineers."]
    assert part.own_words


def test_skills_put_the_asked_terms_first():
    """The group with most of them leads, each keeps all its terms, in whatever spelling."""
    part = _write(engineer(), ENGINEER_AD, "skills")
    assert [(group.entry, group.terms) for group in part.groups] == [
        ("skills-2", ("k8s", "Terraform", "Postgres", "Git")),
        ("skills-1", ("Python", "SQL", "Ruby")),
    ]


@pytest.mark.parametrize(("cv", "text"), PAIRS)
def test_own_writing_needs_no_correction(cv: Cv, text: str):
    """Nothing this engine writes has a finding."""
    assert [check(part, cv) for part in _draft(cv, text).parts if check(part, cv)] == []


@pytest.mark.parametrize(("cv", "text"), PAIRS)
def test_nothing_is_lost_without_a_word(cv: Cv, text: str):
    """Every fact and skill is on the page or listed as left out."""
    assert unaccounted(cv, _draft(cv, text)) == ()


@pytest.mark.parametrize(("cv", "text"), PAIRS)
def test_no_sentence_comes_twice(cv: Cv, text: str):
    """A page repeats nothing."""
    texts = [sentence.text for part in _draft(cv, text).parts for sentence in part.sentences]
    assert len(texts) == len(set(texts))
