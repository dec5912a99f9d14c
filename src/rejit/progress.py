"""A line on stderr for what takes more than a second, where stderr is a terminal.

It is written by whoever waits, when something arrives or a second has passed: there is no thread, and nothing is
written for what is quick. `\\r` and "erase to the end of the line" keep it one line; at the end it is gone.
"""

from __future__ import annotations

import os
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

AFTER_S = 1.0  # seconds of work before the line appears
EVERY_S = 0.1  # seconds between two of its states
ERASE = "\r\x1b[K"


class Progress:
    """While this lives (it is a context manager), the compiler that waits calls `tick`.

    what   the words in front of the figures: "compiling prog.bc"
    total  how many functions there are to compile; 0: it cannot be said
    done   gives how many are compiled
    """

    def __init__(self, compiler: Any, what: str, total: int = 0, done: Callable[[], int] | None = None) -> None:
        self.compiler = compiler
        self.what = what
        self.total = total
        self.done = done
        self._started = self._last = monotonic()
        self._shown = self._over = False

    def __enter__(self) -> Progress:
        self._call(self.tick)
        self.tick()
        return self

    def __exit__(self, *_: object) -> None:
        self._call(None)
        self._over = True
        if self._shown:
            _write(ERASE)

    def _call(self, tick: Callable[[], None] | None) -> None:
        self.compiler.waiting = tick
        if self.compiler.local is not None:  # it serves in the other's place
            self.compiler.local.waiting = tick

    def tick(self) -> None:
        """Something has arrived, or time has passed: bring the line up to date, if it is time."""
        now = monotonic()
        if self._over or now - self._started < AFTER_S or (self._shown and now - self._last < EVERY_S):
            return
        self._shown, self._last = True, now
        _write(ERASE + self.line(now - self._started)[: _columns() - 1])

    def line(self, seconds: float) -> str:
        """The line after so many seconds."""
        figures = f"{seconds:.0f} s"
        if self.total and self.done is not None:
            done = min(self.done(), self.total)
            share = f"{done * 100 // self.total} %" if done < self.total else "now linking"
            figures = f"{done:,} of {self.total:,} functions, {share}, {figures}"
        return f"rejit: {self.what}: {figures}"


def _write(text: str) -> None:
    try:
        os.write(2, text.encode("utf-8", "replace"))
    except OSError:
        pass  # the terminal is gone


def _columns() -> int:
    try:
        return os.get_terminal_size(2).columns or 80
    except OSError:
        return 80
