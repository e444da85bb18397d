"""What a person is told about their tailored CV, as a value; how it looks is decided elsewhere."""

from collections.abc import Iterator, Sequence

from aicvgen.domain.allowance import NANO
from aicvgen.domain.authors import authors, because, only_rules
from aicvgen.domain.cautions import cautions
from aicvgen.domain.coverage import Coverage, coverage
from aicvgen.domain.cv import Cv, Doubt, Entry, Kind
from aicvgen.domain.draft import AD, LETTER, Draft, Finding, LeftOut, Part, Sentence
from aicvgen.domain.dropped import Dropped
from aicvgen.domain.explain import Explainer, Explanation
from aicvgen.domain.fit import Fit, Match
from aicvgen.domain.job import Job, Need
from aicvgen.domain.records import Call
from aicvgen.domain.run import Run
from aicvgen.domain.style import Remark, remarks
from aicvgen.domain.tailored import tailored
from aicvgen.domain.value import Value

_NO_LETTER = (
    "No letter was written: no point of your work, projects or volunteering names what the ad asks"
    " for, so it would only have been polite."
)
_NO_PHRASES = "No letter was written: letters are written for CVs in English and German only."
_LETTER_LANGUAGES = frozenset({"en", "de"})
_LEFT_OVER = "Not recognised as part of any section, so it is not on the page."


class Quote(Value):
    """Words of the original and where they stand."""

    place: str
    """A fact id, an entry id, or `<entry id>#<term>`."""
    text: str


class Wording(Value):
    """A sentence on the page beside the words it rests on."""

    text: str
    originals: tuple[Quote, ...]
    changed: bool
    """The sentence is not one of the originals word for word."""
    why: Explanation


class Rewritten(Value):
    """One separately written part of the page."""

    unit: str
    """Entry id, `skills` or `summary`."""
    heading: str
    """Title and organisation of the entry; empty for skills and summary."""
    sentences: tuple[Wording, ...]
    qualifications: tuple[Wording, ...] = ()
    own_words: bool = False
    """The check put the candidate's own words in place of a text it could not support."""


class Credit(Value):
    """Who worded some parts of the page."""

    by: str
    """The name of a model, or `rules`."""
    why: str
    """Of rules, although a model was to word it: one word, see `Call.why`."""
    because: str
    """The same in plain words."""
    parts: tuple[str, ...]
    """Their headings."""


class Spent(Value):
    """What a run's questions to language models cost."""

    dollars: float
    """US dollars; 0 where it was free."""
    requests: int
    """Sent to a service; a question that was asked before needs none."""
    unpriced: bool
    """A model is in no price table, and the dearest known price stands for it."""


class Answer(Value):
    """One requirement of the ad and the evidence for it."""

    requirement: str
    need: Need
    evidenced: tuple[str, ...]
    missing: tuple[str, ...]
    evidence: tuple[Quote, ...]
    nearest: Quote | None = None
    """Without evidence: the point that comes closest to it, for the reader to judge."""


class Omission(Value):
    """Words of the original that are not on the page."""

    original: Quote
    reason: str


class Ignored(Value):
    """Something of a file that was not taken for something it says."""

    document: str
    """`CV` or `job ad`."""
    what: Dropped


class Report(Value):
    """What changed and why, what the ad asks for, what was left out and what is in doubt."""

    run_id: str
    trace_id: str
    job_title: str
    company: str
    coverage: Coverage
    rewritten: tuple[Rewritten, ...]
    credits: tuple[Credit, ...]
    """Who worded what; empty where no model was asked to."""
    spent: Spent | None
    """What that cost; None where no model was asked."""
    warnings: tuple[str, ...]
    """What is to be known before anything else."""
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    omissions: tuple[Omission, ...]
    ignored: tuple[Ignored, ...]
    """What either file holds and was not taken for something it says."""
    doubts: tuple[Doubt, ...]
    remarks: tuple[Remark, ...]
    """What would read better otherwise."""


def report(  # noqa: PLR0913  a report is about all of these
    run: Run,
    *,
    original: Cv,
    job: Job,
    fit: Fit,
    draft: Draft,
    findings: Sequence[Finding],
    calls: Sequence[Call] = (),
) -> Report:
    """Tell what was done for a run; `findings` are those of the last check, `calls` all of it."""
    words = _Words(original)
    explainer = Explainer(original, fit)
    return Report(
        run_id=run.id,
        trace_id=run.trace_id,
        job_title=job.title,
        company=job.company,
        coverage=coverage(original, draft, fit),
        rewritten=tuple(
            _rewritten(part, words, explainer) for part in draft.parts if _says_something(part)
        ),
        credits=tuple(_credits(draft, words)),
        spent=_spent(calls) if calls else None,
        warnings=(*cautions(original, job), *_no_letter(run, draft, original)),
        answers=tuple(_answers(fit.matches, job, words)),
        findings=tuple(findings),
        omissions=tuple(_omissions(original, draft, words)),
        ignored=tuple(
            Ignored(document=document, what=dropped)
            for document, read in (("CV", original), ("job ad", job))
            for dropped in read.dropped
        ),
        doubts=original.doubts,
        remarks=remarks(tailored(original, draft)),
    )


