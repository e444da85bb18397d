"""Who worded a run's result, for a person."""

from collections.abc import Iterator

from aicvgen import paths
from aicvgen.domain.authors import because, only_rules
from aicvgen.domain.cv import Cv
from aicvgen.domain.run import Run
from aicvgen.ports import Store


def told_authors(run: Run, store: Store) -> Iterator[str]:
    """Yield a line for each author with the titles of what it worded; none if none was asked."""
    if only_rules(run.written_by):
        return
    (found,) = store.read([paths.document(run.id, run.revision, "cv")])
    entries = found.load(Cv).entries() if found is not None else ()
    titles = {entry.id: entry.heading for entry in entries}
    for author in run.written_by:
        why = f" ({because(author.why)})" if author.why else ""
        parts = "; ".join(titles.get(unit) or unit.capitalize() for unit in author.units)
        yield f"{author.by}{why}: {parts}"
