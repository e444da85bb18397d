"""Years and counts that a summary draws from several entries."""

import pytest

from aicvgen.domain.audit import audit
from domain.audits import read

_TODAY = "2024-06-15"
_ENGLISH = """# Kim Example
kim@example.org

## Experience

### Java developer, Lakeside Bank
March 2015 – February 2018
- Built payment services in Java

### Software engineer, Northwind Parcels
March 2018 – May 2020
- Built routing services in Java and Go

### Software engineer, Hillside Software
June 2020 – present
- Run the build farm in Go

### Warehouse hand, Acme Stores
January 2010 – December 2013
- Picked 200 orders a shift

## Education

### BSc Computer Science, University of Northpool
2011 – 2014

## Publications

### Sorting parcels by weight, Journal of Parcels, 2019
### Cheaper routes, Journal of Parcels, 2020

## Volunteering

### Coach, Northpool Code Club
January 2016 – December 2017
- Taught 12 children Python

## Skills

Java, Go, Kubernetes
"""
_GERMAN = """# Kim Beispiel
kim@example.org

## Berufserfahrung

### Erzieherin, Kita Sonnenhof
03/2012 – 08/2016
- Gruppe mit 22 Kindern, Schwerpunkt Sprachförderung

### Gruppenleiterin, Kita am Wald
09/2016 – 02/2021
- Team von vier Fachkräften geleitet

### Verkäuferin, Bäckerei Hofmann
2008 – 2010
- Verkauf und Kasse

## Sprachen

Deutsch (Muttersprache), Polnisch (B2)
"""


def _claims(original: str, summary: str) -> list[str]:
    """Return what an audit finds in a summary that somebody put above all else."""
    heading = "Profil" if original is _GERMAN else "Profile"
    first = original.index("## ")
    tailored = f"{original[:first]}## {heading}\n\n{summary}\n\n{original[first:]}"
    result = audit(read(original.encode()), read(tailored.encode()), today=_TODAY)
    return [finding.claim for finding in result.findings]


@pytest.mark.parametrize(
    "summary",
    [
        "More than five years of Java.",
        "Five years of Java.",
        "Nine years of experience as a software engineer and Java developer.",
        "Java developer with more than five years of experience.",
        "Over six years of Go.",
        "Five years at Lakeside Bank and at Northwind Parcels.",
        "Over thirteen years of professional experience.",
        "Four years in a warehouse.",
        "Two years of teaching children Python.",
        "Two publications.",
        "Built services at four employers.",
        "Over nine years in software, more than five of them in Java.",
        "Five years of Java: three years at Lakeside Bank and two at Northwind Parcels.",
    ],
)
def test_years_that_add_up_pass(summary: str):
    """Of all jobs that tell of the same, two at a time counted once, what goes on until today."""
    assert _claims(_ENGLISH, summary) == []


@pytest.mark.parametrize(
    ("summary", "claim"),
    [
        ("Eight years of Java.", "Eight years"),
        ("More than six years of Java.", "six years"),
        ("Ten years of Go.", "Ten years"),
        ("Over five years of Kubernetes.", "five years"),
        ("Four years of Kubernetes and Java.", "Four years"),
        ("Five years of Go and Java.", "Five years"),
        ("Fifteen years of professional experience.", "Fifteen years"),
        ("Four years of teaching children Python.", "Four years"),
        ("Five years of Java at Hillside Software.", "Five years"),
        ("Five publications.", "Five"),
        ("Built services at six employers.", "six"),
        ("Over nine years in software, more than seven of them in Java.", "seven"),
    ],
)
def test_years_that_do_not_add_up_are_found(summary: str, claim: str):
    """Nobody gets a year for a tool of the list of skills, or for what another job was about."""
    assert claim in _claims(_ENGLISH, summary)


@pytest.mark.parametrize(
    "summary",
    [
        "Erzieherin mit elf Jahren Berufserfahrung.",
        "Neun Jahre in zwei Kitas.",
        "Neun Jahre in zwei Kitas, davon viereinhalb als Gruppenleiterin.",
        "Elf Jahre bei drei Arbeitgebern, davon vier mit Leitung eines Teams.",
        "Knapp neun Jahre in der Kita.",
        "Über vier Jahre Sprachförderung.",
        "Viereinhalb Jahre als Gruppenleiterin.",
        "Zwei Sprachen.",
    ],
)
def test_german_years_that_add_up_pass(summary: str):
    """The same in German, with years of a title."""
    assert _claims(_GERMAN, summary) == []


@pytest.mark.parametrize(
    ("summary", "claim"),
    [
        ("Über zehn Jahre in der Kita.", "zehn Jahre"),
        ("Sechs Jahre Sprachförderung.", "Sechs Jahre"),
        ("Über sechs Jahre als Gruppenleiterin.", "sechs Jahre"),
        ("Fünfzehn Jahre Berufserfahrung.", "Fünfzehn Jahre"),
        ("Drei Sprachen.", "Drei"),
        ("Neun Jahre in drei Kitas.", "drei"),
        ("Neun Jahre in zwei Kitas, davon sechs als Gruppenleiterin.", "sechs"),
        ("Elf Jahre Berufserfahrung, davon neun mit Leitung eines Teams.", "neun"),
    ],
)
def test_german_years_that_do_not_add_up_are_found(summary: str, claim: str):
    """The same in German."""
    assert claim in _claims(_GERMAN, summary)
