"""Relocation types of x86-64 ELF objects: System V psABI, AMD64 supplement 1.0, table 4.9 ("Relocation Types")."""

from __future__ import annotations

from rejit.arch.relocation import (
    ABSOLUTE,
    CALL,
    CALL_GOT_OFFSET,
    GOT_ADDRESS,
    GOT_ENTRY,
    GOT_OFFSET,
    GOT_PC_RELATIVE,
    NOTHING,
    PC_RELATIVE,
    REFUSED,
    SIZE,
    TLS_GENERAL,
    TLS_GOT,
    TLS_LOCAL,
    TLS_OFFSET,
    Relocation,
    table,
)

_S32 = (4, -(1 << 31), (1 << 31) - 1)
_U32 = (4, 0, (1 << 32) - 1)
_ANY64 = (8, -(1 << 63), (1 << 64) - 1)
_S64 = (8, -(1 << 63), (1 << 63) - 1)
_ANY16 = (2, -(1 << 15), (1 << 16) - 1)
_ANY8 = (1, -(1 << 7), (1 << 8) - 1)
_S16 = (2, -(1 << 15), (1 << 15) - 1)
_S8 = (1, -(1 << 7), (1 << 7) - 1)
_NO_FIELD = (0, 0, 0)

_DYNAMIC = "a type for dynamic linkers, not for relocatable objects"
_LOCAL_EXEC = (
    "a thread-local variable at a fixed distance from the thread pointer (local-exec TLS), "
    "which only an executable has; compile with -fPIC (not -fPIE)"
)
_INITIAL_EXEC = (
    "a thread-local variable at a distance from the thread pointer that is known when the program starts "
    "(initial-exec TLS); compile with -ftls-model=global-dynamic"
)
_DESCRIPTOR = "TLS descriptors (-mtls-dialect=gnu2) are not supported; compile with -mtls-dialect=gnu"


def _relocation(number: int, name: str, kind: int, size: int, low: int, high: int, why_refused: str = "") -> Relocation:
    return Relocation(number, f"R_X86_64_{name}", kind, size, low, high, why_refused)


_TABLE = (
    _relocation(0, "NONE", NOTHING, *_NO_FIELD),
    _relocation(1, "64", ABSOLUTE, *_ANY64),
    _relocation(2, "PC32", PC_RELATIVE, *_S32),
    _relocation(3, "GOT32", GOT_ENTRY, *_S32),
    _relocation(4, "PLT32", CALL, *_S32),
    _relocation(5, "COPY", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(6, "GLOB_DAT", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(7, "JUMP_SLOT", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(8, "RELATIVE", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(9, "GOTPCREL", GOT_PC_RELATIVE, *_S32),
    _relocation(10, "32", ABSOLUTE, *_U32),
    _relocation(11, "32S", ABSOLUTE, *_S32),
    _relocation(12, "16", ABSOLUTE, *_ANY16),
    _relocation(13, "PC16", PC_RELATIVE, *_S16),
    _relocation(14, "8", ABSOLUTE, *_ANY8),
    _relocation(15, "PC8", PC_RELATIVE, *_S8),
    _relocation(16, "DTPMOD64", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(17, "DTPOFF64", TLS_OFFSET, *_S64),
    _relocation(18, "TPOFF64", REFUSED, *_NO_FIELD, _LOCAL_EXEC),
    _relocation(19, "TLSGD", TLS_GENERAL, *_S32),
    _relocation(20, "TLSLD", TLS_LOCAL, *_S32),
    _relocation(21, "DTPOFF32", TLS_OFFSET, *_S32),
    _relocation(22, "GOTTPOFF", TLS_GOT, *_S32, _INITIAL_EXEC),
    _relocation(23, "TPOFF32", REFUSED, *_NO_FIELD, _LOCAL_EXEC),
    _relocation(24, "PC64", PC_RELATIVE, *_S64),
    _relocation(25, "GOTOFF64", GOT_OFFSET, *_S64),
    _relocation(26, "GOTPC32", GOT_ADDRESS, *_S32),
    _relocation(27, "GOT64", GOT_ENTRY, *_S64),
    _relocation(28, "GOTPCREL64", GOT_PC_RELATIVE, *_S64),
    _relocation(29, "GOTPC64", GOT_ADDRESS, *_S64),
    _relocation(30, "GOTPLT64", GOT_ENTRY, *_S64),
    _relocation(31, "PLTOFF64", CALL_GOT_OFFSET, *_S64),
    _relocation(32, "SIZE32", SIZE, *_U32),
    _relocation(33, "SIZE64", SIZE, *_ANY64),
    _relocation(34, "GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    _relocation(35, "TLSDESC_CALL", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    _relocation(36, "TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    _relocation(37, "IRELATIVE", REFUSED, *_NO_FIELD, _DYNAMIC),
    _relocation(38, "RELATIVE64", REFUSED, *_NO_FIELD, _DYNAMIC),
    # The linker may turn the instruction around these into one that needs no GOT entry; it need not.
    _relocation(41, "GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    _relocation(42, "REX_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    _relocation(43, "CODE_4_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    _relocation(44, "CODE_4_GOTTPOFF", TLS_GOT, *_S32, _INITIAL_EXEC),
    _relocation(45, "CODE_4_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    _relocation(46, "CODE_5_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    _relocation(47, "CODE_5_GOTTPOFF", TLS_GOT, *_S32, _INITIAL_EXEC),
    _relocation(48, "CODE_5_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    _relocation(49, "CODE_6_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    _relocation(50, "CODE_6_GOTTPOFF", TLS_GOT, *_S32, _INITIAL_EXEC),
    _relocation(51, "CODE_6_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
)

RELOCATIONS, FIELDS = table(_TABLE)
FOUR_BYTES = frozenset(number for number, relocation in RELOCATIONS.items() if relocation.size == 4)

CPU = "x86-64"  # in messages
ELF_MACHINE = 62  # EM_X86_64
LARGE_SECTION = 0x10000000  # SHF_X86_64_LARGE: a flag of sections that may lie anywhere in the address space
WORD = 1  # R_X86_64_64: the address of a symbol in 8 bytes
DISTANCE = 2  # R_X86_64_PC32: the distance to it in 4 bytes, which anything may have
TOC_SECTION = TOC_SYMBOL = ""  # there is none
CALL_REACH = 0x7FF00000  # bytes: what is farther away is called through a stub
CONSTANTS_APART = True  # whether code may read numbers that lie apart from it: distances reach all of a session's code
THUNK_SIZE = 0  # calls need none
PATCH_SIZE = 8  # bytes of the aligned store that changes a call site
DIRECT_SIZE = DIRECT_ENTRY = 0  # bodies are entered directly as they are entered through a slot


def branch(field: int, target: int) -> int:
    """The displacement at `field` of a call that leads to `target`."""
    return target - field - 4


GOTPCRELX = 41


def is_call_through(number: int, code: bytearray, offset: int) -> bool:
    """Whether a GOT entry is only called or jumped through: `call *f@GOTPCREL(%rip)` (ff 15), `jmp *...` (ff 25)."""
    return number == GOTPCRELX and offset >= 2 and code[offset - 2] == 0xFF and code[offset - 1] in (0x15, 0x25)
