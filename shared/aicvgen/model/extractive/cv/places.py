"""Places: does a piece of text name one, and how surely?"""

import re
from functools import lru_cache

from aicvgen.model.extractive.cv.gazetteer import LIKELY, NO, SURE, UNCLEAR, fold, is_region, known
from aicvgen.model.extractive.cv.lexicon import company_score, title_score

_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|"
    "NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|ON|BC|QC|AB|MB|NB|NL|NS|PE|SK|"
    "NSW|VIC|QLD|ACT|TAS"
)
"""Parts of the United States, Canada and Australia, written behind the town."""
_MODE = re.compile(
    r"(?:fully |100 ?% |partly |teilweise )?(?:remote|hybrid|on-?site|in-office|home-?office|"
    r"work(?:ing)? from home|wfh|worldwide|online|mobiles arbeiten|vor ort|télétravail|"
    r"hybride|à distance|sur site|remoto|híbrido|teletrabajo|presencial|en remoto|a distancia|"
    r"da remoto|ibrido|in presenza|in sede|telelavoro|smart working|teletrabalho|à distância|"
    r"op afstand|thuiswerk(?:en)?|hybride werken|op locatie|on board|a bordo|à bord|an bord)",
    re.IGNORECASE,
)
_WORD = r"[A-ZÀ-ÖØ-Ž][\w.'’-]*"
_TOWN = rf"{_WORD}(?:[ -](?:{_WORD}|am|an|der|de|la|del|of|the|upon|sur|les|aan|den))*"
_CITY_STATE = re.compile(
    rf"(?:\d+[\w .-]*\s)?{_TOWN},\s*(?:{_STATES})(?:\s+\d{{5}}(?:-\d{{4}})?)?"
    rf"(?:,?\s*(?:USA|US|U\.S\.A?\.?|United States|Canada|Australia))?"
)
_STATE_BEHIND = re.compile(rf"(.{{3,}})\s(?:{_STATES}|UK|USA)(?:\s\d{{5}}(?:-\d{{4}})?)?")
_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)$")
_AROUND = re.compile(
    r"^(?:greater|metro|raum|großraum|region|nähe|near|près de|cerca de|zona de|provincia de|"
    r"provincia di|regio|omgeving|grand|área metropolitana de|gran)\s+(?=\S)"
    r"|\s+(?:area|metro area|metropolitan area|metropolitan region|bay area|region|und umgebung|"
    r"(?:et|e|y|en) (?:environs|dintorni|alrededores|omgeving|região|arredores))$",
    re.IGNORECASE,
)
_COUNTRY = (
    r"(?:A|AT|B|BE|CH|CZ|D|DE|DK|E|EE|ES|F|FI|FL|FR|GR|H|HR|HU|I|IT|L|LI|LT|LU|LV|N|NL|NO|P|PL|PT|"
    r"RO|S|SE|SI|SK)"
)
"""In front of a postcode; other letters in front of a number are of a course or a standard."""
_POSTCODE = (
    rf"(?:{_COUNTRY}[-–\s])?"
    r"(?:\d{4}-\d{3}|\d{5}-\d{3}|\d{2}-\d{3}|\d{3}\s\d{2}|\d{4}\s?[A-Z]{2}|"
    r"\d{4,5})"
)
_POSTCODE_TOWN = re.compile(rf"{_POSTCODE}\s+({_WORD}.*)")
_PROVINCE = re.compile(r"[A-Z]{2}")
_HAS_POSTCODE = re.compile(
    rf"(?:^|,\s*|\s){_POSTCODE}\s+{_WORD}|\b[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b"
    r"|\b[A-Z]\d[A-Z]\s\d[A-Z]\d\b"
    rf"|,\s*(?:{_STATES})\s+\d{{5}}\b"
)
_ANY_POSTCODE = re.compile(
    r",?\s+(?:\d{4,5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?|[A-Z]\d[A-Z]\s\d[A-Z]\d)"
    r"(?:,?\s+[A-Z]{2})?$"
)
_CODE_ALONE = re.compile(
    r"\d{4,5}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d"
)
_CODE_LAST = re.compile(r"[, ]\d{4}-\d{3}$")
_HOUSE = re.compile(
    r"[^\W\d_][^\W\d_.' -]*(?:[ -][^\W\d_.'-]+){0,3},? \d{1,3}\s?[a-zA-Z]?"
    r"|\d{1,4}[a-z]?,? [^\W\d][\w.' -]+"
)
_HOUSE_AND_TOWN = re.compile(r"(\D+ \d{1,3}\s?[a-z]?) (\D+)")
_BRITISH = re.compile(r"\s+[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?$")
_STREET = re.compile(
    r"\d+[a-z]?,?\s+\w+.*\b(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|way|boulevard|blvd|"
    r"court|ct|place|pl|terrace|crescent|close|square|sq|mews|parkway|pkwy|highway|hwy|circle|"
    r"trail|gardens|grove|row|hill|rise|walk|mount|view|park|green)\b"
    r"|\w+(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|ufer|damm|hof|steig|straat|laan|plein|"
    r"kade|gracht|dreef|singel|dijk|markt)\s+\d"
    r"|\b(?:am|an der|auf der|im|zum|zur)\s\w+(?:\s\w+)?\s\d+[a-z]?$"
    r"|^\d+\s?(?:bis|ter)?,?\s(?:rue|avenue|boulevard|place|allée|impasse|chemin|quai|cours|route|"
    r"square|passage)\b"
    r"|^(?:rue|calle|c/|avenida|avda?\.|av\.|plaza|paseo|pº|carrer|via|viale|piazza|corso|vicolo|"
    r"largo|rua|praça|travessa|estrada|alameda|strada|ronda)\s?\w.*\d"
    r"|^(?:flat|apt\.?|apartment|unit|suite|wohnung|piso|appt\.?)\s\w+(?:$|,?\s.*\d)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\s*(?:/|;|&|\||\s[-–—]\s|\s·\s|\bor\b|\band\b|\bund\b|\boder\b|\bet\b|\by\b)\s*"
)
_MAX_LENGTH = 60
_MAX_ADDRESS = 120
_PLACE_WORDS = 5
_SHORT = 4
_CODE = 2
_DISTRICT_WORDS = 3
_WORDS_TOO = frozenset({"de", "at", "it", "be", "es", "us", "pt"})
"""Countries' codes that are everyday words."""


