"""Words of our own: headings and dates in the language of the CV."""

import pytest

from agents.page_samples import full_cv
from aicvgen.documents import labels
from aicvgen.documents.dates import printed_period
from aicvgen.documents.page import page
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Period, Section
from aicvgen.model.extractive.cv import dates


@pytest.mark.parametrize(
    ("language", "heading"),
    [("de-AT", "Berufserfahrung"), ("xx", "Work Experience"), ("pt", "Experiência profissional")],
)
def test_headings_are_in_the_language_of_the_cv(language: str, heading: str):
    """An unknown language falls back to English; a heading of the person's own stays."""
    headings = [each.heading for each in page(full_cv(language=language)).sections]

    assert heading in headings
    assert headings[-1] == "Boats I Have Owned"


def test_every_kind_has_a_heading_in_each_language():
    """Seven languages have a label for each kind of section but `custom`."""
    for kind in set(Kind) - {Kind.CUSTOM}:
        headings = [labels.heading(kind, code) for code in labels.LANGUAGES]
        assert all(headings)
        assert len(set(headings)) > 2


def test_two_sections_of_one_kind_keep_their_own_headings():
    """Our label would not tell them apart."""
    cv = Cv(
        contact=Contact(name="Ada"),
        sections=tuple(
            Section(
                kind=Kind.SKILLS, heading=heading, entries=(Entry(id=f"skills-{n}", terms=("x",)),)
            )
            for n, heading in enumerate(("Tools", "Methods"), start=1)
        ),
    )

    assert [section.heading for section in page(cv).sections] == ["Tools", "Methods"]


@pytest.mark.parametrize(
    ("period", "language", "printed"),
    [
        (
            Period(raw="2019-03 – Present", start="2019-03", current=True),
            "en",
            "Mar 2019 – Present",
        ),
        (Period(raw="2019-03 – Present", start="2019-03", current=True), "de", "März 2019 – heute"),
        (Period(raw="2019 – 2021-12", start="2019", end="2021-12"), "nl", "2019 – dec. 2021"),
        (
            Period(raw="2019-06-01 – 2021-02-28", start="2019-06-01", end="2021-02-28"),
            "en",
            "Jun 2019 – Feb 2021",
        ),
        (Period(raw="until 2021-12", end="2021-12"), "fr", "jusqu'à déc. 2021"),
        (Period(raw="2021-12-09", start="2021-12-09"), "it", "9 dic. 2021"),
        (Period(raw="seit 03/2019", start="2019-03", current=True), "de", "seit 03/2019"),
        (Period(raw="2019 - 2021", start="2019", end="2021"), "es", "2019 - 2021"),
        (None, "en", ""),
    ],
)
def test_dates_are_printed_in_words_unless_somebody_wrote_them(
    period: Period | None, language: str, printed: str
):
    """Dates that came as data are worded in the CV's language; written ones stay as they are."""
    assert printed_period(period, language) == printed


@pytest.mark.parametrize("language", labels.LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_printed_dates_are_understood_again(language: str, month: int):
    """Every month, 'until' and 'present' in every language means what it meant."""
    start, end = f"2018-{month:02}", f"2021-{13 - month:02}"
    for period in (
        Period(raw=f"{start} – {end}", start=start, end=end),
        Period(raw=f"{start} – Present", start=start, current=True),
        Period(raw=f"until {end}", end=end),
    ):
        found = dates.find(f"Keeper, {printed_period(period, language)}")
        assert found is not None
        assert found.period.model_dump(exclude={"raw"}) == period.model_dump(exclude={"raw"})
