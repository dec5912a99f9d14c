"""How many workers: the least of what affinity, cgroups and the configuration allow, and at least one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rejit.compile import limits
from rejit.config import Config

MEGABYTE = 1 << 20


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of 16 CPUs; its cgroups are /outer/inner, their files in the folder returned."""
    (tmp_path / "outer" / "inner").mkdir(parents=True)
    groups = [tmp_path / "outer" / "inner", tmp_path / "outer", tmp_path]
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(16)))
    monkeypatch.setattr(limits, "_cgroup_paths", lambda: [str(group) for group in groups])
    return tmp_path


def count(**config: object) -> int:
    return limits.worker_count(Config(**{"max_workers": 12, "worker_memory_bytes": 200 * MEGABYTE, **config}))


def test_no_limits(machine: Path) -> None:
    assert count() == 12
    assert count(max_workers=64) == 16


def test_affinity(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {3, 7})
    assert count() == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [("max 100000", 12), ("250000 100000", 2), ("50000 100000", 1), ("", 12), ("nonsense", 12), ("1 0", 12)],
)
@pytest.mark.parametrize("group", ["", "outer", "outer/inner"])
def test_cpu_quota(machine: Path, group: str, text: str, expected: int) -> None:
    (machine / group / "cpu.max").write_text(text)
    assert count() == expected


@pytest.mark.parametrize(
    ("maximum", "current", "expected"), [("max", "5", 12), ("1000", "200", 4), ("1000", "999", 1), ("100", "500", 1)]
)
def test_memory(machine: Path, maximum: str, current: str, expected: int) -> None:
    scaled = [word if word == "max" else str(int(word) * MEGABYTE) for word in (maximum, current)]
    (machine / "outer" / "memory.max").write_text(scaled[0] + "\n")
    (machine / "outer" / "memory.current").write_text(scaled[1] + "\n")
    assert count() == expected


@pytest.mark.parametrize(
    ("maximum", "current", "expected"), [("max", "5", 12), ("20", "10", 8), ("20", "20", 1), ("", "", 12)]
)
def test_processes(machine: Path, maximum: str, current: str, expected: int) -> None:
    (machine / "outer" / "inner" / "pids.max").write_text(maximum)
    (machine / "outer" / "inner" / "pids.current").write_text(current)
    assert count() == expected


def test_the_least_counts(machine: Path) -> None:
    (machine / "cpu.max").write_text("400000 100000")
    (machine / "outer" / "cpu.max").write_text("300000 100000")
    (machine / "outer" / "inner" / "cpu.max").write_text("800000 100000")
    assert count() == 3


def test_here() -> None:
    """On this machine, whatever it is."""
    assert 1 <= limits.worker_count(Config()) <= (os.cpu_count() or 1)
