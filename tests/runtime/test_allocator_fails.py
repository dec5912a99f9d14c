"""Whichever request for memory fails, of code, stubs or data: a typed error, nothing half done, and all goes on."""

from __future__ import annotations

from typing import Any

import pytest
from test_reclaim import until, waiting

from rejit import Config, Session
from rejit.errors import OutOfCodeMemory, RejitError
from rejit.runtime.memory import CodeMemory

TEXT = """
@v = global i32 4
@big = global [600 x i32] zeroinitializer
declare i32 @abs(i32)
define i32 @inner(i32 %x) {
  %l = load i32, ptr @v
  %b = load i32, ptr @big
  %a = call i32 @abs(i32 %b)
  %s = add i32 %l, %a
  %r = add i32 %x, %s
  ret i32 %r
}
define i32 @f(i32 %x) {
  %r = call i32 @inner(i32 %x)
  ret i32 %r
}
"""
CALLS = 12  # from some number on a function has a compiled entry of its own
REQUESTS = "_reserve", "allocate_data", "allocate_large"


class Scripted:
    """Counts requests; the `failing`-th is refused."""

    def __init__(self, failing: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.failing = failing
        self.requests = 0
        for name in REQUESTS:
            monkeypatch.setattr(CodeMemory, name, self._counted(getattr(CodeMemory, name)))

    def _counted(self, whole: Any) -> Any:
        def request(*given: Any, **named: Any) -> Any:
            self.requests += 1
            if self.requests == self.failing:
                raise OutOfCodeMemory("scripted")
            return whole(*given, **named)

        return request


def use(session: Session) -> None:
    """A module comes, is called, has a function replaced and recompiled, and goes."""
    lib = session.add(TEXT, name="m")
    try:
        f = lib["f"]
        for _ in range(CALLS):
            assert f(1) == 5
        lib.replace("inner", TEXT.replace("add i32 %x", "mul i32 %x"))
        assert f(3) == 12
        session.recompile(f, tier=3)
        assert f(3) == 12
    finally:
        f = None
        lib.close(force=True)


def test_every_request_for_memory_may_fail() -> None:
    """The first, the second, and so on, until none is left that could."""
    failing = refused = 0
    while True:
        failing += 1
        with Session(workers=0, cache=None, config=Config(reclaim="always")) as session:
            with pytest.MonkeyPatch.context() as patched:
                scripted = Scripted(failing, patched)
                try:
                    use(session)
                except RejitError as error:
                    refused += 1
                    assert "scripted" in str(error)
                session.reclaim()
            use(session)
            until(lambda session=session: session.reclaim() or set(waiting(session)) <= {"m, stubs"}, session)
        if scripted.requests < failing:
            break
    assert failing > 12 and refused > failing / 2
