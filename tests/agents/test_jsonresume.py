"""JSON Resume in and out without loss."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from agents.cv_samples import GERMAN, PLAIN, SIDEBAR, pdf, read, word
from aicvgen.documents import jsonresume
from aicvgen.documents.extract import extract
from aicvgen.domain.cv import Cv, Kind, Period
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format

_DATA = Path(__file__).resolve().parents[1] / "data" / "jsonresume"
FOREIGN = {
    "basics": {
        "name": "Ada Fernsby",
        "label": "Clerk",
        "email": "ada@example.org",
        "url": "https://ada.example.org",
        "summary": "Files letters.\nLikes order.",
        "location": {"city": "Leeds", "countryCode": "GB"},
        "profiles": [{"network": "Chess", "username": "ada", "url": "https://chess.example/ada"}],
        "pronouns": "she",
    },
    "work": [
        {
            "name": "Moss & Fenwick",
            "position": "Clerk",
            "startDate": "2019-03",
            "highlights": ["Filed 200 letters a day."],
            "summary": "The post room.",
            "shift": "early",
        }
    ],
    "education": [{"institution": "Thornbury", "studyType": "BA", "area": "History"}],
    "skills": [{"name": "Office", "keywords": ["Filing", "Typing"]}, {"keywords": ["Chess"]}],
    "languages": [{"language": "English", "fluency": "native"}],
    "hobbies": ["bells"],
}
SAMPLES = {
    "plain": PLAIN.encode(),
    "german": GERMAN.encode(),
    "sidebar": pdf(SIDEBAR),
    "word": word(),
    "foreign": json.dumps(FOREIGN).encode(),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_there_and_back(name: str) -> None:
    """What was written is read back exactly."""
    cv = read(SAMPLES[name])
    written = json.loads(json.dumps(jsonresume.write(cv)))
    assert jsonresume.read(written) == cv


@pytest.mark.parametrize("name", SAMPLES)
def test_valid_against_the_schema(name: str) -> None:
    """What is written is a valid JSON Resume 1.2.1, formats included."""
    schema = json.loads((_DATA / "schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert list(checker.iter_errors(jsonresume.write(read(SAMPLES[name])))) == []


def test_the_schema_check_can_fail() -> None:
    """A date in the wrong spelling is found by the check above."""
    schema = json.loads((_DATA / "schema.json").read_text(encoding="utf-8"))
    resume = {"work": [{"startDate": "March 2019"}]}
    assert list(jsonschema.Draft7Validator(schema).iter_errors(resume)) != []


def test_one_work_item_per_role() -> None:
    """Roles are work items with position, employer, dates and highlights."""
    first, _ = jsonresume.write(read(PLAIN))["work"]
    assert first == {
        "name": "Fjellmark Logistics AS",
        "position": "Warehouse Supervisor",
        "location": "Bergen, Norway",
        "startDate": "2018-03",
        "highlights": [
            "Lead a shift of 14 people in a freezer hall of 6,000 pallets.",
            "Cut picking errors from 2.4% to 0.6% with a second scan at the gate.",
        ],
    }


def test_ungrouped_skills_have_no_name() -> None:
    """One skills item per group; the one without a group has only keywords."""
    cv = read("Ada Fernsby\nada@example.org\n\nSKILLS\nFiling, Typing\n")
    assert jsonresume.write(cv)["skills"] == [{"keywords": ["Filing", "Typing"]}]


def test_custom_sections_and_raw_dates_are_kept_beside_the_schema() -> None:
    """What the schema cannot hold is under `meta.aicvgen`."""
    meta = jsonresume.write(read(PLAIN))["meta"]["aicvgen"]
    assert meta["sections"][1]["entries"][0]["period"]["raw"] == "03/2018 - Present"
    assert meta["sections"][-1]["heading"] == "MOUNTAIN RESCUE"


def test_addresses_become_absolute_and_come_back_as_written() -> None:
    """The schema wants addresses with a scheme; the CV keeps its own spelling."""
    cv = read("Ada Fernsby\nada@example.org | ada.example.org\n\nSKILLS\nFiling\n")
    written = jsonresume.write(cv)
    assert written["basics"]["url"] == "https://ada.example.org"
    assert jsonresume.read(written).contact.url == "ada.example.org"


def test_resume_of_somebody_else() -> None:
    """Every text of a foreign resume is somewhere, also of keys the schema does not know."""
    source = extract(SAMPLES["foreign"])
    cv = source.structured
    assert isinstance(cv, Cv)
    assert source.format is Format.JSON_RESUME
    (role,) = cv.entries(Kind.WORK)
    assert role.period is not None
    assert role.period.current
    assert [fact.text for fact in role.prose] == ["The post room."]
    assert [fact.text for fact in role.items] == ["Filed 200 letters a day.", "early"]
    assert cv.contact.location == "Leeds, GB"
    assert [fact.text for fact in cv.left_over] == ["she", "bells"]


@pytest.mark.parametrize(
    ("section", "dates", "raw", "current"),
    [
        ("work", {"startDate": "2019-01"}, "2019-01 – Present", True),
        ("volunteer", {"startDate": "2019-01"}, "2019-01 – Present", True),
        ("work", {"endDate": "2018-12"}, "until 2018-12", False),
        ("work", {"startDate": "2018", "endDate": "2018"}, "2018", False),
        ("work", {"startDate": "2017", "endDate": "2018"}, "2017 – 2018", False),
        ("projects", {"startDate": "2019-01"}, "2019-01", False),
        ("education", {"startDate": "2019-01"}, "2019-01", False),
        ("education", {"endDate": "2018"}, "2018", False),
    ],
)
def test_a_missing_date(section: str, dates: dict[str, str], raw: str, current: bool) -> None:  # noqa: FBT001  a parameter of the test
    """Only work goes on without an end, and the end of a role is never taken for its start."""
    cv = jsonresume.read({section: [{"name": "Moss", **dates}]})
    (period,) = [entry.period for entry in cv.entries()]
    assert period is not None
    assert (period.raw, period.current) == (raw, current)
    assert (period.start, period.end) == (dates.get("startDate"), dates.get("endDate"))


def test_edited_resume() -> None:
    """A highlight added by hand is read, though nothing is known of its place."""
    written = jsonresume.write(read(PLAIN))
    written["work"][0]["highlights"].append("Planned the move to a new hall.")
    role = next(jsonresume.read(written).entries(Kind.WORK))
    assert role.items[-1].text == "Planned the move to a new hall."
    assert len({fact.id for fact in role.items}) == 3


@pytest.mark.parametrize(
    ("resume", "where"),
    [
        ({"basics": [{"name": "Ada"}]}, "'basics' an object"),
        ({"basics": {"name": ["Ada"]}}, "'basics.name' a text"),
        ({"basics": {"profiles": {"network": "Chess"}}}, "'basics.profiles' a list"),
        ({"basics": {"profiles": ["Chess"]}}, "'basics.profiles[0]' an object"),
        ({"work": {"name": "Moss"}}, "'work' a list"),
        ({"work": [{"name": "Moss"}, None]}, "'work[1]' an object"),
        ({"work": [{"name": "Moss", "startDate": ["2019"]}]}, "'work[0].startDate' a text"),
        ({"work": [{"name": "Moss", "highlights": "one"}]}, "'work[0].highlights' a list"),
        ({"work": [], "skills": [{"keywords": "Filing"}]}, "'skills[0].keywords' a list"),
        ({"work": [], "skills": [{"keywords": [{}]}]}, "'skills[0].keywords[0]' a text"),
        ({"work": [], "references": [{"reference": ["x"]}]}, "'references[0].reference' a text"),
    ],
)
def test_a_wrong_type_is_refused_by_name(resume: dict[str, object], where: str) -> None:
    """The refusal says which key has to become what."""
    with pytest.raises(Rejected, match=re.escape(where)) as refused:
        extract(json.dumps(resume).encode())
    assert refused.value.reason is Reason.CORRUPT


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ('{"basics": {"name": NaN}}', Reason.CORRUPT),
        ('{"basics": {"x": ' + "9" * 5_000 + "}}", Reason.CORRUPT),
        ('{"basics": {"name": "Ada", "x": ' + "[" * 500 + "1" + "]" * 500 + "}}", Reason.TOO_LARGE),
        ('{"work": [' + '{"name": "Moss"},' * 10_000 + '{"name": "x"}]}', Reason.TOO_LARGE),
    ],
)
def test_json_that_no_resume_needs_is_refused(raw: str, reason: Reason) -> None:
    """Endless numbers, nesting and lists end in a refusal, not in a crash."""
    with pytest.raises(Rejected) as refused:
        extract(raw.encode())
    assert refused.value.reason is reason


def test_half_a_character_is_dropped_and_said() -> None:
    """A lone surrogate is no character: nobody could print it."""
    source = extract(b'{"basics": {"name": "\\ud800Ada Fernsby"}}')
    assert [line.text for line in source.lines] == ["Ada Fernsby"]
    assert source.dropped == (Dropped(why="1 invisible characters"),)


@pytest.mark.parametrize(
    "resume",
    [
        {"projects": [{"name": "Bells", "startDate": "2019-03", "endDate": "2019-03"}]},
        {"skills": [{"name": "Python", "level": "Expert"}, {"name": "Go", "level": "Basic"}]},
        {"skills": [{"level": "Good", "keywords": ["Chess"]}, {"level": "Good"}]},
        {"work": [{"name": "Moss", "location": {"city": "Leeds", "countryCode": "GB"}}]},
        {"work": [{}], "education": [{"institution": "Thornbury", "score": 1.3}]},
    ],
)
def test_odd_but_valid_resumes_come_back(resume: dict[str, object]) -> None:
    """What is valid is the same CV again after having been written."""
    whole = {"basics": {"name": "Ada Fernsby"}, "work": [], **resume}
    cv = read(json.dumps(whole))
    assert jsonresume.read(json.loads(json.dumps(jsonresume.write(cv)))) == cv
    texts = " ".join([*jsonresume.leaves(jsonresume.write(cv)), *(p.raw for p in _periods(cv))])
    assert all(leaf in texts for leaf in jsonresume.leaves(whole))


def _periods(cv: Cv) -> list[Period]:
    return [entry.period for entry in cv.entries() if entry.period]


def test_role_and_kind_of_a_project_are_no_bullets():
    """Who somebody was in it is running text; the word for what it is, is reported."""
    project = {"name": "Tides", "highlights": ["Drew maps"], "roles": ["Owner"], "type": "app"}
    cv = jsonresume.read({"basics": {"name": "Ada"}, "projects": [project]})
    entry = next(cv.entries(Kind.PROJECTS))
    assert [fact.text for fact in entry.items] == ["Drew maps"]
    assert [fact.text for fact in entry.prose] == ["Owner"]
    assert [fact.text for fact in cv.left_over] == ["app"]
