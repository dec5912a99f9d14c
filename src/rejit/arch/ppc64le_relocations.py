"""Relocation types of PowerPC64 ELF objects, ELFv2: OpenPOWER ABI 1.5, 3.5 ("Relocation Types").

The medium code model's: code reaches data relative to the TOC pointer, r2, in two instructions. A piece's TOC pointer
is the address of the piece; the words of the object's .toc that it uses are copied into it. POWER10's PC-relative code
is switched off (`ppc64le.FEATURES`), and no type of it is here.

`#lo`, `#hi` and `#ha` are the ABI's names for parts of a value: its low 16 bits, the next 16, and those adjusted for a
low half that is added as a signed number.
"""

from __future__ import annotations

from struct import Struct, error, pack

from rejit.arch import ppc64le_code as asm
from rejit.arch.relocation import (
    ABSOLUTE,
    CALL,
    NOTHING,
    PC_RELATIVE,
    REFUSED,
    TLS_GENERAL_TOC,
    TLS_LOCAL_TOC,
    TLS_OFFSET,
    TOC_OFFSET,
    Relocation,
    table,
)
from rejit.errors import UnsupportedRelocation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.arch.relocation import Write

_half, _word = Struct("<H"), Struct("<I")
_RESTORE_TOC = asm.ld(2, 24, 1)


def _part(shift: int, adjust: int, low: int, high: int, step: int = 1) -> Write:
    """Writes 16 bits of a value, (value + adjust) >> shift, into a field whose low bits, below `step`, stay."""

    def write(buffer: bytearray | memoryview, offset: int, value: int) -> None:
        if not low <= value <= high or value % step:
            raise error("value out of range")
        kept = buffer[offset] & step - 1
        _half.pack_into(buffer, offset, value + adjust >> shift & 0xFFFF | kept)

    return write


def _write_call(buffer: bytearray | memoryview, offset: int, value: int) -> None:
    """A branch, and behind it the TOC pointer's restoring, since each function has its own."""
    if not _REACH[0] <= value <= _REACH[1] or value % 4:
        raise error("value out of range")
    (branch,) = _word.unpack_from(buffer, offset)
    _word.pack_into(buffer, offset, branch & ~0x3FFFFFC | value & 0x3FFFFFC)
    behind = _word.unpack_from(buffer, offset + 4)[0] if offset + 8 <= len(buffer) else 0
    if not branch & 1 or behind not in (asm.NOP, _RESTORE_TOC):
        raise UnsupportedRelocation(
            "R_PPC64_REL24: a tail call, or a call with no `nop` behind it for restoring the TOC pointer"
        )
    _word.pack_into(buffer, offset + 4, _RESTORE_TOC)


_REACH = -(1 << 25), (1 << 25) - 4
_S16 = -(1 << 15), (1 << 15) - 1
_S32 = -(1 << 31), (1 << 31) - 1
_HA = -(1 << 31) - 0x8000, (1 << 31) - 0x8001
_ANY = -(1 << 64), 1 << 64


def _parts(number: int, name: str, kind: int, first: str = "") -> list[Relocation]:
    """The 16-bit type of that name and number, and the three that follow it: _LO, _HI, _HA."""
    made = []
    for i, (suffix, shift, adjust, limits) in enumerate(
        ((first, 0, 0, _S16), ("_LO", 0, 0, _ANY), ("_HI", 16, 0, _S32), ("_HA", 16, 0x8000, _HA))
    ):
        write = _part(shift, adjust, *limits)
        made.append(Relocation(number + i, f"R_PPC64_{name}{suffix}", kind, 2, *limits, write=write))
    return made


def _ds(number: int, name: str, kind: int) -> list[Relocation]:
    """The same for instructions whose displacement is a multiple of 4: name_DS, name_LO_DS."""
    return [
        Relocation(number, f"R_PPC64_{name}_DS", kind, 2, *_S16, write=_part(0, 0, *_S16, 4)),
        Relocation(number + 1, f"R_PPC64_{name}_LO_DS", kind, 2, *_ANY, write=_part(0, 0, *_ANY, 4)),
    ]


def _refused(number: int, name: str, why: str) -> Relocation:
    return Relocation(number, f"R_PPC64_{name}", REFUSED, 0, 0, 0, why)


_LOCAL_EXEC = (
    "a thread-local variable at a fixed distance from the thread pointer (initial-exec or local-exec TLS), "
    "which only an executable has; compile with -fPIC (not -fPIE)"
)
_DYNAMIC = "a type for dynamic linkers, not for relocatable objects"

