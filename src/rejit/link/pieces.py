"""Takes compiled objects apart into pieces, the units that are placed, linked and freed.

One object holds a batch of functions, each in a COMDAT of its own, so that LLVM gave each its own sections. Sections
tied together by relocations that name no global symbol (section symbols, local labels) only work at a fixed distance
from each other: such a connected component becomes one piece. Three kinds of section would tie everything to
everything, and do not count:

    .eh_frame              parsed; a piece gets the FDEs of its functions and a copy of their CIEs
    mergeable constants    (.rodata.cst16, .rodata.str1.1) each constant a piece uses is copied into it
    private constants      the symbols named in `constants`, and the words that unwind tables reach type information and
                           personality routines through: copied likewise, with their own relocations

A code piece is one blob, position independent in itself:

    +-------+-------------------+------------+-------------------+-------------------------+
    | .text | jump tables, LSDA | constants  | words holding an  | .eh_frame: CIE, FDEs,   |
    |       |                   |            | address           | 4 zero bytes            |
    +-------+-------------------+------------+-------------------+-------------------------+

Behind it stand the numbers of LLVM's constant pools, where code reads them by their distance.

A piece is a plain tuple, which `marshal` can write:

    (kind, name, align, content, size, symbols, relocations, unwind)

kind         "code"   text with all it needs, to be made readable and executable
             "ro"     constants; may have relocations
             "rw"     initialised variables
             "bss"    `size` zero bytes, content is b""
             "tls"    the initial image of thread-local variables: content, then zeros up to size
             "large"  data that may lie anywhere in the address space (.ldata, .lbss, .lrodata)
             "debug"  a .debug_* section, unsplit; only on request
name         the first symbol defined in it; "section:NAME" for what must stand in one contiguous range with all other
             pieces of that name, in the order given (`__start_NAME`, `__stop_NAME`, .init_array); and for "debug" the
             name of the section
symbols      (name, offset, size, binding). The binding is LOCAL, GLOBAL, WEAK or COMMON, with the flags HIDDEN, IFUNC
             and ABSOLUTE: see `blob`. The symbol "" is the piece's .eh_frame: offset, and length with the terminator.
relocations  (offset, type, symbol, addend): those that are left. The symbol "." is the address of the piece itself. One
             of type 0 (R_*_NONE) changes nothing: it says that its symbol may stay undefined, its address then
             being 0 (a weak reference).
unwind       (offset, length) of every range of code that the piece's .eh_frame describes

A code piece may have two elements more (`with_debug`, `split(apart=True)`):

debug        (name, content, relocations) of every .debug_* section of its object; a relocation against another of them
             names it as "\\0" + its name
apart        (start, fields): from `start` on its content is numbers that may as well lie elsewhere, up to 2 GiB away:
             the distances in 4 bytes at the offsets `fields`, packed as native 32-bit ints, are all that leads there
"""

from __future__ import annotations

from binascii import crc32
from bisect import bisect_left
from struct import Struct, error

from rejit.arch import relocation as _kinds
from rejit.arch.relocation import describe
from rejit.errors import BadObject, LinkError
from rejit.link import elf as _elf
from rejit.link.blob import (
    ABSOLUTE,
    COMMON,
    GLOBAL,
    HIDDEN,
    IFUNC,
    LOCAL,
    WEAK,
    Blob,
)
from rejit.link.components import Components, root

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.link.blob import Entity, Piece
    from rejit.link.elf import ElfObject, Reloc

_MAX_ZEROS = 1 << 24  # a copied constant is small
APART_FROM = 128  # bytes of numbers: with fewer, code is as dense with them as without

_put32 = Struct("<i").pack_into
_put_u32 = Struct("<I").pack_into
_u32 = Struct("=I").pack


