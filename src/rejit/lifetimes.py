"""The sessions that are open, and what must be done about all of them: when the process forks, and when it ends."""

from __future__ import annotations

import atexit
import os
import sys
from _thread import get_ident
from time import perf_counter_ns, sleep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.session import Session

sessions: list[Session] = []


def _flush_at_exit() -> None:
    """What was compiled here is stored at the latest now."""
    for session in list(sessions):
        session.compiler.flush()


atexit.register(_flush_at_exit)


IMPORT_NS = 10**9  # longest wait for an import by another thread: it may be this thread's own
_forking: list[Session] = []  # whose locks the thread that is forking holds
_hooked = False


def follow_forks() -> None:
    """Once, after the first CodeMemory's own hooks: theirs then run inside of ours, as locks are taken in linking."""
    global _hooked
    if not _hooked:
        _hooked = True
        os.register_at_fork(
            before=_before_fork, after_in_parent=_after_fork_in_parent, after_in_child=_after_fork_in_child
        )


def _let_imports_end() -> None:
    """Wait while another thread imports: in the child that module's lock would be held for ever, and we import late."""
    locks = getattr(sys.modules.get("_frozen_importlib"), "_module_locks", {})  # name -> weak reference, while in use
    end = perf_counter_ns() + IMPORT_NS
    while locks and perf_counter_ns() < end:
        held = [known() for known in list(locks.values())]
        if all(lock is None or lock.owner in (None, get_ident()) for lock in held):
            return
        del held
        sleep(0.001)


os.register_at_fork(before=_let_imports_end)  # registered first, so it runs last: the other hooks wait for locks


def _before_fork() -> None:
    """Nothing is half linked, attached or compiled in this process when the child is made."""
    for session in list(sessions):
        session.lock.acquire()
        session.compiler.before_fork()
        session.reclaimer.lock.acquire()
        session.callbacks.lock.acquire()
        _forking.append(session)


def _after_fork_in_parent() -> None:
    while _forking:
        session = _forking.pop()
        session.callbacks.lock.release()
        session.reclaimer.lock.release()
        session.compiler.after_fork_in_parent()
        session.lock.release()


def _after_fork_in_child() -> None:
    """The locks are held by the thread that forked, the one that is left; a server of its own starts when needed."""
    while _forking:
        session = _forking.pop()
        session.callbacks.lock.release()
        session.reclaimer.after_fork_in_child()
        session.reclaimer.lock.release()
        session.compiler.after_fork()
        session.tiering.after_fork()
        if session.observers is not None:
            session.observers.after_fork()
        if session.recording is not None:
            session.recording.detach()  # what the child does is not what was asked for
        session.lock.release()
