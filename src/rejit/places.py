"""Where many variables of a module stand: eight bytes for each, where an entry of a dictionary takes a hundred."""

from __future__ import annotations

from _bisect import bisect_left
from ctypes import c_uint32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

LARGEST = (1 << 32) - 1


class Places:
    """Addresses within 4 GiB of `base`, and not `base`, by where variables stand in the text.

    offsets  those of all variables; O(n log n)
    """

    __slots__ = ("_base", "_distances", "_offsets")

    def __init__(self, offsets: Iterable[int], base: int) -> None:
        served = sorted(offset for offset in offsets if offset <= LARGEST)
        self._base = base
        self._offsets: Any = (c_uint32 * len(served))(*served)
        self._distances: Any = (c_uint32 * len(served))()

    def get(self, offset: int) -> int:
        """The address that was put there; 0 for none."""
        at = self._at(offset)
        distance: int = self._distances[at] if at >= 0 else 0
        return self._base + distance if distance else 0

    def put(self, offset: int, address: int) -> bool:
        """Keep an address, or 0 for none: whether it can be kept."""
        at, distance = self._at(offset), address - self._base if address else 0
        if at < 0 or not 0 <= distance <= LARGEST:
            return False
        self._distances[at] = distance
        return True

    def _at(self, offset: int) -> int:
        offsets = self._offsets
        at = bisect_left(offsets, offset)
        return at if at < len(offsets) and offsets[at] == offset else -1
