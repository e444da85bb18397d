"""Keeping a page budget by dropping the least relevant points, each of them listed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.draft import Draft, LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit

_WRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_PARTLY = "Only its most relevant sentences are shown, without: “{}”"


class Spare(NamedTuple):
    """A sentence the page can do without."""

    unit: str
    sentence: Sentence


def spare(cv: Cv, draft: Draft, fit: Fit) -> tuple[Spare, ...]:
    """Return what may be dropped, least relevant first; each entry keeps its best point.

    Among equals what stands further down, older work, goes first.
    """
    return _least_first(cv, draft, fit, lambda part: part.sentences[1:])


def extra(cv: Cv, draft: Draft, fit: Fit) -> tuple[Spare, ...]:
    """Return what goes beyond the usual number of bullets, least relevant first."""
    return _least_first(
        cv, draft, fit, lambda part: [one for one in part.sentences if one in part.extra]
    )


def _least_first(
    cv: Cv, draft: Draft, fit: Fit, candidates: Callable[[Part], Sequence[Sentence]]
) -> tuple[Spare, ...]:
    score = {ranked.fact: ranked.score for ranked in fit.ranking}
    found = list[tuple[float, int, Spare]]()
    for entry in cv.entries(*_WRITTEN):
        part = draft.part(entry.id)
        for sentence in candidates(part) if part is not None else ():
            worth = max((score.get(cite, 0.0) for cite in sentence.cites), default=0.0)
            found.append((worth, -len(found), Spare(entry.id, sentence)))
    return tuple(spare for _, _, spare in sorted(found, key=lambda one: one[:2]))


def without(draft: Draft, dropped: Sequence[Spare], reason: str) -> Draft:
    """Return the draft without these sentences, what they rest on listed as left out."""
    parts = tuple(_part(part, dropped, reason) for part in draft.parts)
    return draft.model_copy(update={"parts": parts})


def _part(part: Part, dropped: Sequence[Spare], reason: str) -> Part:
    gone = [one.sentence for one in dropped if one.unit == part.unit]
    kept = tuple(sentence for sentence in part.sentences if sentence not in gone)
    still = {cite for sentence in kept for cite in sentence.cites}
    reasons = dict.fromkeys(
        (cite, _PARTLY.format(sentence.text) if cite in still else reason)
        for sentence in gone
        for cite in sentence.cites
    )
    left_out = tuple(LeftOut(fact=cite, reason=why) for cite, why in reasons)
    return part.model_copy(update={"sentences": kept, "left_out": part.left_out + left_out})
