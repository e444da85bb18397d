"""The claim check stops what the facts do not say and passes what they say in other words."""

from functools import partial

import pytest

from aicvgen.domain.claims.check import check, own_words
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import FindingKind, Group, Part, Sentence
from aicvgen.model.extractive.terms import names_in
from examples import engineer, nurse

NUMBER, DATE, NAME, UNCITED = (
    FindingKind.NUMBER,
    FindingKind.DATE,
    FindingKind.NAME,
    FindingKind.UNCITED,
)

FALSE_ENGLISH = [
    ("work-1/2", "Moved 41 services to Kubernetes on AWS without downtime.", NUMBER),
    ("work-1/2", "Moved 14 services to Kubernetes on Azure without downtime.", NAME),
    ("work-1/2", "Moved 14 services to Nomad on AWS without downtime.", NAME),
    ("work-1/2", "Moved 14 services to Kubernetes in 2019.", DATE),
    ("work-1/2", "Moved 14 services to Kubernetes in March 2019.", DATE),
    ("work-1/3", "Cut invoice runs from 9 hours to 4 minutes in Python.", NUMBER),
    ("work-1/3", "Cut invoice runs by 90% in Python.", NUMBER),
    ("work-1/3", "Cut invoice runs from 9 hours to 40 minutes in JavaScript.", NAME),
    ("work-1/4", "Mentored five junior engineers.", NUMBER),
    ("work-1/4", "Mentored three junior engineers at Google.", NAME),
    ("work-1/5", "Designed the MySQL schema behind 50,000 monthly invoices.", NAME),
    ("work-1/5", "Designed the PostgreSQL schema behind 500K monthly invoices.", NUMBER),
    ("work-1/5", "Designed the PostgreSQL schema behind $50,000 of invoices.", NUMBER),
    ("work-1/5", "AWS-certified designer of the PostgreSQL schema.", NAME),
]
HONEST_ENGLISH = [
    ("work-1/2", "Migrated fourteen services to Kubernetes on AWS, without downtime."),
    ("work-1/2", "Without downtime, moved 14 services onto AWS and Kubernetes."),
    ("work-1/2", "Since March 2018: moved 14 services to Kubernetes at Harbour Billing."),
    ("work-1/3", "Rewrote invoice runs in Python, from nine hours down to 40 minutes."),
    ("work-1/4", "Mentored 3 junior engineers in Leeds."),
    ("work-1/5", "Designed the PostgreSQL schema for 50K invoices a month."),
    ("work-1/5", "Harbour Billing's PostgreSQL schema: designed for 50 000 monthly invoices."),
    ("work-1/7", "CI/CD pipelines set up with GitHub Actions."),
]
FALSE_GERMAN = [
    ("work-1/1", "Versorgung von bis zu 6 beatmeten Patienten pro Schicht", NUMBER),
    ("work-1/1", "Versorgung von bis zu sechs beatmeten Patienten", NUMBER),
    ("work-1/2", "Wundversorgung nach Standard der Charité", NAME),
    ("work-1/2", "Wundversorgung nach DNQP-Standard", NAME),
    ("work-1/3", "Einarbeitung von zwölf neuen Kolleginnen", NUMBER),
    ("work-1/3", "Einarbeitung von sechs neuen Kolleginnen seit 2015", DATE),
    ("work-1/4", "Dienstplanung für ein Team von 80 Pflegekräften", NUMBER),
    ("work-1/4", "Dienstplanung mit Vivendi für 18 Pflegekräfte", NAME),
    ("work-2/1", "Behandlungspflege auf einer Station mit 32 % mehr Betten", NUMBER),
    ("work-2/1", "Behandlungspflege auf einer Station mit 32 Betten in Frankfurt", NAME),
]
HONEST_GERMAN = [
    ("work-1/1", "Bis zu vier beatmete Patienten pro Schicht versorgt"),
    ("work-1/2", "Versorgung von Wunden nach hausinternem Standard"),
    ("work-1/3", "6 neue Kolleginnen eingearbeitet"),
    ("work-1/4", "Dienstpläne für 18 Pflegekräfte erstellt"),
    ("work-1/4", "Planung der Dienste eines Teams mit 18 Pflegekräften am Klinikum Fuldaaue"),
    ("work-2/1", "Grundpflege und Behandlungspflege auf einer Station mit 32 Betten"),
    ("work-2/2", "Verantwortung für die Pflegedokumentation seit Oktober 2013"),
]


def _part(fact: str, text: str) -> Part:
    return Part(unit=fact.partition("/")[0], sentences=(Sentence(text=text, cites=(fact,)),))


@pytest.mark.parametrize(
    ("cv", "fact", "text", "kind"),
    [(engineer(), *edit) for edit in FALSE_ENGLISH] + [(nurse(), *edit) for edit in FALSE_GERMAN],
)
def test_false_edit_is_stopped(cv: Cv, fact: str, text: str, kind: FindingKind):
    """A number, date or name that the cited fact does not have is found."""
    found = check(_part(fact, text), cv)
    assert kind in {finding.kind for finding in found}
    assert all(finding.looked_in == (fact,) for finding in found)


