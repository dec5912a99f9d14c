"""What Linux' `perf` reads about JIT code: the map of names, and the dump with code and lines.

    map       /tmp/perf-PID.map, a line a function: START SIZE NAME, hexadecimal. `perf report` reads it by itself. A
              name holds from the process's begin to its end, whatever else lies there later.
    jitdump   $JITDUMPDIR/jit-PID.dump (default: /tmp), records with time stamps, code and line tables:

                  perf record -k mono rejit run --perf jitdump PROGRAM
                  perf inject --jit -i perf.data -o jitted.data
                  perf report -i jitted.data

              perf learns of the file because its first page is mapped executable (and never run).

Source: tools/perf/Documentation/jitdump-specification.txt, version 1. A child gets files of its own when it is forked.
"""

from __future__ import annotations

import os
from _thread import get_native_id
from itertools import count
from struct import Struct
from time import CLOCK_MONOTONIC, clock_gettime_ns

from rejit.errors import EnvironmentFailure
from rejit.runtime import libc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class Code(Protocol):
        """What is told of a body: see `observers.Sighting`."""

        address: int
        size: int
        label: str

        def lines(self) -> Lines:
            """Its line table."""

    class Lines(Protocol):
        rows: list[tuple[int, int, int]]

        def path(self, number: int) -> str:
            """A file's path."""


MAGIC, VERSION = 0x4A695444, 1
HEADER = Struct("<IIIIIIQQ")  # magic, version, size, machine, pad, pid, time, flags
LOAD, DEBUG_INFO = 0, 2
PREFIX = Struct("<IIQ")  # of a record: id, size, time
CODE = Struct("<IIQQQQ")  # of LOAD: pid, tid, virtual address, address, size, number
LINES = Struct("<QQ")  # of DEBUG_INFO: address, how many
LINE = Struct("<QII")  # address, line, discriminator
PAGE = 4096


