"""What a function costs while it lives, in objects and bytes of Python's: of neither may there be more.

Counted is what is allocated and stays, so nothing here depends on time or on what the machine does besides."""

from __future__ import annotations

import ctypes
import gc
import importlib
import tracemalloc

import pytest

from rejit import Session
from rejit.errors import CompileError
from rejit.module import STEP

COUNT = 500
KEPT = "Function", "Body"  # the two objects of a function


def alone(number: int) -> str:
    return f"define i32 @f{number}(i32 %x) {{\n  %r = mul i32 %x, {number + 3}\n  ret i32 %r\n}}\n"


def tied(number: int) -> str:
    """It has a variable, a string, and calls of two others."""
    one, two = (f"f{(number * factor + 1) % COUNT}" for factor in (7, 3))
    return f"""
@s{number} = private constant [8 x i8] c"{number:07}\\00"
@g{number} = global i32 {number}

define i32 @f{number}(i32 %x) noinline {{
  %s = load i32, ptr @g{number}
  %c = call i32 @{one}(i32 %s)
  %d = call i32 @{two}(i32 %c)
  %u = call i32 @puts(ptr @s{number})
  %e = add i32 %d, %u
  ret i32 %e
}}
"""


TEXTS = {
    "alone": "\n".join(alone(i) for i in range(COUNT)),
    "tied": "declare i32 @puts(ptr)\n" + "\n".join(tied(i) for i in range(COUNT)),
}


# Objects that Python's collector knows: at the last tier there are two tuples more, whom it calls and who calls it.
# Bytes: of what is allowed, five sixths are there.
@pytest.mark.parametrize(
    ("kind", "tier", "objects", "size"), [("alone", None, 2, 370), ("tied", None, 2, 470), ("tied", 3, 4, 2160)]
)
def test_what_stays_for_each_function(
    kind: str, tier: int | None, objects: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Of as few functions, what does not grow with their number would be much.
    monkeypatch.setattr("rejit.module.RECENT", 50)
    monkeypatch.setattr("rejit.module.STEP", 50)
    importlib.import_module("rejit.runtime.sealed")
    with Session(workers=1, cache=None) as session:
        library = session.add(TEXTS[kind])
        library.compile(["f0"], tier=tier)
        session.add("\n".join(alone(i).replace("@f", "@warm") for i in range(40))).compile(tier=tier)
        gc.collect()
        before = len(gc.get_objects())
        tracemalloc.start()
        try:
            library.compile(tier=tier)
            gc.collect()
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        made = gc.get_objects()
        assert sum(type(thing).__name__ in KEPT for thing in made) >= 2 * COUNT
        assert len(made) - before < (objects + 0.3) * COUNT
        assert held < size * COUNT, held / COUNT


def test_what_is_not_among_the_recent_addresses_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Functions and variables keep their addresses, whoever asks, and in whatever order they were linked."""
    monkeypatch.setattr("rejit.module.RECENT", 8)
    with Session(workers=0, cache=None) as session:
        library = session.add(TEXTS["tied"])
        module = library._module
        seen = {}
        for number in (*range(0, 60), *range(59, 30, -1)):
            library.compile([f"f{number}"])
            for name in (f"g{number}", f"s{number}", f"f{number}"):
                address = module.define(name)
                assert seen.setdefault(name, address) == module.resolve(name) == address
        assert len(module.addresses) < 120
        assert len(set(seen.values())) == 3 * 60
        for number in range(60):
            assert library.data(f"g{number}").as_ctypes(ctypes.c_int32).value == number
            assert ctypes.string_at(seen[f"s{number}"]) == b"%07d" % number
            assert module.placed(f"g{number}") == seen[f"g{number}"] and module.placed("g499") == 0
        more = session.add(
            "@g3 = external global i32\ndefine i32 @more() {\n  %r = load i32, ptr @g3\n  ret i32 %r\n}\n"
        )
        assert more["more"]() == 3


@pytest.mark.parametrize("workers", [0, 1])
def test_compiling_all_goes_on_after_failures(workers: int) -> None:
    """Functions are compiled in steps, of which each is asked for before the one ahead of it is linked."""
    bad = "define i32 @{}() {{\n  ret i32 %nothing\n}}\n"
    texts = [bad.format(f"bad{i}") if i in (3, STEP + 5) else alone(i) for i in range(STEP + STEP // 2)]
    with Session(workers=workers, cache=None) as session:
        library = session.add("\n".join(texts))
        with pytest.raises(CompileError) as caught:
            library.compile()
        assert "bad3, in" in str(caught.value) and f"bad{STEP + 5}, in" in str(caught.value)
        assert session.statistics()["functions_linked"] == len(texts) - 2
        assert [library[f"f{i}"](2) for i in (0, STEP, len(texts) - 1)] == [6, 2 * (STEP + 3), 2 * (len(texts) + 2)]
