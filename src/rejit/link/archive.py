"""Reads `ar` archives: System V's format with GNU's extensions (thin ones too), and 4.4BSD's long names.

    !<arch>\\n   or !<thin>\\n, whose members lie beside it in files of their own
    header, 60 bytes: name[16] date[12] uid[6] gid[6] mode[8] size[10] "`\\n"; then the content, padded to an even size

Special members: "/" and "/SYM64/" say which member defines which symbol (big-endian words: how many, the offset of the
member's header for each; then the names), "//" holds long names, to which "/OFFSET" refers. "#1/LENGTH" is BSD's: the
name stands before the content. An archive without a table of symbols has its members' own tables read.
"""

from __future__ import annotations

import os
from struct import unpack_from

from rejit.errors import BadObject, InputError
from rejit.link import elf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC, THIN = b"!<arch>\n", b"!<thin>\n"
HEADER = 60
TABLES = {"/": ">I", "/SYM64/": ">Q"}


class Archive:
    """An archive in a file. Raises InputError if it cannot be read, BadObject if it is none, or is damaged."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:
                self._data = file.read()
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from None
        self._thin = self._data.startswith(THIN)
        if not self._thin and not self._data.startswith(MAGIC):
            raise BadObject(f"{path}: not an archive")
        self._long = b""
        self._names: dict[int, tuple[str, int, int]] = {}  # offset of the header -> name, place and size of the content
        self._symbols: dict[str, int] | None = None  # name -> offset of the member's header
        for offset, name, start, size in self._headers():
            if name in TABLES:
                if self._symbols is None:
                    self._symbols = self._table(start, size, TABLES[name])
            elif not name.startswith("__.SYMDEF"):
                self._names[offset] = name, start, size

    def _damaged(self, offset: int, why: str) -> BadObject:
        return BadObject(f"{self.path}: damaged archive, at offset {offset}: {why}")

    def _headers(self) -> Iterator[tuple[int, str, int, int]]:
        """Every member: offset of its header, name, place and size of its content."""
        data, at = self._data, len(MAGIC)
        while at < len(data):
            header = data[at : at + HEADER]
            if len(header) < HEADER or header[58:] != b"`\n":
                raise self._damaged(at, "no member begins here")
            size_text = header[48:58].strip()
            if not size_text.isdigit():
                raise self._damaged(at, f"a member of size {size_text!r}")
            name, start, size = header[:16].decode("latin-1").rstrip(), at + HEADER, int(size_text)
            special = name in TABLES or name == "//"
            inside = special or not self._thin
            if inside and start + size > len(data):
                raise self._damaged(at, f"a member of {size} bytes, and {len(data) - start} are left")
            following = start + (size + size % 2 if inside else 0)
            if name == "//":
                self._long = data[start : start + size]
            else:
                if name.startswith("#1/") and name[3:].isdigit():
                    length = int(name[3:])
                    name = data[start : start + length].rstrip(b"\0").decode("latin-1")
                    start, size = start + length, max(size - length, 0)
                elif not special:
                    name = self._name(name, at)
                yield at, name, start, size
            at = following

    def _name(self, name: str, at: int) -> str:
        if name.startswith("/") and name[1:].isdigit():
            begin = int(name[1:])
            end = self._long.find(b"\n", begin)
            if begin >= len(self._long) or end < 0:
                raise self._damaged(at, f"a name at {begin} in a table of {len(self._long)} bytes")
            name = self._long[begin:end].decode("latin-1")
        return name.removesuffix("/")

    def _table(self, start: int, size: int, word: str) -> dict[str, int]:
        width = 4 if word == ">I" else 8
        if size < width:
            raise self._damaged(start, "an empty table of symbols")
        (count,) = unpack_from(word, self._data, start)
        if width * (count + 1) > size:
            raise self._damaged(start, f"{count} symbols in a table of {size} bytes")
        offsets = unpack_from(f">{count}{word[1]}", self._data, start + width)
        names = self._data[start + width * (count + 1) : start + size].split(b"\0")
        found: dict[str, int] = {}
        for name, offset in zip(names, offsets, strict=False):
            found.setdefault(name.decode("latin-1"), offset)
        return found

    def symbols(self) -> dict[str, int]:
        """Which member, as `content` takes it, defines which symbol, in the order of the archive's table."""
        if self._symbols is None:
            self._symbols = {}
            for offset in self._names:
                data = self.content(offset)[1]
                for name, _ in defined(data) if data[:4] == b"\x7fELF" else ():
                    self._symbols.setdefault(name, offset)
        return self._symbols

    def content(self, member: int) -> tuple[str, bytes]:
        """A member's name, as messages have it, and its bytes."""
        found = self._names.get(member)
        if found is None:
            raise self._damaged(member, "the table of symbols names a member that is not there")
        name, start, size = found
        shown = f"{self.path}({name})"
        if not self._thin:
            return shown, self._data[start : start + size]
        try:
            with open(os.path.join(os.path.dirname(self.path), name), "rb") as file:
                return shown, file.read()
        except OSError as error:
            raise InputError(f"{shown}: {error.strerror}") from None


def defined(data: bytes) -> list[tuple[str, bool]]:
    """The global symbols an object defines: (name, whether weakly)."""
    return [(name, weak) for name, weak, there in _globals(data) if there]


def undefined(data: bytes) -> list[str]:
    """The symbols an object needs; weak references need nothing."""
    return [name for name, weak, there in _globals(data) if not there and not weak]


def _globals(data: bytes) -> list[tuple[str, bool, bool]]:
    read = elf.read(data)
    found = []
    for i in range(read.first_global, len(read.symbols)):
        weak = read.symbols[i][1] >> 4 == elf.STB_WEAK
        found.append((read.symbol_name(i), weak, read.places[i] != elf.SHN_UNDEF))
    return found
