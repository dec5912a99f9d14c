"""What a function looks like: its IR, and the disassembly of each of its bodies.

A body is shown as it was compiled, before it was linked: where the linker filled in an address, its name stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

import capstone

from rejit.arch import host_arch
from rejit.report.story import Body, Function, _shown

# Metadata is numbers that lead out of the function's text.
_ATTACHED = re.compile(r", ![a-z.]+ ![0-9]+|\n    #dbg_[^\n]*")
_NUMBER = re.compile(r"-?(?:0x)?[0-9a-f]+")


def ir_of(text: str) -> str:
    """A function's IR without the metadata that is attached to its instructions."""
    return _shown(_ATTACHED.sub("", text).rstrip())


class Disassembler:
    """Capstone for the machine that this process runs on."""

    def __init__(self) -> None:
        arch, mode, syntax = (getattr(capstone, name) for name in host_arch().CAPSTONE)
        self._engine = capstone.Cs(arch, mode)
        self._engine.syntax = syntax
        self._engine.skipdata = True  # what cannot be decoded is shown as bytes

    def body(self, function: Function, body: Body) -> str:
        """A line for each instruction: offset, mnemonic, operands. '' if the piece does not define the function."""
        _, _, _, content, _, symbols, relocations = body.piece[:7]
        wanted = function.key if body.loop < 0 else f"{function.key}.osr.{body.loop}"
        found = [(at, size) for name, at, size, _ in symbols if name.partition("@@")[0] == wanted]
        if not found:
            return ""
        start, size = found[0]
        fields = sorted((at - start, name, addend) for at, _, name, addend in relocations if 0 <= at - start < size)
        offsets = [at for at, _, _ in fields]
        lines = []
        for address, length, mnemonic, operands in self._engine.disasm_lite(bytes(content[start : start + size]), 0):
            at = bisect_left(offsets, address)
            if at < len(fields) and offsets[at] < address + length:
                operands = _named(operands, *fields[at][1:])
            lines.append(f"{address:4x}  {mnemonic:<8}{operands}")
        return "\n".join(lines)


def _named(operands: str, symbol: str, addend: int) -> str:
    """Operands with the name that the linker has put there."""
    name = "constants" if symbol[:1] in ("\0", ".") else _shown(symbol)
    return name if _NUMBER.fullmatch(operands) else f"{operands:<28} # {name}"


def listings(function: Function, text: str, disassembler: Disassembler) -> list[Any]:
    """[IR, [[heading, disassembly] of each body]]."""
    bodies = []
    for body in function.bodies:
        what = f"tier {body.level}" if body.loop < 0 else f"tier {body.level}, loop {body.loop} going on"
        bodies.append([f"{what}: {body.size:,} bytes, at {body.time:.1f} ms", disassembler.body(function, body)])
    return [ir_of(text), bodies]
