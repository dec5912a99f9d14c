"""Programs to look at, runs of them, and what is in the files that come of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

FUNCTIONS = 3000  # in the large program
CALLED = 100  # of its small functions
PLACES = ("name", "module", "level", "calls", "exact", "turns", "lines", "size", "compile", "history", "why", "home")

FIB = """
define i32 @fib(i32 %n) {
entry:
  %small = icmp slt i32 %n, 2
  br i1 %small, label %base, label %more

base:                                             ; preds = %entry
  ret i32 %n

more:                                             ; preds = %entry
  %a = sub i32 %n, 1
  %x = call i32 @fib(i32 %a)
  %b = sub i32 %n, 2
  %y = call i32 @fib(i32 %b)
  %sum = add i32 %x, %y
  ret i32 %sum
}
"""


def large_program() -> str:
    """`main` calls `fib`, of the small functions the first few, each once, and @step7 six times more."""
    lines = ['source_filename = "large.c"', "@table = global [4 x i32] [i32 1, i32 2, i32 3, i32 4], align 16"]
    for number in range(FUNCTIONS - 2):
        lines += [
            f"define i32 @step{number}(i32 %x) {{",
            "  %p = getelementptr [4 x i32], ptr @table, i64 0, i64 1",
            "  %t = load i32, ptr %p, align 4",
            f"  %y = add i32 %x, {number}",
            "  %z = xor i32 %y, %t",
            "  ret i32 %z",
            "}",
            "",
        ]
    lines += [FIB, "define i32 @main() {", "  %r = call i32 @fib(i32 18)"]
    called = [*range(CALLED), *[7] * 6]
    lines += [f"  %v{at} = call i32 @step{number}(i32 %r)" for at, number in enumerate(called)]
    lines += ["  ret i32 5", "}", ""]
    return "\n".join(lines)


def rejit(*arguments: str | Path, cwd: Path | None = None, python: tuple[str, ...] = (), **env: str) -> Any:
    """`rejit run` with these arguments."""
    return subprocess.run(
        [sys.executable, *python, "-m", "rejit", "run", *arguments],
        cwd=cwd,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )


def unpacked(page: str, name: str) -> Any:
    """What is packed in an element of a page."""
    found = re.search(rf'id="{name}">([^<]*)<', page)
    assert found is not None, name
    return json.loads(zlib.decompress(b64decode(found[1])))


def functions_of(page: str) -> dict[str, dict[str, Any]]:
    """A page's table, by function."""
    return {f[0]: dict(zip(PLACES, f, strict=True)) for f in unpacked(page, "data")["functions"]}


def events_of(path: Path) -> list[dict[str, Any]]:
    """A trace's events."""
    found: list[dict[str, Any]] = json.loads(path.read_text())["traceEvents"]
    return found
