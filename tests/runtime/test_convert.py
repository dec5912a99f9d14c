"""Calls from Python into code that LLVM's MCJIT compiled: straight, through thunks, and through native entries.

(Over 600 lines: the three ways are held against each other, so they share their cases.)
"""

from __future__ import annotations

import array
import ctypes
import gc
import math
import struct
import sys
import timeit
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import llvmlite.binding as llvm
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rejit.ir.bridge import entry_ir, has_entry, thunk_ir
from rejit.ir.signature import needs_thunk, parse_signature
from rejit.ir.types import Integer, parse_type
from rejit.runtime import convert
from rejit.runtime.values import Codec


class Jit:
    """Functions of one module, made callable as a session would."""

    def __init__(self, source: str, *extra: str) -> None:
        llvm.initialize_native_target()
        llvm.initialize_native_asmprinter()
        self.headers = {}
        for line in source.splitlines():
            if line.startswith("define"):
                signature = parse_signature(line, self.types(source).get)
                self.headers[signature.name] = signature
        texts = [*extra]
        for name, signature in self.headers.items():
            if needs_thunk(signature):
                texts.append(thunk_ir(signature, name, name + ".thunk"))
            elif has_entry(signature):
                texts.append(entry_ir(signature, name + ".entry"))
        machine = llvm.Target.from_default_triple().create_target_machine(opt=1, jit=True)
        module = llvm.parse_assembly(source)
        for text in texts:  # linked into one: between modules MCJIT resolves in an order that may leave a null
            module.link_in(llvm.parse_assembly(text))
        module.verify()
        self.engine = llvm.create_mcjit_compiler(module, machine)
        self.engine.finalize_object()

    @staticmethod
    def types(source: str) -> dict[str, str]:
        lines = [line.split(" = type ") for line in source.splitlines() if " = type " in line]
        return {name[1:]: body for name, body in lines}

    def address(self, name: str) -> int:
        address: int = self.engine.get_function_address(name)
        assert address
        return address

    def slow(self, name: str, **options: Any) -> Callable[..., Any]:
        signature = self.headers[name]
        address = self.address(name + ".thunk" if needs_thunk(signature) else name)
        return convert.make_call(signature, name, address, ctypes.PYFUNCTYPE, **options)

    def fast(self, name: str) -> Callable[..., Any]:
        slow = self.slow(name)
        entry = self.address(name + ".entry")
        return convert.native_entry(self.headers[name], name, entry, self.address(name), slow, self)


SCALARS = """
define i64 @same64(i64 %n) {
  ret i64 %n
}
define i32 @same32(i32 %n) {
  ret i32 %n
}
define signext i16 @same16(i16 signext %n) {
  ret i16 %n
}
define zeroext i8 @unsigned8(i8 zeroext %n) {
  ret i8 %n
}
define signext i8 @signed8(i8 signext %n) {
  ret i8 %n
}
define i64 @extended8(i8 signext %n) {
  %r = sext i8 %n to i64
  ret i64 %r
}
define i8 @cut8(i64 %n) {
  %r = trunc i64 %n to i8
  ret i8 %r
}
define i1 @cut1(i64 %n) {
  %r = trunc i64 %n to i1
  ret i1 %r
}
define i7 @cut7(i64 %n) {
  %r = trunc i64 %n to i7
  ret i7 %r
}
define i64 @odd(i7 signext %a, i7 zeroext %b, i37 %c) {
  %x = sext i7 %a to i64
  %y = zext i7 %b to i64
  %z = sext i37 %c to i64
  %s = add i64 %x, %y
  %r = add i64 %s, %z
  ret i64 %r
}
define i32 @flag(i1 zeroext %c, i32 %a, i32 %b) {
  %r = select i1 %c, i32 %a, i32 %b
  ret i32 %r
}
define i64 @signed_flag(i1 signext %c) {
  %r = sext i1 %c to i64
  ret i64 %r
}
define i1 @is_signed_flag(i1 signext %c) {
  ret i1 %c
}
define zeroext i1 @not(i1 zeroext %c) {
  %r = xor i1 %c, true
  ret i1 %r
}
define float @half(float %x) {
  %r = fmul float %x, 0.5
  ret float %r
}
define double @mix(i32 %a, double %b, float %c, i64 %d) {
  %x = sitofp i32 %a to double
  %y = fpext float %c to double
  %z = sitofp i64 %d to double
  %p = fadd double %x, %b
  %q = fadd double %y, %z
  %r = fmul double %p, %q
  ret double %r
}
define void @nothing() {
  ret void
}
define x86_fp80 @long_double(x86_fp80 %x) {
  ret x86_fp80 %x
}
define i64 @many(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f, i64 %g, i64 %h, i64 %i) {
  %r = sub i64 %i, %a
  ret i64 %r
}
define void @store(ptr %p, i32 %v) {
  store i32 %v, ptr %p
  ret void
}
define i32 @load(ptr readonly %p) {
  %v = load i32, ptr %p
  ret i32 %v
}
define ptr @same(ptr %p) {
  ret ptr %p
}
define ptr @same_readonly(ptr readonly %p) {
  ret ptr %p
}
define i32 @unnamed(i32 %0, double %1) {
  ret i32 %0
}
define i32 @varargs(i32 %a, ...) {
  ret i32 %a
}
define i32 @"odd name, %s"(i32 %"a b") {
  ret i32 %"a b"
}
"""
if "x86_64" not in llvm.get_default_triple():
    SCALARS = SCALARS.replace("x86_fp80", "double")


