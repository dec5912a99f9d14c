"""Where bodies and the numbers they read lie, and that calls linked before their callee lead straight to its body."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from rejit import Config, Session, Tier
from rejit.compile import backend
from rejit.errors import NoCodeMemory
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import partition
from rejit.link.linker import link_code
from rejit.link.pieces import APART_FROM, split, with_debug
from rejit.runtime.memory import CONSTANTS, LONG, SHORT, CodeMemory
from rejit.runtime.redirect import sites_of
from rejit.tiers import DEBUG_LINES, HotPolicy

CALLS = """
define i32 @main(i32 %n) {
  %a = call i32 @f(i32 %n)
  %b = call i32 @g(i32 %a)
  %c = call i32 @f(i32 %b)
  ret i32 %c
}

define i32 @f(i32 %n) noinline {
  %r = add i32 %n, 1
  ret i32 %r
}

define i32 @g(i32 %n) noinline {
  %r = mul i32 %n, 10
  ret i32 %r
}
"""
TERMS = 40


def poly(name: str = "poly", first: float = 1.5) -> str:
    """A polynomial of TERMS coefficients, each a number of the constant pool, and a vector of two."""
    lines = [f"define double @{name}(double %x) {{", "  %s0 = fadd double %x, 0.0"]
    for n in range(TERMS):
        lines += [
            f"  %p{n} = fmul double %s{n}, %x",
            f"  %s{n + 1} = fadd double %p{n}, 0x{ctypes.c_uint64.from_buffer(ctypes.c_double(first + n)).value:016X}",
        ]
    lines += [
        f"  %v0 = insertelement <2 x double> poison, double %s{TERMS}, i64 0",
        "  %v1 = insertelement <2 x double> %v0, double %x, i64 1",
        "  %v2 = fmul <2 x double> %v1, <double 3.25, double 7.75>",
        "  %a = extractelement <2 x double> %v2, i64 0",
        "  %b = extractelement <2 x double> %v2, i64 1",
        "  %r = fadd double %a, %b",
        "  ret double %r",
        "}",
    ]
    return "\n".join(lines) + "\n"


def value(x: float, first: float = 1.5) -> float:
    """What it computes."""
    s = x + 0.0
    for n in range(TERMS):
        s = s * x + (first + n)
    return s * 3.25 + x * 7.75


def leads_to(field: int) -> int:
    """Where a call or jump with its displacement at `field` goes."""
    return field + 4 + ctypes.c_int32.from_address(field).value


def targets(caller: Any) -> dict[str, set[int]]:
    """Where the direct calls of a function lead, by callee; a call's own jump is one of them."""
    inside = range(caller.code.address, caller.code.address + caller.code.size)
    found: dict[str, set[int]] = {}
    for callee, fields in sites_of(caller.code).items():
        found[callee.name] = {place for place in map(leads_to, fields) if place not in inside}
    return found


# -- calls -------------------------------------------------------------------------------------------------------------


def test_a_call_linked_before_its_callee_leads_to_its_body() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(2)]) as session:
        lib = session.add(CALLS, name="m")
        functions = lib._module.functions
        lib.compile(["main"])  # linked before what it calls
        assert targets(functions["main"]) == {name: {functions[name].address} for name in ("f", "g")}
        assert lib["main"](4) == 51
        assert targets(functions["main"]) == {name: {functions[name].body} for name in ("f", "g")}
        assert session.counters.call_sites_patched >= 2
        assert session.counters.redirects == 0  # nothing was at another body before


def test_such_a_call_follows_its_callee() -> None:
    """Replaced, the callee is called in its new form, and the old one is freed."""
    with Session(workers=0, cache=None, tiers=[Tier(2)]) as session:
        lib = session.add(CALLS, name="m")
        functions = lib._module.functions
        lib.compile(["main"])
        assert lib["main"](4) == 51
        old = functions["f"].body
        for step in range(2, 6):
            lib.replace("f", f"define i32 @f(i32 %n) {{\n  %r = add i32 %n, {step}\n  ret i32 %r\n}}\n")
            assert lib["main"](4) == (4 + step) * 10 + step
        session.reclaim()
        assert old not in targets(functions["main"])["f"]
        assert session.memory().reclaimed > 0


def test_a_callee_at_a_lower_level_is_called_through_its_stub() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(0), Tier(3)], policy=HotPolicy(calls=1 << 30)) as session:
        lib = session.add(CALLS, name="m")
        functions = lib._module.functions
        lib.compile(["main"], tier=3)
        assert lib["main"](4) == 51
        assert functions["g"].code.level == 0
        assert targets(functions["main"])["g"] in ({functions["g"].address}, set())
        lib.compile(["g"], tier=3)
        assert lib["main"](4) == 51
        assert functions["g"].body in targets(functions["main"])["g"]


# -- numbers -----------------------------------------------------------------------------------------------------------


