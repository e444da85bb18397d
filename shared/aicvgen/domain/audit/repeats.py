"""What the tailored CV says twice and the original once."""

from collections import Counter
from collections.abc import Iterator

from aicvgen.domain.alignment import name_of, share, spoken, words
from aicvgen.domain.audit.result import AuditFinding, AuditKind
from aicvgen.domain.audit.sentences import FREE
from aicvgen.domain.claims.words.lexicon import function_words
from aicvgen.domain.cv import Cv, Entry

_ALIKE = 0.8
"""Share of common words from which two sentences of one entry say the same."""
_SHORTEST = 3
"""Words a sentence needs to be missed as a repetition: `Full time` may stand in every role."""


def repeats(original: Cv, tailored: Cv) -> Iterator[AuditFinding]:
    """Yield each repeated sentence, term and bare entry of the tailored CV.

    A summary may quote a bullet, and a bullet may stand in two roles where it did before.
    """
    once = Counter(spoken(fact.text) for entry in original.entries() for fact in entry.facts())
    seen = Counter[str]()
    for section in tailored.sections:
        if section.kind in FREE:
            continue
        for entry in section.entries:
            for text in _repeated(entry, original):
                yield _finding(text, text, entry)
            for fact in entry.facts():
                text = spoken(fact.text)
                seen[text] += 1
                if seen[text] > max(once[text], 1) and len(text.split()) >= _SHORTEST:
                    yield _finding(fact.text, fact.text, entry)
    yield from _terms(original, tailored)
    yield from _entries(original, tailored)


def _repeated(entry: Entry, original: Cv) -> Iterator[str]:
    """Yield sentences that say nearly what one before them says, where no two sources do."""
    texts = [fact.text for fact in entry.facts()]
    for at, text in enumerate(texts):
        if any(
            spoken(text) != spoken(earlier) and _is_alike(text, earlier) for earlier in texts[:at]
        ):
            known = [
                fact.text
                for source in original.entries()
                for fact in source.facts()
                if _is_alike(fact.text, text)
            ]
            if len(known) < sum(_is_alike(text, one) for one in texts):
                yield text


def _is_alike(one: str, other: str) -> bool:
    said, known = (words(text) - _joining() for text in (one, other))
    return min(len(said), len(known)) >= _SHORTEST and share(said, known) >= _ALIKE


def _joining() -> frozenset[str]:
    return function_words("en") | function_words("de")


def _terms(original: Cv, tailored: Cv) -> Iterator[AuditFinding]:
    known = max(
        (Counter(map(spoken, entry.terms)) for entry in original.entries()),
        key=lambda counted: max(counted.values(), default=0),
        default=Counter[str](),
    )
    for entry in tailored.entries():
        for term, count in Counter(map(spoken, entry.terms)).items():
            if count > max(1, known[term]):
                yield _finding(term, term, entry)


def _entries(original: Cv, tailored: Cv) -> Iterator[AuditFinding]:
    """Yield each entry that is its header alone and stands there again."""
    once = Counter(map(_bare, original.entries()))
    seen = Counter[tuple[str, ...]]()
    for entry in tailored.entries():
        header = _bare(entry)
        seen[header] += 1
        if any(header) and not any(entry.facts()) and seen[header] > max(1, once[header]):
            yield _finding(name_of(entry), name_of(entry), entry)


def _bare(entry: Entry) -> tuple[str, ...]:
    if any(entry.facts()) or entry.terms:
        return ()
    period = entry.period.raw if entry.period else ""
    return tuple(map(spoken, (entry.title, entry.organisation, entry.area, period)))


def _finding(claim: str, sentence: str, entry: Entry) -> AuditFinding:
    return AuditFinding(
        kind=AuditKind.DUPLICATE,
        claim=claim,
        sentence=sentence,
        entry=name_of(entry),
        looked_for="the same said once",
        nearest=sentence,
    )
