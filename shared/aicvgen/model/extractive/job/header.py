"""What an ad says about the position itself: title, company, place, seniority, mode, salary."""

import re
from typing import NamedTuple

from aicvgen.model.extractive.job.blocks import Block, Shape
from aicvgen.model.extractive.job.topics import topic_of_heading
from aicvgen.model.extractive.sentences import sentences_of

_LABELS = {
    "title": r"job title|position|title|role|stelle|stellenbezeichnung|stellentitel|jobtitel",
    "company": r"company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber",
    "location": r"location|place of work|workplace|standort|ort|arbeitsort|einsatzort|dienstort",
    "seniority": r"seniority|level|experience level|karrierestufe|erfahrungsstufe",
    "salary": r"salary|salary range|pay|compensation|gehalt|vergütung|entgelt",
}
_LABELLED = {
    field: re.compile(rf"^(?:{labels})\s*:\s*[\"„“]?(.+?)[\"“”]?$", re.IGNORECASE)
    for field, labels in _LABELS.items()
}
_GENDERS = re.compile(
    r"\s*[(\[]\s*[mwfdxi*](?:\s*[/|,]\s*[mwfdxi*]){1,3}\s*[)\]]|\s+[mwfd](?:/[mwfdx]){2}\b|"
    r"\s*\((?:all genders|alle geschlechter)\)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:looking for|seeking|searching for|(?:are|is|we're|currently) hiring|recruiting)\s+"
    r"(?:an? |our next |talented |experienced |qualified )*"
    r"([A-Z][\w/&+#.-]*(?: (?:[A-Z(][\w/&+#.)-]*|of|for|and|in))*)"
)
_GESUCHT = re.compile(
    r"(?:suchen|sucht|verstärken)\b.{0,80}?\b(?:eine[nr]?|als|nach)\s+(?:\w+e[nr]? )?"
    r"([A-ZÄÖÜ][\w/*:-]*(?: [A-ZÄÖÜ(][\w/*:)-]*| (?:für|im|in|und|der) [A-ZÄÖÜ][\w/*:-]*)*)"
)
_IS_WANTED = re.compile(r"^(?:an? )?([^.!?]{3,60}?)\s+(?:gesucht|wanted|needed)\b", re.IGNORECASE)
_PARTED = re.compile(
    r"^([^,|·\u2013\u2014]{2,50}?)\s*(?:,|\||·|\s[-\u2013\u2014])\s+([^,|·]{2,40})$"
)
_TRAILING = re.compile(r"\s+(?:of|for|and|in)$")
_AT = re.compile(r"^(.{3,80}?)\s+(?:at|bei|@)\s+(?:der |dem )?([A-ZÄÖÜ].{1,60})$")
_LEGAL_FORM = re.compile(
    r"\b((?:[A-ZÄÖÜ][\w&.-]*\s+){1,4}"
    r"(?:g?GmbH(?: & Co\. KG)?|AG|SE|KG|e\.\s?V\.|Inc\.?|Ltd\.?|LLC|PLC))(?!\w)"
)
_HIRING = re.compile(
    r"^(?:At |Here at |Die |Das |Der )?([A-ZÄÖÜ][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3})\s+"
    r"(?:is (?:looking|seeking|hiring|searching)|seeks|sucht|are hiring)"
)
_BASED = re.compile(
    r"(?:based in|located in|offices? in|am Standort|Standort in|Sitz in|Büro in|Raum)\s+"
    r"((?:St\. )?[A-ZÄÖÜ][\w-]+(?:,? [A-ZÄÖÜ][\w-]+){0,2})"
)
_SENIORITY = re.compile(
    r"\b(intern(?:ship)?|werkstudent(?:in)?|trainee|apprentice|entry[- ]level|junior|mid[- ]level|"
    r"senior|staff|lead|principal|head|director|chief|leiter(?:in)?|teamleiter(?:in)?|leitung|supervisor)\b",
    re.IGNORECASE,
)
_MODES = (
    (
        "hybrid",
        re.compile(r"\bhybrid|teilweise (?:im )?home[- ]?office|mobiles arbeiten", re.IGNORECASE),
    ),
    ("remote", re.compile(r"\bremote\b(?! sensing)|home[- ]?office|work from home", re.IGNORECASE)),
    ("on-site", re.compile(r"\bon[- ]?site\b|\bin[- ]office\b|vor ort|präsenz", re.IGNORECASE)),
)
_MONEY = r"(?:[$€£]\s?\d[\d.,]*\s?[kK]?|\d[\d.,]*\s?(?:[kK]\s?)?(?:€|EUR|Euro|USD|GBP|CHF)(?!\w))"
_AMOUNT = r"(?:[$€£]\s?)?\d[\d.,]*\s?[kK]?"
_SALARY = re.compile(
    rf"{_AMOUNT}\s?(?:-|\u2013|to|bis)\s?{_MONEY}|{_MONEY}(?:\s?(?:-|\u2013|to|bis)\s?{_AMOUNT})?"
)
_TITLE_WORDS = 14
_FORMAT_NOTES = re.compile(
    r"^(?:job (?:ad|posting|description)|stellenanzeige|vacancy)\b", re.IGNORECASE
)


