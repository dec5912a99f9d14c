"""The programs of tests/programs on the emulated CPUs: each as its twin, compiled ahead of time for that CPU, behaves.

Lazily, and with every function recompiled at its first or second call or turn of a loop; replaced code is freed at
every chance. Programs that cannot run so are in CANNOT. CI runs the one of CHEAP; `make emulated` runs all.
"""

from __future__ import annotations

import functools
import re
import sys
from pathlib import Path

import pytest

from aot import Builds, Outcome, describe_status
from foreign import COMPILER, CPUS, ROOT, Foreign
from tools import need

sys.path.insert(0, str(ROOT / "tests" / "programs"))
from test_programs import PROGRAMS, Program, describe

MODES = {
    "lazily": (),
    "hot1": ("--hot-calls", "1", "--hot-loops", "1"),
    "hot2": ("--hot-calls", "2", "--hot-loops", "2"),
}
PATIENCE = 8  # times a program's seconds: what is emulated is slow
BOTH = tuple(CPUS)
# Programs that cannot run so: where, and why. docs/testing.md has the same table.
CANNOT: dict[str, tuple[tuple[str, ...], str]] = {
    "abi/call_from_asm": (BOTH, "x86 assembly"),
    "abi/fastcc": (BOTH, "`coldcc` and `musttail` calls, which LLVM has not for these CPUs"),
    "abi/rounding": (BOTH, "x86 assembly"),
    "abi/unwind_backtrace": (BOTH, "inline assembly: llvmlite has no assembler but its own machine's"),
    "ir/asm_labels": (BOTH, "x86 assembly"),
    "ir/cet": (BOTH, "an option of x86's"),
    "ir/cmpxchg16": (BOTH, "an option of x86's"),
    "ir/ifunc": (BOTH, "asks for features of x86's"),
    "ir/large_bss": (BOTH, "1.4 GB of variables: no code model with large data here"),
    "ir/libgcc_names": (BOTH, "types of x86's"),
    "ir/llvm_used": (BOTH, "x86 assembly"),
    "ir/module_asm": (BOTH, "x86 assembly"),
    "ir/naked": (BOTH, "x86 assembly"),
    "ir/quoted_names": (BOTH, "x86 assembly"),
    "ir/musttail": (("ppc64le",), "`musttail`, which LLVM refuses here"),
    "ir/musttail_varargs": (("ppc64le",), "`musttail`, which LLVM refuses here"),
    "ir/label_passed_out": (
        ("ppc64le",),
        "a fault: the address of another function's label, in the TOC, is not linked",
    ),
    "abi/feenableexcept": (("ppc64le",), "a fault: a flag that Python's start left raised counts once it is enabled"),
    "process/clone_fork": (BOTH, "a fault: a process made by clone(), which no hook tells of, crashes as it searches"),
    "process/divide_by_zero": (BOTH, "the division does not trap: its twin ends otherwise too"),
    "process/trap": (BOTH, "another signal: its twin ends otherwise too"),
}
CHEAP = {("cxx/thread_exceptions", "lazily")}  # besides what test_emulated.py has: threads, libraries' variables


@functools.cache
def foreign(cpu: str) -> Foreign:
    return Foreign(cpu)


def irs(builds: Builds, program: Program, machine: Foreign) -> list[Path]:
    flags = [f"--target={machine.triple}", "-isystem", f"/usr/{machine.triple}/include", "-fPIC", *program.cflags]
    return [builds.ir(source, program.levels[0], flags) for source in (program.path, *program.parts)]


@functools.cache
def reference(builds: Builds, program: Program, cpu: str) -> Outcome:
    """How the program ends that is compiled ahead of time, under qemu too."""
    machine = foreign(cpu)
    need(f"{machine.triple}-gcc")
    libraries = [f"-l:{name}" for name in program.load]
    folder = machine.root / "usr" / "lib" / machine.triple
    flags = [f"--target={machine.triple}", "-nostdlib++", f"-L{folder}", *program.aot, *libraries]
    twin = builds.executable(irs(builds, program, machine), program.levels[0], flags)
    return program.run([need(machine.qemu), "-L", machine.root, twin, *program.arguments], PATIENCE)


def cases() -> list[object]:
    return [
        pytest.param(cpu, program, mode, id=f"{cpu}-{program.name}-{mode}", marks=marks(program.name, mode))
        for cpu in CPUS
        for program in PROGRAMS
        if cpu not in CANNOT.get(program.name, ((), ""))[0]
        for mode in MODES
    ]


def marks(name: str, mode: str) -> list[pytest.MarkDecorator]:
    return [] if (name, mode) in CHEAP else [pytest.mark.slow]


def test_what_cannot_run_is_documented() -> None:
    assert set(CANNOT) <= {program.name for program in PROGRAMS}
    rows = re.findall(
        r"^\| `(\w+/\w+)` \| (.*?) \| (.*?) \|$", (ROOT / "docs" / "testing.md").read_text(), re.MULTILINE
    )
    names = {BOTH: "both", ("ppc64le",): "PowerPC64LE"}
    assert rows == [(name, names[cpus], why) for name, (cpus, why) in CANNOT.items()]


@pytest.mark.parametrize(("cpu", "program", "mode"), cases())
def test_program(builds: Builds, cpu: str, program: Program, mode: str) -> None:
    machine = foreign(cpu)
    expected = reference(builds, program, cpu)
    assert expected.status == program.status, f"the twin {describe_status(expected.status)}: {expected}"
    options = [*MODES[mode], *(() if mode == "lazily" or program.hot == "background" else ("--recompile", "sync"))]
    for library in program.load:
        options += ["--load", library]
    first, *parts = irs(builds, program, machine)
    for part in parts:
        options += ["--extra-module", str(part)]
    command = [machine.root / "python", "-m", "rejit", "run", "--compiler", COMPILER, *options, first]
    environment = {"PYTHONPATH": str(ROOT / "src"), "REJIT_MEMORY": "seal", "REJIT_RECLAIM": "always"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        actual = program.run([*command, *program.arguments], PATIENCE)
    if problems := describe(program, expected, actual):
        pytest.fail(f"{program.path}\n" + "\n".join(problems), pytrace=False)
