"""The CV in every format somebody asked for, under the names of its files."""

from collections.abc import Callable, Collection, Mapping

from pydantic_core import to_json

from aicvgen.documents import jsonresume
from aicvgen.documents.labels import Document
from aicvgen.documents.page import Page, page
from aicvgen.documents.photo import Photo
from aicvgen.documents.typeset import typeset
from aicvgen.documents.writers.markdown import markdown
from aicvgen.documents.writers.text import plain_text
from aicvgen.documents.writers.word import word
from aicvgen.domain.cv import Cv
from aicvgen.domain.look import FORMATS, FileFormat, Look

_Writer = Callable[[Page, Look, Photo | None, Document], bytes]
_WRITERS: Mapping[FileFormat, _Writer] = {
    "docx": word,
    "md": lambda page, *_: markdown(page).encode(),
    "txt": lambda page, *_: plain_text(page).encode(),
}


def cv_files(
    cv: Cv,
    look: Look,
    photo: Photo | None = None,
    formats: Collection[FileFormat] = FORMATS,
) -> dict[str, bytes]:
    """Return `cv.pdf`, `cv.docx` … by name: the same bytes for the same CV, look and photo.

    Raises `Rejected` with UNSUPPORTED for what the PDF cannot show.
    """
    files = _pages(cv, look, photo, formats, "cv")
    if "json" in formats:
        files["cv.json"] = to_json(jsonresume.write(cv), indent=2)
    return files


def letter_files(
    letter: Cv, look: Look, formats: Collection[FileFormat] = FORMATS
) -> dict[str, bytes]:
    """Return `letter.pdf`, `letter.docx` … by name; JSON Resume has no letters.

    Raises `Rejected` with UNSUPPORTED for what the PDF cannot show.
    """
    return _pages(letter, look, None, formats, "letter")


def _pages(
    cv: Cv, look: Look, photo: Photo | None, formats: Collection[FileFormat], named: Document
) -> dict[str, bytes]:
    files = {"pdf": typeset(cv, look, photo, named)} if "pdf" in formats else {}
    one_column = page(cv, named=named)
    files |= {
        form: write(one_column, look, photo, named)
        for form, write in _WRITERS.items()
        if form in formats
    }
    return {f"{named}.{form}": data for form, data in files.items()}
