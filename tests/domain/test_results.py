"""What calls and verifications say of a version of a prompt."""

import pytest

from aicvgen.domain.draft import Finding, FindingKind, Part, Sentence
from aicvgen.domain.rates import percentile, rate
from aicvgen.domain.records import Answered, CallRecord
from aicvgen.domain.results import results
from aicvgen.domain.tally import Tally, tallies


def _call(version: int, answered: Answered = Answered.MODEL, **said: object) -> CallRecord:
    given: dict[str, object] = {
        "task": "write-section",
        "prompt": f"write-section/v{version}",
        "model": "m",
        "answered": answered,
        "run_id": "r",
        "trace_id": "t",
        "event_id": "e",
        "agent": "write",
        "key": "unit",
        "at": 1.0,
    }
    return CallRecord.model_validate(given | said)


def _tally(rewrites: int, unit: str, sentences: int, unsupported: int) -> Tally:
    return Tally(rewrites=rewrites, unit=unit, sentences=sentences, unsupported=unsupported)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1)],
)
def test_an_interval_is_wilsons(count: int, of: int, low: float, high: float):
    """Known values, also where a plain interval would be a point."""
    said = rate(count, of)
    assert (said.low, said.high) == pytest.approx((low, high), abs=1e-4)


def test_percentiles_are_values_that_occurred():
    """Of nothing there is none."""
    assert percentile([], 50) is None
    assert percentile([3, 1, 2], 50) == 2
    assert percentile(range(1, 101), 95) == 95


def test_several_findings_about_one_sentence_are_one_sentence():
    """Findings of another unit, or about a key qualification, are not counted."""
    sentences = tuple(Sentence(text=text, cites=()) for text in ("a", "b", "c"))
    kind = FindingKind.NUMBER
    findings = [
        Finding(unit=unit, sentence=text, kind=kind, claim="7", looked_in=())
        for unit, text in (("unit", "a"), ("unit", "a"), ("unit", "x"), ("other", "b"))
    ]
    counted = tallies([Part(unit="unit", sentences=sentences)], findings, 1)
    assert list(counted) == [_tally(1, "unit", 3, 1)]


def test_words_are_counted_for_who_wrote_them():
    """Of the model, once; what rules wrote, or another version, or nobody asked for, is not."""
    calls = [
        _call(1),
        _call(1, event_id="again"),
        _call(1, Answered.RULE, key="by rule", why="blocked"),
        _call(2, Answered.CACHE, rewrites=1),
        _call(1, revision=2),
    ]
    found = {
        ("r", 1): [
            _tally(0, "unit", 4, 2),
            _tally(0, "by rule", 9, 9),
            _tally(0, "summary", 9, 9),
            _tally(1, "unit", 3, 0),
        ]
    }
    first, second = results(calls, found)
    assert (first.unsupported.count, first.unsupported.of) == (2, 4)
    assert (second.unsupported.count, second.unsupported.of) == (0, 3)
    assert (first.why, second.why) == ({"blocked": 1}, {})


def test_versions_are_ordered_and_summed_apart():
    """v10 comes after v9; who answers from the cache says nothing about waiting."""
    calls = [
        _call(10, seconds=3.0, waited_seconds=1.0, prompt_tokens=5, nanodollars=7, priced=False),
        _call(10, Answered.CACHE, seconds=0.1),
        _call(10, Answered.NOBODY, seconds=9.0, why="crowded", prompt_tokens=1),
        _call(9, seconds=1.0),
    ]
    ninth, tenth = results(calls, {})
    assert (ninth.prompt, tenth.prompt) == ("write-section/v9", "write-section/v10")
    assert (tenth.calls, tenth.put_off, tenth.model.of, tenth.cache.count) == (2, 1, 2, 1)
    assert (tenth.median_seconds, tenth.p95_seconds) == (2.0, 2.0)
    assert (tenth.prompt_tokens, tenth.nanodollars, tenth.unpriced) == (6, 7, 1)
    assert tenth.unsupported.share is None
