"""A process that has LLVM loaded and forks compile servers that die where a test tells them to.

A real server takes 60 ms to start, nearly all of it LLVM's; forked from here it takes three, so that a test can kill
one at every byte of the protocol. `Zygote` is the test's side; run as a script this file is the other.

A plan is a dict of one of two kinds. Faults of the compiler: sleep_on, kill_on (names of functions: a worker that
compiles one sleeps for ever, or ends itself); say (bytes in hex that the server sends instead of ever working),
silent. Or a death in the protocol: where ("server": on the server's socket to the program, "server-worker": on its
socket to a worker, "worker": in the first worker), direction ("send" or "receive"), after (bytes that still pass),
log (a file to which the bytes of each direction are written, for measuring).
"""

from __future__ import annotations

import array
import json
import os
import signal
import socket
import subprocess
import sys
from _struct import pack
from typing import Any

from rejit.compile.channel import Channel
from rejit.compile.pool import ServerCompiler
from rejit.compile.spawn import WATCH_S
from rejit.config import Config
from rejit.session import Session

Plan = dict[str, Any]


class Zygote:
    """The process that forks servers."""

    def __init__(self) -> None:
        self.connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        path = os.pathsep.join(p for p in sys.path if p)
        self.process = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            env={**os.environ, "PYTHONPATH": path},
        )
        theirs.close()
        assert self.connection.recv(100) == b"ready"

    def start(self, end: socket.socket, arguments: list[Any], plan: Plan | None) -> int:
        """Fork a server that talks over `end`: its process id."""
        text = json.dumps([arguments, plan]).encode()
        rights = array.array("i", [end.fileno()])
        self.connection.sendmsg([text], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        return int(self.connection.recv(100))

    def close(self) -> None:
        self.connection.close()
        self.process.wait(10)

    def session(self, plans: list[Plan | None], workers: int = 1, **config: Any) -> Session:
        """A session whose servers come from here."""
        session = Session(workers=workers, config=Config(**config))
        compiler = FaultyCompiler(session.config, workers, session._deliver)
        compiler.zygote, compiler.plans = self, plans
        session.compiler = compiler
        return session


class FaultyCompiler(ServerCompiler):
    """A ServerCompiler whose n-th server gets the n-th plan, those after the last one none."""

    zygote: Zygote
    plans: list[Plan | None]

    def _spawn(self) -> Channel:
        ours, theirs = socket.socketpair()
        options = {name: getattr(self.config, name) for name in self.config.__slots__}
        plan = self.plans.pop(0) if self.plans else None
        self.server = self.zygote.start(theirs, [os.getpid(), self.workers, options], plan)
        theirs.close()
        self.starts += 1
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, pack("ll", int(WATCH_S), 0))
        status = os.fstat(ours.fileno())
        return Channel(ours, (status.st_dev, status.st_ino))


class FaultySocket:
    """A socket whose process is killed when so many bytes have passed in one direction."""

    def __init__(self, real: socket.socket, plan: Plan) -> None:
        self.real = real
        self.plan = plan
        self.left: int = plan["after"]
        self.passed = {"send": 0, "receive": 0}
        for name in ("fileno", "detach", "close", "shutdown"):
            setattr(self, name, getattr(real, name))

    def _passing(self, direction: str, count: int) -> None:
        if "log" in self.plan:
            self.passed[direction] += count
            log = os.open(self.plan["log"], os.O_WRONLY | os.O_CREAT)
            os.pwrite(log, json.dumps(self.passed).ljust(80).encode(), 0)
            os.close(log)
        if direction == self.plan["direction"]:
            self.left -= count
            if self.left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def sendall(self, data: Any, flags: int = 0) -> None:
        if self.plan["direction"] == "send":
            data = memoryview(bytes(data))[: max(self.left, 0)]
        self.real.sendall(data, flags)
        self._passing("send", len(data))

    def send(self, data: Any, flags: int = 0) -> int:
        if self.plan["direction"] == "send":
            data = memoryview(bytes(data))[: max(self.left, 0)]
        count = self.real.send(data, flags)
        self._passing("send", count)
        return count

    def recv(self, count: int, flags: int = 0) -> bytes:
        if self.plan["direction"] == "receive":
            count = min(count, max(self.left, 1))
        data = self.real.recv(count, flags)
        self._passing("receive", len(data))
        return data


def _install(plan: Plan, server: int, end: int) -> None:
    """Become the server that the plan describes."""
    if "say" in plan:
        socket.socket(fileno=end).sendall(bytes.fromhex(plan["say"]))
        os._exit(0)
    if "silent" in plan:
        while True:
            signal.pause()
    if "where" in plan:
        _wrap_sockets(plan, server)
        return
    from rejit.compile import backend, worker

    compile_ir = backend.compile_ir

    def defines(text: str, names: list[str]) -> bool:
        lines = [line for line in text.splitlines() if line.startswith("define")]
        return any(f"@{name}(" in line for name in names for line in lines)

    def faulty(text: str, tier: Any) -> bytes:
        while defines(text, plan.get("sleep_on", [])):
            signal.pause()
        if defines(text, plan.get("kill_on", [])):
            os.kill(os.getpid(), signal.SIGKILL)
        return compile_ir(text, tier)

    worker.compile_each.__defaults__ = (faulty, ())


def _wrap_sockets(plan: Plan, server: int) -> None:
    original = Channel.__init__
    made = []

    def init(self: Channel, connection: Any, identity: tuple[int, int] = (0, 0)) -> None:
        in_server = os.getpid() == server
        made.append(in_server)
        role = ("server" if len(made) == 1 else "server-worker") if in_server else "worker"
        first_worker = made.count(True) == 1  # in a worker: the server's channel to it is not there yet
        wanted = role == plan["where"] and (role != "worker" or first_worker or plan.get("all_workers"))
        original(self, FaultySocket(connection, plan) if wanted else connection, identity)  # type: ignore[arg-type]

    Channel.__init__ = init  # type: ignore[method-assign]


def _serve(connection: socket.socket) -> None:
    from rejit.compile import backend, serve, worker  # noqa: F401

    backend.load()
    backend.triple()
    connection.send(b"ready")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        text, ancillary, _, _ = connection.recvmsg(1 << 16, 1024)
        if not text:
            return
        (end,) = array.array("i", ancillary[0][2])
        (pid, workers, options), plan = json.loads(text)
        child = os.fork()
        if child == 0:
            connection.close()
            if plan:
                _install(plan, os.getpid(), end)
            serve.main(end, pid, workers, options)
        os.close(end)
        connection.send(b"%d" % child)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
