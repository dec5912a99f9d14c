"""`lib["f"]`: calls with every kind of value, the errors they raise, and the ways past the conversions."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pytest

import rejit
from rejit.arch import host_arch
from rejit.errors import (
    Closed,
    CompileError,
    InvalidIR,
    RejitError,
    SymbolNotFound,
    UnresolvedSymbol,
)
from rejit.handles import CALLS_BEFORE_ENTRY

MODULE = """\
%pair = type { i64, double }

@.format = private unnamed_addr constant [12 x i8] c"%d %.1f %s\\0A\\00"

declare i32 @snprintf(ptr, i64, ptr, ...)

declare i32 @absent(i32)

declare void @callback(i32)

define i64 @next(i64 %n) {
entry:
  %r = add i64 %n, 1
  ret i64 %r
}

define zeroext i8 @narrow(i8 signext %a, i16 zeroext %b) {
entry:
  %c = trunc i16 %b to i8
  %r = add i8 %a, %c
  ret i8 %r
}

define double @many(MANY) {
entry:
  %0 = add i64 %a, %c
  %1 = add i64 %0, %e
  %2 = mul i64 %o, 1000
  %3 = mul i64 %s, 1000000
  %4 = add i64 %1, %2
  %5 = add i64 %4, %3
  %6 = sitofp i64 %5 to double
  %7 = fmul double %t, 5.000000e-01
  %8 = fadd double %6, %7
  ret double %8
}

define x86_fp80 @long_double(i64 %a, x86_fp80 %b, i32 %c, x86_fp80 %d) {
entry:
  %r = fadd x86_fp80 %b, %d
  ret x86_fp80 %r
}

define i64 @sum(ptr readonly %p, i64 %n) {
entry:
  br label %next

next:                                             ; preds = %next, %entry
  %i = phi i64 [ 0, %entry ], [ %j, %next ]
  %s = phi i64 [ 0, %entry ], [ %t, %next ]
  %q = getelementptr i64, ptr %p, i64 %i
  %v = load i64, ptr %q, align 8
  %t = add i64 %s, %v
  %j = add i64 %i, 1
  %more = icmp ult i64 %j, %n
  br i1 %more, label %next, label %done

done:                                             ; preds = %next
  ret i64 %t
}

define void @put(ptr %p) {
entry:
  store i64 7, ptr %p, align 8
  ret void
}

define <4 x float> @vector(<4 x float> %v) {
entry:
  %r = fadd <4 x float> %v, %v
  ret <4 x float> %r
}

define internal fastcc i128 @wide(i128 %a, i64 %b) {
entry:
  %c = sext i64 %b to i128
  %r = mul i128 %a, %c
  ret i128 %r
}

define %pair @swap(%pair %p) {
entry:
  %a = extractvalue %pair %p, 0
  %b = extractvalue %pair %p, 1
  %c = sitofp i64 %a to double
  %d = fptosi double %b to i64
  %e = insertvalue %pair poison, i64 %d, 0
  %f = insertvalue %pair %e, double %c, 1
  ret %pair %f
}

define i64 @by_value(ptr byval(%pair) align 8 %p) {
entry:
  %v = load i64, ptr %p, align 8
  ret i64 %v
}

define i32 @variadic(ptr %out, i64 %size, ptr %format, ...) {
entry:
  %list = alloca [24 x i8], align 16
  call void @llvm.va_start.p0(ptr %list)
  %r = call i32 @vsnprintf(ptr %out, i64 %size, ptr %format, ptr %list)
  call void @llvm.va_end.p0(ptr %list)
  ret i32 %r
}

declare void @llvm.va_start.p0(ptr)

declare void @llvm.va_end.p0(ptr)

declare i32 @vsnprintf(ptr, i64, ptr, ptr)

define i32 @deep(i32 %n) {
entry:
  %r = call i32 @middle(i32 %n)
  ret i32 %r
}

define internal i32 @middle(i32 %n) {
entry:
  %z = icmp eq i32 %n, 0
  br i1 %z, label %good, label %bad

good:                                             ; preds = %entry
  ret i32 5

bad:                                              ; preds = %entry
  %r = call i32 @absent(i32 %n)
  ret i32 %r
}

