"""Sections are written from the candidate's own words: chosen, ordered, never reworded."""

import pytest

from aicvgen.agents.fitting import fitted
from aicvgen.documents.pdf import pages_of
from aicvgen.documents.typeset import typeset
from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Cv, Entry, Kind, Section
from aicvgen.domain.draft import Draft, Finding, FindingKind, Part, Sentence
from aicvgen.domain.look import Look
from aicvgen.domain.tailored import tailored, unaccounted
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


def test_role_shows_its_most_relevant_bullets_first():
    """Bullets with the ad's terms lead; those beyond five are marked, not left out."""
    part = _write(engineer(), ENGINEER_AD, "work-1")
    assert [sentence.cites[0] for sentence in part.sentences][:3] == [
        "work-1/3",
        "work-1/2",
        "work-1/5",
    ]
    assert len(part.sentences) == 7
    assert [one.cites for one in part.extra] == [("work-1/6",), ("work-1/7",)]
    assert part.left_out == ()


def test_more_than_three_bullets_of_a_project_are_extra():
    """A project usually shows three."""
    cv = _with_items(engineer(), Kind.PROJECTS, "One.", "Two.", "Three.", "Four.")
    part = _write(cv, ENGINEER_AD, "projects-1")
    assert [sentence.text for sentence in part.extra] == ["Four."]


def test_what_is_nearest_to_a_requirement_goes_before_a_result():
    """A point that shares the ad's words for what nothing is evidence for is no extra."""
    texts = ("Cut waste by 9%.", "Sold 9 ovens.", "Sold 8 pans.", "Ran 7 fairs.", "Won 3 prizes.")
    cv = _with_items(engineer(), Kind.WORK, *texts, "Precept young bakers through their first year")
    part = _write(cv, "# Baker\n# Duties\n- Support and precept new bakers\n", "work-1")
    assert "Precept" not in " ".join(one.text for one in part.extra)
    assert len(part.extra) == 1


def test_extra_bullets_stay_where_they_take_no_further_page():
    """The page that the usual bullets begin is filled; the rest is listed as left out."""
    texts = [f"Baked loaf number {number} for the weekly market." for number in range(150)]
    cv = _with_items(engineer(), Kind.WORK, *texts)
    fit = MODEL.answer(MatchJob(cv, MODEL.answer(ParseJob(ad(NURSE_AD)))))
    draft = fitted(cv, _draft(cv, NURSE_AD), fit, Look(), None)
    part = draft.part("work-1")
    assert part is not None
    assert 5 < len(part.sentences) < 150
    assert pages_of(typeset(tailored(cv, draft), Look(), None)) == 1
    assert unaccounted(cv, draft) == ()


def test_the_ads_spelling_of_another_language_stays_out():
    """A German ad does not put its words into an English sentence."""
    cv = _with_items(engineer(), Kind.WORK, "Taught English reading to 8 students")
    text = "# Lehrkraft\n# Ihr Profil\n- Gute Englischkenntnisse sind für uns wichtig\n"
    part = _write(cv, text, "work-1")
    assert part.sentences[0].text == "Taught English reading to 8 students"


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
