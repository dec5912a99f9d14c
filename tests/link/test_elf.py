"""Objects as assemblers write them, and as nobody should: read() returns or raises BadObject, nothing else."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

import ir_samples
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ir_samples import compiled

from rejit.errors import BadObject, LinkError
from rejit.link import elf
from rejit.link.pieces import split, whole
from tools import need

SAMPLES = [
    compiled(text, level)
    for text, level in (
        (ir_samples.EXCEPTIONS, 0),
        (ir_samples.ARITHMETIC, 2),
        (ir_samples.LABELS, 1),
        (ir_samples.THREAD_LOCALS, 0),
    )
]

EVERY_TYPE = """
    .text
    .globl f
    .type f, @function
f:  movq    g@GOTPCREL(%rip), %rax
    addl    g@GOTPCREL(%rip), %ecx
    call    g@PLT
    leaq    _GLOBAL_OFFSET_TABLE_(%rip), %r15
    movabsq $_GLOBAL_OFFSET_TABLE_-., %r11
    movabsq $g@GOT, %rax
    movabsq $g@GOTOFF, %rax
    movabsq $g@PLTOFF, %rax
    leaq    t@TLSGD(%rip), %rdi
    leaq    t@TLSLD(%rip), %rdi
    leaq    t@DTPOFF(%rax), %rcx
    movq    t@GOTTPOFF(%rip), %rax
    movq    %fs:t@TPOFF, %rax
    movl    $g, %eax
    movq    $g, %rax
    movl    $g@SIZE, %eax
    .size f, .-f
    .data
    .quad   g, g-., g@GOTPCREL, g@SIZE, t@DTPOFF
    .long   g@GOTPCREL, g-.
    .word   g, g-.
    .byte   g, g-.
"""
EXPECTED = {
    ".text": "REX_GOTPCRELX GOTPCRELX PLT32 GOTPC32 GOTPC64 GOT64 GOTOFF64 PLTOFF64 TLSGD TLSLD DTPOFF32 GOTTPOFF "
    "TPOFF32 32 32S SIZE32",
    ".data": "64 PC64 GOTPCREL64 SIZE64 DTPOFF64 GOTPCREL PC32 16 PC16 8 PC8",
}


def _assemble(source: str, folder: Path) -> bytes:
    (folder / "a.s").write_text(source)
    subprocess.run([need("gcc"), "-c", "a.s", "-o", "a.o"], cwd=folder, check=True)
    return (folder / "a.o").read_bytes()


def test_the_types_of_an_assembler(tmp_path: Path) -> None:
    read = elf.read(_assemble(EVERY_TYPE, tmp_path))
    found = {
        read.section_name(section): " ".join(
            read.types.RELOCATIONS[number].name.removeprefix("R_X86_64_") for _, number, _, _ in relocations
        )
        for section, relocations in read.relocations.items()
    }
    assert found == EXPECTED


def test_symbols_and_sections(tmp_path: Path) -> None:
    source = """
    .section .text.f, "axG", @progbits, f, comdat
    .weak f
    .hidden f
f:  ret
    .bss
local: .zero 40
    .comm shared, 24, 16
    .globl constant
    constant = 0x1234
    .globl "name \\303\\274"
    .data
"name \\303\\274": .quad local
    """
    read = elf.read(_assemble(source, tmp_path))
    names = {read.symbol_name(i): i for i in range(1, len(read.symbols))}
    assert read.symbols[names["f"]][1:3] == (elf.STB_WEAK << 4, 2)
    assert read.places[names["f"]] in read.comdat
    assert read.section_name(read.places[names["f"]]) == ".text.f"
    assert read.content(read.places[names["f"]]) == b"\xc3"
    assert (read.places[names["shared"]], read.symbols[names["shared"]][4:]) == (elf.COMMON, (16, 24))
    assert (read.places[names["constant"]], read.symbols[names["constant"]][4]) == (elf.ABSOLUTE, 0x1234)
    assert read.content(read.places[names["local"]]) == b"" and names["local"] < read.first_global
    assert "name \xc3\xbc" in names


def test_more_sections_than_a_header_can_count(tmp_path: Path) -> None:
    source = "".join(f'.section .rodata.s{i},"a"\n.globl g{i}\ng{i}: .byte {i & 255}\n' for i in range(66000))
    read = elf.read(_assemble(source, tmp_path))
    assert len(read.sections) > 66000
    for i in range(read.first_global, len(read.symbols), 999):
        number = int(read.symbol_name(i)[1:])
        assert read.section_name(read.places[i]) == f".rodata.s{number}"
        assert read.content(read.places[i]) == bytes([number & 255])


def _patched(offset: int, layout: str, *values: int) -> bytes:
    content = bytearray(SAMPLES[0])
    struct.pack_into(layout, content, offset, *values)
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "0 bytes are too few"),
        (b"\x7fELF", "4 bytes are too few"),
        (b"define i32 @main() {" * 8, "not an ELF object"),
        (b"!<arch>\n" * 10, "not an ELF object"),
        (_patched(4, "<B", 1), "not a 64-bit"),
        (_patched(5, "<B", 2), "not a 64-bit little-endian"),
        (_patched(16, "<H", 3), "a shared library, not a relocatable object"),
        (_patched(16, "<H", 2), "an executable, not"),
        (_patched(18, "<H", 183), "an object for AArch64, not for x86-64"),
        (_patched(40, "<Q", 1 << 60), "section headers at"),
        (_patched(58, "<H", 63), "section headers of 63 bytes"),
        (_patched(60, "<H", 65000), "65000 section headers"),
        (_patched(62, "<H", 9999), "string table in section 9999"),
    ],
)
def test_what_is_not_an_object_for_this_machine(content: bytes, message: str) -> None:
    with pytest.raises(BadObject, match=message):
        elf.read(content)


def test_every_truncation() -> None:
    for sample in SAMPLES[:2]:
        for size in range(0, len(sample), 7):
            with pytest.raises(BadObject):
                elf.read(sample[:size])


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 1 << 16), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6),
    st.booleans(),
)
def test_damaged_objects(sample: bytes, damage: list[tuple[int, bytes]], at_the_tables: bool) -> None:
    """read() gives BadObject only; what it lets through, split() and whole() take apart or refuse."""
    content = bytearray(sample)
    for position, change in damage:
        start = len(content) - 1 - position % (len(content) // 3) if at_the_tables else position % len(content)
        content[start : start + len(change)] = change
    damaged = bytes(content)
    try:
        elf.read(damaged, debug=True)
    except BadObject:
        return
    for take in (split, whole):
        try:
            take(damaged)
        except (BadObject, LinkError):
            pass


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_random_bytes(content: bytes) -> None:
    with pytest.raises(BadObject):
        elf.read(content)
    with pytest.raises(BadObject):
        elf.read(SAMPLES[0][:64] + content)
