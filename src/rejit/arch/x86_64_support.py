"""The support block of x86-64 (x86_64.py says what it does): the listing, and how to unwind through it."""

from __future__ import annotations

from struct import pack

from rejit.arch import SUPPORT_CONSTANTS, SUPPORT_WORDS
from rejit.arch.frames import advance, eh_frame
from rejit.arch.x86_64_code import CIE, assemble

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
    return code + eh_frame(len(code), frames, CIE), labels, len(code)
