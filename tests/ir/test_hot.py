"""Triggers: LLVM accepts them in every shape of function, they count exactly, and they change no result."""

from __future__ import annotations

import ctypes
import os
import random
from pathlib import Path
from typing import NamedTuple

import llvmlite.binding as llvm
import pytest
from instrumented import Program, compiled, instrumented, verified
from slicing import HEADER, Sliced

from aot import Builds
from rejit.ir.hot import instrument, value_changing
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import partition

CORPUS = Path(os.environ.get("REJIT_CORPUS", Path(__file__).parents[2] / ".corpus"))
PROGRAMS = Path(__file__).parents[1] / "programs"


class Expected(NamedTuple):
    entry: bool  # calls are counted
    loops: int
    redirect: bool


HARD = {
    "unnamed": (
        r"""
define i32 @unnamed(i32, i32) {
  %3 = add i32 %0, %1
  ret i32 %3
}
""",
        Expected(True, 0, True),
    ),
    "entry phi": (
        r"""
define i32 @f(i1, i32) {
  br i1 %0, label %a, label %b
a:
  br label %b
b:
  %p = phi i32 [ 1, %2 ], [ %1, %a ]
  ret i32 %p
}
""",
        Expected(True, 0, True),
    ),
    "named entry phi": (
        r"""
define i32 @f(i1 %c) {
entry:
  br i1 %c, label %a, label %b
a:
  br label %b
b:
  %p = phi i32 [ 1, %entry ], [ 2, %a ]
  ret i32 %p
}
""",
        Expected(True, 0, True),
    ),
    "one block loop": (
        r"""
define i32 @f(i32 %n) {
  br label %l
l:
  %i = phi i32 [ 0, %0 ], [ %j, %l ]
  %j = add i32 %i, 1
  %c = icmp slt i32 %j, %n
  br i1 %c, label %l, label %x
x:
  %r = phi i32 [ %j, %l ]
  ret i32 %r
}
""",
        Expected(True, 1, True),
    ),
    "switch latch": (
        r"""
define void @f(i32 %n) {
  br label %l
l:
  %v = phi i32 [ %n, %0 ], [ %w, %l ], [ %w, %l ], [ 9, %m ]
  %w = sub i32 %v, 1
  switch i32 %w, label %l [
    i32 0, label %x
    i32 5, label %l
    i32 7, label %m
  ]
m:
  br label %l
x:
  ret void
}
""",
        Expected(True, 1, True),
    ),
    "late allocas": (
        r"""
declare void @use(ptr)
define void @f(i64 %n) {
  %a = alloca i32
  %v = alloca i8, i64 %n
  %b = alloca [4 x i64], align 32
  %s = add i64 %n, 1
  %w = alloca i32, i64 %s
  %c = alloca i8, i32 7
  call void @use(ptr %a)
  call void @use(ptr %b)
  call void @use(ptr %c)
  call void @use(ptr %v)
  call void @use(ptr %w)
  ret void
}
""",
        Expected(True, 0, True),
    ),
    "invoke latch": (
        r"""
declare i32 @g()
declare i32 @__gxx_personality_v0(...)
define i32 @f() personality ptr @__gxx_personality_v0 {
  br label %l
l:
  %s = phi i32 [ 0, %0 ], [ %r, %l ], [ 7, %pad ]
  %r = invoke i32 @g() to label %l unwind label %pad
pad:
  %e = landingpad { ptr, i32 } cleanup catch ptr null
  %c = icmp eq i32 %s, 3
  br i1 %c, label %l, label %x
x:
  ret i32 %s
}
""",
        Expected(True, 1, True),
    ),
    "landing pad header": (
        r"""
declare void @g()
declare i32 @__gxx_personality_v0(...)
define void @f() personality ptr @__gxx_personality_v0 {
  invoke void @g() to label %x unwind label %pad
pad:
  %n = phi i32 [ 0, %0 ], [ %m, %pad ]
  %e = landingpad { ptr, i32 }
          cleanup
          catch ptr null
  %m = add i32 %n, 1
  invoke void @g() to label %x unwind label %pad
x:
  ret void
}
""",
        Expected(True, 1, True),
    ),
    "indirectbr": (
        r"""
define i32 @f(i32 %n) {
  br label %l
l:
  %i = phi i32 [ 0, %0 ], [ %j, %t ]
  br label %t
t:
  %j = add i32 %i, 1
  %c = icmp eq i32 %j, %n
  %a = select i1 %c, ptr blockaddress(@f, %x), ptr blockaddress(@f, %l)
  indirectbr ptr %a, [label %l, label %x]
x:
  ret i32 %j
}
""",
        Expected(True, 1, True),
    ),
    "callbr": (
        r"""
define void @f() {
  br label %l
l:
  callbr void asm sideeffect "nop # label %nowhere", "!i"()
          to label %x [label %l]
x:
  ret void
}
""",
        Expected(True, 1, True),
    ),
    "musttail": (
        r"""
declare i32 @g(i32)
define i32 @f(i32 %n) {
  %c = icmp eq i32 %n, 0
  br i1 %c, label %a, label %b
a:
  %r = musttail call i32 @g(i32 %n)
  ret i32 %r
b:
  ret i32 1
}
""",
        Expected(True, 0, True),
    ),
    "varargs": (
        r"""
define i32 @f(i32 signext %n, ...) {
  ret i32 %n
}
""",
        Expected(True, 0, False),
    ),
    "varargs that return memory": (
        r"""
define [9 x i64] @f(i32 %n, ...) {
  ret [9 x i64] zeroinitializer
}
""",
        Expected(True, 0, False),
    ),
    "returns memory": (
        r"""
define [9 x i64] @f(i32 %n) {
  ret [9 x i64] zeroinitializer
}
""",
        Expected(True, 0, True),
    ),
    "attributes": (
        r"""
%"odd, name" = type { i32, [3 x i64] }
%T = type { i8 }
define fastcc noundef zeroext i8 @f(ptr noalias byref(%"odd, name") align 8 %0, ptr byval(%T) align 8 %1,
  i16 inreg signext "x,y"="%z" %2, { ptr, %T } %3,
  <4 x float> %"a, b", ptr dereferenceable(8) nest %4) "k"="naked" {
  ret i8 1
}
""",
        Expected(True, 0, True),
    ),
    "swifterror": (
        r"""
define swiftcc void @f(ptr swifterror %e) {
  ret void
}
""",
        Expected(True, 0, False),
    ),
    "inalloca": (
        r"""
define void @f(ptr inalloca({ i32 }) %e) {
  ret void
}
""",
        Expected(True, 0, False),
    ),
    "naked": (
        r"""
define void @f() naked {
  call void asm sideeffect "ret", ""()
  unreachable
}
""",
        Expected(False, 0, False),
    ),
    "naked group": (
        r"""
define void @f() #0 {
  call void asm sideeffect "ret", ""()
  unreachable
}
attributes #0 = { naked }
""",
        Expected(False, 0, False),
    ),
    "prefix": (
        r"""
define void @f() prefix i32 7 {
  ret void
}
""",
        Expected(False, 0, False),
    ),
    "prologue": (
        r"""
define void @f() prologue i8 -112 {
  ret void
}
""",
        Expected(False, 0, False),
    ),
    "ghc": (
        r"""
define ghccc void @f() {
  ret void
}
""",
        Expected(False, 0, False),
    ),
    "interrupt": (
        r"""
define x86_intrcc void @f(ptr byval(i64) %p) {
  ret void
}
""",
        Expected(False, 0, False),
    ),
    "noreturn": (
        r"""
declare void @g() noreturn
define void @f() noreturn {
  br label %l
l:
  call void @g()
  br label %l
}
""",
        Expected(True, 1, True),
    ),
    "setjmp": (
        r"""
declare i32 @setjmp(ptr) returns_twice
define i32 @f(ptr %b) {
  br label %l
l:
  %r = call i32 @setjmp(ptr %b) returns_twice
  %c = icmp slt i32 %r, 3
  br i1 %c, label %l, label %x
x:
  ret i32 %r
}
""",
        Expected(True, 1, True),
    ),
    "irreducible": (
        r"""
define void @f(i1 %c, i1 %d) {
  br i1 %c, label %a, label %b
a:
  br i1 %d, label %b, label %x
b:
  br label %a
x:
  ret void
}
""",
        Expected(True, 1, True),
    ),
    "coroutine": (
        r"""
declare token @llvm.coro.id(i32, ptr, ptr, ptr)
declare ptr @llvm.coro.begin(token, ptr)
declare i64 @llvm.coro.size.i64()
declare i8 @llvm.coro.suspend(token, i1)
declare ptr @malloc(i64)
declare void @free(ptr)
declare ptr @llvm.coro.free(token, ptr)
declare void @llvm.coro.end(ptr, i1, token)
define ptr @f(i32 %n) presplitcoroutine {
  %v = alloca i32
  %id = call token @llvm.coro.id(i32 0, ptr null, ptr null, ptr null)
  %z = call i64 @llvm.coro.size.i64()
  %m = call ptr @malloc(i64 %z)
  %h = call ptr @llvm.coro.begin(token %id, ptr %m)
  store i32 %n, ptr %v
  br label %l
l:
  %s = call i8 @llvm.coro.suspend(token none, i1 false)
  switch i8 %s, label %e [
    i8 0, label %l
    i8 1, label %c
  ]
c:
  %k = load i32, ptr %v
  %y = call ptr @llvm.coro.free(token %id, ptr %h)
  call void @free(ptr %y)
  br label %e
e:
  call void @llvm.coro.end(ptr %h, i1 false, token none)
  ret ptr %h
}
""",
        Expected(True, 0, False),
    ),
    "our own names": (
        r"""
define i32 @f(i32 %rejit.b0) {
  br label %rejit.body
rejit.body:
  %rejit1.x = phi i32 [ 0, %0 ], [ %y, %rejit.body ]
  %y = add i32 %rejit1.x, 1
  %c = icmp eq i32 %y, %rejit.b0
  br i1 %c, label %x, label %rejit.body
x:
  ret i32 %y
}
""",
        Expected(True, 1, True),
    ),
    "quoted labels": (
        r"""
define i32 @"odd \22name"(i32 %n) {
"an entry":
  br label %"a loop"
"a loop":
  %"v " = phi i32 [ 0, %"an entry" ], [ %"w ", %"a loop" ]
  %"w " = add i32 %"v ", 1
  %c = icmp eq i32 %"w ", %n
  br i1 %c, label %x, label %"a loop"
x:
  ret i32 %"w "
}
""",
        Expected(True, 1, True),
    ),
    "numbered types": (
        r"""
%0 = type { i32 }
define i32 @f(ptr %0) {
  %2 = getelementptr %0, ptr %0, i32 0, i32 0
  %3 = load i32, ptr %2
  ret i32 %3
}
""",
        Expected(True, 0, True),
    ),
    "dynamic alloca first": (
        r"""
declare void @use(ptr)
define void @f(i64 %0) {
  %2 = alloca i8, i64 %0
  %3 = alloca i32
  call void @use(ptr %2)
  call void @use(ptr %3)
  ret void
}
""",
        Expected(True, 0, True),
    ),
    "late numbered allocas": (
        r"""
declare void @use(ptr)
define void @f(i64 %0, ptr %1) {
  %3 = alloca { i32, i64 }
  %4 = add i64 %0, 1
  %5 = alloca { i8, i64 }, align 32
  %6 = add i64 %4, 1
  %7 = alloca i64, i32 4
  store i64 %6, ptr %5
  call void @use(ptr %7)
  call void @use(ptr %5)
  ret void
}
""",
        Expected(True, 0, True),
    ),
    "misleading names": (
        r"""
%naked = type { i8 }
define tailcc i32 @gcc(i32 %prefix, i32 %gc, ptr byval(%naked) %prologue) "alwaysinline"="x86_intrcc" {
  ret i32 %gc
}
""",
        Expected(True, 0, True),
    ),
    "memory(none)": (
        r"""
define i32 @f(i32 %n) memory(none) nounwind {
  ret i32 %n
}
""",
        Expected(True, 0, True),
    ),
}


