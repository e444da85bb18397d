"""Everyday German nouns of CVs, told from names: by their ending, or by this list.

Source of both lists: written for this project.
"""

_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "tät", "täten", "ismus", "ierung", "ment", "ments", "nis", "nisse", "nissen", "tum", "erin",
    "erinnen", "leiter", "berater", "arbeiter", "arbeitern", "prozess", "prozesse", "prozessen",
)  # fmt: skip
_SHORTEST = 6
_NOUNS = frozenset((
    "ablauf", "abläufe", "abteilung", "abteilungen", "alltag", "anfragen", "angebote", "anlagen",
    "ansprechpartner", "arbeit", "arbeiten", "aufbau", "aufgabe", "aufgaben", "auftrag",
    "auftraggeber", "aufträge", "ausbau", "bedarf", "bereich", "bereiche", "bereichen", "bericht",
    "berichte", "bestand", "betrieb", "betriebe", "betriebs", "daten", "dienst", "dienste",
    "einführung", "einkauf", "einsatz", "entwicklung", "erfahrung", "ergebnis", "ergebnisse",
    "ergebnissen", "fach", "fachbereich", "fehler", "firma", "firmen", "form", "führung",
    "gebiet", "geräte", "gespräche", "gruppe", "gruppen", "gäste", "gästen", "haus", "hilfe",
    "inhalte", "jahr", "jahre", "jahren", "jahres", "kenntnisse", "kinder", "kindern", "klasse",
    "klassen", "kollegen", "kolleginnen", "konzept", "konzepte", "kosten", "kunde", "kunden",
    "kundin", "kundinnen", "lager", "leiter", "leitung", "lieferanten", "lösung", "lösungen",
    "maßnahmen", "methoden", "mitarbeit", "mitarbeitende", "mitarbeitenden", "mitarbeiter",
    "mitarbeiterinnen", "mitarbeitern", "monat", "monate", "monaten", "monatlich", "neukunden",
    "partner", "patient", "patienten", "patientinnen", "personal", "pflege", "plan", "pläne",
    "praxis", "produkt", "produkte", "produkten", "produktion", "programm", "programme",
    "projekt", "projekte", "projekten", "projekts", "prozess", "prozesse", "prozessen",
    "prozesses", "qualität", "rahmen", "richtlinien", "rolle", "schicht", "schichten", "schule",
    "schulen", "schüler", "schülerinnen", "schülern", "service", "sowie", "standort", "standorte",
    "standorten", "station", "stelle", "stunden", "system", "systeme", "systemen", "systems",
    "tag", "tage", "tagen", "team", "teams", "termine", "thema", "themen", "umsatz", "umsetzung",
    "umsätze", "unterlagen", "unternehmen", "unternehmens", "verfahren", "verkauf", "vertrag",
    "vertrieb", "verträge", "verwaltung", "vorgaben", "ware", "waren", "weise", "werk", "wissen",
    "woche", "wochen", "zahlen", "zeit", "zeiten", "ziel", "ziele", "zielen", "zusammenarbeit",
))  # fmt: skip


def is_ordinary_noun(word: str) -> bool:
    """Say whether a capitalised German word is an everyday noun."""
    folded = word.casefold()
    return folded in _NOUNS or (len(folded) >= _SHORTEST and folded.endswith(_ENDINGS))
