"""What the object cache saves, and what it costs.

    python -m bench.cached [--runs N] [--only NAME]... [--markdown]

Three tables. The second start of real programs against lli and against rejit's own first start (medians of runs taken
in turns; read the ratios). The smallest program against an empty Python. And inside one process: what a key costs, and
what a hit costs beside the compile it saves.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

if __package__ in (None, ""):  # started as a file
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import corpus, engines, generate
from bench.engines import DRIVERS, LLI_MCJIT_O0
from bench.measure import Command, Measurement, interleave, set_progress
from bench.report import Table, cell, ratio, seconds

DATA = "@data"
CASES: Sequence[tuple[str, str, Sequence[str], str | None]] = (
    ("sqlite-select1", "sqlite/sqlite.ll", (":memory:", "select 1"), None),
    ("sqlite-select1-bc", "sqlite/sqlite.bc", (":memory:", "select 1"), None),
    ("sqlite-queries", "sqlite/sqlite.ll", ("-batch", ":memory:"), "queries.sql"),
    ("lua-fib-sort", "lua/lua.ll", (str(DRIVERS / "fib_sort.lua"),), None),
    ("bzip2-8MB", "bzip2/bzip2.ll", ("-9", "-k", "-c", DATA), None),
)
HELLO = """\
source_filename = "hello.c"

@.str = private unnamed_addr constant [6 x i8] c"hello\\00", align 1

define i32 @main() {
  %r = call i32 @puts(ptr @.str)
  ret i32 0
}

declare i32 @puts(ptr)
"""
OFF, COLD, WARM = "rejit --no-cache", "rejit, first run", "rejit, second run"
PYTHON = "python -c pass"


def commands(
    rejit: Sequence[str], file: Path, arguments: Sequence[str], stdin: Path | None, warm: str
) -> dict[str, Command]:
    """rejit without the cache, with an empty one, and with one that has seen the program."""
    plain = [*rejit, "run"]

    def command(*options: str, **environment: str) -> Command:
        return Command([*plain, *options, str(file), *arguments], stdin, 120.0, environment)

    # Each run gets a folder of its own as XDG_CACHE_HOME, so without REJIT_CACHE_DIR the cache is empty.
    return {OFF: command("--no-cache"), COLD: command(), WARM: command(REJIT_CACHE_DIR=warm)}


def warm_up(command: Command) -> None:
    """Fill a cache: twice, since the second run may compile what the first was still compiling when it ended."""
    for _ in range(2):
        with open(command.stdin or os.devnull, "rb") as stdin:
            subprocess.run(
                command.arguments,
                stdin=stdin,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,  # read to its end: the compile server, which stores, shares it
                env={**os.environ, **command.environment, "REJIT_DEBUG": "1"},
                check=True,
            )


def programs(rejit: Sequence[str], runs: int, wants: Callable[[str], bool]) -> Table:
    table = Table(
        "The second start of real programs, seconds for the whole process",
        ["", LLI_MCJIT_O0.name, OFF, COLD, WARM, "second / lli", "second / first", "first / no cache"],
        "Medians of runs taken in turns.",
    )
    folder = corpus.corpus_dir()
    for name, path, arguments, driver in CASES:
        if not wants(name):
            continue
        set_progress(name)
        corpus.build([path.partition("/")[0]])
        if DATA in arguments:
            data = str(generate.write_text(folder / "data", 8_000_000))
            arguments = [data if word == DATA else word for word in arguments]
        stdin = DRIVERS / driver if driver else None
        with tempfile.TemporaryDirectory(prefix="bench-warm-") as warm:
            chosen = commands(rejit, folder / path, arguments, stdin, f"{warm}/cache")
            warm_up(chosen[WARM])
            chosen[LLI_MCJIT_O0.name] = Command(LLI_MCJIT_O0.command(folder / path, arguments), stdin, 60.0)
            found = interleave(chosen, runs, reference=LLI_MCJIT_O0.name)
        table.rows.append([name, *cells(found)])
    return table


def cells(found: dict[str, Measurement]) -> list[str]:
    def of(name: str) -> float | None:
        return found[name].seconds if name in found else None

    shown = [cell(found.get(name)) for name in (LLI_MCJIT_O0.name, OFF, COLD, WARM)]
    ratios = [ratio(of(WARM), of(LLI_MCJIT_O0.name)), ratio(of(WARM), of(COLD)), ratio(of(COLD), of(OFF))]
    return [*shown, *ratios]


def hello(rejit: Sequence[str], runs: int) -> Table:
    set_progress("hello")
    table = Table(
        "The smallest program, milliseconds",
        ["", PYTHON, OFF, COLD, WARM, "second - python"],
        "The interpreter's own start is in all of them.",
    )
    with tempfile.TemporaryDirectory(prefix="bench-warm-") as warm:
        file = Path(warm) / "hello.ll"
        file.write_text(HELLO)
        time.sleep(2.1)  # until the file's time stamps are old enough to be trusted
        chosen = commands(rejit, file, (), None, f"{warm}/cache")
        warm_up(chosen[WARM])
        chosen[PYTHON] = Command([engines.python(), "-c", "pass"])
        found = interleave(chosen, max(runs, 9))
    values = {name: one.seconds or 0.0 for name, one in found.items()}
    row = [f"{1e3 * values[name]:.0f}" for name in (PYTHON, OFF, COLD, WARM)]
    table.rows.append(["hello.ll", *row, f"{1e3 * (values[WARM] - values[PYTHON]):.0f}"])
    return table


INSIDE = r"""
import json, marshal, os, sys, tempfile, time
from rejit.cache import keys
from rejit.cache.disk import DiskCache
from rejit.compile import backend
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import merge, partition
from rejit.link.pieces import split

