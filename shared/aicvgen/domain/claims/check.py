"""Checking a written part against the facts it cites, and falling back to their own words."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Cited, Ground
from aicvgen.domain.claims.sentence import SharedNames, unsupported
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import (
    AD,
    LETTER,
    SUMMARY,
    Finding,
    FindingKind,
    Group,
    Part,
    Sentence,
)
from aicvgen.domain.job import Job

_ANY_ENTRY = frozenset({SUMMARY, LETTER})
"""Units whose sentences may rest on any entry."""


def no_shared_names(_text: str) -> frozenset[str]:
    """Know no other spelling of anything."""
    return frozenset()


def check(
    part: Part,
    cv: Cv,
    shared_names: SharedNames = no_shared_names,
    job: Job | None = None,
    today: str = "",
) -> tuple[Finding, ...]:
    """Return every claim of the part that the facts it cites do not support.

    `today` (ISO 8601) says how long what goes on has lasted; without it, nobody knows.

    A sentence of an entry may cite that entry alone; the summary, the key qualifications and the
    letter any. Only the letter may cite the ad, and then nothing else.
    """
    cited = Cited(cv, job if part.unit == LETTER else None, today)
    in_sentence = partial(unsupported, language=cv.language, shared_names=shared_names)
    alone = partial(unsupported_term, language=cv.language, shared_names=shared_names)
    return (
        *(f for s in part.sentences for f in _check_sentence(part.unit, s, cited, in_sentence)),
        *(f for s in part.qualifications for f in _check_sentence(part.unit, s, cited, alone)),
        *_check_groups(part, cited),
    )


def own_words(part: Part, cv: Cv, findings: tuple[Finding, ...]) -> Part:
    """Put the cited facts' own words in place of each sentence that has a finding.

    What cites nothing of its own entry disappears: there are no words of the candidate behind it.
    """
    cited = Cited(cv)
    bad = frozenset(finding.sentence for finding in findings)
    sentences = list[Sentence]()
    for sentence in part.sentences:
        replaced = _quote(sentence, part.unit, cited) if sentence.text in bad else (sentence,)
        sentences += [quote for quote in replaced if quote not in sentences]
    groups = (
        Group(entry=g.entry, terms=tuple(t for t in g.terms if t in _terms(g, cited)))
        for g in part.groups
    )
    return part.model_copy(
        update={
            "sentences": tuple(sentences),
            "qualifications": tuple(s for s in part.qualifications if s.text not in bad),
            "groups": tuple(group for group in groups if group.terms),
            "own_words": True,
        }
    )


def unsupported_term(
    term: str, grounds: Sequence[Ground], language: str, shared_names: SharedNames = no_shared_names
) -> Iterator[Claim]:
    """Yield a term that stands alone, such as a skill, unless the evidence has all its words."""
    evidence = "\n".join(line for ground in grounds for line in ground.texts())
    shared = shared_names(term)
    if shared and shared <= shared_names(evidence):
        return
    if any(unsupported(term, grounds, language, no_shared_names)):
        yield Claim(FindingKind.NAME, term, term.casefold())


def _check_sentence(
    unit: str,
    sentence: Sentence,
    cited: Cited,
    find: Callable[[str, Sequence[Ground]], Iterator[Claim]],
) -> Iterator[Finding]:
    of_ad = sentence.cites == (AD,) and bool(cited.grounds(sentence.cites))
    stray = [cite for cite in sentence.cites if not of_ad and not _is_own(cite, unit, cited)]
    if stray or not sentence.cites:
        yield Finding(
            unit=unit,
            sentence=sentence.text,
            kind=FindingKind.UNCITED,
            claim=", ".join(stray),
            looked_in=sentence.cites,
        )
        return
    for claim in find(sentence.text, cited.grounds(sentence.cites)):
        yield Finding(
            unit=unit,
            sentence=sentence.text,
            kind=claim.kind,
            claim=claim.words,
            looked_in=sentence.cites,
            looked_for=claim.looked_for,
            nearest=claim.nearest,
        )


def _check_groups(part: Part, cited: Cited) -> Iterator[Finding]:
    for group in part.groups:
        known = _terms(group, cited)
        for term in group.terms:
            if term not in known:
                yield Finding(
                    unit=part.unit,
                    sentence=term,
                    kind=FindingKind.NAME,
                    claim=term,
                    looked_in=(group.entry,),
                )


def _terms(group: Group, cited: Cited) -> tuple[str, ...]:
    entry = cited.entries.get(group.entry)
    return entry.terms if entry is not None else ()


def _is_own(cite: str, unit: str, cited: Cited) -> bool:
    entry = cited.entry_of(cite)
    return entry is not None and unit in {*_ANY_ENTRY, entry.id}


def _quote(sentence: Sentence, unit: str, cited: Cited) -> Iterator[Sentence]:
    for cite in sentence.cites:
        if cite in cited.facts and _is_own(cite, unit, cited):
            yield Sentence(text=cited.facts[cite][0].text, cites=(cite,))
