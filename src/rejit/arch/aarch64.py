"""AArch64, little-endian: the machine code that stands between Python and JIT code. AAPCS64, Armv8.0 and later.

A function owns one 48-byte cell and one 8-byte slot for its whole life:

    cell+0   bti c                                  the stub: the function's one address
    cell+4   adrp x16,slot; ldr x17,[x16,slot]; br x17
    cell+16  bti c                                  the trampoline: the slot's first value
    cell+20  ldr w16,number; ldr x17,resolver; br x17
    cell+32  .quad resolver
    cell+40  .long number, 0

Only x16 and x17 are lost, which a linker's veneer may change too (6.1.1). Whatever `br x16`, `br x17` or `blr` leads to
begins with `bti c`, so that the pages may be guarded (PROT_BTI); they are not, for code from IR has landing pads only
if it was compiled with -mbranch-protection.

The resolver block saves what a caller of any convention may have put arguments into or expects to be kept: x0-x7, x8
(where a large result goes), x9-x15 (preserve_most; x15 is LLVM's static chain), x18 (the platform's register, GCC's
static chain), q0-q31 whole (the vector call has q8-q23 kept whole), FPCR and FPSR. Where the CPU has SVE, z0-z31 and
p0-p15 instead of the q registers, below the frame. Not FFR, which no call keeps, nor SME's ZA and streaming mode.

    frame+0   x29, x30     +16 x0 .. x15    +144 x18   +152 number   +160 x19 .. x22    +192 FPCR   +200 FPSR
    frame+208 the answer   +216 signal mask   +224 cancel state, twice   +232 errno   +240 error type, value, traceback
    frame+272 q0 .. q31    +784 end: the CFA; frame is x29, and sp where there is no SVE

There is no red zone: what lies below sp is nobody's. What can be answered besides a body is as on every CPU: `raise`
with x0 an exception record, `landing` with x29 a gate's frame, `return`. A gate keeps all registers that belong to its
caller, since `landing` comes from anywhere.

`tlsdesc` is the function of our TLS descriptors (aaelf64, "TLS descriptors"): x0, the descriptor's address, becomes the
variable's minus the thread pointer; x1-x18 and q0-q31 are kept. A descriptor: the function, `__tls_get_addr`'s
argument, `__tls_get_addr`.

Order. Neither caches nor other CPUs follow stores by themselves (Arm ARM, B2.4.4). `flush`, which is called with what
was written before anything leads there, does what is asked for: `dc cvau` and `ic ivau` of each line (their sizes are
in CTR_EL0), `dsb ish` behind each loop, `isb`; and membarrier(PRIVATE_EXPEDITED_SYNC_CORE), after which every thread of
the process has had a full barrier and an `isb` of its own. So when a slot is stored after that, a thread that loads the
new value from it does so after its barrier; and what it fetches and loads next, the code and the constants beside it,
comes after that in program order, hence after the barrier too: the stub needs neither `ldar` nor `isb`. Data that the
code refers to may be filled after the code was flushed; before a slot is stored `flush` is called with no bytes, for
the barriers alone. The kernel's own flushing is no substitute: it is done once a page, when the page first becomes
executable. Before Linux 4.16 there is no such membarrier, and only the writing CPU has its `isb`. The memory that
`flush` itself is put into has never been executed, and the kernel flushes it.

Calls. A body of the last tier calls another straight, within 128 MiB; behind the body is a thunk for every function
that it calls, which goes where the slot says:

    caller: bl ---------------------------------------> body     while it is at the last tier
    caller: bl --> ldr x16,=slot; ldr x16,[x16]; br x16 --> body before, after, and when far away

A `bl`, or the `b` of a tail call, is changed under running threads by one aligned store: `b` and `bl` are among the few
instructions for which that is allowed (B2.2.5, "Concurrent modification and execution of instructions"), and a thread
executes the old one or the new one. So what a branch leads to needs what a slot's new value does: the body and its data
were flushed before, with the membarrier, and a thread that fetches the new `bl` after its own `isb` fetches the body
and loads its data later still in program order. After the store `flush` is called for the branch's line; when it
returns no thread can fetch the old branch any more. Who did so before is in the old body, or has its address as its
program counter, and the search finds it there. A direct branch needs no landing pad; a thunk's `br x16` needs `bti c`,
as the stub's `br x17` does.

[Argued: only emulation has run this so far, where everything is coherent and strongly ordered, and every thread is
stopped. What the tests show is that `flush` is called, and with what.]
"""