@pytest.mark.parametrize("case", HARD)
def test_hard(case: str) -> None:
    """LLVM accepts the triggers, and compiles them at -O0 and -O3; and they are where they should be."""
    text, expected = HARD[case]
    if llvm.llvm_version_info[0] < 22:
        text = text.replace("void @llvm.coro.end(", "i1 @llvm.coro.end(")
    sliced = Sliced(text)
    name = next(iter(sliced.index.functions))
    for debug in ("none", "lines"):
        part = sliced.partition(name, debug=debug)
        new, made = instrumented(part)
        one = made[name]
        assert Expected(one.entry, one.loops, one.redirect) == expected, one.refused
        assert expected.entry or one.text in part.text
        for level in (0, 3):
            compiled(new, level)
        new, made = instrumented(part, redirect=False)
        assert not made[name].redirect
        compiled(new)


@pytest.mark.parametrize("convention", ["cc 11", "cc1234", "ghccc", "x86_intrcc"])
def test_conventions_that_do_not_call_c(convention: str) -> None:
    define = f"define {convention} i32 @f(i32 %n) {{\n  ret i32 %n\n}}\n"
    one = instrument("f", define)
    assert one.text == define and "convention" in one.refused["calls"]


def test_static_allocas_stay_static() -> None:
    """Behind the new branch an alloca would move the stack pointer at every call."""
    sliced = Sliced(HARD["late allocas"][0])
    text, _ = instrumented(sliced.partition("f"))
    printed = str(verified(text))
    first = printed[printed.index("define") : printed.index("rejit.body:")]
    for slot in ("%a", "%b", "%c"):
        assert f"{slot} = alloca" in first


