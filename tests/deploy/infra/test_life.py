"""From nothing to everything and back: made, left alone, changed, removed in a sane order."""

import json
import zipfile
from collections import defaultdict
from collections.abc import Iterator

import pytest

from deploy.provider.server import Change

from .workspace import ENVIRONMENTS, Workspace, inputs, workspace

DEV = inputs(ENVIRONMENTS["dev"])


@pytest.fixture(scope="module")
def lived(terraform: None) -> Iterator[Workspace]:
    """Return a workspace in which everything was made."""
    del terraform
    with workspace() as copy:
        copy.run("apply", "-auto-approve", *DEV)
        yield copy


def _planned_again(copy: Workspace) -> dict[str, list[str]]:
    copy.run("plan", *DEV, "-out=again")
    shown = json.loads(copy.run("show", "-json", "again"))
    return {
        one["address"]: one["change"]["actions"]
        for one in shown["resource_changes"]
        if one["change"]["actions"] not in (["no-op"], ["read"])
    }


def test_the_same_again_changes_nothing(lived: Workspace):
    """A second deployment of the same files and bundles has nothing to do."""
    assert _planned_again(lived) == {}


def test_an_upgrade_changes_only_what_is_new(lived: Workspace):
    """A new bundle is a new object and a new revision of its function; the old one undoes it."""
    bundle = lived.root / "build" / "bundles" / "match.zip"
    before = bundle.read_bytes()
    with zipfile.ZipFile(bundle, "w") as changed:
        changed.writestr("main.py", "changed")
    touched = set(_planned_again(lived))
    assert touched == {
        'google_cloudfunctions2_function.function["match"]',
        'google_storage_bucket_object.bundle["match"]',
    }
    bundle.write_bytes(before)
    assert _planned_again(lived) == {}


def test_all_is_removed_in_a_sane_order(lived: Workspace):
    """Calls end first, then functions, then their rights and accounts; APIs are last.

    Made is it the other way round: nothing is called before it can answer.
    """
    made = list(lived.google.changes)
    assert {one.action for one in made} == {"create"}
    lived.run("destroy", "-auto-approve", *DEV)
    removed = lived.google.changes[len(made) :]
    assert {one.action for one in removed} == {"delete"}
    assert len(removed) == len(made)
    for order in (made[::-1], removed):
        for first, then in _before(order):
            assert order.index(first) < order.index(then), (first, then)


def _before(changes: list[Change]) -> Iterator[tuple[Change, Change]]:
    """Yield what must be gone before what."""
    by: dict[str, list[Change]] = defaultdict(list)
    for one in changes:
        by[one.type.removeprefix("google_")].append(one)
    for function in by["cloudfunctions2_function"]:
        service = function.values["service_config"][0]
        member = f"serviceAccount:{service['service_account_email']}"
        for call in by["pubsub_subscription"]:
            if (call.values["push_config"] or [{}])[0].get("push_endpoint") == service["uri"]:
                yield call, function
                yield from ((call, one) for one in _rights(changes, "caller@"))
        yield from ((function, one) for one in _rights(changes, member.partition(":")[2]))
        yield from ((function, one) for one in _rights(changes, "builder@"))
        for kind in ("storage_bucket", "firestore_database", "service_account"):
            yield from ((function, one) for one in by[kind] if _used(one, member))
    for job in by["cloud_scheduler_job"]:
        yield from ((job, one) for one in by["pubsub_subscription"] if one.values["name"] == "tick")
    yield from (
        (one, topic)
        for one in by["storage_notification"]
        for topic in by["pubsub_topic"]
        if topic.values["name"] == "upload"
    )
    others = [one for one in changes if one.type != "google_project_service"]
    yield from ((others[-1], service) for service in by["project_service"])


def _rights(changes: list[Change], account: str) -> list[Change]:
    return [one for one in changes if "_iam_member" in one.type and account in one.values["member"]]


def _used(one: Change, member: str) -> bool:
    """Whether a function with this account needs it."""
    used: bool = one.values.get("member", member) == member
    return used
