"""Texts get shorter, are parted, joined and spelled like the ad, and never say more."""

import pytest

from aicvgen.model.extractive.sentences import clauses_of, sentences_of
from aicvgen.model.extractive.wording import in_the_ads_words, parted, shortened

_LONG = (
    "Ran the weekly market stall of the bakery with two helpers and a van, baked the bread for it"
    " and wrote the orders"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_LONG} (a job nobody else wanted at all)", _LONG),
        (f"{_LONG} for hotels in the old town, including guest houses and inns", None),
        (f"{_LONG} (except on public holidays in the summer season)", "same"),
        (f"{_LONG} (about 40 loaves for each of the days)", "same"),
        (f"{_LONG} (with a stock list kept in Excel every week)", "same"),
        ("Ran the stall (a job nobody else wanted)", "same"),
    ],
)
def test_only_asides_that_limit_nothing_are_cut(text: str, expected: str | None):
    """Figures, limits and what the ad asks for stay, and short texts stay whole."""
    short = shortened(text, frozenset({"Microsoft Excel"}), "en")
    if expected == "same":
        assert short == (text, ())
    elif expected is None:
        assert short.text == f"{_LONG} for hotels in the old town"
        assert short.cut == ("including guest houses and inns",)
    else:
        assert short.text == expected
        assert short.cut == ("(a job nobody else wanted at all)",)


@pytest.mark.parametrize(
    ("second", "parts"),
    [
        ("Trained the two new apprentices in everything from sourdough to invoices.", 2),
        ("In production.", 1),
        ("This brought in a third of the takings of the whole shop in the end.", 1),
        ("Dadurch kam am Ende ein Drittel der Einnahmen des ganzen Ladens zusammen.", 1),
    ],
)
def test_long_texts_are_parted_where_each_sentence_stands_alone(second: str, parts: int):
    """A sentence that points back stays with the one before."""
    assert len(parted(f"{_LONG}. {second}")) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran services on k8s", "Ran services on Kubernetes"),
        ("Ran Kubernetes (k8s) clusters", "Ran Kubernetes (k8s) clusters"),
        ("See k8s.example.org", "See k8s.example.org"),
        ("Looked after Postgres servers", "Looked after Postgres servers"),
    ],
)
def test_names_are_spelled_as_the_ad_spells_them(text: str, expected: str):
    """Only another spelling of the same name, never inside an address, never twice."""
    assert in_the_ads_words(text, {"Kubernetes": "Kubernetes"}, "en") == expected


def test_the_ads_plural_does_not_reach_into_a_sentence_about_one():
    """'A REST API' stays one, however many the ad asks for."""
    text = "Built a REST API for 40 carriers."
    assert in_the_ads_words(text, {"REST API": "REST APIs"}, "en") == text


def test_a_semicolon_parts_no_sentence_of_a_summary():
    """Without its mark the first half would run into the second."""
    text = "Twice finalist of the county fair; bread and cake certified. Bakes."
    assert list(sentences_of(text)) == [
        "Twice finalist of the county fair; bread and cake certified.",
        "Bakes.",
    ]
    assert next(iter(clauses_of(text))) == "Twice finalist of the county fair"


def test_a_statement_too_short_stays_with_the_one_beside_it():
    """It loses no mark, and the others are parted all the same."""
    second = "Trained the two new apprentices in everything from sourdough to invoices"
    text = f"{_LONG}; In production. {second}."
    assert parted(text) == (f"{_LONG}; In production.", f"{second}.")
