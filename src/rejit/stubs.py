"""What a name may lead to: a function, what is missing, an ifunc. And what belongs to a module in others' tables."""

from __future__ import annotations

import ctypes
from time import perf_counter_ns

from rejit.errors import UnresolvedSymbol
from rejit.runtime.callbacks import Stub
from rejit.runtime.words import load_word

WORD = 8  # bytes; what data is aligned to at least
SMALLEST_BLOCK = 256  # bytes of data taken at once for the variables of a module: a patch has hardly any
DOUBLINGS = 6  # of that, up to 16 KiB

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.module import Module
    from rejit.runtime.blocks import Body
    from rejit.runtime.memory import CodeMemory, Committed
    from rejit.runtime.reclaim import Parcel


class Function(Stub):
    """One defined function: its stub, and its body once there is one."""

    __slots__ = ("callers", "code", "module", "name")
    module: Module

    def __init__(self, module: Module, name: str) -> None:
        self.module = module
        self.name = name
        self.code: Body | None = None  # set once the slot leads there
        # Bodies with direct calls of it (redirect.py): few in a tuple, many in a dictionary.
        self.callers: tuple[Body, ...] | dict[Body, None] = ()

    @property
    def body(self) -> int:
        """Where the slot leads, once there is a body; 0 before."""
        return 0 if self.code is None else load_word(self.slot)

    def enter(self, frame: int) -> int:
        start = perf_counter_ns()
        statistics = self.module.session.counters
        waited = statistics.wait_ns
        try:
            self.module.materialise(self)
            # Not the body: another thread may replace it, and have it freed, before this one is there, for no search
            # sees an address in a Python int. The stub's slot always leads to the present one.
            return self.address
        finally:
            whole, waited = perf_counter_ns() - start, statistics.wait_ns - waited
            statistics.callback(whole, waited)
            if self.module.session.recording is not None:
                self.module.session.recording.called_back(self, start, whole, waited)


class Prefixed(Function):
    """A function with prefix data, which is found before its address: so that is its only body's."""

    __slots__ = ()

    @property
    def address(self) -> int:
        return self.body or self.cell


class Missing(Stub):
    """A function nothing defines: reaching it is an error, referring to it is not."""

    __slots__ = ("message", "module", "name")

    def __init__(self, module: Module, name: str, message: str) -> None:
        self.module = module
        self.name = name
        self.message = message

    def enter(self, frame: int) -> int:
        self.module.check_open(self.name)
        with self.module.session.lock:
            target = self.module.external(self.name)  # it may have been defined meanwhile
        if not target:
            raise UnresolvedSymbol(self.message)
        self.redirect(target)
        return target


class IFunc(Stub):
    """An ifunc: its resolver is called at the first call and says where the stub leads for ever."""

    __slots__ = ("module", "resolver")

    def __init__(self, module: Module, resolver: str) -> None:
        self.module = module
        self.resolver = resolver

    def enter(self, frame: int) -> int:
        session = self.module.session
        self.module.check_open(self.resolver)
        target = session.call_address(self.module.resolve(self.resolver), ctypes.c_size_t)
        self.redirect(target)
        return int(target)


class Estate:
    """What belongs to one module in the tables of others, and is given back when it is closed."""

    __slots__ = (
        "_end",
        "_free",
        "blocks",
        "data",
        "earlier",
        "far",
        "fetches",
        "gates",
        "generated",
        "kept",
        "linked_by",
        "links",
        "stubs",
        "taken",
    )

    def __init__(self) -> None:
        self.blocks: dict[int, Body] = {}  # code in use that no function has as its body, by address
        self.data: list[tuple[int, int]] = []  # (address, size) of each block
        self._free = self._end = 0  # what is left of the last one that `room` cuts from
        self.stubs: list[Stub] = []
        self.gates: list[Committed] = []
        self.far: dict[int, int] = {}  # address outside the range, of `symbols=` -> stub
        self.kept: list[Any] = []  # objects of `symbols=`
        self.generated: list[Module] = []  # modules made for this one, that go with it
        self.links: set[Module] = set()
        self.linked_by: set[Module] = set()
        self.earlier: list[Parcel] = []  # what linked to this one and is not free yet
        self.fetches = 0  # threads that wait for the compiler
        self.taken = False  # whether a function or variable was handed out

    def room(self, memory: CodeMemory, size: int, align: int) -> int:
        """Address of zeros that live as long as the module.

        What is small is cut from blocks, which grow with the module: a variable has no entry of its own in `data`."""
        align = max(align, WORD)
        address = self._free + align - 1 & -align
        if address + size > self._end:
            block = SMALLEST_BLOCK << min(len(self.data), DOUBLINGS)
            if (size + align) * 4 > block:
                address = memory.allocate_data(size, align)
                self.data.append((address, size))
                return address
            address = memory.allocate_data(block, max(align, 64))
            self.data.append((address, block))
            self._end = address + block
        self._free = address + size
        return address
