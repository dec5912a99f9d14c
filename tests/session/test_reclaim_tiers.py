"""Reclaiming together with recompiling: copies in hot callers, and callees that are freed while a caller is retired."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from rejit import Config, HotPolicy, Session
from rejit.tiers import Tier

INLINED = """\
define i64 @small(i64 %n) {
entry:
  %r = add i64 %n, 1
  ret i64 %r
}

define i64 @hot(i64 %n) {
entry:
  %r = call i64 @small(i64 %n)
  %s = mul i64 %r, 10
  ret i64 %s
}
"""
SUBTRACTS = "define i64 @small(i64 %n) {\nentry:\n  %r = sub i64 %n, 1\n  ret i64 %r\n}\n"


def always(**options: Any) -> Session:
    return Session(workers=0, config=Config(reclaim="always"), **options)


def test_replacing_what_was_inlined_counts_at_once() -> None:
    with always() as jit:
        lib = jit.add(INLINED)
        hot = lib["hot"]
        assert hot(1) == 20
        jit.recompile(hot, tier=3)
        assert lib._module.importers("small") == ("hot",)
        assert hot(1) == 20
        lib.replace("small", SUBTRACTS)
        assert hot(1) == 0 and lib["small"](1) == 0
        jit.recompile(hot, tier=3)
        assert hot(1) == 0


def test_replacing_what_was_inlined_in_a_cached_body_counts_at_once(tmp_path: Path) -> None:
    """The second session starts with the first one's hot body, which contains the old text."""
    imported = []
    for _ in range(2):
        with Session(
            cache=tmp_path, recompile="sync", policy=HotPolicy(calls=2), config=Config(reclaim="always")
        ) as jit:
            lib = jit.add(INLINED)
            hot = lib["hot"]
            assert [hot(1) for _ in range(5)] == [20] * 5
            imported.append(lib._module.importers("small"))
            counted = jit.statistics()["recompiled"]
            lib.replace("small", SUBTRACTS)
            assert hot(1) == 0
            server = jit.compiler.server_pid
        end = time.monotonic() + 20  # it keeps what was compiled when the session is over
        while os.path.exists(f"/proc/{server}/exe") and time.monotonic() < end:
            time.sleep(0.01)
    assert imported[1] == ("hot",)
    assert counted == 0  # it came from the cache


@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.parametrize("tiers", [None, (Tier(3),)])
def test_a_function_is_compiled_again_at_the_tier_it_has(workers: int, tiers: Any) -> None:
    """Also where a compile server has it among what is done."""
    with Session(workers=workers, cache=None, tiers=tiers) as jit:
        lib = jit.add(INLINED)
        hot = lib["hot"]
        assert hot(1) == 20
        jit.recompile(hot, tier=3)
        lib.replace("small", SUBTRACTS)
        assert hot(1) == 0
        jit.recompile(hot, tier=3 if tiers else 0)
        assert hot(1) == 0 and hot.tier == (3 if tiers else 0)


def test_what_a_running_session_replaced_is_reclaimed() -> None:
    with Session(policy=HotPolicy(calls=2, loops=2), config=Config(reclaim="always")) as jit:
        lib = jit.add(INLINED.replace("@hot(i64 %n) {", "@hot(i64 %n) noinline {"))
        hot = lib["hot"]
        for _ in range(50):
            assert hot(1) == 20
        assert jit.wait_idle()
        for _ in range(200):
            jit.reclaim()
            assert hot(1) == 20
            if jit.statistics()["bodies_reclaimed"]:
                break
        assert jit.statistics()["recompiled"] >= 1
        assert jit.statistics()["bodies_reclaimed"] >= 1


# `outer` calls `callee` directly, is in Python meanwhile, and calls `callee` again when it and the callee have been
# replaced and the callee's old body is free.
OUTER = """\
declare void @python()

define i64 @callee(i64 %n) noinline {
entry:
  %r = add i64 %n, 1
  ret i64 %r
}

define i64 @outer(i64 %n) noinline {
entry:
  %a = call i64 @callee(i64 %n)
  call void @python()
  %b = call i64 @callee(i64 %a)
  ret i64 %b
}
"""
RETIRED = """
import sys
sys.path[:0] = {path!r}
import test_reclaim_tiers
if {forgetful}:
    import rejit.module
    from rejit.runtime.redirect import drop_caller, sites_of
    def leave_callees(body, memory):
        for function in sites_of(body):
            drop_caller(function, body)
        return 0
    rejit.module.leave_callees = leave_callees
print(test_reclaim_tiers.retired_caller())
"""


def retired_caller() -> int:
    """What `outer` returns; its callee's first body is free when it calls it for the second time."""
    freed = []
    with always(tiers=(Tier(0), Tier(3, calls="direct", inline=0)), policy=HotPolicy(calls=10**9)) as jit:

        def replace() -> None:
            functions = lib._module.functions
            body = functions["outer"].code
            assert body.sites
            jit.recompile(outer, tier=3)  # `outer` is retired, with this activation in it
            old = functions["callee"].code.address
            jit.recompile(lib["callee"], tier=3)  # once: a further body would stand where the first one stood
            jit.reclaim()
            freed.append(not jit.reclaimer.retired_at(old))
            assert jit.reclaimer.retired_at(body.address)

        python = ctypes.CFUNCTYPE(None)(replace)
        lib = jit.add(OUTER, symbols={"python": python})
        outer = lib["outer"]
        jit.recompile(lib["callee"], tier=3)
        jit.recompile(outer, tier=3)
        result = int(outer(5))
    assert freed == [True]
    return result


@pytest.mark.parametrize("forgetful", [False, True])
def test_a_retired_body_calls_what_was_reclaimed_meanwhile(forgetful: bool) -> None:
    """Its direct calls go through stubs from then on; where they do not, it crashes."""
    path = [str(Path(__file__).parent), str(Path(__file__).parent.parent), *(p for p in sys.path if p)]
    code = RETIRED.format(path=path, forgetful=forgetful)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    if forgetful:
        assert done.returncode < 0, (done.stdout, done.stderr)
    else:
        assert (done.returncode, done.stdout.strip()) == (0, "7"), done.stderr
