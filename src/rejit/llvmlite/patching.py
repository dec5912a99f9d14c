"""patch() and unpatch(): a package that drives llvmlite runs on rejit, unchanged.

llvmlite's functions are replaced wherever they are held under a module's name: in llvmlite.binding and its modules, and
in every module that has imported them already (`from llvmlite.binding import create_mcjit_compiler`).
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from types import ModuleType, TracebackType
from typing import Any

import llvmlite.binding as llvm

from rejit.llvmlite import engine, orc

_undo: list[tuple[dict[str, Any], str, Any, Any]] = []  # (a module's names, the name, what it was, what it is)
_before: list[ModuleType] = []  # the modules there were at the patch


class Patched:
    """What patch() returns: leaving it as a context manager undoes the patch."""

    def __enter__(self) -> Patched:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        unpatch()


def patch(**steps: Any) -> Patched:
    """Let create_mcjit_compiler, create_lljit_compiler, JITLibraryBuilder and check_jit_execution be rejit's.

    steps  keywords for every create_mcjit_compiler: lazy, tiered, workers, opt

    Engines that exist already stay llvmlite's. A second patch replaces the first.
    """
    unpatch()
    _before.extend(sys.modules.values())
    create = functools.partial(engine.create_mcjit_compiler, **steps) if steps else engine.create_mcjit_compiler
    _replace(
        {
            id(llvm.create_mcjit_compiler): create,
            id(llvm.check_jit_execution): engine.check_jit_execution,
            id(llvm.create_lljit_compiler): orc.create_lljit_compiler,
            id(llvm.JITLibraryBuilder): orc.JITLibraryBuilder,
            # The classes too: some take their methods from there (`llvm.ExecutionEngine.finalize_object(engine)`).
            id(llvm.ExecutionEngine): engine.ExecutionEngine,
            id(llvm.LLJIT): orc.LLJIT,
            id(llvm.ResourceTracker): orc.ResourceTracker,
        },
        sys.modules,
    )
    return Patched()


def _replace(replacements: dict[int, Any], modules: Mapping[str, ModuleType]) -> None:
    for name, module in list(modules.items()):
        names = getattr(module, "__dict__", None)
        if not isinstance(names, dict) or name == "rejit" or name.startswith("rejit."):
            continue
        for key, value in list(names.items()):
            new = replacements.get(id(value))
            if new is not None:
                _undo.append((names, key, value, new))
                names[key] = new


def unpatch() -> None:
    """Put llvmlite's own back. Engines made meanwhile go on as they are."""
    done = _undo[::-1]
    for names, key, value, _ in done:
        names[key] = value
    if done:  # modules that were imported meanwhile took rejit's; one there was before may have them by right
        before = {id(module) for module in _before}
        since = {name: module for name, module in sys.modules.items() if id(module) not in before}
        _replace({id(new): value for _, _, value, new in done}, since)
    _undo.clear()
    _before.clear()
