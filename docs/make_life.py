"""Draws life-1.svg to life-6.svg, the life of a call step by step, from a run of docs/life_of_a_call.py.

python docs/make_life.py docs

Where there is a how-it-works.md, its listings are brought up to date too: those whose title is a section of that run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import NamedTuple

from life_of_a_call import Life, Line, live, sections

PAPER, INK, GREY, BLUE, GREEN, FRAME = "#0d1117", "#e6edf3", "#7d8590", "#58a6ff", "#3fb950", "#30363d"
WIDTH, MIDDLE, RIGHT = 980, 290, 750  # of the drawing; where its middle and right columns begin
ROW, PAD = 17, 12


class Box(NamedTuple):
    """What is drawn as a rectangle: a title, and lines of text or of code."""

    x: int
    y: int
    width: int
    title: str
    lines: tuple[Line | str, ...]

    @property
    def height(self) -> int:
        return 2 * PAD + ROW * (len(self.lines) + 1) - 4

    def row(self, number: int) -> int:
        """The middle of a line; -1: the title's."""
        return self.y + PAD + ROW * (number + 1) + 6

    def drawn(self, lit: bool) -> str:
        ink = INK if lit else GREY
        rows = [_text(self.x + PAD, self.row(-1) + 4, escape(self.title), BLUE if lit else GREY)]
        for number, line in enumerate(self.lines):
            rows.append(_text(self.x + PAD, self.row(number) + 4, _marked(line, lit), ink))
        stroke = BLUE if lit else FRAME
        rectangle = f'<rect x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}" rx="6" '
        return "\n".join([rectangle + f'fill="none" stroke="{stroke}"/>', *rows])


def _text(x: float, y: float, content: str, colour: str) -> str:
    return f'<text x="{x}" y="{y}" fill="{colour}" xml:space="preserve">{content}</text>'


def _marked(line: Line | str, lit: bool) -> str:
    """A line of code, with the bytes that the linker filled in on their own: the tests leave them out."""
    if isinstance(line, str):
        return escape(line)
    colour = GREEN if lit else GREY
    width = sum(len(text) + 1 for text, _ in line.parts)
    data = " ".join(
        f'<tspan class="filled" fill="{colour}">{text}</tspan>' if filled else text for text, filled in line.parts
    )
    return f"{escape(line.at):<5}{data}{' ' * max(1, 25 - width)}{escape(line.assembly)}".rstrip()