def is_place(text: str) -> bool:
    """Say whether the whole text is a place: a town, 'Town, State', 'Town, Country' or 'Remote'."""
    return place_score(text) >= LIKELY


@lru_cache(maxsize=4096)
def place_score(text: str) -> int:
    """Say how surely the whole text is a place: 0 no, 1 may be, 2 likely, 3 sure.

    A town alone may be a word or a surname as well; with its country, state or postcode it is sure.
    """
    text = text.strip(" ,;|·")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    if not text or len(text) > _MAX_LENGTH or company_score(text.partition(",")[0]):
        return NO
    if _MODE.fullmatch(text) or _CITY_STATE.fullmatch(text):
        return SURE
    whole = _whole(text)
    several = [each for each in _SEVERAL.split(text) if each]
    if whole or len(several) < 2:  # noqa: PLR2004
        return whole
    return min(place_score(each) for each in several)


def is_address(text: str) -> bool:
    """Say whether the text is a place or a postal address."""
    if is_place(text):
        return True
    if len(text) > _MAX_ADDRESS:
        return False
    bare = _ANY_POSTCODE.sub("", text)
    if bare != text and (is_place(bare) or is_place(bare.rpartition(",")[2])):
        return True
    return bool(_HAS_POSTCODE.search(text) or _STREET.search(text)) or _is_listed_address(text)


def is_house(text: str) -> bool:
    """Say whether a text is a word or some and a number, as a street is that no list knows."""
    return _HOUSE.fullmatch(text) is not None


