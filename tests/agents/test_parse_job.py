"""A job ad becomes requirements with terms, in English and German, with and without headings."""

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
    ("text", "title", "company", "location"),
    [
        (
            "Stellenanzeige\nAbel & Birk Büro, Trier\nKoch (m/w/d) in Teilzeit\nProfil:\n- HACCP",
            "Koch in Teilzeit",
            "Abel & Birk Büro",
            "Trier",
        ),
        (
            "Elektroniker (m/w/d) bei der Blitz & Funke GmbH\nStandort: Dresden\nProfil:\n- KNX",
            "Elektroniker",
            "Blitz & Funke GmbH",
            "Dresden",
        ),
        (
            "Die Sonnenschule Bremen sucht zum 1. August eine engagierte Lehrkraft für Mathematik.",
            "Lehrkraft für Mathematik",
            "Sonnenschule Bremen",
            "",
        ),
        ("Verkäuferin gesucht. Kasse und Beratung.", "Verkäuferin", "", ""),
        (
            "Registered Nurse\nSaint Odo Hospital, Galway\nThe candidate will triage patients.",
            "Registered Nurse",
            "Saint Odo Hospital",
            "Galway",
        ),
        (
            "Store Manager wanted at Blue Door Books\nRun it.",
            "Store Manager",
            "Blue Door Books",
            "",
        ),
        ("Contact Center Supervisor\nRequirements:\n- retail", "Contact Center Supervisor", "", ""),
        (
            "We are a lab based in Ghent. We are looking for a Research Technician to run PCR.",
            "Research Technician",
            "",
            "Ghent",
        ),
    ],
)
def test_position_is_found_where_ads_put_it(text: str, title: str, company: str, location: str):
    """First lines, gender notes, 'at', 'gesucht' and the sentence that seeks someone all work."""
    job = parse_job(ad(text))
    assert (job.title, job.company, job.location) == (title, company, location)


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


@pytest.mark.parametrize("heading", ["What we offer", "Was wir dir bieten:", "About us", "Kontakt"])
def test_boilerplate_asks_for_nothing(heading: str):
    """What stands under benefits, about us or contact is not used."""
    job = parse_job(ad(f"Gardener\nRequirements:\n- first aid\n{heading}\n- free SQL courses"))
    assert [asked.text for asked in job.requirements] == ["first aid"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("3D Artist\nLocation: Ghent", "3D Artist"),
        ("# 1st Line Support Agent", "1st Line Support Agent"),
        ("# Night Porter\nJob title: Hospitality Worker II", "Night Porter"),
        ("# Join the harbour crew\nJob title: Crane Operator", "Crane Operator"),
        ("# Harbour Board: Crane Operator\nJob title: Crane Operator", "Crane Operator"),
        ("Job title:\nCrane Operator\nLocation:\nGhent", "Crane Operator"),
        ("Stellenangebot\n# Köchin / Koch (m/w/d)", "Köchin / Koch"),
        ("# Infirmier(ère) de nuit (H/F)", "Infirmier(ère) de nuit"),
    ],
)
def test_head_of_the_page_against_the_label(head: str, title: str):
    """A head that is a title wins, unless the label is the part of it that names the job."""
    assert parse_job(ad(f"{head}\nRequirements:\n- first aid")).title == title


@pytest.mark.parametrize(
    ("line", "salary"),
    [
        ("Salary: up to £31,000 per year plus bonus", "up to £31,000 per year"),
        ("Pay: from $18.50/hour", "from $18.50/hour"),
        ("Your salary will be between 52,000 and 58,000 EUR.", "between 52,000 and 58,000 EUR"),
        ("Gehalt: ab 3.200 € brutto im Monat", "ab 3.200 € brutto im Monat"),
        ("Das Gehalt liegt bei bis zu 62.000 € im Jahr.", "bis zu 62.000 € im Jahr"),
        ("Eingruppierung: Entgeltgruppe 9b TVöD", "Entgeltgruppe 9b TVöD"),
        ("Salaire : 45 000 € à 52 000 € brut par an", "45 000 € à 52 000 € brut par an"),
        ("You look after a budget of $2,000,000.", ""),
        ("We processed payments of $5 million last year.", ""),
    ],
)
def test_salary_keeps_its_bounds_and_its_unit(line: str, salary: str):
    """'Up to' and 'per hour' are part of the pay; budgets and turnover are not."""
    assert parse_job(ad(f"Clerk\n{line}\nRequirements:\n- first aid")).salary == salary


@pytest.mark.parametrize(
    ("line", "mode"),
    [
        ("Work mode: Remote", "remote"),
        ("You work fully remote.", "remote"),
        ("Two days a week in the office.", "hybrid"),
        ("Bis zu 60 % Homeoffice sind möglich.", "hybrid"),
        ("Wir arbeiten teilweise remote.", "hybrid"),
        ("Sie arbeiten im Homeoffice.", "remote"),
        ("Kein Homeoffice möglich.", "on-site"),
        ("This role is not remote.", "on-site"),
        ("Sie arbeiten vor Ort in Celle.", "on-site"),
        ("Puesto presencial.", "on-site"),
        ("Télétravail deux jours par semaine : deux jours en télétravail.", "hybrid"),
        ("Experience with remote sensing.", ""),
        ("We have an on-site canteen.", ""),
    ],
)
def test_work_mode(line: str, mode: str):
    """Remote, hybrid and on site are told apart in several languages, denials too."""
    assert parse_job(ad(f"Clerk\n{line}\nRequirements:\n- first aid")).work_mode == mode


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("Location: Ghent, Bruges or Antwerp", "Ghent, Bruges or Antwerp"),
        ("Locations: Leeds, UK; York, UK", "Leeds, UK; York, UK"),
        ("Einsatzort: Jena", "Jena"),
        ("Our offices in Leeds and York are waiting.", "Leeds and York"),
        ("Wir suchen für unser Büro in Erfurt und Weimar.", "Erfurt und Weimar"),
    ],
)
def test_every_place_is_kept(line: str, location: str):
    """Several places are one text, as written."""
    assert parse_job(ad(f"Clerk\n{line}\nRequirements:\n- first aid")).location == location


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


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Im Auftrag unseres Kunden suchen wir Sie. Blitz Personal GmbH vermittelt.", ""),
        ("On behalf of our client, Fern & Oak Ltd, we seek a clerk.", "Fern & Oak Ltd"),
        ("Fern & Oak is a family business.", "Fern & Oak"),
        ("Join Fern & Oak and file letters.", "Fern & Oak"),
    ],
)
def test_the_employer_is_not_the_agency(text: str, company: str):
    """An agency speaks for its client, who may be nameless."""
    job = parse_job(ad(f"# Office Clerk\n{text}\nRequirements:\n- first aid"))
    assert job.company == company
