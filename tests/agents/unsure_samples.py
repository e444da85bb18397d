"""Invented CVs and ads that the rules do not read well, and what a good reader says of them."""

from typing import Any

_Reply = dict[str, Any]

AT_SEA = """\
Odile Brandvold
odile.brandvold@example.org | +47 22 12 34 56 | Strandgaten 14, 5013 Bergen

EXPERIENCE
Fjellmark Logistics AS, Bergen, Norway
Warehouse Supervisor
03/2018 - Present
- Lead a shift of 14 people in a freezer hall of 6,000 pallets.
- Cut picking errors from 2.4% to 0.6% with a second scan at the gate.

THE YEARS AT SEA
Nordhavn Fisk AS, Bergen
Second mate, 03/2015 - 11/2017
- Stood the bridge watch on 46 crossings of the North Sea.
- Kept the chart log that the inspectors asked Odile Brandvold for,
  and sent it to odile@nordhavn.example.
Deckhand, 2011 - 2014
- Mended nets for a crew of nine.

EDUCATION
Deck Officer Certificate, Bergen Maritime School
2010 - 2011

SKILLS
SAP EWM, Excel
"""
"""A heading that nobody knows above two roles with one employer."""

MERGED = """\
Odile Brandvold
odile.brandvold@example.org

EXPERIENCE
Fjellmark Logistics AS, Bergen, Norway
Warehouse Supervisor
03/2018 - Present
- Lead a shift of 14 people in a freezer hall of 6,000 pallets.
before that, 2013 - 2017: ran the gate of Nordhavn Fisk
- Moved 90 pallets a shift without an accident in five years.

SKILLS
SAP EWM, Excel
"""
"""A role that begins in the middle of a sentence."""

TOP = """\
Odile Brandvold
odile.brandvold@example.org | +47 22 12 34 56

What I can do
Cold storage
Stock control
Forklift
Counting things twice

EXPERIENCE
Fjellmark Logistics AS, Bergen, Norway
Warehouse Supervisor
03/2018 - Present
- Lead a shift of 14 people in a freezer hall of 6,000 pallets.

EDUCATION
Vocational Certificate in Logistics, Bergen Technical School
2011 - 2013
"""
"""Skills under a sentence that is no heading."""


def words(line: int, text: str) -> list[_Reply]:
    """Return words as they stand in a line."""
    return [{"line": line, "text": text}]


def lines(first: int, last: int = 0) -> _Reply:
    """Return a range of lines."""
    return {"first": first, "last": last or first}


def at_sea() -> list[_Reply]:
    """Return the two roles at sea."""
    return [
        {
            "kind": "work",
            "title": words(11, "Second mate"),
            "organisation": words(10, "Nordhavn Fisk AS"),
            "location": words(10, "Bergen"),
            "dates": words(11, "03/2015 - 11/2017"),
            "text": [lines(12), lines(13, 14)],
        },
        {
            "kind": "work",
            "title": words(15, "Deckhand"),
            "organisation": words(10, "Nordhavn Fisk AS"),
            "dates": words(15, "2011 - 2014"),
            "text": [lines(16)],
        },
    ]


def merged() -> list[_Reply]:
    """Return the role, and the one that begins within it."""
    return [
        {
            "kind": "work",
            "title": words(5, "Warehouse Supervisor"),
            "organisation": words(4, "Fjellmark Logistics AS"),
            "text": [lines(7)],
        },
        {
            "kind": "work",
            "title": words(8, "ran the gate"),
            "organisation": words(8, "Nordhavn Fisk"),
            "dates": words(8, "2013 - 2017"),
            "text": [lines(9)],
        },
    ]


def top() -> list[_Reply]:
    """Return the skills."""
    text = [lines(4), lines(5), lines(6), lines(7)]
    return [{"kind": "skills", "heading": words(3, "What I can do"), "text": text}]


