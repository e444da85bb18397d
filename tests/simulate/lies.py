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
from aicvgen.domain.draft import Part
from aicvgen.domain.records import CallRecord
from aicvgen.domain.run import Run, Status, part_document
from aicvgen.flow.start import Upload
from aicvgen.local.functions import mount
from aicvgen.local.home import Home, open_home
from aicvgen.local.pump import Pump
from aicvgen.settings import Settings
from simulate.desk import Desk
from simulate.material import material
from simulate.table import print_table
from vertex import Answer, Asked, saying, speaking

_SEED = 7
_SHARE = 3
"""Every third sentence is a lie."""
_ENOUGH = 0.95
_ADDED: Mapping[str, Mapping[str, str]] = {
    "number": {"en": ", up by 37%", "de": ", ein Plus von 37 %"},
    "money": {"en": ", worth £4.3 million", "de": " im Wert von 4,3 Millionen Euro"},
    "tool": {"en": " using Zephyrion", "de": " mit Zephyrion"},
    "client": {"en": " for Globex Corporation", "de": " für die Globex AG"},
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
    false: set[str] = field(default_factory=set)
    delivered: list[str] = field(default_factory=list)
    last: dict[str, list[str]] = field(default_factory=dict)
    """The honest sentences of the last reply about the same notes."""
    chance: random.Random = field(default_factory=lambda: random.Random(_SEED))
    letters: int = 0
    """Of all that was sent."""
    kinds: Iterator[str] = field(default_factory=lambda: cycle([*_ADDED, "changed"]))

    def __call__(self, asked: Asked) -> Answer:
        """Repeat the notes, a third of them with something made up."""
        notes = asked.said["notes"]
        self.letters += len(asked.instruction) + len(asked.material)
        language = "de" if re.search(r"notes: de\b", asked.instruction) else "en"
        written, honest = [], []
        for note in self.chance.sample(notes, min(5, len(notes))):
            lying = self.chance.randrange(_SHARE) == 0
            text = self._lie(note["text"], language) if lying else note["text"]
            written.append({"text": text, "rests_on": [note["id"]]})
            if text == note["text"] and "[P" not in text:
                honest.append(" ".join(text.split()))
        self.last[str(notes)] = honest
        return saying({"bullets" if "entry" in asked.said else "sentences": written})

    def _lie(self, text: str, language: str) -> str:
        kind = next(self.kinds)
        made_up = _changed(text) if kind == "changed" else ""
        if not made_up:
            kind = self.chance.choice([*_ADDED])
            made_up = text.rstrip(". ") + _ADDED[kind][language]
        self.lies[kind] += 1
        self.false.add(" ".join(made_up.split()))
        return made_up


def _changed(text: str) -> str:
    """Return the text with another first number, or nothing where it has none."""
    changed = re.sub(r"\d+", lambda found: str(int(found[0]) * 3 + 1), text, count=1)
    return changed if changed != text else ""


def simulate(cvs: int, ads: int) -> bool:
    """Tailor so many CVs to so many ads; return whether all lies were stopped, the rest kept."""
    liar, tally = Liar(), Counter[str]()
    with tempfile.TemporaryDirectory() as temporary, speaking(liar) as server:
        settings = Settings(
            home=Path(temporary), project="ours", model="gemini", gemini_endpoint=server.address
        )
        home = open_home(settings)
        desk = Desk(home, Pump(home.bus, mount(settings.functions), home.ports))
        pairs = material(cvs, ads)
        for cv, data in pairs.cvs.items():
            for ad, text in pairs.ads.items():
                liar.last.clear()
                run = desk.finish(Upload(Path(cv).name, data), Upload(Path(ad).name, text))
                tally[run.status.value] += 1
                if run.status is Status.DONE:
                    tally.update(_counted(home, run, liar))
        home.close()
    print_table(
        f"A model that lies in a third of all sentences, {cvs} CVs x {ads} ads (seed {_SEED})",
        {
            "ended": {status: tally[status] for status in ("done", "refused", "failed")},
            "lies told": f"{sum(liar.lies.values())}: {dict(liar.lies)}",
            "lies delivered": f"{len(liar.delivered)} (target 0)",
            "honest sentences kept": f"{tally['kept']} of {tally['honest']}"
            f" (target >= {_ENOUGH:.0%})",
            "requests per run": f"{tally['requests'] / max(tally['done'], 1):.1f}",
            "sent per run": f"{liar.letters / max(tally['done'], 1) / 1000:.1f} thousand letters",
        },
    )
    for line in liar.delivered:
        print(f"  WRONG {line}")
    return not liar.delivered and tally["kept"] >= _ENOUGH * tally["honest"]


def _counted(home: Home, run: Run, liar: Liar) -> dict[str, int]:
    """Return how many lies, and how many honest sentences of the last replies, are on the page."""
    places = [paths.document(run.id, run.revision, part_document(unit)) for unit in run.parts]
    parts = [found.load(Part) for found in home.ports.store.read(places) if found is not None]
    shown = {sentence.text for part in parts for sentence in part.sentences}
    liar.delivered += sorted(shown & liar.false)
    honest = [text for texts in liar.last.values() for text in texts]
    calls = home.ports.store.find("calls", under=paths.run(run.id))
    return {
        "honest": len(honest),
        "kept": sum(text in shown for text in honest),
        "requests": sum(call.load(CallRecord).requests for call in calls),
    }
