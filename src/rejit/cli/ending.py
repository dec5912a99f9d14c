"""What is written when the program ends, in whatever way it does."""

from __future__ import annotations

import ctypes
import os

from rejit.errors import RejitError
from rejit.runtime.callbacks import Hook

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from rejit.session import Session

# Ends that pass exit handlers by.
ABRUPT = ("_exit", "_Exit", "quick_exit", "abort", "__assert_fail")


def at_end(session: Session, write: Callable[[], None]) -> None:
    """Have `write()` called once when this process, and no child of it, ends: by exit(), after all exit handlers of the
    program's that were not registered yet; by one of `ABRUPT`; before it dies of a crash that it has no handler for.

    What it raises on purpose (OSError, RejitError) is reported. Not when a signal from outside ends the process, nor at
    execve()."""
    pid = os.getpid()
    earlier = session.last_words
    written = False

    def once() -> None:
        nonlocal written
        if written or os.getpid() != pid:
            return
        written = True
        try:
            write()
        except (OSError, RejitError) as error:
            from rejit.cli.run import _complain

            _complain(error)

    def last_words() -> None:
        once()
        if earlier is not None:
            earlier()

    def exiting(_: int) -> int:
        once()
        return session.callbacks.label("return")

    session.last_words = last_words
    for name in ABRUPT:
        session.hooks.ahead_of(name, last_words)
    hook = Hook(exiting)
    session.callbacks.attach(hook)
    # Through libc, so that it runs when what the program registers later has run.
    ctypes.PyDLL(None).__cxa_atexit(ctypes.c_void_p(hook.address), None, None)
