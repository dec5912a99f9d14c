"""Each relocation at the ends of its range, against what GNU ld makes of it, and those that LLVM emits."""

from __future__ import annotations

import re
import struct
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from test_ppc64le_code import assemble

from rejit import arch
from rejit.arch import ppc64le, ppc64le_relocations
from rejit.arch import relocation as kinds
from rejit.arch.ppc64le_relocations import FIELDS, RELOCATIONS
from rejit.arch.relocation import Relocation, describe
from rejit.errors import RelocationOverflow, UnsupportedRelocation
from rejit.link import elf
from rejit.runtime import redirect
from tools import need

HERE = Path(__file__).parent
APPLIED = [r for r in RELOCATIONS.values() if r.size]
REFUSED = [r for r in RELOCATIONS.values() if r.kind == kinds.REFUSED]
BL_NOP = struct.pack("<II", 0x48000001, 0x60000000)
BL_LD = struct.pack("<II", 0x48000001, 0xE8410018)  # ld 2,24(1)

# OpenPOWER ABI 1.5, table 3.20, suffix -> (lowest, highest, step, what is written of a value)
ENDS = {
    "16": (-(1 << 15), (1 << 15) - 1, 1, lambda v: v),
    "16_LO": (-(1 << 64), 1 << 64, 1, lambda v: v),
    "16_HI": (-(1 << 31), (1 << 31) - 1, 1, lambda v: v >> 16),
    "16_HA": (-(1 << 31) - 0x8000, (1 << 31) - 0x8001, 1, lambda v: v + 0x8000 >> 16),
    "16_DS": (-(1 << 15), (1 << 15) - 4, 4, lambda v: v),
    "16_LO_DS": (-(1 << 64), 1 << 64, 4, lambda v: v),
    "REL24": (-(1 << 25), (1 << 25) - 4, 4, lambda v: v),
    "ADDR32": (0, (1 << 32) - 1, 1, lambda v: v),
    "REL32": (-(1 << 31), (1 << 31) - 1, 1, lambda v: v),
    "ADDR64": (-(1 << 63), (1 << 64) - 1, 1, lambda v: v),
    "REL64": (-(1 << 63), (1 << 63) - 1, 1, lambda v: v),
    "DTPREL64": (-(1 << 63), (1 << 63) - 1, 1, lambda v: v),
}


def _ends(relocation: Relocation):  # type: ignore[no-untyped-def]
    return next(ENDS[key] for key in sorted(ENDS, key=len, reverse=True) if relocation.name.endswith(key))


def _written(relocation: Relocation, part: int) -> tuple[bytes, bytes]:
    """A field before, in a buffer of its own, and after: what else is in its words stays, or is as it must be."""
    if relocation.kind == kinds.CALL:
        return BL_NOP, struct.pack("<I", 0x48000001 | part & 0x3FFFFFC) + BL_LD[4:]
    size = relocation.size
    if relocation.name.endswith("DS"):
        return b"\x02\0", (part & 0xFFFC | 2).to_bytes(2, "little")
    return b"\xcc" * size, (part % (1 << 8 * size)).to_bytes(size, "little")


@pytest.mark.parametrize("relocation", APPLIED, ids=lambda r: r.name)
def test_range_ends(relocation: Relocation) -> None:
    low, high, step, part = _ends(relocation)
    kind, write = FIELDS[relocation.number]
    assert kind == relocation.kind
    for value in (low, low + step, 0, step, high - step, high):
        before, after = _written(relocation, part(value))
        buffer, fast = bytearray(before), bytearray(before)
        relocation.apply(buffer, 0, value)
        write(fast, 0, value)
        assert buffer == fast == after, hex(value)
    before, _ = _written(relocation, 0)
    for value in (low - step, high + step, *((low + 1, high - 1) if step > 1 else ())):
        buffer = bytearray(before)
        with pytest.raises(struct.error):
            write(bytearray(before), 0, value)
        with pytest.raises(RelocationOverflow) as caught:
            relocation.apply(buffer, 0, value, "the_symbol", "the_function")
        assert buffer == before
        for text in (relocation.name, "the_symbol", "the_function", hex(value)):
            assert text in str(caught.value)


@pytest.mark.parametrize("code", [BL_NOP[:4], b"\0\0\0\x48" + BL_NOP[4:], BL_NOP[:4] + b"\x01\x02\x03\x04"])
def test_a_call_has_room_for_the_restoring_of_the_toc(code: bytes) -> None:
    """Tail calls, and calls that are taken to share their caller's TOC, are refused."""
    with pytest.raises(UnsupportedRelocation, match="nop"):
        FIELDS[10][1](bytearray(code), 0, 64)