class Header(NamedTuple):
    """The position; empty where the ad does not say."""

    title: str
    company: str
    location: str
    seniority: str
    work_mode: str
    salary: str


def header_of(blocks: tuple[Block, ...]) -> Header:
    """Read the position from labels, the first lines and the sentence that says who is wanted."""
    texts = tuple(block.text for block in blocks)
    whole = "\n".join(texts)
    line = _title_line(blocks)
    title = _labelled("title", texts) or line or _wanted(texts)
    beside = _beside(blocks, line)
    at = _AT.match(title)
    company = _labelled("company", texts) or (at[2] if at else "") or _company(texts)
    location = _labelled("location", texts) or _first(_BASED, whole)
    return Header(
        title=_plain_title(at[1] if at else title),
        company=company or (beside[1] if beside else ""),
        location=location or (beside[2] if beside else ""),
        seniority=_labelled("seniority", texts) or _first(_SENIORITY, title),
        work_mode=_work_mode(location, whole),
        salary=_labelled("salary", texts) or _first(_SALARY, whole),
    )


def _labelled(field: str, texts: tuple[str, ...]) -> str:
    values = (found[1] for text in texts if (found := _LABELLED[field].match(text)))
    return next((next(sentences_of(value)).strip(" .") for value in values), "")


def _title_line(blocks: tuple[Block, ...]) -> str:
    """Return the line that is the title: one with a gender note, else one of the first."""
    gendered = (block.text for block in blocks if _GENDERS.search(block.text))
    first = (block for index, block in enumerate(blocks[:3]) if _may_be_title(block, index))
    return next(
        (text for text in gendered if _is_short(text)), next((block.text for block in first), "")
    )


def _may_be_title(block: Block, index: int) -> bool:
    text = block.text
    if block.shape is Shape.BULLET or not _is_short(text) or _FORMAT_NOTES.match(text):
        return False
    opens_section = block.shape is not Shape.HEADING and topic_of_heading(text) is not None
    return text[0].isupper() and (index == 0 or not opens_section)


def _wanted(texts: tuple[str, ...]) -> str:
    patterns = (_WANTED, _GESUCHT, _IS_WANTED)
    found = (match[1] for text in texts for p in patterns if (match := p.search(text)))
    return next((_TRAILING.sub("", title).rstrip(".") for title in found), "")


def _plain_title(title: str) -> str:
    wanted = _IS_WANTED.match(title)
    return " ".join(_GENDERS.sub("", wanted[1] if wanted else title).split())


def _beside(blocks: tuple[Block, ...], title: str) -> re.Match[str] | None:
    """Return 'Company, City' from the line before or after the title."""
    texts = [block.text for block in blocks]
    if title not in texts:
        return None
    at = texts.index(title)
    around = (block for block in blocks[max(0, at - 1) : at + 2] if block.text != title)
    return next(
        (
            found
            for block in around
            if block.shape is not Shape.BULLET and _is_short(block.text)
            if topic_of_heading(block.text) is None and (found := _PARTED.match(block.text))
        ),
        None,
    )


def _is_short(text: str) -> bool:
    return len(text.split()) <= _TITLE_WORDS and not text.endswith((".", "!", "?", ":", ","))


def _company(texts: tuple[str, ...]) -> str:
    for pattern in (_HIRING, _LEGAL_FORM):
        found = next((match[1] for text in texts if (match := pattern.search(text))), "")
        if found and found not in {"We", "Wir", "Our"}:
            return found.strip()
    return ""


def _work_mode(location: str, whole: str) -> str:
    texts = (location, whole)
    return next((mode for text in texts for mode, said in _MODES if said.search(text)), "")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return (found[1] if pattern.groups else found[0]).strip() if found else ""
