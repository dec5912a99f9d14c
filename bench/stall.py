"""How long a caller is held up while what it calls is recompiled.

    python -m bench.stall            the table
    python -m bench.stall --seconds 5 --functions 1000 --rounds 3

A thread of C (no GIL) calls one function as fast as it can and notes the longest call of each millisecond. It does so
with nothing else going on ("quiet"), while another process has as much compiled ("beside a compiler": what that costs
on this machine, whatever rejit does), and while that function and a thousand others are recompiled and redirected
("recompiled"). What counts is the last against the second: rejit's own part.

A millisecond in which the kernel gave the CPU to somebody else does not count; one in which the thread had to wait (for
a lock, for memory to be mapped) does. Columns are microseconds: percentiles over the milliseconds' longest calls.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from bench.report import Table

CALLER = r"""
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/resource.h>
#include <time.h>

static int64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long preempted(void) {
    struct rusage used;
    getrusage(RUSAGE_THREAD, &used);
    return used.ru_nivcsw;
}

/* Calls f until *stop or until all spans (of 1 ms) are filled; each gets its longest call in ns. How many were filled;
   -1: a wrong answer. */
long measure(long (*f)(long), volatile char *stop, int64_t *spans, long count) {
    int64_t begun = now(), before = begun;
    long at = 0, switches = preempted();
    for (long i = 0; !*stop && at < count; i++) {
        if (f(i & 1023) != (i & 1023) * 3 + 1)
            return -1;
        int64_t after = now();
        if (after - before > spans[at])
            spans[at] = after - before;
        before = after;
        if (after - begun >= 1000000) {
            long later = preempted();
            if (later == switches)
                at++;
            else if (at < count)
                spans[at] = 0;
            switches = later;
            begun = before = now();
        }
    }
    return at;
}
"""


def module(functions: int) -> str:
    """The function that is called, and others that are as large."""
    out = []
    for name in ("called", *(f"other{n}" for n in range(functions))):
        out.append(
            f"define i64 @{name}(i64 %x) {{\nentry:\n  %y = mul i64 %x, 3\n  br label %loop\nloop:\n"
            "  %i = phi i64 [ 0, %entry ], [ %j, %loop ]\n  %s = phi i64 [ %y, %entry ], [ %t, %loop ]\n"
            "  %a = xor i64 %s, %i\n  %t = xor i64 %a, %i\n  %j = add i64 %i, 1\n  %d = icmp eq i64 %j, 8\n"
            "  br i1 %d, label %end, label %loop\nend:\n  %r = add i64 %t, 1\n  ret i64 %r\n}\n"
        )
    return "\n".join(out)


def build(folder: Path) -> ctypes.CDLL:
    """The caller, compiled."""
    (folder / "caller.c").write_text(CALLER)
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", "caller.so", "caller.c"], cwd=folder, check=True)
    library = ctypes.CDLL(str(folder / "caller.so"))
    library.measure.restype = ctypes.c_long
    library.measure.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long)
    return library


class Caller:
    """The thread: started by `with`, its spans afterwards in `longest` (microseconds, sorted)."""

    def __init__(self, library: ctypes.CDLL, address: int, most: int = 120_000) -> None:
        self.stop = ctypes.c_char(0)
        self.spans = (ctypes.c_int64 * most)()
        self.longest: list[float] = []
        self._filled = 0
        stop, spans = ctypes.addressof(self.stop), ctypes.addressof(self.spans)

        def run() -> None:
            self._filled = library.measure(address, stop, spans, most)

        self._thread = threading.Thread(target=run)

    def __enter__(self) -> Caller:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.value = b"\1"
        self._thread.join()
        if self._filled < 0:
            raise SystemExit("the function answered wrongly")
        self.longest = sorted(ns / 1000 for ns in self.spans[: self._filled])


def percentile(values: list[float], fraction: float) -> float:
    return values[min(len(values) - 1, int(fraction * len(values)))]


def quiet(library: ctypes.CDLL, seconds: float, functions: int) -> list[float]:
    """Nothing else goes on in the process, nor in a compile process."""
    from rejit import Session

    with Session() as jit:
        loaded = jit.add(module(0))
        loaded.compile(tier=3)
        with Caller(library, loaded["called"].address) as caller:
            threading.Event().wait(seconds)
        return caller.longest


@contextmanager
def compiling_elsewhere(functions: int) -> Iterator[None]:
    """Another process has as many functions compiled at -O3, again and again, niced as rejit's workers are."""
    code = (
        "import os, sys; os.nice(10)\nfrom rejit import Session\nfrom bench.stall import module\n"
        "while True:\n    with Session() as jit:\n"
        f"        jit.add(module({functions})).compile(tier=3)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parent.parent)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def beside(library: ctypes.CDLL, seconds: float, functions: int) -> list[float]:
    """As `quiet`, on a machine that compiles for somebody else."""
    with compiling_elsewhere(functions):
        return quiet(library, seconds, functions)


def recompiled(library: ctypes.CDLL, seconds: float, functions: int) -> list[float]:
    """The function and all others are recompiled and redirected meanwhile, each at least twice."""
    from rejit import Session

    with Session(cache=None) as jit:
        loaded = jit.add(module(functions))
        loaded.compile()
        with Caller(library, loaded["called"].address) as caller:
            end = monotonic() + seconds
            while monotonic() < end or jit.statistics()["redirects"] < 2 * functions:
                loaded.compile(tier=3)
                loaded.compile(tier=1)
        return caller.longest


WAYS = {"quiet": quiet, "beside a compiler": beside, "recompiled": recompiled}


def run(seconds: float, functions: int, rounds: int) -> dict[str, list[float]]:
    """The longest calls by way; the rounds take turns, and the best of each percentile counts."""
    found: dict[str, list[list[float]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as folder:
        library = build(Path(folder))
        for _ in range(rounds):
            for way, work in WAYS.items():
                found[way].append(work(library, seconds, functions))
    return {
        way: [min(percentile(spans, fraction) for spans in all_spans) for fraction in (0.5, 0.99, 0.999, 1.0)]
        for way, all_spans in found.items()
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.stall", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--functions", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    found = run(options.seconds, options.functions, options.rounds)
    rows = [[way, *(f"{value:.1f}" for value in values)] for way, values in found.items()]
    title = f"Longest call in a millisecond, us ({os.cpu_count()} CPUs, {options.functions} functions)"
    print(Table(title, ["", "p50", "p99", "p99.9", "max"], "", rows).render())
    longer = found["recompiled"][2] - found["beside a compiler"][2]
    print(f"p99.9: {longer:+.1f} us beside the same work of another process; at most 100 wanted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
