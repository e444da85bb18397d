"""The employer of a role: its own where it names one, one above only where that leads several."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cv import Kind

_HEAD = "Odile Brandvold\nodile.brandvold@example.org\n\nEMPLOYMENT\n"
_FIRST = "Site Manager, Quarrel Bridge Ltd, Leeds, 2019 - 2021\n- Ran sites.\n\n"
_LEADING = "Quarrel Bridge Ltd, Hull — Site Manager, 2019 - 2021\n- Ran sites.\n\n"
_ROWS = "Site Manager\nQuarrel Bridge Ltd, Leeds\n2019 - 2021\n- Ran sites.\n\n"
_BANNER = "Moss Ltd, Leeds\nClerk, 2019 - 2021\n- Filed.\n"


@pytest.mark.parametrize(
    ("roles", "last"),
    [
        (
            f"{_LEADING}Deputy Site Manager, Orrin, Leeds (2016 - 2018)\n- Filed.\n",
            ("Deputy Site Manager", "Orrin", "Leeds"),
        ),
        (f"{_FIRST}Driver, 2014 - 2016\n- Drove.\n", ("Driver", "", "")),
        (f"{_ROWS}Driver\n2014 - 2016\n- Drove.\n", ("Driver", "", "")),
        (
            f"{_FIRST}Deputy Site Manager, 2014 - 2016\n- Drove.\n",
            ("Deputy Site Manager", "Quarrel Bridge Ltd", "Leeds"),
        ),
        (f"{_BANNER}Driver, 2014 - 2016\n- Drove.\n", ("Driver", "Moss Ltd", "Leeds")),
    ],
    ids=["its own", "none", "none in rows", "promoted", "above several"],
)
def test_the_employer_of_a_role(roles: str, last: tuple[str, str, str]) -> None:
    """A role that names its own does not get that of the one above, nor one that names none."""
    *_, found = read(f"{_HEAD}{roles}\nSKILLS\nScaffolding, Levelling\n").entries(Kind.WORK)

    assert (found.title, found.organisation, found.location) == last
