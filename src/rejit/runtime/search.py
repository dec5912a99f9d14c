"""The search for what can still lead into retired code: Python's side of search.c, which says how it is done.

One a process, in the memory of the first session that needed it, which is never unmapped. It stops the threads that run
by a real-time signal that nothing else handles; without such threads, no signal is sent. The caller holds the GIL all
the while, so a thread that waits for it runs no JIT code.

What rejit itself keeps of addresses must not be found. Python's ints hold 30 bits a digit and look like no address. The
tables of the search lie in mappings of their own, which are left out, and are filled word by word: a `bytes` made on
the way would stay in free memory.
"""

from __future__ import annotations

import ctypes
from _thread import RLock, allocate_lock, get_native_id, start_new_thread
from time import perf_counter_ns

from rejit.errors import RejitError
from rejit.lifetimes import sessions
from rejit.runtime import libc, unwind
from rejit.runtime.backends import PAGE
from rejit.runtime.words import load_word, store_word
from rejit.tiers import Tier

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rejit.session import Session

LEVEL = 2  # at which the search is compiled: it reads gigabytes
HEADER = (
    "mode", "status", "culprit", "range_count", "ranges", "low", "span", "block_count", "blocks", "hits", "gil",
    "signal", "signalled", "searched", "stopped_ns", "thread_count", "mapping_count", "guard", "tid_offset",
    "page", "emulated", "futex", "our_count", "ours",
)  # fmt: skip
THREAD = ("tid", "state", "sp", "frame", "block", "number", "argument", "switches", "cpu_ns")
MAX_THREADS = 1024
REQUEST_SIZE = 4 << 20  # bytes; more than search.c's struct request, and only what is used takes memory
AT = {name: 8 * place for place, name in enumerate(HEADER)}
THREADS = 8 * len(HEADER)
LIST = 1
STOPPED = 4  # a thread's state: it was signalled
NOT_SEARCHED = (1 << 64) - 1  # owner of a block that belongs to no parcel
FROM_STACK, FROM_SIGNAL = 1 << 63, 1 << 62
SIGNALS = range(62, 36, -1)  # real-time signals; the C library has the first two for itself
SA_SIGINFO, SA_ONSTACK, SA_RESTART = 4, 0x08000000, 0x10000000
ATTEMPTS = 6  # a thread that wakes up makes a search void
REASONS = (
    "",
    f"there are more than {MAX_THREADS} threads",
    "/proc/self/task does not say what thread {culprit} does",
    "thread {culprit} blocks the signal that would stop it",
    "thread {culprit} did not answer the signal",
    "thread {culprit} woke up during the search",
    "there are too many mappings",
    "the kernel refuses process_vm_readv",
    "there is too much memory to search",
)
PASSING = (2, 3, 5)  # a thread that begins or ends, or wakes up: the next attempt may succeed
LATE = (2, 4, 5)  # ... and here a later search, when the machine has less to do
PAUSE_US = 100  # after the first attempt, and twice as much after each further one


class _Action(ctypes.Structure):
    """struct sigaction as the C library has it."""

    _fields_ = [
        ("handler", ctypes.c_size_t),
        ("mask", ctypes.c_byte * 128),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_size_t),
    ]


_sigaction = ctypes.PyDLL(None).sigaction
_usleep = ctypes.PyDLL(None).usleep


class Outcome:
    """What a search found. `hits`: by owner, a text that says where; `failure`: why nothing was proved, or '';
    `passing`: whether the same search may succeed a moment later."""

    __slots__ = ("failure", "handshake_ns", "hits", "passing", "searched_bytes", "stopped_ns")

    def __init__(self) -> None:
        self.failure = ""
        self.passing = False
        self.hits: dict[int, str] = {}
        self.handshake_ns: list[int] = []  # CPU time of each thread that was stopped
        self.searched_bytes = self.stopped_ns = 0


