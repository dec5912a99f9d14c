"""The program's side of compiling: asks the compile server, or compiles here when there is none.

The five verbs (`add_module`, `forget`, `canonical`, `fetch`, `used`) are those of `rejit.compile.local` too; what is
got goes through the session's `deliver`. Nothing starts before the first request. A server that dies, or falls silent,
is started again and asked again; where none can be started, compiling goes on in this process. The program's
descriptors are its own, so ours is looked at before each use: (st_dev, st_ino) must be what it was.

(Over 600 lines: one class. Each of its verbs must come through a server that is not there, dies, or is another by now.)
"""

from __future__ import annotations

import os
from _thread import allocate_lock

from rejit.compile.channel import Channel, Disconnected
from rejit.compile.messages import error_from, unpacked
from rejit.compile.spawn import WATCH_S, spawn
from rejit.errors import Closed, CompilerCrashed, InternalError, NoCompiler, NotIR, RejitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.cache.use import Entry, SessionCache
    from rejit.compile.local import LocalCompiler
    from rejit.config import Config
    from rejit.ir.index import ModuleIndex
    from rejit.tiering import Tiering
    from rejit.tiers import TierKey

    Message = tuple[Any, ...]

USED_BYTES = 400  # of "used" messages are kept back: some eight, so that the server wakes up less often
RESTARTS = 3  # server deaths one request survives: a program that closes all its descriptors costs one each time


class ModuleRecord:
    """What a server must be told about a module, again after a restart."""

    __slots__ = ("anew", "dump", "entry", "index", "replaced", "tier", "told")

    def __init__(self, index: ModuleIndex, tier: TierKey, dump: str, entry: Entry | None = None) -> None:
        self.entry = entry  # the module in the cache
        self.anew: set[str] = set()  # functions that were asked for again
        self.replaced: list[str] = []  # functions whose text is another by now
        self.told = -1  # the generation of the server that knows of it
        self.index = index
        self.tier = tier
        self.dump = dump


