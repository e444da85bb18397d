"""A Gemini that lies in a third of all sentences: none reaches a page, the honest ones stay."""

import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

from aicvgen import paths
from aicvgen.domain.draft import LETTER, Part
from aicvgen.domain.records import CallRecord
from aicvgen.domain.run import Run, Status, part_document
from aicvgen.flow.start import Upload
from aicvgen.local.functions import mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.settings import Settings
from replies import HONEST, Material, task_of
from simulate.desk import Desk
from simulate.material import material
from simulate.table import print_table
from vertex import Answer, Asked, failing, saying, speaking

_SEED = 7
_SHARE = 3
"""Every third sentence is a lie."""
_ENOUGH = 0.95
_READING = frozenset({"parse-cv", "parse-job"})
"""Left to the rules: a document that is read wrongly would change what is true."""
_ADDED: Mapping[str, Mapping[str, str]] = {
    "number": {"en": ", up by 37%", "de": ", ein Plus von 37 %"},
    "money": {"en": ", worth £4.3 million", "de": " im Wert von 4,3 Millionen Euro"},
    "tool": {"en": " using Zephyrion", "de": " mit Zephyrion"},
    "client": {"en": " for Vantrell Industries", "de": " für die Vantrell AG"},
    "date": {"en": " since 1987", "de": " seit 1987"},
    "team": {"en": " with a team of 19 people", "de": " mit einem Team von 19 Personen"},
    "cause": {"en": ", which cut costs", "de": ", was die Kosten senkte"},
    "award": {
        "en": ", winning the Crestfall Award",
        "de": ", ausgezeichnet mit dem Crestfall-Preis",
    },
    "universal": {"en": ", the only one in the country", "de": ", als Einzige im ganzen Land"},
    "licence": {
        "en": " as a certified Zephyrion trainer",
        "de": " als zertifizierter Zephyrion-Trainer",
    },
}


@dataclass
class Liar:
    """What a server says, and what of it was a lie."""

    lies: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    """Lies by task."""
    judged: Counter[str] = field(default_factory=Counter)
    """Sentences a judge was shown, lies among them, and its objections."""
    false: set[str] = field(default_factory=set)
    delivered: list[str] = field(default_factory=list)
    last: dict[str, list[str]] = field(default_factory=dict)
    """The honest sentences of the last reply about the same notes."""
    chance: random.Random = field(default_factory=lambda: random.Random(_SEED))
    sent: int = 0
    """Characters."""
    kinds: Iterator[str] = field(default_factory=lambda: cycle([*_ADDED, "changed"]))

    def __call__(self, asked: Asked) -> Answer:
        """Answer by task: sentences and proposals with lies in them, judgements that miss some."""
        task, said = task_of(asked), asked.said
        self.sent += len(asked.instruction) + len(asked.material)
        if task in _READING:
            return failing(400)
        if task == "match":
            return saying(self._proposals(said))
        if task == "judge":
            return saying(self._objections(said))
        language = "de" if re.search(r"notes: de\b", asked.instruction) else "en"
        if task == "rewrite":
            written = HONEST[task](said)["sentences"]
        else:
            notes = self.chance.sample(said["notes"], min(5, len(said["notes"])))
            written = [{"text": note["text"], "rests_on": [note["id"]]} for note in notes]
        told = [self._told(one, task, language) for one in written]
        self.last[str(said["notes"])] = [
            one["text"]
            for one, before in zip(told, written, strict=True)
            if one == before and "[P" not in one["text"]
        ]
        return saying(_arranged(task, told))

    def _told(self, one: Material, task: str, language: str) -> Material:
        """Return a sentence, or with a chance of one in three a lie in its place."""
        if self.chance.randrange(_SHARE) or "[P" in one["text"]:
            return one
        kind = next(self.kinds)
        made_up = _changed(one["text"]) if kind == "changed" else ""
        if not made_up:
            kind = self.chance.choice([*_ADDED])
            made_up = one["text"].rstrip(". ") + _ADDED[kind][language]
        self.lies[kind] += 1
        self.told[task] += 1
        self.false.add(_plain(made_up))
        return one | {"text": made_up}

    def _proposals(self, said: Material) -> Material:
        """Propose any facts for every requirement."""
        ids = [fact["id"] for fact in said["facts"]]
        return {
            "proposals": [
                {"requirement": one["id"], "facts": self.chance.sample(ids, min(2, len(ids)))}
                for one in said["requirements"]
            ]
        }

    def _objections(self, said: Material) -> Material:
        """Keep silent about a third of the lies that a judge is shown."""
        lies = [one for one in said["sentences"] if _plain(one["text"]) in self.false]
        caught = [one for one in lies if self.chance.randrange(_SHARE)]
        self.judged += Counter(shown=len(said["sentences"]), lies=len(lies), caught=len(caught))
        return {"objections": [{"sentence": one["id"], "words": one["text"]} for one in caught]}


