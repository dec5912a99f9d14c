"""The program that is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

import debugged
from aot import Builds


@pytest.fixture
def program(builds: Builds) -> Path:
    """With debug information."""
    return debugged.made(builds, "-g")


@pytest.fixture
def stripped(builds: Builds) -> Path:
    """Without."""
    return debugged.made(builds, "-g0")
