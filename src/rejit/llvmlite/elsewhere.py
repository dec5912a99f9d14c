"""The names of rejit.llvmlite where rejit does not run: llvmlite's own, which take rejit's keywords and ignore them."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import llvmlite.binding as llvm
from llvmlite.binding import (
    LLJIT,
    ExecutionEngine,
    JITLibraryBuilder,
    ResourceTracker,
    check_jit_execution,
    create_lljit_compiler,
)

__all__ = ["LLJIT", "ExecutionEngine", "JITLibraryBuilder", "ResourceTracker", "check_jit_execution"]
__all__ += ["create_lljit_compiler", "create_mcjit_compiler", "patch", "unpatch"]


def create_mcjit_compiler(
    module: Any,
    target_machine: Any,
    use_lmm: bool | None = None,
    **steps: Any,
) -> Any:
    """llvmlite's own engine: eager, by the target machine's level, whatever `steps` (lazy, tiered and so on) say."""
    return llvm.create_mcjit_compiler(module, target_machine, use_lmm)


def patch(**steps: Any) -> Any:
    """Nothing to replace: packages run on llvmlite's own engines."""
    return nullcontext()


def unpatch() -> None:
    """Nothing was replaced."""