class _Words:
    """The words behind the ids of a CV."""

    def __init__(self, cv: Cv) -> None:
        self._entries = {entry.id: entry for entry in cv.entries()}
        self._facts = {fact.id: fact.text for entry in cv.entries() for fact in entry.facts()}

    def quote(self, place: str) -> Quote:
        """Return the words of a fact, an entry or `<entry id>#<term>`."""
        entry_id, _, term = place.partition("#")
        text = term or self._facts.get(place) or self._group(place) or self.heading(entry_id)
        return Quote(place=place, text=text)

    def _group(self, place: str) -> str:
        """Return a group of skills as it stands: its name alone is evidence for nothing."""
        entry = self._entries.get(place)
        if entry is None or not place.startswith(f"{Kind.SKILLS}-"):
            return ""
        return ": ".join(filter(None, (entry.title, ", ".join(entry.terms))))

    def heading(self, entry_id: str) -> str:
        """Return title and organisation of an entry, or its terms; empty if there is none."""
        return self._entries.get(entry_id, Entry(id=entry_id)).heading


def _says_something(part: Part) -> bool:
    return bool(part.sentences or part.qualifications)


def _no_letter(run: Run, draft: Draft, original: Cv) -> Iterator[str]:
    """Yield why there is no letter although one was asked for."""
    part = draft.part(LETTER)
    if run.options.letter and (part is None or not part.sentences):
        yield _NO_LETTER if original.language in _LETTER_LANGUAGES else _NO_PHRASES


def _rewritten(part: Part, words: _Words, explainer: Explainer) -> Rewritten:
    def told(sentences: tuple[Sentence, ...]) -> tuple[Wording, ...]:
        among = len(sentences)
        return tuple(
            _wording(sentence, words, explainer.explain(part, sentence, at, among))
            for at, sentence in enumerate(sentences, start=1)
        )

    return Rewritten(
        unit=part.unit,
        heading=words.heading(part.unit),
        sentences=told(part.sentences),
        qualifications=told(part.qualifications),
        own_words=part.own_words,
    )


def _credits(draft: Draft, words: _Words) -> Iterator[Credit]:
    found = authors(draft.parts)
    if only_rules(found):
        return
    for one in found:
        parts = tuple(words.heading(unit) or unit.capitalize() for unit in one.units)
        yield Credit(by=one.by, why=one.why, because=because(one.why), parts=parts)


def _spent(calls: Sequence[Call]) -> Spent:
    return Spent(
        dollars=sum(call.nanodollars for call in calls) / NANO,
        requests=sum(call.requests for call in calls),
        unpriced=not all(call.priced for call in calls),
    )


def _wording(sentence: Sentence, words: _Words, why: Explanation) -> Wording:
    if sentence.cites == (AD,):
        originals: tuple[Quote, ...] = (Quote(place=AD, text=sentence.text),)
    else:
        originals = tuple(map(words.quote, sentence.cites))
    changed = sentence.text not in {original.text for original in originals}
    return Wording(text=sentence.text, originals=originals, changed=changed, why=why)


def _answers(matches: Sequence[Match], job: Job, words: _Words) -> Iterator[Answer]:
    texts = {requirement.id: requirement.text for requirement in job.requirements}
    for match in matches:
        yield Answer(
            requirement=texts[match.requirement],
            need=match.need,
            evidenced=match.evidenced,
            missing=tuple(term for term in match.terms if term not in match.evidenced),
            evidence=tuple(map(words.quote, match.facts)),
            nearest=words.quote(match.nearest) if match.nearest else None,
        )


def _omissions(original: Cv, draft: Draft, words: _Words) -> Iterator[Omission]:
    for part in draft.parts:
        yield from (_omission(left, words) for left in part.left_out)
    for fact in original.left_over:
        yield Omission(original=Quote(place=fact.id, text=fact.text), reason=_LEFT_OVER)
    for dropped in original.dropped:
        if dropped.text:
            quote = Quote(place=dropped.where, text=dropped.text)
            yield Omission(original=quote, reason=dropped.why)


def _omission(left: LeftOut, words: _Words) -> Omission:
    return Omission(original=words.quote(left.fact), reason=left.reason)
