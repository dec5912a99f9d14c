"""What is retired is freed only when nothing can lead back into it: parked threads, coroutines, saved contexts."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rejit import Config, Session
from rejit.runtime import search
from rejit.runtime.reclaim import Reclaimer
from tools import need

HERE = Path(__file__).parent
PARKED = HERE.parent / "session" / "parked.c"
COROUTINE = HERE.parent / "session" / "coroutine.cpp"
KINDS = ["read", "poll", "nanosleep", "epoll_wait", "sem_timedwait", "python", "qsort", "signal", "spin"]
PATIENCE_S = 60


def compiled(source: Path, folder: Path, *options: str) -> str:
    """IR of a C or C++ file."""
    compiler = need("clang++-19" if source.suffix == ".cpp" else "clang-19")
    target = folder / f"{source.stem}{''.join(options)}.ll"
    command = [compiler, "-O1", "-S", "-emit-llvm", *options, str(source), "-o", str(target)]
    subprocess.run(command, check=True)
    return target.read_text()


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("parked")
    return compiled(PARKED, folder, "-DVERSION=1"), compiled(PARKED, folder, "-DVERSION=2")


@pytest.fixture
def session() -> Iterator[Session]:
    with Session(workers=0, config=Config(reclaim="always")) as session:
        yield session


def waiting(session: Session) -> dict[str, str]:
    """What is in quarantine, and why."""
    return {what: reason for what, _, reason in session.reclaimer.statistics().waiting}


def until(condition: Any, session: Session | None = None) -> None:
    """Wait for what another thread does. session: whose quarantine to show if it does not come."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() >= end:
            pytest.fail(f"waited {PATIENCE_S} s; in quarantine: {kept(session) if session else 'not asked'}")
        time.sleep(0.001)


def kept(session: Session) -> list[str]:
    """What is in quarantine, why, and which mapping holds the word that leads there."""
    out = []
    with open("/proc/self/maps") as file:
        mappings = file.read().splitlines()
    for what, reason in waiting(session).items():
        place = re.search(r"\(at (0x[0-9a-f]+)\)", reason)
        where = [
            line
            for line in mappings
            if place and int(line.split("-")[0], 16) <= int(place[1], 16) < int(line.split("-")[1].split()[0], 16)
        ]
        words = ctypes.string_at(int(place[1], 16) - 64, 128).hex(" ", 8) if where and place else ""
        out.append(f"{what}: {reason} {where} {words}")
    return out


def blocked(tid: int) -> bool:
    """Whether the kernel says that a thread waits in a system call that is not Python's own wait for the GIL."""
    with open(f"/proc/self/task/{tid}/syscall") as file:
        return file.read()[:1].isdigit()


class Parked:
    """A module, and a thread inside its `f`."""

    def __init__(self, session: Session, text: str, kind: int, name: str = "parked") -> None:
        self.event = threading.Event()
        self.inside = threading.Event()

        def wait() -> None:
            self.inside.set()
            self.event.wait(PATIENCE_S)

        self.callback = ctypes.CFUNCTYPE(None)(wait)
        self.lib = session.add(text, name=name, symbols={"wait_in_python": self.callback})
        self.kind = kind
        self.ours, self.theirs = os.pipe()
        self.f = self.lib["f"]
        self.lib.compile()
        self.result: list[int] = []
        self.thread = threading.Thread(target=lambda: self.result.append(self.f(kind, self.ours)))
        self.spinning = self.lib.data("spinning").as_ctypes(ctypes.c_int)
        self.post = self.lib["post"]
        self.thread.start()
        tid = self.thread.native_id
        assert tid is not None
        if KINDS[kind] == "python":
            self.inside.wait(PATIENCE_S)
        elif KINDS[kind] == "spin":
            until(lambda: self.spinning.value)
        else:
            until(lambda: blocked(tid))

    def wake(self) -> int:
        """Let the thread go on: what `f` returned."""
        self.event.set()
        self.lib.data("released").as_ctypes(ctypes.c_int).value = 1
        os.write(self.theirs, b"1" * 8)
        self.post()
        self.thread.join(PATIENCE_S)
        assert not self.thread.is_alive()
        os.close(self.ours)
        os.close(self.theirs)
        return self.result[0]


