"""Summary and key qualifications say what the CV supports, in its language."""

import pytest

from aicvgen.domain.cv import Cv, Entry, Kind, Section
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
    section = Section(kind=Kind.SKILLS, heading="", entries=(Entry(id="skills-1", terms=(term,)),))
    cv = _saying("I run a kitchen.").model_copy(
        update={"sections": (_saying("I run a kitchen.").sections[0], section)}
    )
    texts = [sentence.text for sentence in _summary(cv, NURSE_AD).sentences]
    assert texts == ["I run a kitchen.", f"Skills include {told}."]


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
        "Außerdem tätig als Pflegefachkraft bei Seniorenhaus Lindenhof.",
    ]
    english = _summary(nurse(), ENGINEER_AD)
    assert [sentence.text for sentence in english.sentences] == [
        (
            "Pflegefachkraft Intensivstation mit Kenntnissen in Wundversorgung, Dienstplanung, "
            "Medikamentengabe und MS Office."
        ),
        "Außerdem tätig als Pflegefachkraft bei Seniorenhaus Lindenhof.",
    ]


def test_cv_without_titles_or_skills_has_no_summary():
    """Where there is nothing to say, nothing is said."""
    bare = _without(engineer(), Kind.SUMMARY, Kind.WORK, Kind.PROJECTS, Kind.SKILLS)
    assert _summary(bare, NURSE_AD).sentences == ()


@pytest.mark.parametrize("text", [ENGINEER_AD, NURSE_AD])
@pytest.mark.parametrize("cv", [engineer(), nurse()])
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
    part = _summary(cv, "Engineer\nYou must know Haskell, Ansible and Fortran.")
    told = " ".join(one.text for one in (*part.sentences, *part.qualifications))
    assert [name for name in ("Haskell", "Ansible", "Fortran") if name in told] == ["Ansible"]
