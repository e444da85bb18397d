"""One fact and one sentence that may say what it says."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.sentence import unsupported

_DATA = Path(__file__).parents[1] / "data"
_TITLES = {"en": "Clerk", "de": "Sachbearbeiterin"}


def cases(name: str, wanted: str) -> Iterator[tuple[str, str, str]]:
    """Yield fact, sentence and language of each sentence that `follows`, or `does not`."""
    text = (_DATA / f"{name}.yaml").read_text(encoding="utf-8")
    for language, facts in yaml.safe_load(text).items():
        for fact, sentences in facts.items():
            for sentence in sentences.get(wanted, ()):
                yield fact, sentence, language


def claims(
    sentence: str, fact: str, language: str, period: tuple[str, str] = ("", "")
) -> tuple[Claim, ...]:
    """Return what a sentence says beyond the fact of a clerk's entry."""
    ground = Ground((), _TITLES[language], *period, (fact,))
    return tuple(unsupported(sentence, (ground,), language, lambda _text: frozenset()))
