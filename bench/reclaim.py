"""Memory that comes back: live functions, replacements under load, modules that come and go; llvmlite's JITs beside it.

    python -m bench.reclaim [--full] [--only live|throw|replace|cycle|handshake]

Sizes are PSS of the whole process, Python included. `--full` takes the sizes of the README: an hour.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import threading
import time
from itertools import pairwise
from typing import Any

FUNCTIONS = 1000
THREADS = 8


def pss() -> int:
    """Bytes of this process's proportional set size."""
    with open("/proc/self/smaps_rollup") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("Pss:"))


def mappings() -> int:
    with open("/proc/self/maps") as file:
        return sum(1 for _ in file)


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def apart(what: str, kind: str, count: int) -> None:
    """A row of a table, measured in a process of its own."""
    command = [sys.executable, "-m", "bench.reclaim", what, kind, "--count", str(count)]
    done = subprocess.run(command, capture_output=True, text=True)
    print(done.stdout.strip() or f"| {kind} | ended with {done.returncode}: {done.stderr.strip()[-200:]} |", flush=True)


# --- many live functions


def live_text(count: int) -> str:
    """That many small functions."""
    return "".join(
        f"define i32 @f{i}(i32 %x) {{\nentry:\n  %r = mul i32 %x, {i + 3}\n  %s = add i32 %r, {i}\n  ret i32 %s\n}}\n\n"
        for i in range(count)
    )


def tied_text(count: int) -> str:
    """The same with a variable, a string and two calls each."""
    return "declare i32 @puts(ptr)\n\n" + "".join(
        f'@g{i} = global i32 {i}\n@s{i} = private constant [8 x i8] c"{i:07}\\00"\n\n'
        f"define i32 @f{i}(i32 %x) noinline {{\nentry:\n  %r = load i32, ptr @g{i}, align 4\n"
        f"  %a = call i32 @f{(7 * i + 1) % count}(i32 %r)\n  %b = call i32 @f{(3 * i + 2) % count}(i32 %a)\n"
        f"  %c = call i32 @puts(ptr @s{i})\n  %s = add i32 %b, %c\n  ret i32 %s\n}}\n\n"
        for i in range(count)
    )


TEXTS = {"alone": live_text, "tied": tied_text}


def live_one(kind: str, count: int) -> None:
    """Memory and mappings of `count` functions, and what the last thousand cost compared with the first."""
    from rejit import Config, Session

    with Session(config=Config(code_span=1 << 31)) as session:
        lib = session.add(TEXTS[kind](count), name="live")
        lib.compile(["f0"])
        before, maps = pss(), mappings()
        marks = [time.process_time()]

        def note() -> None:
            if session.counters.linked >= 1000 * len(marks):
                marks.append(time.process_time())

        session.compiler.waiting = note
        lib.compile()
        note()
        times = [later - earlier for earlier, later in pairwise(marks)]
        memory = session.memory()
        used = pss() - before
        budget = 1.4 * memory.code + 300 * count
        first, last = sorted(times[1:6])[2], sorted(times[-5:])[2]
        row(kind, count, memory.code, memory.data, used, f"{used / budget:.2f}", mappings() - maps + memory.mappings,
            f"{last / first:.2f}")  # fmt: skip


def live(count: int) -> None:
    row("live functions", "", "code bytes", "data bytes", "PSS grew by", "of 1.4 x code + 300 each", "mappings",
        "last : first")  # fmt: skip
    row(*["---"] * 8)
    for kind in TEXTS:
        apart("--live", kind, count)


# --- the first C++ throw with many live functions

