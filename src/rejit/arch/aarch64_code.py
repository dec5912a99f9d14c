"""AArch64 instructions as words: Arm Architecture Reference Manual (DDI 0487), C6 to C8. A writer a mnemonic, operands
in the assembler's order; a suffix where one mnemonic has several forms (`ldr_w`, `stp_q`). 31 is sp or xzr, as there.

An operand that does not fit its field is an AssertionError where it is a constant of this project's listings, and an
error of the caller's where it is an address or a distance (`fits` says which do)."""

from __future__ import annotations

SP = XZR = 31


def fits(value: int, bits: int, align: int = 1) -> bool:
    """Whether a signed number has so many bits and is a multiple of `align`."""
    return -(1 << bits - 1) <= value < 1 << bits - 1 and value % align == 0


def _unsigned(value: int, bits: int, scale: int = 1) -> int:
    assert 0 <= value < scale << bits and value % scale == 0, value
    return value // scale


def _signed(value: int, bits: int, scale: int = 1) -> int:
    assert fits(value, bits + scale.bit_length() - 1, scale), value
    return value // scale & (1 << bits) - 1


def movz(rd: int, value: int, shift: int = 0) -> int:
    """The 16 bits `value << shift`, everything else 0."""
    assert shift in (0, 16, 32, 48)
    return 0xD2800000 | shift // 16 << 21 | _unsigned(value, 16) << 5 | rd


def movk(rd: int, value: int, shift: int = 0) -> int:
    """The same, everything else kept."""
    assert shift in (0, 16, 32, 48)
    return 0xF2800000 | shift // 16 << 21 | _unsigned(value, 16) << 5 | rd


def mov(rd: int, rm: int) -> int:
    return 0xAA0003E0 | rm << 16 | rd  # orr rd,xzr,rm


def mov_sp(rd: int, rn: int) -> int:
    """From or to sp."""
    return add(rd, rn, 0)


def add(rd: int, rn: int, value: int) -> int:
    """Either register may be sp."""
    return 0x91000000 | _unsigned(value, 12) << 10 | rn << 5 | rd


def sub(rd: int, rn: int, value: int) -> int:
    return 0xD1000000 | _unsigned(value, 12) << 10 | rn << 5 | rd


def subs_w(rd: int, rn: int, value: int) -> int:
    return 0x71000000 | _unsigned(value, 12) << 10 | rn << 5 | rd


def cmn(rn: int, value: int) -> int:
    return 0xB100001F | _unsigned(value, 12) << 10 | rn << 5  # adds xzr,rn,#value


def add_r(rd: int, rn: int, rm: int, shift: int = 0) -> int:
    """rn + (rm << shift)."""
    return 0x8B000000 | rm << 16 | _unsigned(shift, 6) << 10 | rn << 5 | rd


def sub_r(rd: int, rn: int, rm: int) -> int:
    return 0xCB000000 | rm << 16 | rn << 5 | rd


def sub_x(rd: int, rn: int, rm: int, shift: int) -> int:
    """rn - (rm << shift); either of the first two may be sp."""
    assert 0 <= shift <= 4
    return 0xCB206000 | rm << 16 | shift << 10 | rn << 5 | rd  # uxtx


def cmp(rn: int, rm: int) -> int:
    return 0xEB00001F | rm << 16 | rn << 5  # subs xzr,rn,rm


def orr(rd: int, rn: int, rm: int, shift: int = 0) -> int:
    """rn | (rm << shift)."""
    return 0xAA000000 | rm << 16 | _unsigned(shift, 6) << 10 | rn << 5 | rd


def bic(rd: int, rn: int, rm: int) -> int:
    return 0x8A200000 | rm << 16 | rn << 5 | rd


def lsl_r(rd: int, rn: int, rm: int) -> int:
    return 0x9AC02000 | rm << 16 | rn << 5 | rd


def lsr(rd: int, rn: int, shift: int) -> int:
    return 0xD340FC00 | _unsigned(shift, 6) << 16 | rn << 5 | rd  # ubfm rd,rn,#shift,#63


def ubfx(rd: int, rn: int, first: int, width: int) -> int:
    """`width` bits from bit `first` on."""
    assert 0 <= first < first + width <= 64
    return 0xD3400000 | first << 16 | first + width - 1 << 10 | rn << 5 | rd


def uxtw(rd: int, rn: int) -> int:
    return 0x2A0003E0 | rn << 16 | rd  # mov wd,wn


def adr(rd: int, distance: int) -> int:
    field = _signed(distance, 21)
    return 0x10000000 | (field & 3) << 29 | field >> 2 << 5 | rd


def adrp(rd: int, distance: int) -> int:
    """The page at a distance, a multiple of 4096, from the page of this instruction."""
    field = _signed(distance, 21, 4096)
    return 0x90000000 | (field & 3) << 29 | field >> 2 << 5 | rd


def ldr(rt: int, rn: int, offset: int = 0) -> int:
    return 0xF9400000 | _unsigned(offset, 12, 8) << 10 | rn << 5 | rt


def str_(rt: int, rn: int, offset: int = 0) -> int:
    return 0xF9000000 | _unsigned(offset, 12, 8) << 10 | rn << 5 | rt


def stur(rt: int, rn: int, offset: int) -> int:
    """Stores at any offset, so below rn too."""
    return 0xF8000000 | _signed(offset, 9) << 12 | rn << 5 | rt


def ldr_w(rt: int, rn: int, offset: int = 0) -> int:
    return 0xB9400000 | _unsigned(offset, 12, 4) << 10 | rn << 5 | rt