@pytest.fixture(scope="module")
def scalars() -> Iterator[Jit]:
    yield Jit(SCALARS)


@pytest.fixture(params=["slow", "fast"])
def call(request: pytest.FixtureRequest, scalars: Jit) -> Callable[[str], Callable[..., Any]]:
    """`call(name)`: both ways must give the same answers."""

    def make(name: str) -> Callable[..., Any]:
        made: Callable[..., Any] = getattr(scalars, request.param)(name)
        return made

    return make


Call = Callable[[str], Callable[..., Any]]


@pytest.mark.parametrize(
    ("name", "bits", "signed"),
    [("same64", 64, True), ("same32", 32, True), ("same16", 16, True), ("unsigned8", 8, False), ("signed8", 8, True)],
)
def test_integers_at_their_limits(call: Call, name: str, bits: int, signed: bool) -> None:
    f = call(name)
    low, high = -(1 << (bits - 1)), (1 << bits) - 1
    for value in (low, low + 1, -1, 0, 1, 30, high >> 1, (high >> 1) + 1, high):
        expected = value & high
        if signed and expected >> (bits - 1):
            expected -= 1 << bits
        assert f(value) == expected
    for value in (low - 1, high + 1, 1 << 64, -(1 << 200), 1 << 10000):
        with pytest.raises(OverflowError, match=rf"{name}\(\) argument 1 'n': .*i{bits}"):
            f(value)


def test_integers_are_signed_unless_asked_otherwise(scalars: Jit) -> None:
    assert scalars.slow("same32")(-1) == -1
    assert scalars.slow("same32", unsigned=True)(-1) == 0xFFFFFFFF
    source = "define i32 @u(i32 %n) {\n  ret i32 %n\n}\n"
    jit = Jit(source, entry_ir(parse_signature(source), "u.unsigned", unsigned=True))
    entry = jit.address("u.unsigned")
    assert convert.native_entry(jit.headers["u"], "u", entry, jit.address("u"), jit.slow("u"))(-1) == 0xFFFFFFFF


def test_integer_like(call: Call) -> None:
    f = call("same32")
    assert f(True) == 1
    assert f(np.int8(-3)) == -3
    assert f(np.uint64(7)) == 7
    for wrong in (1.0, "1", b"1", None, [1], np.float64(1), np.zeros(3), 1j):
        with pytest.raises(TypeError, match=r"same32\(\) argument 1 'n': expected an int"):
            f(wrong)


