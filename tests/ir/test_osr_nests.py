"""Loops in loops: those around are loops again; odd names; what a phi has from the end of a block."""

from __future__ import annotations

import ctypes
import re

import pytest
from instrumented import Program
from test_osr import check

DEEP = """
@sink = global i64 0
define i64 @f(i64 %n, i64 %m) ATTRIBUTES {
entry:
  br label %outermost
outermost:
  %h = phi i64 [ 0, %entry ], [ %h1, %latch ]
  %s = phi i64 [ 1, %entry ], [ %s2, %latch ]
  br label %outer
outer:
  %i = phi i64 [ 0, %outermost ], [ %i1, %olatch ]
  %t = phi i64 [ %s, %outermost ], [ %t2, %olatch ]
  br label %middle
middle:
  %j = phi i64 [ 0, %outer ], [ %j1, %mlatch ]
  %u = phi i64 [ %t, %outer ], [ %u2, %mlatch ]
  %hi = mul i64 %h, %i
  br label %inner
inner:
  %k = phi i64 [ 0, %middle ], [ %k1, %inner ]
  %v = phi i64 [ %u, %middle ], [ %v1, %inner ]
  %jk = mul i64 %j, %k
  %x = xor i64 %hi, %jk
  %v1 = add i64 %v, %x
  %k1 = add i64 %k, 1
  %kc = icmp slt i64 %k1, %m
  br i1 %kc, label %inner, label %mlatch
mlatch:
  %u2 = mul i64 %v1, 3
  store i64 %u2, ptr @sink
  %j1 = add i64 %j, 1
  %jc = icmp slt i64 %j1, 3
  br i1 %jc, label %middle, label %olatch
olatch:
  %t2 = xor i64 %u2, %j
  %i1 = add i64 %i, 1
  %ic = icmp slt i64 %i1, %n
  br i1 %ic, label %outer, label %latch
latch:
  %s2 = sub i64 %t2, %h
  %h1 = add i64 %h, 1
  %hc = icmp slt i64 %h1, 3
  br i1 %hc, label %outermost, label %exit
exit:
  ret i64 %s2
}
"""


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("attributes", ["", "noinline"])
def test_loops_in_loops(attributes: str, level: int) -> None:
    """Each is entered, and those around it, up to two, are loops again: entered at their headers, in a copy."""
    program = Program(DEEP.replace("ATTRIBUTES", attributes), level=level, osr=True)
    assert not program.refused
    assert check(program, ["f"], arguments=((3, 4), (2, 1))) >= 30
    counts = {loop: len(made.lines) for (_, loop), made in program.made_continuations.items()}
    assert counts == {0: 1, 1: 2, 2: 3, 3: 3}  # the comdat's line, and a function for each loop around
    innermost = program.made_continuations["f", 3].text
    assert len(re.findall(r"= call i64 @\"f\.osr\.3\.[01]\"", innermost)) == 2
    for label in ("outermost", "outer"):
        assert re.search(rf"\n{label}:\n(?:  %\w+ = phi .*\n)+(?:  [^b\n].*\n)*  ret i64 ", innermost)


@pytest.mark.parametrize("level", [0, 3])
def test_names_that_look_like_ours(level: int) -> None:
    text = DEEP.replace("ATTRIBUTES", "")
    for old, name in {"v": "r.0", "u": "u.1", "t": "m.x", "x": "c.x", "hi": "n.0", "jk": "v.x"}.items():
        text = re.sub(rf"%{old}\b", f"%{name}", text)
    program = Program(text, level=level, osr=True)
    assert not program.refused
    assert check(program, ["f"], arguments=((3, 4), (2, 1))) >= 30


SIBLINGS = """
@sink = global i64 0
define i64 @f(i64 %n, i64 %m) {
entry:
  br label %outer
outer:
  %i = phi i64 [ 0, %entry ], [ %i1, %latch ]
  %s = phi i64 [ 1, %entry ], [ %v1, %latch ]
  br label %before
before:
  %b = phi i64 [ 0, %outer ], [ %b1, %before ]
  %b1 = add i64 %b, 1
  %bc = icmp slt i64 %b1, 2
  br i1 %bc, label %before, label %middle
middle:
  %j = phi i64 [ 0, %before ], [ %j1, %mlatch ]
  %u = phi i64 [ %s, %before ], [ %v1, %mlatch ]
  br label %inner
inner:
  %k = phi i64 [ 0, %middle ], [ %k1, %inner ]
  %v = phi i64 [ %u, %middle ], [ %v1, %inner ]
  %x = xor i64 %v, %b1
  %v1 = add i64 %x, %j
  %k1 = add i64 %k, 1
  %kc = icmp slt i64 %k1, %m
  br i1 %kc, label %inner, label %mlatch
mlatch:
  %j1 = add i64 %j, 1
  %jc = icmp slt i64 %j1, 3
  br i1 %jc, label %middle, label %latch
latch:
  store i64 %v1, ptr @sink
  %i1 = add i64 %i, 1
  %ic = icmp slt i64 %i1, %n
  br i1 %ic, label %outer, label %exit
exit:
  ret i64 %v1
}
"""


