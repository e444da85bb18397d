"""Figures as a plain table."""

from collections.abc import Mapping


def print_table(title: str, figures: Mapping[str, object]) -> None:
    """Print a title and one aligned line per figure."""
    width = max(map(len, figures))
    print(f"\n{title}")
    for name, value in figures.items():
        print(f"  {name:<{width}}  {value}")