THROW_IR = """\
declare ptr @__cxa_allocate_exception(i64)
declare void @__cxa_throw(ptr, ptr, ptr)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
@_ZTIi = external constant ptr

define void @throw(i32 %x) noinline {
entry:
  %e = call ptr @__cxa_allocate_exception(i64 4)
  store i32 %x, ptr %e, align 4
  call void @__cxa_throw(ptr %e, ptr @_ZTIi, ptr null)
  unreachable
}

define i32 @catch(i32 %x) personality ptr @__gxx_personality_v0 {
entry:
  invoke void @throw(i32 %x) to label %no unwind label %pad

no:
  ret i32 -1

pad:
  %p = landingpad { ptr, i32 } catch ptr null
  %v = extractvalue { ptr, i32 } %p, 0
  %o = call ptr @__cxa_begin_catch(ptr %v)
  %r = load i32, ptr %o, align 4
  call void @__cxa_end_catch()
  ret i32 %r
}
"""


def throw(count: int) -> None:
    """Milliseconds of the first throw, and of the hundredth: what libgcc does with the unwind tables."""
    import ctypes

    from rejit import Config, Session
    from rejit.runtime import unwind

    ctypes.CDLL("libstdc++.so.6", mode=ctypes.RTLD_GLOBAL)
    with Session(config=Config(code_span=1 << 31)) as session:
        lib = session.add(THROW_IR, name="throw")
        lib.compile()
        catch, times = lib["catch"], []
        module = session.add(live_text(count), name="live")._module
        begun = time.process_time()
        for start in range(0, count, 5000):
            names = [f"f{i}" for i in range(start, min(count, start + 5000))]
            module.fetch(tuple(names), bulk=True)
            for name in names:
                module.materialise(module.function(name))
        linked = time.process_time() - begun
        for number in range(100):
            begun = time.perf_counter()
            assert catch(number) == number
            times.append(time.perf_counter() - begun)
        row(
            "live functions",
            "first throw, ms",
            "second, ms",
            "hundredth, ms",
            "objects libgcc lists",
            "CPU us a function",
        )
        row(*["---"] * 6)
        row(count, *(f"{times[place] * 1e3:.3f}" for place in (0, 1, 99)), unwind.registered() or "a tree",
            f"{linked / count * 1e6:.0f}")  # fmt: skip


# --- replacing under load


def load_text() -> str:
    """FUNCTIONS functions, and a loop that calls them all and counts wrong answers."""
    parts = [
        f"define i64 @f{i}(i64 %x) noinline {{\nentry:\n  %r = add i64 %x, {i}\n  ret i64 %r\n}}\n\n"
        for i in range(FUNCTIONS)
    ]
    calls, total = [], "0"
    for i in range(FUNCTIONS):
        calls.append(f"  %c{i} = call i64 @f{i}(i64 1)\n  %s{i} = add i64 {total}, %c{i}\n")
        total = f"%s{i}"
    expected = FUNCTIONS + FUNCTIONS * (FUNCTIONS - 1) // 2
    return (
        "@ending = global i64 0, align 8\n\n"
        + "".join(parts)
        + "define i64 @drive(ptr %rounds) {\nentry:\n  br label %again\n\nagain:\n"
        + "  %wrong = phi i64 [ 0, %entry ], [ %more, %again ]\n"
        + "".join(calls)
        + f"  %bad = icmp ne i64 {total}, {expected}\n  %one = zext i1 %bad to i64\n  %more = add i64 %wrong, %one\n"
        + "  %n = load i64, ptr %rounds, align 8\n  %m = add i64 %n, 1\n  store i64 %m, ptr %rounds, align 8\n"
        + "  %e = load volatile i64, ptr @ending, align 8\n  %done = icmp ne i64 %e, 0\n"
        + "  br i1 %done, label %out, label %again\n\nout:\n  ret i64 %more\n}\n"
    )