class Search:
    """The compiled search and its tables."""

    def __init__(self, session: Session) -> None:
        stop, search = _compiled(session)
        self.handler = stop
        self.module_session = session  # its memory holds the code
        self._call: Callable[[int], int] = ctypes.PYFUNCTYPE(ctypes.c_size_t, ctypes.c_size_t)(search)
        self._request = _map(REQUEST_SIZE)
        self._set("page", PAGE)
        self._tables = self._tables_size = self._owners = self._hits = 0
        self._signal = 0
        self._gil = -1  # not looked for yet

    def run(
        self, owners: int, ranges: Sequence[tuple[int, int, int, bool]], blocks: Sequence[tuple[int, int, int]]
    ) -> Outcome:
        """Which owners of `ranges` (start, end, owner, whether it is a body's) can something lead into?

        blocks  (start, end, owner) of what is not searched: data that only the owner's code uses
        """
        outcome = Outcome()
        if ranges:
            with _running:
                self._run(outcome, owners, ranges, blocks)
        return outcome

    def _run(
        self,
        outcome: Outcome,
        owners: int,
        ranges: Sequence[tuple[int, int, int, bool]],
        blocks: Sequence[tuple[int, int, int]],
    ) -> None:
        if not self._take_signal():
            outcome.failure = "the program handles every real-time signal"
            return
        if self._gil < 0:
            self._gil = self._find_gil()
        self._owners = owners
        self._fill(ranges, blocks)
        for attempt in range(ATTEMPTS):
            ctypes.memset(self._hits, 0, 8 * self._owners)
            status = self._call(self._request)
            self._account(outcome)
            if status not in PASSING:
                break
            _usleep(PAUSE_US << attempt)
        if status:
            culprit = self._get("culprit")
            outcome.failure = REASONS[status].format(culprit=culprit or "?")
            outcome.passing = status in LATE
            return
        for owner, where in enumerate((ctypes.c_uint64 * self._owners).from_address(self._hits)):
            if where:
                outcome.hits[owner] = _where(where)

    # -- tables ---------------------------------------------------------------------------------------------------

    def _get(self, name: str) -> int:
        return load_word(self._request + AT[name])

    def _set(self, name: str, value: int) -> None:
        store_word(self._request + AT[name], value)

    def _fill(self, ranges: Sequence[tuple[int, int, int, bool]], blocks: Sequence[tuple[int, int, int]]) -> None:
        """Write the request. Word by word: see the top of this file."""
        ranges = sorted(ranges)
        ours = [session.tiering.thread for session in sessions]
        words = 4 * len(ranges) + 3 * (len(blocks) + 2 + len(unwind.pools)) + len(ours) + self._owners
        self._make_room(8 * words)
        own = [
            (self._request, self._request + REQUEST_SIZE, NOT_SEARCHED),
            (self._tables, self._tables + self._tables_size, NOT_SEARCHED),
            *((pool, pool + size, NOT_SEARCHED) for pool, size in unwind.pools),
        ]
        blocks = _joined(sorted([*blocks, *own]))
        at = self._tables
        at = self._put("ranges", at, [word for entry in ranges for word in entry])
        at = self._put("blocks", at, [word for entry in blocks for word in entry])
        at = self._put("ours", at, ours)
        self._hits = at
        self._set("hits", at)
        self._set("our_count", len(ours))
        self._set("range_count", len(ranges))
        self._set("block_count", len(blocks))
        low, high = ranges[0][0], max(end for _, end, _, _ in ranges)
        self._set("low", low)
        self._set("span", high - low)
        self._set("gil", self._gil)
        self._set("signal", self._signal)
        self._set("mode", 0)

    def _put(self, name: str, at: int, words: list[int]) -> int:
        (ctypes.c_uint64 * len(words)).from_address(at)[:] = words  # type: ignore[assignment]
        self._set(name, at)
        return at + 8 * len(words)

    def _make_room(self, size: int) -> None:
        if size > self._tables_size:
            if self._tables:
                libc.munmap(self._tables, self._tables_size)
            self._tables_size = 1 << max(16, size.bit_length())
            self._tables = _map(self._tables_size)

    def _account(self, outcome: Outcome) -> None:
        outcome.searched_bytes += self._get("searched")
        outcome.stopped_ns += self._get("stopped_ns")
        if self._get("signalled"):
            outcome.handshake_ns += [t["cpu_ns"] for t in self._threads() if t["state"] == STOPPED]

    def _threads(self) -> list[dict[str, int]]:
        count = min(self._get("thread_count"), MAX_THREADS)
        size = len(THREAD)
        words = (ctypes.c_uint64 * (size * count)).from_address(self._request + THREADS)
        return [dict(zip(THREAD, words[size * i : size * i + size], strict=True)) for i in range(count)]

    # -- the signal and the GIL -----------------------------------------------------------------------------------

    def _take_signal(self) -> bool:
        """Whether there is a signal whose handler is ours; installed now if it was not."""
        action = _Action()
        for number in ([self._signal] if self._signal else []) + list(SIGNALS):
            if _sigaction(number, None, ctypes.byref(action)):
                continue
            if action.handler == self.handler:
                self._signal = number
                return True
            if action.handler == 0:
                # It stays installed: a thread that blocks the signal may take it at any later time.
                ours = _Action(self.handler, (ctypes.c_byte * 128)(*[-1] * 128), SA_SIGINFO | SA_ONSTACK | SA_RESTART)
                if not _sigaction(number, ctypes.byref(ours), None):
                    self._signal = number
                    return True
        return False

    def _find_gil(self) -> int:
        """The futex that threads wait on for the GIL: a thread that was just started waits there, for we have it.

        0 if it cannot be told; then such a thread counts as one that may wake up at any time."""
        started, tid = allocate_lock(), []
        started.acquire()

        def body() -> None:
            tid.append(get_native_id())
            started.release()

        try:
            start_new_thread(body, ())
        except RuntimeError:
            return 0
        self._set("mode", LIST)
        self._set("gil", 0)
        self._set("signal", self._signal)
        self._set("range_count", 0)
        self._set("our_count", 0)
        waiting: dict[int, int] = {}
        until = perf_counter_ns() + 4_000_000  # Python lets another thread in after 5 ms
        while perf_counter_ns() < until and not tid:
            self._call(self._request)
            for thread in self._threads():
                if thread["number"] == self._get("futex") and thread["state"] == 1:
                    waiting[thread["tid"]] = thread["argument"]
        started.acquire()
        return waiting.get(tid[0], 0)


