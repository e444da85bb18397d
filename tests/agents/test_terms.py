"""Terms are recognised in every spelling of the same thing, and in no other."""

import re
import tomllib
from importlib.resources import files

import pytest

from aicvgen.model.extractive.terms import name_of, names_in, same_words, terms_in
from aicvgen.model.extractive.words import words


def _supports(term: str, text: str, language: str) -> bool:
    name = name_of(term, language)
    if name is not None:
        return name in names_in(text, language)
    return same_words(term, words(text, language), language)


@pytest.mark.parametrize(
    ("term", "text", "language"),
    [
        ("Kubernetes", "Moved 14 services to k8s", "en"),
        ("k8s", "Kubernetes-Cluster betrieben", "de"),
        ("PostgreSQL", "Tuned Postgres", "en"),
        ("JavaScript", "Wrote JS by hand", "en"),
        ("project management", "Projektmanagement im Anlagenbau", "de"),
        ("Projektleitung", "Led project management for two sites", "en"),
        ("accounting", "Gute Buchhaltungskenntnisse", "de"),
        ("Jahresabschluss", "Prepared annual financial statements", "en"),
        ("wound care", "Wundversorgung nach Standard", "de"),
        ("Kommissionierung", "Order picking in a cold store", "en"),
        ("forklift licence", "Staplerschein seit 2015", "de"),
        ("lesson planning", "Wrote lesson plans for year 7", "en"),
        ("Elektroinstallation", "Electrical installations in new homes", "en"),
        ("cash handling", "Kassieren und Warenpräsentation", "de"),
        ("relational databases", "Ran PostgreSQL", "en"),
        ("degree", "BSc Computer Science", "en"),
        ("CI/CD", "Set up continuous integration", "en"),
        ("machine learning", "Built ML models", "en"),
        ("code reviews", "Introduced code review", "en"),
        ("hydroponic farming", "Farming of hydroponic lettuce", "en"),
        ("bookkeeping", "Buchhaltung für drei Mandanten", "de"),
        ("customer service", "Kundenservice am Telefon", "de"),
        ("Kundenservice", "Servicio de atención al cliente", "es"),
        ("nursing", "Pflege auf zwei Stationen", "de"),
        ("comptabilité", "Kept the bookkeeping", "en"),
        ("Class C licence", "Führerschein Klasse C seit 2012", "de"),
        ("driving licence", "Führerschein Klasse B", "de"),
        ("commercial driver's license", "Holds a CDL", "en"),
        ("forklift", "Gabelstaplerschein", "de"),
        ("heat pumps", "Installed a heat pump in every house", "en"),
        ("Wärmepumpen", "Fitted heat pumps", "en"),
        ("MIG welding", "MAG-Schweißen von Rahmen", "de"),
        ("practice instruction", "Praxisanleitung von Auszubildenden", "de"),
        ("Lexware", "Lexoffice eingeführt", "de"),
        ("public procurement", "Kenntnisse im Vergaberecht", "de"),
        ("typography", "Typografie und Satz", "de"),
        ("allemand", "Fluent German", "en"),
        ("sign language", "Gebärdensprache fließend", "de"),
        ("Kita", "Worked in a nursery", "en"),
        ("dementia care", "Betreuung bei Demenz", "de"),
        ("Rust", "Rust or C++", "en"),
        ("Krankenpflege", "Nursing on two wards", "en"),
        ("accounting", "Experiencia en contabilidad", "es"),
        ("Polish", "Goede kennis van Pools", "nl"),
        ("people management", "Ervaring met leidinggeven", "nl"),
        ("forklift licence", "Heftruckcertificaat", "nl"),
        ("driving licence", "Permis de conduire", "fr"),
        ("Baurecht", "Construction law", "en"),
        ("front desk", "Dos años en recepción", "es"),
        ("Spring", "Java and Spring, with Hibernate", "en"),
        ("Excel", "Reports in Excel", "en"),
        ("Go", "Services in Go and Kotlin", "en"),
        ("C", "Firmware in C. Tests in Python.", "en"),
        ("R", "Models in R.", "en"),
    ],
)
def test_same_thing_is_supported(term: str, text: str, language: str):
    """An alias, another language, an inflection, a kind of it or an unlisted phrase is evidence."""
    assert _supports(term, text, language)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Java", "Wrote JavaScript"),
        ("JavaScript", "Wrote Java"),
        ("PostgreSQL", "Ran MySQL"),
        ("PostgreSQL", "Designed relational databases"),
        ("SQL", "Ran MySQL and NoSQL stores"),
        ("React", "Reacted quickly, with Vue"),
        ("React", "Built apps in React Native"),
        ("C", "Wrote C++ and C#"),
        ("C++", "Wrote C"),
        ("C", "Reported to the C-suite"),
        ("Go", "Go to market with the team, go-to-market"),
        ("R", "Worked in R&D"),
        ("accessibility", "Gave access to the archive"),
        ("Solidity", "Solid knowledge of ledgers"),
        ("customs", "Happy customers"),
        ("Microsoft Excel", "Excels at spreadsheets"),
        ("bachelor's degree", "Holds a university degree"),
        ("hydroponic farming", "Hydroponic lettuce was grown by others, farming was not"),
        ("charge nurse", "Reported changes to the nurse in charge"),
        ("React", "Built apps in Vue"),
        ("Vue", "Built apps in React"),
        ("Angular", "Built apps in React"),
        ("C#", "Wrote C++"),
        ("Microsoft Word", "Excel and PowerPoint"),
        ("Microsoft Excel", "Word documents"),
        ("MySQL", "Ran PostgreSQL"),
        ("Docker", "Ran Kubernetes"),
        ("Git", "Published on GitHub"),
        ("Azure", "Ran servers on AWS"),
        ("accounting", "Account management for key clients"),
        ("financial accounting", "Accounting"),
        ("Class C licence", "Driving licence class B"),
        ("CDL", "Holds a driving licence"),
        ("CDL", "HGV licence"),
        ("intensive care", "Elderly care"),
        ("registered nurse", "Nursing"),
        ("elderly care", "Dementia care"),
        ("MIG welding", "TIG welding"),
        ("plumbing", "Heating systems"),
        ("German", "Fluent French"),
        ("Spanish", "Fluent Portuguese"),
        ("primary school teaching", "Secondary school teaching"),
        ("contract law", "Employment law"),
        ("DATEV", "Lexware"),
        ("SAP", "S/4HANA-free ledgers"),
        ("sales", "Salesforce administration"),
        ("Rust", "Rust was removed from the hull"),
        ("Polish", "Pools and spas"),
        ("Spring", "Started in early Spring"),
        ("Spring", "Projects from Spring 2023"),
        ("Excel", "Children who Excel at maths"),
        ("Go", "Ready to Go"),
        ("Go", "Go Live of two shops"),
        ("C", "Vitamin C and class C"),
        ("C", "Supervised by C. Brandt"),
        ("R", "Supervised by R. Brandt"),
        ("SAP", "Tapped maple sap"),
        ("Julia", "Reported to Julia Brandt"),
        ("customs clearance", "Custom software"),
        ("sewing", "Tailoring offers to customers"),
        ("geriatrics", "Elderly care"),
    ],
)
def test_no_leap_is_taken(term: str, text: str):
    """What only looks or sounds related is no evidence."""
    assert not _supports(term, text, "en")


def test_terms_come_in_order_once_as_written():
    """Each thing is named once, as the text first spells it."""
    found = terms_in("Postgres and k8s; later Kubernetes with PostgreSQL and Go", "en")
    assert [term.written for term in found] == ["Postgres", "k8s", "Go"]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl"])
def test_every_listed_spelling_has_one_name(language: str):
    """The table has no spelling that means two things in texts of one language."""
    raw = files("aicvgen.model.extractive").joinpath("terms.toml").read_text(encoding="utf-8")
    for line in (line for group in tomllib.loads(raw)["terms"].values() for line in group):
        name, *others = [part.strip().lstrip("=~") for part in line.split("|")]
        told = [re.fullmatch(r"(?:([a-z]{2}):)?[=~]?(.*)", spelling) for spelling in others]
        read = [said[2] for said in told if said and said[1] in {None, language}]
        assert {name_of(spelling, language) for spelling in (name, *read)} == {name}, line
