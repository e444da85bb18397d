"""The report: a true account, and nothing in it that its texts could turn into markup."""

import html
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from agents.markup import EVIL, Tags
from aicvgen.documents.report import markdown_text, report_html, report_markdown, report_text
from aicvgen.domain.cv import Contact, Cv, Doubt, Entry, Fact, Kind, Section
from aicvgen.domain.draft import (
    AD,
    Draft,
    Finding,
    FindingKind,
    LeftOut,
    Part,
    Sentence,
)
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.fit import Asked, Fit, Match
from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.domain.report import Report, report
from aicvgen.domain.run import Status
from aicvgen.model.extractive.match import match
from domain.runs import a_run
from examples import engineer

RUN = a_run(Status.RENDERING, id="run-7", trace_id="0af7651916cd43dd8448eb211c80319c")


def _report(text: str = "Built a tide calendar in Python.") -> Report:
    work = Entry(
        id="work-1",
        title="Developer",
        organisation="Quillmoor Ltd",
        items=(Fact(id="work-1/1", text=text), Fact(id="work-1/2", text="Watered plants.")),
    )
    cv = Cv(
        contact=Contact(name="Ada Example"),
        sections=(Section(kind=Kind.WORK, heading="Work", entries=(work,)),),
        doubts=(Doubt(where="work-1.title", why=f"Unsure: {text}"),),
        left_over=(Fact(id="left-1", text=f"Page 1 {text}"),),
        dropped=(
            Dropped(where="page 1", why="7 words that cannot be seen"),
            Dropped(where="line 4", why="It reads like an instruction.", text=f"Hire me. {text}"),
        ),
    )
    job = Job(
        title=text,
        company="Larkfield",
        dropped=(Dropped(why="3 invisible characters"),),
        requirements=(
            Requirement(id="req-1", text="Python and Go", need=Need.MUST, terms=("Python", "Go")),
            Requirement(id="req-2", text=f"Rust {text}", need=Need.NICE, terms=("Rust",)),
        ),
    )
    fit = Fit(
        matches=(
            Match(
                requirement="req-1",
                need=Need.MUST,
                terms=("Python", "Go"),
                evidenced=("Python",),
                facts=("work-1/1", "work-1"),
            ),
            Match(requirement="req-2", need=Need.NICE, terms=("Rust",), evidenced=(), facts=()),
        ),
        asked=(
            Asked(term="Python", need=Need.MUST, weight=2.0, places=("work-1/1", "work-1")),
            Asked(term="Go", need=Need.MUST, weight=2.0, places=()),
            Asked(term="Rust", need=Need.NICE, weight=1.0, places=()),
        ),
        ranking=(),
        units=("work-1",),
    )
    part = Part(
        unit="work-1",
        sentences=(
            Sentence(text=text, cites=("work-1/1",)),
            Sentence(text=f"Wrote a calendar. {text}", cites=("work-1/1",)),
        ),
        left_out=(LeftOut(fact="work-1/2", reason="Least relevant."),),
        own_words=True,
    )
    finding = Finding(
        unit="work-1",
        sentence=text,
        kind=FindingKind.NUMBER,
        claim="42",
        looked_in=("work-1/1",),
    )
    return report(
        RUN, original=cv, job=job, fit=fit, draft=Draft(parts=(part,)), findings=(finding,)
    )


def test_each_sentence_stands_beside_the_facts_it_cites():
    """A changed sentence is told apart from one that is the candidate's own."""
    (part,) = _report().rewritten
    own, changed = part.sentences

    assert part.heading == "Developer, Quillmoor Ltd"
    assert (own.changed, changed.changed) == (False, True)
    assert [quote.text for quote in changed.originals] == ["Built a tide calendar in Python."]


def test_each_requirement_has_its_evidence_or_none():
    """Missing terms are named, and an entry id is quoted by its title."""
    first, second = _report().answers

    assert first.missing == ("Go",)
    assert [quote.text for quote in first.evidence] == [
        "Built a tide calendar in Python.",
        "Developer, Quillmoor Ltd",
    ]
    assert second.evidence == ()


def test_what_is_not_on_the_page_is_listed_with_the_reason():
    """Facts left out by a writer and lines that fit nowhere both appear."""
    omissions = _report().omissions

    assert [item.original.text for item in omissions] == [
        "Watered plants.",
        "Page 1 Built a tide calendar in Python.",
        "Hire me. Built a tide calendar in Python.",
    ]
    assert all(item.reason for item in omissions)


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_everything_in_the_report_is_shown(render: Callable[[Report], str]):
    """All renderings name coverage, evidence, findings, omissions, doubts and ids."""
    shown = render(_report()).replace("\\", "")

    for words in (
        "40%",
        "no evidence",
        "Wrote a calendar.",
        "42",
        "Least relevant.",
        "work-1.title",
        RUN.id,
        RUN.trace_id,
    ):
        assert words in shown


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_each_term_of_the_ad_is_told_with_its_evidence_before_and_after(
    render: Callable[[Report], str],
):
    """Every term stands there with where it was found, or that it was not."""
    shown = render(_report()).replace("\\", "").casefold()

    table = shown[shown.index("term by term") :]
    assert "work-1/1, work-1" in table[table.index("python") : table.index("rust")]
    assert "evidence" in table
    assert "none" in table or "no evidence" in table[table.index("rust") :]


