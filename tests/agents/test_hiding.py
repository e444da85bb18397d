"""What a language model is sent says nothing of who the candidate is."""

import pytest

from aicvgen.domain.cv import Contact
from aicvgen.model.hiding import Hiding

CONTACT = Contact(name="Mirela Hill", email="m.hill@example.org", phone="+44 20 7946 0111")


@pytest.mark.parametrize(
    "text",
    [
        "Mirela Hill led the move to Capitol Hill.",
        "MIRELA HILL, m.hill@example.org, +44 20 7946 0111",
        "Uphill work",
        "",
    ],
)
def test_what_is_hidden_comes_back_as_it_was(text: str):
    """Case and all, also where a part of the name is a word of something else."""
    hiding = Hiding(CONTACT)
    hidden = hiding.hide(text)
    assert [own for own in ("mirela", " hill", "@", "7946") if own in hidden.casefold()] == []
    assert hiding.restore(hidden) == text


def test_a_token_nobody_gave_is_an_error():
    """A model that makes one up is not believed."""
    with pytest.raises(ValueError, match=r"\[P7\]"):
        Hiding(CONTACT).restore("Asked [P7] for help")
