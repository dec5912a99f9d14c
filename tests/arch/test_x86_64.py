"""The contract on x86-64, what only this CPU has, and proof that the contract's tests bite."""

from __future__ import annotations

import ctypes
import inspect
import re
from ctypes import c_uint, c_void_p
from pathlib import Path

import pytest
from contract import ArchContract
from native import Field, Machine, build_probes, in_child, program_session

from aot import Builds
from rejit.arch import x86_64, x86_64_hot, x86_64_support

with open("/proc/cpuinfo") as _file:
    _flags = next((line for line in _file if line.startswith("flags")), "").split()
LEVEL = 2 if "avx512bw" in _flags else 1 if "avx" in _flags else 0

VENDORS = ("GenuineIntel", "AuthenticAMD", "HygonGenuine", "CentaurHauls", "  Shanghai  ")
DIRECTION, FLAGS = 0x400, 2352  # the flag, and where a state has the flags
GENERAL = ("rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10", "r12", "r13", "r14", "r15")
FRACTION, ONE = (1 << 63) - 1, 0x3FFF << 64 | 1 << 63  # of an 80-bit number from 1 up to 2


class TestX8664(ArchContract):
    arch = x86_64
    triple = "x86_64-unknown-linux-gnu"
    sources = ("x86_64_probes.S", "x86_64_steps.c")
    integer_registers = 6
    float_registers = 8
    passed = ("rdi", "rsi", "rdx", "rcx", "r8", "r9", "rax", *(f"xmm{i}" for i in range(8)))
    state_size = 2560
    default_control = {"mxcsr": 0x1F80, "x87 control": 0x37F}
    other_control = {"mxcsr": 0xFFC0, "x87 control": 0xC7F}

    def levels(self) -> tuple[int, ...]:
        return tuple(range(LEVEL + 1))

    def kept(self, level: int) -> dict[str, Field]:
        fields = {name: Field(8 * i, 8) for i, name in enumerate(GENERAL)}
        fields["mxcsr"] = Field(112, 4, 0xFFFF)
        fields["x87 control"] = Field(116, 2, 0xF3F, 0x40)
        fields["x87 top"] = Field(120, 2, 0)
        fields |= {f"st{i}": Field(128 + 16 * i, 10, FRACTION, ONE) for i in range(3)}
        if level == 2:
            fields |= {f"k{i}": Field(176 + 8 * i, 8) for i in range(8)}
        vector = ("xmm", "ymm", "zmm")[level]
        fields |= {f"{vector}{i}": Field(256 + 64 * i, 16 << level) for i in range(32 if level == 2 else 16)}
        fields |= {f"stack word {i}": Field(2304 + 8 * i, 8) for i in range(4)}
        fields["rsp"] = Field(2336, 8, 0)
        fields["return address"] = Field(2344, 8, 0)
        return fields

    def saved(self) -> dict[str, tuple[Field, Field]]:
        names = ("rbx", "rbp", "r12", "r13", "r14", "r15", "rsp", "mxcsr", "x87 control")
        places = {name: Field(2368 + 8 * i, 8) for i, name in enumerate(names)}
        places |= {"mxcsr": Field(2424, 4), "x87 control": Field(2428, 2)}
        return {name: (self.kept(0)[name], place) for name, place in places.items()}

    def test_the_direction_flag(self, machine: Machine) -> None:
        """Clear in a callback, whatever the caller left."""
        found = []
        stub = machine.leading_to("capture", lambda: found.append(machine.held.flags() & DIRECTION))
        state, seen = self.random_state(8), ctypes.create_string_buffer(self.state_size)
        state[FLAGS : FLAGS + 8] = DIRECTION.to_bytes(8, "little")
        assert machine.c.probe(stub, state, seen, 0) == 0
        assert found == [0]

    def test_the_frame_holds_every_state_component(self, machine: Machine) -> None:
        """CPUID leaf 0xd: those that the resolver saves lie within its 2816 bytes."""
        cpuid = ctypes.CFUNCTYPE(None, c_uint, c_uint, c_void_p)(machine.callbacks.label("cpuid"))
        registers = (c_uint * 4)()
        cpuid(0, 0, registers)
        words = (registers[1], registers[3], registers[2])
        assert b"".join(word.to_bytes(4, "little") for word in words).decode() in VENDORS
        cpuid(1, 0, registers)
        leaf, register, bit = x86_64_support.XSAVE_FEATURE
        assert (leaf, registers[register] >> bit & 1) == (1, "xsave" in _flags)
        (mask,) = {int(m, 16) for m in re.findall(r"mov \$(0x[0-9a-f]+),%eax", x86_64_support.SUPPORT)}
        (room,) = {int(m) for m in re.findall(r"sub \$(2\d{3}),%rsp", x86_64_support.SUPPORT)}
        assert mask == 0b111 | 0b111 << 5 | 1 << 19  # x87 SSE AVX, AVX-512 in three, APX
        assert "and $-64,%rsp" in x86_64_support.SUPPORT
        cpuid(0xD, 2, registers)
        assert LEVEL == 0 or list(registers)[:2] == [256, 576]  # AVX, in every layout
        cpuid(0xD, 0, registers)
        supported = registers[0]
        for component in range(2, 32):
            if supported & mask & 1 << component:
                cpuid(0xD, component, registers)
                size, offset = registers[0], registers[1]
                assert offset + size <= room, component


