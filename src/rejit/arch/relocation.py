"""What a relocation type is, whatever the CPU; each CPU's table (`x86_64_relocations` and so on) is made of these.

Letters, as in the psABIs:

    A    the addend                            P    address of the field
    S    address of the symbol                 L    address of a jump to the symbol (a stub will do)
    G    offset of the symbol's GOT entry      GOT  address of the GOT
    Z    size of the symbol                    TOC  what the TOC pointer holds: the address of the piece

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

from ctypes import c_uint64
from struct import Struct, error

from rejit.errors import RelocationOverflow, UnsupportedRelocation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType
    from typing import Protocol, TypeAlias

    Write: TypeAlias = Callable[[bytearray | memoryview, int, int], None]

    class Names(Protocol):
        """Where a module's names are: what a value is computed from."""

        addresses: dict[str, int]  # what is known already: names within reach
        got_base: int  # what large-model code calls _GLOBAL_OFFSET_TABLE_

        def resolve(self, name: str) -> int:
            """The address of a name, which may lie anywhere; 0 for a weak reference to nothing."""

        def got(self, name: str, address: int) -> int:
            """The address of a word, within reach, that holds `address`."""

        def words(self, key: str, contents: Callable[[], tuple[int, ...]]) -> int:
            """The address of words, within reach, that hold `contents()`: one address for a key, which no name is."""

        def label(self, name: str) -> int:
            """The address of a label of the support block."""

        def tls_pair(self, name: str) -> int:
            """The address of the two words that `__tls_get_addr` takes for a thread-local variable."""

        def tls_start(self, name: str) -> int:
            """The same for the begin of the block that the variable lies in."""

    # (names, symbol, addend, address of the piece, address of the field) -> what goes into the field
    Value: TypeAlias = Callable[[Names, str, int, int, int], int]

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
TOC_OFFSET = 15  #        S + A - TOC
TLS_GENERAL_TOC = 16  #   TLS_GENERAL, relative to the TOC pointer
TLS_LOCAL_TOC = 17  #     TLS_LOCAL, relative to the TOC pointer
PAGE = 18  #              Page(S + A) - Page(P), pages being of 4096 bytes whatever the kernel's are
GOT_PAGE = 19  #          Page(G + GOT + A) - Page(P)
GOT_WORD = 20  #          G + GOT + A
TLS_DESCRIPTOR_PAGE = 21  # Page(D) - Page(P): D is the argument of a TLS descriptor's function, `arch.tlsdesc`
TLS_DESCRIPTOR = 22  #    D

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
    "S + A - TOC",
    "GD entry + A - TOC",
    "LD entry + A - TOC",
    "Page(S + A) - Page(P)",
    "Page(G + GOT + A) - Page(P)",
    "G + GOT + A",
    "Page(TLS descriptor + A) - Page(P)",
    "TLS descriptor + A",
)


def _address(names: Names, symbol: str, piece: int) -> int:
    """The symbol "." is the piece."""
    return piece if symbol == "." else names.addresses.get(symbol) or names.resolve(symbol)


def _got(names: Names, symbol: str) -> int:
    return names.got(symbol, _address(names, symbol, 0))


def _descriptor(names: Names, symbol: str) -> int:
    """A thread-local variable's TLS descriptor: the function, `__tls_get_addr`'s argument, and `__tls_get_addr`."""

    def contents() -> tuple[int, ...]:
        return names.label("tlsdesc"), names.tls_pair(symbol), names.resolve("__tls_get_addr")

    return names.words(f"\0{symbol}", contents)


def _page(address: int) -> int:
    return address & -4096


