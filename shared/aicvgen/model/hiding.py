"""Who the candidate is never leaves: name and contact become tokens, and come back afterwards."""

import re
from collections.abc import Callable, Iterable

from aicvgen.domain.cv import Contact

_SHORTEST = 3
"""Letters: a shorter part of a name is a word of its own too often."""
_TOKEN = re.compile(r"\[P(\d+)\]")

Addresses = Callable[[str], Iterable[tuple[int, int]]]
"""Finds where in a text addresses and phone numbers start and end, in their order."""


class Hiding:
    """Hides one person in the texts of one question, and puts back exactly what stood there.

    For documents as they are, `addresses` says where in a text anybody's addresses stand: these are
    hidden too, and with them the user names and the home address, if that has a number.
    """

    def __init__(self, contact: Contact, addresses: Addresses | None = None) -> None:
        parts = [part for part in re.split(r"[\s,]+", contact.name) if len(part) >= _SHORTEST]
        pages = (contact.url, *(profile.url for profile in contact.profiles))
        home = contact.location if any(map(str.isdigit, contact.location)) else ""
        more = (home, *(profile.username for profile in contact.profiles)) if addresses else ()
        texts = {contact.name, *parts, contact.email, contact.phone, *pages, *more} - {""}
        longest_first = sorted(texts, key=lambda text: (-len(text), text))
        own = "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest_first)
        self._own = re.compile(own, re.IGNORECASE) if own else None
        self._addresses = addresses
        self._hidden: list[str] = []

    def hide(self, text: str) -> str:
        """Return the text without the candidate's name, addresses on the net and phone number."""
        spans = list(self._addresses(text)) if self._addresses else []
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        between = zip([0, *ends], [*starts, len(text)], strict=True)
        own, *rest = [self._without_own(text[start:end]) for start, end in between]
        tokens = (self._token(text[start:end]) for start, end in spans)
        return own + "".join(token + after for token, after in zip(tokens, rest, strict=True))

    def restore(self, text: str) -> str:
        """Return the text with what was hidden; raises ValueError for a token we never gave."""
        return _TOKEN.sub(self._behind, text)

    def _without_own(self, text: str) -> str:
        return self._own.sub(lambda found: self._token(found[0]), text) if self._own else text

    def _token(self, text: str) -> str:
        if text not in self._hidden:
            self._hidden.append(text)
        return f"[P{self._hidden.index(text) + 1}]"

    def _behind(self, token: re.Match[str]) -> str:
        number = int(token[1])
        if not 1 <= number <= len(self._hidden):
            raise ValueError(f"nothing is hidden behind {token[0]}")
        return self._hidden[number - 1]
