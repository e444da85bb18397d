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
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_OFFICE = "Access|Excel|Office|Outlook|PowerPoint|Project|Teams|Visio|Word"
_SMALL = r"(?:\d\d?|two|three|four|five|six|seven|eight|nine|ten)\b"
_SMALL_DE = r"(?:\d\d?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)"
_FIRST = r"(?:\d\d?|three|five|ten|twenty|drei|fünf|zehn|zwanzig|Ten)"
_PLACES = r"(?:first|second|third|fourth|ersten?|zweiten?|dritten?|vierten?)"
_UNWANTED = (
    r"(?:(?:recorded|reported|reportable|known|serious|major|minor|critical|lost|lost-time"
    r"|medication) )*"
    r"(?:accident|breach|bug|complaint|defect|discrepanc|error|failure|fault|finding|incident|injur|loss"
    r"|mistake|omission|outage|return|violation)"
)
"""What none of is told as zero."""
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
    (r"\bfrom (year|grade|level|class|form) (\d+) to \1 (\d+)\b", r"in \1s \2 to \3"),
    (r"\bvon (Klasse|Jahrgang|Stufe) (\d+) bis \1 (\d+)\b", r"in \1 \2 bis \3"),
    (r"\b([a-zäöü]{3,}) (\d\d?) (and|und) \1 (?=\d)", r"\1s \2 \3 "),
    (r"\b(?:a|one) hundred\b(?! (?:and|thousand|million)\b)", "100"),
    (r"\b(?:a|one) thousand\b(?! million)", "1000"),
    (r"\bat (?:the )?most(?= [\w£€$])", "up to"),
    (r"\ba (?:pair|couple) of\b", "two"),
    (r"(?<!without )(?<!not )\ba single (?=\w)", "one "),
    (r"\bupper second(?:[- ]class)?(?: honou?rs)?\b", "2:1"),
    (r"\bsecond[- ]class(?: honou?rs)?,? \(?upper(?: division\)?)?", "2:1"),
    (r"\blower second(?:[- ]class)?(?: honou?rs)?\b", "2:2"),
    (r"\bsecond[- ]class(?: honou?rs)?,? \(?lower(?: division\)?)?", "2:2"),
    (r"\bhalf a dozen\b", "six"),
    (r"\ba (?:trio|threesome) of\b", "three"),
    (r"\bre-(?=[a-z]{3,}(?:ed|ing|e|s)\b)", "re"),
    (r"\bboth (?=(?:[\w'’-]+ ){1,4}and )", ""),
    (r"\b(\d+)['’]s\b", r"\1"),
    (r"\ba quarter of a year\b", "three months"),
    (r"\balternate (?=(?:day|week|month|weekend|night|shift)s\b)", "every second "),
    (rf"\bone (\w+) (?:out of|in) every (?={_SMALL})", r"one \1 in "),
    (rf"\bone (\w+) out of (?={_SMALL})", r"one \1 in "),
    (r"\b(?:degrees?|Grad) (?:Celsius|C)\b", "°C"),
    (r"\bGrad(?= (?:unter Null|minus|plus)\b)", "°C"),
    (r"(?<=\bbei minus \d\d) Grad\b", " °C"),
    (r"\bdegrees?(?= (?:below|above) (?:zero|freezing)\b)", "°C"),
    (r"\b(?=\d+ °C (?:below (?:zero|freezing)|unter Null)\b)", "-"),
    (r"(?<=°C) (?:below (?:zero|freezing)|unter Null)\b", ""),
    (r"\bminus (?=\d)", "-"),
    *(
        (rf"\b{best}\b", plain)
        for best, plain in (
            (rf"(?:in|among|into|to) the (?:top|best) ({_FIRST})", r"in the top \1"),
            (rf"(?:in|among|into) the ({_FIRST}) best", r"in the top \1"),
            (rf"(?:in|unter) (?:den|die|der) (?:Top|besten)[ -]({_FIRST})", r"unter den besten \1"),
            (rf"unter (?:den|die) ({_FIRST}) besten", r"unter den besten \1"),
        )
    ),
    *(
        (rf"\b(?:in )?({_SMALL_DE}|{_SMALL}) {one}", r"\1 \2 in a row")
        for one in (
            r"(years|months|weeks|quarters|seasons) (?:running|in succession|consecutively)\b",
            r"(?:consecutive|successive|straight) (years|months|weeks|quarters|seasons)\b",
        )
    ),
    *(
        (rf"\b(?:in )?({_SMALL_DE}) {one}", r"\1 \2 in Folge")
        for one in (
            r"(Jahren?|Monaten?|Wochen|Mal|Quartalen?) (?:lang )?(?:hintereinander|nacheinander)\b",
            r"aufeinander ?folgenden? (Jahren?|Monaten?|Wochen|Quartalen?)\b",
        )
    ),
    (rf"\b({_SMALL_DE})mal (?:hintereinander|nacheinander|in Folge)\b", r"\1 Mal in Folge"),
    (
        rf"\b({_PLACES}) (and|und) ({_PLACES}) (?!(?:and|und|of|in|von|im)\b)([A-Za-zäöü]{{3,}})",
        r"\1 \4 \2 \3 \4",
    ),
    (r"\bmax\.? (?=\d)", "maximum "),
    (rf"\b(?:zero|nil|0) (?={_UNWANTED})", "no "),
    (r"\bwpm\b", "words per minute"),
    (r"\bmph\b", "miles per hour"),
    (r"\bkm/h\b", "km pro Stunde"),
    (r"\bmiles per gallon\b", "mpg"),
    (r"\bper (\S+) and (?=(?:hour|day|week|month|year)\b)", r"per \1 per "),
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
    (r"\bbis zu (?:einem Wert|einer Höhe|einer Größe|einer Länge) von (?=\d)", "bis zu "),
    (r"\b(?:ein )?halbe[sn] Prozent\b", "0,5 Prozent"),
    (r"\bzwei von dreien\b", "zwei Drittel"),
    (r"\bdrei von vieren\b", "drei Viertel"),
    (r"\b(?<=ein )Halbjahr\b", "halbes Jahr"),
    (r"\b(?<=einem )Halbjahr\b", "halben Jahr"),
    (r"\b(?:ein|einem|eines) Vierteljahr(?:es)?\b", "3 Monate"),
    (r"\bjede[sn]? Halbjahr\b", "zweimal im Jahr"),
    (r"\b(?:zwei|2) ?-?mal jährlich\b", "zweimal im Jahr"),
    (r"\b(?:zweiwöchentlich|vierzehntägig|14-tägig)\w*\b", "jede zweite Woche"),
    (r"\balle (?:zwei Wochen|2 Wochen|14 Tage|vierzehn Tage)\b", "jede zweite Woche"),
    (r"\b(?:halbjährlich|alle (?:sechs|6) Monate)\w*\b", "zweimal im Jahr"),
    (r"\balle (?:drei|3) Monate\b", "vierteljährlich"),
    (r"\bJahres(?=budget|umsatz|umsätze|etat|volumen|menge|produktion|kosten)", "jährliche "),
    (r"\bMonats(?=budget|umsatz|umsätze|etat|volumen|menge|produktion|kosten)", "monatliche "),
    (r"\bTages(?=umsatz|umsätze|menge|produktion)", "tägliche "),
    (r"\b(\w+)köpfige[nrsm]? (Team|Gruppe|Mannschaft)\b", r"\2 von \1"),
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
    (r"\b(\d{1,3}) (?:TEUR|T€)(?!\w)", r"\1.000 €"),
    (r"\b(?:TEUR|T€) (\d{1,3})\b(?![.,]\d)", r"\1.000 €"),
    (r"\bhalf a percentage point\b", "0.5 percentage points"),
    (r"\b(?:um )?(?:einen )?halben Prozentpunkt\b", "um 0,5 Prozentpunkte"),
    (
        r"\ba quarter (?=(?:shorter|longer|less|fewer|more|lower|higher|smaller|larger|faster)\b)",
        "25% ",
    ),
    *(
        (rf"\b(?:{place}) (?:quarter of|Quartal(?: des Jahres)?) (?=20\d\d\b)", f"Q{number} ")
        for number, place in enumerate(
            (r"first|ersten?s?|1\.", r"second|zweiten?s?|2\.", r"third|dritten?s?|3\.",
             r"fourth|vierten?s?|4\."),
            start=1,
        )
    ),
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

