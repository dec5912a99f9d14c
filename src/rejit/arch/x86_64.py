"""x86-64: the machine code that stands between Python and JIT code, each word with its assembly.

(Over 600 lines because most are the listings, one instruction a line.)

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

from rejit.arch import SUPPORT_CONSTANTS, SUPPORT_WORDS
from rejit.arch.frames import advance, eh_frame
from rejit.errors import RelocationOverflow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
TRAP = b"\xcc"  # int3
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

SUPPORT = """
resolver:
    55                                  push %rbp
resolver_pushed:
    48 89 e5                            mov %rsp,%rbp
resolver_framed:
    48 83 ec 60                         sub $96,%rsp
    48 89 45 f8                         mov %rax,-8(%rbp)
    48 89 4d f0                         mov %rcx,-16(%rbp)
    48 89 55 e8                         mov %rdx,-24(%rbp)
    48 89 75 e0                         mov %rsi,-32(%rbp)
    48 89 7d d8                         mov %rdi,-40(%rbp)
    4c 89 45 d0                         mov %r8,-48(%rbp)
    4c 89 4d c8                         mov %r9,-56(%rbp)
    4c 89 55 c0                         mov %r10,-64(%rbp)
    48 81 ec 00 0b 00 00                sub $2816,%rsp
    48 83 e4 c0                         and $-64,%rsp
    31 d2                               xor %edx,%edx
    48 89 94 24 00 02 00 00             mov %rdx,512(%rsp)
    48 89 94 24 08 02 00 00             mov %rdx,520(%rsp)
    48 89 94 24 10 02 00 00             mov %rdx,528(%rsp)
    48 89 94 24 18 02 00 00             mov %rdx,536(%rsp)
    48 89 94 24 20 02 00 00             mov %rdx,544(%rsp)
    48 89 94 24 28 02 00 00             mov %rdx,552(%rsp)
    48 89 94 24 30 02 00 00             mov %rdx,560(%rsp)
    48 89 94 24 38 02 00 00             mov %rdx,568(%rsp)
    b8 e7 00 08 00                      mov $0x800e7,%eax
    48 0f ae 24 24                      xsave64 (%rsp)
    db e3                               fninit
    0f ae 15 00 04 00 00                ldmxcsr mxcsr(%rip)
    fc                                  cld
    b8 0e 00 00 00                      mov $14,%eax
    bf 02 00 00 00                      mov $2,%edi
    48 8d 35 f6 03 00 00                lea blocked(%rip),%rsi
    48 8d 55 b0                         lea -80(%rbp),%rdx
    41 ba 08 00 00 00                   mov $8,%r10d
    0f 05                               syscall
    ff 15 ec 03 00 00                   call *errno_location(%rip)
    8b 00                               mov (%rax),%eax
    89 45 a8                            mov %eax,-88(%rbp)
    bf 01 00 00 00                      mov $1,%edi
    48 8d 75 ac                         lea -84(%rbp),%rsi
    ff 15 e0 03 00 00                   call *pthread_setcancelstate(%rip)
    8b 7d 08                            mov 8(%rbp),%edi
    48 89 ee                            mov %rbp,%rsi
    e8 70 00 00 00                      call enter
    48 89 45 b8                         mov %rax,-72(%rbp)
    8b 7d ac                            mov -84(%rbp),%edi
    48 8d 75 a4                         lea -92(%rbp),%rsi
    ff 15 c4 03 00 00                   call *pthread_setcancelstate(%rip)
    ff 15 b6 03 00 00                   call *errno_location(%rip)
    8b 4d a8                            mov -88(%rbp),%ecx
    89 08                               mov %ecx,(%rax)
    b8 0e 00 00 00                      mov $14,%eax
    bf 02 00 00 00                      mov $2,%edi
    48 8d 75 b0                         lea -80(%rbp),%rsi
    31 d2                               xor %edx,%edx
    41 ba 08 00 00 00                   mov $8,%r10d
    0f 05                               syscall
    31 d2                               xor %edx,%edx
    b8 e7 00 08 00                      mov $0x800e7,%eax
    48 0f ae 2c 24                      xrstor64 (%rsp)
    48 8b 45 f8                         mov -8(%rbp),%rax
    48 8b 4d f0                         mov -16(%rbp),%rcx
    48 8b 55 e8                         mov -24(%rbp),%rdx
    48 8b 75 e0                         mov -32(%rbp),%rsi
    48 8b 7d d8                         mov -40(%rbp),%rdi
    4c 8b 45 d0                         mov -48(%rbp),%r8
    4c 8b 4d c8                         mov -56(%rbp),%r9
    4c 8b 55 c0                         mov -64(%rbp),%r10
    4c 8b 5d b8                         mov -72(%rbp),%r11
    48 89 ec                            mov %rbp,%rsp
    5d                                  pop %rbp
resolver_popped:
    48 8d 64 24 08                      lea 8(%rsp),%rsp
resolver_dropped:
    41 ff e3                            jmp *%r11
enter:
    53                                  push %rbx
enter_rbx:
    41 54                               push %r12
enter_r12:
    41 55                               push %r13
enter_r13:
    41 56                               push %r14
enter_r14:
    48 83 ec 28                         sub $40,%rsp
