"""Recompiling that ends badly, and sessions that end while it goes on."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest

import own_tiers
from rejit import Config, HotPolicy, Session
from rejit.compile.channel import Channel
from rejit.errors import CompilerCrashed
from tier_ir import IR, SOON, call, top

# -- compiles that end badly -------------------------------------------------------------------------------------------


def test_what_is_queued_at_the_end_is_there_at_the_next_start(tmp_path: Path) -> None:
    """One is being compiled when the session ends, the others wait."""
    names = ["one", "two", "three"]
    text = "\n".join(f"define i32 @{name}(i32 %x) {{\n  %r = add i32 %x, 1\n  ret i32 %r\n}}" for name in names)
    for start in range(2):
        hot: set[str] = set()
        with Session(workers=2, policy=SOON, tiers=top(own_tiers.slow), cache=tmp_path) as jit:
            jit.on("hot", lambda module, name, level, hot=hot: hot.add(name))
            library = jit.add(text)
            functions = [library[name] for name in names]
            for f in functions:
                call(f)
            assert [f.tier for f in functions] == [3 if start else 0] * 3
            if not start:
                end = time.monotonic() + 20
                while hot != set(names) and time.monotonic() < end:
                    time.sleep(0.01)
            server = jit.compiler.server_pid
        end = time.monotonic() + 20
        while os.path.exists(f"/proc/{server}/exe") and time.monotonic() < end:
            time.sleep(0.01)


def test_what_is_being_compiled_at_the_end_is_there_at_the_next_start(tmp_path: Path) -> None:
    hot = threading.Event()
    for start in range(2):
        with Session(workers=2, policy=SOON, tiers=top(own_tiers.slow), cache=tmp_path) as jit:
            jit.on("hot", lambda *_: hot.set())
            f = jit.add(IR)["f"]
            call(f)
            assert f.tier == (3 if start else 0)
            if not start:
                assert hot.wait(20)
                time.sleep(0.3)  # a worker has it
            server = jit.compiler.server_pid
        end = time.monotonic() + 20
        while os.path.exists(f"/proc/{server}/exe") and time.monotonic() < end:
            time.sleep(0.01)


def test_a_worker_killed_at_the_top_tier_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJIT_TEST_FOLDER", str(tmp_path))
    with Session(workers=2, policy=SOON, tiers=top(own_tiers.dies_once)) as jit:
        f = jit.add(IR)["f"]
        call(f)
        assert jit.wait_idle() and f.tier == 3 and (tmp_path / "died").exists()
        call(f)
        assert jit.tiering.failures == {}


def test_a_function_that_kills_its_worker_keeps_its_body() -> None:
    policy = HotPolicy(calls=1, loops=1, attempts=1)
    with Session(workers=2, policy=policy, tiers=top(own_tiers.dies)) as jit:
        library = jit.add(IR, name="m")
        call(library["f"])
        call(library["g"])
        assert jit.wait_idle()
        assert (library["f"].tier, library["g"].tier) == (0, 3)
        call(library["f"])
        assert jit.tiering.failures == {"f": "CompilerCrashed: LLVM's process was ended by SIGKILL, 2 times"}
        with pytest.raises(CompilerCrashed, match="f, in m: LLVM's process was ended by SIGKILL"):
            jit.recompile(library["f"], tier=3)
        call(library["f"])


def test_a_compile_that_hangs_is_ended() -> None:
    policy = HotPolicy(calls=1, loops=1, attempts=1)
    config = Config(compile_timeout_s=5.0)  # `g` must be done within it, by a worker that yields to all others
    with Session(workers=2, policy=policy, config=config, tiers=top(own_tiers.hangs)) as jit:
        library = jit.add(IR)
        call(library["f"])
        call(library["g"])
        assert jit.wait_idle()
        assert (library["f"].tier, library["g"].tier) == (0, 3)
        assert jit.tiering.failures == {"f": "CompileTimeout: not finished after 5 s"}
        call(library["f"])


@pytest.mark.parametrize("hangs", [False, True])
def test_a_compile_server_that_is_killed_is_replaced(hangs: bool) -> None:
    """At rest, and with a hot function in its hands: that keeps its body, others get theirs from the next server."""
    with Session(workers=2, policy=SOON, tiers=top(own_tiers.hangs) if hangs else None) as jit:
        hot = threading.Event()
        jit.on("hot", lambda module, name, level: hot.set())
        library = jit.add(IR)
        f, g = library["f"], library["g"]
        call(f)
        assert hot.wait(60)
        if not hangs:
            assert jit.wait_idle() and f.tier == 3
        first = jit.compiler.server_pid
        os.kill(first, signal.SIGKILL)
        call(f)
        call(g)
        assert jit.compiler.server_pid != first
        assert jit.wait_idle() and g.tier == 3
        assert f.tier == (0 if hangs else 3)
        call(f)


UNSELECTABLE = """
define i64 @bad(i64 %x) {
entry:
  %r = call i64 @llvm.aarch64.crc32x(i64 %x)
  ret i64 %r
}

