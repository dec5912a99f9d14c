"""Memory for code and its data: one reserved range, W^X, private to the process.

    base                                                                          end
    | stubs, 1/32     | code, 3/8                     | data, the rest              |
    | R-X ....        | R-X R-X R-X ....              | RW RW ....                  |      .... reserved, PROT_NONE

The range is at most 2 GiB long, so every distance in it fits a signed 32-bit displacement. Each region is filled from
its low end in slabs that touch, which the kernel merges: two mappings a region, whatever the number of functions. Stubs
stand beside the code that calls them, where the short branches of other CPUs reach. A body brings its own read-only
data (jump tables, constants, LSDA, .eh_frame); slots, GOT words and counters are data.

A block is reserved (`Pending`: it has an address, so that code can be relocated to it), then committed (`Committed`: it
can run) or aborted. How bytes get into pages that nobody may write is the backends' matter (backends.py). What was
written is read back and compared; a write that is refused, or that went elsewhere because the program closed our
descriptor under our hands, is done again by replacing the pages, and a backend that keeps failing is given up.

One lock guards everything here. It is a leaf: nothing else is acquired while it is held. It is reentrant, because a
Python signal handler may fork or compile while its thread is in a commit.

(Over 600 lines: one class and its lock. What knows no lock, arenas and backends, has files of its own.)
"""

from __future__ import annotations

import errno
import os
from _thread import RLock
from _weakref import ref
from ctypes import PYFUNCTYPE, c_long, c_void_p, string_at

from rejit.errors import Closed, InternalError, NoCodeMemory, OutOfCodeMemory
from rejit.runtime import libc
from rejit.runtime.backends import PAGE, R_W, Alias, ProcMem, Seal, map_private, replace, spans
from rejit.runtime.blocks import Committed, MemoryStatistics, Pending
from rejit.runtime.ranges import SMALLEST_SPAN, clear, map_aligned, refusal, reserve_range
from rejit.runtime.slabs import Arena, PackedPages, Region, round_up
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Backend = ProcMem | Seal | Alias
    CodeArena = Arena | PackedPages
    Flush = Callable[[int, int], object]

__all__ = ["CodeMemory", "Committed", "MemoryStatistics", "Pending", "load_word", "store_word"]

SPAN = 1 << 30  # bytes; address space only, nothing is used before it is needed
LONGEST_SPAN = 1 << 31  # bytes; what a signed 32-bit displacement spans
STRIKES = 8  # writes refused for want of descriptors or memory before a backend is given up: each costs a mapping
PASSING = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN, errno.EINTR, errno.EBADF})

BACKENDS: dict[str, Callable[[], Backend]] = {"procmem": ProcMem, "seal": Seal, "alias": Alias}  # in order of choice
SHORT, LONG, CONSTANTS = "short", "long", "constants"  # bodies that will be replaced soon, the rest; what code reads


