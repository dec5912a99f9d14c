"""Run in an emulated Python, by test_emulated.py: calls that lead straight to bodies, and are patched when these are
recompiled or replaced.

Under emulation code is sealed page by page, where a patch replaces a page and so is not made by default: here it is."""

from __future__ import annotations

import ctypes
import os
import threading

from rejit import Config, HotPolicy, Session
from rejit.arch import host_types
from rejit.runtime.memory import CodeMemory
from rejit.runtime.redirect import sites_of
from rejit.runtime.words import load_word

types = host_types()

CALLER = """
@numbers = global [4 x i64] [i64 10, i64 20, i64 30, i64 40]
@ending = global i32 0
declare i32 @abs(i32)

define i64 @callee(i64 %n) noinline {
  %place = getelementptr [4 x i64], ptr @numbers, i64 0, i64 %n
  %v = load i64, ptr %place
  %r = add i64 %v, VERSION
  ret i64 %r
}

define i64 @caller(i64 %n) noinline {
  %a = call i64 @callee(i64 %n)
  %b = call i64 @callee(i64 0)
  %place = getelementptr [4 x i64], ptr @numbers, i64 0, i64 %n
  %v = load i64, ptr %place
  %s = add i64 %a, %b
  %t = mul i64 %s, %v
  ret i64 %t
}

define i64 @jumper(i64 %n) {
  %r = tail call i64 @callee(i64 %n)
  ret i64 %r
}

define i64 @fib(i64 %n) {
  %small = icmp slt i64 %n, 2
  br i1 %small, label %done, label %more

more:                                             ; preds = %0
  %i = sub i64 %n, 1
  %j = sub i64 %n, 2
  %a = call i64 @fib(i64 %i)
  %b = call i64 @fib(i64 %j)
  %s = add i64 %a, %b
  ret i64 %s

done:                                             ; preds = %0
  ret i64 %n
}

define i64 @loop(i64 %from) {
  br label %again

again:                                            ; preds = %again, %0
  %sum = phi i64 [ %from, %0 ], [ %next, %again ]
  %v = call i64 @callee(i64 0)
  %low = and i64 %v, 1
  %next = add i64 %sum, %low
  %end = load volatile i32, ptr @ending
  %on = icmp eq i32 %end, 0
  br i1 %on, label %again, label %out

out:                                              ; preds = %again
  ret i64 %next
}
"""


def branch(field: int) -> tuple[str, int]:
    """What the branch at an address is, and where it leads."""
    word = load_word(field & -8) >> 8 * (field & 4) & 0xFFFFFFFF
    if types.CPU == "AArch64":
        assert word >> 26 & 31 == 5, hex(word)
        distance, high, links = (word & 0x3FFFFFF) << 2, 1 << 27, word >> 31
    else:
        assert word >> 26 == 18 and not word & 2, hex(word)
        distance, high, links = word & 0x3FFFFFC, 1 << 25, word & 1
    return "bl" if links else "b", field + (distance ^ high) - high


def leads_to(field: int) -> int:
    return branch(field)[1]


def main() -> None:
    CodeMemory.patches = True  # type: ignore[assignment, method-assign]
    with Session(
        compiler=os.environ["REJIT_TEST_COMPILER"],
        config=Config(reclaim="always"),
        policy=HotPolicy(calls=10**9, loops=10**9),
    ) as jit:
        flushed: list[tuple[int, int]] = []
        flush = jit.memory._flush
        assert flush is not None

        def counted(address: int, size: int) -> None:
            flushed.append((address, size))
            flush(address, size)

        jit.memory.flush_with(counted)
        lib = jit.add(CALLER.replace("VERSION", "1"), name="calls")
        caller, fib, jumper = lib["caller"], lib["fib"], lib["jumper"]
        print("first:", caller(2), fib(15), jumper(2))
        functions = lib._module.functions
        for name in ("caller", "callee", "fib", "loop", "jumper"):
            lib[name]
            jit.recompile(lib[name], tier=3)
        body = functions["caller"].code
        assert body is not None
        ((known, (thunk, *fields)),) = sites_of(body).items()
        direct = functions["callee"].body - types.DIRECT_ENTRY
        print("direct:", known.name, len(fields), [leads_to(field) == direct for field in fields])
        print("through thunk:", thunk > max(fields), caller(2), fib(15))
        jumping = functions["jumper"].code
        assert jumping is not None
        ((_, (jumpers_thunk, jump)),) = sites_of(jumping).items()
        kind = branch(jump)[0]
        print("tail call:", kind, leads_to(jump) == direct, jumper(2))
        bodies = [(b.address, b.size) for b in (body, functions["callee"].code) if b is not None]
        print("flushed:", all(any(a <= at < at + n <= a + size for a, size in flushed) for at, n in bodies))

        # A thread that calls it all the while.
        result: list[int] = []
        loop = lib["loop"]
        thread = threading.Thread(target=lambda: result.append(loop(0)), daemon=True)
        thread.start()
        sites = sum(len(sites_of(b)[known]) - 1 for b in known.callers)
        for _ in range(10):
            for level in (0, 3):
                flushed.clear()
                jit.recompile(lib["callee"], tier=level)
                patches = [(place, size) for place, size in flushed if size == types.PATCH_SIZE]
                assert len(patches) >= sites, (patches, sites)
                target = functions["callee"].body - types.DIRECT_ENTRY if level else thunk
                assert all(leads_to(field) == target for field in fields)
                assert caller(2) == 1260
                assert branch(jump) == (kind, target if level else jumpers_thunk) and jumper(2) == 31
        lib.replace("callee", CALLER.replace("VERSION", "2").replace("define i64 @caller", "define i64 @x"))
        assert branch(jump) == (kind, jumpers_thunk) and jumper(2) == 32
        print("replaced:", all(leads_to(field) == thunk for field in fields), caller(2))
        lib.data("ending").as_ctypes(ctypes.c_int).value = 1
        thread.join(30)
        print("a thread went through it:", len(result) == 1 and not thread.is_alive())
        print("patched:", jit.statistics()["call_sites_patched"] >= 20 * sites)
        jit.reclaim()
        print("reclaimed:", jit.reclaimer.statistics().bodies_reclaimed > 5)


if __name__ == "__main__":
    main()
