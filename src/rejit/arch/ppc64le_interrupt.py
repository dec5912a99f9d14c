"""Interrupting a loop on PowerPC64 (rejit.runtime.interrupt): as on AArch64, see there, in this CPU's words.

The handler's frame: 16 LR of the caller, from 32 on parameters of what is called, at its top r27 to r31. r12 is the
handler's address when it is entered (ELFv2 ABI, 2.2.1); r13 is the thread pointer. The words lie behind the code, and
are reached from r30, as everywhere in this port.

    r26 the session   r27 the program counter   r28 the state   r29 the ucontext_t   r30 the blob   r31 the siginfo_t
"""

from __future__ import annotations

from rejit.arch import ppc64le_code as asm
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
TIMER_CREATE = 240  # numbers of system calls
_TIMER_SETTIME, _SIGPROCMASK = 241, 174

_INFO_CODE, _INFO_VALUE = 8, 24  # offsets in a siginfo_t
_MASK, _REGISTERS = 40, 232  # in an ucontext_t; registers as in asm/ptrace.h
_NIP, _LR, _CR = 32, 36, 38
_FRAME = 176
_KEPT = tuple(range(26, 32))
_TURNS = 500  # how often the timer asks; once Python is seen to it, a few times more
_LR_COLUMN, _CR_COLUMN, _PC_COLUMN = 65, 70, 67  # DWARF's numbers; the last is of no register


def _word(c: Code, register: int, word: str) -> None:
    at = c.here
    c.to(word, lambda distance: asm.ld(register, at + distance, 30))


def _call(c: Code) -> None:
    """Call what r12 holds."""
    c.put(asm.mtctr(12), asm.BCTRL)


def _outside(c: Code, start: int, label: str) -> None:
    """Branch unless r27 is within the block that words of r26's session describe."""
    c.put(asm.ld(3, start, 26), asm.ld(4, start + 8, 26), asm.neg(3, 3), asm.add(3, 3, 27), asm.cmpld(3, 4))
    c.to(label, asm.bge)


def _handler() -> Code:
    c = Code()
    c.label("interrupt")
    c.put(asm.mflr(0), asm.std(0, 16, 1), *(asm.std(n, 8 * (n - 32), 1) for n in _KEPT), asm.stdu(1, -_FRAME, 1))
    c.put(asm.mr(30, 12), asm.mr(31, 4), asm.mr(29, 5))
    _word(c, 28, "state")
    c.put(asm.cmpdi(3, 2))  # SIGINT
    c.to("asked", asm.bne)
    c.put(asm.ld(12, HANDLER, 28))
    _call(c)
    c.put(asm.li(3, _TURNS), asm.std(3, 32, 28), asm.ld(3, PASS, 28), asm.li(4, 0), asm.std(4, PASS, 28))
    c.put(asm.cmpdi(3, 0))
    c.to("done", asm.bne)
    c.to("look", asm.b)
    c.label("asked")
    c.put(asm.lwz(3, _INFO_CODE, 31), asm.cmpwi(3, -2))  # SI_TIMER
    c.to("done", asm.bne)
    c.put(asm.ld(3, _INFO_VALUE, 31), asm.cmpd(3, 28))
    c.to("done", asm.bne)
    c.label("look")
    c.put(asm.ld(3, 0, 28), asm.cmpd(3, 13))
    c.to("later", asm.bne)
    _word(c, 12, "PyThreadState_UncheckedGet")
    _call(c)
    c.put(asm.ld(4, 8, 28), asm.cmpd(3, 4))
    c.to("soon", asm.beq)
    c.put(asm.ld(27, _REGISTERS + 8 * _NIP, 29), asm.ld(26, SESSIONS, 28))
    c.label("session")
    c.put(asm.cmpdi(26, 0))
    c.to("later", asm.beq)
    _outside(c, 8, "next")
    _outside(c, 24, "compiled")
    c.to("later", asm.b)
    c.label("next")
    c.put(asm.ld(26, 0, 26))
    c.to("session", asm.b)
    c.label("compiled")
    _outside(c, 40, "divert")
    c.label("soon")
    c.put(asm.ld(3, 32, 28), asm.cmpdi(3, 4))
    c.to("later", asm.blt)
    c.put(asm.li(3, 3), asm.std(3, 32, 28))
    c.label("later")
    c.put(asm.ld(3, 32, 28), asm.cmpdi(3, 0))
    c.to("done", asm.beq)
    c.put(asm.addi(3, 3, -1), asm.std(3, 32, 28), asm.lwz(3, TIMER, 28), asm.li(4, 0), asm.addi(5, 28, 40))
    c.put(asm.li(6, 0), asm.li(0, _TIMER_SETTIME), asm.SC)
    c.to("done", asm.b)
    c.label("divert")
    c.put(asm.ld(3, _REGISTERS + 8, 29), asm.neg(4, 1), asm.add(3, 3, 4), asm.li(4, 1), asm.sldi(4, 4, 16))
    c.put(asm.cmpld(3, 4))
    c.to("later", asm.bge)  # on another stack, where the next signal's frame would be
    c.put(asm.ld(12, 56, 26))
    _call(c)
    c.label("done")
    c.put(asm.addi(1, 1, _FRAME), asm.ld(0, 16, 1), asm.mtlr(0), *(asm.ld(n, 8 * (n - 32), 1) for n in _KEPT))
    c.put(asm.BLR)
    c.label("thread_pointer")
    c.put(asm.mr(3, 13), asm.BLR)
    return c


def _interrupted() -> Code:
    """In: r29 the context, r12 this address, LR the handler. Signals are blocked but while Python has its turn, when
    they are as they were where the thread was interrupted. The resolver finds the number 12 bytes behind r12."""
    c = Code()
    c.begin("interrupted")
    kept = {n: 8 * n for n in range(32) if n != 1} | {_LR_COLUMN: 8 * _LR, _CR_COLUMN: 8 * _CR, _PC_COLUMN: 8 * _NIP}
    rules = (saved_at(n, 29, _REGISTERS + at) for n, at in kept.items())
    c.frame(cfa_at(29, _REGISTERS + 8) + b"".join(rules))
    c.put(asm.mflr(27), asm.mr(30, 12), asm.stdu(1, -112, 1))
    c.put(asm.li(3, 2), asm.addi(4, 29, _MASK), asm.li(5, 0), asm.li(6, 8), asm.li(0, _SIGPROCMASK), asm.SC)
    _word(c, 0, "resolver")
    c.put(asm.mtctr(0))
    at = c.here
    c.to("number", lambda distance: asm.addi(12, 30, at + distance - 12))
    c.put(asm.BCTRL)
    at_all = c.here + 4
    c.put(asm.li(3, 2))
    c.to("all", lambda distance: asm.addi(4, 30, at_all + distance))
    c.put(asm.li(5, 0), asm.li(6, 8), asm.li(0, _SIGPROCMASK), asm.SC)
    c.put(asm.addi(1, 1, 112), asm.mtlr(27), asm.BLR)
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
