"""One wording for rates that have several: fortnightly, every two weeks, alle zwei Wochen."""

import re
from functools import lru_cache

from aicvgen.domain.claims.numbers.halves import in_plain_numbers
from aicvgen.domain.claims.numbers.number_words import cardinal

_FEW = "zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf"
_TOGETHER = {
    "zweit": "zwei", "dritt": "drei", "viert": "vier", "fünft": "fünf", "sechst": "sechs",
    "siebt": "sieben", "neunt": "neun", "zehnt": "zehn",
}  # fmt: skip
_COUNTED = (
    "schicht|stern|gang|gäng|zimmer|familien|personen|jahres|monats|wochen|stunden|seiten|bett|achs"
    "|klassen|säulen|felder|tisch"
)
"""What a German compound counts: Dreischichtbetrieb is Drei-Schicht-Betrieb."""
_FORMS = (
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt",
)  # fmt: skip
"""Places of the forms of a school: Erstklässler are of Klasse 1."""
_OFFICE = "Access|Excel|Office|Outlook|PowerPoint|Project|Teams|Visio|Word"
_FIXED = (
    (r"\b(?:fortnightly|bi-?weekly|every fortnight|every other week)\b", "every second week"),
    (r"\bevery other (?=day|month|year|weekend|night)", "every second "),
    (r"\b(?:half-yearly|twice-yearly)\b", "twice a year"),
    (r"\b(?:bi-?annual|semi-annual)(?:ly)?\b", "twice a year"),
    (r"\bevery (?:six|6) months\b", "twice a year"),
    (r"\bevery (?:three|3) months\b", "quarterly"),
    (r"\bevery (?:twelve|12) months\b", "yearly"),
    (r"\bclass of (\w+)\b(?! (?:pupil|student|child|learner))", r"class of \1 pupils"),
    (r"\bin all\b(?=[.,;]|$)", "in total"),
    (r"\bat (?:the )?most(?= [\w£€$])", "up to"),
    (r"\bwpm\b", "words per minute"),
    (r"\bmph\b", "miles per hour"),
    (r"\bkm/h\b", "km pro Stunde"),
    (rf"\b({_FEW})-?(?=(?:{_COUNTED}))", r"\1-"),
    (r"\bround the clock\b", "24/7"),
    *(
        (rf"\b(?:number|no\.|nummer|nr\.) (?:{word}|{digit})(?= [a-zäöü]+er(?:in)?\b)", place)
        for word, digit, place in (
            ("one|eins", 1, "first"), ("two|zwei", 2, "second"), ("three|drei", 3, "third"),
        )
    ),
    (r"\b(Klasse|Jahrgang|Stufe)n? (\d\d?)/(\d\d?)\b", r"\1 \2 und \1 \3"),
    *(
        (rf"\b{place}- und (?=\w+klässler)", f"Klasse {number} und ")
        for number, place in enumerate(_FORMS, start=1)
    ),
    *(
        (rf"\b{place}klässler(?:n|innen)?\b", f"Klasse {number}")
        for number, place in enumerate(_FORMS, start=1)
    ),
    (rf"\bMS (?=(?:{_OFFICE})\b)", "Microsoft "),
    (r"\b(?:zweiwöchentlich|vierzehntägig|14-tägig)\w*\b", "jede zweite Woche"),
    (r"\balle (?:zwei Wochen|2 Wochen|14 Tage|vierzehn Tage)\b", "jede zweite Woche"),
    (r"\b(?:halbjährlich|alle (?:sechs|6) Monate)\w*\b", "zweimal im Jahr"),
    (r"\balle (?:drei|3) Monate\b", "vierteljährlich"),
    (r"\bJahres(?=budget|umsatz|umsätze|etat|volumen|menge|produktion|kosten)", "jährliche "),
    (r"\bMonats(?=budget|umsatz|umsätze|etat|volumen|menge|produktion|kosten)", "monatliche "),
    (r"\bTages(?=umsatz|umsätze|menge|produktion)", "tägliche "),
    (r"\bim Wochen(?:rhythmus|takt|turnus)\b", "wöchentlich"),
    (r"\bim Monats(?:rhythmus|takt|turnus)\b", "monatlich"),
    (r"\bE-(?=Fahrzeug|Auto|Mobil|Bus|Motor)", "Elektro-"),
    (r"\bElektro(?=fahrzeug|auto|mobil|bus|motor)", "Elektro-"),
    *(
        (rf"\bzu {together}(?: im Team)?\b", f"im Team von {number}")
        for together, number in _TOGETHER.items()
    ),
    (rf"\b(?P<number>{_FEW})er-?(?P<group>team|gruppe|mannschaft)", r"\g<group> von \g<number>"),
    (r"\bE-(?=Akte|Rechnung|Rezept|Patientenakte)", "elektronische "),
    (r"\b(\d+)-Stunden-(Stelle|Vertrag|Job)\b", r"\2 mit \1 Stunden pro Woche"),
    (r"\b(\d+)-hour (post|contract|job|role)\b", r"\2 of \1 hours a week"),
    (r"\bWochenstunden\b", "Stunden pro Woche"),
    (r"\bMonatsstunden\b", "Stunden pro Monat"),
    (r"\brund um die Uhr\b", "24/7"),
)  # fmt: skip
_SPELLINGS = tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _FIXED)
_EVERY = re.compile(
    r"\bevery (\w+) (day|week|month|year|weekend|night)s\b"
    r"|\balle (\w+) (Tage|Wochen|Monate|Jahre)\b",
    re.IGNORECASE,
)
_ONES = {
    "tage": ("jeden", "Tag"),
    "wochen": ("jede", "Woche"),
    "monate": ("jeden", "Monat"),
    "jahre": ("jedes", "Jahr"),
}


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return a text with its rates in the wording that the check compares."""
    for pattern, wording in _SPELLINGS:
        text = pattern.sub(wording, text)
    return in_plain_numbers(_EVERY.sub(_every, text))


def _every(found: re.Match[str]) -> str:
    """Write every three weeks as every 3rd week."""
    word = found[1] or found[3]
    number = int(word) if word.isdigit() else cardinal(word)
    if number is None:
        return found[0]
    if found[1]:
        return f"every {number}th {found[2]}"
    article, one = _ONES[found[4].lower()]
    return f"{article} {number}. {one}"
