"""Contact details within a row, their labels, and those that stand elsewhere."""

import pytest

from agents.cv_samples import PLAIN, read
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import labels, reach, rows
from aicvgen.model.extractive.cv.contact import Reader
from aicvgen.model.extractive.cv.continued import whole_rows

_NAMED = (
    "Ada Fernsby\n{details}\n\n"
    "EXPERIENCE\nClerk, Moss Ltd\n2019 - 2020\n- Filed.\n\nSKILLS\nTyping\n"
)


def contact_of(*lines: str) -> Reader:
    """Return what these lines under a heading of contact details say."""
    reader = Reader()
    reader.read(rows.of(Line(text=line) for line in lines), top=False)
    return reader


@pytest.mark.parametrize(
    "number",
    [
        "+49 711 5550 318",
        "0151 / 23 45 67 89",
        "06 - 12 34 98 70",
        "06 55 50 14 72",
        "(312) 555-0123",
        "312.555.0123",
        "+351 912 555 046",
        "+33 (0)6 55 50 14 72",
        "(+49) 0171-2345678",
        "020 7946 0958",
        "22 12 34 56",
    ],
)
def test_phone_numbers(number: str) -> None:
    """The usual spellings of phone numbers of several countries are whole numbers."""
    assert reach.pieces_of(f"Leeds {number} ada@example.org") == [
        "Leeds",
        number,
        "ada@example.org",
    ]


@pytest.mark.parametrize(
    "text", ["30/09/1990", "23.08.1984", "2019 - 2021", "4050-089", "0000-0002-7713-4409", "70193"]
)
def test_no_phone_numbers(text: str) -> None:
    """Dates, years, postcodes and identifiers are no phone numbers."""
    assert reach.phone_in(text) == ""


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Phone:", labels.PHONE),
        ("Tel.", labels.PHONE),
        ("Téléphone :", labels.PHONE),
        ("Móvil:", labels.PHONE),
        ("Cellulare:", labels.PHONE),
        ("Telemóvel:", labels.PHONE),
        ("Mobiel:", labels.PHONE),
        ("Courriel :", labels.EMAIL),
        ("Indirizzo:", labels.PLACE),
        ("Morada:", labels.PLACE),
        ("Geburtsdatum:", labels.OTHER),
        ("Nationality:", labels.OTHER),
        ("Rijbewijs:", labels.OTHER),
    ],
)
def test_labels(label: str, kind: str) -> None:
    """A label says what follows it, in seven languages."""
    assert labels.split(f"{label} 012345678")[0] == kind


def test_an_area_code_behind_a_label() -> None:
    """Digits in parentheses behind a label are part of the number, words are not."""
    assert contact_of("Phone\t(503) 555-0146").contact().phone == "(503) 555-0146"
    assert contact_of("Tel. (privat): 0711 5550142").contact().phone == "0711 5550142"


def test_details_without_separators() -> None:
    """Details beside each other are told apart by what they are, and lost icons are no part."""
    reader = contact_of(
        "\u0230 Seattle, WA \u041b +1 206 555 0182 ada@fernsby.example fernsby.example in/ada"
    )
    contact = reader.contact()
    assert (contact.location, contact.phone) == ("Seattle, WA", "+1 206 555 0182")
    assert (contact.email, contact.url) == ("ada@fernsby.example", "fernsby.example")
    assert [(each.network, each.username) for each in contact.profiles] == [("LinkedIn", "ada")]
    assert reader.left == []


def test_details_without_a_field_are_left_over() -> None:
    """Birth date, nationality and licence are kept, and are in no other field."""
    reader = contact_of(
        "Geburtsdatum\t12. Mai 1988",
        "Geburtsort",
        "Ulm",
        "Nationality: British",
        "Tel.",
        "0711 5550142",
    )
    contact = reader.contact()
    assert (contact.location, contact.phone) == ("", "0711 5550142")
    assert [row.text for row in reader.left] == [
        "Geburtsdatum 12. Mai 1988",
        "Geburtsort",
        "Ulm",
        "Nationality: British",
    ]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("ada.fernsby@exam", "ple.org"), "ada.fernsby@example.org"),
        (("ada.fernsby", "@example.org"), "ada.fernsby@example.org"),
        (("linkedin.com/in/ada-", "fernsby"), "linkedin.com/in/ada-fernsby"),
        (("9 Weaver Rise, London N7", "0EX"), "9 Weaver Rise, London N7 0EX"),
        (("Austin,", "TX"), "Austin, TX"),
    ],
)
def test_details_broken_at_the_end_of_a_line(lines: tuple[str, ...], whole: str) -> None:
    """An address broken in a narrow column is one again."""
    assert [row.text for row in whole_rows(rows.of(Line(text=line) for line in lines))] == [whole]


def test_details_read_within_a_section() -> None:
    """Details that were read after a section are the person's, and no part of the section."""
    address = "odile.brandvold@example.org | +47 22 12 34 56 | Bergen, Norway\n"
    moved = PLAIN.replace(address, "").replace("LANGUAGES\n", f"{address}\nLANGUAGES\n")
    cv, usual = read(moved), read(PLAIN)
    assert cv.contact.email == usual.contact.email
    assert (cv.contact.phone, cv.contact.location) == (usual.contact.phone, usual.contact.location)
    assert [each.terms for each in cv.entries()] == [each.terms for each in usual.entries()]


def test_a_referee_keeps_the_address() -> None:
    """An address under a heading of references is not the person's."""
    text = _NAMED.format(details="0711 5550142")
    cv = read(f"{text}\nREFERENCES\nRasmus Holtegaard, rasmus@example.org\n")
    assert cv.contact.email == ""


def test_initials_are_no_name() -> None:
    """Initials beside the name, as in a badge, are left over."""
    cv = read(_NAMED.format(details="ada@example.org").replace("Ada Fernsby", "AF | Ada Fernsby"))
    assert (cv.contact.name, cv.contact.headline) == ("Ada Fernsby", "")
    assert [fact.text for fact in cv.left_over] == ["AF"]
