"""bench.stall: it measures, and what it measures is the right function."""

from __future__ import annotations

import ctypes
import subprocess
from pathlib import Path

import pytest
from bench import stall


def test_all_three_ways_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert stall.main(["--seconds", "0.2", "--functions", "20", "--rounds", "1"]) == 0
    printed = capsys.readouterr().out
    assert all(way in printed for way in stall.WAYS) and "at most 100 wanted" in printed


def test_a_long_call_is_seen_and_a_wrong_answer_too(tmp_path: Path) -> None:
    (tmp_path / "slow.c").write_text(
        "#include <unistd.h>\nlong slow(long x) { if (x == 77) usleep(3000); return 3 * x + 1; }\n"
        "long wrong(long x) { return 3 * x + (x != 500); }\n"
    )
    library = stall.build(tmp_path)

    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", "slow.so", "slow.c"], cwd=tmp_path, check=True)
    slow = ctypes.CDLL(str(tmp_path / "slow.so"))

    def address(function: object) -> int:
        return ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]

    with stall.Caller(library, address(slow.slow), 20) as caller:
        caller._thread.join()
    assert len(caller.longest) == 20 and caller.longest[-1] > 3000
    with pytest.raises(SystemExit, match="wrongly"), stall.Caller(library, address(slow.wrong), 20) as caller:
        caller._thread.join()
