"""When the program crashes: say where, and die of the signal.

    rejit: SIGSEGV in poke+0xc [tier 0] at crash.c:7
    rejit:   called from middle+0x1e [tier 3] at crash.c:12
    rejit:   called from qsort_r+0x52 (libc.so.6)
    rejit:   called from main+0xe5 [tier 0] at crash.c:32

Lines of code that was compiled without them come from compiling it once more (`rejit.compile.lines`).
"""

from __future__ import annotations

import ctypes
import os

from rejit.runtime.callbacks import Hook, symbol_at
from rejit.runtime.unwind import walk
from rejit.runtime.words import load_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal

    from rejit.module import Module
    from rejit.runtime.blocks import Committed
    from rejit.session import Session
else:
    import _signal as signal  # the other one imports enum: 2 ms

SA_SIGINFO, SA_ONSTACK, SA_NODEFER = 4, 0x08000000, 0x40000000
ALTERNATE_STACK = 1 << 20  # bytes: the report runs Python on it; only what is used takes memory
CRASHES: dict[int, str] = {
    signal.SIGSEGV: "SIGSEGV",
    signal.SIGBUS: "SIGBUS",
    signal.SIGILL: "SIGILL",
    signal.SIGFPE: "SIGFPE",
}
FRAMES = 32  # at most this many frames are named
WALKED = 256


class _SigAction(ctypes.Structure):
    _fields_ = [
        ("handler", ctypes.c_void_p),
        ("mask", ctypes.c_uint64 * 16),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_void_p),
    ]


class _StackT(ctypes.Structure):
    _fields_ = [("sp", ctypes.c_void_p), ("flags", ctypes.c_int), ("size", ctypes.c_size_t)]


class Place:
    """Where a code address of the session is: in a body of a function, which may be the continuation of a loop (-1: of
    none) or replaced by now. `offset` is from where the function is entered."""

    __slots__ = ("address", "block", "loop", "module", "name", "offset", "replaced")

    def __init__(
        self, module: Module, name: str, block: Committed, address: int, entered: int, loop: int, replaced: bool
    ) -> None:
        self.module = module
        self.name = name
        self.block = block
        self.address = address
        self.offset = address - entered
        self.loop = loop
        self.replaced = replaced

    @property
    def level(self) -> int:
        return int(getattr(self.block, "level", 0))

    def __str__(self) -> str:
        if self.loop >= 0:
            kind = f"osr, loop {self.loop}"
        else:
            kind = f"tier {self.level}{', replaced' if self.replaced else ''}"
        return f"{self.name}+{self.offset:#x} [{kind}]"


def place_of(session: Session, address: int) -> Place | None:
    """The body that a code address is in; None for code that belongs to no function."""
    best = None
    for module in list(session.modules):
        for function in list(module.functions.values()):
            code = function.code
            if code is None or not code.address <= address < code.address + code.size:
                continue
            entered = function.body
            if entered <= address and (best is None or entered > best[1]):
                best = function, entered, code
    if best is not None:
        function, entered, code = best
        return Place(function.module, function.name, code, address, entered, -1, False)
    for module in list(session.modules):
        for block in list(module.estate.blocks.values()):
            if block.address <= address < block.address + block.size:
                for symbol, at in list(module.addresses.items()):
                    name, dot, loop = symbol.rpartition(".osr.")
                    if dot and block.address <= at < block.address + block.size and loop.isdigit():
                        entered = at if at <= address else block.address  # a loop around it stands in front
                        return Place(module, name, block, address, entered, int(loop), False)
    retired = session.reclaimer.retired_at(address)
    if retired is not None:
        name, owner, old = retired
        return Place(owner, name, old, address, old.address, -1, True)
    return None


def install_crash_reporter(session: Session) -> None:
    """Handle the signals of crashes, on a stack of our own. The program may install its own handlers over this.

    When a crash is reported, the handler that was there before has its turn (Python's faulthandler, or none): the
    faulting instruction runs again."""
    libc = ctypes.CDLL(None)
    slots = session.arch.ARGUMENT_SLOTS
    before = {int(number): _SigAction() for number in CRASHES}

    def crashed(frame: int) -> int:
        number, context = load_word(frame + slots[0]) & 0xFF, load_word(frame + slots[2])
        libc.sigaction(number, ctypes.byref(before[number]), None)  # first: the report may crash as well
        report(session, number, context)
        if ctypes.c_int32.from_address(load_word(frame + slots[1]) + 8).value <= 0:  # si_code: sent by a process
            libc["raise"](number)
        return session.callbacks.label("return")

    hook = Hook(crashed)
    session.callbacks.attach(hook)
    stack = session.memory.allocate_data(ALTERNATE_STACK, 4096)
    libc.sigaltstack(ctypes.byref(_StackT(stack, 0, ALTERNATE_STACK)), None)
    action = _SigAction(hook.address, flags=SA_SIGINFO | SA_ONSTACK)
    for number, old in before.items():
        libc.sigaction(number, ctypes.byref(action), ctypes.byref(old))


def report(session: Session, number: int, context: int) -> None:
    """One line for the crash, one for each frame up to the outermost of the program's."""
    interrupted = session.arch.interrupted_at(context)
    frames = [ip for ip, _, _ in walk(session.callbacks.label("collect"), WALKED)]
    start = frames.index(interrupted) + 1 if interrupted in frames else len(frames)
    callers = frames[start:]
    while callers and not session.memory.contains_code(callers[-1]):
        callers.pop()
    found: list[tuple[str, Place | None]] = []
    for ip in [interrupted, *(ip - 1 for ip in callers)]:  # a return address may be that of another line
        place = place_of(session, ip) if session.memory.contains_code(ip) else None
        if place is not None:
            found.append((str(place), place))
        elif not session.memory.contains_code(ip):
            found.append((symbol_at(ip), None))
        elif not found:
            found.append(("rejit's own code", None))
    del found[FRAMES:]
    lines = _lines(session, [place for _, place in found if place is not None])
    text = f"rejit: {CRASHES[number]} in "
    for words, place in found:
        text += words + ("" if place is None else lines.get(place.address, "")) + "\n"
        text += "rejit:   called from "
    text = text[: text.rindex("\n") + 1]
    os.write(2, text.encode("utf-8", "replace"))
    if session.last_words is not None:
        session.last_words()


def _lines(session: Session, places: list[Place]) -> dict[int, str]:
    """Of code addresses: " at FILE:LINE", where the IR has debug information. Whatever fails: none."""
    try:
        from rejit.compile.lines import lines_of

        return {address: f" at {file}:{line}" for address, (file, line) in lines_of(session, places).items()}
    except Exception:  # the program may have changed its root, its user, its limits; its crash is what counts
        return {}