_TABLE = (
    Relocation(0, "R_PPC64_NONE", NOTHING, 0, 0, 0),
    Relocation(1, "R_PPC64_ADDR32", ABSOLUTE, 4, 0, (1 << 32) - 1),
    Relocation(10, "R_PPC64_REL24", CALL, 4, *_REACH, write=_write_call),
    Relocation(26, "R_PPC64_REL32", PC_RELATIVE, 4, *_S32),
    Relocation(38, "R_PPC64_ADDR64", ABSOLUTE, 8, -(1 << 63), (1 << 64) - 1),
    Relocation(44, "R_PPC64_REL64", PC_RELATIVE, 8, -(1 << 63), (1 << 63) - 1),
    *_parts(47, "TOC16", TOC_OFFSET),
    *_ds(63, "TOC16", TOC_OFFSET),
    Relocation(67, "R_PPC64_TLS", NOTHING, 0, 0, 0),
    *_parts(74, "DTPREL16", TLS_OFFSET),
    Relocation(78, "R_PPC64_DTPREL64", TLS_OFFSET, 8, -(1 << 63), (1 << 63) - 1),
    *_parts(79, "GOT_TLSGD16", TLS_GENERAL_TOC),
    *_parts(83, "GOT_TLSLD16", TLS_LOCAL_TOC),
    *_ds(101, "DTPREL16", TLS_OFFSET),
    Relocation(107, "R_PPC64_TLSGD", NOTHING, 0, 0, 0),
    Relocation(108, "R_PPC64_TLSLD", NOTHING, 0, 0, 0),
    *_parts(249, "REL16", PC_RELATIVE),
    *(
        _refused(number, name, _LOCAL_EXEC)
        for number, name in (
            (69, "TPREL16"),
            (70, "TPREL16_LO"),
            (71, "TPREL16_HI"),
            (72, "TPREL16_HA"),
            (73, "TPREL64"),
            (87, "GOT_TPREL16_DS"),
            (88, "GOT_TPREL16_LO_DS"),
            (90, "GOT_TPREL16_HA"),
            (95, "TPREL16_DS"),
            (96, "TPREL16_LO_DS"),
        )
    ),
    *(
        _refused(number, name, _DYNAMIC)
        for number, name in (
            (19, "COPY"),
            (20, "GLOB_DAT"),
            (21, "JMP_SLOT"),
            (22, "RELATIVE"),
            (68, "DTPMOD64"),
            (248, "IRELATIVE"),
        )
    ),
)

RELOCATIONS, FIELDS = table(_TABLE)
FOUR_BYTES = frozenset(number for number, relocation in RELOCATIONS.items() if relocation.size == 4)

CPU = "PowerPC64"  # in messages
ELF_MACHINE = 21  # EM_PPC64
LARGE_SECTION = 0  # no flag says that a section may lie anywhere
WORD = 38  # R_PPC64_ADDR64
DISTANCE = 26  # R_PPC64_REL32
TOC_SECTION, TOC_SYMBOL = ".toc", ".TOC."
CALL_REACH = 0  # every call goes through a thunk, or enters a body where it is made for that
CONSTANTS_APART = False  # whether code may read numbers that lie apart from it: code reaches them in other ways
THUNK_SIZE = 40


PATCH_SIZE = 4  # bytes of the aligned store that changes a call site
DIRECT_SIZE = 32  # of what a body has in front of it
DIRECT_ENTRY = 24  # bytes in front of the body where direct calls enter it


def thunk(target: int, slot: int = 0) -> bytes:
    """What a call leads to: saves the TOC pointer, and enters a function anywhere with r12 its address, which a slot
    may hold. Where there is none the function may be any library's, and one without a frame may wait in the kernel with
    nothing but LR leading back: so that is where a frame would have it, for the search of retired code."""
    enter = (asm.mtctr(12), asm.BCTR)
    if slot:
        high = slot + 0x8000 >> 16
        *parts, _ = asm.load_address(12, high << 16)
        words = (asm.std(2, 24, 1), *parts, asm.ld(12, slot - (high << 16), 12), *enter, asm.TRAP, asm.TRAP)
    else:
        words = (asm.std(2, 24, 1), asm.mflr(0), asm.std(0, 16, 1), *asm.load_address(12, target), *enter)
    return pack("<10I", *words)


def direct_entry(address: int) -> bytes:
    """What saves the caller's TOC pointer and enters the body at `address`, which comes behind it, with r12 its
    address: a branch alone does neither."""
    return pack("<8I", asm.TRAP, asm.TRAP, asm.std(2, 24, 1), *asm.load_address(12, address))


def reaches(field: int, target: int) -> bool:
    """Whether the branch at `field` can lead to `target`."""
    return _REACH[0] <= target - field <= _REACH[1]


def branch(field: int, target: int) -> int:
    """What the word of the call at `field` is when it leads to `target`."""
    return asm.bl(target - field)


def is_call_through(number: int, code: bytearray, offset: int) -> bool:
    """No GOT entry is known to be only called through."""
    return False
