"""A job ad becomes requirements with terms, in English and German, with and without headings."""

from time import process_time

import pytest

from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.job import Job, Need
from aicvgen.model.extractive.job import parse_job
from examples import ENGINEER_AD, NURSE_AD, ad

PROSE_AD = """
We are hiring a Payroll Specialist to join our finance team in a hybrid setup.
You will run payroll for 300 people and answer their questions. You need 3+ years of experience
with payroll accounting; solid knowledge of DATEV; strong Excel skills. French would be a plus.
Salary: €48,000 - €55,000. We are an equal opportunity employer and value diversity.
"""
PUBLIC_AD = """
# City Archive: Records Manager
## Basic information
**Job title:** Records Manager
**Location:** Anywhere in the county (remote)
Your salary will be determined upon selection.
## Role summary
The archive keeps the records of the county. You should have experience with document scanning.
## Key objectives
- Lead the digital transformation of 40 shelf kilometres
  - Train staff in records management
## Qualifications
Provide as much detail as possible on your resume.
- The exact dates you held each job
**Specialized experience requirements:**
- Experience with project management
- Knowledge of data protection
## How to apply
- Send your resume to the archive with SQL samples
"""
GERMAN_PROSE = """
Für unser Lager in Soest suchen wir ab sofort eine Fachkraft für Lagerlogistik (m/w/d).
Sie übernehmen die Kommissionierung und den Wareneingang. Sie verfügen über einen Staplerschein
und Erfahrung mit SAP. Kenntnisse in der Gefahrgutabwicklung sind von Vorteil.
Wir bieten 30 Urlaubstage und ein Jobrad. Wir freuen uns auf Ihre Bewerbung!
"""


def _terms(job: Job, need: Need) -> list[str]:
    return [term for asked in job.requirements if asked.need is need for term in asked.terms]


def test_headed_english_ad():
    """Labels, headings and bullets give the position and the requirements."""
    job = parse_job(ad(ENGINEER_AD))
    assert (job.language, job.title, job.company) == ("en", "Senior Python Engineer", "Copperline")
    assert (job.location, job.work_mode) == ("Manchester (hybrid)", "hybrid")
    assert job.seniority == "Senior"
    assert _terms(job, Need.MUST) == ["Python", "PostgreSQL", "SQL", "AWS", "Terraform", "Kafka"]
    assert _terms(job, Need.NICE) == ["Go"]
    assert "Kubernetes" in _terms(job, Need.DUTY)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("£14.20 per hour plus a share of the tips", False),
        ("3.100 € brutto im Monat", False),
        ("£200k annual budget held per year", True),
        ("Handling of up to £900 in cash per hour", True),
    ],
)
def test_what_is_paid_is_not_asked_for(line: str, asked: bool):  # noqa: FBT001
    """It often stands right behind the list of what is wanted."""
    text = f"Pastry Cook\n\nWhat you need\n- Two years in a bakery\n- Early shifts\n\n{line}\n"
    requirements = [requirement.text for requirement in parse_job(ad(text)).requirements]
    assert (line in requirements) is asked


def test_headed_german_ad():
    """German headings ending in a colon work, and the gender note is no part of the title."""
    job = parse_job(ad(NURSE_AD))
    assert (job.language, job.title) == ("de", "Pflegefachkraft für die Intensivstation")
    assert job.company.endswith("Ahrtal Kliniken gGmbH")
    assert "Intensivpflege" in _terms(job, Need.MUST)
    assert _terms(job, Need.NICE) == ["Führerschein Klasse B"]
    assert "Wundmanagement" in _terms(job, Need.DUTY)


def test_prose_ad_without_headings():
    """Sentences say by their words what they are."""
    job = parse_job(ad(PROSE_AD))
    assert (job.title, job.work_mode) == ("Payroll Specialist", "hybrid")
    assert job.salary == "€48,000 - €55,000."[:-1]
    assert {"payroll accounting", "DATEV", "Excel"} <= set(_terms(job, Need.MUST))
    assert _terms(job, Need.NICE) == ["French"]
    assert _terms(job, Need.DUTY) == ["payroll"]


