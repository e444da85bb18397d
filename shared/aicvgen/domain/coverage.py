"""How much of what the ad asks for can be seen, in the original and on the tailored page."""

import re

from aicvgen.domain.cv import Cv, Entry
from aicvgen.domain.draft import LETTER, Draft
from aicvgen.domain.fit import Asked, Fit, share
from aicvgen.domain.job import Need
from aicvgen.domain.tailored import tailored
from aicvgen.domain.value import Value


class TermCoverage(Value):
    """One term of the ad: where it can be seen, and in whose spelling."""

    term: str
    need: Need
    weight: float
    before: tuple[str, ...]
    """Ids of the facts and entries of the original that are evidence for it."""
    after: tuple[str, ...]
    """Those of them that are on the page."""
    in_the_ads_words_before: bool
    in_the_ads_words_after: bool
    """The page has the very words of the ad, which a search by keyword finds."""


class Coverage(Value):
    """Shares of the ad's weighted terms, 0 to 1; musts weigh double, only evidence counts."""

    before: float
    """With evidence in the original."""
    after: float
    """With evidence on the page: less than before only where a fact was left out."""
    in_the_ads_words_before: float
    in_the_ads_words_after: float
    terms: tuple[TermCoverage, ...]


def coverage(original: Cv, draft: Draft, fit: Fit) -> Coverage:
    """Return what each term counts, before and after; the same input gives the same figures."""
    page = tailored(original, draft)
    shown = frozenset(_shown(page, draft))
    said_before, said_after = _text(original), _text(page)
    terms = tuple(_term(ask, shown, said_before, said_after) for ask in fit.asked)
    return Coverage(
        before=fit.coverage,
        after=_share(fit, [term.term for term in terms if term.after]),
        in_the_ads_words_before=_share(
            fit, [term.term for term in terms if term.in_the_ads_words_before]
        ),
        in_the_ads_words_after=_share(
            fit, [term.term for term in terms if term.in_the_ads_words_after]
        ),
        terms=terms,
    )


def _term(ask: Asked, shown: frozenset[str], before: str, after: str) -> TermCoverage:
    words = re.compile(rf"(?<!\w){re.escape(ask.term.casefold())}(?!\w)")
    return TermCoverage(
        term=ask.term,
        need=ask.need,
        weight=ask.weight,
        before=ask.places,
        after=tuple(place for place in ask.places if place in shown),
        in_the_ads_words_before=bool(ask.places) and words.search(before) is not None,
        in_the_ads_words_after=bool(ask.places) and words.search(after) is not None,
    )


def _share(fit: Fit, found: list[str]) -> float:
    return share(fit.asked, frozenset(found))


def _shown(page: Cv, draft: Draft) -> list[str]:
    """Return the ids of everything that is on the page: entries by their fields, facts by id."""
    written = [
        cite
        for part in draft.parts
        if part.unit != LETTER
        for sentence in (*part.sentences, *part.qualifications)
        for cite in sentence.cites
    ]
    return [
        *written,
        *(entry.id for entry in page.entries()),
        *(fact.id for entry in page.entries() for fact in entry.facts()),
    ]


def _text(cv: Cv) -> str:
    return "\n".join(line for entry in cv.entries() for line in _lines(entry)).casefold()


def _lines(entry: Entry) -> list[str]:
    return [
        entry.title,
        entry.area,
        *entry.terms,
        *(fact.text for fact in entry.facts()),
    ]
