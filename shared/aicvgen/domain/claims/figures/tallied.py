"""How many there are of what a CV lists: three papers, two universities, vier Arbeitgeber."""

from collections.abc import Sequence

from aicvgen.domain.claims.figures.places import place_of
from aicvgen.domain.claims.figures.tenures import Tenure
from aicvgen.domain.claims.numbers.bounds import MIN
from aicvgen.domain.claims.numbers.quantity import Quantity
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.words.lexicon import word_set
from aicvgen.domain.cv import Kind

_LISTED = {
    Kind.WORK: "listed_work",
    Kind.PUBLICATIONS: "listed_publications",
    Kind.CERTIFICATES: "listed_certificates",
    Kind.LANGUAGES: "listed_languages",
    Kind.AWARDS: "listed_awards",
    Kind.PROJECTS: "listed_projects",
}
"""What the entries of a section are called, by the name of the set of words."""

_NEAR = 4
"""Words within which the thing counted stands: three peer-reviewed papers."""


def is_tallied(number: Quantity, text: Reading, tenures: Sequence[Tenure]) -> bool:
    """Say whether a number is how many entries of one kind there are."""
    if number.unit or number.ordinal or number.role or number.bound not in {"", *MIN}:
        return False
    right = [word for word in text.words if number.last < word.at <= number.last + _NEAR]
    counts = {
        _listed(kind, word, right, tenures)
        for kind, name in _LISTED.items()
        for word in right
        if word.text.lower() in word_set(name)
    }
    counts |= {_places(word, tenures) for word in place_of(text, number).right[:1]}
    return any(
        number.value <= count if number.bound in MIN else number.value == count
        for count in counts - {0, 1}
    )


def _listed(kind: Kind, named: Word, right: Sequence[Word], tenures: Sequence[Tenure]) -> int:
    """Return how many entries of a kind are what a word names: a report is no article."""
    entries = [one for one in tenures if one.kind is kind]
    low = named.text.lower()
    if low in word_set("employers"):
        return len({one.organisation.text for one in entries})
    if kind is not Kind.PUBLICATIONS:
        return len(entries)
    if low in word_set("published"):
        return sum(len(one.items) for one in entries)
    others = word_set("no_articles")
    if any(word.text.lower() in word_set("reviewed") for word in right):
        others |= word_set("unreviewed")
    items = [item for one in entries for item in one.items]
    return sum(not any(token.low in others for token in item.tokens) for item in items)


def _places(word: Word, tenures: Sequence[Tenure]) -> int:
    """Return how many organisations are such a thing by their name."""
    return len(
        {
            one.organisation.text
            for one in tenures
            if stands(word, known((one.organisation,)), one.said.language)
        }
    )
