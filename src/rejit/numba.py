"""Numba on rejit: experimental.

    import rejit.numba
    rejit.numba.enable()          before or after `import numba`, but before the first function is compiled

Numba's code library then loads its objects through rejit.llvmlite: same TargetMachine, same objects, rejit's linker and
code memory. What works: @jit, @njit, @vectorize, @guvectorize, @cfunc, exceptions, typed containers, parallel=True,
cache=True (Numba's cache takes whole objects). What is not there: code is not freed with its dispatcher (Numba itself
never removes a module from its engine), and profiling and GDB events are not sent.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rejit.errors import RejitError

if TYPE_CHECKING:
    from types import ModuleType

METHODS = ("set_object_cache", "finalize_object", "get_function_address", "get_global_value_address")


class TooLate(RejitError):
    """Numba has made its engine already."""


def enable() -> None:
    """Let Numba's engine be rejit's, in this process. TooLate once Numba has compiled something."""
    from rejit.llvmlite import patch

    codegen = sys.modules.get("numba.core.codegen")
    if codegen is not None and _engine_exists():
        raise TooLate("rejit.numba.enable() comes before the first function that Numba compiles")
    patch()
    if codegen is not None:
        _forward(codegen)


def _engine_exists() -> bool:
    registry = sys.modules.get("numba.core.registry")
    target = getattr(getattr(registry, "cpu_target", None), "__dict__", {})
    return "_toplevel_target_context" in target


def _forward(codegen: ModuleType) -> None:
    """Numba took the methods from llvmlite's class when it was imported; now each call finds its engine's own."""

    def forward(name: str) -> Any:
        return lambda self, *args, **kwargs: getattr(self._ee, name)(*args, **kwargs)

    for name in METHODS:
        setattr(codegen.JitEngine, name, forward(name))
