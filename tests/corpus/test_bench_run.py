"""bench.measure, bench.report, bench.generate and the command line of bench.run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bench import generate, run
from bench.engines import LLI_MCJIT_O0, LLI_ORC_LAZY, REJIT
from bench.measure import Command, Measurement, Sample, execute, interleave
from bench.report import Table, Target

from tools import need


def python(code: str, timeout: float = 20.0) -> Command:
    return Command([sys.executable, "-c", code], timeout=timeout)


def test_execute_reports_status_output_and_memory() -> None:
    sample = execute(python("import sys; print('out'); print('err', file=sys.stderr); sys.exit(5)"))
    assert (sample.status, sample.output, sample.stderr) == (5, b"out\n", "err\n")
    assert sample.seconds > 0 and sample.max_rss > 1 << 20 and not sample.timed_out


def test_execute_stops_what_takes_too_long() -> None:
    sample = execute(python("import time; time.sleep(60)", timeout=0.2))
    assert sample.timed_out and sample.seconds < 10


def test_every_run_has_an_empty_cache() -> None:
    code = "import os; d = os.environ['XDG_CACHE_HOME']; print(os.listdir(d)); open(d + '/kept', 'w').close()"
    found = interleave({"one": python(code)}, runs=2)["one"]
    assert [sample.output for sample in found.samples] == [b"[]\n", b"[]\n"]


def test_interleave_compares_with_the_reference() -> None:
    commands = {
        "same": python("print(1)"),
        "other output": python("print(2)"),
        "other status": python("print(1); exit(3)"),
        "crash": python("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"),
        "slow": python("import time; time.sleep(60)", timeout=0.3),
        "reference": python("print(1)"),
    }
    found = interleave(commands, runs=2, reference="reference")
    assert {name: measurement.problem for name, measurement in found.items()} == {
        "same": "",
        "other output": "wrong output",
        "other status": "failed (status 3)",
        "crash": "crash (SIGSEGV)",
        "slow": "> 0 s",
        "reference": "",
    }
    assert len(found["same"].samples) == 2 and len(found["crash"].samples) == 1
    assert found["same"].seconds is not None and found["crash"].seconds is None


def test_interleave_without_reference_wants_the_expected_output() -> None:
    assert not interleave({"a": python("print(1)")}, 1, expected=b"1\n")["a"].problem
    assert interleave({"a": python("print(1)")}, 1, expected=b"2\n")["a"].problem == "wrong output"
    assert interleave({"a": python("exit(2)")}, 1)["a"].problem == "failed (status 2)"


def test_what_the_last_run_left_ends_before_the_next_begins(tmp_path: Path) -> None:
    """Also where that is the first of another call. Somebody else's child is none of ours."""
    other = subprocess.Popen(["sleep", "60"])
    left = f"import subprocess; subprocess.Popen(['sh', '-c', 'sleep 0.5; echo >> {tmp_path}/ended'])"
    try:
        interleave({"one": python(left)}, 2)
        assert (tmp_path / "ended").read_text() == "\n\n"
    finally:
        other.kill()
        other.wait()


def test_table_renders_as_text_and_markdown() -> None:
    table = Table("T", ["", "x"], "note", [["row", "1.0"]])
    assert table.render() == "T\nnote\n       x\n---  ---\nrow  1.0\n"
    assert table.render(markdown=True) == "### T\n\nnote\n\n|     |   x |\n|-----|----:|\n| row | 1.0 |\n"


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (Target("t", None, 1.0), "not measured"),
        (Target("t", 1.0, 1.0), "reached"),
        (Target("t", 1.01, 1.0), "MISSED"),
        (Target("t", 50, 64, "", at_least=True), "MISSED"),
    ],
)
def test_target_verdict(target: Target, verdict: str) -> None:
    assert target.row()[-1] == verdict


@pytest.mark.parametrize("calls", ["one", "all"])
def test_generated_module_is_canonical_and_prints_what_is_expected(tmp_path: Path, calls: generate.Calls) -> None:
    assembler, printer, lli = (need(f"{tool}-19") for tool in ("llvm-as", "llvm-dis", "lli"))
    path = generate.write(tmp_path, 60, calls)
    bitcode = tmp_path / path.stem
    subprocess.run([assembler, path, "-o", bitcode], check=True)
    printed = subprocess.run([printer, bitcode, "-o", "-"], check=True, capture_output=True, text=True).stdout
    assert printed.splitlines()[1:] == path.read_text().splitlines()[1:]  # the first line is the file's name
    output = subprocess.run([lli, path], check=True, capture_output=True, text=True).stdout
    assert int(output) == generate.expected(60, calls)


def test_text_is_the_same_everywhere(tmp_path: Path) -> None:
    data = generate.write_text(tmp_path, 10_000).read_bytes()
    assert len(data) == 10_000
    assert data[:23] == b"itoeu eusasaelm atesas "


def test_command_tolerates_that_rejit_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.engines, "find_rejit", lambda explicit: None)
    report = tmp_path / "report.json"
    assert run.main(["--only", "nothing has this name", "--json", str(report), "--markdown"]) == 0
    assert "not measured" in capsys.readouterr().out
    assert set(json.loads(report.read_text())) == {"machine", "results", "stats", "reports", "targets"}


def measured(seconds: float) -> Measurement:
    return Measurement((Sample(seconds, seconds, 0, b"", "", 0, False),))


def test_targets_are_computed_from_the_rows() -> None:
    bench = run.Bench(1, [], ["rejit"])
    bench.results = {
        "sqlite-select1": {REJIT: measured(0.3), LLI_MCJIT_O0.name: measured(1.0)},
        "sqlite-select1-g": {REJIT: measured(0.36), LLI_MCJIT_O0.name: measured(4.0)},
        "lua-fib-sort": {REJIT: measured(1.5), LLI_MCJIT_O0.name: measured(1.2), LLI_ORC_LAZY.name: measured(1.0)},
        "generated-200-one": {REJIT: measured(0.1)},
        "generated-200-all": {REJIT: measured(0.1 + 199 * 0.001)},
        "generated-20000-one": {REJIT: measured(0.2)},
        "generated-20000-all": {REJIT: measured(0.2 + 19_999 * 0.002)},
    }
    bench.stats = {
        "generated-100000-all": {"mappings": 20, "functions_compiled": 100_001},
        "sqlite-queries": {
            "partition_ms": 10.0,
            "link_ms": 5.0,
            "compile_callbacks": 100,
            "callback_us_p50": 50.0,
            "callback_us_p99": 301.0,
            "compile_ms": 100.0,
        },
    }
    rows = {row[0]: row[1:] for row in (target.row() for target in run.targets(bench))}
    assert rows["SQLite select 1, .ll / lli mcjit -O0"] == ("0.30x", "<= 0.35x", "reached")
    assert rows["SQLite select 1, -g / without"] == ("1.20x", "<= 1.30x", "reached")
    assert rows["Lua / best lli mode"] == ("1.50x", "<= 1.20x", "MISSED")
    assert rows["time per called function, 20,000 / 200"] == ("2.00x", "<= 1.50x", "MISSED")
    assert rows["live functions at once"] == ("100,001", ">= 50,000", "reached")
    assert rows["partition + link + callback / LLVM, SQLite queries"] == ("0.20x", "<= 0.25x", "reached")
    assert rows["callback p99, SQLite queries"] == ("301 us", "<= 300 us", "MISSED")
    assert rows["f(30) / bare CFUNCTYPE"][2] == "not measured"
