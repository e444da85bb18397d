"""The summary and the key qualifications, from the candidate's own words and evidenced terms."""

from collections.abc import Iterator
from typing import NamedTuple

from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.draft import LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.mentions import Mention, mentions_of
from aicvgen.model.extractive.sentences import sentences_of
from aicvgen.model.extractive.terms import terms_in

_LONGEST = 75
_SHORTEST = 50
_MOST_QUALIFICATIONS = 10
_ENOUGH_QUALIFICATIONS = 6
_LONGEST_QUALIFICATION = 30
_MOST_LISTED = 5
_MOST_WORDS = 3


class _Phrases(NamedTuple):
    """The only words that are not the candidate's."""

    done: str
    listed: str
    also: str
    conjunction: str


_PHRASES = {
    "en": _Phrases("with experience in", "with skills in", "Skills include", "and"),
    "de": _Phrases("mit Erfahrung in", "mit Kenntnissen in", "Kenntnisse in", "und"),
}


def write_summary(cv: Cv, job: Job, fit: Fit, parts: tuple[Part, ...]) -> Part:
    """Write unit `summary` in the CV's language.

    The candidate's own summary is shortened to 75 words by leaving whole sentences out. Where it is
    short or missing, the latest title and evidenced terms make sentences, in the languages we have
    words for; years and seniority are never added.
    """
    shown = frozenset(
        cite for part in parts for sentence in part.sentences for cite in sentence.cites
    )
    mentions = mentions_of(cv, job, fit, shown)
    sentences = _own_sentences(cv, job)
    short = sum(len(sentence.text.split()) for sentence in sentences) < _SHORTEST
    if short and cv.language in _PHRASES:
        sentences += tuple(_composed(cv, mentions, sentences))
    qualifications = _qualifications(mentions)
    return Part(
        unit="summary",
        sentences=sentences,
        qualifications=qualifications,
        left_out=(*_cut(cv, sentences), *_unchosen(cv, qualifications)),
    )


def _own_sentences(cv: Cv, job: Job) -> tuple[Sentence, ...]:
    """Return the own summary; where it is too long, its first and its most relevant sentences."""
    own = [
        Sentence(text=text, cites=(fact.id,))
        for entry in cv.entries(Kind.SUMMARY)
        for fact in entry.facts()
        for text in sentences_of(fact.text)
    ]
    asked = {term.name for word in job.keywords for term in terms_in(word.term, job.language)}
    hits = [
        sum(1 for term in terms_in(sentence.text, cv.language) if term.name in asked)
        for sentence in own
    ]
    kept, length = set[int](), 0
    for index in sorted(range(len(own)), key=lambda i: (i > 0, -hits[i])):
        words = len(own[index].text.split())
        if not kept or length + words <= _LONGEST:
            kept.add(index)
            length += words
    return tuple(own[index] for index in sorted(kept))


def _composed(
    cv: Cv, mentions: tuple[Mention, ...], said: tuple[Sentence, ...]
) -> Iterator[Sentence]:
    """Yield what the own summary does not say yet: the latest title, and terms the CV supports."""
    phrases = _PHRASES[cv.language]
    title = _latest(cv)
    known = {term.name for own in said for term in terms_in(own.text, cv.language)}
    if title is not None:
        known |= {term.name for term in terms_in(title.title, cv.language)}
    new = [mention for mention in mentions if mention.key not in known and _is_short(mention.text)]
    done = [mention for mention in new if mention.done][:_MOST_LISTED]
    if title is not None and done and not said:
        terms = _listed(done, cv.language)
        yield Sentence(text=f"{title.title} {phrases.done} {terms}.", cites=_cites(done, title))
        new = [mention for mention in new if mention not in done]
    listed = [mention for mention in new if mention.listed][:_MOST_LISTED]
    if not listed:
        return
    terms = _listed(listed, cv.language)
    if title is not None and not done and not said:
        yield Sentence(text=f"{title.title} {phrases.listed} {terms}.", cites=_cites(listed, title))
    else:
        yield Sentence(text=f"{phrases.also} {terms}.", cites=_cites(listed))


def _cites(mentions: list[Mention], *titles: Entry) -> tuple[str, ...]:
    cites = (cite for mention in mentions for cite in mention.cites)
    return tuple(dict.fromkeys((*(title.id for title in titles), *cites)))


def _is_short(text: str) -> bool:
    """Say whether a term fits into a list: some CVs list half sentences as skills."""
    return len(text) <= _LONGEST_QUALIFICATION and len(text.split()) <= _MOST_WORDS


def _latest(cv: Cv) -> Entry | None:
    titled = [entry for entry in cv.entries(Kind.WORK) if entry.title]
    current = [entry for entry in titled if entry.period is not None and entry.period.current]
    return next(iter((*current, *titled)), None)


def _listed(mentions: list[Mention], language: str) -> str:
    *first, last = [mention.in_sentence(language) for mention in mentions]
    return f"{', '.join(first)} {_PHRASES[language].conjunction} {last}" if first else last


def _qualifications(mentions: tuple[Mention, ...]) -> tuple[Sentence, ...]:
    """Return what the ad asks for; where that is little, the candidate's other skills too."""
    fitting = [mention for mention in mentions if _is_short(mention.text)]
    asked = [mention for mention in fitting if mention.asked][:_MOST_QUALIFICATIONS]
    others = [mention for mention in fitting if not mention.asked and not mention.done]
    chosen = asked + others[: max(0, _ENOUGH_QUALIFICATIONS - len(asked))]
    return tuple(Sentence(text=mention.heading(), cites=mention.cites) for mention in chosen)


def _cut(cv: Cv, sentences: tuple[Sentence, ...]) -> Iterator[LeftOut]:
    for entry in cv.entries(Kind.SUMMARY):
        for fact in entry.facts():
            total = sum(1 for _ in sentences_of(fact.text))
            shown = sum(1 for sentence in sentences if sentence.cites == (fact.id,))
            if shown < total:
                most = f"The summary has at most {_LONGEST} words"
                yield LeftOut(fact=fact.id, reason=f"{most}: {shown} of {total} sentences shown.")


def _unchosen(cv: Cv, qualifications: tuple[Sentence, ...]) -> Iterator[LeftOut]:
    """Yield the own key qualifications that are not among the shown ones."""
    shown = {sentence.text.casefold() for sentence in qualifications}
    for entry in cv.entries(Kind.QUALIFICATIONS):
        for term in entry.terms:
            if term.casefold() not in shown:
                reason = "Less relevant to this ad than the key qualifications shown."
                yield LeftOut(fact=f"{entry.id}#{term}", reason=reason)
        for fact in entry.facts():
            yield LeftOut(fact=fact.id, reason="Replaced by the key qualifications for this ad.")
