"""The original as evidence: each entry for itself, and everything its reader saw."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from aicvgen.domain.alignment import content, share, spoken, words
from aicvgen.domain.audit.headed import headed
from aicvgen.domain.audit.implied import dated, implied
from aicvgen.domain.audit.levels import (
    is_level,
    is_praised,
    is_raised,
    texts_about,
    uninflected,
    without_low,
)
from aicvgen.domain.audit.spellings import as_spelled
from aicvgen.domain.audit.terms import JOINED, terms_of
from aicvgen.domain.audit.texts import (
    all_words,
    entry_texts,
    fields,
    is_quoted,
    of_contact,
    squeezed,
    texts_of,
)
from aicvgen.domain.audit.titles import JOINING, is_of_a_person, is_worded
from aicvgen.domain.claims.check import unsupported_term
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground, grounds_of
from aicvgen.domain.claims.sentence import SharedNames, unsupported
from aicvgen.domain.claims.text.drawn import drawn_on
from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import FindingKind

_SPEAKING = re.compile(
    r"\b(?:[ABC][12]|native|fluent|bilingual|conversational|basic|intermediate|advanced|proficient"
    r"|languages?|\w*speak\w*|mother tongue|\w*sprach\w*|\w*kenntnisse|fließend"
    r"|verhandlungssicher)\b",
    re.IGNORECASE,
)
"""What tells a language somebody speaks from a subject."""
ONE_LINE = frozenset({Kind.VOLUNTEER, Kind.CERTIFICATES, Kind.AWARDS, Kind.PUBLICATIONS})
"""Kinds of entries that are often a sentence, whose parts a reader takes for a header."""
_AND = re.compile(rf"{JOINED.pattern}|[,;]\s+(?:(?:and|und)\s+)?|\s+[/+]\s+")
_ELSEWHERE_FOUND = frozenset({FindingKind.LEAK, FindingKind.PLACEHOLDER})
"""Looked for in every line of the page at once, not sentence by sentence."""


class Whole:
    """Everything an original says, and what of it supports a text."""

    def __init__(self, cv: Cv, shared_names: SharedNames, today: str = "") -> None:
        self.cv = cv
        self.today = today
        self.entries = tuple(cv.entries())
        self._shared_names = shared_names

    def claims(self, text: str, entries: Iterable[Entry]) -> tuple[Claim, ...]:
        """Return the claims of a sentence that these entries do not support."""
        there = tuple(entries)
        if any(is_quoted(text, entry) for entry in there):
            return ()
        grounds = self._grounds(there)
        if len(grounds) == 1:
            grounds = tuple(one._replace(facts=(*one.facts, *dated(there[0]))) for one in grounds)
        found = self.claims_on(text, grounds)
        if found or len(grounds) != 1:
            return found
        (ground,) = grounds
        drawn = drawn_on(text, ground.facts, self.cv.language)
        return self.claims_on(text, (ground._replace(facts=drawn),))

    def claims_on(self, text: str, grounds: Sequence[Ground]) -> tuple[Claim, ...]:
        """Return the claims of a sentence that these grounds do not support."""
        found = unsupported(text, grounds, self.cv.language, self._shared_names)
        return tuple(claim for claim in found if claim.kind not in _ELSEWHERE_FOUND)

    def is_term(self, text: str) -> bool:
        """Say whether a text is a term of the original, or one of several that it joins."""
        return squeezed(text) in self._terms

    def term_claims(
        self, term: str, entries: Iterable[Entry] | None = None, label: str = ""
    ) -> tuple[Claim, ...]:
        """Return the term, if these entries (or the whole original) do not support it."""
        below = is_level(label) and not is_praised(label)
        if self.is_term(term) and not (below and is_raised(term, self.entries, label)):
            return ()
        if is_raised(term, self.entries, label):
            return (Claim(FindingKind.SCOPE, term, term.casefold()),)
        grounds = self.everything if entries is None else self._grounds(entries)
        term = without_low(term)
        return tuple(unsupported_term(term, grounds, self.cv.language, self._shared_names))

    def is_line_of(self, entry: Entry, source: Entry) -> bool:
        """Say whether a header says no more than another, both read as the sentences they are."""
        return self._is_told_by(_line(entry), source)

    def is_row_of(self, entry: Entry, sources: Sequence[Entry]) -> bool:
        """Say whether a header is told by one line below these, which a reader took for a note."""
        line = _line(entry)
        rows = [fact.text for source in sources for fact in source.facts()]
        return any(not self.claims_on(line, (Ground((), "", "", "", (row,)),)) for row in rows)

    def is_joined(self, entry: Entry, sources: Sequence[Entry]) -> bool:
        """Say whether a header names several of these one after the other: two courses."""
        line = _line(entry)
        return any(
            all(
                any(self._is_told_by(part, source) for source in sources)
                for part in (line[: joint.start()], line[joint.end() :])
            )
            for joint in _AND.finditer(line)
        )

    def _is_told_by(self, line: str, source: Entry) -> bool:
        (ground,) = self._grounds((source,))
        told = ground._replace(facts=(*ground.facts, _line(source), *dated(source)))
        return not self.claims_on(line, (told,))

    def as_spelled(self, text: str, sources: Sequence[Entry]) -> str:
        """Return a header with the abbreviations of its entry for what they stand for."""
        there = "\n".join(one for source in sources for one in entry_texts(source))
        return as_spelled(text, there, self.cv.language)

    def is_titled(self, title: str, texts: Iterable[str]) -> bool:
        """Say whether every word of a title or degree stands in these texts."""
        return is_worded(title, texts, self._shared_names)

    def is_true_headline(self, text: str) -> bool:
        """Say whether one entry alone bears out what somebody calls themselves.

        A language somebody speaks is none that they teach: it counts where its level is told.
        """
        spoken_of = bool(_SPEAKING.search(text))
        there = [one for one in self.everything if spoken_of or one.kind is not Kind.LANGUAGES]
        if any(
            self.is_titled(text, one.texts()) and not self.claims_on(text, (one,)) for one in there
        ):
            return True
        named = is_of_a_person(text, self.cv.language)
        return not named and not self.claims_on(text, there)

    def _grounds(self, entries: Iterable[Entry]) -> tuple[Ground, ...]:
        """Return what entries say, and what it says to stand in their section."""
        there = tuple(entry for entry in entries if any(content(entry)))
        return tuple(
            ground._replace(
                facts=(*ground.facts, *implied(entry, self.cv.language), *self._headed(entry))
            )
            for ground, entry in zip(grounds_of(there, self.today), there, strict=True)
        )

    def _headed(self, entry: Entry) -> Iterator[str]:
        heading = self._headings.get(entry.id, "")
        return headed(entry, heading, self.cv.language, self.cv.contact.name)

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        return {
            entry.id: section.heading for section in self.cv.sections for entry in section.entries
        }

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(squeezed(one) for entry in self.entries for one in terms_of(entry))

    @cached_property
    def everything(self) -> tuple[Ground, ...]:
        """Return every entry, and the lines that belong to none."""
        contact = self.cv.contact
        loose = (
            *filter(None, (contact.headline, contact.location)),
            *(section.heading for section in self.cv.sections if section.heading),
            *(fact.text for fact in self.cv.left_over),
        )
        return (*self._grounds(self.entries), Ground((), contact.headline, "", "", loose))

    @cached_property
    def loose(self) -> frozenset[str]:
        """Return the lines that are no entry's, which a reader may place anywhere."""
        lines = (fact.text for fact in self.cv.left_over)
        return frozenset(spoken(text) for text in (*lines, *of_contact(self.cv.contact)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Return every word."""
        return frozenset(word for text in self.texts for word in words(text))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Return every text, also of headings and contact."""
        return tuple(texts_of(self.cv))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Return what stands in entries, as a person would quote it."""
        return tuple(text for entry in self.entries for text in content(entry))

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        return tuple(entry for entry in self.entries if entry.kind is kind)

    def nearest(self, text: str, entries: Iterable[Entry] = ()) -> str:
        """Return the text that shares most words, of these entries or of all."""
        there = [one for entry in entries for one in content(entry)] or self.sentences
        wanted = words(text)
        best = max(there, key=lambda one: share(wanted, words(one)), default="")
        return best if share(wanted, words(best)) else ""

    def is_bare_header(self, text: str) -> bool:
        """Say whether a text is a certificate, award or other entry that is its header alone."""
        said = words(text)
        return any(said <= all_words(one) for one in self.entries if not any(one.facts()))

    def home(self, entry: Entry) -> Entry | None:
        """Return the entry that has every word of another's header, in whatever fields.

        What is told in one line may be told in other words.
        """
        told = uninflected(" ".join(fields(entry)))
        wanted = words(told)
        same: Iterator[Entry] = (one for one in self.entries if wanted and wanted <= all_words(one))
        if entry.kind is Kind.LANGUAGES:  # what is said of one language is not of the next
            same = (one for one in self.entries if texts_about(told, (one,)))
        reworded = (one for one in self.entries if one.kind is entry.kind and self._has(entry, one))
        return next(same, None) or next(reworded, None)

    def _has(self, entry: Entry, one: Entry) -> bool:
        """Say whether an entry has another's header in other words or with its abbreviations."""
        if one.kind in {*ONE_LINE, Kind.PROJECTS} and self.is_line_of(entry, one):
            return True
        wanted = words(self.as_spelled(" ".join(fields(entry)), (one,))) - JOINING
        return bool(wanted) and wanted <= all_words(one)


def _line(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.organisation, entry.title, entry.area, entry.grade)))
