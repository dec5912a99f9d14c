"""Random C programs from csmith on the emulated CPUs: they print the checksums that they print here, ahead of time.

csmith's types have the same sizes and byte order on all of these CPUs. CI runs twenty fixed seeds, ten with every
function recompiled at its first call or turn of a loop and ten at its second. As with differential/test_csmith.py
REJIT_CSMITH_SEEDS=N runs N others instead, from REJIT_CSMITH_FIRST (1) on.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

from foreign import CPUS, Foreign
from tools import need

# Chosen because their programs end within a fraction of a second.
FIXED = (1, 3, 7, 8, 12, 19, 23, 24, 28, 31, 36, 37, 40, 41, 44, 48, 50, 53, 59, 61)
CASES = [(cpu, times) for cpu in CPUS for times in (1, 2)]
REFERENCE_SECONDS = 0.5  # other seeds whose programs take longer here are left out


class Run:
    """A case: programs by seed as their IR, what each prints, and the emulated process."""

    def __init__(self, foreign: Foreign, times: int, expected: dict[int, str], folder: Path) -> None:
        self.expected = expected
        options = [f"-I{Path(need('csmith.h')).parent}"]
        texts = [str(foreign.ir(folder.parent / f"{seed}.c", folder, *options)) for seed in expected]
        arguments = ["tests/arch/emulated_random.py", str(times), *texts]
        self.done = foreign.run(arguments, timeout=300 + 30 * len(expected))


def printed(seed: int, folder: Path) -> tuple[int, str]:
    """A seed's program, compiled here: what it prints; "" if that takes too long."""
    source, twin = folder / f"{seed}.c", folder / f"{seed}.twin"
    own = folder / f"own-{seed}"
    own.mkdir()
    command = [need("csmith"), "--seed", str(seed), "--output", str(source)]
    subprocess.run(command, cwd=own, check=True)  # it leaves a platform.info where it runs
    include = f"-I{Path(need('csmith.h')).parent}"
    subprocess.run([need("clang-19"), "-O0", "-w", include, "-o", str(twin), str(source)], check=True, timeout=120)
    try:
        ended = subprocess.run(
            [str(twin)], capture_output=True, text=True, timeout=30 if seed in FIXED else REFERENCE_SECONDS
        )
    except subprocess.TimeoutExpired:
        return seed, ""
    assert ended.returncode == 0
    return seed, ended.stdout


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[tuple[str, int], Future[Run]]]:
    """All cases, two at a time: an emulated process waits for its compiler, and the compiler for it."""
    count, first = int(os.environ.get("REJIT_CSMITH_SEEDS", "0")), int(os.environ.get("REJIT_CSMITH_FIRST", "1"))
    seeds = range(first, first + count) if count else FIXED
    folder = tmp_path_factory.mktemp("random")
    machines = {cpu: Foreign(cpu) for cpu in CPUS}
    with ThreadPoolExecutor(2) as pool:
        expected = [found for found in pool.map(lambda seed: printed(seed, folder), seeds) if found[1]]
        futures = {}
        for cpu, times in CASES:
            own = folder / f"{cpu}-{times}"
            own.mkdir()
            futures[cpu, times] = pool.submit(Run, machines[cpu], times, dict(expected[times - 1 :: 2]), own)
        yield futures


@pytest.mark.parametrize(("cpu", "times"), CASES)
def test_checksums(runs: dict[tuple[str, int], Future[Run]], cpu: str, times: int) -> None:
    run = runs[cpu, times].result()
    found = run.done.stdout.splitlines(keepends=True)
    assert dict(zip(run.expected, found, strict=False)) == run.expected, run.done.stderr[-3000:]
    assert (run.done.returncode, len(found)) == (0, len(run.expected)), run.done.stderr[-3000:]
    *statuses, done = run.done.stderr.splitlines()
    assert [line.rpartition(" ")[2] for line in statuses] == ["0"] * len(run.expected)
    did = json.loads(done)
    assert did["recompiled"] and did["bodies_retired"]
    assert did["bodies_reclaimed"] or not import_module(f"rejit.arch.{cpu}").SEARCH
