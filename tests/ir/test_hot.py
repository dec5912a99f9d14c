"""Triggers: LLVM accepts them in every shape of function, of real programs too."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple

import llvmlite.binding as llvm
import pytest
from instrumented import compiled, instrumented, verified
from slicing import Sliced

from aot import Builds
from rejit.ir.hot import instrument
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import partition

ROOT = Path(__file__).parents[2]
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


def slow(*programs: str) -> list[Any]:
    return [pytest.param(program, marks=pytest.mark.slow) for program in programs]


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("program", ["bzip2", "bzip2-g", "lua", "lua-g", *slow("zlib", "figlet", "sqlite", "sqlite-g")])
def test_corpus(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every function of real programs, which are built if they are not there; a sample of SQLite's."""
    monkeypatch.syspath_prepend(ROOT)
    from bench import corpus

    name = program.removesuffix("-g")
    path = corpus.build([name], aot=False)[name] / f"{program}.ll"
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
