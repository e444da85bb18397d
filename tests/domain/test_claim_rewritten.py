"""Free rewrites pass where they say what a fact says, and are stopped where they say more."""

import pytest

from aicvgen.domain.claims.evidence import Ground
from aicvgen.domain.claims.sentence import unsupported
from domain.rewrites import cases, claims

_PERIOD = ("2013-04", "2020-09")


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("rewritten", "follows")])
def test_free_rewrite_passes(fact: str, sentence: str, language: str):
    """Other verbs, nouns, order and number formats for the same claim nothing."""
    assert claims(sentence, fact, language, _PERIOD) == ()


@pytest.mark.parametrize(("fact", "sentence", "language"), [*cases("rewritten", "does not")])
def test_more_than_the_fact_is_found(fact: str, sentence: str, language: str):
    """Another's lead taken, a limit dropped or a number moved is a claim."""
    assert claims(sentence, fact, language, _PERIOD)


@pytest.mark.parametrize(("tool", "follows"), [("InDesign", True), ("Illustrator", False)])
def test_title_is_no_tool(tool: str, *, follows: bool):
    """A graphic designer is an illustrator, and did not therefore use Illustrator."""
    title = "Graphic Designer"
    ground = Ground((title,), title, *_PERIOD, ("Produced print-ready files in InDesign",))
    found = unsupported(f"Used {tool} to prepare files for print", (ground,), "en", _no_names)
    assert (not list(found)) is follows


@pytest.mark.parametrize(
    ("sentence", "follows"),
    [
        ("Pilot admitted for the Humber (2019), used to fog", True),
        ("Pilot admitted for the Humber, used to fog in 2019", False),
    ],
)
def test_only_date_of_what_is_named(sentence: str, *, follows: bool):
    """An admission may be told with its date, which dates nothing else."""
    title = "Admitted as a pilot for the Humber"
    admitted = Ground((title,), title, "2019-09", "", ())
    fog = Ground((), "Clerk", "2013-04", "2020-09", ("Pilot used to fog",))
    found = unsupported(sentence, (admitted, fog), "en", _no_names)
    assert (not list(found)) is follows


_LESSONS = "Mathematik, 18 Wochenstunden"
_API = "Dokumentation der API für Partner"


@pytest.mark.parametrize(
    ("title", "fact", "sentence", "follows"),
    [
        ("Vertretungslehrerin", _LESSONS, "18 Stunden Mathematik pro Woche unterrichtet", True),
        ("Sekretärin", _LESSONS, "18 Stunden Mathematik pro Woche unterrichtet", False),
        (
            "Gebietsverkaufsleiterin",
            _LESSONS,
            "Vertrieblerin, 18 Stunden Mathematik pro Woche",
            True,
        ),
        ("Sekretärin", _LESSONS, "Vertrieblerin, 18 Stunden Mathematik pro Woche", False),
        ("Softwareentwicklerin", _API, "Für Partner die API dokumentiert", True),
        ("Softwareentwicklerin", _API, "Für Partner die API entwickelt", False),
    ],
)
def test_german_title_says_what_was_done(title: str, fact: str, sentence: str, *, follows: bool):
    """A compound names its last part, and a trade those who work in it, but no other deed."""
    ground = Ground((title,), title, *_PERIOD, (fact,))
    found = tuple(unsupported(sentence, (ground,), "de", _no_names))
    assert (found == ()) is follows


def _no_names(_text: str) -> frozenset[str]:
    return frozenset()
