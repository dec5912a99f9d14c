"""Listings of x86-64 machine code: each word with its assembly, so that a person reads what a machine runs.

A line that begins with four spaces is an instruction, its bytes in columns 4 to 39 and its assembly behind; any other
line is a label."""

from __future__ import annotations

TRAP = b"\xcc"  # int3

CIE = (
    b"\x14\x00\x00\x00"  # length 20
    b"\x00\x00\x00\x00"  # a CIE
    b"\x01zR\x00"  # version 1, augmentation "zR"
    b"\x01\x78\x10"  # code alignment 1, data alignment -8, return address in column 16
    b"\x01\x1b"  # FDE addresses are pcrel sdata4
    b"\x0c\x07\x08"  # def_cfa rsp+8
    b"\x90\x01"  # return address at cfa-8
    b"\x00\x00"  # nop
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
