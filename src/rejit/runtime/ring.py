"""The ring of hot functions: instrumented code writes, one reader in this process or in the compile server reads.

    +0   head: entries written so far, ever (u64)        moved by one atomic add
    +8   1 while the reader sleeps (u32, a futex)
    +16  activations that went on in a continuation, ever (u64)
    +64  entries (u64 each), RING_ENTRIES of them: id | (loop + 1) << 56; 0: moved past, not stored yet

A writer never waits: if the reader is slow, entries are overwritten. Nothing is lost for good by that, because a
function that stays hot uses up its next budget and comes again. The pages are the process's own until a compile server
is started; then they are a memfd that both map (`share`). A forked child gets pages of its own at the same address
before any of its code runs (`after_fork`): a ring is shared with a compile server, never with a child.
"""

from __future__ import annotations

import ctypes
import os

from rejit.errors import NoCodeMemory
from rejit.runtime import libc
from rejit.runtime.backends import R_W

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

ENTRIES = 64  # offset of the first entry
SLEEPING = 8
ENTERED = 16
LOOP_SHIFT = 56
ID_MASK = (1 << LOOP_SHIFT) - 1
PAGE = 4096
FUTEX_WAIT, FUTEX_WAKE = 0, 1
_ANONYMOUS = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS


def ring_bytes(arch: ModuleType) -> int:
    """Bytes of the ring, whole pages."""
    return int(-(-(ENTRIES + 8 * arch.RING_ENTRIES) // PAGE) * PAGE)


class Ring:
    """The writers' side: the pages, and what happens to them. Its address is the same all its life."""

    __slots__ = ("_asleep", "_moving", "address", "shared", "size")

    def __init__(self, arch: ModuleType) -> None:
        self.size = ring_bytes(arch)
        self.shared = False
        self._asleep = self._moving = False
        self.address = libc.mmap(0, self.size, R_W, _ANONYMOUS, -1, 0)
        if self.address < 0:
            raise NoCodeMemory(f"{self.size} bytes for the ring of hot functions: {libc.failed('mmap').strerror}")

    @property
    def written(self) -> int:
        """Entries written since the ring was made."""
        return int(ctypes.c_uint64.from_address(self.address).value)

    @property
    def entered(self) -> int:
        """Activations that went on in a continuation."""
        return int(ctypes.c_uint64.from_address(self.address + ENTERED).value)

    def share(self) -> int:
        """Make the pages a memfd's, content kept: its descriptor, for another process to map. -1 if that is refused.

        An entry written while this happens may be lost. A thread in `sleep` comes out of it: a futex is that of its
        pages, not of its address, so it would not be woken any more."""
        self._moving = True
        try:
            while self._asleep:
                self.wake()
                os.sched_yield()
            return self._share()
        finally:
            self._moving = False

    def _share(self) -> int:
        descriptor = libc.memfd_create(b"rejit-ring", libc.MFD_CLOEXEC)
        if descriptor < 0:
            return -1
        content = ctypes.string_at(self.address, self.size)
        flags = libc.MAP_SHARED | libc.MAP_FIXED
        if (
            libc.pwrite(descriptor, content, self.size, 0) != self.size
            or libc.mmap(self.address, self.size, R_W, flags, descriptor, 0) < 0
        ):
            libc.close(descriptor)
            return -1
        self.shared = True
        return descriptor

    def after_fork(self) -> None:
        """In a child: pages of its own. What the parent had not read is the parent's."""
        self._asleep = self._moving = False
        if self.shared:
            libc.mmap(self.address, self.size, R_W, _ANONYMOUS | libc.MAP_FIXED, -1, 0)
            self.shared = False

    def sleep(self, reader: RingReader, seconds: float, unless: Callable[[], object]) -> None:
        """Have this process's reader wait as `RingReader.wait`; it may return before there is a reason."""
        self._asleep = True
        try:
            if not self._moving:
                reader.wait(seconds, unless)
        finally:
            self._asleep = False

    def wake(self) -> None:
        """Wake the reader without an entry."""
        ctypes.c_uint32.from_address(self.address + SLEEPING).value = 0
        _syscall(_futex(), self.address + SLEEPING, FUTEX_WAKE, 1, None)

    def close(self) -> None:
        """Unmap the pages. No code that writes may run any more."""
        libc.munmap(self.address, self.size)


class RingReader:
    """The reader's side, of a ring mapped at `address`. One thread."""

    __slots__ = ("_count", "_head", "_sleeping", "_stuck", "address", "lost", "taken")

    def __init__(self, address: int, arch: ModuleType) -> None:
        self.address = address
        self._count = arch.RING_ENTRIES
        self._head = ctypes.c_uint64.from_address(address)
        self._sleeping = ctypes.c_uint32.from_address(address + SLEEPING)
        self._stuck = -1
        self.taken = 0  # entries read or given up
        self.lost = 0  # overwritten before they were read

    @property
    def ready(self) -> bool:
        """Whether something is there to be taken."""
        return self._head.value != self.taken

    @property
    def written(self) -> int:
        """Entries written since the ring was made."""
        return int(self._head.value)

    def take(self) -> list[tuple[int, int]]:
        """(id, loop) of what was written since; loop -1: a budget of calls was used up."""
        found = []
        head = self._head.value
        if head - self.taken > self._count:
            self.lost += head - self._count - self.taken
            self.taken = head - self._count
        while self.taken < head:
            place = ctypes.c_uint64.from_address(self.address + ENTRIES + 8 * (self.taken % self._count))
            entry = place.value
            if not entry and self._stuck != self.taken:
                self._stuck = self.taken  # about to be stored, or its thread was stopped in between: one more chance
                break
            self.taken += 1
            if entry:
                place.value = 0
                found.append((entry & ID_MASK, (entry >> LOOP_SHIFT) - 1))
        return found

    def wait(self, seconds: float, unless: Callable[[], object] = lambda: False) -> None:
        """Sleep until something is written, or for so long. The GIL is released.

        unless: what `Ring.wake` is to make known. It is looked at when a wake-up would be noticed."""
        self._sleeping.value = 1
        if self._head.value == self.taken and not unless():
            _syscall(_futex(), self.address + SLEEPING, FUTEX_WAIT, 1, ctypes.byref(_Timespec(seconds)))
        self._sleeping.value = 0


class _Timespec(ctypes.Structure):
    _fields_ = [("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long)]

    def __init__(self, seconds: float) -> None:
        super().__init__(int(seconds), int(seconds % 1 * 1e9))


_libc = ctypes.CDLL(None)
_syscall = _libc.syscall
_syscall.argtypes = (ctypes.c_long, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p)


def _futex() -> int:
    from rejit.arch import host_arch

    return int(host_arch().FUTEX)
