"""Edits of invented entries, false and honest, and whether `verify` and the audit stop them."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from aicvgen.domain.audit import audit
from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Period, Section
from aicvgen.domain.draft import Finding, Part, Sentence
from aicvgen.model.extractive.cv.dates import find
from aicvgen.model.extractive.terms import names_in

_FOLDER = Path(__file__).parents[1] / "data" / "edits"
SUITES = {path.stem: path for path in _FOLDER.glob("*.yaml")}
"""By name: `open` was tuned on, the others were written without sight of the check."""
BATCHES = {path.stem: path for path in (_FOLDER / "batches").glob("*.yaml")}
"""More of the second sort, by number: enough for a simulation, too many for a test."""
HONEST_ENOUGH = 0.97
"""Share of the honest edits of a suite that must pass."""
_ENTRY, _ELSEWHERE = "work-1", "work-2"


class Edit(NamedTuple):
    """One rewritten sentence of an entry."""

    case: str
    false: bool
    kind: str
    """The class of claim changed, or of rewriting done."""
    text: str
    cites: tuple[str, ...]
    cv: Cv
    why: str


class Verdict(NamedTuple):
    """What the two users of the check say about an edit."""

    verified: tuple[str, ...]
    """The unsupported claims, where the sentence cites the bullets it rewrites."""
    audited: tuple[str, ...]
    """The same where it stands in another CV and cites nothing."""


def edits(path: Path) -> Iterator[Edit]:
    """Yield every edit of a suite."""
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]:
        cv = _cv(case)
        for edit in case["edits"]:
            yield Edit(
                case=case["id"],
                false=edit["kind"] == "false",
                kind=edit["class"],
                text=edit["text"],
                cites=tuple(f"{_ENTRY}/{number + 1}" for number in edit["from"]),
                cv=cv,
                why=edit["why"],
            )


def judge(edit: Edit) -> Verdict:
    """Check an edit as `verify` does and as `aicvgen audit` does."""
    shared = partial(names_in, language=edit.cv.language)
    found = findings(edit)
    result = audit(edit.cv, _rewritten(edit.cv, edit.text), shared)
    return Verdict(
        tuple(f"{one.kind}: {one.claim}" for one in found),
        tuple(f"{one.kind}: {one.claim}" for one in result.findings),
    )


def findings(edit: Edit) -> tuple[Finding, ...]:
    """Return what `verify` finds in an edit that cites the bullets it rewrites."""
    sentence = Sentence(text=edit.text, cites=edit.cites)
    part = Part(unit=_ENTRY, sentences=(sentence,))
    return check(part, edit.cv, partial(names_in, language=edit.cv.language))


def right(edit: Edit) -> bool:
    """Say whether both stop a false edit, or both pass an honest one."""
    verdict = judge(edit)
    stopped = (bool(verdict.verified), bool(verdict.audited))
    return all(stopped) if edit.false else not any(stopped)


def _rewritten(cv: Cv, text: str) -> Cv:
    """Return the CV with the one sentence in place of all bullets of its entry."""
    work, *rest = cv.sections
    entry, *others = work.entries
    fact = Fact(id=f"{_ENTRY}/1", text=text)
    changed = entry.model_copy(update={"items": (fact,)})
    return cv.model_copy(
        update={"sections": (work.model_copy(update={"entries": (changed, *others)}), *rest)}
    )


def _cv(case: dict[str, Any]) -> Cv:
    elsewhere = case.get("elsewhere", {})
    skills = Entry(id="skills-1", terms=tuple(elsewhere.get("skills", case.get("skills", ()))))
    work = (_entry(_ENTRY, case["entry"]), _entry(_ELSEWHERE, elsewhere))
    return Cv(
        language=case["language"],
        contact=Contact(name="Kim Beispiel"),
        sections=(
            Section(kind=Kind.WORK, heading="", entries=work),
            Section(kind=Kind.SKILLS, heading="", entries=(skills,)),
        ),
    )


def _entry(entry_id: str, written: dict[str, Any]) -> Entry:
    bullets = written.get("bullets", ())
    return Entry(
        id=entry_id,
        title=written.get("title", ""),
        organisation=written.get("organisation", ""),
        location=written.get("location", ""),
        period=_period(written["dates"]) if "dates" in written else None,
        items=tuple(
            Fact(id=f"{entry_id}/{number}", text=text)
            for number, text in enumerate(bullets, start=1)
        ),
    )


@cache
def _period(raw: str) -> Period | None:
    found = find(raw)
    return found.period if found is not None else None
