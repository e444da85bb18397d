"""One use-case per module: inputs and ports in, a fact out; nothing is written here."""
