"""Relocatable objects beside IR, linked all together: each may refer to what another defines, code and data.

A name is defined once for all, by the rules of a static linker: a strong definition goes before weak ones (weak,
COMDAT), these before C's tentative ones; two strong ones are an error. IR takes part: its strong definition replaces
an object's weak one, and an object's strong one replaces IR's weak one, if that has not run yet.
"""

from __future__ import annotations

import ctypes

from rejit.errors import BadObject, DuplicateSymbol
from rejit.ir.index import ModuleIndex
from rejit.link.blob import ABSOLUTE, BINDING, COMMON, GLOBAL, LOCAL
from rejit.link.linker import apply, fill_data
from rejit.link.pieces import whole
from rejit.runtime import unwind
from rejit.source import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.module import Module
    from rejit.runtime.blocks import Pending
    from rejit.session import Session

    Piece = tuple[Any, ...]

LAST = 1 << 16  # the priority of constructors and destructors that have none


class _Object:
    """One object on its way: its pieces, and where they were put."""

    def __init__(self, session: Session, source: Any) -> None:
        self.name, data = source if isinstance(source, tuple) else read(source)[1::-1]
        if isinstance(data, str):
            raise BadObject(f"{self.name}: text, not a relocatable object; add() takes IR")
        try:
            self.pieces = whole(bytes(data))
        except BadObject as error:
            raise BadObject(f"{self.name}: {error}") from None
        self.module: Module
        self.code: list[tuple[Piece, Pending]] = []
        self.arrays: list[tuple[str, int, int, int]] = []  # section, priority, address, words

    def exported(self) -> list[tuple[str, int, int]]:
        """(name, binding, size) of what others may refer to; thread-local variables are not among it."""
        return [
            (symbol, binding & BINDING, size)
            for piece in self.pieces
            if piece[0] not in ("tls", "debug")
            for symbol, _, size, binding in piece[5]
            if symbol and binding & BINDING != LOCAL
        ]

    def place(self, session: Session) -> None:
        """Give every piece its room. The lock is held."""
        self.module = module = session._add_index(ModuleIndex.build(""), self.name, {})
        memory = session.memory
        for piece in self.pieces:
            kind, name, align, _, size, symbols = piece[:6]
            if kind == "tls":
                module._place_tls(piece)
            elif kind == "code":
                pending = memory.reserve_code(size, align)
                self.code.append((piece, pending))
                module.addresses.update((symbol, pending.address + at) for symbol, at, _, _ in symbols if symbol)
            elif kind != "debug":
                large = kind == "large"
                base = (memory.allocate_large if large else memory.allocate_data)(max(size, 1), align)
                module.estate.data.append((base, max(size, 1)))
                module.put(piece, base)
                module.addresses.update((symbol, at) for symbol, at, _, binding in symbols if binding & ABSOLUTE)
                section, _, priority = name.removeprefix("section:.").partition(".")
                if name.startswith("section:.") and section in ("init_array", "fini_array"):
                    self.arrays.append((section, int(priority) if priority.isdigit() else LAST, base, size // 8))

    def link(self, session: Session) -> None:
        """Fill what was placed; every name is known by now. The lock is held."""
        module = self.module
        while self.code:
            (_, name, _, content, size, symbols, relocations, _), pending = self.code[0]
            buffer = bytearray(content)
            apply(buffer, pending.address, relocations, module, name)
            body = pending.commit_body(bytes(buffer))
            del self.code[0]
            frames = next((at for symbol, at, _, _ in symbols if not symbol), 0)
            if frames:
                unwind.register_frame(pending.address + frames)
                body.frames = frames
            module.estate.blocks[body.address] = body
            session.counters.code_bytes += size
        while module._unfilled:  # its own before what of others refers to it: from here on nothing of it fails
            piece, base = module._unfilled.pop()
            fill_data(piece, base, module)

    def abort(self) -> None:
        """Give back the code that was not linked."""
        for _, pending in self.code:
            pending.abort()


def link_objects(session: Session, sources: Sequence[Any]) -> tuple[list[int], list[int]]:
    """Add relocatable ELF objects to a session: paths, bytes, or bytes with a name for messages before them.

    Returns the addresses of their constructors, in the order in which they are to be called, and of their destructors,
    in the order in which they are to be registered.

    Raises BadObject, DuplicateSymbol, LinkError, UnresolvedSymbol for data that nothing defines."""
    objects = [_Object(session, source) for source in sources]
    with session.lock:
        winners = _winners(session, objects)
        known = set(session.objects)
        try:
            for one in objects:
                one.place(session)
            _share(session, objects, winners)
            for one in objects:
                one.link(session)
            for one in objects:
                one.module.fill()
        except BaseException:
            for one in objects:
                one.abort()
            _withdraw(session, objects, session.objects.keys() - known)
            raise
    return _functions(objects, "init_array"), _functions(objects, "fini_array")


def _withdraw(session: Session, objects: list[_Object], names: set[str]) -> None:
    """What objects that could not be linked defined is free for others. Their data stays. The lock is held."""
    for name in names:
        address = session.objects.pop(name)
        for module in session.modules:
            if module.addresses.get(name) == address:
                del module.addresses[name]
    session.outside.forget(names)
    for one in objects:
        if hasattr(one, "module"):
            one.module.closed = True  # what it links to may be closed
            session.forget(one.module)


def _winners(session: Session, objects: list[_Object]) -> dict[str, tuple[int, int, _Object]]:
    """Which object's definition of a name counts: (binding, size, the object). DuplicateSymbol if two are strong."""
    winners: dict[str, tuple[int, int, _Object]] = {}
    for one in objects:
        for name, binding, size in one.exported():
            other = winners.get(name)
            if binding == GLOBAL:
                rival = other[2].name if other is not None and other[0] == GLOBAL else _strong(session, name)
                if rival:
                    raise DuplicateSymbol(f"{name}: defined by {one.name} and by {rival}")
            if other is None or binding < other[0] or (binding == other[0] == COMMON and size > other[1]):
                winners[name] = binding, size, one
    return winners


def _strong(session: Session, name: str) -> str:
    """What defines a name already in such a way that nothing else may: its name, "" if nothing does."""
    if name in session.objects:
        return "another object"
    owner = session.owner(name)
    entity = None if owner is None else owner.index.entity(name)
    return owner.name if owner is not None and entity is not None and not entity.interposable else ""


def _share(session: Session, objects: list[_Object], winners: dict[str, tuple[int, int, _Object]]) -> None:
    """Let every module of the objects, and IR's weak definitions, know whose definition counts. The lock is held."""
    counts: dict[str, int] = {}
    for name, (binding, _, one) in winners.items():
        address = session.objects.get(name)
        if address is None:
            owner = session.owner(name) if binding != GLOBAL else None
            address = one.module.addresses[name] if owner is None else owner.define(name)
            if owner is None:
                session.objects[name] = address
                for module in session.definers(name):
                    entity = module.index.entity(name)
                    if entity is not None and entity.defined and not entity.local:
                        module.addresses[name] = address
        counts[name] = address
    for one in objects:
        one.module.addresses.update((name, counts[name]) for name, _, _ in one.exported())
    session.outside.forget_missing()


def _functions(objects: list[_Object], section: str) -> list[int]:
    """The functions in the arrays of that name, of all objects, the lower priority first."""
    found = []
    for one in objects:
        for name, priority, base, count in one.arrays:
            if name == section:
                found += [(priority, int(f)) for f in (ctypes.c_size_t * count).from_address(base) if f]
    return [address for _, address in sorted(found, key=lambda entry: entry[0])]
