"""What is known of each version of a prompt from the calls that were made with it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from aicvgen.domain.rates import Rate, percentile, rate
from aicvgen.domain.records import Answered, CallRecord
from aicvgen.domain.tally import Tally
from aicvgen.domain.value import Value

Place = tuple[str, int]
"""A run's id and a revision of it: what has one document of findings."""


class Results(Value):
    """All calls with one version, together: their tokens and money too."""

    prompt: str
    """`<task>/v<number>`."""
    calls: int
    """That somebody answered."""
    put_off: int
    """Besides these: the step gave up its turn, and came back."""
    model: Rate
    """Answered by the model now."""
    cache: Rate
    """Answered with what the model once said."""
    rule: Rate
    """Answered by rule in the model's stead."""
    why: Mapping[str, int]
    """How often for which reason it was a rule."""
    unsupported: Rate
    """Of the sentences that the model wrote and a verification looked at."""
    prompt_tokens: int
    cached_tokens: int
    reply_tokens: int
    thought_tokens: int
    nanodollars: int
    unpriced: int
    """Calls whose model is in no price table: the dearest price was taken."""
    median_seconds: float | None
    """Of the calls that the model answered now, without waiting for their turn; so is the next."""
    p95_seconds: float | None


def place_of(call: CallRecord) -> Place:
    """Return where the findings about what a call wrote are."""
    return call.run_id, call.revision


def results(
    calls: Iterable[CallRecord], tallies: Mapping[Place, Sequence[Tally]]
) -> tuple[Results, ...]:
    """Return the results of each version that was called, by its number."""
    by_prompt: dict[str, list[CallRecord]] = {}
    for call in calls:
        by_prompt.setdefault(call.prompt, []).append(call)
    named = sorted(by_prompt.items(), key=lambda one: _number(one[0]))
    return tuple(_of_version(prompt, made, tallies) for prompt, made in named)


def _number(prompt: str) -> int:
    return int(prompt.rpartition("/v")[2])


def _of_version(
    prompt: str, calls: Sequence[CallRecord], tallies: Mapping[Place, Sequence[Tally]]
) -> Results:
    who = Counter(call.answered for call in calls)
    answered = len(calls) - who[Answered.NOBODY]
    took = [call.seconds - call.waited_seconds for call in calls if call.answered is Answered.MODEL]

    def total(part: Callable[[CallRecord], int]) -> int:
        return sum(map(part, calls))

    return Results(
        prompt=prompt,
        calls=answered,
        put_off=who[Answered.NOBODY],
        model=rate(who[Answered.MODEL], answered),
        cache=rate(who[Answered.CACHE], answered),
        rule=rate(who[Answered.RULE], answered),
        why=dict(Counter(call.why for call in calls if call.answered is Answered.RULE)),
        unsupported=_unsupported(calls, tallies),
        prompt_tokens=total(lambda call: call.prompt_tokens),
        cached_tokens=total(lambda call: call.cached_tokens),
        reply_tokens=total(lambda call: call.reply_tokens),
        thought_tokens=total(lambda call: call.thought_tokens),
        nanodollars=total(lambda call: call.nanodollars),
        unpriced=total(lambda call: not call.priced),
        median_seconds=percentile(took, 50),
        p95_seconds=percentile(took, 95),
    )


def _unsupported(calls: Iterable[CallRecord], tallies: Mapping[Place, Sequence[Tally]]) -> Rate:
    """Return how much of what the model wrote did not hold; what was written twice counts once."""
    texts = {
        (place_of(call), call.rewrites, call.key)
        for call in calls
        if call.answered in (Answered.MODEL, Answered.CACHE)
    }
    counted = [
        one
        for place, there in tallies.items()
        for one in there
        if (place, one.rewrites, one.unit) in texts
    ]
    return rate(sum(one.unsupported for one in counted), sum(one.sentences for one in counted))
