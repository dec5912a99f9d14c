"""Hot triggers on AArch64 (rejit.runtime.ring says what records and rings are; x86_64_hot.py has their layout).

    jit_recompile_hot(x0 record)                           answers 0: go on here
    jit_loop_hot(x0 record, x1 loop, x2 budget)            answers the loop's continuation, or 0
    hot_entry                                              in: x16 the body, its record 64 bytes before it

The first two are called as C functions are. `hot_entry` stands between a caller and the body, and changes x16, x17 and
the flags: the system call that wakes the reader, which zeroes predicates and the upper parts of Z registers (Linux,
"Scalable Vector Extension support", 5), has them saved where the CPU has any."""

from __future__ import annotations

from struct import pack

from rejit.arch import aarch64_code as asm
from rejit.arch.aarch64_registers import has_sve, vectors
from rejit.arch.code import Code
from rejit.arch.frames import cie, def_cfa, def_cfa_offset, restored, saved

RING_ENTRIES = 1024
HOT_WORDS = ("ring",)
FUTEX = 98  # the number of the system call
ENTRY_SIZE = 64  # of what counts calls, in front of a body
ENTRY_OFFSET = 16  # where callers enter it
_CIE = cie(30, def_cfa(31, 0))
_INDEX_BITS = RING_ENTRIES.bit_length() - 1
_FRAME = 112  # of hot_entry


def _count(c: Code, name: str) -> None:
    """x8: the word at x7, before 1 was added to it. The order of other accesses is not touched."""
    c.label(name)
    c.put(asm.ldxr(8, 7), asm.add(9, 8, 1), asm.stxr(10, 9, 7))
    c.to(name, lambda distance: asm.cbnz_w(10, distance))


def _push(c: Code, name: str, sve: bool = False) -> None:
    """An entry into the ring: x0 the record, x5 the loop's bits. Keeps x0 and x1; x2 to x10 are lost."""
    c.put(asm.ldr(6, 0, 16), asm.orr(5, 5, 6))
    c.to("ring", lambda distance: asm.ldr_l(7, distance))
    _count(c, f"{name}_head")
    c.put(asm.ubfx(8, 8, 0, _INDEX_BITS), asm.add_r(8, 7, 8, 3), asm.str_(5, 8, 64))
    c.put(asm.DMB_ISH)  # the reader tells that it sleeps, and then looks at the head once more
    c.put(asm.ldr_w(9, 7, 8))
    c.to(f"{name}_pushed", lambda distance: asm.cbz_w(9, distance))
    c.put(asm.str_w(asm.XZR, 7, 8), asm.mov(9, 0), asm.mov(10, 1))
    if sve:
        vectors(c, asm.str_z, asm.str_p)
    c.put(asm.add(0, 7, 8), asm.movz(1, 1), asm.movz(2, 1), asm.movz(8, FUTEX), asm.SVC)  # FUTEX_WAKE one
    if sve:
        vectors(c, asm.ldr_z, asm.ldr_p)
    c.put(asm.mov(0, 9), asm.mov(1, 10))
    c.label(f"{name}_pushed")


def _used_up(c: Code, name: str, sve: bool = False) -> None:
    """A budget of calls is used up: it becomes what the record says, and is an entry."""
    c.put(asm.ldr_w(4, 0, 12), asm.str_w(4, 0), asm.movz(5, 0))
    _push(c, name, sve)


def hot(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The hot-trigger runtime with HOT_WORDS filled in: blob, labels, offset of its .eh_frame. Position independent."""
    sve = has_sve()
    c = Code()
    c.begin("jit_recompile_hot")
    c.put(asm.BTI_C)
    _used_up(c, "calls")
    c.put(asm.movz(0, 0), asm.RET)

    c.begin("jit_loop_hot")
    c.put(asm.BTI_C, asm.ldr_w(6, 0, 8), asm.str_w(6, 2), asm.uxtw(1, 1))
    c.put(asm.ldr_w(6, 0, 4), asm.subs_w(6, 6, 1), asm.str_w(6, 0, 4))
    c.to("loop_answer", asm.b_pl)
    c.put(asm.ldr_w(6, 0, 12), asm.str_w(6, 0, 4), asm.add(5, 1, 1), asm.orr(5, asm.XZR, 5, 56))
    _push(c, "loop")
    c.label("loop_answer")
    c.put(asm.add_r(6, 0, 1, 3), asm.ldr(0, 6, 24))
    c.to("loop_answered", lambda distance: asm.cbz(0, distance))
    c.to("ring", lambda distance: asm.ldr_l(7, distance))
    c.put(asm.add(7, 7, 16))
    _count(c, "loop_entered")
    c.label("loop_answered")
    c.put(asm.RET)

    c.begin("hot_entry")
    kept = [(r, r + 1, 8 * r) for r in range(0, 10, 2)]
    c.put(asm.BTI_C, asm.sub(asm.SP, asm.SP, _FRAME))
    c.frame(def_cfa_offset(_FRAME))
    c.put(asm.stp(29, 30, asm.SP, 96))
    c.frame(saved(29, -16) + saved(30, -8))
    c.put(asm.add(29, asm.SP, 96))
    c.frame(def_cfa(29, 16))
    c.put(*(asm.stp(*pair[:2], asm.SP, pair[2]) for pair in kept), asm.stp(10, 16, asm.SP, 80))
    c.put(asm.sub(0, 16, ENTRY_SIZE), asm.ldr(0, 0))
    _used_up(c, "entry", sve)
    c.put(*(asm.ldp(*pair[:2], asm.SP, pair[2]) for pair in kept), asm.ldp(10, 16, asm.SP, 80))
    c.put(asm.ldp(29, 30, asm.SP, 96))
    c.frame(def_cfa(31, _FRAME) + restored(29) + restored(30))
    c.put(asm.add(asm.SP, asm.SP, _FRAME))
    c.frame(def_cfa_offset(0))
    c.put(asm.br(16))
    return c.blob(_CIE, HOT_WORDS, words)


def counted_entry(address: int, record: int, hot_entry: int) -> bytes:
    """What counts the calls of the body at `address + ENTRY_SIZE`, for placing at `address`: two words, then code that
    changes x16, x17 and the flags, and leaves x16 the body's address if the budget is used up."""
    code = (
        asm.BTI_C,
        asm.ldr_l(16, -20),  # the record
        asm.ldr_w(17, 16),
        asm.subs_w(17, 17, 1),
        asm.str_w(17, 16),
        asm.b_pl(28),  # to the body
        asm.ldr_l(17, -32),  # hot_entry
        asm.adr(16, 20),  # the body
        asm.br(17),
        *[asm.NOP] * 3,
    )
    return pack("<QQ12I", record, hot_entry, *code)
