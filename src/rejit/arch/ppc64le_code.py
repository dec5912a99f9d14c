"""PowerPC instructions as words: Power ISA 3.0B, book I. A writer a mnemonic, operands in the assembler's order.

An operand that does not fit its field is an AssertionError where it is a constant of this project's listings, and an
error of the caller's where it is an address or a distance (`fits` says which do)."""

from __future__ import annotations


def fits(value: int, bits: int, align: int = 1) -> bool:
    """Whether a signed number has so many bits and is a multiple of `align`."""
    return -(1 << bits - 1) <= value < 1 << bits - 1 and value % align == 0


def _d(opcode: int, rt: int, immediate: int, ra: int) -> int:
    """D-form: 16 bits of signed displacement or immediate."""
    assert fits(immediate, 16), immediate
    return opcode << 26 | rt << 21 | ra << 16 | immediate & 0xFFFF


def _ds(opcode: int, extended: int, rt: int, displacement: int, ra: int) -> int:
    """DS-form: a signed displacement that is a multiple of 4."""
    assert fits(displacement, 16, 4), displacement
    return opcode << 26 | rt << 21 | ra << 16 | displacement & 0xFFFC | extended


def _x(opcode: int, extended: int, rt: int, ra: int, rb: int) -> int:
    """X-form and its relatives: three registers."""
    return opcode << 26 | rt << 21 | ra << 16 | rb << 11 | extended << 1


def addi(rt: int, ra: int, value: int) -> int:
    return _d(14, rt, value, ra)


def addis(rt: int, ra: int, value: int) -> int:
    return _d(15, rt, value, ra)


def li(rt: int, value: int) -> int:
    return _d(14, rt, value, 0)


def addic(rt: int, ra: int, value: int) -> int:
    return _d(12, rt, value, ra)


def lis(rt: int, value: int) -> int:
    return _d(15, rt, value, 0)


def lbz(rt: int, displacement: int, ra: int) -> int:
    return _d(34, rt, displacement, ra)


def lwz(rt: int, displacement: int, ra: int) -> int:
    return _d(32, rt, displacement, ra)


def stw(rs: int, displacement: int, ra: int) -> int:
    return _d(36, rs, displacement, ra)


def lfd(frt: int, displacement: int, ra: int) -> int:
    return _d(50, frt, displacement, ra)


def stfd(frs: int, displacement: int, ra: int) -> int:
    return _d(54, frs, displacement, ra)


def ld(rt: int, displacement: int, ra: int) -> int:
    return _ds(58, 0, rt, displacement, ra)


def ldu(rt: int, displacement: int, ra: int) -> int:
    return _ds(58, 1, rt, displacement, ra)


def std(rs: int, displacement: int, ra: int) -> int:
    return _ds(62, 0, rs, displacement, ra)


def stdu(rs: int, displacement: int, ra: int) -> int:
    return _ds(62, 1, rs, displacement, ra)


def stdux(rs: int, ra: int, rb: int) -> int:
    return _x(31, 181, rs, ra, rb)


def ldx(rt: int, ra: int, rb: int) -> int:
    return _x(31, 21, rt, ra, rb)


def lvx(vrt: int, ra: int, rb: int) -> int:
    return _x(31, 103, vrt, ra, rb)


def stvx(vrs: int, ra: int, rb: int) -> int:
    return _x(31, 231, vrs, ra, rb)


def ori(ra: int, rs: int, value: int) -> int:
    assert 0 <= value < 1 << 16
    return 24 << 26 | rs << 21 | ra << 16 | value


def oris(ra: int, rs: int, value: int) -> int:
    assert 0 <= value < 1 << 16
    return 25 << 26 | rs << 21 | ra << 16 | value


def mr(ra: int, rs: int) -> int:
    return _x(31, 444, rs, ra, rs)  # or ra,rs,rs


def or_(ra: int, rs: int, rb: int) -> int:
    return _x(31, 444, rs, ra, rb)


def add(rt: int, ra: int, rb: int) -> int:
    return _x(31, 266, rt, ra, rb)


def neg(rt: int, ra: int) -> int:
    return _x(31, 104, rt, ra, 0)


def mulli(rt: int, ra: int, value: int) -> int:
    return _d(7, rt, value, ra)


