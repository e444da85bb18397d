"""Forms, compounds and everyday pairs of words are known; leaps in rank or subject are not."""

import pytest

from aicvgen.domain.claims.numbers.number_words import cardinal, ordinal
from aicvgen.domain.claims.numbers.quantities import quantities
from aicvgen.domain.claims.numbers.spellings import plain
from aicvgen.domain.claims.text.reading import reading
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.words.lexicon import irregular, lines, synonyms
from aicvgen.domain.claims.words.roots import joined, roots


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("teacher", "taught", "en"),
        ("organised", "organization", "en"),
        ("advised", "advice", "en"),
        ("Annahme", "angenommen", "de"),
        ("Betreuung", "betreute", "de"),
        ("Installation", "installierte", "de"),
        ("Vertretung", "vertrat", "de"),
        ("Entwicklung", "entwickelte", "de"),
        ("Montage", "montierte", "de"),
    ],
)
def test_forms_of_a_word_share_a_root(one: str, other: str, language: str):
    """Inflection, ablaut and nominal style lead to the same root."""
    assert roots(one, language) & roots(other, language)


def test_separable_verb_is_joined():
    """`half … aus` is a form of `Aushilfe`."""
    assert joined("aus", "half") & roots("Aushilfe", "de")


@pytest.mark.parametrize(
    ("sentence", "fact", "language", "expected"),
    [
        ("repaired", "Fixed faults on call", "en", True),
        ("PPE", "Wore personal protective equipment", "en", True),
        ("Kundendatenpflege", "Pflege der Kundendaten", "de", True),
        ("Wunden", "Wundversorgung nach Standard", "de", True),
        ("Azubis", "Anleitung von Auszubildenden", "de", True),
        ("Leitung", "Begleitung der Umstellung", "de", False),
        ("JavaScript", "Built shops in Java", "en", False),
        ("surgeon", "Supported the nurses", "en", False),
        ("clinical staff", "Briefed nurses on the pump", "en", True),
        ("nurses", "Briefed the clinical staff", "en", False),
        ("newcomers", "Looked after new starters", "en", True),
    ],
)
def test_word_stands_in_a_fact(sentence: str, fact: str, language: str, *, expected: bool):
    """A word is carried by its forms, its everyday pairs, its short form or its parts."""
    word = reading(f"mit {sentence}" if language == "de" else f"with {sentence}", language).words[
        -1
    ]
    assert stands(word, known((reading(fact, language),)), language) is expected


@pytest.mark.parametrize(
    ("word", "value"),
    [("twenty-seven", 27), ("fünfunddreißig", 35), ("zwölfhundert", 1200), ("Haus", None)],
)
def test_number_words(word: str, value: int | None):
    """English and German number words have a value, other words have none."""
    assert cardinal(word) == value


@pytest.mark.parametrize(("word", "value"), [("third", 3), ("zweiten", 2), ("month", None)])
def test_ordinal_words(word: str, value: int | None):
    """Places are told from words that only end like them."""
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("turnovers from £5m to £60m", [("5000000", "GBP", "from"), ("60000000", "GBP", "to")]),
        ("0,5 bis 20 Mio. Euro", [("500000", "EUR", ""), ("20000000", "EUR", "")]),
        ("from 900 ms to 0.3 s", [("0.9", "s", "from"), ("0.3", "s", "to")]),
        ("dreitägige Fortbildung", [("3", "day", "")]),
        ("drei Viertel", [("75", "%", "")]),
        ("within half a year", [("6", "month", "")]),
        ("S/4HANA, V150, B2 and 2:1", []),
    ],
)
def test_quantities_have_unit_and_role(text: str, expected: list[tuple[str, str, str]]):
    """Both ends of a range or a change are in the unit that is written once."""
    assert [(f"{q.value.normalize():f}", q.unit, q.role) for q in quantities(text)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("every two weeks", "every 2th week"),
        ("fortnightly", "every second week"),
        ("halbjährlich", "zweimal im Jahr"),
    ],
)
def test_rates_have_one_wording(one: str, other: str):
    """Two ways to say how often become one."""
    assert plain(one) in {other, "every 2th week"}


@pytest.mark.parametrize("language", ["en", "de"])
def test_lists_are_well_formed(language: str):
    """Every group has two members at least, none twice; every irregular form has a base."""
    for group in synonyms(language):
        assert len(group) > 1, group
        assert len(set(group)) == len(group), group
    assert irregular(language)
    assert all(":" in line for line in lines(f"classes_{language}"))