def test_hook_says_what_is_wanted() -> None:
    sliced = Sliced(HARD["one block loop"][0])
    define = sliced.text[sliced.text.index("define") :]
    neither = instrument("f", define, wanted=lambda text: (False, False))
    assert neither.text == define and not neither.lines
    only_loops = instrument("f", define, wanted=lambda text: (False, "phi" in text))
    assert (only_loops.entry, only_loops.loops) == (False, 1)
    assert "jit_recompile_hot" not in "".join((only_loops.text, *only_loops.lines))
    only_calls = instrument("f", define, wanted=lambda text: (True, True), loops=False)
    assert (only_calls.entry, only_calls.loops) == (True, 0)


# -- real programs ---------------------------------------------------------------------------------------------------


REFUSALS = ("it is inlined everywhere", "a copy of another module's function", "naked: it has no frame")


def check_module(text: str, names: list[str], debug: str, batch: int = 16) -> int:
    """Instrument and verify these functions; how many loops have a trigger."""
    index = ModuleIndex.build(text)
    loops = 0
    for start in range(0, len(names), batch):
        part = partition(index, names[start : start + batch], debug=debug)  # type: ignore[arg-type]
        new, made = instrumented(part)
        verified(new)
        loops += sum(one.loops for one in made.values())
        refused = {name: one.refused["calls"] for name, one in made.items() if not one.entry}
        assert set(refused.values()) <= set(REFUSALS), refused
    return loops


