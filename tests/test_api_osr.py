"""On-stack replacement end to end: loops that are running go on in better code, and nobody can tell."""

from __future__ import annotations

import ctypes
import json
import os
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest

from aot import Builds, rejit_run, run
from rejit import HotPolicy, RejitError, Session
from rejit.errors import Busy

SOURCE = Path(__file__).parent / "osr"
WORKERS = (0, "auto")
every_way = pytest.mark.parametrize("workers", WORKERS)
every_front = pytest.mark.parametrize("front", ["noopt", "O0", "g"])


def session(workers: Any, **options: Any) -> Session:
    """Everything is hot at once; nothing comes from a cache."""
    options.setdefault("cache", None)
    return Session(workers=workers, policy=HotPolicy(calls=1, loops=1), **options)


class Program:
    """tests/osr/loops.cpp in a session. Its loops turn until `stop` is stored, so that whoever runs one is in it until
    the test has seen the continuation come."""

    def __init__(self, jit: Session, builds: Builds, front: str = "noopt") -> None:
        self.jit = jit
        self.continued: list[tuple[str, int]] = []
        self.failed: list[tuple[str, str]] = []
        self._changed = threading.Condition()
        jit.on("continued", lambda _, name, loop: self._note(self.continued, (name, loop)))
        jit.on("failed", lambda _, name, reason: self._note(self.failed, (name, reason)))
        self.library = jit.add(builds.ir(SOURCE / "loops.cpp", front))
        self._stop = ctypes.c_long.from_address(self.library.data("stop").address)

    def _note(self, notes: list[Any], what: Any) -> None:
        with self._changed:
            notes.append(what)
            self._changed.notify_all()

    @property
    def entries(self) -> int:
        return int(self.jit.statistics()["osr_entries"])

    def release(self) -> None:
        self._stop.value = 1

    def call(self, name: str, *arguments: int, threads: int = 1, entered: int = 1) -> list[int]:
        """The function's results; its loop is let go when `entered` activations are in continuations."""
        self._stop.value = 0
        before = self.entries
        found: list[int] = []
        function = self.library[name]
        running = [
            threading.Thread(target=lambda: found.append(function(*arguments)), daemon=True) for _ in range(threads)
        ]
        for thread in running:
            thread.start()
        try:
            self.wait_until(lambda: self.entries - before >= entered)
        finally:
            self.release()
            for thread in running:
                thread.join(60)
        assert not any(thread.is_alive() for thread in running)
        return found

    def wait_until(self, condition: Any) -> None:
        """Poll what machine code counts. AssertionError after a minute."""
        with self._changed:
            for _ in range(6000):
                if condition():
                    return
                self._changed.wait(0.01)
        raise AssertionError(f"continued {self.continued}, failed {self.failed}, {self.jit.report()}")


@every_front
@every_way
def test_a_running_loop_goes_on_in_better_code(builds: Builds, workers: Any, front: str) -> None:
    with session(workers) as jit:
        program = Program(jit, builds, front)
        assert program.call("once", 5) == [1005]
        assert program.continued == [("once", 0)] and not program.failed
        figures = jit.statistics()
        assert figures["osr_compiles"] == 1 and figures["osr_failures"] == 0
        entry = jit.report()["once"]
        assert entry["loops"] == {0: ""} and entry["why"] == ""


@every_way
def test_nested_loops(builds: Builds, workers: Any) -> None:
    """What is computed in inner and outer loop before and after agrees."""
    with session(workers) as jit:
        program = Program(jit, builds)
        (found,) = program.call("nested", 7)
        program.release()
        assert found == program.library["nested_check"](7)


@every_way
def test_threads_enter_each_for_itself(builds: Builds, workers: Any) -> None:
    """(What starts when the better body is there has nothing to enter; after the release, nothing to do.)"""
    with session(workers) as jit:
        program = Program(jit, builds)
        found = program.call("once", 9, threads=4, entered=1)
        assert len(found) == 4 and {1009} <= set(found) <= {1009, 9}


@every_way
@pytest.mark.parametrize(
    ("name", "result"), [("caught_here", 1034), ("caught_by_caller", 2035), ("destroyed", 3), ("jumps_out", 77)]
)
@every_front
def test_what_leaves_a_continuation(builds: Builds, workers: Any, front: str, name: str, result: int) -> None:
    """Exceptions for the function's own handlers and its caller's, destructors on the way, longjmp."""
    with session(workers) as jit:
        program = Program(jit, builds, front)
        assert program.call(name, 34) == [result]
        assert any(loop == 0 for _, loop in program.continued)


@every_way
def test_recursion_through_a_continuation(builds: Builds, workers: Any) -> None:
    with session(workers) as jit:
        program = Program(jit, builds)
        (found,) = program.call("recursive", 6)
        assert found == 6 * 7 // 2


@every_way
def test_arguments_that_vary(builds: Builds, workers: Any) -> None:
    with session(workers) as jit:
        program = Program(jit, builds)
        assert program.call("sum_of_three", 4) == [4 + 5 + 6]


