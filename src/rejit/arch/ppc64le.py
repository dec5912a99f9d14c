"""PowerPC64, little-endian: the machine code that stands between Python and JIT code. ELFv2 ABI, POWER8 and later.

A function owns one 64-byte cell and one 8-byte slot for its whole life:

    cell+0   std   2,24(1)                          the stub: the function's one address. It saves the caller's TOC
    cell+4   lis.. ld 12,(slot)                     pointer where the caller's `ld 2,24(1)` expects it, and enters what
    cell+24  mtctr 12; bctr                         the slot holds as every function is entered: with r12 its address
    cell+32  ld 0,16(12); mtctr 0; bctr             the trampoline: the slot's first value, and so in r12
    cell+44  .long number
    cell+48  .quad resolver

Only r0, r12 and ctr are lost, which a linker's stub may change too (2.2.1.1); r11, the static chain, is not. The slot's
address is spelt out, since POWER8 has no instruction that reads relative to itself.

The resolver block saves r3-r10, r11, f1-f13, v2-v13, FPSCR and VRSAVE in this frame, which has the linkage and
parameter areas that what it calls may use:

    frame+0   back chain  +8 CR  +16 LR  +24 r2  +32 parameters of what is called
    frame+96  r3 .. r10   +160 f1 .. f13   +264 r11   +272 v2 .. v13   +464 FPSCR   +472 signal mask
    frame+480 cancel state, twice   +488 errno   +492 VRSAVE   +496 the answer   +504 error type, value, traceback
    frame+552 number      +560 r27 .. r31     +600 end, the CFA is frame+608

What can be answered besides a body is as on every CPU: `raise` with r3 an exception record, `landing` with r31 a gate's
frame, `return`. A gate keeps all registers that belong to its caller, since `landing` comes from anywhere.

r2 is never ours: what is called through a pointer sets its own. Calls between functions of one module are calls of
others all the same, since each body has a TOC of its own (its own address, `ppc64le_relocations`): `adapt` makes
definitions `weak_odr`, so that LLVM leaves room for the TOC's restoring behind each call.

A call reaches 32 MiB, and a stub may be farther; and whoever calls must save its TOC pointer, and enter with r12 the
callee's address. So behind a body there is a thunk for every function it calls: it does what a stub does, through the
callee's slot. In front of a body there is what does the same for that body alone, 24 bytes before it:

    caller: bl ------------------------------> std 2,24(1); lis 12 .. ori 12; body     while it is at the last tier
    caller: bl --> std 2,24(1); lis 12 .. ld 12,(slot); mtctr 12; bctr --> body        before, after, and when far away
    behind each bl: ld 2,24(1)

A thunk to a library also stores LR where the callee's frame would have it: a function without a frame that waits in the
kernel (`flock`) is searched by its stack alone (rejit.runtime.search). Through a function pointer there is no thunk:
what calls such a function so, and is replaced by then, must not be freed while it waits. [Argued, and not prevented.]

The instruction cache does not follow stores (Power ISA, book II, 4.3.2): `flush` does what that section says for all
that is written or patched, before anything leads there. A slot is stored after that; the reader's `bctr` depends on its
`ld`, so that no barrier is needed there. [Both argued: only emulation has run this so far, and there everything is
coherent. What the tests show is that `flush` is called, and with what.]

Not there yet: POWER10's PC-relative code (switched off by FEATURES).
"""

from __future__ import annotations

import os
from ctypes import c_uint64
from struct import pack

from rejit.arch import SUPPORT_CONSTANTS, SUPPORT_WORDS
from rejit.arch import ppc64le_code as asm
from rejit.arch.code import Code
from rejit.arch.frames import REMEMBER, RESTORE, cie, def_cfa, def_cfa_offset, eh_frame, restored, saved
from rejit.arch.ppc64le_hot import (
    ENTRY_OFFSET,
    ENTRY_SIZE,
    FUTEX,
    HOT_WORDS,
    RING_ENTRIES,
    counted_entry,
    hot,
)
from rejit.errors import RelocationOverflow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ENTRY_OFFSET", "ENTRY_SIZE", "FUTEX", "HOT_WORDS", "RING_ENTRIES", "counted_entry", "hot"]

