"""The tailored CV keeps the frame of the original and loses nothing without a word."""

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import Draft, Group, LeftOut, Part, Sentence
from aicvgen.domain.tailored import tailored, unaccounted
from examples import engineer, nurse


def _entry(cv: Cv, kind: Kind) -> Entry:
    return next(cv.entries(kind))


def _draft() -> Draft:
    work = Part(
        unit="work-2",
        sentences=(
            Sentence(text="Small agency for bookbinders.", cites=("work-2/1",)),
            Sentence(text="Kept MySQL servers patched and shops running.", cites=("work-2/3",)),
        ),
        left_out=(LeftOut(fact="work-2/2", reason="Least relevant."),),
    )
    skills = Part(
        unit="skills",
        groups=(
            Group(entry="skills-2", terms=("Postgres", "Git", "k8s", "Terraform")),
            Group(entry="skills-1", terms=("SQL", "Python", "Ruby")),
        ),
    )
    summary = Part(
        unit="summary",
        sentences=(Sentence(text="Backend engineer.", cites=("work-1",)),),
        qualifications=(Sentence(text="Postgres", cites=("skills-2",)),),
        left_out=(LeftOut(fact="summary-1/1", reason="Too long."),),
    )
    return Draft(parts=(work, skills, summary))


def test_summary_and_qualifications_come_first():
    """Then come the sections of the original in its order and under its headings."""
    page = tailored(engineer(), _draft())
    assert [(section.kind, section.heading) for section in page.sections] == [
        (Kind.SUMMARY, "Profile"),
        (Kind.QUALIFICATIONS, ""),
        (Kind.WORK, "Experience"),
        (Kind.PROJECTS, "Projects"),
        (Kind.EDUCATION, "Education"),
        (Kind.SKILLS, "Skills"),
        (Kind.LANGUAGES, "Languages"),
    ]
    assert _entry(page, Kind.QUALIFICATIONS).terms == ("Postgres",)


def test_written_entry_keeps_its_frame():
    """Title, employer, place and dates are the original's; only the sentences change."""
    original, page = engineer().entry("work-2"), tailored(engineer(), _draft()).entry("work-2")
    assert page.model_copy(update={"prose": original.prose, "items": original.items}) == original
    assert [fact.text for fact in page.prose] == ["Small agency for bookbinders."]
    assert [(fact.id, fact.lines) for fact in page.items] == [("work-2/3", (3,))]


def test_unwritten_content_is_carried_over():
    """Contact, education, languages and entries without a part are the same values."""
    original, page = engineer(), tailored(engineer(), _draft())
    assert page.contact == original.contact
    for entry_id in ("education-1", "languages-1", "work-1", "projects-1"):
        assert page.entry(entry_id) == original.entry(entry_id)


def test_skill_groups_follow_the_draft():
    """Groups and terms come in the draft's order."""
    page = tailored(engineer(), _draft())
    assert [(entry.id, entry.terms[0]) for entry in page.entries(Kind.SKILLS)] == [
        ("skills-2", "Postgres"),
        ("skills-1", "SQL"),
    ]


def test_ids_name_the_facts_they_rest_on():
    """An id is made of the cited facts and stays unique."""
    sentences = (
        Sentence(text="One.", cites=("work-1/1", "work-1/2")),
        Sentence(text="Two.", cites=("work-1/1", "work-1/2")),
    )
    page = tailored(engineer(), Draft(parts=(Part(unit="work-1", sentences=sentences),)))
    ids = [fact.id for fact in page.entry("work-1").items]
    assert ids == ["work-1/1+work-1/2", "work-1/1+work-1/2~2"]


def test_empty_draft_changes_nothing():
    """Without a written part the page is the original."""
    assert tailored(nurse(), Draft(parts=())) == nurse()


def test_all_content_is_shown_or_listed():
    """A complete draft leaves nothing unaccounted for."""
    assert unaccounted(engineer(), _draft()) == ()


def test_forgotten_fact_and_skill_are_noticed():
    """A writer that drops a bullet or a skill without saying so is found out."""
    work = Part(unit="work-2", sentences=(Sentence(text="Shops.", cites=("work-2/2",)),))
    skills = Part(unit="skills", groups=(Group(entry="skills-1", terms=("Ruby", "SQL")),))
    missing = unaccounted(engineer(), Draft(parts=(work, skills)))
    assert missing == ("work-2/1", "work-2/3", "skills-1#Python")
