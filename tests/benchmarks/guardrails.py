"""Measure what stands around one call of a model: all that `asking/model.py` does but the asking.

The service answers at once, in the same process; the store is the embedded one. The clock goes on
by the time between two requests at full rate, so that no call waits for its turn, and every fifth
leases turns for itself and the next four.
"""

import json
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aicvgen.asking.breaker import Breaker
from aicvgen.asking.limiter import Limiter
from aicvgen.asking.model import AskingModel, Choice
from aicvgen.asking.releases import Releases
from aicvgen.asking.requests import Gates
from aicvgen.asking.served import Served
from aicvgen.domain.cv import Cv
from aicvgen.domain.job import Job
from aicvgen.domain.records import Answered
from aicvgen.local.store import SqliteSnapshot, SqliteStore
from aicvgen.model.errand import Errand
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.extractive.match import match
from aicvgen.model.prices import GLOBAL, cost
from aicvgen.model.prompts import PROMPTS
from aicvgen.model.questions import question_of
from aicvgen.model.service import Ask, Reply, Usage
from aicvgen.model.task import ParseJob, WriteSection
from aicvgen.ports import Version, Write
from aicvgen.settings import Settings
from examples import ENGINEER_AD, ad, engineer

QUESTION = "question built, names hidden"
FILLED = "prompt served and filled, question hashed"
READ = "cache, kill switch and circuit read at once"
ADMITTED = "budget checked, turn taken, circuit closed"
PRICED = "reply validated, priced, counted"
ANSWER = "answer built, names put back"
NOTED = "call noted, answer signed"
GUARDRAILS = (FILLED, READ, ADMITTED, PRICED, NOTED)
SERVICE, LABELS, LEASED, KEPT = "service", "labels read", "turns leased", "reply kept"
_BEFORE = {"replies": FILLED, "prompts": FILLED, "paces": ADMITTED, "circuits": ADMITTED}
_READING = {"replies": READ, "prompts": LABELS, "paces": LEASED, "circuits": READ}
"""What ends, and what takes place, where the store is asked for a collection."""
_MODEL, _RATE = Settings().gemini_model, Settings().model_rate
_UNIT, _MONEY = "work-1", 10**9
_BETWEEN = 1.001 / _RATE
"""Seconds from call to call: a little more than the rate asks for, so that none waits."""
_WARM_UP = 50


@dataclass(slots=True)
class Laps:
    """The seconds that each part of one call took."""

    taken: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    began: float = field(default_factory=time.perf_counter)

    def lap(self, part: str) -> None:
        """Say what was done since the last lap."""
        now = time.perf_counter()
        self.taken[part] += now - self.began
        self.began = now


@dataclass(slots=True)
class Bench:
    """Time, store and service as a call meets them; each tells the laps when it is reached."""

    inner: SqliteStore
    reply: str
    laps: Laps = field(default_factory=Laps)
    clock: float = field(default_factory=time.time)

    def now(self) -> float:
        """Return seconds since 1970."""
        return self.clock

    def now_for_labels(self) -> float:
        """Return the same; asked first of all once there is a question."""
        self.laps.lap(QUESTION)
        return self.now()

    def read(self, paths: Sequence[str]) -> list[SqliteSnapshot | None]:
        """Read from the store."""
        collection, _, _ = paths[0].partition("/")
        self.laps.lap(_BEFORE[collection])
        found = self.inner.read(paths)
        self.laps.lap(_READING[collection])
        return found

    def commit(self, writes: Sequence[Write], *, expires_at: float) -> list[Version]:
        """Commit to the store."""
        kept = writes[0].path.startswith("replies/")
        self.laps.lap(PRICED if kept else LEASED)
        done = self.inner.commit(writes, expires_at=expires_at)
        self.laps.lap(KEPT if kept else LEASED)
        return done

    def complete(self, ask: Ask, timeout: float, stop: Callable[[], bool]) -> Reply:
        """Return always the same reply."""
        del ask, timeout, stop
        self.laps.lap(ADMITTED)
        reply = Reply(self.reply, Usage(prompt=1000, reply=100))
        self.laps.lap(SERVICE)
        return reply

    def close(self) -> None:
        """Hold nothing."""