_RHYTHM = re.compile(
    r"\b(?:im|in einem) (\w+?)-?(Tage?|Woche|Monat|Jahre?)[ns]?-?"
    r"(?:rhythmus|takt|turnus|abstand)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?:im|in einem) (\w+(?:lich|tägig|wöchig))en (?:Rhythmus|Takt|Turnus|Abstand)\b",
    re.IGNORECASE,
)
_SPANS = {"t": "Tage", "w": "Wochen", "m": "Monate", "j": "Jahre"}
_MONTH_SPAN = re.compile(
    r"(?<![\d./])(?P<first>0?[1-9]|1[0-2])\s?[-\u2013]\s?(?P<last>0?[1-9]|1[0-2])/(?=(?:19|20)\d\d\b)"
)


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """Return a text with its rates in the wording that the check compares."""
    text = _MONTH_SPAN.sub(_months, text)
    text = _TURN.sub(r"\1", _RHYTHM.sub(_in_turn, text))
    for pattern, wording in _SPELLINGS:
        text = pattern.sub(wording, text)
    return in_plain_numbers(_EVERY.sub(_every, text))


def _in_turn(found: re.Match[str]) -> str:
    """Write im Zwei-Wochen-Rhythmus as alle Zwei Wochen."""
    number = found[1] if found[1].isdigit() else cardinal(found[1])
    return found[0] if number is None else f"alle {found[1]} {_SPANS[found[2][0].lower()]}"


def _months(found: re.Match[str]) -> str:
    """Write 03-11/2021 as März bis November 2021."""
    return f"{_MONTHS[int(found['first']) - 1]} bis {_MONTHS[int(found['last']) - 1]} "


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
