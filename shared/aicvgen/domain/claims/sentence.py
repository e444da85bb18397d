"""Every claim of one sentence that its evidence does not support."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from aicvgen.domain.claims.acts.order import causes
from aicvgen.domain.claims.acts.predicate import said_to_be_done
from aicvgen.domain.claims.acts.roles import roles
from aicvgen.domain.claims.checks import OF_ENTRY, OF_FACTS, OF_HOMES
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.extent.scope import dropped_limits
from aicvgen.domain.claims.figures.anchored import misplaced_dates
from aicvgen.domain.claims.figures.authored import moved_authorships
from aicvgen.domain.claims.figures.careers import is_career
from aicvgen.domain.claims.figures.counted import unsupported_numbers
from aicvgen.domain.claims.figures.dated import begun_later, told_parts, unsupported_dates
from aicvgen.domain.claims.figures.rates import periods_stated
from aicvgen.domain.claims.figures.tallied import is_tallied
from aicvgen.domain.claims.figures.tenures import Tenure
from aicvgen.domain.claims.leaks import leaks_in
from aicvgen.domain.claims.numbers import bare, dates
from aicvgen.domain.claims.numbers.spellings import plain
from aicvgen.domain.claims.text import names
from aicvgen.domain.claims.text.abbreviations import spelled_out
from aicvgen.domain.claims.text.reading import Reading, Word, reading
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.claims.unsaid.borrowed import (
    borrowed_names,
    swapped_modifiers,
    swapped_products,
)
from aicvgen.domain.claims.unsaid.strange import strange_words
from aicvgen.domain.cv import Kind
from aicvgen.domain.draft import FindingKind

SharedNames = Callable[[str], frozenset[str]]
"""Returns the names that different spellings share, of all terms in a text: k8s → Kubernetes."""

_DOING = frozenset({Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER})
_READ = frozenset({"en", "de"})
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ])")
_KINDS = (
    ("scope", FindingKind.SCOPE),
    ("rank", FindingKind.TITLE),
    ("all", FindingKind.UNIVERSAL),
    ("each", FindingKind.UNIVERSAL),
    ("cause", FindingKind.CAUSE),
    ("up", FindingKind.DIRECTION),
    ("down", FindingKind.DIRECTION),
)
_PUNCTUATION = ".,;:!?()\"'„“”‘’"  # noqa: RUF001  quotation marks are the point


def unsupported(
    text: str, grounds: Sequence[Ground], language: str, shared_names: SharedNames
) -> Iterator[Claim]:
    """Yield every claim of a sentence that the grounds do not support.

    In English and German every word that could claim something is looked for, in other languages
    numbers, dates and names are.
    """
    if is_quote(text, grounds):
        return
    evidence = "\n".join(line for ground in grounds for line in ground.texts())
    text = dates.with_later_years(text)
    yield from leaks_in(text, evidence)
    yield from unsupported_dates(text, grounds)
    yield from told_parts(text, grounds)
    yield from begun_later(text, grounds)
    yield from misplaced_dates(text, grounds)
    yield from moved_authorships(text, grounds)
    if language in _READ:
        yield from _read_claims(text, grounds, language, shared_names, evidence)
    else:
        yield from _other_claims(text, evidence, shared_names)


def is_quote(text: str, grounds: Sequence[Ground]) -> bool:
    """Say whether a sentence is a line of the grounds or a sentence of one, word for word."""
    said = _plain(text)
    return any(
        said in {_plain(line), *map(_plain, _SENTENCE_END.split(line))}
        for ground in grounds
        for line in ground.texts()
    )


def _plain(text: str) -> str:
    """Return a text without what does not matter: case, spacing, punctuation around words."""
    words = (word.strip(_PUNCTUATION) for word in text.casefold().split())
    return f" {' '.join(filter(None, words))} "


def _read_claims(
    text: str,
    grounds: Sequence[Ground],
    language: str,
    shared_names: SharedNames,
    evidence: str,
) -> Iterator[Claim]:
    said = reading(plain(text), language)
    headers = "\n".join(line for ground in grounds for line in ground.header)
    header = reading(plain(headers), language)
    units = [reading(plain(fact), language) for ground in grounds for fact in ground.facts]
    each = [reading(plain("\n".join(_around(ground))), language) for ground in grounds]
    own = [head for ground, head in zip(grounds, each, strict=True) for _ in ground.facts]
    title = reading(plain("\n".join(ground.title for ground in grounds)), language)
    homes = _homes(said, units)
    strange = tuple(strange_words(said, units, header, homes, title))
    yield from _named(strange, said, shared_names, evidence)
    # Of several entries each says for itself how long it lasted.
    spans = [(ground.start, ground.end) for ground in grounds if len(grounds) == 1]
    facts = [plain(fact) for ground in grounds for fact in ground.facts]
    spans += [span for fact in facts for span in (*dates.spans_in(fact), *dates.apart_in(fact))]
    months = frozenset(worked for span in spans for worked in dates.months_worked(*span))
    tenures = _tenures(grounds, language)
    for number in unsupported_numbers(said, units, own, header, months):
        if is_career(number, said, tenures) or is_tallied(number, said, tenures):
            continue
        yield Claim(FindingKind.NUMBER, number.words, bare.key(number))
    yield from _periods(said, units, homes)
    yield from _roles(said, grounds, language)
    if len(grounds) == 1:
        yield from causes(said, units, homes, header)
        yield from borrowed_names(said, units, homes, header)
        yield from swapped_modifiers(said, units, homes, header)
        yield from swapped_products(said, units)
    yield from dropped_limits(said, homes, header)
    for of_homes in OF_HOMES:
        yield from of_homes(said, homes)
    for of_facts in OF_FACTS:
        yield from of_facts(said, units)
    for of_entry in OF_ENTRY:
        yield from of_entry(said, (*units, header))


def _around(ground: Ground) -> tuple[str, ...]:
    """Return what a number of an entry may stand beside; what is no job is often one line cut."""
    return ground.header if ground.kind in _DOING else ground.texts()


def _tenures(grounds: Sequence[Ground], language: str) -> tuple[Tenure, ...]:
    """Return what a summary may count up; one entry says for itself how much and how long."""
    if len(grounds) == 1:
        return ()
    return tuple(_tenure(one, language) for one in grounds)


def _tenure(ground: Ground, language: str) -> Tenure:
    listed = ("\n".join(ground.header),) if ground.title else ground.facts
    return Tenure(
        reading(plain("\n".join(ground.texts())), language),
        ground.kind,
        reading(plain(ground.organisation), language),
        dates.months_of(ground.start, ground.until),
        tuple(reading(plain(item), language) for item in listed),
    )


def _roles(said: Reading, grounds: Sequence[Ground], language: str) -> Iterator[Claim]:
    """Yield what the sentence calls the candidate and none of the entries does.

    What only opens an abbreviation calls nobody anything: Qualified Teacher Status for QTS.
    """
    units = [reading(plain(text), language) for ground in grounds for text in ground.texts()]
    opened = {said.tokens[at].text for at in spelled_out(said, units)}
    found = [
        {
            claim.words: claim
            for claim in roles(
                said,
                [reading(plain(fact), language) for fact in ground.facts],
                reading(plain(ground.title), language),
            )
        }
        for ground in grounds
    ]
    for words in dict.fromkeys(words for claims in found for words in claims):
        if not opened.issuperset(words.split()) and all(words in claims for claims in found):
            yield found[0][words]


def _periods(
    said: Reading, units: Sequence[Reading], homes: Mapping[int, Reading]
) -> Iterator[Claim]:
    """Yield each rate such as `every week` that belongs to no number and that no fact states."""
    stated = {period for unit in units for period in periods_stated(unit)}
    counted = {said.clauses[one.first] for one in said.quantities}
    for at, period in said.periods.items():
        home = homes.get(said.clauses[at])
        own = set(periods_stated(home)) if home is not None else set[str]()
        if period not in (own or stated) and said.clauses[at] not in counted:
            yield Claim(FindingKind.NUMBER, said.tokens[at].text, f"per {period}")


def _homes(said: Reading, units: Sequence[Reading]) -> dict[int, Reading]:
    """Return the fact each clause draws on: the one that shares most words with it."""
    homes = dict[int, Reading]()
    total = {
        id(unit): sum(stands(word, known((unit,)), said.language) for word in said.words)
        for unit in units
    }
    for clause in sorted({word.clause for word in said.words}):
        words = [word for word in said.words if word.clause == clause]
        counted = [
            (
                sum(_weight(word, unit) for word in words),
                total[id(unit)],
                -place,
            )
            for place, unit in enumerate(units)
        ]
        if counted and max(counted)[0]:
            homes[clause] = units[-max(counted)[2]]
    return homes


def _weight(word: Word, unit: Reading) -> int:
    """Return how much a word ties a clause to a fact: what is told of more than who led it."""
    evidence = known((unit,))
    if not word.roots.isdisjoint(evidence.roots):
        return 1 if word.labels & {"scope", "rank"} else 2
    return int(stands(word, evidence, unit.language))


def _named(
    strange: Sequence[Word], said: Reading, shared_names: SharedNames, evidence: str
) -> Iterator[Claim]:
    """Yield neighbouring strange words as one claim, unless they spell what the evidence has."""
    runs = list[list[Word]]()
    for word in strange:
        if runs and word.at == runs[-1][-1].at + 1 and _kind(runs[-1][-1]) is _kind(word):
            runs[-1].append(word)
        else:
            runs.append([word])
    acts = set(said_to_be_done(said)) if said.language == "en" else set[Word]()
    for run in runs:
        words = said.text[said.tokens[run[0].at].start : said.tokens[run[-1].at].end]
        shared = shared_names(words)
        if not shared or not shared <= shared_names(evidence) or acts.issuperset(run):
            yield Claim(_kind(run[0]), words, words.casefold())


def _kind(word: Word) -> FindingKind:
    for label, kind in _KINDS:
        if label in word.labels:
            return kind
    return (
        FindingKind.NAME if word.name or (word.text[:1].isupper() and word.at) else FindingKind.WORD
    )


def _other_claims(text: str, evidence: str, shared_names: SharedNames) -> Iterator[Claim]:
    known_numbers = bare.numbers_known(evidence)
    for claim in bare.numbers_in(text):
        if claim.key not in known_numbers:
            yield claim
    known_words = names.words_known(evidence)
    for claim in names.names_in(text):
        shared = shared_names(claim.words)
        if not names.supported(claim, known_words) and not (
            shared and shared <= shared_names(evidence)
        ):
            yield claim