class CodeMemory:
    """The process's memory for JIT code and its data.

    span     bytes to reserve; halved, down to 16 MiB, where the address space is limited
    backend  'procmem', 'seal' or 'alias'; None takes the first that works
    trap     what freed and unused code is filled with: one instruction that stops the program
    limit    most bytes of code besides stubs; 0: what there is room for
    flush    called with (address, size) of code just written, before it is published; None where caches are coherent,
             and as long as there is no code to do it with (`flush_with`)
    probe    two functions that return 1 and 2, for a CPU that may be emulated: no backend is taken whose writes leave
             the emulator running what was there before
    patch_size  bytes of the one aligned store that changes a call site, 8 or 4

    Raises NoCodeMemory, which says what was refused and by which policy.
    """

    __slots__ = (
        "__weakref__",
        "_arenas",
        "_backend",
        "_belongings",
        "_closed",
        "_code",
        "_data",
        "_data_arena",
        "_flush",
        "_large",
        "_lock",
        "_older",
        "_opened",
        "_patch_size",
        "_pid",
        "_probe",
        "_refused",
        "_spare",
        "_strikes",
        "_stubs",
        "_trap",
        "_unlimited",
        "_unlimited_bytes",
        "_untried",
        "base",
        "end",
        "limit",
        "report",
    )

    def __init__(
        self,
        *,
        span: int = SPAN,
        backend: str | None = None,
        trap: bytes = b"\xcc",
        limit: int = 0,
        flush: Flush | None = None,
        patch_size: int = 8,
        probe: tuple[bytes, ...] = (),
    ) -> None:
        if backend is not None and backend not in BACKENDS:
            raise ValueError(f"backend={backend!r}: one of {', '.join(BACKENDS)}, or None")
        if not SMALLEST_SPAN <= span <= LONGEST_SPAN:
            raise ValueError(f"span={span}: from {SMALLEST_SPAN} to {LONGEST_SPAN} bytes")
        self._lock = RLock()
        self._pid = os.getpid()
        self._closed = False
        self.limit = limit
        self._unlimited = 0  # threads that place what does not count
        self._unlimited_bytes = 0
        self.report: Callable[[], Any] = self.statistics
        self._flush = flush
        self._patch_size = patch_size
        self._probe = probe
        self._trap = trap * (PAGE // len(trap))
        self.base, span = reserve_range(span)
        self.end = self.base + span
        code, data = self.base + span // 32, self.base + span // 32 * 13
        self._stubs = Region("stub", self.base, code)
        self._code = Region("code", code, data)
        self._data = Region("data", data, self.end)
        self._data_arena = Arena(self._grow_data)
        self._large: dict[int, int] = {}
        self._belongings: dict[int, Committed] = {}  # constants, by the address of the body that reads them
        self._arenas: dict[str, CodeArena] = {}
        self._older: list[tuple[str, CodeArena]] = []  # of backends that were given up
        self._spare: list[tuple[int, int]] = []
        self._opened: list[Backend] = []
        self._strikes = self._refused = 0
        self._untried = list(BACKENDS) if backend is None else [backend]
        reasons = self._next_backend()
        if reasons is not None:
            libc.munmap(self.base, span)
            raise NoCodeMemory(refusal("no way to make code executable is permitted here", reasons))
        _follow_forks(self)

    # -- code ------------------------------------------------------------------------------------------------------

    def reserve_code(self, size: int, align: int = 16, lifetime: str = LONG) -> Pending:
        """A block for a body. `lifetime` (SHORT, LONG, CONSTANTS) keeps apart what dies at different times.

        Raises OutOfCodeMemory."""
        return self._reserve(lifetime, size, align)

    def reserve_stubs(self, size: int, align: int = 16) -> Pending:
        """A block in the stub region; reserve many stubs at once. Raises OutOfCodeMemory."""
        return self._reserve("stub", size, align)

    def commit_many(
        self, blocks: Iterable[tuple[Pending, bytes]], kind: type[Committed] = Committed
    ) -> list[Committed]:
        """Write and publish blocks, in one go where they stand side by side; the result is in the order given.

        Raises NoCodeMemory if the bytes cannot be written: all the blocks are still pending then."""
        blocks = list(blocks)
        writers: dict[Backend, list[tuple[int, bytes]]] = {}
        for block, content in blocks:
            block._owner()
            writers.setdefault(block._writer, []).append((block.address, self._filled(block, content)))
        self._acquire()
        try:
            for writer, pieces in writers.items():
                if len(pieces) > 1:
                    pieces = _joined(pieces)
                self._write(writer, pieces)
                if self._flush is not None:
                    for address, content in pieces:
                        self._flush(address, len(content))
            done = []
            for block, _ in blocks:
                block._arena.committed(block.address, block.size)
                block._memory = None
                done.append(kind(block.address, block.size, block._arena))
        finally:
            self._lock.release()
        return done

    @property
    def patches(self) -> bool:
        """Whether live code can be patched at no cost but the write."""
        return not self._backend.packs_pages

    def patch(self, block: Committed, field: int, value: int) -> None:
        """Change a signed 4-byte field of a block that is running. The field must lie within one aligned word of
        `patch_size` bytes, which is replaced by one store: a thread fetches the old instruction or the new one. Raises
        NoCodeMemory."""
        size = self._patch_size
        place, shift = field & -size, 8 * (field & size - 1)
        assert shift <= 8 * size - 32
        word, above = place & -8, 8 * (place & 4)
        self._acquire()
        try:
            changed = load_word(word) >> above & ~(0xFFFFFFFF << shift) | (value & 0xFFFFFFFF) << shift
            changed &= (1 << 8 * size) - 1
            assert block._arena is not None
            self._write(block._arena.writer, [(place, changed.to_bytes(size, "little"))])
            if self._flush is not None:
                self._flush(place, size)
        finally:
            self._lock.release()

    def flush_with(self, flush: Flush) -> None:
        """What to flush with from now on. (What it is done with has itself been made runnable by the kernel, in pages
        that nothing ran in before.)"""
        self._flush = flush

    def order(self) -> None:
        """Who sees what is stored after this also sees what was stored before it."""
        if self._flush is not None:
            self._flush(0, 0)

    def belongs_to(self, body: Committed, constants: Committed) -> None:
        """A body's constants are released when it is."""
        self._belongings[body.address] = constants

    def release(self, blocks: Iterable[Committed]) -> None:
        """Overwrite code that nothing can run or return into any more, and let its memory be used again."""
        blocks = list(blocks)
        self._acquire()
        try:
            blocks += [self._belongings.pop(b.address) for b in blocks if b.address in self._belongings]
            empty: dict[Backend, list[tuple[int, bytes]]] = {}
            for block in blocks:
                if block._arena is None:
                    raise InternalError(f"code block {block.address:#x} was released before")
                for address, size in block._arena.release(block.address, block.size):
                    empty.setdefault(block._arena.writer, []).append((address, self._traps(address, size)))
                block._arena = None
            for writer, pieces in empty.items():
                try:
                    writer.overwrite(_joined(pieces))
                except OSError:  # the traps are a precaution; whoever gets the memory writes over it
                    self._refused += 1
        finally:
            self._lock.release()

    # -- data ------------------------------------------------------------------------------------------------------

    def allocate_data(self, size: int, align: int = 8, content: bytes = b"") -> int:
        """Address of `size` writable bytes within reach of the code: `content`, then zeros. Raises OutOfCodeMemory."""
        assert len(content) <= size
        self._acquire()
        try:
            address = self._data_arena.reserve(size, align)
        finally:
            self._lock.release()
        if content:
            libc.put(address, bytes(content), len(content))
        return address

    def allocate_large(self, size: int, align: int = PAGE) -> int:
        """Address of `size` writable zero bytes in a mapping of its own, out of reach of 32-bit displacements.

        For data of `code_model "large"`. Raises OutOfCodeMemory."""
        self._acquire()
        try:
            size = round_up(size or 1, PAGE)
            address = map_aligned(size, max(align, PAGE), R_W)
            if address < 0:
                raise OutOfCodeMemory(f"{size} bytes of data: {libc.failed('mmap').strerror}")
            self._large[address] = size
        finally:
            self._lock.release()
        return address

    def free_data(self, address: int, size: int) -> None:
        """Give back what `allocate_data` or `allocate_large` returned for that size."""
        self._acquire()
        try:
            large = self._large.pop(address, 0)
            if large:
                libc.munmap(address, large)
            else:
                clear(address, self._data_arena.rounded(size))
                self._data_arena.release(address, size)
        finally:
            self._lock.release()

    # -- questions -------------------------------------------------------------------------------------------------

    def contains(self, address: int) -> bool:
        """Whether the address lies in the reserved range."""
        return self.base <= address < self.end

    def contains_code(self, address: int) -> bool:
        """Whether the address lies where stubs and bodies are."""
        return self._stubs.start <= address < self._code.end

    def code_range(self) -> tuple[int, int]:
        """Where stubs and bodies are: start and end."""
        return self._stubs.start, self._code.end

    def stub_range(self) -> tuple[int, int]:
        """Where stubs are or may come to be: start and size."""
        return self._stubs.start, self._stubs.end - self._stubs.start

    def __call__(self) -> Any:
        """`Session.memory()`: the session's report, which is more than this class knows of."""
        return self.report()

    def in_use(self) -> int:
        """Bytes of code and data that were handed out and not given back."""
        return self.code_bytes() + self._data_arena.used

    def code_bytes(self) -> int:
        """Bytes of code that were handed out and not given back, without stubs."""
        used = sum(arena.used for kind, arena in self._older if kind != "stub")
        return used + sum(arena.used for kind, arena in list(self._arenas.items()) if kind != "stub")

    def limited_bytes(self) -> int:
        """The same without what does not count against `limit`."""
        return self.code_bytes() - self._unlimited_bytes

    def lift_limit(self, by: int) -> None:
        """With 1, until it is called with -1: what is reserved does not count against `limit`, and stays for ever."""
        with self._lock:
            self._unlimited += by

    @property
    def backend(self) -> str:
        """Name of the backend that new code is written with."""
        return self._backend.name

    def statistics(self) -> MemoryStatistics:
        """Sizes, mappings, backend; see MemoryStatistics."""
        self._acquire()
        try:
            arenas = [*self._arenas.items(), *self._older]
            return MemoryStatistics(
                backend=self._backend.name,
                code_bytes=sum(arena.used for kind, arena in arenas if kind != "stub"),
                stub_bytes=sum(arena.used for kind, arena in arenas if kind == "stub"),
                data_bytes=self._data_arena.used + sum(self._large.values()),
                free_bytes=sum(arena.free_bytes() for _, arena in arenas) + sum(size for _, size in self._spare),
                largest_free_run=max((arena.largest_free() for _, arena in arenas), default=0),
                mappings=self._mappings(),
                refused_writes=self._refused,
            )
        finally:
            self._lock.release()

    def close(self) -> None:
        """Unmap everything. The caller has proved that no code in it can run again."""
        if self._closed:
            return
        self._acquire()
        try:
            self._closed = True
            self._pid = 0  # sends every later call through `_changed`
            libc.munmap(self.base, self.end - self.base)
            for address, size in self._large.items():
                libc.munmap(address, size)
            for backend in self._opened:
                backend.close()
        finally:
            self._lock.release()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _acquire(self) -> None:
        """Take the lock. The child of a raw clone takes a new one: a thread that is not there may have held the old."""
        if os.getpid() != self._pid:
            self._changed()
        self._lock.acquire()

    def _changed(self) -> None:
        if self._closed:
            raise Closed("code memory was closed")
        self._lock = RLock()
        self._pid = os.getpid()
        for backend in self._opened:
            backend.fork()

    def _reserve(self, kind: str, size: int, align: int) -> Pending:
        assert size > 0 and align & (align - 1) == 0
        self._acquire()
        try:
            if kind != "stub" and self._unlimited:
                self._unlimited_bytes += size
            elif kind != "stub" and self.limit and self.limited_bytes() + size > self.limit:
                raise OutOfCodeMemory(
                    f"{size} bytes of code wanted, and {self.limited_bytes()} of code_limit={self.limit} are used"
                )
            while True:
                writer = self._backend
                arena = self._arenas.get(kind) or self._new_arena(kind)
                try:
                    address = arena.reserve(size, align)
                except OSError as refused:  # the kernel gave no slab
                    if self._next_backend() is not None:
                        raise OutOfCodeMemory(f"a slab for {size} bytes of code: {refused.strerror}") from refused
                    continue
                return Pending(address, size, self, arena, writer)
        finally:
            self._lock.release()

    def _abort(self, block: Pending) -> None:
        self._acquire()
        try:
            block._arena.release(block.address, block.size)
            block._memory = None
        finally:
            self._lock.release()

    def _new_arena(self, kind: str) -> CodeArena:
        backend = self._backend
        region = self._stubs if kind == "stub" else self._code

        def grow(need: int) -> tuple[int, int]:
            if region is self._code and self._spare and self._spare[-1][1] >= need:
                return self._spare.pop()
            address, size = region.take(need)
            try:
                backend.map(address, size)
            except OSError:
                region.undo(address, size)
                raise
            return address, size

        arena = PackedPages(grow, PAGE) if backend.packs_pages else Arena(grow)
        arena.writer = backend
        self._arenas[kind] = arena
        return arena

    def _grow_data(self, need: int) -> tuple[int, int]:
        address, size = self._data.take(need)
        try:
            map_private(address, size, R_W)
        except OSError as refused:
            self._data.undo(address, size)
            raise OutOfCodeMemory(f"a slab for {need} bytes of data: {refused.strerror}") from refused
        return address, size

    def _write(self, writer: Backend, pieces: list[tuple[int, bytes]]) -> None:
        """Get pieces, in address order, into memory, or raise NoCodeMemory. The lock is held."""
        try:
            writer.write(pieces)
            if all(_is_there(address, content) for address, content in pieces):
                self._strikes = 0
                return
            reason = OSError(errno.EIO, f"{writer.name}: what was written is not there")
        except OSError as refused:
            reason = refused
        self._refused += 1
        for first, size, members in spans(pieces):
            try:
                replace(first, size, members)
            except OSError as also:
                raise NoCodeMemory(refusal("code cannot be written", [reason, also])) from reason
            writer.replaced(first, size)
        if writer is self._backend:
            self._strikes += 1
            if reason.errno not in PASSING or self._strikes >= STRIKES:
                try:
                    if self._next_backend() is not None:
                        self._untried = []  # stay with this one
                except OutOfCodeMemory:
                    pass  # no room to try another: this block is written, and new ones will say so

    def _next_backend(self) -> list[OSError] | None:
        """Move on to the next backend that works, and return None; or return why none does."""
        reasons = []
        slab = self._code.take(1)
        for name in list(self._untried):
            try:
                backend = BACKENDS[name]()
                backend.map(*slab)
                sample = [(slab[0], self._traps(slab[0], PAGE))]
                backend.overwrite(sample)
                if libc.get(slab[0], PAGE) != sample[0][1]:
                    raise OSError(errno.EIO, "what was written is not there")
                if not self._runs_what_is_written(backend, slab[0]):
                    raise OSError(errno.EIO, "an emulator goes on running what was there before")
                if self._probe:
                    backend.overwrite(sample)
            except OSError as refused:
                reasons.append(OSError(refused.errno, f"{name}: {refused.strerror}"))
                continue
            self._untried = self._untried[self._untried.index(name) + 1 :]
            self._backend = backend
            self._opened.append(backend)
            self._older += self._arenas.items()
            self._arenas = {}
            self._spare = [slab]
            self._strikes = 0
            return None
        self._code.undo(*slab)
        return reasons

    def _runs_what_is_written(self, backend: Backend, place: int) -> bool:
        found = []
        for function in self._probe:
            backend.overwrite([(place, function + self._traps(place, PAGE)[len(function) :])])
            found.append(PYFUNCTYPE(c_long)(place)())
        return found == [1, 2][: len(found)]

    def _filled(self, block: Pending, content: bytes) -> bytes:
        """`content`, with traps up to where the next block may begin."""
        left = block._arena.rounded(block.size) - len(content)
        if len(content) > block.size:
            raise InternalError(f"{len(content)} bytes for the code block {block.address:#x} of {block.size}")
        return b"".join((content, self._traps(block.address + len(content), left)))

    def _traps(self, address: int, size: int) -> bytes:
        """`size` bytes of trap instructions, in step with their alignment."""
        phase = address % PAGE
        if phase + size <= PAGE:
            return self._trap[phase : phase + size]
        return (self._trap * ((phase + size) // PAGE + 1))[phase : phase + size]

    def _mappings(self) -> int:
        ranges = [(self.base, self.end), *((address, address + size) for address, size in self._large.items())]
        count = 0
        try:
            with open("/proc/self/maps", "rb") as maps:
                for line in maps:
                    low, _, high = line.split(b" ", 1)[0].partition(b"-")
                    start, end = int(low, 16), int(high, 16)
                    count += any(start < right and left < end for left, right in ranges)
        except OSError:
            return 0
        return count


_place = c_void_p()  # as in backends.py: nothing that ctypes would make of an int is to stay in free memory


def _is_there(address: int, content: bytes) -> bool:
    """Whether memory holds that. The lock is held."""
    _place.value = address
    found = string_at(_place, len(content)) == content
    _place.value = 0
    libc.forget()
    return found


def _joined(pieces: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """Sorts pieces by address and joins those that touch."""
    pieces.sort()
    joined: list[tuple[int, bytes]] = []
    run: list[bytes] = []
    start = end = 0
    for address, content in pieces:
        if address != end and run:
            joined.append((start, b"".join(run)))
            run = []
        if not run:
            start = address
        run.append(content)
        end = address + len(content)
    if run:
        joined.append((start, b"".join(run)))
    return joined


# Python cannot forget a fork hook, so there is one for all memories, and it holds none of them alive.
_memories: list[ref[CodeMemory]] = []
_forking: list[CodeMemory] = []  # whose locks the thread that is forking holds
_hooked = False


def _follow_forks(memory: CodeMemory) -> None:
    global _hooked
    _memories[:] = [known for known in _memories if known() is not None]
    _memories.append(ref(memory))
    if not _hooked:
        _hooked = True
        os.register_at_fork(
            before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child
        )


def _before_fork() -> None:
    for known in list(_memories):
        memory = known()
        if memory is not None and not memory._closed:
            memory._acquire()  # no commit is half done when the child is made
            _forking.append(memory)


def _after_fork_in_parent() -> None:
    while _forking:
        memory = _forking.pop()
        for backend in memory._opened:
            backend.fork()
        memory._lock.release()


def _after_fork_in_child() -> None:
    while _forking:
        memory = _forking.pop()
        memory._pid = os.getpid()
        for backend in memory._opened:
            backend.fork()
        memory._lock.release()  # the thread that forked holds it, and is the one that is left
