"""The machine code of `arch/x86_64*.py` against GNU as, objdump and readelf."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rejit.arch import x86_64, x86_64_hot, x86_64_interrupt, x86_64_support
from rejit.arch.x86_64_code import assemble
from rejit.errors import RelocationOverflow
from rejit.runtime.redirect import is_patchable
from tools import need

LOW, HIGH = -(1 << 31), (1 << 31) - 1
WORD = 0x1122334455667788


def support(words: dict[str, int]) -> bytes:
    return x86_64.support({name: words[name] for name in x86_64.WORDS})[0]


def interrupt(words: dict[str, int]) -> bytes:
    return x86_64_interrupt.interrupt({name: words[name] for name in x86_64_interrupt.INTERRUPT_WORDS})[0]


def hot(words: dict[str, int]) -> bytes:
    return x86_64.hot({name: words[name] for name in x86_64.HOT_WORDS})[0]


LISTINGS = {
    "hot": (x86_64_hot.HOT, x86_64.HOT_WORDS, hot),
    "support": (x86_64_support.SUPPORT, x86_64.WORDS, support),
    "interrupt": (x86_64_interrupt.INTERRUPT, x86_64_interrupt.INTERRUPT_WORDS, interrupt),
}


def assembled(source: str, folder: Path) -> bytes:
    """What GNU as makes of a source: its .text."""
    (folder / "a.s").write_text(source)
    subprocess.run([need("as"), "--fatal-warnings", "-o", "a.o", "a.s"], cwd=folder, check=True)
    subprocess.run([need("objcopy"), "-O", "binary", "-j", ".text", "a.o", "a.bin"], cwd=folder, check=True)
    return (folder / "a.bin").read_bytes()


@pytest.mark.parametrize("name", LISTINGS)
def test_each_line_is_what_the_assembler_makes_of_it(name: str, tmp_path: Path) -> None:
    listing, words, placed = LISTINGS[name]
    source, lines, size = [], [], 0
    for line in listing.splitlines():
        if line.startswith("    "):
            code = bytes.fromhex(line[4:40])
            source.append(line[40:])
            lines.append((size, code, line.strip()))
            size += len(code)
        else:
            source.append(line)
            assert not line or re.fullmatch(r"\w+:", line)
    values = {word: WORD + i for i, word in enumerate(words)}
    if name == "support":
        values |= x86_64.CONSTANT_WORDS
    else:
        values["block_span"] = size
    source += [".balign 8, 0", *(f"{word}: .quad {values[word]:#x}" for word in words)]
    expected = assembled("\n".join(source) + "\n", tmp_path)
    for at, code, line in lines:
        assert code == expected[at : at + len(code)], line
    assert assemble(listing)[0] == expected[:size]
    assert placed(values)[: len(expected)] == expected


# --- cells and gates: objdump reads them back


INSTRUCTION = re.compile(r"^\s*([0-9a-f]+):\t(?:[0-9a-f]{2} )+\s*\t(\S+)\s+([^#]*?)\s*(?:# (0x[0-9a-f]+))?$")


def disassembled(code: bytes, address: int, folder: Path) -> list[tuple[int, str, str, int]]:
    """(address, mnemonic, operands, address of a %rip operand or 0) of each instruction."""
    (folder / "code").write_bytes(code)
    command = [need("objdump"), "-D", "-w", "-b", "binary", "-m", "i386:x86-64", f"--adjust-vma={address:#x}", "code"]
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    found = [INSTRUCTION.match(line) for line in text.splitlines()]
    return [(int(m[1], 16), m[2], m[3], int(m[4] or "0", 16)) for m in found if m]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("objdump")


near = st.integers(LOW, HIGH) | st.sampled_from([LOW, LOW + 1, -1, 0, HIGH - 1, HIGH])
addresses = st.integers(1 << 32, (1 << 47) - (1 << 32)).map(lambda a: a & ~15)
numbers = st.integers(0, (1 << 32) - 1) | st.sampled_from([0, 127, 128, (1 << 31) - 1, 1 << 31, (1 << 32) - 1])


@settings(max_examples=60, deadline=None)
@given(addresses, near, near, numbers, st.integers(1, 4))
@example(1 << 32, LOW, HIGH, (1 << 32) - 1, 1)
@example(1 << 32, HIGH, LOW, 0, 1)
def test_cells(folder: Path, address: int, slot: int, onward: int, first: int, count: int) -> None:
    """Distances count from the end of their instruction; those of later cells are 8 and 16 bytes shorter."""
    first = min(first, (1 << 32) - count)
    slot, onward = max(slot, LOW + 8 * (count - 1)), max(onward, LOW + 16 * (count - 1))
    slots, resolver = address + 6 + slot, address + 16 + onward
    code = x86_64.cells(address, slots, first, count, resolver)
    assert len(code) == count * x86_64.CELL_SIZE
    expected = []
    for i in range(count):
        at, number = address + 16 * i, first + i
        number -= (number >> 31) << 32  # push extends its sign; the resolver reads 32 bits of it
        expected.append((at, "jmp", slots + 8 * i))
        expected.append((at + x86_64.TRAMPOLINE_OFFSET, "push", number & (1 << 64) - 1))
        expected.append((at + 11, "jmp", resolver))
    got = []
    for at, mnemonic, operands, target in disassembled(code, address, folder):
        if mnemonic == "jmp" and operands.startswith("*"):
            assert operands.endswith("(%rip)")
        got.append((at, mnemonic, target or int(operands.lstrip("$"), 16)))
    assert got == expected


OVER = [LOW - 1, HIGH + 1, 1 << 40, -(1 << 63)]


@pytest.mark.parametrize("distance", OVER)
def test_cells_out_of_reach(distance: int) -> None:
    address = 1 << 46
    with pytest.raises(RelocationOverflow, match="cell 7 at 0x400000000000"):
        x86_64.cells(address, address + 6 + distance, 7, 1, address)
    with pytest.raises(RelocationOverflow, match="and the resolver "):
        x86_64.cells(address, address, 7, 1, address + 16 + distance)
    with pytest.raises(RelocationOverflow):
        x86_64.cells(address, address + 6 + LOW, 7, 2, address)  # the second cell is the one that does not reach
    for number in (-1, 1 << 32):
        with pytest.raises(RelocationOverflow):
            x86_64.cells(address, address, number, 1, address)


@settings(max_examples=60, deadline=None)
@given(addresses, st.integers(0, (1 << 64) - 1), st.integers(0, (1 << 32) - 1), near)
@example(1 << 32, 0, 0, LOW)
@example(1 << 32, (1 << 64) - 1, (1 << 32) - 1, HIGH)
def test_gate(folder: Path, address: int, target: int, words: int, onward: int) -> None:
    code = x86_64.gate(address, target, words, address + 21 + onward)
    assert len(code) == x86_64.GATE_SIZE
    movabs, mov, jmp = disassembled(code[:21], address, folder)
    assert movabs == (address, "movabs", f"${target:#x},%r11", 0)
    assert mov == (address + 10, "mov", f"${words:#x},%r10d", 0)
    assert (jmp[1], int(jmp[2], 16)) == ("jmp", (address + 21 + onward) & (1 << 64) - 1)
    assert code[21:] == x86_64.TRAP * 11


@pytest.mark.parametrize("distance", OVER)
def test_gate_out_of_reach(distance: int) -> None:
    with pytest.raises(RelocationOverflow, match="gate at 0x1000 into 0x5"):
        x86_64.gate(4096, 5, 0, 4096 + 21 + distance)
    for target, words in ((5, -1), (5, 1 << 32), (-1, 0), (1 << 64, 0)):
        with pytest.raises(RelocationOverflow):
            x86_64.gate(4096, target, words, 4096)


@settings(max_examples=60, deadline=None)
@given(addresses, near, near)
@example(1 << 32, LOW, HIGH)
@example(1 << 32, HIGH, LOW)
def test_counted_entry(folder: Path, address: int, record: int, onward: int) -> None:
    """A body is entered at ENTRY_OFFSET: one off its calls, and back to the beginning once they are used up."""
    record, onward = max(record, LOW + 30), max(onward, LOW + 30)
    counter, hot_entry, body = address + record, address + 12 + onward, address + x86_64.ENTRY_SIZE
    if not LOW <= counter - (address + 7) <= HIGH or not LOW <= counter - (address + 30) <= HIGH:
        record = 0
        counter = address
    code = x86_64.counted_entry(address, counter, hot_entry)
    assert len(code) == x86_64.ENTRY_SIZE
    lea, call, jmp = disassembled(code[:14], address, folder)
    assert (lea[1], lea[2].split(",")[1], lea[3]) == ("lea", "%r11", counter)
    assert (call[1], int(call[2], 16)) == ("call", hot_entry)
    assert (jmp[1], int(jmp[2], 16)) == ("jmp", body)
    assert code[14 : x86_64.ENTRY_OFFSET] == x86_64.TRAP * 10
    decl, js = disassembled(code[x86_64.ENTRY_OFFSET :], address + x86_64.ENTRY_OFFSET, folder)
    assert (decl[1], decl[3]) == ("decl", counter)
    assert (js[1], int(js[2], 16)) == ("js", address)
    assert js[0] + 2 == body


@pytest.mark.parametrize("distance", OVER)
def test_counted_entry_out_of_reach(distance: int) -> None:
    address = 1 << 46
    with pytest.raises(RelocationOverflow, match="entry at 0x400000000000: its record"):
        x86_64.counted_entry(address, address + 30 + distance, address)
    with pytest.raises(RelocationOverflow, match="and hot_entry"):
        x86_64.counted_entry(address, address, address + 12 + distance)


@settings(max_examples=60, deadline=None)
@given(addresses, near)
@example(1 << 32, LOW)
@example(1 << 32, HIGH)
def test_jump(folder: Path, address: int, onward: int) -> None:
    target = address + 5 + onward
    code = x86_64.jump(address, target)
    assert len(code) == x86_64.JUMP_SIZE
    ((_, mnemonic, operand, _),) = disassembled(code[:5], address, folder)
    assert (mnemonic, int(operand, 16)) == ("jmp", target)
    assert code[5:] == x86_64.TRAP * 3
    assert int.from_bytes(code[x86_64.JUMP_FIELD : x86_64.JUMP_FIELD + 4], "little", signed=True) == onward
    assert is_patchable(address + x86_64.JUMP_FIELD)


@pytest.mark.parametrize("distance", OVER)
def test_jump_out_of_reach(distance: int) -> None:
    with pytest.raises(RelocationOverflow, match="jump at 0x400000000000"):
        x86_64.jump(1 << 46, (1 << 46) + 5 + distance)


# --- unwind tables, as readelf reads them. That they are true is shown by test_x86_64_unwind.py.


def interpreted(frames: bytes, address: int, folder: Path) -> list[tuple[int, int, list[tuple[int, str]]]]:
    """(start, end, [(from here on, "CFA and registers")]) of each FDE of an .eh_frame at `address`."""
    (folder / "frames").write_bytes(frames)
    move = ["--rename-section", ".data=.eh_frame,alloc,load,readonly,data,contents", "--change-addresses", hex(address)]
    command = [need("objcopy"), "-I", "binary", "-O", "elf64-x86-64", *move, "frames", "frames.o"]
    subprocess.run(command, cwd=folder, check=True)
    command = [need("readelf"), "-wF", "frames.o"]
    text = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    out: list[tuple[int, int, list[tuple[int, str]]]] = []
    for line in text.splitlines():
        if header := re.search(r" FDE .* pc=([0-9a-f]+)\.\.([0-9a-f]+)", line):
            out.append((int(header[1], 16), int(header[2], 16), []))
        elif " CIE " in line:
            out.append((0, 0, []))
        elif row := re.match(r"^([0-9a-f]{16}) (.*?)\s*$", line):
            out[-1][2].append((int(row[1], 16), row[2]))
    return [entry for entry in out if entry[1]]


def test_the_support_block_s_tables(folder: Path) -> None:
    """All but a leaf function at the end has one; that of the resolver, in readelf's words."""
    blob, labels, frames = x86_64.support(dict.fromkeys(x86_64.WORDS, WORD))
    base = 0x100000
    tables = interpreted(blob[frames:], base + frames, folder)
    assert [(base + labels[first], base + labels[last]) for first, last, _ in x86_64_support.FRAMES] == [
        t[:2] for t in tables
    ]
    assert frames % 8 == 0
    assert blob.endswith(bytes(4))
    covered = {a for start, end, _ in tables for a in range(start, end)}
    assert covered == set(range(base, base + labels["cpuid"]))
    (rows,) = (t[2] for t in tables if t[0] == base)
    assert [(at - base, re.sub(r"\s+", " ", text)) for at, text in rows] == [
        (labels["resolver"], "rsp+16 u c-8"),
        (labels["resolver_pushed"], "rsp+24 c-24 c-8"),
        (labels["resolver_framed"], "rbp+24 c-24 c-8"),
        (labels["resolver_popped"], "rsp+16 u c-8"),
        (labels["resolver_dropped"], "rsp+8 u c-8"),
    ]


@settings(max_examples=20, deadline=None)
@given(addresses, st.integers(1, 1 << 16), st.integers(LOW + (1 << 21), HIGH - (1 << 21)))
def test_the_cells_tables(folder: Path, address: int, count: int, distance: int) -> None:
    table = address + distance & ~7
    (one,) = interpreted(x86_64.cells_eh_frame(address, table, count), table, folder)
    assert one[:2] == (address, address + count * x86_64.CELL_SIZE)
    assert [re.sub(r"\s+", " ", text) for _, text in one[2]] == ["exp c-8"]
