"""Each relocation at the ends of its range, and against what the assembler and GNU ld make of it."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejit.arch import relocation as types
from rejit.arch import x86_64_relocations
from rejit.arch.relocation import Relocation, describe
from rejit.arch.x86_64_relocations import FIELDS, RELOCATIONS
from rejit.errors import RelocationOverflow, UnsupportedRelocation
from tools import need

APPLIED = [r for r in RELOCATIONS.values() if r.size]
REFUSED = [r for r in RELOCATIONS.values() if r.kind == types.REFUSED]


def _name(relocation: Relocation) -> str:
    return relocation.name


# System V psABI 1.0, table 4.9: field and calculation. ANY: signed or unsigned, whichever it is.
PSABI = {
    "64": (8, "ANY", "S + A"),
    "PC32": (4, "SIGNED", "S + A - P"),
    "GOT32": (4, "SIGNED", "G + A"),
    "PLT32": (4, "SIGNED", "L + A - P"),
    "GOTPCREL": (4, "SIGNED", "G + GOT + A - P"),
    "32": (4, "UNSIGNED", "S + A"),
    "32S": (4, "SIGNED", "S + A"),
    "16": (2, "ANY", "S + A"),
    "PC16": (2, "SIGNED", "S + A - P"),
    "8": (1, "ANY", "S + A"),
    "PC8": (1, "SIGNED", "S + A - P"),
    "DTPOFF64": (8, "SIGNED", "DTPOFF(S) + A"),
    "TLSGD": (4, "SIGNED", "GD entry + A - P"),
    "TLSLD": (4, "SIGNED", "LD entry + A - P"),
    "DTPOFF32": (4, "SIGNED", "DTPOFF(S) + A"),
    "GOTTPOFF": (4, "SIGNED", "TPOFF entry + A - P"),
    "PC64": (8, "SIGNED", "S + A - P"),
    "GOTOFF64": (8, "SIGNED", "S + A - GOT"),
    "GOTPC32": (4, "SIGNED", "GOT + A - P"),
    "GOT64": (8, "SIGNED", "G + A"),
    "GOTPCREL64": (8, "SIGNED", "G + GOT + A - P"),
    "GOTPC64": (8, "SIGNED", "GOT + A - P"),
    "GOTPLT64": (8, "SIGNED", "G + A"),
    "PLTOFF64": (8, "SIGNED", "L + A - GOT"),
    "SIZE32": (4, "UNSIGNED", "Z + A"),
    "SIZE64": (8, "ANY", "Z + A"),
    **{f"{prefix}GOTPCRELX": (4, "SIGNED", "G + GOT + A - P")
       for prefix in ("", "REX_", "CODE_4_", "CODE_5_", "CODE_6_")},
    **{f"CODE_{n}_GOTTPOFF": (4, "SIGNED", "TPOFF entry + A - P") for n in (4, 5, 6)},
}  # fmt: skip


def test_the_table_is_the_psabi_s() -> None:
    found = {}
    for relocation in APPLIED:
        bits = 8 * relocation.size
        signs = {
            (-(1 << bits - 1), (1 << bits - 1) - 1): "SIGNED",
            (0, (1 << bits) - 1): "UNSIGNED",
            (-(1 << bits - 1), (1 << bits) - 1): "ANY",
        }
        sign = signs[relocation.low, relocation.high]
        found[relocation.name.removeprefix("R_X86_64_")] = relocation.size, sign, types.EXPRESSIONS[relocation.kind]
    assert found == PSABI


@pytest.mark.parametrize("relocation", APPLIED, ids=_name)
def test_range_ends(relocation: Relocation) -> None:
    size, low, high = relocation.size, relocation.low, relocation.high
    kind, write = FIELDS[relocation.number]
    assert kind == relocation.kind
    for value in (low, low + 1, 0, high - 1, high):
        expected = b"\xcc" + (value % (1 << 8 * size)).to_bytes(size, "little") + b"\xcc"
        buffer, fast = bytearray(b"\xcc" * (size + 2)), bytearray(b"\xcc" * (size + 2))
        relocation.apply(buffer, 1, value)
        write(fast, 1, value)
        assert buffer == fast == expected
    for value in (low - 1, high + 1):
        buffer = bytearray(b"\xcc" * (size + 2))
        with pytest.raises(RelocationOverflow) as caught:
            relocation.apply(buffer, 1, value, "the_symbol", "the_function")
        assert buffer == b"\xcc" * (size + 2)
        with pytest.raises(struct.error):
            write(buffer, 1, value)
        for part in (relocation.name, "the_symbol", "the_function", hex(value), hex(low), hex(high)):
            assert part in str(caught.value)


@given(st.sampled_from(APPLIED), st.integers(-(1 << 65), 1 << 65))
def test_any_value_is_written_whole_or_refused(relocation: Relocation, value: int) -> None:
    buffer = bytearray(relocation.size)
    if relocation.low <= value <= relocation.high:
        relocation.apply(buffer, 0, value)
        assert (int.from_bytes(buffer, "little") - value) % (1 << 8 * relocation.size) == 0
    else:
        with pytest.raises(RelocationOverflow):
            relocation.apply(buffer, 0, value)


@pytest.mark.parametrize("relocation", REFUSED, ids=_name)
def test_refused_types_say_why(relocation: Relocation) -> None:
    assert FIELDS[relocation.number][0] == types.REFUSED
    for attempt in (
        lambda: relocation.apply(bytearray(8), 0, 0, "errno_like", "f"),
        lambda: describe(x86_64_relocations, relocation.number, "errno_like", "f"),
    ):
        with pytest.raises(UnsupportedRelocation) as caught:
            attempt()
        for part in (relocation.name, "errno_like", relocation.why_refused):
            assert part in str(caught.value)
    assert relocation.why_refused


def test_unknown_types_are_refused() -> None:
    with pytest.raises(UnsupportedRelocation, match="relocation type 200 against 'x'"):
        describe(x86_64_relocations, 200, "x")


def test_none_writes_nothing() -> None:
    buffer = bytearray(b"\xcc")
    RELOCATIONS[0].apply(buffer, 0, 0)
    FIELDS[0][1](buffer, 0, 0)
    assert buffer == b"\xcc"


# Instruction or datum, the relocation GNU as makes of it, and the bytes when `here` lies 16 bytes before it.
FIXTURE = [
    ("lea here(%rip), %rax", "PC32", "48 8d 05 e9 ff ff ff"),  #          16 before, 7 long: -23
    ("call here", "PLT32", "e8 eb ff ff ff"),  #                          -21
    (".quad here - .", "PC64", "f0 ff ff ff ff ff ff ff"),  #             -16
    (".long here - .", "PC32", "f0 ff ff ff"),
    (".word here - .", "PC16", "f0 ff"),
    (".byte here - .", "PC8", "f0"),
]


@pytest.mark.parametrize(("source", "name", "expected"), FIXTURE, ids=[f[1] + " " + f[0][:5] for f in FIXTURE])
def test_against_the_assembler(source: str, name: str, expected: str, tmp_path: Path) -> None:
    from rejit.link import elf

    (tmp_path / "a.s").write_text(f".text\n{source}\n")
    subprocess.run([need("gcc"), "-c", "a.s", "-o", "a.o"], cwd=tmp_path, check=True)
    read = elf.read((tmp_path / "a.o").read_bytes())
    ((section, [(offset, number, symbol, addend)]),) = read.relocations.items()
    assert RELOCATIONS[number].name == f"R_X86_64_{name}"
    assert read.symbol_name(symbol) == "here"
    buffer = bytearray(read.content(section))
    RELOCATIONS[number].apply(buffer, offset, -16 + addend - offset)
    assert bytes(buffer) == bytes.fromhex(expected)
