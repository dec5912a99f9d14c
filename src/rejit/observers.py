"""Who is told of code that comes and goes: profilers and debuggers. A session that nobody observes has none of this.

    module.link --> came --> Sighting (label, symbols, lines, unwind table) --> perf map, jitdump, GDB
    reclaim     --> gone --> withdrawn by those that can, before the memory is used again

What a sighting is made of must not keep code from being freed: an address in free memory looks like a way into it
(rejit.runtime.search). So addresses go through ints and bytearrays that are cleared.
"""

from __future__ import annotations

import os

from rejit.errors import BadObject, EnvironmentFailure
from rejit.link.dwarf import LineTable, line_table, relocated
from rejit.runtime import libc
from rejit.tiers import DEBUG_FULL, DEBUG_LINES, continued_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Protocol

    from rejit.module import Module
    from rejit.runtime.blocks import Body, Committed
    from rejit.session import Session
    from rejit.tiers import TierKey

    class Observer(Protocol):
        """A tool. `add` and `drop` come under the session's or the reclaimer's lock."""

        def add(self, sighting: Any) -> None:
            """Code that is about to run. May raise OSError; the observer is then told nothing more."""

        def drop(self, addresses: Iterable[int]) -> None:
            """The blocks of code at these addresses are about to be freed."""

        def after_fork(self, living: Iterable[Any]) -> None:
            """In a child of the process, which has a copy of the code."""


PROFILES = ("map", "jitdump")


def debug_wanted(profile: str | None, gdb: bool | str) -> tuple[str, ...]:
    """What the tools need the compiler to keep, as a session's first transforms. ValueError for what there is not."""
    if profile is not None and profile not in PROFILES:
        raise ValueError(f"profile={profile!r}: one of {', '.join(PROFILES)}, or None")
    if gdb not in (True, False, "lines", "full"):
        raise ValueError(f"gdb={gdb!r}: True (functions and lines), 'full' (types and variables too) or False")
    if gdb == "full":
        return (DEBUG_FULL,)
    return (DEBUG_LINES,) if gdb or profile == "jitdump" else ()


class Sighting:
    """One body.

    address   where its block begins, which may be before its text (code that counts calls)
    size      bytes of the block up to the end of the last function in it
    text      where the piece begins that it was linked from, and its symbols: name -> (address, size)
    label     what a profiler shows: "f [tier 3]"; for the continuation of a loop "f [osr, line 12]"
    frames    address and size of its unwind table
    """

    __slots__ = ("_debug", "address", "elsewhere", "frames", "label", "name", "size", "symbols", "text")

    def __init__(self, piece: tuple[Any, ...], text: int, body: Body, tier: TierKey, elsewhere: dict[str, int]) -> None:
        self._debug = piece[8] if len(piece) > 8 else ()
        self.elsewhere = elsewhere  # where the module's variables are
        self.address, self.text = body.address, text
        self.symbols: dict[str, tuple[int, int]] = {}
        self.frames = 0, 0
        for name, offset, size, _ in piece[5]:
            if not name:
                self.frames = text + offset, size
            elif not name.startswith("\0"):
                self.symbols[name] = text + offset, size
        self.name = next(iter(self.symbols), piece[1])
        self.size = max((a + size for a, size in self.symbols.values()), default=self.frames[0]) - self.address
        loop = continued_loop(tier)
        self.label = f"{self.name} [tier {tier[0]}]" if loop < 0 else self._continuation(loop)

    def _continuation(self, loop: int) -> str:
        name = self.name.rpartition(".osr.")[0]
        lines = [line for _, line, _ in self.lines().rows if line > 0]
        first = next((line for line in lines if line != lines[0]), lines[0] if lines else 0)  # after the entry block
        return f"{name} [osr, line {first}]" if first else f"{name} [osr, loop {loop}]"

    @property
    def has_lines(self) -> bool:
        """Whether it was compiled with debug information."""
        return bool(self._debug)

    def sections(self) -> dict[str, bytearray]:
        """Its debug sections with addresses in them, by name; whoever asks clears them."""
        addresses = self.elsewhere | {name: address for name, (address, _) in self.symbols.items()}
        return relocated(self._debug, addresses)

    def lines(self) -> LineTable:
        """Its line table; empty if the IR has no debug information."""
        if not self._debug:
            return LineTable()
        sections = self.sections()
        try:
            return line_table(sections)
        except BadObject:
            return LineTable()
        finally:
            clear(sections.values())


class Support:
    """The gates and the resolver, in the form of a sighting: between JIT code and Python's frames stands a gate's.

    whole: all that stubs have room for, now and later."""

    label = "rejit stubs"
    has_lines = False

    def __init__(self, session: Session, whole: bool) -> None:
        callbacks = session.callbacks
        self.address, self.frames = callbacks.support, callbacks.support_frames
        self.size = self.frames[0] - self.address
        if whole:
            self.address, self.size = session.memory.stub_range()
        labels = sorted(callbacks.labels().items(), key=lambda label: label[1])
        ends = [address for _, address in labels[1:]] + [self.frames[0]]
        self.symbols = {
            f"rejit.{name}": (address, max(0, end - address)) for (name, address), end in zip(labels, ends, strict=True)
        }

    def sections(self) -> dict[str, bytearray]:
        """No debug information."""
        return {}

    def lines(self) -> LineTable:
        """None."""
        return LineTable()


def clear(buffers: Iterable[bytearray]) -> None:
    """Overwrite bytes that hold addresses."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


class Observers:
    """The observers of one session."""

    def __init__(self, session: Session, profile: str | None, gdb: bool | str) -> None:
        self._observers: list[Observer] = []
        self.living: dict[int, Sighting | Support] = {}
        if profile is not None:
            from rejit.runtime.perf import profiler

            self._observers.append(profiler(profile, session.config.descriptor_floor, session.arch.ELF_MACHINE))
        if gdb:
            from rejit.runtime.gdb import Debugger

            self._observers.append(Debugger(session.arch))
        support = Support(session, whole=profile == "map")
        self.living[support.address] = support
        for observer in self._observers:
            observer.add(support)

    def came(self, module: Module, piece: tuple[Any, ...], text: int, body: Body, tier: TierKey) -> None:
        """A piece was linked and no function leads to it yet. text: where it begins."""
        sighting = Sighting(piece, text, body, tier, module.addresses)
        self.living[body.address] = sighting
        for observer in list(self._observers):
            try:
                observer.add(sighting)
            except OSError as error:
                self._observers.remove(observer)
                os.write(2, f"rejit: {type(observer).__name__} is off: {error}\n".encode("utf-8", "replace"))
        libc.forget()

    def gone(self, blocks: Iterable[Committed]) -> None:
        """Blocks are about to be freed."""
        known = [block.address for block in blocks if self.living.pop(block.address, None) is not None]
        for observer in self._observers:
            observer.drop(known)

    def at(self, address: int) -> Sighting | Support | None:
        """The body that holds an address."""
        for sighting in list(self.living.values()):
            if sighting.address <= address < sighting.address + sighting.size:
                return sighting
        return None

    def after_fork(self) -> None:
        """In a child. An observer that cannot open a file of the child's own is told nothing more."""
        for observer in list(self._observers):
            try:
                observer.after_fork(self.living.values())
            except (OSError, EnvironmentFailure):
                self._observers.remove(observer)
