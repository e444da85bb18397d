"""Languages: names and how well each is spoken, in whatever order and on however many rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aicvgen.domain.cv import Entry, Evidence, Kind
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.spoken import LEVEL, NAME, is_level, names_language

_SEPARATORS = re.compile(r"[,;|•·∙●◦■▪\t]|\s/\s|(?<=[\w)])\.\s")
_NEXT = re.compile(r"\s+(?:and|und|et|y|e|en)\s+", re.IGNORECASE)
_JOINT = re.compile(r"\s+(?:in|of|en|de|auf|at)$", re.IGNORECASE)
"""What joins a level to the language behind it: Grundkenntnisse in Dänisch."""
_EDGE = " :(–—-,.\t=|"
_LABEL = re.compile(
    r"^(?:fluency|level|proficiency|niveau|nivel|livello|nível|kenntnisstand|niveau cecr)\s*:\s*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:other|sonstige|weitere|autres?|otr[oa]s?|altr[ae]|outr[oa]s|andere|overige)\s+"
    r"(?:languages?|sprachen?|langues?|idiomas?|lenguas?|lingu[ae]|línguas?|talen)(?:\(s\))?:?$",
    re.IGNORECASE,
)
_GRADE = re.compile(r"\b[A-C][12]\b")
_NAMED_LEVEL = re.compile(r"^(.+?)\s*(?:[:(–—]|\s-\s)\s*(.+?)\)?$")


@dataclass(slots=True)
class _Spoken:
    name: str
    level: str = ""
    lines: list[int] = field(default_factory=list)
    level_lines: list[int] = field(default_factory=list)


def read(rows: Sequence[Row], kind: Kind, first: int) -> list[Entry]:
    """Return one entry per language; levels on rows of their own go to the names above them."""
    found: list[_Spoken] = []
    waiting: list[tuple[str, Row]] = []
    above: list[int] = []
    for row in rows:
        alone = len(NAME.findall(row.text)) == 1
        started = False
        for piece in _pieces(row):
            text = _LABEL.sub("", piece)
            goes_on = bool(found) and (is_level(text) or (started and alone))
            if not _says_something(text) or _OTHERS.match(text):
                (found[-1].level_lines if found else above).extend(row.lines)
            elif goes_on and not names_language(text):
                waiting.append((text, row))
            else:
                _settle(found, waiting)
                found.append(_spoken(text) or _Spoken(text.strip(_EDGE)))
                found[-1].lines += (*above, *row.lines)
                above.clear()
                started = True
    _settle(found, waiting)
    if above:
        found.append(_Spoken("", lines=above))
    return [_entry(each, f"{kind.value}-{number}") for number, each in enumerate(found, first)]


def _pieces(row: Row) -> Iterator[str]:
    """Yield the row's pieces; separators inside of parentheses do not count."""
    depth, start = 0, 0
    for match in re.finditer(rf"[()]|{_SEPARATORS.pattern}", row.text):
        if match[0] in "()":
            depth = max(depth + (1 if match[0] == "(" else -1), 0)
        elif depth == 0:
            yield from _parted(row.text[start : match.start()])
            start = match.end()
    yield from _parted(row.text[start:])


def _parted(text: str) -> Iterator[str]:
    """Yield the halves of 'German and French', but not of 'read and written'."""
    start = 0
    for match in _NEXT.finditer(text):
        if NAME.match(text, match.end()):
            yield text[start : match.start()].strip()
            start = match.end()
    if text[start:].strip():
        yield text[start:].strip()


def _says_something(piece: str) -> bool:
    """Say whether a piece is more than the glyphs or the number of a level drawn as a bar."""
    letters = {char for char in piece if char.isalpha()}
    return len(letters) > 1 or bool(_GRADE.search(piece))


def _spoken(piece: str) -> _Spoken | None:
    """Read a piece that names a language, with its level if that stands beside the name."""
    text = piece.strip(" .\t")
    name = NAME.match(text)
    if name is not None:
        end = name.end()
        dialect = re.match(rf"\s*\((?:{NAME.pattern})\)", text[end:], re.IGNORECASE)
        end += dialect.end() if dialect else 0
        return _Spoken(text[:end], _bare(text[end:]))
    inside = NAME.search(text)
    if inside is not None and LEVEL.match(text):
        around = (_bare(text[: inside.start()]), _bare(text[inside.end() :]))
        return _Spoken(inside[0], ", ".join(filter(None, around)))
    match = _NAMED_LEVEL.match(text)
    return _Spoken(match[1], match[2]) if match and is_level(match[2]) else None


def _bare(level: str) -> str:
    """Return a level without the punctuation that joins it to the name."""
    text = _JOINT.sub("", level.strip(" :–—-,.\t=|"))
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        return text[1:-1].strip()
    return text.strip() if _says_something(text) else ""


def _settle(found: list[_Spoken], waiting: list[tuple[str, Row]]) -> None:
    """Give levels to the names above them: to each its own, or all to the last."""
    without = [each for each in found if not each.level]
    if 1 < len(waiting) == len(without):
        takers = without
    else:
        takers = [found[-1]] * len(waiting) if found else []
    for spoken, (level, row) in zip(takers, waiting, strict=True):
        spoken.level = ", ".join(filter(None, (spoken.level, _bare(level))))
        spoken.level_lines.extend(row.lines)
    waiting.clear()


def _entry(spoken: _Spoken, entry_id: str) -> Entry:
    evidence = {"title": Evidence(lines=tuple(spoken.lines), confidence=0.9)}
    if spoken.level or spoken.level_lines:
        lines = tuple(dict.fromkeys(spoken.level_lines or spoken.lines))
        evidence["grade"] = Evidence(lines=lines, confidence=0.9)
    return Entry(
        id=entry_id, title=untab(spoken.name), grade=untab(spoken.level), evidence=evidence
    )
