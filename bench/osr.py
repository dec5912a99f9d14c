"""Programs whose whole work is one call of `main`: rejit from nothing, AOT, and lli's best mode.

    python -m bench.osr [--only NAME]... [--runs 3] [--markdown]

Wall time of the whole process, median of runs taken in turns; each kernel takes some 2 s at -O3. What rejit spends
beyond AOT is its start, the turns a loop makes in -O0 code, and the compile of the code in which it goes on.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

if __package__ in (None, ""):  # started as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import corpus
from bench.engines import AOT, HERE, REJIT, Engine, aot, find_rejit, lli
from bench.measure import Command, interleave, set_progress
from bench.report import Table, Target, cell, ratio

KERNELS = HERE / "kernels_main"
LLI_MCJIT_O3 = Engine("lli mcjit -O3", lli("-jit-kind=mcjit", "-O3"))
SLOWER, START_S, MEAN_OF_LLI = 1.10, 0.3, 0.6  # what must be reached
TIMEOUT = 120.0


def build(path: Path, folder: Path) -> tuple[Path, Path]:
    """(a kernel's IR, optimisable and not optimised; its executable)."""
    ir, executable = folder / f"{path.stem}.ll", folder / path.stem
    if not executable.exists() or executable.stat().st_mtime < path.stat().st_mtime:
        corpus.run([corpus.CLANG, *corpus.IR_FLAGS, "-S", str(path), "-o", str(ir)])
        corpus.run([corpus.CLANG, "-O3", "-march=native", "-w", str(path), "-lm", "-o", str(executable)])
    return ir, executable


def rejit_engine(start: Sequence[str]) -> Engine:
    return Engine(REJIT, lambda file, program: [*start, "run", "--no-cache", str(file), *program])


def main() -> int:
    parser = argparse.ArgumentParser(description="Programs that are one long loop.")
    parser.add_argument("--only", action="append", default=[], help="part of a name; may be repeated")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    start = find_rejit()
    if start is None:
        parser.error("rejit is not installed: `make setup`")
    folder = corpus.corpus_dir() / "kernels_main"
    folder.mkdir(parents=True, exist_ok=True)
    table = Table(
        "One long loop, seconds for the whole process",
        ("", AOT, REJIT, LLI_MCJIT_O3.name, f"of AOT + {START_S:g} s", "of lli"),
        "AOT: `clang -O3 -march=native`, its run only.",
    )
    of_aot: list[float] = []
    of_lli: list[float] = []
    wrong = False
    for path in sorted(KERNELS.glob("*.c")):
        if options.only and not any(pattern in path.stem for pattern in options.only):
            continue
        ir, executable = build(path, folder)
        set_progress(path.stem)
        engines = (aot(executable), rejit_engine(start), LLI_MCJIT_O3)
        commands = {engine.name: Command(engine.command(ir, ()), None, TIMEOUT) for engine in engines}
        found = interleave(commands, options.runs, reference=AOT)
        wrong |= bool(found[REJIT].problem)
        native, ours, peer = (found[engine.name].seconds for engine in engines)
        allowed = native + START_S if native else None
        if ours and allowed:
            of_aot.append(ours / allowed)
        if ours and peer:
            of_lli.append(ours / peer)
        cells = [cell(found[engine.name]) for engine in engines]
        table.rows.append((path.stem.replace("_", "-"), *cells, ratio(ours, allowed), ratio(ours, peer)))
    print(table.render(options.markdown))
    mean = math.exp(statistics.fmean(map(math.log, of_lli))) if of_lli else None
    targets = Table("Targets", ("", "measured", "must be", ""))
    for target in (
        Target(f"worst of AOT + {START_S:g} s", max(of_aot, default=None), SLOWER),
        Target("worst of lli mcjit -O3", max(of_lli, default=None), 1.0),
        Target("geometric mean of lli mcjit -O3", mean, MEAN_OF_LLI),
    ):
        targets.rows.append(target.row())
    print(targets.render(options.markdown))
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
