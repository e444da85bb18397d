"""How fast documents are read, and in how much memory."""

import re
import time
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pikepdf
import psutil

from aicvgen.documents.reader.warm import WarmReader
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.ports import Reader

_REPEATS = 5
_EXAMPLE = Path(__file__).parents[2] / "data" / "example" / "cv.pdf"


def milliseconds(data: bytes, reader: Reader) -> tuple[float, float]:
    """Return the best times of several: reading a page through the reader, and structure."""
    reading, structure = [], []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        source = reader.read(data)
        middle = time.perf_counter()
        parse_cv(source)
        reading.append((middle - start) / source.pages)
        structure.append(time.perf_counter() - middle)
    return 1000 * min(reading), 1000 * min(structure)


def megabytes(pages: int = 20) -> float:
    """Return the most memory that a fresh child had while it read a CV of so many pages."""
    buffer = BytesIO()
    with pikepdf.open(_EXAMPLE) as example, pikepdf.new() as long:
        for number in range(pages):
            long.pages.append(example.pages[number % len(example.pages)])
        long.save(buffer)
    before = psutil.Process().children()
    with closing(WarmReader()) as reader:
        reader.read(buffer.getvalue())
        (child,) = set(psutil.Process().children()) - set(before)
        status = Path(f"/proc/{child.pid}/status").read_text("ascii", "replace")
    (peak,) = re.findall(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    return int(peak) / 1000
