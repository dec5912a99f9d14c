"""The bytes of an llvmlite ObjectFileRef.

llvmlite gives the content of an object's sections, not of the object. But a section's content is not copied: it lies in
the buffer that LLVM read the object from, which begins with the ELF header, and that says where each section lies.
"""

from __future__ import annotations

import ctypes
from struct import unpack_from
from typing import TYPE_CHECKING, Any

from llvmlite.binding import ffi

from rejit.errors import BadObject

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = b"\x7fELF\x02\x01"
_PAGE = 4096
_FARTHEST = 1 << 30  # bytes from the buffer's begin to its first section: more is a mistake of ours


def content_of(reference: Any) -> bytes:
    """The object an ObjectFileRef was made from. BadObject if it is no 64-bit ELF object."""
    sections = list(_contents(reference))
    if sections:
        first = min(address for address, _ in sections)
        for start in _candidates(first):
            size = _size_if_object(start, sections)
            if size:
                return ctypes.string_at(start, size)
    raise BadObject("the ObjectFileRef holds no 64-bit little-endian ELF object; add_object_file takes a path too")


def _contents(reference: Any) -> Iterator[tuple[int, int]]:
    """Address and size of the sections that have content."""
    for section in reference.sections():
        size = section.size()
        address = ctypes.cast(ffi.lib.LLVMPY_GetSectionContents(section), ctypes.c_void_p).value
        if size and address:
            yield address, size


def _candidates(first: int) -> Iterator[int]:
    """Where the header may be, from `first` downwards. A page is read only if the object must reach into it."""
    end = first + 1  # `first` itself: what LLVM gives as the content of .bss
    while first - end < _FARTHEST:
        low = (end - 1) & -_PAGE
        content = ctypes.string_at(low, end - low + len(_MAGIC) - 1)
        at = content.rfind(_MAGIC)
        while at >= 0:
            yield low + at
            at = content.rfind(_MAGIC, 0, at)
        end = low


def _size_if_object(start: int, sections: list[tuple[int, int]]) -> int:
    """The size of the object at `start`, if its section table says of every section what LLVM said; else 0."""
    (table,) = unpack_from("<Q", ctypes.string_at(start + 40, 8))
    entry, count = unpack_from("<HH", ctypes.string_at(start + 58, 4))
    last = max(address + size for address, size in sections) - start
    if entry != 64 or not 64 <= table < max(last, 64) + _PAGE * 16 + 64 * 65536:
        return 0
    if not count:
        (count,) = unpack_from("<Q", ctypes.string_at(start + table + 32, 8))
    headers = ctypes.string_at(start + table, 64 * count)
    said = set()
    for at in range(0, len(headers), 64):
        kind = int.from_bytes(headers[at + 4 : at + 8], "little")
        offset, size = unpack_from("<QQ", headers, at + 24)
        if kind != 8 and size:  # SHT_NOBITS
            said.add((start + offset, size))
    if not said.issuperset((address, size) for address, size in sections if address != start):
        return 0
    return int(max(table + 64 * count, last))
