"""The command line: a thin edge over the same use-cases that the functions call."""