from __future__ import annotations

import os
from ctypes import c_uint64
from struct import pack

from rejit.arch import SUPPORT_CONSTANTS, SUPPORT_WORDS
from rejit.arch import aarch64_code as asm
from rejit.arch.aarch64_hot import (
    ENTRY_OFFSET,
    ENTRY_SIZE,
    FUTEX,
    HOT_WORDS,
    RING_ENTRIES,
    counted_entry,
    hot,
)
from rejit.arch.aarch64_registers import features, has_sve, vectors
from rejit.arch.code import Code
from rejit.arch.frames import REMEMBER, RESTORE, cie, def_cfa, def_cfa_offset, eh_frame, restored, saved
from rejit.errors import RelocationOverflow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ENTRY_OFFSET", "ENTRY_SIZE", "FUTEX", "HOT_WORDS", "RING_ENTRIES", "counted_entry", "hot"]

NAME = "aarch64"
TRIPLE = "aarch64-unknown-linux-gnu"
TRIPLE_NAMES = ("aarch64", "arm64")
DIRECT_CALLS = True  # straight to bodies, within 128 MiB
CODE_MODEL = "small"
FEATURES = "-outline-atomics"  # they call functions of libgcc.a, which no process exports
# It makes several variables one, in code's own object; rejit places each variable once, whatever code needs it.
LLVM_OPTIONS = ("-aarch64-enable-global-merge=false",)
CPU_LEVELS = {
    "generic": (),
    "neoverse-n1": ("atomics", "asimdrdm", "fphp", "asimdhp", "asimddp", "lrcpc", "aes", "sha2"),
}
NEEDED: tuple[str, ...] = ()  # in the kernel's words, as those of CPU_LEVELS
VECTOR_STATE = {"V": "asimd", "Z and P": "sve"}  # kept whole where the CPU has it
CAPSTONE = ("CS_ARCH_AARCH64", "CS_MODE_ARM", "CS_OPT_SYNTAX_DEFAULT")  # what its disassembler calls this machine
SEARCH = os.path.join(os.path.dirname(__file__), "aarch64_search.ll")  # of rejit.runtime.search
SEARCH_LABELS = {"rejit_kernel": "kernel"}  # what it calls of the support code
PROBE = tuple(pack("<2I", asm.movz(0, number), asm.RET) for number in (1, 2))  # of code memory: functions
ELF_MACHINE = 183  # EM_AARCH64
RETURN = asm.RET.to_bytes(4, "little")
TRAP = asm.BRK.to_bytes(4, "little")
CELL_SIZE = 48
TRAMPOLINE_OFFSET = 16
GATE_SIZE = 48
RECORD_SIZE = 64
ARGUMENT_SLOTS = tuple(range(16, 80, 8))
RESULT_SLOT = EXCEPTION_SLOT = 16
ERRNO_SLOT = 232
FRAME_POINTER_SLOT = 0  # x29 of `landing`
FRAME_POINTER_REGISTER = 29
_SIGPROCMASK, _MEMBARRIER = 135, 283  # numbers of system calls
_SYNC_CORE, _REGISTER_SYNC_CORE = 1 << 5, 1 << 6  # membarrier's commands

_V8 = 64 + 8  # DWARF's number of v8
_CIE = cie(30, def_cfa(31, 0))
_FRAME = 784  # bytes of the resolver's frame
_GATE = 384  # bytes of a gate's
_DESCRIPTOR = 672  # bytes of tlsdesc's


def cpu() -> tuple[str, str]:
    """This machine's CPU as LLVM is to compile for it elsewhere, from the kernel's AT_HWCAP: name, features."""
    return "generic", features()


def adapt(text: str) -> str:
    """IR as LLVM is to have it: the stack protector's guard, a variable of ld.so's, is reached through the GOT."""
    return text + _NOT_DIRECT if " ssp" in text else text


_NOT_DIRECT = """
!llvm.module.flags = !{!4294967295}
!4294967295 = !{i32 7, !"direct-access-external-data", i32 0}
"""

WORDS, CONSTANT_WORDS = SUPPORT_WORDS, SUPPORT_CONSTANTS


