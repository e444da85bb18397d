"""A header's cells as parts: whole, or cut in two where two names share a cell, without places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import EDGE, UNFINISHED, Cell, is_place
from aicvgen.model.extractive.cv.entries.looks import Look
from aicvgen.model.extractive.cv.gazetteer import UNCLEAR
from aicvgen.model.extractive.cv.places import is_complete, place_score

_MOST = 6
DASH = re.compile(r"\s+[-–—]+\s+|\s+—|—\s+")
_COMMA = re.compile(
    r",\s+(?!(?:Inc|Ltd|LLC|LLP|PLC|Corp|Co|GmbH|AG|S\.?L\.?U?|S\.?A\.?|S\.?r\.?l|S\.?p\.?A|B\.?V|SAS|SARL|"
    r"Lda)\b)",
    re.IGNORECASE,
)
"""A comma in front of a legal form belongs to the name."""
_SLASH = re.compile(r"\s+/\s+")
_LEVEL = (DASH, _SLASH)
"""Separators that part names as well as a name and its place."""
AT = re.compile(r"\s+(?:at|@|bei|chez|bij|presso)\s+", re.IGNORECASE)
_IN = re.compile(r"\s+(?:en|em|beim|im|nell[ao]|nel|dans|na|no|dell[ao]|w|hos|op)\s+(?=[A-ZÀ-Ž])")
"""Stands between position and employer as well as within a position: 'Técnico en Farmacia'."""
_SITE = re.compile(
    r"\b(?:cent(?:re|er)|mall|(?:retail|business|industrial|science) (?:park|estate)|airport|plaza|"
    r"campus|outlet|gewerbepark|gewerbegebiet|industriepark|einkaufszentrum|flughafen|"
    r"centro comercial|aeropuerto|polígono industrial|centre commercial|aéroport|"
    r"centro commerciale|aeroporto|centro comercial|winkelcentrum|luchthaven)$",
    re.IGNORECASE,
)
"""A building or park in which an employer may have a branch."""
CAMPUS = re.compile(
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
_IN_FRONT = re.compile(r"([^:]+):\s+(?=\S)")
"""A town that opens the row: 'Leeds: Moss Ltd'."""
_GUESS, _LIKELY_GUESS = -0.8, -0.25
"""Places are taken where only their position speaks for it, or that and a name that is a word."""
_ENCLOSED = 0.3
"""What parentheses speak for a place."""
_LONGEST = 200
"""Characters of a cell that may hold two names: a longer one is text."""
_PLACE_WORDS = 4
_DISTRICT_WORDS = 3
_SPLIT_OF_SEVERAL = 0.5
_SPLIT = {"": 0.0, "at": 0.0, "dash": -0.2, "comma": -0.6, "in": -0.6}
_NO_OWNER = -0.8
"""What a preposition also costs where no word tells that what follows is an employer."""


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


def partings(cells: Sequence[Cell], *, spaced: bool = False) -> Iterator[tuple[list[Part], float]]:
    """Yield the cells as parts: as they are, and with one of them cut in two.

    `spaced` says that nothing but a space parts places from the names in front of them.
    """
    whole = [list(_ways(cell, [(cell.text, (*cell.slot, "", 0))], spaced=spaced)) for cell in cells]
    yield from _with_one_guess(whole, 0.0)
    for index, cell in enumerate(cells):
        for kind, before, after in cuts(cell.text):
            halves = [(text, (*cell.slot, kind, at)) for at, text in enumerate((before, after))]
            cost = _SPLIT[kind] - (_SPLIT_OF_SEVERAL if len(cells) > 1 else 0)
            cost += _NO_OWNER if kind == "in" and not _is_owner(after) else 0.0
            ways = list(_ways(cell, halves, spaced=spaced))
            yield from _with_one_guess([*whole[:index], ways, *whole[index + 1 :]], cost)


_Way = tuple[list[Part], float]
_Piece = tuple[str, tuple[object, ...]]


def _with_one_guess(ways: Sequence[Sequence[_Way]], cost: float) -> Iterator[_Way]:
    """Yield the parts of all cells: by what is known, and with one place guessed in one of them."""
    sure = [each[0][0] for each in ways]
    flat = [part for parts in sure for part in parts]
    if len(flat) <= _MOST or not cost:
        yield flat, cost
    for index, each in enumerate(ways):
        for parts, guess in each[1:]:
            flat = [part for all_ in (*sure[:index], parts, *sure[index + 1 :]) for part in all_]
            if len(flat) <= _MOST:
                yield flat, cost + guess


def _ways(cell: Cell, pieces: Sequence[_Piece], *, spaced: bool) -> Iterator[_Way]:
    """Yield the parts of a cell's pieces with the places that are known; then with one guessed."""
    sure = [_peeled(cell, piece, _known_place(piece[0], spaced=spaced)) for piece in pieces]
    yield [part for parts in sure for part in parts], 0.0
    for index, piece in enumerate(pieces):
        head, place = guessed_place(piece[0])
        if place and len(sure[index]) == 1:
            parts = [*sure[:index], _peeled(cell, piece, (head, place)), *sure[index + 1 :]]
            cost = _LIKELY_GUESS if place_score(place) else _GUESS
            cost += _ENCLOSED if piece[0].endswith(")") else 0.0
            yield [part for each in parts for part in each], cost


def _known_place(text: str, *, spaced: bool) -> tuple[str, str]:
    head, place = peel_place(text)
    return spaced_place(text) if spaced and not place else (head, place)


