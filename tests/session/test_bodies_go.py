"""A body that was replaced is not called any more, by whatever way it was replaced."""

from __future__ import annotations

import subprocess
import sys

from rejit import Config, Session, Tier

RECURSIVE = """
define i32 @g(i32 %x) {
  ret i32 1
}

define i32 @f(i32 %n) {
  %c = icmp slt i32 %n, 1
  br i1 %c, label %a, label %b

a:
  ret i32 0

b:
  %n1 = sub i32 %n, 1
  %n2 = sub i32 %n, 2
  %r = call i32 @f(i32 %n1)
  %q = call i32 @f(i32 %n2)
  %g = call i32 @g(i32 %n)
  %s = add i32 %r, %q
  %t = add i32 %s, %g
  ret i32 %t
}
"""

DOWN = f"""
from rejit import Session, Tier
with Session(workers=0, cache=None, tiers=[Tier(2), Tier(3)]) as session:
    lib = session.add('''{RECURSIVE}''', name="m")
    f = lib["f"]
    seen = [f(5)]
    for tier in (3, 2):
        lib.compile(["f"], tier=tier)
        session.reclaim()
        seen.append(f(5))
    print(seen)
"""


def test_recursion_when_a_function_is_brought_down() -> None:
    """It called itself in the body of before, which had been freed. In a process of its own: that ends it."""
    done = subprocess.run([sys.executable, "-c", DOWN], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "[12, 12, 12]\n"), done.stderr


def test_recursion_when_what_was_inlined_is_replaced() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(2), Tier(3)]) as session:
        lib = session.add(RECURSIVE, name="m")
        f = lib["f"]
        lib.compile(["f"], tier=3)
        assert f(5) == 12
        lib.replace("g", "define i32 @g(i32 %x) {\n  ret i32 100\n}\n")
        assert f(5) == 1200


def test_replaced_again_and_again_by_what_calls_itself_through_another() -> None:
    """What each replacement brought along called the function directly, and went with it."""
    helped = """
define i32 @f(i32 %x) noinline {{
  %c = icmp sgt i32 %x, 0
  br i1 %c, label %a, label %b

a:
  %y = call i32 @h(i32 %x)
  %z = add i32 %y, {0}
  ret i32 %z

b:
  ret i32 {0}
}}

define i32 @h(i32 %x) noinline {{
  %y = sub i32 %x, 1
  %r = call i32 @f(i32 %y)
  %q = add i32 %r, 1
  ret i32 %q
}}
"""
    plain = """
define i32 @f(i32 %x) noinline {
  ret i32 %x
}

define i32 @m(i32 %x) noinline {
  %r = call i32 @f(i32 %x)
  %s = add i32 %r, 1
  ret i32 %s
}
"""
    tiers, config = [Tier(2, inline=0)], Config(reclaim="always")
    with Session(workers=0, cache=None, tiers=tiers, recompile="off", config=config) as session:
        lib = session.add(plain, name="m")
        assert lib["m"](1) == 2
        for number in (10, 20, 30, 40):
            lib.replace("f", helped.format(number))
            assert lib["m"](1) == 2 * number + 2
            session.reclaim()
            assert all(body._arena is not None for body in lib._module.functions["f"].callers)


def test_what_is_replaced_while_a_caller_that_has_it_inlined_arrives() -> None:
    """`emit_compiled` stands for another thread, between the look at what has arrived and its linking."""
    with Session(workers=0, cache=None, tiers=[Tier(3)], recompile="off") as session:
        text = "define i32 @g(i32 %x) {\n  ret i32 1\n}\n\n"
        text += "define i32 @f(i32 %n) {\n  %g = call i32 @g(i32 %n)\n  ret i32 %g\n}\n"
        lib = session.add(text, name="m")
        f = lib["f"]
        assert lib["g"](1) == 1
        lib._module.fetch(("f",))
        emit, waiting = session.emit_compiled, [True]

        def replacing() -> None:
            if waiting and "f" in lib._module.ready:
                waiting.clear()
                lib.replace("g", "define i32 @g(i32 %x) {\n  ret i32 100\n}\n")
            emit()

        session.emit_compiled = replacing  # type: ignore[method-assign]
        assert f(1) == 100 and not waiting
