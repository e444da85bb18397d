"""Putting tasks to a language model: paid once, counted, with rules behind it."""