NAME = "ppc64le"
TRIPLE = "powerpc64le-unknown-linux-gnu"
TRIPLE_NAMES = ("powerpc64le", "ppc64le")
DIRECT_CALLS = True  # to what stands in front of a body and sees to r12
CODE_MODEL = "medium"
FEATURES = "-pcrelative-memops,-prefix-instrs"  # POWER10: code has a TOC there too
LLVM_OPTIONS: tuple[str, ...] = ()
CPU_LEVELS: dict[str, tuple[str, ...]] = {"pwr8": (), "pwr9": (), "pwr10": ()}
NEEDED: tuple[str, ...] = ()  # in the kernel's words
VECTOR_STATE: dict[str, str] = {}
CAPSTONE = ("CS_ARCH_PPC", "CS_MODE_64", "CS_OPT_SYNTAX_DEFAULT")  # what its disassembler calls this machine
SEARCH = os.path.join(os.path.dirname(__file__), "ppc64le_search.ll")  # of rejit.runtime.search
PROBE = tuple(pack("<2I", asm.li(3, number), asm.BLR) for number in (1, 2))  # of code memory: functions
SEARCH_LABELS = {"rejit_kernel": "kernel"}  # what it calls of the support code
ELF_MACHINE = 21  # EM_PPC64
RETURN = asm.BLR.to_bytes(4, "little")
TRAP = asm.TRAP.to_bytes(4, "little")
CELL_SIZE = 64
TRAMPOLINE_OFFSET = 32
GATE_SIZE = 64
RECORD_SIZE = 64
ARGUMENT_SLOTS = tuple(range(96, 160, 8))
RESULT_SLOT = EXCEPTION_SLOT = 96
ERRNO_SLOT = 488
FRAME_POINTER_SLOT = 592  # r31 of `landing`
FRAME_POINTER_REGISTER = 31
_SIGPROCMASK = 174  # the number of the system call

_LR, _CR = 65, 70  # DWARF's numbers; 70 is CR2, which stands for all that is kept
_CIE = cie(_LR, def_cfa(1, 0))
_FRAME = 608  # bytes of the resolver's frame
_GATE = 768  # bytes of a gate's


def cpu() -> tuple[str, str]:
    """This machine's CPU as LLVM is to compile for it elsewhere, from the kernel's AT_PLATFORM: name, features."""
    import ctypes

    getauxval = ctypes.CDLL(None).getauxval
    getauxval.restype = ctypes.c_ulong
    address = getauxval(15)
    name = ctypes.string_at(address).decode() if address else ""
    return {"power8": "pwr8", "power9": "pwr9", "power10": "pwr10"}.get(name, "pwr8"), ""


def adapt(text: str) -> str:
    """IR as LLVM is to have it: no definition is known to share its caller's TOC."""
    return text.replace("\ndefine dso_local ", "\ndefine weak_odr dso_local ")


WORDS, CONSTANT_WORDS = SUPPORT_WORDS, SUPPORT_CONSTANTS


class _Block(Code):
    """Code whose words lie at a distance from r30, which holds the address of `base`."""

    def call(self, word: str) -> None:
        """Call what a word holds."""
        at = self.here
        self.to(word, lambda distance: asm.ld(12, at + distance, 30))
        self.put(asm.mtctr(12), asm.BCTRL)

    def address(self, register: int, label: str) -> None:
        """A label's address into a register."""
        at = self.here
        self.to(label, lambda distance: asm.addi(register, 30, at + distance))

    def store(self, offset: int, *registers: int) -> None:
        """std of consecutive words."""
        self.put(*(asm.std(register, offset + 8 * i, 1) for i, register in enumerate(registers)))

    def load(self, offset: int, *registers: int) -> None:
        self.put(*(asm.ld(register, offset + 8 * i, 1) for i, register in enumerate(registers)))

    def vectors(self, what: int, offset: int, registers: range) -> None:
        """lvx or stvx (as encoded with 0, 0, 12) of consecutive quadwords; r12 is lost."""
        for i, register in enumerate(registers):
            self.put(asm.addi(12, 1, offset + 16 * i), what | register << 21)

    def enter(self, size: int, *registers: int) -> None:
        """A frame of that size, with LR and registers, the last at its top, saved; r0 is lost."""
        self.put(asm.mflr(0), asm.std(0, 16, 1))
        self.put(*(asm.std(r, -8 * (len(registers) - i), 1) for i, r in enumerate(registers)))
        self.put(asm.stdu(1, -size, 1))
        kept = b"".join(saved(r, -8 * (len(registers) - i)) for i, r in enumerate(registers))
        self.frame(def_cfa_offset(size) + saved(_LR, 16) + kept)

    def leave(self, size: int, *registers: int) -> None:
        self.put(asm.addi(1, 1, size), asm.ld(0, 16, 1), asm.mtlr(0))
        self.put(*(asm.ld(r, -8 * (len(registers) - i), 1) for i, r in enumerate(registers)))
        self.frame(def_cfa_offset(0) + b"".join(map(restored, (_LR, *registers))))


