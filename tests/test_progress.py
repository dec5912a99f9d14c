"""The line that says how far a long compile is: on a terminal, and nowhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from rejit import progress
from rejit.progress import ERASE, Progress

FUNCTIONS = 300
# The command, with the line due at once: how fast the machine is does not matter then.
COMMAND = "import sys; from rejit import progress; progress.AFTER_S = progress.EVERY_S = 0.0; "
COMMAND += "from rejit.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """More IR than is read without a line, one line of it in a form that LLVM does not print."""
    body = "".join(f"  %v{n} = mul i64 %v{n - 1}, {n}\n" for n in range(1, 40))
    text = "".join(f"define i64 @f{n}(i64 %v0) {{\n{body}  ret i64 %v39\n}}\n\n" for n in range(FUNCTIONS - 1))
    path = tmp_path_factory.mktemp("program") / "many.ll"
    path.write_text(f"@edited=global i32 1\n{text}define i32 @main() {{\n  ret i32 3\n}}\n")
    return path


def on_a_terminal(*arguments: str | Path) -> tuple[int, str]:
    """(status, what came) of the command, when stderr is a terminal and stdout is not."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        came = b""
        try:
            while data := os.read(ours, 1 << 16):
                came += data
        except OSError:  # the other end was closed
            pass
    os.close(ours)
    return process.returncode, came.decode()


def states(came: str) -> list[str]:
    """What the line said, one after the other; the last thing is that it is gone."""
    before, *shown = came.split(ERASE)
    assert before == "" and shown[-1] == "", came
    return shown[:-1]


@pytest.mark.parametrize("workers", ["0", "2"])
def test_compiling_and_reading(program: Path, workers: str) -> None:
    arguments = "run", "--no-cache", "--workers", workers, "--eager", program
    status, came = on_a_terminal(*arguments)
    assert status == 3
    shown = states(came)
    size = program.stat().st_size
    assert re.fullmatch(rf"rejit: LLVM reads {size:,} bytes of IR: \d+ s", shown[0])
    figures = [re.search(rf": (\d+) of {FUNCTIONS} functions, (?:\d+ %|now linking), \d+ s$", line) for line in shown]
    counts = [int(found[1]) for found in figures if found is not None]
    assert counts[0] == 0 and counts[-1] == FUNCTIONS and counts == sorted(counts)
    assert len(set(counts)) > 2, counts
    done = subprocess.run([sys.executable, "-c", COMMAND, *arguments], capture_output=True)
    assert (done.returncode, done.stderr) == (3, b"")


def test_export(program: Path, tmp_path: Path) -> None:
    status, came = on_a_terminal("cache", "export", tmp_path / "many.rejit", program)
    assert status == 0
    assert f"{FUNCTIONS} of {FUNCTIONS} functions, now linking" in states(came)[-1]


class Compiler:
    """What a progress line knows of a compiler."""

    waiting = None
    local = None


def test_when_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before a second has passed, and then not too often; never after the end."""
    written: list[str] = []
    now = [100.0]
    monkeypatch.setattr(progress, "monotonic", lambda: now[0])
    monkeypatch.setattr(progress, "_write", written.append)
    compiler = Compiler()
    with Progress(compiler, "compiling m", 4000, lambda: 1000) as line:
        for now[0] in (100.5, 100.99):
            compiler.waiting()
        assert written == []
        for now[0] in (101.0, 101.05, 101.5):
            compiler.waiting()
        expected = "rejit: compiling m: 1,000 of 4,000 functions, 25 %, "
        assert written == [f"{ERASE}{expected}1 s", f"{ERASE}{expected}2 s"]
    assert compiler.waiting is None and written[2:] == [ERASE]
    line.tick()
    assert len(written) == 3
    with Progress(compiler, "quick"):
        pass
    assert len(written) == 3


def test_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(progress, "AFTER_S", 0.0)
    monkeypatch.setattr(progress, "_write", written.append)
    monkeypatch.setattr(progress.os, "get_terminal_size", lambda _: os.terminal_size((20, 10)))
    with Progress(Compiler(), "a long name of something"):
        assert written == [f"{ERASE}rejit: a long name "]
