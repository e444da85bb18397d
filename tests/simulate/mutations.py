"""Damaged files: each ends in a named refusal or a reading, soon, and never in anything else."""

import io
import json
import random
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from agents import cv_samples, html_samples
from agents.cv_samples import GERMAN, PLAIN, SIDEBAR
from aicvgen.documents import jsonresume
from aicvgen.documents.extract import extract
from aicvgen.domain.errors import Rejected
from aicvgen.model.extractive.cv import parse_cv
from aicvgen.model.extractive.job import parse_job
from simulate.table import print_table

PATIENCE_SECONDS = 10
"""Longer than this for one file is a hang."""
_FLIPS = (1, 8, 64, 512)
_DEEP = 20_000


@dataclass(slots=True)
class Tally:
    """How the mutants of one reader ended."""

    ended: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0


def simulate(count: int) -> bool:
    """Read this many mutants per reader; return whether each ended as it must."""
    tallies = {reader: mutate(reader, count) for reader in seeds()}
    rows: dict[str, object] = {
        reader: f"{dict(tally.ended)}, slowest {tally.slowest * 1000:.0f} ms"
        for reader, tally in tallies.items()
    }
    print_table(f"{count} damaged files per reader", rows)
    wrong = [f"{reader}: {line}" for reader, tally in tallies.items() for line in tally.wrong]
    for line in wrong[:20]:
        print(f"  WRONG {line}")
    return not wrong


def mutate(reader: str, count: int) -> Tally:
    """Read mutants of one reader's file; the same ones every time."""
    chance = random.Random(reader)
    tally = Tally()
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        data = bombs()[reader] if kind is _bomb else kind(seeds()[reader], chance)
        began = time.perf_counter()
        try:
            tally.ended[_end(data)] += 1
        except Exception as error:  # noqa: BLE001  that there is none is what is proved here
            tally.wrong.append(f"{number} ({kind.__name__}): {type(error).__name__}: {error}")
        seconds = time.perf_counter() - began
        tally.slowest = max(tally.slowest, seconds)
        if seconds > PATIENCE_SECONDS:
            tally.wrong.append(f"{number} ({kind.__name__}): {seconds:.0f} s")
    return tally


def _end(data: bytes) -> str:
    """Return how reading a file ended: `read`, or the reason why it was refused."""
    try:
        source = extract(data)
        cv = parse_cv(source)
        parse_job(source)
    except Rejected as refused:
        return refused.reason.value
    return "read" if any(True for _ in cv.entries()) else "read without entries"


@cache
def seeds() -> Mapping[str, bytes]:
    """Return a whole file for each reader."""
    cv = cv_samples.read(PLAIN)
    return {
        "pdf": cv_samples.pdf(SIDEBAR),
        "docx": cv_samples.word(),
        "html": html_samples.CV.encode(),
        "markdown": GERMAN.encode(),
        "text": PLAIN.encode(),
        "json": json.dumps(jsonresume.write(cv)).encode(),
    }


@cache
def bombs() -> Mapping[str, bytes]:
    """Return for each reader a small file that wants much time or memory."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{laughs}]><d>&a9;</d>'
    return {
        "pdf": _pdf_bomb(),
        "docx": _zipped({"[Content_Types].xml": xml.encode(), "word/document.xml": xml.encode()}),
        "html": ("<html><body>" + "<ul><li>" * _DEEP + "deep").encode(),
        "markdown": ("# A\n" + "> " * _DEEP + "deep\n" + "- [" * _DEEP + "](" * _DEEP).encode(),
        "text": ("a b c d " * 5_000 + "\n" + "(" * _DEEP + "\n" + "1-2.3/4 " * 5_000).encode(),
        "json": b'{"basics": ' + b'{"a": [' * _DEEP + b"]}" * _DEEP + b"}",
    }


def _pdf_bomb() -> bytes:
    """Return a PDF whose page unpacks to very many words."""
    drawn = b"BT /F1 9 Tf " + b"1 0 0 1 9 9 Tm (word word word) Tj " * 200_000 + b"ET"
    packed = zlib.compress(drawn, 9)
    font = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b" /Resources << /Font " + font + b" >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream",
    )
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice(_FLIPS)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _shuffled(data: bytes, chance: random.Random) -> bytes:
    """Cut the file into pieces and put some of them in other places, or in twice."""
    edges = sorted(chance.randrange(len(data)) for _ in range(6))
    pieces = [data[a:b] for a, b in zip([0, *edges], [*edges, len(data)], strict=True)]
    return b"".join(chance.choices(pieces, k=8))


def _nested(data: bytes, chance: random.Random) -> bytes:
    """Put the file into itself or into another kind of file."""
    wrapped = (
        _zipped({"word/document.xml": data, "[Content_Types].xml": data}),
        _zipped({"inner.zip": _zipped({"cv": data})}),
        json.dumps({"basics": {"name": data.decode("latin-1")}, "work": [[[]]]}).encode(),
        b"<html><body><pre>" + data + b"</pre>",
        data[: len(data) // 2] + data + data[len(data) // 2 :],
    )
    return chance.choice(wrapped)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """Damage what is inside of a packed file; another file is damaged as a whole."""
    if not data.startswith(b"PK"):
        return _flipped(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(files))
    damage = chance.choice((_truncated, _flipped, _shuffled))
    return _zipped(files | {name: damage(files[name], chance)})


def _bomb(data: bytes, _: random.Random) -> bytes:
    return data


_KINDS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _truncated,
    _flipped,
    _shuffled,
    _nested,
    _repacked,
    _truncated,
    _flipped,
    _shuffled,
    _repacked,
    _bomb,
)
