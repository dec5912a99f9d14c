"""CompileCallbackManager: from a trampoline's number to the Python object that answers it.

It owns the stubs. Each has a cell of machine code that never changes and a slot, the 8-byte word where the cell jumps:

    caller --call--> cell: jmp *slot --> trampoline: push number; jmp resolver --> Python: enter(number, frame)
                                    `--> body, once the slot leads there

The numbers index `stubs`; what an entered stub answers is the address to go on at. A stub whose `enter` raises starts a
forced unwind to the innermost gate, where the exception becomes a Python exception; where no gate can be reached over
frames that may be unwound, the process ends with a message.
"""

from __future__ import annotations

import ctypes
import os
from _thread import RLock
from struct import pack

from rejit.errors import InternalError
from rejit.runtime import unwind
from rejit.runtime.words import store_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType
    from typing import Any, NoReturn

    from rejit.config import Config
    from rejit.runtime.memory import CodeMemory, Committed

_api = ctypes.pythonapi
_incref = _api.Py_IncRef
_incref.argtypes = (ctypes.py_object,)
_incref.restype = None

# Frames of these libraries may be unwound on the way to a gate: they are made for it (C++ runtime) or hold nothing.
ROOM = 24  # bytes of data beside a slot: a hot record without continuations
UNWINDABLE = ("libc.so", "libc-", "libstdc++.so", "libgcc_s.so", "libm.so", "libpthread")


class Slab:
    """Cells that were written together: the address of the first, its slot and its number, and where they end.

    A stub's cell, slot and number follow from its place in the slab, so that the stub need not hold them. So does
    `room`: ROOM bytes of data for whoever counts calls of the stub; zeros when it is attached."""

    __slots__ = ("_first", "_rooms", "_slots", "cell", "end", "start")

    def __init__(self, start: int, cell: int, count: int, slots: int, first: int, rooms: int) -> None:
        self.start = start
        self.cell = cell  # bytes of a cell
        self._slots = slots
        self._first = first
        self._rooms = rooms
        self.end = start + count * cell

    def __contains__(self, address: int) -> bool:
        return self.start <= address < self.end

    @property
    def count(self) -> int:
        """How many cells there are."""
        return (self.end - self.start) // self.cell

    def place(self, address: int) -> int:
        """The place of the cell at an address."""
        return (address - self.start) // self.cell

    def slot(self, place: int) -> int:
        return self._slots + 8 * place

    def number(self, place: int) -> int:
        return self._first + place

    def room(self, place: int) -> int:
        return self._rooms + ROOM * place


class Stub:
    """A function's one address for its whole life (`address`), and the word that says where it leads (`slot`)."""

    __slots__ = ("place", "slab")

    place: int  # of its cell in the slab: an int that all slabs share, where an address would be one for each function
    slab: Slab

    @property
    def cell(self) -> int:
        """Address of its machine code."""
        slab = self.slab
        return slab.start + slab.cell * self.place

    @property
    def address(self) -> int:
        """What the function is called and known by."""
        slab = self.slab
        return slab.start + slab.cell * self.place

    @property
    def slot(self) -> int:
        """Address of the word where the cell jumps."""
        return self.slab.slot(self.place)

    @property
    def number(self) -> int:
        """Which of the manager's stubs it is."""
        return self.slab.number(self.place)

    def enter(self, frame: int) -> int:
        """Called when the stub still leads to its trampoline: the address to go on at."""
        raise NotImplementedError

    def redirect(self, address: int) -> None:
        """From now on the stub leads to `address`."""
        store_word(self.slot, address)


class Hook(Stub):
    """A C function that Python answers: `answer(frame)` gives the address to go on at, at every call."""

    __slots__ = ("answer",)

    def __init__(self, answer: Callable[[int], int]) -> None:
        self.answer = answer

    def enter(self, frame: int) -> int:
        return self.answer(frame)


