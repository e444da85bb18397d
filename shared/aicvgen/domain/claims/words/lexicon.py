"""The word lists beside this module, read once."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def lines(name: str) -> Iterator[str]:
    """Yield the lines of a list without comments and blanks."""
    text = files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.strip()
        if entry and not entry.startswith("#"):
            yield entry


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words that join a sentence and claim nothing."""
    return frozenset(word for line in lines(f"function_{language}") for word in line.split())


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the sets of words of the grammar of numbers, rates and roles."""
    return _sets()[name]


@cache
def implied_by(beginning: str) -> frozenset[str]:
    """Return the words that a title with a word of this beginning implies."""
    return _implied().get(beginning, frozenset())


@cache
def title_beginnings() -> tuple[str, ...]:
    """Return the beginnings of words of titles that imply others."""
    return tuple(_implied())


@cache
def _implied() -> Mapping[str, frozenset[str]]:
    implied = dict[str, frozenset[str]]()
    for line in lines("trades"):
        beginnings, _, listed = line.partition(":")
        words = frozenset(listed.lower().split())
        for beginning in beginnings.split():
            implied[beginning] = implied.get(beginning, frozenset()) | words
    return implied


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    parted = (line.partition(":") for line in lines("sets"))
    return {name: frozenset(listed.split()) for name, _, listed in parted}


@cache
def irregular(language: str) -> Mapping[str, str]:
    """Return the base of each irregular form."""
    return {
        form: base
        for base, *forms in (line.split() for line in lines(f"irregular_{language}"))
        for form in (base, *forms)
    }


@cache
def synonyms(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words and phrases that say the same."""
    return tuple(
        _members(line)
        for name in ("synonyms", "abbreviations", "places")
        for line in lines(f"{name}_{language}")
    )


@cache
def abbreviations(language: str) -> tuple[tuple[str, ...], ...]:
    """Return the well-known abbreviations, each with what it stands for."""
    return tuple(_members(line) for line in lines(f"abbreviations_{language}"))


@cache
def entailments(language: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return what each line has on its two sides: the specific words, and what they entail."""
    parted = (line.partition(">") for line in lines(f"entails_{language}"))
    return tuple((_members(specific), _members(general)) for specific, _, general in parted)


def _members(listed: str) -> tuple[str, ...]:
    return tuple(member.strip() for member in listed.split(","))
