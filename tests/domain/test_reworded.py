"""What a judge is shown: new wording that passed the check, and nothing else."""

import pytest

from aicvgen.domain.claims.reworded import reworded
from aicvgen.domain.draft import AD, Finding, FindingKind, Part, Sentence
from examples import engineer

OWN = "Mentored three junior engineers."


def _judged(text: str, cites: tuple[str, ...] = ("work-1/4",), *refused: str) -> list[str]:
    part = Part(
        unit="work-1",
        sentences=(Sentence(text=text, cites=cites),),
        qualifications=(Sentence(text="Mentoring", cites=cites),),
    )
    found = [
        Finding(unit=unit, sentence=text, kind=FindingKind.NAME, claim="x", looked_in=cites)
        for unit in refused
    ]
    return [one.text for part in reworded([part], engineer(), found) for one in part.sentences]


@pytest.mark.parametrize("text", [OWN, OWN.rstrip("."), OWN.lower(), f" {OWN} "])
def test_the_candidates_own_words_need_no_judge(text: str):
    """Whatever became of case, spacing and the full stop."""
    assert _judged(text) == []


@pytest.mark.parametrize("text", ["Mentored engineers", "Three junior engineers were mentored."])
def test_other_words_are_judged(text: str):
    """Also those that only leave something out."""
    assert _judged(text) == [text]


def test_what_the_check_refused_is_not_judged():
    """It is written again in any case; the same words in another unit are another sentence."""
    assert _judged("Mentored engineers", ("work-1/4",), "work-1") == []
    assert _judged("Mentored engineers", ("work-1/4",), "work-2") == ["Mentored engineers"]


def test_what_the_ad_says_is_not_judged():
    """The subject of a letter is not about the candidate."""
    assert _judged("Chief Mentor", (AD,)) == []
