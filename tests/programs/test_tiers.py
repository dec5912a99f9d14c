"""The programs in tiers/ while their functions are replaced: which of them were, and that nobody could tell.

`//! recompiled: NAME` (or `not NAME`) says what must become of a function.
That they print what they should is tested in every mode by test_programs.py.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_programs import PROGRAMS, Program, reference

from aot import Builds, rejit_run
from rejit import HotPolicy, Session

TIERED = [program for program in PROGRAMS if program.path.parent.name == "tiers"]
FIGURES = {"recompiled", "hot_triggers", "redirects", "call_sites_patched", "recompile_failures", "queue_max"}
FIGURES |= {"bodies_retired", "retired_bytes"}
HOT = ("--hot-calls", "1", "--hot-loops", "1")


def run_with_figures(builds: Builds, program: Program, folder: Path, *options: str) -> dict[str, int]:
    """The figures of a run whose output was right."""
    figures = folder / "figures.json"
    arguments = ["--stats", str(figures), *options]
    for library in program.load:
        arguments += ["--load", library]
    expected = reference(builds, program, program.levels[0])
    done = program.run(rejit_run(arguments, program.irs(builds, program.levels[0])[0], program.arguments), 3)
    assert (done.status, done.stdout, done.stderr) == (expected.status, expected.stdout, expected.stderr)
    found: dict[str, int] = json.loads(figures.read_text())
    assert found.keys() >= FIGURES
    return found


@pytest.mark.parametrize("calls", ["direct", "slot"])
@pytest.mark.parametrize("program", TIERED, ids=lambda program: program.path.stem)
def test_functions_are_replaced_at_their_first_call(
    builds: Builds, program: Program, calls: str, tmp_path: Path
) -> None:
    figures = run_with_figures(builds, program, tmp_path, *HOT, "--recompile", "sync", "--calls", calls)
    assert figures["recompiled"] >= 1 and figures["redirects"] == figures["recompiled"] == figures["bodies_retired"]
    assert figures["recompile_failures"] == 0
    if calls != "direct":
        assert figures["call_sites_patched"] == 0


RECLAIMED = {"retired_frames", "setjmp", "recursion", "qsort"}  # of which something is free before the end
SMOKE = {*RECLAIMED, "exceptions", "threads"}  # the rest with -m slow
RECLAIMED_MATRIX = [
    pytest.param(p, id=p.path.stem, marks=[] if p.path.stem in SMOKE else [pytest.mark.slow]) for p in TIERED
]


@pytest.mark.parametrize("recompile", ["sync", "background"])
@pytest.mark.parametrize("program", RECLAIMED_MATRIX)
def test_replaced_bodies_are_looked_for_at_every_chance(
    builds: Builds, program: Program, recompile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REJIT_RECLAIM", "always")
    figures = run_with_figures(builds, program, tmp_path, *HOT, "--no-cache", "--recompile", recompile)
    if recompile == "sync" and program.path.stem in RECLAIMED:
        assert figures["bodies_reclaimed"] >= 1


NAMED = [p for p in TIERED if "//! recompiled:" in p.path.read_text()]


@pytest.mark.parametrize("program", NAMED, ids=lambda program: program.path.stem)
def test_which_function_is_replaced(builds: Builds, program: Program, capfd: pytest.CaptureFixture[str]) -> None:
    """An interpreter whose labels are stored keeps its body; one with a constant table does not."""
    negation, name = re.findall(r"^//! recompiled: (not )?(\w+)$", program.path.read_text(), re.MULTILINE)[0]
    replaced: list[str] = []
    with Session(workers=0, recompile="sync", policy=HotPolicy(calls=1, loops=1)) as jit:
        jit.on("redirected", lambda module, function, level: replaced.append(function))
        library = jit.add(program.irs(builds, program.levels[0])[0])
        assert library.run_main() == program.status
        assert library[name].tier == 3
    assert replaced and (name in replaced) != bool(negation)
    assert capfd.readouterr().out.encode() == reference(builds, program, program.levels[0]).stdout


def test_direct_calls_are_patched(builds: Builds, tmp_path: Path) -> None:
    """A caller that was replaced before its callee calls the stub, until the callee is replaced too."""
    (program,) = (p for p in TIERED if p.path.stem == "recursion")
    figures = run_with_figures(builds, program, tmp_path, *HOT, "--recompile", "sync", "--calls", "direct")
    assert figures["call_sites_patched"] >= 1


@pytest.mark.parametrize("level", ["0", "1", "2", "3"])
def test_one_tier_only(builds: Builds, tmp_path: Path, level: str) -> None:
    (program,) = (p for p in TIERED if p.path.stem == "recursion")
    figures = run_with_figures(builds, program, tmp_path, "--tiers", level)
    assert figures["recompiled"] == figures["hot_triggers"] == 0


def test_a_long_activation_asks_once(builds: Builds, tmp_path: Path) -> None:
    """One that was found hot goes on in its body, and is not found hot at every turn of its loop."""
    (program,) = (p for p in TIERED if p.path.stem == "long_loop")
    options = ("--hot-calls", "1000000", "--hot-loops", "1", "--recompile", "sync")
    figures = run_with_figures(builds, program, tmp_path, *options)
    assert 2 <= figures["hot_triggers"] <= 10 and figures["recompiled"] == 2


def test_off(builds: Builds, tmp_path: Path) -> None:
    (program,) = (p for p in TIERED if p.path.stem == "long_loop")
    figures = run_with_figures(builds, program, tmp_path, *HOT, "--recompile", "off")
    assert figures["recompiled"] == figures["hot_triggers"] == 0
