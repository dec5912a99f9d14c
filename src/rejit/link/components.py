"""Which sections of an object belong together; `pieces` says why that is the question."""

from __future__ import annotations

from bisect import bisect_left

from rejit.errors import BadObject
from rejit.link import elf as _elf
from rejit.link.eh_frame import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.link.blob import Entity
    from rejit.link.eh_frame import Cie, Fde
    from rejit.link.elf import ElfObject, Reloc

# A read-only section without names that several functions use (switch tables made by the optimiser, 64-byte vector
# constants) is copied into each of them up to this size in bytes; a larger one ties them into one piece.
SHARED_COPY_LIMIT = 8192

_STANDARD = (".data", ".bss", ".rodata", ".tdata", ".tbss", ".ldata", ".lbss", ".lrodata", ".gcc_except_table")


class Components:
    """An object with its symbols and sections sorted out.

    Symbols are known by index. `names[i]` is the name of a symbol that pieces refer to by name and None for one that
    has to be resolved here; in that case it lies in an entity, in a mergeable or copied section, or in the same
    component as every reference to it.
    """

    __slots__ = (
        "cies",
        "copied",
        "custom",
        "elf",
        "entities",
        "fdes",
        "foreign",
        "mergeable",
        "names",
        "ordered",
        "others",
        "places",
        "section_symbols",
        "values",
        "weak",
    )

    def __init__(self, elf: ElfObject, constants: frozenset[str], *, foreign: bool) -> None:
        self.elf = elf
        self.names: list[str | None] = [None] * len(elf.symbols)
        self.places = list(elf.places)
        self.values = [symbol[4] for symbol in elf.symbols]
        self.entities: dict[int, Entity] = {}
        self.section_symbols: dict[int, list[tuple[int, int, int]]] = {}  # section -> (value, size, symbol)
        self.others: list[int] = []  # common and absolute symbols
        self.weak: set[str] = set()  # undefined weak symbols
        self.mergeable: dict[int, int] = {}  # section -> entry size; negative for strings
        self.copied: dict[int, Entity] = {}  # sections that are copied whole
        self.custom: dict[int, str] = {}  # sections to be kept contiguous
        self.fdes: dict[int, list[tuple[int, Fde]]] = {}  # section of the code -> (section of the FDE, FDE)
        self.cies: dict[int, dict[int, Cie]] = {}
        self.ordered: dict[int, tuple[list[int], list[Reloc]]] = {}
        self.foreign = foreign  # made by any compiler: nothing is known, nothing left out
        self._name_symbols(constants)

    def _name_symbols(self, constants: frozenset[str]) -> None:
        elf, names, places = self.elf, self.names, self.places
        for i in range(elf.first_global, len(places)):
            name = elf.symbol_name(i)
            place = places[i]
            if place > 0:
                _, _, _, _, value, size = elf.symbols[i]
                if name in constants or name[:7] == "DW.ref.":
                    self.entities[i] = self.extent(name, place, value, size or 8)
                    continue
                self.section_symbols.setdefault(place, []).append((value, size, i))
            elif place == 0:
                if elf.symbols[i][1] >> 4 == _elf.STB_WEAK:
                    self.weak.add(name)
            else:
                self.others.append(i)
            names[i] = name

    def extent(self, name: str, place: int, value: int, size: int) -> Entity:
        if value + size > self.elf.sections[place][5]:
            raise BadObject(f"{name}: {size:#x} bytes at {value:#x} reach beyond the end of their section")
        return place, value, value + size

    def _new_local(self, place: int, value: int) -> int:
        """A local symbol that the object does not have."""
        self.names.append(None)
        self.places.append(place)
        self.values.append(value)
        return len(self.names) - 1

    def classify(self) -> tuple[list[int], list[int]]:
        """The sections that hold code, and those that hold data. Reads .eh_frame; notes mergeable and custom ones."""
        elf = self.elf
        code: list[int] = []
        data: list[int] = []
        for index, (_, kind, flags, _, _, size, _, _, _, entry_size) in enumerate(elf.sections):
            if not flags & _elf.SHF_ALLOC or kind in (0, _elf.SHT_NOTE) or flags & _elf.SHF_EXCLUDE:
                continue
            if flags & _elf.SHF_EXECINSTR and kind != _elf.SHT_NOBITS:
                if size or index in self.section_symbols:
                    code.append(index)
                continue
            if (
                flags & _elf.SHF_MERGE
                and not self.foreign
                and entry_size
                and not flags & _elf.SHF_WRITE
                and kind != _elf.SHT_NOBITS
            ):
                self.mergeable[index] = -entry_size if flags & _elf.SHF_STRINGS else entry_size
                continue
            name = elf.section_name(index)
            if name == ".eh_frame":
                self._read_frames(index)
                continue
            if name == elf.types.TOC_SECTION and not self.foreign:
                self.mergeable[index] = 8  # words that hold an address: each piece gets those it uses
                continue
            if not _is_standard(name):
                self.custom[index] = name
            data.append(index)
        return code, data

    def _read_frames(self, index: int) -> None:
        cies, fdes = parse(self.elf.content(index), self.elf.relocations.get(index, ()))
        self.cies[index] = cies
        names, places, by_code = self.names, self.places, self.fdes
        for fde in fdes:
            offset, kind, symbol, addend = fde[4][0]
            if places[symbol] <= 0:
                raise BadObject(f".eh_frame+{fde[0]:#x}: an FDE for code that is not in this object")
            if names[symbol] is not None:  # by name it would describe the stub
                fde[4][0] = (offset, kind, self._new_local(places[symbol], self.values[symbol]), addend)
            by_code.setdefault(places[symbol], []).append((index, fde))

    def tame_type_tables(self, data: list[int]) -> None:
        """Makes the words in .data through which .gcc_except_table reaches type information constants to be copied.

        LLVM puts one such word (.L_ZTIi.DW.stub) for all functions of an object into .data.
        """
        elf, relocations = self.elf, self.elf.relocations
        for index in data:
            if index not in relocations or not elf.section_name(index).startswith(".gcc_except_table"):
                continue
            tamed = []
            for offset, kind, symbol, addend in relocations[index]:
                place = self.places[symbol]
                if self.names[symbol] is None and symbol not in self.entities and place > 0:
                    target = self.values[symbol] + addend
                    if elf.sections[place][2] & _elf.SHF_WRITE and self._is_word(place, target):
                        symbol, addend = self._new_local(place, target), 0
                        self.entities[symbol] = (place, target, target + 8)
                tamed.append((offset, kind, symbol, addend))
            relocations[index] = tamed

    def _is_word(self, section: int, offset: int) -> bool:
        offsets, relocations = self.in_order(section)
        at = bisect_left(offsets, offset)
        return at < len(offsets) and relocations[at][:2] == (offset, self.elf.types.WORD)

    def in_order(self, section: int) -> tuple[list[int], list[Reloc]]:
        found = self.ordered.get(section)
        if found is None:
            relocations = sorted(self.elf.relocations.get(section, ()))
            self.ordered[section] = found = [relocation[0] for relocation in relocations], relocations
        return found

    def components(self, code: list[int], data: list[int]) -> tuple[list[int], set[int]]:
        """Joins sections tied together by local relocations: (the forest of a union-find, the sections referred to)."""
        parent = list(range(len(self.elf.sections)))
        shareable = {index: self._shareable(index) for index in data}
        linked: set[int] = set()
        users: dict[int, set[int]] = {}
        for index in code + data:
            for target in self._targets(index):
                linked.add(target)
                if shareable.get(target) and target != index:
                    users.setdefault(target, set()).add(index)
                else:
                    parent[root(parent, target)] = root(parent, index)
        for index, frames in self.fdes.items():
            for _, fde in frames:
                for _, _, symbol, _ in fde[4][1:]:
                    target = self.places[symbol]
                    if self.names[symbol] is None and symbol not in self.entities and target > 0:
                        linked.add(target)
                        parent[root(parent, target)] = root(parent, index)
        for target, sections in users.items():
            if len({root(parent, section) for section in sections}) == 1:
                parent[root(parent, target)] = root(parent, sections.pop())
            else:
                self.copied[target] = (target, 0, self.elf.sections[target][5])
        for target in self.copied:
            data.remove(target)
        return parent, linked

    def _targets(self, index: int) -> set[int]:
        """The sections that a section needs at a fixed distance."""
        names, places, entities, mergeable = self.names, self.places, self.entities, self.mergeable
        targets = set()
        for symbol in {relocation[2] for relocation in self.elf.relocations.get(index, ())}:
            if names[symbol] is None and symbol not in entities:
                target = places[symbol]
                if target > 0 and target not in mergeable:
                    targets.add(target)
        return targets

    def _shareable(self, index: int) -> bool:
        """May every component have its own copy of this section?"""
        _, kind, flags, _, _, size, _, _, _, _ = self.elf.sections[index]
        large = self.elf.types.LARGE_SECTION
        if flags & (_elf.SHF_GROUP | _elf.SHF_TLS | large) or kind == _elf.SHT_NOBITS:
            return False
        if size > SHARED_COPY_LIMIT or index in self.section_symbols or index in self.custom:
            return False
        name = self.elf.section_name(index)
        if name.startswith(".gcc_except_table") or (flags & _elf.SHF_WRITE and not name.startswith(".data.rel.ro")):
            return False
        return self._targets(index) <= {index}

    def describe_symbol(self, symbol: int) -> str:
        if symbol >= len(self.elf.symbols):
            return f"{self.elf.section_name(self.places[symbol])}+{self.values[symbol]:#x}"
        name = self.elf.symbol_name(symbol)
        if not name and self.places[symbol] > 0:
            return self.elf.section_name(self.places[symbol])
        return name


def _is_standard(name: str) -> bool:
    for standard in _STANDARD:
        if name.startswith(standard) and name[len(standard) : len(standard) + 1] in ("", "."):
            return True
    return False


def root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index
