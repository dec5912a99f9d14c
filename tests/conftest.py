"""Shared by all tests: the tools' folder on the path, and the place where compiled programs are kept."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from itertools import count
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import tools
from aot import Builds

_numbers = count()
BEGUN = Path(__file__).parent.parent / ".pytest_cache" / "begun"


def pytest_configure() -> None:
    """Started in the background of a shell (`make test &`) we have SIGINT ignored, and so would all we start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_report_header() -> list[str]:
    missing = tools.missing_packages()
    if not missing:
        return []
    where = "this is CI: " if os.environ.get("CI") else ""
    return [f"{where}tests that need tools which are not installed will FAIL: apt-get install {' '.join(missing)}"]


def pytest_runtest_logstart(nodeid: str) -> None:
    """Note which test has begun: what ends the whole process says nothing else."""
    if os.environ.get("CI"):
        with contextlib.suppress(OSError), open(BEGUN, "w") as file:
            file.write(nodeid)


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins with an empty cache of compiled code: what one compiled must not spare another compiling it."""
    monkeypatch.setenv("REJIT_CACHE_DIR", f"{tmp_path_factory.getbasetemp()}/rejit-cache-{next(_numbers):05}")


@pytest.fixture(scope="session")
def builds(request: pytest.FixtureRequest) -> Builds:
    """Compiles programs and keeps the results, by content, from one test run to the next."""
    return Builds(Path(request.config.cache.mkdir("rejit-builds")))
