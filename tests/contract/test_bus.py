"""What every Bus promises, sentence by sentence."""

from aicvgen import wire
from aicvgen.domain.events import CV_RECEIVED, JOB_RECEIVED
from aicvgen.ports import Bus, Message

from .mailboxes import Delivered, Mailbox


def _message(number: int, name: str = CV_RECEIVED) -> Message:
    return Message(
        run_id="r",
        event_id=f"e{number}",
        name=name,
        revision=1,
        traceparent="00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    )


def _events(delivered: list[Delivered]) -> list[str]:
    return sorted(one.attributes["event_id"] for one in delivered)


def test_every_message_is_delivered(bus: Bus, mailbox: Mailbox) -> None:
    """What was published comes, on the topic of its event, as it was."""
    cvs = [_message(number) for number in range(12)]
    jobs = [_message(number, JOB_RECEIVED) for number in range(8)]
    bus.publish([*cvs[:6], *jobs])
    bus.publish(cvs[6:])

    came = [*mailbox.take(CV_RECEIVED, 12), *mailbox.take(JOB_RECEIVED, 8)]

    def by_id(attributes: dict[str, str]) -> tuple[str, str]:
        return attributes["name"], attributes["event_id"]

    expected = [wire.attributes_of(message) for message in (*cvs, *jobs)]
    assert sorted((one.attributes for one in came), key=by_id) == sorted(expected, key=by_id)
    assert {one.data for one in came} == {wire.DATA}, "data is never left out"
    assert mailbox.empty(CV_RECEIVED)


def test_more_than_one_request_takes(bus: Bus, mailbox: Mailbox) -> None:
    """However many messages there are, each comes."""
    bus.publish([_message(number) for number in range(1001)])

    came = mailbox.take(CV_RECEIVED, 1001)

    assert _events(came) == sorted(f"e{number}" for number in range(1001))


def test_repeating_a_message_is_harmless(bus: Bus, mailbox: Mailbox) -> None:
    """The same message again is taken again."""
    bus.publish([_message(1)])
    bus.publish([_message(1)])

    assert _events(mailbox.take(CV_RECEIVED, 2)) == ["e1", "e1"]


def test_publishing_nothing_delivers_nothing(bus: Bus, mailbox: Mailbox) -> None:
    """No message, no delivery."""
    bus.publish([])

    assert mailbox.empty(CV_RECEIVED)


def test_what_is_not_acknowledged_comes_again(bus: Bus, mailbox: Mailbox) -> None:
    """A refused message is delivered again, the acknowledged ones are not."""
    bus.publish([_message(1), _message(2)])
    for one in mailbox.take(CV_RECEIVED, 2):
        if one.attributes["event_id"] == "e1":
            one.refuse()
        else:
            one.acknowledge()

    (again,) = mailbox.take(CV_RECEIVED, 1)
    assert again.attributes == wire.attributes_of(_message(1))
    again.acknowledge()
    assert mailbox.empty(CV_RECEIVED)
