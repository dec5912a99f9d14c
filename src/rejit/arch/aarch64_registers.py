"""What AArch64's machine code has to know of the CPU it runs on, and how scalable registers are saved."""

from __future__ import annotations

from rejit.arch import aarch64_code as asm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from rejit.arch.code import Code

_HWCAP = 16  # AT_HWCAP
_SVE = 1 << 22
# HWCAP bits (Linux, "ARM64 ELF hwcaps") and what LLVM calls the extensions.
_FEATURES = {
    3: "aes", 6: "sha2", 7: "crc", 8: "lse", 10: "fullfp16", 12: "rdm", 13: "jsconv", 14: "complxnum", 15: "rcpc",
    17: "sha3", 20: "dotprod", 22: "sve", 23: "fp16fml",
}  # fmt: skip


def hwcap() -> int:
    """The kernel's AT_HWCAP; 0 elsewhere than on AArch64."""
    import os

    if os.uname().machine != "aarch64":
        return 0
    import ctypes

    getauxval = ctypes.CDLL(None).getauxval
    getauxval.restype = ctypes.c_ulong
    getauxval.argtypes = (ctypes.c_ulong,)
    return int(getauxval(_HWCAP))


def has_sve() -> bool:
    """Whether there are Z and P registers."""
    return bool(hwcap() & _SVE)


def features() -> str:
    """The CPU's extensions in LLVM's form, besides those that every AArch64 has."""
    have = hwcap()
    return ",".join(f"+{name}" for bit, name in _FEATURES.items() if have >> bit & 1)


def vectors(c: Code, z: Callable[[int, int, int], int], p: Callable[[int, int, int], int]) -> None:
    """Save (`str_z`, `str_p`) z0-z31 and p0-p15 below the stack pointer, which moves down, or take them back (`ldr_z`,
    `ldr_p`). 34 VL: the frame in use must be known by another register. x2 is lost."""
    saves = z is asm.str_z
    if saves:
        c.put(asm.addvl(asm.SP, asm.SP, -17), asm.addvl(asm.SP, asm.SP, -17))
    c.put(asm.addvl(2, asm.SP, 31), asm.addvl(2, 2, 1))
    c.put(*(z(n, asm.SP, n) for n in range(32)))
    c.put(*(p(n, 2, n) for n in range(16)))
    if not saves:
        c.put(asm.addvl(asm.SP, asm.SP, 17), asm.addvl(asm.SP, asm.SP, 17))
