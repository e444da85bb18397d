"""How many of a thing, as a message says it: 1 word, 2 words."""


def counted(count: int, thing: str) -> str:
    """Return the count and the English name of the thing, which is one with a plural in -s."""
    return f"{count} {thing if count == 1 else f'{thing}s'}"