class _Block(Code):
    """Code whose words lie behind it, within a MiB."""

    def call(self, word: str) -> None:
        """Call what a word holds; x16 is lost."""
        self.to(word, lambda distance: asm.ldr_l(16, distance))
        self.put(asm.blr(16))

    def word(self, register: int, word: str) -> None:
        self.to(word, lambda distance: asm.ldr_l(register, distance))

    def address(self, register: int, label: str) -> None:
        """A label's address into a register."""
        self.to(label, lambda distance: asm.adr(register, distance))

    def zero(self, register: int, label: str) -> None:
        """Branch if it is 0."""
        self.to(label, lambda distance: asm.cbz(register, distance))

    def not_zero(self, register: int, label: str) -> None:
        self.to(label, lambda distance: asm.cbnz(register, distance))

    def store(self, offset: int, *registers: int) -> None:
        """stp of consecutive words from x29 + offset on, which are an even number."""
        pairs = zip(registers[::2], registers[1::2], strict=True)
        self.put(*(asm.stp(one, two, 29, offset + 16 * i) for i, (one, two) in enumerate(pairs)))

    def load(self, offset: int, *registers: int) -> None:
        pairs = zip(registers[::2], registers[1::2], strict=True)
        self.put(*(asm.ldp(one, two, 29, offset + 16 * i) for i, (one, two) in enumerate(pairs)))

    def store_q(self, offset: int, count: int) -> None:
        """q0 .. from x29 + offset on."""
        self.put(*(asm.stp_q(n, n + 1, 29, offset + 16 * n) for n in range(0, count, 2)))

    def load_q(self, offset: int, count: int) -> None:
        self.put(*(asm.ldp_q(n, n + 1, 29, offset + 16 * n) for n in range(0, count, 2)))

    def enter(self, size: int) -> None:
        """A landing pad, and a frame of that size at x29, with x29 and x30 saved."""
        self.put(asm.BTI_C, asm.sub(asm.SP, asm.SP, size))
        self.frame(def_cfa_offset(size))
        self.put(asm.stp(29, 30, asm.SP))
        self.frame(saved(29, -size) + saved(30, 8 - size))
        self.put(asm.mov_sp(29, asm.SP))
        self.frame(def_cfa(29, size))

    def leave(self, size: int) -> None:
        """The frame goes; sp may be anywhere below it."""
        self.put(asm.mov_sp(asm.SP, 29), asm.ldp(29, 30, asm.SP))
        self.frame(def_cfa(31, size) + restored(29) + restored(30))
        self.put(asm.add(asm.SP, asm.SP, size))
        self.frame(def_cfa_offset(0))


def _support(sve: bool) -> _Block:
    code = _Block()
    _resolver(code, sve)
    _raise(code)
    _stop(code)
    _gate(code)
    _collect(code)
    _tlsdesc(code)
    _kernel(code)
    _flush(code)
    return code


def _resolver(c: _Block, sve: bool) -> None:
    """In: w16 the number, x30 the caller."""
    c.begin("resolver")
    c.enter(_FRAME)
    c.store(16, *range(16))
    c.put(asm.stp(18, 16, 29, 144))
    c.store(160, 19, 20, 21, 22)
    c.frame(b"".join(saved(r, 160 + 8 * (r - 19) - _FRAME) for r in range(19, 23)))
    if sve:
        vectors(c, asm.str_z, asm.str_p)
    else:
        c.store_q(272, 32)
    c.put(asm.mrs_fpcr(0), asm.mrs_fpsr(1), asm.stp(0, 1, 29, 192), asm.msr_fpcr(asm.XZR), asm.msr_fpsr(asm.XZR))
    c.put(asm.stp(asm.XZR, asm.XZR, 29, 240), asm.str_(asm.XZR, 29, 256))
    c.put(asm.movz(0, 2))  # SIG_SETMASK
    c.address(1, "blocked")
    c.put(asm.add(2, 29, 216), asm.movz(3, 8), asm.movz(8, _SIGPROCMASK), asm.SVC)
    c.call("errno_location")
    c.put(asm.ldr_w(0, 0), asm.str_w(0, 29, ERRNO_SLOT))
    c.put(asm.movz(0, 1), asm.add(1, 29, 224))
    c.call("pthread_setcancelstate")
    c.call("PyGILState_Ensure")
    c.put(asm.mov(20, 0), asm.movz(21, 8))
    c.address(22, "format")
    c.label("enter_again")
    c.word(0, "callback")
    c.put(asm.mov(1, 22), asm.ldr_w(2, 29, 152), asm.mov(3, 29), asm.ldr(4, 29, 248))
    c.call("PyObject_CallFunction")
    c.zero(0, "enter_failed")
    c.put(asm.mov(19, 0))
    c.call("PyLong_AsUnsignedLongLong")
    c.put(asm.str_(0, 29, 208), asm.mov(0, 19))
    c.call("Py_DecRef")
    for offset in (240, 248, 256):
        c.put(asm.ldr(0, 29, offset))
        c.call("Py_DecRef")
    c.put(asm.uxtw(0, 20))
    c.call("PyGILState_Release")
    c.put(asm.ldr_w(0, 29, 224), asm.add(1, 29, 228))
    c.call("pthread_setcancelstate")
    c.call("errno_location")
    c.put(asm.ldr_w(1, 29, ERRNO_SLOT), asm.str_w(1, 0))
    c.put(asm.movz(0, 2), asm.add(1, 29, 216), asm.movz(2, 0), asm.movz(3, 8), asm.movz(8, _SIGPROCMASK), asm.SVC)
    c.put(asm.ldp(0, 1, 29, 192), asm.msr_fpcr(0), asm.msr_fpsr(1))
    if sve:
        vectors(c, asm.ldr_z, asm.ldr_p)
    else:
        c.load_q(272, 32)
    c.load(16, *range(16))
    c.put(asm.ldr(18, 29, 144), asm.ldr(16, 29, 208))
    c.load(160, 19, 20, 21, 22)
    c.frame(REMEMBER + b"".join(map(restored, range(19, 23))))
    c.leave(_FRAME)
    c.put(asm.br(16))
    c.frame(RESTORE)
    c.label("enter_failed")
    for call in ("PyErr_Fetch", "PyErr_NormalizeException"):
        c.put(asm.add(0, 29, 240), asm.add(1, 29, 248), asm.add(2, 29, 256))
        c.call(call)
    c.address(22, "format_raised")
    c.put(asm.sub(21, 21, 1))
    c.not_zero(21, "enter_again")
    c.call("abort")


