"""What is told of a run: counts, tiers, reasons, spans and marks; and that it is told however the program ends."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import seen

import debugged
import rejit
from aot import Builds
from rejit.report import page as page_module
from rejit.report.story import Story

ROOT = Path(__file__).resolve().parents[2]
ENDS = Path(__file__).with_name("ends.c")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.ll"
    path.write_text(seen.large_program())
    return path


# -- off ---------------------------------------------------------------------------------------------------------------


def test_a_start_without_it_imports_none_of_it(large: Path) -> None:
    done = seen.rejit(large, python=("-X", "importtime"))
    assert done.returncode == 5
    assert "rejit.library" in done.stderr
    assert "rejit.report" not in done.stderr and "rejit.cli.ending" not in done.stderr


# -- what is told ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["sync", "off", "background"])
def test_the_table_tells_calls_tiers_and_reasons(large: Path, tmp_path: Path, how: str) -> None:
    target = tmp_path / "page.html"
    # More calls than there are in the background, so that nothing depends on how fast it is.
    calls = "100000" if how == "background" else "1000"
    options = ["--recompile", how, "--hot-calls", calls]
    assert seen.rejit("--no-cache", *options, "--report", target, large).returncode == 5
    found = seen.functions_of(target.read_text())
    assert len(found) == seen.FUNCTIONS
    assert found["step2000"]["level"] == found["step2000"]["calls"] == -1
    assert found["step2000"]["why"] == "never called"
    assert found["step7"]["level"] == 0 and found["step7"]["size"] > 0 and found["step7"]["compile"] > 0
    assert found["step7"]["lines"] == 6
    if how == "off":
        assert found["step7"]["why"] == found["fib"]["why"] == "recompiling is off"
        return
    assert (found["step7"]["calls"], found["step7"]["exact"]) == (7, True)
    assert (found["step8"]["calls"], found["step8"]["exact"]) == (1, True)
    assert found["step7"]["why"].startswith(f"7 of {int(calls):,} calls")
    if how == "sync":
        assert found["fib"]["level"] == 3 and found["fib"]["calls"] >= 1 and not found["fib"]["exact"]
        assert found["fib"]["history"].startswith("tier 0 at ") and ", tier 3 at " in found["fib"]["history"]
        assert found["fib"]["why"] == ""
    else:
        assert (found["fib"]["calls"], found["fib"]["exact"]) == (8361, True)  # 2 * fib(19) - 1


def test_the_second_start_tells_what_came_from_the_cache(large: Path, tmp_path: Path) -> None:
    target, folder = tmp_path / "page.html", tmp_path / "cache"
    options = ["--cache-dir", folder, "--recompile", "off", "--report", target]
    for _ in range(2):
        assert seen.rejit(*options, large).returncode == 5
    found = seen.functions_of(target.read_text())
    assert found["step7"]["level"] == 0
    assert found["step7"]["compile"] == 0
    group, place = found["step7"]["home"]
    ir, bodies = seen.unpacked(target.read_text(), f"listing-{group}")[place]
    assert ir.startswith("define i32 @step7(i32 %x) {") and len(bodies) == 1 and "table" in bodies[0][1]


def test_the_trace_has_a_span_for_every_callback_and_compile(large: Path, tmp_path: Path) -> None:
    target, figures = tmp_path / "trace.json", tmp_path / "figures.json"
    options = ["--no-cache", "--recompile", "sync", "--trace", target, "--stats", figures]
    assert seen.rejit(*options, large).returncode == 5
    events = seen.events_of(target)
    rows = {e["tid"]: e["args"]["name"] for e in events if e["name"] == "thread_name"}
    spans = [e for e in events if e["ph"] == "X"]
    assert all(e["dur"] >= 0 and e["ts"] >= 0 and e["tid"] in rows for e in spans)
    called = [e["name"] for e in spans if e["cat"] == "callback"]
    assert {rows[e["tid"]] for e in spans if e["cat"] == "callback"} == {"main thread"}
    # `main` is compiled before it is called.
    assert sorted(called) == sorted(["fib", *(f"step{n}" for n in range(seen.CALLED))])
    assert [e["name"] for e in spans if e["cat"] == "index"] == ["index large.ll"]
    compiled = [e for e in spans if e["cat"] == "compile"]
    assert compiled and all(rows[e["tid"]].startswith("worker ") for e in compiled)
    assert [e["name"] for e in spans if e["cat"] == "recompile"] == ["fib"]
    marks = [e["name"] for e in events if e["ph"] == "i"]
    for mark in ("hot: fib", "redirected: fib", f"retired: fib, in {large}", "start: the program's first instruction"):
        assert marks.count(mark) == 1, mark
    (start,) = (e["ts"] for e in events if e["name"].startswith("start: "))
    assert all(e["ts"] >= start for e in spans if e["cat"] == "callback")
    code = [e["args"]["in use"] for e in events if e["ph"] == "C" and e["name"] == "code, bytes"]
    assert code[-1] > 0
    assert max(e["args"]["resident"] for e in events if e["name"] == "process, bytes") > 1 << 20


def test_a_session_of_python_tells_redirects_and_reclaims(tmp_path: Path) -> None:
    with rejit.Session(cache=None, config=rejit.Config(reclaim="always"), workers=1) as jit:
        recording = rejit.Recording(jit)
        library = jit.add(seen.FIB, name="sums")
        assert library["fib"](10) == 55
        jit.recompile(library["fib"], tier=3)
        assert library["fib"](10) == 55
        recording.trace(str(tmp_path / "trace.json"))
        recording.report(str(tmp_path / "page.html"))
        with pytest.raises(rejit.errors.InputError, match="there is no folder"):
            recording.trace(str(tmp_path / "nowhere" / "trace.json"))
        freed = jit.statistics()["reclaimed_bytes"]
    assert freed > 0
    events = seen.events_of(tmp_path / "trace.json")
    reclaims = [e for e in events if e.get("cat") == "reclaim"]
    assert sum(int(e["args"]["what"].split(", ")[1].split()[0].replace(",", "")) for e in reclaims) == freed
    assert [e["name"] for e in events if e["ph"] == "i" and e["cat"] == "redirected"] == ["redirected: fib"]
    last = [e["args"] for e in events if e["ph"] == "C" and e["name"] == "code, bytes"][-1]
    assert last["in quarantine"] == 0
    found = seen.functions_of((tmp_path / "page.html").read_text())["fib"]
    assert found["module"] == "sums" and found["level"] == 3 and found["history"].count("tier") == 2


def test_names_that_are_no_letters_come_through(tmp_path: Path) -> None:
    (tmp_path / "odd.ll").write_text(
        'source_filename = "odd.c"\n\n'
        'define i32 @"</script><b>\\C3\\A9"() {\n  ret i32 0\n}\n\n'
        'define i32 @main() {\n  %r = call i32 @"</script><b>\\C3\\A9"()\n  ret i32 %r\n}\n'
    )
    done = seen.rejit(
        "--no-cache", "--report", tmp_path / "p.html", "--trace", tmp_path / "t.json", tmp_path / "odd.ll"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert seen.functions_of((tmp_path / "p.html").read_text())["</script><b>é"]["level"] == 0
    assert "</script><b>é" in [e["name"] for e in seen.events_of(tmp_path / "t.json")]


def test_listings_give_way_where_the_page_would_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "GROUP_CHARACTERS", 2000)
    source = "\n".join(seen.FIB.replace("@fib", f"@fib{n}") for n in range(40))
    with rejit.Session(cache=None, workers=1) as jit:
        recording = rejit.Recording(jit)
        jit.add(source, name="many").compile()
        story = Story(recording.notes())
    whole = page_module.page_of(story)
    limit = len(whole) - 2000
    monkeypatch.setattr(page_module, "PAGE_BYTES", limit)
    smaller = page_module.page_of(story)
    assert all(f["home"] for f in seen.functions_of(whole).values())
    kept = [bool(f["home"]) for f in seen.functions_of(smaller).values()]
    assert 0 < sum(kept) < len(kept)
    assert len(smaller) <= limit


# -- how programs end --------------------------------------------------------------------------------------------------

STATUS = {
    "return": 0,
    "exit": 3,
    "_exit": 4,
    "quick_exit": 5,
    "abort": -signal.SIGABRT,
    "assert": -signal.SIGABRT,
    "crash": -signal.SIGSEGV,
    "fork": 7,
    "chdir": 6,
    "close": 8,
    "ignore_children": 10,
    "pthread_exit": 0,
}


@pytest.mark.parametrize("end", STATUS)
def test_it_is_written_however_the_program_ends(end: str, builds: Builds, tmp_path: Path) -> None:
    """Once, by the program and by none of its children, and the status is the program's."""
    done = seen.rejit("--trace", "trace.json", builds.ir(ENDS, "noopt"), end, tmp_path / "trace.json", cwd=tmp_path)
    assert done.returncode == STATUS[end], done.stderr
    assert "not written" not in done.stderr
    names = [e["name"] for e in seen.events_of(tmp_path / "trace.json")]
    assert "start: the program's first instruction" in names


