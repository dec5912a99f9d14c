"""Random C programs from csmith on the emulated CPUs: they print the checksums that they print here, ahead of time.

csmith's types have the same sizes and byte order on all of these CPUs. CI runs twenty fixed seeds of small programs,
each lazily, and with every function recompiled at its first call or turn of a loop, and at its second. As with
differential/test_csmith.py REJIT_CSMITH_SEEDS=N runs N others instead, of csmith's own size, from REJIT_CSMITH_FIRST
(1) on.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import import_module
from itertools import zip_longest
from pathlib import Path

import pytest
from emulated_random import WAYS

from foreign import CPUS, Foreign
from tools import need

SMALL = ["--max-funcs", "5", "--max-block-depth", "3", "--max-block-size", "3", "--max-expr-complexity", "6"]
# Chosen because their programs are short, and have functions and loops.
FIXED = (2, 4, 7, 10, 12, 16, 17, 19, 23, 24, 25, 26, 27, 28, 30, 31, 36, 40, 41, 42)
REFERENCE_SECONDS = 0.5  # other seeds whose programs take longer here are left out


class Run:
    """Programs by seed as IR of a CPU, what each prints, and the emulated process that ran them in all ways."""

    def __init__(self, foreign: Foreign, expected: dict[int, str], folder: Path) -> None:
        self.expected = [(way, seed, text) for way in WAYS for seed, text in expected.items()]
        options = [f"-I{Path(need('csmith.h')).parent}"]
        texts = [str(foreign.ir(folder.parent / f"{seed}.c", folder, *options)) for seed in expected]
        self.done = foreign.run(["tests/arch/emulated_random.py", *texts], timeout=300 + 90 * len(expected))


def printed(seed: int, folder: Path) -> tuple[int, str]:
    """A seed's program, compiled here: what it prints; "" if that takes too long."""
    source, twin = folder / f"{seed}.c", folder / f"{seed}.twin"
    own = folder / f"own-{seed}"
    own.mkdir()
    command = [
        need("csmith"),
        *(SMALL if folder.name.startswith("fixed") else ()),
        "--seed",
        str(seed),
        "--output",
        str(source),
    ]
    subprocess.run(command, cwd=own, check=True)  # it leaves a platform.info where it runs
    include = f"-I{Path(need('csmith.h')).parent}"
    subprocess.run([need("clang-19"), "-O0", "-w", include, "-o", str(twin), str(source)], check=True, timeout=120)
    try:
        ended = subprocess.run(
            [str(twin)],
            capture_output=True,
            text=True,
            timeout=30 if folder.name.startswith("fixed") else REFERENCE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return seed, ""
    assert ended.returncode == 0
    return seed, ended.stdout


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Run]]]:
    """All CPUs, two at a time: an emulated process waits for its compiler, and the compiler for it."""
    count, first = int(os.environ.get("REJIT_CSMITH_SEEDS", "0")), int(os.environ.get("REJIT_CSMITH_FIRST", "1"))
    seeds = range(first, first + count) if count else FIXED
    folder = tmp_path_factory.mktemp("random" if count else "fixed")
    machines = {cpu: Foreign(cpu) for cpu in CPUS}
    with ThreadPoolExecutor(2) as pool:
        expected = dict(found for found in pool.map(lambda seed: printed(seed, folder), seeds) if found[1])
        futures = {}
        for cpu, machine in machines.items():
            own = folder / cpu
            own.mkdir()
            futures[cpu] = pool.submit(Run, machine, expected, own)
        yield futures


@pytest.mark.parametrize("cpu", CPUS)
def test_checksums(runs: dict[str, Future[Run]], cpu: str) -> None:
    run = runs[cpu].result()
    found = run.done.stdout.splitlines(keepends=True)
    wrong = [
        (case or ("more", 0))[:2] for case, line in zip_longest(run.expected, found) if not case or case[2] != line
    ]
    assert (wrong, run.done.returncode) == ([], 0), run.done.stderr[-3000:]
    *statuses, done = run.done.stderr.splitlines()
    assert [line.rpartition(" ")[2] for line in statuses] == ["0"] * len(run.expected)
    for way, did in json.loads(done).items():
        assert did["bodies_reclaimed"] or not import_module(f"rejit.arch.{cpu}").SEARCH
        assert way == "lazily" or (did["recompiled"] and did["bodies_retired"]), way