def str_w(rt: int, rn: int, offset: int = 0) -> int:
    return 0xB9000000 | _unsigned(offset, 12, 4) << 10 | rn << 5 | rt


def ldr_post(rt: int, rn: int, step: int) -> int:
    """Loads, then adds `step` to rn."""
    return 0xF8400400 | _signed(step, 9) << 12 | rn << 5 | rt


def str_post(rt: int, rn: int, step: int) -> int:
    return 0xF8000400 | _signed(step, 9) << 12 | rn << 5 | rt


def ldr_l(rt: int, distance: int) -> int:
    """The 8 bytes at a distance."""
    return 0x58000000 | _signed(distance, 19, 4) << 5 | rt


def ldr_wl(rt: int, distance: int) -> int:
    """The 4 bytes at a distance."""
    return 0x18000000 | _signed(distance, 19, 4) << 5 | rt


def ldp(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0xA9400000 | _signed(offset, 7, 8) << 15 | rt2 << 10 | rn << 5 | rt


def stp(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0xA9000000 | _signed(offset, 7, 8) << 15 | rt2 << 10 | rn << 5 | rt


def ldp_d(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0x6D400000 | _signed(offset, 7, 8) << 15 | rt2 << 10 | rn << 5 | rt


def stp_d(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0x6D000000 | _signed(offset, 7, 8) << 15 | rt2 << 10 | rn << 5 | rt


def ldp_q(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0xAD400000 | _signed(offset, 7, 16) << 15 | rt2 << 10 | rn << 5 | rt


def stp_q(rt: int, rt2: int, rn: int, offset: int = 0) -> int:
    return 0xAD000000 | _signed(offset, 7, 16) << 15 | rt2 << 10 | rn << 5 | rt


def ldxr(rt: int, rn: int) -> int:
    return 0xC85F7C00 | rn << 5 | rt


def stxr(ws: int, rt: int, rn: int) -> int:
    """ws: 0 if it was stored."""
    return 0xC8007C00 | ws << 16 | rn << 5 | rt


def b(distance: int) -> int:
    return 0x14000000 | _signed(distance, 26, 4)


def bl(distance: int) -> int:
    return 0x94000000 | _signed(distance, 26, 4)


def _condition(condition: int, distance: int) -> int:
    return 0x54000000 | _signed(distance, 19, 4) << 5 | condition


def b_eq(distance: int) -> int:
    return _condition(0, distance)


def b_ne(distance: int) -> int:
    return _condition(1, distance)


def b_hs(distance: int) -> int:
    return _condition(2, distance)


def b_lo(distance: int) -> int:
    return _condition(3, distance)


def b_pl(distance: int) -> int:
    return _condition(5, distance)


def cbz(rt: int, distance: int) -> int:
    return 0xB4000000 | _signed(distance, 19, 4) << 5 | rt


def cbnz(rt: int, distance: int) -> int:
    return 0xB5000000 | _signed(distance, 19, 4) << 5 | rt


def cbz_w(rt: int, distance: int) -> int:
    return 0x34000000 | _signed(distance, 19, 4) << 5 | rt


def cbnz_w(rt: int, distance: int) -> int:
    return 0x35000000 | _signed(distance, 19, 4) << 5 | rt


def br(rn: int) -> int:
    return 0xD61F0000 | rn << 5


def blr(rn: int) -> int:
    return 0xD63F0000 | rn << 5


def mrs_fpcr(rt: int) -> int:
    return 0xD53B4400 | rt


def msr_fpcr(rt: int) -> int:
    return 0xD51B4400 | rt


def mrs_fpsr(rt: int) -> int:
    return 0xD53B4420 | rt


def msr_fpsr(rt: int) -> int:
    return 0xD51B4420 | rt


def mrs_ctr(rt: int) -> int:
    return 0xD53B0020 | rt  # ctr_el0: sizes of cache lines


def mrs_tp(rt: int) -> int:
    return 0xD53BD040 | rt  # tpidr_el0: the thread pointer


def dc_cvau(rt: int) -> int:
    return 0xD50B7B20 | rt


def ic_ivau(rt: int) -> int:
    return 0xD50B7520 | rt


# SVE (C8): a scalable register has VL bytes, a predicate an eighth of them.


def addvl(rd: int, rn: int, times: int) -> int:
    """rn + times * VL; either register may be sp."""
    return 0x04205000 | rn << 16 | _signed(times, 6) << 5 | rd


def _scaled(times: int) -> int:
    field = _signed(times, 9)
    return field >> 3 << 16 | (field & 7) << 10


def ldr_z(zt: int, rn: int, times: int = 0) -> int:
    """The register at rn + times * VL."""
    return 0x85804000 | _scaled(times) | rn << 5 | zt


def str_z(zt: int, rn: int, times: int = 0) -> int:
    return 0xE5804000 | _scaled(times) | rn << 5 | zt


def ldr_p(pt: int, rn: int, times: int = 0) -> int:
    """The predicate at rn + times * VL / 8."""
    return 0x85800000 | _scaled(times) | rn << 5 | pt


def str_p(pt: int, rn: int, times: int = 0) -> int:
    return 0xE5800000 | _scaled(times) | rn << 5 | pt


RET = 0xD65F03C0
NOP = 0xD503201F
BTI_C = 0xD503245F  # what blr, and br through x16 or x17, may lead to
ISB = 0xD5033FDF
DSB_ISH = 0xD5033B9F
DMB_ISH = 0xD5033BBF
SVC = 0xD4000001  # svc #0
BRK = 0xD4200000  # brk #0
