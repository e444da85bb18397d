"""What the title of an entry says was done: a driver drove."""

from aicvgen.domain.claims.acts.roles import is_person
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known_words, stands
from aicvgen.domain.claims.words.labels import labels
from aicvgen.domain.claims.words.lexicon import word_set

_SHORTEST_VERB = 4


def is_drivers(word: Word, header: Reading) -> bool:
    """Say whether a driver drove, which nobody else does as a figure of speech."""
    return word.text.lower() in word_set("trade_verbs") and is_trade(word, header)


def is_trade(word: Word, header: Reading) -> bool:
    """Say whether the title says it: a driver drove."""
    persons = [other for other in header.words if is_person(other, header.language)]
    return any(
        not word.roots.isdisjoint(other.roots)
        or _is_deed_of(word, other)
        or (
            header.language == "de"
            and (stands(word, known_words([other], "de"), "de") or _ends_alike(word, other))
            and "scope" not in word.labels
        )
        for other in persons
    )


def _ends_alike(word: Word, person: Word) -> bool:
    """Say whether a compound ends with a person who does it: a Vertretungslehrerin taught."""
    low = person.text.lower()
    ends = (low[at:] for at in range(_SHORTEST_VERB, len(low) - _SHORTEST_VERB))
    return any(
        label[0] == "#" and label in word.labels for end in ends for label in labels(end, "de")
    )


def is_titular(word: Word, header: Reading) -> bool:
    """Say whether a German title names who does it: a Busfahrer drove."""
    persons = (other for other in header.words if is_person(other, "de"))
    return "scope" not in word.labels and any(_is_deed_of(word, other) for other in persons)


def _is_deed_of(word: Word, person: Word) -> bool:
    """Say whether a title ends with the person of a verb: Busfahrer of fahren."""
    agents = tuple(root + "er" for root in word.roots if len(root) >= _SHORTEST_VERB)
    return bool(agents) and person.text.lower().removesuffix("in").endswith(agents)
