"""A compile server on standard input and output, for programs elsewhere: `rejit compiler`. See `distant`.

Input and output may be pipes (as under ssh), and the server wants one socket: this process passes the bytes on, and a
child of it is the server. It ends when the program hangs up."""

from __future__ import annotations

import os
import select
import signal
import sys
from _socket import AF_UNIX, SHUT_WR, SOCK_STREAM, socketpair

from rejit import __version__
from rejit.compile.channel import Channel, Disconnected
from rejit.compile.distant import FIRST_MESSAGE, PROTOCOL
from rejit.config import Config

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _socket import socket
    from collections.abc import Sequence
    from typing import Any


HELP = """\
usage: rejit compiler

Compiles for a program elsewhere, over standard input and output, until it hangs up. The program's end starts it:
`rejit run --compiler "ssh big rejit compiler"`, `rejit.Session(compiler="ssh big rejit compiler")`. Both ends must be
the same version of rejit; llvmlite is needed on this one only.
"""


def main(arguments: Sequence[str] = ()) -> int:
    """Serve one program: the exit status."""
    if arguments:
        wanted = arguments[0] in ("-h", "--help")
        (sys.stdout if wanted else sys.stderr).write(HELP)
        return 0 if wanted else 2
    ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
    if os.fork() == 0:
        ours.close()
        null = os.open("/dev/null", os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os._exit(_serve(Channel(theirs)))
    theirs.close()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    _pass_on(ours)
    ours.close()
    _, status = os.wait()
    return os.waitstatus_to_exitcode(status)


def _pass_on(server: socket) -> None:
    """Input to the server, what it says to output, until the server is gone."""
    poll = select.poll()
    poll.register(0, select.POLLIN)
    poll.register(server, select.POLLIN)
    while True:
        ready = dict(poll.poll())
        if server.fileno() in ready:
            data = server.recv(1 << 18)
            if not data or not _written(data):
                return
        if 0 in ready:
            try:
                data = os.read(0, 1 << 18)
                if data:
                    server.sendall(data)
                    continue
            except OSError:  # a socket that was hung up with something in it that nobody read
                pass
            poll.unregister(0)
            try:
                server.shutdown(SHUT_WR)
            except OSError:  # the server is gone
                pass


def _written(data: bytes) -> bool:
    """Write all of it to output; False if nobody reads."""
    try:
        while data:
            data = data[os.write(1, data) :]
    except OSError:
        return False
    return True


def _serve(program: Channel) -> int:
    """The server's life: who is there, then `serve.main`'s."""
    from rejit.compile.serve import serve

    program.limit = FIRST_MESSAGE
    try:
        messages = program.receive(wait=True)
        kind, protocol, version, sources, llvmlite, target, workers, options = messages[0]
        if kind != "hello" or type(options) is not dict:
            raise ValueError
    except (Disconnected, ValueError):
        sys.stderr.write("rejit compiler: nobody is there who speaks rejit's protocol; `--compiler` starts this\n")
        return 2
    refusal = _refusal(protocol, version, sources, llvmlite, target)
    if refusal:
        _say(program, ("unavailable", refusal))
        return 1
    config = Config(**{name: value for name, value in options.items() if name in Config.__slots__})
    serve(program, config, workers, target=target, requests=messages[1:])
    return 0


def _refusal(protocol: int, version: str, sources: bytes, llvmlite: str, target: str) -> str:
    """Why this compiler is none for that program; "" if it is one."""
    from rejit.arch import SERVED
    from rejit.cache import host

    if protocol != PROTOCOL or version != __version__:
        return f"it is rejit {__version__}, and the program's is {version}: both ends must have the same"
    if sources != host.own_sources():
        return f"both ends are rejit {version}, but not the same files of it"
    here = host.llvmlite_version()
    if llvmlite and llvmlite != here:
        return (
            f"it has llvmlite {here}, and the program has {llvmlite}: both ends must have the same, or the program none"
        )
    return "" if target in SERVED else f"it cannot compile for {target!r}; it can for {', '.join(SERVED)}"


def _say(program: Channel, message: tuple[Any, ...]) -> None:
    try:
        program.send(message)
    except Disconnected:
        pass
