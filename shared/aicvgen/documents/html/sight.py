"""What of a page nobody sees: hidden, in the colour of the paper, too small, beside the screen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

_GONE = {
    "display": r"none",
    "visibility": r"hidden|collapse",
    "opacity": r"0(?:\.0\d*)?",
    "font-size": r"0(?:px|pt|r?em|%)?|0?\.\d+(?:px|pt)|1(?:\.\d+)?(?:px|pt)",
    "left": r"-\d{4,}.*",
    "top": r"-\d{4,}.*",
    "right": r"-\d{4,}.*",
    "margin-left": r"-\d{4,}.*",
    "text-indent": r"-\d{3,}.*",
    "clip": r"rect\(0.*",
    "clip-path": r"inset\((?:50|100)%.*",
    "transform": r"scale\(0\).*",
}
"""By property, the values that let nobody see an element."""
_PALE = (
    r"white|snow|ivory|transparent|#f[a-f]f?[a-f]?f?[a-f]?|rgba\(.*,0(?:\.0\d*)?\)"
    r"|rgba?\((?:2[45]\d,){2}2[45]\d(?:,[\d.]+)?\)"
)
_NOTHING = r"0(?:px|pt|r?em|%)?|1px"
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NESTED = re.compile(r"@[^{};]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]+;")
"""What holds only for some screens or for paper."""
_SIMPLE = re.compile(r"[.#]?[\w-]+")
"""A selector of one name: what others select depends on what is around."""
_NAME = re.compile(r"[.#][\w-]+")

_Style = dict[str, str]
"""Values by property."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The styles that a page gives in its head, by class, id or element.

    In doubt text is seen: what another rule shows, on some screen or while somebody points at it,
    counts as shown.
    """

    styles: Mapping[str, _Style]

    @classmethod
    def of(cls, page: HtmlElement) -> "Sight":
        """Return the styles of a page."""
        sheets = _COMMENT.sub("", "".join(each.text or "" for each in page.iter("style")))
        found: dict[str, _Style] = {}
        elsewhere = set(_NAME.findall("".join(_NESTED.findall(sheets))))
        for selectors, style in _RULE.findall(_NESTED.sub("", sheets)):
            for selector in map(str.strip, selectors.split(",")):
                if _SIMPLE.fullmatch(selector):
                    found.setdefault(selector, {}).update(declared(style))
                else:
                    elsewhere.update(_NAME.findall(selector))
        return cls({name: style for name, style in found.items() if name not in elsewhere})

    def hides(self, element: HtmlElement) -> bool:
        """Say whether nobody sees an element and what is in it."""
        if element.get("hidden") is not None:
            return True
        style = self._style(element)
        if is_gone(style):
            return True
        return _says(style, "color", _PALE) and not self._on_colour(element)

    def _on_colour(self, element: HtmlElement) -> bool:
        """Say whether text stands on a background of its own or of what is around it."""
        around = (self._style(each) for each in (element, *element.iterancestors()))
        return any(
            name.startswith("background") and not re.fullmatch(_PALE, value)
            for style in around
            for name, value in style.items()
        )

    def _style(self, element: HtmlElement) -> _Style:
        """Return all that is said of an element's look; what counts most wins."""
        own = declared(element.get("style", ""))
        if not self.styles:
            return own
        names = (f".{name}" for name in element.get("class", "").split())
        style: _Style = {}
        for name in (str(element.tag), *names, f"#{element.get('id', '')}"):
            style |= self.styles.get(name, {})
        return style | own


def declared(style: str) -> _Style:
    """Return the declarations of a style, without white space and in small letters."""
    pairs = (each.partition(":") for each in "".join(style.split()).casefold().split(";"))
    return {name: value.removesuffix("!important") for name, _, value in pairs if value}


def is_gone(style: _Style) -> bool:
    """Say whether a style lets nobody see an element, whatever is around it."""
    if _says(style, "overflow", "hidden|clip") and any(
        _says(style, side, _NOTHING) for side in ("width", "height", "max-width", "max-height")
    ):
        return True
    return any(_says(style, name, values) for name, values in _GONE.items())


def _says(style: _Style, name: str, values: str) -> bool:
    return name in style and re.fullmatch(values, style[name]) is not None
