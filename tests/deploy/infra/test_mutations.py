"""Every mistake is found, by the check that is meant to find it."""

from dataclasses import dataclass

import pytest

from aicvgen.local.functions import load_map

from .plan import planned
from .rules import broken
from .workspace import ENVIRONMENTS, ROOT, TerraformError, Workspace

FUNCTIONS = load_map(ROOT / "functions")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A change of a file, and what must be said of it."""

    name: str
    file: str
    old: str
    new: str
    says: str
    rule: str = ""
    """That finds it; none: Terraform itself does."""
    environment: str = "everything"


_STRANGER = """
resource "google_pubsub_topic_iam_member" "stranger" {
  topic  = google_pubsub_topic.work["upload"].name
  role   = "roles/pubsub.publisher"
  member = "allUsers"
}
"""
_EXTRA = """
resource "google_service_account" "extra" {
  account_id = "function-extra"
}

resource "google_cloudfunctions2_function" "extra" {
  name     = "extra"
  location = var.region

  build_config {
    runtime     = var.runtime
    entry_point = "extra"
  }

  service_config {
    available_memory                 = "256Mi"
    timeout_seconds                  = 60
    max_instance_request_concurrency = 1
    ingress_settings                 = "ALLOW_INTERNAL_ONLY"
    service_account_email            = google_service_account.extra.email
  }
}
"""
_DEAD_LETTERS = """  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead[each.value].id
    max_delivery_attempts = local.functions[each.value].retry.deliveries
  }
