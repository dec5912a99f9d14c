"""Which addresses are free: plain bookkeeping, no system call is made here.

    Region       a fixed address range, handed out from its low end in growing slabs and never taken back
    Arena        blocks of one lifetime, cut from slabs in granules: a bump pointer and coalescing free runs
    PackedPages  the same contract for memory whose pages are written once and then sealed

The caller holds a lock around every method.
"""

from __future__ import annotations

from rejit.errors import OutOfCodeMemory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Grow = Callable[[int], "tuple[int, int]"]

SLAB_ALIGN = 1 << 16  # bytes; the largest page of any CPU served
FIRST_SLAB = 1 << 18  # bytes; enough for a small program, nothing to map for a large one
LARGEST_SLAB = 1 << 25  # bytes; a slab doubles what is committed, up to this: few mappings, little waste
GRANULE = 16  # bytes; what every CPU served wants a function's entry aligned to
BINS = 64  # one for each bit length of a size
LOOKS = 8  # free runs of the fitting bin that are looked at before a larger one is cut


def round_up(value: int, unit: int) -> int:
    """The next multiple of `unit`, a power of two."""
    return (value + unit - 1) & -unit


class Region:
    """Address range [start, end): slabs are taken from its low end."""

    __slots__ = ("committed", "end", "name", "start")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name = name
        self.start = self.committed = start
        self.end = end

    def take(self, need: int) -> tuple[int, int]:
        """(address, size) of a slab of at least `need` bytes. Raises OutOfCodeMemory."""
        have, left = self.committed - self.start, self.end - self.committed
        size = round_up(max(need, min(max(have, FIRST_SLAB), LARGEST_SLAB)), SLAB_ALIGN)
        size = min(size, left)
        if size < need:
            raise OutOfCodeMemory(
                f"the {self.name} region is full: {need} bytes wanted, {left} left of {self.end - self.start}; "
                "give the session a larger span"
            )
        address = self.committed
        self.committed += size
        return address, size

    def undo(self, address: int, size: int) -> None:
        """Give back the slab that was taken last."""
        if self.committed == address + size:
            self.committed = address


class Arena:
    """Blocks cut from slabs. `grow(need)` supplies a slab (address, size).

    A run of free bytes stands in three places: `_starts` (address -> size) and `_ends` (end -> size), for coalescing,
    and the bin of its size's bit length; `_mask` has a bit for every bin that is not empty.
    """

    __slots__ = ("_bins", "_ends", "_grow", "_limit", "_mask", "_starts", "_top", "granule", "used", "writer")

    def __init__(self, grow: Grow, granule: int = GRANULE) -> None:
        self._grow = grow
        self.writer: Any = None  # what writes into the blocks: for whoever owns the arena
        self.granule = granule
        self.used = 0
        self._top = self._limit = 0
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._bins: list[dict[int, None]] = [{} for _ in range(BINS)]
        self._mask = 0

    def rounded(self, size: int) -> int:
        """The bytes a block of `size` occupies."""
        return round_up(size or 1, self.granule)

    def reserve(self, size: int, align: int) -> int:
        """Address of a block; `align` is a power of two. Raises what `grow` raises."""
        size = round_up(size or 1, self.granule)
        address = self._recycled(size, align) if self._mask else 0
        if not address:
            address = round_up(self._top, align)
            if address + size > self._limit:
                self._extend(size + align)
                address = round_up(self._top, align)
            if address > self._top:
                self._insert(self._top, address - self._top)
            self._top = address + size
        self.used += size
        return address

    def committed(self, address: int, size: int) -> None:
        """The block is published. (Blocks here may share pages with live code: nothing to note.)"""

    def release(self, address: int, size: int) -> list[tuple[int, int]]:
        """Take the block back. Returns the runs (address, size) that nothing lives in any more."""
        size = round_up(size or 1, self.granule)
        self.used -= size
        start, end = address, address + size
        before = self._ends.get(start)
        if before is not None:
            start -= before
            self._remove(start, before)
        after = self._starts.get(end)
        if after is not None:
            self._remove(end, after)
            end += after
        if end == self._top:
            self._top = start
        else:
            self._insert(start, end - start)
        return [(address, size)]

    def free_bytes(self) -> int:
        """Bytes in committed slabs that no block occupies."""
        return sum(self._starts.values()) + self._limit - self._top

    def largest_free(self) -> int:
        """Bytes of the largest run that a block could be cut from."""
        return max(self._limit - self._top, *self._starts.values(), 0)

    def has_holes(self) -> bool:
        """Whether there are free runs below the bump pointer."""
        return self._mask != 0

    def _extend(self, need: int) -> None:
        start, size = self._grow(need)
        if start != self._limit:
            if self._limit > self._top:
                self._insert(self._top, self._limit - self._top)
            self._top = start
        self._limit = start + size

    def _recycled(self, size: int, align: int) -> int:
        want = size + (align - self.granule if align > self.granule else 0)
        kind = want.bit_length()
        found = 0
        looks = LOOKS
        for run in self._bins[kind]:
            if self._starts[run] >= want:
                found = run
                break
            looks -= 1
            if not looks:
                break
        if not found:
            larger = self._mask >> (kind + 1)
            if not larger:
                return 0
            found = next(iter(self._bins[kind + (larger & -larger).bit_length()]))
        length = self._starts[found]
        self._remove(found, length)
        address = round_up(found, align)
        if address > found:
            self._insert(found, address - found)
        if found + length > address + size:
            self._insert(address + size, found + length - address - size)
        return address

    def _insert(self, start: int, size: int) -> None:
        self._starts[start] = size
        self._ends[start + size] = size
        kind = size.bit_length()
        self._bins[kind][start] = None
        self._mask |= 1 << kind

    def _remove(self, start: int, size: int) -> None:
        del self._starts[start]
        del self._ends[start + size]
        kind = size.bit_length()
        del self._bins[kind][start]
        if not self._bins[kind]:
            self._mask &= ~(1 << kind)


