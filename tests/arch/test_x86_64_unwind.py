"""Whether the unwind tables are true, at every instruction of the support block, the cells and a gate.

The CPU traps after each instruction (TF), and in the trap's handler libgcc unwinds: it must come to the caller and find
the caller's stack pointer and registers there. No debugger is needed.

A gate's own three instructions, before it jumps to the support block, have no table: nothing is called there, and a
table for each gate would be one more registration for libgcc to sort."""

from __future__ import annotations

import ctypes
import signal
from ctypes import c_long, c_size_t, c_void_p
from pathlib import Path
from types import ModuleType

import pytest
from native import Machine, build_probes, in_child
from test_x86_64 import TestX8664 as _Contract

from aot import Builds
from rejit.arch import x86_64, x86_64_support
from rejit.runtime import unwind

MOST_STEPS = 1 << 16


class Step(ctypes.Structure):
    _fields_ = [("at", c_size_t), ("wrong", ctypes.c_int)]


WRONG = {1: "the caller is not found", 2: "the caller's stack pointer is wrong", 4: "a register of the caller is wrong"}


@pytest.fixture(scope="module")
def probes(builds: Builds) -> Path:
    return build_probes(builds, _Contract.compiler, _Contract.sources, builds.folder)


class Steps:
    """A support block that calls C functions where it would call Python, a cell and gates; what was stepped through."""

    def __init__(self, arch: ModuleType, probes: Path) -> None:
        self.machine = machine = Machine(arch, probes)
        words = dict.fromkeys(arch.WORDS, machine.address("step_nothing"))
        for word in arch.WORDS:
            if word.startswith("_Unwind_"):
                words[word] = unwind.address_of(word)
        words["PyObject_CallFunction"] = machine.address("step_call")
        words["PyLong_AsUnsignedLongLong"] = machine.address("step_value")
        words["errno_location"] = ctypes.cast(ctypes.CDLL(None)["__errno_location"], c_void_p).value or 0
        blob, self.labels, frames = arch.support(words)
        pending = machine.memory.reserve_stubs(len(blob), 64)
        self.support = pending.address
        pending.commit(blob)
        unwind.register_frame(self.support + frames)

        cells = machine.memory.reserve_stubs(arch.CELL_SIZE + 128, 64)
        self.cell, table = cells.address, cells.address + arch.CELL_SIZE
        slot = machine.memory.allocate_data(8, 8, (self.cell + arch.TRAMPOLINE_OFFSET).to_bytes(8, "little"))
        code = arch.cells(self.cell, slot, 0, 1, self.support)
        cells.commit(code + arch.cells_eh_frame(self.cell, table, 1))
        unwind.register_frame(table)

        self.seen: set[int] = set()
        self.wrong: dict[str, str] = {}
        self.without_table: set[int] = set()
        self.lines = {}
        self.after_syscall: set[int] = set()  # where the CPU does not trap
        at = self.support
        for line in x86_64_support.SUPPORT.splitlines():
            if line.startswith("    "):
                self.lines[at] = line[40:]
                at += len(bytes.fromhex(line[4:40]))
                if line[40:] == "syscall":
                    self.after_syscall.add(at)
        self.lines |= {self.cell: "jmp *slot(%rip)", self.cell + 6: "push $number", self.cell + 11: "jmp resolver"}

    def gate(self, target: int, words: int) -> int:
        arch, memory = self.machine.arch, self.machine.memory
        pending = memory.reserve_stubs(arch.GATE_SIZE, 16)
        gate = pending.address
        pending.commit(arch.gate(gate, target, words, self.support + self.labels["gate"]))
        lines = {gate: "movabs $target,%r11", gate + 10: "mov $stack_words,%r10d", gate + 16: "jmp gate"}
        self.lines |= lines
        self.without_table |= lines.keys()
        return gate

    def run(self, what: str, target: int, argument: int, expected: int) -> None:
        memory, held = self.machine.memory, self.machine.held
        steps = (Step * MOST_STEPS)()
        held.watch(c_size_t(memory.base), c_size_t(memory.end), steps, MOST_STEPS)
        held.stepped.restype = c_long
        result = held.stepped(c_size_t(target), c_long(argument))
        signal.signal(signal.SIGTRAP, signal.SIG_DFL)
        assert result == expected, what
        count = held.watched()
        assert 0 < count < MOST_STEPS
        for step in steps[:count]:
            assert step.at in self.lines, f"{what}: {step.at - self.support:#x}"
            self.seen.add(step.at)
            if step.wrong and step.at not in self.without_table:
                self.wrong[f"{what}: {self.lines[step.at]}"] = WRONG.get(step.wrong & -step.wrong, "?")


def every_instruction(arch: ModuleType, probes: Path) -> None:
    steps = Steps(arch, probes)
    answer = steps.machine.held.step_answer
    target, label = steps.machine.address("step_target"), lambda name: steps.support + steps.labels[name]
    answer(c_size_t(target), c_long(0), c_size_t(0), c_long(0))
    steps.run("stub", steps.cell, 5, 6)
    answer(c_size_t(target), c_long(2), c_size_t(0), c_long(0))
    steps.run("stub, interrupted twice", steps.cell, 5, 6)
    answer(c_size_t(label("return")), c_long(0), c_size_t(77), c_long(arch.RESULT_SLOT))
    steps.run("an answer of a hook", steps.cell, 5, 77)
    for words in (0, 3):
        steps.run("gate", steps.gate(target, words), 5, 6)
    buffer = ctypes.create_string_buffer(arch.RECORD_SIZE + 16)
    record = ctypes.addressof(buffer) + 15 & ~15
    answer(c_size_t(label("raise")), c_long(0), c_size_t(record), c_long(arch.EXCEPTION_SLOT))
    steps.run("error", steps.gate(steps.cell, 1), 5, 0)
    steps.run("collect", steps.machine.address("step_collect"), label("collect"), 4)
    assert steps.wrong == {}
    reached = steps.seen | steps.after_syscall
    left = {line for at, line in steps.lines.items() if at not in reached and at < label("cpuid")}
    assert left == {"call *abort(%rip)"}


def test_unwinding_at_every_instruction(probes: Path) -> None:
    assert in_child(lambda: every_instruction(x86_64, probes)) == (0, "")


# --- and it would be seen if one of them were wrong


def assert_noticed(probes: Path) -> None:
    """The wrong table is found, or libgcc reads what it takes for a return address and goes astray."""
    status, text = in_child(lambda: every_instruction(x86_64, probes))
    assert status in (1, -signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS), text
    assert status != 1 or "} == {}" in text, text


STEPS = [(first, label) for first, _, steps in x86_64_support.FRAMES for label, _ in steps]


@pytest.mark.parametrize(("first", "label"), STEPS, ids=[f"{label}" for _, label in STEPS])
def test_no_table_entry_is_superfluous(first: str, label: str, probes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = tuple(
        (start, end, tuple(step for step in steps if (start, step[0]) != (first, label)))
        for start, end, steps in x86_64_support.FRAMES
    )
    monkeypatch.setattr(x86_64_support, "FRAMES", frames)
    assert_noticed(probes)


@pytest.mark.parametrize("change", [(b"\x77\x08", b"\x77\x10"), (b"\x3b\x2a", b"\x3c\x2a")], ids=["offset", "border"])
def test_the_cells_table_is_not_approximate(
    change: tuple[bytes, bytes], probes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert change[0] in x86_64._CELL_FRAME
    monkeypatch.setattr(x86_64, "_CELL_FRAME", x86_64._CELL_FRAME.replace(*change))
    assert_noticed(probes)