"""
_MAP = 'yamldecode(file("${path.module}/../functions/pipeline.yaml"))'

MISTAKES = (
    Mistake(
        "misspelt argument",
        "topics.tf",
        "max_delivery_attempts",
        "max_delivery_atempts",
        'An argument named "max_delivery_atempts" is not expected here',
    ),
    Mistake(
        "unknown block",
        "storage.tf",
        "soft_delete_policy {",
        "soft_deletion {",
        'Blocks of type "soft_deletion" are not expected here',
    ),
    Mistake(
        "missing argument",
        "topics.tf",
        "    push_endpoint =",
        "    # push_endpoint =",
        'The argument "push_endpoint" is required',
    ),
    Mistake(
        "wrong type",
        "schedule.tf",
        'time_zone   = "Etc/UTC"',
        'time_zone   = ["Etc/UTC"]',
        "Incorrect attribute value type",
    ),
    Mistake(
        "undeclared reference",
        "topics.tf",
        "google_pubsub_topic.dead[each.value]",
        "google_pubsub_topic.ded[each.value]",
        "Reference to undeclared resource",
    ),
    Mistake(
        "missing secret version",
        "functions.tf",
        "        version    = secret_environment_variables.value\n",
        "",
        'The argument "version" is required',
    ),
    Mistake(
        "unversioned secret",
        "functions.tf",
        "version    = secret_environment_variables.value",
        'version    = "latest"',
        "sweep reads OTEL_EXPORTER_OTLP_HEADERS without a version.",
        "secrets_have_versions",
    ),
    Mistake(
        "missing dead letter",
        "topics.tf",
        _DEAD_LETTERS,
        "",
        "The topic cv.received has no dead letters: None is not parse.dead.",
        "topics_have_dead_letters",
    ),
    Mistake(
        "dead letters that Pub/Sub may not move",
        "topics.tf",
        'role   = "roles/pubsub.publisher"\n  member = local.agents.pubsub',
        'role   = "roles/pubsub.publisher"\n  member = google_service_account.caller.member',
        "Pub/Sub may not move messages from cv.received to parse.dead.",
        "topics_have_dead_letters",
    ),
    Mistake(
        "public invoker",
        "ingress.tf",
        "member   = google_service_account.caller.member",
        'member   = each.key == "api" ? "nobody" : "allUsers"',
        'google_cloud_run_v2_service_iam_member.caller["intake"] is everybody\'s.',
        "nobody_is_public",
    ),
    Mistake(
        "public publisher",
        "topics.tf",
        "",
        _STRANGER,
        "google_pubsub_topic_iam_member.stranger is everybody's.",
        "nobody_is_public",
    ),
    Mistake(
        "primitive role",
        "storage.tf",
        'write  = ["roles/storage.objectUser"]',
        'write  = ["roles/editor"]',
        'google_storage_bucket_iam_member.function["render outbox roles/editor"]'
        " is broad: roles/editor.",
        "roles_are_narrow",
    ),
    Mistake(
        "project-wide role",
        "identities.tf",
        '"roles/telemetry.tracesWriter",',
        '"roles/pubsub.publisher",',
        'google_project_iam_member.telemetry["api roles/pubsub.publisher"]'
        " is project-wide without a condition: roles/pubsub.publisher.",
        "roles_are_narrow",
    ),
    Mistake(
        "short ack deadline",
        "topics.tf",
        "local.functions[each.value].timeout + 10\n",
        "30\n",
        "draft.completed waits 30 s for a function that may take 90 s.",
        "deadlines_are_long_enough",
    ),
    Mistake(
        "too long a timeout",
        "../functions/pipeline.yaml",
        "timeout: 90",
        "timeout: 600",
        "Pub/Sub waits 600 s for an acknowledgement at most",
    ),
    Mistake(
        "function not in the map",
        "functions.tf",
        "",
        _EXTRA,
        "The function extra is not in the map.",
        "functions_are_those_of_the_map",
    ),
    Mistake(
        "function of the map not deployed",
        "pipeline.tf",
        f"functions = {_MAP}",
        f'functions = {{ for name, one in {_MAP} : name => one if name != "api" }}',
        "The function api is not in the plan.",
        "functions_are_those_of_the_map",
        "dev",
    ),
    Mistake(
        "one account for all",
        "functions.tf",
        "google_service_account.function[each.key].email",
        "google_service_account.caller.email",
        "write and verify share the account caller@example.iam.gserviceaccount.com.",
        "each_function_is_somebody",
    ),
    Mistake(
        "bytecode that goes out of date",
        "functions.tf",
        "SOURCE_DATE_EPOCH",
        "PYTHONHASHSEED",
        "parse compiles its sources again at every start.",
        "sources_start_compiled",
    ),
    Mistake(
        "open ingress",
        "ingress.tf",
        '"ALLOW_INTERNAL_ONLY"',
        '"ALLOW_ALL"',
        "sweep can be reached from outside: ALLOW_ALL.",
        "only_the_api_is_reached_from_outside",
    ),
    Mistake(
        "missing topic",
        "topics.tf",
        'for_each = local.called\n\n  name         = "${each.key}.dead"',
        'for_each = local.called\n\n  name         = "${each.key}.deed"',
        "The topic parse.deed is only in the plan.",
        "topics_are_those_of_the_map",
    ),
    Mistake(
        "push without an identity",
        "topics.tf",
        "audience              = google_cloudfunctions2_function.function[each.value]"
        ".service_config[0].uri",
        'audience              = "everybody"',
        "The topic tick does not call sweep with an identity.",
        "subscriptions_call_their_function",
    ),
    Mistake(
        "subscription of another name",
        "topics.tf",
        "name  = each.key #",
        'name  = "${each.key}-push" #',
        "The code takes what tick-push delivers for another topic than tick.",
        "subscriptions_call_their_function",
    ),
    Mistake(
        "subscription that expires",
        "topics.tf",
        'ttl = "" # never',
        'ttl = "86400s"',
        "The subscription parse.dead expires.",
        "subscriptions_never_expire",
    ),
    Mistake(
        "bucket that can be public",
        "storage.tf",
        'public_access_prevention    = "enforced"',
        'public_access_prevention    = "inherited"',
        "aicvgen-example-inbox can be made public.",
        "buckets_are_private",
    ),
)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.name)
def test_mistake(own_workspace: Workspace, mistake: Mistake):
    """A mistake breaks its rule, or Terraform says it."""
    file = own_workspace.infra / mistake.file
    text = file.read_text()
    assert mistake.old in text, "the files have changed: change the mistake too"
    file.write_text(text.replace(mistake.old, mistake.new) if mistake.old else text + mistake.new)
    variables = ENVIRONMENTS[mistake.environment]
    if not mistake.rule:
        with pytest.raises(TerraformError) as raised:
            own_workspace.plan(variables)
        assert mistake.says in " ".join(str(raised.value).replace("│", "").split())
        return
    found = broken(planned(own_workspace.plan(variables, foresight=True)), FUNCTIONS)
    assert mistake.says in found.get(mistake.rule, []), found
