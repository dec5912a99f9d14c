"""Who is compiling what at this moment, so that processes that start together do not all compile the same.

A lock on one byte stands for one thing. Locks of open file descriptions end with their process, however it ends, and
need no content in the file. They are hints: where there are none, or an owner does not move, a thing is compiled twice.

    users    each compile server holds the byte of its process id: whether others are at work
    claims   a worker holds the byte that a key hashes to while it compiles that
"""

from __future__ import annotations

import fcntl
import os
from struct import Struct
from time import monotonic, sleep

F_OFD_GETLK, F_OFD_SETLK = 36, 37
_FLOCK = Struct("hhxxxxqqixxxx")  # struct flock of 64-bit Linux
PIDS = 1 << 22  # the largest process id there can be
PATIENCE_S = 0.25  # seconds to wait for another process's compile before doing it here


class Claims:
    """The locks in one cache folder. OSError where there are none; the caller goes on without."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        os.makedirs(folder, 0o700, exist_ok=True)
        self._users = self._open("users")  # workers inherit it: they and their server are one user
        self._lock(self._users, fcntl.F_WRLCK, os.getpid())
        self._claims = -1
        self._pid = 0

    def _open(self, name: str) -> int:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        return os.open(f"{self.folder}/{name}", flags, 0o600)

    def _lock(self, descriptor: int, kind: int, byte: int) -> None:
        fcntl.fcntl(descriptor, F_OFD_SETLK, _FLOCK.pack(kind, os.SEEK_SET, byte, 1, 0))

    def alone(self) -> bool:
        """Whether no other process uses this cache now."""
        asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, 0, PIDS, 0)
        kind: int = _FLOCK.unpack(fcntl.fcntl(self._users, F_OFD_GETLK, asked))[0]
        return kind == fcntl.F_UNLCK

    def take(self, key: bytes) -> bool:
        """Claim a key; False if another process has it."""
        if self._pid != os.getpid():  # a worker's claims end with the worker
            self._claims, self._pid = self._open("claims"), os.getpid()
        try:
            self._lock(self._claims, fcntl.F_WRLCK, _byte(key))
        except BlockingIOError:
            return False
        return True

    def release(self, key: bytes) -> None:
        """Give a claim up: what was compiled is stored by now."""
        self._lock(self._claims, fcntl.F_UNLCK, _byte(key))

    def wait(self, key: bytes) -> None:
        """Until nobody has the key, or for as long as is reasonable. Nothing is claimed by the caller meanwhile."""
        end = monotonic() + PATIENCE_S
        while not self.take(key):
            if monotonic() > end:
                return
            sleep(0.001)
        self.release(key)


def _byte(key: bytes) -> int:
    return int.from_bytes(key[1:6], "little")
