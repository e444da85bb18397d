"""Forms with columns of dates, details between names, roles without a date."""

from agents.cv_samples import read
from aicvgen.domain.cv import Entry, Kind

_HEAD = "Odile Brandvold\nodile.brandvold@example.org\n\n"


def _work(text: str) -> list[Entry]:
    """Return the roles of a CV in text."""
    return list(read(f"{_HEAD}EXPERIENCE\n\n{text}\n\nSKILLS\nScaffolding\n").entries(Kind.WORK))


def _read(entries: list[Entry]) -> list[tuple[str, str, str]]:
    return [
        (each.title, each.organisation, each.period.raw if each.period else "") for each in entries
    ]


def test_a_table_with_its_labels_above_each_role() -> None:
    """Begin and end have a column each; the last role has neither."""
    labels = "Employer\tJob title\tFrom\tTo"
    entries = _work(
        f"{labels}\nQuarrel Bridge Ltd,\tSite Manager\t03/2020\tPresent\nLeeds\n"
        "Main duties:\n- Handed over 46 houses.\n"
        f"{labels}\nTollgate Works, Hull\tBanksman\t02/2017\t01/2020\n- Kept the crane log.\n"
        f"{labels}\nMoss Builders, Hull\tLabourer\n- Dug."
    )
    assert _read(entries) == [
        ("Site Manager", "Quarrel Bridge Ltd", "03/2020 – Present"),
        ("Banksman", "Tollgate Works", "02/2017 – 01/2020"),
        ("Labourer", "Moss Builders", ""),
    ]
    assert [each.location for each in entries] == ["Leeds", "Hull", "Hull"]


def test_a_detail_between_dates_and_position() -> None:
    """What all roles are told to have, such as hours, hides no position."""
    entries = _work(
        "\n".join(
            f"{owner}\nLeeds\n{dates}\nHours per week: 40\n{title}\n"
            "Duties and Related Skills:\n- Kept the crane log.\n- Ordered timber."
            for owner, dates, title in (
                ("Quarrel Bridge Ltd", "03/2020 - Present", "Site Manager"),
                ("Tollgate Works", "02/2017 - 01/2020", "Deputy Site Manager"),
                ("Moss Builders", "02/2014 - 01/2017", "Site Assistant"),
            )
        )
    )
    assert _read(entries) == [
        ("Site Manager", "Quarrel Bridge Ltd", "03/2020 - Present"),
        ("Deputy Site Manager", "Tollgate Works", "02/2017 - 01/2020"),
        ("Site Assistant", "Moss Builders", "02/2014 - 01/2017"),
    ]


def test_roles_without_a_date_at_the_end() -> None:
    """They stand below the list of the role above: as two rows, and as one."""
    entries = _work(
        "Site Manager\nQuarrel Bridge Ltd, Leeds\n2017 - 2020\n- Handed over 46 houses.\n"
        "Site Assistant\nMoss Builders, Leeds\n- Dug.\n- Carried bricks.\n"
        "Site Cook, Orrin Bakery Ltd, Leeds\n- Cooked for 60."
    )
    assert _read(entries) == [
        ("Site Manager", "Quarrel Bridge Ltd", "2017 - 2020"),
        ("Site Assistant", "Moss Builders", ""),
        ("Site Cook", "Orrin Bakery Ltd", ""),
    ]


def test_a_rank_alone_is_no_employer() -> None:
    """A promotion within one employer, which stands above the first of its roles only."""
    entries = _work(
        "Quarrel Bridge Clinic, Leeds\t2014 - Present\nSenior Nurse, Band 7 (2018 - Present)\n"
        "- Ran the ward.\nNurse, Band 6 (2014 - 2018)\n- Kept the log."
    )
    assert [(each.title, each.organisation) for each in entries] == [
        ("Senior Nurse, Band 7", "Quarrel Bridge Clinic"),
        ("Nurse, Band 6", "Quarrel Bridge Clinic"),
    ]
