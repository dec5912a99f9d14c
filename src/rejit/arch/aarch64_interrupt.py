"""Interrupting a loop on AArch64 (rejit.runtime.interrupt).

`interrupt` is a SIGINT handler (signal, siginfo_t, ucontext_t), one a process. It calls the handler that was there,
then looks where the main thread was interrupted:

in a session's code, and it is not the support block, nor does the thread have the GIL (as in native entries, and in
    gates on their way in or out): the session's `interrupted` is called, which goes through the resolver to Python. If
    Python's handlers raise nothing the handler returns, and the kernel loads all registers from the signal's context:
    so the code goes on wherever it was. If they do, the gate is entered from there, and the signal's frame on the stack
    is forgotten.
with the GIL, or in `interrupted`: Python sees to the signal itself, if the thread is not about to leave it.
elsewhere, say in a library's function.

In the last two cases, and if another thread has the signal, a timer asks the main thread again, by a signal of its
own that carries the state's address. There is no stepping here: a loop whose time is all spent in libraries, in
`usleep` say, is interrupted when a timer's signal happens to find it outside.

    state+0   thread pointer of the main thread   +8 its PyThreadState   +16 the handler that was there   +24 timer
    state+32  how often the timer may ask yet     +40 struct itimerspec  +88 1: only pass the next signal on
    state+96  first session

    session+0 next session   +8 start and +16 length of its code   +24, +32 of its support block
    session+40, +48 of the block of its `interrupted`              +56 `interrupted`
"""

from __future__ import annotations

from rejit.arch import aarch64_code as asm
from rejit.arch.code import Code
from rejit.arch.frames import cfa_at, cie, saved_at

STATE_SIZE = 104
HANDLER = 16  # offsets in the state
TIMER = 24
INTERVAL = 56  # it_value
PASS = 88
SESSIONS = 96
STEP = 0  # nothing is stepped
ON_STACK = False  # the handler calls Python: it must be on the thread's own stack
TIMER_CREATE = 107  # numbers of system calls
_TIMER_SETTIME, _SIGPROCMASK = 110, 135

_INFO_CODE, _INFO_VALUE = 8, 24  # offsets in a siginfo_t
_MASK, _REGISTERS, _SP, _PC = 40, 184, 432, 440  # in an ucontext_t
_FRAME = 80
_TURNS = 500  # how often the timer asks; once Python is seen to it, a few times more
_PC_COLUMN = 96  # DWARF's number of no register: libgcc's, for a program counter beside x30


def _frame(c: Code, store: bool) -> None:
    move = asm.stp if store else asm.ldp
    c.put(*(move(n, n + 1, 29, 16 + 8 * (n - 19)) for n in range(19, 27, 2)))


def _outside(c: Code, start: int, label: str) -> None:
    """Branch unless x23 is within the block that words of x25's session describe."""
    c.put(asm.ldp(1, 2, 25, start), asm.sub_r(1, 23, 1), asm.cmp(1, 2))
    c.to(label, asm.b_hs)


