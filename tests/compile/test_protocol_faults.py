"""A compile server or worker that is killed at any byte of the protocol: the call succeeds all the same, or raises an
error that names the function. It never hangs, and what comes is never other than what a whole server would have sent.
"""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from zygote import FaultyCompiler, Plan, Zygote

from rejit.config import Config
from rejit.errors import CompilerCrashed, NotIR
from rejit.ir.index import ModuleIndex
from rejit.tiers import PLAIN as TIER

IR = """source_filename = "small"

@text = private unnamed_addr constant [6 x i8] c"hello\\00", align 1
@count = global i32 7, align 4

define i32 @f(i32 %x) {
entry:
  %a = call i32 @g(i32 %x)
  %b = load i32, ptr @count, align 4
  %c = add i32 %a, %b
  ret i32 %c
}

define i32 @g(i32 %x) {
entry:
  %r = load i8, ptr @text, align 1
  %s = sext i8 %r to i32
  %t = add i32 %s, %x
  ret i32 %t
}

define i32 @h(i32 %x) {
entry:
  %r = mul i32 %x, %x
  ret i32 %r
}
"""
LIMIT_S = 5.0  # far more than any run takes, far less than any time-out
PLACES = [(where, way) for where in ("server", "server-worker", "worker") for way in ("send", "receive")]


class Small:
    """A small session on the pool alone: three functions, two variables, one print of IR."""

    def __init__(self, zygote: Zygote, plans: list[Plan | None]) -> None:
        self.pieces: dict[str, Any] = {}
        self.failed: dict[str, str] = {}
        self.answered: set[str] = set()
        self.compiler = FaultyCompiler(Config(idle_exit_s=5.0), 1, self.deliver)
        self.compiler.zygote = zygote
        self.compiler.plans = plans
        self.canonical = ""

    def deliver(self, message: tuple[Any, ...]) -> None:
        if message[0] == "pieces":
            for piece in message[5]:
                for symbol in piece[5]:
                    if symbol[0]:
                        assert symbol[0] not in self.pieces or self.pieces[symbol[0]] == piece
                        self.pieces[symbol[0]] = piece
        elif message[0] == "failed":
            self.failed[message[3]] = message[5]
        else:
            self.answered.update(message[2], message[3])

    def fetch(self, functions: tuple[str, ...], variables: tuple[str, ...] = ()) -> None:
        names = (*functions, *variables)
        self.compiler.fetch(
            1, functions, variables, TIER, lambda: all(n in self.pieces or n in self.failed for n in names)
        )

    def run(self) -> None:
        try:
            self.compiler.add_module(1, ModuleIndex.build(IR), TIER)
            self.fetch(("f",))
            self.compiler.used(1, "f")
            self.fetch(("g",), ("count",))
            self.canonical = self.compiler.canonical(IR.encode())
            self.compiler.poll()
            self.fetch(("h",))
        finally:
            self.compiler.close()


@pytest.fixture(scope="module")
def whole(zygote: Zygote) -> Small:
    """The session undisturbed."""
    small = Small(zygote, [])
    small.run()
    assert not small.failed
    return small


def lengths(zygote: Zygote, where: str, log: Path) -> dict[str, int]:
    """How many bytes pass in each direction there, undisturbed."""
    plan = {"where": where, "direction": "send", "after": 1 << 40, "log": os.fspath(log)}
    Small(zygote, [plan]).run()
    found: dict[str, int] = json.loads(log.read_text())
    return found


def places(total: int, every: bool) -> list[int]:
    """Where to kill: at every byte, or at the ends, about message headers, and at some places between."""
    if every:
        return list(range(1, total + 1))
    return sorted({*range(1, min(12, total)), *range(12, total, max(1, total // 18)), total - 1, total})


def check_killed_once(zygote: Zygote, whole: Small, where: str, way: str, log: Path, every: bool) -> None:
    total = lengths(zygote, where, log)[way]
    assert total > 100
    for after in places(total, every):
        small = Small(zygote, [{"where": where, "direction": way, "after": after}])
        start = time.monotonic()
        small.run()
        assert time.monotonic() - start < LIMIT_S, after
        assert not small.failed, after
        assert small.pieces == whole.pieces, after
        assert small.canonical == whole.canonical, after


@pytest.mark.parametrize(("where", "way"), PLACES)
def test_killed_once(zygote: Zygote, whole: Small, where: str, way: str, tmp_path: Path) -> None:
    check_killed_once(zygote, whole, where, way, tmp_path / "log", every=False)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("where", "way"), PLACES)
def test_killed_once_at_every_byte(zygote: Zygote, whole: Small, where: str, way: str, tmp_path: Path) -> None:
    check_killed_once(zygote, whole, where, way, tmp_path / "log", every=True)


@pytest.mark.parametrize(("where", "way"), PLACES)
def test_killed_always(zygote: Zygote, whole: Small, where: str, way: str, tmp_path: Path) -> None:
    """Every server, or every worker, dies at that place: an error that names the function, or success."""
    total = lengths(zygote, where, tmp_path / "log")[way]
    for after in range(1, total, total // 6):
        plan = {"where": where, "direction": way, "after": after, "all_workers": True}
        small = Small(zygote, [plan] * 40)
        start = time.monotonic()
        raised = None
        try:
            small.run()
        except Exception as error:
            raised = error
        assert time.monotonic() - start < LIMIT_S, after
        if raised is not None:
            assert isinstance(raised, (CompilerCrashed, NotIR)), (after, raised)
            assert str(raised).startswith(("f:", "g:", "h:", "the module:", "LLVM ended its process")), (after, raised)
        for name, text in small.failed.items():
            assert name in ("f", "g", "h", "count"), after
            assert "SIGKILL" in text, after
        for name, piece in small.pieces.items():
            assert piece == whole.pieces[name], after


def test_stopped_server_is_given_up(zygote: Zygote, whole: Small) -> None:
    """A server that neither works nor dies (stopped, swapped out) is replaced."""
    small = Small(zygote, [])
    small.compiler.config = Config(silence_timeout_s=1.0)
    small.compiler.add_module(1, ModuleIndex.build(IR), TIER)
    small.fetch(("f",))
    first = small.compiler.server
    os.kill(first, signal.SIGSTOP)
    start = time.monotonic()
    small.fetch(("h",))
    assert time.monotonic() - start < LIMIT_S
    assert small.compiler.starts == 2
    assert small.pieces["h"] == whole.pieces["h"]
    small.compiler.close()
    deadline = time.monotonic() + 2
    while os.path.exists(f"/proc/{first}") and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not os.path.exists(f"/proc/{first}"), "the stopped server was left behind"
