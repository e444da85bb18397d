"""Cleaning of extracted text: glyphs, ligatures, invisible characters, bullets, letter-spacing."""

import re
import unicodedata

from aicvgen.domain.dropped import Dropped
from aicvgen.domain.visible import unseen, visible

BULLETS = "•◦‣⁃∙▪▫■□●○◆◇►▸▶▷▻⯈➢➣➤➔→⇒✓✔✦✧★∗⁌⁍◉⚫⬤·▹»›❖♦❯"  # noqa: RUF001  look-alikes are the point
_BULLET = re.compile(rf"^(?:[{re.escape(BULLETS)}]\s*|[-–—*+]\s+|o\s+(?=[A-ZÀ-Ž]))+")
_BETWEEN = re.compile(rf"(?P<mark>[-–—~*=+·•|{re.escape(BULLETS)}]+)\s+(\S.{{0,40}}?)\s+(?P=mark)")
"""A short text between two marks that are the same: they adorn it."""
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x2212: "-", 0x00AD: None}
BULLET_GLYPHS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF06E, 0xF076, 0xF0D8, 0xF0FC), "•")
_SPACES = re.compile(r"[^\S\t]+")
_TABS = re.compile(r"\s*\t\s*")
_SPACED = re.compile(r"(?:(?<=\s)|^)\S(?: \S){3,}(?=\s|$)")


def clean(text: str) -> str:
    """Return readable text: in NFC, without ligatures, icons and invisible characters.

    A tab stays: it is the sign of a wide gap. Other runs of white space become one space.
    """
    if not (text.isascii() and text.replace("\t", " ").isprintable()):
        text = text.translate(BULLET_GLYPHS).translate(_LIGATURES).translate(_HYPHENS)
        kept = "".join(char for char in visible(text) if unicodedata.category(char) != "Co")
        text = unicodedata.normalize("NFC", kept)
    return _TABS.sub("\t", _SPACES.sub(" ", text)).strip()


def invisible(text: str) -> tuple[Dropped, ...]:
    """Return the note about characters that nobody sees and `clean` drops, if there are any."""
    count = unseen(text)
    return (Dropped(why=f"{count} invisible characters"),) if count else ()


def split_bullet(text: str) -> tuple[bool, str]:
    """Say whether the line starts with a bullet glyph, and return it without the glyph.

    A mark at both ends is an ornament and no bullet: '– Experience –'.
    """
    adorned = _BETWEEN.fullmatch(text)
    if adorned:
        return False, adorned[2]
    match = _BULLET.match(text)
    if match is None:
        return False, text
    return True, text[match.end() :].strip()


def collapse_spacing(text: str) -> str:
    """Close up letter-spaced words: 'J A N E  D O E' becomes 'JANE DOE'.

    Words are told apart by a wider gap (two spaces or more, or a tab).
    """
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
