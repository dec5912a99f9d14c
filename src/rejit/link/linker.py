"""Places pieces and applies what relocations are left: the last step from text to running code.

A code piece becomes one block of code memory: text, constants, unwind tables. Its relocations name symbols; a `Scope`
says where these are. Variables are placed when something refers to them, and filled when all they refer to is placed,
so two that point at each other need no order.

Within the session's range everything reaches everything with 32 bits. What lies outside (libc) is called through a
stub, and its address is read from a GOT word. A CPU whose calls do not reach that far has a thunk behind each piece for
every function that the piece calls; what lies outside is always called through it.
"""

from __future__ import annotations

import ctypes
from struct import Struct, error

from rejit.arch import host_types
from rejit.arch.relocation import ABSOLUTE, CALL, GOT_PC_RELATIVE, NOTHING, PC_RELATIVE, VALUES
from rejit.runtime import unwind
from rejit.runtime.memory import CONSTANTS, LONG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, Protocol

    from rejit.arch.relocation import Names
    from rejit.ir.index import ModuleIndex
    from rejit.runtime.blocks import Body, Committed
    from rejit.runtime.memory import CodeMemory

    Piece = tuple[Any, ...]

    class Scope(Names, Protocol):
        """Where a module's names are."""

        index: ModuleIndex  # what is a function of the module, and so has a stub

        def placed_with_code(self, places: dict[str, int]) -> None:
            """Where the symbols of a code piece are going to be."""

        def stub_for(self, name: str, address: int) -> int:
            """The address of a stub, within reach, that leads to `address`."""

    # Bytes in front of a piece, where in them it is entered, and their content for an address.
    Entry = tuple[int, int, Callable[[int], bytes]]

    class Calls(Protocol):
        """How a body reaches functions."""

        tail: bytearray  # what has to stand behind the body's code when its relocations were applied

        def room(self, fields: Iterable[tuple[str, int]]) -> int:
            """The most bytes that `tail` may have, for branches: (symbol, place of the field in its block) of each."""

        def begin(self, places: dict[str, int], tail: int, direct: bool) -> None:
            """Where the body's own symbols are going to be, and `tail`; whether branches may lead to the body."""

        def branch(self, symbol: str, target: int, field: int) -> int:
            """Where the branch with its displacement at `field` goes, whose symbol is at `target`."""

        def through(self, symbol: str, target: int, field: int, thunk: int) -> int:
            """The same where the branch has a thunk, which leads to `target`; 0: as if there were no say in it."""

        def place(self, symbol: str, target: int, field: int) -> int:
            """Where a symbol is that is referred to otherwise."""

        def slot(self, target: int) -> int:
            """The slot of the stub at `target`; 0 if there is none."""

        def word(self, target: int) -> int:
            """The address of a word, within reach, through which the function at `target` is called; 0: none."""


_types = host_types()
FIELDS, RELOCATIONS = _types.FIELDS, _types.RELOCATIONS
CALL_REACH, THUNK_SIZE = _types.CALL_REACH, _types.THUNK_SIZE
is_call_through = _types.is_call_through
TAIL_ALIGN = 8
_get32, _put32 = Struct("<i").unpack_from, Struct("<i").pack_into


def link_code(
    piece: Piece,
    scope: Scope,
    memory: CodeMemory,
    calls: Calls | None = None,
    entry: Entry | None = None,
    lifetime: str = LONG,
) -> tuple[Body, dict[str, int]]:
    """Place a code piece: its block, and where its symbols are. Its unwind table is registered.

    calls: how it calls functions that have stubs, if not by these. entry: code in front of the piece, whose one symbol
    is entered there. lifetime: see `CodeMemory.reserve_code`."""
    _, name, align, content, size, symbols, relocations = piece[:7]
    apart = piece[9] if len(piece) > 9 and memory.patches else None
    if apart is not None:
        content, constants = content[: apart[0]], content[apart[0] :]
        size = len(content)
    direct = not _types.DIRECT_SIZE
    if not direct and entry is None and _is_one_function(symbols, scope):
        direct, entry = True, (_types.DIRECT_SIZE, _types.DIRECT_SIZE, _direct_entry)
    before = 0 if entry is None else max(entry[0], align)
    thunks = _thunks(relocations, size) if THUNK_SIZE else {}
    if thunks:
        content += bytes(max(thunks.values()) + THUNK_SIZE - size)
        size = len(content)
    behind = -(before + size) % TAIL_ALIGN + before + size
    room = 0
    if calls is not None:
        room = calls.room((symbol, before + at) for at, kind, symbol, _ in relocations if FIELDS[kind][0] == CALL)
    pending = memory.reserve_code(behind + room if room else before + size, align, lifetime)
    beside = None
    try:
        base = pending.address + before
        buffer = bytearray(content)
        places = {symbol: base + offset for symbol, offset, _, _ in symbols}
        frames = places.pop("", 0)
        if len(places) > 1 or not scope.index.functions:
            scope.placed_with_code(places)
        if calls is not None:
            calls.begin(places, pending.address + behind, direct)
        apply(buffer, base, relocations, scope, name, calls, thunks, range(memory.base, memory.end))
        if apart is not None:
            beside = _place_constants(buffer, base, constants, apart, align, memory)
        if room:
            assert calls is not None
            buffer += bytes(behind - before - len(buffer)) + calls.tail
        if entry is not None:
            length, offset, code = entry
            buffer[:0] = bytes(before - length) + code(base - length)
            places = dict.fromkeys(places, base - length + offset)
        body = pending.commit_body(bytes(buffer))
    except BaseException:
        _abort(pending)
        if beside is not None:
            memory.release((beside,))
        raise
    if beside is not None:
        memory.belongs_to(body, beside)
    if frames:
        unwind.register_frame(frames)
        body.frames = frames - pending.address
    body.linked(len(places) == 1, direct)
    return body, places


