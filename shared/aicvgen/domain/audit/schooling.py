"""German headers of education told as a sentence: Ausbildung zum Koch im Adler, Note 2,1."""

import re
from collections.abc import Iterator, Sequence

from aicvgen.domain.alignment import words
from aicvgen.domain.audit.levels import uninflected
from aicvgen.domain.audit.texts import entry_texts
from aicvgen.domain.audit.titles import is_of_a_person
from aicvgen.domain.claims.numbers.spellings import plain
from aicvgen.domain.claims.text.reading import Word, reading
from aicvgen.domain.claims.text.wording import Known, is_made_of, known
from aicvgen.domain.claims.words.roots import roots
from aicvgen.domain.cv import Entry

_APPRENTICED = re.compile(r"(?:berufs)?ausbildung|lehre|lehrzeit")
_CALLED = re.compile(r"\b(?:zum|zur|als)\s+(\w+)")
"""What somebody became."""
_OF_LEARNING = re.compile(r"(?P<what>\w{4,}?)s?(?P<kind>lehre|ausbildung|studium)")
_SHOWN_BY = (
    (
        re.compile(r"bachelor(?:studium|studiengang|abschluss)?"),
        re.compile(r"bachelor|\bb\. ?(?:a|sc|eng|ed)\b"),
    ),
    (
        re.compile(r"master(?:studium|studiengang|abschluss)?"),
        re.compile(r"master|\bm\. ?(?:a|sc|eng|ed)\b"),
    ),
    (
        re.compile(r"(?:studium|studiengang)\w*"),
        re.compile(r"studi(?:um|en|engang)|(?<!volks)hochschul|universit|\buni\b|berufsakademie|bachelor|master|magister"),
    ),
    (
        _APPRENTICED,
        re.compile(r"ausbildung|\blehre\b|gesell|\bihk\b|\bhwk\b|berufs(?:fach)?schule|(?:frau|mann|kraft)\b"),
    ),
    (
        re.compile(r"abschluss|prüfung|examen"),
        re.compile(
            r"\b[bm]\. ?(?:a|sc|eng|ed)\b|abschluss|prüfung|examen|diplom|bachelor|master|magister"
            r"|gesell|(?<!abgangs)zeugnis|\bnote\b"
        ),
    ),
    (
        re.compile(r"(?:abschluss|gesamt)?note|notendurchschnitt|punkten?|bestanden"),
        re.compile(r"\bnote|[1-6][,.]\d|gut\b|befriedigend|ausreichend|punkte|abschlussnote"),
    ),
)  # fmt: skip
"""How a sentence calls what was learned, each with what an original shows it by."""


def is_retold(spelled: str, sources: Sequence[Entry]) -> bool:
    """Say whether one entry has every word of a header, in whatever form.

    Nothing is taken for a synonym here: a degree is called by its own name.
    """
    return any(_is_told_by(uninflected(spelled), source) for source in sources)


def _is_told_by(line: str, source: Entry) -> bool:
    texts = [*entry_texts(source), source.location]
    there = plain(uninflected("\n".join(filter(None, texts))))
    evidence = known((reading(there, "de"),))
    trades = known((reading(plain("\n".join(_learned(source))), "de"),))
    trade = is_of_a_person(source.title, "de")
    called = "".join(f" {found[1]} " for found in _CALLED.finditer(line))
    numbers = {word for word in words(line) if any(map(str.isdigit, word))}
    return numbers <= words(there) and all(
        _is_there(word, trades if f" {word.text} " in called else evidence)
        or _is_shown(word.text.lower(), there.lower())
        or _is_compound(word.text.lower(), evidence, there.lower())
        or (trade and _APPRENTICED.fullmatch(word.text.lower()))
        for word in reading(plain(line), "de").words
    )


def _learned(source: Entry) -> Iterator[str]:
    """Yield what an entry says of what was learned, not of the firm: no gardener of a nursery."""
    yield from (source.title, source.area, source.grade, *(fact.text for fact in source.facts()))
    yield from (part for part in source.organisation.split(", ") if len(part.split()) == 1)


def _is_there(word: Word, evidence: Known) -> bool:
    return not word.roots.isdisjoint(evidence.roots) or is_made_of(word.text, evidence)


def _is_compound(low: str, evidence: Known, there: str) -> bool:
    """Say whether a compound calls the kind of learning behind what was learned: Kochlehre."""
    found = _OF_LEARNING.fullmatch(low)
    return (
        found is not None
        and not roots(found["what"], "de").isdisjoint(evidence.roots)
        and _is_shown(found["kind"], there)
    )


def _is_shown(low: str, there: str) -> bool:
    """Say whether a word only calls the kind of learning, which the entry shows."""
    return any(called.fullmatch(low) and shown.search(there) for called, shown in _SHOWN_BY)
