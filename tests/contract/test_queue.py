"""How the queue in memory delivers, where Pub/Sub has its own ways."""

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


def _take(queue: QueueBus) -> Delivery:
    delivery = queue.take()
    assert delivery is not None
    return delivery


def test_what_is_not_acknowledged_comes_again_later(queue: QueueBus, clock: Clock) -> None:
    """The gaps between deliveries double up to a limit; none comes early, each says its number."""
    queue.publish([_message(1)])
    gaps = []
    for attempt in range(1, 10):
        delivery = _take(queue)
        assert delivery.attempt == attempt
        queue.again(delivery)
        assert queue.take() is None
        due = queue.next_due()
        assert due is not None
        gaps.append(due - clock.now)
        clock.now = due

    assert gaps == [min(FIRST_RETRY * 2**number, LONGEST_RETRY) for number in range(9)]


def test_who_says_when_is_asked_then(queue: QueueBus, clock: Clock) -> None:
    """A wish for a later delivery counts more than the back-off."""
    queue.publish([_message(1)])
    queue.again(_take(queue), retry_after=17.0)

    clock.now += 16.9
    assert queue.take() is None
    clock.now += 0.2
    assert _take(queue).attempt == 2


def test_one_that_waits_holds_up_nobody(queue: QueueBus) -> None:
    """A message in back-off does not delay the others."""
    queue.publish([_message(1), _message(2)])
    queue.again(_take(queue), retry_after=3600.0)

    assert _take(queue).body == wire.encode(_message(2))


def test_waiting_ends_when_something_comes(queue: QueueBus) -> None:
    """Who waits for work is woken by a publish, long before the wait would end."""
    waiting = threading.Thread(target=queue.wait, args=(3600.0,), daemon=True)
    waiting.start()
    while waiting.is_alive():
        queue.publish([_message(1)])
        waiting.join(0.01)

    assert queue.take() is not None


def test_waiting_is_over_when_something_is_due(queue: QueueBus) -> None:
    """Who waits while there is work does not wait."""
    queue.publish([_message(1)])
    queue.wait(3600.0)

    assert queue.take() is not None


def test_two_takers_never_get_the_same_delivery(queue: QueueBus) -> None:
    """A delivery is handed out once, however many take at the same time."""
    queue.publish([_message(number) for number in range(300)])
    taken: list[bytes] = []

    def take_all() -> None:
        while (delivery := queue.take()) is not None:
            taken.append(delivery.body)

    threads = [threading.Thread(target=take_all) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(taken) == len(set(taken)) == 300