def split(
    object_bytes: bytes, constants: frozenset[str] = frozenset(), *, debug: bool = False, apart: bool = False
) -> list[Piece]:
    """The pieces of an object that LLVM made from a partition: a code piece a function, a data piece a variable.

    `constants` are symbols of which every piece may have its own copy. With `apart` code pieces with many numbers say
    where these are. Raises BadObject for damaged objects, and LinkError (RelocationOverflow, UnsupportedRelocation) for
    those that cannot be linked.
    """
    splitter = _Splitter(_elf.read(object_bytes, debug=debug), constants, foreign=False)
    splitter.apart = apart
    try:
        return splitter.split(debug)
    except error as cause:  # a field that begins in a CIE, a constant or a variable and ends behind it
        raise BadObject(f"a relocation reaches beyond what it changes: {cause}") from None


def with_debug(pieces: list[Piece]) -> list[tuple[Any, ...]]:
    """The code pieces of an object, each with all "debug" pieces in it, and the others."""
    debug = tuple((piece[1], piece[3], piece[6]) for piece in pieces if piece[0] == "debug")
    kept: list[tuple[Any, ...]] = [piece for piece in pieces if piece[0] != "debug"]
    return [(*piece[:8], debug, *piece[9:]) if debug and piece[0] == "code" else piece for piece in kept]


def whole(object_bytes: bytes, *, debug: bool = False, local_names: bool = False) -> list[Piece]:
    """The pieces of an object from any compiler: one a kind (and one a custom section), nothing left out or assumed.

    With `local_names` the object's own local symbols are among those of the pieces too, as LOCAL."""
    splitter = _Splitter(_elf.read(object_bytes, debug=debug), frozenset(), foreign=True)
    if local_names:
        splitter.keep_local_names()
    try:
        return splitter.whole(debug)
    except error as cause:
        raise BadObject(f"a relocation reaches beyond what it changes: {cause}") from None


