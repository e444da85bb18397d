"""What is counted out of the log and who is told, on lines that the functions really write."""

import io
import json
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.trace import INVALID_SPAN

from aicvgen import paths
from aicvgen.days import day_of
from aicvgen.domain import events
from aicvgen.domain.allowance import Limits, Purse
from aicvgen.domain.events import Event
from aicvgen.domain.records import Answered, Call
from aicvgen.domain.run import Document, Run
from aicvgen.flow.record import Attempt, log_calls
from aicvgen.flow.spending import look_after_money
from aicvgen.local.home import open_home
from aicvgen.model.errand import Errand
from aicvgen.ports import Put
from aicvgen.settings import Settings
from aicvgen.telemetry import logs

from .plan import Plan

Line = Mapping[str, Any]
_TERM = re.compile(r'jsonPayload\.(\w+)(=~|>=|=|>)("[^"]*"|\S+)')
_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
    "=~": lambda value, pattern: re.search(pattern, value) is not None,
}


def _meets(line: Line, query: str) -> bool:
    """Say whether a line meets the terms of a query, as Cloud Logging joins them."""
    asked, *terms = query.split(" jsonPayload.")
    assert asked == 'resource.type="cloud_run_revision"'
    found = _TERM.findall(query)
    assert len(found) == len(terms)
    return all(
        name in line and _OPERATORS[sign](line[name], json.loads(value))
        for name, sign, value in found
    )


@pytest.fixture
def everything(plans: Mapping[str, Plan]) -> Plan:
    """Return the plan with a language model."""
    return plans["everything"]


@pytest.fixture
def log() -> io.StringIO:
    """Return where the log lines go."""
    stream = io.StringIO()
    logs.configure("INFO", stream)
    return stream


def _lines(log: io.StringIO) -> list[Line]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _alerts(plan: Plan) -> dict[str, str]:
    """Return what each alert looks for, by its title."""
    return {
        one["display_name"].partition(": ")[2]: one.block("conditions")["condition_matched_log"][0][
            "filter"
        ]
        for one in plan.of("monitoring_alert_policy")
    }


def _metrics(plan: Plan) -> dict[str, str]:
    return {one["name"]: one["filter"] for one in plan.of("logging_metric")}


@pytest.mark.parametrize(("spent", "told"), [(80, 0), (91, 1), (100, 1)])
def test_an_alert_is_raised_when_a_budget_is_nearly_used_up(
    everything: Plan, log: io.StringIO, tmp_path: Path, spent: int, told: int
):
    """The sweep's own line raises it, from ninety percent on."""
    home = open_home(Settings(home=tmp_path))
    ports = replace(home.ports, limits=Limits(run=1, day=100))
    purse = Purse(period=day_of(ports.now()), whose="day", limit=100, taken=100, spent=spent)
    ports.store.commit([Put(paths.purse("any"), purse)], expires_at=ports.now() + 60)
    look_after_money(ports)
    home.close()
    wanted = _alerts(everything)["a budget for language models is nearly used up"]
    assert sum(_meets(line, wanted) for line in _lines(log)) == told


def _call(answered: Answered, **more: Any) -> Call:
    return Call(task="judge", prompt="judge/v1", model="gemini-x", answered=answered, **more)


def test_calls_are_counted(everything: Plan, log: io.StringIO):
    """What rules answered, what was paid, and an alert for what has no price."""
    upload = Document(name="cv.pdf", key="k", checksum="0")
    run = Run(
        id="r",
        owner="ann",
        trace_id="t",
        cv=upload,
        job=upload,
        created_at=0,
        updated_at=0,
        expires_at=1,
    )
    event = Event(
        id="e",
        run_id="r",
        name=events.DRAFT_COMPLETED,
        cause="c",
        revision=1,
        wave=1,
        traceparent="",
        created_at=0,
        expires_at=1,
        due_at=0,
    )
    calls = [
        _call(Answered.MODEL, nanodollars=5),
        _call(Answered.RULE, why="off"),
        _call(Answered.RULE, why="malformed", nanodollars=7, priced=False),
        _call(Answered.CACHE),
    ]
    log_calls(Attempt("verify", INVALID_SPAN, 0.0, Errand(calls=calls)), run, event, 1.0)
    lines, metrics = _lines(log), _metrics(everything)
    by_rule = [line["why"] for line in lines if _meets(line, metrics["aicvgen/answered_by_rule"])]
    assert by_rule == ["off", "malformed"]
    paid = [line["nanodollars"] for line in lines if _meets(line, metrics["aicvgen/nanodollars"])]
    assert paid == [5, 7]
    unpriced = _alerts(everything)["a language model has no price"]
    assert sum(_meets(line, unpriced) for line in lines) == 1


def test_what_is_extracted_is_on_the_lines(everything: Plan):
    """Every label and value is one of the fields that a line may have."""
    metrics = everything.of("logging_metric")
    conditions = [
        one.block("conditions")["condition_matched_log"][0]
        for one in everything.of("monitoring_alert_policy")
    ]
    said = [
        *(one["value_extractor"] for one in metrics if one["value_extractor"]),
        *(text for one in metrics for text in one["label_extractors"].values()),
        *(text for one in conditions for text in one["label_extractors"].values()),
    ]
    assert {re.sub(r"EXTRACT\(jsonPayload\.(\w+)\)", r"\1", text) for text in said} <= {
        *logs.FIELDS
    }
    for one in metrics:
        labels = {label["key"] for label in one.block("metric_descriptor")["labels"]}
        assert labels == set(one["label_extractors"])


def test_the_functions_know_their_budget(
    everything: Plan, monkeypatch: pytest.MonkeyPatch, plans: Mapping[str, Plan]
):
    """The variables come out as the settings of every function; without a model there are none."""
    for function in everything.of("cloudfunctions2_function"):
        given = function.block("service_config")["environment_variables"]
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        settings = Settings()
        assert (settings.run_budget, settings.daily_budget) == (Decimal(2), Decimal(50))
        assert (settings.owner_budget, settings.monthly_budget) == (Decimal(5), Decimal(300))
        assert (settings.model_rate, settings.model_patience) == (10, 600)
    for function in plans["dev"].of("cloudfunctions2_function"):
        given = function.block("service_config")["environment_variables"]
        assert [name for name in given if "BUDGET" in name] == []


def test_nothing_is_counted_where_no_model_is_asked(plans: Mapping[str, Plan]):
    """Rules alone cost nothing that somebody must be told of."""
    assert (_alerts(plans["prod"]), _metrics(plans["prod"])) == ({}, {})