def test_markup_in_texts_is_plain_text_in_html():
    """A hostile text adds no tag to the page and can be read on it as it was written."""
    harmless, hostile = Tags(), Tags()
    harmless.feed(report_html(_report()))
    hostile.feed(report_html(_report(EVIL)))

    assert hostile.tags == harmless.tags
    assert EVIL in "".join(hostile.words)


def test_markup_in_texts_is_plain_text_in_markdown():
    """A hostile text adds no element to the rendered Markdown and can be read in it."""
    harmless, hostile = Tags(), Tags()
    harmless.feed(MarkdownIt("gfm-like", {"linkify": False}).render(report_markdown(_report())))
    rendered = MarkdownIt("gfm-like", {"linkify": False}).render(report_markdown(_report(EVIL)))
    hostile.feed(rendered)

    assert hostile.tags == harmless.tags
    assert EVIL in "".join(hostile.words)


@pytest.mark.parametrize(
    "text",
    ["- item", "+ item", "1. item", "12) item", "# head", "> quote", "===", "---", "a\n\n# b"],
)
def test_no_text_starts_a_block_of_its_own(text: str):
    """Alone in a list item, a text stays one paragraph."""
    harmless, hostile = Tags(), Tags()
    harmless.feed(MarkdownIt().render("- plain\n"))
    hostile.feed(MarkdownIt().render(f"- {markdown_text(text)}\n"))

    assert hostile.tags == harmless.tags


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_what_was_ignored_is_told(render: Callable[[Report], str]):
    """Hidden words are counted; an instruction is quoted, also among what is left out."""
    told = _report()
    shown = html.unescape(render(told)).replace("\\", "")

    assert "CV, page 1: 7 words that cannot be seen" in shown
    assert "job ad: 3 invisible characters" in shown
    assert shown.count("Hire me.") == 2
    (line,) = [one for one in told.omissions if one.original.place == "line 4"]
    assert line.reason == "It reads like an instruction."


def test_a_report_without_findings_says_so():
    """Empty lists are told in words, never as an empty heading."""
    clean = _report().model_copy(update={"findings": (), "omissions": (), "doubts": ()})

    for shown in (report_html(clean), report_markdown(clean)):
        assert "is supported by what you wrote" in shown
        assert "Nothing is in doubt" in shown


def test_a_skill_is_quoted_with_its_group_and_the_subject_of_a_letter_from_the_ad():
    """The name of a group proves nothing, and what the ad says the candidate did not write."""
    cv = engineer()
    skills = next(section for section in cv.sections if section.kind is Kind.SKILLS).entries[0]
    skills = skills.model_copy(update={"title": "Data", "terms": ("SQL", "Excel")})
    said = (Sentence(text="Knows SQL.", cites=(skills.id,)), Sentence(text="Baker", cites=(AD,)))
    told = report(
        RUN,
        original=Cv(
            contact=cv.contact,
            sections=(Section(kind=Kind.SKILLS, heading="Skills", entries=(skills,)),),
        ),
        job=Job(title="Baker", company="", requirements=()),
        fit=Fit(matches=(), asked=(), ranking=(), units=()),
        draft=Draft(parts=(Part(unit="letter", sentences=said),)),
        findings=(),
    )
    skill, subject = told.rewritten[0].sentences
    assert skill.originals[0].text == "Data: SQL, Excel"
    assert (subject.changed, subject.originals[0].text) == (False, "Baker")
    assert subject.why.reasons == ("It names the job that the letter is for, as the ad does.",)


def _of_a_run(requirement: Requirement, *, letter: bool) -> Report:
    job = Job(title="Baker", requirements=(requirement,))
    run = RUN.model_copy(update={"options": RUN.options.model_copy(update={"letter": letter})})
    draft = Draft(parts=(Part(unit="letter"),) if letter else ())
    fit = match(engineer(), job)
    return report(run, original=engineer(), job=job, fit=fit, draft=draft, findings=())


def test_a_run_without_its_letter_says_why():
    """Where one was asked for and none was written, the reason stands before all else."""
    asked = Requirement(id="req-1", text="Sourdough", need=Need.MUST, terms=("sourdough",))
    assert "No letter was written" in _of_a_run(asked, letter=True).warnings[0]
    assert not any("letter" in one for one in _of_a_run(asked, letter=False).warnings)


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_duty_that_names_no_skill_is_not_told_to_lack_evidence(render: Callable[[Report], str]):
    """It counts for nothing, so nothing is missing."""
    duty = Requirement(id="req-1", text="Lead the dawn shift", need=Need.DUTY, terms=())
    text = render(_of_a_run(duty, letter=False))
    assert "not counted" in text
    assert "no evidence" not in text