# --- each of the contract's promises broken on purpose: the test that guards it must fail


def support_with(*changes: tuple[str, str, str], listing: str = x86_64_support.SUPPORT) -> str:
    """The listing where, after a label, the first line with that assembly has other code ("": does nothing)."""
    lines = listing.splitlines()
    for label, assembly, code in changes:
        start = lines.index(f"{label}:")
        at = next(i for i in range(start, len(lines)) if lines[i][40:] == assembly)
        size = len(bytes.fromhex(lines[at][4:40]))
        new = bytes.fromhex(code) if code else b"\x90" * size
        assert len(new) == size
        lines[at] = f"    {new.hex(' '):<36}{assembly}"
    return "\n".join(lines) + "\n"


def masks(value: str) -> str:
    """SUPPORT where XSAVE and XRSTOR leave something out."""
    return x86_64_support.SUPPORT.replace("b8 e7 00 08 00", value)


def without(label: str, *assembly: str) -> str:
    return support_with(*((label, line, "") for line in assembly))


RESTORED = {"rax": -8, "rcx": -16, "rdx": -24, "rsi": -32, "rdi": -40, "r8": -48, "r9": -56, "r10": -64}
GATED = {"rdi": -56, "rsi": -64, "rdx": -72, "rcx": -80, "r8": -88, "r9": -96, "rax": -104}
GATED |= {f"xmm{i}": -128 - 16 * i for i in range(8)}

BROKEN: dict[str, tuple[str, str]] = {
    "x87 state": (masks("b8 e6 00 08 00"), "test_every_register"),
    "SSE": (masks("b8 e5 00 08 00"), "test_every_register"),
    "MXCSR": (masks("b8 e1 00 08 00"), "test_floating_point_control"),
    "AVX": (masks("b8 e3 00 08 00"), "test_every_register"),
    "AVX-512 masks": (masks("b8 c7 00 08 00"), "test_every_register"),
    "AVX-512 upper halves": (masks("b8 a7 00 08 00"), "test_every_register"),
    "AVX-512 zmm16 to zmm31": (masks("b8 67 00 08 00"), "test_every_register"),
    **{
        f"argument register {name}": (without("resolver_framed", f"mov {at}(%rbp),%{name}"), "test_every_register")
        for name, at in RESTORED.items()
    },
    "the number left on the stack": (without("resolver_popped", "lea 8(%rsp),%rsp"), "test_every_register"),
    "errno": (without("resolver_framed", "mov %ecx,(%rax)"), "test_errno"),
    "errno of a hook": (without("resolver_framed", "mov %ecx,(%rax)"), "test_an_answer_of_a_hook"),
    "MXCSR in the callback": (without("resolver_framed", "ldmxcsr mxcsr(%rip)"), "test_floating_point_control"),
    "x87 in the callback": (without("resolver_framed", "fninit"), "test_floating_point_control_at_its_worst"),
    "direction flag in the callback": (without("resolver_framed", "cld"), "test_the_direction_flag"),
    "blocking signals": (without("resolver_framed", "syscall"), "test_signals_wait_for_the_callback"),
    "unblocking signals": (
        x86_64_support.SUPPORT.replace("0f 05    ", "90 90    ").replace("90 90    ", "0f 05    ", 1),
        "test_the_signal_mask_comes_back",
    ),
    "disabling cancellation": (
        without("resolver_framed", "call *pthread_setcancelstate(%rip)"),
        "test_cancellation_waits_for_the_callback",
    ),
    "the thread's own cancel state": (
        support_with(("resolver_framed", "mov -84(%rbp),%edi", "31 ff 90")),  # xor %edi,%edi: always enabled
        "test_cancellation_waits_for_the_callback",
    ),
    "alignment in the callback": (
        support_with(("enter", "sub $40,%rsp", "48 83 ec 30"), ("enter", "add $40,%rsp", "48 83 c4 30")),
        "test_stack_alignment_at_the_callback",
    ),
    "the frame's alignment": (without("resolver_framed", "and $-64,%rsp"), "test_every_register"),
    **{
        f"a gate's argument {name}": (
            without("gate_saved", f"{'movaps' if name[0] == 'x' else 'mov'} {at}(%rbp),%{name}"),
            "test_a_gate_passes_every_argument_register",
        )
        for name, at in GATED.items()
    },
    "a gate's stack arguments": (without("gate_saved", "rep movsq"), "test_arguments_of_a_gate"),
    "a gate's alignment": (without("gate_saved", "and $-2,%rax"), "test_arguments_of_a_gate"),
    "a gate's result rdx": (without("gate_return", "mov %rdx,-64(%rbp)"), "test_results_of_a_gate"),
    "a gate's result xmm0": (without("gate_return", "movaps %xmm0,-128(%rbp)"), "test_results_of_a_gate"),
    "a gate's result xmm1": (without("gate_return", "movaps %xmm1,-144(%rbp)"), "test_results_of_a_gate"),
    "the GIL": (
        support_with(
            ("gate_saved", "call *PyEval_SaveThread(%rip)", ""),
            ("gate_return", "call *PyEval_RestoreThread(%rip)", ""),
        ),
        "test_a_gate_releases_the_gil",
    ),
    "a gate's caller's register": (without("gate_framed", "push %r12"), "test_a_gate_keeps_its_caller_s_registers"),
    "FP control after an error": (
        support_with(("landing", "fldcw -252(%rbp)", ""), ("landing", "ldmxcsr -256(%rbp)", "")),
        "test_an_error_leaves_the_caller_s_floating_point_control",
    ),
    "the record's reference": (without("landing", "call *Py_DecRef(%rip)"), "test_an_error_leaves_nothing_behind"),
    "the exception": (without("landing", "call *PyErr_SetObject(%rip)"), "test_an_error_comes_out_of_the_gate"),
    "x87 control after an error": (
        without("landing", "fldcw -252(%rbp)"),
        "test_an_error_leaves_the_caller_s_registers",
    ),
    "what a signal's handler raised": (
        support_with(("enter_framed", "jz enter_failed", "90 90")),
        "test_a_signal_s_handler_raises_before_the_callback_has_begun",
    ),
    "clean-ups": (
        # `raise` goes to the gate at once, as `landing` would
        support_with(("stop_framed", "jne onward", "90 90")),
        "test_clean_ups_run",
    ),
}
ARGUMENTS = {"test_every_register": (0,), "test_errno": (34,)}