def measured(calls: int) -> list[Mapping[str, float]]:
    """Return the microseconds that each part of each call took; no call asks what another did."""
    cv, rules = engineer(), ExtractiveModel()
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "state.db", synchronous="NORMAL")
        bench = Bench(store, _reply(cv))
        model = _model(bench, rules)
        tasks = _tasks(cv, rules.answer(ParseJob(ad(ENGINEER_AD))), _WARM_UP + calls)
        told = [_call(model, bench, task) for task in tasks]
        store.close()
    return told[_WARM_UP:]


def figures(calls: int = 1000) -> dict[str, str]:
    """Return the median of each part, and the tenth of calls that nothing disturbed."""
    told = measured(calls)
    quiet = [one for one in told if LEASED not in one and LABELS not in one]
    leasing = [one[LEASED] for one in told if LEASED in one]
    own = [sum(one[part] for part in GUARDRAILS) for one in quiet]
    rows = {"guardrails, a call": f"{_median_and_best(own)} (target <= 100 µs)"}
    for part in GUARDRAILS:
        rows[f"  {part}"] = _median_and_best([one[part] for one in quiet])
    for part in (QUESTION, ANSWER, KEPT):
        rows[f"not in it: {part}"] = _median_and_best([one[part] for one in quiet])
    rows["every fifth call: turns leased, a read and a commit"] = _median_and_best(leasing)
    return rows


def _median_and_best(microseconds: Sequence[float]) -> str:
    best = statistics.quantiles(microseconds, n=10)[0]
    return f"{statistics.median(microseconds):.0f} µs, fastest tenth {best:.0f} µs"


def _call(model: AskingModel, bench: Bench, task: WriteSection) -> Mapping[str, float]:
    errand = Errand(run_id=task.job.title, allowance=_MONEY)
    asking = model.on(errand)
    bench.laps = Laps()
    asking.answer(task)
    bench.laps.lap(NOTED)
    if [call.answered for call in errand.calls] != [Answered.MODEL]:
        raise AssertionError(f"The model was not asked: {errand.calls}.")
    bench.clock += _BETWEEN
    # What a reply means is the task's own affair; done again it is faster, so no more is taken off.
    taken, answer = bench.laps.taken, _answer_seconds(task, bench.reply)
    split = {**taken, PRICED: taken[PRICED] - answer, ANSWER: answer}
    return {part: seconds * 1e6 for part, seconds in split.items()}


def _answer_seconds(task: WriteSection, text: str) -> float:
    question = question_of(task)
    if question is None:
        raise AssertionError("There is nothing to ask.")
    reply = question.shape.model_validate_json(text)
    began = time.perf_counter()
    question.answer(reply)
    return time.perf_counter() - began


def _model(bench: Bench, rules: ExtractiveModel) -> AskingModel:
    return AskingModel(
        service=bench,
        store=bench,  # type: ignore[arg-type]  # it finds nothing, and nobody asks it to
        rules=rules,
        choice=Choice(_MODEL, lambda model, usage, day: cost(model, GLOBAL, usage, day)),
        served=Served(Releases(PROMPTS, bench, bench.now_for_labels)),  # type: ignore[arg-type]
        gates=Gates(
            Limiter(bench, _MODEL, _RATE, bench.now),  # type: ignore[arg-type]
            Breaker(bench, _MODEL, bench.now),  # type: ignore[arg-type]
        ),
        now=bench.now,
    )


def _tasks(cv: Cv, job: Job, count: int) -> list[WriteSection]:
    """Return tasks that differ in the title of the ad alone."""
    fit = match(cv, job)
    jobs = (job.model_copy(update={"title": f"{job.title} {at}"}) for at in range(count))
    return [WriteSection(cv, job, fit, _UNIT) for job in jobs]


def _reply(cv: Cv) -> str:
    facts = list(cv.entry(_UNIT).facts())[:5]
    bullets = [{"text": fact.text, "rests_on": [at]} for at, fact in enumerate(facts, start=1)]
    return json.dumps({"bullets": bullets})
