"""What a person should know of how the files were read before anything else, in sentences."""

from collections.abc import Iterator

from aicvgen.domain.claims.leaks import unfilled_in
from aicvgen.domain.cv import Cv
from aicvgen.domain.job import Job

_NO_NAME = (
    "No person's name was found in the CV: its page bears none and a letter is unsigned."
    " Write the name alone in the first line."
)
_UNFILLED = (
    "The CV has text of a template that nobody replaced, such as “{}”:"
    " write what is meant there, or delete it."
)


def cautions(cv: Cv, job: Job) -> tuple[str, ...]:
    """Return what would spoil what is sent, and what an ad does not say."""
    named = () if cv.contact.name else (_NO_NAME,)
    unfilled = next((found for text in _texts(cv) for found in unfilled_in(text)), "")
    return (*named, *([_UNFILLED.format(unfilled)] if unfilled else ()), *job.warnings)


def _texts(cv: Cv) -> Iterator[str]:
    yield from (cv.contact.name, cv.contact.headline, cv.contact.email, cv.contact.phone)
    for entry in cv.entries():
        yield from (entry.title, entry.organisation, entry.area, entry.location, *entry.terms)
        yield entry.period.raw if entry.period else ""
        yield from (fact.text for fact in entry.facts())
    yield from (fact.text for fact in cv.left_over)