def test_without_a_server_it_is_written_as_well(builds: Builds, tmp_path: Path) -> None:
    done = seen.rejit("--workers", "0", "--trace", "trace.json", builds.ir(ENDS, "noopt"), "exit", "x", cwd=tmp_path)
    assert done.returncode == 3
    rows = [e["args"]["name"] for e in seen.events_of(tmp_path / "trace.json") if e["name"] == "thread_name"]
    assert "compiling here" in rows


@pytest.mark.parametrize("tool", [("--gdb",), ("--gdb=full",), ("--perf", "jitdump")])
def test_code_with_debug_information_is_listed(tool: tuple[str, ...], builds: Builds, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    options = ["--no-cache", "--recompile", "off", "--report", target, *tool]
    done = seen.rejit(*options, debugged.made(builds, "-g"), "fork", JITDUMPDIR=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    page = target.read_text()
    group, place = seen.functions_of(page)["main"]["home"]
    ir, bodies = seen.unpacked(page, f"listing-{group}")[place]
    assert "@main(" in ir and "call" in bodies[0][1]


def test_a_program_that_changes_its_folder_is_told_of(large: Path, tmp_path: Path) -> None:
    """Its file was named from another one, and a start from the cache reads its text only now."""
    text = large.read_text().replace("define i32 @main() {", "define i32 @main() {\n  call i32 @chdir(ptr @root)")
    (tmp_path / "away.ll").write_text(f'@root = constant [2 x i8] c"/\\00"\ndeclare i32 @chdir(ptr)\n{text}')
    for start in range(3):
        options = ["--recompile", "off", "--cache-dir", "cache", "--report", f"{start}.html"]
        done = seen.rejit(*options, "away.ll", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (5, "")
        page = (tmp_path / f"{start}.html").read_text()
        group, place = seen.functions_of(page)["step7"]["home"]
        assert seen.unpacked(page, f"listing-{group}")[place][0].startswith("define i32 @step7(i32 %x) {")


# -- what is refused ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--report", "--trace", "--stats"])
def test_a_file_that_cannot_be_written_is_refused_before_the_start(large: Path, tmp_path: Path, option: str) -> None:
    for target in (tmp_path / "nowhere" / "file", tmp_path):
        done = seen.rejit(option, target, large)
        assert done.returncode == 127
        assert done.stderr.startswith(f"rejit: InputError: {option} {target}: ") and done.stderr.count("\n") == 1


def test_names_of_files_that_make_no_sense_are_refused(large: Path, tmp_path: Path) -> None:
    done = seen.rejit("--report", tmp_path / "one", "--trace", tmp_path / "one", large)
    assert (done.returncode, done.stderr.count("\n")) == (127, 1) and "both are one file" in done.stderr
    done = seen.rejit("--report=", large)
    assert (done.returncode, done.stderr) == (2, "rejit run: --report: the name of a file is missing\n")


def test_a_missing_extra_is_named_before_the_start(large: Path, tmp_path: Path) -> None:
    """Python without its installed packages."""
    done = seen.rejit("--report", tmp_path / "p.html", large, python=("-S",), PYTHONPATH=f"{ROOT}/src")
    assert done.returncode == 127
    assert done.stderr.count("\n") == 1
    assert "needs bokeh and capstone" in done.stderr and "pip install 'rejit[report]'" in done.stderr
    assert not (tmp_path / "p.html").exists()


def test_what_goes_wrong_at_the_end_is_one_line(builds: Builds, tmp_path: Path) -> None:
    """The program takes the folder away."""
    folder = tmp_path / "folder"
    folder.mkdir()
    done = seen.rejit("--trace", folder / "trace.json", builds.ir(ENDS, "noopt"), "rmdir", folder)
    assert done.returncode == 9
    assert done.stderr.startswith(f"rejit: InputError: --trace {folder}/trace.json: there is no folder")
    assert done.stderr.count("\n") == 1
