"""Which texts name a place, and how surely."""

import pytest

from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import places
from aicvgen.model.extractive.cv.addresses import Address
from aicvgen.model.extractive.cv.places import is_address, is_place, place_score
from aicvgen.model.extractive.cv.rows import of


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Hamburg", 3),
        ("Torino", 3),
        ("Northeim", 2),
        ("Goirle", 2),
        ("Reading", 1),
        ("Mobile", 1),
        ("Sales", 0),
        ("Marketing", 0),
        ("SAP", 0),
        ("Mobile, Alabama", 3),
        ("Reading, UK", 3),
        ("Toronto, Ontario, CA", 3),
        ("Youngstown, OH", 3),
        ("Little Wending, England", 2),
        ("Torino (TO)", 3),
        ("Remote (EU)", 3),
        ("Berlin (hybrid)", 3),
        ("Lyon, France (télétravail)", 3),
        ("Paris / Remote", 3),
        ("38640 Goslar", 3),
        ("5038 ZK Tilburg", 3),
        ("London N7 0EX", 3),
        ("Dublin Ireland", 3),
        ("Greater Manchester", 3),
        ("Sales Manager, Germany", 0),
        ("Moss & Fenwick Ltd, Leeds", 0),
        ("it", 0),
    ],
)
def test_how_surely(text: str, score: int) -> None:
    """A name alone may be a word as well; with region, country or postcode it is a place."""
    assert place_score(text) == score
    assert is_place(text) is (score > 1)


@pytest.mark.parametrize(
    "text",
    [
        "Lindenstraße 14, 34117 Kassel",
        "Flat 9, 114 Weaver Rise, London N7 0EX",
        "Rua das Oliveiras 73, 2.º Esq., 4050-089 Porto",
        "Via Santa Chiara 41, 10124 Torino (TO)",
        "12 rue des Lilas",
        "Calle Mayor 5, 3ºB",
        "1188 Barley Creek Rd, Columbus, OH 43207",
        "Leeds, West Yorkshire LS2 7EW GB",
        "97214, Portland, Oregon (US)",
        "Fernsteigli 7, Zürich, 8001, Zürich, CH",
        "Fernsteigli 7 Zürich",
    ],
)
def test_addresses(text: str) -> None:
    """Streets and postcodes of several countries are addresses."""
    assert is_address(text)


@pytest.mark.parametrize("text", ["Python 3, Java", "Office 2019, Excel", "Mobile, Web"])
def test_no_addresses(text: str) -> None:
    """A word and a number are no street without a place behind them."""
    assert not is_address(text)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Lindenstraße 14", "34117 Kassel", "Germany"), "Lindenstraße 14, 34117 Kassel, Germany"),
        (("Rua das Oliveiras 73, 2.º", "Esq., 4050-089 Porto"), None),
        (("1188 Barley Creek Rd, Columbus, OH", "43207"), None),
    ],
)
def test_an_address_on_several_lines(parts: tuple[str, ...], whole: str | None) -> None:
    """Lines of an address are joined with a comma where a new part starts."""
    rows = of(Line(text=part) for part in parts)
    address = Address(parts[0], [rows[0]])
    for row in rows[1:]:
        assert address.is_near(row)
        assert address.goes_on_with(row.text)
        address.add(row.text, row)
    assert address.text == (whole or " ".join(parts))


def test_a_second_place_is_no_part_of_an_address() -> None:
    """Two towns, each with its country, are two places."""
    (row,) = of([Line(text="Leeds, UK")])
    assert not Address("Leeds, UK", [row]).goes_on_with("York, UK")
    assert places.is_within("leeds", "Leeds, UK")
