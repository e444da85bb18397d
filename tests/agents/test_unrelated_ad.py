"""An ad that asks for nothing the candidate has: the CV stays what it was."""

import re
from collections.abc import Iterable, Iterator

import pytest

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import SUMMARY, Draft
from aicvgen.domain.tailored import tailored, unaccounted
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import MatchJob, ParseJob, WriteSection, WriteSummary
from domain.audits import originals, read
from examples import ad, engineer, nurse

MODEL = ExtractiveModel()
UNRELATED = """
# Falconer
Larkspur Falconry

# Requirements
- Falconry
- Taxidermy
- Bell ringing
"""
CVS = {
    "engineer": engineer(),
    "nurse": nurse(),
    **{f"cv-{number}": read(text.encode()) for number, text in enumerate(originals(), start=1)},
}
_HEADER = {"title", "organisation", "area", "grade", "location", "period", "url"}
_REWRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_WRITTEN_ANEW = (Kind.SUMMARY, Kind.QUALIFICATIONS)


def _draft(cv: Cv) -> Draft:
    job = MODEL.answer(ParseJob(ad(UNRELATED)))
    fit = MODEL.answer(MatchJob(cv, job))
    assert fit.coverage == 0.0
    parts = tuple(MODEL.answer(WriteSection(cv, job, fit, unit)) for unit in fit.units)
    return Draft(parts=(*parts, MODEL.answer(WriteSummary(cv, job, fit, parts))))


@pytest.mark.parametrize("cv", CVS.values(), ids=CVS)
def test_no_header_term_or_untouched_section_changes(cv: Cv):
    """Employers, titles, dates, degrees, certificates and skills are those of the original."""
    before = {entry.id: entry for entry in _kept(cv)}
    after = {entry.id: entry for entry in _kept(tailored(cv, _draft(cv)))}
    assert list(after) == list(before)
    for entry_id, entry in after.items():
        source = before[entry_id]
        assert entry.model_dump(include=_HEADER) == source.model_dump(include=_HEADER)
        assert sorted(entry.terms) == sorted(source.terms)
        if not any(entry_id.startswith(kind) for kind in _REWRITTEN):
            assert [fact.text for fact in entry.facts()] == [fact.text for fact in source.facts()]


@pytest.mark.parametrize("cv", CVS.values(), ids=CVS)
def test_every_point_has_the_words_of_its_fact(cv: Cv):
    """Nothing is put in, nothing turned round, and what a point lacks is listed for its fact."""
    draft = _draft(cv)
    texts = {fact.id: fact.text for entry in cv.entries() for fact in entry.facts()}
    for part in draft.parts:
        listed = {left.fact for left in part.left_out}
        for sentence in part.sentences if part.unit != SUMMARY else ():
            words, own = _words(sentence.text), _words(*(texts[one] for one in sentence.cites))
            assert words == own or listed.intersection(sentence.cites), sentence.text
            assert _is_part(words, own), sentence.text


@pytest.mark.parametrize("cv", CVS.values(), ids=CVS)
def test_all_is_shown_or_listed_with_a_rule(cv: Cv):
    """Only the limits on points and words leave something out, and they say so."""
    draft = _draft(cv)
    assert unaccounted(cv, draft) == ()
    reasons = {left.reason for part in draft.parts for left in part.left_out}
    assert all(
        re.search(r"at most|key qualifications|points say|Shortened", one) for one in reasons
    )


def _kept(cv: Cv) -> Iterator[Entry]:
    for section in cv.sections:
        if section.kind not in _WRITTEN_ANEW:
            yield from section.entries


def _words(*texts: str) -> list[str]:
    return re.findall(r"\w+", " ".join(texts))


def _is_part(words: Iterable[str], own: Iterable[str]) -> bool:
    rest = iter(own)
    return all(word in rest for word in words)