def is_postcode(text: str) -> bool:
    """Say whether a text is spelt like a postcode and nothing else."""
    return _CODE_ALONE.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Say whether a text is the abbreviation of a country or region, as an address ends with."""
    return text.isupper() and is_region(text)


def _is_listed_address(text: str) -> bool:
    """Say whether an unknown street, a postcode and known places stand side by side.

    For example '97214, Portland, Oregon (US)' or 'Fernsteig 7, Zürich, 8001, CH'.
    """
    street = _HOUSE_AND_TOWN.fullmatch(text)
    if street:
        return is_house(street[1]) and is_place(street[2])
    pieces = [piece.strip() for piece in text.split(",")]
    behind = pieces[1:] if is_house(pieces[0]) else pieces
    known = [bool(place_score(piece)) for piece in behind if not is_postcode(piece)]
    return len(pieces) > 1 and any(map(is_place, behind)) and all(known)


def is_wrapped(first: str, second: str) -> bool:
    """Say whether two texts are a place with its postcode only together."""
    whole = f"{first} {second}"
    if is_address(first) or is_address(second) or len(whole) > _MAX_LENGTH:
        return False
    bare = _ANY_POSTCODE.sub("", whole)
    return bare != whole and is_place(bare)


def is_within(text: str, known: str) -> bool:
    """Say whether a place is named by a longer one already."""
    return bool(known) and fold(text) in fold(known)


def is_complete(text: str) -> bool:
    """Say whether a text names a town and says in which country or region it lies."""
    return "," in text and place_score(text) == SURE and not any(c.isdigit() for c in text)


def joined(first: str, second: str) -> str:
    """Return an address of two lines in one; the second starts afresh, or goes on with the first.

    A lone postcode goes on, and so does an abbreviation: 'Esq., 4050-089 Porto'.
    """
    goes_on = (
        _CODE_ALONE.fullmatch(second)
        or second.partition(",")[0].endswith(".")
        or _CODE_LAST.search(first)
    )
    return f"{first} {second}" if goes_on or first.endswith(",") else f"{first}, {second}"


def _whole(text: str) -> int:
    """Return the score of one place, with what may stand around its name."""
    inside = _PARENTHESIS.search(text)
    if inside:
        return _with_remark(text[: inside.start()], inside[1])
    mode = _MODE.match(text)
    if mode and (rest := text[mode.end() :].strip(" ,:-–—")):
        return place_score(rest)
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) > 1:
        return _listed(pieces)
    postcode = _POSTCODE_TOWN.fullmatch(text)
    if postcode:
        return SURE if _name(postcode[1]) else LIKELY
    behind = _STATE_BEHIND.fullmatch(text)
    if (behind and _name(behind[1])) or _town_and_country(text):
        return SURE
    around = max(_name(text), _name(_BRITISH.sub("", text)), _name(_AROUND.sub("", text)))
    return around if len(text) > _CODE or around == NO else UNCLEAR


def _with_remark(place: str, remark: str) -> int:
    """Return the score of 'Town (remark)': a province, a country, a way of working, a district."""
    score = place_score(place)
    if _MODE.fullmatch(remark) or not score:
        return score
    if is_region(remark) or _PROVINCE.fullmatch(remark):
        return SURE
    return score if len(remark.split()) <= _PLACE_WORDS else NO


def _town_and_country(text: str) -> bool:
    """Say whether a town and its country stand there without a comma: 'Dublin Ireland'."""
    words = text.split(" ")
    return any(
        _name(" ".join(words[:cut]))
        and (is_region(" ".join(words[cut:])) or words[cut:] == words[:cut])
        for cut in range(1, len(words))
    )


def _listed(pieces: list[str]) -> int:
    """Return the score of pieces between commas: known places, or an unknown one in a known one."""
    if not all(piece and _short(piece) for piece in pieces):
        return NO
    scores = [SURE if _MODE.fullmatch(piece) else _piece(piece) for piece in pieces]
    if all(scores):
        return SURE if is_region(pieces[-1]) else min(SURE, max(scores))
    if all(scores[:-1]) and _PROVINCE.fullmatch(pieces[-1]):
        return SURE
    if not pieces[0][:1].isupper() or not all(scores[1:]) or title_score(pieces[0]):
        return NO
    if is_region(pieces[1]) and fold(pieces[1]) not in _WORDS_TOO:
        return LIKELY
    return UNCLEAR if scores[1] > LIKELY and len(pieces[0].split()) <= _DISTRICT_WORDS else NO


def _piece(text: str) -> int:
    postcode = _POSTCODE_TOWN.fullmatch(text)
    return max(_name(postcode[1] if postcode else text), _name(_BRITISH.sub("", text)))


def _name(text: str) -> int:
    """Return the score of a bare name: a town starts with a capital and is no short acronym."""
    score = known(text)
    if score == NO or (text.isupper() and len(text) <= _SHORT and not is_region(text)):
        return NO
    if fold(text) in _WORDS_TOO and not text.isupper():
        return NO
    return score if text[:1].isupper() or score == SURE else NO


def _short(piece: str) -> bool:
    plain = not any(char.isdigit() for char in piece) or _POSTCODE_TOWN.fullmatch(piece)
    return bool(plain) and ". " not in piece and len(piece.split()) <= _PLACE_WORDS
