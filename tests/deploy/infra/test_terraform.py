"""Terraform's own checks: form, validity, and the tests beside the files."""

import re
from collections.abc import Mapping, Sequence

import pytest

from .workspace import ENVIRONMENTS, ROOT, TerraformError, Workspace

_VARIABLE = re.compile(r'^variable "(\w+)" \{(.*?)^\}', re.DOTALL | re.MULTILINE)
_OUTPUT = re.compile(r'^output "(\w+)" \{(.*?)^\}', re.DOTALL | re.MULTILINE)


def test_files_are_formatted(shared_workspace: Workspace):
    """As `terraform fmt` writes them."""
    shared_workspace.run("fmt", "-check", "-diff", "-recursive")


def test_a_file_that_is_not_formatted_is_told(own_workspace: Workspace):
    """The check above can fail."""
    (own_workspace.infra / "apis.tf").write_text("locals {\n a =   1\n}\n")
    with pytest.raises(TerraformError, match=r"apis\.tf"):
        own_workspace.run("fmt", "-check", "-diff", "-recursive")


def test_files_are_valid(shared_workspace: Workspace):
    """Every argument is one of the provider's, of its type."""
    assert "valid" in shared_workspace.run("validate")


def test_the_tests_beside_the_files_pass(shared_workspace: Workspace):
    """`terraform test`: each variable refuses what it must, outputs are what they say."""
    said = shared_workspace.run("test")
    assert re.search(r"Success! \d+ passed, 0 failed", said), said


def test_a_test_beside_the_files_can_fail(own_workspace: Workspace):
    """A variable that takes anything fails them."""
    file = own_workspace.infra / "variables.tf"
    file.write_text(file.read_text().replace('["dev", "prod"]', '["dev", "prod", "staging"]'))
    with pytest.raises(TerraformError, match="Missing expected failure"):
        own_workspace.run("test", "-filter=tests/variables.tftest.hcl")


def test_every_limit_of_models_has_bounds_of_its_own(own_workspace: Workspace):
    """All that are wrong are named, with what they may be at most, and no other."""
    wrong = {"daily_budget": 0, "monthly_budget": -1, "owner_budget": 0, "patience": 3601}
    _limited(own_workspace, wrong | {"rate": 1, "run_budget": 1000}, told=[*wrong])
    _limited(own_workspace, {"rate": 0, "run_budget": 1001}, told=["rate", "run_budget"])


def _limited(workspace: Workspace, limits: Mapping[str, int], told: Sequence[str]) -> None:
    given = "".join(f"{name} = {value}\n" for name, value in limits.items())
    file = workspace.root / "limits.tfvars"
    file.write_text(f"{ENVIRONMENTS['dev'].read_text()}\nmodel_limits = {{\n{given}}}\n")
    with pytest.raises(TerraformError) as refused:
        workspace.plan(file)
    said = " ".join(re.findall(r"[\w,:. ]+", str(refused.value)))
    listed = said.partition("at most so much:")[2].partition(".")[0]
    assert [one.split()[0] for one in listed.split(",")] == told


def test_variables_and_outputs_are_described():
    """Each says what it means; the variables are sorted and refuse what cannot work."""
    text = (ROOT / "infra" / "variables.tf").read_text()
    variables = dict(_VARIABLE.findall(text))
    assert list(variables) == sorted(variables)
    unchecked = {name for name, body in variables.items() if "validation {" not in body}
    assert unchecked == {"inbox_prefix", "protected"}
    outputs = dict(_OUTPUT.findall((ROOT / "infra" / "outputs.tf").read_text()))
    for name, body in (variables | outputs).items():
        assert "description" in body, name
