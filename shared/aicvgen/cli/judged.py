"""`aicvgen audit --judge`: the model looks at what the rules let through."""

from collections.abc import Iterator, Sequence

from aicvgen.cli.backend import backend
from aicvgen.domain.allowance import NANO
from aicvgen.domain.audit import AuditResult
from aicvgen.domain.audit.judging import evidence, to_judge, with_objections
from aicvgen.domain.authors import because
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Finding, Part
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.records import Answered, Call
from aicvgen.flow.errands import paid_from_today
from aicvgen.model.errand import Errand
from aicvgen.model.task import Judge
from aicvgen.ports import Model
from aicvgen.settings import Settings

_AT_ONCE = 24
"""Sentences in one question: objections to all of them fit into one reply."""


def judged(original: Cv, tailored: Cv, result: AuditResult, loaded: Settings) -> AuditResult:
    """Return the result with the objections of the model, and a note on who judged how much.

    Raises `Unavailable` where the model is silent: that is no clean judgement.
    """
    parts = to_judge(original, tailored, result)
    if not parts:
        return _noted(result, "Nothing was reworded: the model was not asked.")
    cv = evidence(original, tailored)
    with (
        backend(loaded) as (ports, _),
        paid_from_today(ports, loaded.owner, "audit") as errand,
    ):
        objections = tuple(_objections(cv, parts, ports.model.on(errand), errand))
    after = with_objections(original, tailored, result, objections)
    return _noted(after, _told(errand.calls, len(parts), len(objections)))


def _objections(cv: Cv, parts: Sequence[Part], model: Model, errand: Errand) -> Iterator[Finding]:
    for at in range(0, len(parts), _AT_ONCE):
        found = model.answer(Judge(cv, tuple(parts[at : at + _AT_ONCE])))
        call = errand.calls[-1]
        if call.answered in {Answered.RULE, Answered.NOBODY}:
            raise Unavailable(
                f"{call.model} did not judge: {because(call.why)}. Try again later; without"
                " --judge the rules alone decide.",
                retry_after=0,
            )
        yield from found.items


def _noted(result: AuditResult, note: str) -> AuditResult:
    return result.model_copy(update={"notes": (*result.notes, note)})


def _told(calls: Sequence[Call], sentences: int, objections: int) -> str:
    spent = sum(call.nanodollars for call in calls) / NANO
    cost = f"${spent:.6f}" if spent else "at no cost"
    models = " and ".join(dict.fromkeys(call.model for call in calls))
    return (
        f"{models} judged {_counted(sentences, 'reworded sentence')}:"
        f" {_counted(objections, 'objection')}, {cost}."
    )


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"