FLOATED = """\
Odile Brandvold
odile.brandvold@example.org

SKILLS
SAP EWM, Excel
2018 - Present

EXPERIENCE
Fjellmark Logistics AS
Warehouse Supervisor
- Lead a shift of 14 people in a freezer hall of 6,000 pallets.
Nordhavn Fisk AS\t2013 - 2017
Forklift Driver
- Moved 90 pallets a shift without an accident in five years.
"""
"""Dates that were set beside a role and stand above its heading."""


def floated() -> list[_Reply]:
    """Return the skills and the first role; the second is as it was."""
    return [
        {"kind": "skills", "heading": words(3, "SKILLS"), "text": [lines(4)]},
        {
            "kind": "work",
            "heading": words(6, "EXPERIENCE"),
            "title": words(8, "Warehouse Supervisor"),
            "organisation": words(7, "Fjellmark Logistics AS"),
            "dates": words(5, "2018 - Present"),
            "text": [lines(9)],
        },
    ]


BESIDE = """\
Odile Brandvold
odile.brandvold@example.org

EXPERIENCE
Fjellmark Logistics AS, Warehouse Supervisor\tBergen, Norway
- Lead fourteen people and two apprentices on every shift in a cold\t2018 - Present
  freezer hall of 6,000 pallets.
- Cut picking errors by half.
Nordhavn Fisk AS, Forklift Driver\tBergen, Norway
- Moved 90 pallets a shift without an accident in all of the\t2013 - 2017
  five years.

SKILLS
SAP EWM, Excel
"""
"""Dates in the margin beside what was done."""


def beside() -> list[_Reply]:
    """Return both roles, without their places."""
    return [
        {
            "kind": "work",
            "title": words(4, "Warehouse Supervisor"),
            "organisation": words(4, "Fjellmark Logistics AS"),
            "dates": words(5, "2018 - Present"),
            "text": [lines(5, 6), lines(7)],
        },
        {
            "kind": "work",
            "title": words(8, "Forklift Driver"),
            "organisation": words(8, "Nordhavn Fisk AS"),
            "dates": words(9, "2013 - 2017"),
            "text": [lines(9, 10)],
        },
    ]


UNSURE = {
    "at sea": (AT_SEA, at_sea()),
    "merged": (MERGED, merged()),
    "top": (TOP, top()),
    "floated": (FLOATED, floated()),
    "beside": (BESIDE, beside()),
}
"""Each with what a good reader says of it."""

_ROLES = {
    "a name that no line has": (
        (
            "Warehouse Supervisor\t03/2018 - Present\n- Lead a shift of 14 people.\n"
            "Forklift Driver\t2013 - 2017\n- Moved 90 pallets a shift."
        ),
        (),
    ),
    "a leave, which has no employer": (
        (
            "Warehouse Supervisor, Moss Ltd\t03/2018 - Present\n- Lead a shift of 14 people.\n"
            "Parental leave\t2013 - 2017\nTwo small children"
        ),
        (),
    ),
    "a name missing, and a line below that may have it": (
        (
            "Warehouse Supervisor\t03/2018 - Present\n- Lead a shift of 14 people.\n"
            "Forklift Driver\t2013 - 2017\n- Moved 90 pallets a shift.\nYards\tHull\tLeeds\tYork"
        ),
        (("work-2",),),
    ),
    "a header cut in two": (
        (
            "Docent, Collections Assistant | Community Heritage\tMay 2023 - June\nMuseum\t2024\n"
            "- Ran the museum shop.\n- Kept the keys.\n"
            "Counsellor | Youth Centre\tSep 2022 - April 2023\n- Taught maths."
        ),
        (("work-1", "work-2"),),
    ),
}
ROLES = {
    name: (
        f"Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n{text}\n\nSKILLS\nSAP",
        ids,
    )
    for name, (text, ids) in _ROLES.items()
}
"""CVs with the entries that are doubtful, next to each other."""
