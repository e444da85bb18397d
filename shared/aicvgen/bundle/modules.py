"""Which of our modules a function reaches, found in the sources without running them."""

import ast
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PACKAGE = "aicvgen"
GATES = {
    "model": "aicvgen.asking.choose",
    "documents": "aicvgen.documents.reader.child",
}
"""What is loaded only where it is used, and so is left out of functions without that extra."""
_ELSEWHERE = ("aicvgen.local", "aicvgen.cli", "aicvgen.model.openai")
"""Never in a function: what runs on a person's machine."""


@dataclass(frozen=True, slots=True)
class Source:
    """What one module says."""

    imports: frozenset[str]
    """At its top."""
    late: frozenset[str]
    """Imported inside of a function, or named as a program to start."""
    words: frozenset[str]
    """Its texts: a data file goes along if one of them names it."""


@dataclass
class Reached:
    """What a function needs."""

    modules: dict[str, Path] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    """Modules of other packages, as they are imported."""


def reached(entry: Path, root: Path, extras: Collection[str]) -> Reached:
    """Return what an entry point reaches below `root`, the folder that holds our package."""
    gates = {gate for extra, gate in GATES.items() if extra not in extras}
    found, waiting = Reached(), [*source(entry).imports]
    while waiting:
        name = waiting.pop()
        if not _within(name, {PACKAGE}):
            found.foreign.add(name)
        elif name not in found.modules and (path := _path(name, root)) is not None:
            found.modules[name] = path
            package = name if path.name == "__init__.py" else name.rpartition(".")[0]
            said = source(path)
            late = [one for one in said.late if not _within(one, {*_ELSEWHERE, *gates})]
            waiting += [*said.imports, *late, package, package.rpartition(".")[0] or package]
    return found


def data_files(found: Reached, root: Path) -> list[Path]:
    """Return the files beside the modules that one of them, or one below them, names."""
    return [
        path
        for path in sorted((root / PACKAGE).rglob("*"))
        if path.is_file()
        and path.suffix not in (".py", ".pyc")
        and path.name != "README.md"
        and _is_named(path, found, root)
    ]


def _is_named(path: Path, found: Reached, root: Path) -> bool:
    package = path.parent
    while not (package / "__init__.py").is_file():
        package = package.parent
    first = path.relative_to(package).parts[0]
    name = ".".join(package.relative_to(root).parts)
    return any(
        word.partition("/")[0] == first
        for module, there in found.modules.items()
        if _within(module, {name})
        for word in source(there).words
    )


@cache
def source(path: Path) -> Source:
    """Return what a module says; what only its types name does not count."""
    imports, late, words = set[str](), set[str](), set[str]()
    waiting: list[tuple[ast.AST, set[str]]] = [(ast.parse(path.read_text()), imports)]
    while waiting:
        node, found = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words.add(node.value)
        found.update(_imported(node))
        inner = late if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else found
        waiting += [(child, inner) for child in _children(node)]
    return Source(
        frozenset(imports), frozenset(late | (words & {*GATES.values()})), frozenset(words)
    )


def _children(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return node.orelse
    return ast.iter_child_nodes(node)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = "." * node.level + (node.module or "")  # a relative one is found nowhere: an error
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _within(name: str, packages: Collection[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in packages)


def _path(name: str, root: Path) -> Path | None:
    """Return where a module is; None for something inside of one."""
    base = root.joinpath(*name.split("."))
    places = (base / "__init__.py", base.with_suffix(".py"))
    return next((path for path in places if path.is_file()), None)
