"""Name, headline, addresses and profiles from what stands above the first heading."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Contact, Evidence, Profile
from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.names import name_in, name_row
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
    r"^(?:e-?mail(?:-adresse)?|phone(?: number)?|tel(?:efon|ephone)?|mobile?|mobil|handy|cell|"
    r"address|adresse|anschrift|wohnort|location|website|web|homepage|portfolio|url|linkedin|github|xing|"
    r"twitter|contact|kontakt|name|town|city|based in)\s*(?::+/*|\.(?=\s))\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t|\s*\|\s*|\s+[•·∙●◦‧⋄◇]\s*|\s+[-–—]\s+|\s+,\s+|;\s+")
_GLUED = re.compile(r"(?<=[a-z])(?=(?:https?://|www\.))")
_MAX_HEADLINE = 120
_FEWEST_DIGITS = 7
_PLACE_LABELS = ("addr", "loc", "wohn", "ansch")
_MAX_PLAIN_HEADLINE = 6


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
        name = name_row(rows) if top else None
        for row in rows:
            if name is None or row.lines[0] not in name.lines:
                self._row(row, headline=top)
            elif row.lines[0] == name.lines[0]:
                self._name(name)

    def _name(self, row: Row) -> None:
        found = name_in(row.text, strict=False)
        self._set("name", found, row.lines)
        rest = row.text.replace(found, "", 1).strip(" ,|\t")
        if rest:
            self._row(row.with_text(rest), headline=True)

    def contact(self) -> Contact:
        """Return what was found."""
        values = {key: value for key, value in self._values.items() if key != "heading"}
        evidence = {key: Evidence(lines=lines) for key, lines in self._evidence.items()}
        return Contact(**values, profiles=tuple(self._profiles), evidence=evidence)

    def _row(self, row: Row, *, headline: bool) -> None:
        pieces = _pieces_of(row.text)
        unplaced = [piece for piece in pieces if not self._place(piece, row)]
        for link in row.line.links:
            self._link(link, row)
        if not unplaced:
            return
        text = untab(row.text) if unplaced == pieces else " | ".join(unplaced)
        if headline and "headline" not in self._values and _is_headline(text):
            self._set("headline", text, row.lines)
        else:
            self.left.append(row.with_text(text))

    def _place(self, piece: str, row: Row) -> bool:
        """Put a piece of a row into its field; return False where none is found for it."""
        match = _LABEL.match(piece)
        label, text = (match[0].casefold(), piece[match.end() :].strip()) if match else ("", piece)
        return (
            not text
            or _behind_link(text, row)
            or self._reach("email", _EMAIL, text, row)
            or (not places.is_address(text) and self._reach("phone", _PHONE, text, row))
            or self._site(text, label, row)
            or self._location(text, label, row)
            or (label.startswith("name") and self._set("name", text, row.lines))
        )

    def _reach(self, field: str, pattern: re.Pattern[str], text: str, row: Row) -> bool:
        """Take an e-mail address or phone number out of a text, and place what is left of it."""
        match = pattern.search(text)
        if match is None or (field == "phone" and not _enough_digits(match[1])):
            return False
        self._set(field, match[1].strip(), row.lines)
        rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,|")
        return not rest or self._place(rest, row)

    def _location(self, text: str, label: str, row: Row) -> bool:
        if not places.is_address(text) and not label.startswith(_PLACE_LABELS):
            return False
        known = self._values.pop("location", "")
        whole = ", ".join(filter(None, (known, text)))
        return self._set("location", whole, row.lines)

    def _site(self, text: str, label: str, row: Row) -> bool:
        hint = label + text.casefold()
        network = next((name for key, name in _NETWORKS.items() if key in hint), "")
        url = is_url(text.strip(" ."))
        if network and (url or label or text.startswith(("in/", "@"))):
            username = text.rstrip("/").rsplit("/", 1)[-1].lstrip("@")
            address = text if url else ""
            self._profile(Profile(network=network, username=username, url=address), row)
        elif url and "url" in self._values:
            self._profile(Profile(url=text), row)
        elif url:
            self._set("url", text, row.lines)
        return bool(url or (network and (label or text.startswith(("in/", "@")))))

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

    def _set(self, field: str, value: str, lines: tuple[int, ...]) -> bool:
        """Set a field, or add to it where it has another value; always True."""
        if field in self._values and self._values[field] != value:
            self._values[field] += f", {value}"
        else:
            self._values[field] = value
        self._note(field, lines)
        return True

    def _note(self, field: str, lines: tuple[int, ...]) -> None:
        self._evidence[field] = tuple(sorted({*self._evidence.get(field, ()), *lines}))


def _behind_link(text: str, row: Row) -> bool:
    """Say whether a text only names the address that is behind it."""
    folded = text.casefold()
    return any(folded in link.casefold() for link in row.line.links if link.startswith("http"))


def _enough_digits(text: str) -> bool:
    return sum(char.isdigit() for char in text) >= _FEWEST_DIGITS


def _pieces_of(text: str) -> list[str]:
    return [
        piece.strip(" ,|")
        for piece in _SEPARATORS.split(_GLUED.sub("\t", text))
        if piece and piece.strip(" ,|")
    ]


def _is_headline(text: str) -> bool:
    if len(text) > _MAX_HEADLINE or text.endswith("."):
        return False
    plain = not any(char.isdigit() for char in text) and len(text.split()) <= _MAX_PLAIN_HEADLINE
    return lexicon.title_score(text) > 0 or (plain and text[:1].isupper())
