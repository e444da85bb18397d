"""The employer: from a label, the line by the title, or the sentence that says who is hiring."""

import re
from itertools import pairwise

from aicvgen.model.extractive.cv.lexicon import title_score
from aicvgen.model.extractive.job.blocks import Block, Shape
from aicvgen.model.extractive.job.labels import is_label, labelled
from aicvgen.model.extractive.job.title import GENDERS, is_short
from aicvgen.model.extractive.job.topics import topic_of_heading

_NAME = r"[A-ZÄÖÜÉÈÀÇŁŚŠ0-9][\w&.'+-]*"
_LONG_NAME = (
    rf"{_NAME}(?:\s+(?:{_NAME}|&|und|and|für|für die|de|du|des|la|of|the|van|der|di|e)){{0,5}}"
)
AT = re.compile(r"^(.{3,80}?)\s+(?:at|bei|@|chez)\s+(?:der |dem |the )?([A-ZÄÖÜ0-9].{1,60})$")
_PARTED = re.compile(
    r"^([^,|·\u2013\u2014]{2,60}?)\s*(?:,|\||·|\s[-\u2013\u2014])\s+([^|·]{2,60})$"
)
_LEGAL_FORM = re.compile(
    rf"\b((?:{_NAME}\s+(?:(?:&|und|and|für|de|et|e)\s+)?){{1,6}}"
    r"(?:g?GmbH(?: & Co\. KG)?|AG|SE|KG|OHG|e\.\s?V\.|e\.\s?G\.|eG|Inc\.?|Ltd\.?|LLC|LLP|PLC|plc|"
    r"S\.?A\.?S?\.?|SARL|S\.L\.U?|S\.p\.A\.|S\.r\.l\.|B\.?V\.?|N\.?V\.?|AS|ApS|AB|Oy))(?!\w)"
)
_ARTICLE = r"(?:At |Here at |Die |Das |Der |The |La société |La empresa |L'entreprise |L'azienda )?"
_HIRING = re.compile(
    rf"^{_ARTICLE}({_LONG_NAME})(?:,[^,.]{{3,80}},|\s+\([^()]{{2,60}}\))?"
    r"\s+(?:is (?:now |currently )?(?:looking|seeking|hiring|searching|recruiting)|seeks|sucht|"
    r"are (?:hiring|looking|seeking)|recherche|recrute|busca|cerca|procura|zoekt)\b"
)
_JOIN = re.compile(
    rf"\b(?:[Jj]oin|[Bb]ei|[Bb]ij|[Cc]hez|[Rr]ejoins|[Rr]ejoignez)\s+(?:der |dem |"
    rf"the )?({_LONG_NAME})"
)
_ABOUT = re.compile(
    rf"^(?i:about|über|who is|was ist|qui est|à propos (?:de|d')|sobre|chi è|over)\s+"
    rf"(?i:die |den |das |the |la |el )?({_LONG_NAME})\??$"
)
_ABOUT_US = re.compile(
    r"^(?:about (?:us|the company|the employer)|who we are|über uns|wer wir sind|das sind wir|"
    r"(?:das|unser) unternehmen|qui sommes[- ]nous|à propos|l'entreprise|sobre (?:nosotros|nós)|"
    r"quiénes somos|la empresa|chi siamo|l'azienda|quem somos|over ons|wie (?:zijn wij|"
    r"wij zijn))\W*$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"^{_ARTICLE}({_LONG_NAME})(?:,[^,.]{{3,60}},)?\s+[a-zäöüà-ÿ]+(?:s|t|e|a|en)\b(?=\s\S)"
)
"""Who acts in the first sentence under 'About us'."""
_IS_A = re.compile(
    rf"^(?:The |Die |Das |Der |La |El )?({_LONG_NAME})(?:,[^,.]{{3,60}},)?\s+(?:is|are|ist|sind|"
    rf"est|es|è|é)\s+"
    r"(?:an?|one of|the|ein(?:e|er)?|une?|una?)\b"
)
_AGENCY = re.compile(
    r"(?:on behalf of|for) (?:our|a|one of our) clients?|our client|im (?:kunden)?auftrag|mandant|"
    r"unser(?:en|em)? (?:kunde|auftraggeber|klient)|pour (?:notre|l'un de nos) client|"
    r"nuestro cliente|per (?:conto|un nostro cliente)|namens (?:onze|een) (?:klant|opdrachtgever)",
    re.IGNORECASE,
)
_CLIENT = re.compile(
    r"(?:our client|clients?|(?:unser(?:en|em)?|uns(?:eren|erem|eres)) (?:Kunden?|Mandanten|"
    r"Klienten|"
    r"Auftraggeber)|notre client|nuestro cliente)[,:]?\s+(?:die |der |das |den |dem |the |la |el )?"
    rf"({_LONG_NAME})"
)
_NO_NAMES = frozenset((
    "we", "wir", "our", "the", "us", "you", "it", "this", "that", "these", "they", "die", "der",
    "das", "unser", "unsere", "sie", "du", "ihr", "uns", "nous", "vous", "notre", "the role", "a",
    "our team", "team", "join", "there", "here", "he", "she", "what", "who", "role", "position",
    "the position", "dir", "einem", "einer", "mir", "der stelle", "il", "elle", "nuestro", "el",
    "la", "le", "your", "es", "dies", "diese", "this role", "this position", "the job", "stelle",
    "job", "about us", "location", "salary", "remote", "ce", "esta", "este", "als", "dich", "i",
))  # fmt: skip
_NO_EMPLOYER = re.compile(
    r"\b(?:process|community|network|newsletter)$|^(?:since|founded|with|as|from|at|in|seit|mit|"
    r"als|"
    r"depuis|fondée?|avec|nos|notre|desde|con|nuestr[oa]s?|dal|sinds|met|onze|ons|each|every|all|"
    r"many|"
    r"most|some|more|und|and|one|if|when|while|because|our|your|unsere?|for|für|pour|para|per|"
    r"voor)\b",
    re.IGNORECASE,
)
_TERMS_OF_WORK = re.compile(
    r"\b(?:full|part)[- ]?time\b|\bpermanent\b|\bfixed[- ]term\b|\bcontract\b|\btemporary\b|"
    r"voll-?zeit|"
    r"teilzeit|befristet|unbefristet|minijob|festanstellung|ab sofort|entgeltgruppe|\bTVöD|\bTV-L|"
    r"\bCD[ID]\b|intérim|alternance|temps (?:plein|partiel)|indefinido|jornada|tiempo completo|"
    r"indeterminato|determinato|fulltime|parttime|vast contract|posted|published|publicado|"
    r"veröffentlicht|publiée?|geplaatst|\bhours?\b|stunden|heures|horas|\buur\b|[$€£]\s?\d|"
    r"\d\s?[€%]",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"(?:posted|published|updated|veröffentlicht|publiée?|publicad[oa]|pubblicat[oa]|geplaatst|"
    r"hace \d|"
    r"vor \d|il y a \d|job[- ]?id|ref(?:erence|erenz)?\b|online seit)",
    re.IGNORECASE,
)
"""A line between the title and the employer that says when the ad came out."""
_NEAR = 40
"""Blocks among which the title's line is."""
_OPENING = 8
"""Blocks in which an employer says who it is before it says anything else."""


