"""`--perf`: what perf makes of the map and of the jitdump."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import tools
from aot import rejit_run, run
from debugged import SOURCE, line_of
from rejit import Session

HOT = ("--hot-calls", "1", "--hot-loops", "1")


def recording(pid: int, dump: Path) -> bytes:
    """What `perf record` writes when a process maps its dump, in the form for pipes: for machines that let nobody
    count events. `perf inject` needs no more to read the dump."""
    tid, time, identifier = 2, 4, 1 << 16
    flags = 1 << 8 | 1 << 9 | 1 << 18 | 1 << 25  # mmap, comm, sample_id_all, use_clockid
    attr = struct.pack(
        "<IIQQQQQIIQQQQIiQII",
        *(1, 112, 9, 0, identifier | tid | time, 0, flags, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
    )
    name = os.fsencode(dump) + b"\0"
    name += bytes(-len(name) % 8)
    mapped = struct.pack("<IIQQQ", pid, pid, 0x10000, 4096, 0) + name + struct.pack("<IIQQ", pid, pid, 1, 1)

    def event(kind: int, misc: int, body: bytes) -> bytes:
        return struct.pack("<IHH", kind, misc, 8 + len(body)) + body

    return b"PERFILE2" + struct.pack("<Q", 16) + event(64, 0, attr + struct.pack("<Q", 1)) + event(1, 2, mapped)


def functions(folder: Path, dump: Path) -> dict[str, set[int]]:
    """By label, the lines that perf and binutils find in a dump."""
    data = folder / "injected.data"
    pid = int(re.findall(r"jit-(\d+)\.dump", dump.name)[0])
    done = subprocess.run(
        [tools.need("perf"), "inject", "--jit", "-i", "-", "-o", data],
        input=recording(pid, dump),
        capture_output=True,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, set[int]] = {}
    for image in folder.glob(f"jitted-{pid}-*.so"):
        text = subprocess.check_output([tools.need("objdump"), "-w", "-t", "--dwarf=decodedline", image], text=True)
        (label,) = re.findall(r"\.text\s+[0-9a-f]+ (.*)", "\n".join(x for x in text.splitlines() if " F " in x))
        lines = re.findall(rf"{re.escape(str(SOURCE))}\s+(\d+) ", text)
        found[label] = set(map(int, lines))
    return found


def test_perf_reads_code_and_lines_from_the_dump(program: Path, tmp_path: Path) -> None:
    command = rejit_run([*HOT, "--perf", "jitdump"], program, ["spin", f"{tmp_path}/jit-%d.dump"])
    done = run(command, env={"JITDUMPDIR": str(tmp_path)}, timeout=60)
    assert done.status == 0, done
    (dump,) = tmp_path.glob("jit-*.dump")
    found = functions(tmp_path, dump)
    assert line_of("spin's loop") in found["spin [tier 0]"]
    assert line_of("work's loop") in found["work [tier 0]"]
    loops = [label for label in found if label.startswith("spin [osr, line ")]
    assert loops and line_of("spin's loop") in found[loops[0]]
    first = line_of("spin's loop")
    assert loops[0] in (f"spin [osr, line {first - 1}]", f"spin [osr, line {first}]")


def test_perf_reports_functions_of_a_recording(program: Path, tmp_path: Path) -> None:
    """The whole way, where the machine counts events; elsewhere the recording is made up and only `inject` is tried."""
    perf = tools.need("perf")
    allowed = subprocess.run(
        [perf, "record", "-e", "cpu-clock", "-o", tmp_path / "try.data", "true"], capture_output=True, cwd=tmp_path
    )
    program_run = rejit_run([*HOT, "--perf", "jitdump"], program, ["spin", f"{tmp_path}/jit-%d.dump"])
    data = tmp_path / "perf.data"
    record = [perf, "record", "-F", "5000", "-e", "cpu-clock", "-k", "mono", "-o", data]
    done = run(
        [*record, *program_run] if allowed.returncode == 0 else program_run,
        env={"JITDUMPDIR": str(tmp_path)},
        timeout=60,
    )
    assert done.status == 0, done
    if allowed.returncode:
        (dump,) = tmp_path.glob("jit-*.dump")
        assert "spin [tier 0]" in functions(tmp_path, dump)
        return
    subprocess.run([perf, "inject", "--jit", "-i", data, "-o", tmp_path / "jit.data"], check=True, cwd=tmp_path)
    report = subprocess.check_output(
        [perf, "report", "-i", tmp_path / "jit.data", "--stdio", "--sort", "sym"],
        text=True,
        stderr=subprocess.DEVNULL,
    )
    assert re.search(r"% +\[\.\] spin \[(tier 0|osr, line \d+)\]", report), report


def map_of(text: str) -> dict[str, tuple[int, int]]:
    found = {}
    for line in text.splitlines():
        start, size, label = line.split(" ", 2)
        found[label] = int(start, 16), int(size, 16)
    return found


@pytest.fixture
def map_files() -> set[Path]:
    return set(Path("/tmp").glob("perf-*.map"))


def new_maps(before: set[Path]) -> list[dict[str, tuple[int, int]]]:
    """The maps that the test's processes left, which are deleted."""
    found = []
    for path in sorted(set(Path("/tmp").glob("perf-*.map")) - before):
        found.append(map_of(path.read_text()))
        path.unlink()
    return [names for names in found if any(label.startswith("main [") for label in names)]