_STVX, _LVX = asm.stvx(0, 0, 12), asm.lvx(0, 0, 12)
_KEPT = tuple(range(27, 32))


def _support() -> _Block:
    code = _Block()
    _resolver(code)
    _raise(code)
    _stop(code)
    _gate(code)
    _collect(code)
    _kernel(code)
    _flush(code)
    return code


def _resolver(c: _Block) -> None:
    """In: r12 the trampoline, r0 this address, LR the caller."""
    c.begin("resolver")
    c.store(560 - _FRAME, *_KEPT)
    c.put(asm.mr(30, 0), asm.lwz(0, 12, 12), asm.std(0, 552 - _FRAME, 1))
    c.put(asm.mflr(0), asm.std(0, 16, 1), asm.mfcr(0), asm.stw(0, 8, 1), asm.stdu(1, -_FRAME, 1))
    kept = b"".join(saved(r, 560 - _FRAME + 8 * i) for i, r in enumerate(_KEPT))
    c.frame(def_cfa_offset(_FRAME) + saved(_LR, 16) + saved(_CR, 8) + kept)
    c.put(asm.std(2, 24, 1))
    c.store(96, *range(3, 11))
    c.put(*(asm.stfd(n, 152 + 8 * n, 1) for n in range(1, 14)))
    c.put(asm.std(11, 264, 1))
    c.vectors(_STVX, 272, range(2, 14))
    c.put(asm.mffs(0), asm.stfd(0, 464, 1), asm.mfvrsave(0), asm.stw(0, 492, 1))
    c.put(asm.li(0, 0), asm.std(0, 504, 1), asm.std(0, 512, 1), asm.std(0, 520, 1))
    c.put(asm.lfd(0, 504, 1), asm.mtfs(0))
    c.put(asm.li(3, 2))  # SIG_SETMASK
    c.address(4, "blocked")
    c.put(asm.addi(5, 1, 472), asm.li(6, 8), asm.li(0, _SIGPROCMASK), asm.SC)
    c.call("errno_location")
    c.put(asm.lwz(3, 0, 3), asm.stw(3, 488, 1))
    c.put(asm.li(3, 1), asm.addi(4, 1, 480))
    c.call("pthread_setcancelstate")
    c.call("PyGILState_Ensure")
    c.put(asm.mr(29, 3), asm.li(28, 8))
    c.address(27, "format")
    c.label("enter_again")
    c.address(3, "callback")
    c.put(asm.ld(3, 0, 3), asm.mr(4, 27), asm.ld(5, 552, 1), asm.mr(6, 1), asm.ld(7, 512, 1))
    c.call("PyObject_CallFunction")
    c.put(asm.cmpdi(3, 0))
    c.to("enter_failed", asm.beq)
    c.put(asm.mr(28, 3))
    c.call("PyLong_AsUnsignedLongLong")
    c.put(asm.std(3, 496, 1), asm.mr(3, 28))
    c.call("Py_DecRef")
    for offset in (504, 512, 520):
        c.put(asm.ld(3, offset, 1))
        c.call("Py_DecRef")
    c.put(asm.mr(3, 29))
    c.call("PyGILState_Release")
    c.put(asm.lwz(3, 480, 1), asm.addi(4, 1, 484))
    c.call("pthread_setcancelstate")
    c.call("errno_location")
    c.put(asm.lwz(4, 488, 1), asm.stw(4, 0, 3))
    c.put(asm.li(3, 2), asm.addi(4, 1, 472), asm.li(5, 0), asm.li(6, 8), asm.li(0, _SIGPROCMASK), asm.SC)
    c.put(asm.lfd(0, 464, 1), asm.mtfs(0), asm.lwz(0, 492, 1), asm.mtvrsave(0))
    c.vectors(_LVX, 272, range(2, 14))
    c.put(*(asm.lfd(n, 152 + 8 * n, 1) for n in range(1, 14)))
    c.load(96, *range(3, 11))
    c.put(asm.ld(11, 264, 1), asm.ld(2, 24, 1), asm.ld(12, 496, 1), asm.mtctr(12))
    c.load(560, *_KEPT)
    c.put(asm.addi(1, 1, _FRAME), asm.ld(0, 16, 1), asm.mtlr(0), asm.lwz(0, 8, 1), asm.mtcr(0))
    c.frame(REMEMBER + def_cfa_offset(0) + b"".join(map(restored, (_LR, _CR, *_KEPT))))
    c.put(asm.BCTR)
    c.frame(RESTORE)
    c.label("enter_failed")
    for call in ("PyErr_Fetch", "PyErr_NormalizeException"):
        c.put(asm.addi(3, 1, 504), asm.addi(4, 1, 512), asm.addi(5, 1, 520))
        c.call(call)
    c.address(27, "format_raised")
    c.put(asm.addi(28, 28, -1), asm.cmpdi(28, 0))
    c.to("enter_again", asm.bne)
    c.call("abort")


