"""Name, headline, addresses and profiles from what stands above the first heading."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Contact, Evidence, Fact, Profile
from aicvgen.domain.source import Role
from aicvgen.model.extractive.cv import headings, lexicon, places
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.urls import is_url

_EMAIL = re.compile(r"(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(r"(?:tel:)?((?:\(?\+|00)?[\d(][\d\s().\-–/]{6,}\d)")
_NETWORKS = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "xing": "XING",
    "twitter": "Twitter",
    "stackoverflow": "Stack Overflow",
    "kaggle": "Kaggle",
    "medium": "Medium",
    "behance": "Behance",
    "dribbble": "Dribbble",
    "orcid": "ORCID",
    "facebook": "Facebook",
    "youtube": "YouTube",
    "instagram": "Instagram",
    "quora": "Quora",
}
_LABEL = re.compile(
    r"^(?:e-?mail(?:-adresse)?|phone(?: number)?|tel(?:efon|ephone)?|mobile?|mobil|handy|cell|address|"
    r"adresse|anschrift|wohnort|location|website|web|homepage|portfolio|url|linkedin|github|xing|"
    r"twitter|contact|kontakt|name|town|city|based in)\s*(?::+/*|\.(?=\s))\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t|\s*\|\s*|\s+[•·∙●◦‧⋄◇]\s*|\s+[-–—]\s+|\s+,\s+|;\s+")
_NAME_WORD = re.compile(r"^(?:[^\W\d_][\w.'’`-]*|\"[^\"]+\")$")
_MAX_NAME_WORDS = 5
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "zu",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "y",
    ]
)
_TITLE_BEFORE = re.compile(r"^(?:dr|prof|mr|mrs|ms|dipl|ing|herr|frau)\b", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-z])(?=(?:https?://|www\.))")
_MAX_HEADLINE = 120
_SET_APART = 1.3
_MAX_PLAIN_HEADLINE = 6
_TITLE_WORDS = frozenset(
    ["resume", "résumé", "cv", "curriculum", "vitae", "lebenslauf", "sample", "template"]
)


class Reader:
    """Collects the contact details from rows; what it cannot place stays in `left`."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._evidence: dict[str, tuple[int, ...]] = {}
        self._profiles: list[Profile] = []
        self.left: list[Row] = []

    def heading(self, lines: tuple[int, ...]) -> None:
        """Note the lines of a heading such as 'Contact'."""
        if lines:
            self._note("heading", lines)

    def read(self, rows: Sequence[Row], *, top: bool) -> None:
        """Take what the rows say; only rows at the top of the document can be the name."""
        name = _name_row(rows) if top else None
        for row in rows:
            if name is not None and row.lines[0] in name.lines[1:]:
                continue
            if name is not None and row.lines[0] == name.lines[0]:
                found = _name_in(name.text, strict=False)
                self._set("name", found, name.lines)
                rest = name.text.replace(found, "", 1).strip(" ,|\t")
                if rest:
                    self._pieces(row.with_text(rest), headline=True)
            else:
                self._pieces(row, headline=top)

    def contact(self) -> Contact:
        """Return what was found."""
        values = {key: value for key, value in self._values.items() if key != "heading"}
        evidence = {key: Evidence(lines=lines) for key, lines in self._evidence.items()}
        return Contact(**values, profiles=tuple(self._profiles), evidence=evidence)

    def left_over(self) -> list[Fact]:
        """Return the rows nothing was made of."""
        return [
            Fact(id=f"left-{number}", text=untab(row.text), lines=row.lines)
            for number, row in enumerate(self.left, start=1)
        ]

    def _pieces(self, row: Row, *, headline: bool) -> None:
        unplaced: list[str] = []
        for piece in _pieces_of(row.text):
            if not self._place(piece, row):
                unplaced.append(piece)
        for link in row.line.links:
            self._link(link, row)
        if not unplaced:
            return
        whole = len(unplaced) == len(_pieces_of(row.text))
        text = untab(row.text) if whole else " | ".join(unplaced)
        if headline and "headline" not in self._values and _is_headline(text):
            self._set("headline", text, row.lines)
        else:
            self.left.append(row.with_text(text))

    def _place(self, piece: str, row: Row) -> bool:
        label = _LABEL.match(piece)
        text = piece[label.end() :].strip() if label else piece
        if any(
            text.casefold() in link.casefold() for link in row.line.links if link.startswith("http")
        ):
            return True
        if not text:
            return True
        email = _EMAIL.search(text)
        if email:
            rest = (text[: email.start()] + " " + text[email.end() :]).strip(" ,|")
            self._set("email", email[1], row.lines)
            return not rest or self._place(rest, row)
        phone = _PHONE.search(text)
        if phone and sum(char.isdigit() for char in phone[1]) >= 7 and not places.is_address(text):  # noqa: PLR2004
            rest = (text[: phone.start()] + " " + text[phone.end() :]).strip(" ,|")
            self._set("phone", phone[1].strip(), row.lines)
            return not rest or self._place(rest, row)
        if self._address_of_site(text, label[0] if label else "", row):
            return True
        if places.is_address(text) or (
            label and label[0].casefold().startswith(("addr", "loc", "wohn", "ansch"))
        ):
            if "location" in self._values and self._evidence["location"] != row.lines:
                text = f"{self._values.pop('location')}, {text}"
            self._set("location", text, (*self._evidence.get("location", ()), *row.lines))
            return True
        if label and label[0].casefold().startswith("name"):
            self._set("name", text, row.lines)
            return True
        return False

    def _address_of_site(self, text: str, label: str, row: Row) -> bool:
        hint = (label + text).casefold()
        network = next((name for key, name in _NETWORKS.items() if key in hint), "")
        url = is_url(text.strip(" ."))
        if network and (url or label or text.startswith(("in/", "@"))):
            username = text.rstrip("/").rsplit("/", 1)[-1].lstrip("@")
            address = text if url else ""
            self._profile(Profile(network=network, username=username, url=address), row)
            return True
        if url:
            if "url" in self._values:
                self._profile(Profile(url=text), row)
            else:
                self._set("url", text, row.lines)
            return True
        return False

    def _link(self, link: str, row: Row) -> None:
        if link.startswith("mailto:"):
            self._values.setdefault("email", link.removeprefix("mailto:").split("?")[0])
            self._evidence.setdefault("email", row.lines)
            return
        if not link.startswith("http"):
            return
        network = next((name for key, name in _NETWORKS.items() if key in link.casefold()), "")
        if network:
            username = link.rstrip("/").rsplit("/", 1)[-1]
            self._profile(Profile(network=network, username=username, url=link), row)
        else:
            self._values.setdefault("url", link)
            self._evidence.setdefault("url", row.lines)

    def _profile(self, profile: Profile, row: Row) -> None:
        for index, known in enumerate(self._profiles):
            if profile.network and known.network == profile.network:
                if not known.url.startswith("http") and profile.url:
                    self._profiles[index] = profile
                self._note("profiles", row.lines)
                return
        self._profiles.append(profile)
        self._note("profiles", row.lines)

    def _set(self, field: str, value: str, lines: tuple[int, ...]) -> None:
        if field in self._values and self._values[field] != value:
            self._values[field] += f", {value}"
        else:
            self._values[field] = value
        self._note(field, lines)

    def _note(self, field: str, lines: tuple[int, ...]) -> None:
        self._evidence[field] = tuple(sorted({*self._evidence.get(field, ()), *lines}))


