"""Points are chosen by relevance, say different things, and crowd out as little as possible."""

from aicvgen.domain.fit import Ranked
from aicvgen.model.extractive.choice import choose, points_of
from examples import facts


def _ranked(*scored: tuple[str, float, tuple[str, ...]]) -> dict[str, Ranked]:
    return {fact: Ranked(fact=fact, score=score, terms=terms) for fact, score, terms in scored}


def test_second_point_names_what_the_first_does_not():
    """Two points on the same term give way to one on another that weighs a little less."""
    points = points_of(
        facts("work-1", "Wrote Python.", "Taught Python.", "Planned shifts."),
        _ranked(
            ("work-1/1", 0.3, ("Python",)),
            ("work-1/2", 0.3, ("Python",)),
            ("work-1/3", 0.2, ("shift planning",)),
        ),
        2,
    )
    assert [point.cites for point in choose(points, 2)] == [("work-1/1",), ("work-1/3",)]


def test_what_the_ad_does_not_ask_for_keeps_its_order():
    """Without relevance nothing moves; figures and new openings decide who stays."""
    texts = ("Sold tea.", "Sold cake.", "Baked bread.", "Baked 90 rolls.")
    points = points_of(facts("work-1", *texts), {}, 2)
    assert [point.text for point in choose(points, 2)] == ["Sold tea.", "Baked 90 rolls."]
    assert [point.text for point in choose(points, 4)] == list(texts)


def test_shared_everyday_words_move_nothing_and_push_out_no_figure():
    """A result in figures stays where only words in common speak for the others."""
    texts = ("Filed letters.", "Cut waiting from 9 to 4 days.", "Talked to patients.")
    everyday = _ranked(("work-1/1", 0.01, ()), ("work-1/3", 0.04, ()))
    points = points_of(facts("work-1", *texts), everyday, 2)
    assert [point.text for point in choose(points, 2)] == list(texts[1:])
    assert [point.text for point in choose(points, 3)] == list(texts)


def test_a_figure_pushes_out_nothing_the_ad_asks_for():
    """A result in figures outweighs words in common, but never a term nobody else names."""
    texts = ("Booked in Epic.", "Cut waiting from 9 to 4 days.", "Charted in Epic daily.")
    ranked = _ranked(("work-1/1", 0.01, ("Epic",)), ("work-1/3", 0.02, ("Epic",)))
    points = points_of(facts("work-1", *texts), ranked, 2)
    assert [point.text for point in choose(points, 2)] == [texts[2], texts[1]]


def test_fragments_are_joined_only_as_far_as_room_lacks():
    """Six fragments become five points; four stay as they are."""
    six = facts("work-1", "Wound care", "Blood tests", "Shift handover", "Night rounds", "a", "b")
    assert [point.text for point in points_of(six, {}, 5)] == [
        "Wound care",
        "Blood tests",
        "Shift handover",
        "Night rounds",
        "a; b",
    ]
    assert points_of(six, {}, 5)[-1].cites == ("work-1/5", "work-1/6")
    assert len(points_of(six[:4], {}, 5)) == 4