def _raise(c: _Block) -> None:
    """An answer: x0 the record. Unwinds from its caller."""
    c.begin("raise")
    c.enter(16)
    c.address(1, "stop")
    c.put(asm.movz(2, 0))
    c.call("_Unwind_ForcedUnwind")
    c.call("abort")


def _stop(c: _Block) -> None:
    """libgcc's question at each frame: x3 the record, x4 the context. At a gate: landing, with x29 its frame."""
    c.begin("stop")
    c.enter(32)
    c.put(asm.stp(3, 4, 29, 16), asm.mov(0, 4))
    c.call("_Unwind_GetIP")
    c.address(1, "gate_return")
    c.put(asm.cmp(0, 1))
    c.to("onward", asm.b_ne)
    c.put(asm.ldr(0, 29, 24), asm.movz(1, FRAME_POINTER_REGISTER))
    c.call("_Unwind_GetGR")
    c.put(asm.ldr(1, 29, 16), asm.mov(29, 0), asm.mov(0, 1))
    c.to("landing", asm.b)
    c.label("onward")
    c.put(asm.movz(0, 0))
    c.leave(32)
    c.put(asm.RET)
    c.begin("return")
    c.put(asm.BTI_C, asm.RET)


# A gate's frame, from x29: 0 x29, x30; 16 x0 .. x7; 80 x8; 88 the thread state; 96 x19 .. x28; 176 d8 .. d15; 240 FPCR;
# 256 q0 .. q7; 384 the CFA.


