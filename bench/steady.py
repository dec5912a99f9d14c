"""How fast code gets: rejit's steady state against `clang -O3 -march=native`, ahead of time.

    python -m bench.steady [--only NAME]... [--rounds 3] [--markdown] [--triggers] [--reclaim]

Programs of the corpus and kernels of our own (bench/kernels) are called again and again in one process, by the same
driver: through rejit, and from a shared library that clang made of the same IR. A round is one call, in CPU time of the
thread that runs it. A process repeats until two successive rounds differ by less than 2 %, at most 30 s, then measures
five; the engines take turns. The last column is the CPU time until it was steady, for rejit.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):  # started as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import corpus, generate
from bench.engines import DRIVERS, HERE, python
from bench.report import Table, ratio, seconds

KERNELS = HERE / "kernels"
TEXT_BYTES = 4_000_000
WORST, MEAN, TRIGGERS, RECLAIMING = 1.25, 1.05, 1.10, 1.01  # what must be reached


@dataclass(frozen=True, slots=True)
class Case:
    """What is repeated: `main` with arguments, or `kernel(scale)`."""

    name: str
    ir: Path
    library: Path  # what clang made of it
    arguments: Sequence[str] = ()  # of main; none: a kernel
    stdin: Path | None = None


def build_kernel(path: Path, folder: Path) -> Case:
    """A kernel's IR, optimisable and not optimised, and its shared library."""
    ir, library = folder / f"{path.stem}.ll", folder / f"{path.stem}.so"
    if not library.exists() or library.stat().st_mtime < path.stat().st_mtime:
        corpus.run([corpus.CLANG, *corpus.IR_FLAGS, "-S", str(path), "-o", str(ir)])
        build_library(ir, library, ("-lm",))
    return Case(path.stem.replace("_", "-"), ir, library)


def build_library(ir: Path, library: Path, libraries: Sequence[str]) -> None:
    stripped = library.with_suffix(".stripped.ll")
    stripped.write_text(corpus.strip_cpu_attributes(ir.read_text()))
    flags = ("-O3", "-march=native", "-w", "-fPIC", "-shared", "-Wl,-Bsymbolic")
    corpus.run([corpus.CLANG, *flags, "-x", "ir", str(stripped), "-x", "none", *libraries, "-o", str(library)])
    stripped.unlink()


def cases(only: Sequence[str]) -> list[Case]:
    """All that is measured, built if need be."""
    root = corpus.corpus_dir()
    folder = root / "steady"
    folder.mkdir(parents=True, exist_ok=True)

    def wanted(name: str) -> bool:
        return not only or any(pattern in name for pattern in only)

    text = folder / "text"
    if not text.exists():
        generate.write_text(text, TEXT_BYTES)
    programs = {
        "lua": ((str(DRIVERS / "fib_sort.lua"),), None),
        "sqlite": (("-batch", ":memory:", f".read {DRIVERS / 'queries.sql'}"), None),
        "bzip2": (("-9", "-k", "-c", str(text)), None),
        "zlib": (("",), text),
    }
    found = []
    for name, (arguments, stdin) in programs.items():
        if wanted(name):
            corpus.build([name], aot=False)
            ir, library = root / name / f"{name}.ll", folder / f"{name}.so"
            if not library.exists() or library.stat().st_mtime < ir.stat().st_mtime:
                build_library(ir, library, corpus.PROGRAMS[name].libraries)
            found.append(Case(name, ir, library, arguments, stdin))
    found += [build_kernel(path, folder) for path in sorted(KERNELS.glob("*.c")) if wanted(path.stem)]
    return found


