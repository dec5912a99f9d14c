"""Programs under `rejit run` in particular surroundings: forms of input, options, PID 1, Ctrl-C, directories."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from aot import Builds, Outcome, rejit_run, run
from tools import need

HERE = Path(__file__).parent
HELLO = HERE / "process" / "hello.c"
GREETING = Outcome(0, b"hello, world\n", b"")


def test_bitcode(builds: Builds, tmp_path: Path) -> None:
    bitcode = tmp_path / "hello.bc"
    assert run([need("llvm-as-19"), builds.ir(HELLO, "O0"), "-o", bitcode]).status == 0
    assert run(rejit_run((), bitcode)) == GREETING


@pytest.mark.parametrize("program", ["process/hello.c", "abi/structs.c", "cxx/throw.cpp"])
def test_source(builds: Builds, program: str) -> None:
    """C and C++ go through clang first."""
    source = HERE / program
    need("clang++-19")
    expected = run([builds.executable([builds.ir(source, "O0")], "O0")])
    load = ("--load", "libstdc++.so.6") if source.suffix == ".cpp" else ()
    assert run(rejit_run(load, source)) == expected


def test_relative_path_and_working_directory(builds: Builds, tmp_path: Path) -> None:
    ir = builds.ir(HERE / "process" / "chdir.c", "noopt")
    (tmp_path / "relative.ll").write_text(ir.read_text())
    assert run(rejit_run((), Path("relative.ll")), cwd=tmp_path) == Outcome(0, b"20 /proc\n", b"")


@pytest.mark.parametrize("name", ["wait_any", "fork_both", "popen_system"])
@pytest.mark.parametrize("options", [(), ("--workers", "0")], ids=["auto", "workers0"])
def test_as_pid_1(builds: Builds, name: str, options: tuple[str, ...]) -> None:
    """As the first process of a namespace every orphan, so every daemonised worker too, comes back as a child."""
    ir = builds.ir(HERE / "process" / f"{name}.c", "noopt")
    namespace = [need("unshare"), *(() if os.geteuid() == 0 else ("-r",)), "--pid", "--fork"]
    if run([*namespace, "/bin/true"]).status != 0:
        pytest.fail("unshare --pid is not permitted here: run as root or allow user namespaces")
    expected = run([*namespace, builds.executable([ir], "noopt")])
    actual = run([*namespace, *rejit_run(options, ir)])
    assert actual == expected


@pytest.mark.parametrize("options", [(), ("--workers", "0")], ids=["auto", "workers0"])
def test_ctrl_c_ends_a_loop(tmp_path: Path, options: tuple[str, ...]) -> None:
    """The terminal signals the whole group; the program dies of SIGINT, and says nothing."""
    program = tmp_path / "loop.ll"
    program.write_text(
        """declare i32 @puts(ptr)
declare i32 @fflush(ptr)
@text = private constant [6 x i8] c"ready\\00"
define i32 @main() {
  %1 = call i32 @puts(ptr @text)
  %2 = call i32 @fflush(ptr null)
  br label %loop
loop:
  call void asm sideeffect "pause", "~{dirflag},~{fpsr},~{flags}"()
  br label %loop
}
"""
    )
    process = subprocess.Popen(
        [os.fspath(c) for c in rejit_run(options, program)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"ready\n"
        os.killpg(process.pid, signal.SIGINT)
        stdout, stderr = process.communicate(timeout=10)
    finally:
        process.kill()
    assert (process.returncode, stdout, stderr) == (-signal.SIGINT, b"", b"")


def test_handler_of_the_program_gets_ctrl_c(tmp_path: Path) -> None:
    source = tmp_path / "handler.c"
    source.write_text(
        "#include <signal.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <unistd.h>\n"
        "static int twice(int x) { return 2 * x; }\n"
        "static void handler(int n) { exit(twice(n)); }\n"
        'int main(void) { signal(SIGINT, handler); puts("ready"); fflush(stdout); for (;;) pause(); }\n'
    )
    process = subprocess.Popen(
        [os.fspath(c) for c in rejit_run((), source)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        _, stderr = process.communicate(timeout=10)
    finally:
        process.kill()
    assert (process.returncode, stderr) == (4, b"")


def test_closed_output(builds: Builds) -> None:
    """Started with descriptors 0, 1 and 2 closed, as by a careless daemon."""
    ir = builds.ir(HERE / "process" / "exit_status.c", "noopt")
    command = " ".join(map(str, rejit_run((), ir)))
    assert run(["/bin/sh", "-c", f"exec {command} 0<&- 1>&- 2>&-"]).status == 44


def test_entry_and_argv0(tmp_path: Path) -> None:
    program = tmp_path / "entry.c"
    program.write_text(
        '#include <stdio.h>\nint start(int c, char **v) { return printf("%s %d\\n", v[0], c) > 0 ? 9 : 1; }\n'
    )
    options = ("--entry", "start", "--fake-argv0", "a name")
    assert run(rejit_run(options, program, ["x"])) == Outcome(9, b"a name 2\n", b"")


def test_library(builds: Builds, tmp_path: Path) -> None:
    """--load: functions and data of a shared library, by path."""
    (tmp_path / "library.c").write_text("int from_library(int x) { return x + 1; }\nint library_data = 5;\n")
    library = tmp_path / "libours.so"
    assert run([need("clang-19"), "-shared", "-fPIC", tmp_path / "library.c", "-o", library]).status == 0
    (tmp_path / "program.c").write_text(
        "extern int library_data;\nint from_library(int);\n"
        "int main(void) { library_data++; return from_library(library_data) + library_data; }\n"
    )
    ir = builds.ir(tmp_path / "program.c", "noopt")
    assert run(rejit_run(("--load", str(library)), ir)).status == 13


KEYS = [
    *("functions_total", "functions_compiled", "compile_callbacks", "compile_ms", "partition_ms", "link_ms"),
    *("callback_us_p50", "callback_us_p99", "workers", "code_bytes", "data_bytes", "mappings", "startup_ms"),
]


def test_statistics(builds: Builds, tmp_path: Path) -> None:
    stats = tmp_path / "stats.json"
    ir = builds.ir(HERE / "process" / "exit_flush.c", "noopt")
    assert run(rejit_run(("--stats", str(stats)), ir)).status == 17
    numbers = json.loads(stats.read_text())
    assert [k for k in KEYS if k not in numbers] == []
    assert numbers["functions_total"] == 2
    assert 1 <= numbers["compile_callbacks"] <= numbers["functions_compiled"] == 2


def test_only_what_is_called_is_compiled(builds: Builds, tmp_path: Path) -> None:
    stats = tmp_path / "stats.json"
    source = tmp_path / "lazy.c"
    bodies = "".join(f"int unused{i}(int x) {{ return x * {i}; }}\n" for i in range(50))
    source.write_text(bodies + "int used(int x) { return x + 1; }\nint main(void) { return used(2); }\n")
    assert run(rejit_run(("--stats", str(stats)), builds.ir(source, "noopt"))).status == 3
    numbers = json.loads(stats.read_text())
    assert numbers["functions_total"] == 52
    assert numbers["functions_compiled"] == 2


def test_dumped_ir(builds: Builds, tmp_path: Path) -> None:
    folder = tmp_path / "dump"
    assert run(rejit_run(("--dump-ir", str(folder)), builds.ir(HELLO, "O0"))) == GREETING
    dumped = "\n".join(path.read_text() for path in folder.rglob("*") if path.is_file())
    assert "define" in dumped and "@main" in dumped and "declare" in dumped and "@printf" in dumped
