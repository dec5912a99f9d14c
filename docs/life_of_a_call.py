"""Prints the stages of one call, with the real text and bytes; docs/how-it-works.md explains them.

python docs/life_of_a_call.py

What stands in brackets depends on where things lie in memory, and differs from run to run.
"""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple

import capstone

import rejit
from rejit.compile import backend
from rejit.ir.partition import partition
from rejit.link.pieces import split

IR = """\
; ModuleID = 'greet'
source_filename = "greet"
target triple = "x86_64-unknown-linux-gnu"

@.str = private unnamed_addr constant [6 x i8] c"hello\\00", align 1
@count = internal global i32 0, align 4

define i32 @greet() {
entry:
  %n = load i32, ptr @count, align 4
  %m = add i32 %n, 1
  store i32 %m, ptr @count, align 4
  %r = call i32 @puts(ptr @.str)
  ret i32 %m
}

declare i32 @puts(ptr)
"""
CPU = "x86-64"  # not this machine's, so that the code is the same everywhere
COUNTED = 8  # bytes in front of a body at tier 0: decl, js
FIELD = 4  # bytes of each field that the linker fills in here


class Line(NamedTuple):
    """One instruction, or one word of data."""

    at: str
    parts: tuple[tuple[str, bool], ...]  # bytes, and whether they depend on where things lie
    assembly: str

    def __str__(self) -> str:
        data = " ".join(f"[{text}]" if filled else text for text, filled in self.parts)
        return f"{self.at:<6}{data:<28}{self.assembly}".rstrip()


class Life(NamedTuple):
    """Every stage of the call of `greet`."""

    index: str
    partition: str
    names: str
    piece: tuple[Line, ...]
    rest: str  # of the piece: all its bytes, symbols, unwind table
    holes: str  # its relocations
    cell: tuple[Line, ...]
    cell_at: int
    slot_at: int
    resolver_at: int
    slots: tuple[Line, Line, Line]  # before the first call, after it, with the better body
    body: tuple[Line, ...]
    body_at: int
    better: tuple[Line, ...]
    better_at: int
    count_at: int
    retired: int  # bytes of code that were freed when the better body had taken over


def split_at(data: bytes, fields: dict[int, str], base: int) -> tuple[tuple[str, bool], ...]:
    """Bytes in parts, with the fields (offsets from the start of the code) on their own."""
    inside = [at - base for at in fields if base <= at < base + len(data)]
    if not inside:
        return ((data.hex(" "), False),)
    (at,) = inside
    parts = ((data[:at], False), (data[at : at + FIELD], True), (data[at + FIELD :], False))
    return tuple((part.hex(" "), filled) for part, filled in parts if part)


def listing(code: bytes, fields: dict[int, str]) -> tuple[Line, ...]:
    """A line for each instruction, with the names of what the fields lead to."""
    engine = capstone.Cs(capstone.CS_ARCH_X86, capstone.CS_MODE_64)
    engine.syntax = capstone.CS_OPT_SYNTAX_ATT
    lines = []
    for address, length, mnemonic, operands in engine.disasm_lite(code, 0):
        name = next((name for at, name in fields.items() if address <= at < address + length), None)
        if name is None and "(%rip)" in operands:
            name = ".str"  # the only thing that lies in the piece itself
        if name is not None:  # in the place of the number, which may be left out
            operands = re.sub(r"^0x[0-9a-f]+$|(-?(0x)?[0-9a-f]+)?(?=\(%rip\))", name, operands, count=1)
        parts = split_at(code[address : address + length], fields, address)
        lines.append(Line(f"+{address}", parts, f"{mnemonic} {operands}"))
    return tuple(lines)


def memory(address: int, size: int) -> bytes:
    return ctypes.string_at(address, size)


def hexdump(data: bytes, start: int = 0) -> str:
    return "\n".join(f"{at:#04x}  {data[at : at + 16].hex(' ')}" for at in range(start, len(data), 16))


