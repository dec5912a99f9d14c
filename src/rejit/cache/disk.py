"""The store in a folder: large entries in files of their own, small ones in segments.

A key's first byte says of which kind it is, and so where it goes:

    m  a module's manifest    modules/SIZE/CONTENT.CONFIGURATION
    f  a file's content       files/HASH
    t  printed bitcode        texts/HASH
    o  a function or variable objects/, by `segments`

A file is written under another name and renamed, so it is there whole or not at all; no `fsync`: what a power failure
tears fails its seal. Everything is read, nothing is mapped.
"""

from __future__ import annotations

import os
from _thread import allocate_lock

from rejit.cache.folder import Refused, open_folder, write_whole
from rejit.cache.seal import seal, unseal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.cache.segments import Segments

MANIFEST, FILE, TEXT, OBJECT = b"m", b"f", b"t", b"o"
FOLDERS = {FILE: "files", TEXT: "texts"}
NAME_BYTES = 4  # an object's key ends in the hash of its name
SIZE_BYTES = 6  # of a manifest's key, the size of the module


class DiskCache:
    """A cache in a folder, shared by all processes of one user.

    `load(key)` gives the content or None, `store(key, content)` keeps it and raises OSError where it cannot. Raises
    Refused if the folder cannot be trusted. No descriptor stays open in the program's process, which may close any.
    """

    def __init__(self, folder: str, create: bool = True) -> None:
        self.folder = folder
        self.secret = open_folder(folder, create)
        self.bad = 0  # entries found that were not whole, or not ours
        self.bytes_read = 0
        self._lock = allocate_lock()
        self._segments: Segments | None = None

    # -- the two verbs -------------------------------------------------------------------------------------------

    def load(self, key: bytes) -> bytes | None:
        """The content stored under a key; None if there is none, or none that can be trusted."""
        if key[:1] == OBJECT:
            content = self._load_object(key)
        else:
            content = self._load_file(key)
        if content is not None:
            self.bytes_read += len(content)
        return content

    def store(self, key: bytes, content: bytes) -> None:
        """Keep content. OSError if the disk is full or may not be written to."""
        if key[:1] == OBJECT:
            with self._lock:
                self.segments().store(key, content)
        else:
            write_whole(self.path_of(key), seal(self.secret, key, content))

    def has_name(self, hashed: bytes) -> bool:
        """Whether any object is kept whose key ends so."""
        with self._lock:
            try:
                return self.segments().has_name(hashed)
            except OSError:
                return False

    def close(self) -> None:
        """Let go of the descriptors."""
        with self._lock:
            if self._segments is not None:
                self._segments.close()

    # -- files ---------------------------------------------------------------------------------------------------

    def path_of(self, key: bytes) -> str:
        """The file of an entry that has one."""
        kind, rest = key[:1], key[1:]
        if kind == MANIFEST:
            size, name = rest[:SIZE_BYTES].hex(), rest[SIZE_BYTES:].hex()
            return f"{self.folder}/modules/{size}/{name[:32]}.{name[32:]}"
        return f"{self.folder}/{FOLDERS[kind]}/{rest.hex()}"

    def has_size(self, size: int) -> bool:
        """Whether a module of exactly that many bytes was ever kept: if not, its content need not be hashed."""
        return os.path.exists(f"{self.folder}/modules/{size.to_bytes(SIZE_BYTES, 'big').hex()}")

    def has_relatives(self, key: bytes) -> bool:
        """Whether a module's manifest is there for another configuration: another CPU, compiler, or rejit."""
        folder, _, name = self.path_of(key).rpartition("/")
        try:
            return any(other.startswith(name[:33]) and len(other) == len(name) for other in os.listdir(folder))
        except OSError:
            return False

    def _load_file(self, key: bytes) -> bytes | None:
        try:
            descriptor = os.open(self.path_of(key), os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            return None
        try:
            size = os.fstat(descriptor).st_size
            entry = os.read(descriptor, size + 1)
            while 0 < len(entry) < size and (more := os.read(descriptor, size - len(entry))):  # 2 GiB at a time
                entry += more
            from rejit.cache.segments import touch

            touch(descriptor)
        except OSError:
            return None
        finally:
            os.close(descriptor)
        content = unseal(self.secret, key, entry)
        if content is None:
            self.bad += 1
        return content

    # -- objects -------------------------------------------------------------------------------------------------

    def segments(self) -> Segments:
        """The store of small entries. The lock is held, or nobody else uses this cache."""
        if self._segments is None:
            from rejit.cache.segments import Segments

            self._segments = Segments(f"{self.folder}/objects", self.secret)
        return self._segments

    def _load_object(self, key: bytes) -> bytes | None:
        with self._lock:
            segments = self.segments()
            before = segments.bad
            try:
                content = segments.load(key)
            except OSError:
                return None
            self.bad += segments.bad - before
            return content


__all__ = ["DiskCache", "Refused"]