def _place_constants(
    buffer: bytearray, base: int, constants: bytes, apart: tuple[int, bytes], align: int, memory: CodeMemory
) -> Committed:
    """Place what of a piece may lie apart, among other constants, and lead the piece's code, for `base`, there.

    Code that is dense is fetched faster: 1,000 trees of comparisons with constants took 1.2 times as long with each
    tree's constants behind it."""
    start, fields = apart
    pending = memory.reserve_code(len(constants), align, CONSTANTS)
    try:
        committed = pending.commit(constants)
    except BaseException:
        _abort(pending)
        raise
    by = committed.address - base - start
    for field in memoryview(fields).cast("I"):
        _put32(buffer, field, _get32(buffer, field)[0] + by)
    return committed


def _thunks(relocations: Any, size: int) -> dict[str, int]:
    """Where behind a piece of `size` bytes the thunks of the functions that it calls go."""
    called = dict.fromkeys(symbol for _, number, symbol, _ in relocations if FIELDS[number][0] == CALL)
    first = -(-size // 8) * 8
    return {symbol: first + THUNK_SIZE * i for i, symbol in enumerate(called)}


def _thunk(buffer: bytearray, thunks: dict[str, int], symbol: str, target: int, slot: int) -> int:
    """The offset of a function's thunk, which is written."""
    at = thunks[symbol]
    buffer[at : at + THUNK_SIZE] = _types.thunk(target, slot)
    return at


def _is_one_function(symbols: Any, scope: Scope) -> bool:
    """Whether a code piece is one function of the module's, entered where it begins."""
    named = [(symbol, offset) for symbol, offset, _, _ in symbols if symbol]
    return len(named) == 1 and not named[0][1] and named[0][0] in scope.index.functions


def _direct_entry(address: int) -> bytes:
    """What branches enter, for placing at `address`, in front of a body."""
    return _types.direct_entry(address + _types.DIRECT_SIZE)  # type: ignore[no-any-return]


def _abort(pending: Any) -> None:
    """Give an uncommitted block back; a block whose commit went through keeps its memory."""
    try:
        pending.abort()
    except Exception:
        pass


def place_data(piece: Piece, memory: CodeMemory, align: int) -> tuple[int, dict[str, int]]:
    """Room for a data piece: its address, and where its symbols are. `fill_data` gives it its content."""
    kind, _, _, _, size, symbols = piece[:6]
    if kind == "large":
        base = memory.allocate_large(max(size, 1), align)
    else:
        base = memory.allocate_data(max(size, 1), align)
    return base, {symbol: base + offset for symbol, offset, _, _ in symbols if symbol}


def fill_data(piece: Piece, base: int, scope: Scope) -> None:
    """Write a placed data piece's content, its relocations applied."""
    _, name, _, content, _, _, relocations = piece[:7]
    if content:
        buffer = bytearray(content)
        if relocations:
            apply(buffer, base, relocations, scope, name)
        ctypes.memmove(base, (ctypes.c_char * len(buffer)).from_buffer(buffer), len(buffer))
        buffer[:] = bytes(len(buffer))  # addresses left in free memory would look as if something held them


def apply(
    buffer: bytearray,
    base: int,
    relocations: Any,
    scope: Scope,
    where: str,
    calls: Calls | None = None,
    thunks: dict[str, int] | None = None,
    ours: range = range(0),
) -> None:
    """Apply relocations to `buffer`, which will stand at `base`. thunks: see `_thunks`; what is not in `ours` is called
    through them."""
    addresses = scope.addresses
    for offset, number, symbol, addend in relocations:
        kind, write = FIELDS[number]
        if kind in (CALL, PC_RELATIVE):
            target = addresses.get(symbol)
            if target is None:
                target = _near(symbol, scope, base, kind)
            if calls is not None:
                target = (calls.branch if kind == CALL and not thunks else calls.place)(symbol, target, base + offset)
            value = target + addend - base - offset
            if thunks and kind == CALL:
                slot = calls.slot(target) if calls is not None else 0
                thunk = base + _thunk(buffer, thunks, symbol, target, slot)
                way = calls.through(symbol, target, base + offset, thunk) if calls is not None else 0
                if way or target not in ours or not -CALL_REACH <= value < CALL_REACH:
                    value = (way or thunk) + addend - base - offset
        elif kind == ABSOLUTE:
            value = (base if symbol == "." else addresses.get(symbol) or scope.resolve(symbol)) + addend
        elif kind == GOT_PC_RELATIVE:
            target = addresses.get(symbol) or scope.resolve(symbol)
            word = calls.word(target) if calls is not None and is_call_through(number, buffer, offset) else 0
            value = (word or scope.got(symbol, target)) + addend - base - offset
        elif kind in VALUES:
            value = VALUES[kind](scope, symbol, addend, base, base + offset)
        elif kind == NOTHING:
            continue
        else:
            raise RELOCATIONS[number].unsupported(symbol, where)
        try:
            if kind == CALL and not THUNK_SIZE and not -CALL_REACH <= value < CALL_REACH:  # found before, and far
                value = scope.stub_for(symbol, value - addend + base + offset) + addend - base - offset
            write(buffer, offset, value)
        except error:
            raise RELOCATIONS[number].overflow(value, symbol, where) from None


def _near(symbol: str, scope: Scope, base: int, kind: int) -> int:
    """A place within 32-bit reach that serves as the symbol."""
    if symbol == ".":
        return base
    target = scope.resolve(symbol)
    if kind == CALL and not THUNK_SIZE and not -CALL_REACH < target - base < CALL_REACH:
        return scope.stub_for(symbol, target)
    return target