def _arrow(*points: tuple[int, int], colour: str = GREEN) -> str:
    path = "L".join(f"{x} {y}" for x, y in points)
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2" marker-end="url(#head)"/>'


def frame(boxes: Iterable[tuple[Box, bool]], arrows: Iterable[str]) -> str:
    """One drawing: its boxes, lit or not, and its arrows."""
    boxes = list(boxes)
    height = max(box.y + box.height for box, _ in boxes) + 20
    head = f'<path d="M0 0L8 4L0 8z" fill="{GREEN}"/>'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="12">',
        f'<defs><marker id="head" markerWidth="8" markerHeight="8" refX="7" refY="4" orient="auto" '
        f'markerUnits="userSpaceOnUse">{head}</marker></defs>',
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="{PAPER}"/>',
        *(box.drawn(lit) for box, lit in boxes),
        *arrows,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def frames(life: Life) -> list[str]:
    """The six drawings."""
    left, middle, right = 210, 400, 210
    caller = Box(20, 20, left, "the caller (a gate)", ('lib["greet"]()', "41 ff d5   call *%r13"))
    cell = Box(MIDDLE, 20, middle, f"greet, for ever: cell {life.cell_at:#x}", life.cell)
    slots = [Box(MIDDLE, 118, middle, f"slot {life.slot_at:#x}", (line,)) for line in life.slots]
    resolver = Box(
        20, 118, left, "resolver block",
        ("55         push %rbp", "48 89 e5   mov %rsp,%rbp", "...        save all, GIL", "41 ff e3   jmp *%r11"),
    )  # fmt: skip
    python = Box(20, 236, left, "Python: enter(0)", ("asks the worker,", "links what comes,", "answers an address"))
    worker = Box(RIGHT, 20, right, "a worker process", ("index -> partition", "LLVM, -O0", "object -> piece"))
    piece = Box(MIDDLE, 200, middle, "piece, with holes for the linker", life.piece)
    body = Box(MIDDLE, 200, middle, f"body {life.body_at:#x}, tier 0", life.body)
    better = Box(MIDDLE, body.y + body.height + 20, middle, f"body {life.better_at:#x}, tier 3", life.better)
    again = worker._replace(lines=("greet is hot", "partition, callees too", "LLVM, -O3"))
    freed = Box(
        RIGHT,
        body.y,
        right,
        "the old body",
        ("is freed when no", "thread can return", "into it"),
    )

    edge, far = MIDDLE + middle, RIGHT
    to_cell = _arrow((20 + left, caller.row(0)), (MIDDLE, caller.row(0)))
    to_slot = _arrow(
        (edge, cell.row(0)), (edge + 24, cell.row(0)), (edge + 24, slots[0].row(0)), (edge, slots[0].row(0))
    )
    back = _arrow(
        (MIDDLE, slots[0].row(0)), (MIDDLE - 20, slots[0].row(0)), (MIDDLE - 20, cell.row(1)), (MIDDLE, cell.row(1))
    )
    to_resolver = _arrow(
        (MIDDLE, cell.row(2)), (MIDDLE - 34, cell.row(2)), (MIDDLE - 34, resolver.row(0)), (20 + left, resolver.row(0))
    )
    to_python = _arrow((125, resolver.y + resolver.height), (125, python.y))

    def to(box: Box, line: int = 0) -> str:
        return _arrow(
            (MIDDLE, slots[0].row(0)),
            (MIDDLE - 20, slots[0].row(0)),
            (MIDDLE - 20, box.row(line)),
            (MIDDLE, box.row(line)),
        )

    hop = (edge + 34, worker.row(0))
    ask = _arrow(
        (20 + left, python.row(0)), (MIDDLE - 14, python.row(0)), (MIDDLE - 14, 10), (edge + 34, 10), hop, (far, hop[1])
    )
    give = _arrow((830, worker.y + worker.height), (830, piece.row(0)), (edge, piece.row(0)))
    answer = _arrow(
        (20, resolver.row(3)),
        (8, resolver.row(3)),
        (8, 340),
        (MIDDLE - 28, 340),
        (MIDDLE - 28, body.row(0)),
        (MIDDLE, body.row(0)),
    )
    return [
        frame([(cell, True), (slots[0], True)], [back]),
        frame(
            [(caller, True), (cell, True), (slots[0], True), (resolver, True), (python, True)],
            [to_cell, to_slot, back, to_resolver, to_python],
        ),
        frame(
            [(cell, False), (slots[0], False), (resolver, False), (python, True), (worker, True), (piece, True)],
            [ask, give],
        ),
        frame(
            [(cell, False), (slots[1], True), (resolver, True), (python, False), (body, True)],
            [to(body), answer],
        ),
        frame([(caller, True), (cell, True), (slots[1], True), (body, True)], [to_cell, to_slot, to(body)]),
        frame(
            [
                *((box, True) for box in (caller, cell, slots[2], again, better, freed)),
                (body, False),
            ],
            [to_cell, to_slot, to(better)],
        ),
    ]


def with_listings(page: str, listings: dict[str, str]) -> str:
    """The page with its listings as they are now."""
    return re.sub(
        r'^(```\w+ title="([^"]+)"\n).*?(?=^```$)',
        lambda found: f"{found[1]}{listings[found[2]]}\n",
        page,
        flags=re.MULTILINE | re.DOTALL,
    )


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: make_life.py FOLDER", file=sys.stderr)
        return 2
    folder, life = Path(sys.argv[1]), live()
    for number, drawing in enumerate(frames(life), 1):
        (folder / f"life-{number}.svg").write_text(drawing)
    page = folder / "how-it-works.md"
    if page.exists():
        page.write_text(with_listings(page.read_text(), sections(life)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
