"""What the command says of itself and of the machine: `--help`, `rejit doctor`."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import rejit
from aot import rejit_run, run
from rejit import cli, doctor
from rejit.cli import cache as cli_cache
from rejit.cli import run as cli_run
from rejit.runtime import memory
from tools import need

SOURCES = Path(rejit.__file__).parent
HELPS = {"": cli.USAGE, "run": cli_run.HELP, "cache": cli_cache.HELP}


def command(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rejit", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **env},
    )


# -- help --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "run", "cache", "doctor", "replay"])
def test_help(name: str) -> None:
    done = command(*name.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: rejit {name}".rstrip())
    if name in HELPS:
        assert done.stdout == HELPS[name]
        assert done.stdout.index("\n  rejit ") < done.stdout.index(":\n"), "examples come first"


@pytest.mark.parametrize("text", HELPS.values(), ids=["rejit", "run", "cache"])
def test_the_examples_are_right(text: str) -> None:
    examples = [re.split(r" {3,}", line.strip())[0] for line in text.splitlines() if line.startswith("  rejit ")]
    assert len(examples) >= 4
    for example in examples:
        _, name, *words = shlex.split(example)
        assert name in cli.COMMANDS
        if name == "run":
            _, program = cli_run.parse(words)
            assert program[0].endswith((".c", ".ll", ".bc"))
        elif name == "cache":
            assert words[0] in cli_cache.COMMANDS


def test_everything_is_listed() -> None:
    listed = {word for line in cli_run.HELP.splitlines() if line.startswith("  --") for word in line.split()[:1]}
    assert listed == cli_run.FLAGS | cli_run.VALUES
    for name in cli_cache.COMMANDS:
        assert re.search(rf"^  {name}\b", cli_cache.HELP, re.MULTILINE), name
    for name in cli.COMMANDS:
        assert re.search(rf"^  {name}  ", cli.USAGE, re.MULTILINE), name
    code = "".join(path.read_text() for path in SOURCES.rglob("*.py") if path.parent.name != "cli")
    for variable in re.findall(r"^  (REJIT_\w+)", cli.USAGE, re.MULTILINE):
        assert f'"{variable}"' in code, variable


def test_the_defaults_are_right() -> None:
    policy, config = rejit.HotPolicy(), rejit.Config()
    assert f"is hot (default: {policy.calls})" in cli_run.HELP
    assert f"after which it is (default: {policy.loops})" in cli_run.HELP
    assert f"one a CPU, at most {config.max_workers};" in cli_run.HELP
    assert f"below {config.cache_bytes >> 20} MiB" in cli_cache.HELP


def test_a_mistaken_command(tmp_path: Path) -> None:
    done = command()
    assert (done.returncode, done.stdout, done.stderr) == (2, "", cli.USAGE)
    program = tmp_path / "a.ll"
    program.write_text("")
    for word, meant in (("docter", "doctor"), (str(program), f"run {program}"), ("zzz", "")):
        done = command(word)
        assert (done.returncode, done.stdout) == (2, "")
        assert ("do you mean" in done.stderr) == bool(meant) and meant in done.stderr
        assert done.stderr.count("\n") == 1


# -- doctor ------------------------------------------------------------------------------------------------------------


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, str]]:
    answer = json.loads(done.stdout)
    assert answer["rejit"] == rejit.__version__ and done.stderr == ""
    found = {check["item"]: check for check in answer["checks"]}
    assert answer["good"] == (done.returncode == 0) == all(check["state"] != "fail" for check in found.values())
    return found


def test_doctor() -> None:
    clang = need("clang-19")
    done = command("doctor", "--json", REJIT_CLANG=clang)
    found = findings(done)
    assert done.returncode == 0 and list(found) == [item for item, _, _ in doctor.CHECKS]
    assert not [check for check in found.values() if "could not be looked at" in check["found"]]
    assert "procmem" in found["code memory"]["found"]
    assert re.search(r"llvmlite [\d.]+, LLVM \d+\.", found["llvm"]["found"])
    assert re.search(r"compiled and called in \d+\.\d\d s; \d+ workers", found["a call"]["found"])
    assert found["clang"]["found"].startswith(f"{clang}: ") and "clang version 19" in found["clang"]["found"]
    assert os.environ["REJIT_CACHE_DIR"] in found["cache"]["found"]


def test_doctor_tells_what_is_missing(tmp_path: Path) -> None:
    """Nothing in PATH, a cache that others may write to: warnings, each with a remedy. Lines for people."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o777)
    done = command("doctor", PATH="/nowhere", REJIT_CLANG="", REJIT_CACHE_DIR=str(tmp_path / "cache"))
    assert done.returncode == 0 and done.stderr == ""
    for item, remedy in (
        ("clang", "pip install ziglang"),
        ("perf", "linux-perf"),
        ("gdb", "install gdb"),
        ("cache", "REJIT_CACHE_DIR"),
    ):
        assert re.search(rf"^warn  {item} +\S.*\n +-> .*{remedy}", done.stdout, re.MULTILINE), (item, done.stdout)
    assert done.stdout.endswith(f"\nrejit {rejit.__version__} runs here\n")


