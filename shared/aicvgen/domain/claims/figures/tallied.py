"""How many there are of what a CV lists: three papers, two universities, vier Arbeitgeber."""

from collections.abc import Sequence

from aicvgen.domain.claims.figures.careers import Tenure
from aicvgen.domain.claims.figures.places import place_of
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
        sum(one.kind is kind for one in tenures)
        for kind, name in _LISTED.items()
        if any(word.text.lower() in word_set(name) for word in right)
    }
    counts |= {_places(word, tenures) for word in place_of(text, number).right[:1]}
    return any(
        number.value <= count if number.bound in MIN else number.value == count
        for count in counts - {0, 1}
    )


def _places(word: Word, tenures: Sequence[Tenure]) -> int:
    """Return how many organisations are such a thing by their name."""
    return len(
        {
            one.organisation.text
            for one in tenures
            if stands(word, known((one.organisation,)), one.said.language)
        }
    )