def company_of(blocks: tuple[Block, ...], texts: tuple[str, ...], title: str, line: str) -> str:
    """Return the employer, from the labels and the sentences of an ad.

    Nothing where an agency seeks for a client it does not name.
    """
    said = labelled("company", blocks)
    if said:
        return said.split("|")[0].strip()
    at = AT.match(GENDERS.sub("", line)) or AT.match(title)
    if at and not title_score(at[2]):
        return _plain(at[2])
    if any(_AGENCY.search(text) for text in texts):
        return _first(_CLIENT, texts)
    beside = beside_title(blocks, line)
    return (
        _first(_HIRING, texts)
        or _first(_LEGAL_FORM, texts)
        or (_plain(beside[1]) if beside and not title_score(beside[1]) else "")
        or _repeated(line, texts)
        or _before(line, title)
        or _first(_ABOUT, texts)
        or _first(_SUBJECT, _under_about_us(texts))
        or _first(_IS_A, texts[:_OPENING])
        or _first(_JOIN, texts[:_OPENING])
    )


def beside_title(blocks: tuple[Block, ...], line: str) -> re.Match[str] | None:
    """Return 'Company, City' from the line before or after the title."""
    near = [block for block in blocks[:_NEAR] if not _is_posted(block.text)]
    texts = [block.text for block in near]
    if line not in texts:
        return None
    at = texts.index(line)
    around = (block for block in near[max(0, at - 1) : at + 2] if block.text != line)
    return next(
        (
            found
            for block in around
            if block.shape is not Shape.BULLET and is_short(block.text)
            if topic_of_heading(block.text) is None and not is_label(block.text)
            if (found := _PARTED.match(block.text)) and found[1].strip()[0].isupper()
            if not _TERMS_OF_WORK.search(found[1])
        ),
        None,
    )


def _is_posted(text: str) -> bool:
    return _POSTED.match(text) is not None


def _under_about_us(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(below for head, below in pairwise(texts) if _ABOUT_US.match(head))


def _repeated(line: str, texts: tuple[str, ...]) -> str:
    """Return a part of the title's line that the rest of the ad repeats and that is no title."""
    rest = "\n".join(text for text in texts if text != line)
    parts = [part.strip() for part in re.split(r"\s[-\u2013\u2014|]\s|:\s", line)]
    return next((p for p in parts if len(parts) > 1 and not title_score(p) and _acts(p, rest)), "")


def _before(line: str, title: str) -> str:
    """Return what stands before the title on its line, where a label says what the title is."""
    rest = line.removesuffix(title).strip(" :-\u2013\u2014|")
    return rest if title and rest != line and not title_score(rest) else ""


def _acts(name: str, text: str) -> bool:
    """Say whether a text speaks of somebody to work for, not of a thing to do."""
    name = re.escape(name)
    at = rf"\b(?:at|join|about|within|bei|über|chez)\s+(?:the )?{name}\b"
    does = rf"(?:^|[.:]\s)(?:The )?{name} (?:is|are|team|has|builds|was|ist|seeks|gives|offers)\b"
    return re.search(f"{at}|{does}", text, re.MULTILINE | re.IGNORECASE) is not None


def _first(pattern: re.Pattern[str], texts: tuple[str, ...]) -> str:
    for text in texts:
        for found in pattern.finditer(text):
            name = _plain(found[1])
            known = name.casefold() in _NO_NAMES or _NO_EMPLOYER.search(name)
            if name and not known and not title_score(name):
                return name
    return ""


def _plain(name: str) -> str:
    name = re.sub(
        r"\s+(?:&|und|and|für|für die|de|du|des|la|of|the|van|der|di|e)$", "", name.strip()
    )
    name = re.sub(r"^20\d\d\s+", "", name)
    return re.sub(r"^(?:(?:Die|Der|Das|The|At|Bei|Wir|We)\s+)+(?=\S)", "", name).strip(" ,")
