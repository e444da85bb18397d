"""Write the bundle of every function: `python -m aicvgen.bundle FOLDER`."""

from pathlib import Path

import click

from aicvgen.bundle.archive import bundles


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def main(folder: Path) -> None:
    """Write `<function>.zip` for every function of the map into a folder."""
    for bundle in bundles():
        path = bundle.write(folder)
        click.echo(
            f"{path}  {len(bundle.files)} files  {len(bundle.pins)} packages"
            f"  {path.stat().st_size // 1024} kB  {bundle.digest[:12]}"
        )


if __name__ == "__main__":
    main()
