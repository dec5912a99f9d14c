"""rejit against its peers, on real programs and on generated modules.

    python -m bench.run [--runs N] [--only NAME]... [--json FILE] [--markdown]

Every figure is the median of runs taken in turns with the others of its row, so that what the machine does besides
falls on all; read the ratios, not the seconds. Nothing fails for being slow: the exit status is 1 only if rejit gave a
wrong result.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

if __package__ in (None, ""):  # started as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import corpus, engines, generate
from bench.engines import AOT, DRIVERS, LLI_ENGINES, LLI_MCJIT_O0, LLI_ORC_LAZY, LLVMLITE, PEERS, REJIT, Engine
from bench.measure import Command, Measurement, execute, interleave, set_progress
from bench.report import Table, Target, cell, ratio, seconds

PEER_TIMEOUT = 20.0
REJIT_TIMEOUT = 120.0
TEXT_BYTES = 8_000_000

GENERATED_SIZES = (100, 200, 1000, 20_000, 100_000)
GENERATED_PEER_LIMIT = 1000  # beyond it lli's lazy mode takes minutes
ONE_RUN_FROM = 50_000  # functions called; a run takes long, and one is enough


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the first table: a module of the corpus and what it is given."""

    name: str
    program: str
    file: str
    arguments: Sequence[str] = ()
    stdin: str | None = None  # a file in bench/drivers, or DATA


DATA = "@data"  # stands for the file of generate.write_text

CASES = (
    Case("sqlite-select1", "sqlite", "sqlite.ll", (":memory:", "select 1")),
    Case("sqlite-select1-bc", "sqlite", "sqlite.bc", (":memory:", "select 1")),
    Case("sqlite-select1-g", "sqlite", "sqlite-g.ll", (":memory:", "select 1")),
    Case("sqlite-queries", "sqlite", "sqlite.ll", ("-batch", ":memory:"), "queries.sql"),
    Case("lua-fib-sort", "lua", "lua.ll", (str(DRIVERS / "fib_sort.lua"),)),
    Case("bzip2-8MB", "bzip2", "bzip2.ll", ("-9", "-k", "-c", DATA)),
    Case("zlib-8MB", "zlib", "zlib.ll", (), DATA),
    Case("mujs-sieve", "mujs", "mujs.ll", (str(DRIVERS / "sieve.js"),)),
    Case("cxx-threads", "threads", "threads.ll"),
)
EXTRA_NAMES = ("generated", "compile-all", "call")


class Bench:
    """The options, what was measured so far, and the tables made of it."""

    def __init__(self, runs: int, only: Sequence[str], rejit: list[str] | None) -> None:
        self.runs = runs
        self.only = only
        self.rejit = rejit
        self.corpus = corpus.corpus_dir()
        self.results: dict[str, dict[str, Measurement]] = {}
        self.stats: dict[str, dict[str, float]] = {}
        self.reports: dict[str, dict[str, float]] = {}
        self.wrong: list[str] = []

    def wants(self, name: str) -> bool:
        return not self.only or any(pattern in name for pattern in self.only)

    def measure(
        self,
        name: str,
        commands: Mapping[str, Command],
        *,
        runs: int | None = None,
        expected: bytes | None = None,
    ) -> None:
        """Measure one row, the commands by engine, and keep it; with AOT among them, that is the reference."""
        set_progress(name)
        reference = AOT if AOT in commands else None
        found = interleave(commands, runs or self.runs, reference=reference, expected=expected)
        self.results[name] = found
        if REJIT in found and found[REJIT].problem and not found[REJIT].problem.startswith(">"):
            self.wrong.append(name)

    def seconds(self, row: str, engine: str) -> float | None:
        found = self.results.get(row, {}).get(engine)
        return found.seconds if found else None

    def own_engine(self) -> list[Engine]:
        return [engines.rejit(self.rejit)] if self.rejit else []

    def read_stats(self, name: str, file: Path, arguments: Sequence[str], stdin: Path | None = None) -> None:
        """One run beside the timed ones, with --stats."""
        if not self.rejit:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "stats.json"
            command = [*self.rejit, "run", "--no-cache", "--stats", str(path), str(file), *arguments]
            execute(Command(command, stdin, REJIT_TIMEOUT))
            try:
                self.stats[name] = json.loads(path.read_text())
            except (OSError, ValueError):
                pass


