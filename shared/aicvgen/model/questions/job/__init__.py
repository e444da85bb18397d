"""Reading a job ad: the rules read it, and a model is asked where they find next to nothing.

The reply points to what the ad says; every word of the answer is the ad's own.
"""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Contact
from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.domain.value import Value
from aicvgen.model.extractive.cv import reach
from aicvgen.model.extractive.job import is_marked, parse_job
from aicvgen.model.extractive.job.blocks import blocks_of
from aicvgen.model.extractive.job.keywords import keywords_of
from aicvgen.model.extractive.job.praise import behind_praise
from aicvgen.model.extractive.job.requirements import requirement_terms
from aicvgen.model.extractive.job.statements import Statement, statements_of
from aicvgen.model.extractive.job.topics import Topic
from aicvgen.model.hiding import Hiding
from aicvgen.model.question import Question
from aicvgen.model.questions.job.ad import Ad, Demand, asked_in
from aicvgen.model.questions.words import Words
from aicvgen.model.task import ParseJob

_MOST_CHARACTERS = 20_000
_TERM_WORDS = 6
_TITLE_WORDS = 14
_MOST_LOST = 0.5
"""Of the terms of an ad in which nothing is marked: much in it is about something else."""
_TOPICS = {Need.MUST: Topic.MUST, Need.NICE: Topic.NICE, Need.DUTY: Topic.DUTY}


class Asked(Value):
    """One thing the ad asks for, or one duty."""

    line: int
    text: str = ""
    """Empty for the whole line."""
    need: Need
    terms: tuple[str, ...] = ()


class JobReply(Value):
    """What the ad says, in its order."""

    title: tuple[Words, ...] = ()
    requirements: tuple[Asked, ...]


def job_question(task: ParseJob) -> Question[JobReply, Job] | None:
    """Return the question; None where the rules read an ad as ads are.

    Raises `Rejected` as the rules do.
    """
    job = parse_job(task.source)
    blocks = blocks_of(task.source)
    ad = Ad(job, blocks, is_marked(statements_of(blocks, job.language), job.language))
    if not ad.unsure or sum(len(block.text) for block in blocks) > _MOST_CHARACTERS:
        return None
    hiding = Hiding(Contact(), reach.spans)
    lines = {number: hiding.hide(block.text) for number, block in enumerate(blocks, start=1)}
    values = {"language": job.language, "title": hiding.hide(job.title), "lines": lines}
    return Question(task.name, values, JobReply, lambda reply: _answer(ad, hiding, reply))


def _answer(ad: Ad, hiding: Hiding, reply: JobReply) -> Job:
    """Return the ad with what the reply points to; raises ValueError for what is not in it."""
    title = ad.job.title or _title(ad, hiding, reply)
    ignored = frozenset(re.findall(r"\w+", f"{title} {ad.job.company}".casefold()))
    told: list[Demand] = []
    for each in reply.requirements:
        demand = _demand(ad, hiding, each, ignored)
        if any(demand.meets(other) for other in told):
            raise ValueError(f"line {each.line}: the same words are two requirements")
        told.append(demand)
    kept = [one for one in ad.read() if not any(one.meets(other) for other in told)]
    demands = sorted([*told, *kept], key=lambda one: (one.at, one.start))
    requirements = tuple(
        Requirement(id=f"req-{number}", text=one.text, need=one.need, terms=one.terms)
        for number, one in enumerate(demands, start=1)
    )
    _check(ad, requirements)
    keywords = keywords_of(title, requirements, ad.job.language)
    update = {"title": title, "requirements": requirements, "keywords": keywords}
    return ad.job.model_copy(update=update)


def _title(ad: Ad, hiding: Hiding, reply: JobReply) -> str:
    texts = [_found(ad, each.line, hiding.restore(each.text))[1] for each in reply.title[:1]]
    if any(len(text.split()) > _TITLE_WORDS for text in texts):
        raise ValueError(f"a title has at most {_TITLE_WORDS} words")
    return "".join(texts)


def _demand(ad: Ad, hiding: Hiding, asked: Asked, ignored: frozenset[str]) -> Demand:
    start, text = _found(ad, asked.line, hiding.restore(asked.text))
    terms = [_term(hiding.restore(term).strip(), text, asked.line) for term in asked.terms]
    statement = Statement(text, _TOPICS[asked.need])
    known = requirement_terms(statement, ad.job.language, ignored)
    every = sorted({*terms, *known}, key=lambda term: (text.find(term), term))
    return Demand(asked.line - 1, start, text, asked.need, tuple(every))


def _found(ad: Ad, line: int, wanted: str) -> tuple[int, str]:
    """Return where words begin in a line, and the words out of the line itself."""
    if not 1 <= line <= len(ad.blocks):
        raise ValueError(f"line {line} was not sent")
    text = ad.blocks[line - 1].text
    found = re.search(rf"(?<!\w){re.escape(wanted.strip())}(?!\w)", text)
    if wanted and found is None:
        raise ValueError(f"line {line} does not have these words")
    return (found.start(), found[0]) if wanted and found else (0, text)


def _term(term: str, text: str, line: int) -> str:
    if not term or not re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text):
        raise ValueError(f"line {line} does not have one of these terms")
    if len(term.split()) > _TERM_WORDS:
        raise ValueError(f"line {line}: a term has at most {_TERM_WORDS} words")
    return term[behind_praise(term) :]


def _check(ad: Ad, requirements: Sequence[Requirement]) -> None:
    """Raise ValueError where the ad asks for less than before, or for little of what it names."""
    least = asked_in(ad.job.requirements) if ad.marked else 1
    if asked_in(requirements) < least:
        raise ValueError(f"the ad asks for more: {least} things at least")
    before = {term.casefold() for one in ad.job.requirements for term in one.terms}
    after = {term.casefold() for one in requirements for term in one.terms}
    if len(before - after) > _MOST_LOST * len(before):
        raise ValueError("most of what the ad names is in no requirement")
