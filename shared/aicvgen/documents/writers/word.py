"""A CV or letter as a Word file: real headings, lists and links, the language and the title set."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from aicvgen.documents import labels
from aicvgen.documents.page import Page
from aicvgen.documents.photo import Photo
from aicvgen.domain.look import Font, Look, Template

_FOLDER = Path(__file__).parents[1] / "templates" / "word"
_WRITTEN = {
    "word/document.xml": "document.xml.jinja",
    "word/styles.xml": "styles.xml.jinja",
    "word/_rels/document.xml.rels": "relations.xml.jinja",
    "docProps/core.xml": "core.xml.jinja",
}
_FIXED = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file of the package, so that the same CV is the same bytes."""
_REGIONS = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL"}
_FONTS: dict[Font, str] = {"libertine": "Cambria", "lato": "Calibri"}
"""The nearest that every office program has: a Word file carries no fonts."""
_PHOTO_HEIGHT = 1_224_000
"""3.4 cm in the units of a drawing."""


@dataclass(frozen=True, slots=True)
class _Face:
    font: Font
    size: int
    """In half points."""
    accent: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """In twentieths of a point."""

    width: int
    height: int
    margin: int = 1077


_FACES: dict[Template, _Face] = {
    "classic": _Face("libertine", 20, "000000"),
    "compact": _Face("lato", 18, "1b4f72"),
    "modern": _Face("lato", 20, "1b4f72"),
}
_SHEETS = {"a4": _Sheet(11906, 16838), "letter": _Sheet(12240, 15840)}
_LETTER_SIZE, _LETTER_MARGIN = 21, 1360
"""The same in every template."""


def word(
    page: Page, look: Look, photo: Photo | None = None, named: labels.Document = "cv"
) -> bytes:
    """Return the page as DOCX, in one column: the same bytes for the same page, look and photo.

    A letter has room between its paragraphs and above the name.
    """
    is_letter = named == "letter"
    sheet = _SHEETS[look.paper]
    face = _FACES[look.template]
    values = {
        "page": page,
        "face": {
            "font": _FONTS[look.font or face.font],
            "size": _LETTER_SIZE if is_letter else face.size,
            "accent": look.accent.removeprefix("#") or face.accent,
        },
        "sheet": replace(sheet, margin=_LETTER_MARGIN) if is_letter else sheet,
        "is_letter": is_letter,
        "language": f"{page.language}-{_REGIONS[page.language]}"
        if page.language in _REGIONS
        else page.language,
        "ids": {target: f"link{number}" for number, target in enumerate(_targets(page))},
        "photo": photo and {"form": photo.form} | _size(photo),
    }
    parts = {
        name: _environment().get_template(source).render(values).encode()
        for name, source in _WRITTEN.items()
    }
    if photo:
        parts[f"word/media/photo.{photo.form}"] = photo.data
    return _zipped(_fixed() | parts)


def _targets(page: Page) -> dict[str, None]:
    return dict.fromkeys(filter(None, _all_targets(page)))


def _all_targets(page: Page) -> Iterator[str]:
    yield from (span.target for line in page.contact for span in line)
    for section in page.sections:
        yield from (span.target for block in section.blocks for span in block.details)


def _size(photo: Photo) -> dict[str, int]:
    return {
        "width": round(_PHOTO_HEIGHT * photo.width / photo.height),
        "height": _PHOTO_HEIGHT,
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("aicvgen.documents", "templates/word"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_valid,
    )


def _valid(value: object) -> object:
    """Return a text without the characters that no XML file may hold."""
    return _NO_XML.sub("", value) if type(value) is str else value


@cache
def _fixed() -> dict[str, bytes]:
    return {name: (_FOLDER / source).read_bytes() for name, source in _FIXED.items()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
