"""Reads ELF relocatable objects of the CPU that is compiled for: System V gABI chapter 4 ("Object Files").

    +------------+----------------------------------+----------------------+
    | ELF header | contents of sections, any order  | section header table |
    +------------+----------------------------------+----------------------+

Tables are read whole by one `struct` call each and stay tuples: an object holds a few dozen functions and is taken
apart between a compile and a call, so nothing here makes an object a field or an entry. Whatever bytes come in, the
only error is BadObject: offsets, indices and counts are checked here, users of an ElfObject do not check them again.
"""

from __future__ import annotations

from struct import Struct, iter_unpack

from rejit.arch import ELF_MACHINES, target_types
from rejit.errors import BadObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import TypeAlias

    # (name offset, type, flags, address, offset, size, link, info, align, entry size)
    Section: TypeAlias = tuple[int, int, int, int, int, int, int, int, int, int]
    # (name offset, type | binding << 4, visibility, section, value, size)
    Symbol: TypeAlias = tuple[int, int, int, int, int, int]
    # (offset, type, symbol index, addend)
    Reloc: TypeAlias = tuple[int, int, int, int]

# Elf64_Ehdr: e_ident, type, machine, version, entry, phoff, shoff, flags, ehsize, phentsize, phnum, shentsize, shnum,
# shstrndx
_HEADER = Struct("<16sHHIQQQIHHHHHH")
_SECTION = "<IIQQQQIIQQ"  # Elf64_Shdr
_SYMBOL = "<IBBHQQ"  # Elf64_Sym
_RELA = "<QIIq"  # Elf64_Rela; r_info is type (low half) and symbol (high half)

ET_REL = 1

SHT_PROGBITS = 1
SHT_SYMTAB = 2
SHT_STRTAB = 3
SHT_RELA = 4
SHT_NOTE = 7
SHT_NOBITS = 8
SHT_REL = 9
SHT_GROUP = 17
SHT_SYMTAB_SHNDX = 18

SHF_WRITE = 0x1
SHF_ALLOC = 0x2
SHF_EXECINSTR = 0x4
SHF_MERGE = 0x10
SHF_STRINGS = 0x20
SHF_GROUP = 0x200
SHF_TLS = 0x400
SHF_EXCLUDE = 0x80000000

SHN_UNDEF = 0
SHN_LORESERVE = 0xFF00
SHN_ABS = 0xFFF1
SHN_COMMON = 0xFFF2
SHN_XINDEX = 0xFFFF

STB_LOCAL = 0
STB_GLOBAL = 1
STB_WEAK = 2
STB_GNU_UNIQUE = 10
STT_FUNC = 2
STT_SECTION = 3
STT_TLS = 6
STT_GNU_IFUNC = 10

GRP_COMDAT = 1

# Section numbers of symbols that stand in no section. Objects with more than 65279 sections use the numbers above
# 0xff00 for real ones, so read() moves the reserved ones below zero.
ABSOLUTE = -1
COMMON = -2

# The ABI has no upper bound on an alignment; LLVM IR's is 2**32.
_MAX_ALIGN = 1 << 32


class ElfObject:
    """A checked relocatable object. Index 0 of `sections` and `symbols` is the reserved null entry.

    `places[i]` is the section of symbol i: an index, 0 (undefined), ABSOLUTE or COMMON. Symbols from `first_global` on
    are global or weak. `relocations` has an entry for every section that has any, keyed by the section they change;
    each lies within that section. Names are latin-1, so that every byte but NUL is a character.
    """

    __slots__ = (
        "_section_names",
        "_symbol_names",
        "comdat",
        "data",
        "first_global",
        "places",
        "relocations",
        "sections",
        "symbols",
        "types",
    )

    def __init__(self, data: bytes, types: ModuleType) -> None:
        self.data = data
        self.types = types  # the CPU's relocations
        self.sections: list[Section] = []
        self.symbols: list[Symbol] = [(0, 0, 0, 0, 0, 0)]
        self.places: list[int] = [0]
        self.first_global = 1
        self.relocations: dict[int, list[Reloc]] = {}
        self.comdat: frozenset[int] = frozenset()  # sections that belong to a COMDAT group
        self._section_names = "\0"
        self._symbol_names = "\0"

    def section_name(self, index: int) -> str:
        start = self.sections[index][0]
        return self._section_names[start : self._section_names.index("\0", start)]

    def symbol_name(self, index: int) -> str:
        start = self.symbols[index][0]
        return self._symbol_names[start : self._symbol_names.index("\0", start)]

    def content(self, index: int) -> bytes:
        """The bytes of a section; none for SHT_NOBITS."""
        section = self.sections[index]
        return b"" if section[1] == SHT_NOBITS else self.data[section[4] : section[4] + section[5]]


