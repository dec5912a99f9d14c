"""Continuations: entered at any visit of any loop's header, they compute what the function would have."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pytest
from instrumented import Program

from aot import Builds

HERE = Path(__file__).parent
VISITS = (0, 1, 2, 5)
ARGUMENTS = ((0, 3), (1, 0), (9, 4), (14, 5))

REFUSED = {
    "late": "va_start after the loop's beginning",
    "jumps": "setjmp",
    "labels": "label addresses",
}


def functions(program: Program) -> list[str]:
    """Those that can be called with two numbers."""
    return [
        name
        for name in program.index.functions
        if program.index.line_at(program.index.functions[name]).count("i64 ") >= 2
        and program.index.entity(name).linkage != "internal"
    ]


def outcome(program: Program, name: str, arguments: tuple[int, ...]) -> tuple[int, int]:
    """(result, what was done to memory)."""
    sink = ctypes.c_int64.from_address(program.engine.get_global_value_address("sink"))
    sink.value = 12345
    program.visits.clear()
    return program.call(name, *arguments), sink.value


def check(program: Program, names: list[str], arguments=ARGUMENTS, visits=VISITS) -> int:
    """Enter every loop that a function passes, at several visits; how often one was entered."""
    for record in program.records:
        program.set(record, calls=1 << 30, stride=0)
    entered = 0
    for name in names:
        for given in arguments:
            program.enter = None
            expected = outcome(program, name, given)
            for loop in [loop for loop in program.loops if program.visits.get(loop)]:
                for visit in visits:
                    program.enter = (*loop, visit)
                    before = len(program.entered)
                    assert outcome(program, name, given) == expected, (name, given, program.enter)
                    entered += len(program.entered) - before
    program.enter = None
    return entered


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("front", ["noopt", "O0", "O3"])
def test_c_loops(builds: Builds, front: str, level: int) -> None:
    text = builds.ir(HERE / "loops.c", front).read_text()
    program = Program(text, printed=True, level=level, osr=True)
    assert check(program, functions(program)) > 300
    refused = {name: reason for (name, _), reason in program.refused.items() if not name.startswith("vla")}
    assert refused == {name: reason for name, reason in REFUSED.items() if front != "O3" or name != "late"}
    for (name, _), reason in program.refused.items():
        assert reason in program.made[name].refused.values()  # both sides say the same
    if front != "O3":
        assert sum(len(made.copied) for made in program.made_continuations.values()) > 200


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("front", ["noopt", "O0", "O3"])
def test_exceptions(builds: Builds, front: str, level: int) -> None:
    """Handlers in the copy, below the frame that was left, and clean-ups: each runs as often as it would have."""
    ctypes.CDLL("libstdc++.so.6", ctypes.RTLD_GLOBAL)
    text = builds.ir(HERE / "throws.cpp", front, ("-std=c++17",)).read_text()
    program = Program(text, printed=True, level=level, osr=True)
    assert check(program, functions(program)) > 100
    assert set(program.refused.values()) <= {"the loop begins with a landing pad"}
