"""Dates as people write them."""

import pytest

from aicvgen.model.extractive.cv.dates import find

_PRESENT = "…"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Mar 2019 – Present", "2019-03", _PRESENT),
        ("March 2019 to May 2021", "2019-03", "2021-05"),
        ("seit 03/2019", "2019-03", _PRESENT),
        ("Oktober 2017 bis heute", "2017-10", _PRESENT),
        ("01.10.2018 – 31.12.2020", "2018-10-01", "2020-12-31"),
        ("2016-2018", "2016", "2018"),
        ("2016 — 2018", "2016", "2018"),
        ("03/2019-05/2021", "2019-03", "2021-05"),
        ("2019-03 – 2021-05", "2019-03", "2021-05"),
        ("Jan '19 - Feb '20", "2019-01", "2020-02"),
        ("June – August 2022", "2022-06", "2022-08"),
        ("Mar. 2016 Exp. Jun. 2017", "2016-03", "2017-06"),
        ("Expected 2026", None, "2026"),
        ("voraussichtlich 09/2026", None, "2026-09"),
        ("Summer 2022", "2022", None),
        ("Wintersemester 2018/19", "2018", None),
        ("2022 -", "2022", _PRESENT),
        ("sept. 2018 – aujourd'hui", "2018-09", _PRESENT),
        ("marzo 2020 - actualidad", "2020-03", _PRESENT),
        ("January 20XX - Current", None, _PRESENT),
        ("Dec 2014", "2014-12", None),
        ("Summer 2013, 2014", "2013", "2014"),
        ("Summers 2013 and 2014", "2013", "2014"),
        ("Sommer 2013 und Sommer 2014", "2013", "2014"),
        ("2018–19", "2018", "2019"),
        ("1999–01", "1999", "2001"),
        ("2018-19", "2018", "2019"),
        ("2018/19", "2018", "2019"),
        ("2018-09", "2018-09", None),
    ],
)
def test_spellings(text: str, start: str | None, end: str | None) -> None:
    """Start, end and openness are understood, with the precision of the source."""
    found = find(text)
    assert found is not None
    period = found.period
    assert (period.start, _PRESENT if period.current else period.end) == (start, end)
    assert period.raw == text


@pytest.mark.parametrize(
    "text", ["Led 12 people", "GPA: 3.82", "+49 30 23125 555", "cut costs by 20,000", "room 12/13"]
)
def test_no_date(text: str) -> None:
    """Other numbers are no dates."""
    assert find(text) is None
