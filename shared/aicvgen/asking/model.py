"""A model that asks a service, and answers by rule where the service does not."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError

from aicvgen import paths
from aicvgen.asking.replies import digest, keep, kept
from aicvgen.asking.requests import Gates, Requests
from aicvgen.asking.served import Served
from aicvgen.asking.waiting import NotNow
from aicvgen.days import day_of
from aicvgen.domain.draft import Part
from aicvgen.domain.errors import Halted, Unavailable
from aicvgen.domain.records import Answered, Call, Controls
from aicvgen.domain.value import Value
from aicvgen.model.errand import Errand
from aicvgen.model.parameters import Overrides, parameters
from aicvgen.model.prices import Cost
from aicvgen.model.prompts import Prompt
from aicvgen.model.question import Question
from aicvgen.model.questions import question_of
from aicvgen.model.service import Ask, NoAnswer, Service, Usage
from aicvgen.model.task import Task
from aicvgen.ports import Model, Store

A = TypeVar("A", bound=Value)

log = logging.getLogger(__name__)

_REPAIR = (
    "\n\nAn earlier reply to this could not be used: {fault}\n"
    "Reply again, with JSON of the schema and nothing else."
)
_LONGEST_FAULT = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model is asked, and how."""

    model: str
    cost: Callable[[str, Usage, str], Cost]
    """Of so many tokens of a model on a day (ISO date)."""
    tasks: Mapping[str, Overrides] = field(default_factory=dict)
    """How single tasks are asked where that is not as usual."""
    kept_seconds: float = 30 * 24 * 3600.0
    """How long a reply may be used again."""


@dataclass(frozen=True, slots=True)
class AskingModel:
    """Answers what rules do as well by rule, and everything else by asking."""

    service: Service
    store: Store
    rules: Model
    choice: Choice
    served: Served
    gates: Gates
    now: Callable[[], float]
    errand: Errand = field(default_factory=Errand)

    def on(self, errand: Errand) -> "AskingModel":
        """Return the same model, asked on behalf of one attempt."""
        return replace(self, errand=errand)

    def close(self) -> None:
        """Close the connection to the service."""
        self.service.close()

    def answer(self, task: Task[A]) -> A:
        """Return the answer of the service, or of the rules where that has none."""
        question = question_of(task)
        if question is None:
            return self.rules.answer(task)
        asked = self.served.prompt(question.task, self.errand.run_id)
        ask = self._ask(question, asked)
        began = self.now()
        # Settled at the price it was set aside at, also where the price changes at midnight.
        price = partial(self._price, day_of(began))
        requests = Requests(self.service, self.gates, self.errand, price, self.now)

        def note(who: Answered, why: str = "") -> None:
            call = self._call(asked, ask, requests, self.now() - began)
            self.errand.calls.append(call.model_copy(update={"answered": who, "why": why}))

        try:
            answer, who = self._asked(question, ask, requests)
        except NoAnswer as error:
            answer, who, why = self.rules.answer(task), Answered.RULE, str(error)
        except (NotNow, Unavailable) as error:
            why = str(error) if isinstance(error, NotNow) else "unavailable"
            wait = max(_wait(error), self.gates.breaker.open_seconds if requests.sent else 0.0)
            if self.now() + wait < self.errand.until:
                if requests.sent:
                    note(Answered.NOBODY, why)
                raise Unavailable(f"The model is not there ({why}).", retry_after=wait) from error
            answer, who = self.rules.answer(task), Answered.RULE
        except Halted:
            note(Answered.NOBODY, "halted")
            raise
        except Exception:
            note(Answered.NOBODY, "crashed")
            raise
        else:
            why = ""
        note(who, why)
        signed: Any = _signed(answer, ask.model if who is not Answered.RULE else "", why)
        return signed  # type: ignore[no-any-return]  # each task's class fixes its answer's type

    def _asked(
        self, question: Question[Any, Any], ask: Ask, requests: Requests
    ) -> tuple[Any, Answered]:
        """Return the answer and where it comes from; the order is the order of what it costs."""
        path = paths.reply(digest(ask))
        reply, controls, *requests.circuit = self.store.read(
            [path, paths.CONTROLS, self.gates.breaker.path]
        )
        text = kept(reply, self.now(), self.choice.kept_seconds)
        # What an earlier version of this program could use may mean nothing to this one.
        with suppress(ValueError):
            if text is not None:
                return _read(question, text), Answered.CACHE
        if controls is not None and controls.load(Controls).model_off:
            raise NoAnswer("off")
        text, answer = _usable(question, ask, requests)
        try:
            keep(self.store, path, text, self.now(), self.choice.kept_seconds)
        except Unavailable:
            log.warning("a reply could not be kept")  # it serves this once, all the same
        return answer, Answered.MODEL

    def _ask(self, question: Question[Any, Any], asked: Prompt) -> Ask:
        instruction, material = asked.filled(question.values)
        how = parameters(
            self.choice.model, asked.task, self.choice.tasks.get(asked.task), asked.overrides
        )
        return Ask(
            model=how.model,
            instruction=instruction,
            material=material,
            schema=question.schema,
            temperature=how.temperature,
            most_tokens=how.most_tokens,
            thinking_tokens=how.thinking_tokens,
        )

    def _price(self, day: str, model: str, usage: Usage) -> int:
        return self.choice.cost(model, usage, day).nanodollars

    def _call(self, asked: Prompt, ask: Ask, requests: Requests, seconds: float) -> Call:
        used = requests.usage
        priced = self.choice.cost(ask.model, used, day_of(self.now())).priced
        if not priced:
            log.warning("a model is in no price table", extra={"model": ask.model})
        return Call(
            task=asked.task,
            prompt=asked.name,
            model=ask.model,
            answered=Answered.NOBODY,
            requests=requests.sent,
            prompt_tokens=used.prompt,
            cached_tokens=used.cached,
            reply_tokens=used.reply,
            thought_tokens=used.thoughts,
            nanodollars=requests.paid,
            priced=priced,
            seconds=seconds,
            waited_seconds=requests.waited,
        )


def _wait(error: NotNow | Unavailable) -> float:
    return error.wait if isinstance(error, NotNow) else error.retry_after


def _signed(answer: Any, model: str, why: str) -> Any:
    """Return a part of the draft with who wrote it; other answers are as they are."""
    if not isinstance(answer, Part):
        return answer
    return answer.model_copy(update={"written_by": model, "not_by_model": why})


def _read(question: Question[Any, Any], text: str) -> Any:
    return question.answer(question.shape.model_validate_json(text))


def _usable(question: Question[Any, Any], ask: Ask, requests: Requests) -> tuple[str, Any]:
    """Return a reply of the right shape and its answer; a malformed one may be mended once."""
    reply = requests.complete(ask)
    try:
        return reply.text, _read(question, reply.text)
    except ValueError as error:
        again = replace(ask, material=ask.material + _REPAIR.format(fault=_fault(error)))
    reply = requests.complete(again)
    try:
        return reply.text, _read(question, reply.text)
    except ValueError as error:
        raise NoAnswer("malformed") from error


def _fault(error: ValueError) -> str:
    """Say what is wrong with a reply without quoting it."""
    if isinstance(error, ValidationError):
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return "; ".join(faults)[:_LONGEST_FAULT]
    return str(error)[:_LONGEST_FAULT]
