"""The terms of an ad by what they weigh: the title before what is asked, repeated, welcome."""

from collections import Counter

from aicvgen.domain.job import Keyword, Need, Requirement
from aicvgen.model.extractive.terms import name_of, terms_in

_TITLE_WEIGHT = 5.0
_WEIGHTS = {Need.MUST: 3.0, Need.DUTY: 1.5, Need.NICE: 1.0}
_AGAIN = 0.3
_MOST_AGAIN = 3
"""Mentions beyond the first that count; together they never lift a term over the next place."""
_MOST_KEYWORDS = 30


def keywords_of(
    title: str, requirements: tuple[Requirement, ...], language: str
) -> tuple[Keyword, ...]:
    """Return the ad's terms, heaviest first; the weights sum to 1.

    A term weighs what the best place that names it does, and a little more for each repetition.
    """
    best = dict[str, float]()
    written = dict[str, str]()
    mentions = Counter[str]()
    named = [(term.written, _TITLE_WEIGHT) for term in terms_in(title, language)]
    named += [(term, _WEIGHTS[asked.need]) for asked in requirements for term in asked.terms]
    for term, weight in named:
        name = name_of(term, language) or term.casefold()
        written.setdefault(name, term)
        best[name] = max(weight, best.get(name, 0.0))
        mentions[name] += 1
    weights = {
        name: weight + _AGAIN * min(mentions[name] - 1, _MOST_AGAIN)
        for name, weight in best.items()
    }
    kept = sorted(weights, key=lambda name: -weights[name])[:_MOST_KEYWORDS]
    total = sum(weights[name] for name in kept)
    return tuple(Keyword(term=written[name], weight=weights[name] / total) for name in kept)
