"""Relocation types of AArch64 ELF objects: ELF for the Arm 64-bit Architecture (aaelf64, 2023Q3), 5.7.

The small code model's, position independent, are all served: what code, data and unwind tables of LLVM's have. An
address is made of two instructions, `adrp` for its page of 4096 bytes relative to that of the code, and one that adds,
loads or stores with the 12 bits that are left. Thread-local variables are reached through TLS descriptors (`tlsdesc` of
rejit.arch.aarch64). Besides those the types of `mov` sequences, of short branches and of the tiny model's addresses.

The search of retired code looks for return addresses on stacks. x30 of a function without a frame that waits in the
kernel (`flock`) is on none, and a thread that waits is not stopped to look at it. So a thunk to a library leaves x30
below the stack pointer, at sp-8: such a function does not write there, and the kernel, when it puts a signal's frame
there, writes x29 and x30 at its top, which is that place (`frame_record`, arch/arm64/kernel/signal.c). A page's end is
no concern: sp-8 is where the callee's own frame would be. Through a function pointer there is no thunk: what calls such
a function so, and is replaced by then, must not be freed while it waits. A function may also sign the address that it
returns to (paciasp): `plain` in aarch64_search.h.
"""

from __future__ import annotations

from ctypes import c_uint32
from struct import Struct, error, pack