@every_way
def test_a_loop_that_cannot_be_replaced_is_named(builds: Builds, workers: Any) -> None:
    with session(workers) as jit:
        program = Program(jit, builds)
        thread = threading.Thread(target=program.library["jumps_in"], args=(1,), daemon=True)
        thread.start()
        try:
            program.wait_until(lambda: program.failed)
        finally:
            program.release()
            thread.join(60)
        assert not program.entries and jit.statistics()["osr_failures"] == 1
        assert "setjmp" in jit.report()["jumps_in"]["loops"][0]
        assert jit.tiering.failures.keys() == {"jumps_in, loop 0"}


@every_way
def test_off(builds: Builds, workers: Any) -> None:
    with session(workers, osr=False) as jit:
        program = Program(jit, builds)
        program.library["counted"](3_000_000)
        assert jit.wait_idle() and program.library["counted"].tier == 3
        program.library["counted"](3_000_000)
        figures = jit.statistics()
        assert figures["osr_entries"] == figures["osr_compiles"] == figures["osr_failures"] == 0


@every_way
@pytest.mark.parametrize("before", [False, True])
def test_a_forked_child(builds: Builds, workers: Any, before: bool) -> None:
    """With the better body its parent has, which needs no continuation, or making its own."""
    with session(workers) as jit:
        program = Program(jit, builds)
        if before:
            program.call("once", 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if not pid:
            status = 1
            try:
                earlier = program.entries
                found = program.call("once", 5, entered=not before)
                status = 0 if found in ([1005], [5]) and (program.entries == earlier) == before else 1
            finally:
                os._exit(status)
        assert os.waitpid(pid, 0)[1] == 0
        assert program.call("once", 6, entered=not before) in ([1006], [6])


NEW_BODY = """
define i64 @once(i64 %x) {
  ret i64 4
}
"""


@every_way
def test_a_function_that_is_replaced_in_its_continuation(builds: Builds, workers: Any) -> None:
    """The activation ends as the old one; calls from then on are the new one's."""
    with session(workers) as jit:
        program = Program(jit, builds)
        once = program.library["once"]
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(once(5)), daemon=True)
        thread.start()
        try:
            program.wait_until(lambda: program.entries)
            program.library.replace("once", NEW_BODY)
            assert once(5) == 4
            jit.reclaim()
        finally:
            program.release()
            thread.join(60)
        assert found == [1005] and once(5) == 4


@every_way
def test_closing_a_library_in_its_continuation(builds: Builds, workers: Any) -> None:
    """Refused while a function is held; by force its memory stays until nobody is in it."""
    with session(workers) as jit:
        program = Program(jit, builds)
        once = program.library["once"]
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(once(5)), daemon=True)
        thread.start()
        try:
            program.wait_until(lambda: program.entries)
            with pytest.raises(Busy):
                program.library.close()
            program.library.close(force=True)
            jit.reclaim()
        finally:
            program.release()
            thread.join(60)
        assert found == [1005]
        with pytest.raises(RejitError):
            once(5)


# -- the command -------------------------------------------------------------------------------------------------------

MAIN = SOURCE / "main.c"
HOT = ("--hot-calls", "1", "--hot-loops", "1")


def figures_of(builds: Builds, folder: Path, *options: str, turns: int, moves: bool, then_s: int = 0) -> dict[str, int]:
    """Figures of a run of main.c, which says whether its loop went on elsewhere."""
    command = ["--stats", str(folder / "figures"), *HOT, *options]
    # The server shares stderr, so that the run is over when it has kept what there is to keep.
    whole = rejit_run(command, builds.ir(MAIN, "noopt"), [str(turns), str(then_s)])
    done = run(whole, env={"REJIT_DEBUG": "1"}, timeout=120)
    assert (done.status, done.stdout, done.stderr) == (0, b"moved 0\n" if moves else b"stayed 0\n", b"")
    found: dict[str, int] = json.loads((folder / "figures").read_text())
    return found


@every_way
def test_one_long_loop_of_main(builds: Builds, tmp_path: Path, workers: Any) -> None:
    figures = figures_of(builds, tmp_path, "--no-cache", "--workers", str(workers), turns=1 << 60, moves=True)
    assert figures["osr_entries"] == 1 and figures["osr_compiles"] >= 1 and not figures["osr_failures"]


@every_way
def test_osr_off(builds: Builds, tmp_path: Path, workers: Any) -> None:
    options = ("--no-cache", "--osr", "off", "--workers", str(workers))
    figures = figures_of(builds, tmp_path, *options, turns=10_000_000, moves=False)
    assert figures["osr_entries"] == figures["osr_compiles"] == 0


def test_a_second_run(builds: Builds, tmp_path: Path) -> None:
    """What comes from the cache is the better body: its loop has nowhere better to go."""
    options = ("--cache-dir", str(tmp_path / "cache"))
    figures = figures_of(builds, tmp_path, *options, turns=1 << 60, moves=True, then_s=2)  # it is compiled meanwhile
    assert figures["osr_entries"] == 1 and figures["recompiled"] == 2
    figures = figures_of(builds, tmp_path, *options, turns=10_000_000, moves=False)
    assert figures["osr_entries"] == figures["osr_compiles"] == figures["hot_triggers"] == 0
    assert figures["cache_hits"] > 0


def test_how_is_on_or_off() -> None:
    done = run(rejit_run(["--osr", "maybe"], MAIN))
    assert done.status == 2 and b"--osr maybe: on or off" in done.stderr
