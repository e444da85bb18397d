"""Keeping the page budget: two pages, or as many as the original takes in the same layout."""

from collections.abc import Callable

from aicvgen.documents.pdf import pages_of
from aicvgen.documents.photo import Photo
from aicvgen.documents.typeset import typeset
from aicvgen.domain.budget import Spare, extra, spare, without
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Draft
from aicvgen.domain.fit import Fit
from aicvgen.domain.look import Look
from aicvgen.domain.style import MOST_PAGES
from aicvgen.domain.tailored import tailored

_NO_ROOM = "Less relevant to this ad than the points shown, and the page has no room for more."
_TOO_LONG = "The least relevant to this ad: without it the CV has at most {} pages."


def fitted(original: Cv, draft: Draft, fit: Fit, look: Look, photo: Photo | None) -> Draft:
    """Return the draft with as few of the least relevant points dropped as the budget needs.

    Bullets beyond the usual number stay as far as they take no further page. Where even dropping
    all that may be would not be enough, nothing more is dropped.
    """

    def pages(draft: Draft) -> int:
        return pages_of(typeset(tailored(original, draft), look, photo))

    def dropped(draft: Draft, spares: tuple[Spare, ...], reason: str, most: int) -> Draft:
        count = _fewest(lambda n: pages(without(draft, spares[:n], reason)) <= most, len(spares))
        return without(draft, spares[:count], reason)

    extras = extra(original, draft, fit)
    usual = without(draft, extras, _NO_ROOM)
    length = pages(usual)
    most = MOST_PAGES
    if length > most:
        most = max(most, pages_of(typeset(original, look, photo)))
    if length <= most:
        return dropped(draft, extras, _NO_ROOM, length)
    spares, reason = spare(original, usual, fit), _TOO_LONG.format(most)
    if pages(without(usual, spares, reason)) > most:
        return usual
    return dropped(usual, spares, reason, most)


def _fewest(fits: Callable[[int], bool], most: int) -> int:
    """Return the least number that fits; `most` is known to fit."""
    if most == 0 or fits(0):
        return 0
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high
