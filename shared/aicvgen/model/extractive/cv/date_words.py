"""The words of dates in English, German, French, Spanish, Italian, Portuguese and Dutch."""

_MONTHS = {
    1: "january januar jänner janvier enero gennaio janeiro januari jan janv ene gen jän",
    2: "february februar feber février fevrier febrero febbraio fevereiro februari "
    "feb fév fev febr févr fevr",
    3: "march märz maerz mars marzo março marco maart mar mär mrz mrt",
    4: "april avril abril aprile apr avr abr",
    5: "may mai mayo maggio maio mei mag",
    6: "june juni juin junio giugno junho jun giu",
    7: "july juli juillet julio luglio julho jul juil lug",
    8: "august août aout agosto augustus aug ago aoû",
    9: "september septembre septiembre settembre setembro sept sep set sett",
    10: "october oktober octobre octubre ottobre outubro oct okt ott out",
    11: "november novembre noviembre novembro nov",
    12: "december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic",
}
MONTHS = {name: number for number, names in _MONTHS.items() for name in names.split()}
SEASONS = (
    "spring|summer|fall|autumn|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|"
    "primavera|verano|otoño|invierno|estate|autunno|inverno|verão|outono|lente|voorjaar|zomer|"
    "herfst|najaar|michaelmas|hilary|trinity|"
    "ws|ss|wise|sose|wintersemester|sommersemester|q1|q2|q3|q4|qi|qii|qiii|qiv|h1|h2|t1|t2|t3|t4|"
    "early|mid|late|anfang|mitte|ende|début|mi|fin|"
    "principios de|mediados de|finales de|inizio|metà|fine|início de|meados de|fim de|begin|eind|"
    r"schuljahr|academic year|school year|année scolaire|curso|anno accademico|a\.a\.|ano letivo"
)
"""Parts of a year, which have no month of their own."""
NOW = (
    "present|presently|present day|current|currently|now|today|ongoing|in progress|continuing|"
    "heute|aktuell|derzeit|gegenwärtig|jetzt|laufend|andauernd|fortlaufend|"
    "présent|aujourd['’\u00b4` ]?hui|actuel|actuellement|maintenant|en cours|ce jour|"
    "actualidad|actual|actualmente|presente|hoy|vigente|en curso|"
    "oggi|attuale|attualmente|in corso|tuttora|"
    "atualmente|atual|atualidade|hoje|agora|em curso|heden|vandaag|lopend|huidig|nu"
)
NOW_AFTER_UNTIL = "date|dato|auf weiteres|fecha|data|momento|this day"
"""Words that say 'now' only behind a dash or an 'until'."""
ARTICLES = r"the|la|le|el|o|a|à|al|ad|ao|op|l['’]|den|zum"
UNTIL = (
    r"to|until|till|til|through|thru|up to|bis(?: einschl(?:\.|ießlich))?(?: zum)?|"
    r"jusqu['’](?:à|au|en|a|aux)|à|au|hasta|ad|al|a|até|fino|fin|tot en met|tot|t/m"
)
END = (
    r"until|till|til|up to|bis(?: einschl(?:\.|ießlich))?(?: zum)?|jusqu['’](?:à|au|en|a|aux)|"
    r"hasta|até|fino a[dl]?|tot en met|tot|t/m"
)
"""The words for 'until' that say so before a lone date, too."""
SINCE = (
    r"since|seit(?: dem)?|depuis(?: le)?|desde|sinds|dal|dès|vanaf|ab|à partir de|a partir de|"
    r"a partire da[l]?|starting"
)
FROM = r"from|as of|von|vom|du|de|del|van|da|dall['’]|between|zwischen|entre|tra|tussen"
AND = "and|und|et|y|e|en"
EXPECTED = (
    r"(?:expected|exp\.?|anticipated|projected|graduating|graduated|graduation|class of|completed|"
    r"completion|conferred|abschluss|abgeschlossen|grad\.?|estimated|est\.?|voraussichtlich|"
    r"vsl\.?|geplant|prévue?|previst[oa]|verwacht|conseguit[oa]|conclu[ií]d[oa]|afgestudeerd|"
    r"diplômée?|graduad[oa]|titulad[oa])"
    r"(?:\s+(?:graduation|completion|date|in|on|im|en|em|nel|le|op))*\s*:?"
)
"""What stands before the date on which something ends, ended or should end."""
UNSURE = (
    r"expected|anticipated|projected|estimated|exp\.?|est\.?|voraussichtlich|vsl\.?|geplant|"
    r"prévue?|previst[oa]|verwacht"
)
LABELS = (
    r"dates?|period|duration|issued(?: on)?|published|zeitraum|dauer|datum|période|durée|periodo|"
    r"período|fecha|fechas|data|date|durata|duração|periode|ausgestellt(?: am)?"
)
"""What a form prints before a date; no part of what the date says."""
PROSE = (
    "in|im|of|by|for|during|on|at|am|um|en|em|nel|nell|dans|van|per|de|del|della|do|da|à|the|"
    "year|[Jj]ahre?|anno|año|ano|jaar|since|seit|depuis|desde|sinds"
)
"""After these in small letters a lone date is part of a sentence."""
ASIDE = "with|mit|cum|avec|con|com|met|and|und|et|y|e|en|at|in|bei|bij|presso|chez|im|am|an|für"
"""Before these a lone year still dates something; before other small words it counts things."""
UNITS = (
    r"y(?:ea)?rs?|y|mo(?:nth)?s?|mths?|m|w(?:ee)?ks?|jahre?n?|j|monate?n?|mon|wochen?|ans?|années?|"
    r"mois|semaines?|años?|mes(?:es)?|semanas?|ann[io]|mes[ei]|settiman[ae]|anos?|mês|jaar|jr|"
    r"maand(?:en)?|mnd|we(?:ek|ken)|semesters?"
)
PRODUCTS = (
    "office|server|windows|excel|studio|exchange|sharepoint|autocad|revit|inventor|solidworks|"
    r"iso(?:/iec)?|iec|din(?: en)?|en|bs|es|nr\.?|no\.?|art\.?|§"
)
"""A number after these names a version or a rule."""
