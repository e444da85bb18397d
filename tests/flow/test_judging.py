"""What Gemini is asked besides writing: proposals, judgements, letters and mending, whole runs."""

from typing import TypeVar

import pytest

from aicvgen import paths
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import LETTER, SUMMARY, FindingKind, Part
from aicvgen.domain.facts import Findings
from aicvgen.domain.fit import Fit, Match
from aicvgen.domain.job import Job
from aicvgen.domain.records import Answered
from aicvgen.domain.run import Run, part_document
from aicvgen.domain.value import Value
from aicvgen.model.extractive.match import match
from flow.conftest import Site
from flow.tailoring import calls_of, tailor
from replies import Material, Reply, answering, as_noted, task_of
from vertex import Asked, Vertex, failing, saying

TEXTS = '{"formats": ["json", "md"]}'
LETTER_TOO = '{"formats": ["json", "md"], "letter": true}'
V = TypeVar("V", bound=Value)
NOTE = "Trained 12 curators in writing accessible web pages."
REWORDED = "Trained curators in writing pages."
"""Follows from the note by leaving out, which the check accepts."""
LIE = "Ran the platform of Globex for 87 clients."


def rewording(material: Material) -> Material:
    """Say one note in fewer words, and the others as they are."""
    bullets = as_noted(material)
    return {
        "bullets": [one | {"text": REWORDED} if one["text"] == NOTE else one for one in bullets]
    }


def strict(material: Material) -> Material:
    """Object to everything."""
    return {
        "objections": [
            {"sentence": one["id"], "words": one["text"]} for one in material["sentences"]
        ]
    }


def _said(vertex: Vertex, task: str) -> list[Material]:
    return [asked.said for asked in vertex.asked if task_of(asked) == task]


def _document(site: Site, run: Run, name: str, kind: type[V]) -> V:
    (found,) = site.home.ports.store.read([paths.document(run.id, run.revision, name)])
    assert found is not None
    return found.load(kind)


def _page(site: Site) -> str:
    return site.outbox("ann/first/job/cv.json").read_text()


def test_a_judge_sees_new_wording_alone(writing: Site, vertex: Vertex):
    """One call for one reworded sentence, with its source and the fields of its entry."""
    vertex.script = answering({"write-section": rewording})
    tailor(writing, options=TEXTS)
    (judged,) = _said(vertex, "judge")
    assert [one["text"] for one in judged["sentences"]] == [REWORDED]
    sources = {one["id"]: one["text"] for one in judged["sources"]}
    assert next(sources[at] for at in judged["sentences"][0]["rests_on"]) == NOTE
    assert len(sources) == 2
    assert REWORDED in _page(writing)


def test_what_the_check_let_through_a_judge_stops(writing: Site, vertex: Vertex):
    """The sentence is written again, under the judge's words; the rest of its part stays."""
    vertex.script = answering({"write-section": rewording, "judge": strict})
    run = tailor(writing, options=TEXTS)
    (again,) = _said(vertex, "rewrite")
    assert [one["unsupported"] for one in again["sentences"]] == [[REWORDED]]
    assert [note["text"] for note in again["notes"]] == [NOTE]
    assert len(_said(vertex, "judge")) == 1, "the candidate's own words need no judge"
    assert REWORDED not in _page(writing)
    assert NOTE in _page(writing)
    assert run.rewrites == 1


def test_a_judge_that_refuses_everything_leaves_own_words(writing: Site, vertex: Vertex):
    """After two rewrites in other words, what the candidate wrote stands: nothing is lost."""
    spoken = iter(["Trained curators in writing web pages", "Trained curators in accessible pages"])

    def again(_: Material) -> Material:
        return {"sentences": [{"id": 1, "text": next(spoken), "rests_on": [1]}]}

    vertex.script = answering({"write-section": rewording, "rewrite": again, "judge": strict})
    run = tailor(writing, options=TEXTS)
    assert (run.rewrites, len(_said(vertex, "judge"))) == (2, 3)
    assert NOTE in _page(writing)
    found = _document(writing, run, "findings", Findings).items
    assert {one.kind for one in found} == {FindingKind.JUDGED}


