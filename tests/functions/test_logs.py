"""Log lines: JSON that Cloud Logging reads, and nothing that quotes a document."""

import io
import json
import logging

from aicvgen.telemetry import logs

PERSON = "Tamsin Okafor-Reyes"


def _line(level: int, message: str, **more: object) -> dict[str, object]:
    stream = io.StringIO()
    logs.configure("DEBUG", stream)
    logging.getLogger("aicvgen.test").log(level, message, **more)  # type: ignore[arg-type]
    line: dict[str, object] = json.loads(stream.getvalue())
    return line


def test_a_line_has_severity_and_trace():
    """Severity, message, time and the trace under the names that Cloud Logging knows."""
    line = _line(logging.INFO, "step done", extra={"trace_id": "ab", "span_id": "cd"})
    assert line["severity"] == "INFO"
    assert line["logging.googleapis.com/trace"] == "ab"
    assert line["logging.googleapis.com/spanId"] == "cd"
    assert "time" in line


def test_with_a_project_the_trace_is_one_of_cloud_trace():
    """Then a line is shown with the spans of its trace."""
    stream = io.StringIO()
    logs.configure("DEBUG", stream, project="prj")
    logging.getLogger("aicvgen.test").info("step done", extra={"trace_id": "ab"})
    assert json.loads(stream.getvalue())["logging.googleapis.com/trace"] == "projects/prj/traces/ab"


def test_only_known_fields_get_through():
    """A field that is not on the list is dropped."""
    line = _line(logging.INFO, "step done", extra={"run_id": "r", "cv_text": PERSON})
    assert line["run_id"] == "r"
    assert PERSON not in json.dumps(line)


def test_bound_fields_are_on_every_line_of_the_block():
    """What a block binds is said by its lines, and not after it; the line's own word wins."""
    with logs.bound(run_id="r", trace_id="ab"):
        inside = _line(logging.INFO, "step done", extra={"trace_id": "cd"})
    after = _line(logging.INFO, "idle")
    assert (inside["run_id"], inside["trace_id"]) == ("r", "cd")
    assert "run_id" not in after


def test_an_exception_is_told_without_its_text():
    """The class and place of an error are said, its text is not: it may quote the document."""
    error = ValueError(PERSON)
    try:
        raise error
    except ValueError:
        line = _line(logging.ERROR, "step crashed", exc_info=True)
    assert line["error"] == "ValueError"
    assert str(line["at"]).startswith("test_logs.py:")
    assert PERSON not in json.dumps(line)


def test_a_budget_and_a_call_are_told_in_numbers():
    """What an alert or a metric is made of gets through."""
    budget = {"period": "2026-11", "whose": "month", "percent": 90, "spent_dollars": 9.0}
    call = {"task": "judge", "answered": "rule", "why": "off", "nanodollars": 12, "seconds": 0.5}
    line = _line(logging.WARNING, "any", extra=budget | call | {"limit_dollars": 10.0})
    assert {name: line[name] for name in budget | call} == budget | call
