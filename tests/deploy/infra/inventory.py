"""How much of what each environment has, for a reviewer: `python -m deploy.infra.inventory`."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from .plan import Plan, planned
from .workspace import ENVIRONMENTS, workspace

FILE = Path(__file__).parent / "inventory.txt"


def table(plans: Mapping[str, Plan]) -> str:
    """Return a line per type with how many of it each plan makes."""
    counts = {name: Counter(one.type for one in plan.resources) for name, plan in plans.items()}
    kinds = sorted({kind for count in counts.values() for kind in count})
    width = max(map(len, kinds))
    rows = [("", list(counts))]
    rows += [(kind, [str(count[kind]) for count in counts.values()]) for kind in kinds]
    rows.append(("all", [str(count.total()) for count in counts.values()]))
    return "".join(
        f"{kind:{width}}" + "".join(f"{cell:>12}" for cell in cells) + "\n" for kind, cells in rows
    )


def main() -> None:
    """Write the file anew."""
    with workspace() as copy:
        plans = {
            name: planned(copy.plan(variables, foresight=True))
            for name, variables in ENVIRONMENTS.items()
        }
    FILE.write_text(table(plans), "utf-8")


if __name__ == "__main__":
    main()
