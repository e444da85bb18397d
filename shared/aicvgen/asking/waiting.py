"""When a request must not go out yet."""


class NotNow(Exception):  # noqa: N818  named for what it says
    """No request goes out now; in `wait` seconds one might.

    `str()` is why, in one word: `open` (the circuit), `crowded` (the rate).
    """

    def __init__(self, why: str, wait: float) -> None:
        super().__init__(why)
        self.wait = wait
