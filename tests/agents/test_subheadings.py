"""Headings inside of sections, and at the foot of a page, name what stands below them."""

from agents.cv_samples import pdf, read
from aicvgen.domain.cv import Cv, Entry, Kind

_FOOTER = """#set page(footer: align(center)[
  #text(8pt)[June 3, 2021 #h(60pt) Ada Example, Curriculum Vitae #context counter(page).display()]])
"""
_TOP = """#set page(width: 420pt, height: 300pt, margin: 30pt)
#set text(size: 9pt)
#let head(start, rest) = block[#text(14pt, weight: "bold")[#text(fill: red)[#start]#rest]]
#let dated(year, name, place) = [#year #h(20pt) #name #h(1fr) #place \\ ]
#text(20pt)[Ada Example] \\ ada\\@example.org \\ (020) 555-0142
#head("Exp", "erience")
*Lamp Keeper* #h(1fr) 2015 - 2021 \\ Harbour Light Ltd, Leeds
- Kept the lamps of forty miles of coast.
#head("Sk", "ills")
Python, SQL, carpentry
"""


def cv(body: str, footer: str = "") -> Cv:
    """Return the CV of a typeset page with a role, skills and this below them."""
    return read(pdf(footer + _TOP + body))


def entries(found: Cv, kind: Kind) -> dict[str, list[Entry]]:
    """Return the entries of the sections of a kind by their headings."""
    return {each.heading: list(each.entries) for each in found.sections if each.kind is kind}


def test_awards_under_lesser_headings_keep_their_years() -> None:
    """Each award has its own year, and the lesser heading is none of them."""
    found = cv("""#head("Awa", "rds")
      #text(11pt, fill: gray)[Abroad] \\
      #dated(2021, "First Prize, Relay Cup", "Oslo") #dated(2018, "Finalist, Ferry Quiz", "Bergen")
      #dated(2017, "Finalist, Lens Cup", "Bergen")
      #text(11pt, fill: gray)[At Home] \\
      #dated(2016, "Second Prize, Coast Quiz", "Leeds") #dated(2014, "Finalist, Camp", "York")""")
    sections = entries(found, Kind.AWARDS)
    years = {
        heading: [each.period.raw for each in listed if each.period]
        for heading, listed in sections.items()
    }
    assert years == {"Awards": [], "Abroad": ["2021", "2018", "2017"], "At Home": ["2016", "2014"]}
    assert sections["Abroad"][1].title == "Finalist, Ferry Quiz"
    assert not found.doubts


def test_a_heading_at_the_foot_of_a_page_names_what_is_on_the_next() -> None:
    """Its colour is another one in most letters, and a footer stands between; it is a heading."""
    body = """#head("Wri", "ting")
      *Tide Letter* #h(1fr) 2012 - 2013 \\ Reporter
      - Wrote about lamps.
      #v(1fr) #head("Jur", "y Service") #pagebreak()
      #dated(2016, "Judge, Relay Cup of all the coasts and isles", "Leeds")
      #dated(2013, "Helper, Ferry Quiz", "Leeds") #dated(2012, "Staff, Lens Camp", "Leeds")"""
    found = cv(body, _FOOTER)
    (jury,) = (each for each in found.sections if each.heading == "Jury Service")
    texts = [fact.text for entry in jury.entries for fact in entry.items]
    assert [text.split()[0] for text in texts] == ["2016", "2013", "2012"]
    assert not any("Jury" in entry.model_dump_json() for entry in found.sections[-2].entries)


def test_an_employer_may_end_with_a_full_stop() -> None:
    """'Corp.' ends a name and no sentence: the role keeps its title and employer."""
    found = cv("""#head("Volun", "teering")
      Lens Grinder, Glassworks Corp. #h(1fr) York, UK #h(6pt) May 2012 - June 2014
      - Ground lenses for lamps.""")
    ((entry,),) = entries(found, Kind.VOLUNTEER).values()
    assert (entry.title, entry.organisation) == ("Lens Grinder", "Glassworks Corp.")


def test_a_course_number_is_no_postcode() -> None:
    """Letters and a number in front of a name are a place only where letters are of a country."""
    found = cv("""#head("Awa", "rds")
      #dated(2013, "7th/120", "CS 3410 Race of Lamps") #dated(2012, "2nd/150", "D 12345 Neustadt")
      """)
    ((race, town),) = entries(found, Kind.AWARDS).values()
    assert (race.organisation, race.location) == ("CS 3410 Race of Lamps", "")
    assert town.location == "D 12345 Neustadt"


def test_a_label_above_labels_is_no_group_without_terms() -> None:
    """It goes in front of the first of them."""
    found = cv("""#head("Too", "ls")
      #text(11pt, weight: "bold")[PROGRAMMING] \\
      Daily: Python, SQL \\ At times: Java, Kotlin""")
    groups = [(each.title, each.terms) for each in entries(found, Kind.SKILLS)["Tools"]]
    assert groups == [
        ("PROGRAMMING · Daily", ("Python", "SQL")),
        ("At times", ("Java", "Kotlin")),
    ]


def test_a_list_over_two_lines_parts_whole_terms_only() -> None:
    """A term at the end of a line stays one; the first half of one goes on below."""
    found = cv("""#head("Too", "ls")
      #block(width: 158pt)[Java • Python • Perl • SQL • JavaScript \\
      Forth • Matlab • Scala • Machine
      Learning • Rust]""")
    terms = [term for each in entries(found, Kind.SKILLS)["Tools"] for term in each.terms]
    assert terms[4:] == ["JavaScript", "Forth", "Matlab", "Scala", "Machine Learning", "Rust"]
