"""Objects of every relocation and code model that MCJIT can run, through the stand-in."""

from __future__ import annotations

import ctypes
import struct
from typing import Any

import llvmlite.binding as llvm
import pytest

import rejit.llvmlite
from engines import call, machine, parse
from rejit.errors import RelocationOverflow
from rejit.link.linker import apply
from rejit.llvmlite.objects import LARGE_APART, exports_of, pieces_of

EVERYTHING = r"""
@rw = global i32 4
@bss = global [1000 x i32] zeroinitializer
@common = common global i32 0, align 4
@weak = weak global i32 6
@outside = external global i32
@text = private unnamed_addr constant [5 x i8] c"abcd\00"
@table = internal constant [4 x ptr] [ptr @f1, ptr @f2, ptr @local, ptr @same]
@same = alias i32 (), ptr @f2
@nothing = extern_weak global i32
declare extern_weak i32 @no_function()
declare i64 @strlen(ptr)
define i32 @f1() { ret i32 1 }
define weak i32 @f2() noinline { ret i32 2 }
define internal i32 @local() noinline { ret i32 3 }
define i32 @floats(i32 %x) {
  %d = sitofp i32 %x to double
  %y = fmul double %d, 1.25
  %r = fptosi double %y to i32
  ret i32 %r
}
define i32 @choose(i32 %x) {
  switch i32 %x, label %default [ i32 0, label %a
    i32 1, label %b
    i32 2, label %c
    i32 3, label %d
    i32 4, label %e ]
a:
  %ra = call i32 @f1()
  ret i32 %ra
b:
  %rb = call i32 @f2()
  ret i32 %rb
c:
  %rc = call i32 @local()
  ret i32 %rc
d:
  %rd = load i32, ptr @outside
  ret i32 %rd
e:
  %l = call i64 @strlen(ptr @text)
  %re = trunc i64 %l to i32
  ret i32 %re
default:
  %p = getelementptr [1000 x i32], ptr @bss, i32 0, i32 %x
  %old = load i32, ptr %p
  store i32 %x, ptr %p
  %v1 = load i32, ptr @common
  %v2 = load i32, ptr @weak
  %v3 = load i32, ptr @rw
  %s1 = add i32 %old, %v1
  %s2 = add i32 %s1, %v2
  %s3 = add i32 %s2, %v3
  ret i32 %s3
}
define i32 @through_table(i32 %i) {
  %p = getelementptr [4 x ptr], ptr @table, i32 0, i32 %i
  %f = load ptr, ptr %p
  %r = call i32 %f()
  ret i32 %r
}
define i32 @both_null() {
  %a = icmp eq ptr @nothing, null
  %b = icmp eq ptr @no_function, null
  %c = and i1 %a, %b
  %r = zext i1 %c to i32
  ret i32 %r
}
"""
MODELS = [
    (reloc, model) for model in ("jitdefault", "large") for reloc in ("default", "static", "pic", "dynamicnopic")
] + [(reloc, model) for model in ("default", "small", "kernel", "medium") for reloc in ("pic", "dynamicnopic")]


def engine_of(text: str, **options: Any) -> Any:
    return rejit.llvmlite.create_mcjit_compiler(parse(text), machine(**options))


@pytest.mark.parametrize("opt", [0, 3])
@pytest.mark.parametrize(("reloc", "model"), MODELS)
def test_every_model(reloc: str, model: str, opt: int) -> None:
    value = ctypes.c_int(55)
    module = parse(EVERYTHING)
    engine = rejit.llvmlite.create_mcjit_compiler(module, machine(jit=False, opt=opt, reloc=reloc, codemodel=model))
    engine.add_global_mapping(module.get_global_variable("outside"), ctypes.addressof(value))
    assert [call(engine, "choose", n) for n in (0, 1, 2, 3, 4, 700, 700)] == [1, 2, 3, 55, 4, 10, 710]
    assert [call(engine, "through_table", n) for n in range(4)] == [1, 2, 3, 2]
    assert call(engine, "floats", 8) == 10
    assert call(engine, "both_null") == 1


THROWS = """
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_allocate_exception(i64)
declare void @__cxa_throw(ptr, ptr, ptr)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
@_ZTIi = external constant ptr
define void @throws(i32 %x) noinline {
  %p = call ptr @__cxa_allocate_exception(i64 4)
  store i32 %x, ptr %p
  call void @__cxa_throw(ptr %p, ptr @_ZTIi, ptr null)
  unreachable
}
define i32 @catches(i32 %x) personality ptr @__gxx_personality_v0 {
  invoke void @throws(i32 %x) to label %no unwind label %caught
no:
  ret i32 0
caught:
  %l = landingpad { ptr, i32 } catch ptr @_ZTIi
  %e = extractvalue { ptr, i32 } %l, 0
  %o = call ptr @__cxa_begin_catch(ptr %e)
  %v = load i32, ptr %o
  call void @__cxa_end_catch()
  %r = add i32 %v, 1
  ret i32 %r
}
"""


@pytest.mark.parametrize(("reloc", "model"), [("pic", "small"), ("pic", "large"), ("static", "large")])
def test_exceptions(reloc: str, model: str) -> None:
    """.eh_frame and .gcc_except_table of both pointer sizes."""
    llvm.load_library_permanently("libstdc++.so.6")
    assert call(engine_of(THROWS, reloc=reloc, codemodel=model), "catches", 41) == 42


