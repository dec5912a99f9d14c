"""Closing modules, dropping them, replacing functions: what is refused, what runs, and that nothing is left."""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from rejit import Config, Session, Tier
from rejit.errors import Busy, InputError, InvalidIR, OutOfCodeMemory, SymbolNotFound, Unloaded, UnresolvedSymbol

MODULE = """\
@cell = global i64 5, align 8

define i64 @f(i64 %n) {
entry:
  %r = call i64 @inner(i64 %n)
  ret i64 %r
}

define i64 @inner(i64 %n) {
entry:
  %c = load i64, ptr @cell, align 8
  %r = add i64 %c, %n
  ret i64 %r
}
"""
USER = """\
declare i64 @f(i64)
@cell = external global i64, align 8

define i64 @g(i64 %n) {
entry:
  %r = call i64 @f(i64 %n)
  ret i64 %r
}
"""
DESTRUCTOR = """\
@log = external global i64, align 8
@llvm.global_dtors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @end, ptr null }]

define i32 @f() {
entry:
  ret i32 1
}

define internal void @end() {
entry:
  %n = load i64, ptr @log, align 8
  %m = add i64 %n, 1
  store i64 %m, ptr @log, align 8
  ret void
}
"""


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(workers=0, config=Config(reclaim="always")) as session:
        yield session


def settled(session: Session) -> Any:
    """The memory report when nothing waits any more. A thread that ends, as the compiler's does, is in the way."""
    end = time.monotonic() + 20
    while (report := session.memory()).waiting and time.monotonic() < end:
        session.reclaim()
        time.sleep(0.001)
    assert not report.waiting
    return report


def names(session: Session) -> set[str]:
    return {module.name for module in session.modules if not module.name.startswith("rejit ")}