from rejit.arch import aarch64_code as asm
from rejit.arch.relocation import (
    ABSOLUTE,
    CALL,
    GOT_PAGE,
    GOT_PC_RELATIVE,
    GOT_WORD,
    NOTHING,
    PAGE,
    PC_RELATIVE,
    REFUSED,
    TLS_DESCRIPTOR,
    TLS_DESCRIPTOR_PAGE,
    Relocation,
    table,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_word = Struct("<I")
_ANY = -(1 << 64), 1 << 64


def _code(
    number: int,
    name: str,
    kind: int,
    low: int,
    high: int,
    field: int,
    encode: Callable[[int], int],
    step: int = 1,
) -> Relocation:
    """A type whose value goes into the bits `field` of an instruction; it is a multiple of `step`, in low..high."""

    def write(buffer: bytearray | memoryview, offset: int, value: int) -> None:
        if not low <= value <= high or value % step:
            raise error("value out of range")
        (word,) = _word.unpack_from(buffer, offset)
        _word.pack_into(buffer, offset, word & ~field | encode(value) & field)

    return Relocation(number, f"R_AARCH64_{name}", kind, 4, low, high, write=write)


def _branch(number: int, name: str, kind: int, bits: int, first: int) -> Relocation:
    """A signed distance in instructions, in `bits` bits from bit `first` on."""
    high = (1 << bits + 1) - 4
    return _code(number, name, kind, -high - 4, high, (1 << bits) - 1 << first, lambda value: value >> 2 << first, 4)


def _adr(value: int) -> int:
    return (value & 3) << 29 | (value >> 2 & 0x7FFFF) << 5


def _adrp(number: int, name: str, kind: int, checked: bool = True) -> Relocation:
    """Pages of 4096 bytes into the 21 bits of `adrp`: 4 GiB to either side."""
    low, high = (-(1 << 32), (1 << 32) - 4096) if checked else _ANY
    return _code(number, name, kind, low, high, 0x60FFFFE0, lambda value: _adr(value >> 12), 4096)


def _low12(number: int, name: str, kind: int, scale: int = 0) -> Relocation:
    """An address's low 12 bits, in units of what is loaded or stored; it must be a multiple of that."""
    return _code(number, name, kind, *_ANY, 0x3FFC00, lambda value: (value & 0xFFF) >> scale << 10, 1 << scale)


def _movw(number: int, name: str, kind: int, part: int, low: int, high: int) -> Relocation:
    """16 bits of a value for `movz` or `movk`."""
    return _code(number, name, kind, low, high, 0x1FFFE0, lambda value: value >> 16 * part << 5)


def _movw_signed(number: int, name: str, kind: int, part: int) -> Relocation:
    """16 bits for `movz`, which becomes `movn` of the complement for a negative value."""
    limit = 1 << 16 * (part + 1)

    def encode(value: int) -> int:
        bits = (value if value >= 0 else ~value) >> 16 * part & 0xFFFF
        return bits << 5 | (value >= 0) << 30

    low, high = (-limit, limit - 1) if part < 3 else _ANY
    return _code(number, name, kind, low, high, 0x401FFFE0, encode)


def _movw_family(first: int, name: str, kind: int) -> list[Relocation]:
    """G0, G0_NC, G1, G1_NC, G2, G2_NC, G3 of signed values: the checked ones may be `movn`, the others `movk`."""
    made = []
    for part in range(4):
        made.append(_movw_signed(first + 2 * part, f"MOVW_{name}_G{part}", kind, part))
        if part < 3:
            made.append(_movw(first + 2 * part + 1, f"MOVW_{name}_G{part}_NC", kind, part, *_ANY))
    return made


def _refused(number: int, name: str, why: str) -> Relocation:
    return Relocation(number, f"R_AARCH64_{name}", REFUSED, 0, 0, 0, why)


_EXECUTABLE = (
    "a thread-local variable at a fixed distance from the thread pointer (initial-exec or local-exec TLS), "
    "which only an executable has; compile with -fPIC (not -fPIE)"
)
_TRADITIONAL = "thread-local variables are reached through descriptors; compile with -mtls-dialect=desc"
_TINY_GOT = "a GOT of at most 32 KiB (-fpic) is not made; compile with -fPIC"
_TINY_TLS = "TLS descriptors of the tiny and large code models are not made; compile with -mcmodel=small"
_DYNAMIC = "a type for dynamic linkers, not for relocatable objects"

_S32 = -(1 << 31), (1 << 31) - 1
_S64 = -(1 << 63), (1 << 63) - 1
_ADR = -(1 << 20), (1 << 20) - 1

_TABLE = (
    Relocation(0, "R_AARCH64_NONE", NOTHING, 0, 0, 0),
    Relocation(256, "R_AARCH64_NONE", NOTHING, 0, 0, 0),  # withdrawn, and still to be accepted
    Relocation(257, "R_AARCH64_ABS64", ABSOLUTE, 8, -(1 << 63), (1 << 64) - 1),
    Relocation(258, "R_AARCH64_ABS32", ABSOLUTE, 4, -(1 << 31), (1 << 32) - 1),
    Relocation(259, "R_AARCH64_ABS16", ABSOLUTE, 2, -(1 << 15), (1 << 16) - 1),
    Relocation(260, "R_AARCH64_PREL64", PC_RELATIVE, 8, *_S64),
    # Up to 2**32 by the ABI: but unwind and jump tables, which have it, read it as a signed number.
    Relocation(261, "R_AARCH64_PREL32", PC_RELATIVE, 4, *_S32),
    Relocation(262, "R_AARCH64_PREL16", PC_RELATIVE, 2, -(1 << 15), (1 << 16) - 1),
    _movw(263, "MOVW_UABS_G0", ABSOLUTE, 0, 0, (1 << 16) - 1),
    _movw(264, "MOVW_UABS_G0_NC", ABSOLUTE, 0, *_ANY),
    _movw(265, "MOVW_UABS_G1", ABSOLUTE, 1, 0, (1 << 32) - 1),
    _movw(266, "MOVW_UABS_G1_NC", ABSOLUTE, 1, *_ANY),
    _movw(267, "MOVW_UABS_G2", ABSOLUTE, 2, 0, (1 << 48) - 1),
    _movw(268, "MOVW_UABS_G2_NC", ABSOLUTE, 2, *_ANY),
    _movw(269, "MOVW_UABS_G3", ABSOLUTE, 3, *_ANY),
    _movw_signed(270, "MOVW_SABS_G0", ABSOLUTE, 0),
    _movw_signed(271, "MOVW_SABS_G1", ABSOLUTE, 1),
    _movw_signed(272, "MOVW_SABS_G2", ABSOLUTE, 2),
    _branch(273, "LD_PREL_LO19", PC_RELATIVE, 19, 5),
    _code(274, "ADR_PREL_LO21", PC_RELATIVE, *_ADR, 0x60FFFFE0, _adr),
    _adrp(275, "ADR_PREL_PG_HI21", PAGE),
    _adrp(276, "ADR_PREL_PG_HI21_NC", PAGE, checked=False),
    _low12(277, "ADD_ABS_LO12_NC", ABSOLUTE),
    _low12(278, "LDST8_ABS_LO12_NC", ABSOLUTE),
    _branch(279, "TSTBR14", PC_RELATIVE, 14, 5),
    _branch(280, "CONDBR19", PC_RELATIVE, 19, 5),
    _branch(282, "JUMP26", CALL, 26, 0),
    _branch(283, "CALL26", CALL, 26, 0),
    _low12(284, "LDST16_ABS_LO12_NC", ABSOLUTE, 1),
    _low12(285, "LDST32_ABS_LO12_NC", ABSOLUTE, 2),
    _low12(286, "LDST64_ABS_LO12_NC", ABSOLUTE, 3),
    *_movw_family(287, "PREL", PC_RELATIVE),
    _low12(299, "LDST128_ABS_LO12_NC", ABSOLUTE, 4),
    _branch(309, "GOT_LD_PREL19", GOT_PC_RELATIVE, 19, 5),
    _adrp(311, "ADR_GOT_PAGE", GOT_PAGE),
    _low12(312, "LD64_GOT_LO12_NC", GOT_WORD, 3),
    Relocation(314, "R_AARCH64_PLT32", CALL, 4, *_S32),
    Relocation(315, "R_AARCH64_GOTPCREL32", GOT_PC_RELATIVE, 4, *_S32),
    _adrp(562, "TLSDESC_ADR_PAGE21", TLS_DESCRIPTOR_PAGE),
    _low12(563, "TLSDESC_LD64_LO12", TLS_DESCRIPTOR, 3),
    _low12(564, "TLSDESC_ADD_LO12", TLS_DESCRIPTOR),
    Relocation(569, "R_AARCH64_TLSDESC_CALL", NOTHING, 0, 0, 0),  # marks the `blr`, for linkers that change it
    _refused(310, "LD64_GOTOFF_LO15", _TINY_GOT),
    _refused(313, "LD64_GOTPAGE_LO15", _TINY_GOT),
    *(_refused(number, f"TLSGD ({number})", _TRADITIONAL) for number in range(512, 517)),
    *(_refused(number, f"TLSLD ({number})", _TRADITIONAL) for number in range(517, 539)),
    *(_refused(number, f"TLSIE ({number})", _EXECUTABLE) for number in range(539, 544)),
    *(_refused(number, f"TLSLE ({number})", _EXECUTABLE) for number in range(544, 560)),
    *(_refused(number, f"TLSDESC ({number})", _TINY_TLS) for number in (560, 561, 565, 566, 567, 568)),
    *(
        _refused(number, name, _DYNAMIC)
        for number, name in (
            (1024, "COPY"),
            (1025, "GLOB_DAT"),
            (1026, "JUMP_SLOT"),
            (1027, "RELATIVE"),
            (1028, "TLS_DTPMOD64"),
            (1029, "TLS_DTPREL64"),
            (1030, "TLS_TPREL64"),
            (1031, "TLSDESC"),
            (1032, "IRELATIVE"),
        )
    ),
)

RELOCATIONS, FIELDS = table(_TABLE)
FOUR_BYTES = frozenset(number for number, relocation in RELOCATIONS.items() if relocation.size == 4)

CPU = "AArch64"  # in messages
ELF_MACHINE = 183  # EM_AARCH64
LARGE_SECTION = 0  # no flag says that a section may lie anywhere
WORD = 257  # R_AARCH64_ABS64
DISTANCE = 261  # R_AARCH64_PREL32
TOC_SECTION = TOC_SYMBOL = ""  # there is none
CALL_REACH = 1 << 27  # bytes: R_AARCH64_CALL26
CONSTANTS_APART = False  # whether code may read numbers that lie apart from it: code reaches them in other ways
THUNK_SIZE = 24
PATCH_SIZE = 4  # bytes of the aligned store that changes a call site
DIRECT_SIZE = DIRECT_ENTRY = 0  # bodies are entered directly as they are entered through a slot
_BRANCH = 0x3FFFFFF  # where the distance of `b` and `bl` is


def thunk(target: int, slot: int = 0) -> bytes:
    """What a call leads to: goes where a slot says, or to a function anywhere, and then leaves x30 for the search. x16
    may be lost between a call and what it enters (AAPCS64, 6.1.1)."""
    if slot:
        return pack("<4IQ", asm.ldr_l(16, 16), asm.ldr(16, 16), asm.br(16), asm.BRK, slot)
    return pack("<4IQ", asm.stur(30, asm.SP, -8), asm.ldr_l(16, 12), asm.br(16), asm.BRK, target)


def is_call_through(number: int, code: bytearray, offset: int) -> bool:
    """No GOT entry is known to be only called through."""
    return False


def reaches(field: int, target: int) -> bool:
    """Whether the branch at `field` can lead to `target`."""
    return -CALL_REACH <= target - field < CALL_REACH


def branch(field: int, target: int) -> int:
    """What the word of the call at `field`, which is read, is when it leads to `target`: `bl`, or `b` of a tail call,
    stays what it is."""
    return c_uint32.from_address(field).value & ~_BRANCH | asm.b(target - field) & _BRANCH
