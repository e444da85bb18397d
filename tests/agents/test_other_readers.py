"""Programs of others extract every sentence whole and in the order of its column."""

import io
import shutil
import subprocess
from collections.abc import Callable

import pypdf
import pytest
from pdfminer.high_level import extract_text

from agents.cv_samples import GERMAN, PLAIN, read
from agents.page_samples import LONG, LOOKS, full_cv, words
from agents.test_read_own_pages import tricky
from aicvgen.documents.arrangement import columns
from aicvgen.documents.printed import printable
from aicvgen.documents.typeset import typeset
from aicvgen.domain.cv import Cv
from aicvgen.domain.look import Look
from examples import engineer, nurse


def _pdftotext(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def _pypdf(data: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(data)).pages)


def _pdfminer(data: bytes) -> str:
    return extract_text(io.BytesIO(data))


READERS: dict[str, Callable[[bytes], str]] = {
    **({"pdftotext": _pdftotext} if shutil.which("pdftotext") else {}),
    "pypdf": _pypdf,
    "pdfminer": _pdfminer,
}
CVS = {
    "full": lambda: full_cv(*LONG, "Led a team of six."),
    "tricky": tricky,
    "plain": lambda: read(PLAIN),
    "german": lambda: read(GERMAN),
    "engineer": engineer,
    "nurse": nurse,
}


@pytest.mark.parametrize("look", LOOKS, ids=repr)
@pytest.mark.parametrize("make", CVS.values(), ids=CVS)
def test_every_sentence_is_whole_and_in_order(make: Callable[[], Cv], look: Look):
    """Hyphenated words, bullets over two lines and sidebars included."""
    cv = make()
    data = typeset(cv, look)
    for name, reader in READERS.items():
        text = words(reader(data))
        for column in columns(cv, look.template):
            at = 0
            for entry in column.entries():
                for fact in entry.facts():
                    sentence = words(printable(fact.text))
                    at = text.find(sentence, at)
                    assert at >= 0, (name, fact.id)
                    at += len(sentence)
