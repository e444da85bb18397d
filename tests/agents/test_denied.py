"""What a CV denies, failed, lost, only wanted or replaced is evidence for nothing."""

import re

import pytest

from agents.tailoring import tailor
from aicvgen.model.extractive.denied import affirmed

_CV = {
    "en": """# Nell Ashby

nell@example.org · Hull, UK

## Work experience

### Sales assistant, Brook & Sons, Hull
March 2019 – present
- Wrote the weekly reports in Excel
- {duty}

## Skills

Excel, {skill}
""",
    "de": """# Nele Asche

nele@example.org · Ulm

## Berufserfahrung

### Verkäuferin, Bach & Söhne, Ulm
03/2019 – heute
- Wöchentliche Berichte in Excel geschrieben
- {duty}

## Kenntnisse

Excel, {skill}
""",
}
_AD = {
    "en": """Office Administrator
Mill Lane Ltd, Leeds

Requirements
- Experience with SAP and Excel
- Driving licence
- PRINCE2 and ITIL
- SQL
- French
""",
    "de": """Bürokraft (m/w/d)
Mühlweg GmbH, Ulm

Profil
- Kenntnisse in SAP und Excel
- Führerschein Klasse B
- DATEV und SQL
- PRINCE2
- Französisch
""",
}
_ASKED = re.compile(
    r"SAP|SQL|PRINCE2|ITIL|French|DATEV|Französisch|driving licence|Führerschein", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("language", "skill"),
    [
        ("en", "no driving licence"),
        ("en", "PRINCE2 (failed)"),
        ("en", "ITIL – not passed"),
        ("en", "driving licence (suspended until 2027)"),
        ("en", "SQL: none"),
        ("en", "SAP (never used)"),
        ("en", "SQL (I have never used it)"),
        ("en", "driving licence: currently suspended"),
        ("en", "currently learning French"),
        ("de", "kein Führerschein Klasse B"),
        ("de", "Führerschein Klasse B (entzogen)"),
        ("de", "PRINCE2 (nicht bestanden)"),
        ("de", "SAP – nie benutzt"),
        ("de", "DATEV: keine"),
        ("de", "Führerschein Klasse B (BE) 2015 abgelaufen"),
        ("de", "PRINCE2 (leider nicht bestanden)"),
        ("de", "lerne gerade Französisch"),
    ],
)
def test_a_skill_that_is_denied_stays_as_written_and_counts_nowhere(language: str, skill: str):
    """It covers nothing, presents nobody, and is never shown without what denies it."""
    made = tailor(_CV[language].format(duty="Kasse", skill=skill), _AD[language])
    assert made.found == {"Excel"}
    assert not _ASKED.search(made.composed)
    assert made.skills == ["Excel", skill]


@pytest.mark.parametrize(
    ("language", "duty"),
    [
        ("en", "Filled the shelves without SQL or SAP"),
        ("en", "Wanted to learn SQL but had no time"),
        ("en", "Replaced SAP by paper lists"),
        ("en", "SAP was replaced by paper lists"),
        ("en", "Served guests, I do not speak French"),
        ("en", "Have never worked with SAP"),
        ("en", "Failed the PRINCE2 exam in 2019"),
        ("en", "Kept lists on paper instead of in SAP"),
        ("de", "Regale ohne SQL oder SAP gefüllt"),
        ("de", "SAP durch Papierlisten ersetzt"),
        ("de", "Wollte SQL lernen, hatte aber keine Zeit"),
        ("de", "SAP habe ich nie benutzt"),
        ("de", "Ich spreche kein Französisch"),
        ("de", "PRINCE2 nicht bestanden"),
        ("de", "Listen auf Papier statt SAP"),
    ],
)
def test_a_duty_that_denies_is_no_evidence(language: str, duty: str):
    """Neither the letter nor the key qualifications take from it what it says is not so."""
    made = tailor(_CV[language].format(duty=duty, skill="Word"), _AD[language])
    assert made.found == {"Excel"}
    assert not _ASKED.search(made.composed)


@pytest.mark.parametrize(
    ("group", "said"),
    [("SQL: none", "SQL"), ("Without experience: SAP, SQL", "SAP"), ("ITIL: failed", "ITIL")],
)
def test_a_group_of_skills_that_is_denied_is_no_evidence(group: str, said: str):
    """A row of its own is read as a group: its name and its terms deny each other."""
    text = _CV["en"].format(duty="Tills", skill="Word") + f"\n{group}\n"
    made = tailor(text, _AD["en"])
    assert said not in made.composed
    assert made.found == {"Excel"}


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "Not only SQL but also SAP", "SQL SAP"),
        ("en", "Never missed a deadline in SAP", "SAP"),
        ("en", "Moved SQL servers without downtime to AWS", "SQL AWS"),
        ("en", "Used Python instead of SQL for reports in Excel", "Python Excel"),
        ("en", "No experience with SAP, but good at Excel", "Excel"),
        ("en", "No. 1 in SAP sales; no-code tools in SQL", "SAP SQL"),
        ("en", "Replaced worn SAP terminals with new ones", "SAP"),
        ("en", "Jenkins was replaced by GitHub Actions", "GitHub"),
        ("en", "I want to use my SQL skills", "SQL"),
        ("en", "Investigated failed SQL jobs", "SQL"),
        ("en", "Machine Learning, SQL", "Machine Learning SQL"),
        ("en", "Ran the SAP shift (never late)", "SAP"),
        ("en", "Without SQL, SAP or Oracle; Excel daily", "Excel"),
        ("de", "Nicht nur SQL, sondern auch SAP", "SQL SAP"),
        ("de", "Ich möchte meine SQL-Kenntnisse einbringen", "SQL"),
        ("de", "SAP nie benutzt, Excel täglich", "Excel"),
        ("de", "Ablösung von SAP durch Odoo", "Odoo"),
        ("de", "Fristen in SAP nie versäumt", "SAP"),
        ("de", "Unfallfrei gefahren mit SAP", "SAP"),
    ],
)
def test_what_a_text_affirms_beside_a_denial_stays(language: str, text: str, kept: str):
    """Only the thing that is denied goes; the length stays, so places in the text do too."""
    left = affirmed(text, language)
    names = "SQL|SAP|AWS|Python|Excel|GitHub|Jenkins|Oracle|Odoo|Machine Learning"
    assert " ".join(re.findall(names, left)) == kept
    assert len(left) == len(text)


@pytest.mark.parametrize("state", ["(not completed)", "(abandoned)", "(failed)"])
def test_a_degree_that_was_not_finished_is_none(state: str):
    """Neither the degree nor its field is evidence, and no sentence says it was studied."""
    cv = _CV["en"].format(duty="Tills", skill="Word")
    text = f"{cv}\n## Education\n\n### University of Hull\nBSc Physics, 2011 – 2013 {state}\n"
    wanted = "Lab Assistant\nMill Lane Ltd\n\nRequirements\n- Degree in Physics\n- Excel\n"
    made = tailor(text, wanted)
    assert made.found == {"Excel"}
    assert "Physics" not in made.composed


@pytest.mark.parametrize("row", ["PRINCE2 (failed)", "PRINCE2, 2019, expired"])
def test_a_certificate_that_is_not_held_is_none(row: str):
    """The summary lists no certificate that failed or ran out."""
    text = _CV["en"].format(duty="Tills", skill="Word") + f"\n## Certificates\n\n{row}\n"
    made = tailor(text, _AD["en"])
    assert made.found == {"Excel"}
    assert "PRINCE2" not in made.composed
