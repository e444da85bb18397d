"""What is true of the corpus: typed truth files, turned into one shape."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(slots=True)
class Truth:
    """What a person read on the page; None or empty where the truth file is silent."""

    path: Path
    contact: dict[str, str] = field(default_factory=dict)
    roles: list[dict[str, Any]] = field(default_factory=list)
    """`title`, `company`, `dates`, `bullets`."""
    degrees: list[dict[str, str]] = field(default_factory=list)
    """`degree`, `institution`."""
    skills: list[str] = field(default_factory=list)


def fold(text: str) -> str:
    """Return the text as it is compared: NFKC, one kind of space, dash and quote, no case."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub("[\u2018\u2019\u02bc`\u00b4]", "'", text)
    text = re.sub(r"[“”„]", '"', text)
    return re.sub(r"\s+", " ", text).strip()


def truths(corpus: Path) -> Iterator[Truth]:
    """Yield the truth of each document that has one, in the order of their paths."""
    for path in sorted(corpus.glob("offlinecv/*/*.truth.json")):
        yield _typed(path)
    for path in sorted(corpus.glob("jobs-finder-toolkit/fixtures/*/*/expected-canonical.yaml")):
        yield _canonical(path)


def _typed(path: Path) -> Truth:
    raw = json.loads(path.read_text(encoding="utf-8"))
    contact = dict(raw["contact"])
    contact["name"] = contact.pop("full_name", "")
    pdf = path.with_name(path.name.replace(".truth.json", ".pdf"))
    return Truth(pdf, contact, raw["experience"], raw["education"], raw["skills"])


def _canonical(path: Path) -> Truth:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    roles = [
        {
            "title": each["role"],
            "company": each["company"],
            "dates": each["dates"],
            "bullets": each["bullets"]
            + [bullet for project in each.get("projects") or [] for bullet in project["bullets"]],
        }
        for each in raw["employers"]
    ]
    skills = [
        term.strip()
        for group in raw["skills"]
        for term in group["items"].split(",")
        if term.strip()
    ]
    email = re.search(r"[\w.]+@[\w.]+", raw["contact_line"])
    contact = {"name": raw["name"], "email": email[0] if email else ""}
    return Truth(path.with_name("input.docx"), contact, roles, [], skills)
