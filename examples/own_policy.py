"""A policy and a transform of one's own, and what becomes of the functions they are used on.

Both run in the compile processes, so they are classes and functions at the top level of a file. What this file does as
a program stands behind `if __name__ == "__main__"`.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence

import rejit

IR = """
define i64 @gcd(i64 %a, i64 %b) {
entry:
  br label %loop
loop:
  %x = phi i64 [ %a, %entry ], [ %y, %loop ]
  %y = phi i64 [ %b, %entry ], [ %r, %loop ]
  %r = urem i64 %x, %y
  %done = icmp eq i64 %r, 0
  br i1 %done, label %end, label %loop
end:
  ret i64 %y
}

define i64 @coprime(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 1, %entry ], [ %j, %loop ]
  %count = phi i64 [ 0, %entry ], [ %more, %loop ]
  %g = call i64 @gcd(i64 %i, i64 %n)
  %one = icmp eq i64 %g, 1
  %add = zext i1 %one to i64
  %more = add i64 %count, %add
  %j = add i64 %i, 1
  %last = icmp eq i64 %i, %n
  br i1 %last, label %end, label %loop
end:
  ret i64 %more
}
"""


class StepByStep:
    """From level to level, small functions first. `rejit.HotPolicy`, the shipped one, implements the same three."""

    calls = 100  # entries of a function before `hot` hears of it
    loops = 5000  # turns of its loops before the same

    def hot(self, function: rejit.Profile, now: float, queued: int) -> int | None:
        return {0: 1, 1: 3}.get(function.level)

    def next(self, queue: Sequence[rejit.Profile], now: float) -> rejit.Profile | None:
        return min(queue, key=lambda function: function.lines)

    def failed(self, function: rejit.Profile, now: float) -> float:
        return float("inf")  # not again


def count_divisions(name: str, define: str) -> tuple[str, Sequence[str]]:
    """A transform: count what is slow. The text of a function, and what the module needs for it."""
    counter = "  call void @divided()\n"
    return re.sub(r"(  %\w+ = [us](?:rem|div) )", rf"{counter}\1", define), ["declare void @divided()"]


divisions = 0


@ctypes.CFUNCTYPE(None)
def divided() -> None:
    global divisions
    divisions += 1


if __name__ == "__main__":
    tiers = (
        rejit.Tier(0, [count_divisions]),  # what is counted is over with the first replacement
        rejit.Tier(1),
        rejit.Tier(3),
    )
    with rejit.Session(tiers=tiers, policy=StepByStep(), symbols={"divided": divided}) as jit:
        seen: list[str] = []
        jit.on("redirected", lambda module, function, level: seen.append(f"{function} to level {level}"))
        lib = jit.add(IR, name="numbers")
        gcd = lib["gcd"]
        print("gcd", gcd(12, 18), "after", divisions, "divisions, at level", gcd.tier)
        while gcd.tier != 3:  # the same answer whatever it runs in
            assert sum(lib["coprime"](n) for n in range(1, 300)) == 27318
            jit.wait_idle()
        print("gcd went", ", ".join(step for step in seen if step.startswith("gcd")).replace("gcd ", ""))
        before = divisions
        gcd(12, 18)
        print(divisions - before, "divisions counted at the top")
