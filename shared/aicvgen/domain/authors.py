"""Who worded the parts of a page: a language model, or rules, and why these."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from aicvgen.domain.draft import Part
from aicvgen.domain.value import Value

RULES = "rules"
_BECAUSE: Mapping[str, str] = MappingProxyType(
    {
        "off": "language models were switched off",
        "over-budget": "the budget was used up",
        "crowded": "too many others were asking the model",
        "open": "the model had just failed several times and was left alone",
        "unavailable": "the model could not be reached in time",
        "malformed": "the model's reply did not have the form that was asked for",
        "blocked": "the provider's safety filter kept the model's reply back",
        "cut-short": "the model's reply ended too early",
        "halted": "the run was halted",
    }
)
_REFUSED = "the model's provider refused the request"
"""With a number: `refused-400`."""


class Author(Value):
    """Who worded some parts."""

    by: str
    """The name of a model, or `rules`."""
    why: str = ""
    """Of rules, although a model was to word it: see `Call.why`; empty where none was asked."""
    units: tuple[str, ...]


def authors(parts: Iterable[Part]) -> tuple[Author, ...]:
    """Return who worded these parts, in their order; a part that is empty by itself is nobody's."""
    units: dict[tuple[str, str], list[str]] = {}
    for part in parts:
        if part.sentences or part.qualifications or part.groups or part.not_by_model:
            units.setdefault((part.written_by or RULES, part.not_by_model), []).append(part.unit)
    return tuple(Author(by=by, why=why, units=tuple(named)) for (by, why), named in units.items())


def only_rules(found: Iterable[Author]) -> bool:
    """Whether no model was asked to word anything."""
    return all(author.by == RULES and not author.why for author in found)


def because(why: str) -> str:
    """Return in plain words why a model that was to answer did not."""
    return _BECAUSE.get(why, _REFUSED if why.startswith("refused") else why)
