"""Intake: from what the user gives to IR text in LLVM's printed form and its index.

Text that LLVM printed is indexed as it stands; everything else (bitcode, edited text, llvmlite's objects) is printed by
LLVM once, in a worker.
"""

from __future__ import annotations

import os
import stat

from rejit.errors import InputError, NotCanonical, NotIR, TypedPointers, WrongTarget
from rejit.ir.index import ModuleIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any, TypeAlias

    Origin: TypeAlias = tuple[str, tuple[int, ...]]  # a path, and what `identity_of` said of the file

LARGE = 1 << 20  # bytes
BLANK = b" \t\r\n\0"
BITCODE = (b"BC\xc0\xde", b"\xde\xc0\x17\x0b")
_OTHER_FORMS = {
    b"\x7fELF": "an ELF file; add_object() takes relocatable objects",
    b"!<arch>": "an archive",
    b"\x7f\x45\x4c": "an ELF file",
    b"\xca\xfe\xba\xbe": "a Mach-O file or Java class",
    b"MZ": "a Windows executable",
}


class Path:
    """A file's name, which may look like anything."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __fspath__(self) -> str:
        return self.path


def read(source: Any) -> tuple[Any, str, Origin | None]:
    """What a source holds (text, or a buffer), a name for it, and where it was read from if it is a file.

    Paths are str of one line, or os.PathLike."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), "<bitcode>", None
    if isinstance(source, str):
        if "\n" in source or not source.strip():
            return source, "<text>", None
        return _read_file(source)
    if hasattr(source, "__fspath__"):
        return _read_file(os.fspath(source))
    kind = type(source)
    if kind.__module__.startswith("llvmlite."):
        return str(source), f"<{kind.__name__}>", None
    raise TypeError(f"{kind.__name__} is no IR: a path, IR text, bitcode bytes, llvmlite.ir.Module or ModuleRef is")


def identity_of(file: int | str) -> tuple[int, ...]:
    """What changes when a file (its descriptor or path) is replaced or written to; () for a pipe or device."""
    status = os.stat(file)
    if not stat.S_ISREG(status.st_mode):
        return ()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _read_file(path: str) -> tuple[Any, str, Origin | None]:
    try:
        with open(path, "rb", buffering=0) as file:
            identity = identity_of(file.fileno())
            if not identity:  # it cannot be read a second time
                return file.read(), path, None
            size = identity[2]
            if size < LARGE:
                return file.read(), path, (os.path.abspath(path), identity)
            # Into huge pages: faulting in small ones takes longer than the reading.
            import mmap

            buffer = mmap.mmap(-1, size)
            buffer.madvise(mmap.MADV_HUGEPAGE)
            view = memoryview(buffer)
            at = 0
            while at < size and (got := file.readinto(view[at:])):
                at += got
            return view[:at], path, (os.path.abspath(path), identity)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None


def text_from(origin: Origin) -> str | None:
    """The text of a file that another process has read; None if it is not the same any more."""
    path, identity = origin
    try:
        with open(path, "rb", buffering=0) as file:
            if identity_of(file.fileno()) != identity or not identity[2]:
                return None
            # Mapped, to save a copy. Whoever truncates the file now ends this process, not the program.
            import mmap

            with mmap.mmap(file.fileno(), identity[2], prot=mmap.PROT_READ) as content:
                text = str(content, "ascii")
            return text if identity_of(file.fileno()) == identity else None
    except (OSError, ValueError):
        return None


def intake(data: Any, name: str, canonical: Callable[[bytes, bool], str], verify: bool = False) -> ModuleIndex:
    """The index of some IR, text or a buffer. `canonical(data, verify)` has LLVM print it. Errors name `name`."""
    raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
    head = bytes(raw[:4096])
    try:
        if not head.strip(BLANK) and not bytes(raw).strip(BLANK):
            raise NotIR(f"the file is empty ({len(raw)} bytes); LLVM IR text or bitcode is expected")
        if head[:4] in BITCODE:
            return ModuleIndex.build(canonical(bytes(raw), verify))
        for magic, what in _OTHER_FORMS.items():
            if head.startswith(magic):
                raise NotIR(f"this is {what}, not LLVM IR")
        if b"\0" in head:
            raise NotIR("neither LLVM IR text nor bitcode")
        if not verify:
            try:
                return ModuleIndex.build(data if isinstance(data, str) else str(data, "ascii"))
            except (NotCanonical, UnicodeDecodeError):
                pass
        return ModuleIndex.build(canonical(bytes(raw), verify))
    except TypedPointers as error:
        raise TypedPointers(error.line_number, error.line, f"{name}: {error.default}") from None
    except NotCanonical:
        raise
    except InputError as error:
        raise type(error)(f"{name}: {error}") from None


def check_target(index: ModuleIndex, machine: ModuleType, name: str) -> None:
    """WrongTarget if the module was made for another machine or operating system than this."""
    triple = index.triple
    if not triple:
        return
    arch, _, rest = triple.partition("-")
    if arch not in machine.TRIPLE_NAMES or ("linux" not in rest and rest not in ("", "unknown-unknown-elf")):
        raise WrongTarget(
            f"{name}: made for {triple!r}, and this machine is {machine.NAME}-linux; compile it again with "
            f"--target={machine.TRIPLE_NAMES[0]}-linux-gnu"
        )
