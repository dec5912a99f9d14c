"""The compile server and its workers keep nothing of modules that were closed."""

from __future__ import annotations

import subprocess

from rejit.compile.closed import COLLECT_AFTER
from rejit.session import Session

PADDING = "".join(f"define i32 @pad{i}(i32 %x) {{\nentry:\n  ret i32 %x\n}}\n\n" for i in range(2000))
TEXT = "define i32 @f(i32 %x) {\nentry:\n  %r = add i32 %x, NUMBER\n  ret i32 %r\n}\n\n" + PADDING
MODULES = 3 * COLLECT_AFTER


def resident(process: int) -> int:
    """Bytes of a process's memory."""
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * 4096


def test_what_closed_modules_leave_behind_is_collected() -> None:
    with Session(workers=1, cache=None, recompile="off") as session:
        sizes = []
        for number in range(MODULES):
            library = session.add(TEXT.replace("NUMBER", str(number)))
            assert library["f"](1) == number + 1
            library.close()
            if number % COLLECT_AFTER == COLLECT_AFTER - 8:  # not yet collected
                server = session.compiler.server_pid
                found = subprocess.run(["pgrep", "-P", str(server)], capture_output=True, text=True, check=True)
                sizes.append([resident(int(process)) for process in (server, *found.stdout.split())])
        once, _, thrice = sizes
        assert len(once) == len(thrice) == 2
        for first, last in zip(once, thrice, strict=True):
            assert last - first < COLLECT_AFTER * len(PADDING) / 2, sizes
