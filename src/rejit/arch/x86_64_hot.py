"""Hot triggers on x86-64 (rejit.runtime.ring says what records and rings are).

What instrumented code calls when a budget is used up. A record (rdi) is

    record+0 calls left   +4 loop ticks left   +8 turns a tick   +12 what a used-up budget becomes
    record+16 id   +24 continuations, by loop

Both write an entry, id | (loop + 1) << 56, into the ring and wake its reader if that sleeps. No lock, no Python, no
errno; a C call like any other. The entry is stored after the head has been moved, so a reader may find a place that
is still empty. `jit_recompile_hot` answers 0: go on here. `hot_entry` is the same for `counted_entry`, with the
record in r11 and every argument register kept. `jit_loop_hot` fills the budget at rdx anew, with the turns
of a tick, and answers the loop's continuation, or 0.

    ring+0 head: how many entries were written   +8 1 while the reader sleeps (a futex)
    ring+16 how many activations went on in a continuation   +64 RING_ENTRIES entries
"""

from __future__ import annotations

from struct import error, pack, pack_into

from rejit.arch.frames import advance, eh_frame
from rejit.arch.x86_64_code import CIE, TRAP, assemble
from rejit.errors import RelocationOverflow

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
    return code + eh_frame(len(code), [(0, entry, b""), (entry, end - entry, steps)], CIE), labels, len(code)


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