@pytest.mark.parametrize("program", ["lua", "bzip2", "zlib", "figlet", "lua-g", "bzip2-g", "sqlite", "sqlite-g"])
def test_corpus(program: str) -> None:
    """Every function of real programs; a sample of SQLite's."""
    path = CORPUS / program.removesuffix("-g") / f"{program}.ll"
    if not path.exists():
        pytest.skip(f"{path} is not there: make demo, or REJIT_CORPUS")
    text = path.read_text()
    names = list(ModuleIndex.build(text).functions)
    if program.startswith("sqlite"):
        names = random.Random(7).sample(names, 150)
    assert check_module(text, names, "lines" if program.endswith("-g") else "none") > 20


@pytest.mark.parametrize("level", ["O0", "O3", "g"])
def test_front_end_levels(builds: Builds, level: str) -> None:
    """C++ with exceptions and coroutines' relatives, as clang writes them at other levels."""
    loops = 0
    sources = sorted([*PROGRAMS.glob("cxx/*.cpp"), *PROGRAMS.glob("abi/*.c")])
    for source in sources:
        text = builds.ir(source, level, ("-std=c++20",) if source.suffix == ".cpp" else ()).read_text()
        loops += check_module(text, list(ModuleIndex.build(text).functions), "lines" if level == "g" else "none")
    assert len(sources) > 10 and loops > 10


# -- counting --------------------------------------------------------------------------------------------------------

