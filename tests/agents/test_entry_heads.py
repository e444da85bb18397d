"""Which part of a role's header is what: separators, places, labels, dates and broken names."""

import pytest

from agents.cv_samples import pdf, read
from aicvgen.domain.cv import Cv, Entry, Kind

_HEAD = "Odile Brandvold\nodile.brandvold@example.org\n\nEXPERIENCE\n\n"
_ROLES = (
    ("Tile Fitter", "Orrin & Vale", "Leeds", "2019 - 2021"),
    ("Banksman", "Tollgate Works", "Hull", "2017 - 2019"),
    ("Labourer", "Moss Fenwick Builders", "Bristol", "2014 - 2016"),
)
_LAYOUTS = {
    "triangles": "{title} ▸ {owner} ▸ {place}\n{dates}",
    "a diamond in front": "⋄ {title}, {dates}\n{owner} ({place})",
    "arrows": "{title} → {owner} → {place} → {dates}",
    "tildes": "{title} ~ {owner} ~ {place}\n{dates}",
    "slashes": "{title} / {owner} / {place}\n{dates}",
    "at sign": "{title} @ {owner} ({place})\n{dates}",
    "full stops": "{owner}. {title}. {place}. [{dates}]",
    "a word in front": "{dates}\n{title}\nat {owner}, {place}",
    "commas only": "{title}, {owner}, {place}, {dates}",
    "town in parentheses": "{title}\n{owner} ({place})\n{dates}",
    "town behind a slash": "{title}\n{owner} / {place}\n{dates}",
    "town behind a space": "{title}\n{owner} {place}\n{dates}",
    "town in front": "{title}\n{place}: {owner}\n{dates}",
    "town beside the dates": "{title}, {owner}\n{dates}, {place}",
    "two spaces": "{title}  {owner}  {place}  {dates}",
    "list items as headers": "- {title} · {owner} · {place}\n{dates}",
}


def _work(text: str) -> list[Entry]:
    return list(read(f"{_HEAD}{text}\n").entries(Kind.WORK))


def _names(entries: list[Entry]) -> list[tuple[str, str]]:
    return [(entry.title, entry.organisation) for entry in entries]


def _typeset(width: int, *roles: str) -> Cv:
    """Read roles that are typeset in a column so many points wide."""
    body = "\n\n".join(roles)
    return read(
        pdf(
            f"#set page(margin: (left: 50pt, right: {595 - 50 - width}pt))\n#set text(10pt)\n"
            "= Odile Brandvold\nodile.brandvold\\@example.org\n\n"
            f"== Experience\n{body}\n\n== Skills\nLevelling, Scaffolding\n"
        )
    )


@pytest.mark.parametrize("layout", _LAYOUTS.values(), ids=_LAYOUTS)
def test_separators_and_places(layout: str):
    """Title, employer and town are told apart, whatever stands between them."""
    text = "\n\n".join(
        layout.format(title=title, owner=owner, place=place, dates=dates) + "\n* Kept the log."
        for title, owner, place, dates in _ROLES
    )

    for entry, (title, owner, place, dates) in zip(_work(text), _ROLES, strict=True):
        assert (entry.title, entry.organisation, entry.location) == (title, owner, place)
        assert entry.period is not None
        assert entry.period.raw == dates
        assert [fact.text for fact in entry.facts()] == ["Kept the log."]


def test_a_town_no_list_knows_stands_where_towns_stand():
    """Known towns in the other headers show what the unknown one is."""
    entries = _work(
        "Tile Fitter\nOrrin Tiles, Little Wending\n2019 - 2021\n- Kept the log.\n\n"
        "Banksman\nTollgate Works, Leeds\n2017 - 2019\n- Kept the log.\n\n"
        "Labourer\nMoss Fenwick, Bristol\n2014 - 2016\n- Kept the log."
    )

    assert [entry.location for entry in entries] == ["Little Wending", "Leeds", "Bristol"]
    assert entries[0].organisation == "Orrin Tiles"


@pytest.mark.parametrize(
    ("labels", "language"),
    [
        (("Puesto", "Empresa", "Localidad", "Periodo", "Funciones"), "es"),
        (("Position", "Arbeitgeber", "Ort", "Zeitraum", "Aufgaben"), "de"),
        (("Poste", "Employeur", "Lieu", "Période", "Missions"), "fr"),
        (("Ruolo", "Azienda", "Sede", "Periodo", "Mansioni"), "it"),
        (("Cargo", "Empresa", "Localidade", "Período", "Funções"), "pt"),
        (("Functie", "Werkgever", "Plaats", "Periode", "Taken"), "nl"),
        (("Job title", "Employer", "Location", "Dates", "Duties"), "en"),
    ],
)
def test_labels_with_colons(labels: tuple[str, ...], language: str):
    """A form's labels say what is what, in each language; duties are no header."""
    text = "\n\n".join(
        "\n".join(f"{label}: {value}" for label, value in zip(labels[:4], role, strict=True))
        + f"\n{labels[4]}:\n- Kept the log."
        for role in _ROLES
    )

    entries = _work(text)

    assert _names(entries) == [(title, owner) for title, owner, _, _ in _ROLES], language
    assert [entry.location for entry in entries] == [place for _, _, place, _ in _ROLES]
    assert [fact.text for entry in entries for fact in entry.facts()] == ["Kept the log."] * 3


