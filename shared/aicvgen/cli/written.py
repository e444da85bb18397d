"""Who worded a run's result, for a person."""

from collections.abc import Iterator

from aicvgen.domain.authors import because, only_rules
from aicvgen.domain.run import Run


def told_authors(run: Run) -> Iterator[str]:
    """Yield a line for each author; none where no model was asked."""
    if only_rules(run.written_by):
        return
    for author in run.written_by:
        why = f" ({because(author.why)})" if author.why else ""
        yield f"{author.by}{why}: {', '.join(author.units)}"
