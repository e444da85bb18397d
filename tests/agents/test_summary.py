"""Summary and key qualifications say what the CV supports, in its language."""

import pytest

from aicvgen.domain.cv import Cv, Entry, Kind, Period, Section
from aicvgen.domain.draft import Part
from aicvgen.model.extractive.job import parse_job
from aicvgen.model.extractive.match import match
from aicvgen.model.extractive.summary import write_summary
from examples import ENGINEER_AD, NURSE_AD, ad, engineer, facts, nurse


def _summary(cv: Cv, text: str) -> Part:
    job = parse_job(ad(text))
    return write_summary(cv, job, match(cv, job), ())


def _without(cv: Cv, *kinds: Kind) -> Cv:
    kept = tuple(section for section in cv.sections if section.kind not in kinds)
    return cv.model_copy(update={"sections": kept})


def _saying(text: str) -> Cv:
    entry = Entry(id="summary-1", prose=facts("summary-1", text))
    section = Section(kind=Kind.SUMMARY, heading="", entries=(entry,))
    rest = _without(engineer(), Kind.SUMMARY).sections
    return engineer().model_copy(update={"sections": (section, *rest)})


def _listing(*terms: str) -> Cv:
    entry = Entry(id="skills-1", terms=terms)
    skills = Section(kind=Kind.SKILLS, heading="", entries=(entry,))
    baker = Entry(id="work-1", title="Baker", organisation="Mill")
    work = Section(kind=Kind.WORK, heading="", entries=(baker,))
    return engineer().model_copy(update={"sections": (work, skills)})


def _working(cv: Cv, *roles: tuple[str, str]) -> Cv:
    """Return the CV without a summary and with these titles and employers."""
    entries = tuple(
        Entry(
            id=f"work-{number}",
            title=title,
            organisation=employer,
            period=Period(raw="2020", start="2020"),
        )
        for number, (title, employer) in enumerate(roles, start=1)
    )
    rest = _without(cv, Kind.SUMMARY, Kind.WORK, Kind.PROJECTS).sections
    section = Section(kind=Kind.WORK, heading="", entries=entries)
    return cv.model_copy(update={"sections": (section, *rest)})


def test_own_summary_is_kept_word_for_word():
    """The candidate's sentences come first, each citing its fact."""
    part = _summary(engineer(), ENGINEER_AD)
    own = [s.text for s in part.sentences if s.cites == ("summary-1/1",)]
    assert " ".join(own) == next(engineer().entry("summary-1").facts()).text


def test_long_summary_is_cut_to_75_words_by_sentence():
    """The first sentence and those with the ad's terms stay, and the cut is listed."""
    filler = "I like long walks, slow food, old maps and the sea at night very much indeed. "
    cv = _saying("I write software. " + filler * 5 + "I run Python services on Kubernetes.")
    part = _summary(cv, ENGINEER_AD)
    texts = [sentence.text for sentence in part.sentences]
    assert (texts[0], texts[-1]) == ("I write software.", "I run Python services on Kubernetes.")
    assert sum(len(text.split()) for text in texts) <= 75
    assert [left.fact for left in part.left_out] == ["summary-1/1"]


def test_missing_summary_is_composed_in_english():
    """The current title and what was done make a sentence; nothing is added to them."""
    part = _summary(_without(engineer(), Kind.SUMMARY), ENGINEER_AD)
    assert [sentence.text for sentence in part.sentences] == [
        "Backend Engineer with experience in Python, AWS and Go.",
        "Skills include Postgres, SQL, Terraform, k8s and Ruby.",
        "Also worked as Web Developer at Quill & Ash.",
        "Studied Computer Science at University of Westmere.",
        "Speaks English (native).",
    ]
    assert part.sentences[0].cites[0] == "work-1"


@pytest.mark.parametrize(
    ("term", "told"),
    [
        ("Knife skills", "knife skills"),
        ("Menu planning", "menu planning"),
        ("Excel modelling", "Excel modelling"),
        ("Opera reservations", "Opera reservations"),
        ("Scottish law", "Scottish law"),
        ("MIG welding", "MIG welding"),
        ("Ilvermoor", "Ilvermoor"),
    ],
)
def test_only_ordinary_words_are_small_in_a_sentence(term: str, told: str):
    """A list begins each term with a capital; inside a sentence only names have one."""
    texts = [one.text for one in _summary(_listing(term, "Terraform"), NURSE_AD).sentences]
    assert texts == [f"Baker with skills in {told} and Terraform."]


