"""What llvmlite's users do, on llvmlite's MCJIT and on rejit.llvmlite, interleaved: two tables.

    python -m bench.llvmlite_users [--trees 1000] [--leaves 30] [--modules 5000] [--rounds 3]

1. A gradient-boosted forest as lleaves compiles its largest models: llvmlite's -O3 passes and MCJIT -O3, rejit eager
   (the same object), in two processes, lazily without optimisation, and tiered: lazily, hot functions again at -O3.
2. Small modules added, called and dropped, as PyMC's graph nodes are: the rate, and what memory is kept.

Figures are medians of the rounds; ratios are to llvmlite in the same round.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import children, let_orphans_end

DRIVERS = Path(__file__).parent / "drivers"


def driver(name: str, *arguments: str) -> dict[str, Any]:
    """One run of a driver, nothing cached: what it printed. What it leaves at work has ended on return."""
    others = children()
    with tempfile.TemporaryDirectory(prefix="bench-cache-") as cache:
        let_orphans_end(others)  # and from here on orphans are ours
        done = subprocess.run(
            [sys.executable, DRIVERS / name, *arguments],
            env={**os.environ, "REJIT_CACHE_DIR": cache},
            capture_output=True,
            text=True,
            timeout=1800,
            check=True,
        )
        let_orphans_end(others)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rounds_of(name: str, engines: tuple[str, ...], count: int, *arguments: str) -> dict[str, list[dict[str, Any]]]:
    """Runs of each engine, one after the other in every round."""
    found: dict[str, list[dict[str, Any]]] = {engine: [] for engine in engines}
    for _ in range(count):
        for engine in engines:
            found[engine].append(driver(name, engine, *arguments))
    return found


def cells(runs: dict[str, list[dict[str, Any]]], engine: str, field: str, ratio: bool = True) -> str:
    """The median of a figure, and of its ratio to llvmlite's in the same round."""
    values = [run[field] for run in runs[engine]]
    shown = f"{median(values):g}"
    if ratio and engine != "llvmlite":
        ratios = [mine / base[field] for mine, base in zip(values, runs["llvmlite"], strict=True)]
        shown += f" ({median(ratios):.2f}x)"
    return shown


def main() -> None:
    parser = argparse.ArgumentParser()
    for option, default in (("trees", 1000), ("leaves", 30), ("modules", 5000), ("rounds", 3)):
        parser.add_argument(f"--{option}", type=int, default=default)
    options = parser.parse_args()

    engines: tuple[str, ...] = ("llvmlite", "eager", "workers=2", "lazy=0", "tiered")
    runs = rounds_of("llvmlite_trees.py", engines, options.rounds, str(options.trees), str(options.leaves))
    sums = {run["sum"] for of_engine in runs.values() for run in of_engine}
    assert len(sums) == 1, f"the engines do not agree: {sums}"
    print(f"\n{options.trees} trees of {options.leaves} leaves | compile s | first prediction s | settled s | a row us")
    print("---|---|---|---|---")
    for engine in engines:
        figures = (cells(runs, engine, field) for field in ("compile_s", "first_prediction_s", "settled_s", "row_us"))
        print(f"{engine} | {' | '.join(figures)}")

    loops = rounds_of("llvmlite_loop.py", ("llvmlite", "rejit"), options.rounds, str(options.modules))
    print(f"\n{options.modules} modules added, called, dropped | a second | bytes kept each | mappings kept")
    print("---|---|---|---")
    for engine in ("llvmlite", "rejit"):
        kept = (cells(loops, engine, field, False) for field in ("bytes_kept_each", "mappings_kept"))
        print(f"{engine} | {cells(loops, engine, 'a_second')} | {' | '.join(kept)}")


if __name__ == "__main__":
    main()
