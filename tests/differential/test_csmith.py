"""Random C programs from csmith: `rejit run` prints the checksum that the ahead-of-time executable prints.

CI runs forty fixed seeds. REJIT_CSMITH_SEEDS=N runs N others instead (`make fuzz`), from REJIT_CSMITH_FIRST (1) on.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import tools
from aot import Builds, describe_status, rejit_run, run

# Chosen because their programs end within a fraction of a second.
FIXED = [
    *(1, 3, 7, 8, 12, 19, 23, 24, 28, 31, 36, 37, 40, 41, 44, 48, 50, 53, 59, 61),
    *(62, 67, 70, 85, 86, 92, 99, 106, 110, 111, 127, 135, 136, 147, 149, 153, 157, 170, 172, 173),
]
LEVELS = ("noopt", "O0", "O3")
MODES = ((), ("--workers", "0"), ("--eager",), ("--workers", "1"))
# With every function recompiled at its first or second call or turn of a loop.
HOT_MODES = tuple(
    ("--hot-calls", times, "--hot-loops", times, "--recompile", how, "--calls", calls)
    for times in "12"
    for how in ("sync", "background")
    for calls in ("direct", "slot")
)
REFERENCE_SECONDS = 2.0


def seeds() -> list[int]:
    count = int(os.environ.get("REJIT_CSMITH_SEEDS", "0"))
    first = int(os.environ.get("REJIT_CSMITH_FIRST", "1"))
    return list(range(first, first + count)) if count else list(FIXED)


def generate(seed: int, folder: Path) -> Path:
    """csmith's program for that seed. Without --float: its casts from float to int are often undefined behaviour."""
    source = folder / f"seed{seed}.c"
    command = [tools.need("csmith"), "--seed", str(seed), "--output", str(source)]
    subprocess.run(command, cwd=folder, check=True)  # it leaves a platform.info where it runs
    return source


def hot_cases() -> list[object]:
    """Every seed in every tiered mode. Without `-m slow` every fourth seed, each in one mode, so that all occur."""
    return [
        pytest.param(
            seed,
            mode,
            id=f"{seed}-{'-'.join(mode[3::2])}",
            marks=[] if place % 4 == 0 and number == place // 4 % len(HOT_MODES) else [pytest.mark.slow],
        )
        for place, seed in enumerate(seeds())
        for number, mode in enumerate(HOT_MODES)
    ]


@pytest.mark.parametrize("seed", seeds())
def test_checksum(builds: Builds, tmp_path: Path, seed: int) -> None:
    """The front-end level and the way rejit runs follow from the seed: its number repeats a failure."""
    compare(builds, tmp_path, seed, MODES[seed // 3 % len(MODES)])


@pytest.mark.parametrize(("seed", "mode"), hot_cases())
def test_checksum_while_functions_are_replaced(
    builds: Builds, tmp_path: Path, seed: int, mode: tuple[str, ...]
) -> None:
    compare(builds, tmp_path, seed, mode)


def compare(builds: Builds, tmp_path: Path, seed: int, mode: tuple[str, ...]) -> None:
    source = generate(seed, tmp_path)
    level = LEVELS[seed % len(LEVELS)]
    include = Path(tools.need("csmith.h")).parent
    # Seeds of a fuzzing run do not come again: their builds are not kept.
    kept = builds if seed in FIXED else Builds(tmp_path)
    ir = kept.ir(source, level, [f"-I{include}"])
    expected = run([kept.executable([ir], level)], timeout=REFERENCE_SECONDS)
    if expected.status is None and seed not in FIXED:
        pytest.skip(f"seed {seed} does not end within {REFERENCE_SECONDS:g} s")
    actual = run(rejit_run(mode, ir), timeout=90)
    assert actual.status == expected.status, (
        f"{describe_status(actual.status)}\n{actual.stderr.decode('latin-1')[-3000:]}"
    )
    assert actual.stdout == expected.stdout, f"{ir}\n{actual.stderr.decode('latin-1')[-3000:]}"
