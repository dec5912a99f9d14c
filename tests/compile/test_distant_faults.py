"""`rejit run --compiler` with commands that cannot compile, from the start or later: one message and status 127, or the
program goes on in the tier it has."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aot import Outcome, rejit_run, run
from rejit import __version__
from rejit.arch import host_arch
from rejit.config import Config
from rejit.errors import BadObject, CompileError
from rejit.session import Session
from rejit.tiers import HotPolicy
from tools import need

COMPILER = f"{sys.executable} -m rejit compiler"
MAIN = """@line = private constant [3 x i8] c"%d\\00", align 1

declare i32 @printf(ptr, ...)

declare i32 @system(ptr)

@kill = private constant [{size} x i8] c"{command}\\00", align 1

define i32 @count(i32 %n) {{
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, %n
  br i1 %done, label %end, label %loop

end:                                              ; preds = %loop
  ret i32 %next
}}

define i32 @main() {{
entry:
  %one = call i32 @count(i32 1)
  %k = call i32 @system(ptr @kill)
  %n = call i32 @count(i32 50000)
  %p = call i32 (ptr, ...) @printf(ptr @line, i32 %n)
  ret i32 9
}}
"""


def program(folder: Path, command: str = "true") -> Path:
    """A program that runs a command between a function's first call and the call that makes it hot."""
    file = folder / "main.ll"
    file.write_text(MAIN.format(size=len(command) + 1, command=command))
    return file


def says(folder: Path, message: tuple[object, ...]) -> str:
    """A command that says one message of the protocol, and then nothing until it is hung up on."""
    file = folder / "says.py"
    file.write_text(
        f"import marshal, struct, sys\nbody = marshal.dumps({message!r}, 4)\n"
        "sys.stdout.buffer.write(struct.pack('<I', len(body)) + body)\nsys.stdout.flush()\nsys.stdin.read()\n"
    )
    return f"{sys.executable} {file}"


# -- from the start ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("no-such-compiler -x", "compiler 'no-such-compiler': there is no such program"),
        ("", "compiler '': an empty command"),
        ("false", "compiler 'false' ended before it was ready"),
        ("echo Welcome", "does not speak rejit's protocol: b'Welcome\\n' begins no message of rejit's"),
        (
            ("ready", 1, 1, "{triple}", "0.0.1"),
            "it is rejit 0.0.1, and this is {version}: both ends must have the same",
        ),
        (("ready", 1, 1, "m68k-linux", "{version}"), "it compiles for m68k-linux, and this machine is {triple}"),
        (("unavailable", "no licence"), "no licence"),
    ],
)
def test_the_message_is_one_line(command: str | tuple[object, ...], why: str, tmp_path: Path) -> None:
    known = {"triple": host_arch().TRIPLE, "version": __version__}
    if isinstance(command, tuple):
        command = says(tmp_path, tuple(word.format(**known) if isinstance(word, str) else word for word in command))
    outcome = run(rejit_run(("--compiler", command), program(tmp_path)))
    text = outcome.stderr.decode()
    assert (outcome.status, outcome.stdout) == (127, b""), text
    assert text.startswith("rejit: NoCompiler: compiler '") and text.count("\n") == 1, text
    assert why.format(**known) in text


# -- later -------------------------------------------------------------------------------------------------------------

HOT = ("--hot-calls", "2", "--hot-loops", "2", "--recompile", "sync")


def test_one_that_dies_leaves_the_program_in_its_tier(tmp_path: Path) -> None:
    """And does not start again."""
    gone, pid, script = tmp_path / "gone", tmp_path / "pid", tmp_path / "compiler"
    script.write_text(f"#!/bin/sh\n[ -e {gone} ] && exit 1\necho $$ > {pid}\nexec {COMPILER}\n")
    script.chmod(0o755)
    stats = tmp_path / "stats"
    file = program(tmp_path, f"touch {gone}; kill -9 `cat {pid}`")
    outcome = run(rejit_run(("--compiler", str(script), *HOT, "--stats", str(stats)), file))
    assert outcome == Outcome(9, b"50000", b"")
    figures = json.loads(stats.read_text())
    assert (figures["recompiled"], figures["bodies_at_O3"]) == (0, 0)
    assert figures["recompile_failures"] > 0


def compiler_that_gives(folder: Path, level: int, content: Path) -> str:
    """A compiler whose objects at one level are these bytes."""
    file = folder / f"gives{level}.py"
    file.write_text(
        "import sys\nfrom rejit.compile import backend\nfrom rejit.compile.stdio import main\n"
        f"real, content = backend.compile_ir, open({str(content)!r}, 'rb').read()\n"
        f"backend.compile_ir = lambda text, tier: content if tier[0] == {level} else real(text, tier)\n"
        "sys.exit(main())\n"
    )
    return f"{sys.executable} {file}"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An object for another CPU."""
    folder = tmp_path_factory.mktemp("foreign")
    (folder / "f.c").write_text("int count(int n) { return n; }\n")
    command = [need("aarch64-linux-gnu-gcc"), "-c", "f.c", "-o", "f.o"]
    subprocess.run(command, cwd=folder, check=True, timeout=60)
    return folder / "f.o"


def test_an_object_for_another_cpu_is_not_run(foreign: Path, tmp_path: Path) -> None:
    """The message names the function; nobody else's calls fail."""
    outcome = run(rejit_run(("--compiler", compiler_that_gives(tmp_path, 0, foreign), "--no-cache"), program(tmp_path)))
    text = outcome.stderr.decode()
    assert (outcome.status, outcome.stdout) == (127, b"")
    assert "main" in text and "an object for AArch64, not for" in text and "Traceback" not in text


def test_a_better_body_for_another_cpu_is_not_taken(foreign: Path, tmp_path: Path) -> None:
    stats = tmp_path / "stats"
    command = compiler_that_gives(tmp_path, 3, foreign)
    outcome = run(rejit_run(("--compiler", command, *HOT, "--stats", str(stats)), program(tmp_path)))
    assert outcome == Outcome(9, b"50000", b"")
    figures = json.loads(stats.read_text())
    assert figures["bodies_at_O3"] == 0 < figures["recompile_failures"]


def test_the_report_says_why_a_function_stays_in_its_tier(foreign: Path, tmp_path: Path) -> None:
    command = compiler_that_gives(tmp_path, 3, foreign)
    with Session(compiler=command, policy=HotPolicy(calls=2), recompile="sync", config=Config()) as session:
        library = session.add("define i32 @f(i32 %x) {\nentry:\n  %r = add i32 %x, 1\n  ret i32 %r\n}\n")
        assert [library["f"](n) for n in range(5)] == [1, 2, 3, 4, 5]
        assert library["f"].tier == 0 and "AArch64" in session.report()["f"]["why"]
        with pytest.raises((BadObject, CompileError), match="AArch64"):
            session.recompile(library["f"], tier=3)
        assert library["f"](7) == 8
