"""JSON Resume 1.2.1, in and out without loss."""

from aicvgen.documents.jsonresume.reading import leaves, looks_like, read
from aicvgen.documents.jsonresume.shape import check
from aicvgen.documents.jsonresume.writing import write

__all__ = ["check", "leaves", "looks_like", "read", "write"]