def _gate(c: _Block) -> None:
    """In: x16 the target, w9 words of stack arguments."""
    nonvolatile = range(19, 29)
    c.begin("gate")
    c.enter(_GATE)
    c.store(16, *range(8))
    c.put(asm.str_(8, 29, 80))
    c.store(96, *nonvolatile)
    c.put(*(asm.stp_d(n, n + 1, 29, 176 + 8 * (n - 8)) for n in range(8, 16, 2)))
    kept = {r: 96 + 8 * (r - 19) for r in nonvolatile} | {_V8 + n: 176 + 8 * n for n in range(8)}
    c.frame(b"".join(saved(r, place - _GATE) for r, place in kept.items()))
    c.store_q(256, 8)
    c.put(asm.mrs_fpcr(0), asm.str_(0, 29, 240), asm.mov(19, 16), asm.uxtw(20, 9))
    c.call("PyEval_SaveThread")
    c.put(asm.str_(0, 29, 88))
    # Room for the words, to a multiple of 16 bytes.
    c.put(asm.add(3, 20, 1), asm.lsr(3, 3, 1), asm.sub_x(asm.SP, asm.SP, 3, 4))
    c.zero(20, "gate_copied")
    c.put(asm.add(4, 29, _GATE), asm.mov_sp(5, asm.SP))
    c.label("gate_copy")
    c.put(asm.ldr_post(6, 4, 8), asm.str_post(6, 5, 8), asm.sub(20, 20, 1))
    c.not_zero(20, "gate_copy")
    c.label("gate_copied")
    c.load(16, *range(8))
    c.put(asm.ldr(8, 29, 80))
    c.load_q(256, 8)
    c.put(asm.blr(19))
    c.label("gate_return")
    c.put(asm.mov_sp(asm.SP, 29), asm.stp(0, 1, 29, 16))
    c.store_q(256, 4)
    c.put(asm.ldr(0, 29, 88))
    c.call("PyEval_RestoreThread")
    c.put(asm.ldp(0, 1, 29, 16))
    c.load_q(256, 4)
    c.label("leave_gate")
    c.put(*(asm.ldp_d(n, n + 1, 29, 176 + 8 * (n - 8)) for n in range(8, 16, 2)))
    c.load(96, *nonvolatile)
    c.frame(REMEMBER + b"".join(map(restored, kept)))
    c.leave(_GATE)
    c.put(asm.RET)
    c.frame(RESTORE)
    c.label("landing")
    c.put(asm.BTI_C, asm.mov_sp(asm.SP, 29), asm.mov(19, 0))
    c.put(asm.ldr(0, 29, 240), asm.msr_fpcr(0), asm.ldr(0, 29, 88))
    c.call("PyEval_RestoreThread")
    c.put(asm.ldp(0, 1, 19, 32))
    c.call("PyErr_SetObject")
    c.put(asm.ldr(0, 19, 48))
    c.call("Py_DecRef")
    c.put(asm.movz(0, 0))
    c.to("leave_gate", asm.b)


def _collect(c: _Block) -> None:
    """libgcc's _Unwind_Backtrace asks: x0 the context, x1 the count, the most, then (IP, CFA, x29) of each frame."""
    c.begin("collect")
    c.enter(48)
    c.store(16, 19, 20)
    c.put(asm.str_(21, 29, 32))
    c.frame(saved(19, -32) + saved(20, -24) + saved(21, -16))
    c.put(asm.mov(19, 0), asm.mov(20, 1), asm.ldp(3, 4, 20), asm.movz(0, 4), asm.cmp(3, 4))
    c.to("collected", asm.b_hs)
    c.put(asm.add_r(21, 20, 3, 4), asm.add_r(21, 21, 3, 3))  # 24 bytes each
    for offset, call in ((16, "_Unwind_GetIP"), (24, "_Unwind_GetCFA"), (32, "_Unwind_GetGR")):
        c.put(asm.mov(0, 19), asm.movz(1, FRAME_POINTER_REGISTER))
        c.call(call)
        c.put(asm.str_(0, 21, offset))
    c.put(asm.ldr(0, 20), asm.add(0, 0, 1), asm.str_(0, 20), asm.movz(0, 0))
    c.label("collected")
    c.load(16, 19, 20)
    c.put(asm.ldr(21, 29, 32))
    c.frame(b"".join(map(restored, (19, 20, 21))))
    c.leave(48)
    c.put(asm.RET)


def _tlsdesc(c: _Block) -> None:
    """In: x0 the descriptor. Out: where the variable is from the thread pointer; nothing else changes but x30."""
    c.begin("tlsdesc")
    c.enter(_DESCRIPTOR)
    c.store(16, *range(1, 19))
    c.store_q(160, 32)
    c.put(asm.ldr(16, 0, 16), asm.ldr(0, 0, 8), asm.blr(16))
    c.put(asm.mrs_tp(1), asm.sub_r(0, 0, 1))
    c.load_q(160, 32)
    c.load(16, *range(1, 19))
    c.leave(_DESCRIPTOR)
    c.put(asm.RET)


def _kernel(c: _Block) -> None:
    """x0 the number of a system call, x1 to x6 its arguments: its result, or the negative of an error's number."""
    c.begin("kernel")
    c.put(asm.BTI_C, asm.mov(8, 0), *(asm.mov(n, n + 1) for n in range(6)), asm.SVC, asm.RET)


