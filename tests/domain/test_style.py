"""Remarks name the rule, the place and what to do."""

import pytest

from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Section
from aicvgen.domain.style import Rule, remarks
from examples import engineer, facts


def _cv(*texts: str, language: str = "en") -> Cv:
    entry = Entry(id="work-1", title="Baker", items=facts("work-1", *texts))
    rest = (
        Section(kind=Kind.EDUCATION, heading="", entries=(Entry(id="education-1", title="BSc"),)),
        Section(kind=Kind.SKILLS, heading="", entries=(Entry(id="skills-1", terms=("tea",)),)),
    )
    return Cv(
        language=language,
        contact=Contact(name="Kim Beispiel", email="kim@example.org"),
        sections=(Section(kind=Kind.WORK, heading="", entries=(entry,)), *rest),
    )


_GOOD = "Baked bread for two hundred guests a day."


@pytest.mark.parametrize(
    ("texts", "language", "rules"),
    [
        ((_GOOD,), "en", []),
        (("Baked bread.",), "en", [Rule.LENGTH]),
        ((f"{_GOOD} " * 5,), "en", [Rule.LENGTH]),
        ((_GOOD, "Baked rolls for three hundred guests a day."), "en", [Rule.REPETITION]),
        (("The bread for two hundred guests a day.",), "en", [Rule.OPENING]),
        (("Manage the bread for two hundred guests daily.",), "en", []),
        (("Zubereitung von Brot für zweihundert Gäste am Tag.",), "de", []),
        (("Das Brot für zweihundert Gäste an jedem Tag.",), "de", [Rule.OPENING]),
        (("Das Brot für zweihundert Gäste am Tag gebacken.",), "de", []),
        (("Du pain pour deux cents personnes par jour.",), "fr", []),
    ],
)
def test_each_rule_is_named(texts: tuple[str, ...], language: str, rules: list[Rule]):
    """A good point has no remark, each fault its own."""
    assert [remark.rule for remark in remarks(_cv(*texts, language=language))] == rules


def test_length_sections_and_contact_are_looked_at():
    """Three pages, no skills and no way to reach the person are three remarks."""
    bare = Cv(contact=Contact(name="Kim"), sections=_cv(_GOOD).sections[:2])
    assert [(one.rule, one.where) for one in remarks(bare, pages=3)] == [
        (Rule.PAGES, "page"),
        (Rule.SECTION, "skills"),
        (Rule.SECTION, "contact"),
    ]
    assert remarks(engineer(), pages=2) == remarks(engineer())
