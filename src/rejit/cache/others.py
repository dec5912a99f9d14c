"""Stores of other kinds: in memory, a near one before a far one, and the user's own, kept at arm's length."""

from __future__ import annotations

from _thread import allocate_lock, start_new_thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from rejit.cache.use import Cache

PATIENCE_S = 2.0  # seconds that a user's cache may take for one answer


class MemoryCache:
    """Keeps everything in a dictionary: for several sessions of one process."""

    def __init__(self) -> None:
        self._content: dict[bytes, bytes] = {}

    def load(self, key: bytes) -> bytes | None:
        return self._content.get(key)

    def store(self, key: bytes, content: bytes) -> None:
        self._content[key] = content

    def __len__(self) -> int:
        return len(self._content)


class ChainCache:
    """A near cache before a far one: what only the far one has is copied to the near one, what is stored goes to both.

    The far one's content is executed like the near one's. Give it one that only you can write to."""

    def __init__(self, near: Cache, far: Cache) -> None:
        self.near = near
        self.far = far

    def load(self, key: bytes) -> bytes | None:
        content = self.near.load(key)
        if content is None:
            content = self.far.load(key)
            if content is not None:
                try:
                    self.near.store(key, content)
                except OSError:
                    pass  # it is full, say: the far one has it
        return content

    def store(self, key: bytes, content: bytes) -> None:
        self.near.store(key, content)
        self.far.store(key, content)


class Patient:
    """A user's cache, asked from a thread of its own: one that hangs is left behind. TimeoutError says so."""

    def __init__(self, cache: Cache, patience_s: float = PATIENCE_S) -> None:
        self.cache = cache
        self.patience_s = patience_s

    def load(self, key: bytes) -> bytes | None:
        found: bytes | None = self._ask("load", lambda: self.cache.load(key))
        return found

    def store(self, key: bytes, content: bytes) -> None:
        self._ask("store", lambda: self.cache.store(key, content))

    def _ask(self, verb: str, work: Callable[[], Any]) -> Any:
        done = allocate_lock()
        done.acquire()
        answer: list[tuple[bool, Any]] = []

        def body() -> None:
            try:
                answer.append((True, work()))
            except BaseException as error:
                answer.append((False, error))
            finally:
                done.release()

        start_new_thread(body, ())
        if not done.acquire(timeout=self.patience_s):
            name = type(self.cache).__name__
            raise TimeoutError(f"{name}.{verb}() did not return within {self.patience_s:g} s")
        good, value = answer[0]
        if not good:
            raise value
        return value
