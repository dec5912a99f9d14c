"""libgcc's unwinder: registration of .eh_frame tables, and walking the stack when a call has failed.

A table is CIEs and FDEs that end in four zero bytes; it stands in the block whose code it describes, behind that code.
libgcc finds JIT frames through these only, so every body is registered before its slot leads to it, and withdrawn
before its memory is used again.

libgcc keeps an object for each table, with the table's address in it. These objects are ours (`__register_frame_info`)
and lie in mappings of their own: what libgcc allocates itself stays in free memory when a table is withdrawn, and the
search for words that lead into retired code (rejit.runtime.search) would find it there.

libgcc 13 and later keep the objects in a tree, and an object for each table is right for them. libgcc 12 and earlier
keep a list, which the first throw sorts and every frame of every throw walks. There, tables that stand alone are sealed
into few when they have become many (rejit.runtime.sealed). Which kind it is shows when that is due, not before: a list
links the objects, a tree does not.

A change is a list of C calls that `starmap` makes one after the other. Python handles no signal and switches to no
other thread meanwhile, so what libgcc has and what is noted here agree even where a signal handler raises, compiles or
reclaims. What was worked out for a change is void if a handler made another one in between.
"""

from __future__ import annotations

import ctypes
import os
from _bisect import insort_right as insort
from _collections import deque  # type: ignore[import-not-found]
from _operator import call
from _thread import RLock
from itertools import starmap
from time import monotonic

from rejit.errors import InternalError
from rejit.runtime import libc
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from rejit.runtime.sealed import SealedTables

    Step = tuple[Any, ...]  # a callable in C, its arguments

FRAMES = 1024  # room for as many frames at the first try
SEAL_AFTER = 256  # tables that stand alone; each costs libgcc 12 half a microsecond or more at the first throw

_libgcc = ctypes.PyDLL("libgcc_s.so.1")

_register: Callable[[ctypes.c_size_t, int], None] = _libgcc.__register_frame_info
_libgcc.__register_frame_info.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
_libgcc.__register_frame_info.restype = None
deregister: Callable[[ctypes.c_size_t | int], int] = _libgcc.__deregister_frame_info
_libgcc.__deregister_frame_info.argtypes = (ctypes.c_size_t,)
_libgcc.__deregister_frame_info.restype = ctypes.c_size_t

OBJECT_SIZE = 64  # bytes; `struct object` of unwind-dw2-fde.h has 48
NEXT = 40  # offset in it of the link to the next object
FLAGS, SORTED, COUNT = 32, 1, 11  # offset of its flags; in them, a bit and the lowest bit of how many FDEs it has
UNTOUCHED = (1 << 64) - 1
GRACE_S = 1.0  # a thread would have to be kept from a processor so long, between two given instructions
FIRST_POOL = 1 << 18  # bytes; each further pool is twice as large, up to the next line's: few mappings
LARGEST_POOL = 1 << 24

pools: list[tuple[int, int]] = []  # (address, size) of the mappings that hold libgcc's objects
# Tables that have an object of their own, sorted; not kept if libgcc has a tree. No set: its hashes would be addresses.
alone: list[int] = []
_most_alone = SEAL_AFTER
_listed: bool | None = None  # whether libgcc keeps a list; None: not known yet
_sealed: SealedTables | None = None
_table = ctypes.c_size_t()  # an int would leave an object of ctypes with its value in free memory
_lock = RLock()  # a leaf; a signal handler may come in while its thread is here
_turns: list[Turn] = []  # changes that are being worked out, and are void once another is made


class Pool:
    """Places of one size, a multiple of 8, in mappings of their own."""

    __slots__ = ("_free", "_fresh", "_retired", "size")

    def __init__(self, size: int) -> None:
        self.size = size
        self._free: list[int] = []
        self._retired: deque[tuple[float, list[int]]] = deque()
        self._fresh: Iterator[int] = iter(())

    def take(self) -> int:
        """The address of a place. Raises OSError."""
        try:
            while not self._free and self._retired and self._retired[0][0] < monotonic():
                self._free += self._retired.popleft()[1]
            return self._free.pop()
        except IndexError:
            place = next(self._fresh, 0)
        if not place:
            size = min(FIRST_POOL << len(pools), LARGEST_POOL)
            flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
            address = libc.mmap(0, size, libc.PROT_READ | libc.PROT_WRITE, flags, -1, 0)
            if address < 0:
                raise libc.failed("mmap")
            pools.append((address, size))
            self._fresh = iter(range(address, address + size - self.size + 1, self.size))
            place = next(self._fresh)
        return place

    def give(self, places: list[int]) -> None:
        """Take places back, which libgcc does not use any more."""
        self._free += places

    def retire(self, places: list[int]) -> None:
        """Take back objects of which tables were found a moment ago that are still registered, with other objects.

        A lookup reads its object once more when it has let go of libgcc's lock (`_Unwind_Find_FDE`: the encoding, the
        same for all of ours until the place is registered anew). So the place waits for GRACE_S."""
        self._retired.append((monotonic() + GRACE_S, places))


objects = Pool(OBJECT_SIZE)


class Overtaken(Exception):
    """A signal handler made another change while this one was worked out."""


class Turn:
    """A change that is being worked out."""

    __slots__ = ("made",)

    def __init__(self) -> None:
        self.made = False

    def is_void(self) -> bool:
        """Whether another change was made. What was read meanwhile may make no sense."""
        return self not in _turns


UNSTABLE = (Overtaken, IndexError, InternalError)  # what comes of reading while a handler makes a change


