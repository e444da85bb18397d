"""Whether one CV in several layouts is read as one, and Word files as their canonical truth."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.ports import Reader
from benchmarks.reading.scores import Scores, fold
from benchmarks.reading.truth import Truth, truths

_T = TypeVar("_T")
_CONTACT = ("name", "headline", "email", "phone", "location")
_NAMES = ("title", "area", "organisation", "location", "grade")


def compared(folder: Path, reader: Reader) -> dict[str, object]:
    """Return how many documents are equal, by what they are compared with."""

    def read(path: Path) -> Cv:
        return parse_cv(reader.read(path.read_bytes()))

    source = folder / "resumx" / "resume.md"
    printed = [read(path) for path in sorted(source.parent.glob("pdf/*.pdf"))]
    layouts = [read(path) for path in sorted(folder.glob("resume-matcher/*.pdf"))]
    words = [truth for truth in truths(folder) if truth.path.suffix == ".docx"]
    return {
        "layouts equal to their source (resumx)": _share(
            printed, lambda cv: _bullets(cv) == _bullets(read(source))
        ),
        "layouts equal to each other (resume-matcher)": _share(
            layouts, lambda cv: _facts(cv) == _facts(layouts[0])
        ),
        "Word files equal to their truth": _share(
            words, lambda truth: not _misses(truth, read(truth.path))
        ),
    }


def _share(them: Sequence[_T], is_equal: Callable[[_T], bool]) -> str:
    equal = sum(map(is_equal, them))
    return f"{equal} of {len(them)}" if them else "left out, the corpus has none"


def _bullets(cv: Cv) -> list[object]:
    """Return every entry of the history with its bullets, in the order of the document."""
    return [
        (*map(fold, (entry.title, entry.organisation)), _texts(entry))
        for entry in cv.entries(Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
    ]


def _facts(cv: Cv) -> object:
    """Return what every layout prints: contact, entries with dates and bullets, skills.

    Layouts differ in the order of their sections, the case of the name and whether they print the
    name of the only group of skills: these are left out.
    """
    contact = [fold(getattr(cv.contact, field)) for field in _CONTACT]
    profiles = [profile.url for profile in cv.contact.profiles]
    entries = {
        kind: [
            (
                [fold(getattr(entry, field)) for field in _NAMES],
                entry.period and entry.period.model_dump(exclude={"raw"}),
                _texts(entry),
            )
            for entry in cv.entries(kind)
        ]
        for kind in Kind
        if kind is not Kind.SKILLS
    }
    skills = [fold(term) for entry in cv.entries(Kind.SKILLS) for term in entry.terms]
    return contact, profiles, entries, skills, len(cv.left_over)


def _texts(entry: Entry) -> list[str]:
    return [fold(fact.text) for fact in entry.facts()]


def _misses(truth: Truth, cv: Cv) -> list[str]:
    scores = Scores()
    scores.compare("", truth, cv)
    return scores.misses[""]
