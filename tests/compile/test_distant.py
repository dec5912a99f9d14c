"""Compiling by a command: what it does for a program without llvmlite, and what is said of commands that do not."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rejit import __version__
from rejit.arch import host_arch
from rejit.cache import host
from rejit.compile.channel import Channel
from rejit.compile.distant import PROTOCOL
from rejit.config import Config
from rejit.errors import NoCompiler, RejitError
from rejit.session import Session
from rejit.tiers import HotPolicy

SRC = Path(__file__).resolve().parents[2] / "src"
COMPILER = [sys.executable, "-m", "rejit", "compiler"]
IR = """@scale = global i32 7, align 4

define i32 @f(i32 %x) {
entry:
  %s = load i32, ptr @scale, align 4
  %r = mul i32 %x, %s
  ret i32 %r
}

define i32 @g(i32 %x) {
entry:
  %r = call i32 @f(i32 %x)
  %s = add i32 %r, 1
  ret i32 %s
}
"""
MAIN = """@line = private constant [3 x i8] c"%d\\00", align 1

declare i32 @printf(ptr, ...)

define i32 @count(i32 %n) {
entry:
  br label %loop

loop:                                             ; preds = %loop, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %next = add i32 %i, 1
  %done = icmp eq i32 %next, %n
  br i1 %done, label %end, label %loop

end:                                              ; preds = %loop
  ret i32 %next
}

define i32 @main() {
entry:
  %n = call i32 @count(i32 5000)
  %p = call i32 (ptr, ...) @printf(ptr @line, i32 %n)
  ret i32 9
}
"""
# Python without packages, as on a machine for which there is no llvmlite.
BARE = "import sys; sys.path[:0] = [{src!r}]; from rejit.cli import main; sys.argv = {argv!r}; sys.exit(main())"


def bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`rejit ARGUMENTS` without llvmlite."""
    code = BARE.format(src=str(SRC), argv=["rejit", *arguments])
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL
    )


@pytest.fixture
def program(tmp_path: Path) -> str:
    file = tmp_path / "main.ll"
    file.write_text(MAIN)
    return str(file)


def says(tmp_path: Path, *messages: object) -> list[str]:
    """A command that says these messages whatever it is asked, and ends when its input does."""
    file = tmp_path / "says.py"
    file.write_text(
        f"import marshal, struct, sys\nfor message in {list(messages)!r}:\n    body = marshal.dumps(message, 4)\n"
        "    sys.stdout.buffer.write(struct.pack('<I', len(body)) + body)\nsys.stdout.flush()\nsys.stdin.read()\n"
    )
    return [sys.executable, str(file)]


def refused(command: str | list[str], **config: float) -> str:
    """What a session says that has to compile by that command; the same a second time."""
    with Session(compiler=command, config=Config(**config)) as session:
        library = session.add(IR)
        texts = []
        for _ in range(2):
            with pytest.raises(NoCompiler) as caught:
                library["f"](1)
            texts.append(str(caught.value))
        assert texts[0] == texts[1]
        assert session.compiler.starts == 1
        return texts[0]


# -- that work ---------------------------------------------------------------------------------------------------------


def test_a_program_runs_without_llvmlite(program: str) -> None:
    """Compiled for the program's CPU; hot functions and running loops too."""
    alone = bare("run", program)
    assert alone.returncode == 127 and "No module named 'llvmlite'" in alone.stderr
    done = bare("run", "--compiler", " ".join(COMPILER), "--hot-calls", "1", "--hot-loops", "1", program)
    assert (done.returncode, done.stdout, done.stderr) == (9, "5000", "")


def test_bitcode_is_read_elsewhere_too(tmp_path: Path) -> None:
    from llvmlite import binding

    file = tmp_path / "main.bc"
    file.write_bytes(binding.parse_assembly(MAIN).as_bitcode())
    done = bare("run", "--compiler", " ".join(COMPILER), str(file))
    assert (done.returncode, done.stdout, done.stderr) == (9, "5000", "")