def read(object_bytes: bytes, *, debug: bool = False) -> ElfObject:
    """Raises BadObject for everything but a well-formed ELF relocatable object of the CPU that is compiled for.

    Relocations of sections that are not loaded (debug information) are read and checked only if `debug` is set.
    """
    elf = ElfObject(object_bytes, target_types())
    _read_sections(elf)
    _read_symbols(elf)
    for index, section in enumerate(elf.sections):
        kind = section[1]
        if kind == SHT_RELA:
            target = section[7]
            if debug or target >= len(elf.sections) or elf.sections[target][2] & SHF_ALLOC:
                _read_relocations(elf, index)
        elif kind == SHT_GROUP:
            _read_group(elf, index)
        elif kind == SHT_REL:
            raise BadObject(f"section {index}: relocations without addends (SHT_REL) are not used on {elf.types.CPU}")
    return elf


def _read_sections(elf: ElfObject) -> None:
    data = elf.data
    if len(data) < _HEADER.size:
        raise BadObject(f"{len(data)} bytes are too few for an ELF header")
    ident, kind, machine, _, _, _, table, _, _, _, _, entry_size, count, names = _HEADER.unpack_from(data)
    if ident[:4] != b"\x7fELF":
        raise BadObject(f"not an ELF object: it starts with {data[:4].hex(' ')}")
    if ident[4:6] != b"\2\1":
        raise BadObject("not a 64-bit little-endian ELF object")
    if machine != elf.types.ELF_MACHINE:
        raise BadObject(f"an object for {ELF_MACHINES.get(machine, f'machine {machine}')}, not for {elf.types.CPU}")
    if kind != ET_REL:
        shown = {2: "an executable", 3: "a shared library", 4: "a core dump"}.get(kind, f"ELF type {kind}")
        raise BadObject(f"{shown}, not a relocatable object (.o)")
    if entry_size != 64:
        raise BadObject(f"section headers of {entry_size} bytes, not 64")
    end = len(data)
    if table == 0 or table + 64 > end:
        raise BadObject(f"the section headers at {table:#x} lie outside the {end:#x} bytes of the object")
    if count == 0 or names == SHN_XINDEX:  # too many sections for the header: section 0 has the numbers
        first: Section = next(iter_unpack(_SECTION, data[table : table + 64]))
        count = count or first[5]
        names = first[6] if names == SHN_XINDEX else names
    if count * 64 > end - table:
        raise BadObject(f"{count} section headers at {table:#x} lie outside the {end:#x} bytes of the object")
    sections: list[Section] = list(iter_unpack(_SECTION, data[table : table + 64 * count]))
    elf.sections = sections
    elf._section_names = _strings(elf, names)
    longest = len(elf._section_names)
    for index, section in enumerate(sections):
        name, kind, _, _, offset, size, _, _, align, _ = section
        if offset + size > end and kind != SHT_NOBITS and kind:
            raise BadObject(f"section {index}: {size:#x} bytes at {offset:#x} lie outside the {end:#x} of the object")
        if name >= longest:
            raise BadObject(f"section {index}: its name lies outside the string table")
        if align & (align - 1) or align > _MAX_ALIGN:
            raise BadObject(f"section {index}: bad alignment {align:#x}")


def _strings(elf: ElfObject, index: int) -> str:
    """A string table, decoded; always ends in NUL."""
    if not 0 < index < len(elf.sections):
        raise BadObject(f"string table in section {index}: there are {len(elf.sections)} sections")
    section = elf.sections[index]
    if section[1] != SHT_STRTAB or section[4] + section[5] > len(elf.data):
        raise BadObject(f"section {index} is not a string table")
    content = elf.content(index)
    if content[-1:] != b"\0":
        raise BadObject(f"string table in section {index} does not end in NUL")
    return content.decode("latin-1")