@pytest.mark.parametrize("model", ["small", "large"])
def test_thread_local_variables(model: str) -> None:
    text = "@t = thread_local global i32 5\n@u = internal thread_local global i64 0\n"
    text += "define i32 @f(i32 %x) {\n  %o = load i32, ptr @t\n  %n = add i32 %o, %x\n  store i32 %n, ptr @t\n"
    text += "  %u = load i64, ptr @u\n  %u2 = add i64 %u, 1\n  store i64 %u2, ptr @u\n  ret i32 %n\n}\n"
    engine = engine_of(text, reloc="pic", codemodel=model)
    assert [call(engine, "f", n) for n in (1, 2)] == [6, 8]
    results: list[int] = []
    import threading

    other = threading.Thread(target=lambda: results.append(call(engine, "f", 10)))
    other.start()
    other.join()
    assert results == [15]


def test_two_names_of_one_thread_local_variable() -> None:
    """Reached by name and, within the object, by its distance from the block."""
    text = (
        "@t = thread_local global i32 5\n@u = internal thread_local global i32 6\n@v = thread_local alias i32, ptr @u\n"
    )
    text += "define i32 @f() {\n  store i32 8, ptr @v\n  %r = load i32, ptr @u\n  ret i32 %r\n}\n"
    assert call(engine_of(text, reloc="pic", codemodel="small", opt=0), "f") == 8


@pytest.mark.parametrize("size", [LARGE_APART - 8, LARGE_APART + 8])
def test_large_data(size: int) -> None:
    """Beside the code, or in a mapping of its own."""
    text = f"@big = global [{size} x i8] zeroinitializer\n"
    text += f"define i32 @f() {{\n  %p = getelementptr i8, ptr @big, i64 {size - 4}\n  store i32 7, ptr %p\n"
    text += "  %r = load i32, ptr %p\n  ret i32 %r\n}\n"
    engine = engine_of(text, codemodel="large")
    assert call(engine, "f") == 7
    memory = rejit.llvmlite.engine.home().memory
    assert memory.contains(engine.get_global_value_address("big")) == (size < LARGE_APART)


def test_local_names_are_kept_apart() -> None:
    pieces = pieces_of(machine().emit_object(parse(EVERYTHING)))
    names = {symbol[0]: symbol[3] for piece in pieces for symbol in piece[5]}
    assert names["local"] == names["table"] == 0
    assert "local" not in exports_of(pieces)
    assert {"f1", "f2", "same", "common", "choose"} <= exports_of(pieces)


class _Scope:
    """A linker's scope with one symbol."""

    got_base = 0x1000

    def __init__(self, address: int) -> None:
        self.addresses = {"s": address}

    def got(self, name: str, address: int) -> int:
        return address


# (type, size of the field, the lowest value, the highest, what is subtracted from S + A): psABI, table 4.9
FIELDS = [
    (1, 8, -(1 << 63), (1 << 64) - 1, "0"),
    (10, 4, 0, (1 << 32) - 1, "0"),
    (11, 4, -(1 << 31), (1 << 31) - 1, "0"),
    (2, 4, -(1 << 31), (1 << 31) - 1, "P"),
    (24, 8, -(1 << 63), (1 << 63) - 1, "P"),
    (25, 8, -(1 << 63), (1 << 63) - 1, "GOT"),
    (31, 8, -(1 << 63), (1 << 63) - 1, "GOT"),
    (9, 4, -(1 << 31), (1 << 31) - 1, "P"),
    (28, 8, -(1 << 63), (1 << 63) - 1, "P"),
    (42, 4, -(1 << 31), (1 << 31) - 1, "P"),
]


@pytest.mark.parametrize(("number", "size", "low", "high", "less"), FIELDS)
def test_relocations_at_the_ends_of_their_range(number: int, size: int, low: int, high: int, less: str) -> None:
    base, offset = 0x7F0000000000, 8
    subtracted = {"0": 0, "P": base + offset, "GOT": _Scope.got_base}[less]
    for value in (low, low + 1, 0, high - 1, high):
        buffer = bytearray(24)
        address = 0x500000
        addend = value + subtracted - address
        apply(buffer, base, [(offset, number, "s", addend)], _Scope(address), "test")  # type: ignore[arg-type]
        field = buffer[offset : offset + size]
        assert int.from_bytes(field, "little") == value & (1 << 8 * size) - 1
        assert not any(buffer[:offset]) and not any(buffer[offset + size :])
    for value in (low - 1, high + 1):
        addend = value + subtracted - address
        with pytest.raises(RelocationOverflow):
            apply(bytearray(24), base, [(offset, number, "s", addend)], _Scope(address), "test")  # type: ignore[arg-type]


def test_the_large_models_relocations_occur() -> None:
    """What the test above covers is what LLVM writes."""
    content = machine(reloc="pic", codemodel="large").emit_object(parse(EVERYTHING))
    found = {kind for piece in pieces_of(content) for _, kind, _, _ in piece[6]}
    assert {1, 25} <= found  # R_X86_64_64, R_X86_64_GOTOFF64
    assert struct.calcsize("P") == 8