def test_public_service_ad_with_markup():
    """Nested Markdown bullets and bold labels are read; how to apply is not asked for."""
    job = parse_job(ad(PUBLIC_AD))
    assert (job.title, job.work_mode) == ("Records Manager", "remote")
    assert {"project management", "data protection"} <= set(_terms(job, Need.MUST))
    assert "document scanning" in _terms(job, Need.MUST)
    assert {"digital transformation", "records management"} <= set(_terms(job, Need.DUTY))
    assert not any("resume" in asked.text.casefold() for asked in job.requirements)
    assert not any("dates you held" in asked.text for asked in job.requirements)


def test_german_prose_ad():
    """Address, verbs and 'von Vorteil' tell duties, musts and what is welcome apart."""
    job = parse_job(ad(GERMAN_PROSE))
    assert job.title == "Fachkraft für Lagerlogistik"
    assert {"Staplerschein", "SAP"} <= set(_terms(job, Need.MUST))
    assert {"Kommissionierung", "Wareneingang"} <= set(_terms(job, Need.DUTY))
    assert any("Gefahrgut" in a.text for a in job.requirements if a.need is Need.NICE)
    assert not any("Urlaub" in a.text or "Bewerbung" in a.text for a in job.requirements)


@pytest.mark.parametrize("text", [ENGINEER_AD, NURSE_AD, PROSE_AD, PUBLIC_AD, GERMAN_PROSE])
def test_ids_count_and_weights_sum_to_one(text: str):
    """Ids follow the ad, keyword weights are shares, heaviest first, and terms are as written."""
    job = parse_job(ad(text))
    assert [asked.id for asked in job.requirements] == [
        f"req-{number}" for number in range(1, len(job.requirements) + 1)
    ]
    weights = [word.weight for word in job.keywords]
    assert sum(weights) == pytest.approx(1.0)
    assert weights == sorted(weights, reverse=True)
    assert all(term in asked.text for asked in job.requirements for term in asked.terms)


@pytest.mark.parametrize("text", ["", "   ", "---", "n/a", "!!! ???", "tbd"])
def test_ad_that_says_nothing_is_refused(text: str):
    """An ad that was given but is empty is an error, not a guess."""
    with pytest.raises(Rejected) as refused:
        parse_job(ad(text))
    assert refused.value.reason is Reason.EMPTY_AD


def test_more_than_one_ad_is_refused():
    """A whole site pasted as an ad is an error that says what to do."""
    with pytest.raises(Rejected) as refused:
        parse_job(ad("Filing letters in Ghent.\n" * 3_000))
    assert refused.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    "part", ["Abcd ", "[a ", "<!-- ", "A-", "(a ", "Wir suchen ", "C++ tools for Acme "]
)
def test_no_text_takes_long(part: str):
    """The time grows with the length of a text alone, whatever it is made of."""
    text = f"Requirements:\n- Python and filing letters {part * (50_000 // len(part))}"
    start = process_time()
    assert parse_job(ad(text)).requirements
    assert process_time() - start < 2  # seconds; a quarter of one, unless the machine is slow


