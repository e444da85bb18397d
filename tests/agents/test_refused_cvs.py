"""What is no CV of one person is refused."""

import pytest

from agents.cv_samples import PLAIN, SIDEBAR, pdf, read
from aicvgen.domain.errors import Reason, Rejected


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir,\n\nplease find our offer attached.\n",
        "Clerk wanted\n\nWe are looking for a clerk who files letters.\n\nRequirements\n- care\n",
    ],
)
def test_not_a_cv(text: str) -> None:
    """Text that has nothing of a CV is refused."""
    with pytest.raises(Rejected) as refused:
        read(text)
    assert refused.value.reason is Reason.NOT_A_CV


def _second(text: str) -> str:
    """Return the same CV of somebody else."""
    for name, other in (
        ("Odile Brandvold", "Rasmus Holtegaard"),
        ("Joaquim Esterhuizen", "Rasmus Holtegaard"),
        ("odile.brandvold", "rasmus"),
        ("joaquim", "rasmus"),
    ):
        text = text.replace(name, other)
    return text


@pytest.mark.parametrize(
    "data",
    [PLAIN + _second(PLAIN), pdf(f"{SIDEBAR}\n#pagebreak()\n{_second(SIDEBAR)}")],
    ids=["text", "sidebar"],
)
def test_the_cvs_of_two_people_are_refused(data: bytes | str) -> None:
    """Two names with two addresses and two histories are two CVs."""
    with pytest.raises(Rejected) as refused:
        read(data)
    assert refused.value.reason is Reason.TWO_PEOPLE


def test_a_referee_is_no_second_person() -> None:
    """Somebody else's name and address under a heading of references, with more work after it."""
    referee = "REFERENCES\nRasmus Holtegaard\nrasmus@example.org\n\nEXPERIENCE\n"
    cv = read(PLAIN.replace("EDUCATION\n", f"{referee}Clerk, Torv AS\n2009 - 2011\n\nEDUCATION\n"))
    assert cv.contact.name == "Odile Brandvold"