# What is computed for each kind but the four that the linker has in its loop. A kind that no CPU had is a line here.
VALUES: dict[int, Value] = {
    GOT_ENTRY: lambda names, symbol, a, piece, p: _got(names, symbol) + a - names.got_base,
    GOT_OFFSET: lambda names, symbol, a, piece, p: _address(names, symbol, piece) + a - names.got_base,
    GOT_ADDRESS: lambda names, symbol, a, piece, p: names.got_base + a - p,
    CALL_GOT_OFFSET: lambda names, symbol, a, piece, p: _address(names, symbol, piece) + a - names.got_base,
    TLS_GENERAL: lambda names, symbol, a, piece, p: names.tls_pair(symbol) + a - p,
    TLS_LOCAL: lambda names, symbol, a, piece, p: names.tls_start(symbol) + a - p,
    TLS_OFFSET: lambda names, symbol, a, piece, p: c_uint64.from_address(names.tls_pair(symbol) + 8).value + a,
    TOC_OFFSET: lambda names, symbol, a, piece, p: _address(names, symbol, piece) + a - piece,
    TLS_GENERAL_TOC: lambda names, symbol, a, piece, p: names.tls_pair(symbol) + a - piece,
    TLS_LOCAL_TOC: lambda names, symbol, a, piece, p: names.tls_start(symbol) + a - piece,
    PAGE: lambda names, symbol, a, piece, p: _page(_address(names, symbol, piece) + a) - _page(p),
    GOT_PAGE: lambda names, symbol, a, piece, p: _page(_got(names, symbol) + a) - _page(p),
    GOT_WORD: lambda names, symbol, a, piece, p: _got(names, symbol) + a,
    TLS_DESCRIPTOR_PAGE: lambda names, symbol, a, piece, p: _page(_descriptor(names, symbol) + a) - _page(p),
    TLS_DESCRIPTOR: lambda names, symbol, a, piece, p: _descriptor(names, symbol) + a,
}
# Kinds that within one piece need nothing but where field and symbol are in it, and the piece's own address.
FROM_FIELD = (PC_RELATIVE, CALL)
FROM_PIECE = (TOC_OFFSET,)
OF_ADDRESSES = (ABSOLUTE, PAGE)


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
    `write` is for fields that are part of an instruction, whose other bits stay; struct.error outside low..high.
    """

    __slots__ = ("high", "kind", "low", "name", "number", "size", "why_refused", "write")

    def __init__(
        self,
        number: int,
        name: str,
        kind: int,
        size: int,
        low: int,
        high: int,
        why_refused: str = "",
        write: Write | None = None,
    ) -> None:
        self.number = number
        self.name = name
        self.kind = kind
        self.size = size
        self.low = low
        self.high = high
        self.why_refused = why_refused
        self.write = write or (_writer(size, low, high) if size else _write_nothing)

    def __repr__(self) -> str:
        return f"<{self.name}: {EXPRESSIONS[self.kind]} into {self.size} bytes>"

    def apply(self, buffer: bytearray | memoryview, offset: int, value: int, symbol: str = "", where: str = "") -> None:
        """Writes `value` at `offset`.

        Raises RelocationOverflow outside low..high and for what is not aligned, UnsupportedRelocation for a refused
        type.
        """
        if self.kind == REFUSED:
            raise self.unsupported(symbol, where)
        if not self.low <= value <= self.high:
            raise self.overflow(value, symbol, where)
        try:
            self.write(buffer, offset, value)
        except error:
            raise self.overflow(value, symbol, where) from None

    def overflow(self, value: int, symbol: str, where: str = "") -> RelocationOverflow:
        inside = self.low <= value <= self.high  # and so no multiple of what the field counts in
        return RelocationOverflow(
            f"{where + ': ' if where else ''}{self.name} against {symbol!r}: {EXPRESSIONS[self.kind]} = {value:#x} "
            f"is {'not aligned, inside' if inside else 'outside'} {self.low:#x}..{self.high:#x}"
        )

    def unsupported(self, symbol: str, where: str = "") -> UnsupportedRelocation:
        return UnsupportedRelocation(
            f"{where + ': ' if where else ''}{self.name} against {symbol!r}: {self.why_refused or 'not supported'}"
        )


def _write_nothing(buffer: bytearray | memoryview, offset: int, value: int) -> None:
    pass


def table(relocations: Iterable[Relocation]) -> tuple[dict[int, Relocation], dict[int, tuple[int, Write]]]:
    """RELOCATIONS and FIELDS of a CPU."""
    by_number = {relocation.number: relocation for relocation in relocations}
    return by_number, {number: (made.kind, made.write) for number, made in by_number.items()}


def describe(types: ModuleType, number: int, symbol: str, where: str = "") -> Relocation:
    """The descriptor of a type that can be applied. Raises UnsupportedRelocation for refused and unknown types."""
    relocation: Relocation | None = types.RELOCATIONS.get(number)
    if relocation is None:
        raise UnsupportedRelocation(
            f"{where + ': ' if where else ''}relocation type {number} against {symbol!r}: unknown for {types.CPU}"
        )
    if relocation.kind == REFUSED:
        raise relocation.unsupported(symbol, where)
    return relocation
