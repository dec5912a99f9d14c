"""Starts the compile server's process."""

from __future__ import annotations

import os
import sys

from rejit.compile.channel import Channel
from rejit.errors import NoCompiler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.config import Config
    from rejit.tiering import Tiering

# The program's own descriptors may be inheritable: a server that held the end of a pipe would keep it open.
_BOOT = """
import os, sys
os.closerange({last} + 1, 1 << 16)
if os.fork(): os._exit(0)
os.setsid()
sys.path[:0] = {path!r}
from rejit.compile.serve import main
main({descriptor}, {pid}, {workers}, {options!r}, {again!r})
"""
PASSED = 3  # the server's first descriptor: its socket; behind it the ring and the socket of the background
WATCH_S = 1.0  # seconds: how often a waiting thread looks whether the server is silent for too long


def spawn(
    config: Config, workers: int, recompiling: Tiering | None, stderr: bool
) -> tuple[int, Channel, Channel | None]:
    """Start a server: not a child of the program, in its own session, with one end of a socket pair; with another
    and the ring of hot functions, if the session recompiles.

    The process to wait for (it forks the server and ends), our ends: of the first pair and, if there is one, of the
    second. Raises NoCompiler."""
    try:
        import fcntl
        from _socket import AF_UNIX, SO_RCVTIMEO, SO_SNDTIMEO, SOCK_STREAM, SOL_SOCKET, socket, socketpair
        from _struct import pack
    except ImportError as error:  # the program has changed its user, its root or its limits
        raise NoCompiler(f"no compile server can be started: {error}") from None
    if not sys.executable:
        raise NoCompiler("no compile server can be started: sys.executable is empty")

    def pair() -> tuple[Any, int]:
        """Our end, high up and out of the way, and the server's."""
        ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
        try:
            high = fcntl.fcntl(ours.fileno(), fcntl.F_DUPFD_CLOEXEC, config.descriptor_floor)
            ours.close()
            ours = socket(AF_UNIX, SOCK_STREAM, 0, fileno=high)
        except OSError:
            pass  # above the limit: then it keeps its low number
        return ours, above(theirs.detach())

    def above(descriptor: int) -> int:
        """The descriptor with a number that none of those in the server has."""
        moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, PASSED + 8)
        os.close(descriptor)
        return moved

    passed: list[int] = []
    background = None
    again = None
    try:
        ours, theirs = pair()
        passed.append(theirs)
        ring = recompiling.ring.share() if recompiling is not None else -1
        if recompiling is not None and ring >= 0:
            passed.append(above(ring))
            background, theirs = pair()
            passed.append(theirs)
            again = PASSED + 2, PASSED + 1, *recompiling.settings()
    except OSError as error:
        for descriptor in passed:
            os.close(descriptor)
        raise NoCompiler(f"no compile server can be started: no socket for it: {error}") from None
    # A server that stops answering must be noticed: waiting in steps costs nothing while it answers.
    step = pack("ll", int(WATCH_S), int(WATCH_S % 1 * 1e6))
    ours.setsockopt(SOL_SOCKET, SO_RCVTIMEO, step)
    ours.setsockopt(SOL_SOCKET, SO_SNDTIMEO, pack("ll", int(config.silence_timeout_s) + 1, 0))
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
    environment = {k: v for k, v in os.environ.items() if k not in ("LD_PRELOAD", "MALLOC_CHECK_")}
    try:
        command = [sys.executable, "-I", "-S", "-c", code]
        pid = os.posix_spawn(sys.executable, command, environment, file_actions=actions, setsigmask=())
    except OSError as error:
        ours.close()
        if background is not None:
            background.close()
        raise NoCompiler(f"no compile server can be started: {error}") from None
    finally:
        for descriptor in passed:
            os.close(descriptor)
    return pid, _channel(ours), None if background is None else _channel(background)


def _channel(connection: Any) -> Channel:
    status = os.fstat(connection.fileno())
    return Channel(connection, (status.st_dev, status.st_ino))
