"""What a model is asked about a job ad, and that all it says stands in the ad."""

from typing import Any

import pytest

from ad_pages import ads
from aicvgen.domain.job import Job, Need
from aicvgen.model.extractive.job import parse_job
from aicvgen.model.prompts import PROMPTS
from aicvgen.model.question import Question
from aicvgen.model.questions import question_of
from aicvgen.model.task import ParseJob
from examples import ad

CHATTY = """
The Copperline Bakery turns forty this spring, and the ovens have never been busier.
Our Tuesdays begin at three in the morning with sourdough, and a baker who has shaped loaves for a
living and is at home with SAP stock lists makes all the difference.
A forklift licence has saved many a delivery.
Whoever joins looks after the night shift of six bakers and keeps the cold room in order.
There is bread for everybody. Write to jobs@copperline.example or call +44 20 7946 0111.
"""
"""An ad that says nothing as ads do."""

GOOD: dict[str, Any] = {
    "title": [{"line": 2, "text": "baker"}],
    "requirements": [
        {
            "line": 2,
            "text": "has shaped loaves for a living",
            "need": "must",
            "terms": ["shaped loaves"],
        },
        {
            "line": 2,
            "text": "at home with SAP stock lists",
            "need": "must",
            "terms": ["SAP", "stock lists"],
        },
        {"line": 3, "need": "nice", "terms": ["forklift licence"]},
        {"line": 4, "text": "looks after the night shift", "need": "duty"},
    ],
}


def question(text: str) -> Question[Any, Job]:
    """Return what is asked about an ad that the rules are unsure of."""
    asked = question_of(ParseJob(ad(text)))
    assert asked is not None
    return asked


def answer(text: str, reply: dict[str, Any]) -> Job:
    """Return the ad as a reply says it is."""
    asked = question(text)
    return asked.answer(asked.shape.model_validate(reply))


@pytest.mark.parametrize("text", [one.text for one in ads()], ids=[one.name for one in ads()])
def test_nothing_is_asked_where_the_rules_are_sure(text: str):
    """An ad with headings, or with the usual words, costs nothing."""
    assert question_of(ParseJob(ad(text))) is None


def test_a_short_ad_says_no_more():
    """A title and a line are read as well as they go."""
    assert question_of(ParseJob(ad("Baker\nWe are looking for somebody who bakes."))) is None


def test_addresses_in_an_ad_are_not_sent():
    """Whoever's they are."""
    sent = "".join(PROMPTS.prompt("parse-job", 1).filled(question(CHATTY).values))
    assert [own for own in ("@", "7946") if own in sent] == []
    assert "Write to [P1] or call [P2]." in sent


def test_an_ad_that_says_nothing_as_ads_do():
    """Title, needs and terms are the ad's own words, in its order; the rest is as rules read it."""
    job, rules = answer(CHATTY, GOOD), parse_job(ad(CHATTY))
    assert job.title == "baker"
    assert [(one.id, one.need, one.text) for one in job.requirements] == [
        ("req-1", Need.MUST, "has shaped loaves for a living"),
        ("req-2", Need.MUST, "at home with SAP stock lists"),
        ("req-3", Need.NICE, "A forklift licence has saved many a delivery."),
        ("req-4", Need.DUTY, "looks after the night shift"),
    ]
    assert {"SAP", "stock lists"} <= set(job.requirements[1].terms)
    assert all(term in one.text for one in job.requirements for term in one.terms)
    assert {keyword.term for keyword in job.keywords} >= {"SAP", "forklift licence"}
    assert (job.company, job.language) == (rules.company, rules.language)


def test_what_the_rules_found_stays():
    """A reply adds to it, and says anew only what it points to."""
    text = CHATTY + "Knowledge of the food hygiene rules is required.\n"
    rules = parse_job(ad(text))
    kept = [one.text for one in rules.requirements if "hygiene" in one.text]
    assert kept
    assert [one.text for one in answer(text, GOOD).requirements if "hygiene" in one.text] == kept


def test_where_nothing_is_marked_a_reply_has_most_of_the_terms():
    """The rules take all an ad says for asked; a reply that keeps next to nothing is refused."""
    terms = ("Python", "Terraform", "Kafka", "PostgreSQL", "Docker", "Kubernetes", "Grafana")
    text = "\n".join(f"Our Tuesdays begin with {term}, tea and toast." for term in terms)
    asked = [{"line": at, "need": "must"} for at in range(1, len(terms) + 1)]
    assert len(answer(text, {"requirements": asked[:5]}).requirements) == 5
    with pytest.raises(ValueError, match="most of what the ad names"):
        answer(text, {"requirements": asked[:2]})
    with pytest.raises(ValueError, match="asks for more"):
        answer(text, {"requirements": []})


def _with(**fields: object) -> dict[str, Any]:
    first, *rest = GOOD["requirements"]
    return GOOD | {"requirements": [first | fields, *rest]}


@pytest.mark.parametrize(
    ("reply", "fault"),
    [
        (_with(text="has shaped a thousand loaves"), "line 2 does not have these words"),
        (_with(text="aped loaves"), "line 2 does not have these words"),
        (_with(line=9), "line 9 was not sent"),
        (_with(terms=["bread engineering"]), "line 2 does not have one of these terms"),
        (_with(terms=[""]), "line 2 does not have one of these terms"),
        (_with(text="home with SAP", terms=[]), "the same words are two requirements"),
        (GOOD | {"title": [{"line": 1, "text": "Head of Bread"}]}, "line 1 does not have"),
        (GOOD | {"title": [{"line": 2, "text": ""}]}, "at most 14 words"),
        ({"requirements": [{"line": 3, "need": "duty"}]}, "asks for more"),
    ],
)
def test_what_the_ad_does_not_say_is_not_believed(reply: dict[str, Any], fault: str):
    """Words of another ad, of no line, the same words twice, or nothing at all: all are refused."""
    with pytest.raises(ValueError, match=fault):
        answer(CHATTY, reply)
