"""What will be on the page, sentence by sentence, each with the facts it rests on."""

from enum import StrEnum

from aicvgen.domain.value import Value

SUMMARY, SKILLS, LETTER = "summary", "skills", "letter"
"""Units that are no entry."""
AD = "ad"
"""What a sentence cites that says only what the job ad says."""


class Sentence(Value):
    """One sentence or bullet of the tailored CV."""

    text: str
    cites: tuple[str, ...]
    """Ids of the facts it rests on: all from the entry being written; for the summary and key
    qualifications, from any entries, or entry ids where a field of the entry is the evidence."""


class LeftOut(Value):
    """Something of the source that is not on the page, and why."""

    fact: str
    """A fact id, an entry id, or `<entry id>#<term>` for a skill."""
    reason: str
    """A sentence for the person, for example 'Least relevant of 8 bullets; a role shows 5.'"""


class Part(Value):
    """One separately written part of the draft."""

    unit: str
    """Entry id, `skills`, `summary` or `letter`."""
    sentences: tuple[Sentence, ...] = ()
    """Bullets of a role; sentences of the summary; subject, opening and points of the letter."""
    extra: tuple[Sentence, ...] = ()
    """Those of the bullets that are shown only where the page has room for them."""
    qualifications: tuple[Sentence, ...] = ()
    """Only in `summary`: at most 10 key qualifications of at most 30 characters."""
    groups: tuple["Group", ...] = ()
    """Only in `skills`: the skill groups in the order they will appear."""
    left_out: tuple[LeftOut, ...] = ()
    written_by: str = ""
    """The model that worded it; empty for rules."""
    not_by_model: str = ""
    """Why rules did although a model was to: see `Call.why`."""
    own_words: bool = False
    """The verifier put the candidate's own words in place of a text it could not support."""


class Group(Value):
    """A group of skills as it will appear."""

    entry: str
    """The skills entry it comes from."""
    terms: tuple[str, ...]


class FindingKind(StrEnum):
    """What is wrong with a sentence."""

    UNCITED = "uncited"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    """Of a person, employer, place, product or tool."""
    TITLE = "title"
    """What the candidate was: job title, seniority, licence."""
    SCOPE = "scope"
    """How much of it was theirs: led for supported, done for begun."""
    UNIVERSAL = "universal"
    """All, every, only, where the facts say some."""
    DIRECTION = "direction"
    """Up for down, from B to A for from A to B."""
    CAUSE = "cause"
    """A cause or a result that no fact states."""
    WORD = "word"
    """Anything else the facts do not say."""
    LEAK = "leak"
    """An instruction to a model, or its talk about the text."""
    PLACEHOLDER = "placeholder"
    JUDGED = "judged"
    """More than the facts say, as a language model reads it; no rule found it."""


class Finding(Value):
    """One claim that its facts do not support."""

    unit: str
    sentence: str
    kind: FindingKind
    claim: str
    """The words that are not supported."""
    looked_in: tuple[str, ...]
    """The ids whose text was searched."""
    looked_for: str = ""
    """What would have supported it, where that is not the claim itself."""
    nearest: str = ""
    """The fact that comes closest, empty where none does."""


class Draft(Value):
    """The whole tailored content; everything not written here is carried over from the CV."""

    parts: tuple[Part, ...]

    def part(self, unit: str) -> Part | None:
        """Return the part written for this unit, or None."""
        return next((part for part in self.parts if part.unit == unit), None)
