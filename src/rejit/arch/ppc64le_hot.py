"""Hot triggers on PowerPC64 (rejit.runtime.ring says what records and rings are; x86_64_hot.py has their layout).

    jit_recompile_hot(r3 record)                           answers 0: go on here
    jit_loop_hot(r3 record, r4 loop, r5 budget)            answers the loop's continuation, or 0
    hot_entry                                              in: r12 the body, its record 64 bytes before it

None of them uses a TOC, r12 or a frame, so they may be called in any way; what must outlive the system call that wakes
the reader lies below the stack pointer, in the 288 bytes that belong to a function without a frame."""

from __future__ import annotations

from struct import pack

from rejit.arch import ppc64le_code as asm
from rejit.arch.code import Code
from rejit.arch.frames import cie, def_cfa
from rejit.errors import RelocationOverflow

RING_ENTRIES = 1024
HOT_WORDS = ("ring",)
FUTEX = 221  # the number of the system call
ENTRY_SIZE = 64  # of what counts calls, in front of a body
ENTRY_OFFSET = 16  # where callers enter it
_CIE = cie(65, def_cfa(1, 0))
_INDEX_BITS = RING_ENTRIES.bit_length() - 1


def _count(c: Code, name: str) -> None:
    """r8: the word at r7, before 1 was added to it."""
    c.label(name)
    c.put(asm.ldarx(8, 0, 7), asm.addi(9, 8, 1), asm.stdcx(9, 0, 7))
    c.to(name, asm.bne)


def _push(c: Code, name: str, ring: int) -> None:
    """An entry into the ring: r3 the record, r5 the loop's bits. Keeps r3, r4 and r10 to r12."""
    c.put(asm.ld(6, 16, 3), asm.or_(5, 5, 6), *asm.load_address(7, ring))
    _count(c, f"{name}_head")
    c.put(asm.rldicl(8, 8, 0, 64 - _INDEX_BITS), asm.sldi(8, 8, 3), asm.add(8, 8, 7), asm.std(5, 64, 8))
    c.put(asm.SYNC)  # the reader tells that it sleeps, and then looks at the head once more
    c.put(asm.lwz(9, 8, 7), asm.cmpwi(9, 0))
    c.to(f"{name}_pushed", asm.beq)
    c.put(asm.li(9, 0), asm.stw(9, 8, 7))
    kept = (3, 4, 10, 11, 12)
    c.put(*(asm.std(r, -8 * (i + 1), 1) for i, r in enumerate(kept)))
    c.put(asm.addi(3, 7, 8), asm.li(4, 1), asm.li(5, 1), asm.li(0, FUTEX), asm.SC)  # FUTEX_WAKE one
    c.put(*(asm.ld(r, -8 * (i + 1), 1) for i, r in enumerate(kept)))
    c.label(f"{name}_pushed")


def _used_up(c: Code, name: str, ring: int) -> None:
    """A budget of calls is used up: it becomes what the record says, and is an entry."""
    c.put(asm.lwz(4, 12, 3), asm.stw(4, 0, 3), asm.li(5, 0))
    _push(c, name, ring)


def hot(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The hot-trigger runtime with HOT_WORDS filled in: blob, labels, offset of its .eh_frame. Position independent."""
    ring = words["ring"]
    c = Code()
    c.begin("jit_recompile_hot")
    _used_up(c, "calls", ring)
    c.put(asm.li(3, 0), asm.BLR)

    c.begin("jit_loop_hot")
    c.put(asm.lwz(6, 8, 3), asm.stw(6, 0, 5), asm.rldicl(4, 4, 0, 32))
    c.put(asm.lwz(6, 4, 3), asm.addi(6, 6, -1), asm.stw(6, 4, 3), asm.cmpwi(6, 0))
    c.to("loop_answer", asm.bge)
    c.put(asm.lwz(6, 12, 3), asm.stw(6, 4, 3), asm.addi(5, 4, 1), asm.sldi(5, 5, 56))
    _push(c, "loop", ring)
    c.label("loop_answer")
    c.put(asm.sldi(6, 4, 3), asm.add(6, 6, 3), asm.ld(3, 24, 6), asm.cmpdi(3, 0))
    c.to("loop_answered", asm.beq)
    c.put(*asm.load_address(7, ring + 16))
    _count(c, "loop_entered")
    c.label("loop_answered")
    c.put(asm.BLR)

    c.begin("hot_entry")
    kept = range(3, 11)
    c.put(*(asm.std(r, -48 - 8 * (i + 1), 1) for i, r in enumerate(kept)))
    c.put(asm.ld(3, -ENTRY_SIZE, 12))
    _used_up(c, "entry", ring)
    c.put(*(asm.ld(r, -48 - 8 * (i + 1), 1) for i, r in enumerate(kept)))
    c.put(asm.mtctr(12), asm.BCTR)
    return c.blob(_CIE, (), {})


def counted_entry(address: int, record: int, hot_entry: int) -> bytes:
    """What counts the calls of the body at `address + ENTRY_SIZE`, for placing at `address`: two words, then code that
    leaves r12 the body's address, and only r0, ctr and cr0 changed besides.

    RelocationOverflow if the record is 2 GiB or more away."""
    entry = address + ENTRY_OFFSET
    high = record - entry + 0x8000 >> 16
    low = record - entry - (high << 16)
    if not (asm.fits(high, 16) and asm.fits(-high, 16)):
        raise RelocationOverflow(f"entry at {address:#x}: its record is {record - entry:#x} bytes away, 2 GiB or more")
    code = (
        asm.addis(12, 12, high),
        asm.lwz(0, low, 12),
        asm.addic(0, 0, -1),
        asm.stw(0, low, 12),
        asm.cmpwi(0, 0),
        asm.addis(12, 12, -high),
        asm.addi(12, 12, ENTRY_SIZE - ENTRY_OFFSET),
        asm.bge(20),  # to the body
        asm.ld(0, 8 - ENTRY_SIZE, 12),
        asm.mtctr(0),
        asm.BCTR,
        asm.NOP,
    )
    return pack("<QQ12I", record, hot_entry, *code)
