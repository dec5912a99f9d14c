"""What the tests of the cache share: a small program, and running it with the figures of the run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

# Strings, a type, attribute groups, a table, and a call that only a later run makes.
PROGRAM = r"""
target triple = "x86_64-unknown-linux-gnu"

%struct.pair = type { i32, i64 }

@.str = private unnamed_addr constant [4 x i8] c"%d\0A\00", align 1
@.str.1 = private unnamed_addr constant [6 x i8] c"more\0A\00", align 1
@table = internal global [3 x i32] [i32 5, i32 6, i32 7], align 4
@last = internal global %struct.pair zeroinitializer, align 8

define internal i32 @twice(i32 %0) #0 {
  %2 = mul nsw i32 %0, 2
  %3 = getelementptr inbounds %struct.pair, ptr @last, i32 0, i32 0
  store i32 %2, ptr %3, align 8
  ret i32 %2
}

define internal i32 @pick(i32 %0) #0 {
  %2 = sext i32 %0 to i64
  %3 = getelementptr inbounds [3 x i32], ptr @table, i64 0, i64 %2
  %4 = load i32, ptr %3, align 4
  %5 = call i32 @twice(i32 %4)
  ret i32 %5
}

define internal void @more() #0 {
  %1 = call i32 (ptr, ...) @printf(ptr @.str.1)
  ret void
}

define i32 @main(i32 %0, ptr %1) #0 {
  %3 = call i32 @pick(i32 1)
  %4 = call i32 (ptr, ...) @printf(ptr @.str, i32 %3)
  %5 = icmp sgt i32 %0, 1
  br i1 %5, label %6, label %7

6:                                                ; preds = %2
  call void @more()
  br label %7

7:                                                ; preds = %6, %2
  ret i32 0
}

declare i32 @printf(ptr, ...)

attributes #0 = { nounwind "frame-pointer"="all" }
"""
START = "import sys; from rejit.cli import main; sys.exit(main())"
OUTPUT = b"12\n"
FUNCTIONS = 3  # that a run without arguments calls


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", START, *map(str, arguments)]


def environment(cache: Path | str, **changes: str) -> dict[str, str]:
    """For a run whose compile server shares stderr: reading that to its end waits until the server has kept all."""
    return {**os.environ, "REJIT_CACHE_DIR": str(cache), "REJIT_DEBUG": "1", **changes}


def run(
    program: Path, cache: Path, *arguments: str, options: tuple[str, ...] = (), **changes: str
) -> tuple[bytes, dict[str, Any]]:
    """Run to the end, server included: (stdout, figures)."""
    stats = cache.parent / f"{cache.name}-stats.json"
    done = subprocess.run(
        [*command("run", "--stats", stats, *options), str(program), *arguments],
        env=environment(cache, **changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    assert b"Traceback" not in done.stderr, done.stderr.decode()[-3000:]
    return done.stdout, json.loads(stats.read_text())
