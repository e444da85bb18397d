"""Name, headline, addresses and profiles from what stands above the first heading."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Contact, Doubt, Evidence, Profile
from aicvgen.model.extractive.cv import links, places
from aicvgen.model.extractive.cv.headlines import is_headline
from aicvgen.model.extractive.cv.links import NETWORKS, Addresses
from aicvgen.model.extractive.cv.names import name_in, name_row
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.urls import is_url

_EMAIL = re.compile(r"(?:mailto:)?(?<![\w.+-])([\w.+-]++@[\w-]+(?:\.[\w-]+)+)")
_PHONE = re.compile(r"(?:tel:)?((?:\(?\+|00)?[\d(][\d\s().\-–/]{6,}\d)")
_LABEL = re.compile(
    r"^(?:e-?mail(?:-adresse)?|phone(?: number)?|tel(?:efon|ephone)?|mobile?|mobil|handy|cell|"
    r"address|adresse|anschrift|wohnort|location|website|web|homepage|portfolio|blog|url|"
    rf"{'|'.join(NETWORKS)}|contact|kontakt|name|town|city|based in)\s*(?::+/*|\.(?=\s))\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t|\s*\|\s*|\s+[•·∙●◦‧⋄◇]\s*|\s+[-–—]\s+|\s+,\s+|;\s+")
_GLUED = re.compile(r"(?<=[a-z])(?=(?:https?://|www\.))")
_MAX_ROW = 500
"""A longer row holds no contact details, and looking for them would take long."""
_FEWEST_DIGITS = 7
_PLACE_LABELS = ("addr", "loc", "wohn", "ansch")


class Reader:
    """Collects the contact details from rows; what it cannot place stays in `left`."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._evidence: dict[str, tuple[int, ...]] = {}
        self._addresses = Addresses()
        self._unclear: list[Row] = []
        self.left: list[Row] = []

    def heading(self, lines: tuple[int, ...]) -> None:
        """Note the lines of a heading such as 'Contact'."""
        if lines:
            self._note("heading", lines)

    def read(self, rows: Sequence[Row], *, top: bool) -> None:
        """Take what the rows say; only rows at the top of the document can be the name."""
        name = name_row(rows) if top else None
        under = False
        for row in rows:
            if name is None or row.lines[0] not in name.lines:
                self._row(row, top=top, under_name=under)
            elif row.lines[0] == name.lines[0]:
                self._name(name)
            under = name is not None and row.lines[0] in name.lines

    def _name(self, row: Row) -> None:
        found = name_in(row.text, strict=False)
        self._set("name", found, row.lines)
        rest = row.text.replace(found, "", 1).strip(" ,|\t")
        self._row(row.with_text(rest), top=True, under_name=True)

    def contact(self) -> Contact:
        """Return what was found."""
        values = {key: value for key, value in self._values.items() if key != "heading"}
        evidence = {key: Evidence(lines=lines) for key, lines in self._evidence.items()}
        return Contact(
            **values,
            url=self._addresses.url,
            profiles=tuple(self._addresses.profiles),
            evidence=evidence,
        )

    def doubts(self) -> list[Doubt]:
        """Return what a person should look at: no name, rows at the top that fit nowhere."""
        doubts = [
            Doubt(where=f"line {row.lines[0] + 1}", why="It stands at the top and fits no field.")
            for row in self._unclear
        ]
        if "name" not in self._values:
            doubts.insert(0, Doubt(where="contact.name", why="No person's name was found."))
        return doubts

    def _row(self, row: Row, *, top: bool, under_name: bool) -> None:
        if len(row.text) > _MAX_ROW:
            self.left.append(row)
            return
        pieces = _pieces_of(row.text)
        behind = links.labelled(pieces, row.line.links)
        unplaced = [
            piece for piece in pieces if piece not in behind and not self._place(piece, row)
        ]
        labels = {link: piece for piece, link in behind.items()}
        for link in row.line.links:
            self._link(link, labels.get(link, ""), row)
        if not unplaced:
            return
        alone = unplaced == pieces
        text = untab(row.text) if alone else " | ".join(unplaced)
        whole, under_name = (row.text, under_name) if alone else (text, False)
        if top and "headline" not in self._values and is_headline(whole, under_name=under_name):
            self._set("headline", text, row.lines)
            return
        self.left.append(row.with_text(text))
        if top:
            self._unclear.append(row)

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
        written = text.strip(" .")
        if is_url(written):
            self._note(self._addresses.add(written, links.network_of(label)), row.lines)
            return True
        network = links.network_of(label) or links.network_of(text)
        if not network or not (label or text.startswith(("in/", "@"))):
            return False
        profile = Profile(network=network, username=links.username_of(text))
        self._note(self._addresses.add_profile(profile), row.lines)
        return True

    def _link(self, link: str, label: str, row: Row) -> None:
        if link.startswith("mailto:"):
            self._values.setdefault("email", link.removeprefix("mailto:").split("?")[0])
            self._evidence.setdefault("email", row.lines)
        elif link.startswith("http"):
            self._note(self._addresses.add(link, label), row.lines)

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
    """Say whether a text only shows the address that is behind it."""
    return any(links.shows(text, link) for link in row.line.links if link.startswith("http"))


def _enough_digits(text: str) -> bool:
    return sum(char.isdigit() for char in text) >= _FEWEST_DIGITS


def _pieces_of(text: str) -> list[str]:
    return [
        piece.strip(" ,|")
        for piece in _SEPARATORS.split(_GLUED.sub("\t", text))
        if piece and piece.strip(" ,|")
    ]
