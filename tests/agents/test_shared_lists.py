"""Lists that hold several things: each item by itself, each thing in its own section."""

from agents.cv_samples import read
from aicvgen.domain.cv import Cv, Entry, Kind

_HEAD = "# Ada Fernsby\n\nada@example.org\n\n## Experience\n\n**Clerk**, Moss Ltd, 2019 - 2020\n\n"


def listed(text: str) -> Cv:
    """Return a CV with this text behind its experience."""
    return read(f"{_HEAD}- Filed.\n\n{text}\n")


def roles(cv: Cv, kind: Kind) -> list[tuple[str, str]]:
    """Return position and date of each entry."""
    return [(entry.title, _date(entry)) for entry in cv.entries(kind)]


def _date(entry: Entry) -> str:
    return entry.period.raw if entry.period else ""


def test_dated_items_of_one_list_are_entries() -> None:
    """None becomes the employer of the next, and none inherits the club above."""
    cv = listed(
        "## Ehrenamt\n\n- Gutachterin für zwei Zeitschriften, seit 2018\n"
        "- Gleichstellungsbeauftragte der Fakultät, 2021 – 2023"
    )
    assert roles(cv, Kind.VOLUNTEER) == [
        ("Gutachterin für zwei Zeitschriften", "seit 2018"),
        ("Gleichstellungsbeauftragte der Fakultät", "2021 – 2023"),
    ]
    assert {entry.organisation for entry in cv.entries(Kind.VOLUNTEER)} == {""}


def test_what_is_no_language_stays_a_skill() -> None:
    """The item behind the languages is of the skills, which stay one section."""
    cv = listed(
        "## Skills\n\n- Tools: Word, Excel\n- Languages: German (C1)\n- Teamwork, leadership\n"
        "- Methods: Filing, Sorting"
    )
    assert [entry.title for entry in cv.entries(Kind.LANGUAGES)] == ["German"]
    terms = [term for entry in cv.entries(Kind.SKILLS) for term in entry.terms]
    assert sorted(terms) == ["Excel", "Filing", "Sorting", "Teamwork", "Word", "leadership"]
    assert [section.kind for section in cv.sections].count(Kind.SKILLS) == 1


def test_one_heading_over_languages_and_skills_names_no_part() -> None:
    """Each part gets the heading of its own kind."""
    cv = listed("## Languages and Skills\n\n- English (native), German\n- Leadership, teamwork")
    assert [entry.title for entry in cv.entries(Kind.LANGUAGES)] == ["English", "German"]
    (skills,) = cv.entries(Kind.SKILLS)
    assert skills.terms == ("Leadership", "teamwork")
    assert {section.heading for section in cv.sections[1:]} == {""}


def test_a_second_degree_is_of_the_school_above() -> None:
    """The next school has its own programme under it, and is not where the degree was taken."""
    cv = read(
        "Ada Fernsby\nada@example.org\n\nEducation\n"
        "Westmere State University\tExpected Graduation: May 2027\n"
        "B.S. Business Administration\nB.A. Danish\n"
        "Oldport University\tSep 2024 - July 2025\nStudy Abroad in Denmark\n\n"
        "Skills\nTyping, Filing\n"
    )
    first, second = cv.entries(Kind.EDUCATION)
    assert (first.organisation, first.title) == (
        "Westmere State University",
        "B.S. Business Administration",
    )
    assert "B.A. Danish" in {fact.text for fact in first.facts()}
    assert second.organisation == "Oldport University"
    assert "Danish" not in f"{second.title} {second.area}"
