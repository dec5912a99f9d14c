"""Relocation types of x86-64 ELF objects: System V psABI, AMD64 supplement 1.0, table 4.9 ("Relocation Types").

Letters, as in the psABI:

    A    the addend                            P    address of the field
    S    address of the symbol                 L    address of a jump to the symbol (a stub will do)
    G    offset of the symbol's GOT entry      GOT  address of the GOT
    Z    size of the symbol

`RELOCATIONS[type]` is the whole truth about a type: what to compute (`kind`), how it is written, what fits and what the
error says. A loop that must be fast takes the same facts as a plain pair:

    kind, write = FIELDS[type]            # every type that read() lets through
    value = ...                           # by kind; REFUSED: raise RELOCATIONS[type].unsupported(symbol, where)
    try:
        write(buffer, offset, value)
    except struct.error:
        raise RELOCATIONS[type].overflow(value, symbol, where) from None
"""

from __future__ import annotations

from struct import Struct, error

from rejit.errors import RelocationOverflow, UnsupportedRelocation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Write: TypeAlias = Callable[[bytearray | memoryview, int, int], None]

# What is computed (`Relocation.kind`). Small ints, so that a loop compares instead of looking up.
NOTHING = 0  #            nothing is written
ABSOLUTE = 1  #           S + A
PC_RELATIVE = 2  #        S + A - P
CALL = 3  #               L + A - P: S serves as L when it is a function in reach
GOT_PC_RELATIVE = 4  #    G + GOT + A - P: the field reaches the entry that holds S
GOT_ENTRY = 5  #          G + A
GOT_OFFSET = 6  #         S + A - GOT
GOT_ADDRESS = 7  #        GOT + A - P: the symbol's name says nothing
CALL_GOT_OFFSET = 8  #    L + A - GOT
TLS_GENERAL = 9  #        the field reaches a pair (module, offset), the argument of __tls_get_addr
TLS_LOCAL = 10  #         the same for (module, 0)
TLS_OFFSET = 11  #        S + A - start of the module's TLS block
TLS_GOT = 12  #           G + GOT + A - P: the entry holds the offset from the thread pointer
SIZE = 13  #              Z + A
REFUSED = 14  #           cannot work in a JIT, or is for a dynamic linker only

EXPRESSIONS = (
    "none",
    "S + A",
    "S + A - P",
    "L + A - P",
    "G + GOT + A - P",
    "G + A",
    "S + A - GOT",
    "GOT + A - P",
    "L + A - GOT",
    "GD entry + A - P",
    "LD entry + A - P",
    "DTPOFF(S) + A",
    "TPOFF entry + A - P",
    "Z + A",
    "refused",
)


def _writer(size: int, low: int, high: int) -> Write:
    """Writes a value of `low..high` into `size` little-endian bytes; struct.error outside."""
    unsigned = Struct("<" + " BH I   Q"[size])
    if low == 0 or high == -low - 1:
        code = unsigned.format
        return Struct(code if low == 0 else code.lower()).pack_into
    mask = (1 << 8 * size) - 1

    def write(buffer: bytearray | memoryview, offset: int, value: int) -> None:
        if not low <= value <= high:
            raise error("value out of range")
        unsigned.pack_into(buffer, offset, value & mask)

    return write


class Relocation:
    """One relocation type.

    `size` bytes at P receive a value of `low..high`, both allowed. A field whose range is neither that of a signed nor
    of an unsigned number of its size takes either (psABI: "word16", "word8"); 64-bit sums are taken modulo 2**64.
    """

    __slots__ = ("high", "kind", "low", "name", "number", "size", "why_refused", "write")

    def __init__(
        self, number: int, name: str, kind: int, size: int, low: int, high: int, why_refused: str = ""
    ) -> None:
        self.number = number
        self.name = "R_X86_64_" + name
        self.kind = kind
        self.size = size
        self.low = low
        self.high = high
        self.why_refused = why_refused
        self.write = _writer(size, low, high) if size else _write_nothing

    def __repr__(self) -> str:
        return f"<{self.name}: {EXPRESSIONS[self.kind]} into {self.size} bytes>"

    def apply(self, buffer: bytearray | memoryview, offset: int, value: int, symbol: str = "", where: str = "") -> None:
        """Writes `value` at `offset`.

        Raises RelocationOverflow outside low..high, and UnsupportedRelocation for a refused type.
        """
        if self.kind == REFUSED:
            raise self.unsupported(symbol, where)
        if not self.low <= value <= self.high:
            raise self.overflow(value, symbol, where)
        self.write(buffer, offset, value)

    def overflow(self, value: int, symbol: str, where: str = "") -> RelocationOverflow:
        return RelocationOverflow(
            f"{where + ': ' if where else ''}{self.name} against {symbol!r}: {EXPRESSIONS[self.kind]} = {value:#x} "
            f"is outside {self.low:#x}..{self.high:#x}"
        )

    def unsupported(self, symbol: str, where: str = "") -> UnsupportedRelocation:
        return UnsupportedRelocation(
            f"{where + ': ' if where else ''}{self.name} against {symbol!r}: {self.why_refused or 'not supported'}"
        )


