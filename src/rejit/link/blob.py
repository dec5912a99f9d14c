"""A piece while it is being made: bytes are appended, then relocated; `pieces` says what a piece is."""

from __future__ import annotations

from rejit.errors import LinkError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from rejit.link.eh_frame import Fde

    PieceSymbol: TypeAlias = tuple[str, int, int, int]
    PieceReloc: TypeAlias = tuple[int, int, str, int]
    Piece: TypeAlias = tuple[
        str, str, int, bytes, int, tuple[PieceSymbol, ...], tuple[PieceReloc, ...], tuple[tuple[int, int], ...]
    ]
    # What is copied into each piece that uses it: (section, start, end).
    Entity: TypeAlias = tuple[int, int, int]

NONE = 0  # R_*_NONE, of every CPU

# Bindings of a piece's symbols.
LOCAL = 0  #           known only to pieces that came out of the same split() or whole(); the name starts with NUL
GLOBAL = 1
WEAK = 2  #            gives way to GLOBAL; of several WEAK ones the first counts (weak, linkonce, COMDAT, unique)
COMMON = 3  #          C's tentative definition: gives way to any other; of several the largest counts
BINDING = 0xF  #       mask for the above
HIDDEN = 0x10  #       visible within its module only (hidden and internal visibility)
IFUNC = 0x20  #        the symbol is a resolver: call it once, its result is the address
ABSOLUTE = 0x40  #     `offset` is the value itself, wherever the piece lies

# Padding within a blob larger than this is a mistake in the object rather than a wish.
_MAX_CODE_ALIGN = 1 << 21


class Blob:
    """A piece while it is being made."""

    __slots__ = (
        "align",
        "apart",
        "buffer",
        "companion",
        "frames",
        "kind",
        "label",
        "labels",
        "name",
        "numbers",
        "pending",
        "placed",
        "relocations",
        "size",
        "symbols",
        "unwind",
        "weak",
        "words",
    )

    def __init__(self, kind: str, label: str, name: str = "") -> None:
        self.kind = kind
        self.label = label  # what LOCAL symbols of this piece are called: it, or it + "+offset"
        self.name = name
        self.align = 1
        self.buffer = bytearray()
        self.size = 0  # of what has no content and follows the buffer
        self.symbols: list[PieceSymbol] = []
        self.labels: dict[int, str] = {}  # offset -> LOCAL symbol
        self.relocations: list[PieceReloc] = []
        self.unwind: list[tuple[int, int]] = []
        self.frames: list[tuple[int, Fde]] = []
        self.placed: dict[Entity, int] = {}
        self.pending: list[Entity] = []  # placed, but not yet relocated
        self.words: dict[int, int] = {}  # GOT entries of the piece's own: what an entry points to -> its offset
        self.weak: set[str] = set()  # what it refers to that may stay undefined
        self.apart: tuple[int, bytes] | None = None  # see `pieces`
        self.numbers: list[tuple[int, int, int]] = []  # distances to them: offset, symbol, addend
        self.companion: Blob | None = None  # the constants of a piece to which nothing may be appended

    def reserve(self, align: int) -> int:
        """Pads to `align`; the offset of what is appended next."""
        if align > self.align:
            if align > _MAX_CODE_ALIGN and self.buffer:
                raise LinkError(f"alignment {align:#x} within a piece")
            self.align = align
        buffer = self.buffer
        rest = len(buffer) & (align - 1)
        if rest:
            buffer += bytes(align - rest)
        return len(buffer)

    def label_at(self, offset: int) -> str:
        """A LOCAL symbol for an offset."""
        label = self.labels.get(offset)
        if label is None:
            label = self.labels[offset] = f"{self.label}+{offset:x}" if offset else self.label
            self.symbols.append((label, offset, 0, LOCAL))
        return label

    def word_for(self, target: int, number: int) -> int:
        """A GOT entry of the piece's own: the offset of a word that will hold the address of offset `target`.

        number: the relocation type of such a word."""
        word = self.words.get(target)
        if word is None:
            word = self.words[target] = self.reserve(8)
            self.buffer += bytes(8)
            self.relocations.append((word, number, ".", target))
        return word

    def piece(self) -> Any:
        symbols = self.symbols
        if len(symbols) > 1:
            symbols.sort(key=_by_offset)
        name = self.name or (symbols[0][0] if symbols and symbols[0][3] else self.label)
        if self.weak:
            self.relocations += [(0, NONE, weak, 0) for weak in sorted(self.weak)]
        content = bytes(self.buffer)
        size = self.size or len(content)
        relocations, unwind = tuple(self.relocations), tuple(self.unwind)
        made = self.kind, name, self.align, content, size, tuple(symbols), relocations, unwind
        return made if self.apart is None else (*made, (), self.apart)


def _by_offset(symbol: PieceSymbol) -> tuple[bool, int]:
    return symbol[3] == LOCAL, symbol[1]