define i32 @rejected(i32 %n) {
entry:
  %r = add i64 %n, 1
  ret i32 %n
}

define i32 @calls_rejected(i32 %n) {
entry:
  %r = call i32 @rejected(i32 %n)
  ret i32 %r
}

define i32 @call_back(i32 %n) {
entry:
  call void @callback(i32 %n)
  %r = add i32 %n, 1
  ret i32 %r
}

@other_name = alias i64 (i64), ptr @next

@chosen = ifunc i64 (i64), ptr @choose

define ptr @choose() {
entry:
  ret ptr @next
}

define i64 @"gr\\C3\\B6\\C3\\9Fe"() {
entry:
  ret i64 3
}
"""
MODULE = MODULE.replace(
    "MANY", ", ".join(f"{('i64', 'double')[i % 2]} %{name}" for i, name in enumerate("abcdefghijklmnopqrst"))
)


@pytest.fixture(scope="module", params=[0, 1, 2])
def jit(request: pytest.FixtureRequest) -> Iterator[rejit.Session]:
    with rejit.Session(workers=request.param) as session:
        yield session


@pytest.fixture(scope="module")
def lib(jit: rejit.Session) -> rejit.Library:
    return jit.add(MODULE, name="k", symbols={"callback": ctypes.CFUNCTYPE(None, ctypes.c_int)(lambda n: None)})


CONSTRUCTORS = """\
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @init, ptr null }]