def linked(code: bytes, address: int, count: int) -> tuple[bytes, dict[int, str]]:
    """A body up to its return, and its fields: those that lead to `count` or, by a call, out of it."""
    engine = capstone.Cs(capstone.CS_ARCH_X86, capstone.CS_MODE_64)
    found = {}
    for at, length, mnemonic, _ in engine.disasm_lite(code, 0):
        end = at + length
        target = address + end + int.from_bytes(code[end - FIELD : end], "little", signed=True)
        if mnemonic == "call":
            found[end - FIELD] = "puts"
        elif target == count:
            found[end - FIELD] = "count"
        elif mnemonic == "ret":
            return code[:end], found
    raise ValueError("greet does not return")


def live() -> Life:
    """One life, lived. The program prints two lines."""
    with rejit.Session(workers=0, cache=None) as session:
        session.compile_for(CPU)
        library = session.add(IR, name="greet.ll")
        module = library._module
        index = module.index
        made = partition(index, ["greet"], optnone=True)
        (piece,) = (p for p in split(backend.compile_ir(made.text, session.tier), made.constants) if p[0] == "code")
        _, _, align, content, size, symbols, relocations, unwind = piece
        fields = {at: name for at, _, name, _ in relocations}
        length = symbols[0][2]

        function = module.function("greet")
        cell, slot = function.address, function.slot

        def slot_leads(where: str) -> Line:
            return Line("", ((memory(slot, 8).hex(" "), True),), where)

        before = slot_leads("= cell + 6, trampoline")
        library["greet"]()
        after = slot_leads("= the body")
        body = function.body
        counted = {2: "counter", **{at + COUNTED: name for at, name in fields.items()}}
        lines = list(listing(memory(body, COUNTED + length), counted))
        lines[1] = lines[1]._replace(assembly="js trigger")

        session.recompile(library["greet"], tier=3)
        better, count = function.body, library.data("count").address
        code, found = linked(memory(better, function.code.size), better, count)
        library["greet"]()
        return Life(
            index=f"functions {index.functions}\nvariables {index.variables}\ndeclarations {index.declarations}",
            partition=made.text,
            names=f"constants {sorted(made.constants)}\nreferences {made.references}",
            piece=listing(content[:length], fields),
            rest=f"align {align}, {size} bytes\n{hexdump(content)}\nsymbols {symbols}\nunwind {unwind}",
            holes="\n".join(map(str, relocations)),
            cell=(
                Line("+0", split_at(memory(cell, 6), {2: ""}, 0), "jmp *slot(%rip)"),
                Line("+6", split_at(memory(cell + 6, 5), {}, 0), "push $0"),
                Line("+11", split_at(memory(cell + 11, 5), {1: ""}, 0), "jmp resolver"),
            ),
            cell_at=cell,
            slot_at=slot,
            resolver_at=session.callbacks.label("resolver"),
            slots=(before, after, slot_leads("= the better body")),
            body=tuple(lines),
            body_at=body,
            better=listing(code, found),
            better_at=better,
            count_at=count,
            retired=session.reclaim(),
        )


def sections(life: Life) -> dict[str, str]:
    """What is printed: title -> text."""

    def lines(*which: Line) -> str:
        return "\n".join(map(str, which))

    return {
        "index": life.index,
        "partition": life.partition.rstrip(),
        "names": life.names,
        "piece": lines(*life.piece),
        "its holes": life.holes,
        "all of it": life.rest,
        "before the first call": f"cell {life.cell_at:#x}\n{lines(*life.cell)}\n"
        f"slot {life.slot_at:#x}\n{lines(life.slots[0])}\nresolver {life.resolver_at:#x}",
        "after it": f"slot {life.slot_at:#x}\n{lines(life.slots[1])}",
        "body": f"body {life.body_at:#x}\n{lines(*life.body)}",
        "the better body": f"body {life.better_at:#x}\n{lines(*life.better)}\n"
        f"slot {life.slot_at:#x}\n{lines(life.slots[2])}",
        "count": f"at {life.count_at:#x}",
        "reclaimed": f"{life.retired} bytes",
    }


def main() -> None:
    for title, text in sections(live()).items():
        print(f"== {title}\n{text}\n")


if __name__ == "__main__":
    main()
