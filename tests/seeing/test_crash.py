"""A crash says where: function, tier and source line of each frame, whatever it takes to find out."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest

from aot import rejit_run, run
from debugged import line_of


def backtrace(text: bytes) -> list[str]:
    """The report's frames, the first one last called."""
    return [
        line.partition(" in " if "SIG" in line else " from ")[2]
        for line in text.decode().splitlines()
        if line.startswith("rejit: ")
    ]


@pytest.mark.parametrize("options", [("--tiers", "0"), (), ("--workers", "0"), ("--gdb",), ("--tiers", "3")], ids=str)
def test_every_frame_has_its_function_tier_and_line(program: Path, options: tuple[str, ...]) -> None:
    done = run(rejit_run(options, program, ["crash"]))
    assert done.status == -signal.SIGSEGV, done
    frames = backtrace(done.stderr)
    tier = "3" if "3" in options else "0"
    assert re.fullmatch(
        rf"compare\+0x[0-9a-f]+ \[tier {tier}\] at .*program\.c:{line_of('compare crashes')}", frames[0]
    ), frames
    assert any(re.fullmatch(r"qsort(_r)?\+0x[0-9a-f]+ \(libc\.so\.6\)", frame) for frame in frames), frames
    if tier == "0":
        assert re.fullmatch(rf"crash\+.* \[tier 0\] at .*program\.c:{line_of('crash sorts')}", frames[-2]), frames
        assert re.fullmatch(rf"main\+.* \[tier 0\] at .*program\.c:{line_of('main crashes')}", frames[-1]), frames
    else:
        assert re.fullmatch(rf"(crash|main)\+.* \[tier 3\] at .*program\.c:{line_of('crash sorts')}", frames[-1]), (
            frames
        )


def test_a_start_from_the_cache_says_the_same(program: Path) -> None:
    first, second = (run(rejit_run((), program, ["crash"])) for _ in range(2))
    assert first.status == second.status == -signal.SIGSEGV
    assert backtrace(first.stderr) == backtrace(second.stderr) and b"program.c:" in second.stderr


def test_without_debug_information_there_are_functions_and_tiers(stripped: Path) -> None:
    done = run(rejit_run((), stripped, ["crash"]))
    assert done.status == -signal.SIGSEGV
    assert re.fullmatch(r"compare\+0x[0-9a-f]+ \[tier 0\]", backtrace(done.stderr)[0])
    assert b" at " not in done.stderr


def test_where_no_process_can_be_started_there_are_no_lines(program: Path, tmp_path: Path) -> None:
    """Whatever the program has done to its process: the names are printed."""
    script = tmp_path / "script.py"
    script.write_text(
        "import sys, rejit.compile.lines as lines\n"
        "def refuse(*_): raise OSError('no more processes')\n"
        "lines._ask = refuse\n"
        "from rejit.cli import main\n"
        "sys.exit(main())\n"
    )
    done = run([sys.executable, script, "run", program, "crash"])
    assert done.status == -signal.SIGSEGV
    assert backtrace(done.stderr)[0].endswith("[tier 0]")


def test_a_signal_that_was_sent_is_reported_and_kills(program: Path) -> None:
    done = run(rejit_run((), program, ["raise"]))
    assert done.status == -signal.SIGSEGV
    assert backtrace(done.stderr)[-1].startswith("main+")


def test_faulthandler_has_its_turn(program: Path) -> None:
    done = run([sys.executable, "-X", "faulthandler", "-m", "rejit", "run", program, "crash"])
    assert done.status == -signal.SIGSEGV
    report, _, python = done.stderr.partition(b"Fatal Python error: Segmentation fault")
    assert b"compare+" in report and b"run_as_program" in python


def test_faulthandler_names_the_python_caller_of_a_session(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import faulthandler, rejit\n"
        "faulthandler.enable()\n"
        'jit = rejit.Session(profile="map", gdb=True)\n'
        'lib = jit.add("define i32 @f(i64 %a) {\\n  %p = inttoptr i64 %a to ptr\\n  %v = load i32, ptr %p\\n'
        '  ret i32 %v\\n}\\n")\n'
        "def caller():\n"
        "    lib['f'](8)\n"
        "caller()\n"
    )
    done = run([sys.executable, script])
    assert done.status == -signal.SIGSEGV
    assert b"Fatal Python error: Segmentation fault" in done.stderr
    assert b'script.py", line 6 in caller' in done.stderr


AROUND = """
define i64 @f(i64 %n, i64 %m, ptr %a) noinline {
entry:
  br label %outer
outer:
  %h = phi i64 [ 0, %entry ], [ %h1, %latch ]
  %bad = icmp eq i64 %h, 20000
  %p = select i1 %bad, ptr inttoptr (i64 16 to ptr), ptr %a
  br label %inner
inner:
  %i = phi i64 [ 0, %outer ], [ %i1, %inner ]
  %v = load volatile i64, ptr %p
  %i1 = add i64 %i, 1
  %c = icmp slt i64 %i1, %m
  br i1 %c, label %inner, label %latch
latch:
  %h1 = add i64 %h, 1
  %d = icmp slt i64 %h1, %n
  br i1 %d, label %outer, label %exit
exit:
  ret i64 %h1
}
define i32 @main() {
entry:
  %a = alloca i64
  %r = call i64 @f(i64 30000, i64 30000, ptr %a)
  ret i32 0
}
"""


def test_a_loop_around_the_one_that_went_on(tmp_path: Path) -> None:
    """Its code is a function of its own, in front of the continuation's, which no symbol leads to."""
    program = tmp_path / "program.ll"
    program.write_text(AROUND)
    done = run(rejit_run(("--no-cache", "--hot-calls", "1", "--hot-loops", "1"), program))
    assert done.status == -signal.SIGSEGV, done
    assert re.fullmatch(r"f\+.* \[osr, loop \d\]", backtrace(done.stderr)[0]), done.stderr
