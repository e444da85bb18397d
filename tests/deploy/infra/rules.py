"""What must hold of every plan: each rule returns what breaks it, in sentences.

The rules look at finished plans only, so that they hold whoever wrote the files and however.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from aicvgen.local.functions import callers, topics_of

from .plan import Plan, Resource

Map = Mapping[str, Mapping[str, Any]]
Rule = Callable[[Plan, Map], Iterator[str]]

_EVERYBODY = ("allUsers", "allAuthenticatedUsers")
_PRIMITIVE = ("roles/owner", "roles/editor", "roles/viewer")
_PROJECT_WIDE = frozenset(
    {
        "google_project_iam_custom_role/aicvgenAsker/id",
        "roles/cloudtrace.agent",
        "roles/logging.logWriter",
        "roles/monitoring.metricWriter",
        "roles/serviceusage.serviceUsageConsumer",
        "roles/telemetry.tracesWriter",
    }
)
"""Rights on services that have no resources of their own to bind them to."""
_LONGEST_DEADLINE = 600


def nobody_is_public(plan: Plan, _map: Map) -> Iterator[str]:
    """No right is everybody's."""
    for right in plan.rights():
        members = [right.values.get("member"), *(right.values.get("members") or ())]
        if any(one in _EVERYBODY for one in members):
            yield f"{right.address} is everybody's."


def roles_are_narrow(plan: Plan, _map: Map) -> Iterator[str]:
    """No primitive or administrator's role; a project-wide one only if nothing smaller exists."""
    for right in plan.rights():
        role = right["role"]
        if role in _PRIMITIVE or role.lower().endswith("admin"):
            yield f"{right.address} is broad: {role}."
        wide = right.type.startswith("google_project_iam_") and role not in _PROJECT_WIDE
        if wide and not right.block("condition"):
            yield f"{right.address} is project-wide without a condition: {role}."


def functions_are_those_of_the_map(plan: Plan, functions: Map) -> Iterator[str]:
    """Every function of the map is deployed as it says, and nothing else."""
    deployed = plan.named("cloudfunctions2_function")
    for name in deployed.keys() ^ functions.keys():
        where = "the map" if name in deployed else "the plan"
        yield f"The function {name} is not in {where}."
    services = plan.of("cloud_run_v2_service")
    yield from (f"{one.address} is deployed beside the functions." for one in services)
    for name in deployed.keys() & functions.keys():
        service, said = deployed[name].block("service_config"), functions[name]
        found = {
            "memory": service["available_memory"],
            "timeout": service["timeout_seconds"],
            "concurrency": service["max_instance_request_concurrency"],
        }
        if any(said[key] != value for key, value in found.items()):
            yield f"The function {name} is not what the map says: {found}."
        if deployed[name].block("build_config")["entry_point"] != name:
            yield f"The function {name} begins elsewhere."


def each_function_is_somebody(plan: Plan, _map: Map) -> Iterator[str]:
    """No two functions share an account."""
    seen: dict[str, str] = {}
    for name, function in plan.named("cloudfunctions2_function").items():
        account = function.block("service_config")["service_account_email"]
        if account in seen:
            yield f"{name} and {seen[account]} share the account {account}."
        seen[account] = name


def sources_start_compiled(plan: Plan, _map: Map) -> Iterator[str]:
    """What a build compiles stays valid when it dates the files anew."""
    for name, function in plan.named("cloudfunctions2_function").items():
        given = function.block("build_config").get("environment_variables") or {}
        if "SOURCE_DATE_EPOCH" not in given:
            yield f"{name} compiles its sources again at every start."


def only_the_api_is_reached_from_outside(plan: Plan, functions: Map) -> Iterator[str]:
    """Everything that messages call takes nothing from outside the project."""
    for name, function in plan.named("cloudfunctions2_function").items():
        ingress = function.block("service_config")["ingress_settings"]
        called = topics_of(functions[name]["trigger"]) if name in functions else ()
        if called and ingress != "ALLOW_INTERNAL_ONLY":
            yield f"{name} can be reached from outside: {ingress}."


def topics_are_those_of_the_map(plan: Plan, functions: Map) -> Iterator[str]:
    """Each topic of the map, and a dead one per function that messages call."""
    wanted = set(callers(functions)) | {f"{name}.dead" for name in set(callers(functions).values())}
    for name in plan.named("pubsub_topic").keys() ^ wanted:
        yield f"The topic {name} is only in {'the map' if name in wanted else 'the plan'}."


def topics_have_dead_letters(plan: Plan, functions: Map) -> Iterator[str]:
    """What nobody takes goes where it waits for a person, by rights that Pub/Sub has."""
    topics = plan.named("pubsub_topic")
    waiting = {one["topic"] for one in plan.of("pubsub_subscription") if not _endpoint(one)}
    published = {one["topic"]: one for one in plan.of("pubsub_topic_iam_member") if _agent(one)}
    taken = {
        one["subscription"] for one in plan.of("pubsub_subscription_iam_member") if _agent(one)
    }
    for topic, name in callers(functions).items():
        pushed = pushes(plan, topic)
        dead = f"{name}.dead"
        for one in pushed:
            letters = one.block("dead_letter_policy").get("dead_letter_topic")
            if letters is None or dead not in topics or letters != topics[dead]["id"]:
                yield f"The topic {topic} has no dead letters: {letters} is not {dead}."
                continue
            if letters not in waiting:
                yield f"Nobody keeps what goes to {dead}."
            if dead not in published or one["name"] not in taken:
                yield f"Pub/Sub may not move messages from {topic} to {dead}."
        if not pushed:
            yield f"The topic {topic} calls nobody, so it has no dead letters."


