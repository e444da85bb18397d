"""CVs and job ads to tailor: real ones where the corpus is there, else those of the tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ad_pages import ads
from benchmarks.corpus import ADS, HTML_ADS, READABLE, corpus
from domain.audits import originals

_DATA = Path(__file__).parents[1] / "data"
_CVS = ("example/cv.pdf", "beispiel/lebenslauf.docx", "nurse/cv.md")
_ADS = ("example/job.txt", "beispiel/stelle.txt", "nurse/job.txt")


class Material(NamedTuple):
    """File contents by name."""

    cvs: Mapping[str, bytes]
    ads: Mapping[str, bytes]


def material(cvs: int, ads_: int) -> Material:
    """Return at most so many CVs and ads, of the corpus or invented."""
    folder = corpus()
    if folder is None:
        return Material(_few(_own_cvs(), cvs), _few(_own_ads(), ads_))
    return Material(
        _few(_files(folder, READABLE), cvs), _few(_files(folder, (*HTML_ADS[:2], *ADS)), ads_)
    )


def _few(files: Mapping[str, bytes], most: int) -> Mapping[str, bytes]:
    return dict(list(files.items())[:most])


def _files(folder: Path, names: tuple[str, ...]) -> Mapping[str, bytes]:
    return {name: (folder / name).read_bytes() for name in names}


def _own_cvs() -> Mapping[str, bytes]:
    texts = {f"cv-{number}.md": text.encode() for number, text in enumerate(originals(), start=1)}
    return {**_files(_DATA, _CVS), **texts}


def _own_ads() -> Mapping[str, bytes]:
    return {**_files(_DATA, _ADS), **{f"{ad.name}.md": ad.text.encode() for ad in ads()}}
