"""Looking for what could answer a requirement that no words of the CV answer.

The ledger of the rules stands: what is proposed moves facts up and says where to look, and is never
evidence.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from aicvgen.domain.cv import Fact, Kind
from aicvgen.domain.fit import Fit, Match
from aicvgen.domain.job import Job
from aicvgen.domain.value import Value
from aicvgen.model.extractive.evidence import wanted
from aicvgen.model.extractive.match import match
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import notes
from aicvgen.model.task import MatchJob

_MOST_FACTS, _MOST_REQUIREMENTS, _MOST_PROPOSED = 80, 20, 2
_SHARE = 0.5
"""Of what evidence for the requirement's terms would gain."""
_LEAST = 0.05
"""What a fact gains where these terms weigh nothing, as much as by everyday words of the ad."""


class Proposed(Value):
    """What could answer one requirement."""

    requirement: int
    """Id of the requirement, counted from 1."""
    facts: tuple[int, ...]
    """Ids of facts, counted from 1, the best first."""


class MatchReply(Value):
    """Proposals for those requirements that have one."""

    proposals: tuple[Proposed, ...]


def match_question(task: MatchJob) -> Question[MatchReply, Fit] | None:
    """Return the question; None where every requirement has evidence, or nothing could be it."""
    by_rule = match(task.cv, task.job)
    unanswered = [one for one in by_rule.matches if not one.facts][:_MOST_REQUIREMENTS]
    facts = _facts(task, by_rule)
    if not (unanswered and facts):
        return None
    hiding = Hiding(task.cv.contact)
    texts = {requirement.id: requirement.text for requirement in task.job.requirements}
    values: Mapping[str, object] = {
        "facts": notes(facts, hiding),
        "requirements": [
            {"id": number, "text": hiding.hide(texts[one.requirement])}
            for number, one in enumerate(unanswered, start=1)
        ],
    }
    answer = partial(_fit, by_rule, task.job, unanswered, facts)
    return Question(task.name, values, MatchReply, answer)


def _facts(task: MatchJob, by_rule: Fit) -> tuple[Fact, ...]:
    """Return what the candidate did, most relevant first.

    A summary proves nothing, and what referees are called is nobody's business.
    """
    known = {
        fact.id: fact
        for section in task.cv.sections
        if section.kind not in {Kind.SUMMARY, Kind.REFERENCES}
        for entry in section.entries
        for fact in entry.facts()
    }
    return tuple(known[one.fact] for one in by_rule.ranking if one.fact in known)[:_MOST_FACTS]


def _fit(
    by_rule: Fit, job: Job, unanswered: Sequence[Match], facts: Sequence[Fact], reply: MatchReply
) -> Fit:
    """Return the ledger of the rules with another order of the facts and other places to look."""
    proposed = {
        unanswered[_index(one.requirement, unanswered)].requirement: [
            facts[_index(fact, facts)].id for fact in one.facts[:_MOST_PROPOSED]
        ]
        for one in reply.proposals
        if one.facts
    }
    weights = {wanted(word.term, job.language).key: word.weight for word in job.keywords}
    gains = dict[str, float]()
    for one in unanswered:
        gain = _gain(one, weights, job.language)
        for fact in proposed.get(one.requirement, ()):
            gains[fact] = gains.get(fact, 0.0) + gain
    ranking = [
        one.model_copy(update={"score": round(one.score + gains.get(one.fact, 0.0), 6)})
        for one in by_rule.ranking
    ]
    matches = [
        one.model_copy(update={"nearest": proposed[one.requirement][0]})
        if one.requirement in proposed
        else one
        for one in by_rule.matches
    ]
    return by_rule.model_copy(
        update={
            "matches": tuple(matches),
            "ranking": tuple(sorted(ranking, key=lambda one: -one.score)),
        }
    )


def _index(number: int, among: Sequence[object]) -> int:
    if not 1 <= number <= len(among):
        raise ValueError("a proposal must name a requirement and facts that exist")
    return number - 1


def _gain(one: Match, weights: Mapping[str, float], language: str) -> float:
    keys = {wanted(term, language).key for term in one.terms}
    return max(_LEAST, _SHARE * sum(weights.get(key, 0.0) for key in keys))
