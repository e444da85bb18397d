"""Judging what the check let through: a second look that can only find more."""

from collections.abc import Mapping, Sequence
from functools import partial

from aicvgen.domain.claims.evidence import Cited
from aicvgen.domain.draft import Finding, FindingKind, Sentence
from aicvgen.domain.facts import Findings
from aicvgen.domain.value import Value
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import notes, sources
from aicvgen.model.task import Judge

_Told = Sequence[tuple[str, Sentence]]
"""Unit and sentence of all that is to be judged."""


class Objection(Value):
    """What one sentence says beyond its sources."""

    sentence: int
    """Id of the sentence, counted from 1."""
    words: str
    """Copied from it."""


class JudgeReply(Value):
    """All objections; none where every sentence is supported."""

    objections: tuple[Objection, ...]


def judge_question(task: Judge) -> Question[JudgeReply, Findings]:
    """Return the question: each source once, and the sentences with the ids of theirs."""
    told = [(part.unit, sentence) for part in task.parts for sentence in part.sentences]
    cited = Cited(task.cv)
    rests_on = [_rests_on(sentence, cited) for _, sentence in told]
    facts = sources(dict.fromkeys(one for each in rests_on for one in each), task.cv)
    known = {fact.id: number for number, fact in enumerate(facts, start=1)}
    hiding = Hiding(task.cv.contact)
    values: Mapping[str, object] = {
        "sources": notes(facts, hiding),
        "sentences": [
            {
                "id": number,
                "text": hiding.hide(sentence.text),
                "rests_on": [known[one] for one in own if one in known],
            }
            for number, ((_, sentence), own) in enumerate(zip(told, rests_on, strict=True), start=1)
        ],
    }
    return Question(task.name, values, JudgeReply, partial(_findings, told, hiding))


def _rests_on(sentence: Sentence, cited: Cited) -> tuple[str, ...]:
    """Return what a sentence cites, and the entries it stands in: their fields count too."""
    entries = [entry.id for cite in sentence.cites if (entry := cited.entry_of(cite)) is not None]
    return tuple(dict.fromkeys((*sentence.cites, *entries)))


def _findings(told: _Told, hiding: Hiding, reply: JudgeReply) -> Findings:
    """Return the objections in the order of the sentences; each quotes its sentence alone."""
    ordered = sorted(reply.objections, key=lambda one: one.sentence)
    if not all(1 <= one.sentence <= len(told) for one in ordered):
        raise ValueError("an objection must be to a sentence that exists")
    found = [_finding(*told[one.sentence - 1], hiding.restore(one.words)) for one in ordered]
    return Findings(items=tuple(dict.fromkeys(found)))


def _finding(unit: str, sentence: Sentence, words: str) -> Finding:
    quoted = words.strip() and words.strip() in sentence.text
    return Finding(
        unit=unit,
        sentence=sentence.text,
        kind=FindingKind.JUDGED,
        claim=words.strip() if quoted else sentence.text,
        looked_in=sentence.cites,
    )
