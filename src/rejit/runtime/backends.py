"""Three ways to put bytes into memory that is executable and not writable.

Each maps slabs (`map`) and writes code into them (`write`), and raises OSError with the name of the call that was
refused. No page is ever writable and executable at once, and nothing is kept open: a descriptor that a forked child
inherits would write into its parent, and a program may close every descriptor it finds.

ProcMem   private anonymous R-X pages, written through /proc/thread-self/mem, which the kernel lets a process do to its
          own read-only pages. Opened for every write. Never an alias; fork copies on write like any private page.
          (thread-self and not self: /proc/self/mem is dead once the main thread has called pthread_exit.)
Seal      private anonymous pages made RW, filled, made R-X, then published. Page by page; a page with live code is
          never flipped, it is replaced (below).
Alias     memfd pages mapped MAP_SHARED R-X. A write duplicates the mapping (`mremap` with an old size of 0, so that no
          descriptor is needed), makes the duplicate RW, copies, unmaps it.

fork and Alias: parent and child map the same pages. So a slab is written only by a process that knows itself to be
the only one that maps it; after a fork, whoever writes first, parent or child, gives itself a copy. A child finds out
by the fork hook, by getpid(), and by a word in a page that the kernel wipes in children (a child in a new PID namespace
can have its parent's number). A parent that forked by a raw clone cannot know: until the child's first write, that
child sees what the parent writes, which goes to places that were free when it forked or were freed since.

`replace` is what remains when a write is refused in the middle of a run (no descriptor left, privileges dropped, a
sandbox entered): the pages are built elsewhere and moved over the old ones by one system call, under the kernel's
lock, so that a thread that runs code in them sees the old page or the new one, and both hold the same live code. Each
such write costs a mapping: it is a fall-back, not a backend.
"""

from __future__ import annotations

import errno
import os
from ctypes import c_int64

from rejit.runtime import libc
from rejit.runtime.libc import (
    MAP_ANONYMOUS,
    MAP_FIXED,
    MAP_NORESERVE,
    MAP_PRIVATE,
    MAP_SHARED,
    PROT_EXEC,
    PROT_READ,
    PROT_WRITE,
    failed,
)
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    Piece = tuple[int, bytes]  # (address, content)

PAGE = os.sysconf("SC_PAGE_SIZE")
MEM = b"/proc/thread-self/mem"
MEM_FLAGS = os.O_WRONLY | os.O_CLOEXEC
R_X = PROT_READ | PROT_EXEC
R_W = PROT_READ | PROT_WRITE


# Where code is written. ctypes makes an object of an int that is passed, which stays in free memory and would look to
# the search for words that lead into retired code (search.py) like one. Used with code memory's lock held.
_place = c_int64()


def pages_of(address: int, size: int) -> tuple[int, int]:
    """(first page's address, bytes) of the pages that [address, address + size) touches."""
    first = address & -PAGE
    return first, ((address + size + PAGE - 1) & -PAGE) - first


def spans(pieces: list[Piece]) -> list[tuple[int, int, list[Piece]]]:
    """Groups pieces, in address order, whose pages touch: (first page, bytes, pieces)."""
    groups: list[tuple[int, int, list[Piece]]] = []
    for piece in pieces:
        first, size = pages_of(piece[0], len(piece[1]))
        if groups and first <= groups[-1][0] + groups[-1][1]:
            start, _, members = groups[-1]
            members.append(piece)
            groups[-1] = (start, first + size - start, members)
        else:
            groups.append((first, size, [piece]))
    return groups


class ProcMem:
    """Writes through /proc/thread-self/mem."""

    name = "procmem"
    packs_pages = False
    __slots__ = ()

    def map(self, address: int, size: int) -> None:
        """Make a reserved range a slab: R-X, zero."""
        map_private(address, size, R_X)

    def write(self, pieces: list[Piece]) -> None:
        """Write pieces, given in address order, that lie in slabs of this backend."""
        descriptor = libc.open(MEM, MEM_FLAGS)
        if descriptor < 0:
            raise failed("open /proc/thread-self/mem")
        try:
            for address, content in pieces:
                size = len(content)
                _place.value = address
                done = libc.pwrite(descriptor, content, size, _place)
                while done != size:  # cut short by a signal, or refused
                    more = libc.pwrite(descriptor, content[done:], size - done, address + done) if done >= 0 else -1
                    if more < 0:
                        raise failed("pwrite /proc/thread-self/mem")
                    if more == 0:
                        raise OSError(errno.EIO, "pwrite /proc/thread-self/mem wrote nothing")
                    done += more
                libc.forget()
        finally:
            _place.value = 0
            libc.close(descriptor)

    def overwrite(self, pieces: list[Piece]) -> None:
        """Write over code that nobody can run any more."""
        self.write(pieces)

    def replaced(self, first: int, size: int) -> None:
        """`replace` has put other private pages there: nothing to do."""

    def fork(self) -> None:
        """Private pages: nothing to do."""

    def close(self) -> None:
        """Nothing is held."""


