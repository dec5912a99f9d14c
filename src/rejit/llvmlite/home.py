"""The one Session that all stand-in engines of a process live in, and what is given back when a module of theirs goes.

An engine's modules are eager: whole objects, compiled in this process by the user's TargetMachine. So of the session
they need only its code memory, its stubs to far functions, and its C names; it compiles nothing for them.
"""

from __future__ import annotations

import sys
from _thread import RLock
from typing import Any

from rejit.runtime.reclaim import Parcel
from rejit.session import Session

_lock = RLock()
_session: Session | None = None


def home() -> Session:
    """The session of all eager engines, made at the first need. NoCodeMemory where code may not be made."""
    global _session
    with _lock:
        if _session is None:
            _session = Session(workers=0)
            _session.hooks.owns_process = True  # exit and exit handlers are C's own, as they are for llvmlite's engines
        return _session


class Group:
    """The memory of objects that were loaded together and refer to each other. It goes when nothing holds it:

    its modules (held by their engine, and by each Address taken from them), and groups that were linked to it.
    """

    __slots__ = ("__weakref__", "blocks", "data", "frames", "loaded", "uses")

    def __init__(self) -> None:
        self.blocks: list[Any] = []
        self.data: list[tuple[int, int]] = []  # (address, size)
        self.frames: list[int] = []  # the unwind table of each block; 0: it has none
        self.uses: set[Group] = set()  # groups of earlier loadings, so never in a circle
        self.loaded = False

    def __del__(self) -> None:
        # Anywhere, in the middle of a commit too: so it is only noted.
        if self.loaded and not sys.is_finalizing():
            _departed.append((self.blocks, self.frames, self.data, self.uses))


_departed: list[tuple[list[Any], list[int], list[tuple[int, int]], set[Group]]] = []


def let_go() -> None:
    """Unload the groups that nothing holds any more. Called by engines, where no lock of the session is held."""
    while True:
        try:
            gone = _departed.pop()
        except IndexError:
            return  # none, or another thread was faster
        _unload(*gone)


def _unload(blocks: list[Any], frames: list[int], data: list[tuple[int, int]], uses: set[Group]) -> None:
    """Hand the memory of a group to the session's reclaimer: no call reaches it, but a function pointer that ctypes
    keeps, or a frame on some stack, may still lead there. What its code refers to stays as long as it does."""
    session = home()
    parcel = Parcel("an llvmlite module")
    for block, table in zip(blocks, frames, strict=True):
        if table:
            block.frames = table - block.address
        parcel.add_code(block)
    parcel.data += data
    parcel.keep += uses
    session.reclaimer.add(parcel)
    session.reclaimer.relieve()
