"""The header of an entry against that of its original: title, employer, degree, grade, place."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aicvgen.domain.alignment import without_legal_form, words
from aicvgen.domain.audit.authors import is_other_order
from aicvgen.domain.audit.grades import has_grade, is_unlimited, without_grade
from aicvgen.domain.audit.misplaced import without_skills
from aicvgen.domain.audit.periods import is_same_length, is_same_time
from aicvgen.domain.audit.result import AuditKind
from aicvgen.domain.audit.schooling import is_retold
from aicvgen.domain.audit.standing import (
    is_finished,
    is_given,
    without_passing,
    without_standing,
)
from aicvgen.domain.audit.texts import all_words, entry_texts, fields, is_header, is_same, labelled
from aicvgen.domain.audit.titles import JOINING
from aicvgen.domain.audit.whole import ONE_LINE, Whole
from aicvgen.domain.claims.evidence import header
from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.draft import FindingKind

_LIMIT = re.compile(
    r"\b(?:assist[ae]n[tz]\w*|asst|junior\w*|jr|deputy|vice|associate|trainee|apprentice|intern(?:ship)?"
    r"|student|acting|interim|aspiring|candidate|incomplete|unfinished|expected|ongoing"
    r"|in progress|not completed|nominated|nominee|finalist|shortlisted|runner-up|participant"
    r"|stellv\w*|praktik\w*|werkstudent\w*|auszubildende\w*|azubi\w*|hilfs\w*|aushilf\w*"
    r"|kommissarisch\w*|volontär\w*|angehende\w*|laufend|ohne abschluss"
    r"|abgebrochen|(?<!noch )nicht abgeschlossen|unvollendet"
    r"|voraussichtlich|nominier\w*|nomination|teilnehm\w*"
    r"|commend(?:ed|ation)|honou?rable mention|lobend\w*|anerkennungspreis|long-?listed"
    r"|vorbereitung\w*|preparat(?:ion|ory) (?:course|class|training)|prep course|exam prep\w*"
    r"|co-|joint|visiting|guest|secretary|sekretär\w*|mitgründer\w*|mitinhaber\w*|gast(?=dozent)\w*)",
    re.IGNORECASE,
)
"""What makes a title or degree less: who drops it says more."""
_SHARED = re.compile(r"\b(?:team|group|joint(?:ly)?|shared|gemeinsam\w*|mannschaft)", re.IGNORECASE)
"""Of whom an award was."""
_LETTER = re.compile(r"(?<!\w)[A-Z](?!\w)")
_CLASS = re.compile(r"\b(?i:kategorie|klasse|category|class|stufe|level|grade|type?)\s+[A-Z](?!\w)")
_MARK = re.compile(r"(?<=\w\s)\(?([A-G]\*?)(?=\)?\s*(?:[,;:&·|]|and\b|$))")
"""Of an English school, behind its subject."""
_CLIENT = re.compile(
    r"\b(?:customer|client|paid|commission|contract|kund|auftrag|mandant)", re.IGNORECASE
)
_CUT = {
    "asst": "assist", "jr": "junior",
    **dict.fromkeys(("not co", "incomp", "abgebr", "nicht ", "unvoll"), "unfini"),
    **dict.fromkeys(("in pro", "laufen"), "ongoin"),
}  # fmt: skip
_CLAIMING = re.compile(r"\d|(?:^|[\s(])[a-zäöü]{3,}")
"""What no name of a region has: a number, a word in lower case."""
_SHORTEST_LINE = 4
"""Words that a whole line needs to be known again wherever the reader put it."""


class Change(NamedTuple):
    """A field that says something else than the original."""

    kind: FindingKind | AuditKind
    new: str
    old: str


def changes(entry: Entry, sources: Sequence[Entry], kind: Kind, whole: Whole) -> Iterator[Change]:
    """Yield each field of a header that the entries it shows do not support."""
    studied = kind is Kind.EDUCATION
    together = f"{entry.title} {entry.organisation}"
    quoted = _is_a_line(entry, sources)
    one_line = kind in ONE_LINE or _is_own_project(entry, sources)
    bare = _bare_title(entry, sources)
    plain = entry.model_copy(update={"title": bare})
    told = one_line and (
        any(whole.is_line_of(one, source) for one in (entry, plain) for source in sources)
        or whole.is_joined(entry, _beside(entry, kind, whole))
    )
    row = studied and whole.is_row_of(entry, sources)
    told = (
        told
        or row
        or (
            studied
            and whole.cv.language == "de"
            and is_retold(whole.as_spelled(_line(entry), sources), sources)
        )
    )
    parted = quoted or told or any(is_header(together, source) for source in sources)
    title = AuditKind.DEGREE if studied else FindingKind.TITLE
    spelled = studied and _is_degree(entry, sources, whole)
    retitled = not (quoted or told or spelled) and (
        _is_retitled(bare, sources, whole) or (kind in ONE_LINE and _is_shortened(entry, sources))
    )
    more = not quoted and (
        _is_more(entry, sources, kind) or is_finished(entry, sources) or is_given(entry, sources)
    )
    reordered = kind is Kind.PUBLICATIONS and is_other_order(entry, sources)
    if entry.title and (retitled or more or reordered):
        yield Change(title, entry.title, _old(sources, "title"))
    employer = AuditKind.INSTITUTION if studied else AuditKind.ORGANISATION
    if (
        entry.organisation
        and not parted
        and not _is_read_as_title(entry, sources)
        and _is_elsewhere(entry.organisation, sources)
        and _is_elsewhere(whole.as_spelled(entry.organisation, sources), sources)
    ):
        yield Change(employer, entry.organisation, _old(sources, "organisation"))
    area = without_standing(entry.area, sources)
    if area and not (spelled or (studied and told)) and _is_retitled(area, sources, whole):
        yield Change(title, entry.area, _old(sources, "area"))
    if kind is Kind.LANGUAGES and is_unlimited(entry, sources):
        yield Change(AuditKind.GRADE, entry.title, _old(sources, "grade"))
    grade = without_skills(entry.grade, whole) if kind is Kind.LANGUAGES else entry.grade
    if grade and not row and not has_grade(grade, sources):
        yield Change(AuditKind.GRADE, entry.grade, _old(sources, "grade"))
    if entry.location and not _is_there(entry.location, sources, whole):
        yield Change(AuditKind.LOCATION, entry.location, _old(sources, "location"))
    yield from _redated(entry, sources, kind, whole.today)


def _line(entry: Entry) -> str:
    """Return what was learned where as one line."""
    return ", ".join(filter(None, (entry.organisation, entry.title, entry.area, entry.grade)))


def _bare_title(entry: Entry, sources: Sequence[Entry]) -> str:
    """Return a title without what it says of the end and the grade, as an original does too."""
    title = labelled(entry.title) if entry.kind is Kind.LANGUAGES else ""
    title = without_standing(without_passing(title or entry.title, sources), sources)
    return without_grade(title, sources) if entry.kind is Kind.EDUCATION else title


def _beside(entry: Entry, kind: Kind, whole: Whole) -> Sequence[Entry]:
    """Return what of a kind is of the same time, and may stand in one line with others."""
    return tuple(
        one
        for one in whole.of_kind(kind)
        if entry.period is None or is_same_time(entry.period, (one,), kind)
    )


def _redated(entry: Entry, sources: Sequence[Entry], kind: Kind, today: str) -> Iterator[Change]:
    """Yield the dates, or how long they are said to have lasted, where no original bears it out."""
    periods = [source.period for source in sources if source.period is not None]
    old = " / ".join(period.raw for period in periods)
    if entry.period is None:
        return
    if not is_same_time(entry.period, sources, kind):
        yield Change(AuditKind.PERIOD, entry.period.raw, old)
    if not is_same_length(entry.period, periods, today):
        yield Change(AuditKind.PERIOD, entry.period.lasted, old)


def _is_a_line(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a reader took title and organisation, on one line, for a text of an entry."""
    together = f"{entry.title} {entry.organisation}"
    return bool(entry.title and entry.organisation) and any(
        is_same(together, fact.text) for source in sources for fact in source.facts()
    )