class Seal:
    """Fills whole pages while they are writable, then makes them executable."""

    name = "seal"
    packs_pages = True
    __slots__ = ("_live",)

    def __init__(self) -> None:
        self._live: set[int] = set()  # pages that were sealed and not given back

    def map(self, address: int, size: int) -> None:
        """Make a reserved range a slab: R-X, zero."""
        map_private(address, size, R_X)

    def write(self, pieces: list[Piece]) -> None:
        """Write pieces, given in address order, that lie in slabs of this backend."""
        for first, size, members in spans(pieces):
            pages = range(first, first + size, PAGE)
            if not self._live.isdisjoint(pages):
                replace(first, size, members)
            else:
                self._fill(first, size, members)
            self._live.update(pages)

    def overwrite(self, pieces: list[Piece]) -> None:
        """Write over whole pages that nobody can run any more, and hold them for empty."""
        pages = [page for address, content in pieces for page in range(address, address + len(content), PAGE)]
        self._live.difference_update(pages)
        try:
            self.write(pieces)
        finally:
            self._live.difference_update(pages)

    def replaced(self, first: int, size: int) -> None:
        """`replace` has put live code there."""
        self._live.update(range(first, first + size, PAGE))

    def fork(self) -> None:
        """Private pages: nothing to do."""

    def close(self) -> None:
        """Nothing is held."""

    def _fill(self, first: int, size: int, pieces: list[Piece]) -> None:
        if libc.mprotect(first, size, R_W) < 0:
            raise failed("mprotect(PROT_READ|PROT_WRITE)")
        try:
            for address, content in pieces:
                libc.put(address, content, len(content))
        finally:
            refused = libc.mprotect(first, size, R_X) < 0
        if refused:
            raise failed("mprotect(PROT_READ|PROT_EXEC)")


class Slab:
    """A memfd's pages mapped at [start, end), written below `high`, ours alone in `epoch` (-1: to be copied first)."""

    __slots__ = ("end", "epoch", "high", "start")

    def __init__(self, start: int, end: int, epoch: int) -> None:
        self.start = self.high = start
        self.end = end
        self.epoch = epoch


