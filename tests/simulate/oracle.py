"""Whether a delivered CV is true, asked of our audit and of an oracle that knows none of our rules.

The oracle is naive: every number, date, tool and capitalised name of a sentence must occur in the
entry it cites, every one on the page somewhere in the original; every sentence must be whole in the
text that a program of others extracts.
"""

import io
import re
from collections.abc import Iterator
from functools import cache, partial

import pypdf

from aicvgen.documents import labels
from aicvgen.documents.printed import printable
from aicvgen.domain.audit import audit
from aicvgen.domain.cv import Entry, Kind
from aicvgen.model.extractive.terms import names_in
from simulate.delivered import Delivered

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_DATE_PARTS = re.compile(r"\d+(?=[/:])|(?<=[/:])\d+|(?:19|20)\d\d$")
_NAME = re.compile(r"(?<![\w.])[A-ZÄÖÜ][\w&+#.-]*\w")
_OPENS = re.compile(r"(?:^|[.!?:;|•·] |\n)[\"“„(]?[A-ZÄÖÜ][\w’'-]*")
_COMPOSED = frozenset({"summary", "letter"})
"""Units that may rest on the whole CV."""
_FRAME = frozenset({
    *("Also", "Studied", "Skills", "Speaks", "Certificates"),
    *("Erfahrung", "Außerdem", "Studierte", "Kenntnisse", "Kenntnissen", "Spricht", "Zertifikate"),
})  # fmt: skip
"""Capitalised words of our own sentences."""


def untrue(one: Delivered) -> Iterator[str]:
    """Yield what the audit finds, every strange number or name, and every broken sentence."""
    shared = partial(names_in, language=one.original.language)
    for found in audit(one.original, one.read, shared).findings:
        yield f"audit, {found.kind}: {found.claim!r} in {found.sentence!r}"
    yield from _of_the_page(one)
    yield from _of_entries(one)
    yield from _broken(one)


def _of_the_page(one: Delivered) -> Iterator[str]:
    there = _everything(one)
    for line in one.page.lines:
        for word in strange(line.text, there, one.original.language):
            if word.rstrip(".") not in _our_words(one.original.language):
                yield f"oracle: {word!r} on the page is nowhere in the original"


def _of_entries(one: Delivered) -> Iterator[str]:
    everything = _everything(one)
    entries = {entry.id: "\n".join(_texts(entry)) for entry in one.original.entries()}
    for part in one.told["rewritten"]:
        there = everything if part["unit"] in _COMPOSED else entries[part["unit"]]
        for sentence in (*part["sentences"], *part["qualifications"]):
            for word in strange(sentence["text"], there, one.original.language):
                yield f"oracle: {word!r} is not in the entry of {sentence['text']!r}"


def _broken(one: Delivered) -> Iterator[str]:
    pages = pypdf.PdfReader(io.BytesIO(one.pdf)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for part in one.told["rewritten"]:
        if part["unit"] not in {"skills", "letter"}:
            for sentence in part["sentences"]:
                if " ".join(printable(sentence["text"]).split()) not in text:
                    yield f"oracle: {sentence['text']!r} is not whole in the PDF's text"


def strange(text: str, there: str, language: str) -> Iterator[str]:
    """Yield the figures and the capitalised names of a text that do not stand there.

    A capital at the beginning of a sentence makes no name.
    """
    whole = _FIGURE.findall(there)
    parts = (part for one in whole for part in _DATE_PARTS.findall(one))
    figures = {one.lstrip("0") for one in (*whole, *parts)}
    yield from (one for one in _FIGURE.findall(text) if one.lstrip("0") not in figures)
    known, said = names_in(there, language), there.casefold()
    opening = {found[0].split()[-1].strip('"“„(') for found in _OPENS.finditer(text)}
    for name in dict.fromkeys(_NAME.findall(text)):
        plain = name in opening and name[1:].islower()
        names = names_in(name, language)
        if name not in _FRAME and name.casefold() not in said and not plain:
            yield from () if names and names <= known else (name,)


def _everything(one: Delivered) -> str:
    lines = (line.text for line in one.source.lines)
    return "\n".join(
        (*lines, *(text for entry in one.original.entries() for text in _texts(entry)))
    )


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.organisation, entry.area, entry.grade, entry.location, entry.url)
    yield from entry.terms
    yield from (fact.text for fact in entry.facts())
    if entry.period is not None:
        yield entry.period.raw


@cache
def _our_words(language: str) -> frozenset[str]:
    """Return the words of our labels, months and frames of sentences."""
    months = (labels.month(number, language).rstrip(".") for number in range(1, 13))
    headings = (labels.heading(kind, language) for kind in Kind)
    own = (labels.technologies, labels.present, labels.grade)
    ours = (*months, *headings, *(label(language) for label in own))
    return frozenset(word for text in ours for word in text.split())
