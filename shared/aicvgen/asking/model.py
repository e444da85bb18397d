"""A model that asks a service, and answers by rule where the service does not."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from pydantic import ValidationError

from aicvgen import paths
from aicvgen.asking.replies import digest, keep, kept
from aicvgen.asking.requests import Patience, Requests
from aicvgen.domain.errors import Unavailable
from aicvgen.domain.records import Answered, Call, Controls
from aicvgen.domain.value import Value
from aicvgen.model.prices import cost
from aicvgen.model.prompts import Prompt, prompt, versions
from aicvgen.model.question import Question
from aicvgen.model.questions import question_of
from aicvgen.model.service import Ask, NoAnswer, Service
from aicvgen.model.task import Task
from aicvgen.ports import Model, Store

A = TypeVar("A", bound=Value)

_REPAIR = (
    "\n\nAn earlier reply to this could not be used: {fault}\n"
    "Reply again, with JSON of the schema and nothing else."
)
_LONGEST_FAULT = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """Which model is asked, and how."""

    model: str
    location: str
    temperature: float = 0.2
    most_tokens: int = 4096
    thinking_tokens: int = 0
    kept_seconds: float = 30 * 24 * 3600.0
    """How long a reply may be used again."""


@dataclass(frozen=True, slots=True)
class AskingModel:
    """Answers what rules do as well by rule, and everything else by asking."""

    service: Service
    store: Store
    rules: Model
    choice: Choice
    now: Callable[[], float]
    patience: Patience = field(default_factory=Patience)
    calls: list[Call] = field(default_factory=list)

    def noting(self, calls: list[Call]) -> "AskingModel":
        """Return the same model, which adds to the list what it asks."""
        return replace(self, calls=calls)

    def close(self) -> None:
        """Close the connection to the service."""
        self.service.close()

    def answer(self, task: Task[A]) -> A:
        """Return the answer of the service, or of the rules where that has none."""
        question = question_of(task)
        if question is None:
            return self.rules.answer(task)
        asked = prompt(question.task, versions(question.task)[-1])
        requests = Requests(self.service, self.patience, self.now)
        began = self.now()
        try:
            answer, who = self._asked(question, asked, requests)
        except (NoAnswer, Unavailable) as error:
            why = str(error) if isinstance(error, NoAnswer) else "unavailable"
            answer, who = self.rules.answer(task), Answered.RULE
        else:
            why = ""
        self.calls.append(self._call(asked, requests, who, why, self.now() - began))
        return answer  # type: ignore[no-any-return]  # each task's class fixes its answer's type

    def _asked(
        self, question: Question[Any, Any], asked: Prompt, requests: Requests
    ) -> tuple[Any, Answered]:
        """Return the answer and where it comes from; the order is the order of what it costs."""
        ask = self._ask(question, asked)
        reply, controls = self.store.read([paths.reply(digest(ask)), paths.CONTROLS])
        text = kept(reply, self.now(), self.choice.kept_seconds)
        if text is not None:
            return question.answer(question.shape.model_validate_json(text)), Answered.CACHE
        if controls is not None and controls.load(Controls).model_off:
            raise NoAnswer("off")
        text, answer = _usable(question, ask, requests)
        keep(self.store, ask, text, self.now(), self.choice.kept_seconds)
        return answer, Answered.MODEL

    def _ask(self, question: Question[Any, Any], asked: Prompt) -> Ask:
        instruction, material = asked.filled(question.values)
        return Ask(
            model=self.choice.model,
            instruction=instruction,
            material=material,
            schema=question.shape.model_json_schema(),
            temperature=self.choice.temperature,
            most_tokens=self.choice.most_tokens,
            thinking_tokens=self.choice.thinking_tokens,
        )

    def _call(
        self, asked: Prompt, requests: Requests, who: Answered, why: str, seconds: float
    ) -> Call:
        used, choice = requests.usage, self.choice
        day = datetime.fromtimestamp(self.now(), UTC).date().isoformat()
        paid = cost(choice.model, choice.location, used, day)
        return Call(
            task=asked.task,
            prompt=asked.name,
            model=choice.model,
            answered=who,
            why=why,
            requests=requests.sent,
            prompt_tokens=used.prompt,
            cached_tokens=used.cached,
            reply_tokens=used.reply,
            thought_tokens=used.thoughts,
            nanodollars=paid.nanodollars,
            priced=paid.priced,
            seconds=seconds,
        )


def _usable(question: Question[Any, Any], ask: Ask, requests: Requests) -> tuple[str, Any]:
    """Return a reply of the right shape and its answer; a malformed one may be mended once."""
    reply = requests.complete(ask)
    try:
        return reply.text, question.answer(question.shape.model_validate_json(reply.text))
    except ValueError as error:
        again = replace(ask, material=ask.material + _REPAIR.format(fault=_fault(error)))
    reply = requests.complete(again)
    try:
        return reply.text, question.answer(question.shape.model_validate_json(reply.text))
    except ValueError as error:
        raise NoAnswer("malformed") from error


def _fault(error: ValueError) -> str:
    """Say what is wrong with a reply without quoting it."""
    if isinstance(error, ValidationError):
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return "; ".join(faults)[:_LONGEST_FAULT]
    return str(error)[:_LONGEST_FAULT]