@pytest.mark.parametrize(
    ("cv", "fact", "text"),
    [(engineer(), *edit) for edit in HONEST_ENGLISH] + [(nurse(), *edit) for edit in HONEST_GERMAN],
)
def test_honest_edit_passes(cv: Cv, fact: str, text: str):
    """Other words, order, inflection and spellings of a number are no new claim."""
    assert check(_part(fact, text), cv) == ()


@pytest.mark.parametrize("cv", [engineer(), nurse()])
def test_own_words_always_pass(cv: Cv):
    """Every fact of a CV supports itself."""
    for entry in cv.entries():
        sentences = tuple(Sentence(text=f.text, cites=(f.id,)) for f in entry.facts())
        assert check(Part(unit=entry.id, sentences=sentences), cv) == ()


def test_another_roles_fact_is_no_evidence():
    """What is true of one role may not be said of another."""
    sentence = Sentence(text="Kept the MySQL servers patched", cites=("work-2/3",))
    assert check(Part(unit="work-2", sentences=(sentence,)), engineer()) == ()
    (finding,) = check(Part(unit="work-1", sentences=(sentence,)), engineer())
    assert finding.kind is UNCITED
    assert finding.claim == "work-2/3"


@pytest.mark.parametrize("cites", [(), ("work-1/99",), ("nowhere-1",)])
def test_sentence_without_a_fact_is_found(cites: tuple[str, ...]):
    """A sentence that cites nothing, or nothing there is, is not supported."""
    part = Part(unit="work-1", sentences=(Sentence(text="Did good work.", cites=cites),))
    assert [finding.kind for finding in check(part, engineer())] == [UNCITED]


def test_summary_may_cite_any_entry():
    """The summary rests on facts of several entries and on their fields."""
    good = Sentence(text="Backend engineer with AWS and Go.", cites=("work-1/2", "projects-1"))
    bad = Sentence(text="Backend engineer with AWS and Scala.", cites=("work-1/2", "projects-1"))
    assert check(Part(unit="summary", sentences=(good,)), engineer()) == ()
    found = check(Part(unit="summary", sentences=(bad,)), engineer())
    assert [finding.claim for finding in found] == ["Scala"]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Moved 14 services to K8s on AWS.", []),
        ("Moved 14 services to Kubernetes on GCP.", ["GCP"]),
    ],
)
def test_shared_names_make_spellings_equal(text: str, strange: list[str]):
    """The caller's table decides that k8s and Kubernetes are one thing, and only that."""
    shared = partial(names_in, language="en")
    part = _part("work-1/2", text)
    assert [finding.claim for finding in check(part, engineer(), shared)] == strange


def test_without_a_table_a_new_spelling_is_a_claim():
    """No table, no alias: the check never guesses."""
    part = _part("work-1/5", "Designed the PGSQL schema.")
    assert [finding.claim for finding in check(part, engineer())] == ["PGSQL"]


def test_added_skill_is_found_and_removed():
    """A skill group may reorder its terms but not grow."""
    part = Part(unit="skills", groups=(Group(entry="skills-1", terms=("Rust", "Python")),))
    found = check(part, engineer())
    assert [finding.claim for finding in found] == ["Rust"]
    assert own_words(part, engineer(), found).groups[0].terms == ("Python",)


def test_own_words_replace_only_what_was_found():
    """The unsupported sentence becomes the fact's own text; the others stay; the part says so."""
    part = Part(
        unit="work-1",
        sentences=(
            Sentence(text="Coached three junior engineers.", cites=("work-1/4",)),
            Sentence(text="Moved 99 services to Kubernetes.", cites=("work-1/2",)),
            Sentence(text="Won the Turing Award.", cites=()),
        ),
    )
    corrected = own_words(part, engineer(), check(part, engineer()))
    assert corrected.own_words
    assert [sentence.text for sentence in corrected.sentences] == [
        "Coached three junior engineers.",
        "Moved 14 services to Kubernetes on AWS without downtime.",
    ]
    assert check(corrected, engineer()) == ()


def test_own_words_say_nothing_twice():
    """Two bad sentences on one fact become one quotation."""
    part = Part(
        unit="work-1",
        sentences=tuple(
            Sentence(text=f"Mentored {number} engineers.", cites=("work-1/4",))
            for number in ("nine", "ten")
        ),
    )
    corrected = own_words(part, engineer(), check(part, engineer()))
    assert [sentence.text for sentence in corrected.sentences] == [
        "Mentored three junior engineers."
    ]


@pytest.mark.parametrize("skill", ["Kotlin", "Python and Kotlin", "Kotlin services", "MySQL"])
def test_key_qualification_needs_all_its_words(skill: str):
    """A term that stands alone has no first word that could be a verb: every word is checked."""
    part = Part(
        unit="summary", qualifications=(Sentence(text=skill, cites=("work-1/3", "work-1/5")),)
    )
    assert [finding.claim for finding in check(part, engineer())] == [skill]
