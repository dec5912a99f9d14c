"""AArch64's writers of instructions and fields of relocations against an assembler, over their operands' range."""

from __future__ import annotations

import ctypes
import struct
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rejit.arch import aarch64, aarch64_relocations
from rejit.arch import aarch64_code as code
from rejit.arch import relocation as kinds
from rejit.arch.aarch64_relocations import FIELDS, RELOCATIONS, thunk
from rejit.errors import RelocationOverflow
from rejit.runtime import redirect
from tools import need

Operand = tuple[int, int, int]  # lowest, highest, step
X = (0, 30, 1)
Z = (0, 31, 1)
P = (0, 15, 1)
U12, U16 = (0, 4095, 1), (0, 65535, 1)
PARTS = (0, 48, 16)
SHIFT = (0, 63, 1)
PAIR, PAIR_Q = (-512, 504, 8), (-1024, 1008, 16)
NEAR = (-(1 << 20), (1 << 20) - 4, 4)
FAR = (-(1 << 27), (1 << 27) - 4, 4)

# name -> (the assembler's line, operands)
FORMS: dict[str, tuple[str, tuple[Operand, ...]]] = {
    "movz": ("movz x{},{},lsl {}", (X, U16, PARTS)),
    "movk": ("movk x{},{},lsl {}", (X, U16, PARTS)),
    "mov": ("mov x{},x{}", (X, X)),
    "uxtw": ("mov w{},w{}", (X, X)),
    **{name: (name + " x{},x{},{}", (X, X, U12)) for name in ("add", "sub")},
    "subs_w": ("subs w{},w{},{}", (X, X, U12)),
    "cmn": ("cmn x{},{}", (X, U12)),
    "add_r": ("add x{},x{},x{},lsl {}", (X, X, X, SHIFT)),
    "orr": ("orr x{},x{},x{},lsl {}", (X, X, X, SHIFT)),
    "sub_r": ("sub x{},x{},x{}", (X, X, X)),
    "sub_x": ("sub x{},x{},x{},uxtx {}", (X, X, X, (0, 4, 1))),
    "cmp": ("cmp x{},x{}", (X, X)),
    "bic": ("bic x{},x{},x{}", (X, X, X)),
    "lsl_r": ("lsl x{},x{},x{}", (X, X, X)),
    "lsr": ("lsr x{},x{},{}", (X, X, SHIFT)),
    "ubfx": ("ubfx x{},x{},{},{}", (X, X, (0, 31, 1), (1, 32, 1))),
    "adr": ("adr x{},.+({})", (X, (-(1 << 20), (1 << 20) - 1, 1))),
    **{name: (text + " x{},[x{},{}]", (X, X, (0, 32760, 8))) for name, text in (("ldr", "ldr"), ("str_", "str"))},
    **{name: (text + " w{},[x{},{}]", (X, X, (0, 16380, 4))) for name, text in (("ldr_w", "ldr"), ("str_w", "str"))},
    "ldr_post": ("ldr x{},[x{}],{}", ((0, 14, 1), (15, 30, 1), (-256, 255, 1))),
    "str_post": ("str x{},[x{}],{}", ((0, 14, 1), (15, 30, 1), (-256, 255, 1))),
    "stur": ("stur x{},[x{},{}]", (X, X, (-256, 255, 1))),
    "ldr_l": ("ldr x{},.+({})", (X, NEAR)),
    "ldr_wl": ("ldr w{},.+({})", (X, NEAR)),
    "ldp": ("ldp x{},x{},[x{},{}]", ((0, 14, 1), (15, 30, 1), X, PAIR)),
    "stp": ("stp x{},x{},[x{},{}]", (X, X, X, PAIR)),
    "ldp_d": ("ldp d{},d{},[x{},{}]", ((0, 15, 1), (16, 31, 1), X, PAIR)),
    "stp_d": ("stp d{},d{},[x{},{}]", (Z, Z, X, PAIR)),
    "ldp_q": ("ldp q{},q{},[x{},{}]", ((0, 15, 1), (16, 31, 1), X, PAIR_Q)),
    "stp_q": ("stp q{},q{},[x{},{}]", (Z, Z, X, PAIR_Q)),
    "ldxr": ("ldxr x{},[x{}]", (X, X)),
    "stxr": ("stxr w{},x{},[x{}]", ((0, 9, 1), (10, 19, 1), (20, 30, 1))),
    "b": ("b .+({})", (FAR,)),
    "bl": ("bl .+({})", (FAR,)),
    **{f"b_{c}": (f"b.{c} .+({{}})", (NEAR,)) for c in ("eq", "ne", "hs", "lo", "pl")},
    **{name: (name + " x{},.+({})", (X, NEAR)) for name in ("cbz", "cbnz")},
    **{f"{name}_w": (name + " w{},.+({})", (X, NEAR)) for name in ("cbz", "cbnz")},
    **{name: (name + " x{}", (X,)) for name in ("br", "blr")},
    **{f"mrs_{name}": (f"mrs x{{}},{name}", (X,)) for name in ("fpcr", "fpsr")},
    **{f"msr_{name}": (f"msr {name},x{{}}", (X,)) for name in ("fpcr", "fpsr")},
    "mrs_ctr": ("mrs x{},ctr_el0", (X,)),
    "mrs_tp": ("mrs x{},tpidr_el0", (X,)),
    "dc_cvau": ("dc cvau,x{}", (X,)),
    "ic_ivau": ("ic ivau,x{}", (X,)),
    "addvl": ("addvl x{},x{},{}", (X, X, (-32, 31, 1))),
    "ldr_z": ("ldr z{},[x{},{},mul vl]", (Z, X, (-256, 255, 1))),
    "str_z": ("str z{},[x{},{},mul vl]", (Z, X, (-256, 255, 1))),
    "ldr_p": ("ldr p{},[x{},{},mul vl]", (P, X, (-256, 255, 1))),
    "str_p": ("str p{},[x{},{},mul vl]", (P, X, (-256, 255, 1))),
}
# With sp or xzr, and what depends on where it stands.
OTHERS = {
    "add x29,sp,16": code.add(29, code.SP, 16),
    "sub sp,sp,784": code.sub(code.SP, code.SP, 784),
    "mov x29,sp": code.mov_sp(29, code.SP),
    "mov sp,x29": code.mov_sp(code.SP, 29),
    "sub sp,sp,x3,lsl 4": code.sub_x(code.SP, code.SP, 3, 4),
    "stp xzr,xzr,[sp,16]": code.stp(31, 31, code.SP, 16),
    "stur x30,[sp,-8]": code.stur(30, code.SP, -8),
    "addvl sp,sp,-17": code.addvl(code.SP, code.SP, -17),
    "msr fpcr,xzr": code.msr_fpcr(code.XZR),
    "ret": code.RET,
    "nop": code.NOP,
    "hint 34": code.BTI_C,
    "isb": code.ISB,
    "dsb ish": code.DSB_ISH,
    "dmb ish": code.DMB_ISH,
    "svc 0": code.SVC,
    "brk 0": code.BRK,
}


