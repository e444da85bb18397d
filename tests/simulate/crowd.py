"""Many runs at once against a service that allows so many requests a second and fails in bursts."""

import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from aicvgen import paths
from aicvgen.asking.breaker import Circuit
from aicvgen.domain.allowance import NANO, Purse
from aicvgen.domain.ids import derive
from aicvgen.domain.records import Answered, CallRecord, Outcome, StepRecord
from aicvgen.domain.run import Run, Status
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.flow.sweep import sweep
from aicvgen.local.functions import mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.model.prices import GLOBAL, cost
from aicvgen.model.service import Usage
from aicvgen.settings import Settings
from model_server import Answer, Asked, failing
from replies import answering
from simulate.table import print_table
from vertex import speaking

_PATIENCE = 900.0


@dataclass
class Busy:
    """A script that answers so many requests a second and refuses whole bursts of them."""

    per_second: float
    burst: int
    every: int
    """Requests from the end of one burst to the beginning of the next."""
    dear: bool = False
    """Every reply costs as much as its request allows."""
    answered: int = 0
    billed: int = 0
    """Nano-dollars."""
    scripted: int = 0
    too_fast: int = 0
    _seen: int = 0
    _last: deque[float] = field(default_factory=deque)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _honest: Callable[[Asked], Answer] = field(default_factory=lambda: answering({}))

    def __call__(self, asked: Asked) -> Answer:
        """Answer honestly, or say 429."""
        with self._lock:
            self._seen += 1
            if self._seen % (self.every + self.burst) >= self.every:
                self.scripted += 1
                return failing(429, retry_after="0.2")
            now = time.monotonic()
            while self._last and self._last[0] < now - 1.0:
                self._last.popleft()
            # One more than the rate, for requests that were sent in time and arrive together.
            if len(self._last) > self.per_second + 1:
                self.too_fast += 1
                return failing(429)
            self._last.append(now)
            self.answered += 1
            answer = self._honest(asked)
            if self.dear:
                answer = _dearest(asked, answer)
            counted = Usage(prompt=answer.prompt, reply=answer.tokens, thoughts=answer.thoughts)
            self.billed += cost(asked.model, GLOBAL, counted, "2026-11-21").nanodollars
        return answer


def _dearest(asked: Asked, answer: Answer) -> Answer:
    sent = len((asked.instruction + asked.material).encode())
    return replace(answer, prompt=sent, tokens=asked.config["maxOutputTokens"], thoughts=0)


@dataclass(frozen=True)
class Crowd:
    """How many there are, and what they may."""

    runs: int
    per_second: float
    burst: int = 12
    every: int = 60
    daily_budget: Decimal = Decimal(200)
    dear: bool = False
    threads: int = 16


def simulate(runs: int, per_second: float) -> bool:
    """Play a crowd with money enough, then one with too little; return whether all held."""
    rich = Crowd(runs, per_second)
    poor = Crowd(runs, per_second * 10, burst=0, every=1, daily_budget=Decimal(3), dear=True)
    held = [
        play(
            crowd,
            f"{crowd.runs} runs, {crowd.per_second:.0f} requests/s, ${crowd.daily_budget} a day",
        )
        for crowd in (rich, poor)
    ]
    return all(held)


def play(crowd: Crowd, title: str) -> bool:
    """Let all runs begin at once; return whether they ended well and nothing was overdone."""
    script = Busy(crowd.per_second, crowd.burst, crowd.every, crowd.dear)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, speaking(script) as server:
        settings = Settings(
            home=Path(folder),
            synchronous="NORMAL",
            project="ours",
            model="gemini",
            gemini_endpoint=server.address,
            model_rate=crowd.per_second,
            model_patience=600,
            breaker_seconds=2,
            daily_budget=crowd.daily_budget,
            run_budget=min(Decimal(2), crowd.daily_budget / 4),
        )
        home = open_home(settings)
        try:
            _begin(home, crowd.runs)
            _work(home, Pump(home.bus, mount(settings.functions), home.ports), crowd.threads)
            sweep(home.ports)
            return _told(home, crowd, script, title, time.monotonic() - began)
        finally:
            home.close()


