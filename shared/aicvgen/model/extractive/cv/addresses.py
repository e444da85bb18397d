"""A place in the making: the parts of one address on several rows."""

import re
from dataclasses import dataclass

from aicvgen.model.extractive.cv import places
from aicvgen.model.extractive.cv.rows import Row

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '’-])*")
_TOWN_WORDS = 3
_APART = 2
"""The parts of an address stand at most this many lines apart."""


@dataclass(slots=True)
class Address:
    """What was read of an address, and the rows it stands on."""

    text: str
    rows: list[Row]

    def is_near(self, row: Row) -> bool:
        """Say whether a row stands directly under the address."""
        return 0 <= row.lines[0] - self.rows[-1].lines[-1] <= _APART

    def goes_on_with(self, text: str) -> bool:
        """Say whether a text is another part of the address, and no second place."""
        if places.is_postcode(text) or places.is_code(text) or self.is_broken_before(text):
            return True
        if places.is_house(text) and not any(char.isdigit() for char in self.text):
            return True
        if not places.is_address(text) or places.is_within(text, self.text):
            return places.is_within(text, self.text)
        if places.is_within(self.text.partition(",")[0], text):
            return False
        return not (places.is_complete(self.text) and places.is_complete(text))

    def is_broken_before(self, text: str) -> bool:
        """Say whether a text is the end of the town that the address breaks off in: 'La / Spezia'.

        The start alone is no town.
        """
        words = self.text.split()
        if not _NAME.fullmatch(text):
            return False
        starts = (" ".join(words[-count:]) for count in range(1, min(len(words), _TOWN_WORDS) + 1))
        return any(
            places.place_score(f"{start} {text}") > 1 and not places.place_score(start)
            for start in starts
            if start[0].isupper() and _NAME.fullmatch(start)
        )

    def add(self, text: str, row: Row) -> None:
        """Add a part; one that the address has already is only noted."""
        if self.is_broken_before(text):
            self.text = f"{self.text} {text}"
        elif not places.is_within(text, self.text):
            self.text = places.joined(self.text, text)
        self.rows.append(row)

    def distance(self, lines: tuple[int, ...]) -> int:
        """Return how far off it stands from any of the lines; 0 where there are none."""
        own = [line for row in self.rows for line in row.lines]
        return min((abs(a - b) for a in own for b in lines), default=0)