def command(engine: Engine, file: Path, arguments: Sequence[str] = (), stdin: Path | None = None) -> Command:
    """How an engine runs a module, with the time it may take."""
    limit = REJIT_TIMEOUT if engine.name == REJIT else PEER_TIMEOUT
    return Command(engine.command(file, arguments), stdin, limit)


# -- real programs -----------------------------------------------------------------------------------------------------


def run_programs(bench: Bench) -> None:
    cases = [case for case in CASES if bench.wants(case.name)]
    if not cases:
        return
    folders = corpus.build(sorted({case.program for case in cases}))
    data = generate.write_text(bench.corpus / "data", TEXT_BYTES)
    for case in cases:
        folder = folders[case.program]
        arguments = [str(data) if argument == DATA else argument for argument in case.arguments]
        stdin = data if case.stdin == DATA else DRIVERS / case.stdin if case.stdin else None
        file = folder / case.file

        chosen = [engines.aot(folder / "aot"), *bench.own_engine(), *PEERS]
        bench.measure(case.name, {engine.name: command(engine, file, arguments, stdin) for engine in chosen})
        bench.read_stats(case.name, file, arguments, stdin)


def program_table(bench: Bench) -> Table:
    table = Table(
        "Real programs, seconds for the whole process",
        ["", "rejit", *(engine.name for engine in PEERS), "AOT compile + run"],
        "In brackets: the ratio to lli mcjit -O0. `>`: stopped at that time.",
    )
    for case in CASES:
        if case.name not in bench.results:
            continue
        found = bench.results[case.name]
        base = bench.seconds(case.name, LLI_MCJIT_O0.name)
        cells = [cell(found.get(name), base) for name in (REJIT, *(engine.name for engine in PEERS))]
        compile_time = json.loads((bench.corpus / case.program / "aot.json").read_text())["compile_seconds"]
        table.rows.append([case.name, *cells, f"{compile_time:.1f} + {cell(found[AOT])}"])
    return table


# -- generated modules -------------------------------------------------------------------------------------------------


def run_generated(bench: Bench) -> None:
    if not bench.wants("generated"):
        return
    for size in GENERATED_SIZES:
        for calls in ("one", "all"):
            file = generate.write(bench.corpus / "generated", size, calls)
            chosen = bench.own_engine()
            if size <= GENERATED_PEER_LIMIT:
                chosen += [LLI_ORC_LAZY]
            chosen += [LLI_MCJIT_O0]

            name = f"generated-{size}-{calls}"
            bench.measure(
                name,
                {engine.name: command(engine, file) for engine in chosen},
                runs=1 if calls == "all" and size >= ONE_RUN_FROM else bench.runs,
                expected=b"%d\n" % generate.expected(size, calls),
            )
            bench.read_stats(name, file, [])


def per_function(bench: Bench, size: int, engine: str) -> float | None:
    """Seconds a called function costs: what calling all takes beyond calling one."""
    every, one = (bench.seconds(f"generated-{size}-{calls}", engine) for calls in ("all", "one"))
    return None if every is None or one is None else (every - one) / (size - 1)


def generated_table(bench: Bench) -> Table:
    shown = (REJIT, LLI_ORC_LAZY.name, LLI_MCJIT_O0.name)
    table = Table(
        "Generated modules of small functions",
        [
            "functions",
            *(f"{name}: {what}" for name in shown for what in ("one", "all", "ms/function")),
            "rejit: mappings",
            "code bytes",
        ],
        "one, all: seconds when main calls one of them, or each once. ms/function: (all - one) / (functions - 1).",
    )
    for size in GENERATED_SIZES:
        row = f"generated-{size}"
        if f"{row}-all" not in bench.results:
            continue
        cells = [f"{size:,}"]
        for name in shown:
            cells += [cell(bench.results[f"{row}-{calls}"].get(name)) for calls in ("one", "all")]
            each = per_function(bench, size, name)
            cells.append("-" if each is None else f"{each * 1e3:.3f}")
        stats = bench.stats.get(f"{row}-all", {})
        table.rows.append([*cells, str(stats.get("mappings", "-")), str(stats.get("code_bytes", "-"))])
    return table


# -- the Python API ----------------------------------------------------------------------------------------------------


