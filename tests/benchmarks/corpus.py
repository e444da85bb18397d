"""Which documents of the corpus are read, and which are refused and how.

Paths are relative to the corpus folder. `bad_files` makes the broken ones that no corpus has.
"""

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf

from aicvgen.domain.errors import Reason

_DEFAULT = Path(__file__).parents[3] / "shared" / "corpus"

_GOOGLE = "offlinecv/google-docs/google-docs-skia-proxy"
_OTHER = "offlinecv/unknown"
_WORD = "jobs-finder-toolkit/fixtures/resume-writer"

READABLE = (
    f"{_GOOGLE}-classic.pdf",
    f"{_GOOGLE}-role-first-experience.pdf",
    f"{_GOOGLE}-two-column.pdf",
    "offlinecv/latex/awesome-cv-resume.pdf",
    "offlinecv/latex/deedy-resume-macfonts.pdf",
    "offlinecv/latex/multi-degree-coursework.pdf",
    f"{_OTHER}/chromium-two-column-sidebar.pdf",
    f"{_OTHER}/date-heading-bulleted-roles.pdf",
    f"{_OTHER}/extended-latin-name-roundtrip.pdf",
    f"{_OTHER}/headerless-experience.pdf",
    f"{_OTHER}/mid-dot-header.pdf",
    f"{_OTHER}/single-column-endash-title-company.pdf",
    f"{_OTHER}/single-column-title-below-anchor.pdf",
    f"{_OTHER}/single-word-name-mononym.pdf",
    f"{_OTHER}/synthetic-dateless-experience.pdf",
    f"{_OTHER}/two-column-sidebar-left-anchor-company.pdf",
    f"{_OTHER}/weasyprint-cairo-classic.pdf",
    "offlinecv/word/chanchal-sharma-sample.pdf",
    f"{_WORD}/same-company-promotion/input.docx",
    f"{_WORD}/concurrent-contractor-roles/input.docx",
    f"{_WORD}/hybrid-role-bullets-projects/input.docx",
    "resume-matcher/modern-two-column.pdf",
    "resumx/pdf/tokyo.pdf",
    "resumx/pdf/zurich.pdf",
    "resumx/resume.md",
    "jobmatchengine/resume_en.txt",
    "jobmatchengine/resume_en.md",
    "jsonresume/complete-resume.json",
    "jsonresume/resume-sample.json",
    f"{_GOOGLE}-certifications.pdf",
    f"{_GOOGLE}-honors-subheadings.pdf",
    "offlinecv/latex/awesome-cv-cv.pdf",
    f"{_OTHER}/label-rail-inline-headers.pdf",
    f"{_OTHER}/openresume-react-pdf.pdf",
    f"{_OTHER}/shared-employer-banner-roles.pdf",
    f"{_OTHER}/student-projects-activities-singlecol.pdf",
    f"{_OTHER}/synthetic-two-experience-sections.pdf",
    f"{_OTHER}/two-column-achievements-sidebar.pdf",
    f"{_WORD}/new-grad-internships-projects/input.docx",
    f"{_WORD}/unsupported-two-column/input.docx",
)
"""CVs as different as possible in format, generator and layout; all must be read well."""

BAD: Mapping[str, Reason] = {
    f"{_WORD}/empty-corrupt/empty-docx.docx": Reason.EMPTY,
    f"{_WORD}/empty-corrupt/corrupt-docx.docx": Reason.NOT_A_CV,
    "job-ads/18f-director-2023.txt": Reason.NOT_A_CV,
    "job-ads/login-engineer-2023.txt": Reason.NOT_A_CV,
    "jsonresume/job-schema.json": Reason.UNSUPPORTED,
    "jsonresume/sample.job.json": Reason.UNSUPPORTED,
    "offlinecv/markdown/README.md": Reason.NOT_A_CV,
}
"""Files of the corpus that are refused, and why."""

ADS = tuple(
    f"job-ads/{name}.txt"
    for name in (
        "10x-software-engineer-2024",
        "18F-ProdDirector-Aug2023",
        "18f-director-2023",
        "CoE-Contact-Center-Supervisor-2023",
        "CoE-Data-Analytics-Mod-Lead-23",
        "DAP-Program-Manager-2023",
        "Data-Analytics-Product-Managers",
        "FedRAMP-Security-Director",
        "FedRAMP-program-lead2023",
        "Information_Technology_Specialist_GS13",
        "PIF-Director",
        "PX-ContactCenterAnalysts",
        "Solutions-Accessibility-Lead-April2024",
        "TTS-Research-Ops-Lead-April2024",
        "USDC-Supervisor-Data",
        "login-account-manager-2024",
        "login-devops-supervisor-2023",
        "login-engineer-2023",
        "login-fraud-analyst-2023",
        "login-security-director-2024",
    )
)

HTML_ADS = tuple(
    f"job-ads-html/{name}.html"
    for name in (
        "18f-engineering-director-2023",
        "DEIA-Technology-Advisor",
        "PIF-Director-of-Agency-Success",
        "application-engineer",
        "coe-director",
    )
)
"""Whole pages: menus, banners and forms around the ad."""


def corpus() -> Path | None:
    """Return the corpus folder (AICVGEN_CORPUS, else beside the checkout), or None."""
    folder = Path(os.environ.get("AICVGEN_CORPUS", _DEFAULT))
    return folder if folder.is_dir() else None


def bad_files() -> dict[str, tuple[bytes, Reason]]:
    """Return files made to be refused: name, bytes and the reason."""
    blank = _blank_pdf()
    return {
        "empty.pdf": (b"", Reason.EMPTY),
        "white-space.txt": (b" \n\t\n", Reason.EMPTY),
        "no-text-layer.pdf": (blank, Reason.NO_TEXT),
        "encrypted.pdf": (_encrypted(blank), Reason.ENCRYPTED),
        "truncated.pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", Reason.CORRUPT),
        "too-many-pages.pdf": (_blank_pdf(pages=31), Reason.TOO_LARGE),
        "picture.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(64), Reason.UNSUPPORTED),
        "old-word.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), Reason.UNSUPPORTED),
        "broken.docx": (b"PK\x03\x04" + bytes(64), Reason.CORRUPT),
        "broken.json": (b'{"basics": {"name": ', Reason.CORRUPT),
        "other.json": (b'{"name": "a package", "version": "1"}', Reason.UNSUPPORTED),
        "huge.txt": (b"a" * 10_000_001, Reason.TOO_LARGE),
        "noise.bin": (bytes(range(256)) * 8, Reason.UNSUPPORTED),
        "letter.txt": (b"Dear Sir or Madam,\n\nplease find the offer attached.\n", Reason.NOT_A_CV),
    }


def _blank_pdf(pages: int = 1) -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    return _saved(document)


def _encrypted(plain: bytes) -> bytes:
    document = pikepdf.open(BytesIO(plain))
    return _saved(document, encryption=pikepdf.Encryption(owner="owner", user="user"))


def _saved(document: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    buffer = BytesIO()
    document.save(buffer, encryption=encryption if encryption is not None else False)
    return buffer.getvalue()
