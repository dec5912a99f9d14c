"""The contract on AArch64. It is run on such a machine, or in an emulated Python, by test_emulated.py."""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import tempfile

import pytest
from contract import ArchContract
from native import Field, Machine

from rejit.arch import aarch64
from rejit.arch.aarch64_registers import has_sve
from rejit.arch.aarch64_relocations import THUNK_SIZE, thunk
from rejit.runtime.ring import SLEEPING
from rejit.runtime.words import store_word

CONTROL = 0x07C80000  # FPCR: AHP, DN, FZ, rounding, FZ16
FLAGS = 0x0800009F  # FPSR: QC, and the six that add up
PR_SVE_GET_VL = 51
CLOSE, GETPID, MUNMAP, MMAP = 57, 172, 215, 222  # numbers of system calls


class TestAArch64(ArchContract):
    arch = aarch64
    triple = "aarch64-unknown-linux-gnu"
    compiler = "aarch64-linux-gnu-gcc"
    sources = ("aarch64_probes.S",)
    integer_registers = 8
    float_registers = 8
    passed = (*(f"x{n}" for n in range(9)), *(f"q{n}" for n in range(8)))
    state_size = 9728
    default_control = {"fpcr": 0}
    other_control = {"fpcr": 0xC00000}

    def levels(self) -> tuple[int, ...]:
        return (0, 1) if has_sve() else (0,)

    def kept(self, level: int) -> dict[str, Field]:
        fields = {f"x{n}": Field(8 * n, 8) for n in range(16)}
        fields["x18"] = Field(128, 8)
        fields |= {f"x{n}": Field(136 + 8 * (n - 19), 8) for n in range(19, 30)}
        fields |= {f"q{n}": Field(1024 + 256 * n, 16) for n in range(32)}
        fields["fpcr"] = Field(736, 8, CONTROL)
        fields["fpsr"] = Field(744, 8, FLAGS)
        fields |= {f"stack word {i}": Field(752 + 8 * i, 8) for i in range(4)}
        fields["sp"] = Field(784, 8, 0)
        fields["return address"] = Field(792, 8, 0)
        if level:
            length = ctypes.PyDLL(None).prctl(PR_SVE_GET_VL) & 0xFFFF
            assert length >= 32, "the upper parts of Z registers are to be seen"
            fields |= {f"z{n}": Field(1040 + 256 * n, length - 16) for n in range(32)}
            fields |= {f"p{n}": Field(9216 + 32 * n, length // 8) for n in range(16)}
        return fields

    def saved(self) -> dict[str, tuple[Field, Field]]:
        places = {f"x{n}": Field(800 + 8 * (n - 19), 8) for n in range(19, 30)}
        places |= {f"q{n}": Field(888 + 8 * (n - 8), 8) for n in range(8, 16)}
        places |= {"fpcr": Field(952, 8), "sp": Field(960, 8)}
        before = self.kept(0)
        return {name: (before[name]._replace(size=8), place) for name, place in places.items()}

    @pytest.mark.parametrize("budget", [0, 1])
    def test_what_counts_calls_leaves_every_register(self, machine: Machine, budget: int) -> None:
        """Also where the reader is woken. (The kernel then zeroes predicates and upper parts of Z registers; qemu does
        not.)"""
        ring, reader, labels = self.hot(machine)
        for level in self.levels():
            record = self.record(machine, budget, 0, 0, 1000)
            pending = machine.memory.reserve_stubs(aarch64.ENTRY_SIZE + THUNK_SIZE, 64)
            code = aarch64.counted_entry(pending.address, record, labels["hot_entry"])
            body = pending.commit(code + thunk(machine.address("capture"))).address
            store_word(ring.address + SLEEPING, 1)
            self.compare_states(machine, body + aarch64.ENTRY_OFFSET, level, 3)
            assert self.words(record)[0] == (1000 if budget == 0 else 0)
        assert reader.take() == [(0x00ABCDEF12345678, -1)] * (0 if budget else len(self.levels()))
        ring.close()

    def test_thunks_leave_every_register(self, machine: Machine) -> None:
        slot = machine.memory.allocate_data(8, 8)
        store_word(slot, machine.address("capture"))
        pending = machine.memory.reserve_stubs(2 * THUNK_SIZE, 8)
        first = pending.commit(thunk(machine.address("capture")) + thunk(0, slot)).address
        for level in self.levels():
            self.compare_states(machine, first, level, 4)
            self.compare_states(machine, first + THUNK_SIZE, level, 5)

    def test_system_calls_of_the_search(self, machine: Machine) -> None:
        """Their six arguments, their results, and the negative of what would be errno."""
        call = ctypes.PYFUNCTYPE(ctypes.c_long, *[ctypes.c_long] * 7)(machine.callbacks.label("kernel"))
        assert call(GETPID, 0, 0, 0, 0, 0, 0) == os.getpid()
        assert call(CLOSE, -1, 0, 0, 0, 0, 0) == -errno.EBADF
        with tempfile.TemporaryFile() as file:
            file.write(bytes(4096) + b"x")
            file.flush()
            page = call(MMAP, 0, 4096, mmap.PROT_READ, mmap.MAP_PRIVATE, file.fileno(), 4096)
        assert ctypes.string_at(page, 2) == b"x\0"
        assert call(MUNMAP, page, 4096, 0, 0, 0, 0) == 0

    def test_what_is_written_is_flushed(self, machine: Machine) -> None:
        """Ranges of any size and place; that the caches follow is for hardware to show."""
        place = machine.memory.allocate_data(1 << 14, 64)
        assert "flush" in machine.callbacks.labels() and machine.memory._flush is not None
        for offset, size in ((0, 0), (0, 1), (3, 61), (63, 2), (64, 64), (5, 9000)):
            machine.memory._flush(place + offset, size)
