"""What the session tests share: IR made of many small functions, and Python scripts run in a process of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PREAMBLE = """
import ctypes, os, signal, sys, time
sys.path[:0] = {path!r}
from scripts import functions, THREADS
from rejit.session import Session
from rejit.config import Config
"""

# run(function, argument, threads): each calls function(argument) once all are there; the sum of the results.
THREADS = """source_filename = "threads"

%args = type { ptr, i64, ptr }

declare i32 @pthread_create(ptr, ptr, ptr, ptr)
declare i32 @pthread_join(i64, ptr)
declare i32 @pthread_barrier_init(ptr, ptr, i32)
declare i32 @pthread_barrier_wait(ptr)

define internal ptr @body(ptr %a) {
entry:
  %f = load ptr, ptr %a, align 8
  %xp = getelementptr %args, ptr %a, i64 0, i32 1
  %x = load i64, ptr %xp, align 8
  %bp = getelementptr %args, ptr %a, i64 0, i32 2
  %b = load ptr, ptr %bp, align 8
  %w = call i32 @pthread_barrier_wait(ptr %b)
  %r = call i64 %f(i64 %x)
  %p = inttoptr i64 %r to ptr
  ret ptr %p
}

define i64 @run(ptr %f, i64 %x, i32 %n) {
entry:
  %barrier = alloca [64 x i8], align 16
  %args = alloca %args, align 8
  %ids = alloca i64, i32 %n, align 8
  %result = alloca ptr, align 8
  %i0 = call i32 @pthread_barrier_init(ptr %barrier, ptr null, i32 %n)
  store ptr %f, ptr %args, align 8
  %xp = getelementptr %args, ptr %args, i64 0, i32 1
  store i64 %x, ptr %xp, align 8
  %bp = getelementptr %args, ptr %args, i64 0, i32 2
  store ptr %barrier, ptr %bp, align 8
  br label %start

start:                                            ; preds = %start, %entry
  %i = phi i32 [ 0, %entry ], [ %i1, %start ]
  %idp = getelementptr i64, ptr %ids, i32 %i
  %c = call i32 @pthread_create(ptr %idp, ptr null, ptr @body, ptr %args)
  %i1 = add i32 %i, 1
  %more = icmp ult i32 %i1, %n
  br i1 %more, label %start, label %join

join:                                             ; preds = %join, %start
  %j = phi i32 [ 0, %start ], [ %j1, %join ]
  %sum = phi i64 [ 0, %start ], [ %sum1, %join ]
  %jdp = getelementptr i64, ptr %ids, i32 %j
  %id = load i64, ptr %jdp, align 8
  %d = call i32 @pthread_join(i64 %id, ptr %result)
  %rp = load ptr, ptr %result, align 8
  %r = ptrtoint ptr %rp to i64
  %sum1 = add i64 %sum, %r
  %j1 = add i32 %j, 1
  %again = icmp ult i32 %j1, %n
  br i1 %again, label %join, label %end

end:                                              ; preds = %join
  ret i64 %sum1
}
"""


def functions(count: int, prefix: str = "f", chain: bool = True) -> str:
    """IR of functions f0 .. f<count-1>: f<i>(x) = x + i + 1 + f<i+1>(x) (`chain`), or only x + i + 1."""
    text = [f'source_filename = "{prefix}"\n']
    for i in range(count):
        text.append(f"define i64 @{prefix}{i}(i64 %x) {{\nentry:\n  %r = add i64 %x, {i + 1}")
        if chain and i + 1 < count:
            text.append(f"  %n = call i64 @{prefix}{i + 1}(i64 %x)\n  %s = add i64 %r, %n\n  ret i64 %s\n}}\n")
        else:
            text.append("  ret i64 %r\n}\n")
    return "\n".join(text)


def chained(count: int, x: int) -> int:
    """What f0(x) of a chain gives."""
    return count * x + count * (count + 1) // 2


def script(
    body: str, *, limit: float = 30, wrap: tuple[str, ...] = (), environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python code with the names above imported, in a new process; TimeoutExpired if it hangs."""
    import rejit

    path = [str(Path(__file__).parent), str(Path(rejit.__file__).parent.parent), *(p for p in sys.path if p)]
    return subprocess.run(
        [*wrap, sys.executable, "-X", "faulthandler", "-c", PREAMBLE.format(path=path) + body],
        capture_output=True,
        text=True,
        timeout=limit,
        env={**os.environ, **(environment or {})},
    )


def passes(body: str, **more: object) -> str:
    """As `script`; the script must end with status 0 and say nothing on stderr. Its stdout."""
    done = script(body, **more)  # type: ignore[arg-type]
    assert (done.returncode, done.stderr) == (0, ""), f"status {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout
