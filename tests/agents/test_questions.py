"""What the questions say, and what their replies mean."""

import json
from dataclasses import replace
from typing import Any

import pytest
from pydantic import create_model

from aicvgen.domain.cv import Cv, Entry, Fact, Kind, Section
from aicvgen.domain.draft import Finding, FindingKind, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job, Keyword, Need, Requirement
from aicvgen.domain.value import Value
from aicvgen.model.extractive.match import match
from aicvgen.model.prompts import PROMPTS
from aicvgen.model.question import Question
from aicvgen.model.questions import question_of
from aicvgen.model.task import Judge, MatchJob, WriteLetter, WriteSection
from examples import engineer

NAME = "Mira Okonjo"


def _named() -> Cv:
    """Return the engineer with the own name in a bullet."""
    cv = engineer()
    work = cv.entry("work-1")
    items = (Fact(id="work-1/1", text=f"Wrote the billing service ({NAME})."), *work.items[1:])
    named = work.model_copy(update={"items": items})
    sections = tuple(
        section.model_copy(
            update={"entries": tuple(named if one == work else one for one in section.entries)}
        )
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": sections})


def _answered(question: Question[Any, Any], reply: dict[str, Any]) -> Any:
    return question.answer(question.shape.model_validate(reply))


def _sent(question: Question[Any, Any]) -> str:
    return "".join(PROMPTS.prompt(question.task, 1).filled(question.values))


def _judged(*texts: str) -> Question[Any, Any]:
    told = tuple(Sentence(text=text, cites=("work-1/1",)) for text in texts)
    question = question_of(Judge(_named(), (Part(unit="work-1", sentences=told),)))
    assert question is not None
    return question


def _open_job() -> Job:
    """Return an ad with one requirement that has evidence and two that have none."""
    wanted = (("Python", ("Python",)), ("Nurture dahlias", ("dahlias",)), ("Be there", ()))
    return Job(
        requirements=tuple(
            Requirement(id=f"req-{number}", text=text, need=Need.MUST, terms=terms)
            for number, (text, terms) in enumerate(wanted, start=1)
        ),
        keywords=(Keyword(term="Python", weight=0.6), Keyword(term="dahlias", weight=0.4)),
    )


def test_a_judge_never_learns_who_it_is_about():
    """The name is hidden in sources and sentences, and stands again in what is found."""
    question = _judged(f"Wrote billing as {NAME}")
    assert NAME not in _sent(question)
    (found,) = _answered(question, {"objections": [{"sentence": 1, "words": "as [P1]"}]}).items
    assert (found.claim, found.sentence) == (f"as {NAME}", f"Wrote billing as {NAME}")


def test_objections_become_findings_in_the_order_of_the_sentences():
    """The same objection twice is one; order does not depend on the judge."""
    question = _judged("Wrote billing", "Wrote services")
    objections = [
        {"sentence": 2, "words": "services"},
        {"sentence": 1, "words": "billing"},
        {"sentence": 2, "words": "services"},
    ]
    found = _answered(question, {"objections": objections}).items
    assert [(one.sentence, one.claim, one.kind) for one in found] == [
        ("Wrote billing", "billing", FindingKind.JUDGED),
        ("Wrote services", "services", FindingKind.JUDGED),
    ]


@pytest.mark.parametrize("sentence", [0, 3, -1])
def test_an_objection_to_nothing_is_malformed(sentence: int):
    """Ids count from 1 to as many as were given."""
    with pytest.raises(ValueError, match="exists"):
        _answered(
            _judged("Wrote billing", "Wrote services"),
            {"objections": [{"sentence": sentence, "words": "x"}]},
        )


def _matched() -> tuple[Question[Any, Any], Fit]:
    question = question_of(MatchJob(engineer(), _open_job()))
    assert question is not None
    return question, match(engineer(), _open_job())


def test_only_requirements_without_evidence_are_asked_about():
    """Facts and requirements are there once; nobody is asked where all have evidence."""
    question, _ = _matched()
    assert [one["text"] for one in question.values["requirements"]] == [  # type: ignore[attr-defined]
        "Nurture dahlias",
        "Be there",
    ]
    job = _open_job()
    all_proven = job.model_copy(update={"requirements": job.requirements[:1]})
    assert question_of(MatchJob(engineer(), all_proven)) is None


def test_nobody_learns_what_referees_are_called():
    """They are people too, and no evidence for anything."""
    cv = _named()
    referee = Entry(
        id="ref-1", title="Referees", items=(Fact(id="ref-1/1", text="Jo Marsh, 0117 496 0123"),)
    )
    references = Section(kind=Kind.REFERENCES, heading="References", entries=(referee,))
    question = question_of(
        MatchJob(cv.model_copy(update={"sections": (*cv.sections, references)}), _open_job())
    )
    assert question is not None
    assert "Jo Marsh" not in _sent(question)


def test_a_proposal_moves_a_fact_and_names_it_nearest():
    """Half of what evidence would gain; what has no term gains a little."""
    question, by_rule = _matched()
    ranked = [one.fact for one in by_rule.ranking if not one.fact.startswith("summary")]
    fit = _answered(
        question,
        {
            "proposals": [
                {"requirement": 1, "facts": [len(ranked)]},
                {"requirement": 2, "facts": [1, 2, 3]},
            ]
        },
    )
    before = {one.fact: one.score for one in by_rule.ranking}
    gained = {
        one.fact: round(one.score - before[one.fact], 6)
        for one in fit.ranking
        if one.score != before[one.fact]
    }
    assert gained == {ranked[-1]: 0.2, ranked[0]: 0.05, ranked[1]: 0.05}
    assert [one.nearest for one in fit.matches[1:]] == [ranked[-1], ranked[0]]
    assert [one.score for one in fit.ranking] == sorted(
        (one.score for one in fit.ranking), reverse=True
    )
    assert fit.coverage == by_rule.coverage


@pytest.mark.parametrize(
    "proposal", [{"requirement": 9, "facts": [1]}, {"requirement": 1, "facts": [0]}]
)
def test_a_proposal_of_nothing_is_malformed(proposal: dict[str, Any]):
    """A requirement or a fact that was never given."""
    question, _ = _matched()
    with pytest.raises(ValueError, match="exist"):
        _answered(question, {"proposals": [proposal]})


def _again(*texts: str, refused: str) -> Question[Any, Any]:
    cv = engineer()
    sentences = tuple(
        Sentence(text=text, cites=(f"work-1/{at}",)) for at, text in enumerate(texts, start=1)
    )
    finding = Finding(
        unit="work-1", sentence=refused, kind=FindingKind.NAME, claim="Globex", looked_in=()
    )
    job = _open_job()
    question = question_of(
        WriteSection(
            cv,
            job,
            match(cv, job),
            "work-1",
            findings=(finding,),
            before=Part(unit="work-1", sentences=sentences),
        )
    )
    assert question is not None
    return question


def test_a_rewrite_keeps_places_and_full_stops():
    """The new sentence stands where the old one stood, and ends as that one did."""
    question = _again("Kept it.", "Ran Globex.", "Kept that", refused="Ran Globex.")
    assert question.task == "rewrite"
    assert "Kept" not in _sent(question)
    part = _answered(question, {"sentences": [{"id": 1, "text": "Ran it", "rests_on": [1]}]})
    assert [(one.text, one.cites) for one in part.sentences] == [
        ("Kept it.", ("work-1/1",)),
        ("Ran it.", ("work-1/2",)),
        ("Kept that", ("work-1/3",)),
    ]


@pytest.mark.parametrize("sentence", [{"id": 2, "rests_on": [1]}, {"id": 1, "rests_on": [2]}])
def test_a_rewrite_of_something_else_is_malformed(sentence: dict[str, Any]):
    """Only refused sentences, only from the notes that were given."""
    question = _again("Ran Globex", "Kept it", refused="Ran Globex")
    with pytest.raises(ValueError, match=r"given|exist"):
        _answered(question, {"sentences": [sentence | {"text": "Ran it"}]})


def test_what_rests_on_nothing_is_written_anew():
    """A refused text that cites nothing there is cannot be mended."""
    cv, job = engineer(), _open_job()
    part = Part(unit="work-1", sentences=(Sentence(text="Ran Globex", cites=("work-9/1",)),))
    finding = Finding(
        unit="work-1", sentence="Ran Globex", kind=FindingKind.UNCITED, claim="", looked_in=()
    )
    task = WriteSection(cv, job, match(cv, job), "work-1", findings=(finding,), before=part)
    question = question_of(task)
    assert question is not None
    assert question.task == "write-section"


def test_no_letter_is_asked_for_where_nothing_fits():
    """The rules see no letter, so none is paid for."""
    job = Job(requirements=(Requirement(id="req-1", text="x", need=Need.MUST, terms=("Kafka",)),))
    assert question_of(WriteLetter(engineer(), job, match(engineer(), job))) is None


def test_a_schema_says_no_name_twice():
    """The titles of pydantic are gone; a field of that name stays."""
    question = _judged("Wrote billing")
    assert '"title"' not in question.schema
    named = create_model("Named", title=(str, ...), __base__=Value)
    schema = json.loads(replace(question, shape=named).schema)
    assert schema["properties"] == {"title": {"type": "string"}}
