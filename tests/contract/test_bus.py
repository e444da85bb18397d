"""What every Bus promises, and how the queue in memory delivers."""

import threading

from aicvgen import wire
from aicvgen.local.bus import FIRST_RETRY, LONGEST_RETRY, Delivery, QueueBus
from aicvgen.ports import Message

from .conftest import Clock


def _message(number: int) -> Message:
    return Message(
        run_id="r",
        event_id=f"e{number}",
        name="cv.received",
        revision=1,
        traceparent="00-1-2-01",
    )


def _take(bus: QueueBus) -> Delivery:
    delivery = bus.take()
    assert delivery is not None
    return delivery


def test_every_message_is_delivered(bus: QueueBus) -> None:
    """What was published comes at least once, on the topic of its event, as it was."""
    messages = [_message(number) for number in range(20)]
    bus.publish(messages[:15])
    bus.publish(messages[15:])

    delivered = [_take(bus) for _ in messages]

    assert {one.body for one in delivered} == {wire.encode(message) for message in messages}
    assert {one.topic for one in delivered} == {"cv.received"}
    assert bus.take() is None


def test_repeating_a_message_is_harmless(bus: QueueBus) -> None:
    """The same message again is taken again."""
    bus.publish([_message(1)])
    bus.publish([_message(1)])

    assert _take(bus).body == _take(bus).body


def test_publishing_nothing_delivers_nothing(bus: QueueBus) -> None:
    """No message, no delivery."""
    bus.publish([])

    assert bus.take() is None
    assert bus.next_due() is None


def test_what_is_not_acknowledged_comes_again_later(bus: QueueBus, clock: Clock) -> None:
    """The gaps between deliveries double up to a limit; none comes early, each says its number."""
    bus.publish([_message(1)])
    gaps = []
    for attempt in range(1, 10):
        delivery = _take(bus)
        assert delivery.attempt == attempt
        bus.again(delivery)
        assert bus.take() is None
        due = bus.next_due()
        assert due is not None
        gaps.append(due - clock.now)
        clock.now = due

    assert gaps == [min(FIRST_RETRY * 2**number, LONGEST_RETRY) for number in range(9)]


def test_who_says_when_is_asked_then(bus: QueueBus, clock: Clock) -> None:
    """A wish for a later delivery counts more than the back-off."""
    bus.publish([_message(1)])
    bus.again(_take(bus), retry_after=17.0)

    clock.now += 16.9
    assert bus.take() is None
    clock.now += 0.2
    assert _take(bus).attempt == 2


def test_one_that_waits_holds_up_nobody(bus: QueueBus) -> None:
    """A message in back-off does not delay the others."""
    bus.publish([_message(1), _message(2)])
    bus.again(_take(bus), retry_after=3600.0)

    assert _take(bus).body == wire.encode(_message(2))


def test_waiting_ends_when_something_comes(bus: QueueBus) -> None:
    """Who waits for work is woken by a publish, long before the wait would end."""
    waiting = threading.Thread(target=bus.wait, args=(3600.0,), daemon=True)
    waiting.start()
    while waiting.is_alive():
        bus.publish([_message(1)])
        waiting.join(0.01)

    assert bus.take() is not None


def test_waiting_is_over_when_something_is_due(bus: QueueBus) -> None:
    """Who waits while there is work does not wait."""
    bus.publish([_message(1)])
    bus.wait(3600.0)

    assert bus.take() is not None


def test_two_takers_never_get_the_same_delivery(bus: QueueBus) -> None:
    """A delivery is handed out once, however many take at the same time."""
    bus.publish([_message(number) for number in range(300)])
    taken: list[bytes] = []

    def take_all() -> None:
        while (delivery := bus.take()) is not None:
            taken.append(delivery.body)

    threads = [threading.Thread(target=take_all) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == len(set(taken)) == 300
