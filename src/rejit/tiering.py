"""The session's side of recompiling: records of hot triggers, the ring they write to, and the thread that links what
comes back.

                    program's threads                      thread of ours                   compile server
    budget used up: jit_recompile_hot -> ring ---------------------------------------------> policy, compile
                    (they go on)                          link, redirect <------------------ pieces

The thread sleeps in a system call: on the ring while there is no compile server (it starts one when an entry comes),
then on a socket of its own to the server. Without a server (`workers=0`, an Executor) it asks the policy and compiles
itself. It blocks all signals, holds the GIL only to link, and is gone before the main thread leaves by pthread_exit.
"""

from __future__ import annotations

import ctypes
import os
from _thread import allocate_lock, get_native_id, start_new_thread
from struct import pack
from time import perf_counter_ns, sleep

from rejit.compile.channel import Disconnected
from rejit.compile.local import LocalCompiler, wait_for_end
from rejit.compile.messages import packed, unpacked
from rejit.errors import RejitError
from rejit.runtime import libc, unwind
from rejit.runtime.callbacks import Hook
from rejit.runtime.ring import Ring, RingReader
from rejit.runtime.words import load_word, store_word
from rejit.tiers import OFFSET_BITS, STRIDE, HotPolicy, budget_after, continued_loop, id_of, reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.compile.recompile import Recompiler
    from rejit.module import Module
    from rejit.session import Session
    from rejit.tiers import Policy, TierKey

NEVER = (1 << 31) - 1
TRIGGERS = ("jit_recompile_hot", "jit_loop_hot")
RECORD = 24  # bytes before the continuations
BACK_OFF = 4  # times as long as a search for room has taken nothing is tried: it stops threads
NAP_S = 0.02  # of that at a time: the thread may have to end
SLEEP_S = 60.0  # longest sleep on the ring: a wake-up may be missed, an entry is not