def assemble(lines: list[str], folder: Path) -> list[int]:
    source, out, binary = folder / "x.s", folder / "x.o", folder / "x.bin"
    source.write_text("\n".join(["\t.arch armv8.2-a+sve", "\t.text", *lines]) + "\n")
    subprocess.run([need("aarch64-linux-gnu-as"), "-o", out, source], check=True)
    subprocess.run([need("aarch64-linux-gnu-objcopy"), "-O", "binary", "-j", ".text", out, binary], check=True)
    return [word for (word,) in struct.iter_unpack("<I", binary.read_bytes())]


def words(numbers: list[int]) -> list[str]:
    return [f"{number:08x}" for number in numbers]


@st.composite
def instructions(draw: st.DrawFn) -> tuple[str, tuple[int, ...]]:
    name = draw(st.sampled_from(sorted(FORMS)))
    values = []
    for low, high, step in FORMS[name][1]:
        number = st.integers(low // step, high // step).map(lambda n, step=step: n * step)
        values.append(draw(st.sampled_from([low, low + step, high - step, high]) | number))
    return name, tuple(values)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(instructions(), min_size=60, max_size=120))
def test_instructions(tmp_path_factory: pytest.TempPathFactory, chosen: list[tuple[str, tuple[int, ...]]]) -> None:
    lines = [FORMS[name][0].format(*values) for name, values in chosen]
    expected = assemble(lines, tmp_path_factory.mktemp("as"))
    for line, (name, values), word in zip(lines, chosen, expected, strict=True):
        assert f"{getattr(code, name)(*values):08x}" == f"{word:08x}", line