def measure(case: Case, engine: str, scale: int = 0, options: Sequence[str] = (), **variables: str) -> dict[str, float]:
    """One process of an engine, with environment variables: what `drivers/steady.py` reports."""
    file = case.library if engine == "aot" else case.ir
    command = [python(), str(DRIVERS / "steady.py"), engine, str(file), str(scale), *options, "--", *case.arguments]
    stdin = open(case.stdin) if case.stdin else subprocess.DEVNULL
    done = subprocess.run(
        command,
        stdin=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | variables,
    )
    line = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else ""
    if done.returncode or not line.startswith("{"):
        raise RuntimeError(f"{case.name} by {engine}: status {done.returncode}: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(line)
    return found


def reclaiming(only: Sequence[str], rounds: int) -> Table:
    """What it costs that replaced code is given back, where nothing is replaced any more."""
    table = Table(
        "Steady state with reclaiming",
        ("", "switched off, ms", "on, ms", "ratio"),
        "CPU time of one round, the least of all processes; they take turns.",
    )
    ratios = []
    for case in cases(only):
        scale = int(measure(case, "rejit")["scale"])
        times: dict[str, list[float]] = {"off": [], "auto": []}
        for _ in range(rounds):
            for mode, found in times.items():
                found.append(measure(case, "rejit", scale, REJIT_RECLAIM=mode)["round"])
        off, on = min(times["off"]), min(times["auto"])
        ratios.append(on / off)
        table.rows.append((case.name, f"{off * 1e3:.2f}", f"{on * 1e3:.2f}", f"{on / off:.3f}x"))
        print(*table.rows[-1], file=sys.stderr)
    mean = math.exp(statistics.fmean(map(math.log, ratios)))
    table.rows.append(("geometric mean", "", f"<= {RECLAIMING}x", f"{mean:.3f}x"))
    return table


def main() -> int:
    parser = argparse.ArgumentParser(description="rejit's steady state against clang -O3.")
    parser.add_argument("--only", action="append", default=[], help="part of a name; may be repeated")
    parser.add_argument("--rounds", type=int, default=3, help="processes of each engine")
    parser.add_argument("--triggers", action="store_true", help="also -O0 with and without hot triggers")
    parser.add_argument("--reclaim", action="store_true", help="with reclaiming and with it switched off, instead")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    if options.reclaim:
        print(reclaiming(options.only, options.rounds).render(options.markdown))
        return 0
    table = Table(
        "Steady state",
        ("", "clang -O3, ms", "rejit, ms", "ratio", "steady after, s"),
        "CPU time of one round, median; clang: `-O3 -march=native` without the CPU attributes.",
    )
    triggers = Table("Tier 0 with triggers", ("", "-O0, ms", "with triggers, ms", "ratio"), "CPU time of one round.")
    ratios: list[float] = []
    costs: list[float] = []
    for case in cases(options.only):
        scale = int(measure(case, "aot")["scale"])
        found: dict[str, list[dict[str, float]]] = {"aot": [], "rejit": []}
        for _ in range(options.rounds):
            for engine, runs in found.items():
                runs.append(measure(case, engine, scale))
        aot, ours = (statistics.median(run["round"] for run in found[engine]) for engine in ("aot", "rejit"))
        if {run["value"] for runs in found.values() for run in runs} - {found["aot"][0]["value"]}:
            table.rows.append((case.name, "-", "-", "WRONG", "-"))
            continue
        ratios.append(ours / aot)
        warm = statistics.median(run["warm"] for run in found["rejit"])
        table.rows.append((case.name, f"{aot * 1e3:.1f}", f"{ours * 1e3:.1f}", ratio(ours, aot), seconds(warm)))
        print(*table.rows[-1], file=sys.stderr)
        if options.triggers and not case.arguments:
            modes = {"plain": "--plain", "instrumented": "--instrumented"}
            times: dict[str, list[float]] = {mode: [] for mode in modes}
            for _ in range(options.rounds):
                for mode, option in modes.items():
                    times[mode].append(measure(case, "rejit", max(1, scale // 4), [option])["round"])
            plain, with_triggers = (statistics.median(times[mode]) for mode in modes)
            costs.append(with_triggers / plain)
            triggers.rows.append(
                (case.name, f"{plain * 1e3:.1f}", f"{with_triggers * 1e3:.1f}", ratio(with_triggers, plain))
            )
    if ratios:
        mean = math.exp(statistics.fmean(map(math.log, ratios)))
        table.rows.append(("geometric mean", "", "", f"{mean:.2f}x", f"<= {MEAN}x"))
        table.rows.append(("worst", "", "", f"{max(ratios):.2f}x", f"<= {WORST}x"))
    print(table.render(options.markdown))
    if costs:
        triggers.rows.append(("worst", "", f"<= {TRIGGERS}x", f"{max(costs):.2f}x"))
        print(triggers.render(options.markdown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
