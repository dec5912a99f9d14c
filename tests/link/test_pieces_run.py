"""Pieces loaded and run: what split() and whole() make works, at every level, as LLVM's own linker has it."""

from __future__ import annotations

import ctypes
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ir_samples
import llvmlite.binding as llvm
import pytest
from ir_samples import compiled
from piece_loader import Loader, process_address

from rejit.link.pieces import split, whole
from tools import need

c_int, c_long, c_void_p = ctypes.c_int, ctypes.c_long, ctypes.c_void_p


@pytest.fixture(params=[0, 1, 2, 3])
def level(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def loaded() -> Iterator[Any]:
    loaders = []

    def load(pieces: Any, **symbols: int) -> Loader:
        loaders.append(Loader(pieces, symbols))
        return loaders[-1]

    yield load
    for loader in loaders:
        loader.close()


def _mcjit(text: str) -> tuple[Any, Any]:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    for name in ("labs", "strcmp"):
        llvm.add_symbol(name, process_address(name))
    machine = llvm.Target.from_default_triple().create_target_machine(opt=0, reloc="pic", codemodel="default")
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(ir_samples.HEADER + text), machine)
    engine.finalize_object()
    return engine, engine.get_function_address


def _arithmetic(address: Any) -> list[Any]:
    """What the functions of ARITHMETIC return, with the state they leave."""
    fib, choose, look, bump = (ctypes.CFUNCTYPE(c_long, c_long)(address(n)) for n in ("fib", "choose", "look", "bump"))
    poly = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(address("poly"))
    text = ctypes.CFUNCTYPE(c_long, ctypes.c_char_p)(address("text"))
    table = ctypes.CFUNCTYPE(ctypes.c_char_p, c_long)(address("table"))
    results: list[Any] = [fib(15), [choose(n) for n in range(-1, 8)], [look(n) for n in range(-1, 9)]]
    results += [bump(2), bump(3), bump(2), bump(5), choose(2), poly(1.5), poly(-7.25)]
    results += [text(s) for s in (b"hello", b"world", b"none")] + [table(0), table(1)]
    for name in ("both", "negate"):
        values = (ctypes.c_float * 16)(*range(16))
        results.append(ctypes.CFUNCTYPE(ctypes.c_float, ctypes.c_float, c_void_p)(address(name))(2.0, values))
        results.append(list(values))
    return results


@pytest.mark.parametrize("host", [False, True], ids=["x86-64", "host"])
def test_split_computes_what_mcjit_computes(level: int, host: bool, loaded: Any) -> None:
    pieces = split(compiled(ir_samples.ARITHMETIC, level, host), ir_samples.ARITHMETIC_CONSTANTS)
    loader = loaded(pieces)
    engine, address = _mcjit(ir_samples.ARITHMETIC)
    assert _arithmetic(loader.addresses.__getitem__) == _arithmetic(address)
    engine.close()


def test_weak_names_may_stay_undefined(level: int, loaded: Any) -> None:
    loader = loaded(split(compiled(ir_samples.WEAK, level)))
    assert loader.maybe_undefined == {"nothing", "nowhere"}
    assert loader.function("weakly", c_int)() == 5
    assert c_long.from_address(loader.addresses["pointer"]).value == 0


def test_functions_tied_to_variables(level: int, loaded: Any) -> None:
    tied = compiled(ir_samples.tied(ir_samples.ARITHMETIC), level)
    apart = loaded(split(compiled(ir_samples.ARITHMETIC, level), ir_samples.ARITHMETIC_CONSTANTS))
    loader = loaded(split(tied, ir_samples.ARITHMETIC_CONSTANTS))
    assert any(name.startswith("\0") for name in loader.addresses)
    assert _arithmetic(loader.addresses.__getitem__) == _arithmetic(apart.addresses.__getitem__)


def test_whole_computes_what_split_computes(level: int, loaded: Any) -> None:
    compiled_object = compiled(ir_samples.ARITHMETIC, level)
    apart = loaded(split(compiled_object, ir_samples.ARITHMETIC_CONSTANTS))
    together = loaded(whole(compiled_object))
    assert _arithmetic(together.addresses.__getitem__) == _arithmetic(apart.addresses.__getitem__)


