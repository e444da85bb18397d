"""A cover letter as a document of its own, set by the same writers as the CV."""

from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Fact, Kind, Section
from aicvgen.domain.draft import AD, Part


class _Frame(NamedTuple):
    """What every letter says; nothing of it is about the person."""

    subject: str
    greeting: str
    points: str
    close: str
    regards: str


_FRAMES = {
    "en": _Frame(
        subject="Application",
        greeting="Dear Sir or Madam,",
        points="What I have done that speaks to your requirements:",
        close="I would be glad to tell you more in an interview.",
        regards="Kind regards,",
    ),
    "de": _Frame(
        subject="Bewerbung",
        greeting="Sehr geehrte Damen und Herren,",
        points="Was ich getan habe und was zu Ihren Anforderungen passt:",
        close="Gern erzähle ich Ihnen in einem Gespräch mehr.",
        regards="Mit freundlichen Grüßen",
    ),
}


def cover_letter(cv: Cv, part: Part) -> Cv | None:
    """Return the letter as a document with the CV's contact; None where nothing was written.

    What cites the ad is the subject, what ends in a period an opening sentence, the rest points.
    """
    frame = _FRAMES.get(cv.language)
    own = [sentence for sentence in part.sentences if sentence.cites != (AD,)]
    if frame is None or not own:
        return None
    subject = ", ".join(sentence.text for sentence in part.sentences if sentence not in own)
    opening = [sentence.text for sentence in own if sentence.text.endswith(".")]
    points = [sentence.text for sentence in own if not sentence.text.endswith(".")]
    letter = (
        _entry(1, (frame.greeting, *opening, *((frame.points,) if points else ())), points),
        _entry(2, (frame.close, frame.regards, cv.contact.name), ()),
    )
    section = Section(
        kind=Kind.CUSTOM,
        heading=": ".join(filter(None, (frame.subject, subject))),
        entries=letter,
    )
    return cv.model_copy(
        update={"sections": (section,), "doubts": (), "left_over": (), "dropped": ()}
    )


def _entry(number: int, prose: tuple[str, ...], items: list[str] | tuple[()]) -> Entry:
    entry = f"{Kind.CUSTOM}-{number}"
    texts = [*filter(None, prose), *items]
    facts = [Fact(id=f"{entry}/{at}", text=text) for at, text in enumerate(texts, start=1)]
    bullets = len(items)
    return Entry(
        id=entry,
        prose=tuple(facts[: len(facts) - bullets]),
        items=tuple(facts[len(facts) - bullets :]),
    )
