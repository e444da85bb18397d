"""The ledger finds the evidence of each requirement, the same every time."""

import pytest

from aicvgen.domain.cv import Cv, Entry, Kind, Section
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.model.extractive.job import parse_job
from aicvgen.model.extractive.match import match
from examples import ENGINEER_AD, NURSE_AD, ad, engineer, facts, nurse


def _fit(cv: Cv, text: str) -> Fit:
    return match(cv, parse_job(ad(text)))


def _job(*requirements: tuple[Need, tuple[str, ...]]) -> Job:
    return Job(
        requirements=tuple(
            Requirement(id=f"req-{number}", text=", ".join(terms), need=need, terms=terms)
            for number, (need, terms) in enumerate(requirements, start=1)
        )
    )


def test_evidence_is_found_in_facts_and_fields():
    """A term is supported by a bullet, a skill list or a degree, in whatever spelling."""
    fit = match(
        engineer(), _job((Need.MUST, ("Kubernetes", "PostgreSQL", "degree", "Kafka", "Java")))
    )
    (found,) = fit.matches
    assert found.evidenced == ("Kubernetes", "PostgreSQL", "degree")
    assert found.facts == ("skills-2", "work-1/2", "work-1/5", "education-1")


@pytest.mark.parametrize("praise", ["Good", "Very good", "Strong", "Excellent and proven"])
def test_praise_before_a_term_needs_no_evidence(praise: str):
    """A skill that the CV lists answers an ad that wants it good."""
    section = Section(
        kind=Kind.SKILLS, heading="Skills", entries=(Entry(id="skills-7", terms=("Knife skills",)),)
    )
    cv = engineer().model_copy(update={"sections": (section,)})
    (found,) = _fit(cv, f"Cook\n\nRequirements\n- {praise} knife skills\n").matches
    assert (found.evidenced, found.facts) == (("knife skills",), ("skills-7",))


def test_requirement_without_evidence_says_so():
    """What the CV does not say has no facts."""
    kafka = next(m for m in _fit(engineer(), ENGINEER_AD).matches if m.terms == ("Kafka",))
    assert (kafka.evidenced, kafka.facts) == ((), ())


def test_without_evidence_the_nearest_words_are_named():
    """A requirement nothing supports points to the fact with a rare word of it, or to none."""
    asked = "- Respond to 300 tickets an hour\n- Nurture dahlias\n- Organise parties for ponies"
    fit = _fit(engineer(), f"# Engineer\nCompany: Fen\n\n## Requirements\n{asked}\n")
    assert [(one.facts, one.nearest) for one in fit.matches] == [((), None)] * 2 + [
        ((), "work-1/6")
    ]


def test_evidence_is_found_across_languages():
    """A German CV answers an English ad."""
    fit = match(nurse(), _job((Need.MUST, ("wound care", "shift planning", "dialysis"))))
    assert fit.matches[0].evidenced == ("wound care", "shift planning")


@pytest.mark.parametrize(
    ("needs", "coverage"),
    [
        ([(Need.MUST, ("Python",)), (Need.NICE, ("Kafka",))], 2 / 3),
        ([(Need.MUST, ("Kafka",)), (Need.NICE, ("Python",))], 1 / 3),
        ([(Need.DUTY, ("Python",)), (Need.NICE, ("Kafka",))], 1 / 2),
        ([(Need.MUST, ("Postgres",)), (Need.NICE, ("PostgreSQL", "Kafka"))], 2 / 3),
        ([(Need.MUST, ())], 0.0),
    ],
)
def test_coverage_weighs_musts_double(needs: list[tuple[Need, tuple[str, ...]]], coverage: float):
    """Each term counts once, with its heaviest need, whatever its spelling."""
    assert match(engineer(), _job(*needs)).coverage == pytest.approx(coverage)


def test_ranking_has_every_fact_once_and_keeps_ties_in_order():
    """All facts are ranked; those the ad does not ask for stay in the order of the source."""
    fit = _fit(engineer(), NURSE_AD)
    facts = [fact.id for entry in engineer().entries() for fact in entry.facts()]
    assert [ranked.fact for ranked in fit.ranking] == facts
    assert {ranked.score for ranked in fit.ranking} == {0.0}


def test_relevant_facts_rank_first():
    """The bullets with the ad's terms come before the summer party."""
    fit = _fit(engineer(), ENGINEER_AD)
    order = [ranked.fact for ranked in fit.ranking]
    assert order.index("work-1/3") < order.index("work-1/6")
    assert next(r.terms for r in fit.ranking if r.fact == "work-1/5") == ("PostgreSQL",)


def test_units_follow_the_source():
    """Roles, projects and volunteering are written one by one, then the skills."""
    assert _fit(engineer(), ENGINEER_AD).units == ("work-1", "work-2", "projects-1", "skills")
    assert _fit(nurse(), NURSE_AD).units == ("work-1", "work-2", "skills")


def test_same_input_gives_the_same_fit():
    """Nothing depends on chance or on what was matched before."""
    assert _fit(nurse(), NURSE_AD) == _fit(nurse(), NURSE_AD)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Führerschein Klasse BE", "Führerschein Klasse B"),
        ("Gewässerökologin seit 2012", "Gewässerökologie"),
        ("Promotion zur Dr. rer. nat.", "Promotion"),
    ],
)
def test_german_words_are_evidence_in_another_form(said: str, asked: str):
    """A wider licence holds the narrower, and who practises a science knows it."""
    entry = Entry(id="custom-1", items=facts("custom-1", said))
    section = Section(kind=Kind.CUSTOM, heading="", entries=(entry,))
    cv = nurse().model_copy(update={"sections": (section,)})
    job = Job(
        language="de",
        requirements=(Requirement(id="req-1", text=asked, need=Need.MUST, terms=(asked,)),),
    )
    assert match(cv, job).matches[0].evidenced == (asked,)
