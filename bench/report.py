"""Tables, as text or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.measure import Measurement


@dataclass(slots=True)
class Table:
    """A title, a line that explains it, a head, and rows of cells."""

    title: str
    head: Sequence[str]
    note: str = ""
    rows: list[Sequence[str]] = field(default_factory=list)

    def render(self, markdown: bool = False) -> str:
        widths = [max(len(row[column]) for row in [self.head, *self.rows]) for column in range(len(self.head))]

        def line(cells: Sequence[str]) -> str:
            first, *others = (
                cell.ljust(width) if not column else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
            )
            return "| " + " | ".join([first, *others]) + " |" if markdown else "  ".join([first, *others]).rstrip()

        if markdown:
            rule = "|" + "|".join("-" * (width + 1) + ("-" if not i else ":") for i, width in enumerate(widths)) + "|"
        else:
            rule = "  ".join("-" * width for width in widths)
        title = f"### {self.title}" if markdown else self.title
        parts = [title, *([""] * markdown), *([self.note] if self.note else []), *([""] * bool(markdown and self.note))]
        return "\n".join([*parts, line(self.head), rule, *(line(row) for row in self.rows)]) + "\n"


def seconds(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if value < 10 else f"{value:.1f}"


def ratio(value: float | None, base: float | None) -> str:
    return "-" if not value or not base else f"{value / base:.2f}x"


def cell(measurement: Measurement | None, base: float | None = None) -> str:
    """The median, with its ratio to `base` behind it; or what went wrong."""
    if measurement is None:
        return "-"
    if measurement.problem:
        return measurement.problem
    text = seconds(measurement.seconds)
    return f"{text} ({ratio(measurement.seconds, base)})" if base else text


@dataclass(frozen=True, slots=True)
class Target:
    """One line of what must be reached: `value` (None: not measured) at most `limit`, or at least."""

    what: str
    value: float | None
    limit: float
    unit: str = "x"
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "not measured"
        reached = self.value >= self.limit if self.at_least else self.value <= self.limit
        return "reached" if reached else "MISSED"

    def row(self) -> tuple[str, str, str, str]:
        def show(number: float) -> str:
            return f"{number:.2f}x" if self.unit == "x" else f"{number:,.6g} {self.unit}".strip()

        bound = f"{'>=' if self.at_least else '<='} {show(self.limit)}"
        return self.what, "-" if self.value is None else show(self.value), bound, self.verdict
