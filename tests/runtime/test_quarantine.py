"""How much waits to be freed: never more than the limit, also where threads answer late or not at all."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from rejit import Config, HotPolicy, Session
from rejit.runtime import reclaim, search

SLACK = 4000  # bytes; some ten bodies
TEXT = "define i64 @f(i64 %n) {{\nentry:\n  %r = mul i64 %n, {}\n  ret i64 %r\n}}\n"
REPLACEMENTS = 60


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reclaim, "SLACK_BYTES", SLACK)
    monkeypatch.setattr(reclaim, "SHARE", 1 << 40)


class Late:
    """In the place of the search: threads do not answer it, but every `every`-th time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
        self.every = every
        self.asked = 0
        self.answers = search.Search.run
        monkeypatch.setattr(search.Search, "run", lambda *given: self.run(*given))

    def run(self, *given: Any) -> search.Outcome:
        self.asked += 1
        if self.every and not self.asked % self.every:
            return self.answers(*given)
        outcome = search.Outcome()
        outcome.failure, outcome.passing = "thread 1 did not answer the signal", True
        return outcome


def replaced(session: Session) -> None:
    """A function is replaced again and again."""
    lib = session.add(TEXT.format(1))
    f = lib["f"]
    for number in range(REPLACEMENTS):
        lib.replace("f", TEXT.format(number))
        assert f(3) == 3 * number


def test_who_replaces_waits_for_threads_that_answer_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reclaim, "WAIT_S", 60.0)
    with Session(workers=0, cache=None) as session:
        late = Late(monkeypatch, 5)
        replaced(session)  # nobody is in the function meanwhile
        seen = session.reclaimer.statistics()
        assert late.asked > 10 and seen.overruns == 0
        assert seen.bodies_reclaimed > REPLACEMENTS / 2
        assert seen.quarantine_bytes_max <= SLACK


def test_who_closes_waits_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reclaim, "WAIT_S", 60.0)
    with Session(workers=0, cache=None) as session:
        late = Late(monkeypatch, 5)
        for number in range(2 * REPLACEMENTS):
            lib = session.add(TEXT.format(number))
            assert lib["f"](3) == 3 * number
            lib.close()
        seen = session.reclaimer.statistics()
        assert late.asked > 5 and seen.overruns == 0
        assert seen.quarantine_bytes_max <= SLACK


def test_who_is_never_answered_goes_on_and_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once for each quarter of the limit, not once for each replacement."""
    monkeypatch.setattr(reclaim, "WAIT_S", 0.01)
    with Session(workers=0, cache=None) as session:
        Late(monkeypatch, 0)
        replaced(session)
        seen = session.reclaimer.statistics()
        assert 1 < seen.overruns < REPLACEMENTS / 2
        assert seen.quarantine_bytes_max > SLACK and seen.bodies_reclaimed == 0


def test_threads_that_replace_at_the_same_time_share_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reclaim, "WAIT_S", 60.0)
    with Session(workers=0, cache=None) as session:
        Late(monkeypatch, 2)
        threads = [threading.Thread(target=replaced, args=(session,)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seen = session.reclaimer.statistics()
        assert seen.overruns == 0 and seen.quarantine_bytes_max <= 2 * SLACK


PYTHON = """
declare void @python()

define i64 @f(i64 %n) {{
entry:
  call void @python()
  %r = mul i64 %n, {}
  ret i64 %r
}}
"""


def test_replacing_in_a_callback_of_the_code_that_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own body stays, and nothing waits for the thread that waits: this one."""
    import ctypes

    monkeypatch.setattr(reclaim, "WAIT_S", 60.0)
    with Session(workers=0, cache=None) as session:
        Late(monkeypatch, 2)

        def python() -> None:
            depth.append(0)
            if (mine := len(depth)) < REPLACEMENTS:
                lib.replace("f", PYTHON.format(mine))
                results.append(f(2) == 2 * mine)

        depth: list[int] = []
        results: list[bool] = []
        callback = ctypes.CFUNCTYPE(None)(python)
        lib = session.add(PYTHON.format(1), symbols={"python": callback})
        f = lib["f"]
        assert f(2) == 2  # the outermost activation is the first body's
        assert results == [True] * (REPLACEMENTS - 1)
        assert session.reclaimer.statistics().overruns == 0


def test_a_listener_may_replace_under_the_sessions_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits no longer than it takes to give up."""
    monkeypatch.setattr(reclaim, "WAIT_S", 0.01)
    with Session(workers=0, cache=None) as session:
        Late(monkeypatch, 0)
        with session.lock:
            replaced(session)
        assert session.reclaimer.statistics().overruns


HOT_FUNCTIONS = 4
HOT = "".join(
    f"define i64 @h{i}(i64 %n) noinline {{\nentry:\n  %r = add i64 %n, {i}\n  ret i64 %r\n}}\n\n"
    for i in range(HOT_FUNCTIONS)
)


def test_tiers_do_not_climb_while_nothing_can_be_freed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that links hot functions waits, and no other; when threads answer again, it goes on."""
    monkeypatch.setattr(reclaim, "SLACK_BYTES", 0)
    with Session(workers=0, cache=None, policy=HotPolicy(calls=2)) as session:
        late = Late(monkeypatch, 0)
        lib = session.add(HOT)
        functions = [lib[f"h{i}"] for i in range(HOT_FUNCTIONS)]

        def call() -> list[int]:
            return [f.tier for i, f in enumerate(functions) if [f(1) for _ in range(9)] == [1 + i] * 9]

        assert len(call()) == HOT_FUNCTIONS
        while not any("can be freed" in found["why"] for found in session.report().values()):
            assert len(call()) == HOT_FUNCTIONS
        assert call().count(3) == 1  # that came in alone
        assert session.reclaimer.statistics().overruns == 0
        late.every = 1
        assert session.wait_idle(240)
        assert call() == [3] * HOT_FUNCTIONS
        assert not any(found["why"] for found in session.report().values())


@pytest.mark.parametrize("mode", ["off", "always"])
def test_other_modes(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Session(workers=0, cache=None, config=Config(reclaim=mode)) as session:
        replaced(session)
        seen = session.reclaimer.statistics()
        assert seen.overruns == 0
        assert (seen.quarantine_bytes_max > SLACK) == (mode == "off")


def test_another_threads_search_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one has to be compiled before."""
    from time import sleep

    monkeypatch.setattr(reclaim, "WAIT_S", 0.01)
    with Session(workers=0, cache=None) as session:
        reclaimer = session.reclaimer
        makes, compiled, naps = reclaimer._make_search, threading.Event(), []

        def make() -> Any:
            compiled.wait(60)
            return makes()

        def nap(seconds: float) -> None:
            naps.append(seconds)
            if len(naps) == 30:
                compiled.set()
            sleep(seconds)

        monkeypatch.setattr(reclaimer, "_make_search", make)
        monkeypatch.setattr(reclaim, "sleep", nap)
        lib = session.add(TEXT.format(1))
        lib.compile()
        lib.replace("f", TEXT.format(2))
        other = threading.Thread(target=reclaimer.collect)
        other.start()
        replaced(session)
        other.join()
        seen = reclaimer.statistics()
        assert len(naps) >= 30 and seen.overruns == 0 and seen.quarantine_bytes_max <= SLACK
