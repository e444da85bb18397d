"""The letters of a document and its white space, kept apart: how a wrapped text is found again."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from aicvgen.documents.printed import printable
from aicvgen.domain.source import Source


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a document without white space, and where the white space was."""

    letters: str
    spaces: tuple[int, ...]
    """Offsets of the letters after a space inside a line."""
    breaks: tuple[int, ...]
    """Offsets of the first letters of lines."""

    @classmethod
    def of(cls, source: Source) -> "Letters":
        """Take the letters of all lines, in reading order."""
        lines = [printable(line.text).split() for line in source.lines]
        words = [word for line in lines for word in line]
        firsts = set(_offsets(["".join(line) for line in lines]))
        starts = _offsets(words)
        return cls(
            letters="".join(words),
            spaces=tuple(start for start in starts if start not in firsts),
            breaks=tuple(sorted(firsts)),
        )

    def find(self, text: str, start: int) -> int | None:
        """Return the offset after the first place of the text, or None."""
        words = text.split()
        letters = "".join(words)
        gaps = frozenset(_offsets(words)[1:])
        begin = self.letters.find(letters, start)
        while begin >= 0:
            end = begin + len(letters)
            if self._is_whole(begin, end) and self._fits(begin, end, gaps):
                return end
            begin = self.letters.find(letters, begin + 1)
        return None

    def _is_whole(self, begin: int, end: int) -> bool:
        """Say whether no letter or digit touches the text from outside."""
        return not any(self._is_inside_a_word(at) for at in (begin, end))

    def _is_inside_a_word(self, at: int) -> bool:
        if at in (0, len(self.letters)):
            return False
        if _between(self.spaces, at, at + 1) or _between(self.breaks, at, at + 1):
            return False
        return self.letters[at - 1].isalnum() and self.letters[at].isalnum()

    def _fits(self, begin: int, end: int, gaps: frozenset[int]) -> bool:
        spaces = {at - begin for at in _between(self.spaces, begin + 1, end)}
        breaks = {at - begin for at in _between(self.breaks, begin + 1, end)}
        return spaces <= gaps <= spaces | breaks


def _offsets(words: list[str]) -> tuple[int, ...]:
    """Return where each word starts, counted in letters."""
    return tuple(accumulate(map(len, words), initial=0))[:-1]


def _between(offsets: tuple[int, ...], begin: int, end: int) -> tuple[int, ...]:
    return offsets[bisect_left(offsets, begin) : bisect_left(offsets, end)]
