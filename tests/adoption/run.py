"""Packages from PyPI, unchanged, and their own tests: with llvmlite's engines, and with rejit's through the plug-in.

    python tests/adoption/run.py [hanajit] [lleaves] [numba]

Installs each package in a virtual environment of its own under build/adoption, runs its tests twice, and prints a
table. A failure that only rejit has makes the status 1. Long, and it downloads: not part of the default test run.

hanajit  its tests come with its source distribution
lleaves  comes without tests: check_lleaves.py trains LightGBM models and compares predictions (lleaves_shim.py has what
         newer llvmlites lack)
numba    some of numba.tests, by unittest, after rejit.numba.enable()
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build" / "adoption"
SECONDS = 1200  # a run may take

HANAJIT = "hanajit==0.24.0"
NUMBA_TESTS = ("test_cfunc", "test_recursion", "test_closure")
NUMBA_RUN = """
import sys, unittest, warnings
if __name__ == "__main__":
    if sys.argv[1] == "rejit":
        import rejit.numba
        rejit.numba.enable()
    warnings.simplefilter("ignore")
    loader = unittest.defaultTestLoader
    suite = unittest.TestSuite(loader.loadTestsFromName(f"numba.tests.{name}") for name in sys.argv[2:])
    result = unittest.TextTestRunner(verbosity=0).run(suite)
    for test, _ in (*result.failures, *result.errors):
        print("FAILED", test.id())
    bad = len(result.failures) + len(result.errors)
    print(f"{bad} failed, {result.testsRun - bad - len(result.skipped)} passed, {len(result.skipped)} skipped")
"""


def environment(name: str, *packages: str, alone: tuple[str, ...] = ()) -> Path:
    """The python of a virtual environment with packages; `alone` ones without what they depend on."""
    folder = BUILD / name
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "llvmlite>=0.46", "pytest", *packages], check=True)
        if alone:
            subprocess.run([*pip, "--no-deps", *alone], check=True)
        (folder / "ready").touch()
    return python


def outcome(python: Path, arguments: list[str], folder: Path) -> tuple[dict[str, int], set[str]]:
    """Counts and the names of failed tests of one run."""
    paths = os.pathsep.join([str(ROOT / "src"), str(HERE)])
    log = folder / "log.txt"
    with open(log, "w") as file:
        try:
            subprocess.run(
                [python, "-X", "faulthandler", *arguments],
                cwd=folder,
                env={**os.environ, "PYTHONPATH": paths},
                stdout=file,
                stderr=subprocess.STDOUT,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            print(f"timed out: see {log}")
    text = log.read_text(errors="replace")
    counts = {kind: int(number) for number, kind in re.findall(r"(\d+) (passed|failed|skipped|errors?)\b", text[-400:])}
    return counts, set(re.findall(r"^(?:FAILED|ERROR) (\S+)", text, re.MULTILINE))


def hanajit(engine: str) -> tuple[dict[str, int], set[str]]:
    python = environment("hanajit", "numpy", "scipy", HANAJIT)
    source = BUILD / "hanajit-source"
    if not source.exists():
        subprocess.run(
            [python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "-d", BUILD, HANAJIT],
            check=True,
        )
        (archive,) = BUILD.glob("hanajit-*.tar.gz")
        with tarfile.open(archive) as opened:
            opened.extractall(BUILD / "unpacked", filter="data")
        # The tests alone: beside them the package would be imported from here.
        next((BUILD / "unpacked").glob("hanajit-*/tests")).rename(source)
    return outcome(python, pytest_for(engine, "."), source)


def lleaves(engine: str) -> tuple[dict[str, int], set[str]]:
    python = environment("lleaves", "lightgbm", alone=("lleaves==1.3.0",))
    return outcome(python, pytest_for(engine, str(HERE / "check_lleaves.py")), BUILD)


def numba(engine: str) -> tuple[dict[str, int], set[str]]:
    python = environment("numba", "numba")
    script = BUILD / "numba_run.py"
    script.write_text(NUMBA_RUN)
    return outcome(python, [str(script), engine, *NUMBA_TESTS], BUILD)


def pytest_for(engine: str, what: str) -> list[str]:
    plugin = ["-p", "rejit.llvmlite.pytest_plugin"] if engine == "rejit" else []
    return ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "ignore", "-c", os.devnull, *plugin, what]


def main() -> int:
    packages = {"hanajit": hanajit, "lleaves": lleaves, "numba": numba}
    chosen = sys.argv[1:] or list(packages)
    BUILD.mkdir(parents=True, exist_ok=True)
    rows, status = [], 0
    for name in chosen:
        theirs, known = packages[name]("llvmlite")
        ours, failed = packages[name]("rejit")
        only = failed - known
        status |= bool(only) or not ours.get("passed")
        rows.append((name, theirs, ours, ", ".join(sorted(only)) or "none"))
    print("| package | llvmlite: passed, failed, skipped | rejit: passed, failed, skipped | fails with rejit only |")
    print("|---|---|---|---|")
    for name, theirs, ours, only in rows:
        cells = [
            ", ".join(str(counts.get(kind, 0)) for kind in ("passed", "failed", "skipped")) for counts in (theirs, ours)
        ]
        print(f"| {name} | {' | '.join(cells)} | {only} |")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
