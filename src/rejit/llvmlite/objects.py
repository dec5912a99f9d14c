"""Whole objects in code memory: what an llvmlite module becomes once its TargetMachine has compiled it.

Objects that refer to each other are loaded together, all or none:

    Loading.place()    room for every section, and where its symbols are going to be      names can be resolved
    Loading.relocate() every field computed, nothing published                            may fail: nothing happened
    Loading.commit()   code written, tables registered, variables filled                  an ObjectModule each

An ObjectModule lives as long as somebody holds it: the engine, or an Address, the int that get_function_address hands
out. Its memory is its group's, which lives as long as one of its modules or of the groups that were linked to it.
"""

from __future__ import annotations

import ctypes
from struct import pack
from typing import TYPE_CHECKING, Any

from rejit.errors import LinkError, UnresolvedSymbol
from rejit.ir.index import ModuleIndex
from rejit.link.blob import ABSOLUTE, BINDING, IFUNC, LOCAL, WEAK
from rejit.link.linker import apply, place_data
from rejit.link.pieces import whole
from rejit.llvmlite.home import Group
from rejit.runtime import libc, unwind
from rejit.runtime.words import load_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rejit.link.blob import Piece
    from rejit.runtime.memory import Pending
    from rejit.session import Session

    # (name, the object that asks) -> address and the module it lies in; None if nothing defines it
    Resolve = Callable[[str, "ObjectModule"], tuple[int, "ObjectModule | None"] | None]

LARGE_APART = 16 << 20  # bytes; smaller data of the large code model lies beside the rest, a mapping less
_NO_IR = ModuleIndex.build("")


def call(address: int) -> None:
    """Call a function that takes and returns nothing."""
    ctypes.CFUNCTYPE(None)(address)()


def pieces_of(content: bytes) -> list[Piece]:
    """The pieces of an object, local names included: llvmlite's engines find functions with internal linkage too."""
    return whole(content, local_names=True)


def exports_of(pieces: Iterable[Piece]) -> set[str]:
    """The names that other objects may refer to."""
    return {name for piece in pieces for name, _, _, binding in piece[5] if name and binding & BINDING != LOCAL}


class ObjectModule:
    """A loaded object; while it is being linked, the linker's Scope for it."""

    index = _NO_IR

    def __init__(self, session: Session, name: str, resolve: Resolve) -> None:
        self.session = session
        self.name = name
        self.addresses: dict[str, int] = {}
        self.exports: dict[str, bool] = {}  # name -> whether another definition may win
        self.locals: dict[str, int] = {}
        self.group = Group()
        self.got_base = session.memory.base
        self._resolve = resolve
        self._weak: set[str] = set()
        self._got: dict[str, int] = {}
        self._tls: dict[str, int] = {}

    # -- placing ------------------------------------------------------------------------------------------------

    def place(self, pieces: list[Piece], taken: Callable[[str], bool]) -> tuple[list[Any], list[Any]]:
        """Room for all pieces: ([(piece, block)] of code, [(piece, address)] of data).

        A name that gives way to another definition is left out if it is `taken`."""
        code: list[tuple[Piece, Pending]] = []
        data: list[tuple[Piece, int]] = []
        memory = self.session.memory
        for piece in pieces:
            kind, _, align, _, size, symbols, relocations = piece[:7]
            self._weak.update(symbol for _, number, symbol, _ in relocations if number == 0)
            if kind == "code":
                pending = memory.reserve_code(size, align)
                code.append((piece, pending))
                base = pending.address
            elif kind == "tls":
                base = self._allocate("bss", piece)
                data.append((piece, base))
                self._name_thread_locals(symbols, base, size, max(align, 16))
                continue
            elif symbols and all(binding & ABSOLUTE for _, _, _, binding in symbols):
                base = 0
            else:
                base = self._allocate("rw" if kind == "large" and size < LARGE_APART else kind, piece)
                data.append((piece, base))
            self._name(symbols, base, taken)
        return code, data

    def _name_thread_locals(self, symbols: Any, image: int, size: int, align: int) -> None:
        """One block a thread for all variables of the object, whose distances are known. See `hooks.SUPPORT_IR`."""
        self.session._thread_locals += 1
        descriptor = self._words(self.session._thread_locals - 1, size, align, image)
        for symbol, offset, _, _ in symbols:
            self._tls[symbol] = self._words(descriptor, offset)

    def _words(self, *values: int) -> int:
        """The address of some words of data."""
        size = 8 * len(values)
        address = self.session.memory.allocate_data(size, 16, pack(f"<{len(values)}Q", *values))
        self.group.data.append((address, size))
        return address

    def _allocate(self, kind: str, piece: Piece) -> int:
        align, size = max(piece[2], 16), piece[4]
        base, _ = place_data((kind, *piece[1:]), self.session.memory, align)
        self.group.data.append((base, max(size, 1)))
        return base

    def _name(self, symbols: Iterable[tuple[str, int, int, int]], base: int, taken: Callable[[str], bool]) -> None:
        for name, offset, _, binding in symbols:
            if not name:
                continue
            if binding & IFUNC:
                raise LinkError(f"{name}: an ifunc in an object; Session.add() takes ifuncs in IR")
            address = offset if binding & ABSOLUTE else base + offset
            if binding & BINDING == LOCAL:
                (self.addresses if name[0] == "\0" else self.locals)[name] = address
                continue
            weak = binding & BINDING >= WEAK
            if weak and taken(name):
                continue  # references lead to the definition that is there
            self.addresses[name] = address
            self.exports[name] = weak

    def undefined(self, pieces: Iterable[Piece]) -> set[str]:
        """The names it refers to and does not define."""
        named = {relocation[2] for piece in pieces for relocation in piece[6]}
        return {name for name in named if name != "." and name not in self.addresses and name not in self._tls}

    # -- what the linker asks -----------------------------------------------------------------------------------

    def resolve(self, name: str) -> int:
        address = self.addresses.get(name)
        if address is None:
            found = self._resolve(name, self)
            if found is None:
                if name in self._weak:
                    return 0
                raise UnresolvedSymbol(f"{name}: {self.name} refers to it, and nothing defines it")
            address, owner = found
            if owner is not None and owner.group.loaded:
                self.group.uses.add(owner.group)
        return address

    def placed_with_code(self, places: dict[str, int]) -> None:
        """Nothing: `place` knows already."""

    def stub_for(self, name: str, address: int) -> int:
        return self.session.far_stub(name, address) if address else 0

    def got(self, name: str, address: int) -> int:
        word = self._got.get(name)
        if word is None:
            word = self._got[name] = self._words(address)
        return word

    def tls_pair(self, name: str) -> int:
        pair = self._tls.get(name) or self.session.foreign_thread_local(name)
        if not pair:
            raise UnresolvedSymbol(f"{name}: thread-local; {self.name} refers to it, and nothing defines it")
        return pair

    def words(self, key: str, contents: Callable[[], tuple[int, ...]]) -> int:
        words = self._got.get(key)
        if words is None:
            words = self._got[key] = self._words(*contents())
        return words

    def label(self, name: str) -> int:
        return self.session.callbacks.label(name)

    def tls_start(self, name: str) -> int:
        pair = self.tls_pair(name)
        if not load_word(pair + 8):
            return pair
        return self._words(load_word(pair), 0)


