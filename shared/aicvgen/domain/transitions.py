"""What each fact does to a run."""

from aicvgen.domain import events
from aicvgen.domain.draft import LETTER, SUMMARY
from aicvgen.domain.facts import (
    CvRead,
    Delivered,
    Fact,
    JobRead,
    Matched,
    PartWritten,
    Refused,
    Rendered,
    Verified,
)
from aicvgen.domain.run import (
    Change,
    NewEvent,
    Problem,
    Review,
    Run,
    Status,
    after_part,
    after_sections,
    move,
    part_document,
)
from aicvgen.domain.value import Value


def apply(run: Run, fact: Fact, now: float) -> Change:  # noqa: PLR0911  one return per fact
    """Return the change a fact makes to its run.

    A change without a run means: this event is done, and the join decides what follows.
    """
    match fact:
        case CvRead(cv=cv):
            return Change(documents={"cv": cv})
        case JobRead(job=job):
            return Change(documents={"job": job})
        case Matched():
            return _matched(run, fact, now)
        case PartWritten(part=part):
            return _written(run, fact, now) if part.unit in {SUMMARY, LETTER} else _stored(fact)
        case Verified():
            return _verified(run, fact, now)
        case Rendered(outputs=outputs):
            return move(run, Status.DONE, now, outputs=outputs)
        case Refused(reason=reason, message=message):
            problem = Problem(reason=reason, message=message)
            return move(run, Status.REFUSED, now, problem=problem)
        case Delivered():
            return Change()


def _matched(run: Run, fact: Matched, now: float) -> Change:
    units = fact.fit.units
    documents: dict[str, Value] = {"fit": fact.fit}
    if not units:
        after = after_sections(run, now)
    else:
        wave = (NewEvent(events.SECTION_REQUESTED, key=unit) for unit in units)
        after = move(run, Status.WRITING, now, *wave, units=units)
    return Change(run=after.run, documents=documents, events=after.events)


def _stored(fact: PartWritten) -> Change:
    return Change(documents={part_document(fact.part.unit): fact.part})


def _written(run: Run, fact: PartWritten, now: float) -> Change:
    wanted = run.rewriting if run.rewrites else run.parts
    has_next = fact.part.unit == SUMMARY and LETTER in wanted
    after = after_part(run, LETTER if has_next else None, now)
    return Change(run=after.run, documents=_stored(fact).documents, events=after.events)


def _verified(run: Run, fact: Verified, now: float) -> Change:
    documents: dict[str, Value] = {"findings": fact.findings}
    documents |= {part_document(part.unit): part for part in fact.corrected}
    after = _rewritten(run, fact, now) if fact.rewrite else _accepted(run, fact, now)
    return Change(run=after.run, documents=documents, events=after.events)


def _rewritten(run: Run, fact: Verified, now: float) -> Change:
    sections = [unit for unit in fact.rewrite if unit not in {SUMMARY, LETTER}]
    rounds = {"rewrites": run.rewrites + 1, "rewriting": fact.rewrite}
    if not sections:
        return after_sections(run.model_copy(update=rounds), now)
    wave = (NewEvent(events.SECTION_REQUESTED, key=unit) for unit in sections)
    return move(run, Status.WRITING, now, *wave, **rounds)


def _accepted(run: Run, fact: Verified, now: float) -> Change:
    review = run.options.review
    said = {"written_by": fact.written_by, "warnings": fact.warnings}
    if review is Review.REQUIRED or (review is Review.DOUBT and fact.in_doubt):
        return move(run, Status.WAITING, now, **said)
    return move(run, Status.RENDERING, now, NewEvent(events.DRAFT_APPROVED), **said)