def replace(count: int) -> None:
    """`count` bodies linked anew, of varying size, while threads call them."""
    import ctypes

    from rejit import Session

    with Session(workers=1) as session:
        lib = session.add(load_text(), name="load")
        module = lib._module
        names = [f"f{i}" for i in range(FUNCTIONS)]
        module.fetch(tuple(names), bulk=True)
        pieces = {name: module.ready[name] for name in names}
        lib.compile()
        drive, rounds = lib["drive"], [(ctypes.c_int64 * 8)() for _ in range(THREADS)]
        ending = lib.data("ending").as_ctypes(ctypes.c_int64)
        results: list[int] = []

        def call(counter: Any) -> None:
            # More replacements for the same time; never less nice than the thread that makes them.
            nice = min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)
            results.append(drive(ctypes.addressof(counter)))

        threads = [threading.Thread(target=call, args=(counter,)) for counter in rounds]
        for thread in threads:
            thread.start()
        sizes, begun = [], time.process_time()
        for number in range(count):
            kind, name, align, content, size, *rest = pieces[names[number * 7 % FUNCTIONS]]
            pad = number * 13 % 29 * 32
            piece = kind, name, align, content + bytes(pad), size + pad, *rest
            module.replace_bodies((piece,), session.tier, ())
            session.reclaimer.relieve()
            if number % max(1, count // 100) == 0:
                sizes.append(pss())
        ending.value = 1
        for thread in threads:
            thread.join()
        cpu = time.process_time() - begun
        seen = session.reclaimer.statistics()
        report = session.reclaimer.report()
        row("replacements", "wrong", "PSS after 1 %", "at most", "at the end", "quarantine at most", "of its limit",
            "no room")  # fmt: skip
        row(*["---"] * 8)
        row(count, sum(results), sizes[1], max(sizes[1:]), pss(), seen.quarantine_bytes_max,
            f"{seen.quarantine_share_max:.2f}", seen.overruns)  # fmt: skip
        print()
        row("bodies freed", "searches", "handshakes", "thread CPU p99, us", "stopped, ms each", "CPU us a replacement")
        row(*["---"] * 6)
        row(seen.bodies_reclaimed, seen.searches, report["handshakes"], report["handshake_thread_cpu_us_p99"],
            f"{session.reclaimer.stopped_ns / max(1, seen.searches) / 1e6:.1f}", round(cpu / count * 1e6))  # fmt: skip
        for what, size, why in seen.waiting[:3]:
            print(f"    waiting: {what}, {size} bytes: {why}")


# --- modules that come and go

CYCLE_IR = """\
target triple = "x86_64-unknown-linux-gnu"

@v = global i32 {n}, align 4

define i32 @f(i32 %x) {{
entry:
  %l = load i32, ptr @v, align 4
  %r = add i32 %x, %l
  ret i32 %r
}}
"""


def cycle_rejit(count: int, note: Any) -> None:
    from rejit import Session

    with Session(workers=1) as session:
        for number in range(count):
            lib = session.add(CYCLE_IR.format(n=number))
            assert lib["f"](1) == number + 1
            lib.close()
            note(number)


def llvm() -> Any:
    import llvmlite.binding as binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    return binding


def cycle_mcjit(count: int, note: Any) -> None:
    import ctypes

    binding = llvm()
    machine = binding.Target.from_default_triple().create_target_machine()
    engine = binding.create_mcjit_compiler(binding.parse_assembly(""), machine)
    for number in range(count):
        module = binding.parse_assembly(CYCLE_IR.format(n=number))
        engine.add_module(module)
        engine.finalize_object()
        function = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_int32)(engine.get_function_address("f"))
        assert function(1) == number + 1
        engine.remove_module(module)
        note(number)


def cycle_lljit(count: int, note: Any) -> None:
    import ctypes

    binding = llvm()
    machine = binding.Target.from_default_triple().create_target_machine(jit=True)
    jit = binding.create_lljit_compiler(machine)
    for number in range(count):
        builder = binding.JITLibraryBuilder().add_ir(CYCLE_IR.format(n=number)).export_symbol("f")
        library = builder.link(jit, f"m{number}")
        function = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_int32)(library["f"])
        assert function(1) == number + 1
        del library
        note(number)


CYCLES = {"rejit": cycle_rejit, "MCJIT": cycle_mcjit, "LLJIT": cycle_lljit}


