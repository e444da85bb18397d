"""Places: does a piece of text name one?"""

import re
from functools import lru_cache

from aicvgen.model.extractive.cv.lexicon import company_score

_US_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ST ON BC QC AB"
)
_REGIONS = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|"
    "hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|"
    "michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|"
    "new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|"
    "rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|"
    "west virginia|wisconsin|wyoming|ontario|quebec|british columbia|alberta|bavaria|bayern|"
    "hessen|sachsen|nordrhein-westfalen|baden-württemberg|niedersachsen|england|scotland|wales|"
    "northern ireland|catalonia|karnataka|maharashtra|tamil nadu|delhi|telangana"
)
_COUNTRIES = (
    "usa|us|u.s.|u.s.a|u.s.a.|united states|united states of america|uk|united kingdom|ireland|"
    "germany|deutschland|austria|österreich|switzerland|schweiz|france|spain|españa|italy|italia|"
    "portugal|netherlands|the netherlands|nederland|belgium|belgien|luxembourg|denmark|sweden|"
    "norway|finland|iceland|poland|polen|czech republic|czechia|slovakia|hungary|romania|"
    "bulgaria|greece|turkey|ukraine|russia|estonia|latvia|lithuania|slovenia|croatia|serbia|"
    "canada|mexico|brazil|brasil|argentina|chile|colombia|peru|india|pakistan|bangladesh|"
    "sri lanka|nepal|china|hong kong|taiwan|japan|south korea|korea|s.korea|singapore|malaysia|"
    "indonesia|thailand|vietnam|philippines|australia|new zealand|south africa|nigeria|kenya|"
    "ghana|egypt|morocco|tunisia|israel|uae|united arab emirates|saudi arabia|qatar|de|ch|at|fr|"
    "online"
)
_CITIES = (
    "london|manchester|birmingham|leeds|bristol|edinburgh|glasgow|cambridge|oxford|dublin|berlin|"
    "hamburg|münchen|munich|köln|cologne|frankfurt|frankfurt am main|stuttgart|düsseldorf|"
    "leipzig|dortmund|essen|bremen|dresden|hannover|nürnberg|nuremberg|duisburg|bochum|wuppertal|"
    "bielefeld|bonn|münster|karlsruhe|mannheim|augsburg|wiesbaden|aachen|kiel|freiburg|mainz|"
    "potsdam|heidelberg|darmstadt|regensburg|würzburg|ulm|kassel|rostock|erfurt|jena|halle|wien|"
    "vienna|graz|linz|salzburg|innsbruck|zürich|zurich|bern|basel|genf|geneva|lausanne|paris|"
    "lyon|marseille|toulouse|nice|nantes|bordeaux|lille|madrid|barcelona|valencia|sevilla|seville|"
    "bilbao|málaga|rome|roma|milan|milano|turin|torino|naples|napoli|florence|firenze|bologna|"
    "lisbon|lisboa|porto|amsterdam|rotterdam|utrecht|the hague|den haag|eindhoven|brussels|"
    "bruxelles|antwerp|gent|copenhagen|stockholm|gothenburg|oslo|helsinki|warsaw|warszawa|kraków|"
    "krakow|wrocław|prague|praha|brno|budapest|bucharest|sofia|athens|istanbul|ankara|kyiv|moscow|"
    "saint petersburg|new york|new york city|nyc|san francisco|los angeles|chicago|boston|seattle|"
    "austin|denver|houston|dallas|atlanta|miami|philadelphia|phoenix|san diego|san jose|portland|"
    "detroit|minneapolis|washington dc|washington d.c.|toronto|vancouver|montreal|ottawa|calgary|"
    "mexico city|são paulo|sao paulo|rio de janeiro|buenos aires|santiago|bogotá|lima|bangalore|"
    "bengaluru|mumbai|delhi|new delhi|hyderabad|chennai|pune|kolkata|gurgaon|noida|beijing|"
    "shanghai|shenzhen|tokyo|osaka|seoul|bangkok|jakarta|kuala lumpur|manila|hanoi|sydney|"
    "melbourne|brisbane|perth|auckland|wellington|cape town|johannesburg|nairobi|lagos|accra|"
    "cairo|casablanca|dubai|abu dhabi|tel aviv|riyadh|doha|silicon valley|bay area"
)
_WORDS_TOO = frozenset({"de", "at"})
"""Countries' codes that are everyday words."""
_MODES = frozenset(
    [
        "remote",
        "hybrid",
        "on-site",
        "onsite",
        "homeoffice",
        "home office",
        "worldwide",
        "télétravail",
        "remoto",
    ]
)

_WORD = r"[A-ZÀ-ÖØ-Ž][\w.'’-]*"
_CITY_STATE = re.compile(
    rf"^(?:\d+[\w .-]*\s)?{_WORD}(?:[ -](?:{_WORD}|am|an|der|de|la|del|of|the|upon))*,\s*"
    rf"(?:{'|'.join(_US_STATES.split())})(?:\s+\d{{5}}(?:-\d{{4}})?)?"
    rf"(?:,?\s*(?:USA|US|United States|Canada))?$"
)
_PARENTHESIS = re.compile(r"\s*\((?:[^)]*)\)$")
_POSTCODE = re.compile(
    rf"(?:^|,\s*|\s)(?:[A-Z]{{1,2}}-)?\d{{4,5}}\s+{_WORD}|\b[A-Z]{{1,2}}\d{{1,2}}[A-Z]?\s\d[A-Z]{{2}}\b"
)
_STREET = re.compile(
    r"\d+\s+\w+.*\b(?:street|st|avenue|ave|road|rd|lane|drive|way|boulevard|blvd)\b"
    r"|\w+(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse)\s+\d",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:/|;|&|\s[-–]\s|\bor\b|\band\b|\bund\b|\boder\b)\s*")
_MAX_LENGTH = 60
_PLACE_WORDS = 4


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Say whether the whole text is a place: a city, 'City, State', 'City, Country' or 'Remote'."""
    text = text.strip(" ,;|·")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    if not text or len(text) > _MAX_LENGTH or company_score(text.split(",")[0]):
        return False
    several = _SEVERAL.split(text)
    if len(several) > 1:
        return all(is_place(each) for each in several)
    return bool(_CITY_STATE.match(text)) or _is_known(text)


def _is_known(text: str) -> bool:
    """Say whether the pieces between commas are known places, or the first lies in a known one."""
    folded = _PARENTHESIS.sub("", text.casefold()).strip()
    pieces = [piece.strip() for piece in folded.split(",")]
    if len(pieces) == 1:
        mode, _, rest = folded.partition(" ")
        return folded in _names() or (mode in _MODES and rest in _names())
    if not all(piece and _short(piece) for piece in pieces):
        return False
    known = [piece in _names() for piece in pieces]
    in_region = pieces[1] in _regions() and all(known[1:])
    return all(known) or (in_region and text[:1].isupper() and pieces[1] not in _WORDS_TOO)


def is_address(text: str) -> bool:
    """Say whether the text is a place or a postal address."""
    return is_place(text) or bool(_POSTCODE.search(text)) or bool(_STREET.search(text))


def _short(piece: str) -> bool:
    plain = not any(char.isdigit() for char in piece) and ". " not in piece
    return plain and len(piece.split()) <= _PLACE_WORDS


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    """Return countries and their parts, in which an unknown place may lie."""
    return frozenset(f"{_COUNTRIES}|{_REGIONS}".split("|")) | frozenset(
        _US_STATES.casefold().split()
    )


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return _regions() | _MODES | frozenset(_CITIES.split("|"))
