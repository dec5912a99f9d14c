"""Retired code: kept until it is proved that nothing can lead back into it, then freed. Only this component frees.

What goes together is a parcel: code, its unwind tables, the data that only this code uses, stubs. New calls cannot
reach it (slots lead elsewhere); what still can are threads inside it, suspended coroutines and saved contexts. These
hold an address in the parcel: a return address on a stack, a register, a word of a context. `rejit.runtime.search`
looks for such words; a parcel that none was found for is free. One that was found stays, and is looked at again later.

A search stops threads for a moment, so there is none without pressure: 7/8 of `SLACK_BYTES` and a tenth of the code
must be retired. Above all of that nothing is retired before the quarantine was searched: who is about to (`Room`) does
it itself, and where a search fails that may succeed a moment later, because a thread did not answer in time, say, waits
for that, `WAIT_S` at most. So there is never more in quarantine, but for what is kept: a search has found that it is in
use, or it cannot be looked for, because there is no search here, because a thread blocks the signal, or because threads
did not answer for all that time, which is counted (`overruns`). Beside what is kept there may be a quarter of the limit
in any case.

Order of locks: this one, then those of code memory and of stubs, which are leaves. Never asked for under the latter.
Who waits for room holds none of ours, unless it was called back under one; a search asks for no lock that it could hold
but the session's, where the search itself is being compiled, and then the wait ends by its time.
"""

from __future__ import annotations

from _thread import RLock, get_ident
from _weakref import ref
from time import monotonic, perf_counter_ns, sleep

from rejit.errors import InternalError
from rejit.runtime import unwind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from rejit.config import Config
    from rejit.observers import Observers
    from rejit.runtime.callbacks import CompileCallbackManager, Stub
    from rejit.runtime.memory import CodeMemory, Committed
    from rejit.runtime.search import Search

SLACK_BYTES = 64 << 10  # retired before a search pays; less would stop threads for nothing
SHARE = 10  # ... and one part in so many of the code and data in use; the search is at 7/8 of both
KEPT_TIMES = 4096  # of stopped threads, for the percentile
PATIENCE = 4  # a search that freed little is repeated when a quarter of the limit more is retired
WAIT_S = 2.0  # for a search to succeed, once for each quarter of the limit: a thread needs its turn on a CPU
MAKE_S = 20.0  # for another thread's search to end, whose code may have to be compiled first
PAUSE_S = 0.002  # between searches; Python's other threads run meanwhile


class Parcel:
    """Memory that is freed as one, in quarantine until then."""

    __slots__ = (
        "_holders",
        "_unsought",
        "after",
        "blocks",
        "data",
        "freed",
        "keep",
        "owner",
        "reason",
        "stubs",
        "what",
    )

    def __init__(self, what: str, owner: object = None) -> None:
        self.what = what
        self.owner = owner  # the module that a replaced body belongs to
        self.blocks: list[Committed] = []
        self.data: list[tuple[int, int]] = []  # (address, size), used by nothing but this code
        self.stubs: list[Stub] = []
        self.after: list[Parcel] = []  # parcels whose code leads into this one
        self.keep: list[Any] = []  # objects that the code refers to
        self.freed = False
        self.reason = "not looked for yet"  # why it is still here
        self._holders: list[ref[Any]] = []
        self._unsought: set[int] = set()

    def add_code(self, block: Committed, sought: bool = True) -> None:
        """A block of code of the parcel; if not `sought`, it is known that nothing leads there."""
        self.blocks.append(block)
        if not sought:
            self._unsought.add(block.address)

    def hold(self, holder: Any) -> None:
        """The parcel stays while this object lives."""
        self._holders.append(ref(holder))

    def held(self) -> bool:
        """Whether an object that `hold` was given still lives."""
        return any(holder() is not None for holder in self._holders)

    def size(self) -> int:
        """Bytes of code and data."""
        return sum(block.size for block in self.blocks) + sum(size for _, size in self.data)

    def ranges(self, cell: int) -> list[tuple[int, int, bool]]:
        """Start and end of all that can be led into; a stub's cell has `cell` bytes. True with it where the very first
        address does not count if it is found in the heap: nothing returns there, libgcc (13 and later) has it in a
        tree, and copies of it stay in free memory when the block is written.

        A body's unwind tables stand at its end. They are not counted: libgcc has their address."""
        found = [
            (
                block.address,
                min(block.address + block.size, *block.unwind, block.address + block.size),
                block.alone,
            )
            for block in self.blocks
            if block.address not in self._unsought
        ]
        return found + [(stub.cell, stub.cell + cell, False) for stub in self.stubs]

    def own_data(self) -> list[tuple[int, int]]:
        """Start and end of data that only this parcel's code uses, slots included."""
        found = [(address, address + size) for address, size in self.data]
        return found + [(stub.slot, stub.slot + 8) for stub in self.stubs]


