"""Name, headline, addresses and profiles from what stands above the first heading."""

from collections.abc import Sequence

from aicvgen.domain.cv import Contact, Doubt, Evidence, Profile
from aicvgen.model.extractive.cv import headings, labels, lexicon, links, places, reach, turns
from aicvgen.model.extractive.cv.addresses import Address
from aicvgen.model.extractive.cv.continued import whole_rows
from aicvgen.model.extractive.cv.headlines import is_headline, is_open, split_at_place
from aicvgen.model.extractive.cv.links import Addresses
from aicvgen.model.extractive.cv.names import (
    addressed_row,
    are_initials,
    closed,
    name_in,
    name_row,
    names_document,
)
from aicvgen.model.extractive.cv.rows import Row, untab
from aicvgen.model.extractive.cv.urls import is_url

_MAX_ROW = 500
"""A longer row holds no contact details, and looking for them would take long."""
_NEAR = 4
"""Details of one person stand at most this many lines apart."""
_ADDRESS_WORDS = 14
_TITLE_REST = 4
_NOTHING = ("", "")


class Reader:
    """Collects the contact details from rows; what it cannot place stays in `left`."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._evidence: dict[str, tuple[int, ...]] = {}
        self._addresses = Addresses()
        self._places: list[Address] = []
        self._unclear: list[Row] = []
        self._announced = _NOTHING
        """What the label that stood last, with nothing behind it, says of the next piece."""
        self._held: Row | None = None
        """A row that is the label of a web address, until it is known whether one follows."""
        self._title: Row | None = None
        self._usual = 0.0
        """The size of the smallest type above the first heading."""
        self.left: list[Row] = []

    def heading(self, lines: tuple[int, ...]) -> None:
        """Note the lines of a heading such as 'Contact'."""
        if lines:
            self._note("heading", lines)

    def read(self, rows: Sequence[Row], *, top: bool) -> None:
        """Take what the rows say; only rows at the top of the document can be the name."""
        self._announced = _NOTHING
        rows = whole_rows(rows)
        rows = [*(_titled(closed(row, rows)) for row in rows[:1]), *rows[1:]]
        self._usual = min((row.line.size for row in rows), default=0)
        name = name_row(rows) if top else None
        if not top and "name" not in self._values:
            name = addressed_row(rows)
        under = False
        for row in rows:
            if name is None or row.lines[0] not in name.lines:
                if name is not None and top and row.text.strip() == name.text:
                    self._note("name", row.lines)
                    continue
                if name is not None and top and are_initials(row.text, name.text):
                    self.left.append(row)
                    continue
                self._row(row, top=top, under_name=under)
            elif row.lines[0] == name.lines[0]:
                self._name(name)
            under = name is not None and row.lines[0] in name.lines
        self._release(used=False)

    def _release(self, *, used: bool) -> None:
        """Leave the held label over if it was not used."""
        if self._held is not None and not used:
            self.left.append(self._held)
        self._held = None

    def _name(self, row: Row) -> None:
        found = name_in(row.text, strict=False) or row.text
        self._set("name", found, row.lines)
        rest = row.text.replace(found, "", 1).strip(" ,|\t–—-•·:")
        if headings.is_contact(rest) or labels.split(rest) == (labels.NAME, rest, ""):
            return
        if are_initials(rest, found) or names_document(rest):
            self.left.append(row.with_text(rest))
            return
        self._row(row.with_text(rest), top=True, under_name=True)

    def contact(self) -> Contact:
        """Return what was found."""
        self._settle()
        values = {key: value for key, value in self._values.items() if key != "heading"}
        evidence = {key: Evidence(lines=lines) for key, lines in self._evidence.items()}
        return Contact(
            **values,
            url=self._addresses.url,
            profiles=tuple(self._addresses.profiles),
            evidence=evidence,
        )

    def _settle(self) -> None:
        """Keep the place nearest to the other details; the others are left over."""
        reached = (*self._evidence.get("email", ()), *self._evidence.get("phone", ()))
        best = min(self._places, key=lambda each: each.distance(reached), default=None)
        for each in self._places:
            if each is best or places.is_within(each.text, best.text if best else ""):
                lines = [line for row in each.rows for line in row.lines]
                self._note("location", tuple(lines))
            else:
                self.left += [row.with_text(each.text) for row in each.rows[:1]]
        if best is not None:
            self._values["location"] = best.text
        self._places = []

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
        no_title = self._announced[0] == labels.OTHER
        known = len(self._addresses.profiles) + bool(self._addresses.url)
        pieces = reach.pieces_of(row.text)
        if top:
            pieces = [part for piece in pieces for part in split_at_place(piece)]
        behind = links.labelled(pieces, row.line.links)
        unplaced = [
            piece for piece in pieces if piece not in behind and not self._place(piece, row)
        ]
        shown = {link: piece for piece, link in behind.items()}
        for link in row.line.links:
            self._link(link, shown.get(link, ""), row)
        unplaced = [piece for piece in unplaced if not self._town(piece, row, len(pieces))]
        self._release(used=len(self._addresses.profiles) + bool(self._addresses.url) > known)
        if not unplaced:
            return
        if len(pieces) == 1 and self._announced[0] == labels.SITE:
            self._held = row
            return
        alone = unplaced == pieces
        text = untab(row.text) if alone else " | ".join(unplaced)
        whole, under_name = (row.text, under_name) if alone else (text, False)
        no_title = no_title or "headline" in self._values or bool(labels.split(unplaced[0])[0])
        if alone and self._title_goes_on(row):
            self._values["headline"] += f" {text}"
            self._note("headline", row.lines)
            return
        job = lexicon.title_score(whole) > 1 and alone
        if (top or job) and not no_title and is_headline(whole, under_name=under_name):
            self._set("headline", text, row.lines)
            self._title = row
            return
        self.left.append(row.with_text(text))
        if top:
            self._unclear.append(row)

    def _title_goes_on(self, row: Row) -> bool:
        """Say whether a row is the second line of the headline: set like it and unlike the rest."""
        first = self._title
        if first is None or row.lines[0] != first.lines[-1] + 1:
            return False
        alike = (row.line.size, row.line.bold) == (first.line.size, first.line.bold)
        apart = row.line.size > self._usual > 0 and len(row.text.split()) <= _TITLE_REST
        return alike and (apart or is_open(self._values["headline"]))

    def _place(self, piece: str, row: Row) -> bool:
        """Put a piece of a row into its field; return False where none is found for it."""
        kind, label, text = labels.split(piece)
        before, self._announced = self._announced, _NOTHING if text else (kind, label)
        if not text:
            self._note("heading", row.lines)
            return kind not in {labels.OTHER, labels.SITE}
        said, label = (kind, label) if kind else before
        email = reach.email_in(text)
        if email or said == labels.OTHER:
            return bool(email) and self._email(email, text, row)
        return (
            labels.is_remark(text)
            or _behind_link(text, row)
            or self._phone(text, row, labelled=said == labels.PHONE)
            or self._site(text, label, row)
            or self._location(text, row, labelled=said == labels.PLACE)
            or (said == labels.NAME and self._set("name", text, row.lines))
        )

    def _email(self, written: str, text: str, row: Row) -> bool:
        """Take the first e-mail address, and place what else the text says."""
        email = links.linked_email(written, row.line.links)
        known = self._values.get("email", "").casefold()
        if known and email.casefold() != known:
            return False
        self._set("email", self._values.get("email", email), row.lines)
        rest = text.replace(written, "", 1).replace("mailto:", "").strip(" ,|()")
        return not rest or labels.split(rest)[2] == "" or self._place(rest, row)

    def _phone(self, text: str, row: Row, *, labelled: bool) -> bool:
        number = reach.phone_in(text, labelled=labelled)
        if not number:
            return False
        known = self._values.get("phone", "").split(", ")
        if reach.digits(number) in map(reach.digits, known):
            self._note("phone", row.lines)
            return True
        if known != [""] and not self._is_near("phone", row):
            return False
        return self._set("phone", number, row.lines)

    def _location(self, text: str, row: Row, *, labelled: bool) -> bool:
        """Take a place or a part of an address."""
        if len(text.split()) > _ADDRESS_WORDS:
            return False
        near = bool(self._places) and self._places[-1].is_near(row)
        if near and self._places[-1].goes_on_with(text):
            self._places[-1].add(text, row)
            return True
        if not labelled and not places.is_address(text):
            return False
        self._places.append(Address(text, [row]))
        return True

    def _town(self, piece: str, row: Row, pieces: int) -> bool:
        """Take a town with the name of something else where it stands beside other details."""
        placed = pieces > 1 and row.lines[0] in (
            *self._evidence.get("email", ()),
            *self._evidence.get("phone", ()),
        )
        if not placed or self._places or not places.place_score(piece):
            return False
        self._places.append(Address(piece, [row]))
        return True

    def _site(self, text: str, label: str, row: Row) -> bool:
        written = text.strip(" .")
        if is_url(written):
            self._note(self._addresses.add(written, links.network_of(label)), row.lines)
            return True
        network = links.network_of(label) or links.network_of(text)
        if not network and links.are_handles_of(self._values.get("name", ""), text):
            for each in dict.fromkeys(word for word in text.split() if len(word) > 1):
                self._note(self._addresses.add_profile(Profile(username=each)), row.lines)
            return True
        network = network or ("LinkedIn" if text.casefold().startswith("in/") else "")
        if not links.is_handle(text) and not (network and label):
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

    def _is_near(self, field: str, row: Row) -> bool:
        """Say whether a row stands where the field was found: further off it is somebody else's."""
        return any(abs(row.lines[0] - line) <= _NEAR for line in self._evidence.get(field, ()))

    def _note(self, field: str, lines: tuple[int, ...]) -> None:
        self._evidence[field] = tuple(sorted({*self._evidence.get(field, ()), *lines}))


def _titled(row: Row) -> Row:
    """Return the row with a gap between a name and the job behind it in another type."""
    name, job = turns.label(row)
    titled = name_in(name) and lexicon.title_score(job) > 1
    return row.with_text(f"{name}\t{job}") if titled else row


def _behind_link(text: str, row: Row) -> bool:
    """Say whether a text only shows the address that is behind it."""
    return any(links.shows(text, link) for link in row.line.links if link.startswith("http"))
