"""Who the person is: name, professional title and every address."""

from io import BytesIO

import docx
import pytest

from agents.cv_samples import pdf, read
from aicvgen.domain.cv import Cv, Kind
from aicvgen.domain.source import Line
from aicvgen.model.extractive.cv import front, rows
from aicvgen.model.extractive.cv.contact import Reader

_REST = "\n\n## Experience\n\n**Clerk**, Moss Ltd, 2019 - 2020\n\n- Filed.\n\n## Skills\n\nTyping\n"
_FRAME = """
#set text(size: 10pt)
#text(24pt)[Ada Fernsby]

{under}

= Experience
Clerk, Moss Ltd #h(1fr) 2019 - 2020

= Skills
Typing, Filing
"""


def headed(header: str) -> Cv:
    """Return a Markdown CV with these lines under the name."""
    return read(f"# Ada Fernsby\n\n{header}{_REST}")


def addresses(cv: Cv) -> list[str]:
    """Return every web address of the person."""
    return [cv.contact.url, *(profile.url for profile in cv.contact.profiles)]


def first_page(*texts: tuple[str, float]) -> list[rows.Row]:
    """Return rows of one page with these texts and sizes."""
    return rows.of(Line(text=text, size=size) for text, size in texts)


def name_of(*texts: tuple[str, float]) -> str:
    """Return the name found among these rows, wherever it was read."""
    reader = Reader()
    reader.read(front.name_first(first_page(*texts)), top=True)
    return reader.contact().name


_PRINTED = (
    "[ada.example.org](https://ada.example.org) | [code.example.org/ada]"
    "(https://code.example.org/ada) | [talks.example.org](https://talks.example.org)"
)
_LABELLED = (
    "[Portfolio](https://ada.example.org) · [Blog](https://code.example.org/ada) · "
    "[Talks](https://talks.example.org)"
)


@pytest.mark.parametrize("header", [_PRINTED, _LABELLED], ids=["printed", "labelled"])
def test_every_address_is_kept(header: str) -> None:
    """The first personal site is the address of the person, the others are profiles."""
    cv = headed(header)
    assert addresses(cv) == [
        "https://ada.example.org",
        "https://code.example.org/ada",
        "https://talks.example.org",
    ]
    assert cv.contact.headline == ""


def test_two_addresses_on_one_network() -> None:
    """Two addresses on a network are two profiles."""
    cv = headed("github.com/ada-fernsby | github.com/moss-tools")
    assert [(each.network, each.username) for each in cv.contact.profiles] == [
        ("GitHub", "ada-fernsby"),
        ("GitHub", "moss-tools"),
    ]


def test_an_address_with_its_link_is_one() -> None:
    """An address printed without a scheme and linked with one is kept once, as the link."""
    cv = headed(
        "[www.ada.example.org](https://ada.example.org/) | [in/ada](https://linkedin.com/in/ada)"
    )
    assert addresses(cv) == ["https://ada.example.org/", "https://linkedin.com/in/ada"]


def test_labels_name_the_network_of_their_link() -> None:
    """A label with its address behind it is no title, and what stands beside it is not lost."""
    header = (
        "[LinkedIn](https://go.example.org/a) | [GitHub](https://go.example.org/b) | EU citizen"
    )
    cv = headed(header)
    assert [(each.network, each.url) for each in cv.contact.profiles] == [
        ("LinkedIn", "https://go.example.org/a"),
        ("GitHub", "https://go.example.org/b"),
    ]
    assert cv.contact.headline == ""
    assert [fact.text for fact in cv.left_over] == ["EU citizen"]


def test_a_site_about_boxing_is_no_network() -> None:
    """A network is known by a whole part of the host, not by letters inside a word."""
    assert headed("https://boxing-club.example.org").contact.profiles == ()


@pytest.mark.parametrize("title", ["Product Designer", "Pflegefachfrau", "Typography & Print"])
def test_headlines(title: str) -> None:
    """A job, or other plain words directly under the name, are the professional title."""
    assert headed(title).contact.headline == title


