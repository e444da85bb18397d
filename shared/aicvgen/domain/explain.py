"""Why something is on the page, and why something else is not: computed from what was decided."""

from collections.abc import Iterator, Mapping

from aicvgen.domain.cv import Cv, Entry
from aicvgen.domain.draft import AD, LeftOut, Part, Sentence
from aicvgen.domain.fit import Fit, Ranked
from aicvgen.domain.job import Need
from aicvgen.domain.value import Value

_CHANGED = 0.95
"""Words that were checked against their facts, but are not the candidate's own."""
_NEEDS = {Need.MUST: "necessary", Need.NICE: "welcome", Need.DUTY: "a duty"}


class Alternative(Value):
    """What could have stood there."""

    what: str
    """Id of the fact or term."""
    why_not: str


class Explanation(Value):
    """Why one sentence is on the page."""

    decision: str
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    confidence: float
    """0 to 1: that the sentence says what the candidate wrote."""
    computed: str
    """How the confidence follows."""


class Explainer:
    """Explains the sentences of one draft."""

    def __init__(self, cv: Cv, fit: Fit) -> None:
        self._entries = {entry.id: entry for entry in cv.entries()}
        self._texts = {fact.id: fact.text for entry in cv.entries() for fact in entry.facts()}
        self._entry_of = {fact.id: entry for entry in cv.entries() for fact in entry.facts()}
        self._ranked: Mapping[str, Ranked] = {one.fact: one for one in fit.ranking}
        self._asked = {ask.term: ask for ask in fit.asked}

    def explain(self, part: Part, sentence: Sentence, at: int, among: int) -> Explanation:
        """Explain the sentence that stands at this place, from 1, among so many of its part."""
        confidence, computed = self._confidence(sentence)
        return Explanation(
            decision=f"Shown as number {at} of {among}.",
            reasons=tuple(self._reasons(part, sentence)),
            alternatives=tuple(_alternative(left) for left in part.left_out),
            confidence=confidence,
            computed=computed,
        )

    def _reasons(self, part: Part, sentence: Sentence) -> Iterator[str]:
        if part.own_words:
            yield "A wording could not be supported, so your own words stand here."
        if sentence.cites == (AD,):
            yield "It names the job that the letter is for, as the ad does."
            return
        supported = [term for term in self._terms(sentence) if term in self._asked]
        for need, said in _NEEDS.items():
            terms = [term for term in supported if self._asked[term].need is need]
            if terms:
                yield f"It is evidence for what the ad calls {said}: {', '.join(terms)}."
        if not supported:
            yield "The ad does not ask for it; it stands in the order of your CV."
        if self._is_changed(sentence):
            yield "Its wording differs from yours and was checked against it."

    def _terms(self, sentence: Sentence) -> list[str]:
        """Return the ad's terms the cited facts and entries are evidence for."""
        by_fact = [term for cite in sentence.cites for term in self._terms_of(cite)]
        return list(dict.fromkeys(by_fact))

    def _terms_of(self, cite: str) -> tuple[str, ...]:
        ranked = self._ranked.get(cite)
        if ranked is not None:
            return ranked.terms
        return tuple(term for term, ask in self._asked.items() if cite in ask.places)

    def _is_changed(self, sentence: Sentence) -> bool:
        own = [self._texts[cite] for cite in sentence.cites if cite in self._texts]
        return bool(own) and not any(_same(sentence.text, text) for text in own)

    def _confidence(self, sentence: Sentence) -> tuple[float, str]:
        entries = [entry for cite in sentence.cites if (entry := self._entry(cite)) is not None]
        reading = min((_certainty(entry) for entry in entries), default=1.0)
        wording = _CHANGED if self._is_changed(sentence) else 1.0
        computed = f"reading {reading:.0%} × wording {wording:.0%}"
        return round(reading * wording, 3), computed

    def _entry(self, cite: str) -> Entry | None:
        return self._entry_of.get(cite) or self._entries.get(cite)


def _alternative(left: LeftOut) -> Alternative:
    return Alternative(what=left.fact, why_not=left.reason)


def _certainty(entry: Entry) -> float:
    """Return how sure the least sure field of an entry was read."""
    return min((evidence.confidence for evidence in entry.evidence.values()), default=1.0)


def _same(text: str, other: str) -> bool:
    """Say whether two texts differ in their end mark at most, or one is part of the other."""
    return text.rstrip(".") in other
