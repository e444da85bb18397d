"""Lines become sections and the short entries in them, whatever the layout."""

import pytest

from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.source import Format, Line, Role, Source
from aicvgen.model.extractive.cv import headings, parse_cv, rows
from aicvgen.model.extractive.cv.entries import awarded, languages, skills


def line(
    text: str, top: float, *, size: float = 10.0, bold: bool = False, left: float = 40
) -> Line:
    """Return a line of a page, as wide as its text."""
    box = (left, top, left + len(text) * size / 2, top + size)
    return Line(text=text, size=size, bold=bold, box=box)


def cv(*lines: Line) -> Cv:
    """Return a CV with a name, an address and these lines under it."""
    top = (line("Ada Fernsby", 20, size=20), line("ada@example.org", 45))
    return parse_cv(Source(format=Format.PDF, lines=(*top, *lines)))


def plain(*texts: str) -> list[rows.Row]:
    """Return rows of plain text."""
    return rows.of([Line(text=text) for text in texts])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Competenze linguistiche", Kind.LANGUAGES),
        ("Weitere Kenntnisse und Fähigkeiten", Kind.SKILLS),
        ("FORMAÇÃO COMPLEMENTAR", Kind.CERTIFICATES),
        ("Schul- und Berufsbildung", Kind.EDUCATION),
        ("Berufs- und Projekterfahrung", Kind.WORK),
        ("Fach- und Methodenkompetenzen", Kind.SKILLS),
        ("Supporting statement", Kind.SUMMARY),
        ("Expériences bénévoles", Kind.VOLUNTEER),
        ("Diplômes et formation", Kind.EDUCATION),
        ("School", Kind.EDUCATION),
        ("Academic and Professional Appointments", Kind.WORK),
        ("Licences and Registrations", Kind.CERTIFICATES),
        ("Grants and Research Funding", Kind.AWARDS),
        ("Nevenactiviteiten", Kind.VOLUNTEER),
        ("E X P E R I E N C E", Kind.WORK),
        ("3. Technical Skills:", Kind.SKILLS),
        ("Experience (continued)", Kind.WORK),
        ("Programming Languages", Kind.SKILLS),
        ("Senior Software Engineer", None),
        ("Head of Education", None),
    ],
)
def test_headings_made_of_known_words(text: str, kind: Kind | None) -> None:
    """A heading need not be in the list: it is known when all its words are."""
    assert headings.kind_of(text) is kind


def test_job_titles_as_large_as_headings_are_no_headings() -> None:
    """Rows under a heading that share its size are headers of entries."""
    read = cv(
        line("EXPERIENCE", 70, size=12, bold=True),
        line("Ferry Captain", 90, size=12, bold=True),
        line("Nordhavn Lines, Bergen", 105),
        line("2019 - 2023", 118),
        line("EDUCATION", 140, size=12, bold=True),
        line("Nautical Diploma, Bergen College", 160),
    )
    assert [section.heading for section in read.sections] == ["EXPERIENCE", "EDUCATION"]


def test_a_heading_over_two_lines_is_one() -> None:
    """Narrow margins break headings."""
    read = cv(
        line("Work", 70, size=12, bold=True),
        line("Experience", 83, size=12, bold=True),
        line("Ferry Captain, Nordhavn Lines, 2019 - 2023", 100),
        line("Skills", 130, size=12, bold=True),
        line("Mooring, Radar", 150),
    )
    assert [(each.heading, each.kind) for each in read.sections] == [
        ("Work Experience", Kind.WORK),
        ("Skills", Kind.SKILLS),
    ]


def test_running_text_under_the_name_is_the_summary() -> None:
    """A summary needs no heading."""
    read = cv(
        line("Captain of small ferries with twelve years in the western fjords and a", 60),
        line("habit of leaving on time in any weather that the rules allow.", 73),
        line("Skills", 100, size=12, bold=True),
        line("Mooring, Radar", 120),
    )
    assert read.sections[0].kind is Kind.SUMMARY
    assert not read.left_over


def test_another_column_ends_a_section() -> None:
    """What opens the main column does not belong to the last section of the sidebar."""
    read = cv(
        line("Hobbies", 100, size=12, bold=True),
        line("Rowing", 120),
        line("ada@fernsby.example", 60, left=250),
        line("Skills", 100, size=12, bold=True, left=250),
        line("Mooring, Radar", 120, left=250),
    )
    assert [each.terms for each in read.entries(Kind.INTERESTS)] == [("Rowing",)]


