"""Count what runs send to a model, by task, and what of it a run has sent before.

The real client sends it to a server on this machine that answers honestly. What is counted there
are letters; four of them are taken for a token, for only the real service could count these.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from aicvgen import paths
from aicvgen.domain.records import Answered, CallRecord
from aicvgen.flow.start import Upload
from aicvgen.local.functions import mount
from aicvgen.local.home import open_home
from aicvgen.local.pump import Pump
from aicvgen.model.prompts import TASKS
from aicvgen.settings import Settings
from model_server import Asked
from replies import answering, task_of
from simulate.desk import Desk
from simulate.material import material
from vertex import Vertex, speaking

_LETTERS_A_TOKEN = 4
_CVS, _ADS = 6, 3


@dataclass(frozen=True, slots=True)
class Sent:
    """One request, in letters."""

    task: str
    instruction: int
    schema: int
    material: int
    again: int
    """Of the material, texts of the CV that the run sent before."""
    twice: int
    """Of the material, texts of the CV that stand in it already."""
    prefix: int
    """With how many letters it begins as an earlier one of the run and its task does."""

    @property
    def letters(self) -> int:
        """Return all of it."""
        return self.instruction + self.schema + self.material


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one run sent, and who answered its calls."""

    requests: Sequence[Sent]
    calls: Sequence[CallRecord]


def spoken(cvs: int, ads: int) -> list[Spoken]:
    """Return what so many CVs, each for so many ads, sent; with a letter each."""
    pairs = material(cvs, ads)
    with tempfile.TemporaryDirectory() as folder, speaking(answering({})) as server:
        settings = Settings(
            home=Path(folder),
            synchronous="NORMAL",
            project="ours",
            model="gemini",
            model_rate=1000,
            run_budget=Decimal(2),
            daily_budget=Decimal(1000),
            gemini_endpoint=server.address,
        )
        home = open_home(settings)
        desk = Desk(home, Pump(home.bus, mount(settings.functions), home.ports))
        told = [
            _spoken(desk, server, Upload(Path(cv).name, data), Upload(Path(ad).name, text))
            for cv, data in pairs.cvs.items()
            for ad, text in pairs.ads.items()
        ]
        home.close()
    return told


def figures(cvs: int = _CVS, ads: int = _ADS) -> dict[str, str]:
    """Return means per run, and per task of the runs."""
    runs = spoken(cvs, ads)
    every = [one for run in runs for one in run.requests]
    cached = sum(call.answered is Answered.CACHE for run in runs for call in run.calls)
    rows = {"all, a run": f"{_told(every, len(runs))}; answered from the cache: {cached}"}
    for task in TASKS:
        own = [one for one in every if one.task == task]
        if own:
            rows[task] = _told(own, len(runs))
    return rows


def _told(requests: Sequence[Sent], runs: int) -> str:
    letters = sum(one.letters for one in requests) / runs
    shares = {
        "instructions": sum(one.instruction for one in requests),
        "schemas": sum(one.schema for one in requests),
        "sent before": sum(one.again for one in requests),
        "said twice": sum(one.twice for one in requests),
    }
    parts = ", ".join(f"{name} {each / runs / letters:.0%}" for name, each in shares.items())
    largest = max(one.letters for one in requests) // _LETTERS_A_TOKEN
    longest = max(one.prefix for one in requests) // _LETTERS_A_TOKEN
    return (
        f"{len(requests) / runs:.1f} requests, {letters:,.0f} letters"
        f" (some {letters / _LETTERS_A_TOKEN:,.0f} tokens): {parts};"
        f" largest {largest}, longest beginning in common {longest} tokens"
    )


def _spoken(desk: Desk, server: Vertex, cv: Upload, job: Upload) -> Spoken:
    server.asked.clear()
    run = desk.finish(cv, job, letter=True)
    found = desk.home.ports.store.find("calls", under=paths.run(run.id), order_by="at")
    return Spoken(_sent(server.asked), [one.load(CallRecord) for one in found])


def _sent(requests: Sequence[Asked]) -> list[Sent]:
    known, begun, told = set[str](), defaultdict[str, list[str]](list), list[Sent]()
    for asked in requests:
        task, texts = task_of(asked), list(_texts(asked.said))
        whole = asked.instruction + asked.material
        told.append(
            Sent(
                task=task,
                instruction=len(asked.instruction),
                schema=len(json.dumps(asked.config["responseJsonSchema"])),
                material=len(asked.material),
                again=sum(len(text) for text in texts if text in known),
                twice=sum(map(len, texts)) - sum(map(len, set(texts))),
                prefix=max((_in_common(whole, one) for one in begun[task]), default=0),
            )
        )
        known.update(texts)
        begun[task].append(whole)
    return told


def _in_common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _texts(said: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of the CV in a request, whatever its task calls them."""
    for name in ("notes", "facts", "sources"):
        yield from (one["text"] for one in said.get(name, ()))
