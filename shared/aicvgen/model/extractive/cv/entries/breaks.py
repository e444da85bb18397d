"""Times that were spent with no employer: without work, ill, caring for a family, travelling."""

import re
from collections.abc import Sequence

from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.entries.cells import cells_of, is_duration, is_place, strip_date
from aicvgen.model.extractive.cv.entries.pairing import Words
from aicvgen.model.extractive.cv.rows import Row

_LEAVE = re.compile(
    r"elternzeit|mutterschutz|pflegezeit|sabbati|auszeit|arbeits?such|arbeits?los|weltreise|"
    r"parental leave|maternity leave|paternity leave|career break|gap year|family care|"
    r"congé (?:parental|maternité|sabbatique)|excedencia|baja maternal|aspettativa|maternità|"
    r"licença (?:parental|de maternidade)|ouderschapsverlof|zwangerschapsverlof",
    re.IGNORECASE,
)
"""Words for such times that are clear wherever they stand."""
_STAND_IN = re.compile(r"vertretung|\bcover\b|replacement|remplacement|vervanging", re.IGNORECASE)
"""Who stands in for somebody on leave works."""
_QUALIFIER = (
    r"(?:(?:full|part)[- ]time|extended|planned|long(?:er)?|longer-term|short|voluntary|personal|"
    r"seeking work and|[\w-]+[- ]month|[\w-]+[- ]year|one|two|currently|temporarily|längere[rs]?|"
    r"lange|kurze|einjährige[rs]?|[\w-]+monatige[rs]?|private?|persönliche|berufliche|familiäre|"
    r"derzeit|zurzeit|zwischenzeitlich|vorübergehend|intensive?)"
)
_MINE = (
    r"(?:my|our|a|the|an|meine[rnms]?|unsere[rnms]?|eine[rnms]?|der|des|die|von|for|of|für|mi|mis|"
    r"two|three|both|beiden|zwei|drei|"
    r"mon|ma|mes|mia|mio|minha|meu|mijn|family|sick|ill|elderly|own|eigene[rnms]?|ailing|disabled|"
    r"kranken?|pflegebedürftigen?|erkrankten?)"
)
_FAMILY = (
    r"(?:mother|father|parents?|mum|mom|dad|wife|husband|partner|son|daughter|sister|brother|"
    r"child(?:ren)?|kids?|family(?: members?)?|relatives?|grand(?:mother|father|parents?)|"
    r"mutter|vaters?|eltern|ehefrau|ehemann(?:e?s)?|frau|mann(?:e?s)?|partner(?:in|s)?|"
    r"kind(?:er[ns]?|es)?|sohn(?:e?s)?|tochter|familie|angehörigen?|großmutter|großvaters?|"
    r"großeltern|oma|opas?|schwiegermutter|schwiegervaters?|schwiegereltern|familienmitglieds?|"
    r"mère|père|madre|padre|mãe|pai|moeder|vader)"
)
_CARE = (
    r"(?:car(?:ing|ed) (?:for|of)|care (?:for|of)|carer (?:for|of|to)|looking after|raising|"
    r"bringing up|nursing|pflege|betreuung|erziehung|versorgung|begleitung|soins? (?:à|de)|"
    r"cuidado de|cura di|cuidados? (?:a|da|de|do)|zorg voor)"
)
_BREAK = re.compile(
    rf"(?:in |on |auf |wegen |{_QUALIFIER} )*(?:"
    r"unemployed|unemployment|(?:out of|without|between|in between) (?:work|jobs?|employment)|"
    r"not (?:working|in work|employed)|jobless|(?:made )?redundan(?:t|cy)|"
    r"(?:looking|search(?:ing)?|seeking)(?: for)?(?: \w+){0,2} (?:work|jobs?|employment|positions?|"
    r"opportunit(?:y|ies)|roles?)|job[- ](?:search(?:ing)?|hunt(?:ing)?|seek(?:ing|er))|"
    r"(?:parental|maternity|paternity|family|medical|sick|compassionate|adoption|personal|study|"
    r"unpaid|carer'?s?) leave|sabbatical|(?:career|family|health|work) break|break from work|"
    r"time (?:off|out)|gap year|year out|year off|family (?:care|time|reasons)|"
    r"ill(?:ness| health)|serious illness|(?:recover(?:y|ing)|convalescence|rehabilitation) from|"
    r"homemaker|house(?:wife|husband)|stay[- ]at[- ]home (?:mum|mom|dad|parent|mother|father)|"
    r"full[- ]time (?:mum|mom|dad|parent|mother|father)|(?:mother|father|parent)hood|"
    r"(?:relocation|relocated|moved|moving|emigrat(?:ed|ion)) (?:to|from)|"
    r"(?:world|round-the-world) (?:trip|tour|travel)|work (?:and|&) travel|backpacking|"
    r"travell?(?:ing|ed|s)?(?=$| ?\(|,| (?:in|through|around|round|across|abroad|the|to|and))|"
    r"(?:spanish|english|french|italian|german|portuguese|dutch|language) (?:course|stay)s?|"
    r"(?:house ?building|building (?:our|my|a|the) (?:own )?(?:house|home))|"
    r"(?:renovat|buil)(?:ing|ion|t) (?:of )?(?:our|my|the) (?:own )?(?:house|home|flat)|"
    r"arbeits?(?:suchend|suche|los|losigkeit)|arbeits?los gemeldet|arbeitsunfähig(?:keit)?|"
    r"erwerbslos|erwerbslosigkeit|ohne (?:arbeit|anstellung|beschäftigung|job|festanstellung)|"
    r"nicht (?:erwerbstätig|berufstätig)|(?:stellen|job|arbeitsplatz)suche|bewerbungsphase|"
    r"(?:neu)?orientierung(?:sphase|szeit)?|elternzeit|elternkarenz|karenz|mutterschutz|"
    r"familien(?:zeit|phase|pause|jahre)|erziehungs(?:zeit|urlaub)|babypause|kinderpause|"
    r"pflegezeit|sabbat(?:ical|jahr)|auszeit|arbeitspause|pause|krank(?:heit)?|erkrankung|"
    r"krankheitsbedingte \w+|genesung|(?:reha|rehabilitation|unfall)(?=$|,| ?\(| nach| wegen)|"
    r"hausfrau|hausmann|"
    r"(?:welt)reisen?(?=$| ?\(|,| (?:durch|in|nach|um|und))|"
    r"(?:asien|afrika|südamerika|amerika|australien|europa)reise|auslandsaufenthalt|"
    r"sprach(?:kurs|reise|aufenthalt)|(?:spanisch|englisch|französisch|italienisch|"
    r"deutsch|portugiesisch|integrations)kurs|umzug|hausbau|bau des eigenen hauses|"
    r"(?:renovierung|umbau|sanierung) (?:des|der|unseres|meines) (?:eigenen )?"
    r"(?:hauses|wohnung|eigenheims)|"
    r"(?:kinder(?:betreuung|erziehung)|child ?care|caregiving)(?=$| ?\(|,)|"
    rf"(?!\w+ (?:von |für |for |of )?(?:kind|child)){_CARE} (?:{_MINE} )*{_FAMILY}|"
    r"sans emploi|(?:en |à la )?recherche d'(?:un )?emploi|demandeu(?:r|se) d'emploi|"
    r"(?:au )?chômage|année sabbatique|tour du monde|"
    r"congé (?:parental|maternité|sabbatique|maladie)|"
    r"maladie|voyage (?:en|au|autour)|interruption de carrière|"
    r"desemple(?:o|ad[oa])|en paro|búsqueda (?:activa )?de empleo|año sabático|"
    r"vuelta al mundo|enfermedad|excedencia|baja (?:maternal|médica|por \w+)|"
    r"disoccupa(?:t[oa]|zione)|in cerca di (?:lavoro|occupazione)|anno sabbatico|malattia|"
    r"giro del mondo|aspettativa|maternità|"
    r"desempreg(?:ad[oa]|o)|(?:à )?procura de emprego|ano sabático|doença|volta ao mundo|"
    r"licença (?:parental|de maternidade)|"
    r"werk(?:loos|loosheid|zoekend)|wereldreis|tussenjaar|ziekte|mantelzorg|ouderschapsverlof|"
    r"zwangerschapsverlof|zorgverlof"
    r")(?![\w-])",
    re.IGNORECASE,
)
"""How a text begins that tells of such a time."""
_PIECES = re.compile(r"[,;\t|·]|\s[-–—]\s")
_POSITION = 2


