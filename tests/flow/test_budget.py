"""Money is set aside before it is spent, never exceeded, and given back."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest

from aicvgen import paths
from aicvgen.days import day_of
from aicvgen.documents.reader.warm import WarmReader
from aicvgen.domain.allowance import NANO, Grant, Purse
from aicvgen.domain.events import Event, EventState
from aicvgen.domain.records import Answered
from aicvgen.domain.run import Status
from aicvgen.flow.failure import MAX_ATTEMPTS
from aicvgen.flow.sweep import sweep
from aicvgen.local.functions import Functions
from aicvgen.local.pump import Pump
from aicvgen.ports import Put, Replace, Store
from aicvgen.settings import Settings
from flow.conftest import Site, opened
from flow.tailoring import calls_of, tailor
from vertex import Vertex

Opening = Callable[..., Any]
DAY = 86400.0
EARLIER_CV = (
    b"# Ann Example\nann@example.com\n\n## Work\n### Cook, The Inn\n2019\n- Cooked for 40\n"
)


@pytest.fixture
def asking(
    tmp_path: Path, functions: Functions, reader: WarmReader, vertex: Vertex
) -> Callable[..., Any]:
    """Return what opens the home with a budget."""

    @contextmanager
    def open_with(**budget: object) -> Iterator[Site]:
        settings = Settings(
            home=tmp_path / "home",
            synchronous="NORMAL",
            project="ours",
            model="gemini",
            gemini_endpoint=vertex.address,
            model_rate=1000,
            **budget,  # type: ignore[arg-type]  # whatever the test says
        )
        with opened(settings, functions, reader) as site:
            yield site

    return open_with


def _purses(site: Site, whose: str = "day") -> list[Purse]:
    found = [one.load(Purse) for one in site.home.ports.store.find("budgets")]
    return [purse for purse in found if purse.whose == whose]


def _spent(site: Site) -> int:
    return sum(call.nanodollars for run in site.runs() for call in calls_of(site, run))


def test_what_a_run_spends_is_taken_from_the_day_and_the_rest_given_back(asking: Opening):
    """In the end the day has spent what the calls cost, to the nano-dollar."""
    with asking(owner_budget=Decimal(5), monthly_budget=Decimal(100)) as site:
        tailor(site)
        assert _spent(site) > 0
        shards = _purses(site)
        assert sum(purse.spent for purse in shards) == _spent(site)
        assert sum(purse.taken for purse in shards) == _spent(site)
        (month,) = _purses(site, "month")
        assert month.taken == sum(purse.limit for purse in shards) == 50 * NANO
        owners = [one.load(Purse) for one in site.home.ports.store.find("budgets")]
        assert [one.spent for one in owners if one.limit == 5 * NANO] == [_spent(site)]
        grants = [one.load(Grant) for one in site.home.ports.store.find("grants")]
        assert [grant.open for grant in grants] == [False]


@pytest.mark.parametrize("budget", ["run_budget", "daily_budget", "owner_budget", "monthly_budget"])
def test_rules_write_what_no_money_is_left_for(asking: Opening, budget: str):
    """The run ends well, less was spent than allowed, and the calls say why."""
    with asking(**{budget: Decimal("0.10")}) as site:
        for number in range(3):
            run = tailor(site, f"ann/folder{number}")
        calls = [call for one in site.runs() for call in calls_of(site, one)]
        assert {(call.answered, call.why) for call in calls} >= {(Answered.RULE, "over-budget")}
        assert {call.answered for call in calls_of(site, run)} <= {*Answered} - {Answered.NOBODY}
        limit = 3 * NANO // 10 if budget == "run_budget" else NANO // 10
        assert _spent(site) <= limit


@pytest.mark.parametrize(("spent", "percent"), [(74, None), (75, 75), (93, 90), (100, 100)])
def test_somebody_is_told_when_the_budget_ends(asking: Opening, spent: int, percent: int | None):
    """Once for each level, by the sweep."""
    with asking() as site:
        ports = site.home.ports
        purse = Purse(period=day_of(ports.now()), whose="day", limit=100, taken=100, spent=spent)
        ports.store.commit([Put(paths.purse("any"), purse)], expires_at=ports.now() + DAY)
        for _ in range(2):
            sweep(ports)
        lines = (json.loads(line) for line in site.log.getvalue().splitlines())
        told = [line["percent"] for line in lines if "budget reached" in line["message"]]
        assert told == ([] if percent is None else [percent])


def test_a_day_that_is_over_gives_its_rest_back_to_the_month(asking: Opening):
    """The month has spent what the day did, also where a purse of the day is empty; once."""
    with asking(monthly_budget=Decimal(25)) as site:
        ports = site.home.ports
        now = ports.now()
        tailor(site)
        empty = Purse(period=day_of(now), whose="day", limit=7, taken=7, spent=7)
        ports.store.commit([Put(paths.purse("empty"), empty)], expires_at=now + DAY)
        for _ in range(2):
            sweep(replace(ports, now=lambda: now + DAY))
        (month,) = _purses(site, "month")
        assert month.spent == _spent(site) + 7
        assert month.taken == _spent(site)  # the empty purse was not taken from it


def test_a_run_that_ended_elsewhere_gives_back_too(asking: Opening, vertex: Vertex):
    """A superseded revision leaves its grant open; the sweep closes it."""
    with asking() as site:
        site.upload("cv.md", EARLIER_CV)
        site.upload("job.txt", b"Cook wanted. You must cook.")
        site.watcher.look()
        site.watcher.look()
        site.pump.deliver_one()
        tailor(site, "ann/first")
        sweep(site.home.ports)
        grants = [one.load(Grant) for one in site.home.ports.store.find("grants")]
        assert {grant.open for grant in grants} == {False}
        shards = _purses(site)
        assert sum(purse.taken for purse in shards) == sum(purse.spent for purse in shards)
        assert vertex.asked


@dataclass
class Overtaken:
    """A store where something happens between the read of a step and the lease it takes."""

    inner: Store
    meanwhile: Callable[[], None]
    done: bool = False

    def __getattr__(self, name: str) -> Any:
        """Return what the store has."""
        return getattr(self.inner, name)

    def commit(self, writes: Any, *, expires_at: float) -> Any:
        """Commit, the first lease a little later."""
        values = [write.value for write in writes if isinstance(write, Replace)]
        taken = [one for one in values if isinstance(one, Event) and one.holder]
        if taken and not self.done:
            self.done = True
            self.meanwhile()
        return self.inner.commit(writes, expires_at=expires_at)


def test_a_step_spends_nothing_that_was_given_back_while_it_began(asking: Opening, vertex: Vertex):
    """It read a run that went on; then that was superseded, and its rest given back."""
    with asking() as site:
        site.upload("cv.md", EARLIER_CV)
        site.upload("job.txt", b"Cook wanted. You must cook.")
        for _ in range(2):
            site.watcher.look()
        while not any(run.status is Status.MATCHING for run in site.runs()):
            site.pump.deliver_one()

        def supersede() -> None:
            (run,) = site.runs()
            newer = {"revision": run.revision + 1, "wave": run.wave + 1}
            put = Put(paths.run(run.id), run.model_copy(update=newer))
            site.home.ports.store.commit([put], expires_at=run.expires_at)
            sweep(site.home.ports)

        asked = len(vertex.asked)
        store = Overtaken(site.home.ports.store, supersede)
        Pump(
            site.home.bus,
            site.pump._functions,  # noqa: SLF001  the same functions
            replace(site.home.ports, store=cast("Store", store)),
        ).deliver_one()
        assert store.done
        assert len(vertex.asked) == asked


def test_what_a_killed_attempt_set_aside_is_spent_when_its_event_dies(asking: Opening):
    """Nobody knows whether it was paid."""
    with asking() as site:
        ports = site.home.ports
        site.upload("cv.md", EARLIER_CV)
        site.upload("job.txt", b"Cook wanted. You must cook.")
        for _ in range(2):
            site.watcher.look()
        while not site.runs():
            site.pump.deliver_one()
        killed = {"attempts": MAX_ATTEMPTS, "reserved": 10, "state": EventState.LEASED}
        (run,) = site.runs()
        for found in ports.store.find("events", under=paths.run(run.id)):
            event = found.load(Event).model_copy(update=killed | {"due_at": 0.0})
            ports.store.commit([Put(found.path, event)], expires_at=run.expires_at)
        site.settle()
        sweep(ports)
        events = [one.load(Event) for one in ports.store.find("events")]
        assert [one.spent for one in events if one.state is EventState.DEAD] == [10]
        assert sum(purse.spent for purse in _purses(site)) == 20


@pytest.mark.parametrize("month", [None, 60])
@pytest.mark.parametrize("dollars", [10, 90])
def test_a_budget_that_is_changed_holds_at_once(asking: Opening, dollars: int, month: int | None):
    """For the rest of the day, the owner and the month, which may have had no limit so far."""
    monthly = None if month is None else Decimal(month)
    with asking(owner_budget=Decimal(5), monthly_budget=monthly) as site:
        tailor(site, "ann/first")
    changed = dict.fromkeys(("daily_budget", "owner_budget", "monthly_budget"), Decimal(dollars))
    limit = dollars * NANO
    with asking(**changed) as site:
        tailor(site, "ann/second")
        total = sum(purse.limit for purse in _purses(site))
        assert limit - 16 < total <= limit
        (after,) = _purses(site, "month")
        assert (after.limit, after.taken) == (limit, total)
        assert {one.limit for one in _owners(site)} == {limit}


def test_a_day_gets_what_its_month_gets_back(asking: Opening):
    """The first run after midnight comes before anybody gave back the rest of yesterday."""
    with asking(monthly_budget=Decimal(50)) as site:
        today = site.home.ports
        tailor(site, "ann/first")
        tomorrow = replace(today, now=lambda: today.now() + DAY)
        late = replace(site, pump=Pump(site.home.bus, site.pump._functions, tomorrow))  # noqa: SLF001
        tailor(late, "ann/second")
        sweep(tomorrow)
        run = tailor(late, "ann/third")
        assert run.granted > 0


def _owners(site: Site) -> list[Purse]:
    found = [one.load(Purse) for one in site.home.ports.store.find("budgets")]
    return [purse for purse in found if purse.whose not in {"day", "month"}]
