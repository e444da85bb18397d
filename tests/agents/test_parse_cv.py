"""Lines become a CV: every field in its place, and nothing lost."""

import re
from collections import Counter

import pytest

from agents.cv_samples import GERMAN, PLAIN, SIDEBAR, pdf, read, word
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.model.extractive.cv import parse_cv

_LABELS = {"technologies"}
SAMPLES = {
    "plain": PLAIN.encode(),
    "german": GERMAN.encode(),
    "sidebar": pdf(SIDEBAR),
    "word": word(),
}


def work(text: str) -> list[Entry]:
    """Return the roles of a CV with this experience section."""
    cv = read(f"Ada Fernsby\nada@example.org\n\nEXPERIENCE\n{text}\n\nSKILLS\nFiling, Typing\n")
    return list(cv.entries(Kind.WORK))


def used_lines(cv: Cv) -> Counter[int]:
    """Return how often each source line is named anywhere in the CV."""
    lines = Counter(line for each in cv.contact.evidence.values() for line in each.lines)
    for section in cv.sections:
        lines.update(section.lines)
        for entry in section.entries:
            lines.update(line for each in entry.evidence.values() for line in each.lines)
            lines.update(line for fact in entry.facts() for line in fact.lines)
    lines.update(line for fact in cv.left_over for line in fact.lines)
    return lines


