"""x86-64 as module-level assembly, compiled like any other code: the same bytes, and the same contract once more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from native import Machine, program_session
from test_x86_64 import TestX8664 as _Encoded

import rejit.session
from aot import rejit_run, run
from rejit.arch import x86_64, x86_64_module_asm, x86_64_support
from rejit.arch.x86_64_code import assemble
from rejit.compile import backend
from rejit.link import elf
from rejit.tiers import PLAIN

ADDRESS = 0x7F0000000000  # of what stands where it likes


def compiled(module: str) -> tuple[bytes, dict[str, int]]:
    """The code of a module, by LLVM as rejit compiles every function, and its labels. Nothing is left to a linker."""
    found = elf.read(backend.compile_guarded(module, PLAIN))
    assert not found.relocations
    (text,) = (n for n in range(1, len(found.sections)) if found.section_name(n) == ".text")
    labels = {found.symbol_name(n): s[4] for n, s in enumerate(found.symbols) if found.places[n] == text}
    return found.content(text), labels


def support(words: dict[str, int]) -> tuple[bytes, dict[str, int], int]:
    encoded, labels, frames = x86_64.support(words)
    code, found = compiled(x86_64_module_asm.support_module(encoded, ADDRESS))
    assert code == encoded
    assert labels.items() <= found.items() and found["unwind_table"] == frames
    return code, {name: found[name] for name in labels}, frames


def cells(address: int, slots: int, first: int, count: int, resolver: int) -> bytes:
    encoded = x86_64.cells(address, slots, first, count, resolver)
    frames = x86_64.cells_eh_frame(address, address + len(encoded), count)
    code, found = compiled(x86_64_module_asm.cells_module(address, slots, first, count, resolver, frames))
    assert code == encoded + frames
    return code[: found["unwind_table"]]


ARCH = ModuleType("as_module_asm")
vars(ARCH).update(vars(x86_64), support=support, cells=cells)


class TestAsModuleAsm(_Encoded):
    """Resolver block, stubs and trampolines come from the compiler."""

    arch = ARCH  # type: ignore[assignment]

    @pytest.fixture(scope="class")
    @classmethod
    def program(cls, probes: Path) -> Iterator[Machine]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rejit.session, "host_arch", lambda: ARCH)
            session = program_session(cls.triple)
        with session:
            assert session.callbacks.arch is ARCH
            yield Machine(cls.arch, probes, session)


def test_a_word_of_the_listing_is_the_assembly_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are not what the assembly says are noticed."""
    module = x86_64_module_asm
    broken = module.SUPPORT.replace("55                                  push %rbp", "53".ljust(36) + "push %rbp", 1)
    assert broken != module.SUPPORT
    monkeypatch.setattr(x86_64_support, "SUPPORT", broken)
    with pytest.raises(AssertionError):
        support(dict.fromkeys(x86_64.WORDS, 0))


def test_it_is_shown_with_the_functions(tmp_path: Path) -> None:
    """`--dump-ir`: what is shown is what runs, with this process's addresses."""
    program = tmp_path / "a.ll"
    program.write_text("define i32 @main() {\nentry:\n  ret i32 7\n}\n")
    assert run(rejit_run(("--dump-ir", str(tmp_path / "ir")), program)).status == 7
    shown = {path.name: path.read_text() for path in (tmp_path / "ir").iterdir()}
    assert sorted(shown) == ["main.ll", "rejit.resolver.ll", "rejit.trampolines.0.ll"]
    assert " i32 @main()" in shown["main.ll"]
    code, labels = compiled(shown["rejit.resolver.ll"])
    assert code.startswith(assemble(x86_64_support.SUPPORT)[0])
    assert {"resolver", "gate", "callback", "unwind_table"} <= set(labels)
    code, labels = compiled(shown["rejit.trampolines.0.ll"])
    assert labels["stub_0"] == 0 and labels["trampoline_1"] == x86_64.CELL_SIZE + x86_64.TRAMPOLINE_OFFSET
    assert code[x86_64.TRAMPOLINE_OFFSET :][:5] == b"\x68\0\0\0\0"  # push $0
