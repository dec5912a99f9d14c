"""What LLVM keeps from one compile to the next."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rejit.compile import backend

if TYPE_CHECKING:
    from rejit.tiers import TierKey

O3: TierKey = (3, "native", "", (), 0, "stub", None)


def test_a_compile_takes_no_longer_for_those_before_it() -> None:
    """With one pass builder for all it takes twice as long after 300: 7 and 14 ms. CPU time, the least of twenty."""
    taken = []
    for _ in range(300):
        start = time.thread_time()
        backend.compile_ir(backend._SMALL, O3)
        taken.append(time.thread_time() - start)
    assert min(taken[-20:]) < 1.5 * min(taken[5:25])
