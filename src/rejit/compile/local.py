"""Compiling in the program's own process, for `workers=0` and where no compile server can be started.

The same verbs as `rejit.compile.pool.ServerCompiler`. LLVM works in a thread of its own; what makes it end the process
ends the program, but for assembly, which is compiled in a forked child.
"""

from __future__ import annotations

import os
from _thread import allocate_lock

from rejit.compile.messages import error_from, packed
from rejit.errors import Closed, NoCompiler, Unloaded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.cache.use import Entry, SessionCache
    from rejit.compile.pool import Message
    from rejit.ir.index import ModuleIndex
    from rejit.tiers import TierKey


BACKLOG = 64  # compiles whose pieces are held in memory before they are stored


def main_thread_ended() -> bool:
    """Whether the process goes on without its first thread (pthread_exit in main)."""
    try:
        with open(f"/proc/self/task/{os.getpid()}/stat", "rb") as file:
            return file.read().rpartition(b") ")[2][:1] == b"Z"
    except OSError:
        return False


def wait_for_end(thread: int) -> None:
    """Wait until the C library counts a thread no more; it has nothing left to do but to end."""
    task = f"/proc/self/task/{thread}"
    while os.access(task, os.F_OK):
        os.sched_yield()


class LocalCompiler:
    """Compiling in this process (`workers=0`): the same verbs."""

    def __init__(self, deliver: Callable[[Message], None]) -> None:
        self._deliver = deliver
        self._sources: dict[int, Any] = {}
        self._lock = allocate_lock()  # LLVM under llvmlite compiles one thing at a time anyway
        self._ending = False  # the process ends: nothing is recompiled any more
        self._threads = True  # whether a thread may be started to compile in
        self._cache: SessionCache | None = None
        self._pid = os.getpid()
        self._backlog: Any = None  # compiled, and to be stored
        self._books: dict[int, Any] = {}
        self.waiting: Callable[[], None] | None = None  # as in `ServerCompiler`
        self.running_workers = 0
        self.server_pid = 0
        self.starts = 0

    @property
    def local(self) -> LocalCompiler:
        """As `ServerCompiler.local`."""
        return self

    def start(self) -> None:
        """LLVM loads at the first compile."""

    # -- recompiling: in the session's own thread, see `rejit.tiering` --------------------------------------------

    def background(self) -> None:
        """There is no server to hear from."""

    def listen(self) -> None:
        """Nor to listen to."""

    def stop_listening(self) -> None:
        """Nor to listen to no more."""

    def lost_background(self, channel: Any) -> None:
        """Nor to lose."""

    def interrupt_background(self) -> None:
        """Nor to be woken from."""

    def ask_idle(self) -> None:
        """Nor to be asked."""

    def note(self, message: Message) -> None:
        """Have what a message brings, its pieces marshalled, kept in the cache."""
        book = self._books.get(message[1])
        if book is not None:
            _, _, tier, functions, variables, pieces, _, imported = message
            book.add(functions, variables, pieces, tier, imported)

    def index_of(self, number: int) -> ModuleIndex | None:
        """A module's index; None if it is not known."""
        source = self._sources.get(number)
        return None if source is None else source.index

    def compile_again(self, number: int, name: str, tier: TierKey, hot: Sequence[str]) -> tuple[Any, Any]:
        """Compile a function that runs at another tier: what `compile_each` gives."""
        from _functools import partial  # type: ignore[import-not-found]

        from rejit.compile.backend import compile_guarded
        from rejit.compile.worker import compile_each

        with self._lock:
            if self._ending:
                raise Closed(f"{name}: the process ends")
            source = self._sources.get(number)
            if source is None:
                raise Unloaded(f"{name}: its module was closed")
            return tuple(self._on_big_stack(partial(compile_each, source, (name,), (), tier, compile_guarded, hot)))

    # -- the verbs ------------------------------------------------------------------------------------------------

    def before_exit(self) -> None:
        """The process is about to run its exit handlers. Among them are those of LLVM's that its first use registered:
        a thread that is inside LLVM then would find its tables gone. Wait until none is."""
        self._ending = True
        with self._lock:
            pass

    def main_thread_leaves(self) -> None:
        """The main thread is about to end by itself: from now on no thread of ours may come and go, for with the
        program's last thread the C library ends the process, and another that ended would make it do so twice."""
        self._threads = False

    def use_cache(self, cache: SessionCache) -> None:
        """Keep what is compiled."""
        from rejit.compile.cached import Backlog

        self._cache = cache
        self._backlog = Backlog()

    def add_module(
        self, number: int, index: ModuleIndex, tier: TierKey, dump: str = "", entry: Entry | None = None
    ) -> None:
        from rejit.compile.worker import Source

        self._sources[number] = source = Source(index, self._backlog)
        source.dump = dump
        cache = self._cache
        if cache is not None and not cache.off and entry is not None:
            from rejit.compile.cached import Objects

            source.objects = Objects(cache.store, cache.check, failed=cache.switch_off)
            self._books[number] = entry.book(index)
            if entry.manifest is not None:
                source.compiled_variables.update(name for name in entry.manifest.names if name in index.variables)

    def flush(self) -> None:
        """Store what was compiled and is not stored yet."""
        cache = self._cache
        if cache is None or os.getpid() != self._pid:
            return
        for book in self._books.values():
            cache.write(book)
        self._drain()
        cache.prune()

    def _drain(self) -> None:
        cache, backlog = self._cache, self._backlog
        if cache is None or backlog is None:
            return
        try:
            while backlog:
                backlog.step(None if cache.off or cache.read_only else self._objects())
        except Exception as error:
            cache.cannot_keep(error)
        stored, bound = backlog.news()
        cache.kept(stored, bound, ())
        self._close_store()

    def _objects(self) -> Any:
        return next((s.objects for s in self._sources.values() if s.objects is not None), None)

    def _close_store(self) -> None:
        """No descriptor of ours stays open where the program may close it and get its number for a file of its own."""
        close = getattr(self._cache.store, "close", None) if self._cache is not None else None
        if close is not None:
            close()

    def forget(self, number: int) -> None:
        self._drain()
        book = self._books.pop(number, None)
        if book is not None and self._cache is not None:
            self._cache.write(book)
        self._sources.pop(number, None)

    def replaced(self, number: int, name: str) -> None:
        """A function of the module is another by now: its text is not to be inlined any more."""
        from rejit.ir.imports import never_import

        never_import(self._sources[number].index, name)

    def anew(self, number: int, names: Sequence[str]) -> None:
        """Everything is compiled when it is asked for."""

    def canonical(self, data: bytes, verify: bool = False) -> str:
        from rejit.compile.worker import canonical_job

        with self._lock:
            outcomes, failures = self._on_big_stack(lambda: canonical_job(data, verify))
        for _, kind, message in failures:
            raise error_from(kind, message)
        return str(outcomes[0])

    def fetch(
        self,
        number: int,
        functions: Sequence[str],
        variables: Sequence[str],
        tier: TierKey,
        arrived: Callable[[], bool],
        bulk: bool = False,
    ) -> None:
        from _functools import partial

        from rejit.compile.backend import compile_guarded
        from rejit.compile.worker import compile_each

        source = self._sources[number]
        with self._lock:
            if arrived():
                return
            step = 64 if bulk else max(1, len(functions))
            for at in range(0, max(1, len(functions)), step):
                chunk = functions[at : at + step]
                rest = variables if at == 0 else ()
                job = chunk, rest
                self._hand_over(
                    number, tier, job, *self._on_big_stack(partial(compile_each, source, *job, tier, compile_guarded))
                )

    def _hand_over(self, number: int, tier: TierKey, job: Any, outcomes: Any, failures: Any) -> None:
        """Deliver what `compile_each` made of a job: (functions, variables)."""
        kept = number in self._books
        for done, done_variables, pieces, times, at, imported in outcomes:
            message = ("pieces", number, at, done, done_variables, pieces, times, imported)
            if kept:
                self.note(packed(message))
            self._deliver(message)
        for name, kind, text in failures:
            self._deliver(("failed", number, tier, name, kind, text))
        self._deliver(("answered", number, tuple(job[0]), tuple(job[1])))
        if self.waiting is not None:
            self.waiting()
        if kept:
            if self._backlog.size > BACKLOG:
                self._drain()
            self._close_store()

    def ask_ahead(self, number: int, functions: Sequence[str]) -> None:
        """Nothing is compiled meanwhile."""

    def used(self, number: int, name: str) -> None:
        """No speculation without a second process."""

    def poll(self) -> None:
        """Nothing arrives by itself."""

    def close(self) -> None:
        """Store what is left."""
        self.flush()

    def before_fork(self) -> None:
        """LLVM's and llvmlite's locks must be free in the child: wait until nothing is compiled."""
        self._lock.acquire()

    def after_fork_in_parent(self) -> None:
        self._lock.release()

    def after_fork(self) -> None:
        """What children compile is not kept, as with `ServerCompiler`."""
        self._lock = allocate_lock()
        self.waiting = None
        self._cache, self._books = None, {}
        if self._backlog is not None:
            self._backlog.step(None)  # drops it
        for source in self._sources.values():
            source.objects = None

    def load(self) -> None:
        """Load LLVM now. ImportError or OSError if it cannot be."""
        from rejit.compile import backend

        self._on_big_stack(backend.load)

    def _on_big_stack(self, work: Callable[[], Any]) -> Any:
        """Run `work` in a thread of its own: the calling thread may have a stack of 64 KiB, and thread-local state of
        the C++ library that LLVM would change under the program's hands (`std::call_once` has). The thread is gone
        when this returns. Not after `main_thread_leaves`."""
        from _thread import get_native_id, stack_size, start_new_thread

        if not self._threads or main_thread_ended():
            return work()
        result: list[Any] = []
        thread: list[int] = []
        done = allocate_lock()
        done.acquire()

        def body() -> None:
            thread.append(get_native_id())
            try:
                result.append((True, work()))
            except BaseException as error:
                result.append((False, error))
            finally:
                done.release()

        old = stack_size(64 << 20)
        try:
            start_new_thread(body, ())
        except RuntimeError as error:  # no more threads: the main thread's stack is large enough, no other's need be
            if get_native_id() != os.getpid():
                raise NoCompiler(f"no thread can be started to compile in: {error}") from None
            body()
        finally:
            stack_size(old)
        while not done.acquire(True, 1.0 if self.waiting is not None else -1):
            if self.waiting is not None:
                self.waiting()
        if thread[0] != get_native_id():
            wait_for_end(thread[0])
        good, value = result[0]
        if not good:
            raise value
        return value
