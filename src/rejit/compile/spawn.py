"""Starts the compile server's process, or the command that stands for it."""

from __future__ import annotations

import os
import sys

from rejit.compile.channel import Channel
from rejit.errors import NoCompiler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.config import Config
    from rejit.tiering import Tiering

# The program's own descriptors may be inheritable: a server that held the end of a pipe would keep it open.
_FORKED = """
import os, sys
os.closerange({last} + 1, 1 << 16)
if os.fork(): os._exit(0)
os.setsid()
"""
_BOOT = (
    _FORKED
    + """
sys.path[:0] = {path!r}
from rejit.compile.serve import main
main({descriptor}, {pid}, {workers}, {options!r}, {again!r})
"""
)
_COMMAND = (
    _FORKED
    + """
try:
    os.execvp({command!r}[0], {command!r})
except OSError as error:
    sys.stderr.write(f"rejit: compiler {command!r}: {{error}}\\n")
"""
)
PASSED = 3  # the server's first descriptor: its socket; behind it the ring and the socket of the background
WATCH_S = 1.0  # seconds: how often a waiting thread looks whether the server is silent for too long


def spawn(
    config: Config, workers: int, recompiling: Tiering | None, stderr: bool
) -> tuple[int, Channel, Channel | None]:
    """Start a server: not a child of the program, in its own session, with one end of a socket pair; with another
    and the ring of hot functions, if the session recompiles.

    The process to wait for (it forks the server and ends), our ends: of the first pair and, if there is one, of the
    second. Raises NoCompiler."""
    passed: list[int] = []
    ours: list[Any] = []
    again = None

    def pair() -> None:
        end, theirs = _pair(config)
        ours.append(end)
        passed.append(theirs)

    try:
        pair()
        ring = recompiling.ring.share() if recompiling is not None else -1
        if recompiling is not None and ring >= 0:
            passed.append(_above(ring))
            pair()
            again = PASSED + 2, PASSED + 1, *recompiling.settings()
    except OSError as error:
        for descriptor in passed:
            os.close(descriptor)
        raise NoCompiler(f"no compile server can be started: no socket for it: {error}") from None
    code = _BOOT.format(
        path=[p for p in sys.path if p],
        descriptor=PASSED,
        last=PASSED + len(passed) - 1,
        pid=os.getpid(),
        workers=workers,
        options={name: getattr(config, name) for name in config.__slots__},
        again=again,
    )
    null = "/dev/null"
    actions: list[tuple[Any, ...]] = [
        *((os.POSIX_SPAWN_DUP2, descriptor, PASSED + place) for place, descriptor in enumerate(passed)),
        (os.POSIX_SPAWN_OPEN, 0, null, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, null, os.O_WRONLY, 0),
    ]
    if not stderr:
        actions.append((os.POSIX_SPAWN_OPEN, 2, null, os.O_WRONLY, 0))
    pid = _start(code, actions, ours, passed)
    _limit_waiting(ours[0], config)
    return pid, _channel(ours[0]), _channel(ours[1]) if len(ours) > 1 else None


def spawn_command(config: Config, command: Sequence[str]) -> tuple[int, Channel]:
    """Start a command with one end of a socket pair as its input and output, as `spawn` starts a server; it writes to
    the program's stderr. The process to wait for, and our end. Raises NoCompiler."""
    try:
        ours, theirs = _pair(config)
    except OSError as error:
        raise NoCompiler(f"compiler {command[0]!r}: no socket for it: {error}") from None
    actions: list[tuple[Any, ...]] = [(os.POSIX_SPAWN_DUP2, theirs, 0), (os.POSIX_SPAWN_DUP2, theirs, 1)]
    pid = _start(_COMMAND.format(last=2, command=list(command)), actions, [ours], [theirs])
    _limit_waiting(ours, config)
    return pid, _channel(ours)


def _pair(config: Config) -> tuple[Any, int]:
    """Our end, high up and out of the way, and the server's."""
    try:
        import fcntl
        from _socket import AF_UNIX, SOCK_STREAM, socket, socketpair
    except ImportError as error:  # the program has changed its user, its root or its limits
        raise NoCompiler(f"no compile server can be started: {error}") from None
    ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
    try:
        high = fcntl.fcntl(ours.fileno(), fcntl.F_DUPFD_CLOEXEC, config.descriptor_floor)
        ours.close()
        ours = socket(AF_UNIX, SOCK_STREAM, 0, fileno=high)
    except OSError:
        pass  # above the limit: then it keeps its low number
    return ours, _above(theirs.detach())


def _above(descriptor: int) -> int:
    """The descriptor with a number that none of those in the server has."""
    import fcntl

    moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, PASSED + 8)
    os.close(descriptor)
    return moved


def _limit_waiting(ours: Any, config: Config) -> None:
    """A server that stops answering must be noticed: waiting in steps costs nothing while it answers."""
    from _socket import SO_RCVTIMEO, SO_SNDTIMEO, SOL_SOCKET
    from _struct import pack

    ours.setsockopt(SOL_SOCKET, SO_RCVTIMEO, pack("ll", int(WATCH_S), int(WATCH_S % 1 * 1e6)))
    ours.setsockopt(SOL_SOCKET, SO_SNDTIMEO, pack("ll", int(config.silence_timeout_s) + 1, 0))


def _start(code: str, actions: list[tuple[Any, ...]], ours: list[Any], passed: list[int]) -> int:
    """Start Python with some code: its process id. `passed` is closed here, `ours` if it fails."""
    environment = {k: v for k, v in os.environ.items() if k not in ("LD_PRELOAD", "MALLOC_CHECK_")}
    try:
        if not sys.executable:
            raise NoCompiler("no compile server can be started: sys.executable is empty")
        command = [sys.executable, "-I", "-S", "-c", code]
        return os.posix_spawn(sys.executable, command, environment, file_actions=actions, setsigmask=())
    except (OSError, NoCompiler) as error:
        for end in ours:
            end.close()
        if isinstance(error, NoCompiler):
            raise
        raise NoCompiler(f"no compile server can be started: {error}") from None
    finally:
        for descriptor in passed:
            os.close(descriptor)


def _channel(connection: Any) -> Channel:
    status = os.fstat(connection.fileno())
    return Channel(connection, (status.st_dev, status.st_ino))