def mentions(text: str) -> bool:
    """Say whether a text speaks of a time that was not spent with any employer."""
    return bool(_LEAVE.search(text)) or is_break(text)


def is_break(text: str) -> bool:
    """Say whether a text tells of such a time, and names neither a position nor an employer."""
    told = _BREAK.match(text)
    if told is None or _STAND_IN.search(text):
        return False
    first, *others = _PIECES.split(text[told.end() :])
    owners = others if first.strip()[:1].islower() else [told[0] + first, *others]
    owned = any(lexicon.company_score(each) for each in owners)
    return not owned and not any(
        lexicon.title_score(each) >= _POSITION for each in (first, *others)
    )


def _one(text: str) -> float:
    return 2.0 if is_break(text) else -0.5


def _none(_: str) -> float:
    return -9.0


WORDS = Words(_one, _none)
"""Such an entry has a name and perhaps a place, never an employer."""


def found(rows: Sequence[Row]) -> dict[int, int]:
    """Return the rows that are headers of such entries: their number, to their place in the header.

    The first is 1. The date may stand in a row of its own, below the name or, where the section
    begins with one, above it; where it was spent may stand below both.
    """
    pinned: dict[int, int] = {}
    dates_first = bool(rows) and _is_date(rows[0])
    listed = all(row.bullet for row in rows if row.dated)
    for at, row in enumerate(rows):
        if (row.bullet and not listed) or row.sentence or not is_break(_name(row)):
            continue
        beside = at if row.dated else at - 1 if dates_first else at + 1
        if not row.dated and not any(map(_is_date, rows[max(beside, 0) : beside + 1])):
            continue
        first, last = sorted((at, beside))
        last += last + 1 < len(rows) and _is_only_place(rows[last + 1])
        pinned |= {each: each - first + 1 for each in range(first, last + 1)}
    return pinned


def _is_only_place(row: Row) -> bool:
    return not (row.bullet or row.dated) and is_place(row.text)


def _name(row: Row) -> str:
    return strip_date(row) if row.dated else row.text


def _is_date(row: Row) -> bool:
    """Say whether a row is a period, perhaps with how long that is, and nothing else."""
    return row.dated and all(is_duration(cell) for cell in cells_of(strip_date(row)))