enter_framed:
    41 89 fc                            mov %edi,%r12d
    49 89 f5                            mov %rsi,%r13
    31 c0                               xor %eax,%eax
    48 89 44 24 08                      mov %rax,8(%rsp)
    48 89 44 24 10                      mov %rax,16(%rsp)
    48 89 44 24 18                      mov %rax,24(%rsp)
    c7 04 24 08 00 00 00                movl $8,(%rsp)
    48 8d 1d 45 03 00 00                lea format(%rip),%rbx
    ff 15 77 03 00 00                   call *PyGILState_Ensure(%rip)
    41 89 c6                            mov %eax,%r14d
enter_again:
    48 8b 3d 2d 03 00 00                mov callback(%rip),%rdi
    48 89 de                            mov %rbx,%rsi
    44 89 e2                            mov %r12d,%edx
    4c 89 e9                            mov %r13,%rcx
    4c 8b 44 24 10                      mov 16(%rsp),%r8
    31 c0                               xor %eax,%eax
    ff 15 67 03 00 00                   call *PyObject_CallFunction(%rip)
    48 85 c0                            test %rax,%rax
    74 51                               jz enter_failed
    48 89 c3                            mov %rax,%rbx
    48 89 c7                            mov %rax,%rdi
    ff 15 5e 03 00 00                   call *PyLong_AsUnsignedLongLong(%rip)
    49 89 c4                            mov %rax,%r12
    48 89 df                            mov %rbx,%rdi
    ff 15 82 03 00 00                   call *Py_DecRef(%rip)
    48 8b 7c 24 08                      mov 8(%rsp),%rdi
    ff 15 77 03 00 00                   call *Py_DecRef(%rip)
    48 8b 7c 24 10                      mov 16(%rsp),%rdi
    ff 15 6c 03 00 00                   call *Py_DecRef(%rip)
    48 8b 7c 24 18                      mov 24(%rsp),%rdi
    ff 15 61 03 00 00                   call *Py_DecRef(%rip)
    44 89 f7                            mov %r14d,%edi
    ff 15 18 03 00 00                   call *PyGILState_Release(%rip)
    4c 89 e0                            mov %r12,%rax
    48 83 c4 28                         add $40,%rsp
enter_left:
    41 5e                               pop %r14
enter_left_r14:
    41 5d                               pop %r13
enter_left_r13:
    41 5c                               pop %r12
enter_left_r12:
    5b                                  pop %rbx
enter_left_rbx:
    c3                                  ret
enter_failed:
    48 8d 7c 24 08                      lea 8(%rsp),%rdi
    48 8d 74 24 10                      lea 16(%rsp),%rsi
    48 8d 54 24 18                      lea 24(%rsp),%rdx
    ff 15 0c 03 00 00                   call *PyErr_Fetch(%rip)
    48 8d 7c 24 08                      lea 8(%rsp),%rdi
    48 8d 74 24 10                      lea 16(%rsp),%rsi
    48 8d 54 24 18                      lea 24(%rsp),%rdx
    ff 15 ff 02 00 00                   call *PyErr_NormalizeException(%rip)
    48 8d 1d a0 02 00 00                lea format_raised(%rip),%rbx
    ff 0c 24                            decl (%rsp)
    0f 85 53 ff ff ff                   jnz enter_again
    ff 15 99 02 00 00                   call *abort(%rip)
raise:
    48 83 ec 08                         sub $8,%rsp
raise_framed:
    48 8d 35 0e 00 00 00                lea stop(%rip),%rsi
    31 d2                               xor %edx,%edx
    ff 15 8e 02 00 00                   call *_Unwind_ForcedUnwind(%rip)
    ff 15 80 02 00 00                   call *abort(%rip)
stop:
    53                                  push %rbx
stop_rbx:
    41 54                               push %r12
stop_r12:
    48 83 ec 08                         sub $8,%rsp
stop_framed:
    4c 89 c3                            mov %r8,%rbx
    49 89 cc                            mov %rcx,%r12
    4c 89 c7                            mov %r8,%rdi
    ff 15 7a 02 00 00                   call *_Unwind_GetIP(%rip)
    48 8d 0d 1b 01 00 00                lea gate_return(%rip),%rcx
    48 39 c8                            cmp %rcx,%rax
    75 19                               jne onward
    48 89 df                            mov %rbx,%rdi
    be 06 00 00 00                      mov $6,%esi
    ff 15 68 02 00 00                   call *_Unwind_GetGR(%rip)
    48 89 c5                            mov %rax,%rbp
    4c 89 e7                            mov %r12,%rdi
    e9 3c 01 00 00                      jmp landing
onward:
    31 c0                               xor %eax,%eax
    48 83 c4 08                         add $8,%rsp
stop_left:
    41 5c                               pop %r12
stop_left_r12:
    5b                                  pop %rbx
return:
    c3                                  ret
gate:
    55                                  push %rbp
gate_pushed:
    48 89 e5                            mov %rsp,%rbp
gate_framed:
    53                                  push %rbx
    41 54                               push %r12
    41 55                               push %r13
    41 56                               push %r14
    41 57                               push %r15