def driver(name: str, *arguments: str) -> Command:
    return Command([engines.python(), str(DRIVERS / name), *arguments], None, REJIT_TIMEOUT)


def run_drivers(bench: Bench) -> None:
    """The drivers that measure inside one process and report JSON."""
    if bench.wants("compile-all"):
        file = str(corpus.build(["sqlite"])["sqlite"] / "sqlite.ll")
        commands = {
            REJIT: driver("compile_all.py", file, "2"),
            LLVMLITE.name: driver("mcjit_eager.py", "--compile-only", file),
        }
        run_reports(bench, "compile-all", commands)
    if bench.wants("call"):
        run_reports(bench, "call", {REJIT: driver("call_overhead.py")})


def run_reports(bench: Bench, name: str, commands: dict[str, Command]) -> None:
    """Run drivers in turns; keep the median of every figure they report, as `name/engine`."""
    set_progress(name)
    bench.results[name] = interleave(commands, bench.runs)
    for engine, found in bench.results[name].items():
        if not found.problem:
            reports = [json.loads(sample.output) for sample in found.samples]
            bench.reports[f"{name}/{engine}"] = {
                key: statistics.median(report[key] for report in reports) for key in reports[0]
            }


def driver_table(bench: Bench) -> Table:
    table = Table("From Python", ["", "rejit", "peer", "ratio"])
    if "compile-all" in bench.results:
        own, peer = compile_all_seconds(bench)
        name = "SQLite, all functions at -O0, 2 workers; peer: llvmlite MCJIT (parse + compile)"
        found = bench.results["compile-all"]
        table.rows.append([name, own_cell(found, own), seconds(peer), ratio(own, peer)])
    if report := bench.reports.get(f"call/{REJIT}"):
        name = "f(30), ns; peer: a bare CFUNCTYPE"
        table.rows.append([name, f"{report['rejit']:.0f}", f"{report['bare']:.0f}", f"{report['ratio']:.2f}x"])
    elif "call" in bench.results:
        table.rows.append(["f(30)", own_cell(bench.results["call"], None), "-", "-"])
    return table


def own_cell(found: dict[str, Measurement], value: float | None) -> str:
    """rejit's figure from inside its driver, or what went wrong."""
    return found[REJIT].problem or seconds(value)


def compile_all_seconds(bench: Bench) -> tuple[float | None, float | None]:
    own = bench.reports.get(f"compile-all/{REJIT}")
    peer = bench.reports.get(f"compile-all/{LLVMLITE.name}")
    return own["compile"] if own else None, peer["parse"] + peer["compile"] if peer else None


# -- what must be reached ----------------------------------------------------------------------------------------------


def quotient(value: float | None, base: float | None) -> float | None:
    return value / base if value is not None and base else None


def targets(bench: Bench) -> list[Target]:
    def own(row: str) -> float | None:
        return bench.seconds(row, REJIT)

    def best_lli(row: str) -> float | None:
        times = [bench.seconds(row, engine.name) for engine in LLI_ENGINES]
        return min((time for time in times if time is not None), default=None)

    def beside_llvm(row: str) -> float | None:
        stats = bench.stats.get(row)
        if not stats:
            return None
        callbacks = stats["compile_callbacks"] * stats["callback_us_p50"] / 1000
        return quotient(stats["partition_ms"] + stats["link_ms"] + callbacks, stats["compile_ms"])

    base, base_bc = (bench.seconds(f"sqlite-select1{form}", LLI_MCJIT_O0.name) for form in ("", "-bc"))
    mappings = [s["mappings"] for name, s in bench.stats.items() if name.startswith("generated") and "mappings" in s]
    live = bench.stats.get(f"generated-{GENERATED_SIZES[-1]}-all", {}).get("functions_compiled")
    queries = bench.stats.get("sqlite-queries", {})
    return [
        Target("SQLite select 1, .ll / lli mcjit -O0", quotient(own("sqlite-select1"), base), 0.35),
        Target("SQLite select 1, .bc / lli mcjit -O0 of .ll", quotient(own("sqlite-select1-bc"), base), 0.8),
        Target("SQLite select 1, .bc / lli mcjit -O0 of .bc", quotient(own("sqlite-select1-bc"), base_bc), 0.8),
        Target("SQLite select 1, -g / without", quotient(own("sqlite-select1-g"), own("sqlite-select1")), 1.3),
        Target("Lua / best lli mode", quotient(own("lua-fib-sort"), best_lli("lua-fib-sort")), 1.2),
        Target("bzip2 8 MB / best lli mode", quotient(own("bzip2-8MB"), best_lli("bzip2-8MB")), 1.2),
        Target(
            "time per called function, 20,000 / 200",
            quotient(per_function(bench, 20_000, REJIT), per_function(bench, 200, REJIT)),
            1.5,
        ),
        Target("100,000 functions, one called", own("generated-100000-one"), 0.8, "s"),
        Target("mappings, whatever the number", max(mappings, default=None), 64, ""),
        Target("live functions at once", live, 50_000, "", at_least=True),
        Target("lib.compile() of SQLite / llvmlite MCJIT", quotient(*compile_all_seconds(bench)), 0.7),
        Target("partition + link + callback / LLVM, SQLite queries", beside_llvm("sqlite-queries"), 0.25),
        Target("callback p99, SQLite queries", queries.get("callback_us_p99"), 300, "us"),
        Target("f(30) / bare CFUNCTYPE", bench.reports.get(f"call/{REJIT}", {}).get("ratio"), 1.2),
    ]