@pytest.mark.parametrize(
    "term", ["and Excel", "Highly Scalable", "English", "Organization", "Proficient in"]
)
def test_only_whole_skills_are_listed(term: str):
    """Halves of a list, qualities and languages are none, nor words whose capital is unclear."""
    texts = [one.text for one in _summary(_listing("Python", term, "SQL"), NURSE_AD).sentences]
    assert texts == ["Baker with skills in Python and SQL."]


@pytest.mark.parametrize("language", ["fr", "es", "it", "pt", "nl", "pl"])
def test_nothing_is_composed_in_other_languages(language: str):
    """English phrases would not belong there: the candidate's own sentences stand alone."""
    missing = _without(engineer(), Kind.SUMMARY).model_copy(update={"language": language})
    assert _summary(missing, ENGINEER_AD).sentences == ()

    short = _saying("Je développe des logiciels.").model_copy(update={"language": language})
    texts = [sentence.text for sentence in _summary(short, ENGINEER_AD).sentences]
    assert texts == ["Je développe des logiciels."]


def test_missing_summary_is_composed_in_german():
    """German nouns keep their capitals, and the language is the CV's even for an English ad."""
    part = _summary(nurse(), NURSE_AD)
    assert [sentence.text for sentence in part.sentences] == [
        "Pflegefachkraft Intensivstation mit Erfahrung in Pflegedokumentation und Wundversorgung.",
        "Kenntnisse in Medikamentengabe, Dienstplanung und MS Office.",
        "Außerdem tätig als Pflegefachkraft (Seniorenhaus Lindenhof).",
    ]
    english = _summary(nurse(), ENGINEER_AD)
    assert [sentence.text for sentence in english.sentences] == [
        (
            "Pflegefachkraft Intensivstation mit Kenntnissen in Wundversorgung, Dienstplanung, "
            "Medikamentengabe und MS Office."
        ),
        "Außerdem tätig als Pflegefachkraft (Seniorenhaus Lindenhof).",
    ]


def test_cv_without_titles_or_skills_has_no_summary():
    """Where there is nothing to say, nothing is said."""
    bare = _without(engineer(), Kind.SUMMARY, Kind.WORK, Kind.PROJECTS, Kind.SKILLS)
    assert _summary(bare, NURSE_AD).sentences == ()


@pytest.mark.parametrize(("cv", "text"), [(engineer(), ENGINEER_AD), (nurse(), NURSE_AD)])
def test_key_qualifications_are_few_short_and_cited(cv: Cv, text: str):
    """At most ten, at most thirty characters, each once, each with its evidence."""
    found = _summary(cv, text).qualifications
    assert 0 < len(found) <= 10
    assert all(len(sentence.text) <= 30 and sentence.cites for sentence in found)
    assert len({sentence.text.casefold() for sentence in found}) == len(found)


def test_key_qualifications_lead_with_evidenced_musts():
    """Must-haves come first in the CV's own spelling; what it lacks does not appear."""
    texts = [sentence.text for sentence in _summary(engineer(), ENGINEER_AD).qualifications]
    assert texts[:5] == ["Python", "Postgres", "SQL", "AWS", "Terraform"]
    assert "Kafka" not in texts


def test_own_key_qualifications_that_give_way_are_listed():
    """What stood in the CV's own key qualifications and is not shown is left out with a reason."""
    own = Entry(id="qualifications-1", terms=("Python", "Beekeeping", "Falconry", "Chess"))
    section = Section(kind=Kind.QUALIFICATIONS, heading="Key skills", entries=(own,))
    cv = engineer().model_copy(update={"sections": (section, *engineer().sections)})
    part = _summary(cv, ENGINEER_AD)
    shown = {sentence.text for sentence in part.qualifications}
    left = {left.fact.partition("#")[2] for left in part.left_out if "#" in left.fact}
    assert left == set(own.terms) - shown


def test_nobody_is_presented_by_what_they_know_a_little_of():
    """It stays among the skills, with its level, and is no key qualification."""
    little = Section(
        kind=Kind.SKILLS,
        heading="More",
        entries=(
            Entry(id="skills-8", terms=("Haskell (basic)", "Ansible")),
            Entry(id="skills-9", title="Grundkenntnisse", terms=("Fortran",)),
        ),
    )
    cv = engineer().model_copy(update={"sections": (*engineer().sections, little)})
    part = _summary(cv, "Engineer\nYou must know Haskell, Ansible, Fortran, AWS and Python.")
    told = " ".join(one.text for one in (*part.sentences, *part.qualifications))
    assert [name for name in ("Haskell", "Ansible", "Fortran") if name in told] == ["Ansible"]


