"""What runs the IR: rejit, and the peers it is measured against."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
DRIVERS = HERE / "drivers"
LLI = "lli-19"

AOT = "AOT run"
REJIT = "rejit"


@dataclass(frozen=True, slots=True)
class Engine:
    """`command(file, program)` is how it runs a module; `program` are the arguments of the program."""

    name: str
    command: Callable[[Path, Sequence[str]], list[str]]


def python() -> str:
    """The interpreter that has llvmlite and rejit: the project's virtual environment, else this one."""
    local = ROOT / ".venv" / "bin" / "python"
    return str(local) if local.exists() else sys.executable


def find_rejit(explicit: str | None = None) -> list[str] | None:
    """How `rejit` is started, or None where it is not installed."""
    if explicit:
        return explicit.split()
    local = ROOT / ".venv" / "bin" / "rejit"
    if local.exists():
        return [str(local)]
    installed = shutil.which("rejit")
    return [installed] if installed else None


def lli(*options: str) -> Callable[[Path, Sequence[str]], list[str]]:
    return lambda file, program: [LLI, *options, str(file), *program]


def mcjit_eager(file: Path, program: Sequence[str]) -> list[str]:
    return [python(), str(DRIVERS / "mcjit_eager.py"), str(file), *program]


def rejit(start: Sequence[str]) -> Engine:
    return Engine(REJIT, lambda file, program: [*start, "run", "--no-cache", str(file), *program])


def aot(executable: Path) -> Engine:
    return Engine(AOT, lambda file, program: [str(executable), *program])


LLI_MCJIT_O0 = Engine("lli mcjit -O0", lli("-jit-kind=mcjit", "-O0"))
LLI_MCJIT_O2 = Engine("lli mcjit -O2", lli("-jit-kind=mcjit", "-O2"))
LLI_ORC_LAZY = Engine("lli orc-lazy", lli("-jit-kind=orc-lazy", "-O0"))
LLVMLITE = Engine("llvmlite -O0", mcjit_eager)
LLI_ENGINES = (LLI_MCJIT_O0, LLI_MCJIT_O2, LLI_ORC_LAZY)
PEERS = (*LLI_ENGINES, LLVMLITE)
