"""What every kind of test shares: the emulators, and whether anything may be missing."""

import uuid
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

from cloud.emulators import Absent, Emulators, running

settings.register_profile(
    "quick",
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough", parent=settings.get_profile("quick"), max_examples=300, derandomize=False
)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let CI insist that nothing is left out for want of an emulator or another tool."""
    parser.addoption(
        "--require-cloud",
        action="store_true",
        help="missing emulators are an error, and so is whatever else would be skipped",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where none is allowed; tell equal reasons in one line."""
    del call
    report = yield
    if report.skipped and item.config.getoption("--require-cloud"):
        report.outcome = "failed"
    elif report.skipped and isinstance(report.longrepr, tuple):
        report.longrepr = (__file__, 0, report.longrepr[2])
    return report


@pytest.fixture(scope="session")
def emulators() -> Iterator[Emulators]:
    """Run the emulators for the tests of this session that need them."""
    try:
        with running() as emulators, pytest.MonkeyPatch.context() as patch:
            for name, value in emulators.environment.items():
                patch.setenv(name, value)
            yield emulators
    except Absent as error:
        pytest.skip(str(error))


@pytest.fixture
def project(emulators: Emulators) -> str:
    """Return a project that nobody else uses."""
    del emulators
    return f"test-{uuid.uuid4().hex[:16]}"