declare i64 @llvm.aarch64.crc32x(i64)

define i64 @calls_bad(i64 %x) {
entry:
  %odd = icmp sgt i64 %x, 100
  br i1 %odd, label %no, label %yes
no:
  %b = call i64 @bad(i64 %x)
  ret i64 %b
yes:
  ret i64 2
}
"""


def test_an_import_that_crashes_llvm_costs_the_importer_its_better_body() -> None:
    """`bad` cannot be compiled; imported into `calls_bad`, LLVM ends. The first body of that goes on."""
    policy = HotPolicy(calls=1, loops=1, attempts=1)
    with Session(workers=2, policy=policy) as jit:
        library = jit.add(UNSELECTABLE)
        call(library["calls_bad"])
        assert jit.wait_idle() and library["calls_bad"].tier == 0
        call(library["calls_bad"])
        assert "SIGABRT" in jit.tiering.failures["calls_bad"]
        assert "Cannot select" in jit.tiering.failures["calls_bad"]


# -- the end of a session ----------------------------------------------------------------------------------------------


def test_a_server_replaced_between_two_readings_leaves_no_socket() -> None:
    with Session(workers=1, recompile="off") as jit:
        compiler = jit.compiler
        pairs = [socket.socketpair() for _ in range(2)]
        status = [os.fstat(ours.fileno()) for ours, _ in pairs]
        first, second = (Channel(ours, (s.st_dev, s.st_ino)) for (ours, _), s in zip(pairs, status, strict=True))
        compiler._background = first
        assert compiler.listen() is first
        compiler._drop_background()
        assert first.socket.fileno() >= 0  # its reader closes it
        compiler._background = second
        assert compiler.listen() is second
        assert first.socket.fileno() < 0
        compiler.stop_listening()
        assert second.socket.fileno() < 0
        for _, theirs in pairs:
            theirs.close()


def test_a_session_may_end_while_the_thread_that_recompiles_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader closes its socket; whoever wakes it at that moment finds no descriptor."""
    with Session(workers=2, policy=HotPolicy(calls=5, loops=10**6)) as jit:
        call(jit.add(IR)["f"], 6)
        assert jit.wait_idle()
        compiler = jit.compiler
        assert compiler.background() is not None
        ours, leaving = type(compiler)._is_ours, []

        def leaves_then(self: object, channel: object) -> bool:
            found = ours(compiler, channel)
            if not leaving and found and channel is compiler._background:
                leaving.append(threading.Thread(target=compiler.stop_listening))
                leaving[0].start()
                leaving[0].join(0.3)
            return found

        monkeypatch.setattr(type(compiler), "_is_ours", leaves_then)
        compiler.interrupt_background()
        leaving[0].join()
