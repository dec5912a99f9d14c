"""One module a CPU, all with the same names; `host_arch` picks the one of this machine.

`target_arch` is the one that code is compiled for: another only in a compile server of a program elsewhere."""

from __future__ import annotations

import os
import sys

from rejit.errors import Unsupported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

SERVED = ("x86_64", "aarch64", "ppc64le")

# What an ELF file's e_machine stands for, of CPUs that one is likely to meet.
ELF_MACHINES = {3: "i386", 8: "MIPS", 20: "PowerPC", 21: "PowerPC64", 22: "s390x", 40: "ARM", 62: "x86-64"}
ELF_MACHINES |= {183: "AArch64", 243: "RISC-V", 258: "LoongArch"}

# The words behind the support block of every CPU, in this order.
SUPPORT_WORDS = (
    "blocked",
    "errno_location",
    "pthread_setcancelstate",
    "callback",
    "format",
    "format_raised",
    "abort",
    "_Unwind_ForcedUnwind",
    "_Unwind_GetIP",
    "_Unwind_GetGR",
    "_Unwind_GetCFA",
    "PyGILState_Ensure",
    "PyGILState_Release",
    "PyObject_CallFunction",
    "PyLong_AsUnsignedLongLong",
    "PyErr_Fetch",
    "PyErr_NormalizeException",
    "PyEval_SaveThread",
    "PyEval_RestoreThread",
    "PyErr_SetObject",
    "Py_DecRef",
)
SUPPORT_CONSTANTS = {
    "format": 0x6B49,  # "Ik": an unsigned int, an unsigned long
    "format_raised": 0x4F6B49,  # "IkO": and an object
    # But the synchronous, and 33: glibc changes the user of all threads with it, and may wait for them with the GIL.
    "blocked": ~sum(1 << (n - 1) for n in (4, 5, 6, 7, 8, 11, 31, 33)) & (1 << 64) - 1,
}

_target: ModuleType | None = None


def host_name() -> str:
    """What the kernel calls this machine's CPU."""
    return os.uname().machine if hasattr(os, "uname") else "unknown"


def map_noreserve() -> int:
    """mmap's MAP_NORESERVE on this machine: the one flag that not all CPUs have from asm-generic/mman-common.h."""
    return 0x40 if host_name().startswith("ppc") else 0x4000


def host_arch() -> ModuleType:
    """The module of this machine's CPU. Unsupported says what is served, and what it takes to serve another."""
    machine = host_name()
    if sys.platform != "linux" or machine not in SERVED or sys.maxsize < 1 << 32:
        text = f"rejit runs on Linux on {', '.join(SERVED)}; this is {sys.platform} on {machine}"
        if sys.platform == "linux" and machine not in SERVED:
            text += f" (a port is src/rejit/arch/{machine}.py, which must pass tests/arch/contract.py: docs/porting.md)"
        raise Unsupported(text)
    return _module(machine)


def _module(name: str) -> ModuleType:
    import importlib

    return importlib.import_module(f"rejit.arch.{name}")


def host_types() -> ModuleType:
    """The relocation types of this machine's CPU."""
    return _module(f"{host_arch().NAME}_relocations")


def interrupt_arch(name: str) -> ModuleType | None:
    """What Ctrl-C does on a CPU (rejit.runtime.interrupt), which a program that nobody interrupts never loads; None if
    it has nothing for that."""
    try:
        return _module(f"{name}_interrupt")
    except ModuleNotFoundError:
        return None


def target_types() -> ModuleType:
    """Those of the CPU that this process compiles for."""
    return _module(f"{target_arch().NAME}_relocations")


def target_arch() -> ModuleType:
    """The module of the CPU that this process compiles for."""
    global _target
    if _target is None:
        _target = host_arch()
    return _target


def set_target(name: str) -> ModuleType:
    """Compile for another CPU from now on, one of SERVED."""
    global _target
    assert name in SERVED
    _target = _module(name)
    return _target
