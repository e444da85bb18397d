"""What must hold of the plan for every environment."""

from collections.abc import Mapping

import pytest

from aicvgen.local.functions import load_map

from .inventory import FILE, table
from .plan import Plan
from .rules import RULES
from .workspace import ENVIRONMENTS, ROOT, Workspace

FUNCTIONS = load_map(ROOT / "functions")


@pytest.mark.parametrize("environment", ENVIRONMENTS)
@pytest.mark.parametrize("rule", RULES)
def test_rule(plans: Mapping[str, Plan], environment: str, rule: str):
    """Every rule holds in every environment."""
    assert list(RULES[rule](plans[environment], FUNCTIONS)) == []


def test_everything_is_labelled_and_google_s(shared_workspace: Workspace):
    """There is one provider, and it labels whatever can be labelled."""
    shown = shared_workspace.plan(ENVIRONMENTS["dev"])
    (provider,) = shown["configuration"]["provider_config"].values()
    assert (provider["name"], provider["version_constraint"]) == ("google", "~> 6.50")
    labels = provider["expressions"]["default_labels"]
    assert labels == {"references": ["var.environment"]}
    assert {one["type"].partition("_")[0] for one in shown["resource_changes"]} == {"google"}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_nothing_is_asked_that_only_google_knows(shared_workspace: Workspace, environment: str):
    """What exists does not depend on results: the first plan of an empty project succeeds."""
    shown = shared_workspace.plan(ENVIRONMENTS[environment])
    assert {tuple(one["change"]["actions"]) for one in shown["resource_changes"]} <= {
        ("create",),
        ("read",),
    }


def test_the_inventory_is_as_reviewed(plans: Mapping[str, Plan]):
    """How much of what is made, as in `inventory.txt`, which `inventory.py` writes anew."""
    assert table(plans) == FILE.read_text("utf-8")