class Alias:
    """Writes memfd pages through a short-lived second mapping."""

    name = "alias"
    packs_pages = False
    __slots__ = ("_epoch", "_slabs", "_witness")

    def __init__(self) -> None:
        self._slabs: list[Slab] = []
        self._epoch = 0
        self._witness = libc.mmap(0, PAGE, R_W, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if self._witness < 0:
            raise failed("mmap")
        libc.madvise(self._witness, PAGE, libc.MADV_WIPEONFORK)  # Linux 4.14; older ones have getpid alone
        store_word(self._witness, 1)

    def map(self, address: int, size: int) -> None:
        """Make a reserved range a slab: R-X, zero."""
        _map_memfd(address, size, MAP_SHARED, [])
        self._slabs.append(Slab(address, address + size, self._epoch))

    def write(self, pieces: list[Piece]) -> None:
        """Write pieces, given in address order, that lie in slabs of this backend."""
        if not load_word(self._witness):  # wiped: this is a child that no hook has told
            self.fork()
        for first, size, members in spans(pieces):
            for slab in self._slabs:
                start, end = max(first, slab.start), min(first + size, slab.end)
                if start < end:
                    if slab.epoch != self._epoch:
                        self._detach(slab)
                    self._write(start, end, members)
                    slab.high = max(slab.high, end)

    def overwrite(self, pieces: list[Piece]) -> None:
        """Write over code that nobody can run any more."""
        self.write(pieces)

    def replaced(self, first: int, size: int) -> None:
        """`replace` has put private pages there: the slab is made anew, in one piece, before it is written again."""
        for slab in self._slabs:
            if first < slab.end and slab.start < first + size:
                slab.epoch = -1
                slab.high = max(slab.high, min(slab.end, first + size))

    def fork(self) -> None:
        """Another process may map the slabs now: whichever side this is, it copies a slab before it writes there."""
        self._epoch += 1
        store_word(self._witness, 1)

    def close(self) -> None:
        """Unmap what is not in the slabs."""
        libc.munmap(self._witness, PAGE)

    def _write(self, start: int, end: int, pieces: list[Piece]) -> None:
        """Write the part of `pieces` that lies in [start, end), pages of one slab."""
        alias = libc.mremap(start, 0, end - start, libc.MREMAP_MAYMOVE, 0)
        if alias < 0:
            raise failed("mremap(old size 0)")
        try:
            libc.madvise(alias, end - start, libc.MADV_DONTFORK)  # a child must not inherit it
            if libc.mprotect(alias, end - start, R_W) < 0:
                raise failed("mprotect(PROT_READ|PROT_WRITE) of the alias")
            for address, content in pieces:
                if address < start or address + len(content) > end:  # it goes on in the slab beside
                    cut = content[max(0, start - address) : max(0, end - address)]
                    libc.put(alias + max(address, start) - start, cut, len(cut))
                else:
                    libc.put(alias + address - start, content, len(content))
        finally:
            libc.munmap(alias, end - start)

    def _detach(self, slab: Slab) -> None:
        """Put a copy of the slab, on a memfd of our own, over it, in one step."""
        content = libc.get(slab.start, slab.high - slab.start)
        _map_memfd(slab.start, slab.end - slab.start, MAP_SHARED, [(slab.start, content)])
        slab.epoch = self._epoch


def map_private(address: int, size: int, protection: int) -> None:
    """Map zeroed private pages over a range that this process has reserved. Raises OSError.

    `mmap`, not `mprotect`: memory-deny-write-execute (Linux 6.3) refuses every `mprotect` that adds PROT_EXEC."""
    flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED
    if libc.mmap(address, size, protection, flags, -1, 0) < 0:
        raise failed("mmap(PROT_READ|PROT_EXEC)" if protection & PROT_EXEC else "mmap(PROT_READ|PROT_WRITE)")


def replace(first: int, size: int, pieces: list[Piece]) -> None:
    """Write pieces into the pages [first, first + size), which may hold live code, by moving new pages over them.

    Tries private anonymous pages, then pages of a memfd. Raises OSError with both reasons; nothing has changed then."""
    try:
        _replace_anonymous(first, size, pieces)
    except OSError as refused:
        content = libc.get(first, size)
        try:
            _map_memfd(first, size, MAP_PRIVATE, [(first, content), *pieces])
        except OSError as also:
            raise OSError(also.errno, f"{refused.strerror}; {also.strerror}") from None


def _replace_anonymous(first: int, size: int, pieces: list[Piece]) -> None:
    scratch = libc.mmap(0, size, R_W, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    if scratch < 0:
        raise failed("mmap(PROT_READ|PROT_WRITE)")
    try:
        libc.move(scratch, first, size)
        for address, content in pieces:
            libc.put(scratch + address - first, content, len(content))
        if libc.mprotect(scratch, size, R_X) < 0:
            raise failed("mprotect(PROT_READ|PROT_EXEC)")
        if libc.mremap(scratch, size, size, libc.MREMAP_MAYMOVE | libc.MREMAP_FIXED, first) < 0:
            raise failed("mremap(MREMAP_FIXED)")
        scratch = 0
    finally:
        if scratch:
            libc.munmap(scratch, size)


def _map_memfd(address: int, size: int, sharing: int, pieces: list[Piece]) -> None:
    """Map a new memfd that holds `pieces` R-X over [address, address + size). The descriptor is closed again."""
    descriptor = libc.memfd_create(b"rejit", libc.MFD_CLOEXEC | libc.MFD_EXEC)
    if descriptor < 0:  # before Linux 6.3 the flag is unknown
        descriptor = libc.memfd_create(b"rejit", libc.MFD_CLOEXEC)
    if descriptor < 0:
        raise failed("memfd_create")
    try:
        if libc.ftruncate(descriptor, size) < 0:
            raise failed("ftruncate of a memfd")
        for start, content in pieces:
            if libc.pwrite(descriptor, content, len(content), start - address) != len(content):
                raise failed("pwrite to a memfd")
        if libc.mmap(address, size, R_X, sharing | MAP_FIXED, descriptor, 0) < 0:
            raise failed("mmap(PROT_READ|PROT_EXEC) of a memfd")
    finally:
        libc.close(descriptor)
