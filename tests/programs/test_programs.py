"""Every program in this folder behaves under `rejit run` as its ahead-of-time compiled twin does.

A program's first line says what breaks it. Lines that start with `//!` (in IR `;!`) tell how to run it:

    smoke            part of the fast subset: pytest -m smoke
    levels: ...      front-end levels, see aot.LEVELS; the first runs in every mode, the others in auto and eager
    cflags: ...      for the front end            aot: ...      only for the reference executable
    load: ...        libraries (--load)           args: [...]   stdin: "..."   env: {...}   Python expressions
    modes: ...       only these modes             timeout: N    seconds, 30 unless told
    hot: ...         none, sync or background: which of HOT_MODES say the same as the twin; a comment beside it says why
    status: N        how the reference must end (0 unless told; negative: the signal)
    stderr: ...      "any", or a regular expression for rejit's; without it both must be equal

NAME.part.c beside NAME.c is a second module of the same program (--extra-module).
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from aot import Builds, Outcome, describe_status, difference, rejit_run, run

HERE = Path(__file__).parent
MODES = {
    "auto": (),
    "workers0": ("--workers", "0"),
    "workers1": ("--workers", "1"),
    "workers2": ("--workers", "2"),
    "eager": ("--eager",),
}
SLOW_MODE = "workers2"  # what "auto" is on a machine with two cores
# Every function is recompiled at its first or second call, or turn of a loop. What is recompiled in the background
# meets code that runs; "sync" replaces each function at once, so that all of a program runs in recompiled bodies.
HOT_MODES = {
    "hot1": ("--hot-calls", "1", "--hot-loops", "1"),
    "hot1-sync": ("--hot-calls", "1", "--hot-loops", "1", "--recompile", "sync"),
    "hot1-slot": ("--hot-calls", "1", "--hot-loops", "1", "--calls", "slot"),
    "hot1-sync-slot": ("--hot-calls", "1", "--hot-loops", "1", "--recompile", "sync", "--calls", "slot"),
    "hot1-workers0": ("--hot-calls", "1", "--hot-loops", "1", "--workers", "0"),
    "hot2": ("--hot-calls", "2", "--hot-loops", "2"),
    "hot2-sync": ("--hot-calls", "2", "--hot-loops", "2", "--recompile", "sync"),
    "hot2-workers0-sync": ("--hot-calls", "2", "--hot-loops", "2", "--workers", "0", "--recompile", "sync"),
    "tiers3": ("--tiers", "3"),
}
FAST_HOT_MODES = ("hot1", "hot1-sync-slot")  # those that CI runs, each on half of the programs


class Program:
    """One source file with its directives."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = f"{path.parent.name}/{path.stem}"
        self.parts = sorted(path.parent.glob(path.stem + ".part*"))
        found = dict(re.findall(r"^(?://|;)! (\w+):? ?(.*)$", path.read_text(), re.MULTILINE))
        self.smoke = "smoke" in found
        self.levels = found.get("levels", "noopt").split()
        self.cflags = found.get("cflags", "").split()
        self.aot = found.get("aot", "").split()
        self.load = found.get("load", "").split() + (["libstdc++.so.6"] if path.suffix == ".cpp" else [])
        self.arguments = [a.encode("latin-1") for a in eval(found.get("args", "[]"))]
        self.stdin = eval(found.get("stdin", "''")).encode()
        self.env = {k: v.encode("latin-1") if v else None for k, v in eval(found.get("env", "{}")).items()}
        self.modes = found.get("modes", " ".join(MODES)).split()
        self.hot = found.get("hot", "")
        self.timeout = float(found.get("timeout", "30"))
        self.status = int(found.get("status", "0"))
        self.stderr = found.get("stderr")

    def irs(self, builds: Builds, level: str) -> list[Path]:
        return [builds.ir(source, level, self.cflags) for source in (self.path, *self.parts)]

    def run(self, command: list[str | bytes | Path], patience: float = 1) -> Outcome:
        return run(command, self.stdin, self.env, patience * self.timeout)


PROGRAMS = [
    Program(path)
    for path in sorted(HERE.glob("*/*"))
    if path.suffix in {".c", ".cpp", ".ll"} and ".part" not in path.name and path.parent.name != "bad"
]