@pytest.mark.parametrize("take", [lambda o: split(o, ir_samples.EXCEPTIONS_CONSTANTS), whole], ids=["split", "whole"])
def test_exceptions_are_thrown_cleaned_up_and_caught(level: int, take: Any, loaded: Any) -> None:
    loader = loaded(take(compiled(ir_samples.EXCEPTIONS, level)))
    catches = loader.function("catches", c_int, c_int)
    assert [catches(n) for n in (0, 1, 2, 3, 4)] == [0, 77, 88, -1, 4]
    assert loader.function("catches_too", c_int, c_int)(1) == 1
    assert c_int.from_address(loader.addresses["cleaned"]).value == 4


def test_thread_locals(level: int, loaded: Any) -> None:
    d = c_long(1000)
    loader = loaded(split(compiled(ir_samples.THREAD_LOCALS, level)), d=ctypes.addressof(d))
    if abs(ctypes.addressof(d) - loader.base) >= 1 << 47:
        pytest.fail("unexpected address space")
    near = loader.function("near", c_long, c_long)
    assert (near(5), near(6)) == (11 + 5, 11 + 11)
    assert loader.function("far", c_long)() == 1000 + 3


def test_large_data_far_away(level: int, loaded: Any) -> None:
    pieces = split(compiled(ir_samples.LARGE, level))
    assert {p[1]: p[0] for p in pieces} == {
        "put": "code",
        "get": "code",
        "big": "large",
        "full": "large",
        "fixed": "large",
    }
    outside = (ctypes.c_int64 * 1000)()
    loader = loaded(pieces, outside=ctypes.addressof(outside))
    loader.function("put", None, c_long, c_long)(999, 123456789)
    assert loader.function("get", c_long, c_long)(999) == 123456789 + 4 + 6
    assert outside[999] == 123456789


def test_label_tables_follow_their_function(level: int, loaded: Any) -> None:
    pieces = split(compiled(ir_samples.LABELS, level))
    assert sorted(p[1] for p in pieces if p[0] == "code") == ["other", "run"]
    run = loaded(pieces).function("run", c_long, ctypes.c_char_p, c_long)
    assert run(bytes([0, 1, 1, 0, 2]), 10) == ((10 + 1) * 4) + 1


def test_custom_sections_are_contiguous(level: int, loaded: Any) -> None:
    pieces = split(compiled(ir_samples.SECTIONS, level), frozenset({".s"}))
    loader = loaded(pieces)
    assert loader.function("sum", c_long)() == 30
    pointer = ctypes.c_char_p.from_address(loader.addresses["e3"])
    assert pointer.value == b"ab"
    assert loader.addresses["__stop_pointers"] - loader.addresses["__start_pointers"] == 8


def test_a_piece_may_be_linked_at_any_address(loaded: Any) -> None:
    """Pieces of one object do not know where the others lie."""
    pieces = split(compiled(ir_samples.ARITHMETIC, 2), ir_samples.ARITHMETIC_CONSTANTS)
    spaced = []
    for number, piece in enumerate(reversed(pieces)):
        spaced += [piece, ("ro", f"pad{number}", 4096, b"", 777 * number + 1, (), (), ())]
    first, second = loaded(pieces), loaded(spaced)
    assert _arithmetic(first.addresses.__getitem__) == _arithmetic(second.addresses.__getitem__)