gate_saved:
    48 81 ec e8 00 00 00                sub $232,%rsp
    48 89 7d c8                         mov %rdi,-56(%rbp)
    48 89 75 c0                         mov %rsi,-64(%rbp)
    48 89 55 b8                         mov %rdx,-72(%rbp)
    48 89 4d b0                         mov %rcx,-80(%rbp)
    4c 89 45 a8                         mov %r8,-88(%rbp)
    4c 89 4d a0                         mov %r9,-96(%rbp)
    48 89 45 98                         mov %rax,-104(%rbp)
    0f 29 45 80                         movaps %xmm0,-128(%rbp)
    0f 29 8d 70 ff ff ff                movaps %xmm1,-144(%rbp)
    0f 29 95 60 ff ff ff                movaps %xmm2,-160(%rbp)
    0f 29 9d 50 ff ff ff                movaps %xmm3,-176(%rbp)
    0f 29 a5 40 ff ff ff                movaps %xmm4,-192(%rbp)
    0f 29 ad 30 ff ff ff                movaps %xmm5,-208(%rbp)
    0f 29 b5 20 ff ff ff                movaps %xmm6,-224(%rbp)
    0f 29 bd 10 ff ff ff                movaps %xmm7,-240(%rbp)
    0f ae 9d 00 ff ff ff                stmxcsr -256(%rbp)
    d9 bd 04 ff ff ff                   fnstcw -252(%rbp)
    4d 89 d4                            mov %r10,%r12
    4d 89 dd                            mov %r11,%r13
    ff 15 15 02 00 00                   call *PyEval_SaveThread(%rip)
    48 89 45 d0                         mov %rax,-48(%rbp)
    4c 89 e1                            mov %r12,%rcx
    49 8d 44 24 01                      lea 1(%r12),%rax
    48 83 e0 fe                         and $-2,%rax
    48 c1 e0 03                         shl $3,%rax
    48 29 c4                            sub %rax,%rsp
    48 8d 75 10                         lea 16(%rbp),%rsi
    48 89 e7                            mov %rsp,%rdi
    f3 48 a5                            rep movsq
    48 8b 7d c8                         mov -56(%rbp),%rdi
    48 8b 75 c0                         mov -64(%rbp),%rsi
    48 8b 55 b8                         mov -72(%rbp),%rdx
    48 8b 4d b0                         mov -80(%rbp),%rcx
    4c 8b 45 a8                         mov -88(%rbp),%r8
    4c 8b 4d a0                         mov -96(%rbp),%r9
    48 8b 45 98                         mov -104(%rbp),%rax
    0f 28 45 80                         movaps -128(%rbp),%xmm0
    0f 28 8d 70 ff ff ff                movaps -144(%rbp),%xmm1
    0f 28 95 60 ff ff ff                movaps -160(%rbp),%xmm2
    0f 28 9d 50 ff ff ff                movaps -176(%rbp),%xmm3
    0f 28 a5 40 ff ff ff                movaps -192(%rbp),%xmm4
    0f 28 ad 30 ff ff ff                movaps -208(%rbp),%xmm5
    0f 28 b5 20 ff ff ff                movaps -224(%rbp),%xmm6
    0f 28 bd 10 ff ff ff                movaps -240(%rbp),%xmm7
    41 ff d5                            call *%r13
gate_return:
    48 89 45 c8                         mov %rax,-56(%rbp)
    48 89 55 c0                         mov %rdx,-64(%rbp)
    0f 29 45 80                         movaps %xmm0,-128(%rbp)
    0f 29 8d 70 ff ff ff                movaps %xmm1,-144(%rbp)
    48 8b 7d d0                         mov -48(%rbp),%rdi
    ff 15 8b 01 00 00                   call *PyEval_RestoreThread(%rip)
    48 8b 45 c8                         mov -56(%rbp),%rax
    48 8b 55 c0                         mov -64(%rbp),%rdx
    0f 28 45 80                         movaps -128(%rbp),%xmm0
    0f 28 8d 70 ff ff ff                movaps -144(%rbp),%xmm1
leave_gate:
    48 8d 65 d8                         lea -40(%rbp),%rsp
    41 5f                               pop %r15
    41 5e                               pop %r14
    41 5d                               pop %r13
    41 5c                               pop %r12
    5b                                  pop %rbx
    5d                                  pop %rbp
gate_popped:
    c3                                  ret
landing:
    48 8d a5 f0 fe ff ff                lea -272(%rbp),%rsp
    48 89 fb                            mov %rdi,%rbx
    db e3                               fninit
    d9 ad 04 ff ff ff                   fldcw -252(%rbp)
    0f ae 95 00 ff ff ff                ldmxcsr -256(%rbp)
    fc                                  cld
    48 8b 7d d0                         mov -48(%rbp),%rdi
    ff 15 45 01 00 00                   call *PyEval_RestoreThread(%rip)
    48 8b 7b 20                         mov 32(%rbx),%rdi
    48 8b 73 28                         mov 40(%rbx),%rsi
    ff 15 3f 01 00 00                   call *PyErr_SetObject(%rip)
    48 8b 7b 30                         mov 48(%rbx),%rdi
    ff 15 3d 01 00 00                   call *Py_DecRef(%rip)
    31 c0                               xor %eax,%eax
    eb b1                               jmp leave_gate
collect:
    53                                  push %rbx
collect_rbx:
    41 54                               push %r12
collect_r12:
    48 83 ec 08                         sub $8,%rsp