def test_input_and_output_may_be_pipes(tmp_path: Path) -> None:
    """As under ssh; and with more text than a pipe holds."""
    script = tmp_path / "piped"
    script.write_text(f"#!/bin/sh\ncat | {' '.join(COMPILER)} | cat\n")
    script.chmod(0o755)
    many = "".join(
        f"define i32 @n{i}(i32 %x) {{\nentry:\n  %r = add i32 %x, {i}\n  ret i32 %r\n}}\n\n" for i in range(4000)
    )
    with Session(compiler=[str(script)]) as session:
        library = session.add(many)
        assert [library[f"n{i}"](1) for i in (0, 1999, 3999)] == [1, 2000, 4000]


@pytest.mark.parametrize("recompile", ["background", "sync"])
def test_what_is_hot_is_compiled_again(recompile: str) -> None:
    with Session(compiler=COMPILER, policy=HotPolicy(calls=2, loops=2), recompile=recompile) as session:
        library = session.add(IR)
        for _ in range(10):
            assert library["g"](3) == 22
        assert session.wait_idle(20)
        assert library["g"].tier == 3
        assert library["g"](3) == 22


def test_the_target_is_this_machine_s_cpu() -> None:
    """Not the compiling one's; both tiers agree."""
    with Session(compiler=COMPILER) as session:
        name, features = host_arch().cpu()
        assert {key[1:3] for key in (session.tier, *session.keys.values())} == {(name, features)}
        assert session.tier[6] is not None and session.tier[6][0][1:3] == (name, features)


def test_what_llvm_refuses_names_the_function() -> None:
    bad = IR + "\ndefine i32 @bad(i32 %x) {\nentry:\n  %r = add i32 %y, 1\n  ret i32 %r\n}\n"
    with Session(compiler=COMPILER) as session:
        library = session.add(bad)
        with pytest.raises(RejitError, match=r"(?s)^bad\b.*undefined value '%y'"):
            library["bad"](1)
        assert library["f"](2) == 14


# -- that do not -------------------------------------------------------------------------------------------------------


def test_a_program_that_is_missing() -> None:
    for command in ("no-such-compiler --option", "/no/such/compiler"):
        with pytest.raises(NoCompiler, match=r"^compiler '\S*no.such.compiler': there is no such program$"):
            Session(compiler=command)
    for command in ("", "  "):
        with pytest.raises(NoCompiler, match="empty command"):
            Session(compiler=command)
    with pytest.raises(NoCompiler, match="No closing quotation"):
        Session(compiler="ssh 'big")
    with pytest.raises(ValueError, match="workers=0 with compiler="):
        Session(compiler="true", workers=0)


def test_one_that_is_silent() -> None:
    assert refused("sleep 30", start_timeout_s=1.0) == "compiler 'sleep 30' said nothing for 1 s"


def test_one_that_ends() -> None:
    assert refused("false") == "compiler 'false' ended before it was ready"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("echo Welcome to this machine", "b'Welcome to this machine\\n' begins no message of rejit's"),
        ("cat", "'hello' came first"),
    ],
)
def test_one_that_speaks_something_else(command: str, why: str) -> None:
    assert refused(command) == f"compiler {command!r} does not speak rejit's protocol: {why}"


