"""`--gdb`: a real GDB stops in code that was compiled a moment ago."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import tools
from aot import run
from debugged import line_of

QUIET = (
    "handle SIG62 nostop noprint",
    "set breakpoint pending on",
    "set confirm off",
    "set pagination off",
    "set width 0",
)


def gdb(commands: Sequence[str], *command: str | Path) -> str:
    """What GDB says to commands while it runs a program of Python's."""
    spoken = [word for line in (*QUIET, *commands) for word in ("-ex", line)]
    start = [tools.need("gdb"), "-q", "-nx", "-batch", "-iex", "set auto-load no", "-iex", "set debuginfod enabled off"]
    done = run([*start, *spoken, "--args", sys.executable, *command], timeout=60)
    assert done.status == 0, done
    return done.stdout.decode() + done.stderr.decode()


def test_breakpoints_by_function_and_line(program: Path) -> None:
    line, returns = line_of("work's loop"), line_of("shown returns")
    text = gdb(
        ["break shown", f"break program.c:{line}", "run", "backtrace 2", "continue", "backtrace 2"],
        *("-m", "rejit", "run", "--gdb", program, "plain"),
    )
    assert "(shown) pending" in text and f"(program.c:{line}) pending" in text
    first, second = re.split(r"hit Breakpoint [12], ", text)[1:]
    assert re.match(rf"shown \(\) at .*program\.c:({returns - 1}|{returns - 2})\n", first)
    assert re.search(r"#0  shown .*\n#1  0x\w+ in main \(\) at .*program\.c:\d+\n", first)
    assert re.match(rf"work \(\) at .*program\.c:{line}\n", second)
    assert re.search(r"#1  0x\w+ in main \(\)", second)


def test_full_debug_information_has_variables(program: Path) -> None:
    text = gdb(
        [f"break program.c:{line_of('shown returns')}", "run", "print *p", "print product", "up", "info locals"],
        *("-m", "rejit", "run", "--gdb=full", program, "plain"),
    )
    assert "$1 = {x = 3, y = 4}" in text and "$2 = 15" in text
    assert "what = 0x" in text and '"plain"' in text


def test_code_above_tier_0_can_be_seen(program: Path) -> None:
    text = gdb(
        ["break compare", "run", "backtrace 8", "continue"],
        *("-m", "rejit", "run", "--gdb", "--tiers", "3", program, "crash"),
    )
    assert re.search(r"#0  compare \(\) at .*program\.c:\d+\n", text) and re.search(r"#\d  .*qsort\w* \(", text), text
    assert re.search(
        rf"SIGSEGV, Segmentation fault\.\n.*compare \(\) at .*program\.c:{line_of('compare crashes')}", text
    )


FREED = """
import gc, sys, rejit
jit = rejit.Session(gdb=True, workers=1)
def module(name):
    return jit.add(f"define i32 @{name}(i32 %a) {{\\n  %b = add i32 %a, 1\\n  ret i32 %b\\n}}\\n")
first = module("first")
assert first["first"](1) == 2
first.close()
assert jit.reclaim() > 0, jit.memory()
second = module("second")
assert second["second"](2) == 3
"""


def test_what_is_freed_is_withdrawn(tmp_path: Path) -> None:
    script = tmp_path / "freed.py"
    script.write_text(FREED)
    text = gdb(["break first", "break second", "run", "info breakpoints", "continue", "info breakpoints"], script)
    before, after = re.split(r"hit Breakpoint [12], ", text)[1:]
    assert re.search(r"\n1 .* y +0x\w+ <first(\+\d+)?>\n", before) and re.search(r"\n2 .* <PENDING> +second\n", before)
    assert re.search(r"\n1 .* <PENDING> +first\n", after) and re.search(r"\n2 .* y +0x\w+ <second(\+\d+)?>\n", after)


ENTRIES = """
import ctypes, rejit
from rejit.runtime import gdb
from rejit.runtime.words import load_word
jit = rejit.Session(gdb=True, profile="jitdump", cache=None)
lib = jit.add(open({program!r}).read())
def entries():
    entry, found = load_word(gdb._library[0][1] + gdb.FIRST), 0
    while entry:
        entry, found = load_word(entry + gdb.NEXT), found + 1
    return found
work = lib["work"]
assert work(10) > 0
base = entries()
assert base == 2  # work, and what leads to it
for round in range(40):
    jit.recompile(work, tier=3 if round % 2 else 0)
    assert work(10) > 0
retired = entries()
assert retired >= base + 40
jit.reclaim()
assert jit.statistics()["bodies_reclaimed"] >= 30, jit.memory()  # a chance word on a stack may keep one
assert entries() == len(jit.observers.living) <= retired - 30, (entries(), retired)
"""


def test_nothing_that_a_tool_is_told_keeps_code_from_being_freed(program: Path, tmp_path: Path) -> None:
    script = tmp_path / "entries.py"
    text = program.read_text().replace("define internal i64 @work", "define i64 @work")
    (tmp_path / "program.ll").write_text(text)
    script.write_text(ENTRIES.format(program=str(tmp_path / "program.ll")))
    done = run([sys.executable, script], env={"JITDUMPDIR": str(tmp_path)})
    assert done.status == 0, done.stderr.decode()


@pytest.mark.parametrize("cached", [False, True])
def test_what_is_off_is_not_even_imported(program: Path, cached: bool) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "rejit", "run", program, "plain"]
    for _ in range(1 + cached):
        done = run(command)
    assert done.status == 0
    for name in (
        "rejit.observers",
        "rejit.runtime.perf",
        "rejit.runtime.gdb",
        "rejit.link.dwarf",
        "rejit.compile.lines",
    ):
        assert name.encode() + b"\n" not in done.stderr, name