def _handler() -> Code:
    """x19 the signal, x20 its siginfo_t, x21 its ucontext_t, x22 the state, x23 the program counter, x25 a session."""
    c = Code()
    c.label("interrupt")
    c.put(asm.BTI_C, asm.sub(asm.SP, asm.SP, _FRAME), asm.stp(29, 30, asm.SP), asm.mov_sp(29, asm.SP))
    _frame(c, store=True)
    c.put(asm.mov(19, 0), asm.mov(20, 1), asm.mov(21, 2))
    c.to("state", lambda distance: asm.ldr_l(22, distance))
    c.put(asm.movz(3, 2), asm.cmp(0, 3))  # SIGINT
    c.to("asked", asm.b_ne)
    c.put(asm.ldr(16, 22, HANDLER), asm.blr(16))
    c.put(asm.movz(0, _TURNS), asm.str_(0, 22, 32), asm.ldr(0, 22, PASS), asm.str_(asm.XZR, 22, PASS))
    c.to("done", lambda distance: asm.cbnz(0, distance))
    c.to("look", asm.b)
    c.label("asked")
    c.put(asm.ldr_w(0, 20, _INFO_CODE), asm.add(0, 0, 2), asm.uxtw(0, 0))  # SI_TIMER is -2
    c.to("done", lambda distance: asm.cbnz(0, distance))
    c.put(asm.ldr(0, 20, _INFO_VALUE), asm.cmp(0, 22))
    c.to("done", asm.b_ne)
    c.label("look")
    c.put(asm.mrs_tp(0), asm.ldr(1, 22), asm.cmp(0, 1))
    c.to("later", asm.b_ne)
    c.to("PyThreadState_UncheckedGet", lambda distance: asm.ldr_l(16, distance))
    c.put(asm.blr(16), asm.ldr(1, 22, 8), asm.cmp(0, 1))
    c.to("soon", asm.b_eq)
    c.put(asm.ldr(23, 21, _PC), asm.ldr(25, 22, SESSIONS))
    c.label("session")
    c.to("later", lambda distance: asm.cbz(25, distance))
    _outside(c, 8, "next")
    _outside(c, 24, "compiled")
    c.to("later", asm.b)
    c.label("next")
    c.put(asm.ldr(25, 25))
    c.to("session", asm.b)
    c.label("compiled")
    _outside(c, 40, "divert")
    c.label("soon")
    c.put(asm.ldr(0, 22, 32), asm.movz(1, 4), asm.cmp(0, 1))
    c.to("later", asm.b_lo)
    c.put(asm.movz(0, 3), asm.str_(0, 22, 32))
    c.label("later")
    c.put(asm.ldr(0, 22, 32))
    c.to("done", lambda distance: asm.cbz(0, distance))
    c.put(asm.sub(0, 0, 1), asm.str_(0, 22, 32), asm.ldr_w(0, 22, TIMER), asm.movz(1, 0), asm.add(2, 22, 40))
    c.put(asm.movz(3, 0), asm.movz(8, _TIMER_SETTIME), asm.SVC)
    c.to("done", asm.b)
    c.label("divert")
    c.put(asm.ldr(0, 21, _SP), asm.sub_r(0, 0, 29), asm.lsr(0, 0, 16))
    c.to("later", lambda distance: asm.cbnz(0, distance))  # on another stack, where the next signal's frame would be
    c.put(asm.ldr(16, 25, 56), asm.blr(16))
    c.label("done")
    _frame(c, store=False)
    c.put(asm.ldp(29, 30, asm.SP), asm.add(asm.SP, asm.SP, _FRAME), asm.RET)
    c.label("thread_pointer")
    c.put(asm.BTI_C, asm.mrs_tp(0), asm.RET)
    return c


def _interrupted() -> Code:
    """In: x21 the context, x30 the handler. Signals are blocked but while Python has its
    turn, when they are as they were where the thread was interrupted."""
    c = Code()
    c.begin("interrupted")
    kept = {n: _REGISTERS + 8 * n for n in range(31)} | {_PC_COLUMN: _PC}
    c.frame(cfa_at(21, _SP) + b"".join(saved_at(n, 21, at) for n, at in kept.items()))
    c.put(asm.BTI_C, asm.mov(23, 30))
    rest = (asm.movz(2, 0), asm.movz(3, 8), asm.movz(8, _SIGPROCMASK), asm.SVC)
    c.put(asm.movz(0, 2), asm.add(1, 21, _MASK), *rest)  # SIG_SETMASK
    c.to("number", lambda distance: asm.ldr_wl(16, distance))
    c.to("resolver", lambda distance: asm.ldr_l(17, distance))
    c.put(asm.blr(17), asm.movz(0, 2))
    c.to("all", lambda distance: asm.adr(1, distance))
    c.put(*rest, asm.mov(30, 23), asm.RET)
    return c


def interrupt(words: dict[str, int]) -> tuple[bytes, dict[str, int]]:
    """The SIGINT handler with the words `state` and `PyThreadState_UncheckedGet`: blob, labels. Position independent,
    16-byte alignment.

    `thread_pointer` is a function that returns what `state+0` holds for its thread.
    """
    code, labels, _ = _handler().blob(b"", ("state", "PyThreadState_UncheckedGet"), words)
    return code, labels


def interrupted(words: dict[str, int]) -> tuple[bytes, tuple[int, ...]]:
    """What interrupted code calls, with the words `number` and `resolver`: blob, offsets of its .eh_frames."""
    common = cie(_PC_COLUMN, b"", signal=True)
    code, _, frames = _interrupted().blob(common, ("number", "resolver", "all"), {**words, "all": (1 << 64) - 1})
    return code, (frames,)
