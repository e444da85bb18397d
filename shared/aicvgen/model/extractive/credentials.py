"""What was studied or learnt and where: degrees, certificates, training that came to its end."""

import re

from aicvgen.domain.cv import Entry
from aicvgen.model.extractive.cv.lexicon import is_degree, is_school

_CERTIFIED = re.compile(
    r"\b(?:certificates?|certified|certification|diploma|licen[cs]ed?|[ns]vq|hn[cd]|gcses?"
    r"|a[- ]levels?|apprenticeship|\w*zertifikat\w*|\w*ausbildung|\w*abschluss"
    r"|(?:abschluss|meister|gesellen|fach)prüfung|\w*diplom|\w*brief|führerschein|abitur"
    r"|umschulung|lehrgang|gesellin|geselle)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"[,;(–-]\s?(?:19|20)\d\d\)?\W*$|\(\w+ (?:19|20)\d\d\)|^(?:19|20)\d\d\b")
"""A year at either end: when something was got."""
_NO_DEGREE = re.compile(r"\b(?:scrum master|master data|degree-\w+)", re.IGNORECASE)


def holds_credentials(entry: Entry) -> bool:
    """Say whether an entry of key points holds a degree or certificate instead."""
    texts = [entry.title, *entry.terms, *(fact.text for fact in entry.facts())]
    placed = bool(entry.organisation or entry.period)
    return placed or any(is_credential(text) for text in texts)


def is_credential(text: str) -> bool:
    """Say whether a text names a degree, a certificate, or a school, or says when one was got."""
    said = _CERTIFIED.search(text) or _DATED.search(text)
    return bool(said) or is_degree(_NO_DEGREE.sub("", text)) or ("," in text and is_school(text))
