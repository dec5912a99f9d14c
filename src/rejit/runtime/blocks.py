"""What code memory hands out: blocks that are reserved, then run; and what it says of itself."""

from __future__ import annotations

from rejit.errors import InternalError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.runtime.backends import Alias, ProcMem, Seal
    from rejit.runtime.memory import CodeMemory
    from rejit.runtime.slabs import Arena, PackedPages

    Backend = ProcMem | Seal | Alias
    CodeArena = Arena | PackedPages


class Pending:
    """A reserved block of code memory that holds nothing yet: commit it or abort it."""

    __slots__ = ("_arena", "_memory", "_writer", "address", "size")

    def __init__(self, address: int, size: int, memory: CodeMemory, arena: CodeArena, writer: Backend) -> None:
        self.address = address
        self.size = size
        self._memory: CodeMemory | None = memory
        self._arena = arena
        self._writer = writer

    def commit(self, content: bytes) -> Committed:
        """Write `content` (at most `size` bytes) and publish it.

        Raises NoCodeMemory if that is refused; the block is still pending then."""
        return self._owner().commit_many(((self, content),))[0]

    def commit_body(self, content: bytes) -> Body:
        """The same for code that functions lead to."""
        body = self._owner().commit_many(((self, content),), Body)[0]
        assert isinstance(body, Body)
        return body

    def abort(self) -> None:
        """Give the block back."""
        self._owner()._abort(self)

    def _owner(self) -> CodeMemory:
        if self._memory is None:
            raise InternalError(f"code block {self.address:#x} was committed or aborted before")
        return self._memory


class Committed:
    """A block of code that can run, at `address`, until it is released.

    `frames` is the offset of its registered unwind table, 0 for none: it is withdrawn before the block is released (and
    is no address, and the rest no objects, because there is one for each function that lives)."""

    __slots__ = ("_arena", "address", "frames", "size")

    def __init__(self, address: int, size: int, arena: CodeArena) -> None:
        self.address = address
        self.size = size
        self._arena: CodeArena | None = arena
        self.frames = 0

    @property
    def unwind(self) -> tuple[int, ...]:
        """Addresses of its registered unwind tables."""
        return (self.address + self.frames,) if self.frames else ()

    @property
    def alone(self) -> bool:
        """Whether nothing but its first address is known outside."""
        return False


ALONE, DIRECT, LEVEL, USERS = 0, 1, 2, 5  # the lowest bit of each in a body's facts; of a level there are three


class Body(Committed):
    """One compiled version of one function or a few: its code, its tier, what it calls directly (see redirect.py).

    users: how many functions lead to it; with the last of them it is retired. direct: whether a branch may lead to it.
    sites: its direct calls, as `redirect.kept` has them. There is one for each function that lives: what few of them
    have is kept elsewhere, and what is small is in one int, of which Python has one for all bodies that are alike.
    """

    __slots__ = ("_facts", "sites")

    def __init__(self, address: int, size: int, arena: CodeArena) -> None:
        super().__init__(address, size, arena)
        self._facts = 1 << DIRECT
        self.sites: tuple[Any, ...] | dict[Any, list[int]] = ()

    def linked(self, alone: bool, direct: bool) -> None:
        """What the linker knows of it."""
        self._facts = alone << ALONE | direct << DIRECT

    @property
    def alone(self) -> bool:
        return bool(self._facts >> ALONE & 1)

    @property
    def direct(self) -> bool:
        return bool(self._facts >> DIRECT & 1)

    @property
    def level(self) -> int:
        """LLVM's, 0 to 3."""
        return self._facts >> LEVEL & 7

    @level.setter
    def level(self, level: int) -> None:
        self._facts += level - self.level << LEVEL

    @property
    def users(self) -> int:
        return self._facts >> USERS

    @users.setter
    def users(self, users: int) -> None:
        self._facts += users - self.users << USERS


class MemoryStatistics:
    """What code memory holds now; sizes in bytes."""

    __slots__ = (
        "backend",
        "code_bytes",
        "data_bytes",
        "free_bytes",
        "largest_free_run",
        "mappings",
        "refused_writes",
        "stub_bytes",
    )

    def __init__(
        self,
        *,
        backend: str,
        code_bytes: int,
        stub_bytes: int,
        data_bytes: int,
        free_bytes: int,
        largest_free_run: int,
        mappings: int,
        refused_writes: int,
    ) -> None:
        self.backend = backend  # that new code is written with
        self.code_bytes = code_bytes  # in blocks, pending ones included
        self.stub_bytes = stub_bytes
        self.data_bytes = data_bytes  # `allocate_large` included
        self.free_bytes = free_bytes  # in committed slabs of code and stubs
        self.largest_free_run = largest_free_run  # of these, side by side
        self.mappings = mappings  # in /proc/self/maps, the reserved rest included; 0 if it cannot be read
        self.refused_writes = refused_writes  # by a backend that was accepted; done by replacing pages
