"""Functions may do what they do: rights, environment, indexes and lifetimes fit the code."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from aicvgen import paths
from aicvgen.cloud.fields import EXPIRY
from aicvgen.flow.start import RETENTION
from aicvgen.local.functions import callers, load_map
from aicvgen.settings import Settings, load_settings

from .plan import Plan
from .workspace import ENVIRONMENTS, PROJECT, ROOT

FUNCTIONS: Mapping[str, Mapping[str, Any]] = load_map(ROOT / "functions")
_ROLES = {
    "read": {"roles/storage.objectViewer"},
    "create": {"roles/storage.objectViewer", "roles/storage.objectCreator"},
    "write": {"roles/storage.objectUser"},
}
EVERY = pytest.mark.parametrize("environment", ENVIRONMENTS)


def _member(name: str) -> str:
    return f"serviceAccount:function-{name}@example.iam.gserviceaccount.com"


@EVERY
def test_functions_publish_what_the_map_says(plans: Mapping[str, Plan], environment: str):
    """A function may publish what it emits; one that republishes, every event; nobody more."""
    granted = plans[environment].of("pubsub_topic_iam_member")
    events = {event for one in FUNCTIONS.values() for event in one["emits"]}
    for name, function in FUNCTIONS.items():
        wanted = events if function.get("republishes") else set(function["emits"])
        assert {one["topic"] for one in granted if one["member"] == _member(name)} == wanted


@EVERY
def test_functions_touch_the_files_of_the_map(plans: Mapping[str, Plan], environment: str):
    """Rights on buckets are those of the map, and no others."""
    granted = plans[environment].of("storage_bucket_iam_member")
    for name, function in FUNCTIONS.items():
        wanted = {
            (f"{PROJECT}-{bucket}", role)
            for bucket, right in function.get("files", {}).items()
            for role in _ROLES[right]
        }
        found = {(one["bucket"], one["role"]) for one in granted if one["member"] == _member(name)}
        assert found == wanted


@EVERY
def test_messages_come_again_as_the_map_says(plans: Mapping[str, Plan], environment: str):
    """The pauses between deliveries and their number are those of the function."""
    subscriptions = plans[environment].named("pubsub_subscription")
    for topic, name in callers(FUNCTIONS).items():
        retry, one = FUNCTIONS[name]["retry"], subscriptions[topic]
        assert one.block("retry_policy") == {
            "minimum_backoff": f"{retry['minimum']}s",
            "maximum_backoff": f"{retry['maximum']}s",
        }
        assert one.block("dead_letter_policy")["max_delivery_attempts"] == retry["deliveries"]


def test_people_reach_only_what_is_below_their_name(plans: Mapping[str, Plan]):
    """An owner's rights on buckets hold below the owner's name, and so does listing."""
    found = [
        one
        for one in plans["everything"].of("storage_bucket_iam_member")
        if one["member"] == "user:ann@example.com"
    ]
    assert {one["bucket"] for one in found} == {f"{PROJECT}-inbox", f"{PROJECT}-outbox"}
    for one in found:
        where = one.block("condition")["expression"].split(" || ")
        assert where == [
            f"resource.name.startsWith('projects/_/buckets/{one['bucket']}/objects/ann/')",
            "api.getAttribute('storage.googleapis.com/objectListPrefix', '').startsWith('ann/')",
        ]


@EVERY
def test_only_the_sweep_may_delete_documents(plans: Mapping[str, Plan], environment: str):
    """Every function reads and writes the one database, by a role without deleting."""
    plan = plans[environment]
    roles = {
        one["id"]: set(one["permissions"])
        for one in plan.of("project_iam_custom_role")
        if any(right.startswith("datastore.") for right in one["permissions"])
    }
    for name in FUNCTIONS:
        (right,) = (
            one
            for one in plan.of("project_iam_member")
            if one["member"] == _member(name) and one["role"] in roles
        )
        where = right.block("condition")["expression"]
        assert where == f"resource.name == 'projects/{PROJECT}/databases/(default)'"
        deletes = "datastore.entities.delete" in roles[right["role"]]
        assert deletes == (name == "sweep")


@EVERY
def test_who_asks_a_model_may(plans: Mapping[str, Plan], environment: str):
    """Where Gemini writes, the functions that the map lets ask a model may, and nobody else."""
    (model,) = {
        one.block("service_config")["environment_variables"]["AICVGEN_MODEL"]
        for one in plans[environment].of("cloudfunctions2_function")
    }
    asking = {name for name, said in FUNCTIONS.items() if "model" in said["extras"]}
    may = {
        one["member"]
        for one in plans[environment].of("project_iam_member")
        if one["role"].endswith("aicvgenAsker/id")
    }
    assert may == ({_member(name) for name in asking} if model == "gemini" else set())


@EVERY
def test_functions_understand_their_environment(
    plans: Mapping[str, Plan], environment: str, monkeypatch: pytest.MonkeyPatch
):
    """What a function is given are settings, all of them right, of the cloud backend."""
    for name, function in plans[environment].named("cloudfunctions2_function").items():
        given = function.block("service_config")["environment_variables"]
        for setting in Settings.model_fields:
            monkeypatch.delenv(f"AICVGEN_{setting.upper()}", raising=False)
        for variable, value in given.items():
            monkeypatch.setenv(variable, value)
        settings = load_settings()
        assert (settings.backend, settings.project) == ("cloud", PROJECT)
        assert settings.inbox_bucket == f"{PROJECT}-inbox"
        assert given["THREADS"] == str(FUNCTIONS[name]["concurrency"])


@EVERY
def test_files_outlive_their_run(plans: Mapping[str, Plan], environment: str):
    """Google deletes no file that a living run still reads."""
    for bucket in plans[environment].of("storage_bucket"):
        for rule in bucket.values.get("lifecycle_rule") or ():
            if rule["action"][0]["type"] == "Delete" and not bucket["name"].endswith("-inbox"):
                assert rule["condition"][0]["age"] * 86400 >= RETENTION


def test_documents_expire(plans: Mapping[str, Plan]):
    """Each collection that `paths` names has its time to live, but for the controls."""
    made = [
        function(*("x" for _ in inspect.signature(function).parameters))
        for name, function in inspect.getmembers(paths, inspect.isfunction)
        if function.__module__ == paths.__name__ and not name.startswith("_")
    ]
    collections = {path.split("/")[-2] for path in made}
    expiring = {
        one["collection"]
        for one in plans["prod"].of("firestore_field")
        if one["field"] == EXPIRY and one["ttl_config"]
    }
    assert expiring == collections


@dataclass(frozen=True, slots=True)
class Query:
    """What a query of the code asks an index for."""

    collection: str
    deep: bool
    equal: frozenset[str]
    order: str
    descending: bool


def _queries() -> Iterator[Query]:
    for file in (ROOT / "shared" / "aicvgen").rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Attribute(
                        value=ast.Attribute(attr="store") | ast.Name(id="store"), attr="find"
                    ),
                    args=[ast.Constant(value=str(collection)), *where],
                ):
                    said = {one.arg: one.value for one in call.keywords}
                    fields = {field for one in where for field in _equal(file.read_text(), one)}
                    order = said.get("order_by")
                    named = str(order.value) if isinstance(order, ast.Constant) else ""
                    down = "descending" in said
                    yield Query(collection, "under" not in said, frozenset(fields), named, down)


def _equal(source: str, where: ast.expr) -> Iterator[str]:
    """Yield the fields that a condition compares for equality; `in` is several equalities."""
    match where:
        case ast.Call(args=[ast.Constant(value=str(field)), ast.Constant(value="==" | "in"), *_]):
            yield field
        case ast.Starred():
            yield from ("status",) if 'Where("status"' in source else ()


def test_every_query_has_its_index(plans: Mapping[str, Plan]):
    """What the code asks for is indexed: with an order by one index, else field by field."""
    plan = plans["prod"]
    together = {
        (
            one["collection"],
            one["query_scope"] == "COLLECTION_GROUP",
            tuple(field["field_path"] for field in one["fields"]),
            one["fields"][-1]["order"] == "DESCENDING",
        )
        for one in plan.of("firestore_index")
    }
    alone = {
        (one["collection"], index["query_scope"] == "COLLECTION_GROUP", one["field"])
        for one in plan.of("firestore_field")
        for index in one.block("index_config").get("indexes") or ()
    }
    queries = set(_queries())
    assert len(queries) > 5
    for query in queries:
        if query.order and query.equal:
            fields = (*sorted(query.equal), query.order)
            assert (query.collection, query.deep, fields, query.descending) in together, query
        else:
            for field in query.equal | ({query.order} - {""}):
                assert (query.collection, query.deep, field) in alone, query
    asked = {(one.collection, one.deep, field) for one in queries for field in one.equal}
    asked |= {(one.collection, one.deep, one.order) for one in queries}
    assert alone <= asked, "an index that nothing asks for costs at every write"
