"""How names are found, and found again, while modules and libraries come."""

from __future__ import annotations

import ctypes

import pytest

import rejit
from rejit.errors import UnresolvedSymbol

DEEP = """\
declare void @nothing_defines_this()

define i32 @deep(i32 %n) {
entry:
  %last = icmp eq i32 %n, 0
  br i1 %last, label %end, label %more

more:                                             ; preds = %entry
  %m = sub i32 %n, 1
  %r = call i32 @deep(i32 %m)
  %s = add i32 %r, 1
  ret i32 %s

end:                                              ; preds = %entry
  call void @nothing_defines_this()
  ret i32 0
}
"""

LATER = """\
declare i32 @later()

define i32 @now() {
  %1 = call i32 @later()
  ret i32 %1
}
"""

COUNTER = """\
@v = thread_local global i32 7

define i32 @next() {
  %1 = load i32, ptr @v
  %2 = add i32 %1, 1
  store i32 %2, ptr @v
  ret i32 %2
}
"""


@pytest.mark.parametrize("depth", [10, 3000, 20_000])
def test_an_error_below_many_frames(depth: int) -> None:
    with rejit.Session(workers=1) as jit, pytest.raises(UnresolvedSymbol, match="nothing_defines_this"):
        jit.add(DEEP, name="deep")["deep"](depth)


def test_a_name_that_is_defined_after_it_was_missed() -> None:
    with rejit.Session(workers=1) as jit:
        now = jit.add(LATER, name="now")["now"]
        with pytest.raises(UnresolvedSymbol, match="later"):
            now()
        jit.add("define i32 @later() {\n  ret i32 42\n}\n", name="later")
        assert now() == 42


def test_thread_locals_stay_when_a_library_comes() -> None:
    with rejit.Session(workers=1) as jit:
        lib = jit.add(COUNTER, name="counter")
        assert [lib["next"](), lib["next"]()] == [8, 9]
        jit.load("libm.so.6")
        assert lib.data("v").as_ctypes(ctypes.c_int32).value == 9


def test_a_section_that_grows_after_it_was_laid_out() -> None:
    text = (
        '@{0} = global i32 {1}, section "mine"\n\n'
        "define i32 @get_{0}() {{\n  %1 = load i32, ptr @{0}\n  ret i32 %1\n}}\n"
    )
    with rejit.Session(workers=1) as jit:
        assert jit.add(text.format("a", 1), name="a")["get_a"]() == 1
        assert jit.add(text.format("b", 2), name="b")["get_b"]() == 2


def test_a_stored_failure_does_not_grow() -> None:
    with rejit.Session(workers=1) as jit:
        bad = jit.add("define i32 @bad() {\n  ret i32 %nowhere\n}\n", name="bad")["bad"]
        lengths = []
        for _ in range(3):
            with pytest.raises(rejit.RejitError) as caught:
                bad()
            lengths.append(len(caught.traceback))
        assert lengths[0] == lengths[-1]