def test_upper_bits_of_results_mean_nothing(call: Call) -> None:
    assert call("cut1")(0xFE) is False
    assert call("cut1")(0xFF) is True
    assert call("cut8")(0x1FF) == -1
    assert call("cut7")(0xBF) == 0x3F
    assert call("cut7")(0xC0) == -0x40
    assert call("extended8")(0xFF) == -1


def test_odd_widths(call: Call) -> None:
    f = call("odd")
    assert f(-64, 0, 0) == -64
    assert f(127, 127, 0) == 126
    assert f(0, -1, (1 << 37) - 1) == 126
    with pytest.raises(OverflowError, match=r"odd\(\) argument 2 'b': .*-64 to 127"):
        f(0, 128, 0)


def test_booleans(call: Call) -> None:
    assert call("flag")(True, 5, 6) == 5
    assert call("flag")(0, 5, 6) == 6
    assert call("not")(True) is False
    assert call("signed_flag")(True) == -1
    assert call("is_signed_flag")(True) is True
    for wrong in (2, -1):
        with pytest.raises(OverflowError, match=r"not\(\) argument 1 'c'"):
            call("not")(wrong)
    with pytest.raises(TypeError, match=r"not\(\) argument 1 'c'"):
        call("not")("yes")


def test_floats(call: Call) -> None:
    assert call("half")(3) == 1.5
    assert call("half")(np.float32(5)) == 2.5
    assert math.isnan(call("half")(math.nan))
    assert call("half")(1e300) == math.inf
    assert call("half")(-2.0) == -1.0  # -1 is also how the C API says that it failed
    assert call("mix")(1, 2.0, 3.0, 4) == 21.0
    assert call("mix")(1, 2, 3, 4) == 21.0
    with pytest.raises(TypeError, match=r"mix\(\) argument 3 'c': expected a float for float, got a str"):
        call("mix")(1, 2.0, "3", 4)
    with pytest.raises(OverflowError, match=r"mix\(\) argument 2 'b'"):
        call("mix")(1, 10**400, 3.0, 4)


def test_long_double(scalars: Jit) -> None:
    f = scalars.slow("long_double")
    assert f(1.25) == 1.25
    with pytest.raises(TypeError, match=r"long_double\(\) argument 1 'x'"):
        f("x")


def test_nothing_and_many(call: Call) -> None:
    assert call("nothing")() is None
    assert call("many")(1, 2, 3, 4, 5, 6, 7, 8, 9) == 8


def test_wrong_count(call: Call) -> None:
    with pytest.raises(TypeError, match=r"same64\(\) missing 1 required positional argument: 'n'"):
        call("same64")()
    with pytest.raises(TypeError, match=r"same64\(\) takes 1 positional argument but 2 were given"):
        call("same64")(1, 2)
    with pytest.raises(TypeError, match=r"nothing\(\) takes 0 positional arguments but 1 was given"):
        call("nothing")(1)
    with pytest.raises(TypeError, match=r"odd name, %s\(\) missing 1 required positional argument: 'a b'"):
        call("odd name, %s")()
    with pytest.raises(TypeError, match=r"unnamed\(\) missing 2 required positional arguments: '%0' and '%1'"):
        call("unnamed")()
    with pytest.raises(TypeError, match=r"store\(\) takes 2 arguments, got 1; missing argument 2 'v' \(i32\)"):
        call("store")(None)
    with pytest.raises(TypeError, match=r"store\(\) takes 2 arguments, got 3; the last is argument 2 'v'"):
        call("store")(None, 1, 2)
    for name in ("store", "same64"):
        with pytest.raises(TypeError, match="keyword"):
            call(name)(n=1)


def test_odd_names(call: Call) -> None:
    f = call("odd name, %s")
    assert f(5) == 5
    assert f.__name__ == "odd name, %s"
    with pytest.raises(TypeError, match=r"odd name, %s\(\) argument 1 'a b'"):
        f("x")


class Pair(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int32), ("y", ctypes.c_int32)]


class Wrapper:
    def __init__(self, inner: object) -> None:
        self._as_parameter_ = inner


