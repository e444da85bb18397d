"""A line that is being put together from pieces of markup."""

from dataclasses import dataclass, field

from aicvgen.documents.glyphs import clean


@dataclass(slots=True)
class Piece:
    """What is known of the line so far."""

    text: str = ""
    links: list[str] = field(default_factory=list)
    plain: bool = False
    """Some of it is not bold."""
    turns: tuple[int, ...] = ()
    """Where the type changes, once the text is clean."""
    _type: object = None
    _marks: list[int] = field(default_factory=list)
    """Where the type changes."""

    def add(self, text: str, set_in: object) -> None:
        """Append a text and note whether it is set in another type than the one before."""
        if text.strip():
            parted = self.text[-1:].isspace() or text[:1].isspace()
            if self.text.strip() and parted and set_in != self._type:
                self._marks.append(len(self.text))
            self._type = set_in
        self.text += text

    def clean(self) -> None:
        """Clean the text, and note where the type changes in it."""
        self.turns = turns_in(self.text, self._marks)
        self.text = clean(self.text)


def turns_in(raw: str, marks: list[int]) -> tuple[int, ...]:
    """Return the places in the cleaned text that stand behind a space, of places in the raw one."""
    text = clean(raw)
    found = (len(clean(raw[:mark])) + 1 for mark in marks)
    return tuple(at for at in found if text[at - 1 : at] == " ")
