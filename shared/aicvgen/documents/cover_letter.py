"""A cover letter as a document of its own, set by the same writers as the CV."""

import re
from datetime import date
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
    date: str
    """Takes day, month and year."""
    months: str
    small: re.Pattern[str] | None = None
    """Words with which a sentence behind the comma of the greeting begins in small letters."""


_FRAMES = {
    "en": _Frame(
        subject="Application",
        greeting="Dear Sir or Madam,",
        points="From my work, with your requirements in mind:",
        close="I would be glad to tell you more in an interview.",
        regards="Kind regards,",
        date="{} {} {}",
        months="January February March April May June July August September October November"
        " December",
    ),
    "de": _Frame(
        subject="Bewerbung",
        greeting="Sehr geehrte Damen und Herren,",
        points="Aus meiner Arbeit, passend zu Ihren Anforderungen:",
        close="Gern erzähle ich Ihnen in einem Gespräch mehr.",
        regards="Mit freundlichen Grüßen",
        date="{}. {} {}",
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        small=re.compile(
            r"(?:ich|wir|meine?[mnrs]?|seit|als|aus|bei|beim|mit|nach|vor|zu|zum|zur|in|im|an|am|auf"
            r"|für|durch|unter|über|während|neben|derzeit|aktuell|zurzeit|momentan|gegenwärtig|nun"
            r"|zuletzt|zuvor|früher|bereits|schon|insgesamt|heute|gerne?|hier|dort|da|weil|wenn|wie"
            r"|der|die|das|dem|den|des|eine?[mnrs]?|diese[mnrs]?|kein\w*|sowohl|auch|nicht)(?!\w)",
            re.IGNORECASE,
        ),
    ),
}


def cover_letter(cv: Cv, part: Part, recipient: str, day: date) -> Cv | None:
    """Return the letter as a document with the CV's contact; None where nothing was written.

    Its first section says to whom and when, the second is the letter. What cites the ad is the
    subject, what ends in a period an opening sentence, the rest points.
    """
    frame = _FRAMES.get(cv.language)
    own = [sentence for sentence in part.sentences if sentence.cites != (AD,)]
    if frame is None or not own:
        return None
    subject = ", ".join(sentence.text for sentence in part.sentences if sentence not in own)
    opening = [sentence.text for sentence in own if sentence.text.endswith(".")]
    points = [sentence.text for sentence in own if not sentence.text.endswith(".")]
    first, *others = [*opening, *([frame.points] if points else [])]
    letter = (
        _entry(3, (frame.greeting, _going_on(first, frame), *others), points),
        _entry(4, (frame.close, frame.regards, cv.contact.name), ()),
    )
    outside = (
        *((_entry(1, (recipient,), ()),) if recipient else ()),
        _entry(2, (_dated(frame, cv.contact.location, day),), ()),
    )
    inside = Section(
        kind=Kind.CUSTOM,
        heading=": ".join(filter(None, (frame.subject, subject))),
        entries=letter,
    )
    return cv.model_copy(
        update={
            "sections": (Section(kind=Kind.CUSTOM, heading="", entries=outside), inside),
            **dict.fromkeys(("doubts", "left_over", "dropped"), ()),
        }
    )


def _going_on(text: str, frame: _Frame) -> str:
    """Return what stands behind the greeting: after a German comma the sentence goes on.

    Nouns and the polite forms keep their capital.
    """
    small = frame.small is not None and frame.small.match(text)
    return text[:1].lower() + text[1:] if small else text


def _dated(frame: _Frame, location: str, day: date) -> str:
    """Return the date after the place, where the person's address is no more than a place."""
    place = location.partition(",")[0].strip()
    known = place and not any(char.isdigit() for char in location)
    written = frame.date.format(day.day, frame.months.split()[day.month - 1], day.year)
    return f"{place}, {written}" if known else written


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