NEST = """
define i64 @nest(i64 %n, i64 %m) {
entry:
  br label %outer
outer:
  %i = phi i64 [ 0, %entry ], [ %i1, %latch ]
  %s = phi i64 [ 0, %entry ], [ %s1, %latch ]
  br label %inner
inner:
  %j = phi i64 [ 0, %outer ], [ %j1, %go ]
  %t = phi i64 [ %s, %outer ], [ %t1, %go ]
  %c = icmp slt i64 %j, %m
  br i1 %c, label %go, label %latch
go:
  %p = mul i64 %i, %j
  %t1 = add i64 %t, %p
  %j1 = add i64 %j, 1
  br label %inner
latch:
  %s1 = add i64 %t, 1
  %i1 = add i64 %i, 1
  %d = icmp slt i64 %i1, %n
  br i1 %d, label %outer, label %exit
exit:
  ret i64 %s1
}
"""


def nest(n: int, m: int) -> int:
    return sum(sum(i * j for j in range(m)) + 1 for i in range(n))


@pytest.mark.parametrize("level", [0, 2])
@pytest.mark.parametrize("stride", [0, 1, 7])
def test_ticks_are_exact(stride: int, level: int) -> None:
    """A tick every stride + 1 visits of headers, whichever loop they belong to."""
    program = Program(NEST, level=level)
    program.set("nest", calls=1000, stride=stride)
    assert program.call("nest", 5, 4) == nest(5, 4)
    visits = [loop for _ in range(5) for loop in (0, 1, 1, 1, 1, 1)]
    expected = [("nest", loop) for loop in visits[stride :: stride + 1]]
    assert program.turns == expected
    assert program.calls == []


def test_calls_are_exact() -> None:
    program = Program(NEST)
    program.set("nest", calls=3, stride=1 << 30)
    program.rearm = 9
    for number in range(1, 16):
        assert program.call("nest", 2, 2) == nest(2, 2)
        expected = 0 if number < 4 else 1 if number < 14 else 2
        assert len(program.calls) == expected, number
    assert program.turns == []
    assert program.budget("nest") == 8  # re-armed with 9 in the call before


def test_recursive_activations_have_budgets_of_their_own() -> None:
    program = Program("""
define i64 @f(i64 %n) {
  %z = icmp eq i64 %n, 0
  br i1 %z, label %x, label %p
p:
  br label %l
l:
  %i = phi i64 [ 0, %p ], [ %j, %l ]
  %m = sub i64 %n, 1
  %r = call i64 @f(i64 %m)
  %j = add i64 %i, 1
  %c = icmp slt i64 %j, 2
  br i1 %c, label %l, label %x
x:
  ret i64 %n
}
""")
    program.set("f", calls=1000, stride=1)
    program.call("f", 3)
    assert len(program.turns) == 1 + 2 + 4
    assert program.budget("f") == 1000 - 15


# -- redirecting -----------------------------------------------------------------------------------------------------


def test_redirect_goes_on_in_the_better_body() -> None:
    program = Program("""
define i64 @f(i64 %n) {
  ret i64 %n
}
define i64 @better(i64 %n) {
  %r = mul i64 %n, 3
  ret i64 %r
}
""")
    program.set("better", calls=1000)
    program.set("f", calls=1)
    program.rearm = 1
    program.better["f"] = program.address("better")
    assert [program.call("f", n) for n in range(6)] == [0, 3, 2, 9, 4, 15]
    assert program.calls == ["f"] * 3


PRINT = """
define i32 @f(ptr %b, ptr %t, ...) {
  %s = alloca ptr
  store ptr %t, ptr %s
  ret i32 -1
}
define i32 @better(ptr %b, ptr %t, ...) {
  ret i32 1
}
"""


def test_varargs_are_counted_and_go_on() -> None:
    """What only `musttail` could forward stays in its body; the next call comes through the slot anyway."""
    program = Program(PRINT)
    program.set("better", calls=1000)
    program.set("f", calls=1)
    program.rearm = 1
    program.better["f"] = program.address("better")
    function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p)(program.address("f"))
    assert [function(None, b"") for _ in range(4)] == [-1] * 4
    assert program.calls == ["f", "f"]