def test_pointers_from_ctypes(call: Call) -> None:
    store, load, same = call("store"), call("load"), call("same")
    number = ctypes.c_int32(0)
    store(ctypes.byref(number), 1)
    assert number.value == 1
    store(ctypes.pointer(number), 2)
    assert number.value == 2
    store(ctypes.addressof(number), 3)
    assert number.value == load(ctypes.c_void_p(ctypes.addressof(number))) == 3
    pair = Pair(1, 2)
    store(pair, 7)
    store(ctypes.byref(pair, 4), 8)
    assert (pair.x, pair.y) == (7, 8)
    numbers = (ctypes.c_int32 * 4)()
    store(numbers, 9)
    assert numbers[0] == 9
    store(Wrapper(numbers), 10)
    assert numbers[0] == 10
    callback = ctypes.CFUNCTYPE(None)(lambda: None)
    assert same(callback) == ctypes.cast(callback, ctypes.c_void_p).value
    assert same(None) == 0
    assert same(ctypes.c_void_p()) == 0
    assert same(ctypes.POINTER(ctypes.c_int)()) == 0
    assert same((1 << 64) - 1) == (1 << 64) - 1
    with pytest.raises(TypeError, match=r"store\(\) argument 1 'p': expected a pointer, got a c_int; pass byref"):
        store(number, 1)
    with pytest.raises(OverflowError, match=r"same\(\) argument 1 'p'"):
        same(-1)
    with pytest.raises(TypeError, match=r"same\(\) argument 1 'p': expected writable memory, got a c_char_p"):
        same(ctypes.c_char_p(b"x"))
    assert ctypes.string_at(call("same_readonly")(ctypes.c_char_p(b"abc"))) == b"abc"


def test_pointers_from_buffers(call: Call) -> None:
    store, load, same = call("store"), call("load"), call("same")
    numbers = np.zeros((3, 4), dtype=np.int32)
    store(numbers, 5)
    assert numbers[0, 0] == load(numbers) == 5
    assert same(numbers) == numbers.ctypes.data
    assert same(numbers[1:]) == numbers.ctypes.data + 16
    data = bytearray(8)
    store(data, 0x01020304)
    assert data[:4] == struct.pack("=i", 0x01020304)
    data.extend(b"resizable again")
    store(memoryview(data)[4:], 6)
    assert data[4] == 6
    store(array.array("i", [1]), 2)
    assert load(struct.pack("=i", 77)) == 77
    assert load(memoryview(struct.pack("=i", 78))) == 78
    assert same(np.zeros(0)) is not None
    days = np.array(["2020-01-01"], dtype="M8[D]")  # has no buffer
    assert same(days) == days.__array_interface__["data"][0]
    fixed = np.zeros(4, dtype=np.int32)
    fixed.flags.writeable = False
    assert load(fixed) == 0
    for wrong, why in [
        (numbers[:, ::2], "C-contiguous"),
        (np.asfortranarray(np.zeros((3, 4))), "C-contiguous"),
        (fixed, "writable buffer, got a read-only ndarray"),
        (b"12345678", "writable buffer, got a read-only bytes"),
        (memoryview(b"12345678"), "writable"),
        ("text", "pointer .*got a str"),
        (1.5, "pointer .*got a float"),
        (True, "pointer .*got a bool"),
        ([1, 2], "pointer .*got a list"),
        (object(), "pointer .*got an object"),
    ]:
        with pytest.raises(TypeError, match=rf"store\(\) argument 1 'p': expected .*{why}"):
            store(wrong, 1)
    for number in (np.int64(8), np.float64(8)):  # their buffer is the scalar itself, never what is meant
        with pytest.raises(TypeError, match=r"load\(\) argument 1 'p': expected a pointer, got an? \w+64"):
            load(number)
    assert load(np.array(5, dtype=np.int32)) == 5
    days.flags.writeable = False
    with pytest.raises(TypeError, match=r"same\(\) argument 1 'p'.*read-only"):
        same(days)


