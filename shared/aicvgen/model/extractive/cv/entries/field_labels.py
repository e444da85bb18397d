"""Labels of form-like CVs, in seven languages: what the text beside or below them is."""

import tomllib
from functools import cache
from importlib.resources import files

_DATA = "field_labels.toml"


@cache
def _table() -> dict[str, str]:
    data = tomllib.loads(files(__package__).joinpath(_DATA).read_text(encoding="utf-8"))
    return {
        label: field
        for field, labels in data.items()
        for label in " ".join(labels.split()).split(", ")
    }


def field_of(text: str) -> str:
    """Return the field that a text is the label of: title, owner, place, date, duties; else ''."""
    return _table().get(_folded(text), "")


def fields_of(text: str) -> list[str]:
    """Return the fields of one label, or of two that stand in one cell; nothing where it is none.

    A second label that is none of ours counts as ''.
    """
    words = _folded(text).split()
    for count in range(len(words), 0, -1):
        field = _table().get(" ".join(words[:count]), "")
        if field and (count == len(words) or count > 1):
            return [field, field_of(" ".join(words[count:]))] if words[count:] else [field]
    return []


def _folded(text: str) -> str:
    return text.casefold().strip(" :").replace("’", "'")
