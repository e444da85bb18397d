"""E-mail addresses, phone numbers and web addresses within a row, and the pieces around them."""

import re
from collections.abc import Iterator

from aicvgen.model.extractive.cv import labels, urls

_EMAIL = re.compile(r"(?:mailto:)?(?<![\w.+-])([\w.+'-]++@[\w-]+(?:\.[\w-]+)+)")
_GAP = r"(?:[ \u00a0\u2009\u202f]?[-–/.·][ \u00a0\u2009\u202f]?|[ \u00a0\u2009\u202f]{1,2}+)?+"
"""Taken whole or not at all: two of them stand side by side below, and trying every way to share
their spaces takes forever on a long row."""
_PHONE = re.compile(
    rf"(?<![\w/.@=#-])(?:tel:)?(\(?(?:\+|00)?\(?\d(?:{_GAP}[()]?+{_GAP}\d){{5,30}}"
    r"(?:\s?(?:ext\.?|x|poste|durchwahl)\s?\d{1,5})?)(?![\w@/]|[-.]\w)",
    re.IGNORECASE,
)
_NO_PHONE = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|(?:\d{4}-){3}\d{3}[\dXx]|"
    r"\d{4}-\d{3}|\d{1,2}/\d{4}\s?[-–]\s?\d{1,2}/\d{4}|(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d"
)
_INTERNATIONAL = re.compile(r"\(?(?:\+|00)")
_DOMESTIC = re.compile(
    r"\(?0|\(\d{2,5}\)|\d{3}[-. ]\d{3}[-. ]\d{4}\b|(?:\d\d[-. ]?){4}$|\d{4}[-. ]\d{4}$"
)
_FEWEST, _MOST, _PLAIN = 6, 15, 9
"""Digits of a phone number: at least, at most, and where nothing else says that it is one."""
_TWO = re.compile(r"\s[-–/]\s|(?<=\d\d\d)/(?=[+0(]?\d\d\d)")
_POSTCODE_IN_FRONT = re.compile(r"^\d{4,5}\s+(?=[(+])")
_SEPARATORS = re.compile(
    r"\t|\s*\|\s*|\s*(?:^|(?<=\s))[•·∙●◦‧⋄◇■▪|⋅*~](?=\s|$)\s*|\s+[-–—]\s+|\s+,\s+|;\s+|(?:^|\s+)/(?:\s+|$)"
)
_LOST_ICON = re.compile(r"(?:^|(?<=\s))(?:[^\w\s&+,;()/@#'\"-]|[^\W\d_a-zA-Z&])(?=\s)")
"""A single sign or foreign letter between words is what is left of an icon."""
_GAPS = re.compile(r"(?<=\|)[^|\n]*\t[^|\n]*(?=\|)")
"""Between two bars of a row that has some."""
_GLUED = re.compile(r"(?<=[a-z])(?=(?:https?://|www\.))")


def email_in(text: str) -> str:
    """Return the first e-mail address of a text, or an empty text."""
    match = _EMAIL.search(text)
    return match[1] if match else ""


def phone_in(text: str, *, labelled: bool = False) -> str:
    """Return the phone number that a text is, or an empty text; a label makes any number one."""
    match = _PHONE.fullmatch(text)
    return match[1].strip() if match and _is_phone(match[1], labelled=labelled) else ""


def digits(number: str) -> str:
    """Return the digits of a phone number, by which two spellings are the same one."""
    return re.sub(r"\D", "", number)


def pieces_of(text: str) -> list[str]:
    """Return the pieces of a row: each address or number with its label, and what is between."""
    text = _GAPS.sub(_without_gaps, _GLUED.sub("\t", text))
    pieces: list[str] = []
    last = 0
    for start, end in spans(text):
        label = last + labels.start_of_label(text[last:start])
        pieces += [*_parts(text[last:label]), text[label:end]]
        last = end
    pieces += _parts(text[last:])
    return [stripped for piece in pieces if (stripped := piece.strip(" ,|;")) and stripped != ")"]


def _without_gaps(between: re.Match[str]) -> str:
    """Return what stands between two bars without the gaps that break an address to pieces."""
    text = " ".join(between[0].split())
    house = text[:1].isdigit() and "@" not in text and not _PHONE.search(text)
    return text if house and "," in text else between[0]


def _parts(text: str) -> list[str]:
    """Return the parts of a text without addresses and numbers."""
    return [part.strip() for part in _SEPARATORS.split(_LOST_ICON.sub("\t", f"{text} "))]


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where e-mail addresses, web addresses and phone numbers stand, in their order."""
    taken = [match.span() for match in _EMAIL.finditer(text)]
    taken += [span for span in urls.within(text) if _free(span, taken)]
    taken += [span for span in _phones(text) if _free(span, taken)]
    yield from sorted(taken)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        start, end = match.span(1)
        before = text[: match.start()]
        label = before[labels.start_of_label(before) :]
        for part in _numbers(match[1]):
            at = text.index(part, start, end)
            if _is_phone(part, labelled=bool(label)):
                yield at, at + len(part)


def _numbers(text: str) -> list[str]:
    """Return the numbers of a run of digits: a postcode in front is none, nor are two one."""
    text = _POSTCODE_IN_FRONT.sub("", text)
    if len(digits(text)) <= _MOST:
        return [text]
    return [part.strip() for part in _TWO.split(text)]


def _is_phone(text: str, *, labelled: bool) -> bool:
    count = len(digits(text))
    if not _FEWEST <= count <= _MOST or _NO_PHONE.match(text):
        return False
    if labelled or _INTERNATIONAL.match(text):
        return True
    return count > _FEWEST and (count >= _PLAIN or bool(_DOMESTIC.match(text)))


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)
