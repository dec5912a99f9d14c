"""Other CPUs under qemu's user emulation: their contract, and programs that run as their ahead-of-time twins do."""

from __future__ import annotations

import bz2
import json
import os
import re
import signal
import subprocess
from pathlib import Path

import pytest
from emulated_reclaim import kinds

from foreign import COMPILER, Foreign
from tools import need

HERE = Path(__file__).parent
TAIL = {"aarch64": "b", "ppc64le": "bl"}  # what a tail call is; on PowerPC64 nothing is one
CALLS = [
    "first: 1260 610 31",
    "direct: callee 2 [True, True]",
    "through thunk: True 1260 610",
    "tail call: {tail} True 31",
    "flushed: True",
    "replaced: True 1320",
    "a thread went through it: True",
    "patched: True",
    "reclaimed: True",
]
COUNT = 59  # tests of the contract: fewer would mean that some were not found


@pytest.fixture(scope="module", params=["aarch64", "ppc64le"])
def foreign(request: pytest.FixtureRequest) -> Foreign:
    return Foreign(request.param)


@pytest.fixture(scope="module")
def program(foreign: Foreign, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The IR of emulated.c, and what it prints wherever it is compiled ahead of time."""
    folder = tmp_path_factory.mktemp("emulated")
    source, twin = HERE / "emulated.c", str(folder / "twin")
    subprocess.run([need("gcc"), "-w", "-o", twin, str(source), "-lm"], check=True, timeout=60)
    printed = subprocess.run([twin, "foo"], capture_output=True, text=True, timeout=20)
    assert printed.returncode == 42
    return str(foreign.ir(source, folder)), printed.stdout


def test_the_contract(foreign: Foreign, tmp_path: Path) -> None:
    options = ["-q", "-o", f"cache_dir={foreign.root}/.cache", "--tb=short"]
    found = foreign.run(["-m", "pytest", *options, f"tests/arch/test_{foreign.cpu}.py"], timeout=150)
    assert found.returncode == 0, found.stdout[-5000:] + found.stderr[-2000:]
    passed = re.search(r"^(\d+) passed in", found.stdout, re.MULTILINE)
    assert passed and int(passed[1]) >= COUNT, found.stdout[-500:]


@pytest.mark.parametrize(
    ("options", "figure"),
    [
        ((), "bodies_at_O0"),
        pytest.param(("--tiers", "3", "--eager"), "bodies_at_O3", marks=pytest.mark.slow),
        (("--hot-calls", "1", "--hot-loops", "1", "--recompile", "sync"), "recompiled"),
        (("--hot-calls", "2", "--hot-loops", "2"), "hot_triggers"),
    ],
)
def test_a_program(
    foreign: Foreign, program: tuple[str, str], options: tuple[str, ...], figure: str, tmp_path: Path
) -> None:
    text, expected = program
    found = foreign.rejit_run([*options, "--stats", str(tmp_path / "stats"), text, "foo"])
    assert (found.stdout, found.returncode) == (expected, 42), found.stderr
    assert found.stderr == ""
    assert json.loads((tmp_path / "stats").read_text())[figure] > 0


@pytest.fixture(scope="module")
def parked(foreign: Foreign, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """IR of two versions of session/parked.c. On AArch64 functions sign the address that they return to."""
    signed = ("-mbranch-protection=standard",) if foreign.cpu == "aarch64" else ()
    source = HERE.parent / "session" / "parked.c"
    folders = [tmp_path_factory.mktemp(f"version{n}") for n in (1, 2)]
    return [str(foreign.ir(source, folder, f"-DVERSION={n + 1}", *signed)) for n, folder in enumerate(folders)]


def test_what_a_thread_is_in_stays(foreign: Foreign, parked: list[str]) -> None:
    """Threads are stopped where they are, and their registers, stacks and contexts searched."""
    found = foreign.run(["tests/arch/emulated_reclaim.py", *parked], timeout=120)
    expected = [f"{name}: [{100 + kind}] True" for name, kind in kinds(foreign.cpu).items()]
    expected += ["coroutine: True 102 201", "mangled: True True", "handshakes: True"]
    assert found.stdout.splitlines() == expected, found.stdout + found.stderr


def test_calls_lead_straight_to_bodies(foreign: Foreign) -> None:
    """They are patched under a thread that makes them; whatever is written is flushed."""
    found = foreign.run(["tests/arch/emulated_calls.py"], timeout=60)
    expected = [line.format(tail=TAIL[foreign.cpu]) for line in CALLS]
    assert found.stdout.splitlines() == expected, found.stdout + found.stderr


@pytest.mark.slow
def test_without_a_search_the_same_crashes(foreign: Foreign, parked: list[str]) -> None:
    found = foreign.run(["tests/arch/emulated_reclaim.py", *parked, "blind"], timeout=60)
    assert found.returncode < 0 or found.returncode >= 128, found.stdout + found.stderr


def test_an_error_in_a_callback_comes_back(foreign: Foreign) -> None:
    """A compile that fails unwinds through JIT frames to the gate, and the Python caller has the exception.

    Code memory finds out by itself which way to write code works under emulation."""
    code = """if True:
        import os, rejit, rejit.errors
        del os.environ["REJIT_MEMORY"]
        text = b'''declare void @nowhere()
        define void @f() { call void @nowhere() ret void }
        define i32 @g(i32 %x) { ret i32 %x }
        '''
        with rejit.Session(compiler=os.environ["REJIT_TEST_COMPILER"]) as jit:
            lib = jit.add(text)
            try:
                lib["f"]()
            except rejit.errors.UnresolvedSymbol as error:
                print("nowhere" in str(error), lib["g"](7), os.uname().machine, jit.memory.backend)
    """
    found = foreign.run(["-c", code], timeout=60)
    assert found.stdout == f"True 7 {foreign.cpu} seal\n", found.stderr


@pytest.mark.parametrize("cpu", ["aarch64", pytest.param("ppc64le", marks=pytest.mark.slow)])
def test_ctrl_c_ends_a_program(cpu: str, tmp_path: Path) -> None:
    """In a loop that calls nothing: the signal is the program's, and at its default."""
    foreign = Foreign(cpu)
    source = tmp_path / "loop.c"
    source.write_text('#include <unistd.h>\nvolatile int on = 1;\nint main() { write(1, "x", 1); while (on); }\n')
    command = [str(foreign.root / "python"), "-m", "rejit", "run", "--compiler", COMPILER]
    environment = os.environ | {"PYTHONPATH": str(HERE.parents[1] / "src"), "REJIT_MEMORY": "seal"}
    with subprocess.Popen(
        [*command, str(foreign.ir(source, tmp_path))], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stdout.read(1) == b"x"
        process.send_signal(signal.SIGINT)
        try:
            printed, error = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, printed, error) == (-signal.SIGINT, b"", b"")


LUA = "55\t962\t20\t820.000\ta#b#\tfalse\tcaught\n"
FIGURES = ("recompiled", "call_sites_patched", "bodies_retired", "bodies_reclaimed")


def with_everything(
    foreign: Foreign, calls: str, text: Path, *arguments: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, int]]:
    """Recompile at every trigger, patch calls, free bodies at every chance: what came out, and what was done."""
    found = foreign.run(["tests/arch/emulated_program.py", calls, str(text), *arguments], timeout=600)
    try:
        return found, json.loads(found.stderr)
    except json.JSONDecodeError:
        pytest.fail(found.stderr)