def register_frame(table: int) -> None:
    """Make a table known to libgcc. Raises OSError if there is no memory for its object."""
    with _lock:
        while True:
            turn = begin()
            try:
                if _sealed is None or not _sealed.insert(turn, table):
                    _register_alone(turn, table)
                break
            except UNSTABLE:
                if turn.made or not turn.is_void():
                    raise
        if len(alone) >= _most_alone:
            _seal()


def deregister_frames(tables: Iterable[int]) -> None:
    """Withdraw registered tables, which are still in their places. Many at once are cheaper than one by one."""
    with _lock:
        left = sorted(tables)
        while left:
            turn = begin()
            try:
                count = 0 if _sealed is None else _sealed.remove(turn, left)
                if not count:
                    _withdraw_alone(turn, left[0])
                    count = 1
                del left[:count]
            except UNSTABLE:
                if turn.made or not turn.is_void():
                    raise


def registered() -> int:
    """How many objects libgcc has in its list of ours; 0 if it has a tree and there are more than a few."""
    with _lock:
        return len(alone) + (0 if _sealed is None else len(_sealed))


# --- changes


def begin() -> Turn:
    """Begin to work out a change: what `commit` takes."""
    turn = Turn()
    _turns.append(turn)
    return turn


def commit(turn: Turn, steps: list[Step], leaving: Sequence[int] = ()) -> list[int]:
    """Make a change, all of it or nothing: the places of objects that libgcc had, those of `leaving` among them.

    Raises Overtaken if another change was made since `begin`, or since the last one of this turn.

    libgcc frees sorted arrays of the addresses of FDEs with the objects. They are cleared: once other code lies there,
    the search for retired code would take them for ways into it."""
    results: list[Any] = []
    sizes = _sorted_sizes(leaving)
    at_hand = {size: libc.take_blocks(size, libc.AT_HAND) for size in sizes}  # so that there is room for what is freed
    try:
        made = [(setattr, turn, "made", True), (_turns.clear,), (_turns.append, turn)]
        results.extend(starmap(call, [(_turns.remove, turn), *steps, *made]))
        for size, count in sizes.items():
            at_hand[size] += libc.take_blocks(size, count)
    except ValueError:
        raise Overtaken from None
    finally:
        for size, blocks in at_hand.items():
            libc.clear_blocks(size, blocks)
    libc.forget()
    places = [place for place in results if place]
    for size, count in _sorted_sizes([place for place in places if place not in leaving]).items():
        libc.clear_blocks(size, libc.take_blocks(size, count + libc.AT_HAND))
    return places


def _sorted_sizes(places: Sequence[int]) -> dict[int, int]:
    """How many sorted arrays of what sizes some objects have, in libgcc's list."""
    sizes: dict[int, int] = {}
    for place in places if _listed else ():
        flags = load_word(place + FLAGS)
        if flags & SORTED:
            size = 16 + 8 * (flags >> COUNT & 0x1FFFFF)
            sizes[size] = sizes.get(size, 0) + 1
    return sizes


def withdrawal(table: int) -> list[Step]:
    """The steps that withdraw a table that stands alone."""
    return [(setattr, _table, "value", table), (deregister, _table), (setattr, _table, "value", 0)]


def _register_alone(turn: Turn, table: int) -> None:
    global _listed
    place = objects.take()
    steps: list[Step] = [(setattr, _table, "value", table), (_register, _table, place), (setattr, _table, "value", 0)]
    if _listed is not False:
        steps.append((insort, alone, table))
    due = _listed is None and len(alone) + 1 >= _most_alone
    if due:
        store_word(place + NEXT, UNTOUCHED)
    try:
        commit(turn, steps)
    except Overtaken:
        objects.give([place])
        raise
    if due:
        _listed = load_word(place + NEXT) != UNTOUCHED
        if not _listed:
            alone.clear()


def _withdraw_alone(turn: Turn, table: int) -> None:
    steps = withdrawal(table)
    if _listed is not False:
        steps.append((alone.remove, table))
    objects.give(commit(turn, steps))


def _seal() -> None:
    """Seal the tables that stand alone; without memory for that they stay as they are."""
    global _most_alone
    from rejit.runtime.sealed import SealedTables

    _most_alone = 2 * len(alone)
    turn = begin()
    try:
        if _sealed is None:
            commit(turn, [(globals().__setitem__, "_sealed", SealedTables(alone))])
        assert _sealed is not None
        _sealed.seal(turn)
        _most_alone = SEAL_AFTER
    except OSError:
        pass
    except UNSTABLE:
        if not turn.is_void():
            raise
        _most_alone = SEAL_AFTER  # the next one tries again


# --- walking


def address_of(name: str) -> int:
    """Address of a function of libgcc."""
    return ctypes.cast(getattr(_libgcc, name), ctypes.c_void_p).value or 0


def walk(collect: int, most: int = 0) -> list[tuple[int, int, int]]:
    """This thread's frames from the inside out: (ip, cfa, frame register) of each; with `most`, not more than that.

    `collect` is the support code's trace function. The cfa is the stack pointer at the frame's call; the frame register
    is as it was in the frame.
    """
    room = most or FRAMES
    while True:
        buffer = (ctypes.c_size_t * (2 + 3 * room))(0, room)
        _libgcc._Unwind_Backtrace(ctypes.c_void_p(collect), buffer)
        if most or buffer[0] < room:
            break
        room *= 8  # a deep recursion
    values = buffer[2 : 2 + 3 * buffer[0]]
    ctypes.memset(buffer, 0, ctypes.sizeof(buffer))  # left in free memory, it would look like a stack (search.py)
    return list(zip(values[::3], values[1::3], values[2::3], strict=True))


def _after_fork_in_child() -> None:
    global _lock
    _lock = RLock()  # a thread that is not here may have held it; no change is half made while another thread forks


os.register_at_fork(after_in_child=_after_fork_in_child)