def target_table(bench: Bench) -> Table:
    table = Table("Targets", ["", "measured", "limit", ""])
    table.rows += [target.row() for target in targets(bench)]
    return table


# -- the command -------------------------------------------------------------------------------------------------------


def machine() -> dict[str, str | int | float]:
    """What the figures were taken on."""
    cpu = platform.processor()
    try:
        names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
        cpu = names[0].split(":", 1)[1].strip() if names else cpu
    except OSError:
        pass

    def output(*command: str) -> str:
        try:
            return subprocess.run(command, capture_output=True, text=True).stdout.strip()
        except OSError:
            return ""

    lli_version = [line.strip() for line in output(engines.LLI, "--version").splitlines() if "version" in line]
    return {
        "cpu": cpu,
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),
        "kernel": platform.release(),
        "python": output(engines.python(), "-c", "import platform; print(platform.python_version())"),
        "llvmlite": output(engines.python(), "-c", "import llvmlite; print(llvmlite.__version__)"),
        "lli": lli_version[0] if lli_version else "",
    }


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    names = ", ".join([*(case.name for case in CASES), *EXTRA_NAMES])
    parser = argparse.ArgumentParser(
        description="rejit against its peers. Medians of interleaved runs.", epilog=f"Names: {names}."
    )
    parser.add_argument("--runs", type=int, default=3, help="runs a median is taken of (default 3)")
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="only what has this in its name; repeatable"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run here")
    parser.add_argument("--markdown", action="store_true", help="tables for the README")
    parser.add_argument("--rejit", metavar="COMMAND", help="how to start rejit (default: .venv/bin/rejit)")
    return parser.parse_args(arguments)


def write_json(bench: Bench, facts: dict[str, str | int | float], path: Path) -> None:
    rows = {row: {name: found.as_json() for name, found in each.items()} for row, each in bench.results.items()}
    goals = [
        {"what": t.what, "value": t.value, "limit": t.limit, "unit": t.unit, "verdict": t.verdict}
        for t in targets(bench)
    ]
    report = {"machine": facts, "results": rows, "stats": bench.stats, "reports": bench.reports, "targets": goals}
    path.write_text(json.dumps(report, indent=1) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    options = parse(arguments)
    bench = Bench(options.runs, options.only, engines.find_rejit(options.rejit))
    if bench.rejit is None:
        print("rejit is not installed: measuring the peers only", file=sys.stderr)
    facts = machine()
    try:
        run_programs(bench)
        run_generated(bench)
        run_drivers(bench)
    except corpus.CorpusError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    print(
        ", ".join(f"{key}: {value}" for key, value in facts.items()) + f"; medians of {bench.runs} interleaved runs\n"
    )
    for table in (program_table(bench), generated_table(bench), driver_table(bench), target_table(bench)):
        if table.rows:
            print(table.render(options.markdown))
    if options.json:
        write_json(bench, facts, options.json)
    for name in bench.wrong:
        last = bench.results[name][REJIT].samples[-1].stderr.strip().splitlines()[-1:]
        print(f"rejit went wrong on {name}: {bench.results[name][REJIT].problem}; {' '.join(last)}", file=sys.stderr)
    return 1 if bench.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
