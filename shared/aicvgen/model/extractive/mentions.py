"""Terms the CV supports, ready to be named in a sentence or as a key qualification."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from aicvgen.domain.claims.words.wordnet import senses
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.fit import Fit
from aicvgen.domain.job import Job, Need
from aicvgen.model.extractive.cv.lexicon import is_degree, title_score
from aicvgen.model.extractive.evidence import Piece, Wanted, is_evidence, pieces_of, wanted
from aicvgen.model.extractive.mastered import beside, mastered
from aicvgen.model.extractive.ordinary import is_phrase
from aicvgen.model.extractive.presentable import LISTED, is_whole, lists_skills, presents

_DONE = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_NEED_ORDER = (Need.MUST, Need.NICE, Need.DUTY)
_SKILLS = re.compile(
    r"\b(?:communication|soft|people|social|interpersonal) skills?$|(?:kenntnisse|fähigkeiten)$"
    r"|^(?:führerschein|fahrerlaubnis|driv(?:ing|er['’]?s?) licen[cs]e)",
    re.IGNORECASE,
)
"""A sentence that lists skills does not call one of them so again, nor a licence a skill."""
_BESIDE = re.compile(r"(?<=\w)\s*\([^()]*\)$")
"""A level, or examples: Python (pandas) is Python."""
_MOST_CITES = 2


class Mention(NamedTuple):
    """A term the CV supports, spelled as the CV spells it."""

    text: str
    key: str
    """The same for all spellings of one thing."""
    cites: tuple[str, ...]
    done: bool
    """A role or project says it was used; otherwise it is only a title, a degree or listed."""
    listed: bool
    """It stands among the candidate's skills or key qualifications."""
    asked: bool
    """The ad names it."""
    named: bool
    """Running text spells it with a capital within a sentence: Epic, and no list's Organization."""
    ordinary: bool
    """Ordinary words, project management for example, not a name such as Python."""

    def is_skill(self, language: str) -> bool:
        """Say whether a sentence can list it: no job title, no degree, no word of unclear case.

        In English a capital may be a name's or only a list's: Rancher and Organization.
        """
        if title_score(self.text) or (is_degree(self.text) and not self.key[:1].isupper()):
            return False
        if _SKILLS.search(self.text):
            return False
        unclear = self.text[:1].isupper() and self.text[1:].islower() and self.key[:1].islower()
        known = self.named or self.ordinary or " " in self.text or not senses(self.text.casefold())
        return language == "de" or not unclear or known

    def in_sentence(self, language: str) -> str:
        """Return the term as it stands inside a sentence: English words that are no names small."""
        known = self.ordinary and self.text[1:].islower()
        if language == "de" or not (known or is_phrase(self.text)):
            return self.text
        return self.text[:1].lower() + self.text[1:]

    def heading(self) -> str:
        """Return the term as it stands alone: with a capital, unless its spelling is a name's."""
        small = self.ordinary or (" " in self.text and self.text.islower())
        return self.text[:1].upper() + self.text[1:] if small else self.text


def mentions_of(cv: Cv, job: Job, fit: Fit, shown: frozenset[str]) -> tuple[Mention, ...]:
    """Return the ad's evidenced terms, musts first, then the candidate's other listed terms.

    Only what presents a person: no everyday noun that some bullet happens to hold. Facts in `shown`
    are on the page and cited before others. What the candidate only knows a little of is no
    mention: it stays in its list, where its level stands beside it.
    """
    low = _listed_keys(cv)
    cv = mastered(cv)
    pieces = pieces_of(cv)
    known = _listed_keys(cv)
    found = dict[str, Mention]()
    for want in _asked(job, fit):
        mention = _mention(want, pieces, known.get(want.key, ""), cv.language, shown)
        if mention is not None:
            found.setdefault(mention.key, mention)
    for entry in filter(lists_skills, cv.entries(*LISTED)):
        for term in filter(is_whole, entry.terms):
            mention = _listed(term, wanted(_BESIDE.sub("", term), cv.language), entry.id)
            found.setdefault(mention.key, mention)
    return tuple(one for key, one in found.items() if key in known or key not in low)


def _listed_keys(cv: Cv) -> dict[str, str]:
    """Return, by its key, each skill that is listed with a level, as the CV writes both."""
    parts = [
        (term, beside(term, cv.language)) for entry in cv.entries(*LISTED) for term in entry.terms
    ]
    return {wanted(skill, cv.language).key: term for term, (skill, level) in parts if level}


def _asked(job: Job, fit: Fit) -> Iterator[Wanted]:
    weights = {wanted(word.term, job.language).key: word.weight for word in job.keywords}
    for need in _NEED_ORDER:
        terms = [
            wanted(term, job.language)
            for match in fit.matches
            if match.need is need
            for term in match.evidenced
        ]
        yield from sorted(terms, key=lambda want: -weights.get(want.key, 0.0))


def _mention(
    want: Wanted, pieces: tuple[Piece, ...], levelled: str, language: str, shown: frozenset[str]
) -> Mention | None:
    """Return a term as the CV names it, with the level (`levelled`) that its list says.

    None where the CV only says it in other words.
    """
    named = [
        (spelling, piece)
        for piece in pieces
        if is_evidence(piece, want, language) and (spelling := _spelling(want, piece))
    ]
    listed = [spelling for spelling, piece in named if piece.kind in LISTED and not piece.is_fact]
    spelled = next(iter((*listed, *(spelling for spelling, _ in named))), "")
    text = levelled or spelled
    if not spelled or not presents(want, text, [piece for _, piece in named], language):
        return None
    same = [piece for spelling, piece in named if spelling.casefold() == spelled.casefold()]
    done = [piece for piece in same if piece.kind in _DONE and piece.is_fact]
    best = sorted(done or same, key=lambda piece: piece.id not in shown)[:_MOST_CITES]
    return Mention(
        text=text,
        key=want.key,
        cites=tuple(piece.id for piece in best),
        done=bool(done),
        listed=bool(listed),
        asked=True,
        named=any(_is_named(text, piece.text) for piece in done),
        ordinary=_is_ordinary(want),
    )


def _listed(term: str, want: Wanted, entry: str) -> Mention:
    return Mention(
        text=term,
        key=want.key,
        cites=(entry,),
        done=False,
        listed=True,
        asked=False,
        named=False,
        ordinary=_is_ordinary(want),
    )


def _is_named(text: str, sentence: str) -> bool:
    within = re.search(rf"[a-z,(] {re.escape(text)}(?!\w)", sentence)
    return text[:1].isupper() and within is not None


def _is_ordinary(want: Wanted) -> bool:
    return want.name is not None and want.name[:1].islower()


def _spelling(want: Wanted, piece: Piece) -> str:
    if want.name is None:
        found = re.search(rf"(?<!\w){re.escape(want.term)}(?!\w)", piece.text, re.IGNORECASE)
        return found[0] if found else ""
    return next((t.written for t in piece.terms if t.name == want.name and t.listed), "")
