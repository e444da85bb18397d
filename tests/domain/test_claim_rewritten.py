"""Free rewrites pass where they say what a fact says, and are stopped where they say more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.sentence import unsupported

_SENTENCES = Path(__file__).parents[1] / "data" / "rewritten.yaml"
_TITLES = {"en": "Clerk", "de": "Sachbearbeiterin"}


def _cases(wanted: str) -> Iterator[tuple[str, str, str]]:
    """Yield fact, sentence and language of each sentence that `follows`, or `does not`."""
    for language, facts in yaml.safe_load(_SENTENCES.read_text(encoding="utf-8")).items():
        for fact, sentences in facts.items():
            for sentence in sentences.get(wanted, ()):
                yield fact, sentence, language


def _found(sentence: str, fact: str, language: str) -> list[str]:
    ground = Ground((), _TITLES[language], "2013-04", "2020-09", (fact,))
    found = unsupported(sentence, (ground,), language, lambda _text: frozenset())
    return [f"{claim.kind}: {claim.words}" for claim in found]


@pytest.mark.parametrize(("fact", "sentence", "language"), [*_cases("follows")])
def test_free_rewrite_passes(fact: str, sentence: str, language: str):
    """Other verbs, nouns, order and number formats for the same claim nothing."""
    assert _found(sentence, fact, language) == []


@pytest.mark.parametrize(("fact", "sentence", "language"), [*_cases("does not")])
def test_more_than_the_fact_is_found(fact: str, sentence: str, language: str):
    """Another's lead taken, a limit dropped or a number moved is a claim."""
    assert _found(sentence, fact, language)
