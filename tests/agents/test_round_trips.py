"""Property: any CV, written in any format we know, is read back as it was.

`--hypothesis-profile thorough` tries more CVs, others each time: it prints the seed of a failure.
"""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given

from agents import cv_outlines
from agents.cv_samples import read
from agents.cv_strategies import cvs
from agents.page_samples import LOOKS
from aicvgen.documents.typeset import typeset
from aicvgen.documents.writers.files import cv_files
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.look import FORMATS, FileFormat, Look


def _written(cv: Cv, form: FileFormat) -> bytes:
    (data,) = cv_files(cv, Look(), formats=(form,)).values()
    return data


WRITERS: dict[str, Callable[[Cv], bytes]] = {
    **{f"{look.template} {look.paper}": partial(typeset, look=look) for look in LOOKS},
    **{f"our {form}": partial(_written, form=form) for form in FORMATS if form != "pdf"},
    "markdown": cv_outlines.markdown,
    "html": cv_outlines.html,
    "word": cv_outlines.word,
    "sidebar": cv_outlines.sidebar,
}
_FIELDS = ("title", "area", "organisation", "location", "grade", "terms")


def told(cv: Cv) -> dict[str, list[dict[str, object]]]:
    """Return what a CV says: per kind its entries with their dates and items."""
    return {
        kind: [
            {field: getattr(entry, field) for field in _FIELDS}
            | {
                "period": entry.period and entry.period.model_dump(exclude={"raw"}),
                "facts": [fact.text for fact in entry.facts()],
            }
            for entry in cv.entries(kind)
        ]
        for kind in Kind
    }


@pytest.mark.parametrize("writer", WRITERS)
def test_what_is_written_is_read_back(writer: str) -> None:
    """Name, headline, contact and every entry of every section are equal."""

    @given(cvs())
    def holds(cv: Cv) -> None:
        back = read(WRITERS[writer](cv))
        for field in ("name", "headline", "email", "phone", "location"):
            assert getattr(back.contact, field) == getattr(cv.contact, field), field
        assert told(back) == told(cv)

    holds()