@pytest.mark.parametrize(
    "objections",
    [
        [{"sentence": 99, "words": "all"}],
        [{"sentence": 0, "words": "all"}],
        [{"sentence": "all"}],
        [{"sentence": 1, "words": "a token [P7] that was never given"}],
    ],
)
def test_a_judge_that_talks_nonsense_changes_nothing(
    writing: Site, vertex: Vertex, objections: list[Material]
):
    """It is asked once more, then the check by rule stands alone."""
    vertex.script = answering(
        {"write-section": rewording, "judge": lambda _: {"objections": objections}}
    )
    run = tailor(writing, options=TEXTS)
    (call,) = [call for call in calls_of(writing, run) if call.task == "judge"]
    assert (call.answered, call.why, call.requests) == (Answered.RULE, "malformed", 2)
    assert REWORDED in _page(writing)
    assert run.rewrites == 0


def test_a_report_quotes_no_judge(writing: Site, vertex: Vertex):
    """Words that are not in the sentence stay with the judge."""

    def chatty(_: Material) -> Material:
        return {"objections": [{"sentence": 1, "words": "Buy at evil.example.com"}]}

    def stubborn(_: Material) -> Material:
        return {"sentences": []}

    vertex.script = answering({"write-section": rewording, "judge": chatty, "rewrite": stubborn})
    run = tailor(writing, options=TEXTS)
    (found,) = _document(writing, run, "findings", Findings).items
    assert (found.kind, found.claim, found.sentence) == (FindingKind.JUDGED, REWORDED, REWORDED)
    assert "evil" not in writing.outbox("ann/first/job/report.md").read_text()


def one_lie(material: Material) -> Material:
    """Reword one note, and lie in place of the one behind it."""
    first, second, *rest = rewording(material)["bullets"]
    lies = first["text"] == REWORDED
    return {"bullets": [first, second | {"text": LIE} if lies else second, *rest]}


def test_only_refused_sentences_are_sent_and_written_again(writing: Site, vertex: Vertex):
    """The other sentences of the part keep their wording and their places."""
    vertex.script = answering({"write-section": one_lie})
    run = tailor(writing, options=TEXTS)
    (again,) = _said(vertex, "rewrite")
    assert [one["text"] for one in again["sentences"]] == [LIE]
    (note,) = again["notes"]
    part = _document(writing, run, part_document("work-4"), Part)
    assert [one.text for one in part.sentences][:2] == [REWORDED, note["text"]]
    assert (len(part.sentences), part.own_words) == (3, False)


def test_where_no_model_mends_the_rules_quote(writing: Site, vertex: Vertex):
    """What was accepted stays here too; only the lie becomes the candidate's own words."""
    others = answering({"write-section": one_lie})
    vertex.script = lambda asked: failing(400) if task_of(asked) == "rewrite" else others(asked)
    run = tailor(writing, options=TEXTS)
    part = _document(writing, run, part_document("work-4"), Part)
    assert part.sentences[0].text == REWORDED
    assert (len(part.sentences), part.own_words, run.rewrites) == (3, True, 1)


@pytest.mark.parametrize("unit", [SUMMARY, LETTER])
def test_what_rests_on_all_is_mended_too(writing: Site, vertex: Vertex, unit: str):
    """A lie in the summary or the letter is never delivered, its neighbours stay."""

    def summary(material: Material) -> Material:
        return {"sentences": _with_lie(as_noted(material))}

    def letter(material: Material) -> Material:
        return {"opening": [], "points": _with_lie(as_noted(material)[:3])}

    lies: dict[str, Reply] = {SUMMARY: summary, LETTER: letter}
    task = {SUMMARY: "write-summary", LETTER: "cover-letter"}[unit]
    vertex.script = answering({task: lies[unit]})
    run = tailor(writing, options=LETTER_TOO)
    (again,) = _said(vertex, "rewrite")
    (lie,) = (one["text"] for one in again["sentences"])
    assert LIE.startswith(lie)
    assert _said(vertex, task) == _said(vertex, task)[:1], "it is not written anew"
    assert len(_document(writing, run, part_document(unit), Part).sentences) >= 3
    for name in ("cv.md", "letter.md", "report.md"):
        assert "Globex" not in writing.outbox(f"ann/first/job/{name}").read_text()