def test_a_closed_module_is_gone(session: Session) -> None:
    session.add(USER)
    before = session.memory()
    lib = session.add(MODULE, name="m")
    assert lib["f"](1) == 6
    lib.close()
    lib.close()
    assert lib.closed and len(lib) == 0 and "closed" in repr(lib)
    for use in (lambda: lib["f"], lambda: lib.data("cell"), lambda: lib.compile(), lambda: lib.replace("f", MODULE)):
        with pytest.raises(Unloaded, match="m was closed"):
            use()
    assert "m" not in names(session)
    after = settled(session)
    assert after.quarantine == 0
    search = sum(-(-b.size // 16) for m in session.modules if m.name == "rejit search" for b in m.blocks())
    search *= 16
    assert after.code - search == before.code
    again = session.add(MODULE, name="m")  # no duplicate, no address of the old one
    assert again["f"](2) == 7


HANDLES: dict[str, Any] = {
    "f": lambda lib: lib["f"],
    "f.address": lambda lib: lib["f"].address,
    "f.ctypes": lambda lib: lib["f"].ctypes,
    "f.unsigned": lambda lib: lib["f"].unsigned,
    "f.bind()": lambda lib: lib["f"].bind(ctypes.c_int64, [ctypes.c_int64]),
    "data cell": lambda lib: lib.data("cell").memory,
}


@pytest.mark.parametrize("what", HANDLES)
def test_busy_names_who_holds_it(session: Session, what: str) -> None:
    lib = session.add(MODULE, name="m")
    lib["f"](1)
    held = HANDLES[what](lib)
    with pytest.raises(Busy, match=rf"^m: still held: {what.replace('()', '..')}; drop"):
        lib.close()
    assert lib["f"](1) == 6
    del held
    lib.close()


def test_force(session: Session) -> None:
    lib = session.add(MODULE, name="m")
    f, address, pointer, view = lib["f"], lib["f"].address, lib["f"].ctypes, lib.data("cell").memory
    for _ in range(20):
        assert f(1) == 6
    lib.close(force=True)
    for _ in range(3):
        session.reclaim()
        with pytest.raises(Unloaded, match="f: m was closed"):
            f(1)
        with pytest.raises(Unloaded):
            f.address  # noqa: B018
    assert view[0] == 5  # what it shows is still there
    assert session.memory().waiting
    del f, address, pointer, view
    end = time.monotonic() + 20
    while {what for what, _, _ in session.memory().waiting} - {"m, stubs"} and time.monotonic() < end:
        session.reclaim()
    # A gate's address may stay in free memory for a while, and looks as if somebody could call it.
    assert {what for what, _, _ in session.memory().waiting} <= {"m, stubs"}


def test_a_function_of_which_only_the_inside_is_held(session: Session) -> None:
    lib = session.add(MODULE, name="m")
    for _ in range(2):
        inside = lib["f"].func
        assert inside(1) == 6
        with pytest.raises(Busy, match="m: still held: f; drop"):
            lib.close()
        for _ in range(20):
            lib["f"](1)  # from now on it has a compiled entry
    del inside
    lib.close()


def test_a_module_that_others_link_to_is_refused(session: Session) -> None:
    lib, user = session.add(MODULE, name="m"), session.add(USER, name="user")
    assert user["g"](1) == 6
    for force in (False, True):
        with pytest.raises(Busy, match="m: user links to it; close these first"):
            lib.close(force=force)
    user.close()
    lib.close()
    settled(session)


def test_a_name_is_free_again(session: Session) -> None:
    lib = session.add(MODULE)
    lib["f"](1)
    lib.close()
    user = session.add(USER)
    with pytest.raises(UnresolvedSymbol):
        user["g"](1)
    session.add(MODULE.replace("i64 5", "i64 7"))
    assert user["g"](1) == 8


def test_destructors_run_first_and_once(session: Session) -> None:
    log = ctypes.c_int64(0)
    lib = session.add(DESTRUCTOR, symbols={"log": log}, name="d")
    assert lib["f"]() == 1
    lib.close()
    lib.close()
    assert log.value == 1
    assert session.hooks.exit_handlers == []
    settled(session)


def test_the_last_reference(session: Session) -> None:
    session.add(MODULE, name="provider")  # nothing was taken from it: it is there for others
    lib = session.add(MODULE.replace("@f", "@h").replace("@inner", "@i").replace("@cell", "@c"), name="m")
    h = lib["h"]
    assert h(1) == 6
    del lib
    gc.collect()
    session.reclaim()
    assert names(session) >= {"provider", "m"}
    del h
    gc.collect()
    session.reclaim()
    assert "m" not in names(session) and "provider" in names(session)
    assert session.add(USER)["g"](1) == 6


def test_a_dropped_module_stays_for_who_declares_its_names(session: Session) -> None:
    user = session.add(USER)
    session.add(MODULE, name="m")["f"](1)
    gc.collect()
    session.reclaim()
    assert "m" in names(session)
    assert user["g"](1) == 6


def test_close_while_another_thread_calls(session: Session) -> None:
    """Busy, or the call completes."""
    inside, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        inside.set()
        go_on.wait(60)

    callback = ctypes.CFUNCTYPE(None)(wait)
    text = "declare void @wait()\ndefine i32 @f() {\nentry:\n  call void @wait()\n  ret i32 3\n}\n"
    lib = session.add(text, symbols={"wait": callback}, name="m")
    results: list[int] = []
    thread = threading.Thread(target=lambda: results.append(lib["f"]()))
    thread.start()
    assert inside.wait(60)
    with pytest.raises(Busy):
        lib.close()
    lib.close(force=True)
    session.reclaim()
    assert session.memory().waiting
    go_on.set()
    thread.join(60)
    assert results == [3]


def test_thunks_thread_locals_and_sections_go_too(session: Session) -> None:
    text = """
@t = thread_local global i64 3, align 8
@e1 = internal global i64 1, section "mine", align 8
@e2 = internal global i64 2, section "mine", align 8
@__start_mine = external global i64
@__stop_mine = external global i64
@llvm.used = appending global [2 x ptr] [ptr @e1, ptr @e2], section "llvm.metadata"

define { i64, i64, i64 } @f(<4 x i64> %v) {
entry:
  %x = extractelement <4 x i64> %v, i32 1
  %t = load i64, ptr @t, align 8
  %s = ptrtoint ptr @__start_mine to i64
  %e = ptrtoint ptr @__stop_mine to i64
  %d = sub i64 %e, %s
  %r0 = insertvalue { i64, i64, i64 } poison, i64 %x, 0
  %r1 = insertvalue { i64, i64, i64 } %r0, i64 %t, 1
  %r2 = insertvalue { i64, i64, i64 } %r1, i64 %d, 2
  ret { i64, i64, i64 } %r2
}
"""
    sizes = []
    for _ in range(4):
        lib = session.add(text)
        assert tuple(lib["f"]((1, 2, 3, 4))) == (2, 3, 16)
        lib.close()
        memory = settled(session)
        sizes.append((memory.code, memory.data, memory.stubs))
    assert sizes[1] == sizes[2] == sizes[3]


def test_cycles_leave_nothing(session: Session) -> None:
    sizes = []
    for number in range(60):
        lib = session.add(MODULE.replace("i64 5", f"i64 {number}"), symbols={"unused": ctypes.c_int(1)})
        assert lib["f"](1) == number + 1
        lib.close()
        memory = settled(session)
        sizes.append((memory.code, memory.data, memory.stubs, memory.mappings))
    assert len(set(sizes[10:])) <= 2, sizes
    assert len(session._definers) == len(session._by_number) - 1 or len(session._by_number) < 4


# --- replacing


def test_replace(session: Session) -> None:
    lib, user = session.add(MODULE, name="m"), session.add(USER)
    f, g = lib["f"], user["g"]
    address = f.address
    assert g(1) == f(1) == 6
    call = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(int(address))
    lib.data("cell").as_ctypes(ctypes.c_int64).value = 10
    for factor in range(2, 30):
        lib.replace(
            "f",
            f"@cell = global i64 0, align 8\ndefine i64 @f(i64 %n) {{\nentry:\n  %c = load i64, ptr @cell, align 8\n"
            f"  %r = mul i64 %c, {factor}\n  ret i64 %r\n}}\n",
        )
        assert f(1) == g(1) == call(1) == 10 * factor
        assert f.address == address
    settled(session)
    assert session.reclaimer.statistics().bodies_reclaimed >= 28


def test_replaced_text_brings_its_own_strings_and_variables(session: Session) -> None:
    def text(word: str, count: int) -> str:
        return f"""
@.str = private unnamed_addr constant [2 x i8] c"{word}\\00", align 1
@calls = internal global i64 {count}, align 8
define i64 @f(ptr %out) {{
entry:
  %c = load i8, ptr @.str, align 1
  store i8 %c, ptr %out, align 1
  %n = load i64, ptr @calls, align 8
  %m = add i64 %n, 1
  store i64 %m, ptr @calls, align 8
  ret i64 %m
}}
"""

    lib = session.add(text("a", 0))
    f, out = lib["f"], ctypes.create_string_buffer(1)
    assert (f(out), out.raw) == (1, b"a")
    lib.replace("f", text("b", 100))
    assert (f(out), out.raw) == (2, b"b")  # the variable is the module's, and keeps its value
    lib.replace("f", text("c", 100).replace("@calls", "@fresh"))
    assert (f(out), out.raw) == (101, b"c")


def test_what_cannot_replace(session: Session) -> None:
    lib = session.add(MODULE, name="m")
    f = lib["f"]
    assert f(1) == 6
    with pytest.raises(InputError, match=r"f: the new IR has another type: .* instead of"):
        lib.replace("f", "define i32 @f(i64 %n) {\nentry:\n  ret i32 0\n}\n")
    with pytest.raises(InputError, match="does not define it; it defines g"):
        lib.replace("f", "define i64 @g(i64 %n) {\nentry:\n  ret i64 0\n}\n")
    with pytest.raises(SymbolNotFound):
        lib.replace("nothing", MODULE)
    with pytest.raises(SymbolNotFound, match="cell is no function"):
        lib.replace("cell", MODULE)
    with pytest.raises(InvalidIR, match="f, in m, new f"):
        lib.replace("f", "define i64 @f(i64 %n) {\nentry:\n  ret i32 0\n}\n")
    assert f(1) == 6
    assert names(session) == {"m"} | {n for n in names(session) if n.startswith("rejit.")}


def test_replace_before_the_first_call_and_close(session: Session) -> None:
    lib = session.add(MODULE, name="m")
    lib.replace("inner", "define i64 @inner(i64 %n) {\nentry:\n  ret i64 42\n}\n")
    assert lib["f"](1) == 42
    lib.close()
    settled(session)


# --- limits


def test_code_limit() -> None:
    """At the limit what is retired is freed first; then a typed error, and all goes on."""
    with Session(workers=0, code_limit=60_000) as session:
        libs = []
        with pytest.raises(OutOfCodeMemory, match="code_limit=60000"):
            for number in range(2000):
                text = (
                    MODULE.replace("@f", f"@f{number}").replace("@inner", f"@i{number}").replace("@cell", f"@c{number}")
                )
                libs.append((number, session.add(text)))
                assert libs[-1][1][f"f{number}"](1) == 6
        assert not session.may_climb()
        assert len(libs) > 50
        assert libs[0][1]["f0"](1) == 6
        number, last = libs.pop()
        last.close(force=True)
        for _ in range(200):
            libs.pop()[1].close()
        assert session.add(MODULE)["f"](1) == 6
        assert session.memory().code_limit == 60_000


def test_forks_in_the_middle_of_a_reclaim(session: Session) -> None:
    """Both sides free what is theirs, and go on."""
    ending = threading.Event()

    def churn(name: str) -> None:
        while not ending.is_set():
            lib = session.add(
                MODULE.replace("@f", f"@f{name}").replace("@inner", f"@i{name}").replace("@cell", f"@c{name}")
            )
            assert lib[f"f{name}"](1) == 6
            lib.close()

    kept = session.add(MODULE, name="kept")
    assert kept["f"](1) == 6
    threads = [threading.Thread(target=churn, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for _ in range(12):
        pid = os.fork()
        if not pid:
            status = 1
            try:
                assert kept["f"](1) == 6
                kept.replace("inner", MODULE.replace("add i64 %c", "sub i64 %c"))
                assert kept["f"](1) == 4
                session.reclaim()
                kept.close()
                session.reclaim()
                status = 0
            finally:
                os._exit(status)
        assert os.waitpid(pid, 0)[1] == 0
    ending.set()
    for thread in threads:
        thread.join(60)
    assert kept["f"](1) == 6
    session.reclaim()
    # What is in free memory of threads that have ended may look like an address, and then keeps a module or two.
    assert session.memory().quarantine < 2000 < session.memory().reclaimed


# -- what a reading from outside found ---------------------------------------------------------------------------------

PAIR = """\
define i32 @g(i32 %x) {
entry:
  %r = add i32 %x, 1
  ret i32 %r
}

define i32 @f(i32 %x) {
entry:
  %r = call i32 @g(i32 %x)
  ret i32 %r
}
"""
NEW_G = "define i32 @g(i32 %x) {\nentry:\n  %r = add i32 %x, 100\n  ret i32 %r\n}\n"


@pytest.mark.parametrize("workers", [0, 1])
@pytest.mark.parametrize("called", [False, True])
def test_who_inlined_the_old_text_at_the_first_tier_gets_the_new(workers: int, called: bool) -> None:
    with Session(workers=workers, tiers=[Tier(3)], cache=None) as session:
        library = session.add(PAIR)
        if called:
            assert library["f"](1) == 2
        else:
            library.compile(["f", "g"])
        library.replace("g", NEW_G)
        assert library["f"](1) == 101


def test_a_body_that_waits_for_its_first_call_does_not_bring_the_old_text() -> None:
    with Session(workers=0, cache=None) as session:
        library = session.add(PAIR)
        module = library._module
        module.session.compiler.fetch(
            module.number, ("f",), (), session.keys[session.last_level], lambda: "f" in module.ready
        )
        assert module.ready_tiers["f"][1] == ("g",)  # it has inlined it
        library.replace("g", NEW_G)
        assert library["f"](1) == 101


def test_a_replacement_that_fails_holds_nobody(session: Session) -> None:
    first = session.add(MODULE, name="first")
    second = session.add("declare i64 @f(i64)\n\ndefine i64 @h(i64 %n) {\nentry:\n  ret i64 %n\n}\n", name="second")
    assert second["h"](1) == 1
    text = (
        "@nowhere = external global i64\n\ndeclare i64 @f(i64)\n\ndefine i64 @h(i64 %n) {\nentry:\n"
        "  %a = call i64 @f(i64 %n)\n  %b = load i64, ptr @nowhere\n  %c = add i64 %a, %b\n  ret i64 %c\n}\n"
    )
    with pytest.raises(UnresolvedSymbol, match="nowhere"):
        second.replace("h", text)
    assert second["h"](1) == 1
    second.close()
    first.close()
    settled(session)


def test_a_function_whose_labels_are_kept_outside_is_not_replaced(session: Session) -> None:
    text = """@kept = global ptr blockaddress(@labels, %there), align 8

define i64 @labels() {
entry:
  indirectbr ptr blockaddress(@labels, %there), [label %there]

there:
  ret i64 42
}
"""
    library = session.add(text)
    assert library["labels"]() == 42
    with pytest.raises(InputError, match="labels: addresses of its labels are kept outside"):
        library.replace("labels", text.replace("42", "43"))
    assert library["labels"]() == 42


def test_two_threads_replace_the_same_function(session: Session) -> None:
    library = session.add(PAIR)
    f = library["f"]
    texts = [NEW_G.replace("100", str(n)) for n in range(200, 208)]
    threads = [threading.Thread(target=library.replace, args=("g", text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    last = f(1)
    assert last in range(201, 209)
    library.replace("g", NEW_G)
    assert f(1) == 101
    assert len(library._module.estate.generated) == 1  # the other patches are gone


@pytest.mark.parametrize("workers", [0, 1])
def test_room_is_made_under_a_limit_that_the_search_alone_would_break(workers: int) -> None:
    """In a process of its own: the search is made once for all sessions."""
    script = f"""
import faulthandler
from rejit import Session
faulthandler.dump_traceback_later(60, exit=True)
if __name__ == "__main__":
    with Session(workers={workers}, cache=None, recompile="off", code_limit=6000) as session:
        f = session.add({PAIR!r})["g"]
        f(1)
        for _ in range(400):
            session.recompile(f, 0)
        print(f(1), session.memory().reclaimed > 0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.returncode) == ("2 True\n", 0), done.stderr[-3000:]


EXIT_HANDLER = """\
declare i32 @on_exit(ptr, ptr)

define void @handler(i32 %status, ptr %data) {
entry:
  ret void
}

define i32 @register() {
entry:
  %r = call i32 @on_exit(ptr @handler, ptr null)
  ret i32 %r
}
"""


def test_what_the_c_library_has_mangled_is_found() -> None:
    """Exit handlers and jmp_bufs hold addresses that only the thread's guard makes readable."""
    script = f"""
import os
from rejit import Config, Session
s = Session(workers=0, config=Config(reclaim="always"), cache=None, recompile="off")
lib = s.add({EXIT_HANDLER!r}, name="m")
assert lib["register"]() == 0
lib.close(force=True)
for _ in range(20):
    s.reclaim()
print(len(s.memory().waiting))
os._exit(0)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