ODD = """
%T = type { i64, i64, i64, i64, i32 }
define void @f(ptr sret(%T) %r, ptr byval(%T) %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %g,
               ptr byval(%T) %h, i64 %i, double %x) {
  ret void
}
define void @better(ptr sret(%T) %r, ptr byval(%T) %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %g,
               ptr byval(%T) %h, i64 %i, double %x) {
  %a1 = getelementptr i64, ptr %a, i64 1
  %v = load i64, ptr %a1
  %h3 = getelementptr i64, ptr %h, i64 3
  %w = load i64, ptr %h3
  %y = fptosi double %x to i64
  store i64 -5, ptr %h3
  store i64 -5, ptr %a1
  %s1 = add i64 %v, %w
  %s2 = add i64 %s1, %i
  %s3 = add i64 %s2, %y
  %s4 = add i64 %s3, %g
  %r2 = getelementptr i64, ptr %r, i64 2
  store i64 %s4, ptr %r2
  ret void
}
define i64 @call(i64 %n) {
  %r = alloca %T
  %a = alloca %T
  %h = alloca %T
  %a1 = getelementptr i64, ptr %a, i64 1
  store i64 %n, ptr %a1
  %h3 = getelementptr i64, ptr %h, i64 3
  store i64 100, ptr %h3
  call void @f(ptr sret(%T) %r, ptr byval(%T) %a, i64 1, i64 2, i64 3, i64 4, i64 5000, ptr byval(%T) %h, i64 10000,
               double 20000.0)
  %r2 = getelementptr i64, ptr %r, i64 2
  %v = load i64, ptr %r2
  %k = load i64, ptr %a1
  %q = add i64 %v, %k
  ret i64 %q
}
"""


@pytest.mark.parametrize("level", [0, 2])
def test_redirect_forwards_byval_and_sret(level: int) -> None:
    program = Program(ODD, level=level)
    for name in ("better", "call"):
        program.set(name, calls=1000)
    program.better["f"] = program.address("better")
    for n in (1, 7, -4):
        assert program.call("call", n) == n + 100 + 10000 + 20000 + 5000 + n


WIDE = """
define [9 x i64] @f(i64 %n) {
  ret [9 x i64] zeroinitializer
}
define [9 x i64] @better(i64 %n) {
  %r = insertvalue [9 x i64] zeroinitializer, i64 %n, 8
  ret [9 x i64] %r
}
define i64 @call(i64 %n) {
  %r = call [9 x i64] @f(i64 %n)
  %v = extractvalue [9 x i64] %r, 8
  ret i64 %v
}
"""


def test_redirect_returns_what_does_not_fit_registers() -> None:
    program = Program(WIDE)
    for name in ("better", "call"):
        program.set(name, calls=1000)
    program.better["f"] = program.address("better")
    assert program.call("call", 41) == 41


def test_coroutine_counts_its_ramp() -> None:
    ramp = HARD["coroutine"][0]
    if llvm.llvm_version_info[0] < 22:
        ramp = ramp.replace("void @llvm.coro.end(", "i1 @llvm.coro.end(")
    program = Program(
        ramp
        + """
declare void @llvm.coro.destroy(ptr)
define i64 @run() {
  %h = call ptr @f(i32 3)
  call void @llvm.coro.destroy(ptr %h)
  ret i64 5
}
"""
    )
    program.set("run", calls=1000)
    program.set("f", calls=2)
    program.rearm = 2
    assert [program.call("run") for _ in range(7)] == [5] * 7
    assert program.calls == ["f", "f"]


# -- fast-math -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("%r = fadd double %x, %x", False),
        ("%r = fadd fast double %x, %x", True),
        ("%r = fmul reassoc double %x, %x", True),
        ("%r = fmul nnan ninf nsz double %x, %x", True),
        ("%r = fneg nsz double %x", True),
        ("%r = fdiv arcp contract double %x, %x", True),
        ("%r = tail call afn double @llvm.sqrt.f64(double %x)", True),
        ("%r = call double @llvm.sqrt.f64(double %x)", False),
        ("%r = select nnan i1 true, double %x, double %x", True),
        ("%r = fadd double %x, %x ; fast enough", False),
    ],
)
def test_value_changing(line: str, changes: bool) -> None:
    text = "declare double @llvm.sqrt.f64(double)\ndefine double @f(double %x) {\n  " + line + "\n  ret double %r\n}\n"
    verified(HEADER + text)
    assert value_changing(text[text.index("define") :]) is changes


def test_value_changing_by_attribute() -> None:
    sliced = Sliced(
        'define double @f(double %x) #0 {\n  ret double %x\n}\nattributes #0 = { "unsafe-fp-math"="true" }\n'
    )
    define = sliced.text[sliced.text.index("define") : sliced.text.index("\n}\n") + 2]
    assert value_changing(define, sliced.index)
    assert not value_changing(define)