def test_labels_on_rows_of_their_own_name_groups() -> None:
    """A bold row among plain ones is the name of the group under it."""
    read = cv(
        line("Skills", 70, size=12, bold=True),
        line("On deck", 90, bold=True),
        line("Mooring", 103),
        line("Ropework", 116),
        line("On the bridge", 129, bold=True),
        line("Radar", 142),
    )
    assert [(each.title, each.terms) for each in read.entries(Kind.SKILLS)] == [
        ("On deck", ("Mooring", "Ropework")),
        ("On the bridge", ("Radar",)),
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Radar ●●●○○", ("Radar",)),
        ("Python 80%", ("Python",)),
        ("Java — expert", ("Java",)),
        ("CI/CD, API design", ("CI/CD", "API design")),
    ],
)
def test_levels_are_no_skills(text: str, terms: tuple[str, ...]) -> None:
    """Dots, percent and words behind a skill say how well it is mastered."""
    assert [(each.title, each.terms) for each in skills.read(plain(text), 1)] == [("", terms)]


@pytest.mark.parametrize(
    ("texts", "spoken"),
    [
        (
            ["English: Native; Polish: Conversational"],
            [("English", "Native"), ("Polish", "Conversational")],
        ),
        (["Deutsch", "Muttersprache", "Englisch", "sicher (C1)"], None),
        (["English", "Hindi", "Fluent", "Native"], [("English", "Fluent"), ("Hindi", "Native")]),
        (
            ["Madrelingua: Italiano", "Altre lingue:", "Inglese\tC1"],
            [("Italiano", "Madrelingua"), ("Inglese", "C1")],
        ),
        (["English", "Fluency: Fluent"], [("English", "Fluent")]),
        (["English\t●●●○"], [("English", "")]),
        (
            ["Muttersprache Deutsch; gutes Englisch (B2); Grundkenntnisse in Dänisch"],
            [
                ("Deutsch", "Muttersprache"),
                ("Englisch", "gutes, B2"),
                ("Dänisch", "Grundkenntnisse"),
            ],
        ),
    ],
)
def test_languages_and_levels(texts: list[str], spoken: list[tuple[str, str]] | None) -> None:
    """Levels stand beside the language, under it, or in a column of their own."""
    read = [(each.title, each.grade) for each in languages.read(plain(*texts), Kind.LANGUAGES, 1)]
    assert read == spoken if spoken else read[0] == ("Deutsch", "Muttersprache")


@pytest.mark.parametrize(
    "texts",
    [
        ["Radar Licence, Harbour Board\t2019"],
        ["Radar Licence (Harbour Board, 2019)"],
        ["2019", "Issued by: Harbour Board", "Radar Licence"],
        ["Radar Licence", "Harbour Board", "2019"],
        ["[ 2019 ]", "Radar Licence", "Harbour Board"],
    ],
)
def test_certificates(texts: list[str]) -> None:
    """Name, issuer and date stand on one row or on several, in any order."""
    twice = awarded.read(plain(*texts, *texts), Kind.CERTIFICATES, 1)
    assert [(each.title, each.organisation) for each in twice] == 2 * [
        ("Radar Licence", "Harbour Board")
    ]
    assert all(each.period and each.period.start == "2019" for each in twice)


def test_headings_with_a_mark_in_front() -> None:
    """They are larger than list items with the same mark."""
    marked = [
        ("Work", 12.0),
        ("Fitter at Orrin Ltd, 2019 - 2021", 10.0),
        ("Fitted tiles in forty kitchens", 10.0),
        ("Education", 12.0),
        ("Diploma in Tiling, Hull College, 2017 - 2019", 10.0),
    ]
    lines = [
        line(text, 80 + 20 * at, size=size).model_copy(
            update={"role": Role.BULLET if size > 10 or "forty" in text else Role.TEXT}
        )
        for at, (text, size) in enumerate(marked)
    ]
    found = cv(*lines)
    assert [each.kind for each in found.sections] == [Kind.WORK, Kind.EDUCATION]
    (role,) = found.entries(Kind.WORK)
    assert [item.text for item in role.items] == ["Fitted tiles in forty kitchens"]


def test_plain_labels_above_list_items() -> None:
    """What stands above the bullets of a group of skills is its name."""
    groups = {"Rigging": ("Splicing", "Knots"), "Navigation": ("Radar", "Charts")}
    texts = [
        (text, role)
        for label, terms in groups.items()
        for text, role in ((label, Role.TEXT), *((term, Role.BULLET) for term in terms))
    ]
    lines = [
        line(text, 100 + 14 * at).model_copy(update={"role": role})
        for at, (text, role) in enumerate(texts)
    ]
    found = cv(line("Skills", 80, size=14), *lines)
    assert {each.title: each.terms for each in found.entries(Kind.SKILLS)} == groups


def test_tags_beside_a_heading_are_all_terms() -> None:
    """The heading is bold, the first of the tags on its line is not."""
    rows = [
        line("Profile\tKeeps boats afloat and the log dry, in all weathers.", 80, bold=True),
        line("Skills\tSplicing\tKnots\tRadar", 110, bold=True),
    ]
    (group,) = cv(*rows).entries(Kind.SKILLS)
    assert (group.title, group.terms) == ("", ("Splicing", "Knots", "Radar"))
