"""Writing a cover letter where the rules would: its subject stays theirs, it is the ad's."""

from functools import partial

from aicvgen.domain.cv import Cv, Entry, Fact, Kind
from aicvgen.domain.draft import AD, LETTER, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.value import Value
from aicvgen.model.extractive.composing import latest_role
from aicvgen.model.extractive.letter import write_letter
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.material import Written, ad, notes, said_by, sentences
from aicvgen.model.task import WriteLetter

_DONE = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_MOST_NOTES = 12
_MOST_OPENING, _MOST_POINTS = 2, 4


class LetterReply(Value):
    """What stands between salutation and close."""

    opening: tuple[Written, ...]
    points: tuple[Written, ...]


def letter_question(task: WriteLetter) -> Question[LetterReply, Part] | None:
    """Return the question; None where the rules see no letter: it would only be polite."""
    by_rule = write_letter(task.cv, task.job, task.fit)
    if not by_rule.sentences:
        return None
    facts = _facts(task.cv, task.fit)
    hiding = Hiding(task.cv.contact)
    values = {
        "most": _MOST_POINTS,
        "language": task.cv.language,
        "notes": notes(facts, hiding),
        "ad": ad(task.job, task.fit, frozenset(fact.id for fact in facts)),
    }
    subject = tuple(one for one in by_rule.sentences if one.cites == (AD,))
    return Question(task.name, values, LetterReply, partial(_part, subject, facts, hiding))


def _facts(cv: Cv, fit: Fit) -> tuple[Fact, ...]:
    """Return the present role, and what was done that the ad may care for, most relevant first."""
    role = latest_role(cv)
    places = {fact.id: (fact, entry) for entry in cv.entries(*_DONE) for fact in entry.facts()}
    ranked = [places[one.fact] for one in fit.ranking if one.score and one.fact in places]
    told = [_with_place(*one) for one in ranked[:_MOST_NOTES]]
    return (Fact(id=role.id, text=said_by(role)), *told) if role is not None else tuple(told)


def _with_place(fact: Fact, entry: Entry) -> Fact:
    place = entry.organisation or entry.title
    return fact.model_copy(update={"text": f"{fact.text} ({place})" if place else fact.text})


def _part(
    subject: tuple[Sentence, ...], facts: tuple[Fact, ...], hiding: Hiding, reply: LetterReply
) -> Part:
    """Return the letter: what ends in a period is its opening, the rest are points."""
    opening = sentences(reply.opening[:_MOST_OPENING], facts, hiding)
    points = sentences(reply.points[:_MOST_POINTS], facts, hiding)
    if not points:
        raise ValueError("a letter has at least one point")
    ended = (one.model_copy(update={"text": one.text.rstrip(".") + "."}) for one in opening)
    plain = (one.model_copy(update={"text": one.text.rstrip(".")}) for one in points)
    return Part(unit=LETTER, sentences=(*subject, *ended, *plain))