class ReclaimStatistics:
    """What was reclaimed, and what waits; sizes in bytes."""

    __slots__ = (
        "bodies_reclaimed",
        "overruns",
        "quarantine_bytes",
        "quarantine_bytes_max",
        "quarantine_share_max",
        "reclaimed_bytes",
        "searches",
        "waiting",
    )

    def __init__(
        self,
        bodies_reclaimed: int,
        reclaimed_bytes: int,
        quarantine_bytes: int,
        quarantine_bytes_max: int,
        searches: int,
        waiting: tuple[tuple[str, int, str], ...],
        overruns: int,
        quarantine_share_max: float,
    ) -> None:
        self.bodies_reclaimed = bodies_reclaimed
        self.reclaimed_bytes = reclaimed_bytes
        self.quarantine_bytes = quarantine_bytes
        self.quarantine_bytes_max = quarantine_bytes_max
        self.quarantine_share_max = quarantine_share_max  # of its limit
        self.searches = searches
        self.overruns = overruns  # how often there was no room, and no search succeeded within WAIT_S
        self.waiting = waiting  # (what, bytes, why it is still here) of each parcel in quarantine


class Room:
    """Room in quarantine for what a thread is about to retire, made as it is entered; see `Reclaimer.room`."""

    __slots__ = ("_reclaimer", "_size")

    def __init__(self, reclaimer: Reclaimer, size: int) -> None:
        self._reclaimer = reclaimer
        self._size = size

    def __enter__(self) -> None:
        self._reclaimer.admit(self._size)

    def __exit__(self, *_: object) -> None:
        self._reclaimer.admitted(self._size)