def hot_with(label: str, assembly: str, code: str = "") -> str:
    """HOT where, after a label, the first line with that assembly has other code ("": does nothing)."""
    return support_with((label, assembly, code), listing=x86_64_hot.HOT)


BROKEN_HOT: dict[str, tuple[str, str, tuple[object, ...]]] = {
    "the next budget of calls": (
        hot_with("jit_recompile_hot", "mov %eax,(%rdi)"),
        "test_a_used_up_budget_of_calls_is_an_entry",
        (),
    ),
    "the place in the ring": (
        hot_with("hot_push", "and $1023,%eax", "25 ff 01 00 00"),
        "test_a_used_up_budget_of_calls_is_an_entry",
        (),
    ),
    "the answer": (
        hot_with("jit_recompile_hot", "xor %eax,%eax"),
        "test_a_trigger_is_a_call_like_any_other",
        ("jit_recompile_hot", False),
    ),
    "the budget of a loop": (hot_with("jit_loop_hot", "mov %eax,(%rdx)"), "test_ticks_of_a_loop", ()),
    "ticks": (hot_with("jit_loop_hot", "subl $1,4(%rdi)"), "test_ticks_of_a_loop", ()),
    "the next budget of ticks": (hot_with("loop_hot", "mov %eax,4(%rdi)"), "test_ticks_of_a_loop", ()),
    "the loop's number": (hot_with("loop_hot", "lea 1(%rsi),%edx", "8d 56 00"), "test_ticks_of_a_loop", ()),
    "taking the flag down": (hot_with("hot_push", "movl $0,8(%r10)"), "test_the_reader_is_woken_if_it_sleeps", ()),
    "waking": (
        hot_with("hot_push", "mov %rdi,%r8", "49 89 e0"),  # mov %rsp,%r8: the record is lost
        "test_a_trigger_is_a_call_like_any_other",
        ("jit_loop_hot", True),
    ),
}


def fails(check: str, probes: Path, *arguments: object) -> None:
    """A test of the contract fails, or the process dies, when it runs on what `x86_64` says now."""

    def run() -> None:
        contract = TestX8664()
        method = getattr(contract, check)
        if "program" in inspect.signature(method).parameters:
            machine = Machine(x86_64, probes, program_session(contract.triple))
        else:
            machine = Machine(x86_64, probes)
        method(machine, *arguments)

    status, text = in_child(run, 3)
    assert status != 0
    assert status != 1 or re.match(r"AssertionError|\w*\.?Failed|ctypes|SystemError|OSError", text), text


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_noticed(what: str, builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    listing, check = BROKEN[what]
    needed = 2 if "AVX-512" in what else 1 if "AVX" in what else 0
    if needed > LEVEL:
        pytest.skip("this CPU has no such registers")
    assert listing != x86_64_support.SUPPORT
    monkeypatch.setattr(x86_64_support, "SUPPORT", listing)
    probes = build_probes(builds, TestX8664.compiler, TestX8664.sources, builds.folder)
    if check == "test_arguments_of_a_gate":
        fails(check, probes, "alternating" if "alignment" in what else "integers")
    else:
        fails(check, probes, *ARGUMENTS.get(check, ()))


@pytest.mark.parametrize("what", BROKEN_HOT)
def test_a_broken_trigger_is_noticed(what: str, builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    listing, check, arguments = BROKEN_HOT[what]
    monkeypatch.setattr(x86_64_hot, "HOT", listing)
    fails(check, build_probes(builds, TestX8664.compiler, TestX8664.sources, builds.folder), *arguments)
