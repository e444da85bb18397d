"""Seven languages: which one it is, its headings, its months and how it says 'until now'."""

import pytest

from agents.cv_samples import read
from aicvgen.documents.labels import heading
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.cv import dates, headings
from aicvgen.model.extractive.language import language_of

SENTENCES = {
    "en": "Led the move of two data centres to the cloud with a team of five engineers.",
    "de": "Leitung der Umstellung von zwei Rechenzentren auf die Cloud mit einem kleinen Team.",
    "fr": "Pilotage de la migration de deux centres de données avec une équipe de cinq personnes.",
    "es": "Dirección de la migración de dos centros de datos con un equipo de cinco personas.",
    "it": "Gestione della migrazione di due centri dati con un gruppo di cinque persone.",
    "pt": "Gestão da migração de dois centros de dados com uma equipa de cinco pessoas em Braga.",
    "nl": "Leiding van de verhuizing van twee rekencentra met een team van vijf mensen.",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "de": "Jan. Feb. Mär. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "it": "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
}
PRESENT = {
    "en": ("Present", "Current", "now", "to date", "today", "ongoing"),
    "de": ("heute", "aktuell", "jetzt", "dato", "laufend", "bis heute"),
    "fr": ("présent", "aujourd'hui", "aujourd’hui", "à ce jour", "en cours", "actuel"),
    "es": ("actualidad", "la actualidad", "presente", "actual", "hoy"),
    "it": ("oggi", "presente", "in corso", "attuale"),
    "pt": ("presente", "atual", "o momento", "hoje", "atualmente"),
    "nl": ("heden", "nu"),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_language_of_one_sentence(language: str) -> None:
    """A sentence is enough to tell the language."""
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text", ["", "Python, SQL, Go", "ada@mail.com.br da.example.org", "Ana de la Cruz"]
)
def test_words_that_do_not_tell_count_as_english(text: str) -> None:
    """Terms, addresses and names are no sentences."""
    assert language_of(f"{text}\nKept the books for the harbour.") == "en"


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CUSTOM])
@pytest.mark.parametrize("language", SENTENCES)
def test_headings_are_known(language: str, kind: Kind) -> None:
    """The heading that we print for a kind of section is read as that kind, in any case."""
    label = heading(kind, language)
    assert headings.kind_of(label) is kind
    assert headings.kind_of(label.upper()) is kind


def test_labels_are_in_the_language() -> None:
    """No two languages call work experience the same."""
    assert len({heading(Kind.WORK, language) for language in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("language", MONTHS)
def test_months(language: str) -> None:
    """Every month is known by its name and by its short form."""
    for names in (MONTHS[language], SHORT_MONTHS[language]):
        for number, name in enumerate(names.split(), start=1):
            found = dates.find(f"{name} 2019 – {name} 2021")
            assert found is not None, name
            expected = (f"2019-{number:02d}", f"2021-{number:02d}")
            assert (found.period.start, found.period.end) == expected, name


@pytest.mark.parametrize(
    ("language", "word"), [(language, word) for language in PRESENT for word in PRESENT[language]]
)
def test_until_now(language: str, word: str) -> None:
    """A role that goes on is current, however the language says it."""
    month = MONTHS[language].split()[2]
    found = dates.find(f"{month} 2019 – {word}")
    assert found is not None
    assert (found.period.start, found.period.end) == ("2019-03", None)
    assert found.period.current
    assert found.period.raw.endswith(word)


@pytest.mark.parametrize(
    ("sections", "language"),
    [
        (
            "Employment\n\nClerk, Moss Ltd, 2019 - present\n- Tills\n\nEducation\nA levels",
            "en",
        ),
        ("Berufserfahrung\n\nKassiererin, Moos, 2019 - heute\n- Kasse\n\nAusbildung\nAbitur", "de"),
        ("Experiencia\n\nCajera, Moss, 2019 - 2020\n- Caja\n\nEducación\nBachillerato", "es"),
    ],
)
def test_the_headings_of_a_short_cv_tell_its_language(sections: str, language: str) -> None:
    """It has too few function words, and the 'A' of 'A levels' is one of another language."""
    assert read(f"Eva Fernsby\neva@example.org\n\n{sections}\n").language == language
