"""Compiling by a command of the user's: `Session(compiler=...)`, `rejit run --compiler`.

The command's standard input and output are a compile server's socket, wherever that runs: `ssh big rejit compiler`, or
a native program where the session's process is emulated. It compiles for the CPU of the session. The protocol is that
of `rejit.compile.server`; the first message of each end says who speaks:

    program   hello, PROTOCOL, version, sources, llvmlite, CPU, workers, options      (`rejit.compile.stdio` answers)
    compiler  ready, pid, workers, triple, version

Nothing is shared but the stream: modules are sent as text, and hot functions are asked for ("again") by the session's
own thread, which reads the ring and asks the policy as it does without a server. This module needs no LLVM.
"""

from __future__ import annotations

import marshal
import os

from rejit.compile.channel import Disconnected
from rejit.compile.pool import ServerCompiler
from rejit.compile.spawn import spawn_command
from rejit.errors import Closed, NoCompiler, Unloaded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import Any, NoReturn

    from rejit.cache.use import SessionCache
    from rejit.compile.channel import Channel
    from rejit.compile.pool import Message
    from rejit.config import Config
    from rejit.ir.index import ModuleIndex
    from rejit.tiers import TierKey

PROTOCOL = 1  # of this file and `stdio`: how the two ends find out that they do not agree
FIRST_MESSAGE = 4096  # bytes that the compiler's first message may have: text is not mistaken for a long one


def words_of(command: str | Sequence[str]) -> list[str]:
    """A command as a list of words. NoCompiler if it is empty or its program cannot be found."""
    if isinstance(command, str):
        import shlex

        try:
            words = shlex.split(command)
        except ValueError as error:
            raise NoCompiler(f"compiler {command!r}: {error}") from None
    else:
        words = [os.fspath(word) for word in command]
    if not words:
        raise NoCompiler("compiler '': an empty command")
    if "/" in words[0]:
        found = [words[0]]
    else:
        found = [f"{folder or '.'}/{words[0]}" for folder in os.environ.get("PATH", os.defpath).split(":")]
    if not any(os.path.isfile(path) and os.access(path, os.X_OK) for path in found):
        raise NoCompiler(f"compiler {words[0]!r}: there is no such program")
    return words


class DistantCompiler(ServerCompiler):
    """The verbs of `ServerCompiler`, answered by a command; and those of `LocalCompiler` by which hot functions are
    compiled again, for `rejit.tiering`. What fails is a NoCompiler that names the command, and stays."""

    shares_files = False

    def __init__(
        self, config: Config, workers: int, deliver: Callable[[Message], None], command: Sequence[str], arch: ModuleType
    ) -> None:
        super().__init__(config, workers, deliver)
        self.command = list(command)
        self.arch = arch
        self._again: dict[int, Message] = {}
        self._first = b""  # what it said before it was ready
        self._ending = False

    @property
    def name(self) -> str:
        """The command as messages give it."""
        return " ".join(self.command)

    @property
    def local(self) -> DistantCompiler:  # type: ignore[override]
        """Who compiles what is hot for the session's thread."""
        return self

    # -- what a server of our own does otherwise -----------------------------------------------------------------

    def use_cache(self, cache: SessionCache) -> None:
        """Nothing is kept: what made the code is known only to the compiler."""

    def _spawn(self) -> Channel:
        from rejit import __version__
        from rejit.cache import host

        self._spawned, channel = spawn_command(self.config, self.command)
        channel.limit = FIRST_MESSAGE
        self.starts += 1
        self._pid = os.getpid()
        options = {name: getattr(self.config, name) for name in self.config.__slots__}
        identity = PROTOCOL, __version__, host.own_sources(), host.llvmlite_version()
        channel.queue(("hello", *identity, self.arch.NAME, self.workers, options))
        return channel

    def _dispatch(self, messages: list[Message]) -> None:
        rest = []
        for message in messages:
            if message[0] == "again" and len(message) == 4:
                self._again[message[1]] = message
            elif message[0] == "ready" and not self._ready:
                self._check(message)
                rest.append(message[:4])
            elif message[0] == "unavailable":
                self._refuse(str(message[1]) if len(message) > 1 else "it gives no reason")
            elif not self._ready:
                raise Disconnected(self._not_ours(f"{message[0]!r} came first"))
            else:
                rest.append(message)
        super()._dispatch(rest)

    def _check(self, message: Message) -> None:
        """Whether the compiler is one for us."""
        from rejit import __version__

        if [type(word) for word in message[1:]] != [int, int, str, str]:
            raise Disconnected(self._not_ours(f"it says {message!r}"[:200]))
        _, _, _, triple, version = message
        if version != __version__:
            self._refuse(f"it is rejit {version}, and this is {__version__}: both ends must have the same")
        if triple != self.arch.TRIPLE:
            self._refuse(f"it compiles for {triple}, and this machine is {self.arch.TRIPLE}")

    def _refuse(self, why: str) -> NoReturn:
        self._refused = f"compiler {self.name!r}: {why}"
        raise Disconnected(self._refused)

    def _not_ours(self, why: str) -> str:
        self._refused = f"compiler {self.name!r} does not speak rejit's protocol: {why}"
        return self._refused

    def _drop(self) -> None:
        ready = self._ready
        super()._drop()
        if not ready and not self._refused and not self._closed:
            if "begins no message" in self._lost:
                self._not_ours(self._lost)
            else:
                self._refused = f"compiler {self.name!r} ended before it was ready"

    def _kill(self) -> None:
        """Its number says nothing here. It ends when we hang up."""

    def _silent(self) -> bool:
        silent = super()._silent()
        if silent and not self._ready:
            self._refused = f"compiler {self.name!r} said nothing for {self.config.start_timeout_s:g} s"
        return silent

    def _fall_back(self, why: NoCompiler) -> NoReturn:
        raise NoCompiler(str(why)) from None

    # -- compiling again, for the session's thread ----------------------------------------------------------------

    def listen(self) -> None:
        """Hot functions come as answers."""

    def background(self) -> None:
        """Nothing comes by itself."""

    def index_of(self, number: int) -> ModuleIndex | None:
        """As `LocalCompiler.index_of`."""
        record = self._modules.get(number)
        return None if record is None else record.index

    def compile_again(self, number: int, name: str, tier: TierKey, hot: Sequence[str]) -> tuple[Any, Any]:
        """As `LocalCompiler.compile_again`."""
        if self._ending:
            raise Closed(f"{name}: the process ends")
        with self._mutex:
            self._requests += 1
            request = self._requests
        if self.index_of(number) is None:
            raise Unloaded(f"{name}: its module was closed")
        self._exchange(("again", request, number, name, tier, tuple(hot)), lambda: request in self._again, name)
        _, _, outcomes, failures = self._again.pop(request)
        return [(*o[:2], [marshal.loads(p) for p in o[2]], *o[3:]) for o in outcomes], failures

    def before_exit(self) -> None:
        """Nothing more is compiled again."""
        self._ending = True

    def main_thread_leaves(self) -> None:
        """No threads of ours come and go."""

    def flush(self) -> None:
        """Nothing is kept."""

    def note(self, message: Message) -> None:
        """Nothing is kept."""
