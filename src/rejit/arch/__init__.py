"""One module a CPU, all with the same names; `host_arch` picks the one of this machine."""

from __future__ import annotations

import os
import sys

from rejit.errors import Unsupported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

SERVED = ("x86_64",)


def host_arch() -> ModuleType:
    """The module of this machine's CPU. Unsupported says what is served."""
    machine = os.uname().machine if hasattr(os, "uname") else "unknown"
    if sys.platform != "linux" or machine not in SERVED or sys.maxsize < 1 << 32:
        raise Unsupported(f"rejit runs on Linux on {', '.join(SERVED)}; this is {sys.platform} on {machine}")
    import importlib

    return importlib.import_module(f"rejit.arch.{machine}")