def _compiled(session: Session) -> tuple[int, int]:
    """Addresses of `rejit_stop` and `rejit_search`."""
    from rejit.ir.index import ModuleIndex
    from rejit.reach import prepare

    with open(session.arch.SEARCH, encoding="utf-8") as file:
        index = ModuleIndex.build(file.read())
    symbols = {name: session.callbacks.label(label) for name, label in session.arch.SEARCH_LABELS.items()}
    module = session._add_index(index, "rejit search", symbols)
    module.initialised = True
    names = tuple(index.functions)

    def arrived() -> bool:
        return all(name in module.ready or name in module.failed for name in names)

    tier = Tier(LEVEL, hot=False, inline=0, calls="stub").key()
    session.compiler.fetch(module.number, names, (), tier, arrived, True)
    for name in names:
        prepare(module, name)
    return tuple(module.functions[name].body for name in ("rejit_stop", "rejit_search"))  # type: ignore[return-value]


def _map(size: int) -> int:
    flags = libc.MAP_PRIVATE | libc.MAP_ANONYMOUS | libc.MAP_NORESERVE
    address = libc.mmap(0, size, libc.PROT_READ | libc.PROT_WRITE, flags, -1, 0)
    if address < 0:
        raise libc.failed("mmap")
    return address


def _joined(blocks: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Sorted blocks, those of one owner that touch made one."""
    joined: list[tuple[int, int, int]] = []
    for start, end, owner in blocks:
        if joined and joined[-1][1] == start and joined[-1][2] == owner:
            joined[-1] = (joined[-1][0], end, owner)
        else:
            joined.append((start, end, owner))
    return joined


def _where(word: int) -> str:
    if word & FROM_SIGNAL:
        return f"it handles signal {word & 0xFF}"
    place = word & (FROM_SIGNAL - 1)
    if word & FROM_STACK:
        return f"a thread's stack leads into it (at {place:#x})"
    return f"memory leads into it (at {place:#x}): a suspended coroutine, a saved context or a pointer"


_made: dict[str, Search] = {}  # the process's search, once there is one
_running = RLock()  # its tables serve one thread at a time. Held under a reclaimer's lock, and so not across a fork
REFUSALS = 3
_refused: list[str] = []  # why there is none


def search_for(session: Session) -> Search | str:
    """The process's search, made in this session's memory if there is none yet; or why there can be none."""
    if not session.arch.SEARCH:
        return f"no search is written for {session.arch.NAME}"
    found = _made.get("search")
    if found is None and len(_refused) < REFUSALS:
        try:
            # Two threads may both make one, for no lock can be held while it is compiled; the second is never used.
            session.memory.lift_limit(1)  # room can be made with it only if there is room for it
            try:
                found = _made.setdefault("search", Search(session))
            finally:
                session.memory.lift_limit(-1)
        except (RejitError, OSError) as error:
            _refused.append(f"the search cannot be made: {error}")
    return found if found is not None else _refused[-1]