def test_exports_end_with_the_call(call: Call) -> None:
    data = bytearray(64)
    call("same")(data)
    with pytest.raises(OverflowError):
        call("store")(data, 1 << 40)
    data.clear()  # BufferError, were there an export left
    held = np.zeros(4)
    alive = weakref.ref(held)
    call("same")(held)
    del held
    gc.collect()
    assert alive() is None


def test_reference_counts_do_not_drift(call: Call) -> None:
    f, g = call("same64"), call("same")
    value, buffer = 1 << 60, bytearray(8)
    before = sys.getrefcount(value), sys.getrefcount(buffer), sys.getrefcount(f)
    for _ in range(1000):
        f(value)
        g(buffer)
        with pytest.raises(TypeError):
            f(buffer)
    assert (sys.getrefcount(value), sys.getrefcount(buffer), sys.getrefcount(f)) == before


def test_varargs_need_bind(scalars: Jit) -> None:
    f = scalars.slow("varargs")
    with pytest.raises(TypeError, match=r"varargs\(\) cannot be called.*bind\(restype, argtypes\)"):
        f(1)
    bound = convert.bind(scalars.address("varargs"), ctypes.PYFUNCTYPE, ctypes.c_int, [ctypes.c_int, ctypes.c_double])
    assert bound(4, 2.5) == 4


def test_cfunctype(scalars: Jit) -> None:
    signature = scalars.headers["mix"]
    prototype = convert.cfunctype(signature)
    assert prototype._argtypes_ == (ctypes.c_int32, ctypes.c_double, ctypes.c_float, ctypes.c_int64)
    assert prototype(scalars.address("mix"))(1, 2, 3, 4) == 21.0
    assert convert.cfunctype(scalars.headers["cut1"])(scalars.address("cut1"))(0xFE) is False
    assert convert.cfunctype(scalars.headers["cut7"])(scalars.address("cut7"))(0xC0) == -0x40
    odd = convert.cfunctype(scalars.headers["odd"])(scalars.address("odd"))
    assert odd(-1, -1, 0) == 126
    with pytest.raises(ctypes.ArgumentError, match="does not fit in i7"):
        odd(128, 0, 0)
    assert convert.ctypes_prototype(parse_signature("define void @f(i128)")) is None
    for header in ("define void @f(i128)", "define void @f(...)"):
        with pytest.raises(TypeError, match=r"f\(\) has no CFUNCTYPE"):
            convert.cfunctype(parse_signature(header))


RAISING = """
declare void @PyErr_SetString(ptr, ptr)
@PyExc_ValueError = external global ptr
@text = private constant [4 x i8] c"boo\\00"
define i64 @raises(i64 %n) {
  %e = load ptr, ptr @PyExc_ValueError
  call void @PyErr_SetString(ptr %e, ptr @text)
  ret i64 0
}
"""


@pytest.mark.parametrize("way", ["slow", "fast"])
def test_an_exception_set_by_the_callee_comes_back(way: str) -> None:
    jit = Jit(RAISING)
    f = getattr(jit, way)("raises")
    with pytest.raises(ValueError, match="boo"):
        f(1)
    with pytest.raises(ValueError, match="boo"):
        f(np.int64(1))


def test_callable_installs_an_entry(scalars: Jit) -> None:
    class Typed(convert.Callable):
        @property
        def address(self) -> int:
            return 42

    f = Typed(scalars.slow("same64"))
    f.note = "kept"  # type: ignore[attr-defined]
    assert f(30) == 30
    f.install(scalars.fast("same64"))
    assert f(30) == 30 and f.address == 42 and f.note == "kept"  # type: ignore[attr-defined]

    class Holder:
        method = f

    assert Holder().method(5) == 5


def test_an_entry_keeps_what_it_needs(scalars: Jit) -> None:
    class Owner:
        pass

    owner = Owner()
    alive = weakref.ref(owner)
    slow = scalars.slow("same64")
    f = convert.native_entry(
        scalars.headers["same64"], "same64", scalars.address("same64.entry"), scalars.address("same64"), slow, owner
    )
    del owner, slow
    gc.collect()
    assert alive() is not None and f(1) == 1
    with pytest.raises(TypeError):
        f("x")
    del f
    gc.collect()
    assert alive() is None


