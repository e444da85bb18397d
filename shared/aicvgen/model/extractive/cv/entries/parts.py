"""A header's cells as parts: whole, or cut in two where two names share a cell, without places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import EDGE, Cell, is_place
from aicvgen.model.extractive.cv.entries.looks import Look

_MOST = 6
DASH = re.compile(r"\s+[-–—]+\s+|\s+—|—\s+")
_COMMA = re.compile(
    r",\s+(?!(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co|GmbH|AG|S\.?L\.?U?|S\.?A\.?|S\.?r\.?l|S\.?p\.?A|B\.?V|SAS|SARL|"
    r"Lda)\b)",
    re.IGNORECASE,
)
"""A comma in front of a legal form belongs to the name."""
_SLASH = re.compile(r"\s+/\s+")
AT = re.compile(r"\s+(?:at|@|bei|chez|bij|presso)\s+", re.IGNORECASE)
_CAMPUS = re.compile(
    r"\bState\b.*\bUniversity$|"
    r"\bUniversity of (?:Alabama|Alaska|Arkansas|California|Colorado|Hawaii|"
    r"Illinois|Maryland|Massachusetts|Michigan|Minnesota|Missouri|Nebraska|Nevada|North Carolina|"
    r"Tennessee|Texas|Washington|Wisconsin)$"
)
"""Universities of several towns: the town behind one belongs to its name."""
_LEGAL_FORM = re.compile(
    r"\b(g?GmbH|AG|KG|OHG|e\.\s?V\.|Inc\.?|LLC|LLP|Ltd\.?|PLC|S\.A\.|SAS|SARL|S\.L\.|B\.V\.|S\.p\.A\.|"
    r"S\.r\.l\.),"
)
"""What follows the legal form of a company is where it is."""
_IN_PARENTHESES = re.compile(r"\s*\(([^()]+)\)$")
_GUESS = -0.9
"""Places are taken where only their position speaks for it."""
_PLACE_WORDS = 4
_DISTRICT_WORDS = 3
_SPLIT_OF_SEVERAL = 0.5
_SPLIT = {"": 0.0, "at": 0.0, "dash": -0.2, "comma": -0.6}


@dataclass(frozen=True, slots=True)
class Part:
    """A cell, or a piece of it, as one way of reading takes it."""

    text: str
    lines: tuple[int, ...]
    slot: tuple[object, ...]
    look: Look
    from_date: int | None = None
    field: str = ""
    place: bool = False
    """It was cut off because it is a place."""


def partings(cells: Sequence[Cell]) -> Iterator[tuple[list[Part], float]]:
    """Yield the cells as parts: as they are, and with one of them cut in two."""
    guessed = any("," in cell.text or DASH.search(cell.text) for cell in cells)
    for guess in (False, True) if guessed else (False,):
        whole = [_peeled(cell, cell.text, (*cell.slot, "", 0), guess=guess) for cell in cells]
        cost = _GUESS if guess else 0.0
        yield [part for parts in whole for part in parts], cost
        for index, cell in enumerate(cells):
            for kind, before, after in cuts(cell.text):
                halves = _halves(cell, kind, before, after, guess=guess)
                parts = [*whole[:index], halves, *whole[index + 1 :]]
                flat = [part for each in parts for part in each]
                if len(flat) <= _MOST:
                    yield flat, cost + _SPLIT[kind] - (_SPLIT_OF_SEVERAL if len(cells) > 1 else 0)


def _halves(cell: Cell, kind: str, before: str, after: str, *, guess: bool) -> list[Part]:
    return [
        part
        for number, text in enumerate((before, after))
        for part in _peeled(cell, text, (*cell.slot, kind, number), guess=guess)
    ]


def _peeled(cell: Cell, text: str, slot: tuple[object, ...], *, guess: bool) -> list[Part]:
    """Return a text as one part, or as two where a place stands at its end."""
    head, place = peel_place(text)
    if not place and guess:
        head, place = _guessed_place(text)
    parts = [Part(head, cell.lines, slot, cell.look, cell.from_date, cell.field)]
    if place:
        parts.append(
            Part(place, cell.lines, (*slot, "place"), cell.look, cell.from_date, place=True)
        )
    return parts


def _guessed_place(text: str) -> tuple[str, str]:
    """Return a text and the short end behind its last comma, which may be a place no list knows."""
    joints = [*_COMMA.finditer(text), *DASH.finditer(text)]
    if not joints:
        return text, ""
    last = max(joints, key=lambda joint: joint.start())
    head, tail = text[: last.start()], text[last.end() :]
    short = len(tail.split()) <= _PLACE_WORDS and not any(char.isdigit() for char in tail)
    return (head.strip(EDGE), tail.strip()) if short and head and tail.strip() else (text, "")


@lru_cache(maxsize=4096)
def commas(text: str) -> tuple[re.Match[str], ...]:
    """Return the commas of a text at which it may be parted: none inside of parentheses."""
    return tuple(
        joint
        for joint in _COMMA.finditer(text)
        if text.count("(", 0, joint.start()) == text.count(")", 0, joint.start())
        and not _CAMPUS.search(text[: joint.start()])
    )


def cuts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to cut a text in two at a weak separator."""
    joints = [("at", joint) for joint in AT.finditer(text)]
    joints += [("dash", joint) for each in (DASH, _SLASH) for joint in each.finditer(text)]
    joints += [("comma", joint) for joint in commas(text)]
    for kind, joint in joints:
        before, after = text[: joint.start()].strip(EDGE), text[joint.end() :].strip(EDGE)
        if before and after and not (is_place(after) and (kind == "at" or _in_town(text, after))):
            yield kind, before, after


@lru_cache(maxsize=4096)
def peel_place(text: str) -> tuple[str, str]:
    """Return the text without the place at its end, and the place; a place alone stays whole."""
    head, place = _peel(text)
    seat = _LEGAL_FORM.search(head)
    if place and seat:
        return head[: seat.end(1)], f"{head[seat.end() :].strip()}, {place}"
    name, comma, district = head.rpartition(", ")
    if place and comma and _is_district(name, district):
        return name, f"{district}, {place}"
    return head, place


def _in_town(text: str, after: str) -> bool:
    """Say whether a place is only the end of one."""
    return peel_place(text)[1].endswith(f", {after}")


def _is_district(name: str, text: str) -> bool:
    """Say whether what stands between an employer and a town is a part of the town."""
    words = text.split()
    other = lexicon.is_team(text) or lexicon.title_score(text) or lexicon.company_score(text)
    owner = lexicon.company_score(name) > 0 and not lexicon.title_score(name) and "," not in name
    plain = all(word[0].isupper() for word in words) and len(words) <= _DISTRICT_WORDS
    return owner and plain and not other and bool(_COMMA.match(f", {text}"))


def _peel(text: str) -> tuple[str, str]:
    if is_place(text):
        return text, ""
    pieces = DASH.split(text)
    if len(pieces) > 1 and is_place(pieces[-1]):
        return text[: text.rindex(pieces[-1])].strip(EDGE), pieces[-1].strip()
    inside = _IN_PARENTHESES.search(text)
    if inside and is_place(inside[1]):
        return text[: inside.start()].strip(EDGE), inside[1]
    before, dot, after = text.rpartition(". ")
    if dot and is_place(after):
        return before, after
    pieces = text.split(",")
    for count in (3, 2, 1):
        head, tail = ",".join(pieces[:-count]).strip(EDGE), ",".join(pieces[-count:]).strip()
        named = count == 1 and tail in head.split()
        if head and (named or is_place(tail)) and not (count == 1 and _CAMPUS.search(head)):
            return head, tail
    return text, ""