def test_the_map_has_a_line_a_body(stripped: Path, map_files: set[Path]) -> None:
    done = run(rejit_run([*HOT, "--perf", "map"], stripped, ["spin", "/tmp/perf-%d.map"]), timeout=60)
    assert done.status == 0, done
    (names,) = new_maps(map_files)
    assert {"main [tier 0]", "spin [tier 0]", "work [tier 0]", "spin [osr, loop 0]"} <= names.keys()
    places = sorted(names.values())
    assert all(start + size <= following for (start, size), (following, _) in pairwise(places))
    assert all(size for _, size in places)


def test_a_child_has_a_map_of_its_own(program: Path, map_files: set[Path]) -> None:
    done = run(rejit_run(["--perf", "map", "--recompile", "off"], program, ["fork"]))
    assert done.status == 0, done
    parent, child = sorted(new_maps(map_files), key=len)
    assert parent.keys() == {"main [tier 0]", "rejit stubs"}
    assert child.items() > parent.items() and "work [tier 0]" in child


def test_a_program_that_closes_every_descriptor_is_mapped_all_the_same(program: Path, map_files: set[Path]) -> None:
    done = run(rejit_run(["--perf", "map", "--recompile", "off"], program, ["close"]))
    assert (done.status, done.stdout, done.stderr) == (0, b"", b"")
    (names,) = new_maps(map_files)
    assert {"main [tier 0]", "close_all [tier 0]", "work [tier 0]", "shown [tier 0]"} <= names.keys()


CHILD = """
import os, shutil, sys
import rejit
os.environ["JITDUMPDIR"] = sys.argv[1]
with rejit.Session(profile="jitdump", workers=0, cache=None) as jit:
    lib = jit.add("define i32 @one() { ret i32 1 }\\ndefine i32 @two() { ret i32 2 }", verify=False)
    one, two = lib["one"], lib["two"]
    assert one() == 1
    shutil.rmtree(sys.argv[1])
    pid = os.fork()
    answer = two()
    if not pid:
        os._exit(answer)
    print(answer, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""


def test_a_child_that_cannot_write_a_file_of_its_own_goes_on(tmp_path: Path) -> None:
    (tmp_path / "dumps").mkdir()
    done = run([sys.executable, "-c", CHILD, str(tmp_path / "dumps")], timeout=60)
    assert (done.status, done.stdout, done.stderr) == (0, b"2 2\n", b"")


def test_what_cannot_be_written_is_said_at_the_start(program: Path, tmp_path: Path) -> None:
    done = run(rejit_run(["--perf", "jitdump"], program), env={"JITDUMPDIR": str(tmp_path / "missing")})
    assert done.status == 127
    assert re.fullmatch(
        rb"rejit: EnvironmentFailure: the jitdump .*missing/jit-\d+\.dump .*JITDUMPDIR.*\n", done.stderr
    )
    done = run(rejit_run(["--perf", "xml"], program))
    assert (done.status, done.stderr) == (2, b"rejit run: --perf xml: map or jitdump\n")
    with pytest.raises(ValueError, match="profile='xml'"):
        Session(profile="xml")
    with pytest.raises(ValueError, match="gdb='all'"):
        Session(gdb="all")