def _raise(c: _Block) -> None:
    """An answer: r3 the record. Unwinds from its caller."""
    c.begin("raise")
    c.enter(64, 30)
    c.put(asm.addi(30, 12, -c.labels["raise"]))
    c.address(4, "stop")
    c.put(asm.li(5, 0))
    c.call("_Unwind_ForcedUnwind")
    c.call("abort")


def _stop(c: _Block) -> None:
    """libgcc's question at each frame: r6 the record, r7 the context. At a gate: landing, with r31 its frame."""
    c.begin("stop")
    c.enter(80, 28, 29, 30)
    c.put(asm.mr(29, 7), asm.mr(28, 6), asm.addi(30, 12, -c.labels["stop"]), asm.mr(3, 29))
    c.call("_Unwind_GetIP")
    c.address(4, "gate_return")
    c.put(asm.cmpd(3, 4))
    c.to("onward", asm.bne)
    c.put(asm.mr(3, 29), asm.li(4, FRAME_POINTER_REGISTER))
    c.call("_Unwind_GetGR")
    c.put(asm.mr(31, 3), asm.mr(3, 28))
    c.address(12, "landing")
    c.to("landing", asm.b)
    c.label("onward")
    c.put(asm.li(3, 0))
    c.leave(80, 28, 29, 30)
    c.label("return")
    c.put(asm.BLR)


# A gate's frame, from r31: 88 the thread state, 96 r3 .. r10, 160 f1 .. f13, 264 FPSCR, 272 v20 .. v31; below the CFA,
# which is r31 + 768, f14 .. f31 and r14 .. r31.


