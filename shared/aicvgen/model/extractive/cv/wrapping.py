"""Broken lines put together again: which line goes on on the next one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from aicvgen.domain.source import Format, Line, Role
from aicvgen.model.extractive.cv import lexicon
from aicvgen.model.extractive.cv.hyphens import Vocabulary, join
from aicvgen.model.extractive.cv.rows import Row

_LOOSE = 1.9
"""Lines of one paragraph are never further apart than this many line heights."""
_TIGHT = 1.35
"""The lines of one list item are mostly not further apart than this many line heights."""
_INDENT = 2.0
"""Left edges further apart than this many points are different edges."""
_SAME_COLUMN = 6.0
_NAME_WORDS = 7
_ASIDE = 40.0
"""Text so many points further to the right is in the next cell."""
_LONG = 60
_HALF = 30
_GAP = 4
"""In letters: so much white is at least between a title and its date."""
_SOME = 40
_CAPITALS = 0.7
_SHORT_ROWS = 0.4
_FEWEST_ITEMS = 3
_COMMAS = 2
_LABEL = re.compile(r"^[^\W\d_][\w &/()+-]{1,35}:(?:\s|$)")
_TERMINAL = (".", "!", "?", ":", ";")
_STOPPED = 0.15
"""Items of a list without bullet glyphs have no full stops: at most this share of them."""
_OPEN_END = re.compile(
    r"(?:^|\s)(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|into|than|over|under|above|below|"
    r"before|after|until|per|as|that|which|whose|&|und|oder|der|die|das|den|dem|des|ein|eine|einer|"
    r"mit|von|vom|zu|zum|zur|im|in|auf|für|bei|durch|unter|über|bis|aus|nach|sowie|"
    r"et|ou|le|la|les|du|de|un|une|avec|sur|pour|par|dans|en|au|aux|chez|sous|"
    r"y|o|el|los|las|del|con|por|para|al|e|il|lo|gli|di|della|dei|delle|nel|nella|per|da|dal|"
    r"os|um|uma|com|do|dos|das|no|na|ao|van|het|een|met|voor|naar|op|bij|door|tot|uit|om)$",
)
"""Words no line of a finished text ends with; in capitals they are states: IL, DE, OR."""
_NEVER_WRAPPED = frozenset({Format.DOCX, Format.HTML})
"""Formats whose lines are whole paragraphs."""


@dataclass(frozen=True, slots=True)
class _Block:
    """What the rows around say about where lines end."""

    form: Format
    right: float
    """Right edge of the text in points."""
    listed: bool
    """Rows without bullet glyphs are list items all the same."""


def unwrap(
    sections: Sequence[Sequence[Row]], form: Format, vocabulary: Vocabulary
) -> list[list[Row]]:
    """Put list items and paragraphs of each section that were broken over lines together again.

    Where lines end is learnt from all sections that start at the same left edge.
    """
    edges = [_edges(rows) for rows in sections]
    return [
        _unwrap(
            rows,
            form,
            vocabulary,
            max(right for left, right in edges if abs(left - edges[index][0]) <= _SAME_COLUMN),
        )
        for index, rows in enumerate(sections)
    ]


def _edges(rows: Sequence[Row]) -> tuple[float, float]:
    """Return the left and right edge of the text in points."""
    boxes = [row.line.box for row in rows if row.line.box]
    return min((box[0] for box in boxes), default=0.0), max((box[2] for box in boxes), default=0.0)


def _unwrap(rows: Sequence[Row], form: Format, vocabulary: Vocabulary, right: float) -> list[Row]:
    block = _Block(form, right, _is_list(rows, right))
    whole: list[Row] = []
    for row in rows:
        if whole and _continues(whole[-1], row, block):
            before = whole[-1]
            text = join(before.text, row.text, vocabulary)
            whole[-1] = Row(text, before.lines + row.lines, before.line, row.line)
        else:
            whole.append(row)
    return whole


def _is_list(rows: Sequence[Row], right: float) -> bool:
    """Say whether the rows without bullet glyphs are list items all the same.

    Running text fills its lines, and many of them start in the middle of a sentence.
    """
    pairs = [
        (row, after) for row, after in pairwise(rows) if not row.bullet and len(row.text) >= _SOME
    ]
    if len(pairs) < _FEWEST_ITEMS:
        return False
    capital = sum(not row.text[:1].islower() for row, _ in pairs)
    short = sum(not is_full(row.last, after.text, right) for row, after in pairs)
    stopped = sum(". " in row.text or row.text.endswith(".") for row, _ in pairs)
    if stopped <= _STOPPED * len(pairs):
        return True
    return capital > _CAPITALS * len(pairs) and short >= _SHORT_ROWS * len(pairs)


def _continues(before: Row, row: Row, block: _Block) -> bool:
    if row.bullet or Role.HEADING in {row.line.role, before.line.role}:
        return False
    if block.form in _NEVER_WRAPPED or (_LABEL.match(row.text) and not before.text.endswith(",")):
        return False
    if block.form is Format.PDF:
        wraps = _item_wraps if before.bullet else _text_wraps
        return _is_beside_date(before, row) or (
            _adjacent(before, row) and wraps(before, row, block)
        )
    if before.bullet and row.line.level > before.line.level:
        return True
    if block.form is Format.TEXT and before.bullet and row.line.level < before.line.level:
        return False
    spaced = row.line.spaced and not before.last.spaced
    return not spaced and _starts_small(row) and (before.bullet or len(before.last.text) >= _LONG)


def _starts_small(row: Row) -> bool:
    return row.text[:1].islower()


def _adjacent(before: Row, row: Row) -> bool:
    """Say whether the row is the next line in the same type, and nothing but text."""
    last, line = before.last, row.line
    if last.box is None or line.box is None or row.dated or "\t" in row.text:
        return False
    beside = "\t" in before.text and not before.dated and _left(line) > _left(last) + _ASIDE
    labelled = before.bullet or beside or _LABEL.match(before.text)
    if abs(last.size - line.size) > 1 or (last.bold != line.bold and not labelled):
        return False
    height = max(last.box[3] - last.box[1], last.size)
    return line.page != last.page or 0 < line.box[1] - last.box[1] <= _LOOSE * height


def _is_beside_date(before: Row, row: Row) -> bool:
    """Say whether the row is the last word of the one above, for whose date was no room there."""
    box, below = before.last.box, row.line.box
    said, tab, _ = row.text.partition("\t")
    dated = tab and row.found is not None and row.found.start == len(said) + 1
    if box is None or below is None or not dated or len(said.split()) > 1:
        return False
    if before.dated or before.bullet or len(before.text) < _HALF or not are_alike(before, row):
        return False
    letter = (box[2] - box[0]) / len(before.last.text)
    full = box[2] + letter * (len(row.text) + _GAP) > below[2]
    close = 0 < _distance(before, row) <= _LOOSE
    return full and close and abs(box[0] - below[0]) <= _INDENT


def _item_wraps(before: Row, row: Row, block: _Block) -> bool:
    small, last = _starts_small(row), before.last.text
    same_page = row.line.page == before.line.page
    outdented = _left(row.line) < _left(before.line) - _INDENT
    if outdented if same_page else not are_alike(before, row):
        return False
    hanging = _left(row.line) >= _left(before.line) + _INDENT
    ended = last.endswith(_TERMINAL)
    if small and (hanging or (len(last) >= _SOME and not ended)):
        return True
    alike = are_alike(before, row)
    if (hanging and not ended and alike) or ((hanging or alike) and _OPEN_END.search(last)):
        return True
    full = last.endswith(",") or is_full(before.last, row.text, block.right)
    tight = not ended and alike and _distance(before, row) <= _TIGHT
    return full and (hanging or small or tight)


def _text_wraps(before: Row, row: Row, block: _Block) -> bool:
    small, last = _starts_small(row), before.last.text
    apart = _is_time(row) or _ends_with_time(before)
    if _is_open(before) or (small and len(last) >= _SOME and not last.endswith(_TERMINAL)):
        return not apart
    if apart or (abs(_left(row.line) - _left(before.last)) > _INDENT and "\t" not in last):
        return False
    if not (small or _LABEL.match(before.text) or are_alike(before, row)):
        return False
    if last.endswith(",") and not before.dated:
        return True
    if not is_full(before.last, row.text, block.right):
        return False
    item = not small and block.listed and not last.endswith("-") and last.count(",") < _COMMAS
    listed = bool(_LABEL.match(before.text)) and ("," in row.text or row.text[0] == "(")
    running = len(last) >= _HALF or last.count(",") >= _COMMAS or listed
    whole = "\t" not in last and running and not before.dated and not _is_name(before)
    return not item and (small or whole)


def _is_name(row: Row) -> bool:
    """Say whether a line is a position, whether or not it is whole: its header is read later."""
    short = len(row.text.split()) <= _NAME_WORDS and not row.text.endswith(_TERMINAL)
    return short and len(row.lines) == 1 and lexicon.title_score(row.text) > 1


def _is_time(row: Row) -> bool:
    """Say whether the row is a period and nothing else."""
    found = row.found
    return found is not None and found.span and len(found.period.raw) == len(row.text)


def _ends_with_time(row: Row) -> bool:
    """Say whether a date stands behind a gap at the end of the row: what goes on is in front."""
    found = row.found
    return found is not None and found.end == len(row.text) and row.text[: found.start][-1:] == "\t"


def _is_open(before: Row) -> bool:
    """Say whether the text ends in a word that wants another."""
    last = before.last.text
    long = len(last) >= _HALF and "\t" not in last
    return long and not before.dated and bool(_OPEN_END.search(last))


def _distance(before: Row, row: Row) -> float:
    """Return how far below the last line the row starts, in line heights; 0 on another page."""
    box, next_box = before.last.box, row.line.box
    if box is None or next_box is None or before.last.page != row.line.page:
        return 0.0
    return (next_box[1] - box[1]) / (box[3] - box[1])


def are_alike(before: Row, row: Row) -> bool:
    """Say whether both rows are in the same type."""
    last, line = before.last, row.line
    return (last.bold, last.italic, last.colour, round(last.size)) == (
        line.bold,
        line.italic,
        line.colour,
        round(line.size),
    )


def _left(line: Line) -> float:
    return line.box[0] if line.box else 0.0


def is_full(line: Line, text: str, right: float) -> bool:
    """Say whether the next word would not have fitted on the line."""
    if line.box is None:
        return False
    per_character = (line.box[2] - line.box[0]) / max(len(line.text), 1)
    first_word = re.split(r"\s", text, maxsplit=1)[0]
    return line.box[2] + per_character * (len(first_word) + 1) > right - per_character
