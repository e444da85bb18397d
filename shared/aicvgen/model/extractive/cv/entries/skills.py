"""Skills: groups with a name and their terms."""

import re
from collections.abc import Sequence

from aicvgen.domain.cv import Entry, Evidence, Kind
from aicvgen.model.extractive.cv.entries.labels import LEVEL_WORDS
from aicvgen.model.extractive.cv.rows import Row
from aicvgen.model.extractive.cv.sections import Block
from aicvgen.model.extractive.levels import is_low, is_only_low

_LABEL = re.compile(r"^([^:,;•|]{2,50}?)\s*(?::\s*|\s+[–—]\s+)(.*)$", re.DOTALL)
_SEPARATORS = re.compile(r"\s*[,;|•·∙●◦■▪]\s*|\t")
_MAX_LABEL_WORDS = 6
_LEVEL = re.compile(rf"^(.+?)\s*\(({LEVEL_WORDS})\)$", re.IGNORECASE)
_RATED = re.compile(
    rf"(?:\s*[(:–—-]\s*{LEVEL_WORDS}\)?|\s*[(–—:-]?\s*\d{{1,3}}\s?%\)?|\s+\d{{1,2}}\s?/\s?(?:5|10)|"
    r"\s*(?:[●○◉◯■□▪▫★☆⬤◆◇▮▯◐◑⚫⚪█░▓▒]\s*){2,}|\s+([^\x00-\x7f])\1{2,}(?:\s?\1)*)$",
    re.IGNORECASE,
)
"""How well one masters something, in words, percent, bars, dots or stars behind it."""
_GRADE = re.compile(LEVEL_WORDS, re.IGNORECASE)
_RUNNING = re.compile(r",|\s[|·•/](?:\s|$)")
"""What parts terms that stand in one paragraph."""
_SLASH = re.compile(r"\s+/(?:\s+|$)")
_FEWEST_SLASHES = 2
_WORD_BEHIND = re.compile(rf"(?<=[^,;:|·\t(])\s(?:{LEVEL_WORDS})$", re.IGNORECASE)
_FEWEST_RATED, _MOSTLY = 3, 0.7
_STOPPED = re.compile(r"^([A-ZÀ-Ž][^,;:|•.]{1,40})\.\s+(?=[^.]*,)")
"""A label with a full stop in front of a list."""
_BARE_LABEL = re.compile(r"^([^:,;•|\t]{2,50}):$")


def read(rows: Sequence[Row], first: int) -> list[Entry]:
    """Return one entry per group; what has no group is one entry without a title."""
    groups: list[tuple[str, list[str], list[int], list[int]]] = []
    rows = _rated_in_words(_slashed(rows))
    tabular = _is_table(rows)
    opened = False
    for before, row in zip([*rows[:1], *rows], rows, strict=False):
        listed = opened and "," not in row.text and ":" not in row.text
        label, rest = ("", row.text) if listed else _label(row, tabular=tabular)
        if label:
            above, lines = "", list(row.lines)
            if opened and not groups[-1][1] and row.style != before.style:
                above, _, named, _ = groups.pop()
                above, lines = f"{above} · ", named + lines
            groups.append((above + label, [], lines, []))
            opened = not rest
        elif not groups or (
            groups[-1][0] and not opened and not _continues(groups[-1], before, row)
        ):
            groups.append(("", [], [], []))
        groups[-1][1].extend(_unrated(terms_of(rest)))
        groups[-1][3].extend(row.lines)
    return [
        _entry(f"{Kind.SKILLS.value}-{number}", *each)
        for number, each in enumerate(_merge(groups), start=first)
    ]


def _slashed(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with commas for the slashes of a list that has nothing else in between."""
    plain = [row.text for row in rows if not _SEPARATORS.search(_LABEL.sub(r"\2", row.text))]
    if len(plain) < len(rows) or sum(text.count(" / ") for text in plain) < _FEWEST_SLASHES:
        return list(rows)
    return [row.with_text(_SLASH.sub(", ", row.text).strip(" ,")) for row in rows]


def _rated_in_words(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without the word for how well, where most end with one and nothing else.

    A word for not well stays.
    """
    bare = [_WORD_BEHIND.sub("", row.text) for row in rows]
    rated = sum(text != row.text for text, row in zip(bare, rows, strict=True))
    if rated < _FEWEST_RATED or rated < _MOSTLY * len(rows):
        return list(rows)
    return [
        row if is_low(row.text) else row.with_text(text)
        for row, text in zip(rows, bare, strict=True)
    ]


def is_plain_list(block: Block) -> bool:
    """Say whether the block lists skills in a way that has no wrapped lines to join."""
    if block.kind is not Kind.SKILLS:
        return False
    return not any(_RUNNING.search(row.text) or row.bullet for row in block.rows)


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


def _unrated(terms: Sequence[str]) -> list[str]:
    """Return the terms without marks of how well each is mastered; words in brackets stay."""
    said = (term if is_low(term) or _LEVEL.match(term) else _RATED.sub("", term) for term in terms)
    bare = (term.strip() for term in said)
    return [term for term in bare if term and not _GRADE.fullmatch(term)]


def _is_table(rows: Sequence[Row]) -> bool:
    """Say whether the rows are labels, a wide gap, and what they stand for."""
    parted = [row for row in rows if row.text.count("\t") == 1 and "," in row.text]
    return len(parted) > 1 and 2 * len(parted) >= len(rows)


def _label(row: Row, *, tabular: bool) -> tuple[str, str]:
    bare = _BARE_LABEL.match(row.text)
    if bare:
        return bare[1].strip(), ""
    stopped = _STOPPED.match(row.text)
    if stopped:
        return stopped[1], row.text[stopped.end() :]
    match = _LABEL.match(row.text)
    rated = match and (_GRADE.fullmatch(match[2].strip()) or is_only_low(match[2]))
    if match and not rated and len(match[1].split()) <= _MAX_LABEL_WORDS:
        return match[1].strip(), match[2]
    head, tab, rest = row.text.partition("\t")
    named = row.line.bold or (tabular and "," in rest)
    if tab and "," not in head and named and not _GRADE.fullmatch(rest) and not _drawn(rest):
        return head.strip(), rest
    return "", row.text


def _drawn(text: str) -> bool:
    """Say whether a text is nothing but a level as a bar, dots, stars or a number."""
    return not re.sub(r"[\W\d_]", "", _RATED.sub("", f"x {text}"))[1:]


def _continues(group: tuple[str, list[str], list[int], list[int]], before: Row, row: Row) -> bool:
    """Say whether an unlabelled row belongs to the group that ends with the row before it."""
    indented = not row.bullet and row.line.level > before.line.level
    return not group[1] or before.text.endswith(",") or (indented and row.line.box is None)


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