@pytest.mark.parametrize(
    "text",
    [
        "Moorland State University",
        "Functional Resume Sample",
        "Java | Python | Kafka",
        "LinkedIn | GitHub",
        "Moss & Fenwick Ltd",
        "Technical Skills",
    ],
)
def test_no_headline(text: str) -> None:
    """Schools, employers, lists and what documents are called are no title, and are not lost."""
    cv = read(pdf(_FRAME.format(under=text.replace("&", "\\&"))))
    assert cv.contact.headline == ""
    kept = {fact.text for fact in cv.left_over} | {section.heading for section in cv.sections}
    assert text in kept


def test_words_further_down_are_no_headline() -> None:
    """Plain words that do not stand directly under the name are left over, with a doubt."""
    reader = Reader()
    reader.read(
        first_page(("Ada Fernsby", 20), ("ada@example.org", 10), ("Technical", 10)), top=True
    )
    assert reader.contact().headline == ""
    assert [row.text for row in reader.left] == ["Technical"]
    assert [doubt.where for doubt in reader.doubts()] == ["line 3"]


def test_a_name_read_after_a_column() -> None:
    """The largest text of the page is the name, though a column was read before it."""
    found = name_of(
        ("Senior Payroll Clerk", 12), ("ada@example.org", 9), ("Typing", 9), ("Ada Fernsby", 24)
    )
    assert found == "Ada Fernsby"


def test_a_name_under_the_title_of_the_document() -> None:
    """What documents are called is no name, however large."""
    found = name_of(("Clerical Resume Sample", 24), ("Ada Fernsby", 14), ("ada@example.org", 9))
    assert found == "Ada Fernsby"


def test_a_large_heading_is_no_name() -> None:
    """A heading as large as the others does not replace the name above it."""
    found = name_of(("Ada Fernsby", 10), ("ada@example.org", 10), ("Civic Outreach", 14))
    assert found == "Ada Fernsby"


def test_a_name_that_is_a_trade() -> None:
    """A name with a job in it is a name where it is in the e-mail address."""
    assert name_of(("Ada Baker", 24), ("Pastry Chef", 12), ("ada.baker@example.org", 9)) == (
        "Ada Baker"
    )


@pytest.mark.parametrize(
    "label", ["Name Address", "Name / Surname Address", "Nachname(n) / Vorname(n) Adresse(n)"]
)
def test_a_name_behind_the_labels_of_two_rows(label: str) -> None:
    """Labels of a table that were read as one are no name; what stands behind them is."""
    reader = Reader()
    reader.read(
        first_page((f"{label}\tAda Fernsby", 10), ("12 Weaver Street", 10), ("Ulm", 10)), top=True
    )
    contact = reader.contact()
    assert (contact.name, contact.headline) == ("Ada Fernsby", "")
    assert contact.location == "12 Weaver Street, Ulm"


def test_a_name_beside_an_address() -> None:
    """A name in the column to the right of a town is found, and the town is the place."""
    reader = Reader()
    reader.read(
        first_page(
            ("Dublin, Ireland\tAda Fernsby", 10),
            ("ada@fernsby.example.org", 10),
            ("Professional", 14),
        ),
        top=True,
    )
    contact = reader.contact()
    assert (contact.name, contact.location) == ("Ada Fernsby", "Dublin, Ireland")


def test_a_letter_spaced_name_without_gaps() -> None:
    """The e-mail address says where the words of a name of single letters end."""
    found = name_of(("A DA B. F ER N S B Y - M O S S", 24), ("ada.fernsby-moss@example.org", 9))
    assert found == "ADA B. FERNSBY-MOSS"


