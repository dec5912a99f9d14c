"""The one Session that all stand-in engines of a process live in, and what is given back when a module of theirs goes.

An engine's modules are eager: whole objects, compiled in this process by the user's TargetMachine. So of the session
they need only its code memory, its stubs to far functions, and its C names; it compiles nothing for them.
"""

from __future__ import annotations

from _thread import RLock
from typing import TYPE_CHECKING

from rejit.runtime import unwind
from rejit.session import Session

if TYPE_CHECKING:
    from rejit.runtime.memory import Committed

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


class Resources:
    """What one loaded module occupies."""

    __slots__ = ("blocks", "data", "frames")

    def __init__(self) -> None:
        self.blocks: list[Committed] = []
        self.data: list[tuple[int, int]] = []  # (address, size)
        self.frames: list[int] = []  # registered unwind tables

    def ranges(self) -> list[tuple[int, int]]:
        """Where its code and data are: (start, end)."""
        code = [(block.address, block.address + block.size) for block in self.blocks]
        return code + [(address, address + size) for address, size in self.data]


def unload(resources: Resources) -> None:
    """A module that no engine, no other module and no Address object leads to any more: its memory, back."""
    for frames in resources.frames:
        unwind.deregister_frame(frames)
    session = home()
    session.memory.release(resources.blocks)
    for address, size in resources.data:
        session.memory.free_data(address, size)