def stay_and_leave(session: Session, versions: tuple[str, str], kind: int) -> None:
    """A thread parked in a body that is replaced meanwhile: the body stays, and is freed when the thread has left.

    A word in free memory may happen to lead into a body, which then stays: so there are three, at other addresses, and
    one is enough."""
    found = []
    for attempt in range(3):
        what = f"f, in parked{attempt}"
        parked = Parked(session, versions[0], kind, f"parked{attempt}")
        before = session.reclaimer.statistics().bodies_reclaimed
        parked.lib.replace("f", versions[1])
        assert parked.f(9, 0) == 209
        until(lambda what=what: session.reclaim() or "leads into it" in waiting(session)[what], session)
        for _ in range(5):
            session.reclaim()
        assert parked.wake() == 100 + kind
        end = time.monotonic() + PATIENCE_S / 4  # the thread may be on its way out yet
        while session.reclaim() or what in waiting(session):
            if time.monotonic() > end:
                break
            time.sleep(0.001)
        else:
            assert session.reclaimer.statistics().bodies_reclaimed > before
            return
        found += kept(session)
    pytest.fail(f"bodies stayed in quarantine: {found}")


STAY_AND_LEAVE = """
import sys
sys.path[:0] = {path!r}
import test_reclaim
from rejit import Config, Session
folder = test_reclaim.Path({folder!r})
texts = tuple(test_reclaim.compiled(test_reclaim.PARKED, folder, f"-DVERSION={{n}}") for n in (1, 2))
with Session(workers=0, config=Config(reclaim="always")) as session:
    test_reclaim.stay_and_leave(session, texts, {kind})
"""


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=KINDS)
def test_a_thread_parked_in_a_replaced_body(tmp_path: Path, kind: int) -> None:
    """In a process of its own: where a thousand tests ran, free memory is full of the addresses of their bodies, which
    were the same."""
    ended = apart(STAY_AND_LEAVE, folder=str(tmp_path), kind=kind)
    assert ended.returncode == 0, ended.stderr


def apart(code: str, **values: Any) -> subprocess.CompletedProcess[str]:
    """Run code that imports this file in a new interpreter."""
    path = [str(HERE), str(HERE.parent), *(p for p in sys.path if p)]
    command = [sys.executable, "-c", code.format(path=path, **values)]
    return subprocess.run(command, capture_output=True, text=True, timeout=4 * PATIENCE_S)


def test_a_coroutine_suspended_across_a_return_to_python(session: Session, versions: tuple[str, str]) -> None:
    lib = session.add(versions[0], symbols={"wait_in_python": ctypes.CFUNCTYPE(None)(lambda: None)}, name="co")
    assert lib["start"]() == 101
    lib.replace("coroutine", versions[1])
    until(lambda: session.reclaim() or "memory leads into it" in waiting(session)["coroutine, in co"], session)
    assert lib["resume"]() == 102
    assert lib["start"]() == 201


def test_a_cpp_coroutine_suspended_across_a_return_to_python(session: Session, tmp_path: Path) -> None:
    """Its frame on the heap holds the address where it goes on, which is in the body of the function that was replaced:
    LLVM splits a coroutine when rejit compiles it."""
    one, two = (
        compiled(COROUTINE, tmp_path, "-std=c++20", "-Xclang", "-disable-llvm-passes", f"-DVERSION={n}") for n in (1, 2)
    )
    lib = session.add(one, name="cpp")
    assert lib["start"]() == 101
    lib.replace("count", two)
    until(lambda: session.reclaim() or "memory leads into it" in waiting(session)["count, in cpp"], session)
    assert [lib["go_on"]() for _ in range(3)] == [102, 103, 104]
    assert lib["start"]() == 201
    lib["finish"]()
    session.reclaim()
    assert lib["start"]() == 201
    lib["finish"]()


