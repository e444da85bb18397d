"""The rules that turn lines into a CV."""

from aicvgen.model.extractive.cv.parse import parse_cv

__all__ = ["parse_cv"]
