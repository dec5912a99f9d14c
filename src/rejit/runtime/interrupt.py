"""Ctrl-C in a Session: KeyboardInterrupt out of a loop that never calls anything.

CPython's own handler of SIGINT only notes the signal; Python code acts on it when it runs next, which it does not
before a JIT function returns. So the arch's `interrupt` is put in front of that handler: when the main thread was in
JIT code, it leads it through the resolver into Python, where the signal's Python handler runs, and what that raises
leaves through the innermost gate. Nothing is asked on the way into a function: calls cost what they did.

It leaves as `exit` does, without clean-ups: an exception may come out of a call, and a C++ function is prepared for
that, but this one comes between two instructions.

The handler is installed with the first function that is handed out, by the main thread, if SIGINT has a handler at all.
One that is installed later by `signal.signal` takes its place until the next function is handed out.
"""

from __future__ import annotations

import ctypes
import os
from _thread import get_native_id
from struct import pack

from rejit.arch import host_arch, interrupt_arch
from rejit.runtime import unwind
from rejit.runtime.callbacks import Interruption
from rejit.runtime.words import load_word, store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.session import Session

SIGINT = 2
SIGURG = 23  # the timer's: who does not expect it ignores it
DEFAULT, IGNORE = 0, 1  # SIG_DFL, SIG_IGN
SA_SIGINFO, SA_ONSTACK, SA_RESTART = 4, 0x08000000, 0x10000000
CLOCK_MONOTONIC = 1
SIGEV_THREAD_ID = 4
INTERVAL_NS = 10_000_000  # until the main thread is asked again where it is: a person does not feel it

_libc = ctypes.PyDLL(None)
_arch: Any = interrupt_arch(host_arch().NAME)


class _Action(ctypes.Structure):
    """struct sigaction as the C library has it."""

    _fields_ = [
        ("handler", ctypes.c_size_t),
        ("mask", ctypes.c_byte * 128),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_size_t),
    ]


def block(action: _Action, number: int) -> None:
    """Let the handler not be interrupted by a signal."""
    action.mask[(number - 1) // 8] |= 1 << (number - 1) % 8


def _address(function: Any) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0


class Handler:
    """The process's SIGINT handler, in the memory of the first session that needed one (which is never unmapped)."""

    def __init__(self, session: Session, before: int) -> None:
        arch, memory = _arch, session.memory
        api = ctypes.pythonapi
        current = getattr(api, "PyThreadState_GetUnchecked", None) or api._PyThreadState_UncheckedGet
        self.before = before
        self.asks = False  # whether SIGURG is ours
        self.sessions: set[int] = set()  # by the address of the support block, which no later session gets
        self.state = memory.allocate_data(arch.STATE_SIZE, 8)
        blob, labels = arch.interrupt(
            {
                "state": self.state,
                "sigaction": _address(_libc.sigaction),
                "PyThreadState_UncheckedGet": _address(current),
            }
        )
        pending = memory.reserve_stubs(len(blob), 16)
        pending.commit(blob)
        self.address = pending.address + labels["interrupt"]
        self._thread_pointer = ctypes.PYFUNCTYPE(ctypes.c_size_t)(pending.address + labels["thread_pointer"])
        if arch.STEP:
            step = _Action(pending.address + labels["interrupt_step"], (ctypes.c_byte * 128)(*[-1] * 128), SA_SIGINFO)
            ctypes.memmove(self.state + arch.STEP, ctypes.byref(step), ctypes.sizeof(step))
        store_word(self.state + arch.HANDLER, before)
        store_word(self.state + arch.INTERVAL + 8, INTERVAL_NS)
        asked = _Action()
        _libc.sigaction(SIGURG, None, ctypes.byref(asked))
        if asked.handler in (DEFAULT, IGNORE):
            asked.handler, asked.flags = self.address, SA_SIGINFO | SA_RESTART
            block(asked, SIGINT)
            _libc.sigaction(SIGURG, ctypes.byref(asked), None)
            self.asks = True
        self.bind()

    def bind(self) -> None:
        """The calling thread is the main one; make the timer that asks it."""
        get = ctypes.pythonapi.PyThreadState_Get
        get.restype = ctypes.c_size_t
        store_word(self.state, self._thread_pointer())
        store_word(self.state + 8, get())
        if not self.asks:
            store_word(self.state + _arch.TIMER, 0xFFFFFFFF)
            return
        event = ctypes.create_string_buffer(pack("<QiiiI", self.state, SIGURG, SIGEV_THREAD_ID, get_native_id(), 0), 64)
        timer = ctypes.c_int(-1)
        _libc.syscall(_arch.TIMER_CREATE, CLOCK_MONOTONIC, event, ctypes.byref(timer))
        store_word(self.state + _arch.TIMER, timer.value & 0xFFFFFFFF)

    def add(self, session: Session) -> None:
        """From now on the session's code is interrupted."""
        callbacks, memory = session.callbacks, session.memory
        stub = Interruption(callbacks.label("return"))
        callbacks.attach(stub)
        blob, frames = _arch.interrupted({"number": stub.number, "resolver": callbacks.label("resolver")})
        pending = memory.reserve_stubs(len(blob), 16)
        pending.commit(blob)
        for frame in frames:
            unwind.register_frame(pending.address + frame)
        low, high = memory.code_range()
        head = self.state + _arch.SESSIONS
        support = callbacks.support, callbacks.support_size
        content = (load_word(head), low, high - low, *support, pending.address, len(blob))
        store_word(head, memory.allocate_data(64, 8, pack("<8Q", *content, pending.address)))
        self.sessions.add(callbacks.support)


_handler: Handler | None = None


def install(session: Session) -> None:
    """Let SIGINT interrupt the session's code. Does nothing outside the main thread, and if SIGINT has no handler."""
    global _handler
    if get_native_id() != os.getpid() or _arch is None:
        return
    action = _Action()
    _libc.sigaction(SIGINT, None, ctypes.byref(action))
    if _handler is None:
        if action.handler in (DEFAULT, IGNORE):
            return
        with session.lock:
            _handler = Handler(session, action.handler)
    if session.callbacks.support not in _handler.sessions:
        with session.lock:
            _handler.add(session)
    if action.handler == _handler.before:  # not somebody else's, who may call ours in turn
        action.handler = _handler.address
        action.flags |= SA_SIGINFO
        if not _arch.ON_STACK:
            action.flags &= ~SA_ONSTACK
        block(action, SIGURG)  # the two are one handler, which is not asked where it is itself
        _libc.sigaction(SIGINT, ctypes.byref(action), None)


def send_again() -> None:
    """Send SIGINT to this thread, whose signals are blocked, for Python to act on as soon as it can."""
    if _handler is not None:
        store_word(_handler.state + _arch.PASS, 1)
    _libc.pthread_self.restype = ctypes.c_size_t
    _libc.pthread_kill(ctypes.c_size_t(_libc.pthread_self()), SIGINT)


def _after_fork_in_child() -> None:
    """The forking thread is the main one now, and timers are not inherited."""
    if _handler is not None:
        _handler.bind()


os.register_at_fork(after_in_child=_after_fork_in_child)
