"""Draws docs/run.svg from a real run: a terminal with its output, and below it how the functions came to be compiled.

    python docs/make_picture.py docs/run.svg

Every figure is of that run. The moments are those at which `--dump-ir` wrote each partition, as a worker took it up.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import corpus  # noqa: E402
from bench.engines import find_rejit  # noqa: E402

QUERY = "select sqlite_version(), 6 * 7"
WIDTH, LEFT, RIGHT = 860, 64, 40
LINE = 19  # height of a line of the terminal
CHART = 230
GREEN, BLUE, GREY, INK, PAPER = "#7ee787", "#79c0ff", "#8b949e", "#e6edf3", "#0d1117"


class Run(NamedTuple):
    """What one run left behind."""

    output: str
    figures: dict[str, Any]
    seconds: float
    moments: list[tuple[float, int]]  # seconds since the start, functions in the partition taken up then


def observe(rejit: list[str], module: Path) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        stats, dump = Path(folder) / "stats.json", Path(folder) / "ir"
        command = [*rejit, "run", "--stats", str(stats), "--dump-ir", str(dump), str(module), ":memory:", QUERY]
        began, clock = time.time(), time.monotonic()
        output = subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout
        taken = time.monotonic() - clock
        moments = [
            (path.stat().st_mtime - began, len(re.findall(r"^define ", path.read_text(), re.MULTILINE)))
            for path in dump.iterdir()
        ]
        return Run(output, json.loads(stats.read_text()), taken, sorted(m for m in moments if m[1] and m[0] <= taken))


def text(x: float, y: float, content: str, fill: str = INK, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}" text-anchor="{anchor}">{escape(content)}</text>'


def terminal(run: Run) -> list[tuple[str, str]]:
    """(line, colour) as the terminal shows them."""
    figures = run.figures
    return [
        (f'$ rejit run --stats stats.json sqlite.ll :memory: "{QUERY}"', GREEN),
        *((line, INK) for line in run.output.splitlines()),
        ("", INK),
        (
            f"{figures['functions_total']:,} functions in the module, {figures['functions_linked']:,} called, "
            f"{figures['functions_compiled']:,} compiled by {figures['workers']} workers",
            GREY,
        ),
        (
            f"{figures['code_bytes'] // 1000:,} kB of machine code, first instruction after "
            f"{figures['startup_ms']:.0f} ms, done in {run.seconds:.2f} s",
            GREY,
        ),
    ]


def chart(run: Run, top: float) -> list[str]:
    """Functions taken up so far against time."""
    bottom, height = top + CHART, float(CHART)
    most = max(50, -(-sum(count for _, count in run.moments) // 200) * 200)
    longest = -(-run.seconds // 0.1) * 0.1

    def x(seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * seconds / longest

    def y(count: float) -> float:
        return bottom - height * count / most

    parts = []
    for count in range(0, most + 1, most // 4):
        parts.append(f'<path d="M{LEFT} {y(count):.1f}H{WIDTH - RIGHT}" stroke="#21262d"/>')
        parts.append(text(LEFT - 8, y(count) + 4, str(count), GREY, "end"))
    for tenth in range(0, round(longest * 10) + 1, max(1, round(longest / 0.7))):
        parts.append(text(x(tenth / 10), bottom + 18, f"{tenth * 100} ms", GREY, "middle"))
    points, total = [f"M{x(0):.1f} {y(0):.1f}"], 0
    for moment, count in run.moments:
        points.append(f"H{x(moment):.1f}")
        total += count
        points.append(f"V{y(total):.1f}")
    points.append(f"H{x(run.seconds):.1f}")
    parts.append(f'<path d="{"".join(points)}" fill="none" stroke="{BLUE}" stroke-width="2"/>')
    parts.append(text(LEFT, top - 10, "functions taken up by the workers", BLUE))
    moments = ((run.figures["startup_ms"] / 1000, "the program starts"), (run.seconds, "it ends"))
    for moment, what in moments:
        parts.append(f'<path d="M{x(moment):.1f} {top}V{bottom}" stroke="{GREEN}" stroke-dasharray="3 3"/>')
        late = moment > longest / 2
        parts.append(text(x(moment) + (-6 if late else 6), top + 14, what, GREEN, "end" if late else "start"))
    return parts


def draw(run: Run) -> str:
    lines = terminal(run)
    top = 24 + LINE * len(lines) + 40
    height = top + CHART + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13">',
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="{PAPER}"/>',
        *(text(20, 30 + LINE * i, line, colour) for i, (line, colour) in enumerate(lines)),
        *chart(run, top),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: make_picture.py FILE.svg", file=sys.stderr)
        return 2
    rejit = find_rejit()
    if rejit is None:
        print("rejit is not installed here", file=sys.stderr)
        return 1
    module = corpus.build(["sqlite"], aot=False)["sqlite"] / "sqlite.ll"
    observe(rejit, module)  # for the caches of files and of Python
    Path(sys.argv[1]).write_text(draw(min((observe(rejit, module) for _ in range(3)), key=lambda run: run.seconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
