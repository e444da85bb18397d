"""The names in the corpus, as digests: `python -m benchmarks.reading.names` writes them anew.

A test looks for them in the rules of the reader, so that no rule is written for one document. The
names themselves stay with the corpus.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import corpus
from benchmarks.reading.truth import truths

NAMES = Path(__file__).parents[2] / "data" / "corpus_names.txt"
_LONGEST = 6
_TELLING = 5
"""A single word of fewer letters is no name to look for."""
_WORDS_ANYWAY = frozenset({"university", "college", "google", "freelance", "self-employed"})
"""Names that are words of the trade as well."""


def digests(text: str) -> Iterator[str]:
    """Yield the digest of each run of one to six words in a text."""
    words = re.findall(r"[\w'&-]+", text.casefold())
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            yield digest(" ".join(words[start:end]))


def digest(phrase: str) -> str:
    """Return what stands for a phrase in the list."""
    return hashlib.sha256(phrase.encode()).hexdigest()[:16]


def names(folder: Path) -> set[str]:
    """Return the names of files, people, companies and schools of the corpus, folded."""
    found: set[str] = set()
    for truth in truths(folder):
        found |= {truth.path.stem, truth.contact.get("name", "")}
        found |= {role.company for role in truth.roles}
        found |= {degree.institution for degree in truth.degrees}
    folded = {" ".join(re.findall(r"[\w'&-]+", name.casefold())) for name in found}
    return {
        name
        for name in folded - _WORDS_ANYWAY
        if 1 < len(name.split()) <= _LONGEST or len(name) >= _TELLING
    } - {"input"}


def main() -> None:
    """Write the list, if there is a corpus."""
    folder = corpus()
    if folder is None:
        raise SystemExit("There is no corpus: set AICVGEN_CORPUS to its folder.")
    NAMES.write_text("\n".join(sorted(map(digest, names(folder)))) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