def _arranged(task: str, told: list[Material]) -> Material:
    match task:
        case "write-section":
            return {"bullets": told}
        case "cover-letter":
            return {"opening": told[:1], "points": told[1:] or told}
        case _:
            return {"sentences": told}


def _plain(text: str) -> str:
    """Return a sentence as it can be recognised on a page, whether its full stop went or came."""
    return " ".join(text.split()).rstrip(".")


def _changed(text: str) -> str:
    """Return the text with another first number, or nothing where it has none."""
    changed = re.sub(r"\d+", lambda found: str(int(found[0]) * 3 + 1), text, count=1)
    return changed if changed != text else ""


def simulate(cvs: int, ads: int) -> bool:
    """Tailor so many CVs to so many ads; return whether all lies were stopped, the rest kept."""
    liar, tally = Liar(), Counter[str]()
    with tempfile.TemporaryDirectory() as temporary, speaking(liar) as server:
        settings = Settings(
            home=Path(temporary),
            project="ours",
            model="gemini",
            gemini_endpoint=server.address,
            model_rate=1000,
        )
        home = open_home(settings)
        desk = Desk(home, Pump(home.bus, mount(settings.functions), home.ports))
        pairs = material(cvs, ads)
        for cv, data in pairs.cvs.items():
            for ad, text in pairs.ads.items():
                liar.last.clear()
                files = Upload(Path(cv).name, data), Upload(Path(ad).name, text)
                run = desk.finish(*files, letter=True)
                tally[run.status.value] += 1
                if run.status is Status.DONE:
                    tally.update(_counted(home, run, liar))
        home.close()
    print_table(
        f"A model that lies in a third of all sentences, {cvs} CVs x {ads} ads (seed {_SEED})",
        {
            "ended": {status: tally[status] for status in ("done", "refused", "failed")},
            "lies told": f"{sum(liar.lies.values())}: {dict(liar.lies)}",
            "lies by task": dict(liar.told),
            "lies delivered": f"{len(liar.delivered)} (target 0)",
            "honest sentences kept": f"{tally['kept']} of {tally['honest']}"
            f" (target >= {_ENOUGH:.0%})",
            "sentences judged": dict(liar.judged),
            "letters delivered": tally["letters"],
            "requests per run": f"{tally['requests'] / max(tally['done'], 1):.1f}",
            "sent per run": f"{liar.sent / max(tally['done'], 1) / 1000:.1f} thousand characters",
        },
    )
    for line in liar.delivered:
        print(f"  WRONG {line}")
    return not liar.delivered and tally["kept"] >= _ENOUGH * tally["honest"]


def _counted(home: Home, run: Run, liar: Liar) -> dict[str, int]:
    """Return how many lies, and how many honest sentences of the last replies, are on the page."""
    places = [paths.document(run.id, run.revision, part_document(unit)) for unit in run.parts]
    parts = [found.load(Part) for found in home.ports.store.read(places) if found is not None]
    shown = {_plain(sentence.text) for part in parts for sentence in part.sentences}
    liar.delivered += sorted(shown & liar.false)
    honest = [text for texts in liar.last.values() for text in texts]
    calls = home.ports.store.find("calls", under=paths.run(run.id))
    return {
        "honest": len(honest),
        "kept": sum(_plain(text) in shown for text in honest),
        "letters": sum(part.unit == LETTER and bool(part.sentences) for part in parts),
        "requests": sum(call.load(CallRecord).requests for call in calls),
    }