class Loading:
    """Objects on their way into memory, together."""

    def __init__(self, session: Session, resolve: Resolve, taken: Callable[[str], bool]) -> None:
        self.session = session
        self.names: dict[str, ObjectModule] = {}  # what the objects of this loading define
        self.modules: list[ObjectModule] = []
        self._find = resolve
        self._taken = taken
        self._code: list[tuple[ObjectModule, Piece, Pending]] = []
        self._data: list[tuple[ObjectModule, Piece, int]] = []
        self._contents: list[bytes] = []
        self._images: list[bytes] = []

    def place(self, name: str, pieces: list[Piece]) -> ObjectModule:
        """Add an object. What it refers to need not be there yet: see `undefined`."""
        module = ObjectModule(self.session, name, self._resolve)
        self.modules.append(module)
        code, data = module.place(pieces, lambda n: n in self.names or self._taken(n))
        self._code += [(module, piece, pending) for piece, pending in code]
        self._data += [(module, piece, base) for piece, base in data]
        for exported, weak in module.exports.items():
            if not weak or exported not in self.names:
                self.names[exported] = module
        return module

    def _resolve(self, name: str, asking: ObjectModule) -> tuple[int, ObjectModule | None] | None:
        module = self.names.get(name)
        if module is None:
            return self._find(name, asking)
        if module.group is not asking.group:
            self._join(asking.group, module.group)
        return module.addresses[name], module

    def _join(self, group: Group, other: Group) -> None:
        """Two objects of this loading refer to each other: they go together."""
        group.data += other.data
        group.uses |= other.uses
        for module in self.modules:
            if module.group is other:
                module.group = group

    def relocate(self) -> None:
        """Compute every field. Raises UnresolvedSymbol and LinkError; `abort` then."""
        for module, piece, pending in self._code:
            buffer = bytearray(piece[3])
            apply(buffer, pending.address, piece[6], module, module.name)
            self._contents.append(bytes(buffer))
        for module, piece, base in self._data:
            buffer = bytearray(piece[3])
            apply(buffer, base, piece[6], module, module.name)
            self._images.append(bytes(buffer))

    def commit(self) -> list[ObjectModule]:
        """Publish all of it."""
        for (_, _, base), image in zip(self._data, self._images, strict=True):
            if image:
                libc.put(base, image, len(image))
        blocks = [(pending, content) for (_, _, pending), content in zip(self._code, self._contents, strict=True)]
        bases = [pending.address for pending, _ in blocks]
        committed = self.session.memory.commit_many(blocks)
        for (module, piece, _), base, block in zip(self._code, bases, committed, strict=True):
            frames = next((base + offset for name, offset, _, _ in piece[5] if not name), 0)
            if frames:
                unwind.register_frame(frames)
            module.group.blocks.append(block)
            module.group.frames.append(frames)
        self._code = []
        for module in self.modules:
            module.group.loaded = True
        return self.modules

    def abort(self) -> None:
        """Nothing of it is there any more."""
        for _, _, pending in self._code:
            pending.abort()
        for group in {module.group for module in self.modules}:
            for address, size in group.data:
                self.session.memory.free_data(address, size)
