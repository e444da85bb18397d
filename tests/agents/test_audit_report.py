"""The report of an audit: both texts, what is wrong, and no markup from either."""

import html
from collections.abc import Callable

import pytest

from agents.markup import EVIL, Tags
from aicvgen.documents.audit_report import audit_html, audit_markdown, audit_text
from aicvgen.domain.audit import audit
from aicvgen.domain.audit.beside import AuditReport, audit_report
from aicvgen.domain.cv import Fact, Kind
from examples import engineer


@pytest.mark.parametrize("render", [audit_html, audit_markdown, audit_text])
def test_audit_report_shows_both_texts_and_what_is_wrong(render: Callable[[AuditReport], str]):
    """The original stands beside the tailored line, with the finding and the style in words."""
    shown = html.unescape(render(_audit_report())).replace("\\", "")

    for words in (
        "Mentored 13 junior engineers.",
        "Mentored three junior engineers.",
        "The number “13” is not in the original.",
        "Organised the summer party.",
        "Style (length)",
        "4 words: say what came of it.",
    ):
        assert words in shown


def test_markup_in_an_audit_is_plain_text():
    """A hostile line adds no tag to the page."""
    page = Tags()
    page.feed(audit_html(_audit_report(EVIL)))

    assert "script" not in page.tags
    assert EVIL in "".join(page.words)


def _audit_report(text: str = "Mentored 13 junior engineers.") -> AuditReport:
    original = engineer()
    work = next(section for section in original.sections if section.kind is Kind.WORK)
    first = work.entries[0].model_copy(update={"items": (Fact(id="work-1/1", text=text),)})
    changed = work.model_copy(update={"entries": (first, *work.entries[1:])})
    sections = tuple(changed if one is work else one for one in original.sections)
    tailored = original.model_copy(update={"sections": sections})
    return audit_report(original, tailored, audit(original, tailored), ("a.pdf", "b.pdf"))
