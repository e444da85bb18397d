"""What delivered CVs are worth: figures over many of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import mean, median

from aicvgen.domain.cv import Entry, Kind
from aicvgen.domain.source import Line
from aicvgen.model.extractive.terms import names_in
from simulate.delivered import Delivered
from simulate.oracle import untrue

_WRITTEN = (Kind.WORK, Kind.PROJECTS, Kind.VOLUNTEER)


@dataclass
class Quality:
    """Figures over many delivered CVs."""

    before: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    ads_words: list[tuple[float, float]] = field(default_factory=list)
    top_half: list[float] = field(default_factory=list)
    pages: Counter[int] = field(default_factory=Counter)
    left_out: list[int] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    repeated: int = 0
    summaries: list[int] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, one: Delivered) -> None:
        """Look at one delivered PDF and its report."""
        self.wrong += [f"{one.name}: {line}" for line in untrue(one)]
        covered = one.told["coverage"]
        self.before.append(covered["before"])
        self.after.append(covered["after"])
        words = (covered["in_the_ads_words_before"], covered["in_the_ads_words_after"])
        self.ads_words.append(words)
        musts = [ask for ask in covered["terms"] if ask["need"] == "must" and ask["before"]]
        if musts:
            seen = _visible(one.page.lines, [ask["term"] for ask in musts], one.original.language)
            self.top_half.append(seen)
        self.pages[one.page.pages] += 1
        self.left_out.append(len(one.told["omissions"]))
        for entry in one.read.entries(*_WRITTEN):
            self.bullets += [fact.text for fact in entry.items]
            self.repeated += _repeated(entry)
        summary = (fact for entry in one.read.entries(Kind.SUMMARY) for fact in entry.facts())
        self.summaries.append(sum(len(fact.text.split()) for fact in summary))

    def figures(self) -> Mapping[str, object]:
        """Return what is printed."""
        words_before, words_after = zip(*self.ads_words, strict=True)
        lengths = [len(text.split()) for text in self.bullets]
        pages = ", ".join(f"{count} of {number}" for number, count in sorted(self.pages.items()))
        return {
            "found by audit and oracle": len(self.wrong),
            "coverage, before and after": f"{mean(self.before):.1%}, {mean(self.after):.1%}",
            "in the ad's words, before and after": f"{mean(words_before):.1%},"
            f" {mean(words_after):.1%}",
            "evidenced musts in the top half of page 1": f"{mean(self.top_half or [1.0]):.1%}",
            "CVs of so many pages": pages,
            "left out of a CV": f"median {median(self.left_out):.0f}, most {max(self.left_out)}",
            "words of a bullet": f"{min(lengths)} to {max(lengths)}, median {median(lengths):.0f}",
            "bullets outside of 7 to 25 words": f"{sum(not 7 <= n <= 25 for n in lengths)}"
            f" of {len(lengths)}",
            "words of a summary": f"{min(self.summaries)} to {max(self.summaries)},"
            f" median {median(self.summaries):.0f}",
            "shortest bullet": min(self.bullets, key=_words),
            "longest bullet": f"{max(self.bullets, key=_words)[:80]} …",
            "bullets that open as another of their entry": f"{self.repeated} of {len(lengths)}",
        }


def _words(text: str) -> int:
    return len(text.split())


def _visible(lines: Iterable[Line], terms: list[str], language: str) -> float:
    """Return the share of terms named in the top half of page one."""
    boxes = [(line.text, line.box) for line in lines if line.page == 1 and line.box is not None]
    middle = max(bottom for _, (_, _, _, bottom) in boxes) / 2
    top = "\n".join(text for text, (_, _, _, bottom) in boxes if bottom <= middle)
    named, said = names_in(top, language), top.casefold()
    seen = [term for term in terms if term.casefold() in said or named & names_in(term, language)]
    return len(seen) / len(terms)


def _repeated(entry: Entry) -> int:
    openings = Counter(fact.text.split()[0].casefold() for fact in entry.items if fact.text.split())
    return sum(times - 1 for times in openings.values())
