"""The programs that tests need besides Python: where they are, and how to get the ones that are missing.

A missing tool never skips a test: the test fails and says what to install. `python tests/tools.py` prints the Debian
packages that are missing, for `apt-get install`.
"""

from __future__ import annotations

import os
import shutil
import sys

PACKAGES = {
    "clang-19": ("clang-19",),
    "clang++-19": ("clang-19", "g++-12"),
    "llvm-as-19": ("llvm-19",),
    "llvm-dis-19": ("llvm-19",),
    "llvm-link-19": ("llvm-19",),
    "lli-19": ("llvm-19-runtime",),
    "llvm-ar-19": ("llvm-19",),
    "csmith": ("csmith",),
    "csmith.h": ("libcsmith-dev",),
    "chromium-headless-shell": ("chromium-headless-shell",),
    "gcc": ("gcc",),
    "ar": ("binutils",),
    "as": ("binutils",),
    "objcopy": ("binutils",),
    "objdump": ("binutils",),
    "readelf": ("binutils",),
    "unshare": ("util-linux",),
    "powerpc64le-linux-gnu-as": ("binutils-powerpc64le-linux-gnu",),
    "powerpc64le-linux-gnu-ld": ("binutils-powerpc64le-linux-gnu",),
    "powerpc64le-linux-gnu-nm": ("binutils-powerpc64le-linux-gnu",),
    "powerpc64le-linux-gnu-objcopy": ("binutils-powerpc64le-linux-gnu",),
    "powerpc64le-linux-gnu-readelf": ("binutils-powerpc64le-linux-gnu",),
    "powerpc64le-linux-gnu-gcc": (
        "gcc-powerpc64le-linux-gnu",
        "libc6-dev-ppc64el-cross",
        "libstdc++-12-dev-ppc64el-cross",
    ),
    "qemu-ppc64le-static": ("qemu-user-static",),
    "aarch64-linux-gnu-as": ("binutils-aarch64-linux-gnu",),
    "aarch64-linux-gnu-ld": ("binutils-aarch64-linux-gnu",),
    "aarch64-linux-gnu-objcopy": ("binutils-aarch64-linux-gnu",),
    "aarch64-linux-gnu-gcc": ("gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross", "libstdc++-12-dev-arm64-cross"),
    "qemu-aarch64-static": ("qemu-user-static",),
    "gdb": ("gdb",),
    "perf": ("linux-perf",),
    "addr2line": ("binutils",),
}
HEADERS = {
    "csmith.h": ("/usr/include/csmith/csmith.h", "/usr/include/csmith-2.3.0/csmith.h", "/usr/local/include/csmith.h"),
}


class MissingTool(Exception):
    """A program or header that a test cannot do without; the message is the command that installs it."""


def locate(tool: str) -> str | None:
    """The tool's (or header's) absolute path, or None."""
    if tool in HEADERS:
        return next((path for path in HEADERS[tool] if os.path.exists(path)), None)
    return shutil.which(tool)


def need(tool: str) -> str:
    """The tool's absolute path. Raises MissingTool, with the apt command, where it is not installed."""
    path = locate(tool)
    if path is None:
        raise MissingTool(f"{tool} is not installed: apt-get install {' '.join(PACKAGES[tool])}   (make setup does it)")
    return path


def missing_packages() -> list[str]:
    """Debian packages that hold what is missing, each once."""
    return list(dict.fromkeys(p for tool, packages in PACKAGES.items() if locate(tool) is None for p in packages))


if __name__ == "__main__":
    print(" ".join(missing_packages()))
    sys.exit(0)
