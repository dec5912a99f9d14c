"""The names a loaded shared library exports, for messages about names that nothing exports."""

from __future__ import annotations

from struct import Struct

_SECTION = Struct("<IIQQQQIIQQ")
_SYMBOL = Struct("<IBBHQQ")
SHT_DYNSYM = 11


def exported(library: str) -> list[str]:
    """Names of the functions and variables that a loaded library defines; [] if its file cannot be read."""
    try:
        with open("/proc/self/maps") as maps:
            path = next(line.split()[5] for line in maps if line.rstrip().endswith("/" + library))
        with open(path, "rb") as file:
            data = file.read()
        return list(_names(data))
    except (OSError, StopIteration, ValueError, IndexError):
        return []


def _names(data: bytes) -> set[str]:
    table = int.from_bytes(data[0x28:0x30], "little")
    count = int.from_bytes(data[0x3C:0x3E], "little")
    sections = [_SECTION.unpack_from(data, table + 64 * n) for n in range(count)]
    names = set()
    for _, kind, _, _, offset, size, link, _, _, _ in sections:
        if kind != SHT_DYNSYM:
            continue
        strings = sections[link][4]
        for name, _, _, section, _, _ in _SYMBOL.iter_unpack(data[offset : offset + size - size % 24]):
            if section:
                start = strings + name
                names.add(data[start : data.index(b"\0", start)].decode("latin-1"))
    return names
