"""What small words, numbers and abbreviations of a rewritten fact may say, and what not."""

import pytest

from domain.rewrites import claims


def _found(sentence: str, fact: str, language: str) -> list[str]:
    return [claim.words for claim in claims(sentence, fact, language)]


@pytest.mark.parametrize(
    ("sentence", "fact", "language"),
    [
        (
            "Closed the books a week before the audit.",
            "Closed the books a week after the audit.",
            "en",
        ),
        ("Was on call every weekend.", "Was on call one weekend in four.", "en"),
        ("Prepared income tax forms.", "Prepared corporation tax forms.", "en"),
        ("Cut waste from 9% to 6%.", "Recorded waste, which fell from 9% to 6%.", "en"),
        ("Sold 20 successful prints.", "Sold 20 prints, of which half were successful.", "en"),
        ("Moved the files in autumn 2019.", "Moved the files in spring 2019.", "en"),
        ("Supervised the wiring.", "Did the wiring under supervision.", "en"),
        ("Sold shoes for eight years.", "Sold shoes for six years.", "en"),
        ("Repaired cars, vans and lorries.", "Repaired cars and vans.", "en"),
        ("Kept documents, papers and letters.", "Kept documents and letters.", "en"),
        ("Sold shoes, employee of the year.", "Sold shoes as an employee all year.", "en"),
        ("Auszeichnung für die Beratung.", "Beratung zur Preisliste.", "de"),
        ("Beriet Gäste auf Italienisch.", "Beriet Gäste aus Italien auf Deutsch.", "de"),
        ("Leitung der Kasse.", "Vertretung der Kassenleitung.", "de"),
        ("Notdienst an jedem Wochenende.", "Notdienst an jedem dritten Wochenende.", "de"),
    ],
)
def test_turned_relation_is_found(sentence: str, fact: str, language: str):
    """Another order, turn, agent, share, season or language than the fact's is a claim."""
    assert _found(sentence, fact, language)


@pytest.mark.parametrize(
    ("sentence", "fact", "language"),
    [
        ("Laid 2,500 m of pipe.", "Laid 2.5 km of pipe.", "en"),
        ("Sorting made eight times faster.", "Sorting took 5 hours instead of 40.", "en"),
        ("Led a crew of 25 people.", "Led a crew of 22 pickers and three drivers.", "en"),
        ("Planted 60 trees, 20 a year on average.", "Planted 60 trees over three years.", "en"),
        ("Moved files to Amazon Web Services.", "Moved files to AWS.", "en"),
        ("Drew plans in Microsoft Project.", "Drew plans in MS Project.", "en"),
        ("Three of them went on to run shops.", "Trained 5 men; three later ran shops.", "en"),
        ("Ladung vorschriftsgemäß gesichert.", "Ladungssicherung nach Vorschrift.", "de"),
        ("Zwei Etats, zusammen 100.000 Euro.", "Zwei Etats von je 50.000 Euro.", "de"),
        ("Die Wartezeit sank um drei Tage.", "Wartezeit von 12 auf 9 Tage gesunken.", "de"),
        ("Umbau mit drei Kollegen geplant.", "Umbau zu viert geplant.", "de"),
        ("Arbeit im Drei-Schicht-Betrieb.", "Arbeit im Dreischichtbetrieb.", "de"),
        ("Wohnhäuser im Kl. B gebaut.", "Wohnhäuser im Klasse B gebaut.", "de"),
        ("Kunden beraten.", "Kundenberatung.", "de"),
    ],
)
def test_same_told_otherwise_passes(sentence: str, fact: str, language: str):
    """Units, figures that follow, abbreviations and compounds are no new claims."""
    assert not _found(sentence, fact, language)
