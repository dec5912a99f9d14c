"""libgcc's unwinder: registration of .eh_frame tables, and walking the stack when a call has failed.

A table is CIEs and FDEs that end in four zero bytes. libgcc finds JIT frames through these only, so every body is
registered before its slot leads to it, and withdrawn before its memory is used again.

libgcc keeps an object for each table, with the table's address in it. These objects are ours (`__register_frame_info`)
and lie in mappings of their own: what libgcc allocates itself stays in free memory when a table is withdrawn, and the
search for words that lead into retired code (rejit.runtime.search) would find it there.
"""

from __future__ import annotations

import ctypes
import os
from _thread import allocate_lock

from rejit.runtime import libc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

FRAMES = 1024  # room for as many frames at the first try

_libgcc = ctypes.PyDLL("libgcc_s.so.1")

_register: Callable[[ctypes.c_size_t, int], None] = _libgcc.__register_frame_info
_libgcc.__register_frame_info.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
_libgcc.__register_frame_info.restype = None
_deregister: Callable[[ctypes.c_size_t], int] = _libgcc.__deregister_frame_info
_libgcc.__deregister_frame_info.argtypes = (ctypes.c_size_t,)
_libgcc.__deregister_frame_info.restype = ctypes.c_size_t

OBJECT_SIZE = 64  # bytes; `struct object` of unwind-dw2-fde.h has 48
FIRST_POOL = 1 << 18  # bytes; each further pool is twice as large, up to the next line's: few mappings
LARGEST_POOL = 1 << 24

pools: list[tuple[int, int]] = []  # (address, size) of the mappings that hold libgcc's objects
_free: list[int] = []
_fresh = 0  # offset of the first object of the last pool that was never used
_table = ctypes.c_size_t()  # an int would leave an object of ctypes with its value in free memory
_lock = allocate_lock()  # a leaf; held for `_table`


def register_frame(table: int) -> None:
    """Make a table known to libgcc."""
    with _lock:
        place = _free.pop() if _free else _new_object()
        _table.value = table
        _register(_table, place)
        _table.value = 0
        libc.forget()


def deregister_frame(table: int) -> None:
    """Withdraw a registered table, which is still in its place."""
    with _lock:
        _table.value = table
        place = _deregister(_table)
        _table.value = 0
        libc.forget()
        if place:
            ctypes.memset(place, 0, OBJECT_SIZE)
            _free.append(place)


def _new_object() -> int:
    global _fresh
    if not pools or _fresh + OBJECT_SIZE > pools[-1][1]:
        size = min(FIRST_POOL << len(pools), LARGEST_POOL)
        flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
        address = libc.mmap(0, size, libc.PROT_READ | libc.PROT_WRITE, flags, -1, 0)
        if address < 0:
            raise libc.failed("mmap")
        pools.append((address, size))
        _fresh = 0
    place = pools[-1][0] + _fresh
    _fresh += OBJECT_SIZE
    return place


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
    _lock = allocate_lock()  # a thread that is not here may have held it


os.register_at_fork(after_in_child=_after_fork_in_child)
