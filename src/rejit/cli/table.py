"""Statistics as a table for people."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def statistics_table(figures: dict[str, Any]) -> str:
    """One line a figure, aligned."""
    width = max(map(len, figures))
    lines = []
    for name, value in figures.items():
        shown = (
            f"{value:,.3f}".rstrip("0").rstrip(".")
            if isinstance(value, float)
            else f"{value:,}"
            if isinstance(value, int)
            else value
        )
        lines.append(f"  {name:<{width}}  {shown:>14}\n")
    return "rejit\n" + "".join(lines)
