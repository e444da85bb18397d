"""Numbers that follow from the numbers of a fact are no claims; others like them are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.sentence import unsupported

_SENTENCES = Path(__file__).parents[1] / "data" / "derived.yaml"


def _cases(wanted: str) -> Iterator[tuple[str, str, str]]:
    """Yield fact, sentence and language of each sentence that `follows`, or `does not`."""
    for language, facts in yaml.safe_load(_SENTENCES.read_text(encoding="utf-8")).items():
        for fact, sentences in facts.items():
            for sentence in sentences.get(wanted, ()):
                yield fact, sentence, language


def _found(sentence: str, fact: str, language: str) -> list[str]:
    ground = Ground((), "Clerk" if language == "en" else "Sachbearbeiterin", "", "", (fact,))
    found = unsupported(sentence, (ground,), language, lambda _text: frozenset())
    return [f"{claim.kind}: {claim.words}" for claim in found]


@pytest.mark.parametrize(("fact", "sentence", "language"), [*_cases("follows")])
def test_what_follows_is_no_claim(fact: str, sentence: str, language: str):
    """Sums, shares, rates, differences and other ways to write a number follow from it."""
    assert _found(sentence, fact, language) == []


@pytest.mark.parametrize(("fact", "sentence", "language"), [*_cases("does not")])
def test_what_does_not_follow_is_found(fact: str, sentence: str, language: str):
    """Another result, unit, period, direction or thing than the numbers give is a claim."""
    assert _found(sentence, fact, language)