class _File:
    """A file that is only appended to, whatever the program does to descriptors: high up, and compared before each use.

    Made anew, for nobody but this user. Raises OSError."""

    def __init__(self, path: str, floor: int) -> None:
        self.path = path
        self._floor = floor
        try:
            os.unlink(path)
        except FileNotFoundError:
            pass
        self.descriptor = self._open(os.O_CREAT | os.O_EXCL)
        self._identity = self._status()

    def _open(self, flags: int) -> int:
        import fcntl

        low = os.open(self.path, flags | os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            high = fcntl.fcntl(low, fcntl.F_DUPFD_CLOEXEC, self._floor)
        except OSError:
            return low  # above the limit
        os.close(low)
        return high

    def _status(self) -> tuple[int, int]:
        try:
            status = os.fstat(self.descriptor)
        except OSError:
            return 0, 0
        return status.st_dev, status.st_ino

    def append(self, content: bytes | bytearray) -> None:
        """Write all of it."""
        if self._status() != self._identity:
            self.descriptor = self._open(0)
            if self._status() != self._identity:
                self.close()
                raise OSError(f"{self.path} was replaced")
        left = memoryview(content)
        while left:
            left = left[os.write(self.descriptor, left) :]

    def close(self) -> None:
        if self._status() == self._identity:
            os.close(self.descriptor)
        self._identity = -1, -1


class _Profiler:
    """What both forms have in common: a file of this process's, and of a forked child's own."""

    _file: _File
    _pid: int

    def _open(self) -> None:
        raise NotImplementedError

    def add(self, code: Code) -> None:
        raise NotImplementedError

    def after_fork(self, living: Iterable[Code]) -> None:
        if self._pid != os.getpid():
            self._file.close()
            self._open()
        for code in living:
            self.add(code)


class PerfMap(_Profiler):
    """The map of this process."""

    def __init__(self, floor: int, machine: int) -> None:
        self._floor = floor
        self._open()

    def _open(self) -> None:
        self._pid = os.getpid()
        path = f"/tmp/perf-{os.getpid()}.map"
        try:
            self._file = _File(path, self._floor)
        except OSError as error:
            raise EnvironmentFailure(f"the perf map {path} cannot be written: {error.strerror}") from None

    def add(self, code: Code) -> None:
        self._file.append(f"{code.address:x} {code.size:x} {code.label}\n".encode("utf-8", "surrogateescape"))

    def drop(self, addresses: Iterable[int]) -> None:
        """The form has no way to say so."""


class JitDump(_Profiler):
    """The dump of this process."""

    def __init__(self, floor: int, machine: int) -> None:
        self._floor = floor
        self._machine = machine
        self._folder = os.path.abspath(os.environ.get("JITDUMPDIR") or "/tmp")
        self._mapping = 0
        self._open()

    def _open(self) -> None:
        self._pid = os.getpid()
        path = f"{self._folder}/jit-{os.getpid()}.dump"
        try:
            self._file = _File(path, self._floor)
            now = clock_gettime_ns(CLOCK_MONOTONIC)
            self._file.append(HEADER.pack(MAGIC, VERSION, HEADER.size, self._machine, 0, os.getpid(), now, 0))
            protection = libc.PROT_READ | libc.PROT_EXEC
            mapping = libc.mmap(0, PAGE, protection, libc.MAP_PRIVATE, self._file.descriptor, 0)
            if mapping < 0:
                raise libc.failed("mmap")
        except OSError as error:
            hint = "; JITDUMPDIR names another folder, which must not be mounted noexec"
            raise EnvironmentFailure(f"the jitdump {path} cannot be written: {error.strerror}{hint}") from None
        if self._mapping:
            libc.munmap(self._mapping, PAGE)  # the parent's, in a child
        self._mapping = mapping
        self._numbers = count()

    def add(self, code: Code) -> None:
        """Both records in one piece: what a growing buffer leaves behind has addresses (see observers.py)."""
        table = code.lines()
        lines = [
            (address, line, table.path(file).encode("utf-8", "surrogateescape") + b"\0")
            for address, line, file in table.rows
            if line > 0
        ]
        name = code.label.encode("utf-8", "surrogateescape") + b"\0"
        load = 0
        if lines:
            load = PREFIX.size + LINES.size + sum(LINE.size + len(path) for _, _, path in lines)
            load += -load % 8
        size = PREFIX.size + CODE.size + len(name) + code.size
        record = bytearray(load + size)
        now = clock_gettime_ns(CLOCK_MONOTONIC)
        try:
            if lines:
                self._put_lines(record, load, now, code.address, lines)
            ids = os.getpid(), get_native_id()
            PREFIX.pack_into(record, load, LOAD, size, now)
            CODE.pack_into(record, load + PREFIX.size, *ids, code.address, code.address, code.size, next(self._numbers))
            at = load + PREFIX.size + CODE.size
            record[at : at + len(name)] = name
            record[at + len(name) :] = libc.get(code.address, code.size)
            libc.forget()
            self._file.append(record)
        finally:
            record[:] = bytes(len(record))

    def _put_lines(
        self, record: bytearray, size: int, now: int, address: int, lines: list[tuple[int, int, bytes]]
    ) -> None:
        PREFIX.pack_into(record, 0, DEBUG_INFO, size, now)
        LINES.pack_into(record, PREFIX.size, address, len(lines))
        at = PREFIX.size + LINES.size
        for start, line, path in lines:
            LINE.pack_into(record, at, start, line, 0)
            at += LINE.size
            record[at : at + len(path)] = path
            at += len(path)

    def drop(self, addresses: Iterable[int]) -> None:
        """Time stamps say what was there when; nothing needs to be taken back."""


_profilers: dict[str, PerfMap | JitDump] = {}  # of the process, by form: its sessions share one file


def profiler(form: str, floor: int, machine: int) -> PerfMap | JitDump:
    """Who writes the "map" or the "jitdump". floor: lowest number of its descriptor; machine: as ELF has it.

    Raises EnvironmentFailure where the file cannot be written."""
    found = _profilers.get(form)
    if found is None:
        found = _profilers[form] = (PerfMap if form == "map" else JitDump)(floor, machine)
    return found
