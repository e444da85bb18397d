"""What several questions say in the same way: the ad, the notes, what was found wrong before."""

from collections.abc import Iterable, Mapping, Sequence

from aicvgen.domain.cv import Cv, Entry, Fact
from aicvgen.domain.draft import Finding, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.domain.value import Value
from aicvgen.model.hiding import Hiding

_MOST_FINDINGS = 12


class Written(Value):
    """One sentence of a reply."""

    text: str
    rests_on: tuple[int, ...]
    """Ids of the notes, counted from 1."""


def notes(facts: Iterable[Fact], hiding: Hiding) -> list[dict[str, object]]:
    """Return the facts as notes with short ids."""
    return [
        {"id": number, "text": hiding.hide(fact.text)} for number, fact in enumerate(facts, start=1)
    ]


def sources(ids: Iterable[str], cv: Cv) -> tuple[Fact, ...]:
    """Return what sentences may cite: facts, and entries as what their fields say."""
    known = {entry.id: Fact(id=entry.id, text=said_by(entry)) for entry in cv.entries()}
    known |= {fact.id: fact for entry in cv.entries() for fact in entry.facts()}
    return tuple(known[one] for one in ids if one in known)


def said_by(entry: Entry) -> str:
    """Return the fields of an entry as one line."""
    period = entry.period.raw if entry.period is not None else ""
    fields = (entry.title, entry.area, entry.organisation, entry.grade, entry.location, period)
    return ", ".join(filter(None, (*fields, *entry.terms)))


def ad(job: Job, fit: Fit, places: frozenset[str]) -> dict[str, object]:
    """Return what the ad asks for as far as the facts or entries at these places prove it."""
    proven = [asked.term for asked in fit.asked if not places.isdisjoint(asked.places)]
    return {"title": job.title, "asks_for": proven}


def findings(found: Sequence[Finding], hiding: Hiding) -> list[Mapping[str, str]]:
    """Return what was not supported in the last attempt."""
    return [
        {"sentence": hiding.hide(one.sentence), "unsupported": hiding.hide(one.claim)}
        for one in found[:_MOST_FINDINGS]
    ]


def sentences(
    written: Iterable[Written], facts: Sequence[Fact], hiding: Hiding
) -> tuple[Sentence, ...]:
    """Return the sentences of a reply; raises ValueError for one that rests on no note."""
    return tuple(_sentence(one, facts, hiding) for one in written)


def _sentence(one: Written, facts: Sequence[Fact], hiding: Hiding) -> Sentence:
    text = hiding.restore(" ".join(one.text.split()))
    known = all(1 <= number <= len(facts) for number in one.rests_on)
    if not (text and one.rests_on and known):
        raise ValueError("a sentence must have words and rest on notes that exist")
    return Sentence(text=text, cites=tuple(facts[number - 1].id for number in one.rests_on))
