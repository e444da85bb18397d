"""The report: a true account, and nothing in it that its texts could turn into markup."""

import html
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from aicvgen.documents.audit_report import audit_html, audit_markdown, audit_text
from aicvgen.documents.report import markdown_text, report_html, report_markdown, report_text
from aicvgen.domain.audit import audit
from aicvgen.domain.audit.beside import AuditReport, audit_report
from aicvgen.domain.authors import because
from aicvgen.domain.cv import Contact, Cv, Doubt, Entry, Fact, Kind, Section
from aicvgen.domain.draft import (
    AD,
    Draft,
    Finding,
    FindingKind,
    Group,
    LeftOut,
    Part,
    Sentence,
)
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.fit import Asked, Fit, Match
from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.domain.report import Report, report
from aicvgen.domain.run import Document, Run
from examples import engineer

EVIL = "<script>alert(1)</script> [x](javascript:alert(1)) **bold** `code` # | ~~no~~ & &lt;"


class _Tags(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one tag."""
        assert not any(name in {"onclick", "src", "href"} for name, _ in attrs)
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note one text."""
        self.words.append(data)


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
        _run(), original=cv, job=job, fit=fit, draft=Draft(parts=(part,)), findings=(finding,)
    )


def _run() -> Run:
    upload = Document(name="cv.pdf", key="k", checksum="0")
    return Run(
        id="run-7",
        owner="local",
        trace_id="0af7651916cd43dd8448eb211c80319c",
        cv=upload,
        job=upload,
        created_at=0,
        updated_at=0,
        expires_at=1,
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
        "run-7",
        "0af7651916cd43dd8448eb211c80319c",
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
    harmless, hostile = _Tags(), _Tags()
    harmless.feed(report_html(_report()))
    hostile.feed(report_html(_report(EVIL)))

    assert hostile.tags == harmless.tags
    assert EVIL in "".join(hostile.words)


def test_markup_in_texts_is_plain_text_in_markdown():
    """A hostile text adds no element to the rendered Markdown and can be read in it."""
    harmless, hostile = _Tags(), _Tags()
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
    harmless, hostile = _Tags(), _Tags()
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
    page = _Tags()
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


def _by(model: str = "", why: str = "") -> Report:
    """Return a report of parts that this model, or these rules, and rules without a model wrote."""
    cv = engineer()
    work = next(section for section in cv.sections if section.kind is Kind.WORK).entries[0]
    said = (Sentence(text="Any.", cites=(work.id,)),)
    parts = (
        Part(unit=work.id, sentences=said, written_by=model),
        Part(unit="summary", sentences=said, not_by_model=why),
        Part(unit="skills", groups=(Group(entry="skills-1", terms=("Go",)),)),
        Part(unit="letter"),
    )
    return report(
        _run(),
        original=cv,
        job=Job(title="", company="", requirements=()),
        fit=Fit(matches=(), asked=(), ranking=(), units=(work.id,)),
        draft=Draft(parts=parts),
        findings=(),
    )


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_report_says_who_wrote_what(render: Callable[[Report], str]):
    """The model by its name, rules with what stood in the model's way, and what needed no words."""
    shown = html.unescape(render(_by("gemini-x", "over-budget"))).replace("\\", "").casefold()
    told = shown[shown.index("who wrote this") : shown.index("what the check found")]
    lines = [line for line in told.splitlines() if ": " in line]
    assert ["gemini-x" in line for line in lines] == [True, False, False]
    assert "the run's budget was used up: summary" in lines[1]
    assert "skills" in lines[2]
    assert "letter" not in told


def test_a_skill_is_quoted_with_its_group_and_the_subject_of_a_letter_from_the_ad():
    """The name of a group proves nothing, and what the ad says the candidate did not write."""
    cv = engineer()
    skills = next(section for section in cv.sections if section.kind is Kind.SKILLS).entries[0]
    skills = skills.model_copy(update={"title": "Data", "terms": ("SQL", "Excel")})
    said = (Sentence(text="Knows SQL.", cites=(skills.id,)), Sentence(text="Baker", cites=(AD,)))
    told = report(
        _run(),
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


@pytest.mark.parametrize("render", [report_html, report_markdown, report_text])
def test_a_report_of_rules_alone_does_not_say_so(render: Callable[[Report], str]):
    """Where no model was asked there is nothing to tell."""
    assert "who wrote this" not in render(_by()).casefold()


@pytest.mark.parametrize(
    "why",
    [
        "off",
        "over-budget",
        "crowded",
        "open",
        "unavailable",
        "malformed",
        "blocked",
        "cut-short",
        "refused-400",
        "halted",
    ],
)
def test_what_stood_in_the_model_s_way_is_told_in_plain_words(why: str):
    """No reason is shown as the one word that records have for it."""
    assert len(because(why).split()) > 3
