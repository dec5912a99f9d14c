"""Each writer of PowerPC instructions against an assembler, over the whole range of its operands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rejit.arch import ppc64le_code as code
from tools import need

REG = ("r", 0, 31, 1)
S16 = ("s", -(1 << 15), (1 << 15) - 1, 1)
S16X4 = ("s", -(1 << 15), (1 << 15) - 4, 4)
U16 = ("u", 0, (1 << 16) - 1, 1)
SIX = ("u", 0, 63, 1)
FAR = ("d", -(1 << 25), (1 << 25) - 4, 4)
NEAR = ("d", -(1 << 15), (1 << 15) - 4, 4)

# name -> (the assembler's line, operands)
FORMS: dict[str, tuple[str, tuple[tuple[str, int, int, int], ...]]] = {
    "addi": ("addi {},{},{}", (REG, ("r", 1, 31, 1), S16)),
    "addis": ("addis {},{},{}", (REG, ("r", 1, 31, 1), S16)),
    "addic": ("addic {},{},{}", (REG, REG, S16)),
    "li": ("li {},{}", (REG, S16)),
    "lis": ("lis {},{}", (REG, S16)),
    **{name: (name + " {},{}({})", (REG, S16, REG)) for name in ("lbz", "lwz", "stw", "lfd", "stfd")},
    **{name: (name + " {},{}({})", (REG, S16X4, REG)) for name in ("ld", "std")},
    "ldu": ("ldu {},{}({})", (("r", 0, 3, 1), S16X4, ("r", 4, 31, 1))),
    "stdu": ("stdu {},{}({})", (REG, S16X4, ("r", 1, 31, 1))),
    "stdux": ("stdux {},{},{}", (REG, ("r", 1, 31, 1), REG)),
    **{name: (name + " {},{},{}", (REG, REG, REG)) for name in ("ldx", "lvx", "stvx", "add", "lwarx", "ldarx")},
    "stdcx": ("stdcx. {},{},{}", (REG, REG, REG)),
    "or_": ("or {},{},{}", (REG, REG, REG)),
    "ori": ("ori {},{},{}", (REG, REG, U16)),
    "oris": ("oris {},{},{}", (REG, REG, U16)),
    "mr": ("mr {},{}", (REG, REG)),
    "neg": ("neg {},{}", (REG, REG)),
    "mulli": ("mulli {},{},{}", (REG, REG, S16)),
    "rldicr": ("rldicr {},{},{},{}", (REG, REG, SIX, SIX)),
    "rldicl": ("rldicl {},{},{},{}", (REG, REG, SIX, SIX)),
    "sldi": ("sldi {},{},{}", (REG, REG, SIX)),
    "cmpd": ("cmpd {},{}", (REG, REG)),
    "cmpld": ("cmpld {},{}", (REG, REG)),
    "cmpdi": ("cmpdi {},{}", (REG, S16)),
    "cmpwi": ("cmpwi {},{}", (REG, S16)),
    **{name: (name + " {}", (REG,)) for name in ("mflr", "mtlr", "mtctr", "mfcr", "mfvrsave", "mtvrsave", "mffs")},
    "mtcr": ("mtcrf 255,{}", (REG,)),
    "mtfs": ("mtfsf 255,{}", (REG,)),
    "b": ("b .+({})", (FAR,)),
    "bl": ("bl .+({})", (FAR,)),
    **{name: (name + " .+({})", (NEAR,)) for name in ("blt", "bge", "beq", "bne", "bdnz")},
    "dcbst": ("dcbst {},{}", (REG, REG)),
    "icbi": ("icbi {},{}", (REG, REG)),
}
CONSTANTS = {
    "BLR": "blr", "BNSLR": "bnslr", "BCTR": "bctr", "BCTRL": "bctrl", "SC": "sc", "NOP": "nop", "SYNC": "sync",
    "LWSYNC": "lwsync", "ISYNC": "isync", "TRAP": "trap",
}  # fmt: skip


def assemble(lines: list[str], folder: Path) -> list[int]:
    source, out, binary = folder / "x.s", folder / "x.o", folder / "x.bin"
    source.write_text("\n".join(["\t.machine power9", "\t.text", *lines]) + "\n")
    subprocess.run([need("powerpc64le-linux-gnu-as"), "-a64", "-mregnames", "-o", out, source], check=True)
    subprocess.run([need("powerpc64le-linux-gnu-objcopy"), "-O", "binary", "-j", ".text", out, binary], check=True)
    content = binary.read_bytes()
    return [int.from_bytes(content[at : at + 4], "little") for at in range(0, len(content), 4)]


@st.composite
def instructions(draw: st.DrawFn) -> tuple[str, tuple[int, ...]]:
    name = draw(st.sampled_from(sorted(FORMS)))
    values = []
    for _, low, high, step in FORMS[name][1]:
        ends = [low, low + step, high - step, high]
        number = st.integers(low // step, high // step).map(lambda n, step=step: n * step)
        values.append(draw(st.sampled_from(ends) | number))
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
    assert here - {"fits", "load_address"} == set(FORMS)
    cases = []
    for name, (form, operands) in FORMS.items():
        for end in (1, 2):
            values = [operand[end] for operand in operands]
            cases.append((form.format(*values), getattr(code, name)(*values)))
    cases += [(text, getattr(code, name)) for name, text in CONSTANTS.items()]
    assert [f"{word:08x}" for word in assemble([text for text, _ in cases], tmp_path)] == [
        f"{word:08x}" for _, word in cases
    ]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("addi", (3, 3, 1 << 15)),
        ("addi", (3, 3, -(1 << 15) - 1)),
        ("ld", (3, 6, 1)),
        ("std", (3, 1 << 15, 1)),
        ("ori", (3, 3, -1)),
        ("oris", (3, 3, 1 << 16)),
        ("b", (1 << 25,)),
        ("b", (2,)),
        ("bl", (-(1 << 25) - 4,)),
        ("beq", (1 << 15,)),
        ("sldi", (3, 3, 64)),
    ],
)
def test_operands_that_do_not_fit(name: str, values: tuple[int, ...]) -> None:
    with pytest.raises(AssertionError):
        getattr(code, name)(*values)


@pytest.mark.parametrize("address", [0, 1, 0x7FFF8000, 0xFFFF, 0x123456789ABCDEF0, (1 << 64) - 1, 0x8000800080008000])
def test_the_parts_of_an_address(address: int, tmp_path: Path) -> None:
    lines = ["lis 12,x@highest", "ori 12,12,x@higher", "sldi 12,12,32", "oris 12,12,x@high", "ori 12,12,x@l"]
    expected = assemble([f"\t.set x,{address:#x}", *(line.replace("x@", f"{address:#x}@") for line in lines)], tmp_path)
    assert list(code.load_address(12, address)) == expected