THUNKED = """
%Inner = type { i8, i32 }
%Outer = type { i64, %Inner, [2 x i16] }
%Packed = type <{ i8, i64 }>
define i128 @same128(i128 %x) {
  ret i128 %x
}
define zeroext i128 @unsigned128(i128 %x) {
  ret i128 %x
}
define i256 @shift(i256 %x) {
  %r = shl i256 %x, 100
  ret i256 %r
}
define i100 @same100(i100 %x) {
  ret i100 %x
}
define <4 x float> @scale(<4 x float> %v, float %s) {
  %a = insertelement <4 x float> poison, float %s, i32 0
  %b = shufflevector <4 x float> %a, <4 x float> poison, <4 x i32> zeroinitializer
  %r = fmul <4 x float> %v, %b
  ret <4 x float> %r
}
define <8 x i1> @invert(<8 x i1> %v) {
  %r = xor <8 x i1> %v, splat (i1 true)
  ret <8 x i1> %r
}
define <3 x i5> @same5(<3 x i5> %v) {
  ret <3 x i5> %v
}
define { i64, double } @swap({ double, i64 } %s) {
  %a = extractvalue { double, i64 } %s, 0
  %b = extractvalue { double, i64 } %s, 1
  %r = insertvalue { i64, double } poison, i64 %b, 0
  %q = insertvalue { i64, double } %r, double %a, 1
  ret { i64, double } %q
}
define %Outer @outer(%Outer %o) {
  ret %Outer %o
}
define %Packed @packed(%Packed %o) {
  ret %Packed %o
}
define i32 @by_value(ptr byval(%Outer) align 8 %o) {
  %p = getelementptr i8, ptr %o, i64 12
  %v = load i32, ptr %p
  store i32 -1, ptr %p
  ret i32 %v
}
define void @struct_return(ptr sret(%Outer) align 8 %r, i64 %v) {
  store i64 %v, ptr %r
  ret void
}
define half @half(half %x) {
  %r = fneg half %x
  ret half %r
}
define bfloat @same_bfloat(bfloat %x) {
  ret bfloat %x
}
define internal fastcc i64 @fast_convention(i64 %a, double %b, i64 %c) {
  %r = sub i64 %a, %c
  ret i64 %r
}
define { ptr, i1 } @pair(ptr %p, i128 %x) {
  %r = insertvalue { ptr, i1 } poison, ptr %p, 0
  %q = insertvalue { ptr, i1 } %r, i1 true, 1
  ret { ptr, i1 } %q
}
define {} @empty({} %e, [0 x i8] %z) {
  ret {} %e
}
define void @no_result(<2 x i64> %v, ptr %out) {
  store <2 x i64> %v, ptr %out, align 8
  ret void
}
define cc 10 void @haskell() {
  ret void
}
"""


@pytest.fixture(scope="module")
def thunked() -> Iterator[Jit]:
    source = THUNKED.replace("define internal", "define")
    source = source[: source.index("define cc 10")]
    yield Jit(source)


@settings(max_examples=50, deadline=None)
@given(st.integers(-(1 << 127), (1 << 128) - 1))
def test_wide_integers(thunked: Jit, value: int) -> None:
    signed = value if value < 1 << 127 else value - (1 << 128)
    assert thunked.slow("same128")(value) == signed
    assert thunked.slow("same128", unsigned=True)(value) == value % (1 << 128)
    assert thunked.slow("unsigned128")(value) == value % (1 << 128)
    assert thunked.slow("shift", unsigned=True)(value) == (value << 100) % (1 << 256)


def test_wide_integer_limits(thunked: Jit) -> None:
    assert thunked.slow("same100")(-1) == -1
    with pytest.raises(OverflowError, match=r"same100\(\) argument 1 'x'"):
        thunked.slow("same100")(1 << 100)
    with pytest.raises(TypeError, match=r"same128\(\) argument 1 'x': expected an int for i128, got a float"):
        thunked.slow("same128")(1.0)