def test_every_writer_is_tried(tmp_path: Path) -> None:
    """At both ends of every operand; and there is none that is not."""
    here = {n for n, f in vars(code).items() if callable(f) and f.__module__ == code.__name__ and n[0] != "_"}
    assert here - {"fits", "mov_sp", "adrp"} == set(FORMS)
    cases = list(OTHERS.items())
    for name, (form, operands) in FORMS.items():
        for end in (0, 1):
            values = [operand[end] for operand in operands]
            cases.append((form.format(*values), getattr(code, name)(*values)))
    found = assemble([text for text, _ in cases], tmp_path)
    assert words(found) == words([word for _, word in cases])


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("movz", (0, 1 << 16)),
        ("movk", (0, 1, 8)),
        ("add", (0, 0, 4096)),
        ("sub", (0, 0, -1)),
        ("ldr", (0, 0, 4)),
        ("ldr", (0, 0, 32768)),
        ("str_w", (0, 0, 16384)),
        ("stp", (0, 1, 2, 512)),
        ("stp_q", (0, 1, 2, 8)),
        ("ldr_post", (0, 1, 256)),
        ("b", (1 << 27,)),
        ("bl", (-(1 << 27) - 4,)),
        ("b", (2,)),
        ("b_eq", (1 << 20,)),
        ("adr", (0, 1 << 20)),
        ("adrp", (0, 1 << 32)),
        ("adrp", (0, 1)),
        ("sub_x", (0, 0, 0, 5)),
        ("ubfx", (0, 0, 32, 33)),
        ("addvl", (0, 0, 32)),
        ("str_z", (0, 0, 256)),
    ],
)
def test_operands_that_do_not_fit(name: str, values: tuple[int, ...]) -> None:
    with pytest.raises(AssertionError):
        getattr(code, name)(*values)


# -- relocations ---------------------------------------------------------------------------------------------------

