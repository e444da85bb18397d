"""`aicvgen audit ORIGINAL TAILORED`: does the second CV say anything the first does not support."""

import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

import click
from pydantic_core import to_json

from aicvgen.cli.edge import READABLE, Exit, guarded, json_option, settings
from aicvgen.cli.reading import read_cv, reading
from aicvgen.cli.telling import emit
from aicvgen.days import day_of
from aicvgen.documents.audit_report import audit_html, audit_markdown, audit_text, findings_text
from aicvgen.domain.audit import audit
from aicvgen.domain.audit.beside import AuditReport, audit_report
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.model.extractive.terms import names_in

_WRITERS: Mapping[str, Callable[[AuditReport], str]] = MappingProxyType({
    ".md": audit_markdown,
    ".html": audit_html,
    ".txt": audit_text,
    ".json": lambda report: to_json(report, indent=2).decode(),
})  # fmt: skip


@click.command("audit")
@click.argument("original", type=READABLE)
@click.argument("tailored", type=READABLE)
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write both texts side by side to a file: .md, .html, .txt or .json.",
)
@click.option(
    "--judge",
    is_flag=True,
    help="Let the model of AICVGEN_MODEL look at what the rules let through, too.",
)
@json_option
@guarded
def command(
    original: Path, tailored: Path, *, report_file: Path | None, judge: bool, as_json: bool
) -> None:
    """Check TAILORED against ORIGINAL, whoever made it.

    Exit code 0: clean, what was left out is a note. 1: it says what the original does not, or
    something of a model, a template or another person is in it. 3: a file cannot be read. 5: the
    model was to judge and did not.
    """
    loaded = settings()
    if judge and loaded.model == "extractive":
        raise Rejected(
            Reason.BAD_OPTION,
            "Rules cannot judge: set AICVGEN_MODEL to gemini or openai, or leave out --judge.",
        )
    write = _writer(report_file, (original, tailored))
    with reading() as reader:
        cv, other = read_cv(original, reader), read_cv(tailored, reader)
    shared = partial(names_in, language=cv.language)
    result = audit(cv, other, shared, day_of(time.time()))
    if judge:
        from aicvgen.cli.judged import judged  # noqa: PLC0415  a backend loads for half a second

        result = judged(cv, other, result, loaded)
    report = audit_report(cv, other, result, (original.name, tailored.name))
    if report_file is not None:
        report_file.write_text(write(report), encoding="utf-8")
    if as_json:
        emit(result)
    else:
        click.echo(findings_text(report), nl=False)
    sys.exit(int(Exit.OK if result.ok else Exit.FINDINGS))


def _writer(file: Path | None, inputs: tuple[Path, Path]) -> Callable[[AuditReport], str]:
    """Return what writes the report, before any work; raises `Rejected(BAD_OPTION)`."""
    if file is None:
        return findings_text
    if file.resolve() in {path.resolve() for path in inputs}:
        raise Rejected(
            Reason.BAD_OPTION, f"The report would replace {file.name!r}: choose another name."
        )
    if file.suffix.lower() not in _WRITERS:
        raise Rejected(
            Reason.BAD_OPTION, "The report is .md, .html, .txt or .json: name the file so."
        )
    return _WRITERS[file.suffix.lower()]
