"""Words that only carry a sentence are free; what they carry still needs its fact."""

import pytest

from domain.rewrites import claims


def _found(sentence: str, fact: str, language: str) -> list[str]:
    return [claim.words for claim in claims(sentence, fact, language)]


@pytest.mark.parametrize(
    ("sentence", "fact", "language"),
    [
        ("Dealt with letters, for instance about rent.", "Letters about rent and heating.", "en"),
        ("Lent the archivist a hand with the maps.", "Helped the archivist with maps.", "en"),
        (
            "Took part in a survey headed by the dean.",
            "Took part in a survey led by the dean.",
            "en",
        ),
        ("The licence was retained.", "The club kept its licence.", "en"),
        ("All my letters were filed.", "Filed each letter.", "en"),
        ("Answered in no more than two days.", "Answered within two days.", "en"),
        ("Joined walks along the coast of Wales.", "Walks along the Welsh coast.", "en"),
        ("Read scans by RNA sequencing.", "Read RNA-seq scans.", "en"),
        ("I have read letters in the archive.", "Read letters in the archive.", "en"),
        ("Zum Schluss ging es um Akten, und zwar zunächst um alte.", "Alte Akten.", "de"),
        ("Ich habe Akten geordnet.", "Ordnung der Akten.", "de"),
        ("Bei Umzügen wurden von mir Akten sortiert.", "Umzüge begleitet: Akten sortiert.", "de"),
        ("Gespräche mit Eltern geführt.", "Gespräche mit Eltern.", "de"),
        ("Drei Jahre ohne Unfall.", "Drei Jahre unfallfrei.", "de"),
        ("Pflege des eigenen Wagens.", "Pflege meines Wagens.", "de"),
        (
            "Für das Amt, das viele Briefe erhielt, sortiert.",
            "Viele Briefe fürs Amt sortiert.",
            "de",
        ),
        ("Touren in Nordrhein-Westfalen geplant.", "Tourenplanung in NRW.", "de"),
        ("Assistierte beim Umbau.", "Assistenz beim Umbau.", "de"),
    ],
)
def test_everyday_wording_passes(sentence: str, fact: str, language: str):
    """Carrying verbs, connectives, passives, abbreviations and places claim nothing."""
    assert not _found(sentence, fact, language)


@pytest.mark.parametrize(
    ("sentence", "fact", "language"),
    [
        ("Took minutes and letters.", "Letters.", "en"),
        ("Took charge of the survey.", "Helped with the survey.", "en"),
        ("Headed the survey.", "Took part in a survey headed by the dean.", "en"),
        ("Helped replace Alder with Birke.", "Helped replace Birke with Alder.", "en"),
        ("Alder files were swapped for Birke.", "Replaced Birke files with Alder.", "en"),
        ("Took files off Birke and onto Alder.", "Moved files from Alder to Birke.", "en"),
        ("Letters for the whole company.", "Letters for the company.", "en"),
        ("Wrote letters for a successful bid.", "Wrote letters for a bid.", "en"),
        ("Letters read by clients.", "Letters read by 12 people.", "en"),
        ("Site foreman on two jobs.", "Deputy site foreman on two jobs.", "en"),
        ("I rewrote the bullet.", "Letters.", "en"),
        ("Auf die bestandene Prüfung vorbereitet.", "Vorbereitung auf die Prüfung.", "de"),
        ("Ab 2016 als Gruppenführer tätig.", "Ab 2016 stellvertretender Gruppenführer.", "de"),
        ("Büroleitung bis 2018.", "Stellvertretende Büroleitung bis 2018.", "de"),
        ("Leitung des Umzugs.", "Umzug, Leitung durch die Chefin.", "de"),
        ("Erfassung mit SOLVA Honorar.", "Honorarerfassung mit SOLVA KLARA.", "de"),
        (
            "Beratung zu Mietverträgen, Hauskäufen und Hausabkommen.",
            "Beratung zu Mietverträgen und Hauskäufen.",
            "de",
        ),
        ("AG mit Rasmo und Adler gebaut.", "AG mit Rasmo gebaut.", "de"),
        ("Nach eigenen Plänen gebaut.", "Nach Plänen gebaut.", "de"),
        ("War Ausbilderin von Auszubildenden.", "Hilfe für Auszubildende.", "de"),
        ("Schein der Klasse B.", "Schein der Klasse A.", "de"),
    ],
)
def test_claim_among_everyday_words_is_found(sentence: str, fact: str, language: str):
    """What is added, turned round or dropped is found however plainly it is put."""
    assert _found(sentence, fact, language)
