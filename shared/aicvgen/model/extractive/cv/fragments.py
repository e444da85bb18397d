"""Header rows to fragments: the pieces between separators, without dates and places."""

import re
from collections.abc import Sequence

from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.rows import Row

_STRONG = re.compile(r"\t|\s*\|\s*|\s+[•·∙●◦‧]\s+|\s{3,}")
_DASH = re.compile(r"\s+[-–—]+\s+|\s+—|—\s+")
_AT = re.compile(r"\s+(?:at|@|bei|chez|bij|presso)\s+", re.IGNORECASE)
_EDGE = " ,;|·•-–—\t:/"
_IN_PARENTHESES = re.compile(r"\s*\(([^()]+)\)$")
_LEGAL_FORM = re.compile(
    r"\b(?:g?GmbH|AG|SE|KG|OHG|e\.\s?V\.|Inc\.?|LLC|Ltd\.?|Corp\.?|PLC|S\.A\.|SAS|SARL|S\.L\.|B\.V\.|"
    r"Oy|AB|S\.p\.A\.|S\.r\.l\.)$"
)
_PLACE_NAME = re.compile(r"[A-ZÀ-Ž][\w.'-]+(?:[ -][\w.'-]+){0,2}")
_EMPTY_PARENTHESES = re.compile(r"\(\s*\)|\[\s*\]")


def strip_date(row: Row) -> str:
    """Return the row without the period written in it."""
    if row.found is None:
        return row.text
    before, after = row.text[: row.found.start], row.text[row.found.end :]
    joined = (
        f"{before.rstrip()}\t{after.lstrip()}"
        if before.strip() and after.strip()
        else before + after
    )
    return _EMPTY_PARENTHESES.sub("", joined.replace("(\t)", "\t")).strip(_EDGE)


def texts(row: Row) -> list[str]:
    """Return the strong fragments of a row that are neither date nor place."""
    return split_row(strip_date(row) if row.dated else row.text)[0]


def split_row(text: str) -> tuple[list[str], str]:
    """Return the fragments of a text between strong separators, and the place among them."""
    found = [piece.strip(_EDGE) for piece in _STRONG.split(text)]
    found = [piece for piece in found if piece and piece not in "()"]
    place = ""
    kept: list[str] = []
    for index, piece in enumerate(found):
        first = index == 0 and len(found) > 1 and "," not in piece
        if not place and not first and places.is_place(piece):
            place = _unwrap(piece)
        else:
            kept.append(piece)
    if not place and kept:
        for index in range(len(kept) - 1, -1, -1):
            kept[index], place = peel_place(kept[index])
            if place:
                break
    return kept, place


def _unwrap(place: str) -> str:
    return place[1:-1] if place.startswith("(") and place.endswith(")") else place


def is_remark(text: str) -> bool:
    """Say whether a piece of a header is a sentence about it and no name."""
    return text.endswith(".") and len(text.split()) > 2 and not lexicon.company_score(text[-8:])  # noqa: PLR2004


def peel_place(text: str) -> tuple[str, str]:
    """Return the text without the place at its end, and the place."""
    pieces = _DASH.split(text)
    if len(pieces) > 1 and places.is_place(pieces[-1]):
        return text[: text.rindex(pieces[-1])].strip(_EDGE), pieces[-1].strip()
    inside = _IN_PARENTHESES.search(text)
    if inside and places.is_place(inside[1]):
        return text[: inside.start()].strip(_EDGE), inside[1]
    before, dot, after = text.rpartition(". ")
    if dot and places.is_place(after):
        return before, after
    commas = text.split(",")
    for count in (3, 2, 1):
        head, tail = ",".join(commas[:-count]), ",".join(commas[-count:]).strip()
        if head and (places.is_place(tail) or _after_legal_form(head, tail)):
            return head.strip(_EDGE), tail
    return text, ""


def _after_legal_form(head: str, tail: str) -> bool:
    """Say whether a name stands where the seat does: 'Brot & Rosen GmbH, Kleinstadt'."""
    return bool(_LEGAL_FORM.search(head)) and may_be_place(tail)


def may_be_place(text: str) -> bool:
    """Say whether a text that no list knows could be the name of a place."""
    if not _PLACE_NAME.fullmatch(text) or any(char.isdigit() for char in text):
        return False
    return not (lexicon.company_score(text) or lexicon.title_score(text) or lexicon.is_team(text))


def halves(text: str) -> tuple[str, str] | None:
    """Split one text that names both position and employer; None where it names one thing."""
    match = _AT.search(text)
    if match and lexicon.title_score(text[: match.start()]):
        return text[: match.start()].strip(_EDGE), text[match.end() :].strip(_EDGE)
    for pattern in (_DASH, re.compile(r",\s+")):
        pieces = [piece.strip(_EDGE) for piece in pattern.split(text)]
        if len(pieces) > 1:
            cut = _best_cut(pieces)
            if cut is not None:
                joint = list(pattern.finditer(text))[cut - 1]
                return text[: joint.start()].strip(_EDGE), text[joint.end() :].strip(_EDGE)
            if pattern is _DASH:
                joint = next(pattern.finditer(text))
                return text[: joint.start()].strip(_EDGE), text[joint.end() :].strip(_EDGE)
    return None


def _best_cut(pieces: Sequence[str]) -> int | None:
    """Return before which piece position and employer part, or None if there is no sign of it."""
    titled = [lexicon.title_score(piece) >= 2 for piece in pieces]  # noqa: PLR2004
    owned = [lexicon.company_score(piece) > 0 for piece in pieces]
    if titled[0]:
        if any(owned[1:]):
            return owned.index(True, 1)
        last = len(pieces) - 1
        return None if titled[last] or lexicon.is_team(pieces[last]) else last
    if any(titled):
        return titled.index(True)
    return 1 if len(pieces) == 2 and any(owned) else None  # noqa: PLR2004  position and employer
