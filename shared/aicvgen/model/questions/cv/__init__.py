"""Reading a CV: the rules read it, and a model says how the lines are meant they are not sure of.

    rules ─▶ doubtful lines ─▶ reply: what stands where ─▶ entries ─▶ merged into the rules' CV

The reply only points to lines and words. All text of the answer is the source's own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.source import Source
from aicvgen.model.extractive.cv import hyphens, parse_cv, reach
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.cv.doubtful import Stretch, doubtful
from aicvgen.model.questions.cv.entries import placed
from aicvgen.model.questions.cv.merged import merged
from aicvgen.model.questions.cv.page import Page
from aicvgen.model.questions.cv.reply import CvReply, Pointed
from aicvgen.model.task import ParseCv

_MOST_LINES = 100
"""Of one question; of a document that has more the rest stays as the rules read it."""
_NAME = re.compile(r"[^\W\d_]{3,}")


def cv_question(task: ParseCv) -> Question[CvReply, Cv] | None:
    """Return the question; None where the rules are sure of all they read, as they mostly are.

    Raises `Rejected` as the rules do: what they take for no CV is sent nowhere.
    """
    if task.source.structured is not None:
        return None
    cv = parse_cv(task.source)
    stretches = tuple(_first(doubtful(cv, task.source.lines)))
    if not stretches:
        return None
    hiding = Hiding(_named(cv.contact), reach.spans)
    parts = [
        {
            "taken_for": sorted({entry.kind for entry in stretch.entries}),
            "heading": hiding.hide(stretch.heading),
            "lines": _page(task.source, stretch, hiding).shown(),
        }
        for stretch in stretches
    ]
    values = {"language": cv.language, "parts": parts}
    return Question(
        task.name, values, CvReply, partial(_answer, task.source, cv, stretches, hiding)
    )


def _first(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield as many stretches as one question holds."""
    room = _MOST_LINES
    for stretch in stretches:
        if len(stretch.lines) <= room:
            room -= len(stretch.lines)
            yield stretch


def _named(contact: Contact) -> Contact:
    """Return the contact, with the words of the e-mail address where no name was found."""
    if contact.name:
        return contact
    words = _NAME.findall(contact.email.partition("@")[0])
    return contact.model_copy(update={"name": " ".join(words)})


def _page(source: Source, stretch: Stretch, hiding: Hiding) -> Page:
    words = hyphens.vocabulary([line.text for line in source.lines])
    return Page(source, stretch, hiding, words)


def _answer(
    source: Source, cv: Cv, stretches: Sequence[Stretch], hiding: Hiding, reply: CvReply
) -> Cv:
    """Return the CV as the reply says; raises ValueError for one that points beside the page."""
    pages = [_page(source, stretch, hiding) for stretch in stretches]
    said: list[list[Pointed]] = [[] for _ in pages]
    for each in reply.entries:
        said[_part(each, stretches)].append(each)
    again = [
        (page.stretch, placed(pointed, page))
        for page, pointed in zip(pages, said, strict=True)
        if pointed
    ]
    return merged(cv, again, source.lines)


def _part(pointed: Pointed, stretches: Sequence[Stretch]) -> int:
    """Return in which stretch an entry's first line lies."""
    words = (*pointed.heading, *pointed.title, *pointed.organisation, *pointed.dates)
    numbers = [*(each.line for each in words), *(each.first for each in pointed.text)]
    for at, stretch in enumerate(stretches):
        if any(number - 1 in stretch.lines for number in numbers):
            return at
    raise ValueError("an entry stands on lines that were sent")