def _begin(home: Home, runs: int) -> None:
    for number in range(runs):
        start(
            home.ports,
            Submission(
                owner="crowd",
                source=str(number),
                cv=Upload("cv.md", _cv(number).encode()),
                job=Upload("job.txt", _AD.encode()),
            ),
        )


def _work(home: Home, pump: Pump, threads: int) -> None:
    """Answer events in parallel until every run has settled and nothing is queued."""
    until = time.monotonic() + _PATIENCE
    settled = [status.value for status in Status if status.settled]

    def done() -> bool:
        return time.monotonic() > until or all(run.status.value in settled for run in _runs(home))

    with ThreadPoolExecutor(threads) as pool:
        for future in [pool.submit(pump.run_until, done) for _ in range(threads)]:
            future.result()
    while pump.deliver_one():
        pass


def _told(home: Home, crowd: Crowd, script: Busy, title: str, seconds: float) -> bool:
    store = home.ports.store
    runs = _runs(home)
    calls = [one.load(CallRecord) for one in store.find("calls", limit=1_000_000)]
    steps = [one.load(StepRecord) for one in store.find("steps", limit=1_000_000)]
    answers = sum(call.answered is Answered.MODEL for call in calls)
    sent = script.answered + script.scripted + script.too_fast
    needed = max(answers + script.scripted, 1)
    purses = [one.load(Purse) for one in store.find("budgets")]
    (found,) = store.read([paths.circuit(Settings().gemini_model)])
    circuit = found.load(Circuit) if found else Circuit()
    who = Counter(f"{call.answered.value} {call.why}".strip() for call in calls)
    print_table(
        title,
        {
            "ended": dict(Counter(run.status.value for run in runs)),
            "seconds": f"{seconds:.0f}",
            "answered by": dict(who),
            "requests": f"{sent}: {script.answered} answered, {script.scripted} refused as "
            f"scripted, {script.too_fast} too fast",
            "requests / (answers + scripted refusals)": f"{sent / needed:.3f}",
            "billed": f"${script.billed / NANO:.4f} of ${crowd.daily_budget}",
            "set aside and not given back": sum(purse.taken - purse.spent for purse in purses),
            "circuit": f"opened {circuit.opened} times, {'closed' if circuit.closed else 'open'}",
            "steps that came back later": sum(one.outcome is Outcome.UNAVAILABLE for one in steps),
        },
    )
    return (
        Counter(run.status for run in runs) == {Status.DONE: crowd.runs}
        and sent <= 1.1 * needed
        and script.billed <= sum(purse.spent for purse in purses) <= crowd.daily_budget * NANO
        and all(purse.taken == purse.spent for purse in purses)
        and (not script.scripted or (circuit.opened > 0 and circuit.closed))
    )


def _runs(home: Home) -> list[Run]:
    return [one.load(Run) for one in home.ports.store.find("runs", limit=1_000_000)]


_AD = """Operations Manager
You will run a warehouse and its people.
You must know: forklift trucks, stock control, shift planning.
Nice to have: SAP, first aid.
"""


def _cv(number: int) -> str:
    """Return a CV that differs from every other in each of its points: nothing is asked twice."""
    tag = derive("crowd", str(number))[:6]
    roles = "\n".join(
        f"### Shift Lead, Depot {tag}{role}\n{2010 + 2 * role} - {2012 + 2 * role}\n"
        f"- Planned shifts for {20 + role} people at site {tag}{role}\n"
        f"- Kept stock control for {3 + role} halls with SAP\n"
        f"- Drove forklift trucks on {4 + role} lines\n"
        for role in range(5)
    )
    head = f"# Robin Example\nrobin{number}@example.org\n\n## Experience\n"
    return f"{head}{roles}\n## Skills\nSAP, first aid\n"
