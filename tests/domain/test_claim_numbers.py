"""Numbers and dates mean the same in every spelling, and nothing else means the same."""

import pytest

from aicvgen.domain.claims.numbers.bare import numbers_in
from aicvgen.domain.claims.numbers.dates import dates_in


@pytest.mark.parametrize(
    ("spellings", "key"),
    [
        (("50K", "50,000", "50.000", "50 000", "50\u202f000", "50k", "50 thousand"), "50000"),
        (("1.5M", "1,5 Mio.", "1.5 million", "1,5 Millionen", "1,500,000"), "1500000"),
        (("40%", "40 %", "40 percent", "40 Prozent", "40,0 %"), "40%"),
        (("$2M", "USD 2m", "2 million dollars", "$2,000,000"), "2000000 USD"),
        (("2 Mio. €", "EUR 2m", "2.000.000 Euro", "€2M"), "2000000 EUR"),
        (("three", "drei", "3", "3rd"), "3"),
        (("zwölf", "twelve", "a dozen", "12"), "12"),
        (("10+",), "10+"),
        (("2.5", "2,5"), "2.5"),
    ],
)
def test_spellings_of_one_number_are_equal(spellings: tuple[str, ...], key: str):
    """Each spelling gives exactly the one key."""
    assert [[claim.key for claim in numbers_in(text)] for text in spellings] == [
        [key] for _ in spellings
    ]


@pytest.mark.parametrize("text", ["k8s", "EC2 and S3", "B2B", "in 2019", "Mar 2019", "OAuth2"])
def test_digits_inside_names_and_dates_are_no_numbers(text: str):
    """A product's digits and a year are other kinds of claims."""
    assert list(numbers_in(text)) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Mar 2018 - Present", ["2018-03"]),
        ("March 5, 2018", ["2018-03"]),
        ("03/2018 to 4.2020", ["2018-03", "2020-04"]),
        ("2018-03", ["2018-03"]),
        ("März 2020 bis Dez. 2021", ["2020-03", "2021-12"]),
        ("2015-2018, 2019–2021", ["2015", "2018", "2019", "2021"]),
        ("$2000 for 2,019 people and 2000% more", []),
    ],
)
def test_dates_are_read_with_their_precision(text: str, keys: list[str]):
    """Years and months are found in both languages; amounts are no years."""
    assert [claim.key for claim in dates_in(text)] == keys
