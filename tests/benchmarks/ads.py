"""How well job ads are read: ours against their truth, the corpus's by what is plausible."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ad_pages import FORMATS, Ad, ads
from aicvgen.documents.extract import extract
from aicvgen.domain.errors import Rejected
from aicvgen.domain.job import Job, Need
from aicvgen.model.extractive.job import parse_job
from aicvgen.model.extractive.job.blocks import blocks_of
from aicvgen.model.extractive.job.statements import statements_of
from aicvgen.model.extractive.job.topics import Topic
from aicvgen.model.extractive.terms import name_of
from benchmarks.corpus import corpus
from simulate.table import print_table

_FEW_TERMS = 3
_WORST = 12
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "ads as text": ("job-ads/*.txt",),
    "ads as whole pages": ("job-ads-html/*.html",),
    "ads of other projects": (
        "resume-matcher/e2e/jds/*",
        "jobs-finder-toolkit/**/JD-*.md",
        "jobs-finder-toolkit/**/jd-page.html",
    ),
}
_SNAPSHOT = "jsonresume/jobs_corpus_100.json"


def report(folder: Path | None = None) -> None:
    """Print the figures for our ads, and for those of the corpus if there is one."""
    _print_own()
    folder = folder or corpus()
    if folder is None:
        return
    for name, patterns in _FOLDERS.items():
        paths = [path for pattern in patterns for path in sorted(folder.glob(pattern))]
        if paths:
            _print_plausible(name, {path.name: path.read_bytes() for path in paths})
    if (folder / _SNAPSHOT).is_file():
        _print_snapshot(json.loads((folder / _SNAPSHOT).read_text("utf-8"))["jobs"])


def misses(ad: Ad, data: bytes) -> Iterator[tuple[str, bool, str]]:
    """Yield for each thing the truth says its field, whether it was read, and what was instead."""
    source = extract(data)
    job = parse_job(source)
    for field, value in ad.fields.items():
        read = getattr(job, field)
        yield field, read == value, f"{value!r} read as {read!r}"
    for need, terms in ((Need.MUST, ad.required), (Need.NICE, ad.preferred)):
        found = _names(job, need)
        for term in terms:
            name = _name(term, job.language)
            yield f"{need} terms", name in found, f"{term!r} not among {sorted(found)}"
    asked = " ".join(requirement.text for requirement in job.requirements)
    for words in ad.boilerplate:
        yield "boilerplate", words not in asked, f"{words!r} is a requirement"
    wrong = _names(job, Need.MUST) & {_name(term, job.language) for term in ad.preferred}
    yield "welcome is no must", not wrong, f"{sorted(wrong)}"


def _names(job: Job, need: Need) -> set[str]:
    asked = (requirement for requirement in job.requirements if requirement.need is need)
    return {_name(term, job.language) for requirement in asked for term in requirement.terms}


def _name(term: str, language: str) -> str:
    return name_of(term, language) or term.casefold()


def _print_own() -> None:
    hits: dict[str, list[bool]] = defaultdict(list)
    wrong: list[str] = []
    for ad in ads():
        for form, render in FORMATS.items():
            for field, right, seen in misses(ad, render(ad.text)):
                hits[field].append(right)
                if not right:
                    wrong.append(f"{ad.name}.{form}: {field}: {seen}")
    rows = {field: _share(sum(right), len(right)) for field, right in hits.items()}
    print_table(f"Reading ads: our own in {len(FORMATS)} formats, against their truth", rows)
    for line in wrong[:_WORST]:
        print(f"    {line}")


def _print_plausible(name: str, files: Mapping[str, bytes]) -> None:
    counts: dict[str, int] = defaultdict(int)
    odd: list[str] = []
    said = boilerplate = classified = 0
    for file, data in files.items():
        try:
            source = extract(data)
            job = parse_job(source)
        except Rejected as error:
            odd.append(f"{file}: refused, {error.reason}")
            continue
        topics = [statement.topic for statement in statements_of(blocks_of(source), job.language)]
        said += len(topics)
        boilerplate += topics.count(Topic.BOILERPLATE)
        classified += sum(topic is not None for topic in topics)
        terms = {term for asked in job.requirements for term in asked.terms}
        for field in ("title", "company", "location", "seniority", "work_mode", "salary"):
            counts[field] += bool(getattr(job, field))
        counts["required terms"] += bool(_names(job, Need.MUST))
        if not job.title or len(terms) < _FEW_TERMS or len(job.title) > 90:
            odd.append(f"{file}: title {job.title!r}, {len(terms)} terms")
    rows: dict[str, object] = {key: _share(count, len(files)) for key, count in counts.items()}
    rows["boilerplate"] = _share(boilerplate, said) + " of the statements"
    rows["classified"] = _share(classified, said) + " of the statements"
    print_table(f"Reading ads: {name}, what was found", rows)
    for line in odd[:_WORST]:
        print(f"    odd: {line}")


def _print_snapshot(jobs: list[dict[str, object]]) -> None:
    """Print how often title, company and skills of structured ads come back from their words."""
    hits: dict[str, list[bool]] = defaultdict(list)
    for raw in jobs:
        skills = [str(skill["name"]) for skill in raw["skills"]]  # type: ignore[attr-defined]
        lines = [f"# {raw['title']}", f"Company: {raw['company']}"]
        lines += [f"Salary: {raw['salary']}"] if raw["salary"] else []
        lines += ["", str(raw["description"]), "", "## Requirements", *(f"- {s}" for s in skills)]
        job = parse_job(extract("\n".join(lines).encode()))
        hits["title"].append(job.title == " ".join(str(raw["title"]).split()))
        hits["company"].append(job.company == str(raw["company"]).strip())
        if raw["salary"]:
            hits["salary, some"].append(bool(job.salary))
        found = _names(job, Need.MUST)
        hits["skills"] += [_name(skill, job.language) in found for skill in skills]
    rows = {field: _share(sum(right), len(right)) for field, right in hits.items()}
    print_table("Reading ads: a snapshot of structured ads, written out and read again", rows)


def _share(part: int, whole: int) -> str:
    return f"{part:>5} of {whole:<5} {part / max(whole, 1):6.1%}"


if __name__ == "__main__":
    report()
