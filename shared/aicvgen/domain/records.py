"""Append-only records: what was done, by whom, how long it took. No personal data."""

from enum import StrEnum

from aicvgen.domain.value import Value


class Outcome(StrEnum):
    """How an attempt at an event ended."""

    DONE = "done"
    OBSOLETE = "obsolete"
    """The run had moved on; nothing was done."""
    UNAVAILABLE = "unavailable"
    HALTED = "halted"
    """Somebody stopped the run meanwhile; its event waits for the resume."""
    FAILED = "failed"
    DEAD = "dead"


class StepRecord(Value):
    """One attempt of one agent at one event."""

    run_id: str
    trace_id: str
    span_id: str
    event_id: str
    event: str
    key: str
    agent: str
    wave: int
    attempt: int
    started_at: float
    ended_at: float
    outcome: Outcome
    fact: str = ""
    """Class name of the fact."""
    error: str = ""
    """Class name of the error."""

    def log_fields(self) -> dict[str, str | int | float]:
        """Return what a log line says of the attempt."""
        return {
            "run_id": self.run_id,
            "trace_id": self.trace_id,
            "span_id": self.span_id,
            "agent": self.agent,
            "event": self.event,
            "key": self.key,
            "attempt": self.attempt,
            "outcome": self.outcome.value,
            "fact": self.fact,
            "error": self.error,
            "duration_ms": round((self.ended_at - self.started_at) * 1000, 2),
        }


class Answered(StrEnum):
    """Who answered a task that was put to a language model."""

    MODEL = "model"
    CACHE = "cache"
    """The same was asked before."""
    RULE = "rule"
    """The model did not answer; `why` says what stood in the way."""
    NOBODY = "nobody"
    """The step gave up its turn, and comes back."""


class Call(Value):
    """One task put to a language model: what it was asked with, who answered, what it cost."""

    task: str
    prompt: str
    """`<task>/v<number>`."""
    model: str
    answered: Answered
    why: str = ""
    """One word: `off`, `over-budget`, `crowded`, `open` (the circuit), `unavailable`, `malformed`,
    `blocked`, `cut-short`, `refused-400`, `halted`, `crashed` (our bug)."""
    requests: int = 0
    """Sent to the service, failed ones and the repair of a malformed reply included."""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    reply_tokens: int = 0
    thought_tokens: int = 0
    nanodollars: int = 0
    priced: bool = True
    """False: the model is in no price table, and the dearest known price was taken."""
    seconds: float = 0.0
    """From the question to the answer."""
    waited_seconds: float = 0.0
    """Of these, for its turn among all requests."""


class CallRecord(Call):
    """A call of one attempt at an event."""

    run_id: str
    trace_id: str
    event_id: str
    agent: str
    key: str = ""
    """The event's: for what is written, the unit."""
    revision: int = 1
    """Of the run then."""
    rewrites: int = 0
    """Of the run then."""
    at: float

    def log_fields(self) -> dict[str, str | int | float]:
        """Return what a log line says of the call."""
        return {
            "run_id": self.run_id,
            "trace_id": self.trace_id,
            "event_id": self.event_id,
            "agent": self.agent,
            "key": self.key,
            "task": self.task,
            "prompt": self.prompt,
            "model": self.model,
            "answered": self.answered.value,
            "why": self.why,
            "requests": self.requests,
            "tokens": self.prompt_tokens + self.reply_tokens + self.thought_tokens,
            "nanodollars": self.nanodollars,
            "unpriced": not self.priced,
            "seconds": round(self.seconds, 3),
        }


class Decision(Value):
    """Something a person decided about a run."""

    run_id: str
    trace_id: str
    action: str
    """`approve`, `halt`, `resume`, `redrive`, `halt-models` or `resume-models`."""
    by: str
    at: float


class Refusal(Value):
    """A request that a function refused. Nothing that came with it is kept but its size."""

    id: str
    function: str
    why: str
    """A value of `aicvgen.wire.Why`."""
    answer: int
    """Status of the response: 2xx took the message from its subscription."""
    message_id: str = ""
    """Pub/Sub's, if it has one, to look it up in the subscription or the dead letters."""
    size: int
    """Bytes of the body."""
    at: float
    """When it was last delivered."""


class Controls(Value):
    """Switches for everything at once."""

    halted: bool = False
    model_off: bool = False
    """No language model is asked; rules answer."""