class Vacant(Stub):
    """In the place of a stub that was given back: nothing leads here until its number is used again."""

    __slots__ = ()

    def enter(self, frame: int) -> int:
        raise InternalError(f"stub {self.number} at {self.address:#x} was given back, and something has called it")


class Interruption(Stub):
    """Where the signal handler of `rejit.runtime.interrupt` leads interrupted code: Python's own handlers have their
    turn, and what they raise leaves at once. No clean-ups: between two calls a function is prepared for none."""

    __slots__ = ("resume",)

    def __init__(self, resume: int) -> None:
        self.resume = resume

    def enter(self, frame: int) -> int:
        return self.resume


class _DlInfo(ctypes.Structure):
    _fields_ = [
        (n, ctypes.c_char_p if n.endswith("name") else ctypes.c_void_p) for n in ("fname", "base", "sname", "at")
    ]


def library_of(address: int) -> str:
    """File name of the loaded library an address lies in, '' if none."""
    return os.fsdecode(_dladdr(address).fname or b"")


def symbol_at(address: int) -> str:
    """An address outside the session's code in words: the function that a library exports, and the library."""
    info = _dladdr(address)
    library = os.path.basename(os.fsdecode(info.fname or b""))
    if info.sname:
        return f"{os.fsdecode(info.sname)}+{address - (info.at or 0):#x} ({library})"
    return f"{library}+{address - (info.base or 0):#x}" if library else f"{address:#x}"


def _dladdr(address: int) -> _DlInfo:
    info = _DlInfo()
    dladdr = ctypes.PyDLL(None).dladdr
    dladdr.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    return info if dladdr(address, ctypes.byref(info)) else _DlInfo()


def _flusher(flush: int) -> Callable[[int, int], None]:
    """Calls the code at `flush`, which takes the place of an address and a size: no int of the address stays in free
    memory (see runtime/search.py)."""
    words = (ctypes.c_uint64 * 2)()
    place = ctypes.addressof(words)
    call = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(flush)

    def written(address: int, size: int) -> None:
        store_word(place, address)
        store_word(place + 8, size)
        call(words)
        store_word(place, 0)

    return written


def _interpreter() -> str:
    """Name of the program or library that Python's interpreter is in."""
    return os.path.basename(library_of(ctypes.cast(_api.PyEval_RestoreThread, ctypes.c_void_p).value or 0))


