"""Contact details broken at the end of a narrow line: 'ada@exam' above 'ple.org'."""

import re
from collections.abc import Sequence

from aicvgen.model.extractive.cv import labels, places, urls
from aicvgen.model.extractive.cv.rows import Row

_TOKEN = re.compile(r"\S{1,40}")
_OPEN_EMAIL = re.compile(r"\S@(?:[\w-]+(?:\.[\w-]+)*[.-]?)?$")
_DOMAIN_END = re.compile(r"[\w.-]{1,40}")
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_OPEN_URL = ("/", "-", "_", "=")
_NETWORK_BEHIND = re.compile(r"(\S{1,20}) (\([^)]+\))")
_OUTWARD, _INWARD = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?$"), re.compile(r"\d[A-Z]{2}")
"""The halves of a British postcode."""

_OPEN_POSTCODE = re.compile(r"\b\d{4}-$")
_POSTCODE_LAST = re.compile(r"[, ]\d{4,5}$")
_POSTCODE = re.compile(r"\d{5}(?:-\d{4})?")
_PROVINCE = re.compile(r"\([A-Z]{2}\)")
_FLAT = re.compile(r"\d.*\b(?:unit|flat|apt|apartment|suite|no|nr|n[º°])\.?$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}\w?")
_FEW_WORDS = 3


def whole_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with those joined that hold one address between them."""
    whole: list[Row] = []
    for row in rows:
        before = whole[-1] if whole else None
        joint = None if before is None else _joint(before.text, row.text)
        if before is None or joint is None:
            whole.append(row)
        else:
            text = f"{before.text}{joint}{row.text}"
            whole[-1] = Row(text, before.lines + row.lines, before.line, row.last)
    return whole


def _joint(first: str, second: str) -> str | None:
    """Return what stands between two halves of one detail, or None where they are two."""
    if _OUTWARD.search(first) and _INWARD.fullmatch(second):
        return " "
    if _OPEN_POSTCODE.search(first) and second[:1].isdigit():
        return ""
    if _breaks_place(first, second) or _breaks_house(first, second):
        return " "
    if places.is_house(first) and places.is_address(second) and not places.is_address(first):
        return ", "
    if _breaks_email(first, second) or _breaks_url(first, second):
        return ""
    return None


def _breaks_place(first: str, second: str) -> bool:
    """Say whether a place goes on: 'Austin,' above 'TX', a street and postcode above the town."""
    if "@" in second or urls.is_url(second):
        return False
    if places.is_wrapped(first, second):
        return True
    if _PROVINCE.fullmatch(second):
        return places.is_address(first)
    if "," not in first or len(second.split()) > _FEW_WORDS:
        return False
    if _POSTCODE.fullmatch(second):
        return places.is_address(first)
    return not any(char.isdigit() for char in second) and _goes_on_in(first, second)


def _goes_on_in(first: str, second: str) -> bool:
    """Say whether an address goes on with the name of its town or the rest of one."""
    if first.endswith(","):
        return places.is_complete(f"{first} {second}")
    if places.is_address(first):
        return _POSTCODE_LAST.search(first) is not None and places.is_place(second)
    return places.is_address(f"{first} {second}") and not places.is_address(second)


def _breaks_house(first: str, second: str) -> bool:
    return _FLAT.search(first) is not None and _NUMBER.fullmatch(second) is not None


def _breaks_email(first: str, second: str) -> bool:
    if _DOMAIN.fullmatch(second):
        return "@" not in first and _TOKEN.fullmatch(first) is not None
    open_end = _OPEN_EMAIL.search(first)
    if open_end is None or not _DOMAIN_END.fullmatch(second):
        return False
    domain = open_end[0].partition("@")[2]
    ending = domain.rpartition(".")[2] if "." in domain else ""
    if urls.is_ending(ending):
        return False
    return urls.is_ending(f"{ending}{second}".rpartition(".")[2])


def _breaks_url(first: str, second: str) -> bool:
    found = urls.within(first)
    if not found or found[-1][1] != len(first) or "/" not in first[found[-1][0] :]:
        return False
    behind = _NETWORK_BEHIND.fullmatch(second)
    if behind:
        return labels.is_remark(behind[2]) and not urls.is_url(behind[1])
    return first.endswith(_OPEN_URL) and bool(_TOKEN.fullmatch(second)) and "@" not in second
