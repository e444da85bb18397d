"""The rules of the reader know classes of layout, never one document."""

from pathlib import Path

import aicvgen
from benchmarks.reading.names import NAMES, digests

_RULES = ("documents", "model/extractive")
_KINDS = (".py", ".toml", ".txt")


def test_no_rule_names_a_file_person_company_or_school_of_the_corpus() -> None:
    """Every run of words in the rules' code and lists is looked up among the corpus's names."""
    known = frozenset(NAMES.read_text("ascii").split())
    root = Path(aicvgen.__file__).parent
    files = [path for each in _RULES for path in (root / each).rglob("*") if path.suffix in _KINDS]

    found = [path.name for path in files if known.intersection(digests(path.read_text("utf-8")))]

    assert len(known) > 50
    assert len(files) > 40
    assert found == []