def test_no_thread_is_interrupted_and_none_is_missed(session: Session, versions: tuple[str, str]) -> None:
    """A program without handlers sees no EINTR, although others are stopped again and again."""
    lib = session.add(versions[0], symbols={"wait_in_python": ctypes.CFUNCTYPE(None)(lambda: None)}, name="patient")
    lib.compile()
    threads = [threading.Thread(target=lib[name], args=(0,)) for name in ("patient", "patient", "busy")]
    for thread in threads:
        thread.start()
    rounds = lib.data("rounds").as_ctypes(ctypes.c_int)
    until(lambda: rounds.value > 2)
    for _ in range(30):
        lib.replace("post", versions[1])
    session.reclaim()
    lib.data("ending").as_ctypes(ctypes.c_int).value = 1
    for thread in threads:
        thread.join(PATIENCE_S)
    assert lib.data("interrupted").as_ctypes(ctypes.c_int).value == 0
    assert session.reclaimer.handshakes > 0
    session.reclaim()
    assert session.reclaimer.statistics().bodies_reclaimed >= 30
    assert not [what for what in waiting(session) if "post" in what]


def test_without_threads_no_signal_is_sent() -> None:
    with Session(workers=1, config=Config(reclaim="always")) as session:
        lib = session.add("define i32 @f() {\nentry:\n  ret i32 1\n}\n")
        lib["f"]()
        lib.close()
        until(lambda: session.reclaim() or waiting(session) == {}, session)
        assert session.reclaimer.handshakes == 0
        assert session.reclaimer.statistics().searches > 0


def test_nothing_is_searched_without_pressure() -> None:
    with Session(workers=0) as session:
        for number in range(20):
            lib = session.add(f"define i32 @f() {{\nentry:\n  ret i32 {number}\n}}\n")
            assert lib["f"]() == number
            lib.close()
        assert session.reclaimer.statistics().searches == 0
        assert session.reclaimer.statistics().quarantine_bytes > 0
        until(lambda: session.reclaim() > 0, session)
        assert session.reclaimer.statistics().quarantine_bytes == 0


def test_off_frees_nothing() -> None:
    with Session(workers=0, config=Config(reclaim="off")) as session:
        lib = session.add("define i32 @f() {\nentry:\n  ret i32 1\n}\n")
        lib["f"]()
        lib.close()
        assert session.reclaim() == 0
        assert waiting(session)
    with pytest.raises(ValueError, match="reclaim='sometimes'"):
        Session(workers=0, config=Config(reclaim="sometimes"))


def test_a_thread_that_blocks_the_signal_keeps_everything(session: Session, versions: tuple[str, str]) -> None:
    import signal

    lib = session.add(versions[0], symbols={"wait_in_python": ctypes.CFUNCTYPE(None)(lambda: None)}, name="blocked")
    lib.compile()
    busy, ending = lib["busy"], lib.data("ending").as_ctypes(ctypes.c_int)

    def run() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, range(34, 65))
        busy(0)

    thread = threading.Thread(target=run)
    thread.start()
    tid = thread.native_id
    assert tid is not None
    until(lambda: not blocked(tid))
    lib.replace("post", versions[1])
    assert "blocks the signal" in waiting(session)["post, in blocked"] if not blocked(tid) else True
    ending.value = 1
    thread.join(PATIENCE_S)
    until(lambda: session.reclaim() or waiting(session) == {}, session)


def test_a_signal_handler_keeps_its_module(session: Session, versions: tuple[str, str]) -> None:
    text = """
declare ptr @signal(i32, ptr)
@seen = global i32 0, align 4
define void @handler(i32 %n) {
entry:
  store i32 %n, ptr @seen, align 4
  ret void
}
define void @install() {
entry:
  %r = call ptr @signal(i32 12, ptr @handler)
  ret void
}
"""
    import signal

    lib = session.add(text, name="handlers")
    lib["install"]()
    lib.close()
    until(lambda: session.reclaim() or "handles signal 12" in waiting(session)["handlers, stubs"], session)
    signal.signal(signal.SIGUSR2, signal.SIG_DFL)
    until(lambda: session.reclaim() or waiting(session) == {}, session)


BITE = """
import sys, os, faulthandler
sys.path[:0] = {path!r}
import test_reclaim
from rejit import Config, Session
from rejit.runtime import search
folder = test_reclaim.Path({folder!r})
texts = tuple(test_reclaim.compiled(test_reclaim.PARKED, folder, f"-DVERSION={{n}}") for n in (1, 2))
if {blind}:
    search.Search.run = lambda *_: search.Outcome()
with Session(workers=0, config=Config(reclaim="always")) as session:
    parked = test_reclaim.Parked(session, texts[0], {kind})
    parked.lib.replace("f", texts[1])
    print(parked.wake())
"""