def pieces_of(level: int, apart: bool, debug: bool = False) -> list[Any]:
    index = ModuleIndex.build(poly())
    part = partition(index, ("poly",))
    transforms = (DEBUG_LINES,) if debug else ()
    made = backend.compile_ir(part.text, (level, "native", "", transforms, 0, "direct", None))
    return split(made, part.constants, apart=apart)


@pytest.mark.parametrize("level", [0, 2, 3])
def test_a_piece_ends_with_its_numbers(level: int) -> None:
    [together] = pieces_of(level, apart=False)
    [piece] = pieces_of(level, apart=True)
    assert piece[:8] == together  # whoever does not know of it links it as it is
    debug, (start, fields) = piece[8:]
    offsets = memoryview(fields).cast("I").tolist()
    assert debug == () and start % 16 == 0
    assert piece[4] - start >= max(8 * TERMS, APART_FROM)
    content = piece[3]
    for offset in offsets:
        assert offset < piece[5][0][2]  # in the code
        to = offset + 4 + int.from_bytes(content[offset : offset + 4], "little", signed=True)
        assert start <= to < piece[4]
    (*_, unwind) = [symbol for symbol in piece[5] if not symbol[0]]
    assert unwind[1] + unwind[2] <= start


def test_debug_sections_stand_before() -> None:
    [piece] = pieces_of(2, apart=True)
    [code] = with_debug([piece, ("debug", ".debug_line", 1, b"x", 1, (), (), ())])  # type: ignore[list-item]
    assert code[8] == ((".debug_line", b"x", ()),)
    assert code[9] == piece[9]


def test_few_numbers_stay_with_the_code() -> None:
    index = ModuleIndex.build(
        "define double @f(double %x) {\n  %a = fmul double %x, 3.5\n  %b = fadd double %a, 7.25\n  ret double %b\n}\n"
    )
    part = partition(index, ("f",))
    made = backend.compile_ir(part.text, (3, "native", "", (), 0, "direct", None))
    [piece] = split(made, part.constants, apart=True)
    assert len(piece) == 8


@pytest.mark.parametrize("backend_name", ["procmem", "seal", "alias"])
@pytest.mark.parametrize("level", [0, 3])
def test_it_computes_the_same_wherever_they_lie(level: int, backend_name: str) -> None:
    config = Config(memory_backend=backend_name)
    with Session(workers=0, cache=None, tiers=[Tier(level)], config=config) as session:
        lib = session.add(poly(), name="m")
        assert [lib["poly"](x) for x in (0.5, 1.0, -1.25)] == [value(x) for x in (0.5, 1.0, -1.25)]
        apart = bool(session.memory._belongings)
        # A page is sealed with what was written at one time: there numbers would take one each.
        assert apart == (level == 3 and backend_name != "seal")


def test_numbers_lie_apart_and_go_with_their_body() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(3)]) as session:
        lib = session.add(poly(), name="m")
        assert lib["poly"](0.5) == value(0.5)
        memory = session.memory
        body = lib._module.functions["poly"].code
        assert body is not None
        [constants] = memory._belongings.values()
        assert not body.address <= constants.address < body.address + body.size
        assert memory.contains_code(constants.address)
        lib.replace("poly", poly(first=2.5))
        assert lib["poly"](0.5) == value(0.5, 2.5)
        session.reclaim()
        held = memory.code_bytes()
        for n in range(20):
            lib.replace("poly", poly(first=n + 0.25))
            assert lib["poly"](0.5) == value(0.5, n + 0.25)
            session.reclaim()
        assert memory.code_bytes() < 2 * held  # twenty of them would take more
        assert len(memory._belongings) == 1
        lib.close()
        session.reclaim()
        assert not memory._belongings


def test_numbers_are_given_back_where_the_code_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = CodeMemory()
    [piece] = pieces_of(3, apart=True)
    monkeypatch.setattr("rejit.runtime.blocks.Pending.commit_body", _refuse)
    with pytest.raises(NoCodeMemory):
        link_code(piece, _Scope(), memory)
    assert memory.code_bytes() == 0
    memory.close()


class _Scope:
    addresses: dict[str, int] = {}
    got_base = 0

    class index:
        functions = {"poly": 0}


def _refuse(*_: Any) -> None:
    raise NoCodeMemory("refused")


# -- lifetimes ---------------------------------------------------------------------------------------------------------


def test_bodies_that_will_be_replaced_stand_by_themselves() -> None:
    with Session(workers=0, cache=None, tiers=[Tier(0), Tier(3)], policy=HotPolicy(calls=1 << 30)) as session:
        lib = session.add(poly("a") + poly("b"), name="m")
        assert lib["a"](0.5) == lib["b"](0.5) == value(0.5)
        arenas = session.memory._arenas
        assert SHORT in arenas and arenas[SHORT].used and CONSTANTS not in arenas
        used = arenas[LONG].used if LONG in arenas else 0
        lib.compile(["a"], tier=3)
        assert lib["a"](0.5) == value(0.5)
        assert arenas[LONG].used > used and arenas[CONSTANTS].used
