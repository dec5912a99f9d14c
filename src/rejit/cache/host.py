"""What decides the code besides the module, known without loading LLVM: the CPU, the compiler, rejit itself."""

from __future__ import annotations

import os
import sys

from rejit.arch import SERVED
from rejit.cache.seal import digest

# What takes part in making a piece out of a module's text: a change of these makes other code. P's own part (linker,
# stubs) works on what is kept, and `manifest.FORMAT` stands for its form.
SOURCES = (
    "arch/relocation.py",
    *(f"arch/{name}_relocations.py" for name in SERVED),  # of all, since programs elsewhere compare it
    "cache/keys.py",
    "compile/backend.py",
    "compile/cached.py",
    "compile/transforms.py",
    "compile/worker.py",
    "ir",
    "link/blob.py",
    "link/components.py",
    "link/eh_frame.py",
    "link/elf.py",
    "link/pieces.py",
    "tiers.py",
)
# Of all kernels: each has its own.
_CPU_LINES = (
    *(b"vendor_id", b"cpu family", b"model", b"stepping", b"flags", b"cpu", b"revision", b"Features"),
    *(b"CPU implementer", b"CPU architecture", b"CPU variant", b"CPU part", b"CPU revision"),
)

_known: dict[str, bytes] = {}


def own_sources() -> bytes:
    """The hash of rejit's sources that decide what code is made."""
    found = _known.get("sources")
    if found is None:
        root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        parts = []
        for name in SOURCES:
            path = f"{root}/{name}"
            files = (
                [path] if name.endswith(".py") else sorted(f"{path}/{f}" for f in os.listdir(path) if f[-3:] == ".py")
            )
            for file in files:
                with open(file, "rb", buffering=0) as opened:
                    content = opened.read()
                parts.append(b"%d %s " % (len(content), os.path.basename(file).encode()) + content)
        found = _known["sources"] = digest(b"".join(parts))
    return found


def _cpu_lines() -> dict[bytes, bytes]:
    """What /proc/cpuinfo says of the first processor: on a machine of 128 the whole file takes milliseconds."""
    try:
        descriptor = os.open("/proc/cpuinfo", os.O_RDONLY | os.O_CLOEXEC)
        try:
            text = os.read(descriptor, 1 << 14)
        finally:
            os.close(descriptor)
    except OSError:
        return {b"unknown": os.urandom(16)}  # like no other machine
    lines = (line.partition(b":") for line in text.partition(b"\n\n")[0].split(b"\n"))
    return {name.strip(): value.strip() for name, _, value in lines if name.strip() in _CPU_LINES}


def cpu() -> bytes:
    """The hash of what the kernel says of this machine's CPU: the same hash, the same features for LLVM to find."""
    found = _known.get("cpu")
    if found is None:
        found = _known["cpu"] = digest(repr(sorted(_cpu_lines().items())).encode())
    return found


def cpu_flags() -> frozenset[str]:
    """What this machine's CPU can do, in the kernel's words."""
    lines = _cpu_lines()
    return frozenset(lines.get(b"flags", lines.get(b"Features", b"")).decode().split())


def llvmlite_version() -> str:
    """Of the llvmlite that is installed, "" if none is; it is not imported."""
    for folder in sys.path:
        try:
            with open(f"{folder or '.'}/llvmlite/_version.py", encoding="utf-8") as opened:
                return opened.read().partition("version_version = '")[2].partition("'")[0]
        except OSError:
            continue
    return ""


def compiler() -> bytes:
    """The hash of which llvmlite is installed: its version file and the size of its library. b"" if none is found.

    llvmlite cannot be asked: importing it loads LLVM."""
    found = _known.get("compiler")
    if found is None:
        found = b""
        for folder in sys.path:
            try:
                with open(f"{folder or '.'}/llvmlite/_version.py", "rb", buffering=0) as opened:
                    version = opened.read()
                library = os.stat(f"{folder or '.'}/llvmlite/binding/libllvmlite.so").st_size
            except OSError:
                continue
            found = digest(b"%d %s" % (library, version))
            break
        _known["compiler"] = found
    return found
