"""Writing refused sentences again; those that passed stay as they are, and are not sent."""

from collections.abc import Sequence
from functools import partial

from aicvgen.domain.cv import Fact
from aicvgen.domain.draft import Part
from aicvgen.domain.value import Value
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import Written, notes, sentences, sources
from aicvgen.model.task import WriteLetter, WriteSection, WriteSummary

_NAME = "rewrite"
Writing = WriteSection | WriteSummary | WriteLetter


class Mended(Written):
    """One sentence in other words."""

    id: int
    """Of the refused sentence, counted from 1."""


class RewriteReply(Value):
    """The refused sentences, each once."""

    sentences: tuple[Mended, ...]


def rewrite_question(task: Writing) -> Question[RewriteReply, Part] | None:
    """Return the question; None for what is written for the first time or rests on nothing."""
    if task.before is None:
        return None
    refused = {finding.sentence for finding in task.findings}
    at = [place for place, one in enumerate(task.before.sentences) if one.text in refused]
    told = [task.before.sentences[place] for place in at]
    facts = sources(dict.fromkeys(cite for one in told for cite in one.cites), task.cv)
    if not facts:
        return None
    known = {fact.id: number for number, fact in enumerate(facts, start=1)}
    hiding = Hiding(task.cv.contact)
    values = {
        "language": task.cv.language,
        "notes": notes(facts, hiding),
        "sentences": [
            {
                "id": number,
                "text": hiding.hide(one.text),
                "rests_on": [known[cite] for cite in one.cites if cite in known],
                "unsupported": [
                    hiding.hide(finding.claim)
                    for finding in task.findings
                    if finding.sentence == one.text
                ],
            }
            for number, one in enumerate(told, start=1)
        ],
    }
    return Question(_NAME, values, RewriteReply, partial(_part, task.before, at, facts, hiding))


def _part(
    before: Part, at: Sequence[int], facts: tuple[Fact, ...], hiding: Hiding, reply: RewriteReply
) -> Part:
    """Return the part with the new sentences in their places; what got no answer stays refused."""
    if not all(1 <= one.id <= len(at) for one in reply.sentences):
        raise ValueError("only the sentences that were given can be rewritten")
    merged = list(before.sentences)
    written = sentences(reply.sentences, facts, hiding)
    for one, sentence in zip(reply.sentences, written, strict=True):
        place = at[one.id - 1]
        text = _ended(sentence.text, like=before.sentences[place].text)
        merged[place] = sentence.model_copy(update={"text": text})
    return before.model_copy(update={"sentences": tuple(merged)})


def _ended(text: str, *, like: str) -> str:
    """Return a text with a final period or without, as another has it."""
    return text.rstrip(".") + "." * like.endswith(".")