class ServerCompiler:
    """Compiling in worker processes behind a compile server."""

    shares_files = True  # with the server: a module that is a file need not be sent

    def __init__(self, config: Config, workers: int, deliver: Callable[[Message], None]) -> None:
        self.config = config
        self.workers = workers  # -1: as many as the machine allows
        self.running_workers = 0
        self.server_pid = 0
        self.starts = 0
        self._deliver = deliver
        self._modules: dict[int, ModuleRecord] = {}
        self._canonical: dict[int, Message] = {}
        self._printed: tuple[int, int, str] | None = None  # the last answer: server's generation, request, text
        self._requests = 0
        self._mutex = allocate_lock()  # protects the fields below
        self._reading = False
        self._waiters: list[Any] = []
        self._channel: Channel | None = None
        self._pid = os.getpid()
        self._closed = False
        self._ready = False  # the present server has said so
        self._barren = 0  # servers in a row that died without ever being ready
        self._quiet_s = 0.0  # how long the present server has said nothing to a thread that waits for it
        self._lost = ""  # how the last server's stream ended
        self._last_words = ""  # what the last server that failed had to say
        self._refused = ""  # why no server can do it
        self._local: LocalCompiler | None = None  # serves instead where no server can be started
        self._spawned = 0
        self._background: Channel | None = None  # what is recompiled arrives here, for `rejit.tiering`
        self._listened: Channel | None = None  # the same, or the one before, while a thread reads it
        self.recompiling: Tiering | None = None
        self.waiting: Callable[[], None] | None = None  # called while somebody waits: `rejit.progress`
        self._cache: SessionCache | None = None
        self._books: dict[int, Any] = {}  # by module, where the cache is one the server knows nothing of
        self.generation = 0  # counts servers, so that a waiting thread knows its request is gone

    @property
    def local(self) -> LocalCompiler | None:
        """The compiler of this process, if it serves in place of a server."""
        return self._local

    # -- recompiling ---------------------------------------------------------------------------------------------

    def background(self) -> Channel | None:
        """The socket for what is recompiled; None while there is no server."""
        channel = self._background
        return channel if channel is not None and self._is_ours(channel) else None

    def listen(self) -> Channel | None:
        """The same for its one reader, who has to give it back by `lost_background`."""
        with self._mutex:
            before, self._listened = self._listened, self.background()
            if before is not None and before is not self._listened and before is not self._background:
                self._release(before)  # its server was replaced between two readings
            return self._listened

    def lost_background(self, channel: Channel) -> None:
        """The reader has found its end: the socket is closed."""
        with self._mutex:
            if self._background is channel:
                self._background = None
            if self._listened is channel:
                self._listened = None
            self._release(channel)

    def stop_listening(self) -> None:
        """The reader is leaving: what it read is closed, and what it would have read next."""
        with self._mutex:
            listened, self._listened = self._listened, None
            self._drop_background()
            if listened is not None:
                self._release(listened)

    def _drop_background(self) -> None:
        """Close the socket unless somebody reads it, who will do so. The mutex is held."""
        channel, self._background = self._background, None
        if channel is not None and channel is not self._listened:
            self._release(channel)

    def interrupt_background(self) -> None:
        """Wake the reader."""
        with self._mutex:  # the reader closes the socket when it leaves
            self._interrupt_background()

    def _interrupt_background(self) -> None:
        channel = self._background
        if channel is not None and self._is_ours(channel):
            channel.socket.shutdown(2)

    def ask_idle(self) -> None:
        """Have the server say "idle" in the background when nothing is left to recompile."""
        self._tell(("idle?",))

    # -- the five verbs ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the server now, so that it loads LLVM while the caller prepares."""
        if self._local is not None:
            return
        try:
            with self._mutex:
                try:
                    self._announce_all(self._connect())
                except Disconnected:
                    self._drop()  # the first request starts another
        except NoCompiler as error:
            self._fall_back(error)

    def use_cache(self, cache: SessionCache) -> None:
        """Have the server and its workers use a cache's folder; before the first start."""
        self._cache = cache

    def add_module(
        self, number: int, index: ModuleIndex, tier: TierKey, dump: str = "", entry: Entry | None = None
    ) -> None:
        """Make a module known. It is sent with the next request at the latest."""
        record = ModuleRecord(index, tier, dump, entry)
        if self._cache is not None and entry is not None and not self._cache.folder and not self._cache.off:
            self._books[number] = entry.book(index)
        with self._mutex:
            self._modules[number] = record
            if self._local is not None:
                self._local.add_module(number, index, tier, dump, entry)
            elif self._channel is not None and self._is_ours(self._channel):
                try:
                    self._announce_all(self._channel)
                except Disconnected:
                    self._drop()

    def forget(self, number: int) -> None:
        """The module is gone."""
        book = self._books.pop(number, None)
        if book is not None and self._cache is not None:
            self._cache.write(book)
        with self._mutex:
            self._modules.pop(number, None)
            if self._local is not None:
                self._local.forget(number)
            elif self._channel is not None and self._is_ours(self._channel):
                try:
                    self._channel.send(("forget", number))
                except Disconnected:
                    self._drop()

    def replaced(self, number: int, name: str) -> None:
        """A function of the module is another by now: its text is not to be inlined any more."""
        with self._mutex:
            self._modules[number].replaced.append(name)
            if self._local is not None:
                self._local.replaced(number, name)
        self._tell(("replaced", number, name))

    def anew(self, number: int, names: Sequence[str]) -> None:
        """Functions are asked for again at the tier they were compiled at."""
        with self._mutex:
            self._modules[number].anew.update(names)
        self._tell(("anew", number, tuple(names)))

    def _tell(self, message: Message) -> None:
        """Say something to the server, if there is one: another learns it otherwise, or need not."""
        with self._mutex:
            channel = self._channel
            if channel is not None and self._is_ours(channel):
                try:
                    channel.send(message)
                except Disconnected:
                    self._drop()

    def canonical(self, data: bytes, verify: bool = False) -> str:
        """IR in any form as LLVM prints it."""
        with self._mutex:
            self._requests += 1
            request = -self._requests
        if self._local is not None:
            return self._local.canonical(data, verify)
        try:
            self._exchange(("canonical", request, data, verify), lambda: request in self._canonical, "the module")
        except NoCompiler as error:
            return self._fall_back(error).canonical(data, verify)
        _, _, outcomes, failures = self._canonical.pop(request)
        for _, kind, message in failures:
            if kind == "CompilerCrashed":
                raise NotIR(f"LLVM ended its process while reading it: {message}")
            raise error_from(kind, message)
        text = str(outcomes[0])
        self._printed = self.generation, request, text
        return text

    def fetch(
        self,
        number: int,
        functions: Sequence[str],
        variables: Sequence[str],
        tier: TierKey,
        arrived: Callable[[], bool],
        bulk: bool = False,
    ) -> None:
        """Have functions and variables compiled; returns when `arrived()`: their pieces were delivered."""
        what = (*functions, *variables)
        name = what[0] if what else "nothing"
        local = self._local
        record = self._modules.get(number)
        if record is not None and not record.index.has_text:
            record.index.text  # noqa: B018  (read now: it may take a request of its own)
        if local is None:
            try:
                self._exchange(("compile", number, tuple(functions), tuple(variables), tier, bulk), arrived, name)
                return
            except NoCompiler as error:
                local = self._fall_back(error)
        local.fetch(number, functions, variables, tier, arrived, bulk)

    def ask_ahead(self, number: int, functions: Sequence[str]) -> None:
        """Have functions compiled that `fetch` is going to be asked for next, at the first tier, in bulk."""
        with self._mutex:
            channel, record = self._channel, self._modules.get(number)
            if channel is None or record is None or not self._is_ours(channel) or self._local is not None:
                return
            try:
                self._announce_all(channel)
                if record.told == self.generation:
                    channel.send(("compile", number, tuple(functions), (), record.tier, True))
            except Disconnected:
                self._drop()
            except BaseException:  # an interrupt: half a message may be in the stream
                self._drop()
                raise

    def used(self, number: int, name: str) -> None:
        """Tell that the program called a function for the first time, and take what has arrived meanwhile."""
        channel = self._channel
        if channel is None or not self._mutex.acquire(False):
            return
        try:
            if self._reading or not self._is_ours(channel):
                return
            channel.queue(("used", number, name))
            if channel.pending_bytes > USED_BYTES:  # else it goes with the next request
                channel.flush()
        except Disconnected:
            self._drop()
        finally:
            self._mutex.release()

    def poll(self) -> None:
        """Deliver what has arrived, without waiting."""
        channel = self._channel
        if channel is None or not self._mutex.acquire(False):
            return
        try:
            if self._reading or not self._is_ours(channel):
                return
            # Delivered with the mutex held: nobody may ask for what is on its way from here to `deliver`.
            self._dispatch(channel.receive(wait=False))
        except Disconnected:
            self._drop()
        except BaseException:  # an interrupt: what was received may be lost, and is asked for again
            self._drop()
            raise
        finally:
            self._mutex.release()

    def before_exit(self) -> None:
        """As `LocalCompiler.before_exit`."""
        if self._local is not None:
            self._local.before_exit()

    def main_thread_leaves(self) -> None:
        """As `LocalCompiler.main_thread_leaves`."""
        if self._local is not None:
            self._local.main_thread_leaves()

    def note(self, message: Message) -> None:
        """Have what a message brings kept in the cache, where the server does not."""
        book = self._books.get(message[1]) if self._books else None
        if book is not None:
            _, _, tier, functions, variables, pieces, _, imported = message
            book.add(functions, variables, pieces, tier, imported)

    def flush(self) -> None:
        """Store what was compiled, where the server does not."""
        if self._cache is not None and os.getpid() == self._pid:
            for book in self._books.values():
                self._cache.write(book)
        if self._local is not None:
            self._local.flush()

    def close(self) -> None:
        """Let the server go."""
        self.flush()
        with self._mutex:
            self._closed = True
            self._drop()
            self._drop_background()

    def before_fork(self) -> None:
        """Wait until no server is being started: a child that inherited its end of the socket would hide its death."""
        self._mutex.acquire()
        if self._local is not None:
            self._local.before_fork()

    def after_fork_in_parent(self) -> None:
        """What `before_fork` stopped goes on."""
        if self._local is not None:
            self._local.after_fork_in_parent()
        self._mutex.release()

    def after_fork(self) -> None:
        """In a forked child: the parent's server is not ours."""
        self.waiting = None
        self._cache = None  # what children compile is not kept: a thousand of them would each have a server write it
        self._books = {}
        self._mutex = allocate_lock()
        self._reading = False
        self._waiters = []
        self._pid = os.getpid()
        for channel in (self._channel, self._background, self._listened):
            if channel is not None:
                self._release(channel)
        self._channel = self._background = self._listened = None
        if self._local is not None:
            self._local.after_fork()
        self._ready = False
        self._spawned = 0
        self.running_workers = self.server_pid = 0
        self._pid = os.getpid()
        self.generation += 1

    # -- waiting ------------------------------------------------------------------------------------------------

    def _exchange(self, message: Message, arrived: Callable[[], bool], name: str) -> None:
        """Send a request and deliver messages until `arrived()`; one thread reads for all."""
        sent_to = -1
        deaths = -1
        while True:
            lock = None
            with self._mutex:
                if arrived():
                    return
                if self._closed:
                    raise Closed(f"{name}: the session was closed while it was asked for")
                if sent_to != self.generation or self._channel is None:
                    deaths += 1
                    if deaths > RESTARTS:
                        raise self._given_up(name, deaths)
                    try:
                        channel = self._connect()
                        self._announce_all(channel)
                        channel.send(message)
                    except Disconnected:
                        self._hear_out()
                        self._drop()
                        continue
                    except BaseException:  # an interrupt: half of a message may be sent
                        self._drop()
                        raise
                    sent_to = self.generation
                    self._quiet_s = 0.0
                channel = self._channel  # type: ignore[assignment]
                if self._reading:
                    lock = allocate_lock()
                    lock.acquire()
                    self._waiters.append(lock)
                else:
                    self._reading = True
            if lock is not None:
                lock.acquire()
            else:
                self._read(channel)

    def _read(self, channel: Channel) -> None:
        """Take one turn at reading for everybody."""
        lost = True
        try:
            if self._is_ours(channel):
                messages = channel.receive(wait=True)
                self._dispatch(messages)
                lost = not messages and self._silent()
        except Disconnected as error:
            self._lost = str(error)
        finally:
            with self._mutex:
                self._reading = False
                if channel is not self._channel:
                    self._release(channel)  # dropped by another thread, which left it to this one
                elif lost:
                    self._drop()
                waiters, self._waiters = self._waiters, []
            for lock in waiters:
                lock.release()

    def _silent(self) -> bool:
        """Whether a server that said nothing for one more `WATCH_S` has now been silent for too long."""
        if self.waiting is not None:
            self.waiting()
        self._quiet_s += WATCH_S
        if not self._ready:
            if self._quiet_s < self.config.start_timeout_s:
                return False
            self._refused = f"the compile server was not ready after {self.config.start_timeout_s:g} s"
            return True
        if self._quiet_s < self.config.silence_timeout_s:
            return False
        self._last_words = f"it said nothing for {self._quiet_s:g} s"
        self._kill()
        return True

    def _kill(self) -> None:
        """End the present server's process."""
        try:
            os.kill(self.server_pid, 9)
        except OSError:
            pass

    def _dispatch(self, messages: list[Message]) -> None:
        """Deliver messages. Disconnected if they are not what a server says."""
        self._quiet_s = 0.0
        try:
            for message in messages:
                verb = message[0]
                if verb == "pieces":
                    self.note(message)
                    self._deliver(unpacked(message))
                elif verb in ("failed", "answered", "kept"):
                    self._deliver(message)
                elif verb == "ready":
                    _, self.server_pid, self.running_workers, _ = message
                    self._ready = True
                    self._barren = 0
                    self._reap()
                elif verb == "canonical":
                    self._canonical[message[1]] = message
                elif verb == "changed":  # the file is not what was indexed; the next server gets the text itself
                    self._modules[message[1]].index.origin = None
                elif verb == "unavailable":
                    self._refused = str(message[1])
                elif verb == "broken":
                    self._last_words = str(message[1])
                elif verb != "busy":
                    raise ValueError(f"unknown message {verb!r}")
            if self.waiting is not None:
                self.waiting()
        except (EOFError, IndexError, KeyError, TypeError, ValueError, AttributeError) as error:
            self._last_words = f"it sent what is no message of rejit's: {error!r}"
            raise Disconnected(self._last_words) from None

    def _given_up(self, name: str, deaths: int) -> RejitError:
        """The error for a request that no server lived to answer."""
        if self._barren > RESTARTS:
            return NoCompiler(f"the compile server ended {self._barren} times before it was ready")
        words = f": {self._last_words}" if self._last_words else ""
        if "Traceback" in words:
            return InternalError(f"{name}: the compile server failed {deaths} times while compiling it{words}")
        return CompilerCrashed(f"{name}: the compile server died {deaths} times while compiling it{words}")

    def _fall_back(self, why: NoCompiler) -> LocalCompiler:
        """From now on compile in this process, since no server can be started; said once. Raises `why` if LLVM cannot
        be loaded here either."""
        with self._mutex:
            if self._local is None:
                from rejit.compile.local import LocalCompiler as Local

                local = Local(self._deliver)
                if self._cache is not None:
                    local.use_cache(self._cache)
                try:
                    local.load()
                except (ImportError, OSError) as error:
                    raise NoCompiler(f"{why}; and in this process: {error}. Is llvmlite installed?") from None
                for number, record in self._modules.items():
                    local.add_module(number, record.index, record.tier, record.dump, record.entry)
                    for name in record.replaced:
                        local.replaced(number, name)
                self._local = local
                os.write(2, f"rejit: {why}; compiling in this process instead\n".encode("utf-8", "replace"))
            return self._local

    # -- the server ----------------------------------------------------------------------------------------------

    def _connect(self) -> Channel:
        """The channel to a living server, started if need be. The mutex is held."""
        channel = self._channel
        if channel is not None:
            if self._is_ours(channel):
                return channel
            self._drop()
        if self._closed:
            raise Closed("this Session was closed")
        if self._refused:
            raise NoCompiler(self._refused)
        self._ready = False
        self._quiet_s = 0.0
        channel = self._channel = self._spawn()
        self.generation += 1
        if self._cache is not None and self._cache.folder and not self._cache.off:
            channel.queue(("cache", self._cache.folder, self._cache.check))
        return channel

    def _announce_all(self, channel: Channel) -> None:
        """Tell the server of the modules it does not know. One whose text is nowhere waits until it is needed."""
        for number, record in self._modules.items():
            if record.told != self.generation and record.index.has_text:
                self._announce(channel, number, record)
                record.told = self.generation

    def _announce(self, channel: Channel, number: int, record: ModuleRecord) -> None:
        index = record.index
        text: Any = index.origin if index.origin is not None and self.shares_files else index.text
        if self._printed is not None and self._printed[2] is text:
            if self._printed[0] == self.generation:
                text = self._printed[1]  # this server had it printed, and kept it
            self._printed = None
        channel.queue(("module", number, index.dump(), text, record.tier, record.dump))
        for name in record.replaced:
            channel.queue(("replaced", number, name))
        entry = record.entry
        if entry is not None and self._cache is not None:
            kept = () if entry.manifest is None else tuple(entry.manifest.names)
            channel.queue(("cached", number, entry.size, entry.content, entry.configured, entry.printed, kept))
        if record.anew:
            channel.queue(("anew", number, tuple(record.anew)))
        channel.send_queued()

    def _is_ours(self, channel: Channel) -> bool:
        """Whether the descriptor is still our socket: the program may have closed it and opened its own."""
        descriptor = channel.socket.fileno()
        if descriptor < 0 or os.getpid() != self._pid:
            return False
        try:
            status = os.fstat(descriptor)
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == channel.identity

    def _drop(self) -> None:
        """Let go of the server. The descriptor is closed only if it is ours."""
        channel, self._channel = self._channel, None
        if channel is not None:
            self._barren += not self._ready
            self._interrupt_background()
            if self._reading and self._is_ours(channel):
                channel.socket.shutdown(2)  # wakes the thread that reads; the number stays taken until it is back
            else:
                self._release(channel)
        self.running_workers = 0
        self._reap()

    def _hear_out(self) -> None:
        """Take what a server said before it died: why, perhaps. The mutex is held."""
        channel = self._channel
        if channel is not None and not self._reading and self._is_ours(channel):
            try:
                self._dispatch(channel.receive(wait=False))
            except Disconnected:
                pass

    def _release(self, channel: Channel) -> None:
        """Close a channel's descriptor if it is still ours, else forget it."""
        if self._is_ours(channel):
            channel.socket.close()
        else:
            channel.socket.detach()

    def _reap(self) -> None:
        """The spawned process has forked the server and ended; take it off the program's children."""
        if self._spawned:
            pid, self._spawned = self._spawned, 0
            try:
                os.waitpid(pid, 0)
            except OSError:
                pass

    def _spawn(self) -> Channel:
        """Start a server, and listen to its background."""
        stderr = bool(os.environ.get("REJIT_DEBUG")) or any(m.dump == "stderr" for m in self._modules.values())
        self._spawned, channel, background = spawn(self.config, self.workers, self.recompiling, stderr)
        self.starts += 1
        self._pid = os.getpid()
        if self.recompiling is not None:
            self._drop_background()
            self._background = background
            self.recompiling.ring.wake()  # its reader listens to the server from now on
        return channel