def _md(extended: int, ra: int, rs: int, shift: int, mask: int) -> int:
    """MD-form: rotate by `shift`; `mask` is where the mask begins or ends."""
    assert 0 <= shift < 64 and 0 <= mask < 64
    fields = (shift & 31) << 11 | (mask & 31) << 6 | mask >> 5 << 5 | extended << 2 | shift >> 5 << 1
    return 30 << 26 | rs << 21 | ra << 16 | fields


def rldicr(ra: int, rs: int, shift: int, last: int) -> int:
    return _md(1, ra, rs, shift, last)


def rldicl(ra: int, rs: int, shift: int, first: int) -> int:
    return _md(0, ra, rs, shift, first)


def sldi(ra: int, rs: int, shift: int) -> int:
    return rldicr(ra, rs, shift, 63 - shift)


def cmpd(ra: int, rb: int) -> int:
    return _x(31, 0, 1, ra, rb)  # L = 1: 64 bits; into cr0


def cmpld(ra: int, rb: int) -> int:
    return _x(31, 32, 1, ra, rb)


def cmpdi(ra: int, value: int) -> int:
    return _d(11, 1, value, ra)


def cmpwi(ra: int, value: int) -> int:
    return _d(11, 0, value, ra)


def mflr(rt: int) -> int:
    return _x(31, 339, rt, 8, 0)


def mtlr(rs: int) -> int:
    return _x(31, 467, rs, 8, 0)


def mtctr(rs: int) -> int:
    return _x(31, 467, rs, 9, 0)


def mfvrsave(rt: int) -> int:
    return _x(31, 339, rt, 0, 8)


def mtvrsave(rs: int) -> int:
    return _x(31, 467, rs, 0, 8)


def mfcr(rt: int) -> int:
    return _x(31, 19, rt, 0, 0)


def mtcr(rs: int) -> int:
    return 31 << 26 | rs << 21 | 0xFF << 12 | 144 << 1  # mtcrf 255,rs


def mffs(frt: int) -> int:
    return _x(63, 583, frt, 0, 0)


def mtfs(frb: int) -> int:
    return 63 << 26 | 0xFF << 17 | frb << 11 | 711 << 1  # mtfsf 255,frb


def b(distance: int) -> int:
    assert fits(distance, 26, 4), distance
    return 18 << 26 | distance & 0x3FFFFFC


def bl(distance: int) -> int:
    return b(distance) | 1


def _bc(options: int, bit: int, distance: int) -> int:
    assert fits(distance, 16, 4), distance
    return 16 << 26 | options << 21 | bit << 16 | distance & 0xFFFC


def blt(distance: int) -> int:
    return _bc(12, 0, distance)


def bge(distance: int) -> int:
    return _bc(4, 0, distance)


def beq(distance: int) -> int:
    return _bc(12, 2, distance)


def bne(distance: int) -> int:
    return _bc(4, 2, distance)


def bdnz(distance: int) -> int:
    return _bc(16, 0, distance)


def lwarx(rt: int, ra: int, rb: int) -> int:
    return _x(31, 20, rt, ra, rb)


def ldarx(rt: int, ra: int, rb: int) -> int:
    return _x(31, 84, rt, ra, rb)


def stdcx(rs: int, ra: int, rb: int) -> int:
    return _x(31, 214, rs, ra, rb) | 1  # stdcx.


def dcbst(ra: int, rb: int) -> int:
    return _x(31, 54, 0, ra, rb)


def icbi(ra: int, rb: int) -> int:
    return _x(31, 982, 0, ra, rb)


BLR = 0x4E800020
BNSLR = 0x4C830020
BCTR = 0x4E800420
BCTRL = 0x4E800421
SC = 0x44000002
NOP = 0x60000000  # ori 0,0,0
SYNC = 0x7C0004AC
LWSYNC = 0x7C2004AC
ISYNC = 0x4C00012C
TRAP = 0x7FE00008  # tw 31,0,0


def load_address(rt: int, address: int) -> tuple[int, ...]:
    """The five instructions that put a 64-bit number into a register, and nothing else changes."""
    parts = [address >> shift & 0xFFFF for shift in (48, 32, 16, 0)]
    first = parts[0] - (parts[0] >> 15 << 16)
    return (
        lis(rt, first),  # @highest
        ori(rt, rt, parts[1]),  # @higher
        sldi(rt, rt, 32),
        oris(rt, rt, parts[2]),  # @high
        ori(rt, rt, parts[3]),  # @l
    )