class Tiering:
    """Recompiling for one session. mode: "background", "sync" or "off"."""

    def __init__(self, session: Session, mode: str, policy: Policy | None) -> None:
        self.session = session
        self.mode = mode
        self.policy: Policy = policy or HotPolicy(level=session.last_level)
        self.ring = Ring(session.arch)
        self.queue_max = self.sync_triggers = 0
        self.failures: dict[str, str] = {}  # function, or "function, loop N" -> why it could not be recompiled
        self.continued: set[tuple[int, str, int]] = set()  # (module, function, loop) that go on in better code
        self._records: dict[int, list[int]] = {}
        self._labels: dict[str, int] = {}
        self._thread = 0  # its number while it runs
        self._stopped = False
        self._seen = 0  # entries of the ring when the thread last looked
        self._books: tuple[Recompiler, RingReader] | None = None  # where there is no server
        self._waiting: list[Any] = []  # locks of `wait_idle`

    # -- what instrumented code refers to -----------------------------------------------------------------------

    def record(self, module: int, offset: int, loops: int) -> bytes:
        """The content of a new record for the function at an offset of a module, with `loops` continuations."""
        calls, stride, ticks = self.budgets()
        following = min(budget_after(calls + 1), NEVER)
        content = pack("<iiiiQ", calls, ticks, stride, following, id_of(module, offset))
        return content + bytes(8 * loops)

    def budgets(self) -> tuple[int, int, int]:
        """(entries before the first event less one, back-edges a tick less one, ticks before the first event less
        one)."""
        calls, loops = (min(max(1, value), NEVER) for value in (self.policy.calls, self.policy.loops))
        stride = min(STRIDE, loops)
        if self.mode == "sync":
            stride = loops
        return calls - 1, stride - 1, loops // stride - 1

    def trigger(self, name: str) -> int:
        """The address of `jit_recompile_hot` or `jit_loop_hot`."""
        if self.mode == "sync":
            hook = Hook(self._at_once if name == TRIGGERS[0] else self._loop_at_once)
            self.session.callbacks.attach(hook)
            return hook.address
        if not self._labels:
            arch, memory = self.session.arch, self.session.memory
            blob, labels, frames = arch.hot({"ring": self.ring.address})
            pending = memory.reserve_stubs(len(blob), 64)
            pending.commit(blob)
            unwind.register_frame(pending.address + frames)
            self._labels = {label: pending.address + at for label, at in labels.items()}
        return self._labels[name]

    def settings(self) -> tuple[dict[int, TierKey], tuple[str, Any]]:
        """What the compile server needs to recompile by: keys by level, the policy."""
        return self.session.keys, pack_policy(self.policy)

    @property
    def thread(self) -> int:
        """The number of the thread of ours, which runs no JIT code; 0 or -1 where it does not run."""
        return self._thread

    @property
    def hot_triggers(self) -> int:
        return self.ring.written + self.sync_triggers

    def _loop_at_once(self, frame: int) -> int:
        """The same for a loop, whose budget, the third argument, is filled so that this activation asks no more."""
        budget = load_word(frame + self.session.arch.ARGUMENT_SLOTS[2])
        ctypes.c_int32.from_address(budget).value = NEVER
        return self._at_once(frame)

    def _at_once(self, frame: int) -> int:
        """A trigger's answer in "sync" mode: the function is compiled now, by the thread that calls it, which goes on
        in the better body. One that cannot be is left where it is."""
        session = self.session
        record = load_word(frame + session.arch.ARGUMENT_SLOTS[0])
        for offset, value in ((0, NEVER), (4, NEVER)):
            ctypes.c_int32.from_address(record + offset).value = value
        number = load_word(record + 16)
        self.sync_triggers += 1
        better = 0
        module = session.module(number >> OFFSET_BITS)
        function = module.function_at(number & (1 << OFFSET_BITS) - 1) if module is not None else None
        if module is not None and function is not None:
            session.emit("hot", module.number, function.name, session.last_level)
            code = function.code
            try:
                if code is None or code.level != session.last_level:
                    module.recompile((function.name,), session.keys[session.last_level], anew=False)
                better = function.address  # not the body, which may be replaced at once: see Function.enter
            except RejitError as error:
                self.failed(module.number, function.name, f"{type(error).__name__}: {error}")
        store_word(frame + session.arch.RESULT_SLOT, better)
        return session.callbacks.label("return")

    # -- the thread ---------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the thread, if there is something for it to do and it is not running."""
        if self.mode != "background" or self._thread or self._stopped:
            return
        self._thread = -1
        local = self.session.compiler.local
        try:
            if local is not None and self._books is None:
                self._books = self._make_books(local)  # imports, which the program may make impossible (chroot)
        except BaseException:
            self._thread = 0
            raise
        mask = ctypes.create_string_buffer(libc.SIGNAL_SET)
        libc.pthread_sigmask(libc.SIG_SETMASK, b"\xff" * libc.SIGNAL_SET, mask)  # the thread inherits it
        try:
            start_new_thread(self._run, ())
        except RuntimeError:  # no more threads: hot functions stay as they are
            self._thread = 0
        finally:
            libc.pthread_sigmask(libc.SIG_SETMASK, mask.raw, None)

    def stop(self, wait: bool) -> None:
        """End the thread; `wait` until it is gone."""
        self._stopped = True
        thread = self._thread
        if thread > 0:
            self.session.compiler.interrupt_background()
            self.ring.wake()
            if wait:
                wait_for_end(thread)

    def after_fork(self) -> None:
        """In a child: the thread is not there, and the ring is the parent's."""
        self.ring.after_fork()
        self._seen = self.ring.written
        running, self._thread = self._thread, 0
        self._waiting = []
        self._books = None
        if running:
            self.start()

    def _run(self) -> None:
        self._thread = get_native_id()
        pid = os.getpid()
        try:
            while not self._stopped and os.getpid() == pid:
                self._turn()
        except Exception as error:
            if not self._stopped:
                os.write(2, f"rejit: recompiling has stopped: {error!r}\n".encode("utf-8", "replace"))
        finally:
            if os.getpid() == pid:
                self.session.compiler.stop_listening()
                self._thread = 0

    def _turn(self) -> None:
        """Sleep until something is to be done, and do it."""
        compiler = self.session.compiler
        local = compiler.local
        if local is not None:
            self._serve_here(local)
            return
        channel = compiler.listen()
        if channel is None:
            reader = RingReader(self.ring.address, self.session.arch)
            reader.taken = self._seen
            self.ring.sleep(reader, SLEEP_S, lambda: self._stopped or compiler.background() is not None)
            if self.ring.written != self._seen and not self._stopped and not self.session.closed:
                self._seen = self.ring.written
                try:
                    compiler.start()
                except RejitError:
                    self._stopped = True
            return
        try:
            messages = channel.receive(wait=True)
        except Disconnected:
            compiler.lost_background(channel)
            self._seen = self.ring.written
            return
        for message in messages:
            self._handle(message)

    def _handle(self, message: tuple[Any, ...]) -> None:
        verb = message[0]
        if verb == "pieces":
            if continued_loop(message[2]) < 0:
                self.session.compiler.note(message)
            self.link(unpacked(message))
        elif verb == "failed":
            _, number, tier, name, kind, text = message
            self.failed(number, name, f"{kind}: {text}", continued_loop(tier))
        elif verb == "hot":
            _, number, name, level, queued = message
            self.queue_max = max(self.queue_max, queued)
            self.session.emit("hot", number, name, level)
        elif verb == "left":
            _, number, name, reason = message
            self.failures[name] = reason
        elif verb == "idle":
            self._idle()

    def link(self, message: tuple[Any, ...]) -> None:
        """Link recompiled functions and lead their callers to them."""
        _, number, tier, functions, _, pieces, times, imported = message
        session = self.session
        module = session.module(number)
        if module is None:
            return
        session.count_compile((), times)
        if session.recording is not None:
            session.recording.compiled(number, functions, tier, times)
        if not session.may_climb():
            for name in functions:
                self.failed(number, name, "the session's code limit is reached")
            return
        if not self._wait_for_room(module, functions, pieces):
            return
        try:
            loop = continued_loop(tier)
            if loop >= 0:
                module.link_continuation(functions[0], loop, pieces, tier, imported)
                session.counters.osr_compiles += 1
                self.continued.add((number, functions[0], loop))
                session.emit("continued", number, functions[0], loop)
                return
            redirected = module.replace_bodies(pieces, tier, imported)
        except RejitError as error:
            for name in functions:
                self.failed(number, name, f"{type(error).__name__}: {error}")
            return
        session.reclaimer.relieve()
        for function in redirected:
            self.failures.pop(function.name, None)
            session.counters.recompiled += 1
            session.emit("redirected", number, function.name, tier[0])

    def _wait_for_room(self, module: Module, functions: Sequence[str], pieces: Sequence[Any]) -> bool:
        """While what was replaced before cannot be freed, tiers do not climb: this thread waits, and no other does.

        False if it is to end meanwhile."""
        session = self.session
        size = sum(module.leaving(piece) for piece in pieces if piece[0] == "code")
        while not session.reclaimer.has_room(size):
            for name in functions:
                self.failures[name] = "it waits until a body that was replaced can be freed"
            start = perf_counter_ns()
            session.reclaimer.collect()
            until = start + (1 + BACK_OFF) * (perf_counter_ns() - start)
            while not session.reclaimer.has_room(size):
                if self._stopped or session.closed:
                    return False
                sleep(NAP_S)
                if perf_counter_ns() >= until:
                    break
        return True

    def failed(self, number: int, name: str, reason: str, loop: int = -1) -> None:
        """A function, or the continuation of one of its loops, could not be compiled: the old body goes on."""
        if loop < 0:
            self.session.counters.recompile_failures += 1
            self.failures[name] = reason
        else:
            self.session.counters.osr_failures += 1
            self.failures[f"{name}, loop {loop}"] = reason
        self.session.emit("failed", number, name, reason)

    def report(self) -> dict[str, dict[str, Any]]:
        """What `Session.report` returns."""
        found: dict[str, dict[str, Any]] = {}
        for module in list(self.session.modules):
            for name, function in list(module.functions.items()):
                if function.code is not None:
                    loops: dict[int, str] = {
                        at: "" for number, f, at in list(self.continued) if (number, f) == (module.number, name)
                    }
                    found[name] = {"tier": function.code.level, "why": self.failures.get(name, ""), "loops": loops}
        for what, reason in list(self.failures.items()):
            name, _, loop = what.rpartition(", loop ")
            if name in found:
                found[name]["loops"][int(loop)] = reason
        return found

    # -- without a server ---------------------------------------------------------------------------------------

    def _serve_here(self, local: LocalCompiler) -> None:
        if self._books is None:
            self._books = self._make_books(local)
        books, reader = self._books
        books.events(reader.take())
        job = books.next()
        if job is None:
            if books.idle:
                self._idle()
            self.ring.sleep(reader, SLEEP_S if books.idle else 0.05, lambda: self._stopped or self._waiting)
            return
        number, name, key = job
        if local.index_of(number) is None:  # closed meanwhile
            books.forget(number)
            return
        try:
            outcomes, failures = local.compile_again(number, name, key, books.hot(number))
        except RejitError as error:
            outcomes, failures = [], [(name, type(error).__name__, str(error))]
        for functions, variables, pieces, times, tier, imported in outcomes:
            message = ("pieces", number, tier, functions, variables, pieces, times, imported)
            if continued_loop(key) < 0:
                local.note(packed(message))
            self.link(message)
        loop = continued_loop(key)
        for failed, kind, text in failures:
            self.failed(number, failed, f"{kind}: {text}", loop)
        if loop >= 0:
            books.continued(number, name)
        elif failures:
            books.failed(number, name, failures[0][2])
        else:
            books.done(number, name, key[0])

    def _make_books(self, local: LocalCompiler) -> tuple[Recompiler, RingReader]:
        from rejit.compile.recompile import Recompiler

        reader = RingReader(self.ring.address, self.session.arch)
        reader.taken = self._seen

        def tell(message: tuple[Any, ...]) -> None:
            self._handle((*message, books.queue_max) if message[0] == "hot" else message)

        books = Recompiler(self.policy, self.session.keys, local.index_of, tell)
        return books, reader

    # -- waiting ------------------------------------------------------------------------------------------------

    def wait_idle(self, seconds: float) -> bool:
        """Wait until every function that was hot is recompiled and linked, or given up. False if time is up."""
        if self.mode != "background" or not self._thread:
            return True
        lock = allocate_lock()
        lock.acquire()
        self._waiting.append(lock)
        start = perf_counter_ns()
        compiler = self.session.compiler
        if compiler.local is None and compiler.background() is None and self.ring.written == self._seen:
            self._waiting.remove(lock)
            return True
        while perf_counter_ns() - start < seconds * 1e9:
            if compiler.local is not None:
                self.ring.wake()
            else:
                compiler.ask_idle()
            if lock.acquire(timeout=0.1):
                return True
        if lock in self._waiting:
            self._waiting.remove(lock)
        return False

    def _idle(self) -> None:
        waiting, self._waiting = self._waiting, []
        for lock in waiting:
            lock.release()


def pack_policy(policy: Policy) -> tuple[str, Any]:
    """A policy as the compile server can make it again: its class by name, its attributes. Raises TypeError."""
    state = vars(policy)
    if all(type(value) in (int, float, str, bool) for value in state.values()):
        return reference(type(policy)), state
    import pickle

    try:
        return reference(type(policy)), pickle.dumps(state)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise TypeError(f"policy {policy!r} cannot be sent to the compile server: {error}") from None
