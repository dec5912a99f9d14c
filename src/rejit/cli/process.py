"""The process as the program's own: signals, crashes, standard streams, the end."""

from __future__ import annotations

import ctypes
import os
import sys
from time import perf_counter_ns

from rejit.cli.crash import install_crash_reporter
from rejit.compile.local import LocalCompiler
from rejit.errors import SymbolNotFound
from rejit.runtime.callbacks import Hook
from rejit.runtime.hooks import argument_vector
from rejit.runtime.words import load_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable
    from typing import Any

    from rejit.library import Library
    from rejit.session import Session
else:
    import _signal as signal  # the other one imports enum: 2 ms


def run_as_program(session: Session, library: Library, argv: list[str], entry: str) -> int:
    """Run `entry` as a C program's main; ends the process with its status."""
    module = library._module
    if entry not in module.index.functions:
        raise SymbolNotFound(f"{module.name} defines no function {entry!r}; --entry NAME names the one to run")
    address = module.define(entry)
    module.prepare(entry)
    return run_main(session, address, argv)


def run_main(
    session: Session,
    address: int,
    argv: list[str],
    before: Callable[[tuple[tuple[Any, Any], ...]], None] | None = None,
    after: Callable[[], None] | None = None,
) -> int:
    """Call the code at `address` as a C program's main; ends the process with its status.

    before  called in place of `session.initialise_all`, with the arguments of constructors
    after   called when main has returned

    Python is not finalised: exit handlers of the program may still have to be compiled.
    """
    vector, keep = argument_vector(argv)
    environ = ctypes.c_void_p.in_dll(ctypes.CDLL(None), "environ").value or 0
    words = ((ctypes.c_int, len(argv)), (ctypes.c_size_t, ctypes.addressof(vector)), (ctypes.c_size_t, environ))
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    _restore_environment(argv[0], vector[0])
    if isinstance(session.compiler, LocalCompiler):
        _leave_before_llvm(session)
    install_crash_reporter(session)
    session.tiering.start()
    for number in (signal.SIGINT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)
    session.counters.startup_ns = perf_counter_ns()
    try:
        (before or session.initialise_all)(words)
        status = session.call_address(address, ctypes.c_int, *words)
        if after is not None:
            after()
        session.hooks.before_exit()
        session.call_address(session.hooks._c("exit"), None, (ctypes.c_int, status))
    except BaseException as error:
        session.fatal(error)
        ctypes.CDLL(None).fflush(None)
        os._exit(127)
    del keep
    return 127  # not reached: exit does not return


def _leave_before_llvm(session: Session) -> None:
    """Load LLVM now, and end the process when the program's own exit handlers have run: LLVM's would come between those
    of the program if it were loaded later, and what they take down a thread may be using."""
    from rejit.compile import backend

    backend.load()
    libc = ctypes.CDLL(None)

    def leave(frame: int) -> int:
        status = load_word(frame + session.arch.ARGUMENT_SLOTS[0]) & 0xFF
        libc.fflush(None)
        session.compiler.flush()
        if session.last_words is not None:
            session.last_words()
        os._exit(status)

    hook = Hook(leave)
    session.callbacks.attach(hook)
    libc.on_exit(ctypes.c_void_p(hook.address), None)


def _restore_environment(name: str, address: int) -> None:
    """Undo what Python did to the process: the locale it set, the LC_CTYPE it exported, the name it gave."""
    libc = ctypes.CDLL(None)
    libc.setlocale(6, b"C")  # LC_ALL
    if os.environ.get("PYTHONUNBUFFERED"):  # Python applied it to C's streams as well
        libc.malloc.restype = ctypes.c_void_p
        for number, stream in enumerate(("stdin", "stdout")):
            mode = 1 if number and os.isatty(1) else 0  # by lines to a terminal, else by blocks
            room = ctypes.c_void_p(libc.malloc(8192))  # it would keep its buffer of one byte otherwise
            libc.setvbuf(ctypes.c_void_p.in_dll(libc, stream), room, mode, ctypes.c_size_t(8192))
    if os.environ.get("LC_CTYPE") in ("C.UTF-8", "C.utf8", "UTF-8"):
        try:
            with open("/proc/self/environ", "rb") as file:
                given = file.read().split(b"\0")
        except OSError:
            given = [b"LC_CTYPE="]
        if not any(word.startswith(b"LC_CTYPE=") for word in given):
            libc.unsetenv(b"LC_CTYPE")
    base = os.fsencode(name).rfind(b"/") + 1
    ctypes.c_void_p.in_dll(libc, "program_invocation_name").value = address
    ctypes.c_void_p.in_dll(libc, "program_invocation_short_name").value = address + base
