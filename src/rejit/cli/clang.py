"""C and C++ sources through clang, where there is one."""

from __future__ import annotations

import os
import shutil

from rejit.errors import InputError

NAMES = ("clang", *(f"clang-{n}" for n in range(22, 14, -1)))


def compile_source(path: str) -> bytes:
    """The bitcode of a C or C++ file: optimisable, not optimised. InputError with clang's messages."""
    import subprocess

    if not os.path.exists(path):
        raise InputError(f"{path}: No such file or directory")
    clang = next(filter(None, map(shutil.which, NAMES)), None)
    if clang is None:
        raise InputError(
            f"{path}: compiling it needs clang; install it (apt install clang), or give LLVM IR (.ll, .bc)"
        )
    command = [clang, "-O2", "-Xclang", "-disable-llvm-passes", "-emit-llvm", "-c", path, "-o", "-"]
    if not path.endswith(".c"):
        command.insert(1, "-std=c++20")
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        raise InputError(f"{path}: clang failed:\n{done.stderr.decode('utf-8', 'replace').rstrip()}")
    os.write(2, done.stderr)
    return done.stdout