def _is_degree(entry: Entry, sources: Sequence[Entry], whole: Whole) -> bool:
    """Say whether degree and subject are together an abbreviation that is written out."""
    return bool(entry.title and entry.area) and not _is_retitled(
        f"{entry.title} in {entry.area}", sources, whole
    )


def _is_shortened(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a header has only some of the words of the one it shows."""
    said = all_words(entry)
    return len(sources) == 1 and said < all_words(sources[0])


def _is_own_project(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether a project is its title alone, and for no customer that the original has not."""
    told = " ".join(text for source in sources for text in fields(source))
    clients = [_CLIENT.search(text) for text in (entry.title, told)]
    return (
        entry.kind is Kind.PROJECTS
        and not entry.organisation
        and (clients[0] is None or clients[1] is not None)
    )


def _is_more(entry: Entry, sources: Sequence[Entry], kind: Kind) -> bool:
    """Say whether a header drops what made the title in every original less."""
    told = " ".join(header(entry))
    said = _limits(told)
    awarded = kind is Kind.AWARDS
    return (
        _is_other_class(told, sources)
        or (kind is Kind.EDUCATION and not _marks((entry,)) <= _marks(sources))
        or all(
            _limits(f"{one.title} {one.area} {one.organisation if awarded else ''}") - said
            for one in sources
        )
        or (
            awarded
            and not _SHARED.search(told)
            and all(_SHARED.search(" ".join(header(one))) for one in sources)
        )
    )


def _is_other_class(told: str, sources: Sequence[Entry]) -> bool:
    """Say whether a class is called by a letter that no original has, and that is no word here."""
    known = {word for one in sources for text in entry_texts(one) for word in _LETTER.findall(text)}
    return any(not known.issuperset(_LETTER.findall(found[0])) for found in _CLASS.finditer(told))


def _marks(entries: Sequence[Entry]) -> set[str]:
    """Return the marks by letter that entries give for subjects."""
    return {mark for one in entries for text in entry_texts(one) for mark in _MARK.findall(text)}


def _is_retitled(title: str, sources: Sequence[Entry], whole: Whole) -> bool:
    if any(is_header(title, source) for source in sources):
        return False
    if labelled(title) and any(is_header(title, one) for one in whole.entries):
        return False  # a reader put the last line of one project above the next
    untitled = any(not source.title for source in sources)
    if untitled and any(is_same(title, one.organisation) for one in whole.entries):
        return False  # a reader put the employer of the entry above over one without a title
    if len(title.split()) >= _SHORTEST_LINE and all(
        _is_a_text(part, sources) for part in title.split(" · ")
    ):
        return False
    written = [text for source in sources for text in fields(source)]
    known = frozenset(word for text in written for word in words(text))
    if words(title) <= known or whole.is_titled(title, written):
        return False
    spelled = whole.as_spelled(title, sources)
    return spelled == title or _is_retitled(spelled, sources, whole)


def _is_a_text(part: str, sources: Sequence[Entry]) -> bool:
    """Say whether words are a whole line of an entry, which a reader took into its header."""
    return any(
        is_header(part, source) or any(is_same(part, fact.text) for fact in source.facts())
        for source in sources
    )


def _is_read_as_title(entry: Entry, sources: Sequence[Entry]) -> bool:
    """Say whether an employer without a title was taken for one more role of the one above."""
    return any(not source.title and is_same(entry.title, source.organisation) for source in sources)


def _limits(text: str) -> set[str]:
    found = (one[0].casefold()[:6] for one in _LIMIT.finditer(text))
    return {_CUT.get(one, one) for one in found}


def _is_elsewhere(organisation: str, sources: Sequence[Entry]) -> bool:
    """Say whether a name has words that the original's header does not have."""
    if any(is_header(organisation, source) for source in sources):
        return False
    said = without_legal_form(words(organisation))
    known = frozenset(word for source in sources for text in header(source) for word in words(text))
    if said - JOINING <= known or _initials(organisation) in known:
        return False
    if any(_initials(source.organisation) in said for source in sources if source.organisation):
        return False
    return not any(
        is_same(organisation, fact.text) for source in sources for fact in source.facts()
    )


def _initials(name: str) -> str:
    parts = [word for word in re.findall(r"\w+", name) if word[:1].isupper()]
    return "".join(word[0] for word in parts).casefold() if len(parts) > 1 else name.casefold()


def _is_there(location: str, sources: Sequence[Entry], whole: Whole) -> bool:
    """Say whether the town is the entry's own; where it names none, any of the original's."""
    first = next((part for part in re.split(r"[,/|(]", location) if words(part)), "")
    placed = any(source.location for source in sources)
    known = (
        frozenset(word for source in sources for word in all_words(source))
        if placed
        else whole.words
    )
    if words(location) <= known:
        return True
    rest = re.split(r"[,|()]", location.replace(first, "", 1))
    claiming = [part.strip() for part in rest if _CLAIMING.search(part)]
    return bool(words(first) & known) and not any(whole.claims(one, sources) for one in claiming)


def _old(sources: Sequence[Entry], field: str) -> str:
    return " / ".join(filter(None, (str(getattr(source, field)) for source in sources)))
