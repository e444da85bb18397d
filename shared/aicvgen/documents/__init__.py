"""Documents in and out: bytes to lines, and back."""
