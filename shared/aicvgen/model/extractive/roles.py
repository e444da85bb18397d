"""What a role or an employer can be called in a sentence; empty where none is sure to read well."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Entry
from aicvgen.model.extractive.cv.lexicon import title_score

_ACTIVITY = re.compile(
    r"\b(?:\w*praktik(?:um|a)|\w*tätigkeit|\w+dienst|\w*zeit|\w*job|\w+aufenthalt|\w*pause|fsj"
    r"|\w*ausbildung|umschulung|lehre|\w*mitarbeit|volontariat|referendariat|selbst(?:st)?ändig"
    r"|freiberuflich|(?:intern|apprentice|trainee|fellow|scholar|extern)ships?|placement|sabbatical"
    r"|sabbatjahr|leave|break|gap|work experience|self[- ]employed|freelance|stay[- ]at[- ]home"
    r"|work and travel)\b",
    re.IGNORECASE,
)
"""What somebody does or did, and is not: an internship, parental leave."""
_PART = re.compile(r"\s*[,;|:]\s|\s[-–—]\s")
_LIMIT = re.compile(
    r"\b(?:acting|interim|trainee|student|deputy|former|retired|part[- ]time|temporary|junior"
    r"|kommissarisch\w*|stellv\w*|ehem\w*|vertretung|in ausbildung)\b",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(r"[<>+|\"“”„:;]|,\s|\([^)]*\d")
_LEGAL_END = re.compile(r",?\s*(?:Co\.?,\s*)?(?:Inc|Ltd|LLC|LLP|Corp|Co|GmbH|AG)\.?$")
_MOST_WORDS = 10
_FEMININE = re.compile(r"(?:\bg?GmbH|\bAG|\bKG|\bSE|\bOHG|\bUG|\bmbH)$")
_AM = re.compile(
    r"(?i:\w*(?:institut|zentrum|klinikum|krankenhaus|gymnasium|amt))(?=$| [A-ZÄÖÜ]| für )"
)
_AN_DER = re.compile(r"(?i:\w*(?:universität|hochschule|akademie|schule))(?=$| [A-ZÄÖÜ]| für )")


def role_of(entry: Entry) -> str:
    """Return what the person is or was in a role: its title without the department behind it.

    Empty where the title is none of a person: an internship, a day at a workshop, a list.
    """
    name, *rest = _PART.split(entry.title.strip())
    if any(title_score(part) or _LIMIT.search(part) for part in rest):
        return ""
    readable = len(name.split()) <= _MOST_WORDS and not _UNREADABLE.search(name)
    is_person = title_score(name) > 1 and not _ACTIVITY.search(name)
    return name if readable and is_person else ""


def employer_of(entry: Entry) -> str:
    """Return the employer or school, empty where the field holds more than one name."""
    name = entry.organisation.strip()
    return "" if _UNREADABLE.search(_LEGAL_END.sub("", name)) or " / " in name else name


def held(name: str, employers: Sequence[str], language: str) -> str:
    """Return a role, or a field of study, and where: `Baker at Quill & Ash`, `Bäckerin (Mehl OHG)`.

    German articles only where every name shows its gender; brackets never follow brackets.
    """
    conjunction = "und" if language == "de" else "and"
    if language != "de":
        return f"{name} {in_a_row([f'at {one}' for one in employers], conjunction)}"
    known = [f"{article} {one}" for one in employers if (article := _article(one))]
    if len(known) == len(employers):
        return f"{name} {in_a_row(known, conjunction)}"
    return name if name.endswith(")") else f"{name} ({', '.join(employers)})"


def in_a_row(texts: Sequence[str], conjunction: str) -> str:
    """Return `a, b and c`."""
    *first, last = texts
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def _article(employer: str) -> str:
    """Return what stands before a German name of an employer, empty where that is unsure."""
    if _FEMININE.search(employer):
        return "bei der"
    if _AM.match(employer):
        return "am"
    return "an der" if _AN_DER.match(employer) else ""
