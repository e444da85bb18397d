"""Truthful, tailored CVs: every sentence traceable to something the candidate wrote."""

__version__ = "0.1.0"
