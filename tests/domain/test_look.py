"""What a person may choose, and what they are told otherwise."""

import pytest
from pydantic import ValidationError

from aicvgen.domain.look import FORMATS, TEMPLATES, Look, contrast
from aicvgen.domain.run import Options


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"template": "../cv"}, "'classic', 'compact' or 'modern'"),
        ({"paper": "a3"}, "'a4' or 'letter'"),
        ({"font": "Comic Sans"}, "'libertine' or 'lato'"),
        ({"accent": "blue"}, "#rrggbb"),
        ({"accent": "#ffe066"}, "too light"),
        ({"formats": ["xls"]}, "'pdf', 'docx', 'md', 'txt' or 'json'"),
        ({"formats": []}, "at least 1"),
    ],
)
def test_a_wrong_option_is_told_with_what_is_possible(wrong: dict[str, object], words: str):
    """Nothing unknown gets as far as a template."""
    with pytest.raises(ValidationError) as refusal:
        Options.model_validate(wrong)

    assert words in str(refusal.value)


def test_defaults_are_safe():
    """One column in its own colour on A4, in every format."""
    assert Options().template == TEMPLATES[0]
    assert (Options().paper, Options().font, Options().accent) == ("a4", None, "")
    assert Options().formats == FORMATS


def test_an_accent_is_kept_in_small_letters():
    """So that the same colour is the same run."""
    assert Look(accent=" #1B4F72 ").accent == "#1b4f72"
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#ffffff") == pytest.approx(1)
