"""What words say about a text: job titles, employers, degrees, schools."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from aicvgen.model.extractive.cv.grades import GRADE

_DATA = "lexicon.toml"
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_PARTS = re.compile(r"[,|;·•()\t–—]|\s-\s|\s(?:at|@|bei|chez|presso|bij)\s")
_LONGEST_PHRASE = 4
_TEAM_WORDS = 3
_SHORTEST_HEAD = 3
"""Letters that a compound has before its ending."""
_TAKES_IN = ("r", "t", "f")
"""Last letters of German titles that have a female form in 'in'."""
_WHOLE = ("titles", "employers", "fields")
"""Groups whose words do not count as the first half of a compound."""
_CAPITAL = ("employers.words", "fields.words")
"""Lists of names: words in small letters are none."""
_FAMILY = re.compile(
    r"&\s*(?:Co\b|Sons?\b|Söhne\b|Cie\b|Fils\b|Partners?\b|Hijos\b|Figli\b|Filhos\b|Zonen\b|Zn\b)"
    r"|\b(?:and|und|et|y|e|en) (?:Sons|Söhne|Fils|Hijos|Figli|Filhos|Zonen)\b|\bA/S\b|\bCo\.(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    """In small letters, without full stops."""
    capital: bool
    upper: bool
    part: int
    """Number of the piece between commas, dashes and the like."""
    joined: bool
    """A hyphen and more letters follow: 'Lead' in 'Lead-Generierung'."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a text, and after which of them a match with the words of each list ends."""

    words: tuple[_Word, ...]
    ends: Mapping[str, tuple[int, ...]]

    def of(self, group: str) -> list[int]:
        """Return the ends of all matches in a group of lists."""
        return [end for name, ends in self.ends.items() if name.startswith(group) for end in ends]


def title_score(text: str) -> int:
    """Say how much the text looks like a job title: 0 not at all, 3 very."""
    read = _read(text)
    senior = 1 in read.ends.get("seniority.words", ())
    return 2 * bool(read.of("titles.")) + senior


def company_score(text: str) -> int:
    """Say how much the text looks like an employer: 0 not at all, 2 very."""
    read = _read(text)
    if read.of("employers.forms") or _FAMILY.search(text):
        return 2
    words = read.words
    titled = {words[end - 1].part: end for end in sorted(read.of("titles."))}
    if any(titled.get(words[end - 1].part, 0) <= end for end in read.of("employers.")):
        return 2
    fields = [end for end in read.of("fields.") if words[end - 1].part not in titled]
    of_name = [end for end in fields if _in_name(words, end)]
    return 0 if not of_name else 2 if _closes_part(words, max(of_name)) else 1


def is_team(text: str) -> bool:
    """Say whether the text is a part of a company: 'Backend', 'Data Platform'."""
    read = _read(text)
    return len(read.words) <= _TEAM_WORDS and len(read.words) in read.of("teams.")


def is_degree(text: str) -> bool:
    """Say whether the text names a degree or school-leaving certificate."""
    return bool(_read(text).of("degrees."))


def is_school(text: str) -> bool:
    """Say whether the text names a school or university."""
    read = _read(text)
    degrees = set(read.ends.get("degrees.words", ()))
    return any(end not in degrees and end + 1 not in degrees for end in read.of("schools."))


def is_grade(text: str) -> bool:
    """Say whether the whole text is a grade or honours of a degree."""
    return bool(GRADE.fullmatch(text.strip())) and not is_school(text.rpartition(", ")[2])


def _in_name(words: Sequence[_Word], end: int) -> bool:
    """Say whether a word has neighbours in its part: 'Media' alone names nobody."""
    part = words[end - 1].part
    return sum(word.part == part for word in words) > 1


def _closes_part(words: Sequence[_Word], end: int) -> bool:
    return end == len(words) or words[end].part != words[end - 1].part


@lru_cache(maxsize=4096)
def _read(text: str) -> _Read:
    words = tuple(_words(text))
    index, endings = _lists()
    ends = defaultdict[str, list[int]](list)
    for end, word in enumerate(words, start=1):
        phrase = ""
        for start in range(end - 1, max(-1, end - 1 - _LONGEST_PHRASE), -1):
            phrase = f"{words[start].plain} {phrase}" if phrase else word.plain
            for name in index.get(phrase, ()):
                if _counts(words, start, end, name):
                    ends[name].append(end)
        for start in range(_SHORTEST_HEAD, len(word.plain) - 2):
            for name in endings.get(word.plain[start:], ()):
                if not word.joined:
                    ends[name].append(end)
    return _Read(words, {name: tuple(found) for name, found in ends.items()})


def _counts(words: Sequence[_Word], start: int, end: int, name: str) -> bool:
    """Say whether a phrase is spelt as the words of its list have to be."""
    word = words[end - 1]
    group, kind = name.split(".")
    if word.joined and group in _WHOLE:
        return False
    if kind.endswith("acronyms"):
        return word.upper
    if kind == "alone":
        return start == 0 and end == len(words)
    return words[start].capital or not (kind == "capital" or name in _CAPITAL)


def _words(text: str) -> Iterator[_Word]:
    part = last = 0
    found = list(_WORD.finditer(text))
    shouting = text.isupper() and len(found) > _LONGEST_PHRASE
    for match in found:
        part += bool(_PARTS.search(text, last, match.start() + 1))
        last = match.end()
        word = match[0].replace(".", "")
        joined = text[last : last + 1] == "-" and text[last + 1 : last + 2].isalpha()
        upper = sum(map(str.isupper, word)) > 1 and word[0].isupper() and not shouting
        yield _Word(word.lower(), word[0].isupper(), upper, part, joined)


@cache
def _lists() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Return the lists in which each phrase, and each ending of a compound, stands."""
    data = tomllib.loads(files(__package__).joinpath(_DATA).read_text(encoding="utf-8"))
    phrases = dict[str, tuple[str, ...]]()
    endings = dict[str, tuple[str, ...]]()
    for group, kinds in data.items():
        for kind, text in kinds.items():
            listed = [phrase.strip() for phrase in text.lower().split(",")]
            if kind == "german":
                listed += [f"{word}in" for word in listed if word.endswith(_TAKES_IN)]
            table, name = endings if kind.endswith("endings") else phrases, (f"{group}.{kind}",)
            for phrase in dict.fromkeys(listed):
                table[phrase] = table.get(phrase, ()) + name
    return phrases, endings