def deadlines_are_long_enough(plan: Plan, _map: Map) -> Iterator[str]:
    """Pub/Sub waits as long as the function may work."""
    limits = {
        one.block("service_config")["uri"]: one.block("service_config")["timeout_seconds"]
        for one in plan.of("cloudfunctions2_function")
    }
    for one in plan.of("pubsub_subscription"):
        name, endpoint, waits = one["name"], _endpoint(one), one["ack_deadline_seconds"]
        if endpoint and not limits[endpoint] <= waits <= _LONGEST_DEADLINE:
            yield f"{name} waits {waits} s for a function that may take {limits[endpoint]} s."


def subscriptions_call_their_function(plan: Plan, functions: Map) -> Iterator[str]:
    """Each topic's messages go to the function of the map, with an identity that may call it."""
    deployed = plan.named("cloudfunctions2_function")
    allowed = {
        (one["name"], one["member"])
        for one in plan.of("cloud_run_v2_service_iam_member")
        if one["role"] == "roles/run.invoker"
    }
    for topic, name in callers(functions).items():
        for one in pushes(plan, topic):
            push = one.block("push_config")
            token = (push.get("oidc_token") or [{}])[0]
            uri = deployed[name].block("service_config")["uri"] if name in deployed else None
            if push["push_endpoint"] != uri or token.get("audience") != uri:
                yield f"The topic {topic} does not call {name} with an identity."
            elif (name, f"serviceAccount:{token['service_account_email']}") not in allowed:
                yield f"The topic {topic} may not call {name}."
            if not one.block("retry_policy"):
                yield f"The subscription of {topic} has no retry policy."
            if one["name"] != topic:
                yield f"The code takes what {one['name']} delivers for another topic than {topic}."


def subscriptions_never_expire(plan: Plan, _map: Map) -> Iterator[str]:
    """A subscription that nothing was sent to for a month is still there."""
    for one in plan.of("pubsub_subscription"):
        if one.block("expiration_policy").get("ttl") != "":
            yield f"The subscription {one['name']} expires."


def secrets_have_versions(plan: Plan, _map: Map) -> Iterator[str]:
    """A function reads a version of a secret that somebody chose, and may read it."""
    readers = {
        (one["member"], one["secret_id"].split("/")[1])
        for one in plan.of("secret_manager_secret_iam_member")
    }
    for name, function in plan.named("cloudfunctions2_function").items():
        service = function.block("service_config")
        member = f"serviceAccount:{service['service_account_email']}"
        for secret in service.get("secret_environment_variables") or ():
            if not str(secret.get("version")).isdigit():
                yield f"{name} reads {secret['key']} without a version."
            if (member, secret["secret"]) not in readers:
                yield f"{name} may not read {secret['key']}."


def buckets_are_private(plan: Plan, _map: Map) -> Iterator[str]:
    """No public files, one kind of rights, mistakes undone for days, nothing kept for ever."""
    for bucket in plan.of("storage_bucket"):
        private = bucket["public_access_prevention"] == "enforced"
        if not (private and bucket["uniform_bucket_level_access"]):
            yield f"{bucket['name']} can be made public."
        if not bucket.block("soft_delete_policy").get("retention_duration_seconds"):
            yield f"{bucket['name']} forgets at once."
        deletes = [
            rule["condition"][0]["age"]
            for rule in bucket.values.get("lifecycle_rule") or ()
            if rule["action"][0]["type"] == "Delete"
        ]
        if not deletes and not bucket["name"].endswith("-bundles"):
            yield f"{bucket['name']} keeps people's files for ever."


def pushes(plan: Plan, topic: str) -> list[Resource]:
    """Return the subscriptions that push what is published to a topic."""
    found = plan.named("pubsub_topic").get(topic)
    return [
        one
        for one in plan.of("pubsub_subscription")
        if found and one["topic"] == found["id"] and _endpoint(one)
    ]


def _endpoint(subscription: Resource) -> str | None:
    endpoint: str | None = subscription.block("push_config").get("push_endpoint")
    return endpoint


def _agent(right: Resource) -> bool:
    return bool(right["member"].endswith("@gcp-sa-pubsub.iam.gserviceaccount.com"))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.__name__: rule
        for rule in (
            nobody_is_public,
            roles_are_narrow,
            functions_are_those_of_the_map,
            each_function_is_somebody,
            sources_start_compiled,
            only_the_api_is_reached_from_outside,
            topics_are_those_of_the_map,
            topics_have_dead_letters,
            deadlines_are_long_enough,
            subscriptions_call_their_function,
            subscriptions_never_expire,
            secrets_have_versions,
            buckets_are_private,
        )
    }
)


def broken(plan: Plan, functions: Map) -> dict[str, list[str]]:
    """Return the rules that a plan breaks, with how."""
    found = {name: sorted(rule(plan, functions)) for name, rule in RULES.items()}
    return {name: how for name, how in found.items() if how}
