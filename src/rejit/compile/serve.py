"""The compile server's process: its signals, LLVM, the server's loop, and what is said of a failure."""

from __future__ import annotations

import gc
import os
import signal
from _socket import AF_UNIX, SOCK_STREAM, socket

from rejit import __version__
from rejit.compile.channel import Channel, Disconnected
from rejit.compile.limits import worker_count
from rejit.compile.server import Server
from rejit.config import Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.tiers import TierKey


def main(
    descriptor: int,
    program_pid: int,
    workers: int,
    options: dict[str, Any],
    again: tuple[int, int, dict[int, TierKey], tuple[str, Any]] | None = None,
) -> None:
    """The server process: LLVM first, since that takes longest; the module's index arrives meanwhile.

    again: for recompiling, descriptors of the socket and the ring, keys by level, the policy."""
    for number in range(1, signal.NSIG):
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            try:
                signal.signal(number, signal.SIG_IGN if number in (2, 3, 1, 13, 15, 20) else signal.SIG_DFL)
            except (OSError, ValueError):
                pass
    gc.disable()  # each pass would look at the whole index: `Closed` has one made when modules have gone
    program = Channel(socket(AF_UNIX, SOCK_STREAM, 0, fileno=descriptor))
    pidfd = -1
    try:
        pidfd = os.pidfd_open(program_pid)
    except OSError:
        pass
    serve(program, Config(**options), workers, pidfd, again)
    os._exit(0)


def serve(
    program: Channel,
    config: Config,
    workers: int,
    pidfd: int = -1,
    again: tuple[int, int, dict[int, TierKey], tuple[str, Any]] | None = None,
    target: str = "",
    requests: Sequence[tuple[Any, ...]] = (),
) -> None:
    """Serve one program until it is gone or has been idle for long. target: the CPU to compile for, if the program is
    on another machine; it is told of the version then. requests: what it has said already."""
    from rejit.compile import backend

    try:
        backend.load(quick=True)
        limit = worker_count(config) if workers < 0 else max(1, workers)
        if target:
            backend.compile_for(target)
            program.send(("ready", os.getpid(), limit, backend.triple(), __version__))
        else:
            program.send(("ready", os.getpid(), limit, backend.triple()))
        # The first module's partitions are sliced by code imported now, before any fork.
        import rejit.compile.worker  # noqa: F401

        backend.warm_up()
        server = Server(program, config, limit, pidfd)
        if again is not None:
            from rejit.compile.again import make_lane

            background, ring, keys, policy = again
            server.again = make_lane(
                server, Channel(socket(AF_UNIX, SOCK_STREAM, 0, fileno=background)), ring, keys, policy
            )
        for request in requests:
            server.handle(request)
        server.run()
    except Disconnected:
        pass
    except ImportError as error:
        program.send(("unavailable", f"llvmlite cannot be loaded: {error}"))
    except Exception:
        import traceback

        if os.environ.get("REJIT_DEBUG"):
            traceback.print_exc()
        try:
            program.send(("broken", traceback.format_exc()))
        except Disconnected:
            pass
