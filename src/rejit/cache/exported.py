"""Exported caches: one file, written once, with what a program needs compiled for one or several CPUs.

    magic 4 | length of the table 4 | hash of the table 16 | table | manifests

It is trusted as an installed package is: it must belong to root or the user, and nobody else may be able to write to
it. Nothing in it is sealed, since whoever built it has another key; hashes tell damage. The table says for each
manifest what it is of, and what a CPU must be able to do to run it.
"""

from __future__ import annotations

import marshal
import os
import sys

from rejit.cache import host
from rejit.cache.folder import Refused, check_parents, write_whole
from rejit.cache.manifest import FORMAT
from rejit.cache.seal import DIGEST_BYTES, digest
from rejit.tiers import for_cpu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    # size, hash of the content, base configuration, CPU name, features, what it needs, offset, length, hash
    Row = tuple[int, bytes, bytes, str, str, Any, int, int, bytes]

MAGIC = b"RJX1"
HEAD_BYTES = len(MAGIC) + 4 + DIGEST_BYTES
NATIVE = "native"


def base(tier: Any) -> bytes:
    """The hash of what must agree besides module and CPU."""
    return digest(repr((FORMAT, for_cpu(tier, ""), host.own_sources(), sys.version_info[:2])).encode())


def write(path: str, rows: Sequence[tuple[int, bytes, bytes, str, str, Any, bytes]]) -> None:
    """Write manifests to a file: (size, content, base, CPU name, features, what it needs, manifest) each."""
    table: list[Row] = []
    at = 0
    for *what, manifest in rows:
        table.append((*what, at, len(manifest), digest(manifest)))
        at += len(manifest)
    packed = marshal.dumps(table, 4)
    head = MAGIC + len(packed).to_bytes(4, "little") + digest(packed)
    write_whole(path, head + packed + b"".join(row[-1] for row in rows), 0o644)


class Exported:
    """An exported file, its table read. Refused, with the reason, if it cannot be trusted or is damaged."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.bytes_read = 0
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError as error:
            raise Refused(f"{path}: {error.strerror}") from None
        try:
            check_owner(path, os.fstat(descriptor))
            self.table = self._table(descriptor)
        finally:
            os.close(descriptor)

    def _table(self, descriptor: int) -> list[Row]:
        head = os.pread(descriptor, HEAD_BYTES, 0)
        length = int.from_bytes(head[4:8], "little")
        packed = os.pread(descriptor, length, HEAD_BYTES)
        if head[:4] != MAGIC or digest(packed) != head[8:]:
            raise Refused(f"{self.path} is damaged, or was not written by `rejit cache export`")
        self.start = HEAD_BYTES + length
        table: list[Row] = marshal.loads(packed)
        return table

    def rows(self, size: int, content: bytes, tier: Any) -> list[Row]:
        """What there is of a module for this machine, the most capable CPU first."""
        wanted = base(tier)
        flags = host.cpu_flags()
        return [
            row
            for row in reversed(self.table)
            if row[:3] == (size, content, wanted)
            and (row[5] == host.cpu() if isinstance(row[5], bytes) else flags.issuperset(row[5]))
        ]

    def has_size(self, size: int) -> bool:
        return any(row[0] == size for row in self.table)

    def load(self, row: Row) -> bytes | None:
        """A manifest; None if it is damaged."""
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
            try:
                check_owner(self.path, os.fstat(descriptor))
                data = os.pread(descriptor, row[7], self.start + row[6])
            finally:
                os.close(descriptor)
        except (OSError, Refused):
            return None
        self.bytes_read += len(data)
        return data if digest(data) == row[8] else None


def check_owner(path: str, status: os.stat_result) -> None:
    """Refuse a file that another user has written or can write."""
    if status.st_mode & 0o170000 != 0o100000:
        raise Refused(f"{path} is no regular file")
    if status.st_uid not in (0, os.geteuid()):
        raise Refused(f"{path} belongs to user {status.st_uid}, neither to root nor to {os.geteuid()}")
    if status.st_mode & 0o022:
        raise Refused(f"{path} can be written by others (mode {status.st_mode & 0o777:03o}); chmod go-w {path}")
    check_parents(path)
