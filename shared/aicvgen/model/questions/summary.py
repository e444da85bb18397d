"""Writing the summary; the key qualifications are chosen by rule, for they are single terms."""

from functools import partial

from aicvgen.domain.cv import Fact, Kind
from aicvgen.domain.draft import Part
from aicvgen.domain.value import Value
from aicvgen.model.extractive.summary import write_summary
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import Written, ad, findings, notes, sentences
from aicvgen.model.task import WriteSummary

_MOST_NOTES = 15
_FEWEST_NOTES = 3
"""With less the own words say it all."""


class SummaryReply(Value):
    """The summary, sentence by sentence."""

    sentences: tuple[Written, ...]


def summary_question(task: WriteSummary) -> Question[SummaryReply, Part] | None:
    """Return the question; None where there is next to nothing to sum up."""
    facts = _facts(task)
    if len(facts) < _FEWEST_NOTES:
        return None
    hiding = Hiding(task.cv.contact)
    values = {
        "language": task.cv.language,
        "notes": notes(facts, hiding),
        "ad": ad(task.job, task.fit, frozenset(fact.id for fact in facts)),
        "findings": findings(task.findings, hiding),
    }
    return Question(task.name, values, SummaryReply, partial(_part, task, facts, hiding))


def _facts(task: WriteSummary) -> tuple[Fact, ...]:
    """Return the own summary and what the other parts show, most relevant first."""
    own = [fact for entry in task.cv.entries(Kind.SUMMARY) for fact in entry.facts()]
    shown = {cite for part in task.parts for one in part.sentences for cite in one.cites}
    known = {fact.id: fact for entry in task.cv.entries() for fact in entry.facts()}
    ranked = [known[one.fact] for one in task.fit.ranking if one.fact in shown & known.keys()]
    return (*own, *ranked)[:_MOST_NOTES]


def _part(task: WriteSummary, facts: tuple[Fact, ...], hiding: Hiding, reply: SummaryReply) -> Part:
    written = sentences(reply.sentences, facts, hiding)
    if not written:
        raise ValueError("a summary has at least one sentence")
    by_rule = write_summary(task.cv, task.job, task.fit, task.parts)
    cited = {cite for sentence in written for cite in sentence.cites}
    left_out = tuple(one for one in by_rule.left_out if one.fact not in cited)
    return by_rule.model_copy(update={"sentences": written, "left_out": left_out})