class CompileCallbackManager:
    """The stubs of one session and the machine code they share. Thread-safe."""

    def __init__(self, memory: CodeMemory, arch: ModuleType, config: Config, on_fatal: Callable[[BaseException], None]):
        self.memory = memory
        self.arch = arch
        self.stubs: list[Stub] = []
        self._config = config
        self._on_fatal = on_fatal
        self.lock = RLock()  # held across a fork
        self._places: list[int] = []  # the numbers of places, for all slabs
        self._next = 0  # place in the last slab
        self.slabs: list[Slab] = []
        self.on_slab: Callable[[Slab], None] | None = None  # called with each new one
        self._vacant: list[Vacant] = []
        self._gates = self._gates_left = 0
        self._callback = self._enter  # the bound method the machine code calls: kept for the manager's life
        self._labels: dict[str, int] = {}
        self.support = self._place_support()
        self.calls = 0

    def labels(self) -> dict[str, int]:
        """All labels of the support code and their addresses."""
        return {name: self.support + offset for name, offset in self._labels.items()}

    def label(self, name: str) -> int:
        """Address of a label of the support code."""
        return self.support + self._labels[name]

    # -- stubs --------------------------------------------------------------------------------------------------

    def attach(self, stub: Stub, target: int = 0) -> None:
        """Give a stub its number, cell and slot. It leads to `target`, or to its trampoline."""
        with self.lock:
            if self._vacant:
                free = self._vacant.pop()
                stub.place, stub.slab = free.place, free.slab
                self.stubs[stub.number] = stub
            else:
                if not self.slabs or self._next == self.slabs[-1].count:
                    self._new_cells()
                stub.place, stub.slab = self._places[self._next], self.slabs[-1]
                self.stubs.append(stub)
                self._next += 1
        if target:
            store_word(stub.slot, target)

    def close(self, stub: Stub) -> None:
        """From now on a call of the stub enters it again, which then raises."""
        stub.redirect(self.trampoline(stub))

    def detach(self, stubs: Iterable[Stub]) -> None:
        """Take back stubs that nothing leads to any more: number, cell and slot serve the next `attach`.

        The caller has proved it (`rejit.runtime.reclaim`): who had entered one would come out as another function."""
        with self.lock:
            for stub in stubs:
                vacant = Vacant()
                vacant.place, vacant.slab = stub.place, stub.slab
                self.close(vacant)
                ctypes.memset(stub.slab.room(stub.place), 0, ROOM)
                self.stubs[stub.number] = vacant
                self._vacant.append(vacant)

    def _new_cells(self) -> None:
        """Write the next slab of cells and their slots, and register how to unwind through them."""
        arch, memory, first = self.arch, self.memory, len(self.stubs)
        # Slabs grow with the program: nothing should be written for nothing, and a callback waits for it.
        most = self._config.cells_per_slab
        count = min(most, max(most // 8, first // 4 & -64))
        size = count * arch.CELL_SIZE
        pending = memory.reserve_stubs(size + 128, 64)
        slots = memory.allocate_data(8 * count, 64)
        rooms = memory.allocate_data(ROOM * count, 64)
        code = arch.cells(pending.address, slots, first, count, self.label("resolver"))
        frames = arch.cells_eh_frame(pending.address, pending.address + size, count)
        trampolines = range(pending.address + arch.TRAMPOLINE_OFFSET, pending.address + size, arch.CELL_SIZE)
        (ctypes.c_uint64 * count).from_address(slots)[:] = list(trampolines)  # no bytes of them: see runtime/search.py
        pending.commit(code + frames)
        unwind.register_frame(pending.address + size)
        self._next = 0
        self._places += range(len(self._places), count)
        self.slabs.append(Slab(pending.address, arch.CELL_SIZE, count, slots, first, rooms))
        if self.on_slab is not None:
            self.on_slab(self.slabs[-1])

    def trampoline(self, stub: Stub) -> int:
        """Where a stub leads before it leads to a body."""
        return stub.cell + int(self.arch.TRAMPOLINE_OFFSET)

    def slot_of(self, address: int) -> int:
        """The slot of the stub at an address; 0 if there is none."""
        return next((slab.slot(slab.place(address)) for slab in self.slabs if address in slab), 0)

    # -- gates --------------------------------------------------------------------------------------------------

    def gate(self, target: int, stack_words: int) -> int:
        """Address of a gate into `target`, for a PYFUNCTYPE prototype. It lives as long as the manager."""
        return self.gate_block(target, stack_words).address

    def gate_block(self, target: int, stack_words: int) -> Committed:
        """A gate that is given back some time. Nothing returns into it: it only jumps."""
        arch = self.arch
        with self.lock:
            pending = self.memory.reserve_stubs(arch.GATE_SIZE, 16)
            return pending.commit(arch.gate(pending.address, target, stack_words, self.label("gate")))

    # -- the support block --------------------------------------------------------------------------------------

    def _place_support(self) -> int:
        libc = ctypes.PyDLL(None)

        def address(function: Any) -> int:
            return ctypes.cast(function, ctypes.c_void_p).value or 0

        words = {
            "errno_location": address(libc["__errno_location"]),
            "pthread_setcancelstate": address(libc["pthread_setcancelstate"]),
            "callback": id(self._callback),
            "abort": address(libc["abort"]),
        }
        for name in self.arch.WORDS:
            if name.startswith("_Unwind_"):
                words[name] = unwind.address_of(name)
            elif name.startswith("Py"):
                words[name] = address(getattr(_api, name))
        blob, self._labels, frames = self.arch.support(words)
        self.support_size = len(blob)
        pending = self.memory.reserve_stubs(len(blob), 64)
        pending.commit(blob)
        unwind.register_frame(pending.address + frames)
        if "flush" in self._labels:
            self.memory.flush_with(_flusher(pending.address + self._labels["flush"]))
        self.support_frames = pending.address + frames, len(blob) - frames
        return pending.address

    # -- entering -----------------------------------------------------------------------------------------------

    def _enter(self, number: int, frame: int, raised: BaseException | None = None) -> int:
        """`raised`: what a signal's Python handler raised before this function had begun."""
        try:
            if raised is None:
                return self.stubs[number].enter(frame)
            return self._interrupted(self.stubs[number], frame, raised)
        except BaseException as error:
            return self.fail(error, frame)

    def _interrupted(self, stub: Stub, frame: int, raised: BaseException) -> int:
        """Let what a signal's handler raised come out of the innermost gate; if that cannot be reached, go on.

        Then a KeyboardInterrupt is put off: the signal is sent again, and arrives when this thread takes signals."""
        gate, foreign = self._find_gate(frame)
        if gate and not foreign:
            if isinstance(stub, Interruption):
                return self.leave(raised, frame)
            raise raised
        if isinstance(raised, KeyboardInterrupt):
            from rejit.runtime.interrupt import send_again

            send_again()
        else:
            os.write(2, f"rejit: lost, for no caller can be reached: {raised!r}\n".encode("utf-8", "replace"))
        return stub.enter(frame)

    def fail(self, error: BaseException, frame: int) -> int:
        """What to answer when `error` must reach the Python caller: the unwinding code, with its record in `frame`."""
        gate, foreign = self._find_gate(frame)
        if not gate or foreign:
            self.fatal(error, foreign)
        store_word(frame + self.arch.EXCEPTION_SLOT, self._record(error))
        return self.label("raise")

    def leave(self, error: BaseException, frame: int) -> int:
        """As `fail`, but without clean-ups: straight to the gate, as `exit` leaves.

        0 if this thread has no gate, or only one beyond frames of Python's interpreter, which cannot be left out."""
        gate, foreign = self._find_gate(frame)
        if not gate or foreign == _interpreter():
            return 0
        store_word(frame + self.arch.EXCEPTION_SLOT, self._record(error))
        store_word(frame + self.arch.FRAME_POINTER_SLOT, gate)
        return self.label("landing")

    def _find_gate(self, frame: int) -> tuple[int, str]:
        """The innermost gate's frame (0: none), and what on the way must not be unwound ('': nothing).

        That is the interpreter, if it is there, else the first library that is not made for it."""
        foreign, interpreter = "", _interpreter()
        gate_return, contains = self.label("gate_return"), self.memory.contains_code
        for ip, cfa, register in unwind.walk(self.label("collect")):
            if cfa < frame:
                continue
            if ip == gate_return:
                return register, foreign
            if ip and not contains(ip):
                library = os.path.basename(library_of(ip))
                if not library.startswith(UNWINDABLE) and (not foreign or library == interpreter):
                    foreign = library or f"code at {ip:#x}"
        return 0, foreign

    def _record(self, error: BaseException) -> int:
        """An exception record for `raise` and `landing`; it lives until the landing gives its reference back."""
        memory = ctypes.create_string_buffer(self.arch.RECORD_SIZE + 16)
        start = (ctypes.addressof(memory) + 15) & ~15
        owner = (memory, type(error), error)
        _incref(owner)
        ctypes.memmove(start, pack("8sQQQQQQ", b"REJIT\0\0\0", 0, 0, 0, id(type(error)), id(error), id(owner)), 56)
        return start

    def fatal(self, error: BaseException, foreign: str = "") -> NoReturn:
        """End the process: the error can reach no Python caller."""
        if foreign:
            error.add_note(f"(it cannot be raised in the Python caller: {foreign} stands in between)")
        self._on_fatal(error)
        os._exit(127)
