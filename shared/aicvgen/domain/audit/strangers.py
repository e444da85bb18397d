"""Somebody else's data: name, e-mail address, telephone number, link, place."""

import re
from collections.abc import Iterable, Iterator

from aicvgen.domain.alignment import words
from aicvgen.domain.audit.result import AuditFinding, AuditKind
from aicvgen.domain.audit.texts import texts_of
from aicvgen.domain.audit.whole import Whole
from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.draft import FindingKind

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])(?:\+\d|\(?0\d)(?:[ ()/.-]{0,2}\d){7,}(?!\w)")
"""Written without a country code or a zero it cannot be told from other numbers."""
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|\b(?:\d{1,2}[/.])?(?:19|20)\d\d\b")
_LINK = re.compile(
    r"https?://[^\s|,;<>)]+|www\.[^\s|,;<>)]+|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}/[^\s|,;<>)]+",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_LOCAL_DIGITS = 8
"""The last digits of a telephone number, which every way to write it has in common."""
_TELLING = re.compile(r"(?<![\w'’-])(?!(?:and|near|und|bei|nahe|the)\b)[a-zäöüß]{3,}(?!\w)")
"""A word that no place has in its name, but a sentence that a reader took for a part of it."""
_DEGREES = frozenset({
    "dr", "prof", "phd", "mba", "bsc", "msc", "ba", "ma", "llm", "llb", "md", "cpa", "pmp", "ing",
    "dipl", "mag", "rn", "esq", "cfa", "pe",
})  # fmt: skip
_NO_NAME = frozenset({"curriculum", "vitae", "resume", "lebenslauf", "cv"})


def strangers(original: Cv, tailored: Cv, whole: Whole) -> Iterator[AuditFinding]:
    """Yield every personal detail of the tailored CV that the original does not have."""
    yield from _name(original.contact, tailored.contact, whole)
    there, texts = "\n".join(whole.texts), tuple(texts_of(tailored))
    known = {found.casefold() for found in _EMAIL.findall(there)}
    for email in _new(_EMAIL, texts, {original.contact.email.casefold(), *known}):
        yield _finding("e-mail address", email, original.contact.email)
    digits = re.sub(r"\D", "", there)
    undated = _DATE.sub(" ~ ", "\n".join(texts))
    for phone in dict.fromkeys((*_PHONE.findall(undated), tailored.contact.phone)):
        if _tail(phone) not in digits:
            yield _finding("telephone number", phone, original.contact.phone)
    yield from _links(original, tailored, texts, there)
    yield from _place(tailored.contact, original.contact, whole)


def _name(original: Contact, tailored: Contact, whole: Whole) -> Iterator[AuditFinding]:
    own = words(original.name) or whole.words
    said = words(tailored.name) - _NO_NAME
    strange = {word for word in said - own if not _is_initial(word, own)}
    titles = strange & _DEGREES - whole.words
    others = strange - _DEGREES - (whole.words if said & own else frozenset())
    if others:
        yield _finding("name", tailored.name, original.name)
    elif titles:
        yield _finding("name", tailored.name, original.name, FindingKind.TITLE)


def _is_initial(word: str, names: Iterable[str]) -> bool:
    return any(
        short in (long[0], long) or (len(short) == 1 and long.startswith(short))
        for name in names
        for short, long in [sorted((word, name), key=len)]
    )


def _new(pattern: re.Pattern[str], texts: Iterable[str], known: set[str]) -> Iterator[str]:
    for found in dict.fromkeys(hit for text in texts for hit in pattern.findall(text)):
        if found.casefold() not in known:
            yield found


def _tail(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-_LOCAL_DIGITS:]


def _links(original: Cv, tailored: Cv, texts: Iterable[str], there: str) -> Iterator[AuditFinding]:
    fields = (tailored.contact.url, *(profile.url for profile in tailored.contact.profiles))
    urls = (entry.url for entry in tailored.entries())
    written = (hit for text in texts for hit in _LINK.findall(text))
    known = _address(there)
    names = {profile.username.casefold() for profile in original.contact.profiles} - {""}
    for link in dict.fromkeys(filter(None, (*fields, *urls, *written))):
        address = _address(link)
        if address not in known and not any(address.endswith(f"/{name}") for name in names):
            yield _finding("link", link, original.contact.url)


def _address(text: str) -> str:
    plain = re.sub(r"(?:https?://)?(?:www\.)?(?=[\w-]+\.)", "", text.casefold())
    return _SCHEME.sub("", plain).rstrip("/.")


def _place(tailored: Contact, original: Contact, whole: Whole) -> Iterator[AuditFinding]:
    said = words(tailored.location)
    telling = _TELLING.search(tailored.location) and not said <= whole.words
    if said and (telling or not said & whole.words):
        yield _finding("place", tailored.location, original.location, AuditKind.LOCATION)


def _finding(
    what: str, claim: str, own: str, kind: FindingKind | AuditKind = AuditKind.FOREIGN
) -> AuditFinding:
    return AuditFinding(
        kind=kind,
        claim=claim,
        sentence=claim,
        entry="",
        looked_for=f"the {what} of the original",
        nearest=own,
    )
