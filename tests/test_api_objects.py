"""`Session.add_object`: relocatable objects beside IR."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

import pytest

import rejit
from rejit.errors import BadObject, DuplicateSymbol
from tools import need

SOURCE = """
#include <string.h>
static int counter = 5;
int shared[4] = {1, 2, 3, 4};
static int (*table[2])(int);
static int twice(int x) { return 2 * x; }
int (*exported)(int) = twice;
__attribute__((constructor)) static void start(void) { counter = 100; table[0] = twice; }
int from_object(int x) {
    switch (x) { case 0: return 10; case 1: return 20; case 2: return 35; case 3: return 41; case 4: return 52; }
    return table[0](x) + counter + shared[1] + (int)strlen("abc");
}
"""
IR = """\
@exported = external global ptr

declare i32 @from_object(i32)

define i32 @f(i32 %x) {
  %r = call i32 @from_object(i32 %x)
  %p = load ptr, ptr @exported
  %q = call i32 %p(i32 %r)
  ret i32 %q
}
"""


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """An object with data, a switch table, a constructor and a pointer to a static function."""
    (tmp_path / "o.c").write_text(SOURCE)
    subprocess.run([need("gcc"), "-O2", "-fPIC", "-c", "o.c", "-o", "o.o"], cwd=tmp_path, check=True)
    return tmp_path / "o.o"


@pytest.mark.parametrize("workers", [0, 1])
def test_ir_calls_an_object(compiled: Path, workers: int) -> None:
    with rejit.Session(workers=workers) as jit:
        jit.add_object(compiled)
        lib = jit.add(IR, name="m")
        assert [lib["f"](x) for x in (0, 3, 50)] == [20, 82, 410]


def test_two_objects_with_one_name(compiled: Path) -> None:
    with rejit.Session() as jit:
        jit.add_object(compiled.read_bytes())
        with pytest.raises(DuplicateSymbol, match=r"from_object|shared|exported"):
            jit.add_object(compiled)


def test_what_is_no_object(compiled: Path) -> None:
    with rejit.Session() as jit:
        for damaged in (b"", b"text", compiled.read_bytes()[:200]):
            with pytest.raises(BadObject):
                jit.add_object(damaged)
        with pytest.raises(BadObject, match="add"):
            jit.add_object(IR)


LOCAL_DYNAMIC = """
static __thread int first = 3;
static __thread long second;
int count(int x) { first += x; second += first; return first * 100 + (int)second; }
"""


def test_static_thread_local_variables(tmp_path: Path) -> None:
    """The local-dynamic model: one call finds the block, distances in it lead to the variables."""
    (tmp_path / "o.c").write_text(LOCAL_DYNAMIC)
    subprocess.run([need("gcc"), "-O2", "-fPIC", "-c", "o.c", "-o", "o.o"], cwd=tmp_path, check=True)
    listed = subprocess.run([need("readelf"), "-r", "o.o"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "R_X86_64_TLSLD" in listed.stdout and "R_X86_64_DTPOFF32" in listed.stdout
    with rejit.Session(workers=0) as jit:
        jit.add_object(tmp_path / "o.o")
        lib = jit.add(
            "declare i32 @count(i32)\n\ndefine i32 @f(i32 %x) {\n  %r = call i32 @count(i32 %x)\n  ret i32 %r\n}\n"
        )
        assert [lib["f"](1) for _ in range(2)] == [404, 509]
        results: list[int] = []
        other = threading.Thread(target=lambda: results.append(lib["f"](2)))
        other.start()
        other.join()
        assert results == [505]
