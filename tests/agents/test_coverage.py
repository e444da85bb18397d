"""Coverage, page budget and explanations follow from the ledger and the draft alone."""

from aicvgen.domain.budget import spare, without
from aicvgen.domain.coverage import coverage
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import Draft
from aicvgen.domain.explain import Explainer
from aicvgen.domain.fit import Fit
from aicvgen.domain.tailored import unaccounted
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import MatchJob, ParseJob, WriteSection, WriteSummary
from examples import ENGINEER_AD, ad, engineer

MODEL = ExtractiveModel()


def _drafted() -> tuple[Cv, Fit, Draft]:
    cv, job = engineer(), MODEL.answer(ParseJob(ad(ENGINEER_AD)))
    fit = MODEL.answer(MatchJob(cv, job))
    parts = tuple(MODEL.answer(WriteSection(cv, job, fit, unit)) for unit in fit.units)
    return cv, fit, Draft(parts=(*parts, MODEL.answer(WriteSummary(cv, job, fit, parts))))


def test_coverage_counts_what_is_still_on_the_page():
    """Nothing evidenced gets lost by tailoring, and the ad's own words become more."""
    cv, fit, draft = _drafted()
    covered = coverage(cv, draft, fit)
    assert 0 < covered.after == covered.before == fit.coverage < 1
    assert covered.in_the_ads_words_before <= covered.in_the_ads_words_after <= covered.after
    by_term = {one.term: one for one in covered.terms}
    assert by_term["Kubernetes"].in_the_ads_words_after
    assert (by_term["Kafka"].before, by_term["Kafka"].after) == ((), ())


def test_dropped_points_lower_coverage_and_are_listed():
    """What the page budget takes is the least relevant, counted and accounted for."""
    cv, fit, draft = _drafted()
    order = spare(cv, draft, fit)
    score = {one.fact: one.score for one in fit.ranking}
    scores = [score[one.sentence.cites[0]] for one in order]
    assert scores == sorted(scores)
    shorter = without(draft, order, "No room.")
    written = [part for part in shorter.parts if part.unit not in {"summary", "skills"}]
    assert all(len(part.sentences) <= 1 for part in written)
    assert unaccounted(cv, shorter) == ()
    assert coverage(cv, shorter, fit).after <= coverage(cv, draft, fit).after


def test_every_sentence_is_explained():
    """An explanation has the terms it is evidence for, what else there was, and how sure it is."""
    cv, fit, draft = _drafted()
    explainer = Explainer(cv, fit)
    part = draft.part("work-1")
    assert part is not None
    told = explainer.explain(part, part.sentences[0], 1, len(part.sentences))
    assert told.decision == "Shown as number 1 of 7."
    assert any("necessary" in reason for reason in told.reasons)
    assert [one.what for one in told.alternatives] == [left.fact for left in part.left_out]
    assert told.confidence <= 1
    assert "reading" in told.computed
