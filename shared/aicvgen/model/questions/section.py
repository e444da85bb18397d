"""Writing one role, project or volunteering."""

from functools import partial

from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import LeftOut, Part
from aicvgen.domain.value import Value
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import Written, ad, findings, notes, sentences
from aicvgen.model.task import WriteSection

_MOST = {Kind.WORK: 5, Kind.PROJECTS: 3, Kind.VOLUNTEER: 3}
_FEWEST_FACTS = 2
"""With less there is nothing to choose, and little to say better."""


class SectionReply(Value):
    """The entry's bullets, most relevant first."""

    bullets: tuple[Written, ...]


def section_question(task: WriteSection) -> Question[SectionReply, Part] | None:
    """Return the question; None for the skills and for entries that have next to nothing to say."""
    kinds = {entry.id: section.kind for section in task.cv.sections for entry in section.entries}
    kind = kinds.get(task.unit)
    if kind not in _MOST:
        return None
    entry = task.cv.entry(task.unit)
    facts = tuple(entry.facts())
    if len(facts) < _FEWEST_FACTS:
        return None
    hiding = Hiding(task.cv.contact)
    values = {
        "most": _MOST[kind],
        "language": task.cv.language,
        "entry": {"title": entry.title, "organisation": entry.organisation},
        "notes": notes(facts, hiding),
        "ad": ad(task.job, task.fit, frozenset({entry.id, *(fact.id for fact in facts)})),
        "findings": findings(task.findings, hiding),
    }
    return Question(task.name, values, SectionReply, partial(_part, entry, hiding, _MOST[kind]))


def _part(entry: Entry, hiding: Hiding, most: int, reply: SectionReply) -> Part:
    facts = tuple(entry.facts())
    written = sentences(reply.bullets[:most], facts, hiding)
    if not written:
        raise ValueError("an entry with notes has at least one bullet")
    used = {cite for sentence in written for cite in sentence.cites}
    reason = f"Less relevant to this ad than others: {len(facts)} points, at most {most} are shown."
    left_out = tuple(LeftOut(fact=fact.id, reason=reason) for fact in facts if fact.id not in used)
    return Part(unit=entry.id, sentences=written, left_out=left_out)
