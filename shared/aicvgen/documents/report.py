"""The report as HTML and Markdown: text of people and models is data and always escaped."""

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape

from aicvgen.domain.report import Report

_SYNTAX = re.compile(r"[\\`*_{}\[\]()<>#|~&!$]")
_LIST_START = re.compile(r"^(\d*)([-+=.)])")


def report_html(report: Report) -> str:
    """Return one self-contained page without scripts or anything loaded from elsewhere."""
    return _html().render(report=report)


def report_markdown(report: Report) -> str:
    """Return the same as Markdown; nobody's text can become a heading, link or tag."""
    return _markdown().render(report=report)


def markdown_text(value: Any) -> str:
    """Return anything as plain text on one line of Markdown."""
    line = _SYNTAX.sub(r"\\\g<0>", " ".join(str(value).split()))
    return _LIST_START.sub(r"\1\\\2", line)


@cache
def _html() -> Template:
    return _environment().get_template("report.html.jinja")


@cache
def _markdown() -> Template:
    return _environment().overlay(finalize=markdown_text).get_template("report.md.jinja")


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("aicvgen.documents", "templates"),
        autoescape=select_autoescape(enabled_extensions=("html.jinja",)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
