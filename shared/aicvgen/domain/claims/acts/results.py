"""Results nobody stated: two facts joined as if one came of the other, `which helped to keep`."""

import re
from collections.abc import Iterator

from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.text.reading import Reading, Word
from aicvgen.domain.claims.text.wording import known, stands
from aicvgen.domain.draft import FindingKind

_RESULT = re.compile(
    r",\s+(?:thus |thereby |so )?(?:helping|keeping|winning|securing|saving|ensuring|retaining)\b"
    r"|,\s+(?:which|that)\s+(?:then |also |in turn )?(?:helped|kept|won|secured|saved|ensured"
    r"|retained|earned|made it possible|let|prevented|persuaded|convinced|contributed)\b"
    r"|,\s+was\b[^,;.]+\b(?:half|beitrug|sicherte|rettete)\b"
    r"|,\s+(?:wodurch|womit|sodass|so dass|und so|und damit)\b"
)
"""After this stands what came of the words before it."""
_FREE = frozenset({"light", "generic", "support", "frame"})


def joined_results(text: Reading, homes: dict[int, Reading]) -> Iterator[Claim]:
    """Yield each result that one fact states, of a cause that only another fact speaks of."""
    found = _RESULT.search(text.text)
    if found is None:
        return
    at = next(place for place, token in enumerate(text.tokens) if token.start > found.start())
    behind = next((clause for clause in sorted(homes) if clause >= text.clauses[at]), None)
    if behind is None:
        return
    home = homes[behind]
    causes = [
        word
        for word in text.words
        if homes.get(word.clause) is not home and word.at < at and word.labels.isdisjoint(_FREE)
    ]
    if causes and not any(_RESULT.search(one.text) for one in homes.values()):
        missing = [word for word in causes if not _is_in(word, home)]
        if len(missing) > len(causes) / 2:
            yield Claim(FindingKind.CAUSE, found[0].strip(" ,"), "result", nearest=home.text)


def _is_in(word: Word, unit: Reading) -> bool:
    return stands(word, known((unit,)), unit.language)