# type -> (an instruction with the value in it, and with none; lowest, highest, step): aaelf64, table 5.7. What is not
# checked (_NC) takes any value, and what is written depends on its low bits only.
TYPES: dict[int, tuple[str, str, int, int, int]] = {
    263: ("movz x1,{}", "movz x1,0", 0, (1 << 16) - 1, 1),
    265: ("movz x1,{}>>16,lsl 16", "movz x1,0,lsl 16", 0, (1 << 32) - 1, 1),
    267: ("movz x1,{}>>32,lsl 32", "movz x1,0,lsl 32", 0, (1 << 48) - 1, 1),
    269: ("movk x1,({}>>48)&65535,lsl 48", "movk x1,0,lsl 48", 0, (1 << 64) - 1, 1),
    264: ("movk x1,{}&65535", "movk x1,0", 0, (1 << 62), 1),
    266: ("movk x1,({}>>16)&65535,lsl 16", "movk x1,0,lsl 16", 0, (1 << 62), 1),
    268: ("movk x1,({}>>32)&65535,lsl 32", "movk x1,0,lsl 32", 0, (1 << 62), 1),
    273: ("ldr x1,.+({})", "ldr x1,.", *NEAR),
    274: ("adr x1,.+({})", "adr x1,.", -(1 << 20), (1 << 20) - 1, 1),
    277: ("add x1,x2,({})&4095", "add x1,x2,0", 0, 1 << 62, 1),
    278: ("ldrb w1,[x2,({})&4095]", "ldrb w1,[x2]", 0, 1 << 62, 1),
    279: ("tbz x1,35,.+({})", "tbz x1,35,.", -(1 << 15), (1 << 15) - 4, 4),
    280: ("b.eq .+({})", "b.eq .", *NEAR),
    282: ("b .+({})", "b .", *FAR),
    283: ("bl .+({})", "bl .", *FAR),
    284: ("ldrh w1,[x2,({})&4095]", "ldrh w1,[x2]", 0, 1 << 62, 2),
    285: ("ldr w1,[x2,({})&4095]", "ldr w1,[x2]", 0, 1 << 62, 4),
    286: ("ldr x1,[x2,({})&4095]", "ldr x1,[x2]", 0, 1 << 62, 8),
    299: ("ldr q1,[x2,({})&4095]", "ldr q1,[x2]", 0, 1 << 62, 16),
    309: ("ldr x1,.+({})", "ldr x1,.", *NEAR),
    312: ("ldr x1,[x2,({})&4095]", "ldr x1,[x2]", 0, 1 << 62, 8),
    563: ("ldr x1,[x0,({})&4095]", "ldr x1,[x0]", 0, 1 << 62, 8),
    564: ("add x0,x0,({})&4095", "add x0,x0,0", 0, 1 << 62, 1),
}
PAGES = (275, 311, 562)
SIGNED = {270: 0, 271: 1, 272: 2, 287: 0, 289: 1, 291: 2}
DATA = {257: "ANY", 258: "ANY", 259: "ANY", 260: "SIGNED", 261: "SIGNED", 262: "ANY", 314: "SIGNED", 315: "SIGNED"}


def test_the_table_is_tried_whole() -> None:
    applied = {number for number, made in RELOCATIONS.items() if made.kind not in (kinds.NOTHING, kinds.REFUSED)}
    assert applied == {*TYPES, *PAGES, 276, *SIGNED, *DATA, 288, 290, 292, 293}


def written(number: int, word: int, value: int) -> int:
    buffer = bytearray(struct.pack("<I", word))
    FIELDS[number][1](buffer, 0, value)
    return int.from_bytes(buffer, "little")


def test_fields_against_the_assembler(tmp_path: Path) -> None:
    """At the ends of every range, and in its middle; whatever was in the field before."""
    lines, found = [], []
    for number, (line, empty, low, high, step) in TYPES.items():
        some = 0x123456789ABCDEF0 // step * step
        for value in (low, low + step, (some if low <= some <= high else step), high - step, high):
            lines += [empty, line.format(value)]
            found.append((number, value))
    both = assemble(lines, tmp_path)
    for (number, value), word, expected in zip(found, both[::2], both[1::2], strict=True):
        assert f"{written(number, word, value):08x}" == f"{expected:08x}", (RELOCATIONS[number], value)
        again = written(number, written(number, word, TYPES[number][4]), value)
        assert again == expected, RELOCATIONS[number]


def test_pages_against_the_linker(tmp_path: Path) -> None:
    """`adrp`, near both ends and where the distance is negative, as GNU ld has it."""
    source, out, linked, binary = (tmp_path / name for name in ("x.s", "x.o", "x", "x.bin"))
    place = 0x200000000
    targets = [place - (1 << 32), place - 4096, place, place + 0x1FFF, place + 0x12345678, place + (1 << 32) - 1]
    lines = [f"\t.set t{i},{target:#x}\n\t.globl t{i}" for i, target in enumerate(targets)]
    source.write_text("\n".join(["\t.globl _start\n_start:", *(f"\tadrp x1,t{i}" for i in range(6)), *lines]) + "\n")
    subprocess.run([need("aarch64-linux-gnu-as"), "-o", out, source], check=True)
    subprocess.run([need("aarch64-linux-gnu-ld"), f"-Ttext={place:#x}", "-o", linked, out], check=True)
    subprocess.run([need("aarch64-linux-gnu-objcopy"), "-O", "binary", "-j", ".text", linked, binary], check=True)
    expected = [word for (word,) in struct.iter_unpack("<I", binary.read_bytes())]
    for number in (*PAGES, 276):
        found = [written(number, 0x90000001, (target & -4096) - place) for target in targets]
        assert words(found) == words(expected)
    assert words([code.adrp(1, (target & -4096) - place) for target in targets]) == words(expected)