def test_vectors(thunked: Jit) -> None:
    scale = thunked.slow("scale")
    assert scale((1.0, 2.0, 3.0, 4.0), 2.0) == (2.0, 4.0, 6.0, 8.0)
    assert scale([1, 2, 3, 4], 2) == (2.0, 4.0, 6.0, 8.0)
    assert scale(np.arange(4, dtype=np.float32), 2.0) == (0.0, 2.0, 4.0, 6.0)
    assert scale(np.arange(4, dtype=np.float32)[::-1], 1.0) == (3.0, 2.0, 1.0, 0.0)
    assert scale((ctypes.c_float * 4)(1, 2, 3, 4), 2.0) == (2.0, 4.0, 6.0, 8.0)
    assert thunked.slow("invert")((True, False) * 4) == (False, True) * 4
    assert thunked.slow("same5")((-16, 15, 31)) == (-16, 15, -1)
    for wrong, why in [
        ((1.0, 2.0, 3.0), "expected 4 elements for <4 x float>, got 3"),
        (1.0, "expected a sequence of 4"),
        ("abcd", "expected a sequence of 4"),
        ((1.0, 2.0, "x", 4.0), r"element \[2\]: expected a float for float, got a str"),
        ((ctypes.c_float * 3)(), "expected 16 bytes for <4 x float>, got a c_float_Array_3 of 12 bytes"),
        (np.zeros((2, 2)), "expected 4 elements"),
        (None, "expected a sequence"),
    ]:
        with pytest.raises(TypeError, match=rf"scale\(\) argument 1 'v': {why}"):
            scale(wrong, 1.0)
    with pytest.raises(TypeError, match=r"scale\(\) takes 2 arguments, got 1; missing argument 2 's'"):
        scale((1, 2, 3, 4))


class Inner(ctypes.Structure):
    _fields_ = [("a", ctypes.c_int8), ("b", ctypes.c_int32)]


class Outer(ctypes.Structure):
    _fields_ = [("n", ctypes.c_int64), ("inner", Inner), ("pair", ctypes.c_int16 * 2)]


def test_aggregates(thunked: Jit) -> None:
    assert thunked.slow("swap")((1.5, 7)) == (7, 1.5)
    value = (1 << 40, (-5, 6), (7, -8))
    outer = thunked.slow("outer")
    assert outer(value) == value
    assert outer(Outer(1 << 40, Inner(-5, 6), (7, -8))) == value
    assert outer((1 << 40, Inner(-5, 6), [7, -8])) == value
    assert thunked.slow("packed")((-1, -2)) == (-1, -2)
    assert thunked.slow("empty")((), ()) == ()
    buffer = bytearray(4)
    address, flag = thunked.slow("pair")(buffer, 1)
    assert address == ctypes.addressof((ctypes.c_char * 4).from_buffer(buffer)) and flag is True
    with pytest.raises(OverflowError, match=r"outer\(\) argument 1 'o': element \[1\]\[0\]: .*i8"):
        outer((0, (1000, 0), (0, 0)))
    with pytest.raises(TypeError, match=r"outer\(\) argument 1 'o': element \[1\]: expected 2 elements"):
        outer((0, (1, 0, 3), (0, 0)))
    with pytest.raises(TypeError, match=r"outer\(\) argument 1 'o': expected 24 bytes.*got a Pair of 8 bytes"):
        outer(Pair())


def test_by_value_and_struct_return(thunked: Jit) -> None:
    by_value = thunked.slow("by_value")
    structure = Outer(1, Inner(2, 33), (4, 5))
    assert by_value(structure) == 33
    assert structure.inner.b == 33  # the function wrote into a copy
    assert by_value((1, (2, 44), (4, 5))) == 44
    assert by_value(ctypes.byref(structure)) == 33
    with pytest.raises(TypeError, match=r"by_value\(\) argument 1 'o': expected 3 elements"):
        by_value((1, 2))
    result = Outer()
    assert thunked.slow("struct_return")(result, 99) is None
    assert result.n == 99


