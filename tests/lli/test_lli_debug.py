"""`rejit lli -orc-lazy-debug`: what goes to the compiler, and the machine code of laziness as module-level assembly."""

from __future__ import annotations

import random
import re
import struct
import subprocess
from pathlib import Path

import pytest
from lli_runs import real_lli, rejit_lli

from rejit.arch import x86_64, x86_64_module_asm
from rejit.arch.x86_64_code import assemble
from rejit.arch.x86_64_support import SUPPORT
from tools import need

START, END = "----- Module Start -----\n", "----- Module End -----\n"


def assembled(ir: str, folder: Path) -> bytes:
    """What clang makes of a module's assembly: its .text, nothing of which may be left to a linker."""
    (folder / "m.ll").write_text(ir)
    command = [need("clang-19"), "-c", "-Wno-override-module", "--target=x86_64-linux-gnu", "m.ll", "-o", "m.o"]
    subprocess.run(command, cwd=folder, check=True)
    relocations = subprocess.run(
        [need("readelf"), "-rW", "m.o"], cwd=folder, check=True, capture_output=True, text=True
    )
    assert "There are no relocations" in relocations.stdout
    subprocess.run([need("objcopy"), "-O", "binary", "-j", ".text", "m.o", "m.bin"], cwd=folder, check=True)
    return (folder / "m.bin").read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_the_resolver_block_as_assembly(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    blob, _, frames = x86_64.support({word: chance.getrandbits(64) for word in x86_64.WORDS})
    assert frames == x86_64_module_asm.support_size()
    assert assembled(x86_64_module_asm.support_module(blob, 0x7F0000000000), tmp_path) == blob


@pytest.mark.parametrize(
    ("first", "count", "slots", "resolver"),
    [(0, 1, 1 << 30, -0x680), (127, 3, 0x19FFFA40, -(1 << 31) + 64), (1 << 31, 2, -(1 << 30), 0x7FFF0000)],
)
def test_the_trampolines_as_assembly(first: int, count: int, slots: int, resolver: int, tmp_path: Path) -> None:
    address = 0x7F1234567800
    code = x86_64.cells(address, address + slots, first, count, address + resolver)
    frames = x86_64.cells_eh_frame(address, address + len(code), count)
    text = x86_64_module_asm.cells_module(address, address + slots, first, count, address + resolver, frames)
    assert assembled(text, tmp_path) == code + frames


def shown(output: str) -> list[str]:
    """The modules in an output of -orc-lazy-debug."""
    return [part.partition(END)[0] for part in output.split(START)[1:]]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_every_module_is_shown(programs: Path, tmp_path: Path, stream: str) -> None:
    """The design note's own command line."""
    done = rejit_lli(["-jit-kind=orc-lazy", f"-orc-lazy-debug=mods-to-{stream}", "args.ll"], programs)
    assert done.status == 41, done
    output = (done.stdout if stream == "stdout" else done.stderr).decode()
    resolver, *rest = shown(output)
    assert "ModuleID = 'rejit resolver block'" in resolver
    code = assembled(resolver, tmp_path)
    assert code[: len(assemble(SUPPORT)[0])] == assemble(SUPPORT)[0]
    trampolines = [text for text in rest if "rejit trampolines" in text]
    modules = [text for text in rest if "rejit trampolines" not in text]
    cells = assembled(trampolines[0], tmp_path)
    assert struct.unpack_from("<HiBIBi", cells)[::2] == (0x25FF, 0x68, 0xE9)
    assert [re.findall(r"^define .*@(\w+)\(", text, re.MULTILINE) for text in modules] == [["main"], ["add"]]
    for text in modules:
        (tmp_path / "module.ll").write_text(text)
        subprocess.run([need("llvm-as-19"), "-o", "module.bc", "module.ll"], cwd=tmp_path, check=True)
    assert "0 args.ll\n" in done.stdout.decode()


def test_the_functions_are_named_as_lli_names_them(programs: Path) -> None:
    arguments = ["-jit-kind=orc-lazy", "-orc-lazy-debug=funcs-to-stdout", "args.ll", "x"]
    ours, theirs = rejit_lli(arguments, programs), real_lli(arguments, programs)
    own = [line for line in theirs.stdout.splitlines() if line != b"[ ]" and b"__lljit" not in line]
    assert ours.stdout.splitlines() == own
    assert ours.status == theirs.status == 42


def test_modules_go_to_the_disk(programs: Path, tmp_path: Path) -> None:
    arguments = ["-orc-lazy-debug=mods-to-disk", "-jit-kind=orc-lazy"]
    done = rejit_lli([*arguments, programs / "args.ll"], tmp_path)
    assert done == (41, f"0 {programs}/args.ll\n".encode(), b"")
    found = {re.sub(r"\.[0-9a-f]{8}\.ll$", "", path.name) for path in tmp_path.iterdir()}
    assert found == {f"args.ll.submodule.{name}" for name in ("resolver", "trampolines.0", "main", "add")}
    for path in tmp_path.glob("*.ll"):
        subprocess.run([need("llvm-as-19"), "-o", "m.bc", path], cwd=tmp_path, check=True)


def test_no_room_for_modules_on_the_disk(programs: Path) -> None:
    """A name that is too long for a file."""
    (programs / f"{'n' * 240}.ll").write_text((programs / "args.ll").read_text())
    done = rejit_lli(["-orc-lazy-debug=mods-to-disk", f"{'n' * 240}.ll"], programs)
    assert done.status == 1
    assert b"File name too long" in done.stderr and b"Traceback" not in done.stderr