def words_of(cv: Cv) -> Counter[str]:
    """Return all words a person would see in the CV."""
    contact = cv.contact
    texts = [contact.name, contact.headline, contact.email, contact.phone, contact.url]
    texts += [contact.location, *(f"{p.network} {p.username} {p.url}" for p in contact.profiles)]
    texts += [fact.text for fact in cv.left_over]
    for section in cv.sections:
        texts.append(section.heading)
        for entry in section.entries:
            texts += [entry.title, entry.organisation, entry.area, entry.grade, entry.location]
            texts += [entry.url, entry.period.raw if entry.period else "", *entry.terms]
            texts += [fact.text for fact in entry.facts()]
    return Counter(word for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("name", SAMPLES)
def test_every_line_is_somewhere(name: str) -> None:
    """Each line of the document is in a field, a section or the left-over list."""
    source = extract(SAMPLES[name])
    assert set(used_lines(parse_cv(source))) == set(range(len(source.lines)))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_word_is_somewhere(name: str) -> None:
    """No word of the document is missing from the CV."""
    source = extract(SAMPLES[name])
    wanted = Counter(word for line in source.lines for word in _words(line.text))
    missing = wanted - words_of(parse_cv(source))
    assert set(missing) <= {"in"}


def test_a_lost_line_would_be_noticed() -> None:
    """The check above fails when a section is dropped."""
    source = extract(PLAIN.encode())
    cv = parse_cv(source)
    cut = cv.model_copy(update={"sections": cv.sections[:-1]})
    assert set(used_lines(cut)) != set(range(len(source.lines)))


def test_contact_of_a_plain_cv() -> None:
    """Name, headline, e-mail, phone and place are read from the top."""
    contact = read(PLAIN).contact
    assert (contact.name, contact.headline) == ("Odile Brandvold", "Warehouse Supervisor")
    assert (contact.email, contact.phone) == ("odile.brandvold@example.org", "+47 22 12 34 56")
    assert contact.location == "Bergen, Norway"


def test_roles_of_a_plain_cv() -> None:
    """Employer above position above dates: each role has all of them, and whole bullets."""
    first, second = read(PLAIN).entries(Kind.WORK)
    assert (first.title, first.organisation) == ("Warehouse Supervisor", "Fjellmark Logistics AS")
    assert first.location == "Bergen, Norway"
    assert first.period is not None
    assert (first.period.start, first.period.end, first.period.current) == ("2018-03", None, True)
    assert [fact.text for fact in first.items] == [
        "Lead a shift of 14 people in a freezer hall of 6,000 pallets.",
        "Cut picking errors from 2.4% to 0.6% with a second scan at the gate.",
    ]
    assert (second.title, second.organisation) == ("Forklift Driver", "Nordhavn Fisk AS")


def test_unknown_section_is_kept_verbatim() -> None:
    """A section under an unknown heading is a custom one with its lines."""
    section = read(PLAIN).sections[-1]
    assert (section.kind, section.heading) == (Kind.CUSTOM, "MOUNTAIN RESCUE")
    assert [fact.text for fact in section.entries[0].items] == [
        "Duty every second winter weekend since 2016."
    ]


def test_skills_and_languages() -> None:
    """Groups keep their name and order; languages have a level."""
    cv = read(PLAIN)
    assert [(each.title, each.terms) for each in cv.entries(Kind.SKILLS)] == [
        ("Systems", ("SAP EWM", "Excel")),
        ("Licences", ("forklift T1", "T2 and T4")),
    ]
    assert [(each.title, each.grade) for each in cv.entries(Kind.LANGUAGES)] == [
        ("Norwegian", "native"),
        ("English", "fluent"),
    ]


def test_german_cv() -> None:
    """German headings, dates and degrees are read, and the language is known."""
    cv = read(GERMAN)
    first, second = cv.entries(Kind.WORK)
    assert cv.language == "de"
    assert cv.contact.name == "Birte Quandtmeier"
    assert (first.title, first.organisation) == ("Erzieherin", "Kita Sonnenhügel e.V.")
    assert first.period is not None
    assert (first.period.start, first.period.current) == ("2019-08", True)
    assert (second.title, second.location) == ("Praktikantin", "Esslingen")
    assert [(each.title, each.grade) for each in cv.entries(Kind.LANGUAGES)] == [
        ("Deutsch", "Muttersprache"),
        ("Englisch", "B2"),
    ]


def test_sidebar_is_not_mixed_with_the_rest() -> None:
    """A sidebar's skills stay skills, and the roles beside it are whole."""
    cv = read(SAMPLES["sidebar"])
    first, second = cv.entries(Kind.WORK)
    assert first.organisation == "Tafelberg Instruments Ltd"
    assert [fact.text for fact in first.items] == [
        (
            "Repair about 40 measuring instruments a month, from multimeters to spectrum analysers,"
            " and write up each fault."
        ),
        "Designed a test jig that shortened calibration from 50 to 20 minutes.",
    ]
    assert second.title == "Apprentice Electrician"
    assert [term for each in cv.entries(Kind.SKILLS) for term in each.terms] == [
        "Soldering",
        "Schematics",
        "KiCad",
        "Python",
        "Oscilloscopes",
        "Power supplies",
    ]


@pytest.mark.parametrize(
    ("header", "title", "organisation"),
    [
        ("Clerk at Moss & Fenwick\n2019 - 2021", "Clerk", "Moss & Fenwick"),
        ("Clerk, Moss & Fenwick (2019 - 2021)", "Clerk", "Moss & Fenwick"),
        ("Moss & Fenwick, Clerk, 2019 - 2021", "Clerk", "Moss & Fenwick"),
        ("Moss & Fenwick | Clerk | Leeds, UK | 2019 - 2021", "Clerk", "Moss & Fenwick"),
        ("Moss & Fenwick — Leeds, UK\nClerk\n2019 - 2021", "Clerk", "Moss & Fenwick"),
        ("2019 - 2021\nClerk\nMoss & Fenwick", "Clerk", "Moss & Fenwick"),
        ("Clerk – Moss & Fenwick      2019 - 2021", "Clerk", "Moss & Fenwick"),
        ("Clerk · Moss & Fenwick · Leeds, UK\n2019 - 2021", "Clerk", "Moss & Fenwick"),
    ],
)
def test_header_spellings(header: str, title: str, organisation: str) -> None:
    """Position and employer are told apart however the header is written."""
    (entry,) = work(f"{header}\n- Filed 200 letters a day.\n- Kept the archive in order.")
    assert (entry.title, entry.organisation) == (title, organisation)
    assert len(entry.items) == 2


def test_order_is_decided_for_the_whole_document() -> None:
    """A header whose words tell nothing follows the order of the others."""
    roles = work(
        "Moss & Fenwick Ltd\nClerk\n2019 - 2021\n- Filed letters.\n\n"
        "Harrow Bell\nCompere\n2017 - 2019\n- Opened the evenings.\n"
    )
    assert [(each.title, each.organisation) for each in roles] == [
        ("Clerk", "Moss & Fenwick Ltd"),
        ("Compere", "Harrow Bell"),
    ]


def test_several_roles_under_one_employer() -> None:
    """A promotion repeats the employer in each role."""
    roles = work(
        "Moss & Fenwick Ltd\nSenior Clerk, 2021 - Present\n- Leads the post room.\n"
        "Clerk, 2019 - 2021\n- Filed letters.\n"
    )
    assert [(each.title, each.organisation) for each in roles] == [
        ("Senior Clerk", "Moss & Fenwick Ltd"),
        ("Clerk", "Moss & Fenwick Ltd"),
    ]


def test_undated_roles() -> None:
    """Roles without dates are told apart by their bullets."""
    roles = work(
        "Clerk, Moss & Fenwick Ltd\n- Filed letters.\n"
        "Usher, Old Playhouse Company\n- Sold programmes."
    )
    assert [each.organisation for each in roles] == ["Moss & Fenwick Ltd", "Old Playhouse Company"]


def test_experience_without_heading() -> None:
    """Dated roles are found where no heading announces them."""
    cv = read(
        "Ada Fernsby\nada@example.org\n\n"
        "Clerk, Moss & Fenwick Ltd, 2019 - 2021\n- Filed letters.\n\n"
        "EDUCATION\nBA in History, University of Thornbury, 2018\n"
    )
    (entry,) = cv.entries(Kind.WORK)
    assert (entry.title, entry.organisation) == ("Clerk", "Moss & Fenwick Ltd")


def test_degree_field_school_and_grade() -> None:
    """A degree is parted into degree, field, school, grade and dates."""
    cv = read(
        "Ada Fernsby\nada@example.org\n\nEDUCATION\n"
        "BSc in Physics, University of Thornbury, First Class Honours\n2014 - 2017\n"
        "- Thesis: damping of old bells.\n\nSKILLS\nFiling\n"
    )
    (entry,) = cv.entries(Kind.EDUCATION)
    assert (entry.title, entry.area) == ("BSc", "Physics")
    assert (entry.organisation, entry.grade) == ("University of Thornbury", "First Class Honours")
    assert [fact.text for fact in entry.items] == ["Thesis: damping of old bells."]


def test_page_footers_are_left_over() -> None:
    """A running footer with the page number is no part of any role."""
    body = " \\ ".join(f"Line {number} of a long tale." for number in range(120))
    cv = read(
        pdf(
            "#set page(width: 420pt, height: 500pt, footer: context [Ines Valderrama – "
            "#counter(page).display()/#counter(page).final().first()])\n"
            "#text(20pt)[Ines Valderrama] \\ ines\\@example.org\n\n"
            "#text(14pt)[*Experience*]\n\n"
            "*Story Teller* #h(1fr) 2019 - 2021 \\ Old Playhouse Company\n\n"
            f"{body}\n"
        )
    )
    assert {fact.text for fact in cv.left_over} >= {
        "Ines Valderrama – 1/5",
        "Ines Valderrama – 2/5",
    }


def test_same_input_same_output() -> None:
    """Reading twice gives the same CV."""
    assert read(PLAIN) == read(PLAIN)
