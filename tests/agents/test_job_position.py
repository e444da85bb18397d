"""What an ad says about the position is found wherever and however ads say it."""

import pytest

from aicvgen.model.extractive.job import parse_job
from examples import ad


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
        ("Office of Harbours: Crane Operator", "Crane Operator"),
        ("Der Hafen Bremen sucht zum Mai eine Fachkraft (m/w/d) Kran", "Fachkraft Kran"),
        ("# Ausbildung zum Koch (m/w/d) 2031", "Ausbildung zum Koch"),
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
        ("Salary: £30,000 - £32,000 p.a.", "£30,000 - £32,000 p.a."),
        ("Sueldo: 22.000 € brutos anuales", "22.000 € brutos anuales"),
        ("Up to £42k + bonus | Permanent", "Up to £42k"),
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
        ("Remote: No", "on-site"),
        ("Remote: Yes, within Europe", "remote"),
        ("Télétravail : 2 jours par semaine", "hybrid"),
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
        ("Office of Fern & Oak: Ghent", "Ghent"),
        ("Fern & Oak is hiring a clerk in Ghent.", "Ghent"),
        ("Die Stadt Jena (112.000 Einwohner) sucht Verstärkung.", "Jena"),
        ("Our offices in Leeds and York are waiting.", "Leeds and York"),
        ("Wir suchen für unser Büro in Erfurt und Weimar.", "Erfurt und Weimar"),
    ],
)
def test_every_place_is_kept(line: str, location: str):
    """Several places are one text, as written."""
    assert parse_job(ad(f"Clerk\n{line}\nRequirements:\n- first aid")).location == location


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Im Auftrag unseres Kunden suchen wir Sie. Blitz Personal GmbH vermittelt.", ""),
        ("On behalf of our client, Fern & Oak Ltd, we seek a clerk.", "Fern & Oak Ltd"),
        ("Fern & Oak is a family business.", "Fern & Oak"),
        ("Join Fern & Oak and file letters.", "Fern & Oak"),
        ("Office of Fern & Oak: Ghent", "Fern & Oak"),
        ("About us\nFern & Oak files the letters of a whole town.", "Fern & Oak"),
        ("About us\nSince 1990 our letters are filed.", ""),
        ("Permanent, Ghent", ""),
    ],
)
def test_the_employer_is_not_the_agency(text: str, company: str):
    """An agency speaks for its client, who may be nameless."""
    job = parse_job(ad(f"# Office Clerk\n{text}\nRequirements:\n- first aid"))
    assert job.company == company
