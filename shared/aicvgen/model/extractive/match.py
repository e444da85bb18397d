"""Which facts answer which requirement, how much of the ad is covered, what matters most."""

from collections import Counter
from collections.abc import Iterator, Mapping

from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.fit import Asked, Fit, Match, Ranked
from aicvgen.domain.job import Job, Need, Requirement
from aicvgen.model.extractive.evidence import Piece, Wanted, is_evidence, pieces_of, wanted
from aicvgen.model.extractive.words import Word, words

_WRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_HEAVIEST = (Need.MUST, Need.NICE, Need.DUTY)
_MUST_WEIGHT = 2.0
_WORD_SHARE = 0.05
"""What a fact gains at most by sharing everyday words with the ad: never more than a term."""
_NEAREST = 0.2
"""What a fact gains as the nearest to a requirement that nothing is evidence for: more than a
figure or a result."""
_SHORTEST_WORD = 5
_FEWEST_SHARED = 0.5
"""Words a fact shares with a requirement; one that two facts say is half a word."""

_Ledger = Mapping[str, tuple[Piece, ...]]
"""By the key of a term, the pieces that are evidence for it, in the order of the source."""


def match(cv: Cv, job: Job) -> Fit:
    """Return the ledger of requirements and evidence; the same CV and ad always give the same."""
    pieces = pieces_of(cv)
    terms = {want.key: want for need in job.requirements for want in _wanted(need, job)}
    ledger = {
        name: tuple(piece for piece in pieces if is_evidence(piece, want, cv.language))
        for name, want in terms.items()
    }
    matches = tuple(
        _match(requirement, job, ledger, pieces, cv.language) for requirement in job.requirements
    )
    near = frozenset(match.nearest for match in matches if match.nearest is not None)
    return Fit(
        matches=matches,
        asked=tuple(_asked(job, ledger)),
        ranking=_ranking(pieces, job, ledger, near, cv.language),
        units=_units(cv),
    )


def _wanted(requirement: Requirement, job: Job) -> tuple[Wanted, ...]:
    return tuple(wanted(term, job.language) for term in requirement.terms)


def _match(
    requirement: Requirement,
    job: Job,
    ledger: _Ledger,
    pieces: tuple[Piece, ...],
    language: str,
) -> Match:
    wants = _wanted(requirement, job)
    support = dict[str, int]()
    own_summary = set[str]()
    for want in wants:
        for piece in ledger[want.key]:
            support[piece.id] = support.get(piece.id, 0) + 1
            if piece.kind is Kind.SUMMARY:
                own_summary.add(piece.id)
    return Match(
        requirement=requirement.id,
        need=requirement.need,
        terms=requirement.terms,
        evidenced=tuple(want.term for want in wants if ledger[want.key]),
        facts=tuple(sorted(support, key=lambda piece: (piece in own_summary, -support[piece]))),
        nearest=None if support else _nearest(requirement, pieces, language),
    )


def _nearest(requirement: Requirement, pieces: tuple[Piece, ...], language: str) -> str | None:
    """Return the fact that shares most long words with a requirement, rare ones before others."""
    asked = _long_words(words(requirement.text, language))
    said = {
        piece.id: _long_words(piece.words)
        for piece in pieces
        if piece.is_fact and piece.kind is not Kind.SUMMARY
    }
    often = Counter(word for own in said.values() for word in own)
    shared = {fact: sum(1 / often[word] for word in own & asked) for fact, own in said.items()}
    best = max(shared, key=lambda fact: shared[fact], default=None)
    return best if best is not None and shared[best] >= _FEWEST_SHARED else None


def _asked(job: Job, ledger: _Ledger) -> Iterator[Asked]:
    """Yield every term once, under its first spelling and with its heaviest need."""
    spelled, needs = dict[str, str](), dict[str, Need]()
    for requirement in job.requirements:
        for want in _wanted(requirement, job):
            spelled.setdefault(want.key, want.term)
            needs[want.key] = min(
                requirement.need, needs.get(want.key, requirement.need), key=_HEAVIEST.index
            )
    for name, term in spelled.items():
        yield Asked(
            term=term,
            need=needs[name],
            weight=_MUST_WEIGHT if needs[name] is Need.MUST else 1.0,
            places=tuple(piece.id for piece in ledger[name]),
        )


def _ranking(
    pieces: tuple[Piece, ...], job: Job, ledger: _Ledger, near: frozenset[str], language: str
) -> tuple[Ranked, ...]:
    weights = {wanted(word.term, job.language).key: word.weight for word in job.keywords}
    spelling = {want.key: want.term for need in job.requirements for want in _wanted(need, job)}
    supported = dict[str, list[str]]()
    for name, evidence in ledger.items():
        for piece in evidence:
            supported.setdefault(piece.id, []).append(name)
    asked = frozenset[str]().union(
        *(_long_words(words(requirement.text, language)) for requirement in job.requirements)
    )
    ranked = []
    for piece in pieces:
        if piece.is_fact:
            names = supported.get(piece.id, [])
            gain = sum(weights.get(name, 0.0) for name in names)
            gain += _NEAREST if piece.id in near and not names else 0.0
            score = round(gain + _WORD_SHARE * _shared(piece, asked), 6)
            ranked.append(
                Ranked(fact=piece.id, score=score, terms=tuple(spelling[name] for name in names))
            )
    return tuple(sorted(ranked, key=lambda fact: -fact.score))


def _shared(piece: Piece, asked: frozenset[str]) -> float:
    said = _long_words(piece.words)
    return len(said & asked) / len(said) if said else 0.0


def _long_words(said: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(word.key for word in said if len(word.text) >= _SHORTEST_WORD)


def _units(cv: Cv) -> tuple[str, ...]:
    written = tuple(entry.id for entry in cv.entries(*_WRITTEN))
    has_skills = any(entry.terms for entry in cv.entries(Kind.SKILLS))
    return (*written, "skills") if has_skills else written
