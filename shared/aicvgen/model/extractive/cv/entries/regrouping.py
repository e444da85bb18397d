"""Groups of rows mended where a row of a header stands in a body, or in a group of its own."""

from collections.abc import Sequence

from aicvgen.model.extractive.cv import lexicon, places
from aicvgen.model.extractive.cv.entries.breaks import is_break
from aicvgen.model.extractive.cv.entries.cells import cells_of, is_place, strip_date, take_apart
from aicvgen.model.extractive.cv.entries.parts import peel_place
from aicvgen.model.extractive.cv.entries.segments import Group
from aicvgen.model.extractive.cv.entries.wraps import ends_name
from aicvgen.model.extractive.cv.rows import Row

_ROLE_CHARS = 90


def regrouped(groups: Sequence[Group]) -> list[Group]:
    """Return the groups, rows of a header that were left out of it moved into it."""
    headed = [_with_bulleted_header(each) for each in groups]
    return [_with_rest(each) for each in _without_banners(headed)]


def _with_bulleted_header(each: Group) -> Group:
    """Move the role from the first list item up where only a date stands above it."""
    if not each.header or not each.body or take_apart(each.header).cells:
        return each
    first = each.body[0]
    if lexicon.title_score(first.text) and len(first.text) < _ROLE_CHARS:
        return Group([*each.header, first], each.body[1:])
    return each


def _with_rest(each: Group) -> Group:
    """Move up the end of a name that did not fit on the header's last row, a place, a role's dates.

    Those stand under the dates of the whole stay at an employer.
    """
    if not (each.header and each.body):
        return each
    first = each.body[0]
    dates_only = first.dated and not cells_of(strip_date(first))
    more = not first.bullet and (dates_only or _is_missing_place(each.header, first))
    if more or ends_name(each.header[-1], first):
        return Group([*each.header, first], each.body[1:])
    return each


def _without_banners(groups: Sequence[Group]) -> list[Group]:
    """Join an employer's own row with the first of the roles under it."""
    joined: list[Group] = []
    for each in reversed(groups):
        cells = [cell for cell in take_apart(each.header).cells if not places.is_place(cell.text)]
        only = cells[0].text if len(cells) == 1 and not each.body else ""
        named = only and not lexicon.title_score(only) and not is_break(only)
        if joined and named and _lacks_employer(joined[-1]):
            joined[-1] = Group([*joined[-1].header, *each.header], joined[-1].body)
        else:
            joined.append(each)
    return joined[::-1]


def _lacks_employer(each: Group) -> bool:
    cells = take_apart(each.header).cells
    return len(cells) == 1 and lexicon.title_score(cells[0].text) > 1


def _is_missing_place(header: Sequence[Row], row: Row) -> bool:
    """Say whether a row is nothing but a place, and the header above it names none."""
    cells = [cell.text for cell in take_apart(header).cells]
    return is_place(row.text) and not any(is_place(each) or peel_place(each)[1] for each in cells)