@pytest.mark.parametrize("relocation", REFUSED, ids=lambda r: r.name)
def test_refused_types_say_why(relocation: Relocation) -> None:
    with pytest.raises(UnsupportedRelocation) as caught:
        describe(ppc64le_relocations, relocation.number, "errno_like", "f")
    for part in (relocation.name, "errno_like", relocation.why_refused):
        assert part and part in str(caught.value)


def test_unknown_types_are_refused() -> None:
    with pytest.raises(UnsupportedRelocation, match="relocation type 132 against 'x': unknown for PowerPC64"):
        describe(ppc64le_relocations, 132, "x")  # R_PPC64_PCREL34


# Names of types, and what makes the assembler emit them; `toc` and `text` are far from each other.
SOURCE = """
    .abiversion 2
    .text
    .globl start
start:
    addis 3,2,value@toc@ha
    addi  3,3,value@toc@l
    ld    3,value@toc@l(3)
    addi  3,2,near@toc
    ld    3,near@toc(2)
    lis   3,value@toc@h
    addis 3,12,value-start@ha
    addi  3,3,value-start@l
    lis   3,value-start@h
    bl    callee
    nop
    .long value-.
    .quad value-.
    .quad value
    .long value
    .globl callee
callee:
    blr
    .data
    .space 0x19ff8
    .globl value
value:
    .quad 1
    .section .toc,"aw"
    .globl near
near:
    .quad 2
"""
KNOWN = {"TOC16", "TOC16_LO", "TOC16_HI", "TOC16_HA", "TOC16_DS", "TOC16_LO_DS", "REL16_LO", "REL16_HI", "REL16_HA",
         "REL24", "REL32", "REL64", "ADDR32", "ADDR64"}  # fmt: skip