def _peeled(cell: Cell, piece: _Piece, parted: tuple[str, str]) -> list[Part]:
    """Return a text as one part, or as two where a place stands at its end."""
    head, place = parted
    slot = piece[1]
    parts = [Part(head, cell.lines, slot, cell.look, cell.from_date, cell.field)]
    if place:
        parts.append(
            Part(place, cell.lines, (*slot, "place"), cell.look, cell.from_date, place=True)
        )
    return parts


@lru_cache(maxsize=4096)
def guessed_place(text: str) -> tuple[str, str]:
    """Return a text and its short end behind a separator, which may be a place no list knows."""
    if _is_town(text):
        return text, ""
    inside = _IN_PARENTHESES.search(text)
    joints = [inside] if inside else [*_COMMA.finditer(text)]
    joints += [] if inside else [joint for each in _LEVEL for joint in each.finditer(text)]
    if not joints:
        return text, ""
    last = max(joints, key=lambda joint: joint.start())
    head, tail = text[: last.start()].strip(EDGE), (inside[1] if inside else text[last.end() :])
    place = tail.strip().removesuffix(".")
    return (head, place) if head and _may_be_place(place) else (text, "")


def _is_town(text: str) -> bool:
    """Say whether a text is a town with its country, and nothing in front of it."""
    return is_complete(text) and not DASH.search(text)


def _may_be_place(text: str) -> bool:
    """Say whether a text could be a place that no list knows."""
    return (
        text[:1].isupper()
        and len(text.split()) <= _PLACE_WORDS
        and not any(char.isdigit() or char == "." for char in text)
        and lexicon.title_score(text) <= 1
        and not lexicon.company_score(text)
    )


@lru_cache(maxsize=4096)
def spaced_place(text: str, least: int = UNCLEAR) -> tuple[str, str]:
    """Return a name and the known place that ends it without any separator."""
    words = text.split(" ")
    for count in range(min(_PLACE_WORDS, len(words) - 1), 0, -1):
        name, place = " ".join(words[:-count]), " ".join(words[-count:])
        named = not (UNFINISHED.search(name) or (lexicon.is_school(name) and " " not in name))
        if named and (is_place(place) or place_score(place) >= least):
            return name, place
    return text, ""


@lru_cache(maxsize=4096)
def commas(text: str) -> tuple[re.Match[str], ...]:
    """Return the commas of a text at which it may be parted: none inside of parentheses."""
    return tuple(
        joint
        for joint in _COMMA.finditer(text)
        if text.count("(", 0, joint.start()) == text.count(")", 0, joint.start())
        and not CAMPUS.search(text[: joint.start()])
    )


def cuts(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to cut a text in two at a weak separator.

    A town with its country is whole, and a known place behind a name is taken off without a cut.
    """
    if len(text) > _LONGEST:
        return
    joints = [("at", joint) for joint in AT.finditer(text)]
    joints += [("dash", joint) for each in _LEVEL for joint in each.finditer(text)]
    joints += [("comma", joint) for joint in commas(text) if not _is_town(text)]
    joints += [("in", joint) for joint in _IN.finditer(text)]
    for kind, joint in joints:
        before, after = text[: joint.start()].strip(EDGE), text[joint.end() :].strip(EDGE)
        known = is_place(after) and not (kind == "dash" and is_place(text))
        if before and after and not known:
            yield kind, before, after


def _is_owner(text: str) -> bool:
    return lexicon.company_score(text) > 0 or text.isupper()


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


def _is_district(name: str, text: str) -> bool:
    """Say whether what stands between an employer and a town is a part of the town."""
    words = text.split()
    other = lexicon.is_team(text) or lexicon.title_score(text) or lexicon.company_score(text)
    owner = lexicon.company_score(name) > 0 and not lexicon.title_score(name) and "," not in name
    if _SITE.search(text) and "," not in name and not lexicon.title_score(name):
        return True
    plain = all(word[0].isupper() for word in words) and len(words) <= _DISTRICT_WORDS
    return owner and plain and not other and bool(_COMMA.match(f", {text}"))


def _peel(text: str) -> tuple[str, str]:
    if is_place(text):
        return text, ""
    return _at_end(text) or _in_front(text) or _behind_comma(text) or (text, "")


def _at_end(text: str) -> tuple[str, str] | None:
    """Return a name and its place behind a dash or slash, in parentheses or behind a full stop."""
    for separator in _LEVEL:
        pieces = separator.split(text)
        if len(pieces) > 1 and is_place(pieces[-1]):
            return text[: text.rindex(pieces[-1])].strip(EDGE), pieces[-1].strip()
    inside = _IN_PARENTHESES.search(text)
    if inside and is_place(inside[1]):
        return text[: inside.start()].strip(EDGE), inside[1]
    before, dot, after = text.rpartition(". ")
    return (before, after) if dot and is_place(after) else None


def _in_front(text: str) -> tuple[str, str] | None:
    """Return a name and the place in front of it: 'Leeds: Moss Ltd', 'Leeds, UK – Fitter'."""
    town = _IN_FRONT.match(text)
    if town and place_score(town[1]):
        return text[town.end() :], town[1]
    joints = [joint for each in (*_LEVEL, _COMMA) for joint in each.finditer(text)]
    for joint in sorted(joints, key=lambda joint: -joint.start()):
        place, name = text[: joint.start()], text[joint.end() :]
        if is_place(place) and (lexicon.title_score(name) > 1 or lexicon.company_score(name)):
            return name, place
    return None


def _behind_comma(text: str) -> tuple[str, str] | None:
    pieces = text.split(",")
    for count in (3, 2, 1):
        head, tail = ",".join(pieces[:-count]).strip(EDGE), ",".join(pieces[-count:]).strip()
        named = count == 1 and tail in head.split()
        if head and (named or is_place(tail)) and not (count == 1 and CAMPUS.search(head)):
            return head, tail
    return None
