"""Reads .eh_frame: Linux Standard Base 5.0, Core - Generic, 10.6.1 ("The .eh_frame section").

    CIE   length  0         version  augmentation  factors  return register  augmentation data  instructions
    FDE   length  distance  pc_begin  pc_range  augmentation data (LSDA)  instructions
                  `- from this field back to its CIE

A CIE holds what many functions have in common, an FDE describes one range of code. Both start with a length that does
not count itself; a length of 0 ends a table. Only what is needed to hand an FDE to its function is decoded.
"""

from __future__ import annotations

from struct import Struct

from rejit.errors import BadObject

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from rejit.link.elf import Reloc

    # (end, relocations, size of pc_begin)
    Cie: TypeAlias = tuple[int, list[Reloc], int]
    # (start, end, start of its CIE, length of the code, relocations: the first is pc_begin's)
    Fde: TypeAlias = tuple[int, int, int, int, list[Reloc]]

_ENTRY = Struct("<II")

_POINTER_SIZES = {0x0: 8, 0x2: 2, 0x3: 4, 0x4: 8, 0x8: 8, 0xA: 2, 0xB: 4, 0xC: 8}  # DW_EH_PE_absptr, udata2, ...
_DW_EH_PE_OMIT = 0xFF


def parse(content: bytes, relocations: Sequence[Reloc]) -> tuple[dict[int, Cie], list[Fde]]:
    """The entries of a section: CIEs by where they start, FDEs in order. Raises BadObject."""
    cies: dict[int, Cie] = {}
    fdes: list[Fde] = []
    ordered = sorted(relocations)
    taken, count = 0, len(ordered)
    start, size = 0, len(content)
    while start + 8 <= size:
        length, distance = _ENTRY.unpack_from(content, start)
        if length == 0:
            start += 4
            continue
        end = start + 4 + length
        if end > size or length < 4:
            raise BadObject(f".eh_frame+{start:#x}: an entry of {length:#x} bytes does not fit into {size:#x}")
        first = taken
        while taken < count and ordered[taken][0] < end:
            taken += 1
        mine = ordered[first:taken]
        if distance == 0:
            cies[start] = (end, mine, _pointer_size(content, start, end))
        else:
            cie = start + 4 - distance
            if cie not in cies:
                raise BadObject(f".eh_frame+{start:#x}: an FDE whose CIE would be at {cie:#x}, where there is none")
            width = cies[cie][2]
            if not mine or mine[0][0] != start + 8 or start + 8 + 2 * width > end:
                raise BadObject(f".eh_frame+{start:#x}: an FDE without a relocation for the code it describes")
            code = int.from_bytes(content[start + 8 + width : start + 8 + 2 * width], "little")
            fdes.append((start, end, cie, code, mine))
        start = end
    if any(content[start:]):
        raise BadObject(f".eh_frame+{start:#x}: trailing bytes")
    if fdes:
        begin, end, cie, code, mine = fdes[-1]
        fdes[-1] = begin, _without_padding(content, begin, end, cies[cie][2]), cie, code, mine
    return cies, fdes


# Operands of the call frame instructions (DWARF 5, 7.24): a number of bytes, or `u` a LEB128, `b` a block.
_OPERANDS = {
    0x02: "1", 0x03: "2", 0x04: "4", 0x05: "uu", 0x06: "u", 0x07: "u", 0x08: "u", 0x09: "uu", 0x0A: "", 0x0B: "",
    0x0C: "uu", 0x0D: "u", 0x0E: "u", 0x0F: "b", 0x10: "ub", 0x11: "uu", 0x12: "uu", 0x13: "u", 0x14: "uu",
    0x15: "uu", 0x16: "ub", 0x2E: "u", 0x2F: "uu",
}  # fmt: skip


def _without_padding(content: bytes, start: int, end: int, width: int) -> int:
    """Where an FDE ends that is padded like all but the last of a section: to 4 bytes, not 8.

    So a function's piece is the same, byte for byte, wherever it stood in the object it was compiled in."""
    if any(content[end - 4 : end]):
        return end
    try:
        at = start + 8 + 2 * width
        length = content[at]  # of the augmentation data: short in what LLVM writes
        at += 1 + length
        past = at
        while at < end and length < 0x80:
            code = content[at]
            at += 1
            if code == 0:  # DW_CFA_nop
                continue
            for operand in "" if code & 0x40 else "u" if code & 0x80 else _OPERANDS[code]:
                if operand == "u":
                    at = _after_leb128(content, at)
                elif operand == "b":
                    at += 1 + content[at] if content[at] < 0x80 else end
                else:
                    at += int(operand)
            past = at
    except (IndexError, KeyError):
        return end
    return end - 4 if past <= end - 4 and at <= end and length < 0x80 else end


_known: dict[bytes, int] = {}  # what a CIE says before its instructions is the same in nearly every object


def _pointer_size(content: bytes, start: int, end: int) -> int:
    """How many bytes pc_begin takes in the FDEs of a CIE."""
    head = content[start + 8 : min(end, start + 32)]
    width = _known.get(head)
    if width is None:
        try:
            width = _decode_pointer_size(content[:end], start)
        except IndexError:
            raise BadObject(f".eh_frame+{start:#x}: the CIE ends in the middle of a field") from None
        if len(_known) < 64:
            _known[head] = width
    return width


def _decode_pointer_size(content: bytes, start: int) -> int:
    at = start + 8
    version = content[at]
    if version not in (1, 3):
        raise BadObject(f".eh_frame+{start:#x}: CIE version {version}")
    end = content.find(b"\0", at + 1)
    if end < 0:
        raise BadObject(f".eh_frame+{start:#x}: the CIE's augmentation string does not end")
    augmentation = content[at + 1 : end].decode("latin-1")
    at = _after_leb128(content, _after_leb128(content, end + 1))  # code and data alignment factor
    at = at + 1 if version == 1 else _after_leb128(content, at)  # return address register
    if not augmentation:
        return 8
    if augmentation[0] != "z":
        raise BadObject(f".eh_frame+{start:#x}: augmentation {augmentation!r}")
    at = _after_leb128(content, at)
    for letter in augmentation[1:]:
        if letter == "R":
            return _size_of(content[at], start)
        if letter == "P":
            at += 1 + _size_of(content[at], start)
        elif letter == "L":
            at += 1
        elif letter not in "SBG":
            raise BadObject(f".eh_frame+{start:#x}: augmentation {augmentation!r}")
    return 8


def _size_of(encoding: int, start: int) -> int:
    size = _POINTER_SIZES.get(encoding & 0xF)
    if size is None or encoding == _DW_EH_PE_OMIT:
        raise BadObject(f".eh_frame+{start:#x}: pointer encoding {encoding:#x}")
    return size


def _after_leb128(content: bytes, at: int) -> int:
    while content[at] & 0x80:
        at += 1
    return at + 1