@pytest.mark.parametrize("kind", [0, 4, 6, 8], ids=["read", "sem_timedwait", "qsort", "spin"])
def test_the_tests_bite(tmp_path: Path, kind: int) -> None:
    """With a search that finds nothing, the same programs crash."""

    def run(blind: bool) -> subprocess.CompletedProcess[str]:
        return apart(BITE, folder=str(tmp_path), blind=blind, kind=kind)

    seeing = run(False)
    assert (seeing.returncode, seeing.stdout.strip()) == (0, str(100 + kind)), seeing.stderr
    assert run(True).returncode < 0


def test_a_search_that_cannot_be_completed_frees_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = search.Outcome()
    outcome.failure = "for a reason"
    monkeypatch.setattr(search.Search, "run", lambda *_: outcome)
    lib = session.add("define i32 @f() {\nentry:\n  ret i32 1\n}\n", name="m")
    lib["f"]()
    lib.close()
    assert set(waiting(session).values()) == {"for a reason"}
    monkeypatch.undo()
    until(lambda: session.reclaim() > 0, session)


def test_what_fails_is_not_repeated_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retired bodies that stay are looked for again only when a quarter of the limit more is retired."""
    with Session(workers=0) as session:
        reclaimer: Reclaimer = session.reclaimer
        monkeypatch.setattr("rejit.runtime.reclaim.SLACK_BYTES", 6000)
        monkeypatch.setattr("rejit.runtime.reclaim.SHARE", 1 << 40)
        outcome = search.Outcome()
        outcome.failure = "no"
        monkeypatch.setattr(search.Search, "run", lambda *_: outcome)
        for number in range(100):
            lib = session.add(f"define i32 @f() {{\nentry:\n  ret i32 {number}\n}}\n")
            lib["f"]()
            lib.close()
        assert 5 < reclaimer.statistics().searches < 30


def written() -> int:
    """KiB of memory that was written to; what of libraries' files is resident depends on other processes."""
    with open("/proc/self/smaps_rollup") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith(("Private_Dirty:", "Shared_Dirty:")))


def cycles(count: int) -> None:
    """Modules come and go: memory and mappings stay what they were."""
    with Session(workers=1) as session:  # LLVM itself keeps some kilobytes of each module it reads
        sizes = []
        for number in range(count):
            text = (
                f"@v = global i32 {number}\ndefine i32 @f(i32 %x) {{\n  %l = load i32, ptr @v\n  %r = add i32 %x, %l\n"
            )
            lib = session.add(text + "  ret i32 %r\n}\n")
            assert lib["f"](1) == number + 1
            lib.close()
            if number % (count // 10) == count // 10 - 1:
                sizes.append((written(), session.memory().mappings))
        settled = sizes[len(sizes) // 2 - 1]
        assert sizes[-1][1] == settled[1]
        assert sizes[-1][0] < settled[0] * 1.02 + 512, sizes
        assert session.reclaimer.statistics().bodies_reclaimed > count // 2


def test_modules_that_come_and_go() -> None:
    cycles(2000)


@pytest.mark.slow
def test_many_modules_that_come_and_go() -> None:
    cycles(100_000)


def test_the_search_is_what_its_source_says(tmp_path: Path) -> None:
    """`make search` was run after the last change of search.c or of what it includes."""
    root = HERE.parent.parent
    recipe = (root / "Makefile").read_text().partition("\nsearch:\n")[2].partition("\n\n")[0]
    recipe = recipe.replace("\\\n", " ").replace("$$", "$").replace("clang-19", need("clang-19"))
    folder = "src/rejit/arch/"
    subprocess.run(["sh", "-c", recipe.replace(f"-o {folder}", f"-o {tmp_path}/")], cwd=root, check=True)
    made = {path.name: path.read_text() for path in tmp_path.glob("*_search.ll")}
    assert made == {path.name: path.read_text() for path in (root / folder).glob("*_search.ll")} != {}
