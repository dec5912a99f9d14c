"""The resolver block and the trampolines of x86-64 as LLVM module-level assembly, as a person would write them.

What `support` and `cells` of `x86_64.py` give as bytes, an assembler makes of this text too, byte for byte. Nothing is
compiled from it: it is what `rejit run --dump-ir` and `rejit lli -orc-lazy-debug` show.
"""

from __future__ import annotations

from struct import iter_unpack

from rejit.arch.x86_64_code import assemble
from rejit.arch.x86_64_support import SUPPORT, WORDS


def _module(name: str, lines: list[str]) -> str:
    """A module of nothing but assembly."""
    shown = "\n".join(f'module asm "{line}"' for line in lines)
    return f"; ModuleID = '{name}'\nsource_filename = \"{name}\"\n\n{shown}\n"


def _bytes(data: bytes) -> list[str]:
    return ["  .byte " + ", ".join(f"{b:#04x}" for b in data[at : at + 16]) for at in range(0, len(data), 16)]


def support_size() -> int:
    """Bytes of the support block without its unwind table."""
    code = len(assemble(SUPPORT)[0])
    return code + -code % 8 + 8 * len(WORDS)


def support_module(blob: bytes, address: int) -> str:
    """The IR module of the support block that stands at `address`: `blob` is what `support` made."""
    lines = [f"# the resolver block, at {address:#x}"]
    lines += ["  " + line[40:] if line.startswith("    ") else line for line in SUPPORT.splitlines() if line]
    lines.append("  .balign 8, 0")
    words = support_size() - 8 * len(WORDS)
    for name, (value,) in zip(WORDS, iter_unpack("<Q", blob[words : support_size()]), strict=True):
        lines.append(f"{name}: .quad {value:#x}")
    return _module("rejit resolver block", [*lines, "unwind_table:", *_bytes(blob[support_size() :])])


def cells_module(address: int, slots: int, first: int, count: int, resolver: int, frames: bytes) -> str:
    """The IR module of `count` cells at `address`, as `cells` makes them, and of the unwind table behind them.

    A cell is a function's stub and its trampoline: stub_N jumps through slot N, which leads to trampoline_N until the
    function is compiled."""
    lines = [
        f"# stubs and trampolines, at {address:#x}; their slots, at {slots:#x}, lead to the trampolines",
        "stubs:",
        f".set .Lresolver, stubs{resolver - address:+#x}",
        f".set .Lslots, stubs{slots - address:+#x}",
    ]
    for i in range(count):
        number = first + i
        lines += [
            f"stub_{number}: jmp *.Lslots{8 * i:+#x}(%rip)",
            f"trampoline_{number}: .byte 0x68; .long {number} # push ${number}",
            "  jmp .Lresolver",
        ]
    return _module(f"rejit trampolines {first}", [*lines, "unwind_table:", *_bytes(frames)])
