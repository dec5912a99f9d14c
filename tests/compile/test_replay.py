"""What a failed compile leaves: a file with which one command does it again, whatever it was that failed."""

from __future__ import annotations

import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import own_tiers
import rejit
from rejit.compile import replay
from rejit.errors import CompileTimeout, InvalidIR

BAD = Path(__file__).parent.parent / "programs" / "bad"
SAYS = re.compile(r"^  to reproduce it: (rejit replay (\S+))$", re.MULTILINE)


def run(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rejit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **env})


def file_in(message: str) -> str:
    found = SAYS.search(message)
    assert found is not None, message
    assert shlex.split(found[1])[2] == found[2]
    return found[2]


@pytest.mark.parametrize(
    ("program", "kind", "said", "ended"),
    [
        ("bad_asm.ll", "CompilerCrashed", "frobnicate", "LLVM ended its process with status 1"),
        ("cannot_select.ll", "CompilerCrashed", "Cannot select", "LLVM ended its process with SIGABRT"),
        ("invalid_body.ll", "InvalidIR", "%0' defined with type 'i32' but expected 'i64'", "LLVM refuses it"),
    ],
)
def test_the_command_that_the_message_shows(program: str, kind: str, said: str, ended: str) -> None:
    failed = run("run", BAD / program, "go")
    assert failed.returncode == 127
    path = file_in(failed.stderr)
    again = run("replay", path)
    assert again.returncode == 1, again
    assert said in failed.stderr and said in again.stderr
    assert f"then: {kind}, rejit {rejit.__version__}, llvmlite " in again.stdout
    assert again.stdout.endswith(f"failed again: {ended}\n")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700


def test_in_this_process() -> None:
    """Without workers assembly that LLVM rejects is compiled in a child; that leaves a file too."""
    failed = run("run", "--workers", "0", BAD / "bad_asm.ll", "go")
    assert failed.returncode == 127
    assert run("replay", file_in(failed.stderr)).returncode == 1


def test_it_can_be_repaired() -> None:
    path = Path(file_in(run("run", BAD / "invalid_body.ll", "go").stderr))
    path.write_text(path.read_text().replace("add i64 %0, 1", "add i32 %0, 1"))
    again = run("replay", path)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout.endswith("compiled: it does not fail here\n")


def slow(lines: int) -> str:
    """A function that takes LLVM long at level 3."""
    body = "".join(
        f"  %a{n} = load i64, ptr %p\n  %b{n} = mul i64 %a{n}, {n + 3}\n"
        f"  %q{n} = getelementptr i64, ptr %p, i64 %b{n}\n  store i64 %b{n}, ptr %q{n}\n"
        for n in range(lines)
    )
    return f"define void @slow(ptr %p) {{\n{body}  ret void\n}}\n"


def test_a_compile_that_takes_too_long() -> None:
    with (
        rejit.Session(config=rejit.Config(compile_timeout_s=0.05), cache=None) as jit,
        pytest.raises(CompileTimeout, match=r"^slow, in .*: not finished after 0\.05 s") as failed,
    ):
        jit.add(slow(1000)).compile(["slow"], tier=3)
    path = file_in(str(failed.value))
    again = run("replay", path)
    assert (again.returncode, again.stdout.splitlines()[-1]) == (1, "failed again: not finished after 0.05 s")
    again = run("replay", "--timeout=100", path)
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "compiled: it does not fail here")
    assert ": level 3, " in again.stdout


def test_a_hot_function_that_cannot_be_recompiled() -> None:
    """Nobody is told of it by an exception: the report has the command, and the file what the transform made."""
    tiers = rejit.Tier(0), rejit.Tier(3, [own_tiers.breaks])
    policy = rejit.HotPolicy(calls=1, loops=1, attempts=1)
    with rejit.Session(workers=1, policy=policy, tiers=tiers) as jit:
        lib = jit.add("define i64 @f(i64 %x) {\n  %r = add i64 %x, 1\n  ret i64 %r\n}\n")
        assert [lib["f"](n) for n in range(50)] == list(range(1, 51))
        assert jit.wait_idle()
        path = file_in(jit.report()["f"]["why"])
    again = run("replay", path)
    assert again.returncode == 1 and "use of undefined value '%nowhere'" in again.stderr, again
    assert again.stdout.startswith("f: level 3, ")


def test_no_file_is_no_other_error(tmp_path: Path) -> None:
    """Where none can be written, or is wanted, the compile's own error is what there was to say."""
    (tmp_path / "file").write_text("")
    for where in (str(tmp_path / "file" / "folder"), ""):
        failed = run("run", BAD / "invalid_body.ll", "go", REJIT_REPLAY_DIR=where)
        assert failed.returncode == 127
        assert "InvalidIR" in failed.stderr and "replay" not in failed.stderr


def test_without_a_home(tmp_path: Path) -> None:
    env = {"HOME": "", "XDG_CACHE_HOME": "", "REJIT_CACHE_DIR": "", "TMPDIR": str(tmp_path)}
    path = file_in(run("run", BAD / "invalid_body.ll", "go", **env).stderr)
    assert Path(path).parent == tmp_path / f"rejit-replay-{os.geteuid()}"


def test_a_folder_that_others_may_write_to_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJIT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    (tmp_path / "cache-replay").mkdir(0o777)
    (tmp_path / "cache-replay").chmod(0o777)
    assert replay.folder() == str(tmp_path / f"rejit-replay-{os.geteuid()}")
    (tmp_path / "cache-replay").rmdir()
    (tmp_path / "cache-replay").symlink_to(tmp_path)
    assert replay.folder() == str(tmp_path / f"rejit-replay-{os.geteuid()}")


def test_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJIT_REPLAY_DIR", str(tmp_path))
    (tmp_path / "mine.ll").write_text("")
    with rejit.Session(workers=0, cache=None) as jit:
        for number in range(replay.KEPT + 3):
            lib = jit.add(f"define i32 @f{number}() {{\n  ret i64 0\n}}\n")
            with pytest.raises(InvalidIR):
                lib.compile()
            for age, path in enumerate(tmp_path.glob(f"f{number}-*")):
                os.utime(path, (number + age, number + age))
        with pytest.raises(InvalidIR):
            jit.add(f"define i32 @f{number}() {{\n  ret i64 0\n}}\n").compile()
    kept = {path.name.partition("-")[0] for path in tmp_path.glob(f"*{replay.SUFFIX}")}
    assert kept == {f"f{number}" for number in range(3, replay.KEPT + 3)}
    assert (tmp_path / "mine.ll").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "No such file"),
        (b"define void @f() {\n  ret void\n}\n", "not a replay file"),
        (b"\x7fELF\xff\x00", "not a replay file"),
        (b'; rejit replay {"level": 9}\n', "damaged"),
        (b'; rejit replay {"level": 0, "triple": "riscv64-linux"}\n', "riscv64"),
    ],
)
def test_what_is_no_replay_file(tmp_path: Path, content: bytes | None, says: str) -> None:
    path = tmp_path / "f.ll"
    if content is not None:
        path.write_bytes(content)
    done = run("replay", path)
    assert done.returncode == 127 and says in done.stderr and "Traceback" not in done.stderr, done.stderr


def test_usage() -> None:
    assert run("replay", "--help").stdout.startswith("usage: rejit replay")
    for wrong in ([], ["--timeout", "x", "f"], ["--timeout"], ["--timeout", "-1", "f"], ["--what", "f"], ["a", "b"]):
        done = run("replay", *wrong)
        assert done.returncode == 2 and done.stderr.startswith("rejit replay: "), done.stderr