def test_lua(foreign: Foreign) -> None:
    """Lazily, and recompiled in the background."""
    script = str(HERE / "small.lua")
    found = foreign.rejit_run(
        ["--hot-calls", "1", "--hot-loops", "1", str(foreign.program("lua")), script], timeout=200
    )
    assert (found.stdout, found.stderr, found.returncode) == (LUA, "", 0)


@pytest.mark.parametrize("calls", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_bzip2_with_everything(foreign: Foreign, calls: str, tmp_path: Path) -> None:
    """What it packs is what was there."""
    content, data = (HERE / "emulated.c").read_bytes() * 10, tmp_path / "data"
    data.write_bytes(content)
    text = foreign.program("bzip2")
    found, done = with_everything(foreign, calls, text, "-9", str(data))
    assert found.returncode == 0 and all(done[name] for name in FIGURES), found.stderr
    assert bz2.decompress((tmp_path / "data.bz2").read_bytes()) == content


@pytest.mark.slow
@pytest.mark.parametrize("calls", ["1", "2"])
def test_lua_with_everything(foreign: Foreign, calls: str) -> None:
    found, done = with_everything(foreign, calls, foreign.program("lua"), str(HERE / "small.lua"))
    assert (found.stdout, found.returncode) == (LUA, 0), found.stderr
    assert all(done[name] for name in FIGURES), done


def test_cxx(foreign: Foreign, tmp_path: Path) -> None:
    """Exceptions through calls that lead straight to bodies, and thread-local variables."""
    source, twin = HERE / "emulated.cpp", str(tmp_path / "twin")
    subprocess.run([need("clang++-19"), "-w", "-o", twin, str(source), "-pthread"], check=True, timeout=60)
    expected = subprocess.run([twin], capture_output=True, text=True, timeout=20)
    found, done = with_everything(foreign, "1", foreign.ir(source, tmp_path))
    assert (found.stdout, found.returncode) == (expected.stdout, 3) == (expected.stdout, expected.returncode)
    assert all(done[name] for name in FIGURES), done
