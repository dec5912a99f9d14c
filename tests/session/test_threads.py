"""Many threads in one module: each function is compiled once, and every thread gets the right answer."""

from __future__ import annotations

import ctypes
import threading
from collections import Counter
from typing import Any

import pytest
from scripts import THREADS, chained, functions

from rejit.session import Session

COUNT = 40


class Counting(Session):
    """A session that notes every function delivered, by name."""

    delivered: Counter[str]

    def _deliver(self, message: tuple[Any, ...]) -> None:
        if message[0] == "pieces":
            self.__dict__.setdefault("delivered", Counter()).update(message[3])
        super()._deliver(message)

    def check_once(self, least: int) -> None:
        twice = {name: n for name, n in self.delivered.items() if n > 1}
        assert not twice
        assert len(self.delivered) >= least
        assert self.statistics()["functions_compiled"] == len(self.delivered)


def address(library: Any, name: str) -> int:
    """The stub: nothing is compiled."""
    return int(library._module.define(name))


def run_threads(session: Session, function: int, x: int, count: int) -> int:
    """Call a stub in C threads that Python has not made."""
    runner = session.add(THREADS)
    arguments = ((ctypes.c_void_p, function), (ctypes.c_int64, x), (ctypes.c_int32, count))
    return int(session.call_address(address(runner, "run"), ctypes.c_int64, *arguments))


@pytest.mark.parametrize("workers", [0, 1, 2])
@pytest.mark.parametrize("round_", range(4))
def test_c_threads(workers: int, round_: int) -> None:
    with Counting(workers=workers) as session:
        library = session.add(functions(COUNT))
        assert run_threads(session, address(library, "f0"), round_, 16) == 16 * chained(COUNT, round_)
        session.check_once(COUNT)


@pytest.mark.parametrize("workers", [0, 2])
def test_python_threads(workers: int) -> None:
    """16 Python threads, each beginning at another function of the chain."""
    with Counting(workers=workers) as session:
        library = session.add(functions(COUNT))
        results: dict[int, int] = {}
        gate = threading.Barrier(16)

        def body(n: int) -> None:
            gate.wait()
            results[n] = session.call_address(address(library, f"f{n}"), ctypes.c_int64, (ctypes.c_int64, 3))

        threads = [threading.Thread(target=body, args=(n,)) for n in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        expected = {n: chained(COUNT, 3) - n * 3 - n * (n + 1) // 2 for n in range(16)}
        assert results == expected
        session.check_once(COUNT)


def test_compile_ahead_while_threads_call() -> None:
    """`compile()` of everything and calls at the same time want the same functions."""
    with Counting(workers=2) as session:
        library = session.add(functions(400))
        ahead = threading.Thread(target=library.compile)
        ahead.start()
        assert run_threads(session, address(library, "f0"), 1, 8) == 8 * chained(400, 1)
        ahead.join(20)
        assert not ahead.is_alive()
        session.check_once(400)


def test_data_is_one_object_for_all_threads() -> None:
    """Functions compiled by different workers at once share one variable."""
    text = 'source_filename = "data"\n\n@total = internal global i64 0, align 8\n\n'
    for i in range(COUNT):
        follow = f"  %n = call i64 @f{i + 1}(i64 %x)\n" if i + 1 < COUNT else ""
        text += (
            f"define i64 @f{i}(i64 %x) {{\nentry:\n{follow}"
            "  %old = atomicrmw add ptr @total, i64 %x seq_cst, align 8\n  ret i64 %old\n}\n\n"
        )
    text += "define i64 @get() {\nentry:\n  %r = load i64, ptr @total, align 8\n  ret i64 %r\n}\n"
    with Session(workers=2) as session:
        library = session.add(text)
        run_threads(session, address(library, "f0"), 2, 16)
        assert session.call_address(address(library, "get"), ctypes.c_int64) == 2 * 16 * COUNT


def test_several_sessions_at_once() -> None:
    results: list[int] = []

    def body() -> None:
        with Session(workers=1) as session:
            library = session.add(functions(COUNT))
            results.append(run_threads(session, address(library, "f0"), 5, 4))

    threads = [threading.Thread(target=body) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert results == [4 * chained(COUNT, 5)] * 4
