"""How much of a truth a reading has, field by field.

Entries are aligned in their order, so that one entry too many costs that entry and not all that
follow it; an entry that the truth does not know counts against `roles precision`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from aicvgen.domain.cv import Cv, Entry, Kind, Period
from benchmarks.reading.truth import Degree, Role, Truth

_MISSING = Entry(id="missing-0")
_MONTH = re.compile(
    r"[^\W\d]{3,}\.?,?\s+\d{4}|\d{1,2}\s*[./-]\s*\d{4}|\d{4}-\d{2}(?!\d)|['\u2019]\d\d"
)
_T = TypeVar("_T")


def fold(text: str) -> str:
    """Return the text as it is compared: NFKC, one kind of space, dash and quote, no case."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub("[\u2018\u2019\u02bc`\u00b4]", "'", text)
    text = re.sub(r"[“”„]", '"', text)
    return re.sub(r"\s+", " ", text).strip()


class Scores:
    """Hits per field, and the misses of each document."""

    def __init__(self) -> None:
        self.hits: dict[str, list[bool]] = defaultdict(list)
        self.misses: dict[str, list[str]] = defaultdict(list)
        self.documents = 0
        self.left_over = 0
        self.per_page: list[float] = []
        """Milliseconds for reading a page, one figure per document."""
        self.per_cv: list[float] = []
        """Milliseconds from lines to CV."""

    def note(self, where: str, field: str, expected: str, got: str) -> bool:
        """Count a field as read right where both are equal after folding."""
        right = fold(expected) == fold(got)
        self.hits[field].append(right)
        if not right:
            self.misses[where].append(f"{field}: {expected!r} ≠ {got!r}")
        return right

    def compare(self, where: str, truth: Truth, cv: Cv) -> None:
        """Count every field of one document."""
        self.documents += 1
        for field, expected in truth.contact.items():
            if expected:
                self.note(where, field, expected, getattr(cv.contact, field))
        self._roles(where, truth, cv)
        self._degrees(where, truth, cv)
        self._skills(where, truth, cv)
        self.left_over += len(cv.left_over)

    def _roles(self, where: str, truth: Truth, cv: Cv) -> None:
        entries = [each for each in cv.entries(Kind.WORK, Kind.PROJECTS) if _is_role(each)]
        pairs = aligned(truth.roles, entries, _alike)
        for role, entry in pairs:
            self._role(where, role, entry or _MISSING)
        met = [entry for _, entry in pairs]
        for entry in entries:
            known = entry in met
            if known or entry.id.startswith(Kind.WORK):
                self.hits["roles precision"].append(known)
            if not known and entry.id.startswith(Kind.WORK):
                self.misses[where].append(
                    f"one role too many: {entry.title!r} {entry.organisation!r}"
                )

    def _role(self, where: str, role: Role, entry: Entry) -> None:
        both = [
            self.note(where, field, expected, got)
            for field, expected, got in (
                ("company", role.company, entry.organisation),
                ("title", role.title, entry.title),
            )
            if expected
        ]
        self.hits["company + title"].append(all(both))
        if role.dates or role.start:
            self.note(where, "dates", *_dates(role, entry.period))
        if role.location:
            self.note(where, "role location", role.location, entry.location)
        got = {fold(fact.text) for fact in entry.facts()}
        for bullet in role.bullets:
            self.note(where, "bullets whole", bullet, bullet if fold(bullet) in got else "")

    def _degrees(self, where: str, truth: Truth, cv: Cv) -> None:
        schools = list(cv.entries(Kind.EDUCATION))
        for degree, school in aligned(truth.degrees, schools, _alike_degree):
            entry = school or _MISSING
            if degree.institution:
                self.note(where, "institution", degree.institution, entry.organisation)
            if degree.degree:
                self.note(where, "degree", degree.degree, _degree(entry, degree.degree))

    def _skills(self, where: str, truth: Truth, cv: Cv) -> None:
        if not truth.skills:
            return
        expected = {fold(skill) for skill in truth.skills}
        got = {fold(term) for entry in cv.entries(Kind.SKILLS) for term in entry.terms}
        self.hits["skills recall"] += [skill in got for skill in expected]
        self.hits["skills precision"] += [term in expected for term in got]
        if expected != got:
            missing, extra = sorted(expected - got), sorted(got - expected)
            self.misses[where].append(f"skills: missing {missing}, extra {extra}")


def _is_role(entry: Entry) -> bool:
    """Count a role under a heading of projects, too, but no project."""
    return entry.id.startswith(Kind.WORK) or bool(entry.title and entry.organisation)


def _alike(role: Role, entry: Entry) -> int:
    got = {fold(fact.text) for fact in entry.facts()}
    return (
        3 * (fold(role.company) == fold(entry.organisation))
        + 3 * (fold(role.title) == fold(entry.title))
        + (fold(role.company) == fold(entry.title))
        + any(fold(bullet) in got for bullet in role.bullets)
    )


def _alike_degree(degree: Degree, entry: Entry) -> int:
    return 2 * (fold(degree.institution) == fold(entry.organisation)) + (
        fold(degree.degree) == fold(_degree(entry, degree.degree))
    )


def aligned(
    truth: Sequence[_T], entries: Sequence[Entry], alike: Callable[[_T, Entry], int]
) -> list[tuple[_T, Entry | None]]:
    """Pair entries with the truth, both in their order, so that they are most alike."""

    @cache
    def best(i: int, j: int) -> tuple[int, tuple[int | None, ...]]:
        if i == len(truth):
            return 0, ()
        options = [(best(i + 1, j)[0], (None, *best(i + 1, j)[1]))]
        for k in range(j, len(entries)):
            score, rest = best(i + 1, k + 1)
            options.append((score + 10 * alike(truth[i], entries[k]) + 1, (k, *rest)))
        return max(options, key=lambda option: option[0])

    return [
        (each, None if k is None else entries[k])
        for each, k in zip(truth, best(0, 0)[1], strict=True)
    ]


def _degree(entry: Entry, expected: str) -> str:
    """Return degree and field in the joint the truth uses."""
    joints = (" in ", ", ", " ", " of ", " - ", " | ", ": ", " · ")
    pairs = ((entry.title, entry.area), (entry.area, entry.title))
    spellings = [f"{a}{joint}{b}" for a, b in pairs for joint in joints] if entry.area else []
    spellings += [f"{entry.title} ({entry.area})", entry.title]
    return next((each for each in spellings if fold(each) == fold(expected)), spellings[0])


def _dates(role: Role, period: Period | None) -> tuple[str, str]:
    """Return the dates expected and read: intervals where the truth has them, else as printed."""
    if period is None:
        return role.dates or f"{role.start} to {role.end}", ""
    if not role.start:
        return role.dates, period.raw
    months = not role.dates or _MONTH.search(role.dates)
    length = 7 if months else 4
    expected = f"{role.start[:length]} to {role.end[:length]}"
    return expected, f"{(period.start or '')[:length]} to {(period.end or '')[:length]}"
