"""Whole CVs and what somebody made of them, false and honest, as the audit is given them."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from aicvgen.documents.extract import extract
from aicvgen.domain.audit import AuditResult, audit
from aicvgen.domain.cv import Cv
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.extractive.terms import names_in
from aicvgen.model.task import ParseCv

_TODAY = "2026-11-15"
_DATA = Path(__file__).parents[1] / "data" / "audits"


BLIND = sorted((_DATA / "blind").glob("*.yaml"))
"""More CVs written without sight of the audit: enough for a simulation, too many for a test."""


class Case(NamedTuple):
    """A CV and a version of it."""

    name: str
    original: str
    tailored: str
    kind: str
    """What must be found, or the class of what is false; empty where nothing may be found."""


def cases() -> Iterator[Case]:
    """Yield every version of every CV of the suite."""
    for path in sorted(_DATA.glob("*.yaml")):
        for person in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield from _versions(person, "untrue")
            yield from _versions(person, "honest")


def edited_cases() -> Iterator[Case]:
    """Yield every version of CVs written without sight of the audit, and beside its rules."""
    for folder in ("whole", "rules"):
        for path in sorted((_DATA / folder).glob("*.yaml")):
            yield from cases_of(path)


def cases_of(path: Path) -> Iterator[Case]:
    """Yield every version in a file of edited CVs."""
    for person in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
        for edit in person["edits"]:
            swap = {change["old"]: change["new"] for change in edit["change"]}
            name = f"{path.stem}-{person['id']}-{edit['class']}-{edit['why']}"
            tailored = _swapped(person["original"], swap, name)
            kind = edit["class"] if edit["kind"] == "false" else ""
            yield Case(name, person["original"], tailored, kind)


def originals() -> Iterator[str]:
    """Yield the text of every CV of the suite."""
    yield from dict.fromkeys(case.original for case in cases())


def audited(original: str, tailored: str) -> AuditResult:
    """Audit two CVs as the command does, on one day."""
    cv = read(original.encode())
    return audit(cv, read(tailored.encode()), partial(names_in, language=cv.language), _TODAY)


@cache
def read(data: bytes) -> Cv:
    """Read a document in this process."""
    return ExtractiveModel().answer(ParseCv(extract(data)))


def _versions(person: dict[str, Any], sort: str) -> Iterator[Case]:
    for number, version in enumerate(person[sort], start=1):
        text = _swapped(person["cv"], version["swap"], person["id"])
        kind = version.get("kind", "")
        told = kind or version["why"]
        yield Case(f"{person['id']}-{sort}-{number}-{told}", person["cv"], text, kind)


def _swapped(text: str, swap: dict[str, str], name: str) -> str:
    for old, new in swap.items():
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} occurs {text.count(old)} times.")
        text = text.replace(old, new)
    return text
