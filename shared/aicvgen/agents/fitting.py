"""Keeping the page budget: two pages, or as many as the original takes in the same layout."""

from aicvgen.documents.pdf import pages_of
from aicvgen.documents.photo import Photo
from aicvgen.documents.typeset import typeset
from aicvgen.domain.budget import spare, without
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Draft
from aicvgen.domain.fit import Fit
from aicvgen.domain.look import Look
from aicvgen.domain.style import MOST_PAGES
from aicvgen.domain.tailored import tailored


def fitted(original: Cv, draft: Draft, fit: Fit, look: Look, photo: Photo | None) -> Draft:
    """Return the draft with as few of the least relevant points dropped as the budget needs.

    Where even all of them would not be enough, nothing is dropped.
    """

    def pages(cv: Cv) -> int:
        return pages_of(typeset(cv, look, photo))

    if pages(tailored(original, draft)) <= MOST_PAGES:
        return draft
    most = max(MOST_PAGES, pages(original))
    spares = spare(original, draft, fit)

    def fits(count: int) -> bool:
        return pages(tailored(original, without(draft, spares[:count], most))) <= most

    if fits(0) or not fits(len(spares)):
        return draft
    low, high = 0, len(spares)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return without(draft, spares[:high], most)
