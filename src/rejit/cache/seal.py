"""The seal on an entry: a keyed hash of its key and its content.

What comes out of the cache is executed, so nothing is used that was not written by somebody who has the folder's key.
The entry's key is part of what is hashed: an entry moved to another's place does not open there.

    magic 4 bytes | hash 16 bytes | content
"""

from __future__ import annotations

from _blake2 import blake2b  # hashlib would load OpenSSL: 5 to 12 ms

MAGIC = b"RJC1"
SEAL_BYTES = 16
HEADER_BYTES = len(MAGIC) + SEAL_BYTES
DIGEST_BYTES = 16


def digest(data: bytes | memoryview | bytearray, person: bytes = b"") -> bytes:
    """The plain hash of some content."""
    return blake2b(data, digest_size=DIGEST_BYTES, person=person).digest()


def mac(secret: bytes, key: bytes, content: bytes | memoryview) -> bytes:
    """The keyed hash of an entry."""
    state = blake2b(len(key).to_bytes(2, "little"), digest_size=SEAL_BYTES, key=secret)
    state.update(key)
    state.update(content)
    return state.digest()


def seal(secret: bytes, key: bytes, content: bytes) -> bytes:
    """An entry as it is kept."""
    return b"".join((MAGIC, mac(secret, key, content), content))


def unseal(secret: bytes, key: bytes, entry: bytes) -> bytes | None:
    """The content of a kept entry; None if it is not what `seal` made of it under this very key."""
    if entry[:4] != MAGIC or len(entry) < HEADER_BYTES:
        return None
    content = entry[HEADER_BYTES:]
    # Compared byte by byte, early exit and all: who can measure that here can read the secret as well.
    return content if mac(secret, key, memoryview(entry)[HEADER_BYTES:]) == entry[4:HEADER_BYTES] else None
