"""Whether parsed JSON has the types of a JSON Resume, said before anything else is done with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from aicvgen.documents.jsonresume.fields import SHAPES, Shape
from aicvgen.documents.limits import MAX_DEPTH
from aicvgen.domain.errors import Reason, Rejected

_BASICS = ("name", "label", "email", "phone", "url", "summary", "location")
_PROFILE = ("network", "username", "url")
_DATES = ("startDate", "endDate", "date", "releaseDate")


def check(resume: Any) -> None:
    """Raise `Rejected` with CORRUPT, naming the key, where a known key has a type of its own.

    Null stands for absent and a number for its text; keys the schema does not know may hold
    anything.
    """
    _check_depth(resume)
    basics = _object(resume.get("basics"), "basics")
    _texts(basics, _BASICS, "basics")
    for at, profile in enumerate(_list(basics.get("profiles"), "basics.profiles")):
        where = f"basics.profiles[{at}]"
        _texts(_object(profile, where, may_be_absent=False), _PROFILE, where)
    for shape in SHAPES.values():
        for at, entry in enumerate(_list(resume.get(shape.key), shape.key)):
            _check_entry(entry, shape, f"{shape.key}[{at}]")


def _check_entry(entry: Any, shape: Shape, where: str) -> None:
    entry = _object(entry, where, may_be_absent=False)
    _texts(entry, (*shape.texts.values(), *_DATES, shape.prose, shape.joined_items), where)
    for key in filter(None, (shape.items, shape.terms)):
        for at, each in enumerate(_list(entry.get(key), f"{where}.{key}")):
            if not _is_text(each):
                raise _wrong(f"{where}.{key}[{at}]", "a text")


def _texts(holder: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    for key in keys:
        value = holder.get(key)
        parted = key == "location" and isinstance(value, dict)
        if not parted and not _is_text(value):
            raise _wrong(f"{where}.{key}", "a text")


def _is_text(value: Any) -> bool:
    return value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))


def _object(value: Any, where: str, *, may_be_absent: bool = True) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    if value is None and may_be_absent:
        return {}
    raise _wrong(where, "an object")


def _list(value: Any, where: str) -> list[Any]:
    if value is None or isinstance(value, list):
        return value or []
    raise _wrong(where, "a list")


def _check_depth(resume: Any) -> None:
    level: list[Any] = [resume]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
        if not level:
            return
    raise Rejected(
        Reason.TOO_LARGE,
        f"The JSON is nested more than {MAX_DEPTH} levels deep: upload a plain JSON Resume file.",
    )


def _wrong(where: str, wanted: str) -> Rejected:
    return Rejected(
        Reason.CORRUPT,
        f"The file does not follow the JSON Resume schema: make '{where}' {wanted} and retry.",
    )
