"""What a language model is sent says nothing of who the candidate is."""

import pytest

from aicvgen.domain.cv import Contact, Profile
from aicvgen.model.extractive.cv import reach
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


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ask jo@moss.example or +44 113 496 0000.", "Ask [P1] or [P2]."),
        ("See https://moss.example/hill and github.com/moss", "See [P1] and [P2]"),
        ("mhill, 4 Vale Row, Leeds LS1 4AP", "[P1], [P2]"),
        ("Leeds, 03/2018 - 11/2019, 12,000 pallets in 4 halls", None),
    ],
)
def test_what_looks_like_an_address_is_hidden(text: str, hidden: str | None):
    """Whoever's it is; places, dates and figures stay."""
    contact = CONTACT.model_copy(
        update={"location": "4 Vale Row, Leeds LS1 4AP", "profiles": (Profile(username="mhill"),)}
    )
    hiding = Hiding(contact, reach.spans)
    assert hiding.hide(text) == (hidden or text)
    assert hiding.restore(hiding.hide(text)) == text


def test_a_token_nobody_gave_is_an_error():
    """A model that makes one up is not believed."""
    with pytest.raises(ValueError, match=r"\[P7\]"):
        Hiding(CONTACT).restore("Asked [P7] for help")