def _pieces_of(text: str) -> list[str]:
    return [
        piece.strip(" ,|")
        for piece in _SEPARATORS.split(_GLUED.sub("\t", text))
        if piece and piece.strip(" ,|")
    ]


def _name_row(rows: Sequence[Row]) -> Row | None:
    """Return the row most like a name: the largest one, else the first one."""
    if rows and _set_apart(rows):
        return _with_second_half(rows[0], rows)
    candidates = [row for row in rows[:8] if _name_in(row.text)]
    if not candidates:
        return None
    largest = max(row.line.size for row in candidates)
    top = [row for row in candidates if row.line.size >= largest - 0.1]
    marked = [row for row in top if row.line.role is Role.HEADING and row.line.level == 1]
    return _with_second_half((marked or top)[0], rows)


def _set_apart(rows: Sequence[Row]) -> bool:
    """Say whether the first row is a name by its look alone, whatever its words mean."""
    first, others = rows[0], rows[1:]
    if not _name_in(first.text, strict=False) or len(first.text.split()) == 1:
        return False
    if first.line.role is Role.HEADING:
        return first.line.level == 1
    if lexicon.title_score(first.text) > 1 and any(_name_in(row.text) for row in others[:3]):
        return False
    return bool(others) and first.line.size > _SET_APART * max(row.line.size for row in others) > 0


def _with_second_half(name: Row, rows: Sequence[Row]) -> Row:
    """Return the name with its second half from the next row, set as large as the first."""
    after = next((row for row in rows if row.lines[0] == name.lines[-1] + 1), None)
    words = len(name.text.split())
    if after is None or words > 2 or not name.line.size or name.line.box is None:  # noqa: PLR2004
        return name
    usual = min(row.line.size for row in rows)
    if after.style != name.style or name.line.size <= usual or not _name_in(after.text):
        return name
    return Row(f"{name.text} {after.text}", name.lines + after.lines, name.line, after.line)


def _name_in(text: str, *, strict: bool = True) -> str:
    """Return the name a row starts with, or an empty text; strictly, a job title is no name."""
    first = re.split(r"\t|\s*[|•·]\s*|,\s|\s[-–—]\s", text.strip())[0].strip()
    words = first.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or _TITLE_WORDS & set(first.casefold().split()):
        return ""
    if not all(_NAME_WORD.match(word) for word in words) or first.endswith(":"):
        return ""
    if not all(word[0].isupper() or word in _PARTICLES for word in words):
        return ""
    if strict and (lexicon.title_score(first) > 1 or places.is_place(first)):
        return ""
    if is_url(first):
        return ""
    if headings.kind_of(first) or headings.normalise(first) in headings.CONTACT:
        return ""
    return first


def _is_headline(text: str) -> bool:
    if len(text) > _MAX_HEADLINE or text.endswith("."):
        return False
    plain = not any(char.isdigit() for char in text) and len(text.split()) <= _MAX_PLAIN_HEADLINE
    return lexicon.title_score(text) > 0 or (plain and text[:1].isupper())