def _gate(c: _Block) -> None:
    """In: r11 the target, r2 words of stack arguments, r12 this address."""
    nonvolatile = range(14, 32)
    c.begin("gate")
    c.store(-8 * len(nonvolatile), *nonvolatile)
    c.put(*(asm.stfd(n, -144 + 8 * (n - 32), 1) for n in nonvolatile))
    c.put(asm.mflr(0), asm.std(0, 16, 1), asm.mfcr(0), asm.stw(0, 8, 1), asm.stdu(1, -_GATE, 1), asm.mr(31, 1))
    kept = b"".join(saved(n, 8 * (n - 32)) for n in nonvolatile)
    c.frame(def_cfa(31, _GATE) + saved(_LR, 16) + saved(_CR, 8) + kept)
    c.put(asm.addi(30, 12, -c.labels["gate"]), asm.mr(29, 11), asm.mr(28, 2))
    c.store(96, *range(3, 11))
    c.put(*(asm.stfd(n, 152 + 8 * n, 1) for n in range(1, 14)))
    c.put(asm.mffs(0), asm.stfd(0, 264, 1))
    c.vectors(_STVX, 272, range(20, 32))
    c.call("PyEval_SaveThread")
    c.put(asm.std(3, 88, 31))  # in our own parameter area, which nothing that is called from here uses
    # Room for the words, to a multiple of 16 bytes, below it 96 of a new linkage and parameter area.
    c.put(asm.addi(3, 28, 1), asm.rldicr(3, 3, 3, 59), asm.addi(3, 3, 96), asm.neg(3, 3))
    c.put(asm.ld(0, 0, 1), asm.stdux(0, 1, 3))
    c.put(asm.cmpdi(28, 0))
    c.to("gate_copied", asm.beq)
    c.put(asm.mtctr(28), asm.addi(4, 31, _GATE + 88), asm.addi(5, 1, 88))
    c.label("gate_copy")
    c.put(asm.ldu(6, 8, 4), asm.stdu(6, 8, 5))
    c.to("gate_copy", asm.bdnz)
    c.label("gate_copied")
    c.put(*(asm.ld(n, 72 + 8 * n, 31) for n in range(3, 11)))
    c.put(*(asm.lfd(n, 152 + 8 * n, 31) for n in range(1, 14)))
    c.put(asm.mr(12, 29), asm.mtctr(12), asm.BCTRL)
    c.label("gate_return")
    c.put(asm.mr(1, 31), asm.std(3, 96, 1), asm.std(4, 104, 1))
    c.put(*(asm.stfd(n, 152 + 8 * n, 1) for n in range(1, 9)))
    c.put(asm.ld(3, 88, 31))
    c.call("PyEval_RestoreThread")
    c.put(asm.ld(3, 96, 1), asm.ld(4, 104, 1))
    c.put(*(asm.lfd(n, 152 + 8 * n, 1) for n in range(1, 9)))
    c.label("leave_gate")
    c.vectors(_LVX, 272, range(20, 32))
    c.put(asm.addi(1, 1, _GATE), asm.ld(0, 16, 1), asm.mtlr(0), asm.lwz(0, 8, 1), asm.mtcr(0))
    c.put(*(asm.lfd(n, -144 + 8 * (n - 32), 1) for n in nonvolatile))
    c.frame(REMEMBER + def_cfa(1, 0))
    c.load(-8 * len(nonvolatile), *nonvolatile)
    c.frame(b"".join(map(restored, (_LR, _CR, *nonvolatile))))
    c.put(asm.BLR)
    c.frame(RESTORE)
    c.label("landing")
    c.put(asm.mr(1, 31), asm.addi(30, 12, -c.labels["landing"]), asm.mr(28, 3))
    c.put(asm.lfd(0, 264, 1), asm.mtfs(0), asm.ld(3, 88, 1))
    c.call("PyEval_RestoreThread")
    c.put(asm.ld(3, 32, 28), asm.ld(4, 40, 28))
    c.call("PyErr_SetObject")
    c.put(asm.ld(3, 48, 28))
    c.call("Py_DecRef")
    c.put(asm.li(3, 0))
    c.to("leave_gate", asm.b)


def _collect(c: _Block) -> None:
    """libgcc's _Unwind_Backtrace asks: r3 the context, r4 the count, the most, then (IP, CFA, r31) of each frame."""
    c.begin("collect")
    c.enter(96, 27, 28, 29, 30)
    c.put(asm.mr(29, 3), asm.mr(28, 4), asm.addi(30, 12, -c.labels["collect"]))
    c.put(asm.ld(3, 0, 28), asm.ld(4, 8, 28), asm.cmpld(3, 4), asm.mulli(27, 3, 24), asm.li(3, 4))
    c.to("collected", asm.bge)
    c.put(asm.add(27, 27, 28))
    for offset, call in ((16, "_Unwind_GetIP"), (24, "_Unwind_GetCFA"), (32, "_Unwind_GetGR")):
        c.put(asm.mr(3, 29), asm.li(4, FRAME_POINTER_REGISTER))
        c.call(call)
        c.put(asm.std(3, offset, 27))
    c.put(asm.ld(3, 0, 28), asm.addi(3, 3, 1), asm.std(3, 0, 28), asm.li(3, 0))
    c.label("collected")
    c.leave(96, 27, 28, 29, 30)
    c.put(asm.BLR)


