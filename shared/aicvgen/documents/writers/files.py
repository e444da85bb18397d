"""The CV in every format somebody asked for, under the names of its files."""

from collections.abc import Callable, Collection, Mapping

from pydantic_core import to_json

from aicvgen.documents import jsonresume
from aicvgen.documents.page import page
from aicvgen.documents.photo import Photo
from aicvgen.documents.typeset import typeset
from aicvgen.documents.writers.markdown import markdown
from aicvgen.documents.writers.text import plain_text
from aicvgen.documents.writers.word import word
from aicvgen.domain.cv import Cv
from aicvgen.domain.look import FORMATS, FileFormat, Look

PDF = "cv.pdf"

_Writer = Callable[[Cv, Look, Photo | None], bytes]
_WRITERS: Mapping[FileFormat, _Writer] = {
    "pdf": typeset,
    "docx": lambda cv, look, photo: word(page(cv), look, photo),
    "md": lambda cv, _look, _photo: markdown(page(cv)).encode(),
    "txt": lambda cv, _look, _photo: plain_text(page(cv)).encode(),
    "json": lambda cv, _look, _photo: to_json(jsonresume.write(cv), indent=2),
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
    return {
        f"cv.{form}": write(cv, look, photo) for form, write in _WRITERS.items() if form in formats
    }
