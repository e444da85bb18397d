"""The extractive engine answers each task, and only tasks it was taught."""

import pytest

from aicvgen.domain.cv import Contact, Cv
from aicvgen.domain.errors import Reason, Rejected
from aicvgen.domain.source import Format, Source
from aicvgen.domain.value import Value
from aicvgen.model.extractive import ExtractiveModel
from aicvgen.model.task import ParseCv, ParseJob, Task
from examples import ad, engineer


def test_structured_cv_is_taken_as_it_is():
    """Where the format already says what everything is, nothing is guessed."""
    source = Source(format=Format.JSON_RESUME, lines=(), structured=engineer())
    assert ExtractiveModel().answer(ParseCv(source)) == engineer()


def test_empty_structured_cv_is_refused():
    """A document without entries is an error, never an invented person."""
    empty = Cv(contact=Contact(name="Mira Okonjo"), sections=())
    source = Source(format=Format.JSON_RESUME, lines=(), structured=empty)
    with pytest.raises(Rejected) as refused:
        ExtractiveModel().answer(ParseCv(source))
    assert refused.value.reason is Reason.EMPTY


def test_job_ad_is_answered_by_the_ad_parser():
    """The task's class decides who answers."""
    assert ExtractiveModel().answer(ParseJob(ad("Gardener\nWe need pruning."))).title == "Gardener"


def test_unknown_task_is_our_bug():
    """A task nobody taught the engine is an error that names it."""

    class Sing(Task[Value]):
        pass

    with pytest.raises(TypeError, match="Sing"):
        ExtractiveModel().answer(Sing())