class Reclaimer:
    """The quarantine of one session. Thread-safe."""

    def __init__(
        self,
        memory: CodeMemory,
        callbacks: CompileCallbackManager,
        config: Config,
        make_search: Callable[[], Search | str],
    ) -> None:
        if config.reclaim not in ("auto", "always", "off"):
            raise ValueError(f"reclaim={config.reclaim!r}: 'auto', 'always' or 'off'")
        self._memory = memory
        self._callbacks = callbacks
        self._mode = config.reclaim
        self._make_search = make_search
        self.handshakes = self.stopped_ns = self.searched_bytes = 0
        self.handshake_ns: list[int] = []  # CPU time of threads that were stopped
        self.lock = RLock()  # held across a fork
        self._parcels: list[Parcel] = []  # in an order in which `after` comes first
        self._bytes = self._most = 0
        self._share = 0.0
        self._patience = 0  # bytes in quarantine up to which `relieve` does not search again
        self._kept = 0  # bytes that the last search left there: proved to be in use, or not to be looked for
        self._coming = 0  # bytes that threads are about to retire
        self._passing = False  # the last search failed, and may succeed a moment later
        self._bodies = self._freed = self._searches = self.overruns = 0
        self._collecting = 0  # the thread that does
        self.observers: Observers | None = None
        self.on_event: Callable[[str, str, int, int], None] | None = None  # what happened, to what, bytes, since when

    # -- coming in ------------------------------------------------------------------------------------------------

    def add(self, parcel: Parcel) -> None:
        """Take a parcel in; those of `after` must be here already."""
        with self.lock:
            parcel.after = [earlier for earlier in parcel.after if not earlier.freed]
            self._parcels.append(parcel)
            self._bytes += parcel.size()
            self._most = max(self._most, self._bytes)
            self._share = max(self._share, self._bytes / max(1, self.limit()))
        if self.on_event is not None:
            self.on_event("retired", parcel.what, parcel.size(), 0)

    def retired_at(self, address: int) -> tuple[str, Any, Committed] | None:
        """The replaced body in quarantine that a code address lies in: its function, its module, its block."""
        for parcel in list(self._parcels):
            for block in parcel.blocks:
                if parcel.owner is not None and block.address <= address < block.address + block.size:
                    return parcel.what.rpartition(", in ")[0], parcel.owner, block
        return None

    def parcels_of(self, owner: object) -> list[Parcel]:
        """What is in quarantine of a module."""
        with self.lock:
            return [parcel for parcel in self._parcels if parcel.owner is owner]

    # -- making room ----------------------------------------------------------------------------------------------

    def limit(self) -> int:
        """Bytes that may be in quarantine."""
        return SLACK_BYTES + self._memory.in_use() // SHARE

    def _allowed(self) -> int:
        """Bytes that may be there besides what is kept."""
        limit = self.limit()
        return max(limit - self._kept, limit // PATIENCE)

    def room(self, size: int) -> Room:
        """For `with`, around what retires `size` bytes, and outside of locks: see the top of this file."""
        return Room(self, size)

    def has_room(self, size: int) -> bool:
        """Whether `size` bytes may be retired now. More than the limit may when all else was searched."""
        sought = self._bytes - self._kept
        return self._mode == "off" or not sought or sought + self._coming + size <= self._allowed()

    def admit(self, size: int) -> None:
        """Make room for `size` bytes, which are `admitted` afterwards."""
        failing = others = 0.0  # since when searches have failed, and another thread's has gone on
        while not self._let_in(size, False):
            if self._collecting == get_ident():  # what is called by a search
                self._let_in(size, True)
                return
            self.collect()
            if self._let_in(size, False):
                return
            now = monotonic()
            if self._collecting:
                others = others or now
            else:
                failing = failing or now
            if (failing and now - failing >= WAIT_S) or (others and now - others >= MAKE_S):
                self._give_up()
            else:
                sleep(PAUSE_S)

    def _let_in(self, size: int, anyway: bool) -> bool:
        with self.lock:
            room = anyway or self.has_room(size)
            if room:
                self._coming += size
        return room

    def _give_up(self) -> None:
        """What is there cannot be looked for."""
        with self.lock:
            self.overruns += 1
            self._kept = self._bytes

    def admitted(self, size: int) -> None:
        """It has been retired, or is not going to be."""
        with self.lock:
            self._coming -= size

    # -- going out ------------------------------------------------------------------------------------------------

    def relieve(self) -> int:
        """Collect, if there is reason to: the bytes that were freed."""
        if self._mode == "always" or self._pressed():
            return self.collect()
        return 0

    def _pressed(self) -> bool:
        allowed = self._allowed()
        return self._bytes - self._kept > allowed - allowed // 8 and self._bytes > self._patience

    def collect(self, pressure: bool = False) -> int:
        """Free what is proved unreachable: the bytes that were freed. `pressure`: even if that was tried before."""
        if self._mode == "off" or not self._parcels:
            return 0
        with self.lock:
            if self._collecting:  # another thread, or this one, for room for the search itself
                return 0
            self._collecting = get_ident()
        start = perf_counter_ns()
        try:
            search = self._make_search()  # may compile, so not under the lock
            with self.lock:
                free = self._collect(search)
        finally:
            self._collecting = 0
        for parcel in free:  # not under the lock: these may run Python code as they go
            parcel.keep.clear()
        freed = sum(parcel.size() for parcel in free)
        if self.on_event is not None:
            self.on_event("reclaimed", f"{len(free)} parcels", freed, start)
        return freed

    def _collect(self, search: Search | str) -> list[Parcel]:
        self._passing = False
        waiting = []
        for parcel in self._parcels:
            if parcel.held():
                parcel.reason = "an address or a view that was handed out is still held"
            else:
                waiting.append(parcel)
        free = self._unreachable(_without_blocked(waiting), search)
        done = self._free(free)
        if free:
            self._parcels = [parcel for parcel in self._parcels if not parcel.freed]
        self._bytes -= done
        self._freed += done
        if not self._passing:
            self._kept = self._bytes
        self._patience = self._bytes + self.limit() // 32 if self._passing else 0
        return free

    def _unreachable(self, candidates: list[Parcel], search: Search | str) -> list[Parcel]:
        """The parcels among `candidates` that nothing can lead into.

        What only a parcel's own code uses is not searched, as long as the parcel may go. When it turns out that one has
        to stay, its data is searched as well, and what comes after it stays."""
        cell = int(self._callbacks.arch.CELL_SIZE)
        while candidates:
            if isinstance(search, str):
                return _stay(candidates, search)
            ranges = [(*r, owner) for owner, parcel in enumerate(candidates) for r in parcel.ranges(cell)]
            outcome = search.run(
                len(candidates),
                [(start, end, owner, body) for start, end, body, owner in ranges],
                [(*b, owner) for owner, parcel in enumerate(candidates) for b in parcel.own_data()],
            )
            self._searches += 1
            self.searched_bytes += outcome.searched_bytes
            self.stopped_ns += outcome.stopped_ns
            self.handshake_ns += outcome.handshake_ns
            del self.handshake_ns[:-KEPT_TIMES]
            self.handshakes += bool(outcome.handshake_ns)
            if outcome.failure:
                self._passing = outcome.passing
                return _stay(candidates, outcome.failure)
            for owner, where in outcome.hits.items():
                candidates[owner].reason = where
            left = _without_blocked([parcel for owner, parcel in enumerate(candidates) if owner not in outcome.hits])
            if not any(parcel.data for parcel in candidates if parcel not in left):
                return left
            candidates = left
        return []

    def _free(self, parcels: list[Parcel]) -> int:
        """Give all of some parcels back: their bytes."""
        for parcel in parcels:
            if parcel.freed:
                raise InternalError(f"{parcel.what}: freed twice")
            parcel.freed = True  # first: what fails half-way is lost, and not freed again
        blocks = [block for parcel in parcels for block in parcel.blocks]
        if self.observers is not None:
            self.observers.gone(blocks)
        unwind.deregister_frames(table for block in blocks for table in block.unwind)
        size = sum(parcel.size() for parcel in parcels)
        self._memory.release(blocks)
        for parcel in parcels:
            for address, length in parcel.data:
                self._memory.free_data(address, length)
            self._callbacks.detach(parcel.stubs)
            parcel.after.clear()
            parcel.keep.clear()
        self._bodies += len(blocks)
        return size

    # -- questions ------------------------------------------------------------------------------------------------

    def statistics(self) -> ReclaimStatistics:
        """See ReclaimStatistics."""
        with self.lock:
            waiting = tuple((parcel.what, parcel.size(), parcel.reason) for parcel in self._parcels)
            counted = self._bodies, self._freed, self._bytes, self._most, self._searches
            return ReclaimStatistics(*counted, waiting, self.overruns, self._share)

    def report(self) -> dict[str, float]:
        """The figures of `--stats`."""
        times = sorted(self.handshake_ns)
        slow = times[min(len(times) - 1, len(times) * 99 // 100)] / 1000 if times else 0.0
        return {
            "bodies_reclaimed": self._bodies,
            "reclaimed_bytes": self._freed,
            "quarantine_bytes_max": self._most,
            "handshakes": self.handshakes,
            "handshake_thread_cpu_us_p99": round(slow, 1),
        }

    # -- fork -----------------------------------------------------------------------------------------------------

    def after_fork_in_child(self) -> None:
        """Threads that were there are gone; what they held is not looked for in their registers any more."""
        self._patience = self._kept = self._coming = self._collecting = 0


def _stay(parcels: list[Parcel], reason: str) -> list[Parcel]:
    for parcel in parcels:
        parcel.reason = reason
    return []


def _without_blocked(parcels: list[Parcel]) -> list[Parcel]:
    """The parcels of which everything that leads into them is among them too, or free."""
    chosen: list[Parcel] = []
    inside: set[int] = set()
    for parcel in parcels:
        blocking = [earlier for earlier in parcel.after if not earlier.freed and id(earlier) not in inside]
        if blocking:
            parcel.reason = f"{blocking[0].what} may still lead here"
        else:
            chosen.append(parcel)
            inside.add(id(parcel))
    return chosen