def _write_nothing(buffer: bytearray | memoryview, offset: int, value: int) -> None:
    pass


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
_DESCRIPTOR = "TLS descriptors (-mtls-dialect=gnu2) are not supported; compile with -mtls-dialect=gnu"

_TABLE = (
    Relocation(0, "NONE", NOTHING, *_NO_FIELD),
    Relocation(1, "64", ABSOLUTE, *_ANY64),
    Relocation(2, "PC32", PC_RELATIVE, *_S32),
    Relocation(3, "GOT32", GOT_ENTRY, *_S32),
    Relocation(4, "PLT32", CALL, *_S32),
    Relocation(5, "COPY", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(6, "GLOB_DAT", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(7, "JUMP_SLOT", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(8, "RELATIVE", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(9, "GOTPCREL", GOT_PC_RELATIVE, *_S32),
    Relocation(10, "32", ABSOLUTE, *_U32),
    Relocation(11, "32S", ABSOLUTE, *_S32),
    Relocation(12, "16", ABSOLUTE, *_ANY16),
    Relocation(13, "PC16", PC_RELATIVE, *_S16),
    Relocation(14, "8", ABSOLUTE, *_ANY8),
    Relocation(15, "PC8", PC_RELATIVE, *_S8),
    Relocation(16, "DTPMOD64", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(17, "DTPOFF64", TLS_OFFSET, *_S64),
    Relocation(18, "TPOFF64", REFUSED, *_NO_FIELD, _LOCAL_EXEC),
    Relocation(19, "TLSGD", TLS_GENERAL, *_S32),
    Relocation(20, "TLSLD", TLS_LOCAL, *_S32),
    Relocation(21, "DTPOFF32", TLS_OFFSET, *_S32),
    Relocation(22, "GOTTPOFF", TLS_GOT, *_S32),
    Relocation(23, "TPOFF32", REFUSED, *_NO_FIELD, _LOCAL_EXEC),
    Relocation(24, "PC64", PC_RELATIVE, *_S64),
    Relocation(25, "GOTOFF64", GOT_OFFSET, *_S64),
    Relocation(26, "GOTPC32", GOT_ADDRESS, *_S32),
    Relocation(27, "GOT64", GOT_ENTRY, *_S64),
    Relocation(28, "GOTPCREL64", GOT_PC_RELATIVE, *_S64),
    Relocation(29, "GOTPC64", GOT_ADDRESS, *_S64),
    Relocation(30, "GOTPLT64", GOT_ENTRY, *_S64),
    Relocation(31, "PLTOFF64", CALL_GOT_OFFSET, *_S64),
    Relocation(32, "SIZE32", SIZE, *_U32),
    Relocation(33, "SIZE64", SIZE, *_ANY64),
    Relocation(34, "GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    Relocation(35, "TLSDESC_CALL", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    Relocation(36, "TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    Relocation(37, "IRELATIVE", REFUSED, *_NO_FIELD, _DYNAMIC),
    Relocation(38, "RELATIVE64", REFUSED, *_NO_FIELD, _DYNAMIC),
    # The linker may turn the instruction around these into one that needs no GOT entry; it need not.
    Relocation(41, "GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    Relocation(42, "REX_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    Relocation(43, "CODE_4_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    Relocation(44, "CODE_4_GOTTPOFF", TLS_GOT, *_S32),
    Relocation(45, "CODE_4_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    Relocation(46, "CODE_5_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    Relocation(47, "CODE_5_GOTTPOFF", TLS_GOT, *_S32),
    Relocation(48, "CODE_5_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
    Relocation(49, "CODE_6_GOTPCRELX", GOT_PC_RELATIVE, *_S32),
    Relocation(50, "CODE_6_GOTTPOFF", TLS_GOT, *_S32),
    Relocation(51, "CODE_6_GOTPC32_TLSDESC", REFUSED, *_NO_FIELD, _DESCRIPTOR),
)

RELOCATIONS: dict[int, Relocation] = {relocation.number: relocation for relocation in _TABLE}
FIELDS: dict[int, tuple[int, Write]] = {relocation.number: (relocation.kind, relocation.write) for relocation in _TABLE}

# The types a piece is made with, by their psABI names.
R_X86_64_NONE = 0
R_X86_64_64 = 1
R_X86_64_PC32 = 2


GOTPCRELX = 41


def is_call_through(number: int, code: bytearray, offset: int) -> bool:
    """Whether a GOT entry is only called or jumped through: `call *f@GOTPCREL(%rip)` (ff 15), `jmp *...` (ff 25)."""
    return number == GOTPCRELX and offset >= 2 and code[offset - 2] == 0xFF and code[offset - 1] in (0x15, 0x25)


def describe(number: int, symbol: str, where: str = "") -> Relocation:
    """The descriptor of a type that can be applied. Raises UnsupportedRelocation for refused and unknown types."""
    relocation = RELOCATIONS.get(number)
    if relocation is None:
        raise UnsupportedRelocation(
            f"{where + ': ' if where else ''}relocation type {number} against {symbol!r}: unknown for x86-64"
        )
    if relocation.kind == REFUSED:
        raise relocation.unsupported(symbol, where)
    return relocation
