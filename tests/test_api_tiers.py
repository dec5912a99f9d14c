"""Tiers through the API: what a user gives, what is recompiled, what is said of what could not be."""

from __future__ import annotations

import os
import sys
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import own_tiers
from aot import REJIT, run
from rejit import HotPolicy, Session, Tier
from rejit.errors import Closed, SymbolNotFound, TransformFailed
from tier_ir import IR, SOON, call, every_way, top

# -- what is recompiled ------------------------------------------------------------------------------------------------


@every_way
def test_a_hot_function_gets_the_last_tier(workers: int) -> None:
    with Session(workers=workers, policy=HotPolicy(calls=5, loops=10**6)) as jit:
        library = jit.add(IR)
        f = library["f"]
        assert f.tier is None
        call(f, 4)
        assert jit.wait_idle() and f.tier == 0
        call(f, 2)
        assert jit.wait_idle() and f.tier == 3
        call(f)
        assert library["g"].tier is None


@every_way
def test_a_loop_makes_hot(workers: int) -> None:
    with Session(workers=workers, policy=HotPolicy(calls=10**6, loops=1000)) as jit:
        total = jit.add(IR)["sum"]
        assert total(500) == 500  # counted in strides of 256, the first of which may be shorter
        assert jit.wait_idle() and total.tier == 0
        assert total(2000) == 2000
        assert jit.wait_idle() and total.tier == 3
        assert total(5) == 5


@every_way
def test_sync_replaces_at_once(workers: int) -> None:
    """The call that finds the function hot is answered by the better body."""
    with Session(workers=workers, policy=HotPolicy(calls=3, loops=10**6), recompile="sync") as jit:
        f = jit.add(IR)["f"]
        tiers = []
        for _ in range(5):
            call(f, 1)
            tiers.append(f.tier)
        assert tiers == [0, 0, 3, 3, 3]
        assert jit.statistics()["hot_triggers"] == 1


@every_way
def test_off_leaves_all(workers: int) -> None:
    with Session(workers=workers, policy=SOON, recompile="off") as jit:
        f = jit.add(IR)["f"]
        call(f, 50)
        assert jit.wait_idle() and f.tier == 0
        figures = jit.statistics()
        assert figures["hot_triggers"] == figures["recompiled"] == 0
        jit.recompile(f, tier=3)  # what is asked for by name is done
        assert f.tier == 3
        call(f)


def test_one_tier_is_never_left() -> None:
    with Session(workers=0, tiers=(Tier(2),), policy=SOON) as jit:
        f = jit.add(IR)["f"]
        call(f, 50)
        assert jit.wait_idle() and f.tier == 2 and jit.statistics()["hot_triggers"] == 0


@every_way
def test_the_last_of_a_session_s_tiers_is_the_aim(workers: int) -> None:
    """Of the policy it has unless one is given."""
    with Session(workers=workers, tiers=(Tier(1), Tier(2))) as jit:
        jit.tiering.policy.calls = jit.tiering.policy.loops = 1
        f = jit.add(IR)["f"]
        call(f)
        assert jit.wait_idle() and f.tier == 2


@every_way
def test_a_policy_that_asks_for_a_level_there_is_not_is_told(workers: int) -> None:
    with Session(workers=workers, tiers=(Tier(0), Tier(2)), policy=HotPolicy(calls=1, level=3)) as jit:
        f = jit.add(IR)["f"]
        call(f)
        assert jit.wait_idle() and f.tier == 0
        assert jit.tiering.failures["f"] == "the policy asks for level 3, and the session has [0, 2]"


@every_way
@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_recompile_by_name(workers: int, level: int) -> None:
    """To any level, also back, also one that no tier of the session has, before and after the first call."""
    with Session(workers=workers) as jit:
        library = jit.add(IR)
        f, g = library["f"], library["g"]
        call(f)
        for tier in (level, 3, level, level):
            jit.recompile(f, tier=tier)
            assert f.tier == tier
            call(f)
        jit.recompile(g, tier=level)
        assert g.tier == level
        call(g)
        assert library["sum"](7) == 7


