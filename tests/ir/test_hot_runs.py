"""Triggers that run: they count exactly, they lead to the better body, and they change no result."""

from __future__ import annotations

import ctypes
from pathlib import Path

import llvmlite.binding as llvm
import pytest
from instrumented import Program, verified
from slicing import HEADER, Sliced
from test_hot import HARD

from rejit.ir.hot import value_changing

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(__file__).parents[1] / "programs"


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
    """A tick every stride + 1 visits of headers, whichever loop they belong to; the first where the calls left say."""
    program = Program(NEST, level=level)
    program.set("nest", calls=1001, stride=stride)
    assert program.call("nest", 5, 4) == nest(5, 4)
    visits = [loop for _ in range(5) for loop in (0, 1, 1, 1, 1, 1)]
    expected = [("nest", loop) for loop in visits[1001 & stride :: stride + 1]]
    assert program.turns == expected
    assert program.calls == []


def test_activations_of_few_turns_tick_as_often_as_long_ones() -> None:
    program = Program(NEST)
    program.set("nest", calls=1000, stride=255)
    for _ in range(256):
        program.call("nest", 4, 5)  # 28 visits
    assert len(program.turns) == 28


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
