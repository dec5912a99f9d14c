"""`lib.data("v")`: a module's global variables from Python."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator

import pytest

import rejit
from rejit.errors import SymbolNotFound

MODULE = """\
@env = global i64 42, align 8
@table = global [5 x i32] [i32 1, i32 2, i32 3, i32 4, i32 5], align 4
@pointer = global ptr @table, align 8
@own = thread_local global i32 7, align 4
@function = global ptr @get, align 8
@second = alias i32, getelementptr (i8, ptr @table, i64 4)
@constant = internal constant [3 x i8] c"ab\\00"
@zeros = internal global [100000 x i64] zeroinitializer, align 16

define i64 @get() {
entry:
  %r = load i64, ptr @env, align 8
  ret i64 %r
}

define i32 @get_own() {
entry:
  %r = load i32, ptr @own, align 4
  ret i32 %r
}
"""


@pytest.fixture(scope="module", params=[0, 1])
def lib(request: pytest.FixtureRequest) -> Iterator[rejit.Library]:
    with rejit.Session(workers=request.param) as session:
        yield session.add(MODULE, name="data")


def test_a_variable_is_shared_with_the_code(lib: rejit.Library) -> None:
    env = lib.data("env")
    assert env.size == 8
    cell = env.as_ctypes(ctypes.c_int64)
    assert cell.value == 42
    cell.value = 43
    assert lib["get"]() == 43
    cell.value = 42
    assert env.address == ctypes.addressof(cell)


def test_arrays_and_memory(lib: rejit.Library) -> None:
    import numpy

    table = lib.data("table")
    assert table.size == 20
    assert list(table.as_ctypes(ctypes.c_int * 5)) == [1, 2, 3, 4, 5]
    array = numpy.frombuffer(table.memory, numpy.int32)
    array[0] = 9
    assert table.as_ctypes(ctypes.c_int).value == 9
    array[0] = 1
    with pytest.raises(TypeError, match=r"table has 20 bytes, c_int_Array_6 needs 24"):
        table.as_ctypes(ctypes.c_int * 6)


def test_pointers(lib: rejit.Library) -> None:
    assert lib.data("pointer").as_ctypes(ctypes.c_void_p).value == lib.data("table").address
    assert lib.data("function").as_ctypes(ctypes.c_void_p).value == lib["get"].address


def test_an_alias(lib: rejit.Library) -> None:
    assert lib.data("second").address == lib.data("table").address + 4
    assert lib.data("second").size == 4
    assert lib.data("second").as_ctypes(ctypes.c_int).value == 2


def test_constants_and_zeros(lib: rejit.Library) -> None:
    assert bytes(lib.data("constant").memory) == b"ab\0"
    assert lib.data("zeros").size == 800000
    assert not any(lib.data("zeros").memory)


def test_thread_local(lib: rejit.Library) -> None:
    own = lib.data("own")
    own.as_ctypes(ctypes.c_int).value = 8
    assert lib["get_own"]() == 8
    there: list[int] = []

    def other() -> None:
        there.extend((own.as_ctypes(ctypes.c_int).value, own.address, lib["get_own"]()))

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert there[0] == there[2] == 7
    assert there[1] != own.address
    own.as_ctypes(ctypes.c_int).value = 7


def test_names(lib: rejit.Library) -> None:
    with pytest.raises(SymbolNotFound, match="did you mean env"):
        lib.data("envv")
    with pytest.raises(SymbolNotFound, match="get is no variable"):
        lib.data("get")


def test_repr(lib: rejit.Library) -> None:
    assert repr(lib.data("env")) == "<rejit variable 'env', 8 bytes, of 'data'>"
    assert "thread-local" in repr(lib.data("own"))
