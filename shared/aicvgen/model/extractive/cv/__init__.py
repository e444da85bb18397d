"""The rules that turn lines into a CV.

    lines ─▶ rows ─▶ furniture out ─▶ front ─▶ sections ─▶ wrapping ─▶ routing, infer
                                                 │                        │
                                  contact ◀──────┴── no heading           ▼
                                                              entries: one reader per kind

In `entries`, roles and degrees are told apart by sums of signs (`signs`, `looks`, `segments`);
their headers are taken apart (`cells`, `parts`), and what each part is, is decided for all
headers of a section together (`pairing`).
"""

from aicvgen.model.extractive.cv.parse import parse_cv

__all__ = ["parse_cv"]
