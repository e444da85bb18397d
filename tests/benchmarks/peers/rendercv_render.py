# mypy: disable-error-code="import-not-found"
"""Time rendercv in one warm process: YAML of a new two-page CV to PDF."""

import json
import re
import shutil
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rendercv.renderer.pdf_png import generate_pdf, get_package_path
from rendercv.renderer.typst import generate_typst
from rendercv.schema.rendercv_model_builder import build_rendercv_dictionary_and_model

from .figure import print_figure
from .sample import sample_resume

WARM_UP = 3
RENDERS = 30
PAGES = 2


def main() -> None:
    """Render and print the figure.

    Raises:
        RuntimeError: A PDF had not two pages, so the figure would not compare.
    """
    _offer_fontawesome()
    with tempfile.TemporaryDirectory() as name:
        samples = [_render(seed, Path(name)) for seed in range(WARM_UP + RENDERS)]
    print_figure(
        "rendercv",
        version("rendercv"),
        samples[WARM_UP:],
        f"validate + write Typst + compile PDF, {PAGES} pages, classic theme, "
        "every text changed every time; Font Awesome package replaced by a small stand-in",
    )


def _offer_fontawesome() -> None:
    """Put the stand-in where rendercv puts its own Typst package, so that nothing is fetched."""
    here = Path(__file__).parent / "fontawesome"
    shutil.copytree(here, get_package_path() / "preview" / "fontawesome" / "0.6.0")


def _render(seed: int, folder: Path) -> float:
    """Return the milliseconds from YAML text to the PDF on disk."""
    # JSON is YAML; rendercv reads it with the same parser.
    source = json.dumps(_rendercv_document(sample_resume(seed)))
    start = time.perf_counter()
    _, model = build_rendercv_dictionary_and_model(
        source, input_file_path=folder / "cv.yaml", output_folder=folder
    )
    pdf = generate_pdf(model, generate_typst(model))
    elapsed_ms = (time.perf_counter() - start) * 1000
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
    if pages != PAGES:
        raise RuntimeError(f"The sample CV has {pages} pages in rendercv, not {PAGES}.")
    return elapsed_ms


def _rendercv_document(resume: dict[str, Any]) -> dict[str, Any]:
    basics = resume["basics"]
    return {
        "cv": {
            "name": basics["name"],
            "headline": basics["label"],
            "location": basics["location"]["city"],
            "email": basics["email"],
            "phone": basics["phone"],
            "sections": {
                "Summary": [basics["summary"]],
                "Experience": [_experience(role) for role in resume["work"]],
                "Education": [_education(degree) for degree in resume["education"]],
                "Skills": [
                    {"label": skill["name"], "details": ", ".join(skill["keywords"])}
                    for skill in resume["skills"]
                ],
            },
        }
    }


def _experience(role: dict[str, Any]) -> dict[str, Any]:
    return {
        "company": role["name"],
        "position": role["position"],
        "location": role["location"],
        "start_date": role["startDate"],
        "end_date": role["endDate"],
        "highlights": role["highlights"],
    }


def _education(degree: dict[str, Any]) -> dict[str, Any]:
    return {
        "institution": degree["institution"],
        "degree": degree["studyType"],
        "area": degree["area"],
        "start_date": degree["startDate"],
        "end_date": degree["endDate"],
    }


if __name__ == "__main__":
    main()