@pytest.mark.parametrize("level", [0, 3])
def test_a_loop_before_is_no_loop_around(level: int) -> None:
    program = Program(SIBLINGS, level=level, osr=True)
    assert check(program, ["f"], arguments=((3, 4), (2, 1))) >= 25
    innermost = program.made_continuations["f", 3].text
    assert re.findall(r"= call i64 @\"f\.osr\.3\.(\d)\"", innermost) == ["0", "2"]


INVOKED = """
@sink = global i64 0
declare i32 @__gxx_personality_v0(...)
define internal i64 @g(i64 %x) noinline {
  %y = mul i64 %x, 3
  ret i64 %y
}
define i64 @f(i64 %n, i64 %m) personality ptr @__gxx_personality_v0 {
entry:
  br label %o1
o1:
  %h = phi i64 [ 0, %entry ], [ %h1, %l1 ]
  %hs = phi i64 [ 0, %entry ], [ %a1, %l1 ]
  br label %o2
o2:
  %g = phi i64 [ 0, %o1 ], [ %g1, %l2 ]
  %gs = phi i64 [ %hs, %o1 ], [ %a1, %l2 ]
  br label %outer
outer:
  %i = phi i64 [ 0, %o2 ], [ %i1, %latch ]
  %s = phi i64 [ %gs, %o2 ], [ %a1, %latch ]
  %r = invoke i64 @g(i64 %i) to label %cont unwind label %pad
cont:
  %p = phi i64 [ %r, %outer ]
  br label %inner
inner:
  %k = phi i64 [ 0, %cont ], [ %k1, %inner ]
  %a = phi i64 [ %s, %cont ], [ %a1, %inner ]
  %x = mul i64 %k, %r
  %x2 = xor i64 %x, %p
  %a1 = add i64 %a, %x2
  %k1 = add i64 %k, 1
  %c = icmp slt i64 %k1, %m
  br i1 %c, label %inner, label %latch
latch:
  %i1 = add i64 %i, 1
  %d = icmp slt i64 %i1, %n
  br i1 %d, label %outer, label %l2
l2:
  %g1 = add i64 %g, 1
  %gd = icmp slt i64 %g1, 2
  br i1 %gd, label %o2, label %l1
l1:
  %h1 = add i64 %h, 1
  %hd = icmp slt i64 %h1, 2
  br i1 %hd, label %o1, label %exit
exit:
  ret i64 %a1
pad:
  %l = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %l
}
"""
SWITCHED = """
@sink = global i64 0
define i64 @f(i64 %n, i64 %m) {
entry:
  br label %outer
outer:
  %i = phi i64 [ 0, %entry ], [ %i1, %latch ], [ %i1, %latch ]
  %y = phi i64 [ 3, %entry ], [ %w, %latch ], [ %w, %latch ]
  %w = add i64 %i, %n
  br label %inner
inner:
  %k = phi i64 [ 0, %outer ], [ %k1, %inner ]
  %a = phi i64 [ %y, %outer ], [ %a1, %inner ]
  %x = mul i64 %k, %w
  %a1 = add i64 %a, %x
  %k1 = add i64 %k, 1
  %c = icmp slt i64 %k1, %m
  br i1 %c, label %inner, label %latch
latch:
  %i1 = add i64 %i, 1
  %d = icmp slt i64 %i1, %n
  %z = select i1 %d, i64 %i1, i64 1000
  switch i64 %z, label %exit [
    i64 1, label %outer
    i64 2, label %outer
  ]
exit:
  ret i64 %a1
}
"""


@pytest.mark.parametrize("level", [0, 3])
@pytest.mark.parametrize("text", [INVOKED, SWITCHED], ids=["invoke", "switch"])
def test_what_a_phi_has_from_the_end_of_a_block(text: str, level: int) -> None:
    """The result of the invoke that ends it, and one value for two edges."""
    ctypes.CDLL("libstdc++.so.6", ctypes.RTLD_GLOBAL)
    program = Program(text, level=level, osr=True)
    assert not program.refused
    assert check(program, ["f"], arguments=((4, 3), (3, 2))) >= 4
