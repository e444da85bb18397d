"""Skills: groups with a name and their terms."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Entry, Evidence, Kind
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block

_LABEL = re.compile(r"^([^:,;•|]{2,50}?)\s*(?::\s*|\s+[–—]\s+)(.*)$", re.DOTALL)
_SEPARATORS = re.compile(r"\s*[,;|•·∙●◦■▪]\s*|\t")
_MAX_LABEL_WORDS = 6
_LEVEL = re.compile(
    r"^(.+?)\s*\(((?:(?:very|sehr|highly)\s+)?(?:expert\w*|master|advanced|proficient|intermediate|"
    r"competent|experienced|familiar|beginner|novice|basics?|good|native|fluent|"
    r"experte|fortgeschritten|gut|grundkenntnisse|anfänger|erfahren|"
    r"avancé|intermédiaire|débutant|confirmé|avanzado|intermedio|básico|avanzato|base|"
    r"avançado|intermédio|intermediário|gevorderd|gemiddeld|basis))\)$",
    re.IGNORECASE,
)
_BARE_LABEL = re.compile(r"^([^:,;•|\t]{2,50}):$")


def read(rows: Sequence[Row], first: int) -> list[Entry]:
    """Return one entry per group; what has no group is one entry without a title."""
    groups: list[tuple[str, list[str], list[int], list[int]]] = []
    for row in rows:
        label, rest = _label(row)
        if label:
            groups.append((label, [], list(row.lines), []))
        elif not groups or (groups[-1][0] and not _continues(groups[-1], row)):
            groups.append(("", [], [], []))
        groups[-1][1].extend(terms_of(rest))
        groups[-1][3].extend(row.lines)
    return [
        _entry(f"{Kind.SKILLS.value}-{number}", *each)
        for number, each in enumerate(_merge(groups), start=first)
    ]


def is_plain_list(block: Block) -> bool:
    """Say whether the block lists skills in a way that has no wrapped lines to join."""
    if block.kind is not Kind.SKILLS:
        return False
    return not any("," in row.text or row.bullet for row in block.rows)


def terms_of(text: str) -> list[str]:
    """Split a list of terms; separators inside of parentheses do not count."""
    terms: list[str] = []
    depth, start = 0, 0
    for match in re.finditer(r"[()\[\]]|" + _SEPARATORS.pattern, text):
        if match[0] in "([":
            depth += 1
        elif match[0] in ")]":
            depth = max(depth - 1, 0)
        elif depth == 0:
            terms.append(text[start : match.start()])
            start = match.end()
    terms.append(text[start:])
    return [
        term.strip(" .\t") if term.count(".") == 1 and term.endswith(".") else term.strip()
        for term in terms
        if term.strip(" .")
    ]


def _label(row: Row) -> tuple[str, str]:
    bare = _BARE_LABEL.match(row.text)
    if bare:
        return bare[1].strip(), ""
    match = _LABEL.match(row.text)
    if match and len(match[1].split()) <= _MAX_LABEL_WORDS:
        return match[1].strip(), match[2]
    head, tab, rest = row.text.partition("\t")
    if tab and "," not in head and ("," in rest or ("\t" not in rest and row.line.bold)):
        return head.strip(), rest
    return "", row.text


def _continues(group: tuple[str, list[str], list[int], list[int]], row: Row) -> bool:
    """Say whether an unlabelled row belongs to the group above it."""
    return not group[1] or (not row.bullet and row.line.box is None)


def _merge(
    groups: list[tuple[str, list[str], list[int], list[int]]],
) -> list[tuple[str, list[str], list[int], list[int]]]:
    merged: list[tuple[str, list[str], list[int], list[int]]] = []
    for each in groups:
        loose = next((other for other in merged if not other[0]), None) if not each[0] else None
        if loose is not None:
            loose[1].extend(each[1])
            loose[3].extend(each[3])
        else:
            merged.append(each)
    return merged


def _entry(
    entry_id: str, label: str, terms: list[str], label_lines: list[int], lines: list[int]
) -> Entry:
    evidence = {"terms": Evidence(lines=tuple(lines), confidence=0.9)}
    levelled = _LEVEL.match(label)
    title, grade = (levelled[1], levelled[2]) if levelled else (label, "")
    for name, value in (("title", title), ("grade", grade)):
        if value:
            evidence[name] = Evidence(lines=tuple(label_lines), confidence=0.9)
    return Entry(id=entry_id, title=title, grade=grade, terms=tuple(terms), evidence=evidence)