def test_key_qualifications_add_to_the_skills_or_are_left_out():
    """A list that would only repeat the section of skills says nothing new."""
    cv = _without(engineer(), Kind.WORK, Kind.PROJECTS, Kind.SUMMARY)
    assert (
        _summary(cv, "Engineer\nYou must know Python, SQL, Ruby and Terraform.").qualifications
        == ()
    )


@pytest.mark.parametrize(
    ("cv", "item", "asked"),
    [
        (nurse(), "Pflege der Messdatenbank", "Pflege"),
        (engineer(), "Research on ovens", "Research"),
        (engineer(), "Purchasing of flour", "Purchasing"),
    ],
)
def test_an_everyday_noun_of_a_bullet_is_no_qualification(cv: Cv, item: str, asked: str):
    """It may mean something else there: what qualifies stands in a list, a title or is a name."""
    work = next(section for section in cv.sections if section.kind is Kind.WORK)
    role = work.entries[0].model_copy(update={"items": facts("work-1", item)})
    section = work.model_copy(update={"entries": (role,)})
    cv = cv.model_copy(update={"sections": (section, *_without(cv, Kind.WORK).sections)})
    part = _summary(cv, f"Job\nYou must know {asked}, Python, AWS, Go and Dienstplanung.")
    told = (*part.sentences[1:], *part.qualifications)
    assert asked not in " ".join(one.text for one in told)


def test_only_titles_of_persons_make_a_sentence():
    """An internship or a day at a workshop is nobody's role, and nothing is composed of it."""
    roles = (("Schülerpraktikum Schreiner", "Holz OHG"), ("Zukunftstag", "Tischlerei Span"))
    assert _summary(_working(nurse(), *roles), ENGINEER_AD).sentences == ()


@pytest.mark.parametrize(
    ("employer", "told"),
    [
        ("Institut für Chemie", "am Institut für Chemie"),
        ("Holz und Span GmbH", "bei der Holz und Span GmbH"),
        ("Universität Seehausen", "an der Universität Seehausen"),
        ("Seniorenhaus Lindenhof", "(Seniorenhaus Lindenhof)"),
    ],
)
def test_german_employers_have_an_article_or_brackets(employer: str, told: str):
    """Where the gender of a name is not sure, it stands in brackets."""
    cv = _working(nurse(), ("Laborant", "Erste OHG"), ("Buchhalterin", employer))
    texts = [one.text for one in _summary(cv, ENGINEER_AD).sentences]
    assert f"Außerdem tätig als Buchhalterin {told}." in texts


def test_other_roles_are_at_other_employers_and_say_each_title_once():
    """A list of titles or employers in one field is left out."""
    cv = _working(
        engineer(),
        ("Baker", "Mill"),
        ("Junior Baker", "Mill"),
        ("IC, Technical Lead, TLM", "Oven"),
        ("Baker", "Books, Bread"),
        ("Baker", "Crust"),
        ("Baker", "Crumb"),
    )
    texts = [one.text for one in _summary(cv, NURSE_AD).sentences]
    assert "Also worked as Baker at Crust and at Crumb." in texts


def test_what_may_still_be_studied_is_not_said_to_be_done():
    """What ends after the latest work began may go on; the same field is said once."""
    study = next(iter(engineer().entries(Kind.EDUCATION)))
    running = Period(raw="2019 - 2031", start="2019", end="2031")
    again = study.model_copy(update={"id": "education-2", "title": "MSc"})
    later = study.model_copy(
        update={"id": "education-3", "organisation": "Hillford", "period": running}
    )
    section = Section(kind=Kind.EDUCATION, heading="", entries=(study, again, later))
    rest = _without(engineer(), Kind.SUMMARY, Kind.EDUCATION).sections
    cv = engineer().model_copy(update={"sections": (*rest, section)})
    texts = [one.text for one in _summary(cv, NURSE_AD).sentences]
    assert "Studied Computer Science at University of Westmere." in texts


def test_only_languages_are_spoken_and_levels_are_whole():
    """What stands among the languages and is none is not spoken."""
    entries = tuple(
        Entry(id=f"languages-{number}", title=title, grade=grade)
        for number, (title, grade) in enumerate(
            (("Spanish", "Fluent in"), ("leadership", ""), ("Welsh", "since school")), start=1
        )
    )
    section = Section(kind=Kind.LANGUAGES, heading="", entries=entries)
    rest = _without(engineer(), Kind.SUMMARY, Kind.LANGUAGES).sections
    cv = engineer().model_copy(update={"sections": (*rest, section)})
    texts = [one.text for one in _summary(cv, NURSE_AD).sentences]
    assert texts[-1] == "Speaks Spanish (Fluent)."
