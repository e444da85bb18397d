"""The audit finds what a tailored CV says that the original does not."""

from collections.abc import Callable
from functools import partial

import pytest

from aicvgen.documents.writers.files import cv_files
from aicvgen.domain.audit import AuditKind, audit
from aicvgen.domain.cv import Cv, Entry, Kind, Period, Section
from aicvgen.domain.look import FORMATS, TEMPLATES, FileFormat, Look, Template
from aicvgen.model.extractive.terms import names_in
from domain.audits import Case, audited, cases, edited_cases, originals, read
from examples import engineer, facts, nurse

HONEST_ENOUGH = 0.95
SUITE = tuple(cases())
EDITED = tuple(edited_cases())


def _changed(cv: Cv, entry_id: str, change: Callable[[Entry], Entry]) -> Cv:
    sections = tuple(
        section.model_copy(
            update={
                "entries": tuple(
                    change(entry) if entry.id == entry_id else entry for entry in section.entries
                )
            }
        )
        for section in cv.sections
    )
    return cv.model_copy(update={"sections": sections})


def _with(**fields: object) -> Callable[[Entry], Entry]:
    return lambda entry: entry.model_copy(update=fields)


@pytest.mark.parametrize("cv", [engineer(), nurse()])
def test_unchanged_cv_is_clean(cv: Cv):
    """A CV passes against itself, with nothing lost."""
    result = audit(cv, cv)
    assert (result.ok, result.findings, result.lost) == (True, (), ())


@pytest.mark.parametrize(
    ("change", "kind", "claim"),
    [
        (_with(title="Principal Engineer"), "title", "Principal Engineer"),
        (_with(organisation="Harbour Bank"), "organisation", "Harbour Bank"),
        (
            _with(period=Period(raw="2015 - Present", start="2015", current=True)),
            "period",
            "2015 - Present",
        ),
        (_with(items=facts("work-1", "Led 45 people to success.")), "number", "45"),
        (_with(items=facts("work-1", "Moved all to Azure.")), "name", "Azure"),
        (_with(items=facts("work-1", "Started here in 2011.")), "date", "2011"),
    ],
)
def test_untrue_change_is_found(change: Callable[[Entry], Entry], kind: str, claim: str):
    """A changed field or an unsupported claim is an error that names the claim."""
    result = audit(engineer(), _changed(engineer(), "work-1", change))
    assert not result.ok
    assert (kind, claim) in [(finding.kind, finding.claim) for finding in result.findings]


def test_claim_moved_between_roles_is_found():
    """What is true of one employer is false of another, and the audit shows where it is true."""
    moved = _changed(
        engineer(), "work-1", _with(items=facts("work-1", "Kept the MySQL servers patched"))
    )
    finding, *again = audit(engineer(), moved).findings
    assert [finding.kind, *(one.kind for one in again)] == [AuditKind.MOVED, AuditKind.DUPLICATE]
    assert finding.entry == "Backend Engineer, Harbour Billing"
    assert finding.nearest == "Kept the MySQL servers patched (Web Developer, Quill & Ash)"


def test_added_entry_is_found():
    """An employer nobody wrote about is an error."""
    extra = Entry(id="work-9", title="Chief Officer", organisation="Moonbase Nine")
    section = Section(kind=Kind.WORK, heading="", entries=(extra,))
    cv = engineer().model_copy(update={"sections": (*engineer().sections, section)})
    assert [finding.kind for finding in audit(engineer(), cv).findings] == ["entry"]


def test_added_skill_is_found():
    """A skill that is nowhere in the original is an error; one used in a role is not."""
    added = _changed(engineer(), "skills-2", _with(terms=("Git", "AWS", "Kotlin")))
    assert [finding.claim for finding in audit(engineer(), added).findings] == ["Kotlin"]


def test_lost_content_is_a_note():
    """What is left out is listed but is no error."""
    fewer = _changed(engineer(), "work-1", lambda e: e.model_copy(update={"items": e.items[1:]}))
    result = audit(engineer(), fewer)
    assert result.ok
    assert result.lost == ("Ran the weekly stand-up and wrote the meeting notes.",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Period(raw="2020", start="2020"), Period(raw="2020 – 2020", start="2020", end="2020")),
        (Period(raw="2020", start="2020"), Period(raw="2020", end="2020")),
        (
            Period(raw="Mar 2019 – heute", start="2019-03", current=True),
            Period(raw="03/2019 - now", start="2019-03", current=True),
        ),
        (Period(raw="20XX"), Period(raw="20xx")),
    ],
)
def test_periods_are_compared_as_understood(one: Period, other: Period):
    """Another spelling of the same time is no change, whichever side has it."""
    first, second = (_changed(engineer(), "work-1", _with(period=each)) for each in (one, other))
    assert audit(first, second).findings == audit(second, first).findings == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Period(raw="2020", start="2020"), Period(raw="2020 –", start="2020", current=True)),
        (Period(raw="2020", start="2020"), Period(raw="2020 – 2021", start="2020", end="2021")),
        (Period(raw="20XX"), Period(raw="19XX")),
    ],
)
def test_another_period_is_found(one: Period, other: Period):
    """Time added to a lone date is a change."""
    first, second = (_changed(engineer(), "work-1", _with(period=each)) for each in (one, other))
    assert [finding.kind for finding in audit(first, second).findings] == ["period"]