def _read_symbols(elf: ElfObject) -> None:
    tables = [index for index, section in enumerate(elf.sections) if section[1] == SHT_SYMTAB]
    if not tables:
        return
    if len(tables) > 1:
        raise BadObject("more than one symbol table")
    index = tables[0]
    _, _, _, _, _, size, link, info, _, entry_size = elf.sections[index]
    if entry_size != 24 or size % 24 or not size:
        raise BadObject(f"symbol table of {size} bytes in entries of {entry_size}")
    elf._symbol_names = _strings(elf, link)
    symbols: list[Symbol] = list(iter_unpack(_SYMBOL, elf.content(index)))
    if not 0 < info <= len(symbols):
        raise BadObject(f"symbol table: first global symbol {info} of {len(symbols)}")
    elf.symbols, elf.first_global = symbols, info
    longest, sections, count = len(elf._symbol_names), elf.sections, len(elf.sections)
    elf.places = places = [symbol[3] for symbol in symbols]
    for i, (name, kind, _, place, value, _) in enumerate(symbols):
        if name >= longest:
            raise BadObject(f"symbol {i}: its name lies outside the string table")
        if (kind < 16) != (i < info):
            raise BadObject(f"symbol {i}: binding {kind >> 4} on the wrong side of the first global symbol")
        if place >= SHN_LORESERVE:
            places[i] = place = _reserved_place(elf, index, i, place)
        if place > 0 and (place >= count or value > sections[place][5]):
            raise BadObject(f"symbol {i}: {value:#x} in section {place} does not exist")


def _reserved_place(elf: ElfObject, table: int, symbol: int, place: int) -> int:
    if place == SHN_ABS:
        return ABSOLUTE
    if place == SHN_COMMON:
        return COMMON
    if place == SHN_XINDEX:
        for index, section in enumerate(elf.sections):
            if section[1] == SHT_SYMTAB_SHNDX and section[6] == table:
                return int.from_bytes(elf.content(index)[4 * symbol : 4 * symbol + 4], "little")
    raise BadObject(f"symbol {symbol}: reserved section number {place:#x}")


def _read_relocations(elf: ElfObject, index: int) -> None:
    _, _, _, _, _, size, link, target, _, entry_size = elf.sections[index]
    if not size:
        return
    if entry_size != 24 or size % 24:
        raise BadObject(f"section {index}: {size} bytes of relocations in entries of {entry_size}")
    if not 0 < target < len(elf.sections) or elf.sections[target][1] in (SHT_NOBITS, 0):
        raise BadObject(f"section {index}: relocations for section {target}, which has no contents")
    if not 0 < link < len(elf.sections) or elf.sections[link][1] != SHT_SYMTAB:
        raise BadObject(f"section {index}: its relocations' symbol table is section {link}, which is none")
    relocations: list[Reloc] = list(iter_unpack(_RELA, elf.content(index)))
    room, count, four_bytes = elf.sections[target][5], len(elf.symbols), elf.types.FOUR_BYTES
    for offset, kind, symbol, _ in relocations:
        if offset + 4 > room or symbol >= count or kind not in four_bytes:
            _check_relocation(elf, target, offset, kind, symbol)
    if target in elf.relocations:
        relocations = elf.relocations[target] + relocations
    elf.relocations[target] = relocations


def _check_relocation(elf: ElfObject, target: int, offset: int, kind: int, symbol: int) -> None:
    where = f"section {target} ({elf.section_name(target)})+{offset:#x}"
    if symbol >= len(elf.symbols):
        raise BadObject(f"{where}: relocation against symbol {symbol} of {len(elf.symbols)}")
    relocation = elf.types.RELOCATIONS.get(kind)
    if relocation is None:
        raise BadObject(f"{where}: relocation type {kind} does not exist on {elf.types.CPU}")
    if offset + relocation.size > elf.sections[target][5]:
        raise BadObject(f"{where}: {relocation.name} lies outside the section's {elf.sections[target][5]:#x} bytes")


def _read_group(elf: ElfObject, index: int) -> None:
    content = elf.content(index)
    if len(content) % 4 or not content:
        raise BadObject(f"section {index}: a group of {len(content)} bytes")
    flags, *members = (word for (word,) in iter_unpack("<I", content))
    if any(not 0 < member < len(elf.sections) for member in members):
        raise BadObject(f"section {index}: a group with a member that does not exist")
    if flags & GRP_COMDAT:
        elf.comdat |= frozenset(members)
