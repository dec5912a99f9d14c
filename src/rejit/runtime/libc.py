"""ctypes prototypes for the C library, in one place.

All go through `PyDLL`: the GIL stays held during the call. These calls take one or a few microseconds, and giving the
GIL away for them can cost a thread switch of milliseconds when another Python thread is busy. For the same reason code
is written with `open` and `pwrite` from here and not with those of `os`.

A call that fails returns -1 and leaves its errno in `ctypes.get_errno()`; `failed(what)` makes the OSError.
"""

from __future__ import annotations

import ctypes
import os
from _collections import deque  # type: ignore[import-not-found]
from itertools import repeat

from rejit.arch import map_noreserve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

PROT_NONE, PROT_READ, PROT_WRITE, PROT_EXEC = 0, 1, 2, 4
MAP_SHARED, MAP_PRIVATE, MAP_FIXED, MAP_ANONYMOUS, MAP_NORESERVE = 0x01, 0x02, 0x10, 0x20, map_noreserve()
MREMAP_MAYMOVE, MREMAP_FIXED = 1, 2
MADV_DONTNEED, MADV_DONTFORK, MADV_WIPEONFORK = 4, 10, 18
SIG_SETMASK = 2
SIGNAL_SET = 128  # bytes of a sigset_t
MFD_CLOEXEC, MFD_EXEC = 0x01, 0x10
AT_HAND = 7  # blocks of a size that glibc keeps for a thread (tcache_count)
PR_GET_DUMPABLE, PR_SET_MDWE, PR_GET_MDWE = 3, 65, 66

_libc = ctypes.PyDLL(None, use_errno=True)
_address, _size, _int, _offset = ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int, ctypes.c_int64

mmap: Callable[[int, int, int, int, int, int], int] = _libc.mmap
_libc.mmap.argtypes = (_address, _size, _int, _int, _int, _offset)
_libc.mmap.restype = ctypes.c_ssize_t

munmap: Callable[[int, int], int] = _libc.munmap
_libc.munmap.argtypes = (_address, _size)

mprotect: Callable[[int, int, int], int] = _libc.mprotect
_libc.mprotect.argtypes = (_address, _size, _int)

mremap: Callable[[int, int, int, int, int], int] = _libc.mremap
_libc.mremap.argtypes = (_address, _size, _size, _int, _address)
_libc.mremap.restype = ctypes.c_ssize_t

madvise: Callable[[int, int, int], int] = _libc.madvise
_libc.madvise.argtypes = (_address, _size, _int)

open: Callable[[bytes, int], int] = _libc.open
_libc.open.argtypes = (ctypes.c_char_p, _int)

pwrite: Callable[[int, bytes, int, int | ctypes.c_int64], int] = _libc.pwrite
_libc.pwrite.argtypes = (_int, ctypes.c_char_p, _size, _offset)
_libc.pwrite.restype = ctypes.c_ssize_t

close: Callable[[int], int] = _libc.close
_libc.close.argtypes = (_int,)

ftruncate: Callable[[int, int], int] = _libc.ftruncate
_libc.ftruncate.argtypes = (_int, _offset)

prctl: Callable[[int, int, int, int, int], int] = _libc.prctl
_libc.prctl.argtypes = (_int, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong)

pthread_sigmask: Callable[[int, bytes | None, Any], int] = _libc.pthread_sigmask
_libc.pthread_sigmask.argtypes = (_int, ctypes.c_char_p, ctypes.c_char_p)

put: Callable[[int, bytes, int], None] = _libc.memmove
"""put(address, content, size): copies bytes to an address."""
_libc.memmove.argtypes = (_address, ctypes.c_char_p, _size)
_libc.memmove.restype = None

move: Callable[[int, int, int], None] = ctypes.PYFUNCTYPE(None, _address, _address, _size)(("memmove", _libc))
"""move(to, from, size): copies from address to address."""

_forget = ctypes.PYFUNCTYPE(None, _address, _address, _address, _address)(("memmove", _libc))


def forget() -> None:
    """After a call that was given an address of code: nothing of that address stays in free memory.

    ctypes makes an object for each argument, 64 bytes with the value in their middle, and frees it without clearing it.
    A str that is made there next writes one byte of that word (its state) and leaves the rest, as padding, for as long
    as it lives: the word then leads into the middle of the code (rejit.runtime.search). This call copies nothing, and
    is given the same objects for its arguments, for the allocator hands out first what was freed last."""
    _forget(0, 0, 0, 0)


_malloc = ctypes.PYFUNCTYPE(_address, _size)(("malloc", _libc))
_free = ctypes.PYFUNCTYPE(None, _address)(("free", _libc))
_memset = ctypes.PYFUNCTYPE(None, _address, _int, _size)(("memset", _libc))


def take_blocks(size: int, count: int) -> list[int]:
    """Blocks of the C library's allocator, which hands out first what was freed last; fewer if there is no memory."""
    return [block for block in map(_malloc, repeat(size, count)) if block]


def clear_blocks(size: int, blocks: list[int]) -> None:
    """Clear and free blocks: nothing stays in them that looks like an address."""
    deque(map(_memset, blocks, repeat(0), repeat(size)), 0)
    deque(map(_free, blocks), 0)


get: Callable[[int, int], bytes] = ctypes.string_at
"""get(address, size): a copy of the bytes at an address."""


def memfd_create(name: bytes, flags: int) -> int:
    """The C library's memfd_create (glibc 2.27, musl 1.1.20); -1 and ENOSYS where there is none."""
    if _memfd_create is None:
        ctypes.set_errno(38)
        return -1
    result: int = _memfd_create(name, flags)
    return result


_memfd_create = getattr(_libc, "memfd_create", None)
if _memfd_create is not None:
    _memfd_create.argtypes = (ctypes.c_char_p, ctypes.c_uint)


def failed(what: str) -> OSError:
    """The OSError for the call that has just returned -1: its errno, and a text that names the call."""
    number = ctypes.get_errno()
    return OSError(number, f"{what}: {os.strerror(number)}")
