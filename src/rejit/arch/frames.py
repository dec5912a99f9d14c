"""What describes how to unwind through code that no compiler made: the writers of .eh_frame that CPUs share.

Sources: DWARF 5, 6.4.2 (call frame instructions); Linux Standard Base, Core - Generic, 10.6 (.eh_frame)."""

from __future__ import annotations

from struct import pack


def advance(delta: int) -> bytes:
    """DW_CFA_advance_loc in its shortest form, for a code alignment factor of 1."""
    if not delta:
        return b""
    if delta < 0x40:
        return bytes((0x40 | delta,))
    return pack("<BB", 0x02, delta) if delta < 0x100 else pack("<BH", 0x03, delta)


def uleb(value: int) -> bytes:
    """An unsigned LEB128."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes((*out, value))


def def_cfa(register: int, offset: int) -> bytes:
    """The CFA is register + offset."""
    return b"\x0c" + uleb(register) + uleb(offset)


def def_cfa_offset(offset: int) -> bytes:
    """The CFA is that far from the register it was computed from."""
    return b"\x0e" + uleb(offset)


def saved(register: int, offset: int) -> bytes:
    """The register lies at CFA + offset, a multiple of 8 (DW_CFA_offset, or its signed form)."""
    assert offset % 8 == 0
    if offset <= 0:
        factored = uleb(offset // -8)
        return bytes((0x80 | register,)) + factored if register < 64 else b"\x05" + uleb(register) + factored
    assert offset <= 0x200
    return b"\x11" + uleb(register) + bytes((offset // -8 & 0x7F,))  # a signed LEB128 of one byte


def cfa_at(register: int, offset: int) -> bytes:
    """The CFA is the word at register + offset (DW_CFA_def_cfa_expression)."""
    expression = _place(register, offset) + b"\x06"  # DW_OP_deref
    return b"\x0f" + uleb(len(expression)) + expression


def saved_at(saved_register: int, register: int, offset: int) -> bytes:
    """The first register lies at the second + offset (DW_CFA_expression)."""
    expression = _place(register, offset)
    return b"\x10" + uleb(saved_register) + uleb(len(expression)) + expression


def _place(register: int, offset: int) -> bytes:
    """register + offset: DW_OP_breg."""
    assert register < 32 and 0x40 <= offset < 0x2000
    return bytes((0x70 + register, offset & 0x7F | 0x80, offset >> 7))  # a signed LEB128 of two bytes


def restored(register: int) -> bytes:
    """The register is where the CIE says."""
    return bytes((0xC0 | register,)) if register < 64 else b"\x06" + uleb(register)


REMEMBER, RESTORE = b"\x0a", b"\x0b"  # DW_CFA_remember_state, DW_CFA_restore_state


def cie(return_address: int, instructions: bytes, signal: bool = False) -> bytes:
    """A CIE with code alignment 1, data alignment -8 and FDE addresses as pcrel sdata4; `signal`: of frames that were
    interrupted, whose address is not that of a call's return."""
    body = b"\0\0\0\0" + (b"\x01zRS\0" if signal else b"\x01zR\0") + b"\x01\x78" + uleb(return_address) + b"\x01\x1b"
    body += instructions
    body += bytes(-(len(body) + 4) % 8)
    return pack("<I", len(body)) + body


def eh_frame(at: int, frames: list[tuple[int, int, bytes]], common: bytes) -> bytes:
    """An .eh_frame at offset `at` for (start, length, instructions) of the same blob, with its terminator."""
    out = bytearray(common)
    for start, length, instructions in frames:
        body = b"\x00" + instructions  # no augmentation data
        body += bytes(-(len(body) + 4) % 8)
        place = len(out)
        out += pack("<IIiI", 12 + len(body), place + 4, start - (at + place + 8), length) + body
    return bytes(out + bytes(4))
