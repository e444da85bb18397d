"""Where the work is done: the places, and whether in the office, at home, or both."""

import re
from collections.abc import Iterator

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
_IN_TOWN = re.compile(rf"\b(?:in|en|à|te|a|bei|near|nahe|em|op)\s+({_TOWN})")
_OFFICE = re.compile(
    r"(?:Office|Büro|Niederlassung|Bureau|Oficina|Ufficio|Escritório|Kantoor) "
    r"(?:of|der|von|de|di|van) ([^:]{2,60}): (\S.{1,60})$"
)
_TOWN_HALL = re.compile(
    r"(?:Stadt|Gemeinde|Landeshauptstadt|Universitätsstadt|Hansestadt|Markt|(?:City|Town|"
    r"Borough) of|"
    r"(?:Ville|Commune|Mairie) d(?:e |')|Ayuntamiento de|Comune di|Câmara Municipal de|Gemeente)\s*"
    r"(\S.*)"
)
_ONLY_MODE = re.compile(r"remote$|hybrid|on-?site|in-office|vor ort|presencial", re.IGNORECASE)
_DENIED = re.compile(
    r"(?:no|none|nein|keine?|non|nee|niet|geen|não|not? (?:possible|available)|nicht)\b",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    r"(?:yes|ja|oui|sí|si|sim|100 ?%|full(?:y)?|voll(?:ständig)?|possible|möglich)\b", re.IGNORECASE
)
_PARTLY = re.compile(
    rf"\b{_COUNT}(?:\s?[-\u2013]\s?\d)?\s*(?:days?|tage?n?|jours?|días?|giorni|dias|dagen)\b|"
    r"\b[1-9]\d? ?%|part(?:ly|ial|iel)|teilweise|hybrid|híbrid|ibrid|anteilig",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•\t]\s*|\s+[-\u2013\u2014]\s+")
_ON_SITE = "on-site"
_REMOTE = "remote"
_HYBRID = "hybrid"
_OPENING = 8
_HEAD = 8
_SHORTEST = 3
_LONGEST = 15
"""Words of a line that may hold a place by itself."""


def labelled_location(blocks: tuple[Block, ...]) -> str:
    """Return the places of work under their label as written, however many."""
    return re.split(r"(?<=[a-zäöü)])\.\s", labelled("location", blocks))[0].strip(" .")


def office_of(blocks: tuple[Block, ...]) -> tuple[str, str]:
    """Return employer and place from 'Office of Acme: Leeds', each empty where nothing says so."""
    found = (match for block in blocks[:_HEAD] if (match := _OFFICE.match(block.text)))
    return next(((office[1], office[2]) for office in found if is_place(office[2])), ("", ""))


def location_of(blocks: tuple[Block, ...], texts: tuple[str, ...], title: str, company: str) -> str:
    """Return the places of work that the first lines or a sentence name, else nothing."""
    for block in blocks[:_HEAD]:
        parts = _PARTS.split(block.text)
        if len(block.text.split()) <= _LONGEST and block.text != title and not is_label(block.text):
            found = next((part for part in parts if _is_town(part)), "")
            if found:
                return found.strip(" ,")
    based = _BASED.search("\n".join(texts))
    if based:
        return based[1].strip(" .")
    return next(_towns_in(texts[:_OPENING]), "") or _seat_of(company)


def mode_of(blocks: tuple[Block, ...], texts: tuple[str, ...]) -> str:
    """Return `remote`, `hybrid`, `on-site`, or nothing where the ad does not say.

    The labels count before the texts, and these in their order.
    """
    at_home = labelled("remote", blocks)
    if _DENIED.match(at_home):
        return _ON_SITE
    if _PARTLY.search(at_home):
        return _HYBRID
    if _AFFIRMED.match(at_home):
        return _REMOTE
    for text in (labelled("mode", blocks), at_home, *texts):
        affirmed, denials = _NO_REMOTE.subn(" ", text)
        found = next((mode for mode, said in _MODES if said.search(affirmed)), "")
        if found or denials:
            return found or _ON_SITE
    return ""


def _towns_in(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield the known towns that a sentence puts the work in: 'is hiring a clerk in Leeds'."""
    found = (match for text in texts for match in _IN_TOWN.finditer(text))
    yield from (match[1] for match in found if _is_town(match[1]))


def _seat_of(company: str) -> str:
    """Return the town that is itself the employer."""
    seat = _TOWN_HALL.fullmatch(company)
    return seat[1] if seat else ""


def _is_town(part: str) -> bool:
    if len(part) < _SHORTEST:
        return False
    capital = part[0].isupper() or part[0].isdigit()
    return capital and not _ONLY_MODE.match(part) and is_place(part)
