"""llvmlite's engines, on rejit: change one import, or patch a package that you cannot change.

    from rejit.llvmlite import create_mcjit_compiler, create_lljit_compiler, JITLibraryBuilder

The signatures and what they mean are llvmlite's; docs/from-llvmlite.md has what is better and what is not served, which
raises NotImplementedError. Where rejit does not run, the same names give llvmlite's own engines.
"""

from __future__ import annotations

from rejit import _served

if _served():
    from rejit.llvmlite.engine import ExecutionEngine, check_jit_execution, create_mcjit_compiler
    from rejit.llvmlite.orc import LLJIT, JITLibraryBuilder, ResourceTracker, create_lljit_compiler
    from rejit.llvmlite.patching import patch, unpatch
else:
    from rejit.llvmlite.elsewhere import (
        LLJIT,
        ExecutionEngine,
        JITLibraryBuilder,
        ResourceTracker,
        check_jit_execution,
        create_lljit_compiler,
        create_mcjit_compiler,
        patch,
        unpatch,
    )

__all__ = [
    "LLJIT",
    "ExecutionEngine",
    "JITLibraryBuilder",
    "ResourceTracker",
    "check_jit_execution",
    "create_lljit_compiler",
    "create_mcjit_compiler",
    "patch",
    "unpatch",
]
