"""When a worker stores what it compiled: not while it may be asked, and not never."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from rejit.compile import worker
from rejit.compile.channel import Channel


class Poll:
    """Says how long it was asked to wait, and that nothing came within `quiet_ms`."""

    def __init__(self, quiet_ms: int) -> None:
        self.quiet_ms = quiet_ms
        self.waits: list[int] = []

    def poll(self, wait: int) -> list[Any]:
        self.waits.append(wait)
        return [] if wait <= self.quiet_ms else [1]


@pytest.mark.parametrize(("age", "stored"), [(0.0, False), (worker.KEEP_SOON_S + 1, True)])
def test_a_steady_pace_does_not_keep_it_for_ever(age: float, stored: bool) -> None:
    """Something is asked every 150 ms: what was compiled waits for longer quiet, but for 5 s at most."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        one = worker._Worker(Channel(ours), {}, None)
        one.poll = Poll(150)  # type: ignore[assignment]
        one.keep.put_units([object()])  # type: ignore[list-item]
        one.kept_all -= age
        one.keep_while_idle()
        assert bool(one.keep) is not stored
