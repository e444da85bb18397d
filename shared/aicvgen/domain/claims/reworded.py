"""What passed the check in words that are not the candidate's: what a judge may still look at."""

from collections.abc import Iterable, Iterator

from aicvgen.domain.claims.evidence import Cited
from aicvgen.domain.claims.sentence import is_quote
from aicvgen.domain.cv import Cv
from aicvgen.domain.draft import AD, Finding, Part


def reworded(parts: Iterable[Part], cv: Cv, found: Iterable[Finding]) -> Iterator[Part]:
    """Yield the parts with those sentences alone that have no finding and quote no source.

    What cites the ad is not of the person, and key qualifications are single terms: neither is
    reworded.
    """
    cited = Cited(cv)
    bad = {(finding.unit, finding.sentence) for finding in found}
    for part in parts:
        own = tuple(
            sentence
            for sentence in part.sentences
            if sentence.cites != (AD,)
            and (part.unit, sentence.text) not in bad
            and not is_quote(sentence.text, cited.grounds(sentence.cites))
        )
        if own:
            yield Part(unit=part.unit, sentences=own)