class PackedPages:
    """Blocks in pages that can be written only while no live code is in them.

    Blocks reserved one after the other are packed into a run of pages; the first commit seals its pages, and what is
    left of the last one is not handed out any more until every block in it is gone. Blocks committed together
    (`commit_many`) therefore share pages, blocks committed one by one do not.
    """

    __slots__ = ("_cursor", "_limit", "_page", "_pages", "_users", "granule", "used", "writer")

    def __init__(self, grow: Grow, page: int) -> None:
        self.granule = GRANULE
        self.writer: Any = None
        self.used = 0
        self._page = page
        self._pages = Arena(grow, granule=page)
        self._cursor = self._limit = 0
        self._users: dict[int, int] = {}

    def rounded(self, size: int) -> int:
        """The bytes a block of `size` occupies, apart from what its pages lose."""
        return round_up(size or 1, self.granule)

    def reserve(self, size: int, align: int) -> int:
        """Address of a block; `align` is a power of two. Raises what `grow` raises."""
        size = round_up(size or 1, self.granule)
        address = round_up(self._cursor, align)
        if address + size > self._limit:
            left = round_up(self._cursor, self._page)
            if left < self._limit:
                self._pages.release(left, self._limit - left)
            self._cursor = self._limit = 0
            fresh = 0 if self._pages.has_holes() else SLAB_ALIGN  # fill the holes before a new run is begun
            length = round_up(max(size, fresh), self._page)
            address = self._pages.reserve(length, max(align, self._page))
            self._limit = address + length
        self._cursor = address + size
        self.used += size
        for page in self._pages_of(address, size):
            self._users[page] = self._users.get(page, 0) + 1
        return address

    def committed(self, address: int, size: int) -> None:
        """The block is published: its pages are sealed."""
        last = (address + self.rounded(size) - 1) & -self._page
        if self._cursor & -self._page == last:
            self._cursor = round_up(self._cursor, self._page)

    def release(self, address: int, size: int) -> list[tuple[int, int]]:
        """Take the block back. Returns the runs (address, size) of pages that nothing lives in any more."""
        size = self.rounded(size)
        self.used -= size
        empty = []
        for page in self._pages_of(address, size):
            self._users[page] -= 1
            if self._users[page]:
                continue
            del self._users[page]
            if page < self._cursor < page + self._page:
                self._cursor = page  # still open: every block in it was aborted
            else:
                self._pages.release(page, self._page)
                empty.append((page, self._page))
        return empty

    def free_bytes(self) -> int:
        """Bytes in committed slabs that no block occupies and that can be handed out."""
        return self._pages.free_bytes() + self._limit - self._cursor

    def largest_free(self) -> int:
        """Bytes of the largest run that a block could be cut from."""
        return max(self._pages.largest_free(), self._limit - self._cursor)

    def _pages_of(self, address: int, size: int) -> range:
        return range(address & -self._page, address + size, self._page)
