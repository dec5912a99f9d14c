"""`lib.compile()` of many functions: in which order the compiler is asked, and what it need not know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import rejit.module
from rejit import Session, Tier
from rejit.errors import Unloaded

MANY = "".join(f"define i32 @f{i}() {{\n  ret i32 {i}\n}}\n\n" for i in range(8))


def test_steps_are_asked_for_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejit.module, "STEP", 2)
    with Session(workers=0, cache=None, tiers=[Tier(0)], recompile="off") as session:
        lib = session.add(MANY, name="m")
        asked: list[str] = []
        fetch = session.compiler.fetch

        def ahead(number: int, functions: list[str]) -> None:
            asked.extend(name for name in functions if name not in asked)

        def fetched(number: int, functions: tuple[str, ...], *rest: Any) -> None:
            ahead(number, list(functions))
            fetch(number, functions, *rest)

        monkeypatch.setattr(session.compiler, "ask_ahead", ahead)
        monkeypatch.setattr(session.compiler, "fetch", fetched)
        lib.compile()
        assert asked == [f"f{i}" for i in range(8)]
        assert [lib[f"f{i}"]() for i in range(8)] == list(range(8))


def test_a_module_that_is_closed_meanwhile() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(0)], recompile="off") as session:
        lib = session.add(MANY, name="m")
        session.on("compiled", lambda *_: lib.close(force=True))
        with pytest.raises(Unloaded):
            lib.compile()


def test_what_is_cached_needs_no_text(tmp_path: Path) -> None:
    """It may be gone, or LLVM would have to print it anew."""
    path = tmp_path / "m.ll"
    path.write_text(MANY)
    for compiled in (8, 0):
        with Session(workers=0, cache=str(tmp_path / "cache"), tiers=[Tier(1)], recompile="off") as session:
            lib = session.add(str(path))
            lib.compile()
            assert lib["f5"]() == 5
            assert session.statistics()["functions_compiled"] == compiled
            assert lib._module.index.has_text == bool(compiled)
