"""`pytest -p rejit.llvmlite.pytest_plugin`: a package's own tests, its llvmlite engines on rejit.

REJIT_LLVMLITE=eager|lazy|workers=N   how modules are compiled; eager, as llvmlite does, if it is not set
"""

from __future__ import annotations

import os
from typing import Any

from rejit.llvmlite import patch


def _steps(mode: str) -> dict[str, Any]:
    name, _, value = mode.partition("=")
    if name in ("", "eager"):
        return {}
    if name == "lazy":
        return {"lazy": True}
    if name == "workers" and value.isdigit():
        return {"workers": int(value)}
    raise ValueError(f"REJIT_LLVMLITE={mode}: eager, lazy, or workers=N")


_mode = os.environ.get("REJIT_LLVMLITE", "")
patch(**_steps(_mode))  # at import, which pytest does before it imports the package under test


def pytest_report_header() -> str:
    return f"llvmlite's engines run on rejit ({_mode or 'eager'})"
