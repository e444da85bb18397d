"""The title of the position: from its label, the head of the page or the sentence that seeks."""

import re
from collections.abc import Iterator

from aicvgen.model.extractive.cv.lexicon import title_score
from aicvgen.model.extractive.job.blocks import Block, Shape
from aicvgen.model.extractive.job.labels import is_label, labelled
from aicvgen.model.extractive.job.topics import topic_of_heading

GENDERS = re.compile(
    r"\s*[(\[]\s*(?:[mwfdxihvgn*]|div)\.?(?:\s*[/|,]\s*(?:[mwfdxihvgn*]|div)\.?){1,3}\s*[)\]]|"
    r"\s+[mwfd](?:/[mwfdx]){2}(?![\w/])|\s+[HF]\s?/\s?[HF](?![\w/])|"
    r"\s*\((?:all genders|alle geschlechter|gn)\)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"(?:looking for|seeking|searching for|(?:are|is|we're|currently) hiring(?: for)?|recruiting)"
    r"\s+(?:an? |our next |talented |experienced |qualified |motivated )*"
    r"([A-Z][\w/&+#.-]*(?: (?:[A-Z(][\w/&+#.)-]*|of|for|and|in))*)"
)
_GESUCHT = re.compile(
    r"(?:suchen|sucht|verstärken)\b.{0,80}?\b(?:eine[nr]?|als|nach)\s+(?:\w+e[nr]? )?"
    r"([A-ZÄÖÜ][\w/*:-]*(?: [A-ZÄÖÜ(][\w/*:)-]*| (?:für|im|in|und|der) [A-ZÄÖÜ][\w/*:-]*)*)"
)
_RECHERCHE = re.compile(
    r"\b(?:recherch(?:e|ons)|recrut(?:e|ons)|busca(?:mos)?|cerca|cerchiamo|procura(?:mos)?|"
    r"zoek(?:t|en)(?: wij)?)\s+(?:un\(e\)|una?|une|uno|uma?|een)\s+"
    r"([^.,;:()!]{3,60}?)(?=\s+(?:pour|para|per|voor|afin|en|à|in|con|avec|met|qui|que|che|die)\b"
    r"|[.,;:(!]|$)",
    re.IGNORECASE,
)
_IS_WANTED = re.compile(
    r"^(?:an? )?([^.!?]{3,60}?)\s+(?:gesucht|wanted|needed|recherchée?|gezocht)\b", re.IGNORECASE
)
_SEEKING = re.compile(
    r"^.*\b(?:suchen|sucht|zoekt|zoeken|recherch(?:e|ons)|recrut(?:e|ons)|busca(?:mos)?|hiring|"
    r"seeks)\b"
    r".{0,60}?\b(?:eine[nr]?|een|une?|una?|an?)\s+(?=[A-ZÄÖÜ])"
)
"""What stands before the title in a sentence: 'The town seeks from May a'."""
_START_YEAR = re.compile(r"(?<=\))\s+20\d\d$")
_TRAILING = re.compile(r"\s+(?:of|for|and|in)$")
_NO_TITLE = re.compile(
    r"^(?:(?:job (?:ad|advert|posting|description|details?)|stellenanzeige|stellenangebot|"
    r"stellenausschreibung|vacancy|vacancies|offre d'emploi|oferta de (?:empleo|trabajo)|"
    r"annuncio di lavoro|vaga de emprego|careers?|jobs?|back to|zurück|apply|posted|published|"
    r"veröffentlicht|job[- ]?id|reference|referenz|full[- ]time|part[- ]time|vollzeit|teilzeit|"
    r"alerts? for|share|save|home|join (?:us|our team)|this job|current openings?|official title|"
    r"wir suchen|we are hiring|we're hiring|open positions?)\b|\W*$)",
    re.IGNORECASE,
)
_HEAD = 8
"""Blocks of an ad that may hold its title."""
_LONGEST = 14


def title_of(blocks: tuple[Block, ...]) -> tuple[str, str]:
    """Return the title as written, and the text of the block it was read from."""
    line = _line(blocks)
    label = next(iter(_first_sentence(labelled("title", blocks))), "")
    if label and (not line or label in line or not title_score(line) or is_label(line)):
        return label, line if label in line else label
    if line:
        return line, line
    return _wanted(block.text for block in blocks), ""


def plain_title(title: str) -> str:
    """Return a title without its gender note and without 'wanted'."""
    wanted = _IS_WANTED.match(title)
    title = _SEEKING.sub("", title)
    title = _START_YEAR.sub("", title)
    return " ".join(GENDERS.sub("", wanted[1] if wanted else title).split()).strip(" -\u2013|,")


def is_short(text: str) -> bool:
    """Say whether a text may be a title or what stands beside one."""
    return len(text.split()) <= _LONGEST and not text.endswith((".", "!", "?", ":", ","))


def _line(blocks: tuple[Block, ...]) -> str:
    """Return the line that is the title: one with a gender note, else the likeliest of the head."""
    gendered = (b.text for b in blocks if GENDERS.search(b.text) and is_short(b.text))
    head = [block.text for index, block in enumerate(blocks[:_HEAD]) if _may_be_title(block, index)]
    likely = (text for text in head if title_score(text))
    first = blocks[:3]
    return (
        next(gendered, "")
        or next(likely, "")
        or next((text for text in head if any(text == block.text for block in first)), "")
    )


def _may_be_title(block: Block, index: int) -> bool:
    text = block.text
    if block.shape is Shape.BULLET or not is_short(text) or _NO_TITLE.match(text):
        return False
    if is_label(text) or not re.search(r"[^\W\d_]{2}", text):
        return False
    opens_section = (block.shape is not Shape.HEADING or index > 0) and topic_of_heading(text)
    small = text[0].islower() and block.shape is not Shape.HEADING
    return not small and (index == 0 or not opens_section)


def _wanted(texts: Iterator[str]) -> str:
    patterns = (_WANTED, _GESUCHT, _RECHERCHE, _IS_WANTED)
    found = (match[1] for text in texts for p in patterns if (match := p.search(text)))
    return next((_TRAILING.sub("", title).rstrip(".") for title in found), "")


def _first_sentence(text: str) -> Iterator[str]:
    if text:
        yield re.split(r"(?<=[a-zäöü)])\.\s+(?=[A-ZÄÖÜ])", text)[0].strip(" .")