collect_framed:
    48 89 fb                            mov %rdi,%rbx
    49 89 f4                            mov %rsi,%r12
    49 8b 04 24                         mov (%r12),%rax
    49 3b 44 24 08                      cmp 8(%r12),%rax
    b8 04 00 00 00                      mov $4,%eax
    73 4a                               jae collected
    ff 15 b6 00 00 00                   call *_Unwind_GetIP(%rip)
    49 8b 0c 24                         mov (%r12),%rcx
    48 8d 0c 49                         lea (%rcx,%rcx,2),%rcx
    49 89 44 cc 10                      mov %rax,16(%r12,%rcx,8)
    48 89 df                            mov %rbx,%rdi
    ff 15 b0 00 00 00                   call *_Unwind_GetCFA(%rip)
    49 8b 0c 24                         mov (%r12),%rcx
    48 8d 0c 49                         lea (%rcx,%rcx,2),%rcx
    49 89 44 cc 18                      mov %rax,24(%r12,%rcx,8)
    48 89 df                            mov %rbx,%rdi
    be 06 00 00 00                      mov $6,%esi
    ff 15 8d 00 00 00                   call *_Unwind_GetGR(%rip)
    49 8b 0c 24                         mov (%r12),%rcx
    48 8d 0c 49                         lea (%rcx,%rcx,2),%rcx
    49 89 44 cc 20                      mov %rax,32(%r12,%rcx,8)
    49 ff 04 24                         incq (%r12)
    31 c0                               xor %eax,%eax
collected:
    48 83 c4 08                         add $8,%rsp
collect_left:
    41 5c                               pop %r12
collect_left_r12:
    5b                                  pop %rbx
collect_left_rbx:
    c3                                  ret
cpuid:
    53                                  push %rbx
    89 f8                               mov %edi,%eax
    89 f1                               mov %esi,%ecx
    49 89 d0                            mov %rdx,%r8
    0f a2                               cpuid
    41 89 00                            mov %eax,(%r8)
    41 89 58 04                         mov %ebx,4(%r8)
    41 89 48 08                         mov %ecx,8(%r8)
    41 89 50 0c                         mov %edx,12(%r8)
    5b                                  pop %rbx
    c3                                  ret
"""

WORDS = ("mxcsr", *SUPPORT_WORDS)  # behind the code, in this order
CONSTANT_WORDS = {"mxcsr": 0x1F80, **SUPPORT_CONSTANTS}  # all exceptions masked, round to nearest
XSAVE_FEATURE = (1, 2, 27)  # CPUID leaf, index of ecx, bit OSXSAVE

# DWARF call frame instructions (6.4.2): what changes after each label. RA is always at CFA-8.
FRAMES: tuple[tuple[str, str, tuple[tuple[str, bytes], ...]], ...] = (
    (
        "resolver",
        "enter",
        (
            ("resolver", b"\x0e\x10"),  # def_cfa_offset 16: the number lies above the return address
            ("resolver_pushed", b"\x0e\x18\x86\x03"),  # def_cfa_offset 24; rbp at cfa-24
            ("resolver_framed", b"\x0d\x06"),  # def_cfa_register rbp
            ("resolver_popped", b"\x0c\x07\x10\xc6"),  # def_cfa rsp+16; restore rbp
            ("resolver_dropped", b"\x0e\x08"),  # def_cfa_offset 8
        ),
    ),
    (
        "enter",
        "raise",
        (
            ("enter_rbx", b"\x0e\x10\x83\x02"),  # def_cfa_offset 16; rbx at cfa-16
            ("enter_r12", b"\x0e\x18\x8c\x03"),
            ("enter_r13", b"\x0e\x20\x8d\x04"),
            ("enter_r14", b"\x0e\x28\x8e\x05"),
            ("enter_framed", b"\x0e\x50"),
            ("enter_left", b"\x0a\x0e\x28"),  # remember_state; a popped register still lies where it was
            ("enter_left_r14", b"\x0e\x20"),
            ("enter_left_r13", b"\x0e\x18"),
            ("enter_left_r12", b"\x0e\x10"),
            ("enter_left_rbx", b"\x0e\x08"),
            ("enter_failed", b"\x0b"),  # restore_state
        ),
    ),
    ("raise", "stop", (("raise_framed", b"\x0e\x10"),)),  # def_cfa_offset 16
    (
        "stop",
        "gate",
        (
            ("stop_rbx", b"\x0e\x10\x83\x02"),
            ("stop_r12", b"\x0e\x18\x8c\x03"),
            ("stop_framed", b"\x0e\x20"),
            ("stop_left", b"\x0e\x18"),
            ("stop_left_r12", b"\x0e\x10"),
            ("return", b"\x0e\x08\xc3\xcc"),  # also an answer, with any rbx and r12
        ),
    ),
    (
        "gate",
        "collect",
        (
            ("gate_pushed", b"\x0e\x10\x86\x02"),  # def_cfa_offset 16; rbp at cfa-16
            ("gate_framed", b"\x0d\x06"),  # def_cfa_register rbp
            ("gate_saved", b"\x83\x03\x8c\x04\x8d\x05\x8e\x06\x8f\x07"),  # rbx r12 r13 r14 r15 at cfa-24 .. -56
            ("gate_popped", b"\x0a\x0c\x07\x08\xc6\xc3\xcc\xcd\xce\xcf"),  # remember; cfa rsp+8; restore all
            ("landing", b"\x0b"),  # restore_state
        ),
    ),
    (
        "collect",
        "cpuid",
        (
            ("collect_rbx", b"\x0e\x10\x83\x02"),
            ("collect_r12", b"\x0e\x18\x8c\x03"),
            ("collect_framed", b"\x0e\x20"),
            ("collect_left", b"\x0e\x18"),
            ("collect_left_r12", b"\x0e\x10"),
            ("collect_left_rbx", b"\x0e\x08"),
        ),
    ),
)

_CIE = (
    b"\x14\x00\x00\x00"  # length 20
    b"\x00\x00\x00\x00"  # a CIE
    b"\x01zR\x00"  # version 1, augmentation "zR"
    b"\x01\x78\x10"  # code alignment 1, data alignment -8, return address in column 16
    b"\x01\x1b"  # FDE addresses are pcrel sdata4
    b"\x0c\x07\x08"  # def_cfa rsp+8
    b"\x90\x01"  # return address at cfa-8
    b"\x00\x00"  # nop
)

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


def assemble(listing: str) -> tuple[bytes, dict[str, int]]:
    """A listing's code and the offsets of its labels."""
    code = bytearray()
    labels: dict[str, int] = {}
    for line in listing.splitlines():
        if line.startswith("    "):
            code += bytes.fromhex(line[4:40])
        elif line:
            labels[line[:-1]] = len(code)
    return bytes(code), labels