def test_a_text_split_into_sentences_is_not_lost():
    """Only the sentence that is gone is listed; joined again, nothing is."""
    whole = ("I mend boats. I sail them; I sell C++ books, too. Tea is nice.",)
    parts = ("I mend boats", "I sell C++ books, too.", "I sail them.")
    one, other = (
        _changed(engineer(), "summary-1", _with(prose=facts("summary-1", *texts)))
        for texts in (whole, parts)
    )
    assert audit(one, other).lost == ("Tea is nice.",)
    assert audit(other, one).lost == ()


def test_entries_are_aligned_whatever_their_order_and_ids():
    """Renumbered and reordered entries are still compared with their own originals."""
    work = next(section for section in engineer().sections if section.kind is Kind.WORK)
    first, second = work.entries
    swapped = work.model_copy(
        update={
            "entries": (
                second.model_copy(update={"id": "work-1"}),
                first.model_copy(update={"id": "work-2"}),
            )
        }
    )
    sections = tuple(swapped if s.kind is Kind.WORK else s for s in engineer().sections)
    assert audit(engineer(), engineer().model_copy(update={"sections": sections})).ok


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Python • Open-source • Terraform", []),
        ("Python • Open-source • Haskell", ["Haskell"]),
        ("Python • Open-source • Led 40 engineers", ["Led 40 engineers"]),
    ],
)
def test_terms_on_one_line_are_terms(line: str, wrong: list[str]):
    """They are no sentence in which one is said of another, and each must be there."""
    original = _changed(engineer(), "skills-1", _with(terms=("Python", "Open-source", "Ruby")))
    listed = Entry(id="custom-1", prose=facts("custom-1", line))
    section = Section(kind=Kind.CUSTOM, heading="Competencies", entries=(listed,))
    tailored = original.model_copy(update={"sections": (*original.sections, section)})
    assert [finding.claim for finding in audit(original, tailored).findings] == wrong


def test_a_header_that_was_read_as_a_text_is_known_again():
    """Title and employer stand on one line of the original, under the role above."""
    line = "Community Builder (Boats), Heron Rowing Club"
    original = _changed(engineer(), "work-2", _with(items=facts("work-2", "Ran it.", line)))
    read_right, made_up = (
        _changed(original, "work-2", _with(title="Community Builder (Boats)", organisation=name))
        for name in ("Heron Rowing Club", "Heron Boat Works")
    )
    assert audit(original, read_right).findings == ()
    assert audit(original, made_up).findings


def test_a_line_above_that_was_read_as_title_is_known_again():
    """A role without a title got the employer above it, or a line of its own text; no rank."""
    original = _changed(engineer(), "work-2", _with(title=""))
    above = next(entry for entry in original.entries() if entry.id == "work-1").organisation
    point = next(entry for entry in original.entries() if entry.id == "work-2").items[0].text
    for title, clean in ((above, True), (f"{above} · {point}", False), ("Director", False)):
        tailored = _changed(original, "work-2", _with(title=title))
        assert audit(original, tailored).ok is clean, title


def test_suite_is_as_large_as_promised():
    """At least 60 untrue and 40 honest versions of whole CVs."""
    assert sum(bool(case.kind) for case in SUITE) >= 60
    assert sum(not case.kind for case in SUITE) >= 40


@pytest.mark.parametrize("case", [one for one in SUITE if one.kind], ids=lambda case: case.name)
def test_untrue_version_is_stopped(case: Case):
    """Each untrue version of a whole document is found out, and called by its name."""
    result = audited(case.original, case.tailored)
    assert not result.ok
    assert set(case.kind.split("|")) & {str(finding.kind) for finding in result.findings}


def test_honest_versions_pass():
    """Of the honest versions at most one in twenty is stopped."""
    honest = [case for case in SUITE if not case.kind]
    stopped = {
        case.name: result.findings
        for case in honest
        if not (result := audited(case.original, case.tailored)).ok
    }
    assert len(stopped) <= (1 - HONEST_ENOUGH) * len(honest), stopped


@pytest.mark.parametrize("case", EDITED, ids=lambda case: case.name)
def test_edited_version_is_judged_right(case: Case):
    """Of what others made of other CVs, the false versions are stopped and the honest ones pass."""
    result = audited(case.original, case.tailored)
    assert result.ok is not bool(case.kind), result.findings


@pytest.mark.parametrize(
    ("template", "form"),
    [*((template, "pdf") for template in TEMPLATES), *(("classic", form) for form in FORMATS[1:])],
)
@pytest.mark.parametrize("original", list(originals()), ids=lambda text: text.split()[2])
def test_own_pages_are_clean(original: str, template: Template, form: FileFormat):
    """A CV passes against its own page in every format."""
    cv = read(original.encode())
    page = cv_files(cv, Look(template=template), formats=(form,))[f"cv.{form}"]
    result = audit(cv, read(page), partial(names_in, language=cv.language))
    assert result.findings == ()