@pytest.mark.parametrize("number", SIGNED)
def test_signed_parts(number: int) -> None:
    """`movz` for what is not negative, `movn` of its complement for what is."""
    part = SIGNED[number]
    limit = 1 << 16 * (part + 1)
    for value in (0, 1, limit - 1, -1, -limit, -(limit // 2)):
        word = written(number, 0xD2800001 | part << 21, value)
        moved = (word >> 5 & 0xFFFF) << 16 * part
        got = moved if word >> 30 & 1 else ~moved
        assert got >> 16 * part == value >> 16 * part
        assert word & 31 == 1 and word >> 21 & 3 == part
    for value in (limit, -limit - 1):
        with pytest.raises(struct.error):
            written(number, 0xD2800001, value)


def test_the_other_parts() -> None:
    for part, number in enumerate((288, 290, 292)):
        assert written(number, 0xF2800001, 0x123456789ABCDEF0) >> 5 & 0xFFFF == 0x123456789ABCDEF0 >> 16 * part & 0xFFFF
    assert written(293, 0xD2E00001, 0x123456789ABCDEF0) == 0xD2E00001 | 0x1234 << 5
    assert written(293, 0xD2E00001, -1) == 0x92E00001  # movn x1,0,lsl 48


@pytest.mark.parametrize("number", DATA)
def test_data(number: int) -> None:
    size, bits = RELOCATIONS[number].size, 8 * RELOCATIONS[number].size
    low, high = -(1 << bits - 1), (1 << bits) - 1 if DATA[number] == "ANY" else (1 << bits - 1) - 1
    for value in (low, low + 1, 0, high - 1, high):
        buffer = bytearray(size)
        FIELDS[number][1](buffer, 0, value)
        assert int.from_bytes(buffer, "little") == value % (1 << bits)


@pytest.mark.parametrize("number", [*(n for n in TYPES if RELOCATIONS[n].high < 1 << 63), *PAGES, *DATA])
def test_values_outside_are_refused(number: int) -> None:
    relocation = RELOCATIONS[number]
    steps = {**{n: form[4] for n, form in TYPES.items()}, **dict.fromkeys(PAGES, 4096)}
    step = steps.get(number, 1)
    for value in (relocation.low - step, relocation.high + step):
        buffer = bytearray(8)
        with pytest.raises(struct.error):
            relocation.write(buffer, 0, value)
        with pytest.raises(RelocationOverflow, match=r"the_symbol.*is outside"):
            relocation.apply(buffer, 0, value, "the_symbol")
        assert buffer == bytes(8)


@pytest.mark.parametrize("number", [n for n, form in TYPES.items() if form[4] > 1] + list(PAGES))
def test_values_that_are_not_aligned_are_refused(number: int) -> None:
    with pytest.raises(struct.error):
        written(number, 0, 1)


def test_thunks(tmp_path: Path) -> None:
    """To a function anywhere, and to what a slot holds."""
    target, slot = 0x123456789ABCDEF0, 0x7F1234567890
    lines = ["stur x30,[sp,-8]", "ldr x16,.+12", "br x16", "brk 0", f".quad {target:#x}"]
    lines += ["ldr x16,.+16", "ldr x16,[x16]", "br x16", "brk 0", f".quad {slot:#x}"]
    assert thunk(target) + thunk(target, slot) == struct.pack("<12I", *assemble(lines, tmp_path))
    assert len(thunk(target)) == len(thunk(target, slot)) == aarch64_relocations.THUNK_SIZE


def test_a_flush_is_what_the_architecture_asks_for() -> None:
    """Arm ARM, B2.4.4: clean the data, wait, discard the code, wait, `isb`; then the other threads' (membarrier)."""
    support, labels, _ = aarch64.support(dict.fromkeys(aarch64.WORDS, 0))
    found = [word for (word,) in struct.iter_unpack("<I", support[labels["flush"] : labels[aarch64.WORDS[0]]])]
    maintenance = [code.dc_cvau(2), code.DSB_ISH, code.ic_ivau(2), code.DSB_ISH, code.ISB, code.SVC]
    assert [word for word in found if word in maintenance][:6] == maintenance
    membarrier = [code.movz(0, 1 << 5), code.movz(1, 0), code.movz(2, 0), code.movz(8, 283), code.SVC]
    assert found[found.index(code.ISB) + 1 :][:5] == membarrier


LAST = (1 << 27) - 4


@pytest.mark.parametrize("mnemonic", ["bl", "b"])
@pytest.mark.parametrize("distance", [-LAST - 4, -4, 0, 4, LAST])
def test_a_patched_branch_stays_what_it_is(mnemonic: str, distance: int, tmp_path: Path) -> None:
    """A call a call, a tail call a tail call, at both ends of their reach and no farther."""
    before, after = assemble([f"{mnemonic} .+{LAST}", f"{mnemonic} .+({distance})"], tmp_path)
    word = ctypes.c_uint32(before)
    field = ctypes.addressof(word)
    assert aarch64_relocations.reaches(field, field + distance)
    assert aarch64_relocations.branch(field, field + distance) == after
    assert not aarch64_relocations.reaches(field, field - LAST - 8)
    assert not aarch64_relocations.reaches(field, field + LAST + 4)


class Thing(SimpleNamespace):
    """Known by its identity."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


@pytest.mark.parametrize("far", [-LAST - 4, LAST])
def test_what_is_farther_goes_through_the_thunk(far: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each call for itself: of two, one reaches just so far as the body, and the other may not."""
    monkeypatch.setattr(redirect, "_types", aarch64_relocations)
    monkeypatch.setattr(redirect, "THUNK_SIZE", aarch64_relocations.THUNK_SIZE)
    monkeypatch.setattr(redirect, "DIRECT_ENTRY", aarch64_relocations.DIRECT_ENTRY)
    words = (ctypes.c_uint32 * 3)(code.bl(0), code.NOP, code.b(0))
    call = ctypes.addressof(words)
    tail, own = call + 8, call + 0x80
    patched: list[tuple[int, int]] = []
    memory: Any = Thing(patch=lambda _, field, word: patched.append((field, word)))
    caller: Any = Thing(sites={})
    callee: Any = Thing(address=call - 0x40, callers={caller: None})
    caller.sites[callee] = [own, call, tail]
    through = [(call, code.bl(0x80)), (tail, code.b(0x78))]
    reached = [(call, code.bl(far)), (tail, code.b(far - 8)) if far > 0 else through[1]]
    beyond = [through[0], (tail, code.b(far - 4)) if far > 0 else through[1]]
    for target, branches in ((call + far, reached), (call + far + (4 if far > 0 else -4), beyond)):
        patched.clear()
        assert redirect.lead_callers(callee, target, memory) == 2
        assert patched == branches
    patched.clear()
    assert redirect.lead_callers(callee, callee.address, memory) == 2
    assert patched == through
    patched.clear()
    assert redirect.leave_callees(caller, memory) == 2
    assert patched == through
    assert not caller.sites and not callee.callers


@pytest.mark.parametrize("number", [n for n, made in RELOCATIONS.items() if made.kind == kinds.REFUSED])
def test_refused_types_say_why(number: int) -> None:
    error = RELOCATIONS[number].unsupported("x", "f")
    assert RELOCATIONS[number].why_refused in str(error) and len(RELOCATIONS[number].why_refused) > 30
