"""Keeping a page budget by dropping the least relevant points, each of them listed."""

from collections.abc import Sequence
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.draft import Draft, LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit

_WRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)


class Spare(NamedTuple):
    """A sentence the page can do without."""

    unit: str
    sentence: Sentence


def spare(cv: Cv, draft: Draft, fit: Fit) -> tuple[Spare, ...]:
    """Return what may be dropped, least relevant first; each entry keeps its best point.

    Among equals what stands further down, older work, goes first.
    """
    score = {ranked.fact: ranked.score for ranked in fit.ranking}
    found = list[tuple[float, int, Spare]]()
    for entry in cv.entries(*_WRITTEN):
        part = draft.part(entry.id)
        for sentence in part.sentences[1:] if part is not None else ():
            worth = max((score.get(cite, 0.0) for cite in sentence.cites), default=0.0)
            found.append((worth, -len(found), Spare(entry.id, sentence)))
    return tuple(spare for _, _, spare in sorted(found, key=lambda one: one[:2]))


def without(draft: Draft, dropped: Sequence[Spare], most_pages: int) -> Draft:
    """Return the draft without these sentences, the facts they rest on listed as left out."""
    parts = tuple(_part(part, dropped, most_pages) for part in draft.parts)
    return draft.model_copy(update={"parts": parts})


def _part(part: Part, dropped: Sequence[Spare], most_pages: int) -> Part:
    gone = [one.sentence for one in dropped if one.unit == part.unit]
    kept = tuple(sentence for sentence in part.sentences if sentence not in gone)
    still = {cite for sentence in kept for cite in sentence.cites}
    reason = f"The least relevant to this ad: without it the CV has at most {most_pages} pages."
    left_out = tuple(
        LeftOut(fact=cite, reason=reason)
        for sentence in gone
        for cite in sentence.cites
        if cite not in still
    )
    return part.model_copy(update={"sentences": kept, "left_out": part.left_out + left_out})
