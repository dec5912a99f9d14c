"""Policies and transforms as a user writes them, in a module that compile workers can import (see
test_api_tiers_ends.py)."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

from rejit.tiers import HotPolicy, Profile


class Alternate:
    """Each function goes up and down between two levels for ever."""

    calls = 1
    loops = 1

    def __init__(self, low: int = 0, high: int = 2) -> None:
        self.low = low
        self.high = high

    def hot(self, function: Profile, now: float, queued: int) -> int | None:
        return self.low if function.level == self.high else self.high

    def next(self, queue: Sequence[Profile], now: float) -> Profile | None:
        return queue[0]

    def failed(self, function: Profile, now: float) -> float:
        return float("inf")


class Only(HotPolicy):
    """Nothing but the functions named; `names` is no plain value, so it is pickled."""

    def __init__(self, names: Sequence[str], level: int = 3) -> None:
        super().__init__(calls=1, loops=1, level=level, retry_s=0.0)
        self.names = frozenset(names)

    def hot(self, function: Profile, now: float, queued: int) -> int | None:
        return super().hot(function, now, queued) if function.name in self.names else None


class Broken(HotPolicy):
    """Raises in `hot`."""

    def hot(self, function: Profile, now: float, queued: int) -> int | None:
        raise ZeroDivisionError("the policy's own")


class Unsendable(HotPolicy):
    def __init__(self) -> None:
        super().__init__()
        self.key = lambda profile: profile.heat


def plus_hundred(name: str, define: str) -> str:
    """`add i64 %x, 1` becomes `add i64 %x, 100`."""
    return define.replace("add i64 %x, 1\n", "add i64 %x, 100\n")


def times_two(name: str, define: str) -> str:
    """`add i64 %x, 100` becomes `add i64 %x, 200`: it matters whether it runs after `plus_hundred`."""
    return define.replace("add i64 %x, 100\n", "add i64 %x, 200\n")


def counts_calls(name: str, define: str) -> tuple[str, Sequence[str]]:
    """A call of the program's `noticed(i64)` at the entry, and its declaration."""
    head, brace, body = define.partition("{\n")
    label, colon, rest = body.partition(":\n")
    return f"{head}{brace}{label}{colon}  call void @noticed(i64 {len(name)})\n{rest}", ["declare void @noticed(i64)"]


def throws(name: str, define: str) -> str:
    raise LookupError(f"nothing to be had for {name}")


def throws_for_f(name: str, define: str) -> str:
    return throws(name, define) if name == "f" else define


def breaks(name: str, define: str) -> str:
    """A value that is not defined."""
    return define.replace("ret i64 %r", "ret i64 %nowhere")


def no_text(name: str, define: str) -> int:
    return 7


def hangs(name: str, define: str) -> str:
    if name == "f":
        time.sleep(3600)
    return define


def dies(name: str, define: str) -> str:
    if name == "f":
        os.kill(os.getpid(), 9)
    return define


def dies_once(name: str, define: str) -> str:
    """The first worker that gets `f` is killed; a folder in the environment remembers."""
    mark = Path(os.environ["REJIT_TEST_FOLDER"]) / "died"
    if name == "f" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), 9)
    return define


def slow(name: str, define: str) -> str:
    """Takes a second."""
    time.sleep(1)
    return define
