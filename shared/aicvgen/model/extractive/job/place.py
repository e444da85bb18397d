"""Where the work is done: the places, and whether in the office, at home, or both."""

import re

from aicvgen.model.extractive.cv.places import is_place
from aicvgen.model.extractive.job.blocks import Block
from aicvgen.model.extractive.job.labels import is_label, labelled

_TOWN = (
    r"(?:(?:St\. |San |Sankt |Bad |New |Den |La |Le |Los |Las )?[A-ZÄÖÜÉÎÁÓ][\w'-]+"
    r"(?: [A-ZÄÖÜ][\w-]+)?(?: (?:am|an der|a\. ?d\.|im) [A-ZÄÖÜ]\w+)?)"
)
_BASED = re.compile(
    r"(?:[Bb]ased (?:in|at)|[Ll]ocated in|[Oo]ffices? in|[Ss]ite in|[Ss]tore in|[Ss]hop in|"
    r"am Standort(?: in)?|"
    r"an unserem Standort(?: in)?|an (?:den|unseren) Standorten|(?:[Ss]tandort|[Ss]itz|[Bb]üro|"
    r"[Ll]ager|[Ff]iliale|"
    r"[Ww]erk|[Hh]aus|Praxis|Werkstatt|Kanzlei) in|[Ii]m Raum|Raum|[Bb]asé(?:e|s)? à|"
    r"[Ss]itué(?:e|s)? à|"
    r"[Ee]n nuestra (?:oficina|tienda|sede) (?:de|en)|[Uu]bicad[oa]s? en|con sede (?:a|en)|"
    r"[Gg]evestigd in|"
    r"(?:[Hh]ybrid|[Rr]emote|[Oo]n[- ]?site)(?: work)? (?:in|within)(?: the)?)\s+"
    rf"({_TOWN}(?:(?:, | (?:and|und|oder|or|et|y|e|en) |/){_TOWN}){{0,5}})"
)
_NO_REMOTE = re.compile(
    r"\b(?:no|not|kein(?:e|en)?|nicht|ohne|sans|sin|senza|sem|geen)\s+(?:\w+\s+){0,3}?(?:remote|"
    r"home[- ]?office|"
    r"tele(?:work|commut)\w*|télétravail|teletrabajo|thuiswerken)[^.\n]*",
    re.IGNORECASE,
)
_AT_HOME = (
    r"(?:in the office|in office|on[- ]?site|at home|from home|remote|home[- ]?office|im büro|"
    r"vor ort|mobil|télétravail|teletrabajo|smart ?working|thuis)"
)
_COUNT = (
    r"(?:\d|one|two|three|four|zwei|drei|vier|einen|deux|trois|dos|tres|due|tre|dois|twee|drie)"
)
_MODES = (
    (
        "hybrid",
        re.compile(
            r"\bhybrid(?:e|es)?\b|\bhíbrid|\bibrid|teilweise (?:remote|im home|von zu ?hause|"
            r"mobil)|"
            rf"\b{_COUNT}(?:\s?[-\u2013]\s?\d)?\s*(?:days?|tagen?|jours?|días?|giorni|dias|"
            rf"dagen)\b[^.\n]{{0,30}}?{_AT_HOME}|"
            r"\bmobile[sn]? arbeiten|partially remote|partly remote|occasional(?:ly)? remote|"
            r"télétravail partiel|"
            r"bis zu \d+ ?(?:%|prozent)[^.\n]{0,20}(?:mobil|home|remote)",
            re.IGNORECASE,
        ),
    ),
    (
        "remote",
        re.compile(
            r"\bremote(?:ly)?\b(?![ -](?:sensing|sites?|areas?|controls?|monitoring|support|hands|"
            r"access|diagnos\w+))|"
            r"\bhome[- ]?office|work(?:ing)? from (?:home|anywhere)|télétravail|teletrabajo|"
            r"\bremoto\b|"
            r"telelavoro|thuiswerk|\btelework|ortsunabhängig|\bvirtual\b",
            re.IGNORECASE,
        ),
    ),
    (
        "on-site",
        re.compile(
            r"\bon[- ]?site\b(?! (?:canteen|gym|parking|nursery|restaurant|childcare|visits?|"
            r"customers?|kitchen|cafe))|"
            r"\bin[- ]office\b|\bin[- ]person\b|\bvor ort\b(?! (?:beim|bei) )|präsenz|sur site|"
            r"en présentiel|presencial|"
            r"in sede|in presenza|op locatie|op kantoor",
            re.IGNORECASE,
        ),
    ),
)
_PARTS = re.compile(r"\s*[|·•\t]\s*|\s+[-\u2013\u2014]\s+")
_ON_SITE = "on-site"
_HEAD = 8
_SHORTEST = 3
_LONGEST = 15
"""Words of a line that may hold a place by itself."""


def labelled_location(blocks: tuple[Block, ...]) -> str:
    """Return the places of work under their label as written, however many."""
    return re.split(r"(?<=[a-zäöü)])\.\s", labelled("location", blocks))[0].strip(" .")


def location_of(blocks: tuple[Block, ...], title: str) -> str:
    """Return the places of work that the first lines or a sentence name, else nothing."""
    for block in blocks[:_HEAD]:
        parts = _PARTS.split(block.text)
        if len(block.text.split()) <= _LONGEST and block.text != title and not is_label(block.text):
            found = next((part for part in parts if _is_town(part)), "")
            if found:
                return found.strip(" ,")
    text = "\n".join(block.text for block in blocks)
    based = _BASED.search(text)
    return based[1].strip(" .") if based else ""


def mode_of(blocks: tuple[Block, ...], location: str, title: str) -> str:
    """Return `remote`, `hybrid`, `on-site`, or nothing where the ad does not say."""
    label = labelled("mode", blocks)
    whole = "\n".join(block.text for block in blocks)
    for text in (label, location, title, whole):
        affirmed, denials = _NO_REMOTE.subn(" ", text)
        found = next((mode for mode, said in _MODES if said.search(affirmed)), "")
        if found or denials:
            return found or _ON_SITE
    return ""


def _is_town(part: str) -> bool:
    if len(part) < _SHORTEST:
        return False
    return part[0].isupper() and part.casefold() not in {"remote", "hybrid"} and is_place(part)
