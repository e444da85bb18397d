"""Names as their owners write them: titles, degrees, brackets, many words."""

import pytest

from agents.cv_samples import read

_REST = (
    "\n\n{mail}\n\n## Experience\n\n**Clerk**, Moss Ltd, 2019 - 2020\n\n- Filed.\n\n"
    "## Skills\n\nTyping\n"
)
_NAMES = [
    "Dr. rer. nat. Ada Fernsby",
    "Dr. med. Ada Fernsby",
    "Prof. Dr. med. Ada Fernsby",
    "Univ.-Prof. Dr. Dr. h. c. mult. Ada Fernsby",
    "Dr. h. c. Ada Fernsby",
    "Dr.-Ing. Ada Fernsby",
    "Dr.med. Ada Fernsby",
    "Dipl.-Ing. (FH) Ada Fernsby",
    "Dipl.-Kfm. (FH) Ada Fernsby",
    "Mag. phil. Ada Fernsby",
    "A. Fernsby",
    "Ada Fernsby (geb. Mohnkamp)",
    "Ada Fernsby, geb. Mohnkamp",
    "Ada Fernsby (she/her)",
    "Ada (Addie) Fernsby",
    "Jean-Luc d'Artagnan",
    "Ada van der Fernsby",
    "Ada Fernsby, MBA",
    "Ada Fernsby, PhD, RN",
    "Ada Fernsby, M. Sc.",
    "Dr. Ada Fernsby, LL.M. (London)",
    "Ada Maria da Luz Fernsby dos Prados",
    "Ada Maria Luisa Clara Johanna Theresa Fernsby",
]


@pytest.mark.parametrize("mark", ["# ", ""], ids=["headed", "plain"])
@pytest.mark.parametrize("name", _NAMES)
def test_a_name_is_kept_as_it_is_written(name: str, mark: str) -> None:
    """All of it is the name, none of it a headline or left over."""
    surname = "artagnan" if "Artagnan" in name else "fernsby"
    cv = read(f"{mark}{name}" + _REST.format(mail=f"{surname}@example.org"))
    assert (cv.contact.name, cv.contact.headline, cv.left_over) == (name, "", ())


@pytest.mark.parametrize(
    ("row", "name", "headline"),
    [
        ("Ada Fernsby, Payroll Clerk", "Ada Fernsby", "Payroll Clerk"),
        ("Dr. rer. nat. Ada Fernsby | Payroll Clerk", "Dr. rer. nat. Ada Fernsby", "Payroll Clerk"),
        ("Ada Fernsby, MBA – Payroll Clerk", "Ada Fernsby, MBA", "Payroll Clerk"),
    ],
)
def test_a_job_beside_a_name_is_no_part_of_it(row: str, name: str, headline: str) -> None:
    """What stands behind the name and its degrees is the headline."""
    cv = read(f"# {row}" + _REST.format(mail="ada@example.org"))
    assert (cv.contact.name, cv.contact.headline) == (name, headline)
