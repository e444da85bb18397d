"""What a model may say to each question, for tests that speak for it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from aicvgen.model.prompts import PROMPTS, TASKS
from vertex import Answer, Asked, Script, failing, saying

Material = dict[str, Any]
Reply = Callable[[Material], Material]
"""From the JSON of a question to that of its answer."""


def task_of(asked: Asked) -> str:
    """Return the task of a question, whose instruction begins as that of a prompt."""
    return next(
        task
        for task in TASKS
        for version in PROMPTS.versions(task)
        if asked.instruction.startswith(PROMPTS.prompt(task, version).instruction.splitlines()[0])
    )


def answering(replies: Mapping[str, Reply]) -> Script:
    """Return a script that says this to these tasks and is honest to the others."""
    told = {**HONEST, **replies}

    def script(asked: Asked) -> Answer:
        reply = told.get(task_of(asked))
        return saying(reply(asked.said)) if reply is not None else failing(400)

    return script


def as_noted(material: Material) -> list[Material]:
    """Return the last five notes word for word, the last one first."""
    return [
        {"text": note["text"], "rests_on": [note["id"]]} for note in reversed(material["notes"])
    ][:5]


def mended(material: Material) -> Material:
    """Return each refused sentence as its first note says it."""
    texts = {note["id"]: note["text"] for note in material["notes"]}
    return {
        "sentences": [
            {"id": one["id"], "text": texts[one["rests_on"][0]], "rests_on": one["rests_on"][:1]}
            for one in material["sentences"]
        ]
    }


HONEST: Mapping[str, Reply] = MappingProxyType(
    {
        "parse-cv": lambda _: {"entries": []},
        "parse-job": lambda _: {"requirements": []},
        "match": lambda _: {"proposals": []},
        "write-section": lambda material: {"bullets": as_noted(material)},
        "write-summary": lambda material: {"sentences": as_noted(material)},
        "cover-letter": lambda material: {"opening": [], "points": as_noted(material)},
        "rewrite": mended,
        "judge": lambda _: {"objections": []},
    }
)