def _flush(c: _Block) -> None:
    """In: x0 where two words are, the address and the bytes. See "Order" at the top."""
    c.begin("flush")
    c.put(asm.BTI_C, asm.ldp(0, 1, 0), asm.mrs_ctr(3), asm.add_r(4, 0, 1))
    for name, instruction, field in (("clean", asm.dc_cvau, 16), ("discard", asm.ic_ivau, 0)):
        c.put(asm.ubfx(5, 3, field, 4), asm.movz(6, 4), asm.lsl_r(6, 6, 5))  # bytes of a line
        c.put(asm.sub(5, 6, 1), asm.bic(2, 0, 5))
        c.label(name)
        c.put(asm.cmp(2, 4))
        c.to(f"{name}ed", asm.b_hs)
        c.put(instruction(2), asm.add_r(2, 2, 6))
        c.to(name, asm.b)
        c.label(f"{name}ed")
        c.put(asm.DSB_ISH)
    synchronise = (asm.movz(0, _SYNC_CORE), asm.movz(1, 0), asm.movz(2, 0), asm.movz(8, _MEMBARRIER), asm.SVC)
    c.put(asm.ISB, *synchronise, asm.cmn(0, 1))
    c.to("flushed", asm.b_ne)  # EPERM: not registered yet
    c.put(asm.movz(0, _REGISTER_SYNC_CORE), asm.SVC, *synchronise)
    c.label("flushed")
    c.put(asm.RET)


def support(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The support block with its words filled in: blob, label offsets, offset of its .eh_frame.

    `words` gives the addresses named in WORDS; CONSTANT_WORDS are added. Position independent, 16-byte alignment.
    """
    return _support(has_sve()).blob(_CIE, WORDS, {**words, **CONSTANT_WORDS})


def cells(address: int, slots: int, first: int, count: int, resolver: int) -> bytes:
    """`count` cells for placing at `address`, numbered from `first`, with their slots from `slots` on.

    RelocationOverflow if a number has more than 32 bits, or a slot lies 4 GiB or more away."""
    if first + count > 1 << 32:
        raise RelocationOverflow(f"cell {first + count - 1} at {address:#x}: the number is beyond 0xffffffff")
    for cell, slot in ((address, slots), (address + CELL_SIZE * (count - 1), slots + 8 * (count - 1))):
        if not asm.fits((slot & -4096) - (cell + 4 & -4096), 33, 4096):
            raise RelocationOverflow(f"cell at {cell:#x}: its slot is {slot - cell:#x} bytes away, 4 GiB or more")
    out = bytearray()
    trampoline = (asm.BTI_C, asm.ldr_wl(16, 20), asm.ldr_l(17, 8), asm.br(17))
    for i in range(count):
        slot, place = slots + 8 * i, address + CELL_SIZE * i + 4
        page = asm.adrp(16, (slot & -4096) - (place & -4096))
        stub = (asm.BTI_C, page, asm.ldr(17, 16, slot & 4095), asm.br(17))
        out += pack("<8IQII", *stub, *trampoline, resolver, first + i, 0)
    return bytes(out)


def cells_eh_frame(cells_address: int, address: int, count: int) -> bytes:
    """The .eh_frame, for placing at `address`, of the cells at `cells_address`."""
    return eh_frame(0, [(cells_address - address, count * CELL_SIZE, b"")], _CIE)


def gate(address: int, target: int, stack_words: int, gate_label: int) -> bytes:
    """A gate for placing at `address`: enters `target`, anywhere, with `stack_words` 8-byte words of stack arguments.

    RelocationOverflow if the words do not fit 16 bits."""
    if stack_words > 0xFFFF:
        raise RelocationOverflow(f"gate at {address:#x} into {target:#x}: {stack_words} words of arguments")
    code = (asm.BTI_C, asm.ldr_l(16, 20), asm.ldr_l(17, 24), asm.movz(9, stack_words), asm.br(17), asm.BRK)
    return pack("<6IQQII", *code, target, gate_label, asm.BRK, asm.BRK)


def interrupted_at(context: int) -> int:
    """The address at which a signal's ucontext_t was interrupted."""
    return c_uint64.from_address(context + 440).value  # uc_mcontext.pc


def stack_words(kinds: Iterable[str | int]) -> int:
    """How many 8-byte words of stack arguments a call has at most: AAPCS64, 6.8.2.

    A kind is "i" (integer or pointer), "f" (float or double), "x" (two doubles), or the size in bytes of an aggregate
    by value."""
    integers = floats = words = 0
    for kind in kinds:
        if isinstance(kind, int):
            words += (words & 1) + (kind + 7) // 8
        elif kind == "i":
            integers += 1
            words += integers > 8
        else:
            floats += 1
            words += (2 if kind == "x" else 1) * (floats > 8)
    return words
