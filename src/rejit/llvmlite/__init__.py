"""llvmlite's engines, on rejit."""

from rejit.llvmlite.engine import ExecutionEngine, check_jit_execution, create_mcjit_compiler
from rejit.llvmlite.orc import create_lljit_compiler, JITLibraryBuilder
