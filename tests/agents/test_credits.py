"""Who wrote a result and what that cost, as its report tells it."""

import html
from collections.abc import Callable

import pytest

from aicvgen.documents.report import report_html, report_markdown, report_text
from aicvgen.domain.authors import because
from aicvgen.domain.cv import Kind
from aicvgen.domain.draft import Draft, Group, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.records import Answered, Call
from aicvgen.domain.report import Report, report
from aicvgen.domain.run import Status
from domain.runs import a_run
from examples import engineer


def _call(nanodollars: int, requests: int, *, priced: bool = True) -> Call:
    return Call(
        task="write-section",
        prompt="write-section/v1",
        model="gemini-x",
        answered=Answered.MODEL,
        requests=requests,
        nanodollars=nanodollars,
        priced=priced,
    )


def _by(model: str = "", why: str = "", calls: tuple[Call, ...] = ()) -> Report:
    """Return a report of parts that this model, or these rules, and rules without a model wrote."""
    cv = engineer()
    work = next(section for section in cv.sections if section.kind is Kind.WORK).entries[0]
    said = (Sentence(text="Any.", cites=(work.id,)),)
    parts = (
        Part(unit=work.id, sentences=said, written_by=model),
        Part(unit="summary", sentences=said, not_by_model=why),
        Part(unit="skills", groups=(Group(entry="skills-1", terms=("Go",)),)),
        Part(unit="letter"),
    )
    return report(
        a_run(Status.RENDERING),
        original=cv,
        job=Job(title="", company="", requirements=()),
        fit=Fit(matches=(), asked=(), ranking=(), units=(work.id,)),
        draft=Draft(parts=parts),
        findings=(),
        calls=calls,
    )


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_report_says_who_wrote_what(render: Callable[[Report], str]):
    """The model by its name, rules with what stood in the model's way, and what needed no words."""
    shown = html.unescape(render(_by("gemini-x", "over-budget"))).replace("\\", "").casefold()
    told = shown[shown.index("who wrote this") : shown.index("what the check found")]
    lines = [line for line in told.splitlines() if ": " in line]
    assert ["gemini-x" in line for line in lines] == [True, False, False]
    assert "the budget was used up: summary" in lines[1]
    assert "skills" in lines[2]
    assert "letter" not in told


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        (
            (_call(1_500_000, 2), _call(10_000, 1)),
            "cost $0.001510; requests to language models: 3",
        ),
        ((_call(0, 2), _call(0, 0)), "was free; requests to language models: 2."),
        ((_call(5_000, 1, priced=False),), "One has no known price, so the dearest known stands"),
    ],
)
@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_report_says_what_the_run_cost(
    render: Callable[[Report], str], calls: tuple[Call, ...], told: str
):
    """The sum of all calls in dollars, free where it is; nothing where nobody was asked."""
    assert told in render(_by("gemini-x", calls=calls)).replace("\\", "")
    assert "requests to language models" not in render(_by(calls=()))


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_report_of_rules_alone_does_not_say_so(render: Callable[[Report], str]):
    """Where no model was asked there is nothing to tell."""
    assert "who wrote this" not in render(_by()).casefold()


@pytest.mark.parametrize(
    "why",
    [
        "off",
        "over-budget",
        "crowded",
        "open",
        "unavailable",
        "malformed",
        "blocked",
        "cut-short",
        "refused-400",
        "halted",
    ],
)
def test_what_stood_in_the_model_s_way_is_told_in_plain_words(why: str):
    """No reason is shown as the one word that records have for it."""
    assert len(because(why).split()) > 3
