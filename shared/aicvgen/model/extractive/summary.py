"""The summary and the key qualifications, from the candidate's own words and evidenced terms."""

from collections.abc import Iterator

from aicvgen.domain.counted import counted
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.draft import LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job
from aicvgen.model.extractive.composing import composed, is_short
from aicvgen.model.extractive.credentials import holds_credentials
from aicvgen.model.extractive.mentions import Mention, mentions_of
from aicvgen.model.extractive.sentences import sentences_of
from aicvgen.model.extractive.terms import terms_in
from aicvgen.model.extractive.words import words

_LONGEST = 75
_SHORTEST = 50
_MOST_QUALIFICATIONS = 10
_ENOUGH_QUALIFICATIONS = 6
_FEWEST_QUALIFICATIONS = 3


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
    for sentence in composed(cv, mentions, sentences):
        so_far = _length(sentences)
        if so_far < _SHORTEST and so_far + _length((sentence,)) <= _LONGEST:
            sentences += (sentence,)
    qualifications = _qualifications(cv, mentions)
    return Part(
        unit="summary",
        sentences=sentences,
        qualifications=qualifications,
        left_out=(*_cut(cv, sentences), *_unchosen(cv, qualifications)),
    )


def _length(sentences: tuple[Sentence, ...]) -> int:
    return sum(len(sentence.text.split()) for sentence in sentences)


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


def _qualifications(cv: Cv, mentions: tuple[Mention, ...]) -> tuple[Sentence, ...]:
    """Return what the ad asks for; where that is little, the candidate's own key qualifications.

    Empty where the list would be short, or would only repeat the section of skills; and where the
    section that it would stand for holds degrees or certificates: these give way to nothing.
    """
    if any(map(holds_credentials, cv.entries(Kind.QUALIFICATIONS))):
        return ()
    own = {entry.id for entry in cv.entries(Kind.QUALIFICATIONS)}
    fitting = [mention for mention in mentions if is_short(mention.text)]
    asked = _each_once([one for one in fitting if one.asked], cv.language)[:_MOST_QUALIFICATIONS]
    others = [one for one in fitting if not one.asked and own.issuperset(one.cites)]
    chosen = asked + others[: max(0, _ENOUGH_QUALIFICATIONS - len(asked))]
    skills = {term.casefold() for entry in cv.entries(Kind.SKILLS) for term in entry.terms}
    adds = any(one.text.casefold() not in skills for one in chosen)
    if not adds or len(chosen) < _FEWEST_QUALIFICATIONS:
        return ()
    return tuple(Sentence(text=mention.heading(), cites=mention.cites) for mention in chosen)


def _each_once(mentions: list[Mention], language: str) -> list[Mention]:
    """Leave out everyday words that another qualification says: nursing of a registered nurse."""
    said = [{word.key for word in words(one.text, language)} for one in mentions]
    return [
        one
        for at, one in enumerate(mentions)
        if not one.ordinary
        or len(said[at]) > 1
        or not any(said[at] <= other for to, other in enumerate(said) if to != at)
    ]


def _cut(cv: Cv, sentences: tuple[Sentence, ...]) -> Iterator[LeftOut]:
    for entry in cv.entries(Kind.SUMMARY):
        for fact in entry.facts():
            total = sum(1 for _ in sentences_of(fact.text))
            shown = sum(1 for sentence in sentences if sentence.cites == (fact.id,))
            if shown < total:
                most = f"The summary has at most {_LONGEST} words"
                yield LeftOut(
                    fact=fact.id, reason=f"{most}: {shown} of {counted(total, 'sentence')} shown."
                )


def _unchosen(cv: Cv, qualifications: tuple[Sentence, ...]) -> Iterator[LeftOut]:
    """Yield the own key qualifications that give way to others."""
    if not qualifications:
        return
    shown = {sentence.text.casefold() for sentence in qualifications}
    for entry in cv.entries(Kind.QUALIFICATIONS):
        for term in entry.terms:
            if term.casefold() not in shown:
                reason = "Less relevant to this ad than the key qualifications shown."
                yield LeftOut(fact=f"{entry.id}#{term}", reason=reason)
        for fact in entry.facts():
            yield LeftOut(fact=fact.id, reason="Replaced by the key qualifications for this ad.")
