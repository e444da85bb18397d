"""Commands as a person gives them, in this process."""

import json
import sys
from typing import Any

from click.testing import CliRunner, Result

from aicvgen.cli.main import main

AICVGEN = [sys.executable, "-c", "from aicvgen.cli.main import main; main()"]
"""The command line as a process of its own."""


def invoke(*arguments: object) -> Result:
    """Return what a command printed and its exit code."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def invoke_json(*arguments: object) -> Any:
    """Return the JSON that a command prints where it ends well."""
    result = invoke(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
