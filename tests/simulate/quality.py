"""What a delivered CV is worth, seen from outside: an oracle that knows nothing of our checks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from statistics import mean, median
from typing import Any

from aicvgen.documents.extract import extract
from aicvgen.domain.audit import audit
from aicvgen.domain.cv import Cv, Entry, Kind
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.model.extractive.terms import names_in

_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_NAME = re.compile(r"(?<![.!?:;] )(?<=\s)[A-ZÄÖÜ][\w&+#.-]*\w")
_BULLETS = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)
_COMPOSED = frozenset({"summary"})


@dataclass
class Quality:
    """Figures over many delivered CVs."""

    before: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    ads_words: list[tuple[float, float]] = field(default_factory=list)
    top_half: list[float] = field(default_factory=list)
    pages: Counter[int] = field(default_factory=Counter)
    left_out: list[int] = field(default_factory=list)
    bullets: list[int] = field(default_factory=list)
    repeated: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, original: Cv, pdf: bytes, told: Mapping[str, Any]) -> None:
        """Look at one delivered PDF and its report."""
        source = extract(pdf)
        read = parse_cv(source)
        self.wrong += [f"{name}: {line}" for line in _untrue(original, read, told)]
        covered = told["coverage"]
        self.before.append(covered["before"])
        self.after.append(covered["after"])
        self.ads_words.append(
            (covered["in_the_ads_words_before"], covered["in_the_ads_words_after"])
        )
        visible = _visible_musts(source.lines, covered["terms"], original.language)
        self.top_half += [] if visible is None else [visible]
        self.pages[source.pages] += 1
        self.left_out.append(len(told["omissions"]))
        written = [fact.text for entry in read.entries(*_BULLETS) for fact in entry.items]
        self.bullets += [len(text.split()) for text in written]
        self.repeated += sum(_repeated(entry) for entry in read.entries(*_BULLETS))

    def figures(self) -> Mapping[str, str]:
        """Return what is printed."""
        words_before, words_after = zip(*self.ads_words, strict=True)
        return {
            "audit and oracle": f"{len(self.wrong)} findings",
            "coverage before → after": f"{mean(self.before):.1%} → {mean(self.after):.1%}",
            "in the ad's words": f"{mean(words_before):.1%} → {mean(words_after):.1%}",
            "evidenced musts, top half of page 1": f"{mean(self.top_half):.1%}",
            "pages": ", ".join(f"{n}: {count}" for n, count in sorted(self.pages.items())),
            "left out per CV": f"median {median(self.left_out):.0f}, most {max(self.left_out)}",
            "words of a bullet": f"{min(self.bullets)} to {max(self.bullets)},"
            f" median {median(self.bullets):.0f}",
            "bullets that open as another one": f"{self.repeated} of {len(self.bullets)}",
        }


def _untrue(original: Cv, read: Cv, told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the audit finds, and every figure or name that its source does not have."""
    result = audit(original, read, partial(names_in, language=original.language))
    yield from (f"{one.kind}: {one.claim!r} in {one.sentence!r}" for one in result.findings)
    everything = "\n".join(text for entry in original.entries() for text in _texts(entry))
    of_entry = {entry.id: "\n".join(_texts(entry)) for entry in original.entries()}
    for part in told["rewritten"]:
        source = everything if part["unit"] in _COMPOSED else of_entry[part["unit"]]
        for sentence in (*part["sentences"], *part["qualifications"]):
            yield from _strange(sentence["text"], source, original.language)


def _strange(text: str, source: str, language: str) -> Iterator[str]:
    known = names_in(source, language)
    for pattern in (_FIGURE, _NAME):
        for token in pattern.findall(text):
            names = names_in(token, language)
            if token.casefold() not in source.casefold() and not (names and names <= known):
                yield f"oracle: {token!r} in {text!r}"


def _texts(entry: Entry) -> Iterator[str]:
    yield from (entry.title, entry.organisation, entry.area, entry.grade, entry.location, entry.url)
    yield from entry.terms
    yield from (fact.text for fact in entry.facts())
    if entry.period is not None:
        yield entry.period.raw


def _visible_musts(
    lines: Iterable[Line], terms: Iterable[Mapping[str, Any]], language: str
) -> float | None:
    """Return the share of the evidenced musts named in the top half of page one."""
    musts = [one["term"] for one in terms if one["need"] == "must" and one["before"]]
    if not musts:
        return None
    first = [line for line in lines if line.page == 1 and line.box is not None]
    bottom = max((line.box[3] for line in first if line.box is not None), default=0.0)
    top = "\n".join(line.text for line in first if line.box and line.box[3] <= bottom / 2)
    named, said = names_in(top, language), top.casefold()
    seen = [m for m in musts if m.casefold() in said or named & names_in(m, language)]
    return len(seen) / len(musts)


def _repeated(entry: Entry) -> int:
    openings = Counter(fact.text.split()[0].casefold() for fact in entry.items if fact.text.split())
    return sum(times - 1 for times in openings.values())