def test_parts_of_a_name_read_apart() -> None:
    """Rows of by far the largest type are one name, from the top of the page downwards."""
    texts = [("Typing", 9, 40), ("Ada B.", 24, 20), ("Filing", 9, 60), ("Fernsby", 24, 50)]
    page = [Line(text=text, size=size, box=(20, top, 90, top + size)) for text, size, top in texts]
    page.append(Line(text="Payroll Clerk", size=9, box=(20, 80, 90, 89)))
    ordered = front.name_first(rows.of(page))
    assert [row.text for row in ordered[:3]] == ["Ada B.", "Fernsby", "Payroll Clerk"]
    reader = Reader()
    reader.read(ordered, top=True)
    assert (reader.contact().name, reader.contact().headline) == ("Ada B. Fernsby", "Payroll Clerk")


def test_half_a_name_that_is_a_town() -> None:
    """A first name that is a town's, too, belongs to the surname set alike under it."""
    lines = [("Florence", 24), ("Fernsby", 24), ("f.fernsby@example.org", 9)]
    page = [Line(text=text, size=size, box=(0, 0, 90, size)) for text, size in lines]
    reader = Reader()
    reader.read(rows.of(page), top=True)
    assert reader.contact().name == "Florence Fernsby"


def test_the_name_again_is_no_headline() -> None:
    """The name in the header of the page and again under it is the name once."""
    reader = Reader()
    reader.read(first_page(("Ada Fernsby", 8), ("Ada Fernsby", 20)), top=True)
    assert (reader.contact().name, reader.contact().headline) == ("Ada Fernsby", "")


def test_title_and_place_in_one_row() -> None:
    """A title, a place and addresses between commas are each found."""
    contact = headed("Payroll Clerk, Dublin, Ireland, +353 1 555 0164, ada@example.org").contact
    assert (contact.headline, contact.location) == ("Payroll Clerk", "Dublin, Ireland")


def test_an_address_parted_like_a_word() -> None:
    """The link of an e-mail address says that a hyphen is none of its own."""
    contact = headed("[ada.ferns-by@example.org](mailto:ada.fernsby@example.org)").contact
    assert contact.email == "ada.fernsby@example.org"


def test_no_name_is_a_doubt() -> None:
    """A job title is never the name; where there is none, a person is asked."""
    reader = Reader()
    reader.read(first_page(("Senior Payroll Clerk", 24), ("x17@example.org", 9)), top=True)
    assert (reader.contact().name, reader.contact().headline) == ("", "Senior Payroll Clerk")
    assert [doubt.where for doubt in reader.doubts()] == ["contact.name"]


@pytest.mark.parametrize(
    "top",
    [
        "# Lebenslauf\n\nAda Fernsby",
        "# Lebenslauf von Ada Fernsby",
        "# Lebenslauf: Ada Fernsby",
        "# Curriculum Vitae – Ada Fernsby",
        "# CV Ada Fernsby",
        "# Bewerbung\n\nAda Fernsby",
    ],
)
def test_what_a_document_is_called_is_no_name(top: str) -> None:
    """Neither the title of the document nor a part of it is the person's name or title."""
    contact = read(f"{top}\n\nx@example.org{_REST}").contact

    assert (contact.name, contact.headline) == ("Ada Fernsby", "")


def test_a_name_in_the_other_column_of_a_table() -> None:
    """It is read after the first column, and no skill is made of it or of the title under it."""
    document = docx.Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    for text in ("Kontakt", "ada.fernsby@example.org", "EDV", "Excel"):
        left.add_paragraph(text)
    for text in ("Ada Fernsby", "Disponentin", "BERUFSERFAHRUNG"):
        right.add_paragraph(text)
    right.add_paragraph("07/2019 – heute\tDisponentin, Moos GmbH, Ulm")
    file = BytesIO()
    document.save(file)
    cv = read(file.getvalue())

    assert (cv.contact.name, cv.contact.headline) == ("Ada Fernsby", "Disponentin")
    assert [term for entry in cv.entries(Kind.SKILLS) for term in entry.terms] == ["Excel"]