def _kernel(c: _Block) -> None:
    """r3 the number of a system call, r4 to r9 its arguments: its result, or the negative of an error's number."""
    c.begin("kernel")
    c.put(asm.mr(0, 3), *(asm.mr(n, n + 1) for n in range(3, 9)), asm.SC, asm.BNSLR, asm.neg(3, 3), asm.BLR)


def _flush(c: _Block) -> None:
    """r3: where two words are, the address and the size of what was written and is going to be run (Power ISA, book II,
    4.3.2). Cache blocks have 128 bytes. Where the size is 0, for the barriers alone."""
    c.begin("flush")
    c.put(asm.ld(4, 0, 3), asm.ld(5, 8, 3), asm.add(5, 5, 4), asm.cmpld(5, 4))
    c.to("flushed", asm.beq)
    c.put(asm.rldicr(4, 4, 0, 56))
    for name, instruction in (("flush_data", asm.dcbst), ("flush_code", asm.icbi)):
        c.put(asm.mr(6, 4))
        c.label(name)
        c.put(instruction(0, 6), asm.addi(6, 6, 128), asm.cmpld(6, 5))
        c.to(name, asm.blt)
        c.put(asm.SYNC)
    c.label("flushed")
    c.put(asm.SYNC, asm.ISYNC, asm.BLR)


def support(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The support block with its words filled in: blob, label offsets, offset of its .eh_frame.

    `words` gives the addresses named in WORDS; CONSTANT_WORDS are added. Position independent, 16-byte alignment.
    """
    return _support().blob(_CIE, WORDS, {**words, **CONSTANT_WORDS})


def cells(address: int, slots: int, first: int, count: int, resolver: int) -> bytes:
    """`count` cells for placing at `address`, numbered from `first`, with their slots from `slots` on.

    RelocationOverflow if a number has more than 32 bits."""
    if first + count > 1 << 32:
        raise RelocationOverflow(f"cell {first + count - 1} at {address:#x}: the number is beyond 0xffffffff")
    out = bytearray()
    tail = (asm.ld(0, 16, 12), asm.mtctr(0), asm.BCTR)
    for i in range(count):
        high = (slots + 8 * i + 0x8000) >> 16
        low = slots + 8 * i - (high << 16)
        *parts, _ = asm.load_address(12, high << 16)
        stub = (asm.std(2, 24, 1), *parts, asm.ld(12, low, 12), asm.mtctr(12), asm.BCTR)
        out += pack("<12IQQ", *stub, *tail, first + i, resolver, 0)
    return bytes(out)


def cells_eh_frame(cells_address: int, address: int, count: int) -> bytes:
    """The .eh_frame, for placing at `address`, of the cells at `cells_address`."""
    return eh_frame(0, [(cells_address - address, count * CELL_SIZE, b"")], _CIE)


def gate(address: int, target: int, stack_words: int, gate_label: int) -> bytes:
    """A gate for placing at `address`: enters `target`, anywhere, with `stack_words` 8-byte words of stack arguments.

    RelocationOverflow if the words do not fit 15 bits."""
    if stack_words > 0x7FFF:
        raise RelocationOverflow(f"gate at {address:#x} into {target:#x}: {stack_words} words of arguments")
    words = (*asm.load_address(11, target), asm.li(2, stack_words), *asm.load_address(12, gate_label))
    return pack("<16I", *words, asm.mtctr(12), asm.BCTR, *[asm.TRAP] * 3)


def interrupted_at(context: int) -> int:
    """The address at which a signal's ucontext_t was interrupted."""
    return c_uint64.from_address(context + 488).value  # uc_mcontext.gp_regs[PT_NIP]


def stack_words(kinds: Iterable[str | int]) -> int:
    """How many 8-byte words of stack arguments a call has at most: ELFv2 ABI, 2.2.4. Every argument has words in the
    parameter area; the first eight are in registers, and so is what there are floating point registers for.

    A kind is "i" (integer or pointer), "f" (float or double), "x" (two doubles), or the size in bytes of an aggregate
    by value."""
    words = 0
    for kind in kinds:
        if isinstance(kind, int):
            words += (words & 1) + (kind + 7) // 8
        else:
            words += 2 if kind == "x" else 1
    return max(0, words - 8)
