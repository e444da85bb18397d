"""What an ad says about the position itself: title, company, place, seniority, mode, salary."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from aicvgen.model.extractive.cv.lexicon import title_score
from aicvgen.model.extractive.job.blocks import Block
from aicvgen.model.extractive.job.company import AT, beside_title, company_of
from aicvgen.model.extractive.job.labels import labelled
from aicvgen.model.extractive.job.place import labelled_location, location_of, mode_of, office_of
from aicvgen.model.extractive.job.salary import salary_of
from aicvgen.model.extractive.job.title import plain_title, title_of
from aicvgen.model.extractive.sentences import clauses_of

_SENIORITY = re.compile(
    r"\b(intern(?:ship)?|working student|werkstudent(?:in)?|praktikant(?:in)?|praktikum|trainee|"
    r"apprentice(?:ship)?|auszubildende[rn]?|azubi|ausbildung|graduate|entry[- ]level|junior|"
    r"mid[- ]level|senior|sr\.|sénior|staff(?= (?:\w+ )?(?:engineer|developer|scientist|designer))|"
    r"lead|principal|head|director|chief|vice president|deputy|leiter(?:in)?|\w+leiter(?:in)?|"
    r"leitung|\w+leitung|leitende[rn]?|meister(?:in)?|chef(?:fe)?(?= d(?:e |')(?:projet|équipe|"
    r"service|produit|secteur|rayon))|supervisor|stagiaire|"
    r"stage|alternan(?:ce|te?)|apprentie?|débutante?|confirmée?|becari[oa]|prácticas|jef[ea]|"
    r"directeur|directrice|directora?|responsable|tirocinante|responsabile|estagiári[oa]|stagiair|"
    r"postdoc\w*|doktorand(?:in)?|professur|professor(?:in)?)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 400
"""Characters of a sentence that are looked at."""
_LONG = 4_000
_MOST = 400


class Header(NamedTuple):
    """The position; empty where the ad does not say."""

    title: str
    company: str
    location: str
    seniority: str
    work_mode: str
    salary: str


def header_of(blocks: tuple[Block, ...]) -> Header:
    """Read the position from labels, the first lines and the sentence that says who is wanted."""
    title, line = title_of(blocks)
    texts = tuple(_sentences(blocks))
    office, office_place = office_of(blocks)
    company = office or company_of(blocks, texts, title, line)
    beside = beside_title(blocks, line)
    beside_place = beside[2].strip() if beside and beside[1].strip() == company else ""
    location = (
        office_place
        or labelled_location(blocks)
        or beside_place
        or location_of(blocks, texts, line, company)
    )
    at = AT.match(title)
    title = plain_title(
        _without_unit(_without(at[1] if at and company in at[2] else title, company))
    )
    seniority = _SENIORITY.search(title)
    return Header(
        title=title,
        company=company,
        location=location,
        seniority=labelled("seniority", blocks) or (seniority[1] if seniority else ""),
        work_mode=mode_of(blocks, (location, line, "\n".join(texts))),
        salary=salary_of(labelled("salary", blocks), texts),
    )


def _sentences(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the sentences that may say what the position is: the first ones, at a usual length."""
    sentences = (sentence for block in blocks for sentence in clauses_of(block.text[:_LONG]))
    yield from islice((sentence[:_LONGEST] for sentence in sentences), _MOST)


def _without_unit(title: str) -> str:
    """Return a title without the unit that a colon parts from it: 'Office of Roads: Engineer'."""
    unit, colon, rest = title.partition(": ")
    return rest if colon and title_score(rest) and not title_score(unit) else title


def _without(title: str, company: str) -> str:
    """Return a title without the employer that a dash parts from it."""
    if not company:
        return title
    name = re.escape(company)
    return re.sub(rf"\s+[-\u2013\u2014|]\s+{name}$|^{name}\s+[-\u2013\u2014|]\s+", "", title)