def test_every_function_has_its_own_unwind_table() -> None:
    for piece in split(compiled(ir_samples.EXCEPTIONS, 2), ir_samples.EXCEPTIONS_CONSTANTS):
        if piece[0] != "code":
            continue
        tables = [(offset, size) for name, offset, size, _ in piece[5] if not name]
        functions = [(offset, size) for name, offset, size, binding in piece[5] if binding]
        assert len(tables) == 1 and len(functions) == 1
        assert piece[7] == tuple(functions)
        offset, size = tables[0]
        table = piece[3][offset : offset + size]
        assert offset % 8 == 0 and table[-4:] == bytes(4)
        cie_length, cie_mark = struct.unpack_from("<II", table)
        fde_length, fde_back, pc, length = struct.unpack_from("<IIiI", table, cie_length + 4)
        assert (cie_mark, fde_back) == (0, cie_length + 8)
        assert (offset + cie_length + 4 + 8 + pc, length) == functions[0]
        assert cie_length + 4 + fde_length + 4 + 4 == size


FOREIGN = """
#include <stdexcept>
#include <string>
#include <vector>
static thread_local int calls = 3;
static int table[4] = {5, 6, 7, 8};
static double scale = 2.5;
int zeros[1000];
extern "C" __attribute__((weak)) int absent(void);
struct Shape { virtual int area() const { return 1; } virtual ~Shape() {} };
struct Square : Shape { int side; Square(int s) : side(s) {} int area() const override { return side * side; } };
__attribute__((noinline)) static int risky(int n) {
    if (n == 1) throw std::runtime_error("one");
    if (n == 2) throw 22;
    return table[n & 3];
}
extern "C" int catches(int n) {
    std::vector<int> v(n, n);
    try { return risky(n) + int(v.size()); }
    catch (const std::runtime_error &e) { return std::string(e.what()) == "one" ? 11 : -1; }
    catch (int i) { return i; }
}
extern "C" int shapes(int n) {
    Shape *s = n & 1 ? new Shape : new Square(n);
    int a = s->area();
    bool square = dynamic_cast<Square *>(s) != nullptr;
    delete s;
    return a * 10 + square;
}
extern "C" int counts() { return ++calls; }
extern "C" const char *names(int n) {
    switch (n) { case 0: return "zero"; case 1: return "one"; case 2: return "two"; case 3: return "three";
                 case 4: return "four"; case 5: return "five"; default: return absent ? "absent" : "many"; }
}
extern "C" double scaled(double x) { zeros[999] += 1; return x * scale + zeros[999] + 0.125; }
"""


@pytest.mark.parametrize(
    "compiler",
    [
        ("g++", "-O0", "-fPIC"),
        ("g++", "-O2", "-fPIC"),
        ("g++", "-O2", "-fPIC", "-ffunction-sections", "-fdata-sections", "-ftls-model=local-dynamic"),
        ("g++", "-O2", "-fPIC", "-fno-plt", "-g"),
        ("clang++-19", "-O0", "-fPIC"),
        ("clang++-19", "-O2", "-fPIC", "-mcmodel=medium"),
        ("clang++-19", "-O2", "-fPIC", "-g", "-ffunction-sections"),
    ],
    ids="_".join,
)
def test_objects_of_other_compilers(compiler: tuple[str, ...], tmp_path: Path, loaded: Any) -> None:
    (tmp_path / "a.cpp").write_text(FOREIGN)
    program = shutil.which("g++") if compiler[0] == "g++" else need(compiler[0])
    subprocess.run([program or need("gcc"), *compiler[1:], "-c", "a.cpp", "-o", "a.o"], cwd=tmp_path, check=True)
    loader = loaded(whole((tmp_path / "a.o").read_bytes()))
    catches, shapes = (loader.function(name, c_int, c_int) for name in ("catches", "shapes"))
    assert [catches(n) for n in (0, 1, 2, 3)] == [5, 11, 22, 8 + 3]
    assert [shapes(n) for n in (4, 5)] == [161, 10]
    assert [loader.function("counts", c_int)() for _ in range(2)] == [4, 5]
    names = loader.function("names", ctypes.c_char_p, c_int)
    assert [names(n) for n in range(7)] == [b"zero", b"one", b"two", b"three", b"four", b"five", b"many"]
    assert loader.function("scaled", ctypes.c_double, ctypes.c_double)(4.0) == 4 * 2.5 + 1.125
    assert c_int.from_address(loader.addresses["zeros"] + 999 * 4).value == 1