@every_way
def test_compile_at_a_level(workers: int) -> None:
    with Session(workers=workers) as jit:
        library = jit.add(IR)
        library.compile(["f"], tier=3)
        assert (library["f"].tier, library["g"].tier) == (3, None)
        library.compile(["f", "g"], tier=3)
        assert (library["f"].tier, library["g"].tier) == (3, 3)
        assert jit.statistics()["redirects"] == 0  # f was there
        library.compile(tier=1)
        assert [library[name].tier for name in ("f", "g", "sum")] == [1, 1, 1]
        assert library["sum"](9) == 9
        library.compile(tier=0)
        assert [library[name].tier for name in ("f", "g", "sum")] == [0, 0, 0]
        assert library["sum"](9) == 9
        with pytest.raises(SymbolNotFound):
            library.compile(["no such"], tier=3)


def test_a_recompiled_function_keeps_its_address() -> None:
    with Session(workers=0) as jit:
        f = jit.add(IR)["f"]
        address, through = f.address, f.ctypes
        for level in (3, 0, 2):
            jit.recompile(f, tier=level)
            assert f.address == address and through(1) == 2


@every_way
def test_figures(workers: int) -> None:
    with Session(workers=workers, policy=SOON) as jit:
        library = jit.add(IR)
        call(library["f"])
        assert jit.wait_idle()
        first = jit.statistics()
        call(library["f"])
        assert first["hot_triggers"] >= 1 and first["queue_max"] >= 1
        assert first["recompiled"] == first["redirects"] == first["bodies_retired"] == 1
        assert first["retired_bytes"] > 0 and first["recompile_failures"] == 0
        library.compile(tier=2)
        assert jit.statistics()["recompiled"] == 4 and jit.statistics()["bodies_retired"] == 2


@every_way
def test_events(workers: int) -> None:
    with Session(workers=workers, policy=HotPolicy(calls=2, loops=10**6)) as jit:
        seen: list[tuple[Any, ...]] = []
        for event in ("compiled", "hot", "redirected", "patched", "failed"):
            jit.on(event, lambda *detail, event=event: seen.append((event, *detail)))  # type: ignore[misc]
        f = jit.add(IR, name="m")["f"]
        call(f, 1)
        assert [entry for entry in seen if entry[2] == "f"] == [("compiled", "m", "f", 0)]
        call(f, 2)
        assert jit.wait_idle()
        assert [entry for entry in seen if entry[2] == "f"][1:] == [("hot", "m", "f", 3), ("redirected", "m", "f", 3)]