@pytest.mark.parametrize(
    ("message", "why"),
    [
        (("ready", 1, 1, "aarch64-unknown-linux-gnu", "{version}"), "it compiles for aarch64-unknown-linux-gnu, and"),
        (
            ("ready", 1, 1, "{triple}", "0.0.1"),
            "it is rejit 0.0.1, and this is {version}: both ends must have the same",
        ),
        (("ready", 1), "does not speak rejit's protocol: it says ('ready', 1)"),
        (("unavailable", "no licence"), "no licence"),
    ],
)
def test_one_for_somebody_else(message: tuple[object, ...], why: str, tmp_path: Path) -> None:
    from rejit import __version__

    known = {"version": __version__, "triple": host_arch().TRIPLE}
    command = says(tmp_path, tuple(word.format(**known) if isinstance(word, str) else word for word in message))
    assert why.format(**known) in refused(command)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("rejit.__version__ = '9.9'", "it is rejit 9.9, and the program's is"),
        ("host.own_sources = lambda: b'other'", "both ends are rejit 0.1.0, but not the same files of it"),
        ("host.llvmlite_version = lambda: '0.99'", "it has llvmlite 0.99, and the program has"),
        ("arch.SERVED = ('m68k',)", "it cannot compile for '{name}'; it can for m68k"),
    ],
)
def test_another_rejit_at_the_other_end(change: str, why: str, tmp_path: Path) -> None:
    """The compiler says so."""
    file = tmp_path / "other.py"
    file.write_text(
        f"import sys\nimport rejit\nfrom rejit import arch\nfrom rejit.cache import host\n{change}\n"
        "from rejit.compile.stdio import main\nsys.exit(main())\n"
    )
    text = refused([sys.executable, str(file)])
    assert text.startswith("compiler '") and why.format(name=host_arch().NAME) in text


def test_one_that_dies_later() -> None:
    """What is compiled goes on, in the tier it has; what is not says who compiled."""
    with Session(compiler=COMPILER, policy=HotPolicy(calls=10**9)) as session:
        library = session.add(IR)
        assert library["f"](2) == 14
        os.kill(session.compiler.server_pid, signal.SIGKILL)
        assert library["f"](3) == 21
        assert library["g"](3) == 22  # by another one: it was ready before
        assert session.compiler.starts == 2


def test_a_program_goes_on_when_its_compiler_is_gone(tmp_path: Path) -> None:
    """Hot functions stay where they are, which the report says."""
    gone = tmp_path / "gone"
    script = tmp_path / "compiler"
    script.write_text(f"#!/bin/sh\n[ -e {gone} ] && exit 1\nexec {' '.join(COMPILER)}\n")
    script.chmod(0o755)
    with Session(compiler=[str(script)], policy=HotPolicy(calls=50), recompile="background") as session:
        library = session.add(IR)
        assert library["f"](2) == 14
        gone.touch()
        os.kill(session.compiler.server_pid, signal.SIGKILL)
        for _ in range(100):
            assert library["f"](3) == 21
        assert session.wait_idle(20)
        assert library["f"].tier == 0
        assert "ended before it was ready" in session.report()["f"]["why"]
        with pytest.raises(NoCompiler, match="ended before it was ready"):
            library["g"](1)


def test_the_compiler_ends_with_its_program() -> None:
    with Session(compiler=COMPILER) as session:
        assert session.add(IR)["f"](2) == 14
        pid = session.compiler.server_pid
    deadline = time.monotonic() + 20
    while os.path.exists(f"/proc/{pid}") and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not os.path.exists(f"/proc/{pid}")


def test_a_compiler_that_nobody_asks() -> None:
    for said in (b"", b"hello?\n" * 9):
        done = subprocess.run(COMPILER, input=said, capture_output=True, timeout=60)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"nobody is there who speaks rejit's protocol" in done.stderr


def test_the_compiler_ends_when_nobody_reads_its_answer() -> None:
    """A socket that is closed with something in it resets the connection, which is no end of a file."""
    ours, theirs = socket.socketpair()
    compiler = subprocess.Popen(COMPILER, stdin=theirs, stdout=theirs)
    theirs.close()
    options = {name: getattr(Config(), name) for name in Config.__slots__}
    identity = PROTOCOL, __version__, host.own_sources(), host.llvmlite_version()
    Channel(ours).send(("hello", *identity, host_arch().NAME, 1, options))
    assert select.select([ours], [], [], 60)[0]  # it says that it is ready
    ours.close()
    assert compiler.wait(60) == 0