def test_prepositions_part_position_and_employer_only_where_one_is_named():
    """'en' stands in front of an employer, or within a position."""
    entries = _work(
        "Soldadora en Talleres Brezal, S.L.\n2019 - 2021\n- Kept the log.\n\n"
        "Técnica en Soldadura\nObras Peñalta, S.A.\n2017 - 2019\n- Kept the log."
    )

    assert _names(entries) == [
        ("Soldadora", "Talleres Brezal, S.L."),
        ("Técnica en Soldadura", "Obras Peñalta, S.A."),
    ]


def test_nested_lists():
    """An employer's list item holds those of its roles, and they hold what was done."""
    cv = read(
        "# Odile Brandvold\n\nodile.brandvold@example.org\n\n"
        "## Experience\n\n- **Tollgate Works, Leeds**\n"
        "  - Banksman 2018 – 2021\n    - Kept the crane log\n"
        "  - Labourer 2015 – 2018\n    - Kept the yard\n"
        "- **Orrin & Vale, Hull**\n  - Tile Fitter 2012 – 2015\n    - Laid tiles\n"
    )

    entries = list(cv.entries(Kind.WORK))
    assert _names(entries) == [
        ("Banksman", "Tollgate Works"),
        ("Labourer", "Tollgate Works"),
        ("Tile Fitter", "Orrin & Vale"),
    ]
    assert [entry.location for entry in entries] == ["Leeds", "Leeds", "Hull"]


def test_the_dates_of_a_role_are_within_those_of_its_employer():
    """Of two dates in a header the narrower one is the role's; the other stays as text."""
    first, second = _work(
        "Tollgate Works, 2015 - 2021\nBanksman\nMar 2018 - 2021\n- Kept the crane log.\n"
        "Labourer\n2015 - Feb 2018\n- Kept the yard."
    )

    assert first.period is not None
    assert (first.period.start, first.period.end) == ("2018-03", "2021")
    assert "2015 - 2021" in [fact.text for fact in first.facts()]
    assert (second.title, second.organisation) == ("Labourer", "Tollgate Works")


def test_years_in_front_of_months():
    """'2016-Apr' is a month, too."""
    (entry,) = _work("Banksman\nTollgate Works\n2016-Apr - 2020-Dec\n- Kept the log.")

    assert entry.period is not None
    assert (entry.period.start, entry.period.end) == ("2016-04", "2020-12")


@pytest.mark.parametrize("width", [160, 200])
def test_names_broken_over_rows(width: int):
    """A name goes on in the next row where the first was full, unless it is whole by then."""
    cv = _typeset(
        width,
        "Assistant Warehouse and Scaffolding Manager \\\nTollgate Works \\\n2019 – 2021\n- Kept.",
        "Banksman \\\nMoss Fenwick Builders \\\n2017 – 2019\n- Kept the log.",
        "Labourer \\\nOrrin Scaffolding Ltd \\\n2015 – 2017\n- Kept the yard.",
    )

    assert _names(list(cv.entries(Kind.WORK))) == [
        ("Assistant Warehouse and Scaffolding Manager", "Tollgate Works"),
        ("Banksman", "Moss Fenwick Builders"),
        ("Labourer", "Orrin Scaffolding Ltd"),
    ]


def test_text_behind_a_header_goes_on_in_the_next_rows():
    """The first words stand on the header's row, the rest below it: one paragraph."""
    cv = _typeset(
        330,
        "*Banksman, Tollgate Works, Leeds, March 2018 – August 2021.* Kept the crane log and "
        "taught nine others how to keep it without a single gap in three years.",
        "*Labourer, Moss Fenwick Builders, Hull, May 2015 – March 2018.* Kept the yard.",
    )

    first, second = cv.entries(Kind.WORK)

    assert (first.title, first.organisation, first.location) == (
        "Banksman",
        "Tollgate Works",
        "Leeds",
    )
    (told,) = first.facts()
    assert told.text.startswith("Kept the crane log and taught nine others")
    assert told.text.endswith("without a single gap in three years.")
    assert [fact.text for fact in second.facts()] == ["Kept the yard."]


def test_a_broken_date_whose_dash_looks_like_a_bullet():
    """The dash of a date may open the next row."""
    (entry,) = _work("Banksman, Tollgate Works, Leeds (January 2011\n– August 2013)\n* Kept it.")

    assert entry.period is not None
    assert (entry.period.start, entry.period.end) == ("2011-01", "2013-08")
