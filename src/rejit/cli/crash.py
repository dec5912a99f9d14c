"""When the program crashes: say where, and die of the signal."""

from __future__ import annotations

import ctypes
import os

from rejit.runtime.callbacks import Hook, library_of
from rejit.runtime.unwind import walk
from rejit.runtime.words import load_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal

    from rejit.session import Session
else:
    import _signal as signal  # the other one imports enum: 2 ms

SA_SIGINFO, SA_ONSTACK, SA_RESETHAND, SA_NODEFER = 4, 0x08000000, 0x80000000, 0x40000000
ALTERNATE_STACK = 1 << 18  # bytes: the report runs Python on it
CRASHES: dict[int, str] = {
    signal.SIGSEGV: "SIGSEGV",
    signal.SIGBUS: "SIGBUS",
    signal.SIGILL: "SIGILL",
    signal.SIGFPE: "SIGFPE",
}
FRAMES = 12  # at most this many frames are named


class _SigAction(ctypes.Structure):
    _fields_ = [
        ("handler", ctypes.c_void_p),
        ("mask", ctypes.c_uint64 * 16),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_void_p),
    ]


class _StackT(ctypes.Structure):
    _fields_ = [("sp", ctypes.c_void_p), ("flags", ctypes.c_int), ("size", ctypes.c_size_t)]


def where(session: Session, address: int) -> str:
    """A code address in words: function and offset, or library."""
    if session.memory.contains_code(address):
        best = None
        for module in list(session.modules):
            for function in list(module.functions.values()):
                code = function.code
                inside = code is not None and code.address <= address < code.address + code.size
                if inside and function.body <= address and (best is None or function.body > best.body):
                    best = function
        if best is not None and best.code is not None:
            return f"{best.name}+{address - best.body:#x} [tier {best.code.level}]"
        return session.retired_at(address) or "rejit's own code"
    return os.path.basename(library_of(address)) or f"{address:#x}"


def install_crash_reporter(session: Session) -> None:
    """Handle the signals of crashes, on a stack of our own. The program may install its own handlers over this."""
    libc = ctypes.CDLL(None)
    slots = session.arch.ARGUMENT_SLOTS

    def crashed(frame: int) -> int:
        number, context = load_word(frame + slots[0]) & 0xFF, load_word(frame + slots[2])
        report(session, number, context)
        return session.callbacks.label("return")

    # The handler is reset when it runs (SA_RESETHAND), so the faulting instruction, run again, ends the process.
    hook = Hook(crashed)
    session.callbacks.attach(hook)
    stack = session.memory.allocate_data(ALTERNATE_STACK, 4096)
    libc.sigaltstack(ctypes.byref(_StackT(stack, 0, ALTERNATE_STACK)), None)
    action = _SigAction(hook.address, flags=_signed(SA_SIGINFO | SA_ONSTACK | SA_RESETHAND))
    for number in CRASHES:
        libc.sigaction(int(number), ctypes.byref(action), None)


def _signed(value: int) -> int:
    return value - (1 << 32) if value >= 1 << 31 else value


def report(session: Session, number: int, context: int) -> None:
    """One line for the crash, one for each JIT frame that called it."""
    interrupted = session.arch.interrupted_at(context)
    lines = [f"rejit: {CRASHES[number]} in {where(session, interrupted)}\n"]
    frames = [ip for ip, _, _ in walk(session.callbacks.label("collect"), 256)]
    start = frames.index(interrupted) + 1 if interrupted in frames else len(frames)
    called = [ip for ip in frames[start:] if session.memory.contains_code(ip)]
    lines += [
        f"rejit:   called from {where(session, ip)}\n" for ip in called[:FRAMES] if "own code" not in where(session, ip)
    ]
    os.write(2, "".join(lines).encode("utf-8", "replace"))
    if session.last_words is not None:
        session.last_words()
