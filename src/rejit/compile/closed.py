"""What closed modules leave behind in a process that compiles."""

from __future__ import annotations

import gc

COLLECT_AFTER = 64  # modules: a pass takes some milliseconds, and a small module's index some kilobytes


class Closed:
    """Counts modules that have gone. An index and what is kept beside it refer to each other: they stay until Python's
    collector runs, which it does not by itself where LLVM does (serve.py)."""

    __slots__ = ("_count",)

    def __init__(self) -> None:
        self._count = 0

    def count(self) -> None:
        """One has gone."""
        self._count += 1
        if not self._count % COLLECT_AFTER:
            gc.collect()
