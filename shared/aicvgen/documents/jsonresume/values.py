"""Plain JSON values to the texts of a CV; whatever is not text or a number says nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aicvgen.documents.jsonresume.fields import Shape
from aicvgen.documents.jsonresume.writing import absolute
from aicvgen.domain.cv import Fact, Period, Profile

Path = tuple[str | int, ...]


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield path and text of each leaf in order, without the top's `$schema` and `meta`."""
    if isinstance(value, dict):
        for key, child in value.items():
            if path or key not in {"$schema", "meta"}:
                yield from walk(child, (*path, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from walk(child, (*path, number))
    elif not isinstance(value, bool) and (found := text(value)):
        yield path, found


def text(value: Any) -> str:
    """Return a string or number as text, anything else as nothing."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def paragraphs(value: Any) -> list[str]:
    """Return the non-empty lines of a text."""
    return [each.strip() for each in text(value).splitlines() if each.strip()]


def strings(value: Any) -> tuple[str, ...]:
    """Return the texts of a list."""
    return tuple(found for each in value or [] if (found := text(each)))


def items(raw: Mapping[str, Any], shape: Shape) -> list[str]:
    """Return the items of an entry, wherever its kind keeps them."""
    if shape.items:
        return list(strings(raw.get(shape.items)))
    return paragraphs(raw.get(shape.joined_items)) if shape.joined_items else []


def facts(
    entry_id: str, texts: Sequence[str], lines: Sequence[tuple[int, ...]] = (), after: int = 0
) -> list[Fact]:
    """Return numbered facts; they count on from `after`."""
    return [
        Fact(
            id=f"{entry_id}/{after + index + 1}",
            text=each,
            lines=lines[index] if index < len(lines) else (),
        )
        for index, each in enumerate(texts)
    ]


def as_written(url: str, written: Any) -> str:
    """Return an address the way the source had it, if it is still the same one."""
    return written if isinstance(written, str) and absolute(written) == url else url


def place(location: Any) -> str:
    """Return a location object in one string."""
    if not isinstance(location, dict):
        return text(location)
    city = " ".join(filter(None, (text(location.get("postalCode")), text(location.get("city")))))
    parts = (location.get("address"), city, location.get("region"), location.get("countryCode"))
    return ", ".join(filter(None, map(text, parts)))


def profiles(raw: Sequence[Mapping[str, Any]], written: Sequence[str]) -> tuple[Profile, ...]:
    """Return the profiles, with their addresses as the source had them."""
    return tuple(
        Profile(
            network=text(each.get("network")),
            username=text(each.get("username")),
            url=as_written(text(each.get("url")), written[at] if at < len(written) else None),
        )
        for at, each in enumerate(raw)
    )


def period(raw: Mapping[str, Any], shape: Shape) -> Period | None:
    """Return the dates of an entry; the spelling is ours where the source has none."""
    if shape.date:
        only = text(raw.get(shape.date))
        return Period(raw=only, start=only) if only else None
    start, end = text(raw.get("startDate")), text(raw.get("endDate"))
    if not start and not end:
        return None
    # The convention of JSON Resume: work and volunteering without an end date go on.
    current = shape.open_end and bool(start) and not end
    dates = [start] if start == end else [start, "Present" if current else end]
    # The end of a role must not look like its start; a degree has one date, and it is its end.
    until = "until " if shape.open_end and not start else ""
    return Period(
        raw=until + " – ".join(filter(None, dates)),
        start=start or None,
        end=end or None,
        current=current,
    )
