"""The texts of a CV as a reader found them, and whether one quotes another."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from aicvgen.domain.alignment import spoken, words
from aicvgen.domain.audit.titles import is_of_a_person
from aicvgen.domain.claims.evidence import header
from aicvgen.domain.cv import Contact, Cv, Entry

_BETWEEN = re.compile(r"\s|[.,;:!?](?!\d)|(?<!\d)[^\w\s$€£%+#<>~=/.,:-]|(?<![\d\s])-(?!\d)")


def all_words(entry: Entry) -> frozenset[str]:
    """Return every word of an entry."""
    return frozenset(word for text in entry_texts(entry) for word in words(text))


def texts_of(cv: Cv) -> Iterator[str]:
    """Yield every text of a CV, in the order of the page."""
    yield from of_contact(cv.contact)
    for section in cv.sections:
        yield from filter(None, (section.heading,))
        for entry in section.entries:
            yield from entry_texts(entry)
    yield from (fact.text for fact in cv.left_over)


def entry_texts(entry: Entry) -> Iterator[str]:
    """Yield every text of an entry."""
    yield from header(entry)
    yield from (fact.text for fact in entry.facts())


def fields(entry: Entry) -> Iterator[str]:
    """Yield the header of an entry as it was written."""
    written = (entry.title, entry.organisation, entry.area, entry.grade, entry.location, entry.url)
    yield from filter(None, written)
    if entry.period is not None:
        yield entry.period.raw
    yield from entry.terms


def of_contact(contact: Contact) -> Iterator[str]:
    """Yield the texts of a contact."""
    fields = (contact.name, contact.headline, contact.email, contact.phone, contact.url)
    yield from filter(None, (*fields, contact.location))
    for profile in contact.profiles:
        yield from filter(None, (profile.url, profile.username))


def is_same(one: str, other: str) -> bool:
    """Say whether two texts differ in nothing but case, spacing and punctuation."""
    return spoken(one) == spoken(other) or squeezed(one) == squeezed(other)


def is_quoted(text: str, entry: Entry) -> bool:
    """Say whether a text is facts of an entry, whole and in order, or words of its header.

    Readers part and join lines differently, also within a word.
    """
    if is_header(text, entry):
        return True
    wanted = squeezed(text)
    parts = [squeezed(fact.text) for fact in entry.facts()]
    return any(_starts_run(wanted, parts[at:]) for at in range(len(parts)))


def labelled(text: str) -> str:
    """Return what a label of one word stands before, `Technologies: Go`; empty without one."""
    label, _, rest = text.partition(": ")
    person = any(is_of_a_person(label, language) for language in ("en", "de"))
    return "" if person or len(label.split()) != 1 else rest


def is_header(text: str, entry: Entry) -> bool:
    """Say whether a text is words of an entry's header, or its fields run together."""
    text = labelled(text) or text
    said = words(text)
    if said and said <= frozenset(word for part in fields(entry) for word in words(part)):
        return True
    rest = squeezed(text)
    for field in sorted(map(squeezed, fields(entry)), key=len, reverse=True):
        rest = rest.replace(field, "", 1)
    return not rest


def _starts_run(wanted: str, parts: Sequence[str]) -> bool:
    rest = wanted
    for part in parts:
        if not part or not rest.startswith(part):
            return False
        rest = rest[len(part) :]
        if not rest:
            return True
    return False


@lru_cache(maxsize=20_000)
def squeezed(text: str) -> str:
    """Return a text without spaces and the punctuation between words; numbers keep their signs."""
    return _BETWEEN.sub("", text.casefold())