def support(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The support block with its words filled in: blob, label offsets, offset of its .eh_frame.

    `words` gives the addresses named in WORDS; CONSTANT_WORDS are added. Position independent, 16-byte alignment.
    """
    code, labels = assemble(SUPPORT)
    end = len(code)
    code += bytes(-end % 8)
    values = {**words, **CONSTANT_WORDS}
    code += pack(f"<{len(WORDS)}Q", *(values[word] for word in WORDS))
    frames = []
    for first, last, steps in FRAMES:
        at, instructions = labels[first], b""
        for label, change in steps:
            instructions += advance(labels[label] - at) + change
            at = labels[label]
        frames.append((labels[first], labels[last] - labels[first], instructions))
    return code + eh_frame(len(code), frames, _CIE), labels, len(code)


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
    return eh_frame(0, [(cells_address - address, count * CELL_SIZE, _CELL_FRAME)], _CIE)


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


# --- hot triggers (rejit.runtime.ring)
#
# What instrumented code calls when a budget is used up. A record (rdi) is
#
#     record+0 calls left   +4 loop ticks left   +8 turns a tick   +12 what a used-up budget becomes
#     record+16 id   +24 continuations, by loop
#
# Both write an entry, id | (loop + 1) << 56, into the ring and wake its reader if that sleeps. No lock, no Python, no
# errno; a C call like any other. The entry is stored after the head has been moved, so a reader may find a place that
# is still empty. `jit_recompile_hot` answers 0: go on here. `hot_entry` is the same for `counted_entry`, with the
# record in r11 and every argument register kept. `jit_loop_hot` fills the budget at rdx anew, with the turns
# of a tick, and answers the loop's continuation, or 0.
#
#     ring+0 head: how many entries were written   +8 1 while the reader sleeps (a futex)
#     ring+16 how many activations went on in a continuation   +64 RING_ENTRIES entries

RING_ENTRIES = 1024  # `and $1023`
HOT = """
jit_recompile_hot:
    8b 47 0c                            mov 12(%rdi),%eax
    89 07                               mov %eax,(%rdi)
    31 d2                               xor %edx,%edx
    e8 3b 00 00 00                      call hot_push
    31 c0                               xor %eax,%eax
    c3                                  ret
jit_loop_hot:
    8b 47 08                            mov 8(%rdi),%eax
    89 02                               mov %eax,(%rdx)
    89 f6                               mov %esi,%esi
    83 6f 04 01                         subl $1,4(%rdi)
    78 17                               js loop_hot
loop_answer:
    48 8b 44 f7 18                      mov 24(%rdi,%rsi,8),%rax
    48 85 c0                            test %rax,%rax
    74 0c                               jz loop_answered
    4c 8b 15 8b 00 00 00                mov ring(%rip),%r10
    f0 49 ff 42 10                      lock incq 16(%r10)
loop_answered:
    c3                                  ret
loop_hot:
    8b 47 0c                            mov 12(%rdi),%eax
    89 47 04                            mov %eax,4(%rdi)
    8d 56 01                            lea 1(%rsi),%edx
    48 c1 e2 38                         shl $56,%rdx
    e8 02 00 00 00                      call hot_push
    eb d5                               jmp loop_answer
hot_push:
    48 0b 57 10                         or 16(%rdi),%rdx
    4c 8b 15 66 00 00 00                mov ring(%rip),%r10
    b8 01 00 00 00                      mov $1,%eax
    f0 49 0f c1 02                      lock xadd %rax,(%r10)
    25 ff 03 00 00                      and $1023,%eax
    49 89 54 c2 40                      mov %rdx,64(%r10,%rax,8)
    41 83 7a 08 00                      cmpl $0,8(%r10)
    74 29                               je hot_pushed
    41 c7 42 08 00 00 00 00             movl $0,8(%r10)
    49 89 f8                            mov %rdi,%r8
    49 89 f1                            mov %rsi,%r9
    49 8d 7a 08                         lea 8(%r10),%rdi
    be 01 00 00 00                      mov $1,%esi
    ba 01 00 00 00                      mov $1,%edx
    b8 ca 00 00 00                      mov $202,%eax
    0f 05                               syscall
    4c 89 c7                            mov %r8,%rdi
    4c 89 ce                            mov %r9,%rsi
hot_pushed:
    c3                                  ret
hot_entry:
    50                                  push %rax
    51                                  push %rcx
    52                                  push %rdx
    56                                  push %rsi
    57                                  push %rdi
    41 50                               push %r8
    41 51                               push %r9
    41 52                               push %r10
hot_entry_saved:
    4c 89 df                            mov %r11,%rdi
    e8 56 ff ff ff                      call jit_recompile_hot
    41 5a                               pop %r10
    41 59                               pop %r9
    41 58                               pop %r8
    5f                                  pop %rdi
    5e                                  pop %rsi
    5a                                  pop %rdx
    59                                  pop %rcx
    58                                  pop %rax
hot_entry_restored:
    c3                                  ret
"""
HOT_WORDS = ("ring",)
FUTEX = 202  # the number of the system call


def hot(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    """The hot-trigger runtime with HOT_WORDS filled in: blob, labels, offset of its .eh_frame.

    The CFA is rsp+8, but for the registers that `hot_entry` saves. Position independent, 16-byte alignment."""
    code, labels = assemble(HOT)
    end = len(code)
    code += bytes(-end % 8)
    code += pack(f"<{len(HOT_WORDS)}Q", *(words[word] for word in HOT_WORDS))
    entry, saved, restored = (labels[f"hot_entry{part}"] for part in ("", "_saved", "_restored"))
    depths = [8]  # of the CFA above rsp, at each instruction that saves, and back
    steps = b""
    for length in PUSHES:
        depths.append(depths[-1] + 8)
        steps += advance(length) + pack("<BB", 0x0E, depths[-1])  # def_cfa_offset
    steps += advance(restored - saved - sum(PUSHES))
    for length, depth in zip(reversed(PUSHES), reversed(depths[:-1]), strict=True):
        steps += advance(length) + pack("<BB", 0x0E, depth)
    return code + eh_frame(len(code), [(0, entry, b""), (entry, end - entry, steps)], _CIE), labels, len(code)


ENTRY_SIZE = 32  # of what counts calls, in front of a body
ENTRY_OFFSET = 24  # where callers enter it
PUSHES = (1, 1, 1, 1, 1, 2, 2, 2)  # bytes of the instructions by which `hot_entry` saves a register


def counted_entry(address: int, record: int, hot_entry: int) -> bytes:
    """What counts the calls of the body at `address + ENTRY_SIZE`, for placing at `address`.

    RelocationOverflow if the record or `hot_entry` are 2 GiB or more away."""
    out = bytearray(TRAP * ENTRY_SIZE)
    try:
        pack_into("<HBi", out, 0, 0x8D4C, 0x1D, record - (address + 7))  # lea record(%rip),%r11
        pack_into("<Bi", out, 7, 0xE8, hot_entry - (address + 12))  # call hot_entry
        pack_into("<BB", out, 12, 0xEB, 18)  # jmp body
        pack_into("<HiBb", out, 24, 0x0DFF, record - (address + 30), 0x78, -32)  # decl record(%rip); js address
    except error:
        raise RelocationOverflow(
            f"entry at {address:#x}: its record is {record - address:#x} and hot_entry {hot_entry - address:#x} bytes "
            f"away, beyond -0x80000000..0x7fffffff"
        ) from None
    return bytes(out)


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


# --- interrupting a loop (rejit.runtime.interrupt)
#
# `interrupt` is a SIGINT handler (signal, siginfo_t, ucontext_t), one a process. It calls the handler that was there,
# then looks where the main thread was interrupted:
#
# in a session's code, and it is not the support block, nor does the thread have the GIL (as in native entries, and in
#     gates on their way in or out): the code goes on at the session's `interrupted`, as if it had called that; its red
#     zone is left alone. `interrupted` saves what the resolver does not, flags and r11, and goes through the resolver
#     to Python. If Python's handlers raise nothing the code goes on where it was.
# with the GIL, or in `interrupted`: Python sees to the signal itself, if the thread is not about to leave it. (Stepping
#     through `interrupted` would have it save TF, and load it when nobody expects it any more.)
# elsewhere, say in a system call that is about to return EINTR: the thread is single-stepped (TF; SIGTRAP comes to
#     `interrupt_step`) until it is in one of the first two places; not for long, a memcpy would take for ever. SIGTRAP
#     is ours until then: only the context that has TF set gives it back, for in another, a signal handler's on top of
#     it, that would leave the stepping one to die of it.
#
# In the last two cases, and if another thread has the signal, a timer asks the main thread again, by a signal of its
# own that carries the state's address.
#
#     state+0   thread pointer of the main thread   +8 its PyThreadState   +16 the handler that was there   +24 timer
#     state+32  how often the timer may ask yet     +40 struct itimerspec  +72 steps left   +80 1 while SIGTRAP is ours
#     state+88  1: only pass the next signal on     +96 first session
#     state+104 struct sigaction of the step        +256 that of before
#
#     session+0 next session   +8 start and +16 length of its code   +24, +32 of its support block
#     session+40, +48 of the block of its `interrupted`              +56 `interrupted`

INTERRUPT_STATE_SIZE = 408
INTERRUPT_HANDLER = 16  # offsets in the state
INTERRUPT_TIMER = 24
INTERRUPT_INTERVAL = 56  # it_value
INTERRUPT_PASS = 88
INTERRUPT_SESSIONS = 96
INTERRUPT_STEP = 104
TIMER_CREATE = 222  # the number of the system call

INTERRUPT = """
interrupt:
    53                                  push %rbx
    41 54                               push %r12
    41 55                               push %r13
    41 56                               push %r14
    41 57                               push %r15
    41 89 fc                            mov %edi,%r12d
    49 89 f5                            mov %rsi,%r13
    49 89 d6                            mov %rdx,%r14
    48 8b 1d cf 01 00 00                mov state(%rip),%rbx
    83 ff 02                            cmp $2,%edi
    74 16                               je interrupt_first
    41 83 7d 08 fe                      cmpl $-2,8(%r13)
    0f 85 0c 01 00 00                   jne interrupt_done
    49 39 5d 18                         cmp %rbx,24(%r13)
    74 2c                               je interrupt_look
    e9 01 01 00 00                      jmp interrupt_done
interrupt_first:
    44 89 e7                            mov %r12d,%edi
    4c 89 ee                            mov %r13,%rsi
    4c 89 f2                            mov %r14,%rdx
    ff 53 10                            call *16(%rbx)
    48 c7 43 20 f4 01 00 00             movq $500,32(%rbx)
    48 83 7b 58 00                      cmpq $0,88(%rbx)
    48 c7 43 58 00 00 00 00             movq $0,88(%rbx)
    0f 85 da 00 00 00                   jne interrupt_done
interrupt_look:
    64 48 8b 04 25 00 00 00 00          mov %fs:0,%rax
    48 3b 03                            cmp (%rbx),%rax
    75 59                               jne interrupt_later
    e8 d1 00 00 00                      call interrupt_where
    83 f8 01                            cmp $1,%eax
    0f 84 92 00 00 00                   je interrupt_divert
    77 3a                               ja interrupt_soon
    48 83 7b 50 00                      cmpq $0,80(%rbx)
    75 42                               jne interrupt_later
    48 c7 43 50 01 00 00 00             movq $1,80(%rbx)
    48 c7 43 48 d0 07 00 00             movq $2000,72(%rbx)
    bf 05 00 00 00                      mov $5,%edi
    48 8d 73 68                         lea 104(%rbx),%rsi
    48 8d 93 00 01 00 00                lea 256(%rbx),%rdx
    ff 15 4a 01 00 00                   call *sigaction(%rip)
    41 81 8e b0 00 00 00 00 01 00 00    orl $0x100,176(%r14)
    eb 0f                               jmp interrupt_later
interrupt_soon:
    48 83 7b 20 03                      cmpq $3,32(%rbx)
    7e 08                               jle interrupt_later
    48 c7 43 20 03 00 00 00             movq $3,32(%rbx)
interrupt_later:
    48 ff 4b 20                         decq 32(%rbx)
    78 6d                               js interrupt_done
    b8 df 00 00 00                      mov $223,%eax
    8b 7b 18                            mov 24(%rbx),%edi
    31 f6                               xor %esi,%esi
    48 8d 53 28                         lea 40(%rbx),%rdx
    45 31 d2                            xor %r10d,%r10d
    0f 05                               syscall
    eb 58                               jmp interrupt_done
interrupt_step:
    53                                  push %rbx
    41 54                               push %r12
    41 55                               push %r13
    41 56                               push %r14
    41 57                               push %r15
    49 89 d6                            mov %rdx,%r14
    48 8b 1d f8 00 00 00                mov state(%rip),%rbx
    48 ff 4b 48                         decq 72(%rbx)
    7e 0c                               jle interrupt_stop
    e8 44 00 00 00                      call interrupt_where
    83 f8 01                            cmp $1,%eax
    72 35                               jb interrupt_done
    74 07                               je interrupt_divert
interrupt_stop:
    e8 99 00 00 00                      call interrupt_run
    eb 2c                               jmp interrupt_done
interrupt_divert:
    49 89 d4                            mov %rdx,%r12
    e8 8f 00 00 00                      call interrupt_run
    49 8b 8e a0 00 00 00                mov 160(%r14),%rcx
    48 81 e9 88 00 00 00                sub $136,%rcx
    4c 89 39                            mov %r15,(%rcx)
    49 89 8e a0 00 00 00                mov %rcx,160(%r14)
    49 8b 44 24 38                      mov 56(%r12),%rax
    49 89 86 a8 00 00 00                mov %rax,168(%r14)
interrupt_done:
    41 5f                               pop %r15
    41 5e                               pop %r14
    41 5d                               pop %r13
    41 5c                               pop %r12
    5b                                  pop %rbx
    c3                                  ret
interrupt_where:
    48 83 ec 08                         sub $8,%rsp
    ff 15 af 00 00 00                   call *PyThreadState_UncheckedGet(%rip)
    48 89 c1                            mov %rax,%rcx
    b8 02 00 00 00                      mov $2,%eax
    48 3b 4b 08                         cmp 8(%rbx),%rcx
    74 44                               je interrupt_there
    4d 8b be a8 00 00 00                mov 168(%r14),%r15
    48 8b 53 60                         mov 96(%rbx),%rdx
    31 c0                               xor %eax,%eax
interrupt_session:
    48 85 d2                            test %rdx,%rdx
    74 32                               jz interrupt_there
    4c 89 f9                            mov %r15,%rcx
    48 2b 4a 08                         sub 8(%rdx),%rcx
    48 3b 4a 10                         cmp 16(%rdx),%rcx
    72 05                               jb interrupt_inside
    48 8b 12                            mov (%rdx),%rdx
    eb e9                               jmp interrupt_session
interrupt_inside:
    4c 89 f9                            mov %r15,%rcx
    48 2b 4a 18                         sub 24(%rdx),%rcx
    48 3b 4a 20                         cmp 32(%rdx),%rcx
    72 13                               jb interrupt_there
    4c 89 f9                            mov %r15,%rcx
    48 2b 4a 28                         sub 40(%rdx),%rcx
    48 3b 4a 30                         cmp 48(%rdx),%rcx
    b8 01 00 00 00                      mov $1,%eax
    83 d0 00                            adc $0,%eax
interrupt_there:
    48 83 c4 08                         add $8,%rsp
    c3                                  ret
interrupt_run:
    41 f7 86 b0 00 00 00 00 01 00 00    testl $0x100,176(%r14)
    74 2f                               je interrupt_runs
    48 83 ec 08                         sub $8,%rsp
    48 c7 43 50 00 00 00 00             movq $0,80(%rbx)
    41 81 a6 b0 00 00 00 ff fe ff ff    andl $0xfffffeff,176(%r14)
    bf 05 00 00 00                      mov $5,%edi
    48 8d b3 00 01 00 00                lea 256(%rbx),%rsi
    31 d2                               xor %edx,%edx
    ff 15 18 00 00 00                   call *sigaction(%rip)
    48 83 c4 08                         add $8,%rsp
interrupt_runs:
    c3                                  ret
thread_pointer:
    64 48 8b 04 25 00 00 00 00          mov %fs:0,%rax
    c3                                  ret
"""

INTERRUPTED = """
interrupted:
    9c                                  pushfq
interrupted_flags:
    41 53                               push %r11
interrupted_saved:
    e8 06 00 00 00                      call interrupted_enter
    41 5b                               pop %r11
interrupted_loaded:
    9d                                  popfq
interrupted_popped:
    c2 80 00                            ret $128
interrupted_enter:
    ff 35 0c 00 00 00                   push number(%rip)
interrupted_numbered:
    ff 25 0e 00 00 00                   jmp *resolver(%rip)
"""

INTERRUPT_WORDS = ("state", "sigaction", "PyThreadState_UncheckedGet")
INTERRUPTED_WORDS = ("number", "resolver")

_SIGNAL_CIE = (
    b"\x14\x00\x00\x00"  # length 20
    b"\x00\x00\x00\x00"  # a CIE
    b"\x01zRS\x00"  # version 1, "S": the caller was interrupted, its address is not that of a call's return
    b"\x01\x78\x10"  # code alignment 1, data alignment -8, return address in column 16
    b"\x01\x1b"  # FDE addresses are pcrel sdata4
    b"\x00\x00\x00\x00\x00\x00"  # nop: the FDE gives its CFA
)
_INTERRUPTED = (
    ("interrupted", b"\x0c\x07\x88\x01\x90\x11"),  # def_cfa rsp+136; return address at cfa-136
    ("interrupted_flags", b"\x0e\x90\x01"),  # def_cfa_offset 144
    ("interrupted_saved", b"\x0e\x98\x01"),  # def_cfa_offset 152
    ("interrupted_loaded", b"\x0e\x90\x01"),  # def_cfa_offset 144
    ("interrupted_popped", b"\x0e\x88\x01"),  # def_cfa_offset 136
)


def interrupt(words: dict[str, int]) -> tuple[bytes, dict[str, int]]:
    """The SIGINT handler with INTERRUPT_WORDS filled in: blob, labels. Position independent, 16-byte alignment.

    `thread_pointer` is a function that returns what `state+0` holds for its thread.
    """
    code, labels = assemble(INTERRUPT)
    code += bytes(-len(code) % 8)
    return code + pack(f"<{len(INTERRUPT_WORDS)}Q", *(words[word] for word in INTERRUPT_WORDS)), labels


def interrupted(words: dict[str, int]) -> tuple[bytes, tuple[int, int]]:
    """Where interrupted code goes, with INTERRUPTED_WORDS filled in: blob, offsets of its two .eh_frames."""
    code, labels = assemble(INTERRUPTED)
    end = len(code)
    code += bytes(-end % 8)
    code += pack(f"<{len(INTERRUPTED_WORDS)}Q", *(words[word] for word in INTERRUPTED_WORDS))
    at, instructions = 0, b""
    for label, change in _INTERRUPTED:
        instructions += advance(labels[label] - at) + change
        at = labels[label]
    enter, first = labels["interrupted_enter"], len(code)
    code += eh_frame(first, [(0, enter, instructions)], _SIGNAL_CIE)
    pushed = advance(labels["interrupted_numbered"] - enter) + b"\x0e\x10"  # def_cfa_offset 16
    return code + eh_frame(len(code), [(enter, end - enter, pushed)], _CIE), (first, len(code))