def cycle_one(name: str, count: int) -> None:
    """One JIT, in a process of its own: a row of the table."""
    seen: list[tuple[int, int]] = []
    begun = time.process_time()

    def note(number: int) -> None:
        if number == max(count // 100, min(1000, count // 2)):
            seen.append((pss(), mappings()))
        if not number % 1000:  # how far it came, if it does not come back
            print(f"cycle {number}: PSS {pss()}, {mappings()} mappings", file=sys.stderr)

    CYCLES[name](count, note)
    cpu = (time.process_time() - begun) / count * 1e6
    (start, maps), (end, last) = seen[0], (pss(), mappings())
    row(name, count, start, end, f"{(end - start) / count:.0f}", maps, last, f"{cpu:.0f}")


def cycle(count: int) -> None:
    row(
        "add, call, close", "cycles", "PSS after 1 %", "at the end", "bytes a cycle", "mappings", "at the end", "CPU us"
    )
    row(*["---"] * 8)
    for name in CYCLES:
        apart("--cycle", name, count)


# --- handshakes with deep stacks


def handshake(count: int) -> None:
    """Threads that run with 1 MiB of stack in use are stopped `count` times."""
    import ctypes

    from rejit import Config, Session

    text = """
@ending = global i64 0, align 8

define i64 @deep(i64 %n) {
entry:
  %room = alloca [1024 x i8], align 16
  store volatile i8 1, ptr %room, align 16
  %last = icmp eq i64 %n, 0
  br i1 %last, label %spin, label %more

more:
  %m = sub i64 %n, 1
  %r = call i64 @deep(i64 %m)
  %s = add i64 %r, 1
  ret i64 %s

spin:
  %e = load volatile i64, ptr @ending, align 8
  %done = icmp ne i64 %e, 0
  br i1 %done, label %out, label %spin

out:
  ret i64 0
}

define i64 @gone() {
entry:
  ret i64 1
}
"""
    with Session(workers=1, config=Config(reclaim="always")) as session:
        lib = session.add(text)
        lib.compile()
        deep, gone = lib["deep"], lib._module.function("gone")
        piece = None
        ending = lib.data("ending").as_ctypes(ctypes.c_int64)
        threads = [threading.Thread(target=deep, args=(1000,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        other = session.add("define i64 @gone() {\nentry:\n  ret i64 1\n}\n")
        other._module.fetch(("gone",))
        piece = other._module.ready["gone"]
        del gone
        for _ in range(count):
            other._module.replace_bodies((piece,), session.tier, ())
            session.reclaimer.relieve()
        ending.value = 1
        for thread in threads:
            thread.join()
        report, statistics = session.reclaimer.report(), session.reclaimer.statistics()
        times = sorted(session.reclaimer.handshake_ns)
        row("handshakes", "threads stopped", "thread CPU p50, us", "p99, us", "wall time stopped, us each", "searched")
        row(*["---"] * 6)
        row(report["handshakes"], len(times), times[len(times) // 2] / 1000, report["handshake_thread_cpu_us_p99"],
            session.reclaimer.stopped_ns // max(1, statistics.searches) // 1000,
            session.reclaimer.searched_bytes // max(1, statistics.searches))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", choices=("live", "throw", "replace", "cycle", "handshake"))
    parser.add_argument("--cycle", choices=tuple(CYCLES), help=argparse.SUPPRESS)
    parser.add_argument("--live", choices=tuple(TEXTS), help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=0)
    given = parser.parse_args()
    if given.cycle:
        cycle_one(given.cycle, given.count)
        return
    if given.live:
        live_one(given.live, given.count)
        return
    full = given.full
    for name, run, count in (
        ("live", live, 100_000 if full else 20_000),
        ("throw", throw, 50_000 if full else 20_000),
        ("replace", replace, 1_000_000 if full else 50_000),
        ("cycle", cycle, 100_000 if full else 3000),
        ("handshake", handshake, 1000 if full else 200),
    ):
        if given.only in (None, name):
            run(given.count or count)
            print(flush=True)


if __name__ == "__main__":
    main()
