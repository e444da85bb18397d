"""CVs written in every format we know, read back, and compared field by field."""

from collections.abc import Callable
from functools import partial

from agents import cv_outlines
from agents.cv_samples import read
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
_CONTACT = ("name", "headline", "email", "phone", "location")
_FIELDS = ("title", "area", "organisation", "location", "grade", "terms")


def _entries(cv: Cv) -> dict[str, object]:
    """Return per kind the entries with their dates and items."""
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


def told(cv: Cv) -> dict[str, object]:
    """Return what a CV says: name, headline, contact, and every entry of every section."""
    contact = {field: getattr(cv.contact, field) for field in _CONTACT}
    return {**contact, **_entries(cv)}


def differences(writer: str, cv: Cv) -> list[str]:
    """Write the CV, read it back, and return what is not as it was."""
    before, after = told(cv), told(read(WRITERS[writer](cv)))
    return [
        f"{key}: {after[key]} instead of {said}"
        for key, said in before.items()
        if after[key] != said
    ]