def test_a_listener_that_raises_is_reported_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[Any] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: reported.append(error[1]))
    with Session(workers=0, policy=SOON, recompile="sync") as jit:
        jit.on("hot", lambda *_: 1 // 0)
        heard: list[Any] = []
        jit.on("hot", lambda *_: heard.append(1))
        f = jit.add(IR)["f"]
        call(f)
        assert f.tier == 3 and len(reported) == len(heard) == 1 and isinstance(reported[0], ZeroDivisionError)


def test_wait_idle_gives_up_when_its_time_is_over() -> None:
    with Session(workers=2, policy=SOON, tiers=(Tier(0), Tier(3, [own_tiers.hangs]))) as jit:
        f = jit.add(IR)["f"]
        call(f)
        assert jit.wait_idle(0.5) is False
        call(f)


# -- threads, fork ---------------------------------------------------------------------------------------------------


@every_way
@pytest.mark.parametrize("recompile", ["background", "sync"])
def test_many_threads_find_a_function_hot_and_it_is_recompiled_once(workers: int, recompile: str) -> None:
    with Session(workers=workers, policy=HotPolicy(calls=3), recompile=recompile) as jit:
        seen: list[str] = []
        jit.on("redirected", lambda module, name, level: seen.append(name))
        library = jit.add(IR)
        f = library["f"]
        through = f.ctypes
        start = threading.Barrier(8)
        wrong: list[int] = []

        def run() -> None:
            start.wait()
            wrong.extend(n for n in range(2000) if through(n) != n + 1)

        threads = [threading.Thread(target=run) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert jit.wait_idle()
        assert wrong == [] and seen == ["f"] and f.tier == 3
        assert jit.statistics()["recompiled"] == 1


@every_way
@pytest.mark.parametrize("before", [False, True])
def test_a_forked_child_tiers_up_by_itself(workers: int, before: bool) -> None:
    """With what its parent has recompiled, if it has; what either does then is its own."""
    with Session(workers=workers, policy=SOON) as jit:
        library = jit.add(IR)
        f, g = library["f"], library["g"]
        call(g)
        if before:
            call(f)
            assert jit.wait_idle() and f.tier == 3
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forking with a thread: it sleeps
            pid = os.fork()
        if not pid:
            status = 1
            try:
                call(f)
                total = library["sum"](700)
                done = jit.wait_idle()
                status = 0 if done and total == 700 and (f.tier, library["sum"].tier) == (3, 3) else 1
                call(f)
            finally:
                os._exit(status)
        assert os.waitpid(pid, 0)[1] == 0
        assert (f.tier, library["sum"].tier) == (3 if before else None, None)
        call(f)
        assert jit.wait_idle() and f.tier == 3


# -- functions that keep their body ------------------------------------------------------------------------------------

FAST = """
define double @fast(double %x) {
entry:
  %y = fmul reassoc double %x, 3.0
  %z = fmul reassoc double %y, 5.0
  ret double %z
}

define double @exact(double %x) {
entry:
  %y = fmul double %x, 3.0
  ret double %y
}
"""


@every_way
@pytest.mark.parametrize("drift", [False, True])
def test_value_changing_flags_start_at_the_top(workers: int, drift: bool) -> None:
    with Session(workers=workers, policy=HotPolicy(calls=3), allow_tier_drift=drift) as jit:
        library = jit.add(FAST)
        assert library["fast"](1.0) == 15.0 and library["exact"](1.0) == 3.0
        assert (library["fast"].tier, library["exact"].tier) == (0 if drift else 3, 0)
        for _ in range(3):
            library["fast"](1.0)
        assert jit.wait_idle()
        assert library["fast"].tier == 3


HEAP = """
@kept = global ptr null

define i64 @labels(i64 %store) {
entry:
  %first = icmp ne i64 %store, 0
  br i1 %first, label %put, label %go
put:
  store ptr blockaddress(@labels, %there), ptr @kept
  ret i64 0
go:
  %to = load ptr, ptr @kept
  indirectbr ptr %to, [label %there]
there:
  ret i64 42
}
"""


@every_way
def test_stored_labels_keep_their_body(workers: int) -> None:
    """An address of a label was stored: it must lead into the one body that runs, whatever is asked for."""
    with Session(workers=workers, policy=SOON) as jit:
        labels = jit.add(HEAP)["labels"]
        assert labels(1) == 0
        body = labels._module.functions["labels"].body
        assert labels(0) == 42 and labels.tier == 3
        for level in (3, 0, 2):
            jit.recompile(labels, tier=level)
            labels.library.compile(tier=level)
            assert labels(0) == 42
        assert jit.wait_idle()
        assert (labels.tier, labels._module.functions["labels"].body) == (3, body)


# -- bad arguments, ends -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: Tier(4), ValueError, "level=4: LLVM's levels are 0, 1, 2 and 3"),
        (lambda: Tier("3"), ValueError, "level='3'"),  # type: ignore[arg-type]
        (lambda: Tier(3, calls="far"), ValueError, "calls='far': one of direct, slot, stub"),
        (lambda: Session(recompile="never"), ValueError, "recompile='never': one of background, sync, off"),
        (lambda: Session(tiers=()), ValueError, "give at least one Tier"),
        (lambda: Session(tiers=(Tier(2), Tier(2))), ValueError, "two of one level"),
    ],
)
def test_bad_arguments(make: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        make()


def test_bad_arguments_of_methods() -> None:
    with Session(workers=0) as jit:
        library = jit.add(IR)
        for level in (4, -1):
            with pytest.raises(ValueError, match=f"level={level}"):
                jit.recompile(library["f"], tier=level)
            with pytest.raises(ValueError, match=f"level={level}"):
                library.compile(["f"], tier=level)
        with pytest.raises(ValueError, match="event 'melted': one of compiled, hot"):
            jit.on("melted", print)
        call(library["f"])
    with pytest.raises(Closed):
        library["g"](1)


def test_a_tier_is_frozen_and_says_what_it_is() -> None:
    tier = Tier(2, [own_tiers.plus_hundred], inline=5)
    with pytest.raises(AttributeError, match="frozen"):
        tier.level = 3  # type: ignore[misc]
    other = tier.replace(level=3, hot=True)
    assert (other.level, other.transforms, other.inline, other.hot) == (3, tier.transforms, 5, True)
    assert (repr(tier), repr(other)) == ("<Tier 2>", "<Tier 3, hot trigger>")


@pytest.mark.parametrize("option", [["--tiers", "4"], ["--recompile", "later"], ["--hot-calls", "0"], ["--calls", "x"]])
def test_bad_options_of_the_command_line(option: list[str]) -> None:
    done = run([REJIT, "run", *option, "x.ll"])
    assert done.status == 2 and option[0].encode() in done.stderr


@every_way
def test_closing_while_much_is_hot(workers: int) -> None:
    """What is being compiled then is dropped; the code goes on in the bodies it has."""
    for _ in range(3):
        jit = Session(workers=workers, policy=SOON)
        f = jit.add(IR)["f"]
        through = f.ctypes
        call(f)
        jit.close()
        assert through(1) == 2


@every_way
def test_a_failure_at_one_tier_is_none_at_the_first(workers: int) -> None:
    with Session(workers=workers, tiers=top(own_tiers.throws_for_f), cache=None) as jit:
        library = jit.add(IR)
        with pytest.raises(TransformFailed):
            library.compile(["f"], tier=3)
        call(library["f"])
        library.compile()  # all of it, once more


def test_closing_with_hot_functions_queued_leaves_the_thread_at_work() -> None:
    many = "".join(
        f"define i64 @f{n}(i64 %x) {{\nentry:\n  %r = add i64 %x, 1\n  ret i64 %r\n}}\n\n" for n in range(30)
    )
    with Session(workers=0, policy=SOON, cache=None) as jit:
        library = jit.add(many)
        for n in range(30):
            call(library[f"f{n}"])
        library.close(force=True)
        f = jit.add(IR)["f"]
        call(f)
        assert jit.wait_idle(60) and f.tier == 3


@every_way
def test_a_listener_may_call_what_is_not_compiled_yet(workers: int) -> None:
    with Session(workers=workers, cache=None, recompile="off") as jit:
        library = jit.add(IR)
        seen: list[int] = []

        def listen(module: str, name: str, level: int) -> None:
            if name == "f" and not seen:
                seen.append(library["g"](1))

        jit.on("compiled", listen)
        assert library["f"](1) == 2
        assert seen == [2]


@every_way
def test_threads_that_ask_for_a_level_get_one_body(workers: int) -> None:
    with Session(workers=workers, recompile="off", cache=None) as jit:
        library = jit.add(IR)
        call(library["f"])
        barrier = threading.Barrier(8)

        def ask() -> None:
            barrier.wait()
            library.compile(["f"], tier=3)

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert library["f"].tier == 3 and jit.statistics()["recompiled"] == 1


def test_threads_that_ask_for_different_levels_all_get_an_answer() -> None:
    with Session(workers=2, recompile="off", cache=None) as jit:
        library = jit.add(IR)
        call(library["f"])

        def ask(level: int) -> None:
            for _ in range(20):
                jit.recompile(library["f"], level)

        with ThreadPoolExecutor(3) as pool:
            list(pool.map(ask, (0, 3, 0)))
        call(library["f"])
        assert jit.compiler.starts == 1  # no server was taken for dead
