"""What of a Word file nobody sees: hidden and white runs, comments, the file's own properties."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from aicvgen.documents.set_aside import from_elsewhere
from aicvgen.domain.counted import counted
from aicvgen.domain.dropped import Dropped

_SMALLEST = 3
"""Half points: nobody reads what is smaller than one and a half."""
_LIGHT = 240
"""Each part of a colour that may be that of the paper."""
_RGB = 6
_OFF = frozenset({"0", "false", "off"})
_BESIDE = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_VML = tuple(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("shape", "rect"))
_COMMENTS = "word/comments.xml"


def take_out_hidden(document: Document) -> tuple[Dropped, ...]:
    """Take the runs that nobody sees out of a document, and say how many words they had."""
    styles = {
        each.get(qn("w:styleId")): each for each in document.styles.element.iter(qn("w:style"))
    }
    stories = [document.element.body]
    edges = [edge for each in document.sections for edge in (each.header, each.footer)]
    stories += [edge._element for edge in edges if not edge.is_linked_to_previous]  # noqa: SLF001  no public access
    coloured = _has_grounds(document)
    count = 0
    for story in stories:
        for run in list(story.iter(qn("w:r"))):
            if _is_hidden(run, styles, coloured=coloured):
                count += sum(len((text.text or "").split()) for text in run.iter(qn("w:t")))
                run.getparent().remove(run)
    return (Dropped(why=f"{counted(count, 'word')} that cannot be seen"),) if count else ()


def beside_the_text(document: Document, data: bytes) -> tuple[Dropped, ...]:
    """Return what the comments hold, and whether properties or pictures hold instructions."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {
            name: _texts(archive.read(name))
            for name in archive.namelist()
            if name in (*_BESIDE, _COMMENTS)
        }
    words = sum(len(text.split()) for text in parts.pop(_COMMENTS, ()))
    comments = (Dropped(why=f"{counted(words, 'word')} in comments"),) if words else ()
    properties = [text for texts in parts.values() for text in texts]
    named = document.element.iter(qn("wp:docPr"), qn("pic:cNvPr"))
    pictures = [each.get(name, "") for each in named for name in ("descr", "title")]
    return (
        *comments,
        *from_elsewhere("properties of the file", properties),
        *from_elsewhere("descriptions of pictures", pictures),
    )


def _texts(xml: bytes) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return [str(text) for text in etree.fromstring(xml, parser).itertext() if text.strip()]


def _is_hidden(run: Any, styles: dict[str, Any], *, coloured: bool) -> bool:
    """Say whether nobody sees a run; what a tracked change moved away is not there either."""
    if any(each.tag == qn("w:moveFrom") for each in run.iterancestors()):
        return True
    said = list(_properties(run, styles))
    if _is_on(_first(said, "w:vanish")):
        return True
    size = _value(_first(said, "w:sz"))
    if size.isdigit() and int(size) < _SMALLEST:
        return True
    if not _is_light(_value(_first(said, "w:color"))) or coloured or _on_ground(run):
        return False
    return not any(map(_is_shaded, _styles(run, styles)))


def _properties(run: Any, styles: dict[str, Any]) -> Iterator[Any]:
    """Yield the run's own properties and those of its styles, what counts most first."""
    for each in (run, *_styles(run, styles)):
        found = each.find(qn("w:rPr"))
        if found is not None:
            yield found


def _styles(run: Any, styles: dict[str, Any]) -> Iterator[Any]:
    """Yield the styles of a run and of its paragraph, each with those it is based on."""
    paragraph = next(run.iterancestors(qn("w:p")), None)
    for holder, kind, which in ((run, "w:rPr", "w:rStyle"), (paragraph, "w:pPr", "w:pStyle")):
        name = _value(holder.find(f"{qn(kind)}/{qn(which)}")) if holder is not None else ""
        met: set[str] = set()
        while name in styles and name not in met:
            met.add(name)
            yield styles[name]
            name = _value(styles[name].find(qn("w:basedOn")))


def _first(said: list[Any], tag: str) -> Any:
    return next((found for each in said if (found := each.find(qn(tag))) is not None), None)


def _value(element: Any) -> str:
    return element.get(qn("w:val"), "") if element is not None else ""


def _is_on(element: Any) -> bool:
    return element is not None and _value(element).casefold() not in _OFF


def _is_light(colour: str) -> bool:
    try:
        return len(colour) == _RGB and min(bytes.fromhex(colour)) >= _LIGHT
    except ValueError:
        return False


def _has_grounds(document: Document) -> bool:
    """Say whether the page has a colour, a figure behind its text, or a look with shades."""
    root: Any = document.element
    if next(root.iter(qn("w:background"), qn("w:tblStyle")), None) is not None:
        return True
    if any(each.get("behindDoc") == "1" for each in root.iter(qn("wp:anchor"))):
        return True
    return next(root.iter(*_VML), None) is not None


def _on_ground(run: Any) -> bool:
    """Say whether a run stands in a figure, or where something is shaded around it."""
    for each in (run, *run.iterancestors()):
        if each.tag in {qn("w:txbxContent"), qn("w:body")}:
            return bool(each.tag == qn("w:txbxContent"))
        for name in ("w:rPr", "w:pPr", "w:tcPr", "w:tblPr"):
            properties = each.find(qn(name))
            if properties is not None and _is_shaded(properties):
                return True
    return False


def _is_shaded(properties: Any) -> bool:
    fills = [each.get(qn("w:fill"), "auto") for each in properties.iter(qn("w:shd"))]
    marked = next(properties.iter(qn("w:highlight")), None) is not None
    return marked or any(fill != "auto" and not _is_light(fill) for fill in fills)
