"""Interrupting a loop on x86-64 (rejit.runtime.interrupt).

`interrupt` is a SIGINT handler (signal, siginfo_t, ucontext_t), one a process. It calls the handler that was there,
then looks where the main thread was interrupted:

in a session's code, and it is not the support block, nor does the thread have the GIL (as in native entries, and in
    gates on their way in or out): the code goes on at the session's `interrupted`, as if it had called that; its red
    zone is left alone. `interrupted` saves what the resolver does not, flags and r11, and goes through the resolver
    to Python. If Python's handlers raise nothing the code goes on where it was.
with the GIL, or in `interrupted`: Python sees to the signal itself, if the thread is not about to leave it. (Stepping
    through `interrupted` would have it save TF, and load it when nobody expects it any more.)
elsewhere, say in a system call that is about to return EINTR: the thread is single-stepped (TF; SIGTRAP comes to
    `interrupt_step`) until it is in one of the first two places; not for long, a memcpy would take for ever. SIGTRAP
    is ours until then: only the context that has TF set gives it back, for in another, a signal handler's on top of
    it, that would leave the stepping one to die of it.

In the last two cases, and if another thread has the signal, a timer asks the main thread again, by a signal of its
own that carries the state's address.

    state+0   thread pointer of the main thread   +8 its PyThreadState   +16 the handler that was there   +24 timer
    state+32  how often the timer may ask yet     +40 struct itimerspec  +72 steps left   +80 1 while SIGTRAP is ours
    state+88  1: only pass the next signal on     +96 first session
    state+104 struct sigaction of the step        +256 that of before

    session+0 next session   +8 start and +16 length of its code   +24, +32 of its support block
    session+40, +48 of the block of its `interrupted`              +56 `interrupted`
"""

from __future__ import annotations

from struct import pack

from rejit.arch.frames import advance, eh_frame
from rejit.arch.x86_64_code import CIE, assemble

STATE_SIZE = 408
HANDLER = 16  # offsets in the state
TIMER = 24
INTERVAL = 56  # it_value
PASS = 88
SESSIONS = 96
STEP = 104
ON_STACK = True  # the handler may run on an alternate stack: it calls nothing of Python's
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
    return code + eh_frame(len(code), [(enter, end - enter, pushed)], CIE), (first, len(code))