@functools.cache
def reference(builds: Builds, program: Program, level: str) -> Outcome:
    flags = [*program.aot, *(f"-l:{library}" for library in program.load)]
    return program.run([builds.executable(program.irs(builds, level), level, flags), *program.arguments])


def levels() -> list[object]:
    return [pytest.param(p, level, id=f"{p.name}-{level}") for p in PROGRAMS for level in p.levels]


def matrix() -> list[object]:
    chosen = []
    for program in PROGRAMS:
        for level in program.levels:
            first = level == program.levels[0]
            for mode in program.modes if first else [m for m in ("auto", "eager") if m in program.modes]:
                fast = program.smoke and first and mode in {"auto", "workers0", "eager"}
                marks = [pytest.mark.smoke] if fast else [pytest.mark.slow] if mode == SLOW_MODE else []
                chosen.append(pytest.param(program, level, mode, id=f"{program.name}-{level}-{mode}", marks=marks))
    return chosen


def hot_matrix() -> list[object]:
    """Every program in every tiered mode. Without `-m slow` each is run in one of the fast ones."""
    chosen = []
    for number, program in enumerate(PROGRAMS):
        for mode, options in HOT_MODES.items():
            if ("workers0" if "--workers" in options else "auto") not in program.modes or program.hot == "none":
                continue
            if program.hot == ("background" if "sync" in options else "sync"):
                continue
            fast = mode == FAST_HOT_MODES[number % len(FAST_HOT_MODES)]
            fast = fast or (program.path.parent.name == "tiers" and mode in FAST_HOT_MODES)
            name = f"{program.name}-{program.levels[0]}-{mode}"
            chosen.append(pytest.param(program, mode, id=name, marks=[] if fast else [pytest.mark.slow]))
    return chosen


@pytest.mark.parametrize(("program", "level"), levels())
def test_reference(builds: Builds, program: Program, level: str) -> None:
    """The program itself is sound: compiled ahead of time it ends as it says, the same twice."""
    first = reference(builds, program, level)
    assert first.status == program.status, f"{describe_status(first.status)}: {first.stdout!r} {first.stderr!r}"


@pytest.mark.parametrize(("program", "level", "mode"), matrix())
def test_program(builds: Builds, program: Program, level: str, mode: str) -> None:
    # What bears no thread beside it ("hot: sync") is run without one here too.
    alone = ("--recompile", "off") if program.hot == "sync" else ()
    compare(builds, program, level, (*MODES[mode], *alone))


@pytest.mark.parametrize(("program", "mode"), hot_matrix())
def test_program_while_its_functions_are_replaced(builds: Builds, program: Program, mode: str) -> None:
    compare(builds, program, program.levels[0], HOT_MODES[mode], patience=3)


def compare(builds: Builds, program: Program, level: str, mode: tuple[str, ...], patience: float = 1) -> None:
    """Run the program both ways; the test fails if they differ."""
    expected = reference(builds, program, level)
    irs = program.irs(builds, level)
    options = [*mode]
    for library in program.load:
        options += ["--load", library]
    for part in irs[1:]:
        options += ["--extra-module", str(part)]
    command = rejit_run(options, irs[0], program.arguments)
    actual = program.run(command, patience)
    if problems := describe(program, expected, actual):
        shown = " ".join(c.decode("latin-1") if isinstance(c, bytes) else str(c) for c in command)
        pytest.fail(f"{program.path}\n" + "\n".join([*problems, f"command: {shown}"]), pytrace=False)


def describe(program: Program, expected: Outcome, actual: Outcome) -> list[str]:
    """How two runs differ; empty if they do not."""
    problems = [difference("stdout", expected.stdout, actual.stdout)]
    if actual.status != expected.status:
        problems.append(f"expected it {describe_status(expected.status)}, but it {describe_status(actual.status)}")
    if program.stderr is None:
        problems.append(difference("stderr", expected.stderr, actual.stderr))
    elif program.stderr != "any" and not re.search(program.stderr, actual.stderr.decode("latin-1")):
        problems.append(f"stderr does not match {program.stderr!r}")
    problems = [p for p in problems if p]
    return [*problems, f"stderr: {actual.stderr[-3000:].decode('latin-1')}"] if problems else []
