"""The main content of a page: menus, banners, forms and what nobody sees are taken out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from aicvgen.documents.html.sight import Sight
from aicvgen.domain.counted import counted
from aicvgen.domain.dropped import Dropped

_NO_TEXT = (
    "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "audio",
    "video", "map",
)  # fmt: skip
_CONTROLS = ("nav", "form", "button", "select", "textarea", "input", "dialog", "menu")
_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "contentinfo", "alert"})
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|newsletter|skip-?(?:nav|link)s?|"
    r"related-?(?:jobs|posts)|similar-?jobs|share-?(?:buttons|links))(?:$|[\s_-])",
    re.IGNORECASE,
)
_REACH = ("mailto:", "tel:")
_LINK_SHARE = 0.7
"""A block with at least this share of its letters in links is a menu."""
_FEWEST_LINKS = 4
_MAIN_SHARE = 0.3
"""A main block with less of the page's words than this is not what the page is about."""


@dataclass(slots=True)
class _Links:
    """How much of an element is links."""

    letters: int = 0
    linked: int = 0
    """Letters within links."""
    count: int = 0
    content: bool = False
    """It holds the title of the page, or a way to reach somebody."""


def keep(page: HtmlElement) -> tuple[Dropped, ...]:
    """Leave only the main content in the tree, and say how much else was on the page."""
    sight = Sight.of(page)
    _remove(page, page.iter(*_NO_TEXT))
    hidden = _remove(page, _topmost(page, sight.hides))
    links = _links(page)
    frame = _remove(page, _topmost(page, lambda each: _is_frame(each, links[each])))
    main = _main(page)
    if main is not None:
        frame += _remove(page, _outside(page, main))
    notes = {"hidden from sight": hidden, "outside of the main content": frame}
    return tuple(
        Dropped(why=f"{counted(count, 'word')} {what}") for what, count in notes.items() if count
    )


def _topmost(page: HtmlElement, wanted: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """Yield the wanted elements that are not within another one."""
    walk = iterwalk(page, events=("start",))
    for _, element in walk:
        if wanted(element):
            yield element
            walk.skip_subtree()


def _remove(page: HtmlElement, elements: Iterable[HtmlElement]) -> int:
    """Take elements out, and return how many words went with them."""
    count = 0
    for element in list(elements):
        if element is not page and element.getparent() is not None:
            count += len(_text(element).split())
            element.drop_tree()
    return count


def _text(element: HtmlElement) -> str:
    return " ".join(element.itertext())


def _links(page: HtmlElement) -> Mapping[HtmlElement, _Links]:
    """Count in one pass, children first: elements may be nested deeply.

    The order is also that in which they are given back: children last would have lxml look through
    a subtree that was taken out for each of its elements.
    """
    found = {element: _Links() for element in reversed(list(page.iter()))}
    for element, here in found.items():
        here.letters += _letters(element.text)
        if element.tag == "a":
            here.count, here.linked = here.count + 1, here.letters
        here.content |= element.tag == "h1" or element.get("href", "").startswith(_REACH)
        around = found.get(element.getparent())
        if around is not None:
            around.letters += here.letters + _letters(element.tail)
            around.linked += here.linked
            around.count += here.count
            around.content |= here.content
    return found


def _letters(text: str | None) -> int:
    return len("".join((text or "").split()))


def _is_frame(element: HtmlElement, links: _Links) -> bool:
    if element.tag in _CONTROLS or element.get("role") in _ROLES:
        return True
    if element.tag in {"html", "body", "main", "article", "h1"}:
        return False
    if element.tag in {"header", "footer"} and not _within_content(element):
        return element.tag == "footer" or not _names_somebody(element)
    if _FRAME.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    return element.tag in {"ul", "ol", "div", "aside", "section"} and _is_menu(links)


def _within_content(element: HtmlElement) -> bool:
    return any(each.tag in {"main", "article", "section"} for each in element.iterancestors())


def _names_somebody(header: HtmlElement) -> bool:
    """Say whether the header of the page holds its title and no menu, as that of a CV does."""
    return header.find(".//h1") is not None and header.find(".//nav") is None


def _is_menu(links: _Links) -> bool:
    if links.count < _FEWEST_LINKS or links.content:
        return False
    return links.linked >= _LINK_SHARE * links.letters


def _main(page: HtmlElement) -> HtmlElement | None:
    """Return the block that says it is the content, else the only article."""
    said = [each for each in page.iter() if each.tag == "main" or each.get("role") == "main"]
    articles = list(page.iter("article"))
    blocks = said[:1] or (articles if len(articles) == 1 else [])
    words = len(_text(page).split())
    return next((each for each in blocks if len(_text(each).split()) > _MAIN_SHARE * words), None)


def _outside(page: HtmlElement, main: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands beside the main block; a sidebar stays, and the only title of the page."""
    titled = main.find(".//h1") is not None
    around = {main, *main.iterancestors()}
    for holder in main.iterancestors():
        for element in holder:
            title = not titled and (element.tag == "h1" or element.find(".//h1") is not None)
            if element not in around and element.tag != "aside" and not title:
                yield element
        if holder is page:
            return
