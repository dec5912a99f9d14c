"""A storm: threads call thousands of functions while a policy sends each up and down between two tiers without end.

Both tiers are instrumented. Every answer is checked, by the program itself: functions call each
other directly, through pointers, and recursively.
"""

from __future__ import annotations

import ctypes
import threading
import time
from itertools import pairwise
from typing import Any

import pytest

import own_tiers
from rejit import Session, Tier

COUNT = 2000
THREADS = 8
PATIENCE_S = 120.0
PAUSE_S = 0.01  # after each round of a thread: compile workers, which are niced, must get something of two CPUs


def storm_ir(count: int) -> str:
    """Functions f0 ... , each by its number: plain, calling the next, through a table, recursive, a loop. `check` runs
    through all from a start and counts wrong answers."""
    out = ["@sink = internal global i64 0\n"]
    for n in range(count):
        other, kind = (n + 7) % count, n % 5
        head = f"define i64 @f{n}(i64 %x) noinline {{\nentry:\n"
        if kind == 0:
            body = f"  %r = add i64 %x, {n}\n  ret i64 %r\n"
        elif kind == 1:
            # What stands between the calls is of different lengths: some of them can be patched.
            body = f"  %a = call i64 @f{other}(i64 %x)\n" + "  store volatile i64 %a, ptr @sink\n" * (n // 5 % 8)
            body += f"  %c = call i64 @f{other}(i64 %a)\n  %d = sub i64 %c, {2 * other}\n"
            body += f"  %r = add i64 %d, {n}\n  ret i64 %r\n"
        elif kind == 2:
            body = f"  %p = getelementptr ptr, ptr @table, i64 {other}\n  %f = load ptr, ptr %p\n"
            body += f"  %c = call i64 %f(i64 %x)\n  %d = sub i64 %c, {other}\n"
            body += f"  %r = add i64 %d, {n}\n  ret i64 %r\n"
        elif kind == 3:
            body = "  %small = icmp ult i64 %x, 8\n  br i1 %small, label %end, label %more\nmore:\n"
            body += f"  %y = sub i64 %x, 8\n  %c = call i64 @f{n}(i64 %y)\n  %r = add i64 %c, 8\n  ret i64 %r\nend:\n"
            body += f"  %s = add i64 %x, {n}\n  ret i64 %s\n"
        else:
            body = "  br label %loop\nloop:\n  %i = phi i64 [ 0, %entry ], [ %j, %loop ]\n"
            body += "  %s = phi i64 [ %x, %entry ], [ %t, %loop ]\n"
            body += f"  %t = add i64 %s, {n}\n  %j = add i64 %i, 1\n  %d = icmp eq i64 %j, 3\n"
            body += f"  br i1 %d, label %end, label %loop\nend:\n  %r = sub i64 %t, {2 * n}\n  ret i64 %r\n"
        out.append(head + body + "}\n")
    pointers = ", ".join(f"ptr @f{n}" for n in range(count))
    out.append(f"@table = internal global [{count} x ptr] [{pointers}]\n")
    out.append(
        f"""define i64 @check(i64 %start, i64 %calls) noinline {{
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %j, %loop ]
  %n = phi i64 [ %start, %entry ], [ %following, %loop ]
  %wrong = phi i64 [ 0, %entry ], [ %more, %loop ]
  %p = getelementptr ptr, ptr @table, i64 %n
  %f = load ptr, ptr %p
  %x = and i64 %i, 63
  %got = call i64 %f(i64 %x)
  %wanted = add i64 %x, %n
  %differs = icmp ne i64 %got, %wanted
  %one = zext i1 %differs to i64
  %more = add i64 %wrong, %one
  %step = add i64 %n, 1
  %over = icmp eq i64 %step, {count}
  %following = select i1 %over, i64 0, i64 %step
  %j = add i64 %i, 1
  %done = icmp eq i64 %j, %calls
  br i1 %done, label %end, label %loop
end:
  ret i64 %more
}}
"""
    )
    return "\n".join(out)


def storm(seconds: float, count: int, least: int, calls: str = "direct", **options: Any) -> dict[str, Any]:
    """Run one for so long, and on until `least` bodies were replaced: the figures when it is over."""
    tiers = (Tier(0), Tier(2, hot=True, calls=calls))
    with Session(tiers=tiers, policy=own_tiers.Alternate(0, 2), **options) as jit:
        levels: dict[str, list[int]] = {}
        jit.on("redirected", lambda module, name, level: levels.setdefault(name, []).append(level))
        library = jit.add(storm_ir(count))
        check = library["check"].ctypes
        end = time.monotonic() + seconds
        wrong: list[int] = []
        passes: list[int] = []

        def run(start: int) -> None:
            done = 0
            while time.monotonic() < end or (jit.counters.recompiled < least and time.monotonic() < end + PATIENCE_S):
                wrong.append(check(start, 5 * count))
                done += 1
                time.sleep(PAUSE_S)
            passes.append(done)

        threads = [threading.Thread(target=run, args=(n * count // THREADS,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(passes) == THREADS and set(wrong) == {0}
        figures = jit.statistics()
        assert figures["recompile_failures"] == 0, jit.tiering.failures
        # Each went up first, and from then on up and down in turns.
        assert all(a != b for seen in levels.values() for a, b in pairwise(seen))
        assert {seen[0] for seen in levels.values()} == {2}
        figures["most"] = max(map(len, levels.values()))
        assert ctypes.c_long(check(0, count)).value == 0
        return figures


@pytest.mark.parametrize(("calls", "workers"), [("direct", 0), ("slot", 0), ("direct", "auto")])
def test_a_short_storm(calls: str, workers: Any) -> None:
    """With few functions, so that each is replaced more than once."""
    figures = storm(3.0, 40, 100, calls, workers=workers)
    assert figures["recompiled"] >= 100 and figures["bodies_retired"] >= 100 and figures["most"] >= 3
    if calls == "slot":
        assert figures["call_sites_patched"] == 0
    elif workers == 0:
        assert figures["call_sites_patched"] > 0


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("calls", ["direct", "slot"])
@pytest.mark.parametrize("workers", [0, "auto"])
def test_a_storm_of_a_minute(workers: Any, calls: str) -> None:
    figures = storm(60.0, COUNT, COUNT, calls, workers=workers)
    assert figures["recompiled"] >= COUNT and figures["bodies_retired"] >= COUNT
