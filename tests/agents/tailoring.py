"""A small invented CV tailored by rule: what coverage, summary, skills and letter make of it."""

from typing import NamedTuple

from agents.cv_samples import read
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.draft import Draft
from aicvgen.domain.fit import Fit
from aicvgen.domain.tailored import tailored
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import MatchJob, ParseJob, WriteLetter, WriteSection, WriteSummary
from examples import ad

_MODEL = ExtractiveModel()


class Tailored(NamedTuple):
    """What came of one CV and one ad."""

    cv: Cv
    fit: Fit
    page: Cv
    summary: str
    qualifications: tuple[str, ...]
    letter: str

    @property
    def found(self) -> set[str]:
        """The terms of the ad that the CV is evidence for."""
        return {ask.term for ask in self.fit.asked if ask.places}

    @property
    def skills(self) -> list[str]:
        """The terms of the section of skills, in its order."""
        return [term for entry in self.page.entries(Kind.SKILLS) for term in entry.terms]

    @property
    def composed(self) -> str:
        """Everything that presents the person in other words than the CV's."""
        return "\n".join((self.summary, *self.qualifications, self.letter))


def tailor(text: str, wanted: str) -> Tailored:
    """Tailor a CV in Markdown to an ad."""
    cv = read(text)
    job = _MODEL.answer(ParseJob(ad(wanted)))
    fit = _MODEL.answer(MatchJob(cv, job))
    parts = tuple(_MODEL.answer(WriteSection(cv, job, fit, unit)) for unit in fit.units)
    last = _MODEL.answer(WriteSummary(cv, job, fit, parts))
    letter = _MODEL.answer(WriteLetter(cv, job, fit))
    return Tailored(
        cv=cv,
        fit=fit,
        page=tailored(cv, Draft(parts=(*parts, last))),
        summary=" ".join(one.text for one in last.sentences),
        qualifications=tuple(one.text for one in last.qualifications),
        letter="\n".join(one.text for one in letter.sentences),
    )
