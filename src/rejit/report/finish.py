"""At the end: a process of its own gets the notes and writes the files; the program's process waits for it.

In the program's process nothing is imported for this: the program may have taken away what that would need, and has its
own idea of memory, threads and locale.
"""

from __future__ import annotations

import ctypes
import marshal
import os
import sys

from rejit.errors import InputError
from rejit.outputs import check_output
from rejit.runtime import libc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from signal import SIG_BLOCK, SIGCHLD, SIGPIPE

    from rejit.report.recording import Recording
else:
    from _signal import SIG_BLOCK, SIGCHLD, SIGPIPE  # the other one imports enum

NEEDED = ("bokeh", "capstone")
_BOOT = """
import os, sys
os.closerange(3, 1 << 16)
sys.path[:0] = {path!r}
from rejit.report.writer import main
main()
"""


def check(report: str, trace: str) -> None:
    """Whether the files could be written, before the program starts. Raises InputError."""
    for option, path in (("--report", report), ("--trace", trace)):
        if path:
            check_output(option, path)
    if report and trace and os.path.realpath(report) == os.path.realpath(trace):
        raise InputError(f"--report {report}, --trace {trace}: both are one file")
    if report:
        missing = [name for name in NEEDED if not _installed(name)]
        if missing:
            raise InputError(
                f"--report {report}: the page needs {' and '.join(missing)}, not installed here: "
                "pip install 'rejit[report]'"
            )


def _installed(name: str) -> bool:
    """Whether a module can be imported, without importing anything."""
    return any(finder.find_spec(name, None) is not None for finder in sys.meta_path)


def write(recording: Recording, report: str = "", trace: str = "") -> None:
    """Write the files that have a name. Raises InputError, saying why not."""
    check(report, trace)
    notes = marshal.dumps(
        (recording.notes(), os.path.abspath(report) if report else "", trace and os.path.abspath(trace))
    )
    what = " and ".join(filter(None, (report, trace)))
    try:
        answer = _hand_over(notes)
    except OSError as error:
        raise InputError(f"{what}: not written, for the process that writes cannot be started: {error}") from None
    if answer != "written":
        raise InputError(f"{what}: not written: {answer or 'the process that writes has died'}")


def _hand_over(notes: bytes) -> str:
    """Run the writer: what it answers."""
    given, answered = os.memfd_create("rejit-notes"), os.memfd_create("rejit-answer")
    # The program's own handler is not to see this child end.
    mask = ctypes.create_string_buffer(libc.SIGNAL_SET)
    libc.pthread_sigmask(SIG_BLOCK, (1 << SIGCHLD - 1).to_bytes(libc.SIGNAL_SET, "little"), mask)
    try:
        view = memoryview(notes)
        while view:
            view = view[os.write(given, view) :]
        os.lseek(given, 0, os.SEEK_SET)
        code = _BOOT.format(path=[path for path in sys.path if path])
        pid = os.posix_spawn(
            sys.executable,
            [sys.executable, "-I", "-S", "-c", code],
            {k: v for k, v in os.environ.items() if k not in ("LD_PRELOAD", "MALLOC_CHECK_")},
            file_actions=[(os.POSIX_SPAWN_DUP2, given, 0), (os.POSIX_SPAWN_DUP2, answered, 1)],
            setsigmask=(),
            setsigdef=(SIGCHLD, SIGPIPE),
        )
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass  # the program ignores SIGCHLD: the wait has lasted until the end all the same
        os.lseek(answered, 0, os.SEEK_SET)
        return os.read(answered, 4000).decode("utf-8", "replace")
    finally:
        libc.pthread_sigmask(libc.SIG_SETMASK, mask.raw, None)
        os.close(given)
        os.close(answered)