def test_against_the_linker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arch, "_target", ppc64le)

    (tmp_path / "a.s").write_text(SOURCE)
    place = ["-Ttext=0x10000000", "-Tdata=0x10020000", "--no-toc-optimize", "--no-tls-optimize", "-e", "start"]
    for command in (
        ["powerpc64le-linux-gnu-as", "-a64", "-mregnames", "a.s", "-o", "a.o"],
        ["powerpc64le-linux-gnu-ld", *place, "a.o", "-o", "a.out"],
        ["powerpc64le-linux-gnu-objcopy", "-O", "binary", "-j", ".text", "a.out", "text"],
    ):
        subprocess.run([need(command[0]), *command[1:]], cwd=tmp_path, check=True)
    listed = subprocess.run(
        [need("powerpc64le-linux-gnu-nm"), "a.out"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    places = {words[2]: int(words[0], 16) for words in map(str.split, listed.splitlines()) if len(words) == 3}
    linked = (tmp_path / "text").read_bytes()
    read = elf.read((tmp_path / "a.o").read_bytes())
    seen = set()
    for section, relocations in read.relocations.items():
        buffer = bytearray(read.content(section))
        for offset, number, symbol, addend in relocations:
            relocation = RELOCATIONS[number]
            value = places[read.symbol_name(symbol)] + addend
            if relocation.kind == kinds.TOC_OFFSET:
                value -= places.get(".TOC.", 0) or _toc(tmp_path)
            elif relocation.kind in (kinds.PC_RELATIVE, kinds.CALL):
                value -= 0x10000000 + offset
            seen.add(relocation.name.removeprefix("R_PPC64_"))
            width = 4 if relocation.kind == kinds.CALL else relocation.size
            relocation.apply(buffer, offset, value, relocation.name)
            assert buffer[offset : offset + width] == linked[offset : offset + width], relocation
    assert seen == KNOWN


def _toc(folder: Path) -> int:
    """ld's TOC pointer: 0x8000 behind the first section that it counts to the TOC."""
    listed = subprocess.run(
        [need("powerpc64le-linux-gnu-readelf"), "-SW", "a.out"], cwd=folder, check=True, capture_output=True, text=True
    ).stdout
    starts = [line.split("]")[1].split() for line in listed.splitlines() if " .got " in line or " .toc " in line]
    return min(int(words[2], 16) for words in starts) + 0x8000


@pytest.mark.parametrize("level", ["-O0", "-O3"])
def test_what_llvm_emits_is_known(level: str, tmp_path: Path) -> None:
    """In position independent code; what it emits otherwise is refused with a reason at worst."""
    include = ["-isystem", "/usr/powerpc64le-linux-gnu/include"]
    for source in ("emulated.c", "emulated.cpp"):
        clang = need("clang++-19" if source.endswith("cpp") else "clang-19")
        for model, allowed in (("-fPIC", False), ("-fno-pic", True)):
            options = ["--target=powerpc64le-linux-gnu", "-mcmodel=medium", level, model, "-w", "-ffunction-sections"]
            command = [clang, *include, *options, "-c", "-o", str(tmp_path / "x.o"), str(HERE / source)]
            subprocess.run(command, check=True, timeout=60)
            listed = subprocess.run(
                [need("powerpc64le-linux-gnu-readelf"), "-rW", "x.o"], cwd=tmp_path, check=True, capture_output=True
            ).stdout.decode()
            found = set(re.findall(r"R_PPC64_\w+", listed))
            known = {r.name for r in RELOCATIONS.values() if allowed or r.kind != kinds.REFUSED}
            assert "R_PPC64_REL24" in found <= known


# -- calls -------------------------------------------------------------------------------------------------------------


class Thing(SimpleNamespace):
    """Known by its identity."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


FIELD, FAR = 0x7F0010000000, 1 << 25


@pytest.mark.parametrize("distance", [-FAR, -4, 4, FAR - 4])
def test_a_branch_reaches_both_ends(distance: int) -> None:
    assert ppc64le_relocations.reaches(FIELD, FIELD + distance)
    word = ppc64le_relocations.branch(FIELD, FIELD + distance)
    assert (word >> 26, word & 3, (word & 0x3FFFFFC ^ FAR) - FAR) == (18, 1, distance)


@pytest.mark.parametrize("distance", [-FAR - 4, FAR])
def test_what_is_farther_goes_through_the_thunk(distance: int, monkeypatch: pytest.MonkeyPatch) -> None:
    types = ppc64le_relocations
    monkeypatch.setattr(redirect, "_types", types)
    monkeypatch.setattr(redirect, "THUNK_SIZE", types.THUNK_SIZE)
    monkeypatch.setattr(redirect, "DIRECT_ENTRY", types.DIRECT_ENTRY)
    assert not types.reaches(FIELD, FIELD + distance)
    patched: list[tuple[int, int]] = []
    memory: Any = Thing(patch=lambda body, field, word: patched.append((field, word)))
    caller: Any = Thing(sites={})
    callee: Any = Thing(address=FIELD - 0x40, callers={caller: None})
    thunk = FIELD + 0x80
    caller.sites[callee] = [thunk, FIELD, FIELD + 8]
    expected = {
        FIELD + distance + types.DIRECT_ENTRY: (thunk, thunk if distance < 0 else FIELD + distance),  # the body's
        FIELD + 0x1000 + types.DIRECT_ENTRY: (FIELD + 0x1000, FIELD + 0x1000),
        callee.address: (thunk, thunk),
    }
    for target, (first, second) in expected.items():
        patched.clear()
        assert redirect.lead_callers(callee, target, memory) == 2
        assert patched == [(FIELD, types.branch(FIELD, first)), (FIELD + 8, types.branch(FIELD + 8, second))]
    patched.clear()
    assert redirect.leave_callees(caller, memory) == 2
    assert patched == [(FIELD, types.branch(FIELD, thunk)), (FIELD + 8, types.branch(FIELD + 8, thunk))]
    assert not caller.sites and not callee.callers


LOAD = ["lis 12,{0:#x}@highest", "ori 12,12,{0:#x}@higher", "sldi 12,12,32", "oris 12,12,{0:#x}@high"]
WHOLE = [*LOAD, "ori 12,12,{0:#x}@l"]
SLOT, TARGET = 0x7F1234568008, 0x7F1234567890


def test_thunks_and_entries(tmp_path: Path) -> None:
    """As the assembler has them."""
    enter = ["mtctr 12", "bctr"]
    high = SLOT + 0x8000 >> 16 << 16
    for made, lines in (
        (
            ppc64le_relocations.thunk(TARGET),
            ["std 2,24(1)", "mflr 0", "std 0,16(1)", *(line.format(TARGET) for line in WHOLE), *enter],
        ),
        (
            ppc64le_relocations.thunk(TARGET, SLOT),
            ["std 2,24(1)", *(x.format(high) for x in LOAD), f"ld 12,{SLOT - high}(12)", *enter, "trap", "trap"],
        ),
        (
            ppc64le_relocations.direct_entry(TARGET),
            ["trap", "trap", "std 2,24(1)", *(line.format(TARGET) for line in WHOLE)],
        ),
    ):
        words = [int.from_bytes(made[at : at + 4], "little") for at in range(0, len(made), 4)]
        assert words == assemble(lines, tmp_path)
    assert len(ppc64le_relocations.thunk(TARGET, SLOT)) == len(ppc64le_relocations.thunk(TARGET)) == 40
