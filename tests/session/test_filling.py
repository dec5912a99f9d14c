"""Variables that cannot be given their content: who has nothing to do with them does not notice."""

from __future__ import annotations

import pytest

from rejit import Session, Tier
from rejit.compile.backend import compile_ir
from rejit.errors import RelocationOverflow, UnresolvedSymbol

HALF_UNRESOLVED = """
@nope = external global i32
@ok = global i32 5
@tab = global ptr @nope

define ptr @f() {
  %v = load i32, ptr @ok, align 4
  %p = load ptr, ptr @tab, align 8
  %q = getelementptr i8, ptr %p, i32 %v
  ret ptr %q
}

define i32 @g() {
  %v = load i32, ptr @ok, align 4
  ret i32 %v
}
"""


def test_after_an_unresolved_symbol() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(1)], recompile="off") as session:
        lib = session.add(HALF_UNRESOLVED, name="m")
        for _ in range(2):
            with pytest.raises(UnresolvedSymbol, match="nope"):
                lib["f"]()
        assert lib["g"]() == 5


def test_after_an_object_that_could_not_be_linked() -> None:
    """What had referred to it refers to the one that is added in its place; what it referred to can be closed."""
    program = """
@table = global ptr @obj_func
declare i32 @obj_func()
define i32 @call() {
  %r = call i32 @obj_func()
  ret i32 %r
}
define i32 @through() {
  %p = load ptr, ptr @table, align 8
  %r = call i32 %p()
  ret i32 %r
}
"""
    overflowing = """
@table = external global ptr
@bad = global i32 ptrtoint (ptr @val to i32)
@val = global i32 7
declare i32 @g()
define ptr @uses() {
  %p = load ptr, ptr @table, align 8
  ret ptr %p
}
define i32 @obj_func() {
  %r = load i32, ptr @val, align 4
  %s = call i32 @g()
  %t = add i32 %r, %s
  ret i32 %t
}
"""
    with Session(workers=0, cache=None, tiers=[Tier(0)], recompile="off") as session:
        lib = session.add(program, name="m")
        other = session.add("define i32 @g() {\n  ret i32 1\n}\n", name="other")
        with pytest.raises(RelocationOverflow):
            session.add_object(compile_ir(overflowing, session.tier))
        session.add_object(compile_ir("define i32 @obj_func() {\n  ret i32 42\n}\n", session.tier))
        assert lib["call"]() == 42 and lib["through"]() == 42
        other.close()