def test_doctor_tells_of_failed_compiles_and_of_what_cannot_be_read(tmp_path: Path) -> None:
    """The replay files of somebody without a home are in a temporary folder."""
    env = {"HOME": "", "XDG_CACHE_HOME": "", "REJIT_CACHE_DIR": "", "TMPDIR": str(tmp_path), "REJIT_CLANG": '"'}
    folder = tmp_path / f"rejit-replay-{os.geteuid()}"
    done = command("doctor", **env)
    assert re.search(r"^ok    replay files +no compile has failed$", done.stdout, re.MULTILINE), done.stdout
    assert re.search(r"^warn  clang +REJIT_CLANG=\": No closing quotation$", done.stdout, re.MULTILINE), done.stdout
    folder.mkdir()
    (folder / "f-1.replay.ll").write_text("")
    done = command("doctor", **env)
    assert re.search(rf"^ok    replay files +1 of failed compiles, in {folder}: ", done.stdout, re.MULTILINE), (
        done.stdout
    )
    (tmp_path / "x.c").write_text("int main(void) { return 0; }")
    done = command("run", tmp_path / "x.c", **env)
    assert (done.returncode, done.stderr.count("\n")) == (127, 1) and "No closing quotation" in done.stderr


@pytest.mark.parametrize("arguments", [("doctor",), ("--version",), ("--help",), ("cache", "path")])
def test_output_that_nobody_takes(arguments: tuple[str, ...]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rejit", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=120
        )
    assert done.returncode == 1
    assert re.fullmatch(r"rejit( cache)?: \[Errno 28\] No space left on device\n", done.stderr)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "rejit", *arguments], stdout=writer, stderr=subprocess.PIPE, text=True, timeout=120
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_doctor_without_llvmlite(tmp_path: Path) -> None:
    (tmp_path / "llvmlite").mkdir()
    (tmp_path / "llvmlite" / "__init__.py").write_text("raise ImportError('libLLVM is broken here')\n")
    done = command("doctor", "--json", PYTHONPATH=str(tmp_path))
    found = findings(done)
    assert done.returncode == 1
    assert found["llvm"]["state"] == "fail" and "libLLVM is broken here" in found["llvm"]["found"]
    assert found["llvm"]["remedy"] == "pip install --upgrade llvmlite"
    assert found["a call"]["state"] == "fail" and found["code memory"]["state"] == "ok"


def test_doctor_sees_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "a.ll"
    program.write_text("define i32 @main() {\n  ret i32 3\n}\n")
    assert command("run", "--workers", "0", program).returncode == 3
    state, found, *_ = doctor._cache()
    assert (state, "every entry whole" in found) == ("ok", True)
    (manifest,) = Path(os.environ["REJIT_CACHE_DIR"]).glob("modules/*/*")
    manifest.write_bytes(manifest.read_bytes()[:-1] + b"?")
    state, found, remedy = doctor._cache()
    assert (state, "1 entries are damaged" in found, remedy) == ("warn", True, "rejit cache clear")


class Refusing:
    """A way to write code that the machine does not allow."""

    def map(self, address: int, size: int) -> None:
        raise OSError(13, "mmap(PROT_READ|PROT_EXEC): Permission denied")


def test_doctor_on_hardened_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(memory.BACKENDS, "procmem", Refusing)
    state, found, *_ = doctor._code_memory()
    assert (
        state == "warn"
        and found.startswith("seal writes code here, the first that works")
        and "Permission denied" in found
    )
    for name in list(memory.BACKENDS):
        monkeypatch.setitem(memory.BACKENDS, name, Refusing)
    state, found, remedy = doctor._code_memory()
    assert state == "fail" and "Permission denied" in found and remedy


ELSEWHERE = """
import os, sys

class Uname:
    machine, release = sys.argv[2], "1"

sys.platform = sys.argv[1]
os.uname = Uname
if sys.platform == "win32":
    for name in ("uname", "fork", "register_at_fork", "sysconf", "posix_spawn", "geteuid", "statvfs"):
        delattr(os, name)
from rejit.cli import main
sys.argv[1:] = ["doctor", "--json"]
sys.exit(main())
"""


@pytest.mark.parametrize(("platform", "machine"), [("linux", "riscv64"), ("darwin", "arm64"), ("win32", "unknown")])
def test_doctor_elsewhere(platform: str, machine: str) -> None:
    """It says why rejit does not run, and looks at what is there all the same."""
    script = [sys.executable, "-c", ELSEWHERE, platform, machine]
    found = findings(subprocess.run(script, capture_output=True, text=True, timeout=120))
    assert found["platform"]["state"] == "fail" and f"{platform} on {machine}" in found["platform"]["found"]
    assert set(found) == {item for item, _, everywhere in doctor.CHECKS if everywhere}
    assert found["python"]["state"] == "ok"


def test_doctor_usage() -> None:
    done = command("doctor", "--jsno")
    assert done.returncode == 2 and done.stderr.startswith("rejit doctor: unknown argument --jsno\nusage: ")


@pytest.mark.parametrize("variable", ["REJIT_MEMORY", "REJIT_RECLAIM"])
def test_a_variable_that_says_nothing_known(tmp_path: Path, variable: str) -> None:
    program = tmp_path / "program.ll"
    program.write_text("define i32 @main() {\nentry:\n  ret i32 0\n}\n")
    done = run(rejit_run([], program), env={variable: "foo"})
    assert done.status == 127
    assert done.stderr.startswith(f"rejit: EnvironmentFailure: {variable}=foo: one of ".encode())
