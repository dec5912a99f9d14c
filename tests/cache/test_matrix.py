"""The smoke programs behave as ahead-of-time compiled whatever the state of the cache: cold, warm, poisoned."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from aot import Builds, rejit_run
from rejit.cache.care import inventory


def _programs() -> ModuleType:
    path = Path(__file__).parent.parent / "programs" / "test_programs.py"
    specification = importlib.util.spec_from_file_location("programs_for_the_cache", path)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


PROGRAMS = _programs()
SMOKE = [program for program in PROGRAMS.PROGRAMS if program.smoke]
MODES = [("--workers", "1"), ("--workers", "1"), ("--workers", "0")]  # in turns: each program takes seconds


def poison(cache: Path, seed: int) -> None:
    """Flip a bit in every 97th byte of all that is kept, the key of the cache left whole."""
    for one in inventory(str(cache)):
        try:
            content = bytearray(Path(one.path).read_bytes())
            for at in range(seed % 97, len(content), 97):
                content[at] ^= 1 << at % 8
            Path(one.path).write_bytes(content)
        except FileNotFoundError:
            pass  # a server of the run before is still at work


@pytest.mark.parametrize(("number", "program"), list(enumerate(SMOKE)), ids=lambda value: getattr(value, "name", ""))
def test_whatever_the_state_of_the_cache(builds: Builds, number: int, program: object, tmp_path: Path) -> None:
    level = program.levels[0]  # type: ignore[attr-defined]
    expected = PROGRAMS.reference(builds, program, level)
    irs = program.irs(builds, level)  # type: ignore[attr-defined]
    cache = tmp_path / "cache"
    options = [*MODES[number % len(MODES)], "--cache-dir", str(cache)]
    for library in program.load:  # type: ignore[attr-defined]
        options += ["--load", library]
    for part in irs[1:]:
        options += ["--extra-module", str(part)]
    for run, state in enumerate(("cold", "warm", "poisoned", "warm")):
        if state == "poisoned":
            poison(cache, 31 * run)
        actual = program.run(rejit_run(options, irs[0], program.arguments))  # type: ignore[attr-defined]
        assert (actual.status, actual.stdout) == (expected.status, expected.stdout), f"run {run}, {state}"