class _Splitter(Components):
    """One object on its way into pieces."""

    __slots__ = ("apart", "homes", "local_names", "numbers", "pieces")

    def __init__(self, elf: ElfObject, constants: frozenset[str], *, foreign: bool) -> None:
        super().__init__(elf, constants, foreign=foreign)
        self.apart = False  # whether code pieces say which of their constants may lie apart
        self.numbers: dict[int, int] = {}  # mergeable sections of what code reads by its distance, and nothing keeps
        self.homes: dict[int, tuple[Blob, int]] = {}  # where a section was put
        self.local_names: dict[int, list[tuple[str, int, int]]] = {}  # section -> (name, value, size)
        self.pieces: list[Piece] = []

    def keep_local_names(self) -> None:
        """Have local functions and variables named in the pieces, for callers who look them up."""
        elf = self.elf
        for i in range(1, elf.first_global):
            _, info, _, _, value, size = elf.symbols[i]
            if self.places[i] > 0 and info & 15 <= _elf.STT_FUNC and (name := elf.symbol_name(i)):
                self.local_names.setdefault(self.places[i], []).append((name, value, size))

    # ---- the two ways to take an object apart

    def split(self, debug: bool) -> list[Piece]:
        code, data = self.classify()
        if self.elf.types.CONSTANTS_APART:
            relocated = self.elf.relocations
            self.numbers = {i: size for i, size in self.mergeable.items() if size > 0 and i not in relocated}
        self.tame_type_tables(data)
        parent, linked = self.components(code, data)
        groups: dict[int, list[int]] = {}
        for section in code + data:
            groups.setdefault(root(parent, section), []).append(section)
        texts = frozenset(code)
        for members in groups.values():
            if len(members) > 1 or members[0] in texts or members[0] in linked or members[0] in self.custom:
                self._emit(members, texts)
            else:
                self._emit_variables(members[0])
        for section in self.mergeable:
            if section in self.section_symbols:
                self._emit_variables(section)
        return self._finish(debug)

    def whole(self, debug: bool) -> list[Piece]:
        code, data = self.classify()
        self._emit(code + data, frozenset(code))
        return self._finish(debug)

    def _finish(self, debug: bool) -> list[Piece]:
        for i in self.others:
            name, (_, _, _, _, value, size) = self.names[i] or "", self.elf.symbols[i]
            if self.places[i] == _elf.COMMON:
                if value & (value - 1):
                    raise BadObject(f"{name}: bad alignment {value:#x}")
                self.pieces.append(("bss", name, value or 1, b"", size, ((name, 0, size, COMMON),), (), ()))
            else:
                absolute = (name, value, size, self._binding(i) | ABSOLUTE)
                self.pieces.append(("ro", name, 1, b"", 0, (absolute,), (), ()))
        if debug:
            self._emit_debug()
        return self.pieces

    # ---- making pieces

    def _emit(self, members: list[int], texts: frozenset[int]) -> None:
        """The pieces of one component: as a rule one."""
        if not members:
            return
        owner = self._owner(members)
        outs: dict[str, Blob] = {}
        sections = self.elf.sections
        if len(members) > 1:  # code first, zeros last
            members.sort(key=lambda i: (i not in texts, sections[i][1] == _elf.SHT_NOBITS, i))
        has_code = members[0] in texts
        for index in members:
            kind = "code" if index in texts else self._kind(index, has_code)
            custom = self.custom.get(index)
            key = kind if custom is None else f"{kind} {custom}"
            if key == "large" and sections[index][1] == _elf.SHT_NOBITS:
                key = "large zeros"
            out = outs.get(key)
            if out is None:
                out = outs[key] = Blob(kind, f"\0{key}{owner}", f"section:{custom}" if custom else "")
            self._put(out, index)
        for index in members:
            if index in self.elf.relocations:
                out, base = self.homes[index]
                self._relocate(out, base, self.elf.relocations[index])
        self._complete(list(outs.values()))

    def _owner(self, members: list[int]) -> str:
        """What makes the LOCAL symbols of a component unlike those of any other in its module or session."""
        if self.foreign:
            return f":{crc32(self.elf.data):08x}"
        for index in members:
            for _, _, symbol in self.section_symbols.get(index, ()):
                return f":{self.names[symbol]}"
        return f":{members[0]}"

    def _kind(self, index: int, has_code: bool) -> str:
        _, section_type, flags, _, _, _, _, _, _, _ = self.elf.sections[index]
        if flags & _elf.SHF_TLS:
            return "tls"
        if flags & self.elf.types.LARGE_SECTION:
            return "large"
        if section_type == _elf.SHT_NOBITS:
            return "bss"
        if flags & _elf.SHF_WRITE and not self.elf.section_name(index).startswith(".data.rel.ro"):
            return "rw"
        return "code" if has_code and index not in self.custom else "ro"

    def _put(self, out: Blob, index: int) -> None:
        """Appends a section to a piece, with its symbols and FDEs."""
        _, kind, _, _, offset, size, _, _, align, _ = self.elf.sections[index]
        align = align or 1
        if kind == _elf.SHT_NOBITS:
            out.align = max(out.align, align)
            base = -(-(out.size or len(out.buffer)) // align) * align
            out.size = base + size
        else:
            base = out.reserve(align)
            out.buffer += self.elf.data[offset : offset + size]
        self.homes[index] = (out, base)
        symbols = self.section_symbols.get(index)
        if symbols:
            for value, symbol_size, i in symbols:
                out.symbols.append((self.names[i] or "", base + value, symbol_size, self._binding(i)))
        for name, value, symbol_size in self.local_names.get(index, ()):
            out.symbols.append((name, base + value, symbol_size, LOCAL))
        frames = self.fdes.get(index)
        if frames:
            out.frames += frames

    def _binding(self, i: int) -> int:
        _, info, other, _, _, _ = self.elf.symbols[i]
        bind = info >> 4
        if bind == _elf.STB_GLOBAL:
            binding = WEAK if self.foreign and self.places[i] in self.elf.comdat else GLOBAL
        elif bind in (_elf.STB_WEAK, _elf.STB_GNU_UNIQUE):
            binding = WEAK
        else:
            raise BadObject(f"symbol {self.elf.symbol_name(i)}: unknown binding {bind}")
        if other & 3 in (1, 2):  # STV_INTERNAL, STV_HIDDEN
            binding |= HIDDEN
        if info & 15 == _elf.STT_GNU_IFUNC:
            binding |= IFUNC
        return binding

    def _emit_variables(self, index: int) -> None:
        """A piece a variable, for a section that is referred to by symbols only. What has no symbol is unreachable."""
        _, section_type, _, _, start, _, _, _, section_align, _ = self.elf.sections[index]
        extents = [(*self.extent(self.names[i] or "", index, value, size)[1:], i)
                   for value, size, i in self.section_symbols.get(index, ())]  # fmt: skip
        extents.sort()
        kind = "ro" if index in self.mergeable else self._kind(index, has_code=False)
        offsets, relocations = self.in_order(index)
        at = 0
        while at < len(extents):
            low, high, _ = extents[at]
            past = at + 1
            while past < len(extents) and (extents[past][0] < high or extents[past][0] == low):  # aliases
                high = max(high, extents[past][1])
                past += 1
            out = Blob(kind, f"\0{kind}:{self.names[extents[at][2]]}")
            out.align = min(section_align or 1, low & -low or section_align or 1)
            if section_type == _elf.SHT_NOBITS:
                out.size = high - low
            else:
                out.buffer += self.elf.data[start + low : start + high]
            for value, end, i in extents[at:past]:
                out.symbols.append((self.names[i] or "", value - low, end - value, self._binding(i)))
            self._relocate(out, -low, relocations[bisect_left(offsets, low) : bisect_left(offsets, high)])
            self._complete([out])
            at = past

    def _complete(self, outs: list[Blob]) -> None:
        """Relocates what was copied, appends .eh_frame; the pieces are then done."""
        for out in outs:  # grows: companions
            self._drain(out)
            if out.frames:
                self._append_frames(out)
            if out.numbers:
                self._append_numbers(out)
            if out.companion is not None:
                outs.append(out.companion)
                out.companion = None
        self.pieces += [out.piece() for out in outs]

    def _drain(self, out: Blob) -> None:
        pending = out.pending
        while pending:
            entity = pending.pop()
            section, start, end = entity
            offsets, relocations = self.in_order(section)
            mine = relocations[bisect_left(offsets, start) : bisect_left(offsets, end)]
            self._relocate(out, out.placed[entity] - start, mine)

    def _append_frames(self, out: Blob) -> None:
        """.eh_frame for the code of a piece. The words that lead to personality routines must be placed before it."""
        for section, cie in sorted({(section, fde[2]) for section, fde in out.frames}):
            for _, _, symbol, addend in self.cies[section][cie][1]:
                if self.names[symbol] is None:
                    self._locate(out, symbol, addend)
        self._drain(out)
        start = out.reserve(8)
        buffer, homes, values = out.buffer, self.homes, self.values
        copies: dict[tuple[int, int], int] = {}
        for section, (fde_start, fde_end, cie, length, relocations) in out.frames:
            content = self.elf.sections[section][4]
            copy = copies.get((section, cie))
            if copy is None:
                copy = copies[section, cie] = len(buffer)
                cie_end, cie_relocations, _ = self.cies[section][cie]
                buffer += self.elf.data[content + cie : content + cie_end]
                self._relocate(out, copy - cie, cie_relocations)
            at = len(buffer)
            buffer += self.elf.data[content + fde_start : content + fde_end]
            _put_u32(buffer, at, fde_end - fde_start - 4)
            _put_u32(buffer, at + 4, at + 4 - copy)
            self._relocate(out, at - fde_start, relocations)
            _, _, symbol, addend = relocations[0]
            out.unwind.append((homes[self.places[symbol]][1] + values[symbol] + addend, length))
        buffer += b"\0\0\0\0"
        out.symbols.append(("", start, len(buffer) - start, LOCAL))

    # ---- relocations

    def _relocate(self, out: Blob, base: int, relocations: list[Reloc]) -> None:
        """Applies or keeps the relocations of something that was put at `base`."""
        names, places, values, entities, homes = self.names, self.places, self.values, self.entities, self.homes
        buffer, keep, weak, distance = out.buffer, out.relocations.append, self.weak, self.elf.types.DISTANCE
        toc = self.elf.types.TOC_SYMBOL
        numbers, symbols = self.numbers if out.kind == "code" else {}, self.elf.symbols
        for offset, kind, symbol, addend in relocations:
            name = names[symbol]
            offset += base
            if name is not None:
                if name == toc:  # of a piece it is where it begins
                    describe(self.elf.types, kind, name).apply(buffer, offset, addend - offset, name)
                    continue
                keep((offset, kind, name, addend))
                if weak and name in weak:
                    out.weak.add(name)
                continue
            if kind == distance and symbol not in entities:  # jump tables, pc_begin
                place = places[symbol]
                if place in numbers and symbols[symbol][1] & 15 != _elf.STT_SECTION:
                    out.numbers.append((offset, symbol, addend))
                    continue
                home = homes.get(place)
                if home is not None and home[0] is out:
                    try:
                        _put32(buffer, offset, home[1] + values[symbol] + addend - offset)
                        continue
                    except error:
                        pass  # _relocate_local says what is wrong
            self._relocate_local(out, offset, kind, symbol, addend)

    def _relocate_local(self, out: Blob, offset: int, number: int, symbol: int, addend: int) -> None:
        relocation = describe(self.elf.types, number, self.describe_symbol(symbol), out.name or out.label[1:])
        kind = relocation.kind
        if kind == _kinds.NOTHING:
            return
        where, target = self.describe_symbol(symbol), 0
        if self.places[symbol] <= 0:
            if kind != _kinds.ABSOLUTE:
                raise LinkError(f"{relocation.name} against {where}, which has no place in memory")
            relocation.apply(out.buffer, offset, self.values[symbol] + addend, where)
            return
        if kind == _kinds.SIZE and symbol < len(self.elf.symbols):
            relocation.apply(out.buffer, offset, self.elf.symbols[symbol][5] + addend, where)
            return
        home, target, addend = self._locate(out, symbol, addend)
        if home is not out:
            out.relocations.append((offset, number, home.label_at(target), addend))
        elif kind in _kinds.FROM_FIELD:
            relocation.apply(out.buffer, offset, target + addend - offset, where)
        elif kind in _kinds.FROM_PIECE:
            relocation.apply(out.buffer, offset, target + addend, where)
        elif kind in _kinds.OF_ADDRESSES:
            out.relocations.append((offset, number, ".", target + addend))
        elif kind == _kinds.GOT_PC_RELATIVE:
            relocation.apply(out.buffer, offset, out.word_for(target, self.elf.types.WORD) + addend - offset, where)
        else:
            out.relocations.append((offset, number, out.label_at(target), addend))

    def _append_numbers(self, out: Blob) -> None:
        """The numbers that a code piece reads, and the distances to them; nothing comes after that."""
        elf, content, places, buffer = self.elf, bytearray(), self.places, out.buffer
        known: dict[int, int] = {}
        symbols = sorted(
            dict.fromkeys(symbol for _, symbol, _ in out.numbers), key=lambda symbol: -elf.sections[places[symbol]][8]
        )
        strictest = 1
        for symbol in symbols:
            section, start, end = self._mergeable_at(places[symbol], value := self.values[symbol])
            _, _, _, _, begin, _, _, _, section_align, _ = elf.sections[section]
            align = min(section_align or 1, start & -start or section_align or 1)
            if align > strictest:
                strictest = align
            content += bytes(-len(content) & align - 1)
            known[symbol] = len(content) + value - start
            content += elf.data[begin + start : begin + end]
        first = out.reserve(strictest)
        buffer += content
        for offset, symbol, addend in out.numbers:
            _put32(buffer, offset, first + known[symbol] + addend - offset)
        if self.apart and len(content) >= APART_FROM:
            out.apart = first, b"".join([_u32(offset) for offset, _, _ in out.numbers])

    def _locate(self, out: Blob, symbol: int, addend: int) -> tuple[Blob, int, int]:
        """Where a symbol not referred to by name lies for `out`: piece, offset, and what is left of the addend."""
        place, value = self.places[symbol], self.values[symbol]
        entity = self.entities.get(symbol)
        if entity is not None:
            home, start = self._copy(out, entity)
            return home, start, addend
        if place in self.mergeable:
            # A section symbol's addend says which constant is meant (LLVM uses none where that would be ambiguous).
            if symbol < len(self.elf.symbols) and self.elf.symbols[symbol][1] & 15 == _elf.STT_SECTION:
                value, addend = value + addend, 0
            entity = self._mergeable_at(place, value)
            home, start = self._copy(out, entity)
            return home, start + value - entity[1], addend
        entity = self.copied.get(place)
        if entity is not None:
            home, start = self._copy(out, entity)
            return home, start + value, addend
        if place not in self.homes:
            raise LinkError(f"a reference to {self.describe_symbol(symbol)}, which is in a section that is not kept")
        home, base = self.homes[place]
        return home, base + value, addend

    def _mergeable_at(self, section: int, offset: int) -> Entity:
        entry_size = self.mergeable[section]
        _, _, _, _, start, size, _, _, _, _ = self.elf.sections[section]
        if not 0 <= offset < size:
            raise BadObject(f"{self.elf.section_name(section)}+{offset:#x}: outside its {size:#x} bytes")
        if entry_size > 0:
            low = offset - offset % entry_size
            return section, low, min(low + entry_size, size)
        data, width = self.elf.data, -entry_size
        if width == 1:
            low = (data.rfind(b"\0", start, start + offset) + 1 or start) - start
            high = (data.find(b"\0", start + offset, start + size) + 1 or start + size) - start
            return section, low, high
        zero, low = bytes(width), offset - offset % width
        high = low
        while low and data[start + low - width : start + low] != zero:
            low -= width
        while high < size and data[start + high : start + high + width] != zero:
            high += width
        return section, low, min(high + width, size)

    def _copy(self, out: Blob, entity: Entity) -> tuple[Blob, int]:
        """A piece's own copy of a constant: the piece, or one beside it if that must not grow; and the offset there."""
        if out.kind in ("tls", "bss") or out.size or out.name:
            if out.companion is None:
                out.companion = Blob("ro", f"{out.label}.constants")
            out = out.companion
        at = out.placed.get(entity)
        if at is None:
            section, start, end = entity
            _, kind, _, _, content, _, _, _, align, _ = self.elf.sections[section]
            at = out.reserve(min(align or 1, start & -start or align or 1))
            if kind == _elf.SHT_NOBITS:
                if end - start > _MAX_ZEROS:
                    raise LinkError(f"a constant of {end - start:#x} zero bytes")
                out.buffer += bytes(end - start)
            else:
                out.buffer += self.elf.data[content + start : content + end]
            out.placed[entity] = at
            if section in self.elf.relocations:
                out.pending.append(entity)
        return out, at

    # ---- debug information

    def _emit_debug(self) -> None:
        """The .debug_* sections, unsplit. An address becomes symbol + offset, another such section "\\0.debug_x"."""
        for index, section in enumerate(self.elf.sections):
            name = self.elf.section_name(index)
            if section[2] & _elf.SHF_ALLOC or not name.startswith(".debug_"):
                continue
            out = Blob("debug", f"\0{name}", name)
            out.buffer += self.elf.content(index)
            out.symbols.append((f"\0{name}", 0, section[5], LOCAL))
            for offset, kind, symbol, addend in self.elf.relocations.get(index, ()):
                place = self.places[symbol]
                target = self.names[symbol] or (self.elf.section_name(place) if place > 0 else "")
                if self.names[symbol] is None:
                    addend += self.values[symbol]
                    if target.startswith(".debug_"):
                        target = f"\0{target}"
                    elif place in self.section_symbols:
                        value, _, named = min(self.section_symbols[place])
                        target, addend = self.names[named] or "", addend - value
                    else:
                        continue  # of something that was copied or left out
                out.relocations.append((offset, kind, target, addend))
            self.pieces.append(out.piece())
