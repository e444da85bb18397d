"""What changed from one year to another, and which entry a year of a summary belongs to."""

import pytest

from aicvgen.domain.audit import audit
from domain.audits import read
from domain.rewrites import cases, claims

_TODAY = "2026-11-15"
_NURSE = """# Karen Blythe
k.blythe@example.org

## Employment

**Senior Veterinary Nurse, Marches Veterinary Group, Hereford**
March 2019 – present
- Run the weekly nurse clinics for dental checks

**Veterinary Nurse, Golden Valley Vets, Peterchurch**
July 2014 – February 2019
- Assisted in about 15 operations a week

## Education

- Diploma in Veterinary Nursing (Level 3), Hartpury Vale College, 2011–2014
- Certificate in Small Animal Dentistry, 2020

## Publications

- Blythe K. (2019): Calm cats. Practice Nurse Letters 4.
- Blythe K., Pryce L. (2021): Dental charts. Veterinary Practice Review 11.
- Pryce L., Blythe K. (2022): Noise in wards. Conference poster, Bristol.
"""
_COOK = """# Murat Demir
m.demir@example.de

## Berufserfahrung

### Demichef de Partie, Hotel Burgblick, Nürnberg
Mai 2021 – September 2024
- Einarbeitung von drei Auszubildenden

### Commis de Cuisine, Gasthaus Zollhaus, Fürth
August 2018 – April 2021
- Posten Gardemanger und Beilagen

## Ausbildung

- Berufsausbildung zum Koch (IHK), Restaurant Lindenhof, Erlangen, 2015 – 2018

## Weiterbildung

- HACCP-Schulung (1 Tag), 2022
"""


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("years", "follows")])
def test_what_follows_is_no_claim(fact: str, sentence: str, language: str):
    """Numbers of two years say by how much something fell or rose."""
    assert claims(sentence, fact, language) == ()


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("years", "does not")])
def test_what_does_not_follow_is_a_claim(fact: str, sentence: str, language: str):
    """Nobody made it fall, in other years it was otherwise, and the part is not the whole."""
    assert claims(sentence, fact, language)


@pytest.mark.parametrize(
    ("original", "summary"),
    [
        (_NURSE, "Veterinary nurse with over twelve years in practice since qualifying in 2014."),
        (_NURSE, "Veterinary nurse (Level 3 Diploma, 2014)."),
        (_NURSE, "Veterinary nurse who joined Marches Veterinary Group in 2019."),
        (_NURSE, "Senior veterinary nurse at Marches Veterinary Group since March 2019."),
        (_COOK, "Gelernter Koch (IHK) mit gut sechs Jahren Praxis nach der Ausbildung."),
        (_COOK, "Koch mit sechs Jahren Berufspraxis nach dreijähriger Ausbildung."),
        (_COOK, "Gelernter Koch (IHK, 2018)."),
    ],
)
def test_years_of_their_entry_pass(original: str, summary: str):
    """A degree has the year it was earned in, and years since it count from there."""
    assert _found(original, summary) == []


@pytest.mark.parametrize(
    ("original", "summary"),
    [
        (_NURSE, "Veterinary nurse with over fifteen years in practice since qualifying in 2014."),
        (_NURSE, "Veterinary nurse (Level 3 Diploma, 2011)."),
        (_NURSE, "Veterinary nurse who joined Marches Veterinary Group in 2014."),
        (_NURSE, "Senior veterinary nurse at Marches Veterinary Group since July 2014."),
        (_NURSE, "Veterinary nurse with a Certificate in Small Animal Dentistry (2014)."),
        (_NURSE, "Veterinary nurse with three articles."),
        (_NURSE, "First author of a 2022 article about noise in wards."),
        (_COOK, "Gelernter Koch (IHK) mit neun Jahren Praxis nach der Ausbildung."),
        (_COOK, "Koch mit sechs Jahren Berufspraxis nach vierjähriger Ausbildung."),
        (_COOK, "Gelernter Koch (IHK, 2015)."),
    ],
)
def test_years_of_another_entry_are_found(original: str, summary: str):
    """The same with the year of another entry, the beginning, or years of learning counted in."""
    assert _found(original, summary)


def _found(original: str, summary: str) -> list[str]:
    """Return what an audit finds in a summary that somebody put above all else."""
    heading = "Profil" if original is _COOK else "Profile"
    first = original.index("## ")
    tailored = f"{original[:first]}## {heading}\n\n{summary}\n\n{original[first:]}"
    result = audit(read(original.encode()), read(tailored.encode()), today=_TODAY)
    return [finding.claim for finding in result.findings]