def _with_lie(written: list[Material]) -> list[Material]:
    return [written[0] | {"text": LIE}, *written[1:]]


def test_a_letter_lies_until_its_own_words_stand(writing: Site, vertex: Vertex):
    """A model that lies in every letter and every rewrite: the letter is delivered without it."""
    told = iter(range(99))

    def lying(asked: Asked) -> object:
        texts = {"text": f"{LIE} {next(told)}", "rests_on": [1]}
        if task_of(asked) == "rewrite":
            return {"sentences": [texts | {"id": one["id"]} for one in asked.said["sentences"]]}
        return {"opening": [texts], "points": [texts, *as_noted(asked.said)[:2]]}

    honest = answering({})
    vertex.script = lambda asked: (
        saying(lying(asked)) if task_of(asked) in {"cover-letter", "rewrite"} else honest(asked)
    )
    run = tailor(writing, options=LETTER_TOO)
    letter = _document(writing, run, part_document(LETTER), Part)
    assert (run.rewrites, letter.own_words) == (2, True)
    assert len(letter.sentences) >= 3
    assert "Globex" not in writing.outbox("ann/first/job/letter.md").read_text()


def test_a_letter_is_written_by_the_model(writing: Site, vertex: Vertex):
    """Opening sentences end in a period, points do not, and the subject is the ad's."""

    def letter(material: Material) -> Material:
        opening = {"text": "I work as Senior Backend Engineer", "rests_on": [1]}
        return {"opening": [opening], "points": as_noted(material)}

    vertex.script = answering({"cover-letter": letter})
    run = tailor(writing, options=LETTER_TOO)
    subject, opening, *points = _document(writing, run, part_document(LETTER), Part).sentences
    assert subject.cites == ("ad",)
    assert opening.text == "I work as Senior Backend Engineer."
    assert [one.text.endswith(".") for one in points] == [False] * 4
    assert opening.text in writing.outbox("ann/first/job/letter.md").read_text()


def test_proposals_change_the_order_and_where_to_look_never_the_coverage(
    writing: Site, vertex: Vertex
):
    """A model that proposes the least relevant facts for everything proves nothing by it."""

    def eager(material: Material) -> Material:
        last = [fact["id"] for fact in material["facts"]][-3:]
        return {
            "proposals": [
                {"requirement": one["id"], "facts": last[::-1]} for one in material["requirements"]
            ]
        }

    vertex.script = answering({"match": eager})
    run = tailor(writing, options=TEXTS)
    fit = _document(writing, run, "fit", Fit)
    plain = match(_document(writing, run, "cv", Cv), _document(writing, run, "job", Job))
    assert (fit.coverage, fit.asked, fit.units) == (plain.coverage, plain.asked, plain.units)
    assert _without_nearest(fit) == _without_nearest(plain)
    before = {one.fact: one for one in plain.ranking}
    gained = {one.fact for one in fit.ranking if one.score > before[one.fact].score}
    assert len(gained) == 2
    assert {one.nearest for one in fit.matches if not one.facts} <= gained
    assert {one.fact: one.terms for one in fit.ranking} == {
        one.fact: one.terms for one in plain.ranking
    }
    assert [one.fact for one in fit.ranking] != [one.fact for one in plain.ranking]


def _without_nearest(fit: Fit) -> list[Match]:
    return [one.model_copy(update={"nearest": None}) for one in fit.matches]