index = ModuleIndex.build(open(sys.argv[1]).read())
names = list(index.functions)
clock = time.process_time
start = clock()
parts = [partition(index, (name,), (), debug="none") for name in names]
sliced = clock()
made = [keys.object_key(part, part.slicer, b"") for part in parts]
keyed = clock()
tier = (0, "native", "")
backend.compile_ir("define void @f() {\n  ret void\n}\n", tier)
some = list(range(0, len(names), 8))[:200]
begun = clock()
pieces = []
for at in range(0, len(some), 8):  # eight to a module, as a worker does
    batch = merge([parts[n] for n in some[at : at + 8]])
    pieces += split(backend.compile_ir(batch.text, tier), batch.constants)
compiled = clock()
store = DiskCache(tempfile.mkdtemp() + "/cache")
content = [marshal.dumps([piece], 4) for piece in pieces]
stored_from = clock()
for n, entry in zip(some, content):
    store.store(made[n], entry)
stored = clock()
store.close()
store = DiskCache(store.folder)
hit_from = clock()
for n in some:
    marshal.loads(store.load(made[n]))
hit = clock()
print(json.dumps({
    "functions": len(names),
    "partitions_s": sliced - start,
    "keys_s": keyed - sliced,
    "compile_us": 1e6 * (compiled - begun) / len(some),
    "store_us": 1e6 * (stored - stored_from) / len(some),
    "hit_us": 1e6 * (hit - hit_from) / len(some),
}))
"""


def inside(runs: int) -> Table:
    import json
    import statistics

    set_progress("keys and hits")
    table = Table(
        "What the cache costs (CPU time, one process)",
        ["SQLite", "partitions, s", "keys, s", "compile, us", "store, us", "hit, us", "hit / compile"],
        "Partitions and keys: of all functions. The others: a function at tier 0, eight to a module.",
    )
    file = corpus.build(["sqlite"])["sqlite"] / "sqlite.ll"
    reports = [
        json.loads(subprocess.run([engines.python(), "-c", INSIDE, file], capture_output=True, check=True).stdout)
        for _ in range(max(1, runs // 2))
    ]
    found = {key: statistics.median(report[key] for report in reports) for key in reports[0]}
    table.rows.append(
        [
            f"{found['functions']:.0f} functions",
            seconds(found["partitions_s"]),
            seconds(found["keys_s"]),
            *(f"{found[key]:.0f}" for key in ("compile_us", "store_us", "hit_us")),
            f"{100 * found['hit_us'] / found['compile_us']:.1f} %",
        ]
    )
    return table


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", action="append", default=[], help="rows whose name contains this")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    os.environ.pop("REJIT_CACHE_DIR", None)  # it would be every run's
    rejit = engines.find_rejit()
    if rejit is None:
        parser.error("rejit is not installed here: make setup")

    def wants(name: str) -> bool:
        return not options.only or any(pattern in name for pattern in options.only)

    tables = [programs(rejit, options.runs, wants)] if any(wants(case[0]) for case in CASES) else []
    if wants("hello"):
        tables.append(hello(rejit, options.runs))
    if wants("keys"):
        tables.append(inside(options.runs))
    for table in tables:
        print(table.render(options.markdown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
