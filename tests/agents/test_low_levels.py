"""Skills that are only being learnt: they stay with what says so, and present nobody."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Kind
from aicvgen.model.extractive.levels import is_low
from aicvgen.model.extractive.mastered import mastered

_CV = """# Ada Fernsby

ada@example.org

## Experience

**Clerk**, Moss Ltd, 2019 - 2020

- Filed.

## Skills

- Tools: Word, Machine Learning
{rows}
"""


@pytest.mark.parametrize(
    "name",
    ["Learning", "Currently learning", "In progress", "Lerne gerade", "Im Aufbau", "En cours"],
)
def test_a_group_of_what_is_learnt_presents_nobody(name: str) -> None:
    """Its terms stay under its name; those of other groups are mastered."""
    cv = read(_CV.format(rows=f"- {name}: Salesforce, Tableau"))
    groups = {entry.title: entry.terms for entry in cv.entries(Kind.SKILLS)}
    assert groups[name] == ("Salesforce", "Tableau")
    known = [term for entry in mastered(cv).entries(Kind.SKILLS) for term in entry.terms]
    assert known == ["Word", "Machine Learning"]


@pytest.mark.parametrize("row", ["Kotlin (learning)", "Kotlin: in progress", "Kotlin – learning"])
def test_a_skill_that_is_learnt_keeps_the_word(row: str) -> None:
    """It is one term as written, and a low one."""
    cv = read(_CV.format(rows=f"- {row}"))
    terms = [term for entry in cv.entries(Kind.SKILLS) for term in entry.terms]
    assert [term for term in terms if "Kotlin" in term] == [row]
    assert is_low(row)


@pytest.mark.parametrize("skill", ["Machine Learning", "E-Learning", "Learning & Development"])
def test_learning_is_a_skill_too(skill: str) -> None:
    """Only the word alone says that something is not yet known."""
    assert not is_low(skill)
