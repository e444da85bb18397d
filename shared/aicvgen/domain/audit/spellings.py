"""Abbreviations written out and the other way, as the same place of the original has them."""

from collections.abc import Iterator, Sequence
from functools import cache

from aicvgen.domain.claims.text.abbreviations import glosses
from aicvgen.domain.claims.text.reading import reading
from aicvgen.domain.claims.words.lexicon import abbreviations, function_words
from aicvgen.domain.claims.words.roots import roots
from aicvgen.domain.claims.words.tokens import Token, tokens

_READ = frozenset({"en", "de"})
_LONGEST_SHORT = 6
"""Letters of an abbreviation at most."""
_SHORTEST_CUT, _LEFT_OUT = 4, 3
"""Letters that a word cut short keeps, and that it has lost at least."""
_LINKS = ("", "s", "n", "es")
"""Between the parts of a German compound."""


def as_spelled(text: str, there: str, language: str) -> str:
    """Return a header with the original's abbreviations in place of what they stand for.

    A gloss that spells its abbreviation adds nothing to one of the two; without it beside the
    words, only the well-known abbreviations count.
    """
    grammar = language if language in _READ else "en"
    whole = text.replace("-, ", "- ") if grammar == "de" else text
    spelled = _uncut(_well_known(_unglossed(whole, there, grammar), there, grammar), there)
    return _parted(spelled, there) if grammar == "de" else spelled


def _unglossed(text: str, there: str, language: str) -> str:
    """Return a text with one of the two where an abbreviation stands beside its words."""
    said = reading(text, language)
    known = {token.text for token in tokens(there)}
    for at, words in glosses(said):
        short = said.tokens[at]
        first, last = (said.tokens[place] for place in (words[0], words[-1]))
        long = text[first.start : last.end]
        kept = short.text if short.text in known else long
        start, end = min(first.start, short.start), max(last.end, short.end)
        return _unglossed(f"{text[:start]}{kept}{text[end:].removeprefix(')')}", there, language)
    return text


def _well_known(text: str, there: str, language: str) -> str:
    """Return a text with the member of each group of equals that the other text has."""
    known = tokens(there)
    written = {token.low for token in known}
    for group in _groups(language):
        own = next((place for one in group for place in _places(one, known, language)), None)
        if own is None:
            continue
        for member in group:
            said = tokens(text)
            found = next(_places(member, said, language), None)
            if found is not None and not {said[at].low for at in found} <= written:
                first, last = said[found[0]], said[found[-1]]
                kept = there[known[own[0]].start : known[own[-1]].end]
                text = f"{text[: first.start]}{kept}{text[last.end :]}"
    return text


def _uncut(text: str, there: str) -> str:
    """Return a text with each word that the other text cuts short as it is there: Stellv."""
    for cut in tokens(there):
        if there[cut.end : cut.end + 1] != "." or len(cut.low) < _SHORTEST_CUT:
            continue
        for token in reversed(tokens(text)):
            if token.low.startswith(cut.low) and len(token.low) >= len(cut.low) + _LEFT_OUT:
                text = f"{text[: token.start]}{cut.text}.{text[token.end :]}"
    return text


def _parted(text: str, there: str) -> str:
    """Return a German text with the compounds of the other: Kfz-Technik, Kraftfahrzeugtechnik."""
    known = {token.low for token in tokens(there)}
    pairs = [
        (short.casefold(), long.casefold())
        for group in abbreviations("de")
        for short in group
        for long in group
        if short.isalpha() and long.isalpha() and short != long
    ]
    said = tokens(text)
    for at in reversed(range(len(said))):
        token = said[at]
        before = said[at - 1] if at and token.tied else None
        for short, long in pairs:
            for link in _LINKS:
                whole = f"{long}{link}{token.low}"
                part = token.low.removeprefix(f"{long}{link}")
                if before is not None and before.low == short and whole in known:
                    text = f"{text[: before.start]}{whole}{text[token.end :]}"
                elif part != token.low and {short, part} <= known:
                    text = f"{text[: token.start]}{short} {part}{text[token.end :]}"
    return text


@cache
def _groups(language: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the words of each member of each group, without those that only join."""
    joining = function_words(language)
    return tuple(
        tuple(
            tuple(token.text for token in tokens(member) if token.low not in joining)
            for member in group
        )
        for group in abbreviations(language)
    )


def _places(
    member: tuple[str, ...], found: Sequence[Token], language: str
) -> Iterator[tuple[int, ...]]:
    """Yield the places of the words of a member where they stand together."""
    joining = function_words(language)
    spoken = [
        at for at, token in enumerate(found) if token.low not in joining or token.text.isupper()
    ]
    for start in range(len(spoken) - len(member) + 1) if member else ():
        run = tuple(spoken[start : start + len(member)])
        together = not any(found[at].breaks for at in range(run[0] + 1, run[-1] + 1))
        if together and all(
            _is_form(found[at].text, word, language) for at, word in zip(run, member, strict=True)
        ):
            yield run


def _is_form(word: str, member: str, language: str) -> bool:
    """Say whether a word is a form of a member's; of an abbreviation, no more than its plural."""
    if len(member) <= _LONGEST_SHORT and any(map(str.isupper, member[1:])):
        return word.removesuffix("s").replace(".", "") == member.replace(".", "")
    return not roots(word, language).isdisjoint(roots(member, language))