@pytest.mark.parametrize(
    "text",
    [
        "Python",
        "Cook wanted for summer",
        "asdf qwer yxcv uiop",
        "WE NEED YOU!!! Call now, start tomorrow, no questions asked",
        "# Requirements\n# Benefits\n# Contact",
        "Wir bieten: Obstkorb und Jobrad für alle im Team",
    ],
)
def test_odd_ad_is_read_as_well_as_it_goes(text: str):
    """An odd ad has at least one requirement."""
    assert parse_job(ad(text)).requirements


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("Knife skills", ("Knife skills",)),
        ("Good knife skills", ("knife skills",)),
        ("You bring very good knife skills.", ("knife skills",)),
        ("Excellent menu planning", ("menu planning",)),
        ("Strong and proven falconry", ("falconry",)),
        ("Experience in strong menu costing and excellent plating", ("menu costing", "plating")),
        ("Solid Python", ("Python",)),
        ("Other relevant skills", ()),
        ("Kenntnisse in sehr guter Bienenzucht", ("Bienenzucht",)),
        ("Fundierte und ausgeprägte Kenntnisse in Falknerei", ("Falknerei",)),
    ],
)
def test_praise_is_no_part_of_what_is_asked_for(line: str, terms: tuple[str, ...]):
    """Good, excellent, sehr gute and the like before a term change nothing."""
    heading = "Anforderungen" if "Kenntnisse" in line else "Requirements"
    (asked,) = parse_job(ad(f"Larkfield\n\n{heading}\n- {line}\n")).requirements
    assert asked.terms == terms


@pytest.mark.parametrize("text", ["Hello. Nice weather.", "Guten Tag. Schönes Wetter heute."])
def test_an_ad_that_asks_for_nothing_warns_of_it(text: str):
    """Nobody has to find out from a share of nothing; an ad with one term needs no warning."""
    assert "No requirement" in parse_job(ad(text)).warnings[0]
    assert parse_job(ad(f"{text} You must know Python.")).warnings == ()


@pytest.mark.parametrize(
    ("heading", "need"),
    [
        ("What you'll need", Need.MUST),
        ("What you'll do", Need.DUTY),
        ("You'll", Need.DUTY),
        ("Preferred qualifications", Need.NICE),
        ("Was Sie mitbringen:", Need.MUST),
        ("Was Sie erwartet:", Need.DUTY),
        ("Das wäre toll:", Need.NICE),
    ],
)
def test_heading_decides_the_need(heading: str, need: Need):
    """The same bullet is asked for, welcome or a duty, as its heading says."""
    job = parse_job(ad(f"Gardener\n{heading}\n- pruning and first aid\n- hedges"))
    assert {asked.need for asked in job.requirements} == {need}
    assert len(job.requirements) == 2


def test_a_numbered_heading_is_a_point_of_its_section():
    """Points under a duty heading stay duties where each has a heading of its own."""
    text = "# Gardener\n## Objectives\n### 1. You will tend hedges.\n- pruning\n- first aid\n"
    assert {asked.need for asked in parse_job(ad(text)).requirements} == {Need.DUTY}


@pytest.mark.parametrize("heading", ["What we offer", "Was wir dir bieten:", "About us", "Kontakt"])
def test_boilerplate_asks_for_nothing(heading: str):
    """What stands under benefits, about us or contact is not used."""
    job = parse_job(ad(f"Gardener\nRequirements:\n- first aid\n{heading}\n- free SQL courses"))
    assert [asked.text for asked in job.requirements] == ["first aid"]


@pytest.mark.parametrize(
    ("sentence", "need"),
    [
        ("A driving licence is a must", Need.MUST),
        ("Führerschein ist Pflicht", Need.MUST),
        ("Excel zwingend erforderlich", Need.MUST),
        ("Excel would be nice to have", Need.NICE),
        ("Excel ist von Vorteil", Need.NICE),
        ("Excel wäre wünschenswert", Need.NICE),
        ("Idealerweise Kenntnisse in Excel", Need.NICE),
        ("Excel is not essential", Need.NICE),
        ("Excel serait un plus", Need.NICE),
        ("Se valorará Excel", Need.NICE),
    ],
)
def test_a_sentence_overrules_its_heading(sentence: str, need: Need):
    """What is welcome among the requirements is no requirement."""
    job = parse_job(ad(f"Clerk\nRequirements:\n- {sentence}\n- first aid"))
    assert job.requirements[0].need is need
