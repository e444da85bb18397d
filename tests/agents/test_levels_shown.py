"""A level in brackets stays with its skill or language wherever that is shown."""

import re

import pytest

from agents.tailoring import tailor
from aicvgen.documents.writers.files import cv_files
from aicvgen.domain.look import Look
from domain.audits import audited

_CV = """# Nell Ashby

nell@example.org · Hull, UK

## Work experience

### Clerk, Brook Ltd, Hull
March 2019 – present
- Wrote reports in Excel
- Ran the store in SAP

## Skills

{skills}
"""
_AD = """Clerk
Mill Lane Ltd, Hull

Requirements
- Experience with Excel and SAP
- KNX and SQL
- Spanish
"""


@pytest.mark.parametrize(
    "skills",
    [
        "Excel (good), SAP (expert), Spanish (native), KNX",
        "Excel (gut), SAP (sehr gut), Spanish (C1), SQL",
        "Excel (advanced), SQL (since 2015), Spanish (fluent)",
    ],
)
def test_a_level_stays_beside_its_skill(skills: str):
    """In the list, the summary, the key qualifications and the letter's opening alike."""
    made = tailor(_CV.format(skills=skills), _AD)
    listed = skills.split(", ")
    assert sorted(made.skills) == sorted(listed)
    opening = made.letter.partition("\n")[2].partition("\n")[0]
    said = " ".join((made.summary, *made.qualifications, opening))
    for term in filter(lambda one: one.endswith(")"), listed):
        skill, _, level = term.partition(" ")
        assert set(re.findall(rf"{skill}(?: \([^)]*\))?", said)) <= {f"{skill} {level}"}
    assert "Excel (" in said


@pytest.mark.parametrize("level", ["Grundkenntnisse", "basic", "little experience"])
def test_a_low_level_presents_nobody_even_where_it_was_used(level: str):
    """The list says how little it is; the rest of the page does not name it at all."""
    made = tailor(_CV.format(skills=f"Excel, Word, SAP ({level})"), _AD)
    assert f"SAP ({level})" in made.skills
    assert "SAP" not in made.summary
    assert "SAP" not in made.qualifications


@pytest.mark.parametrize(
    "skills",
    [
        "Excel (good), SAP (basic), Spanish (native)",
        "Excel (gut)\n\n## Languages\n\nSpanish (native)",
    ],
)
def test_our_own_json_passes_our_own_audit(skills: str):
    """No level is lost between the CV and the JSON Resume that comes of it."""
    text = _CV.format(skills=skills)
    made = tailor(text, _AD)
    data = cv_files(made.page, Look(), formats={"json"})["cv.json"]
    result = audited(text, data.decode())
    assert (result.ok, result.lost) == (True, ())
