"""The report as HTML, Markdown and text: text of people and models is data, always escaped."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape

from aicvgen.domain.report import Report

_SYNTAX = re.compile(r"[\\`*_{}\[\]()<>#|~&!$]")
_LIST_START = re.compile(r"^(\d*)([-+=.)])")


def report_html(report: Report) -> str:
    """Return one self-contained page without scripts or anything loaded from elsewhere."""
    return template("report.html.jinja").render(report=report)


def report_markdown(report: Report) -> str:
    """Return the same as Markdown; nobody's text can become a heading, link or tag."""
    return template("report.md.jinja").render(report=report)


def report_text(report: Report) -> str:
    """Return the same as plain text, each of its texts on one line."""
    return template("report.txt.jinja").render(report=report)


def markdown_text(value: Any) -> str:
    """Return anything as plain text on one line of Markdown."""
    line = _SYNTAX.sub(r"\\\g<0>", " ".join(str(value).split()))
    return _LIST_START.sub(r"\1\\\2", line)


@cache
def template(name: str) -> Template:
    """Return a template by name; its ending (`html`, `md`, `txt`) says how text is escaped."""
    environment = Environment(
        loader=PackageLoader("aicvgen.documents", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    one_line = {"md": markdown_text, "txt": _plain_text}.get(name.split(".")[1])
    if one_line is not None:
        environment = environment.overlay(finalize=one_line)
    return environment.get_template(name)


def _plain_text(value: Any) -> str:
    return " ".join(str(value).split())
