"""Source lines of code that was compiled without them: its functions are compiled once more, in a process made for
that, and their line tables read.

Bodies carry no line tables, which would double what compiling a function costs. They are wanted when a program
crashes: in a signal handler, whose thread may hold any lock. So nothing of the session's compiler is used; one process
is started and gets all it needs by a memfd. Lines count only if the code comes out byte for byte as that which crashed.

    program   request: modules' text, (function, tier, what was inlined) of each body -->
              --> answer: for each, the code, its relocations' offsets, its line table
"""

from __future__ import annotations

import marshal
import os
import sys

from rejit.arch import host_types
from rejit.errors import RejitError
from rejit.runtime import libc
from rejit.tiers import DEBUG_LINES, continuation_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Protocol

    from rejit.module import Module
    from rejit.runtime.blocks import Committed
    from rejit.session import Session
    from rejit.tiers import TierKey

    class Place(Protocol):
        """A code address in a body: see `cli.crash.Place`."""

        module: Module
        name: str
        block: Committed
        address: int
        loop: int

        @property
        def level(self) -> int:
            """The body's tier."""


REQUEST, ANSWER = 3, 4  # descriptors in the process
TIME_S = 20  # seconds after which the process ends itself
_BOOT = """
import os, signal, sys
signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.alarm({time})
os.closerange({answer} + 1, 1 << 16)
sys.path[:0] = {path!r}
from rejit.compile.lines import answer
answer()
"""


def lines_of(session: Session, places: Sequence[Place]) -> dict[int, tuple[str, int]]:
    """File and line of code addresses, of those that have one. Raises OSError where no process can be started."""
    found: dict[int, tuple[str, int]] = {}
    left = []
    for place in places:
        sighting = session.observers.at(place.address) if session.observers is not None else None
        known = None if sighting is None else sighting.lines().at(place.address)
        if known is not None:
            found[place.address] = known
        elif sighting is None or not sighting.has_lines:
            left.append(place)
    modules = {place.module.number: place.module for place in left}
    texts = {number: module.index.text for number, module in modules.items()}
    texts = {number: text for number, text in texts.items() if "\n!llvm.dbg.cu = " in text}
    left = [place for place in left if place.module.number in texts]
    if not left:
        return found
    bodies = list(dict.fromkeys(_wanted(session, place) for place in left))
    answers = dict(zip(bodies, _ask(texts, bodies), strict=True))
    for place in left:
        made = answers[_wanted(session, place)]
        base = None if made is None else _begin(place.block, made)
        if made is not None and base is not None:
            known = _line_at(made, place.address - base)
            if known is not None:
                found[place.address] = known
    return found


def _wanted(session: Session, place: Place) -> tuple[int, str, TierKey, tuple[str, ...]]:
    first = session.tier
    key = (*first[:6], None) if place.level == first[0] else session.key_of(place.level)
    if place.loop >= 0:
        key = continuation_key(key, place.loop)
    key = (*key[:3], (DEBUG_LINES, *key[3]), *key[4:])
    return place.module.number, place.name, key, place.module.imports.get(place.block, ())  # type: ignore[call-overload]


def _ask(texts: dict[int, str], bodies: list[Any]) -> list[Any]:
    """The process's answer for each body; None for one that it could not compile."""
    request = os.memfd_create("rejit-lines", os.MFD_CLOEXEC)
    read, write = os.pipe2(os.O_CLOEXEC)
    try:
        with open(request, "wb", closefd=False) as file:
            marshal.dump((texts, bodies), file)
        import fcntl

        # Above the numbers that the process has them at: what is put there first must not be in another's place.
        passed = [fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, ANSWER + 1) for descriptor in (request, write)]
        code = _BOOT.format(time=TIME_S, answer=ANSWER, path=[p for p in sys.path if p])
        actions = [
            (os.POSIX_SPAWN_DUP2, passed[0], REQUEST),
            (os.POSIX_SPAWN_DUP2, passed[1], ANSWER),
            *((os.POSIX_SPAWN_OPEN, standard, "/dev/null", os.O_RDWR, 0) for standard in range(3)),
        ]
        environment = {k: v for k, v in os.environ.items() if k not in ("LD_PRELOAD", "MALLOC_CHECK_")}
        command = [sys.executable, "-I", "-S", "-c", code]
        pid = os.posix_spawn(sys.executable, command, environment, file_actions=actions, setsigmask=())
        for descriptor in (write, *passed):
            os.close(descriptor)
        with open(read, "rb") as file:
            content = file.read()
        try:
            os.waitpid(pid, 0)
        except ChildProcessError:
            pass
    finally:
        os.close(request)
    answers: list[Any] = marshal.loads(content)
    return answers


def _begin(block: Committed, made: Any) -> int | None:
    """Where in a block the piece begins, which must be the same code but for what relocations have changed."""
    content, frames, relocations, _, _ = made
    base = block.address + block.frames - frames
    text = bytearray(content[:frames])
    here = bytearray(libc.get(base, frames))
    types = host_types()
    for offset, number, _, _ in relocations:
        size = types.RELOCATIONS[number].size
        for bytes_ in (text, here):
            bytes_[offset : offset + size] = bytes(len(bytes_[offset : offset + size]))
    return base if text == here else None


def _line_at(made: Any, offset: int) -> tuple[str, int] | None:
    from rejit.link.dwarf import LineTable

    table = LineTable()
    table.rows, table.files = made[3], made[4]
    return table.at(offset)


# --- in the process


def answer() -> None:
    """Read the request, answer, end."""
    from rejit.ir.index import ModuleIndex

    with open(REQUEST, "rb") as file:
        file.seek(0)
        texts, bodies = marshal.load(file)
    indices = {number: ModuleIndex.build(text) for number, text in texts.items()}
    answers = [_compiled(indices[number], name, key, imported) for number, name, key, imported in bodies]
    with open(ANSWER, "wb") as file:
        marshal.dump(answers, file)
    os._exit(0)


def _compiled(index: Any, name: str, key: TierKey, imported: Sequence[str]) -> Any:
    """(content, offset of the unwind table, relocations, rows and files of the line table) of a function's piece."""
    from rejit.compile import backend
    from rejit.compile.cached import taken_apart
    from rejit.compile.worker import Source, tier_partition
    from rejit.link.dwarf import line_table, relocated

    try:
        index.promote(name)
        part = tier_partition(Source(index), (name,), (), key, inline=imported)
        pieces = taken_apart(backend.compile_ir(part.text, key), part, key)
    except RejitError:
        return None
    for piece in pieces:
        symbols = {symbol: offset for symbol, offset, _, _ in piece[5]}
        if piece[0] == "code" and len(piece) > 8 and any(s == name or s.startswith(f"{name}.osr.") for s in symbols):
            table = line_table(relocated(piece[8], symbols))
            return piece[3], symbols.get("", 0), piece[6], table.rows, table.files
    return None
