"""x86-64: the machine code that stands between Python and JIT code, each word with its assembly.

The listings have files of their own: `x86_64_support.py` the resolver block, gates and what errors take;
`x86_64_hot.py` hot triggers; `x86_64_interrupt.py` what Ctrl-C does to a loop. Here are the cells, and the constants.

A function owns one 16-byte cell and one 8-byte slot for its whole life. The cell has the layout of an ELF PLT entry:

    cell+0    ff 25 rel32   jmp *slot(%rip)     the stub: the function's one address
    cell+6    68 imm32      push $number        the trampoline: the slot's first value
    cell+11   e9 rel32      jmp resolver

Nothing is called on the way in, so a CET shadow stack stays balanced (a trampoline that calls would leave an entry
too many).

The resolver block finds the function's number on the stack, above it the caller's return address. It saves whatever a
caller may have put arguments into: every integer argument register, the static chain r10, `al` of a varargs call, and
through XSAVE the x87, SSE, AVX, AVX-512 and APX state at full width with MXCSR (2816 bytes hold them in every layout).
It blocks signals, disables cancellation, sets FP control to its default, and takes the GIL to call the Python object
with (number, frame), without libffi, whose closures may lie in writable and executable pages. A pending signal's
handler may raise before a Python function has entered its `try`: then the object is called again, with (number, frame,
error). The answer is an address; everything is put back and jumped to. Only r11 is lost, the scratch register of the
System V ABI (3.2.1). frame is here:

    frame+16  return address of the caller      CFA = frame+24
    frame+8   number
    frame+0   rbp        -8 rax  -16 rcx  -24 rdx  -32 rsi  -40 rdi  -48 r8  -56 r9  -64 r10
    frame-72  the answer -80 signal mask  -84 cancel state  -88 errno

What can be answered besides a body: `raise`, with rdi set to an exception record, unwinds up to the innermost gate and
runs the clean-ups on the way; `landing`, with rbp set to a gate's frame, goes there at once, as `exit` does; `return`
returns rax to the caller, for functions that Python answers itself.

A gate takes a ctypes call made with the GIL held (PYFUNCTYPE), releases the GIL, copies the stack arguments, calls, and
takes the GIL again. An exception that lands here is set with PyErr_SetObject, so ctypes raises it in the Python caller.
The record: 32 bytes of `_Unwind_Exception`, +32 type, +40 value, +48 an object whose reference the landing gives back.
"""

from __future__ import annotations

import os
from ctypes import c_uint64
from struct import Struct, error, pack, pack_into

from rejit.arch.frames import eh_frame
from rejit.arch.x86_64_code import CIE, TRAP
from rejit.arch.x86_64_hot import (
    ENTRY_OFFSET,
    ENTRY_SIZE,
    FUTEX,
    HOT_WORDS,
    RING_ENTRIES,
    counted_entry,
    hot,
)
from rejit.arch.x86_64_support import CONSTANT_WORDS, WORDS, support
from rejit.errors import RelocationOverflow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CONSTANT_WORDS",
    "ENTRY_OFFSET",
    "ENTRY_SIZE",
    "FUTEX",
    "HOT_WORDS",
    "RING_ENTRIES",
    "TRAP",
    "WORDS",
    "counted_entry",
    "hot",
    "support",
]

