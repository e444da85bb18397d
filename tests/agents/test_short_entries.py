"""References, certificates and other short entries: where one ends and the next begins."""

import pytest

from agents.cv_samples import PLAIN, pdf, read
from aicvgen.documents.page import page
from aicvgen.domain.cv import Contact, Cv, Entry, Kind, Section


def entries(text: str, kind: Kind) -> list[Entry]:
    """Return the entries of one kind in a plain CV with more at its end."""
    return list(read(f"{PLAIN}\n{text}").entries(kind))


def test_each_referee_has_what_stands_below() -> None:
    """Who it is, then in which position, and how they are reached."""
    found = entries(
        "REFERENCES\nMaren Holt\nHead of Stores, Fjellmark Logistics AS\nmaren@fjell.example\n"
        "Jon Aasen, Foreman\njon@fjell.example\n",
        Kind.REFERENCES,
    )
    assert [(each.title, [fact.text for fact in each.facts()]) for each in found] == [
        ("Maren Holt", ["Head of Stores, Fjellmark Logistics AS", "maren@fjell.example"]),
        ("Jon Aasen", ["Foreman", "jon@fjell.example"]),
    ]


def test_references_on_request_name_nobody() -> None:
    """The sentence is kept as it is."""
    (entry,) = entries("REFERENCES\nAvailable on request.\n", Kind.REFERENCES)
    assert (entry.title, [fact.text for fact in entry.facts()]) == ("", ["Available on request."])


def test_blank_lines_part_the_entries_of_plain_text() -> None:
    """Name and issuer below each other are one certificate, not two."""
    found = entries(
        "CERTIFICATES\nFirst Aid at Work\t2019\nGuild of Cold Storage\n\n"
        "Knots and Ropes\t2020\nHarbour School\n",
        Kind.CERTIFICATES,
    )
    assert [(each.title, each.organisation) for each in found] == [
        ("First Aid at Work", "Guild of Cold Storage"),
        ("Knots and Ropes", "Harbour School"),
    ]


@pytest.mark.parametrize("rank", ["Level 3", "Second Prize"])
def test_a_rank_is_no_giver(rank: str) -> None:
    """What stands behind the comma belongs to the name."""
    (entry,) = entries(f"CERTIFICATES\nFood Hygiene, {rank}\n", Kind.CERTIFICATES)
    assert (entry.title, entry.organisation) == (f"Food Hygiene, {rank}", "")


def test_own_account_has_a_town_and_no_employer() -> None:
    """A town with its country employs nobody, whatever stands in its place elsewhere."""
    more = "Freelance Photographer\n2009 - 2013\nLeeds, UK\n- Took 400 portraits.\n\nEDUCATION"
    roles = list(read(PLAIN.replace("EDUCATION", more)).entries(Kind.WORK))
    assert (roles[-1].organisation, roles[-1].location) == ("", "Leeds, UK")


def test_skills_without_a_group_stand_first_on_the_page() -> None:
    """Below a group they would seem to belong to it."""
    groups = (
        Entry(id="skills-1", title="Office", terms=("Excel",)),
        Entry(id="skills-2", terms=("R",)),
    )
    section = Section(kind=Kind.SKILLS, heading="", entries=groups)
    (printed,) = page(Cv(contact=Contact(name="Ada Fernsby"), sections=(section,))).sections
    assert [block.label for block in printed.blocks] == ["", "Office"]


_TWO_PAGES = """
#set page(width: 400pt, height: 300pt, margin: (x: 30pt, y: 8pt))
#set text(size: 10pt)
#text(size: 20pt)[Ada Fernsby] \\ ada\\@example.org

#text(size: 12pt, weight: "bold")[EXPERIENCE] \\
*Pilot* #h(1fr) 2019 -- 2023 \\
Harwick Ferries Ltd
- Took the night boat out.
#pagebreak()
*Deckhand* #h(1fr) 2015 -- 2019 \\
Moss Lines Ltd
- Coiled every rope on board.
"""


def test_a_date_at_the_top_of_a_page_is_no_running_header() -> None:
    """It stands beside a title, which is set as those on the page before."""
    roles = list(read(pdf(_TWO_PAGES)).entries(Kind.WORK))
    assert [role.period and role.period.start for role in roles] == ["2019", "2015"]


_STACKED = """
#text(size: 20pt)[Ada Fernsby] \\ ada\\@example.org

#text(size: 12pt, weight: "bold")[CERTIFICATES] \\
*First Aid at Work* \\
May 2021 \\
Guild of Cold Storage

#text(size: 12pt, weight: "bold")[EDUCATION] \\
*Diploma in Seamanship* #h(1fr) 2015 -- 2019 \\
Harwick College
"""


def test_a_plain_row_below_the_date_is_who_gave_it() -> None:
    """Only the name is bold, so that what stands plain below is no further name."""
    (entry,) = read(pdf(_STACKED)).entries(Kind.CERTIFICATES)
    assert (entry.title, entry.organisation) == ("First Aid at Work", "Guild of Cold Storage")
