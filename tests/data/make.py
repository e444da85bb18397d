"""Make the example documents that people would upload from their sources beside them."""

import json
from pathlib import Path
from typing import Any

import docx
import typst
from docx.shared import Cm

_DATA = Path(__file__).parent


def main() -> None:
    """Write `example/cv.pdf` and `beispiel/lebenslauf.docx`."""
    typst.compile(
        _DATA / "example" / "cv.typ",
        output=_DATA / "example" / "cv.pdf",
        ignore_system_fonts=True,
        timestamp=0,
    )
    source = _DATA / "beispiel" / "lebenslauf.json"
    _lebenslauf(json.loads(source.read_text("utf-8")), source.with_suffix(".docx"))


def _lebenslauf(cv: dict[str, Any], target: Path) -> None:
    document = docx.Document()
    basics = cv["basics"]
    document.add_heading(basics["name"], level=0)
    document.add_paragraph(basics["label"])
    document.add_paragraph(
        f"{basics['location']['address']} | Tel. {basics['phone']} | {basics['email']}"
    )
    document.add_heading("Kurzprofil", level=1)
    document.add_paragraph(basics["summary"])
    document.add_heading("Berufserfahrung", level=1)
    for job in cv["work"]:
        _dated(document, job["position"], _dates(job))
        document.add_paragraph(f"{job['name']}, {job['location']}")
        _bullets(document, job["highlights"])
    document.add_heading("Ausbildung", level=1)
    for degree in cv["education"]:
        _dated(document, f"{degree['studyType']} {degree['area']}", _dates(degree))
        document.add_paragraph(f"{degree['institution']}, Abschlussnote {degree['score']}")
    document.add_heading("Kenntnisse", level=1)
    for group in cv["skills"]:
        document.add_paragraph(f"{group['name']}: {', '.join(group['keywords'])}")
    document.add_heading("Sprachen", level=1)
    _bullets(document, [f"{item['language']}: {item['fluency']}" for item in cv["languages"]])
    document.add_heading("Weiterbildung und Zertifikate", level=1)
    _bullets(
        document,
        [f"{item['name']}, {item['issuer']}, {item['date']}" for item in cv["certificates"]],
    )
    document.save(str(target))


def _dated(document: Any, words: str, dates: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12))
    paragraph.add_run(words).bold = True
    paragraph.add_run(f"\t{dates}")


def _dates(entry: dict[str, str]) -> str:
    end = _month(entry["endDate"]) if "endDate" in entry else "heute"
    return f"{_month(entry['startDate'])} \u2013 {end}"


def _month(iso: str) -> str:
    year, month = iso.split("-")
    return f"{month}/{year}"


def _bullets(document: Any, items: list[str]) -> None:
    for item in items:
        document.add_paragraph(item, style="List Bullet")


if __name__ == "__main__":
    main()
