"""Run in an emulated Python, by test_emulated.py: threads parked in bodies that are replaced meanwhile, as
runtime/test_reclaim.py does it. Arguments: IR of session/parked.c with VERSION 1, and with 2. Prints what it found.

Under emulation every thread is stopped, those too that wait in the kernel: on AArch64 they go on waiting (poll,
epoll_wait, sem_timedwait); on PowerPC64 qemu does not say what a call was entered with, and it returns EINTR."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable

from rejit import Config, Session
from rejit.runtime import search

KINDS = {  # what parks a thread -> its number in parked.c
    "read": 0,
    "python": 5,
    "qsort": 6,
    "signal": 7,
    "spin": 8,
}
RESTARTED = {"aarch64": {"poll": 1, "epoll_wait": 3, "sem_timedwait": 4}}
PATIENCE_S = 10


def kinds(cpu: str) -> dict[str, int]:
    """What is tried on a CPU."""
    return KINDS | RESTARTED.get(cpu, {})


def waiting(session: Session) -> dict[str, str]:
    return {what: reason for what, _, reason in session.reclaimer.statistics().waiting}


def until(condition: Callable[[], object], session: Session) -> bool:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        if time.monotonic() > end:
            print("waited in vain:", waiting(session))
            return False
        time.sleep(0.005)
    return True


def parked(session: Session, name: str, kind: int, first: str, second: str) -> str:
    inside, event = threading.Event(), threading.Event()

    def wait() -> None:
        inside.set()
        event.wait(PATIENCE_S)

    callback = ctypes.CFUNCTYPE(None)(wait)
    lib = session.add(first, name=name, symbols={"wait_in_python": callback})
    ours, theirs = os.pipe()
    f, post = lib["f"], lib["post"]
    lib.compile()
    result: list[int] = []
    thread = threading.Thread(target=lambda: result.append(f(kind, ours)), daemon=True)
    thread.start()
    if kind == KINDS["python"]:
        inside.wait(PATIENCE_S)
    time.sleep(0.2)
    before = session.reclaimer.statistics().bodies_reclaimed
    what = f"f, in {name}"
    lib.replace("f", second)
    assert f(9, 0) == 209
    stayed = until(lambda: session.reclaim() or "leads into it" in waiting(session).get(what, "leads into it"), session)
    for _ in range(3):
        session.reclaim()
    stayed = stayed and what in waiting(session)
    event.set()
    lib.data("released").as_ctypes(ctypes.c_int).value = 1
    os.write(theirs, b"1" * 8)
    post()
    thread.join(PATIENCE_S)
    left = until(lambda: not session.reclaim() and what not in waiting(session), session)
    more = session.reclaimer.statistics().bodies_reclaimed > before
    return f"{result} {stayed and left and more and not thread.is_alive()}"


def coroutine(session: Session, first: str, second: str) -> str:
    nothing = ctypes.CFUNCTYPE(None)(lambda: None)
    lib = session.add(first, symbols={"wait_in_python": nothing}, name="co")
    assert lib["start"]() == 101
    lib.replace("coroutine", second)
    stayed = until(lambda: session.reclaim() or "leads into it" in waiting(session)["coroutine, in co"], session)
    return f"coroutine: {stayed} {lib['resume']()} {lib['start']()}"


MARK = """
declare i32 @_setjmp(ptr) returns_twice
define i32 @mark(ptr %buffer) returns_twice {
  %first = call i32 @_setjmp(ptr %buffer) returns_twice
  %more = add i32 %first, 1
  ret i32 %more
}
"""


def mangled(session: Session) -> str:
    """What libc wrote into a jmp_buf is read by the search as libc would read it."""
    lib = session.add(MARK, name="mark")
    mark = lib["mark"]
    words = (ctypes.c_uint64 * 64)()
    assert mark(ctypes.addressof(words)) == 1
    body = lib._module.functions["mark"].code
    guard = search._made["search"]._get("guard")
    return f"mangled: {any(0 < (word ^ guard) - body.address < body.size for word in words)} {guard > 0}"


def main() -> None:
    first, second = (open(path).read() for path in sys.argv[1:3])
    if sys.argv[3:] == ["blind"]:
        search.Search.run = lambda *_: search.Outcome()  # type: ignore[method-assign]
    with Session(compiler=os.environ["REJIT_TEST_COMPILER"], config=Config(reclaim="always")) as session:
        for name, kind in kinds(os.uname().machine).items():
            # A word in free memory may happen to lead into a body: one of three, at other addresses, is enough.
            for attempt in range(3):
                found = parked(session, f"{name}{attempt}", kind, first, second)
                if found.endswith("True"):
                    break
            print(f"{name}: {found}", flush=True)
        print(coroutine(session, first, second))
        print(mangled(session))
        print("handshakes:", session.reclaimer.handshakes > 0)


if __name__ == "__main__":
    main()