def test_small_floats(thunked: Jit) -> None:
    assert thunked.slow("half")(1.5) == -1.5
    assert thunked.slow("half")(1e9) == -math.inf
    bfloat = thunked.slow("same_bfloat")
    assert [bfloat(x) for x in (1.0, -2.5, math.inf, 1 + 2**-8, 1 + 3 * 2**-8)] == [1.0, -2.5, math.inf, 1.0, 1.015625]
    assert math.isnan(bfloat(math.nan))
    assert bfloat(3.4e38) == math.inf


def test_other_conventions(thunked: Jit) -> None:
    assert thunked.slow("fast_convention")(10, 1.0, 3) == 7
    text = thunk_ir(parse_signature("define cc 10 void @haskell() {"), "haskell", "t")
    assert "call cc 10 void @haskell()" in text
    out = (ctypes.c_int64 * 2)()
    assert thunked.slow("no_result")((5, 6), out) is None
    assert list(out) == [5, 6]


def test_what_cannot_be_passed_says_so_when_called() -> None:
    f = convert.make_call(parse_signature("define fp128 @f(fp128 %x)"), "f", 0, ctypes.PYFUNCTYPE)
    with pytest.raises(TypeError, match=r"f\(\) cannot be called from Python: its result has type fp128"):
        f(1.0)


value_types = st.recursive(
    st.sampled_from(["i1", "i8", "i13", "i32", "i64", "i77", "i128", "float", "double", "half", "<3 x i16>"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: "{ " + ", ".join(parts) + " }"),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: "<{ " + ", ".join(parts) + " }>"),
        st.tuples(st.integers(0, 3), inner).map(lambda pair: f"[{pair[0]} x {pair[1]}]"),
    ),
    max_leaves=6,
)


def _value(kind: Any, data: st.DataObject) -> Any:
    if hasattr(kind, "fields"):
        return tuple(_value(field, data) for field in kind.fields)
    if hasattr(kind, "count"):
        return tuple(_value(kind.element, data) for _ in range(kind.count))
    if isinstance(kind, Integer):
        half = 1 << (kind.bits - 1)
        return data.draw(st.booleans() if kind.bits == 1 else st.integers(-half, half - 1))
    return data.draw(st.integers(-1000, 1000)) / 2


@given(value_types, st.data())
def test_codec_round_trip(text: str, data: st.DataObject) -> None:
    kind = parse_type(text)
    codec = Codec(kind)
    value = _value(kind, data)
    packed = codec.pack(value, [])
    assert len(packed) == codec.size
    assert codec.unpack(packed) == value


@settings(max_examples=15, deadline=None)
@given(value_types.filter(lambda t: t.startswith(("{", "<", "["))), st.data())
def test_thunks_return_what_they_were_given(text: str, data: st.DataObject) -> None:
    jit = Jit(f"define {text} @f(i8 %before, {text} %x) {{\n  ret {text} %x\n}}\n")
    value = _value(parse_type(text), data)
    assert jit.slow("f")(-1, value) == value


def test_cost_of_a_call(scalars: Jit) -> None:
    """The budget is 1.2 times a bare CFUNCTYPE call; the margin is for a busy machine."""
    address = scalars.address("same64")
    numbers = np.zeros(8)
    ways = {
        "bare": ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(address),
        "entry": convert.Callable(scalars.fast("same64")),
        "call": scalars.slow("same64"),
        "array": partial(scalars.fast("same"), numbers),
    }
    best = dict.fromkeys(ways, math.inf)
    for _ in range(50):  # short turns, so that each way has some in which nothing else ran
        for name, f in ways.items():
            best[name] = min(
                best[name], timeit.timeit("f()" if name == "array" else "f(30)", globals={"f": f}, number=700)
            )
    assert best["entry"] < 0.9 * best["bare"]
    assert best["array"] < 2.0 * best["bare"]
    assert best["call"] < 2.0 * best["bare"]
