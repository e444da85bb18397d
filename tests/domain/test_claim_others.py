"""Whose act it was, what an award was for, what a thing is only a part of."""

import pytest

from aicvgen.domain.claims.check import check
from aicvgen.domain.cv import Contact, Cv, Entry, Fact, Kind, Section
from aicvgen.domain.draft import SUMMARY, Part, Sentence

_ACCOUNTS = "Kept the books to trial balance; the year-end accounts were done by Rowe & Partners"
_PRIZE = "Made eight kinds of sausage; my dry-cured bacon won bronze at the county fair"
_MODULE = "Took a degree module in stroke care"


def _found(sentence: str, *facts: str) -> list[str]:
    items = tuple(Fact(id=f"work-1/{n}", text=text) for n, text in enumerate(facts, start=1))
    entry = Entry(id="work-1", title="Clerk", organisation="Acme", items=items)
    skills = Entry(id="skills-1", terms=("Spring", "Spark", "React", "AWS"))
    cv = Cv(
        language="en",
        contact=Contact(name="Kim Example"),
        sections=(
            Section(kind=Kind.WORK, heading="Work", entries=(entry,)),
            Section(kind=Kind.SKILLS, heading="Skills", entries=(skills,)),
        ),
    )
    cites = (*(item.id for item in items), *(() if items else ("work-1", "skills-1")))
    said = Sentence(text=sentence, cites=cites)
    return [finding.claim for finding in check(Part(unit=SUMMARY, sentences=(said,)), cv)]


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("Audited charts with the sister, who presented the results", "Presented the results"),
        ("Traced a fault; the supplier replaced 90 units", "Traced a fault and replaced 90 units"),
        (_ACCOUNTS, "Kept the books and the year-end accounts"),
        (_PRIZE, "Made eight kinds of sausage, one of which won bronze at the county fair"),
        (_MODULE, "Took a degree in stroke care"),
        (
            "Ran payroll for 38 staff, including 9 drivers",
            "Ran payroll for 38 staff plus 9 drivers",
        ),
        ("Planned routes across northern England", "Planned routes across England"),
        ("Planned 3 halls with 90 lorries a day", "Planned 3 halls with 90 lorries per hall a day"),
        ("Took two call-outs a month on average", "Took at most two call-outs a month"),
        ("Served guests before 6 am", "Served guests after 6 am"),
        ("No complaint in 2020", "Had no complaint"),
    ],
)
def test_what_was_anothers_or_only_a_part_is_found(fact: str, sentence: str):
    """Another's act, another's prize or a part told as one's own or the whole is a claim."""
    assert _found(sentence, fact)


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("Audited charts with the sister, who presented the results", "Audited charts"),
        (_PRIZE, "Won bronze at the county fair with my dry-cured bacon"),
        (_MODULE, "Did a module in stroke care at degree level"),
        ("Cut the build from 50 minutes to 18 with caching", "By caching, cut the build by 32 min"),
        ("Worked alone from 10 pm to 6 am", "Worked alone for eight hours, from 10 pm to 6 am"),
        ("Grew readers from 12 to 27 in two years", "Over two years readers grew from 12 to 27"),
        ("Wrote letters without a late reply", "Wrote letters with no late replies"),
        ("Attended about 7 jobs a shift", "Attended about seven jobs in each shift"),
    ],
)
def test_the_same_in_another_construction_is_left_alone(fact: str, sentence: str):
    """Who did it and how much may be told in another construction."""
    assert not _found(sentence, fact)


@pytest.mark.parametrize("listed", ["AWS, Spring, Spark and React", "AWS, React and Spring"])
def test_skill_named_like_a_season(listed: str):
    """A skill stands wherever it is in a list of skills."""
    assert not _found(f"Clerk with skills in {listed}.")
