"""The map and what really happens cannot drift apart."""

import re
from collections import defaultdict

import pytest

from aicvgen.agents import match, parse, render, verify, write
from aicvgen.flow.agent import Agents
from aicvgen.local.functions import load_map, topics_of
from aicvgen.settings import Settings

FOLDER = Settings().functions
MAP = load_map(FOLDER)
AGENTS: dict[str, Agents] = {
    "parse": parse.AGENTS,
    "match": match.AGENTS,
    "write": write.AGENTS,
    "verify": verify.AGENTS,
    "render": render.AGENTS,
}


def test_every_folder_is_a_function_of_the_map():
    """Each function has a folder with nothing but `main.py`, and each folder is in the map."""
    folders = {path.name: path for path in FOLDER.iterdir() if path.is_dir()}
    folders.pop("__pycache__", None)
    assert set(folders) == set(MAP)
    for path in folders.values():
        assert [file.name for file in path.iterdir() if file.name != "__pycache__"] == ["main.py"]


def test_main_is_short():
    """A function's entry point only translates: at most sixteen lines."""
    sizes = {name: len((FOLDER / name / "main.py").read_text().splitlines()) for name in MAP}
    assert {name: size for name, size in sizes.items() if size > 16} == {}


def test_each_function_answers_the_events_of_the_map():
    """The agents of a function are those that its trigger in the map names."""
    for name, agents in AGENTS.items():
        trigger = MAP[name]["trigger"]
        assert isinstance(trigger, dict)
        assert set(topics_of(trigger)) == set(agents)


def test_every_event_that_is_caused_is_answered():
    """No function emits an event that nobody waits for, and nobody waits in vain."""
    emitted = {event for function in MAP.values() for event in function["emits"]}  # type: ignore[attr-defined]
    answered = {event for agents in AGENTS.values() for event in agents}
    assert emitted == answered


def test_leases_outlast_timeouts():
    """A lease ends after the function would have been stopped."""
    for name, agents in AGENTS.items():
        for agent in agents.values():
            assert not agent.heavy or agent.lease_seconds > MAP[name]["timeout"]  # type: ignore[operator]


def test_the_readme_shows_the_map():
    """The table in the README has a row per function, with its trigger and its events."""
    text = (FOLDER.parent / "README.md").read_text()
    rows = re.findall(r"^\| (\w+) \| (.*?) \| (.*?) ?\|$", text, re.MULTILINE)
    shown = defaultdict(set, {name: set(events.split(", ")) - {""} for name, _, events in rows})
    for name, function in MAP.items():
        assert shown[name] == set(function["emits"]), name  # type: ignore[call-overload]
    triggers = {name: trigger for name, trigger, _ in rows}
    for name, agents in AGENTS.items():
        assert set(triggers[name].split(", ")) == set(agents)


def test_unknown_trigger_is_an_error():
    """A trigger that nothing can call is said when the map is read."""
    with pytest.raises(ValueError, match="Unknown trigger"):
        topics_of({"on": "cv.received"})