NAME = "x86_64"
CAPSTONE = ("CS_ARCH_X86", "CS_MODE_64", "CS_OPT_SYNTAX_ATT")  # what its disassembler calls this machine
DIRECT_CALLS = True  # a call site can be patched to lead to a body
TRIPLE = "x86_64-unknown-linux-gnu"
TRIPLE_NAMES = ("x86_64", "amd64")  # what a triple may begin with
CODE_MODEL = "small"  # and position independent
FEATURES = ""  # in LLVM's form, for everything that is compiled
LLVM_OPTIONS: tuple[str, ...] = ()  # of its command line
_V2 = ("cx16", "lahf_lm", "popcnt", "pni", "sse4_1", "sse4_2", "ssse3")
_V3 = (*_V2, "abm", "avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "movbe", "xsave")
_V4 = (*_V3, "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl")
# The psABI's levels, which are LLVM's names of CPUs too, and what the kernel calls the features they need.
CPU_LEVELS = {"x86-64": (), "x86-64-v2": _V2, "x86-64-v3": _V3, "x86-64-v4": _V4}
NEEDED = ("xsave",)  # in the kernel's words, as below
VECTOR_STATE = {"XMM": "sse2", "YMM": "avx", "ZMM and masks": "avx512f"}  # kept whole where the CPU has it


def cpu() -> tuple[str, str]:
    """This machine's CPU as LLVM is to compile for it elsewhere: name, features. The best of CPU_LEVELS that it has."""
    from rejit.cache.host import cpu_flags

    flags = cpu_flags()
    return [name for name, needs in CPU_LEVELS.items() if flags.issuperset(needs)][-1], ""


def adapt(text: str) -> str:
    """IR as LLVM is to have it."""
    return text


SEARCH = os.path.join(os.path.dirname(__file__), "x86_64_search.ll")  # of rejit.runtime.search
PROBE: tuple[bytes, ...] = ()  # of code memory: no emulator is known that needs one
SEARCH_LABELS: dict[str, str] = {}  # what it calls of the support code
ELF_MACHINE = 62  # EM_X86_64
RETURN = b"\xc3"  # ret
CELL_SIZE = 16
TRAMPOLINE_OFFSET = 6
GATE_SIZE = 32
RECORD_SIZE = 64  # an exception record for `raise`
ARGUMENT_SLOTS = (-40, -32, -24, -16, -48, -56)  # rdi rsi rdx rcx r8 r9
RESULT_SLOT = -8
ERRNO_SLOT = -88
EXCEPTION_SLOT = -40  # rdi of `raise` and `landing`
FRAME_POINTER_SLOT = 0  # rbp of `landing`
FRAME_CFA = 24
FRAME_POINTER_REGISTER = 6  # DWARF number of rbp

# In a cell the CFA is rsp+8, and rsp+16 once the number is pushed: rsp + 8 + (((rip & 15) >= 11) << 3).
_CELL_FRAME = (
    b"\x0f\x0b"  # def_cfa_expression, 11 bytes
    b"\x77\x08"  # breg7 8
    b"\x80\x00"  # breg16 0
    b"\x3f\x1a"  # lit15 and
    b"\x3b\x2a"  # lit11 ge
    b"\x33\x24"  # lit3 shl
    b"\x22"  # plus
)

_CELL = Struct("<HiBIBi")


def cells(address: int, slots: int, first: int, count: int, resolver: int) -> bytes:
    """`count` cells for placing at `address`, numbered from `first`, with their slots from `slots` on.

    RelocationOverflow if slots or resolver are 2 GiB or more away, or a number has more than 32 bits.
    """
    out = bytearray(count * CELL_SIZE)
    for i in range(count):
        at = address + i * CELL_SIZE
        slot, onward = slots + 8 * i - (at + 6), resolver - (at + 16)
        try:
            _CELL.pack_into(
                out,
                i * CELL_SIZE,
                0x25FF,  # jmp *slot(%rip)
                slot,
                0x68,  # push $number
                first + i,
                0xE9,  # jmp resolver
                onward,
            )
        except error:
            raise RelocationOverflow(
                f"cell {first + i} at {at:#x}: its slot is {slot:#x} and the resolver {onward:#x} bytes away, beyond "
                f"-0x80000000..0x7fffffff, or the number beyond 0xffffffff"
            ) from None
    return bytes(out)


def cells_eh_frame(cells_address: int, address: int, count: int) -> bytes:
    """The .eh_frame, for placing at `address`, of the cells at `cells_address`."""
    return eh_frame(0, [(cells_address - address, count * CELL_SIZE, _CELL_FRAME)], CIE)


def gate(address: int, target: int, stack_words: int, gate_label: int) -> bytes:
    """A gate for placing at `address`: enters `target`, anywhere, with `stack_words` 8-byte words of stack arguments.

    RelocationOverflow if the label `gate` is 2 GiB or more away, or the words do not fit 32 bits."""
    out = bytearray(TRAP * GATE_SIZE)
    onward = gate_label - (address + 21)
    try:
        # The target not in an aligned word: copies of this stay in free memory, where the search for words that lead
        # into retired code (rejit.runtime.search) would take it for one.
        pack_into("<HQ", out, 0, 0xBB49, target)  # movabs $target,%r11
        pack_into("<HI", out, 10, 0xBA41, stack_words)  # mov $stack_words,%r10d
        pack_into("<Bi", out, 16, 0xE9, onward)  # jmp gate
    except error:
        raise RelocationOverflow(
            f"gate at {address:#x} into {target:#x}: `gate` is {onward:#x} bytes away, beyond -0x80000000..0x7fffffff, "
            f"or {stack_words} words of arguments beyond 0xffffffff"
        ) from None
    return bytes(out)


def interrupted_at(context: int) -> int:
    """The address at which a signal's ucontext_t was interrupted."""
    return c_uint64.from_address(context + 168).value  # gregs[REG_RIP]


def stack_words(kinds: Iterable[str | int]) -> int:
    """How many 8-byte words of stack arguments a call has at most, by the System V ABI's classification (3.2.3).

    A kind is "i" (integer or pointer), "f" (float or double), "x" (x87 long double: in memory, aligned to 16), or the
    size in bytes of an aggregate by value, which is counted as if all of it were in memory.
    """
    integers = floats = words = 0
    for kind in kinds:
        if kind == "i":
            integers += 1
            words += integers > 6
        elif kind == "f":
            floats += 1
            words += floats > 8
        elif kind == "x":
            words += (words & 1) + 2
        else:
            assert isinstance(kind, int)
            words += (words & 1) + (kind + 7) // 8
    return words


# --- a call that leads elsewhere (rejit.runtime.redirect)

JUMP_SIZE = 8
JUMP_FIELD = 1  # its displacement, which one aligned store changes


def jump(address: int, target: int) -> bytes:
    """What leads on to `target`, for placing at `address`, a multiple of 8. RelocationOverflow if it is too far."""
    try:
        return pack("<Bi", 0xE9, target - (address + 5)) + TRAP * 3  # jmp target; int3; int3; int3
    except error:
        raise RelocationOverflow(
            f"jump at {address:#x}: its target is {target - address:#x} bytes away, beyond -0x80000000..0x7fffffff"
        ) from None
