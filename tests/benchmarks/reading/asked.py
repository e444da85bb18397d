"""How often the rules are unsure of a CV or an ad, and how much of it a model would be sent."""

from collections.abc import Iterator
from pathlib import Path

from aicvgen.domain.errors import Rejected
from aicvgen.domain.source import Source
from aicvgen.model.prompts import PROMPTS
from aicvgen.model.questions import question_of
from aicvgen.model.task import ParseCv, ParseJob
from aicvgen.ports import Reader

_DOCUMENTS = {".pdf", ".docx", ".html", ".md", ".txt"}
_ADS = ("job-ads", "job-ads-html")


def asked(folder: Path, reader: Reader) -> dict[str, object]:
    """Return for CVs and ads in how many a model is asked, and what share of their text it gets."""
    cvs = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _DOCUMENTS and path.relative_to(folder).parts[0] not in _ADS
    ]
    ads = [path for name in _ADS for path in sorted((folder / name).glob("*.*"))]
    return {
        "CVs": _share(_sizes(cvs, ParseCv, reader)),
        "job ads": _share(_sizes(ads, ParseJob, reader)),
    }


def _sizes(
    paths: list[Path], task: type[ParseCv | ParseJob], reader: Reader
) -> Iterator[tuple[int, int, int]]:
    """Yield the characters of each document that is read, of what is sent of it, and in all."""
    for path in paths:
        try:
            source = reader.read(path.read_bytes())
            question = question_of(task(source))
        except Rejected:
            continue
        instruction, material = (
            PROMPTS.prompt(task.name, PROMPTS.versions(task.name)[-1]).filled(question.values)
            if question
            else ("", "")
        )
        yield _characters(source), len(material), len(instruction + material)


def _characters(source: Source) -> int:
    return sum(len(line.text) for line in source.lines)


def _share(sizes: Iterator[tuple[int, int, int]]) -> str:
    every = list(sizes)
    sent = [one for one in every if one[2]]
    if not sent:
        return f"none of {len(every)}"
    part = sum(material for _, material, _ in sent) / sum(whole for whole, _, _ in sent)
    mean = sum(total for _, _, total in sent) / len(sent)
    return (
        f"{len(sent)} of {len(every)} are asked about, {part:.0%} of their text is sent; "
        f"{mean:,.0f} characters a question"
    )
