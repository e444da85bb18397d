"""Invented job ads with what is true of them, as text, web page, PDF and Word document."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

import docx
import typst
import yaml

_FOLDER = Path(__file__).parent / "data" / "ads"


@dataclass(frozen=True, slots=True)
class Ad:
    """One ad, written as headings, bullets and paragraphs, and its truth typed by hand."""

    name: str
    text: str
    fields: Mapping[str, str]
    """Language and position, by the name of the field of a job."""
    required: tuple[str, ...]
    preferred: tuple[str, ...]
    boilerplate: tuple[str, ...]
    """Words of lines that ask for nothing."""


def ads() -> Iterator[Ad]:
    """Yield the ads in the order of their names."""
    for path in sorted(_FOLDER.glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        truth = data["truth"]
        lists = {key: tuple(truth.pop(key)) for key in ("required", "preferred", "boilerplate")}
        yield Ad(path.stem, data["ad"], truth, **lists)


def _html(text: str) -> bytes:
    """Return the ad on a page with a menu, a cookie banner, similar jobs and a footer."""
    body = "".join(_element(line) for line in text.splitlines())
    pages = ("Jobs", "Blog", "Help", "Shop")
    menu = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in pages)
    other = "".join(f'<li><a href="/{n}">Perl Wizard {n} (remote)</a></li>' for n in range(5))
    return f"""<!doctype html><html><head><title>Jobs</title><script>a = 1;</script></head><body>
    <header><nav><ul>{menu}</ul></nav></header>
    <div class="cookie-banner"><p>We use cookies to sell COBOL. <button>Accept</button></p></div>
    <div class="page"><main>{body}</main><div class="similar-jobs"><h2>Similar jobs</h2>
    <ul>{other}</ul></div></div>
    <footer><p>Imprint, Fortran Street 7, Nowhere</p></footer></body></html>""".encode()


def _element(line: str) -> str:
    mark, _, rest = line.partition(" ")
    if set(mark) == {"#"}:
        return f"<h{len(mark)}>{escape(rest)}</h{len(mark)}>"
    return f"<li>{escape(rest)}</li>" if mark == "-" else f"<p>{escape(line)}</p>"


def _pdf(text: str) -> bytes:
    lines = (_set(line) for line in text.splitlines() if line)
    page = "#set text(10pt)\n#set par(justify: false)\n" + "\n".join(lines)
    compiled = typst.compile(page.encode(), ignore_system_fonts=True)
    assert isinstance(compiled, bytes)
    return compiled


def _set(line: str) -> str:
    mark, _, rest = line.partition(" ")
    if set(mark) == {"#"}:
        return f"{'=' * len(mark)} #{_quoted(rest)}"
    return f"- #{_quoted(rest)}" if mark == "-" else f"#{_quoted(line)}\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        mark, _, rest = line.partition(" ")
        if set(mark) == {"#"}:
            document.add_heading(rest, level=len(mark))
        elif mark == "-":
            document.add_paragraph(rest, style="List Bullet")
        else:
            document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _plain(text: str) -> bytes:
    """Return the ad without any markup: headings are short lines, bullets have a glyph."""
    lines = (line.lstrip("#").strip() for line in text.splitlines())
    return "\n".join(f"• {line[2:]}" if line.startswith("- ") else line for line in lines).encode()


FORMATS: Mapping[str, Callable[[str], bytes]] = MappingProxyType(
    {
        "text": _plain,
        "markdown": str.encode,
        "html": _html,
        "pdf": _pdf,
        "docx": _word,
    }
)
