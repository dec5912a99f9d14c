"""What the tests of tiers run: a leaf, another, and a loop that calls the leaf."""

from __future__ import annotations

from typing import Any

import pytest

from rejit import HotPolicy, Tier

IR = """
define i64 @f(i64 %x) {
entry:
  %r = add i64 %x, 1
  ret i64 %r
}

define i64 @g(i64 %x) {
entry:
  %r = add i64 %x, 1
  ret i64 %r
}

define i64 @sum(i64 %n) {
entry:
  br label %loop
loop:
  %i = phi i64 [ 0, %entry ], [ %next, %loop ]
  %s = phi i64 [ 0, %entry ], [ %more, %loop ]
  %more = call i64 @f(i64 %s)
  %next = add i64 %i, 1
  %done = icmp sge i64 %next, %n
  br i1 %done, label %end, label %loop
end:
  ret i64 %more
}
"""
SOON = HotPolicy(calls=1, loops=1)
WORKERS = (0, 2)
every_way = pytest.mark.parametrize("workers", WORKERS)


def call(function: Any, times: int = 3) -> None:
    for _ in range(times):
        assert function(1) == 2


def top(transform: Any) -> Any:
    """Tiers whose last one does that to a compile worker."""
    return Tier(0), Tier(3, [transform])
