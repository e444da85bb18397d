"""What a template says to those who fill it, and a page without a name: a person is told."""

import pytest

from agents.cv_samples import read
from aicvgen.domain.cautions import cautions
from aicvgen.domain.claims.leaks import unfilled_in
from aicvgen.domain.job import Job, Need, Requirement

_JOB = Job(requirements=(Requirement(id="req-1", text="Rust", need=Need.MUST, terms=("Rust",)),))
_CV = """# {name}

ada@example.org

## Experience

**Clerk**, Moss Ltd, {period}

- {item}
"""


def told(name: str = "Ada Fernsby", period: str = "2019 - 2020", item: str = "Filed.") -> str:
    """Return what is told of a CV with these texts."""
    return " ".join(cautions(read(_CV.format(name=name, period=period, item=item)), _JOB))


@pytest.mark.parametrize(
    "text",
    [
        "Summarize your key responsibilities and accomplishments. Be brief.",
        "Briefly describe your tasks.",
        "Beschreiben Sie hier kurz das Aufgabengebiet.",
        "March 20XX - December 20XX",
        "[Your Name]",
        "Grew sales by XX%.",
        "Lorem ipsum dolor sit amet",
        "Click here to add text",
    ],
)
def test_text_of_a_template_is_told(text: str) -> None:
    """Gaps and instructions of templates are found, and quoted."""
    (found, *_) = unfilled_in(text)
    assert found in told(item=text)


@pytest.mark.parametrize(
    "text",
    [
        "Wrote [Rust] tools that describe and list parts.",
        "Added 20 machines, listed your-bank.example among clients.",
        "Founded MAX XXL, a shop for large sizes.",
        "Ran workshops 'Find your voice'.",
    ],
)
def test_ordinary_text_is_no_template(text: str) -> None:
    """Words that templates share with what people write say nothing."""
    assert not list(unfilled_in(text))


def test_a_gap_is_a_doubt_of_the_reader() -> None:
    """The report tells the place of each."""
    cv = read(_CV.format(name="Ada Fernsby", period="2019", item="Summarize your key tasks."))
    (entry,) = cv.entries()
    (fact,) = entry.facts()
    assert fact.id in {doubt.where for doubt in cv.doubts}


def test_a_missing_name_is_told() -> None:
    """It is told first; where the name is known nothing is."""
    assert told(name="Profile 7 of 9").startswith("No person's name was found")
    assert told() == ""
