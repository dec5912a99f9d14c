"""What a CPU's file in `rejit.arch` must guarantee, whatever the CPU.

A CPU's test file subclasses ArchContract in a few lines: its arch module, its probes, and which registers they show.

Everything goes through what the rest of rejit uses: a CompileCallbackManager over CodeMemory, and the names that every
arch module has. The probes are a shared library: C callers that know what a call must leave alone (probes.c), and the
few lines of assembly that see registers (CPU_probes.S).

One class and so one long file: what a port has to pass is to be read, and subclassed, as a whole.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import random
import signal
import struct
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from ctypes import c_double, c_float, c_int, c_long, c_longdouble, c_size_t, c_uint, c_void_p
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from native import MOST_WORDS, Field, Machine, build_probes, in_child, program_session

from aot import Builds
from rejit.runtime import unwind
from rejit.runtime.ring import SLEEPING, Ring, RingReader
from rejit.runtime.words import load_word, store_word

CANCELLED_CLEANLY = 1 | 2 | 8  # CLEANED, RETURNED, CANCELLED of probes.c
RETURNED_AND_SURVIVED = 2 | 4


class ArchContract:
    """Subclass me. Tests of one attribute only take `machine`; those that need JIT code in between take `program`."""

    arch: ModuleType
    triple: str  # of the IR that is compiled
    compiler = "gcc"
    sources: tuple[str, ...]  # of the probes, beside probes.c
    stack_slot = 8  # bytes an integer argument takes on the stack
    integer_registers: int  # that pass arguments
    float_registers: int
    passed: tuple[str, ...]  # what a gate hands on
    state_size: int
    default_control: dict[str, int]  # FP control registers, as a program finds them
    other_control: dict[str, int]  # and otherwise, with nothing enabled that traps

    # -- what a CPU says about itself ----------------------------------------------------------------------------

    def levels(self) -> tuple[int, ...]:
        """The vector levels of `probe` that this machine has."""
        return (0,)

    def kept(self, level: int) -> dict[str, Field]:
        """The registers that a callee must find as its caller left them, and memory it may look at."""
        raise NotImplementedError

    def saved(self) -> dict[str, tuple[Field, Field]]:
        """The registers that a call must not change: before it and after it."""
        raise NotImplementedError

    # -- fixtures --------------------------------------------------------------------------------------------------

    @pytest.fixture(scope="class")
    @classmethod
    def probes(cls, builds: Builds) -> Path:
        return build_probes(builds, cls.compiler, cls.sources, builds.folder)

    @pytest.fixture(scope="class")
    @classmethod
    def machine(cls, probes: Path) -> Machine:
        return Machine(cls.arch, probes)

    @pytest.fixture(scope="class")
    @classmethod
    def program(cls, probes: Path) -> Iterator[Machine]:
        with program_session(cls.triple) as session:
            yield Machine(cls.arch, probes, session)

    # -- stubs -----------------------------------------------------------------------------------------------------

    def test_a_stub_keeps_its_address_and_callers_see_a_redirect(self, machine: Machine) -> None:
        entered = []
        plus_one, plus_two = machine.address("plus_one"), machine.address("plus_two")

        def enter(frame: int) -> int:
            entered.append(frame)
            return plus_one

        stub = machine.hook(enter)
        address = stub.address
        assert machine.memory.contains_code(address)
        assert load_word(stub.slot) == machine.callbacks.trampoline(stub)
        call = ctypes.CFUNCTYPE(c_long, c_long)(address)
        assert call(1) == 2
        assert call(2) == 3
        assert len(entered) == 2  # nobody redirected it
        assert machine.c.twice_through(c_void_p(address), c_long(1)) == 2002
        assert len(entered) == 4
        stub.redirect(plus_two)
        assert call(1) == 3
        assert machine.c.twice_through(c_void_p(address), c_long(1)) == 3003
        assert len(entered) == 4
        stub.redirect(machine.callbacks.trampoline(stub))
        assert call(1) == 2
        assert (len(entered), stub.address) == (5, address)

    def test_each_stub_has_its_own_number(self, machine: Machine) -> None:
        """Over the border of a slab of cells, and one after the other, each leads to its own answer."""
        entered: list[int] = []
        answer = machine.address("plus_one")
        stubs = []
        for i in range(600):
            stubs.append(machine.hook(lambda frame, i=i: entered.append(i) or answer))  # type: ignore[misc, func-returns-value]
        assert len({stub.address for stub in stubs}) == len({stub.slot for stub in stubs}) == 600
        order = random.Random(1).sample(range(600), 600)
        for i in order:
            assert ctypes.CFUNCTYPE(c_long, c_long)(stubs[i].address)(i) == i + 1
        assert entered == order

    def test_a_stub_may_lead_anywhere(self, machine: Machine) -> None:
        stub = machine.hook(lambda frame: 0, target=machine.address("plus_two"))
        assert ctypes.CFUNCTYPE(c_long, c_long)(stub.address)(1) == 3

    def test_an_answer_of_a_hook(self, machine: Machine) -> None:
        """The callback reads arguments and writes a result and errno through the frame; `return` goes back."""
        arch, seen = machine.arch, []

        def enter(frame: int) -> int:
            seen.append([load_word(frame + slot) for slot in arch.ARGUMENT_SLOTS])
            c_size_t.from_address(frame + arch.RESULT_SLOT).value = 77
            c_int.from_address(frame + arch.ERRNO_SLOT).value = errno.EMFILE
            return machine.callbacks.label("return")

        stub = machine.hook(enter)
        count = len(arch.ARGUMENT_SLOTS)
        call = ctypes.CFUNCTYPE(c_long, *[c_long] * count, use_errno=True)(stub.address)
        arguments = [10**12 + i for i in range(count)]
        ctypes.set_errno(0)
        assert call(*arguments) == 77
        assert ctypes.get_errno() == errno.EMFILE
        assert seen == [arguments]

    # -- hot triggers ------------------------------------------------------------------------------------------------

    def hot(self, machine: Machine) -> tuple[Ring, RingReader, dict[str, int]]:
        """A ring, its reader, and the addresses of what writes to it."""
        ring = Ring(machine.arch)
        blob, labels, frames = machine.arch.hot({"ring": ring.address})
        pending = machine.memory.reserve_stubs(len(blob), 64)
        pending.commit(blob)
        unwind.register_frame(pending.address + frames)
        return ring, RingReader(ring.address, machine.arch), {n: pending.address + at for n, at in labels.items()}

    def record(self, machine: Machine, *words: int, continuations: tuple[int, ...] = ()) -> int:
        """calls, ticks, turns a tick, what a used-up budget becomes; the id is 0x00ABCDEF12345678."""
        content = struct.pack(f"<iiiiQ{len(continuations)}Q", *words, 0x00ABCDEF12345678, *continuations)
        return machine.memory.allocate_data(len(content), 16, content)

    def words(self, record: int) -> list[int]:
        return list(struct.unpack("<iiii", ctypes.string_at(record, 16)))

    def test_a_used_up_budget_of_calls_is_an_entry(self, machine: Machine) -> None:
        """The budget becomes what the record says, the caller goes on where it is."""
        ring, reader, labels = self.hot(machine)
        trigger = ctypes.CFUNCTYPE(c_size_t, c_size_t)(labels["jit_recompile_hot"])
        record = self.record(machine, -1, 77, 88, 1234)
        assert trigger(record) == 0
        assert self.words(record) == [1234, 77, 88, 1234]
        assert ring.written == 1 and reader.take() == [(0x00ABCDEF12345678, -1)]
        for _ in range(2 * machine.arch.RING_ENTRIES + 5):
            assert trigger(record) == 0
        assert ring.written == 2 * machine.arch.RING_ENTRIES + 6
        assert reader.take() == [(0x00ABCDEF12345678, -1)] * machine.arch.RING_ENTRIES
        ring.close()

    def test_ticks_of_a_loop(self, machine: Machine) -> None:
        """Each fills the activation's budget; the one that uses up the record's is an entry. A loop's continuation is
        the answer, 0 as long as there is none."""
        ring, reader, labels = self.hot(machine)
        tick = ctypes.CFUNCTYPE(c_size_t, c_size_t, c_uint, c_void_p)(labels["jit_loop_hot"])
        record = self.record(machine, 5, 2, 255, 1000, continuations=(0, 0xABC, 0))
        guarded = (c_int * 3)(11, -1, 22)
        budget = ctypes.addressof(guarded) + 4
        for left in (1, 0):
            guarded[1] = -1
            assert tick(record, 0, budget) == 0
            assert list(guarded) == [11, 255, 22] and self.words(record) == [5, left, 255, 1000]
            assert ring.written == 0
        assert tick(record, 1, budget) == 0xABC
        assert self.words(record) == [5, 1000, 255, 1000]
        assert reader.take() == [(0x00ABCDEF12345678, 1)]
        assert tick(record, 2, budget) == 0 and self.words(record)[1] == 999
        for loop in (0, 254):
            record = self.record(machine, 5, 0, 255, 1000, continuations=(0,) * 255)
            assert tick(record, loop, budget) == 0
            assert reader.take() == [(0x00ABCDEF12345678, loop)]
        ring.close()

    def test_the_reader_is_woken_if_it_sleeps(self, machine: Machine) -> None:
        """Its flag is taken down with the wake-up, so that one entry of many makes the system call."""
        ring, _, labels = self.hot(machine)
        trigger = ctypes.CFUNCTYPE(c_size_t, c_size_t)(labels["jit_recompile_hot"])
        record = self.record(machine, -1, 0, 0, 1)
        beside = 0x55AA55AA << 32
        store_word(ring.address + SLEEPING, beside | 1)
        trigger(record)
        assert load_word(ring.address + SLEEPING) == beside
        trigger(record)
        assert load_word(ring.address + SLEEPING) == beside and ring.written == 2
        ring.close()

    @pytest.mark.parametrize("sleeping", [False, True])
    @pytest.mark.parametrize("label", ["jit_recompile_hot", "jit_loop_hot"])
    def test_a_trigger_is_a_call_like_any_other(self, machine: Machine, label: str, sleeping: bool) -> None:
        """It keeps what a C function keeps, and errno, whatever the registers hold that are not its arguments."""
        ring, reader, labels = self.hot(machine)
        budget = machine.memory.allocate_data(8, 8)
        for level in self.levels():
            for seed in range(3):
                record = self.record(machine, -1, 0, 255, 1000, continuations=(0, 0))
                store_word(ring.address + SLEEPING, int(sleeping))
                given, seen = self.filled_state(seed, level), ctypes.create_string_buffer(self.state_size)
                for name, value in zip(self.passed, (record, 1, budget), strict=False):
                    offset = self.kept(level)[name].offset
                    given[offset : offset + 8] = value.to_bytes(8, "little")
                assert machine.c.probe(labels[label], given, seen, level) == 0
                self.assert_saved(given)
        count = 3 * len(self.levels())
        assert reader.take() == [(0x00ABCDEF12345678, 1 if label == "jit_loop_hot" else -1)] * count
        call = ctypes.CFUNCTYPE(c_size_t, c_size_t, c_size_t, c_size_t, use_errno=True)(labels[label])
        store_word(ring.address + SLEEPING, int(sleeping))
        ctypes.set_errno(errno.ERANGE)
        call(self.record(machine, -1, 0, 255, 1000, continuations=(0, 0)), 1, budget)
        assert ctypes.get_errno() == errno.ERANGE
        ring.close()

    # -- what a compile callback leaves alone --------------------------------------------------------------------

    @pytest.mark.parametrize("seed", range(4))
    def test_every_register(self, machine: Machine, seed: int) -> None:
        """Arguments, vectors at full width, static chain, number of vector arguments, FP control and state, stack."""
        for level in self.levels():
            address = machine.leading_to("capture", partial(machine.held.spoil, level))
            self.compare_states(machine, address, level, seed)

    def test_every_register_of_a_direct_call(self, machine: Machine) -> None:
        """The probes themselves: what is compared arrives when nothing stands in between."""
        for level in self.levels():
            self.compare_states(machine, machine.address("capture"), level, 99)

    def compare_states(self, machine: Machine, address: int, level: int, seed: int) -> None:
        given, seen = self.filled_state(seed, level), ctypes.create_string_buffer(self.state_size)
        machine.c.fill_stack()
        assert machine.c.probe(address, given, seen, level) == 0
        wrong = {}
        for name, (offset, size, _, _) in self.kept(level).items():
            before, after = given.raw[offset : offset + size], seen.raw[offset : offset + size]
            if before != after:
                wrong[name] = f"{before[::-1].hex()} -> {after[::-1].hex()}"
        assert not wrong, f"vector level {level}"
        self.assert_saved(given)

    def filled_state(self, seed: int, level: int) -> Any:
        numbers = random.Random(seed)
        state = ctypes.create_string_buffer(self.state_size)
        for offset, size, mask, ones in self.kept(level).values():
            value = numbers.getrandbits(8 * size) & mask | ones
            state[offset : offset + size] = value.to_bytes(size, "little")
        return state

    def assert_saved(self, state: Any) -> None:
        """A call gave back the registers that belong to its caller."""
        for name, (before, after) in self.saved().items():
            old = state.raw[before.offset : before.offset + before.size]
            new = state.raw[after.offset : after.offset + after.size]
            assert old == new, name

    def test_variable_arguments(self, machine: Machine) -> None:
        machine.c.call_varargs.restype = c_double
        direct = machine.c.call_varargs(c_void_p(machine.address("sum_doubles")))
        stub = machine.leading_to("sum_doubles", lambda: machine.held.spoil(0))
        assert machine.c.call_varargs(c_void_p(stub)) == direct == 2036

    @pytest.mark.parametrize("value", [0, errno.ERANGE, -1])
    def test_errno(self, machine: Machine, value: int) -> None:
        stub = machine.leading_to("misalignment", lambda: machine.held.set_errno(errno.EBADF))
        assert machine.c.errno_around(c_void_p(stub), value) == value

    def test_floating_point_control(self, machine: Machine) -> None:
        """The default during the callback; the caller's rounding, flags and enabled exceptions afterwards."""
        found = []
        stub = machine.leading_to("misalignment", lambda: found.append(machine.held.fp_trouble()))
        machine.c.fp_around.restype = c_uint
        assert machine.c.fp_around(c_void_p(machine.address("misalignment"))) == 0  # without a stub
        assert machine.c.fp_around(c_void_p(stub)) == 0
        assert found == [0]

    def test_floating_point_control_at_its_worst(self, machine: Machine) -> None:
        """Whatever control and state the caller has, the callback sees the default."""
        found = []
        stub = machine.leading_to("capture", lambda: found.append(machine.held.fp_trouble()))
        for seed in range(20):
            self.compare_states(machine, stub, 0, seed)
        assert found == [0] * 20

    def test_signals_wait_for_the_callback(self, machine: Machine) -> None:
        """All that can wait is blocked in a callback, and delivered before the body runs."""
        masks, arrivals = [], []

        def during() -> None:
            masks.append(signal.pthread_sigmask(signal.SIG_BLOCK, ()))
            machine.held.send_to_this_thread(signal.SIGUSR2)
            arrivals.append(machine.held.arrivals())

        stub = machine.leading_to("arrivals", during)
        before = signal.getsignal(signal.SIGUSR2)
        try:
            machine.c.install(signal.SIGUSR2, None, 0)
            assert ctypes.CFUNCTYPE(c_int)(stub)() == 1
        finally:
            signal.signal(signal.SIGUSR2, before)
        assert arrivals == [0]
        synchronous = {getattr(signal, "SIG" + s) for s in ("ILL", "TRAP", "ABRT", "BUS", "FPE", "SEGV", "SYS")}
        before_all = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        can = signal.pthread_sigmask(signal.SIG_SETMASK, before_all)  # an emulator keeps a few for itself
        assert len(can) > 50
        assert [mask & signal.valid_signals() for mask in masks] == [can - synchronous]

    def test_the_signal_mask_comes_back(self, machine: Machine) -> None:
        stub = machine.leading_to("misalignment")
        assert machine.c.mask_around(c_void_p(stub), signal.SIGUSR1) == 0
        assert machine.c.mask_around(c_void_p(stub), signal.SIGTERM) == 0

    def test_a_handler_may_be_compiled_when_it_runs(self, machine: Machine) -> None:
        """A signal interrupts a leaf function whose data lies below its stack pointer; the handler is a stub."""
        entered = []
        stub = machine.leading_to("plus_one", lambda: entered.append(1))
        before = signal.getsignal(signal.SIGUSR1)
        on_stack = 0x08000000  # SA_ONSTACK
        try:
            machine.c.install(signal.SIGUSR1, c_void_p(stub), 0)
            assert machine.c.red_zone_around(signal.SIGUSR1) == 0
            machine.c.install(signal.SIGUSR1, c_void_p(stub), on_stack)
            assert machine.c.red_zone_on_alternate_stack(signal.SIGUSR1, c_size_t(64 << 10)) == 0
        finally:
            signal.signal(signal.SIGUSR1, before)
        assert entered == [1, 1]

    def test_cancellation_waits_for_the_callback(self, machine: Machine) -> None:
        """Cancelled in the callback, where cancellation points follow, a thread ends after it; clean-ups run."""
        callbacks = []

        def during() -> None:
            machine.held.cancel_here()
            callbacks.append(1)

        stub = c_void_p(machine.leading_to("misalignment", during))
        assert machine.c.cancel_around(stub, 1, 0) == CANCELLED_CLEANLY
        assert machine.c.cancel_around(stub, 0, 0) == RETURNED_AND_SURVIVED  # disabled before, disabled after
        assert callbacks == [1, 1]
        # Asynchronous: the thread ends inside the resolver, whose frame must be one that can be unwound.
        # (glibc 2.36 forgets to say PTHREAD_CANCELED then.)
        assert machine.c.cancel_around(stub, 1, 1) & ~(2 | 8) == 1
        assert callbacks == [1, 1, 1]

    def test_changing_the_user_does_not_wait_for_a_callback(self, machine: Machine) -> None:
        """setuid signals every thread and waits for it; Python calls it with the GIL held, which the callback wants."""

        def check() -> None:
            inside = threading.Event()

            def during() -> None:
                inside.set()
                time.sleep(0.05)  # gives the GIL away, and wants it back

            call = ctypes.CFUNCTYPE(c_long)(machine.leading_to("misalignment", during))
            thread = threading.Thread(target=call)
            thread.start()
            inside.wait()
            os.setuid(os.getuid())
            thread.join()

        assert in_child(check, 3) == (0, "")

    # -- stacks and threads ----------------------------------------------------------------------------------------

    def test_stack_alignment_at_the_callback(self, machine: Machine) -> None:
        """What the resolver calls may rely on the ABI's alignment."""
        arch, c = machine.arch, machine.c
        support, labels = self.support_of_c(machine, "word_nothing")
        pending = machine.memory.reserve_stubs(arch.CELL_SIZE, 64)
        slot = machine.memory.allocate_data(8, 8, (pending.address + arch.TRAMPOLINE_OFFSET).to_bytes(8, "little"))
        cell = arch.cells(pending.address, slot, 0, 1, support + labels["resolver"])
        stub = pending.commit(cell).address
        c.answer_with(c_void_p(machine.address("capture")))
        for level in self.levels():
            self.compare_states(machine, stub, level, level)
            assert c.misalignment_seen() == 0

    def support_of_c(self, machine: Machine, default: str) -> tuple[int, dict[str, int]]:
        """A support block that calls probes where it would call Python: its address and labels."""
        words = dict.fromkeys(machine.arch.WORDS, machine.address(default))
        words["PyObject_CallFunction"] = machine.address("word_object")
        words["PyLong_AsUnsignedLongLong"] = machine.address("word_answer")
        words["errno_location"] = ctypes.cast(ctypes.CDLL(None)["__errno_location"], c_void_p).value or 0
        blob, labels, _ = machine.arch.support(words)
        return machine.memory.reserve_stubs(len(blob), 64).commit(blob).address, labels

    @pytest.mark.parametrize("stack", [64 << 10, 0], ids=["64 KiB", "ordinary stack"])
    @pytest.mark.parametrize("threads", [1, 2, 16])
    def test_threads_meet_one_trampoline(self, machine: Machine, threads: int, stack: int) -> None:
        """Threads that Python never saw enter one stub at once: each gets its own arguments through."""
        frames: list[int] = []
        answer = machine.address("plus_one")
        stub = machine.hook(lambda frame: frames.append(frame) or answer)  # type: ignore[func-returns-value]
        results = (c_long * threads)()
        assert machine.c.at_once(c_void_p(stub.address), threads, c_size_t(stack), results) == 0
        assert list(results) == list(range(1, threads + 1))
        assert len(set(frames)) == threads

    def test_a_callback_within_a_callback(self, machine: Machine) -> None:
        inner = machine.leading_to("plus_one")
        outer = machine.leading_to("plus_two", lambda: ctypes.CFUNCTYPE(c_long, c_long)(inner)(1))
        assert ctypes.CFUNCTYPE(c_long, c_long)(outer)(1) == 3

    # -- gates -----------------------------------------------------------------------------------------------------

    def words_on_stack(self, integers: int, doubles: int) -> int:
        """How many words a call with so many arguments of each kind has on the stack."""
        return max(0, integers - self.integer_registers) + max(0, doubles - self.float_registers)

    @pytest.mark.parametrize("name", ["integers", "doubles", "alternating"])
    def test_arguments_of_a_gate(self, machine: Machine, name: str) -> None:
        """From no word of stack arguments to twenty; the target checks its stack's alignment."""
        kinds = {"integers": [c_long], "doubles": [c_double], "alternating": [c_long, c_double]}[name]
        words_seen = set()
        types: list[Any] = []
        for count in range(min(self.integer_registers, self.float_registers) + MOST_WORDS + 1):
            if count:
                types.append(kinds[(count - 1) % len(kinds)])
            words = self.words_on_stack(types.count(c_long), types.count(c_double))
            assert machine.arch.stack_words("i" if kind is c_long else "f" for kind in types) == words
            result = c_long if name == "integers" else c_double
            call = machine.gated(machine.address(f"{name}_{count}"), words, result, *types)
            values = [(i + 3) ** 2 for i in range(count)]
            assert call(*values) == sum((i + 1) * value for i, value in enumerate(values))
            words_seen.add(words)
        assert {0, 1, 2, 3, 10, 11} <= words_seen
        assert name == "alternating" or words >= MOST_WORDS - 2

    def test_a_gate_passes_every_argument_register(self, machine: Machine) -> None:
        """Giving the GIL away may change them all."""
        support, labels = self.support_of_c(machine, "word_spoil")
        level = self.levels()[-1]
        machine.c.spoil_at(level)
        for words in (2, 4):
            pending = machine.memory.reserve_stubs(machine.arch.GATE_SIZE, 16)
            code = machine.arch.gate(pending.address, machine.address("capture"), words, support + labels["gate"])
            gate = pending.commit(code).address
            state, seen = self.random_state(words), ctypes.create_string_buffer(self.state_size)
            assert machine.held.probe(gate, state, seen, 0) == 0
            names = [*self.passed, *(f"stack word {i}" for i in range(words))]
            for name, (offset, size, _, _) in ((name, self.kept(0)[name]) for name in names):
                assert seen.raw[offset : offset + size] == state.raw[offset : offset + size], name

    def test_a_gate_passes_every_result_register(self, machine: Machine) -> None:
        """Taking the GIL again may change them all."""
        support, labels = self.support_of_c(machine, "word_spoil")
        machine.c.spoil_at(self.levels()[-1])

        class Mixed(ctypes.Structure):
            _fields_ = [("a", c_long), ("b", c_double)]

        class Doubles(ctypes.Structure):
            _fields_ = [("a", c_double), ("b", c_double)]

        for name, kind, given, expected in (
            ("return_mixed", Mixed, (c_long(4), c_double(3)), (5, 6)),
            ("return_doubles", Doubles, (c_double(4), c_double(3)), (6, 8)),
        ):
            pending = machine.memory.reserve_stubs(machine.arch.GATE_SIZE, 16)
            code = machine.arch.gate(pending.address, machine.address(name), 0, support + labels["gate"])
            gate = pending.commit(code).address
            got = ctypes.PYFUNCTYPE(kind, *map(type, given))(gate)(*given)
            machine.held.fp_reset()
            assert (got.a, got.b) == expected

    def test_results_of_a_gate(self, machine: Machine) -> None:
        class Integers(ctypes.Structure):
            _fields_ = [("a", c_long), ("b", c_long)]

        class Doubles(ctypes.Structure):
            _fields_ = [("a", c_double), ("b", c_double)]

        class Mixed(ctypes.Structure):
            _fields_ = [("a", c_long), ("b", c_double)]

        class Mixed2(ctypes.Structure):
            _fields_ = [("a", c_double), ("b", c_long)]

        class Large(ctypes.Structure):
            _fields_ = [("a", c_long * 5)]

        def call(name: str, words: int, result: Any, *arguments: Any) -> Any:
            kinds = [a if isinstance(a, type) else type(a) for a in arguments]
            return machine.gated(machine.address(name), words, result, *kinds)(*arguments)

        for kind, first, second, expected in (
            (Integers, c_long(-(2**62)), c_long(2**62 + 1), (2**62 + 2, -(2**62) + 1)),
            (Doubles, c_double(1.25), c_double(-2.5e300), (-5e300, 2.5)),
            (Mixed, c_long(-5), c_double(0.1), (-4, 0.2)),
            (Mixed2, c_double(0.1), c_long(-5), (0.2, -4)),
        ):
            got = call("return_" + kind.__name__.lower(), 0, kind, first, second)
            assert (got.a, got.b) == expected
        assert list(call("return_large", 0, Large, c_long(7), c_long(3)).a) == [7, 3, 10, 4, 21]
        assert call("return_float", 0, c_float, c_float(0.5), c_double(0.25)) == 0.25
        third = call("return_long_double", 4, c_longdouble, c_longdouble(1), c_longdouble(3))
        assert third == 1 / 3
        between = (c_long(1), c_longdouble(2), c_long(3), c_double(4), c_longdouble(5))
        assert call("long_doubles_between", 4, c_longdouble, *between) == 55
        assert call("sum_large", 5, c_long, Large((c_long * 5)(1, 2, 3, 4, 5)), c_long(6)) == 91

    def test_a_gate_releases_the_gil(self, machine: Machine) -> None:
        check = ctypes.cast(ctypes.pythonapi.PyGILState_Check, c_void_p).value or 0
        near = machine.hook(lambda frame: 0, target=check).address
        assert machine.gated(near, 0, c_int)() == 0
        assert ctypes.PYFUNCTYPE(c_int)(check)() == 1

    def test_a_gate_keeps_its_caller_s_registers(self, machine: Machine) -> None:
        """The gate is called from assembly; between it and its target stands a stub."""
        for words in (0, 3):
            target = machine.leading_to("misalignment", lambda: machine.held.spoil(0))
            gate = machine.callbacks.gate(target, words)
            state, other = self.random_state(5), ctypes.create_string_buffer(self.state_size)
            assert machine.held.probe(gate, state, other, 0) == 0
            self.assert_saved(state)

    def random_state(self, seed: int) -> Any:
        """A state with every register set, and FP control at its default."""
        state = self.filled_state(seed, 0)
        self.set_control(state, self.default_control)
        return state

    def set_control(self, state: Any, control: dict[str, int]) -> None:
        for name, value in control.items():
            offset, size, _, _ = self.kept(0)[name]
            state[offset : offset + size] = value.to_bytes(size, "little")

    # -- errors ----------------------------------------------------------------------------------------------------

    def test_an_error_comes_out_of_the_gate(self, machine: Machine) -> None:
        """Again and again, with its own type and value, and no reference lost."""
        errors: list[BaseException] = []

        def enter(frame: int) -> int:
            errors.append(KeyError("a", len(errors)))
            raise errors[-1]

        call = machine.gated(machine.hook(enter).address, 2, c_long, c_long)
        for i in range(50):
            with pytest.raises(KeyError) as caught:
                call(i)
            assert caught.value is errors[i]
            assert caught.value.args == ("a", i)
            if i % 2:
                time.sleep(0)  # the GIL is held as it should be: it can be given away and taken
        assert not machine.fatal

    def test_an_error_leaves_nothing_behind(self, machine: Machine) -> None:
        """Once it is handled the exception is gone, and with it what it refers to."""

        class Thing(Exception):
            pass

        def enter(frame: int) -> int:
            raise Thing

        call = machine.gated(machine.hook(enter).address, 0, c_long)
        try:
            call()
        except Thing as error:
            there = weakref.ref(error)
        gc.collect()
        assert there() is None

    def test_calls_leave_nothing_behind(self, machine: Machine) -> None:
        call = ctypes.CFUNCTYPE(c_long, c_long)(machine.leading_to("plus_one"))
        before = sys.getallocatedblocks()
        for i in range(3000):
            call(i)
        assert sys.getallocatedblocks() - before < 1000

    def test_a_signal_s_handler_raises_before_the_callback_has_begun(self, program: Machine) -> None:
        """A pending signal's Python handler runs as soon as Python is entered; what it raises comes out of the gate."""

        class Thing(Exception):
            pass

        def handler(number: int, frame: object) -> None:
            raise Thing(number)

        there = []
        signalled = program.function("signalled", c_long, c_void_p, c_int)
        entered: list[int] = []
        stub = program.leading_to("misalignment", lambda: entered.append(1))
        before = signal.signal(signal.SIGUSR1, handler)
        try:
            for _ in range(3):
                try:
                    signalled(stub, signal.SIGUSR1)
                except Thing as error:
                    assert error.args == (signal.SIGUSR1,)
                    there.append(weakref.ref(error))
        finally:
            signal.signal(signal.SIGUSR1, before)
        assert entered == []
        gc.collect()
        assert [ref() for ref in there] == [None] * 3

    def test_walking_stops_where_it_is_told(self, machine: Machine) -> None:
        lengths: list[int] = []

        def during() -> None:
            for most in (0, 1, 3, 4096):  # 0: all there are
                lengths.append(len(unwind.walk(machine.callbacks.label("collect"), most)))

        ctypes.CFUNCTYPE(c_long)(machine.leading_to("misalignment", during))()
        assert lengths[1:3] == [1, 3]
        assert 10 < lengths[0] == lengths[3] < 4096

    def test_an_error_leaves_the_caller_s_registers(self, machine: Machine) -> None:
        def enter(frame: int) -> int:
            raise ValueError("from the callback")

        gate = machine.callbacks.gate(machine.hook(enter).address, 3)
        state, other = self.random_state(6), ctypes.create_string_buffer(self.state_size)
        self.set_control(state, self.other_control)
        with pytest.raises(ValueError, match="from the callback"):
            machine.held.probe(gate, state, other, 0)
        self.assert_saved(state)

    def test_an_error_leaves_the_caller_s_floating_point_control(self, program: Machine) -> None:
        """The function that the error comes from had changed the rounding."""
        rounding = program.function("rounding", c_long, c_void_p, c_int)
        with pytest.raises(LookupError):
            rounding(self.raising(program, LookupError()), program.c.upward())
        assert program.held.fp_trouble() & ~4 == 0  # flags may be up

    def test_signals_and_cancellation_after_an_error(self, machine: Machine) -> None:
        def enter(frame: int) -> int:
            raise ValueError

        call = machine.gated(machine.hook(enter).address, 0, c_long)
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        with pytest.raises(ValueError):
            call()
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == mask
        state = c_int(-1)
        ctypes.PyDLL(None).pthread_setcancelstate(0, ctypes.byref(state))
        assert state.value == 0  # PTHREAD_CANCEL_ENABLE

    def raising(self, program: Machine, error: BaseException) -> int:
        def enter(frame: int) -> int:
            raise error

        return program.hook(enter).address

    def notes(self, program: Machine) -> list[int]:
        """What clean-ups noted since the last time, in order."""
        assert program.session is not None
        module = program.session.modules[0]
        count = c_long.from_address(module.define("count"))
        noted = list((c_long * 16).from_address(module.define("order")))[: count.value]
        count.value = 0
        return noted

    def test_clean_ups_run(self, program: Machine) -> None:
        failing = self.raising(program, LookupError("no such function"))
        deeper = program.function("deeper", c_long, c_void_p, c_long)
        for tag in (10, 20):
            with pytest.raises(LookupError, match="no such function"):
                deeper(failing, tag)
            assert self.notes(program) == [tag, tag + 1]
        fine = program.leading_to("misalignment")
        assert deeper(fine, 30) == 2
        assert self.notes(program) == []

    def test_nested_gates(self, program: Machine) -> None:
        """An error comes out of the innermost gate; Python code there may catch it, or let it go on to the next."""
        through = program.function("through", c_long, c_void_p, c_long)
        failing = self.raising(program, LookupError("inside"))
        catches = [True]

        def enter(frame: int) -> int:
            try:
                through(failing, 1)
            except LookupError:
                if not catches[0]:
                    raise
            return program.address("misalignment")

        middle = program.hook(enter).address
        assert through(middle, 2) == 1
        assert self.notes(program) == [1]
        catches[0] = False
        with pytest.raises(LookupError, match="inside"):
            through(middle, 2)
        assert self.notes(program) == [1, 2]

    def test_an_error_goes_through_the_c_library(self, program: Machine) -> None:
        failing = self.raising(program, LookupError("compare"))
        with pytest.raises(LookupError, match="compare"):
            program.function("sorted", c_long, c_void_p)(failing)
        assert self.notes(program) == [70]

    def test_an_error_does_not_go_through_python(self, program: Machine) -> None:
        """Python frames stand between the failing call and the gate: the process ends and says who is in the way."""
        through = program.function("through", c_long, c_void_p, c_long)
        failing = self.raising(program, LookupError("deep inside"))

        def enter(frame: int) -> int:
            ctypes.CFUNCTYPE(c_long)(failing)()  # no gate
            os._exit(3)

        middle = program.hook(enter).address
        status, text = in_child(lambda: through(middle, 1))
        assert status == -signal.SIGABRT, text
        assert "LookupError: deep inside" in text
        assert "it cannot be raised in the Python caller: " in text
        assert " stands in between" in text

    def test_an_error_without_a_gate_is_fatal(self, machine: Machine, program: Machine) -> None:
        for where, expected in ((machine, 127), (program, -signal.SIGABRT)):
            failing = self.raising(where, LookupError("nobody waits"))
            for threads in (0, 1):

                def check(where: Machine = where, failing: int = failing, threads: int = threads) -> None:
                    if threads:
                        where.c.at_once(c_void_p(failing), 1, c_size_t(0), (c_long * 1)())
                    else:
                        ctypes.CFUNCTYPE(c_long)(failing)()

                status, text = in_child(check)
                assert status == expected, text
                assert where is machine or "LookupError: nobody waits" in text

    def test_leaving(self, program: Machine) -> None:
        """As exit does: straight to the gate, over clean-ups; a thread without a gate is told so."""
        callbacks = program.callbacks
        answers: list[int] = []

        def enter(frame: int) -> int:
            answers.append(callbacks.leave(InterruptedError("left"), frame))
            return answers[-1] or program.address("misalignment")

        leaving = program.hook(enter).address
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        with pytest.raises(InterruptedError, match="left"):
            program.function("deeper", c_long, c_void_p, c_long)(leaving, 1)
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == mask
        assert self.notes(program) == []
        assert answers == [callbacks.label("landing")]
        results = (c_long * 1)(-1)
        assert program.c.at_once(c_void_p(leaving), 1, c_size_t(0), results) == 0
        assert (answers[1], results[0]) == (0, 0)
        # Its caller's registers, when control was elsewhere.
        state, other = self.random_state(7), ctypes.create_string_buffer(self.state_size)
        with pytest.raises(InterruptedError):
            program.held.probe(callbacks.gate(leaving, 1), state, other, 0)
        self.assert_saved(state)

    def test_leaving_does_not_go_over_python(self, program: Machine) -> None:
        """Frames of the interpreter cannot be left out: a thread whose gate lies beyond them has none."""
        answers: list[int] = []

        def leave(frame: int) -> int:
            answers.append(program.callbacks.leave(InterruptedError("left"), frame))
            return program.address("misalignment")

        leaving = program.hook(leave).address

        def enter(frame: int) -> int:
            ctypes.CFUNCTYPE(c_long)(leaving)()  # no gate
            return program.address("misalignment")

        middle = program.hook(enter).address
        program.function("through", c_long, c_void_p, c_long)(middle, 1)
        assert answers == [0]

    # -- signals' contexts -----------------------------------------------------------------------------------------

    def test_where_a_signal_struck(self, machine: Machine) -> None:
        """A call of address 0."""
        found: list[int] = []

        @ctypes.CFUNCTYPE(None, c_void_p)
        def handler(context: int) -> None:
            found.append(machine.arch.interrupted_at(context))

        machine.c.call_nothing(handler)
        assert found == [0]