"""


def often(function: Callable[..., object], *arguments: object) -> list[object]:
    """Results from before and after the compiled entry is there."""
    return [function(*arguments) for _ in range(CALLS_BEFORE_ENTRY + 3)]


def test_a_function(lib: rejit.Library) -> None:
    f = lib["next"]
    assert set(often(f, 30)) == {31}
    assert f.name == "next" and str(f.signature) == "i64 @next(i64 %n)"
    assert repr(f) == "<rejit function i64 @next(i64 %n) of 'k'>"
    assert lib["next"] is f


def test_results_are_signed_unless_asked_otherwise(lib: rejit.Library) -> None:
    assert set(often(lib["next"], -3)) == {-2}
    assert set(often(lib["next"].unsigned, -3)) == {(1 << 64) - 2}
    assert lib["narrow"](-1, 65535) == 254  # zeroext says unsigned


def test_wrong_arguments_before_and_after_the_entry(lib: rejit.Library) -> None:
    f = lib["next"]
    for _ in range(CALLS_BEFORE_ENTRY + 2):
        with pytest.raises(TypeError, match=r"next\(\) missing 1 required positional argument: 'n'"):
            f()
        with pytest.raises(TypeError, match=r"next\(\) takes 1 positional argument but 2 were given"):
            f(1, 2)
        with pytest.raises(TypeError, match=r"next\(\) argument 1 'n': expected an int for i64, got a str"):
            f("x")
        with pytest.raises(OverflowError, match=r"next\(\) argument 1 'n'"):
            f(1 << 64)


def test_more_arguments_than_registers(lib: rejit.Library) -> None:
    arguments = [(float(i) if i % 2 else i) for i in range(1, 21)]
    whole = [int(a) if i % 2 == 0 else float(a) for i, a in enumerate(arguments)]
    expected = whole[0] + whole[2] + whole[4] + 1000 * whole[14] + 1000000 * whole[18] + whole[19] / 2
    assert set(often(lib["many"], *whole)) == {expected}


def test_long_double(lib: rejit.Library) -> None:
    assert set(often(lib["long_double"], 1, 1.5, 2, 0.25)) == {1.75}


def test_memory(lib: rejit.Library) -> None:
    import numpy

    assert set(often(lib["sum"], numpy.arange(10), 10)) == {45}
    assert lib["sum"](bytes(8 * 4), 4) == 0
    cell = ctypes.c_int64()
    for target in (ctypes.byref(cell), ctypes.pointer(cell), ctypes.addressof(cell)):
        cell.value = 0
        lib["put"](target)
        assert cell.value == 7
    array = numpy.zeros(1, numpy.int64)
    for _ in range(CALLS_BEFORE_ENTRY + 2):
        array[:] = 0
        lib["put"](array)
        assert array[0] == 7
        with pytest.raises(TypeError, match=r"put\(\) argument 1 'p': expected a writable buffer"):
            lib["put"](b"12345678")


def test_values_that_need_a_thunk(lib: rejit.Library) -> None:
    assert set(often(lib["vector"], (1, 2, 3, 4.5))) == {(2.0, 4.0, 6.0, 9.0)}
    assert set(often(lib["wide"], 1 << 90, -3)) == {-3 << 90}
    assert lib["swap"]((3, 2.0)) == (2, 3.0)
    assert lib["by_value"]((42, 1.0)) == 42
    with pytest.raises(TypeError, match=r"vector\(\) argument 1 'v'.*expected 4 elements"):
        lib["vector"]((1, 2, 3))
    with pytest.raises(TypeError, match="has no CFUNCTYPE"):
        _ = lib["vector"].ctypes


def test_bind(lib: rejit.Library) -> None:
    bound = lib["next"].bind(ctypes.c_int64, [ctypes.c_int64])
    assert bound(4) == 5
    out = ctypes.create_string_buffer(200)
    with pytest.raises(TypeError, match=r"variadic\(\).*bind"):
        lib["variadic"](out, 200, b"")
    types = [
        ctypes.c_void_p,
        ctypes.c_size_t,
        ctypes.c_char_p,
        *[ctypes.c_int, ctypes.c_double, ctypes.c_longdouble] * 9,
    ]
    values = [value for i in range(9) for value in (i, i + 0.5, i + 0.25)]
    format = b" ".join([b"%d %.1f %.2Lf"] * 9)
    assert lib["variadic"].bind(ctypes.c_int, types)(out, 200, format, *values) == len(out.value)
    assert out.value.decode() == " ".join(f"{i} {i + 0.5:.1f} {i + 0.25:.2f}" for i in range(9))
    loose = lib["variadic"].bind(ctypes.c_int, types[:3])
    loose(out, 200, b"%d" * 20, *range(20))
    assert out.value.decode() == "".join(map(str, range(20)))


def test_bind_passes_errors_on(lib: rejit.Library) -> None:
    with pytest.raises(UnresolvedSymbol, match="absent"):
        lib["deep"].bind(ctypes.c_int, [ctypes.c_int])(1)


def test_stack_words() -> None:
    words = host_arch().stack_words
    assert words("i" * 6 + "f" * 8) == 0
    assert words("i" * 7 + "f" * 9) == 2
    assert words("x") == 2
    assert words("i" * 7 + "x") == 4
    assert words(["i", 24]) == 3


def test_ctypes(lib: rejit.Library) -> None:
    f = lib["next"].ctypes
    assert f(4) == 5
    assert ctypes.cast(f, ctypes.c_void_p).value == lib["next"].address
    array = (ctypes.c_int * 2)()
    with pytest.raises(TypeError, match="variable number"):
        _ = lib["variadic"].ctypes
    del array


def test_addresses_are_the_same_wherever_taken(lib: rejit.Library) -> None:
    assert lib["next"].address == lib["other_name"].address == lib["next"].address
    assert lib["choose"]() == lib["next"].address


def test_aliases_and_ifuncs(lib: rejit.Library) -> None:
    assert lib["other_name"](1) == 2
    assert str(lib["chosen"].signature) == "i64 @chosen(i64)"
    assert lib["chosen"].address
    assert lib["chosen"](1) == 2


def test_names(lib: rejit.Library) -> None:
    assert lib["größe"]() == 3
    with pytest.raises(SymbolNotFound, match="k defines no function 'nxt'; did you mean next"):
        lib["nxt"]
    with pytest.raises(KeyError):
        lib["nxt"]
    with pytest.raises(SymbolNotFound, match="is a variable"):
        lib[".format"]


def test_an_unresolved_symbol_comes_back_through_the_gate(lib: rejit.Library) -> None:
    assert lib["deep"](0) == 5  # not reached: no error
    for _ in range(CALLS_BEFORE_ENTRY + 3):
        with pytest.raises(UnresolvedSymbol, match="absent: middle in k refers to it, and nothing defines it"):
            lib["deep"](1)
    assert lib["deep"](0) == 5


def test_an_address_compiles_what_is_reached_first(lib: rejit.Library) -> None:
    with pytest.raises(UnresolvedSymbol, match="absent"):
        _ = lib["deep"].address
    with pytest.raises(UnresolvedSymbol, match="absent"):
        _ = lib["deep"].ctypes
    with pytest.raises(InvalidIR, match="rejected"):
        _ = lib["calls_rejected"].address


def test_a_body_llvm_rejects(lib: rejit.Library) -> None:
    for name in ("calls_rejected", "rejected", "calls_rejected"):
        with pytest.raises(InvalidIR, match=r"(?s)rejected.*'%n' defined with type 'i32'"):
            lib[name](1)
    assert lib["next"](1) == 2


def test_compile_lists_every_failure(jit: rejit.Session) -> None:
    text = "".join(
        f"define i32 @bad{i}(i32 %n) {{\nentry:\n  %r = add i64 %n, 1\n  ret i32 %n\n}}\n\n" for i in range(3)
    )
    library = jit.add(text + "define i32 @good() {\nentry:\n  ret i32 1\n}\n")
    with pytest.raises(CompileError) as caught:
        library.compile(jobs=2)
    for i in range(3):
        assert f"bad{i}" in str(caught.value)
    assert library["good"]() == 1
    with pytest.raises(InvalidIR, match="bad1"):
        library.compile(["bad1", "good"])
    with pytest.raises(SymbolNotFound, match="gud"):
        library.compile(["gud"])


def test_errors_through_nested_python(jit: rejit.Session) -> None:
    """Python -> JIT -> Python -> JIT -> error: raised in the inner Python caller, which may handle it."""
    seen: list[BaseException] = []

    @ctypes.CFUNCTYPE(None, ctypes.c_int)
    def callback(n: int) -> None:
        try:
            library["deep"](n)
        except RejitError as error:
            seen.append(error)
        assert library["next"](n) == n + 1

    library = jit.add(MODULE, name="nested", symbols={"callback": callback})
    assert library["call_back"](1) == 2
    assert [type(error) for error in seen] == [UnresolvedSymbol]


def test_two_modules_and_their_constructors(jit: rejit.Session) -> None:
    """What a module refers to is constructed before it; a stronger definition elsewhere is what `lib[...]` gives."""
    first = jit.add(
        "@value = external global i32\n\n"
        "define weak i32 @read_value() {\nentry:\n  ret i32 -1\n}\n\n"
        "define i32 @first() {\nentry:\n  %r = load i32, ptr @value, align 4\n  ret i32 %r\n}\n",
        name="first",
    )
    jit.add(
        "@value = global i32 0\n"
        + CONSTRUCTORS
        + "define internal void @init() {\nentry:\n  store i32 42, ptr @value, align 4\n  ret void\n}\n\n"
        "define i32 @read_value() {\nentry:\n  %r = load i32, ptr @value, align 4\n  ret i32 %r\n}\n",
        name="second",
    )
    assert first["first"]() == 42
    assert first["read_value"]() == 42


def test_a_constructor_that_fails(jit: rejit.Session) -> None:
    library = jit.add(
        CONSTRUCTORS + "declare void @nowhere_at_all()\n\n"
        "define internal void @init() {\nentry:\n  call void @nowhere_at_all()\n  ret void\n}\n\n"
        "define i32 @f() {\nentry:\n  ret i32 1\n}\n",
    )
    for _ in range(2):
        with pytest.raises(UnresolvedSymbol, match="nowhere_at_all"):
            library["f"]


def test_a_closed_session() -> None:
    session = rejit.Session(workers=0)
    library = session.add("define i32 @f() {\nentry:\n  ret i32 1\n}\n\ndefine i32 @g() {\nentry:\n  ret i32 1\n}\n")
    f = library["f"]
    assert f() == 1
    session.close()
    assert f() == 1
    with pytest.raises(Closed):
        library["g"]
