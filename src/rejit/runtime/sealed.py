"""Unwind tables sealed into few, for libgcc 12 and earlier, which keep a list of what is registered.

    addresses      | body table | body table | ...   | body table |        | body table | body table | ...
    registered     |<------------- a leaf ------------>|  alone              |<------- another leaf ----->

A leaf is one object of libgcc (`__register_frame_info_table`): an array of the addresses of up to MEMBERS tables that
follow each other, in address order, then 0. The tables stay in the blocks that they describe: nothing is copied or
relocated, and an FDE that a lookup has given to a thread lives as long as the body, whatever is sealed meanwhile.

libgcc's list is in descending order of where objects begin. A lookup takes the first that begins at or below the
address, searches it, and looks no further in the list if the address is not in it; then it moves what was registered
since the last lookup into the list, one after the other, until one has the address (`_Unwind_Find_FDE` in
unwind-dw2-fde.c). So what is registered must not overlap: an object that begins inside another one hides the rest of
that. From this follow the rules here:

    - A table whose place is inside a leaf becomes a member of it. The leaf is made anew; one that is full becomes two.
    - A leaf stays within REGION-sized aligned pieces of the address range. Code memory begins at such a boundary, so a
      leaf never spans what other JITs register.
    - Of a leaf or a table that changes, the new object is registered before the old ones are withdrawn, and these from
      low to high addresses: what begins inside the new leaf and is still in the list has its own address.
    - A table is withdrawn by a leaf without it. Small leaves join with a neighbour.
    - The object of a leaf that has changed is not used again at once (`Pool.retire`).

What the first throw would have to sort is sorted here, whenever UNSORTED tables were registered: a lookup that fails
has libgcc move all it has into its list.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from itertools import groupby

from rejit.errors import InternalError
from rejit.runtime.unwind import Overtaken, Pool, _libgcc, commit, deregister, objects, withdrawal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rejit.runtime.unwind import Step, Turn

MEMBERS = 96  # of a leaf: 500 objects for 50,000 functions, and a leaf is made anew in some microseconds
FEW = MEMBERS // 4  # members with which a leaf joins a neighbour, if both have less than half of what there is room for
REGION = 21  # bits; what code memory is aligned to (ranges.BASE_ALIGN)
UNSORTED = 2048  # tables; 50 ns each

_Members = ctypes.c_size_t * (MEMBERS + 1)
_register_many: Callable[[int, int], None] = _libgcc.__register_frame_info_table
_libgcc.__register_frame_info_table.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
_libgcc.__register_frame_info_table.restype = None
_find: Callable[[int, int], int] = _libgcc._Unwind_Find_FDE
_libgcc._Unwind_Find_FDE.argtypes = (ctypes.c_size_t, ctypes.c_size_t)
_libgcc._Unwind_Find_FDE.restype = ctypes.c_size_t


class SealedTables:
    """The leaves of the process. Every method is called with the lock of rejit.runtime.unwind held.

    alone  the tables that are registered one by one, sorted, none of them inside a leaf; `seal` takes from it
    """

    __slots__ = (
        "_alone",
        "_arrays",
        "_bases",
        "_counts",
        "_highs",
        "_lows",
        "_objects",
        "_pool",
        "_spare",
        "_unsorted",
    )

    def __init__(self, alone: list[int]) -> None:
        """Raises OSError if there is no memory."""
        self._alone = alone
        self._pool = Pool(ctypes.sizeof(_Members))
        self._bases = self._pool.take()  # where a lookup would leave its result
        self._spare = [(objects.take(), self._pool.take())]  # for `remove`, which must not fail
        # The leaves in address order: first and last member, number of members, object, array.
        self._lows: list[int] = []
        self._highs: list[int] = []
        self._counts: list[int] = []
        self._objects: list[int] = []
        self._arrays: list[int] = []
        self._unsorted = 0

    def __len__(self) -> int:
        return len(self._lows)

    def insert(self, turn: Turn, table: int) -> bool:
        """Register a table, if its place is in a leaf. Raises OSError if there is no memory, and Overtaken."""
        at = self._leaf(table)
        if at < 0:
            return False
        members = self._members(at)
        members.insert(bisect_right(members, table), table)
        half = len(members) // 2
        parts = [members] if len(members) <= MEMBERS else [members[:half], members[half:]]
        self._replace(turn, at, at + 1, parts, self._room(len(parts)), [])
        return True

    def remove(self, turn: Turn, tables: Sequence[int]) -> int:
        """Withdraw those of sorted `tables` that are in the same leaf as the first: how many. Raises Overtaken."""
        at = self._leaf(tables[0])
        if at < 0:
            return 0
        count = bisect_right(tables, self._highs[at])
        kept = self._members(at)
        for table in tables[:count]:
            place = bisect_left(kept, table)
            if place == len(kept) or kept[place] != table:
                raise InternalError("an unwind table is withdrawn that was not registered")
            del kept[place]
        first, last = at, at + 1
        between: list[int] = []
        if 0 < len(kept) <= FEW:
            first, last, kept, between = self._joined(at, kept)
        if not kept:
            self._replace(turn, first, last, [], [], [])
            return count
        try:
            room = self._room(1)
        except OSError:
            room = [self._spare.pop()]
        self._replace(turn, first, last, [kept], room, between)
        return count

    def seal(self, turn: Turn) -> None:
        """Make leaves of the tables that stand alone. Raises OSError if there is no memory, with some of them left, and
        Overtaken."""
        runs = groupby(list(self._alone), lambda table: (bisect_right(self._lows, table), table >> REGION))
        for run in [list(tables) for _, tables in runs]:
            for start in range(0, len(run), MEMBERS):
                self._add(turn, run[start : start + MEMBERS])

    # -- inside ----------------------------------------------------------------------------------------------------

    def _leaf(self, table: int) -> int:
        """The number of the leaf that a place is in; -1 for none."""
        at = bisect_right(self._lows, table) - 1
        return at if at >= 0 and table <= self._highs[at] else -1

    def _members(self, at: int) -> list[int]:
        return _Members.from_address(self._arrays[at])[: self._counts[at]]

    def _near(self, at: int, table: int) -> bool:
        """Whether there is a leaf with this number, in the same region as a table."""
        return 0 <= at < len(self._lows) and self._lows[at] >> REGION == table >> REGION

    def _add(self, turn: Turn, tables: list[int]) -> None:
        """Tables that stand alone between two leaves go to the lower leaf, to the upper one, or to one of their own."""
        first = last = bisect_right(self._lows, tables[0])
        members = tables
        if self._near(first - 1, tables[0]) and self._counts[first - 1] < MEMBERS:
            first -= 1
            members = self._members(first) + tables
        elif self._near(last, tables[0]) and self._counts[last] + len(tables) <= MEMBERS:
            members = tables + self._members(last)
            last += 1
        parts = [members[start : start + MEMBERS] for start in range(0, len(members), MEMBERS)]
        self._replace(turn, first, last, parts, self._room(len(parts)), tables)

    def _joined(self, at: int, kept: list[int]) -> tuple[int, int, list[int], list[int]]:
        """A leaf that has few members left, with a neighbour and what stands alone between them, if these are few too:
        first and last leaf, members, those of them that stood alone."""
        for other in (at - 1, at + 1):
            if self._near(other, kept[0]) and self._counts[other] + len(kept) < MEMBERS // 2:
                first, last = sorted((at, other))
                low, high = (bisect_left(self._alone, table) for table in (self._highs[first], self._lows[last]))
                between = self._alone[low:high]
                members = sorted(self._members(other) + kept + between)
                if len(members) <= MEMBERS:
                    return first, last + 1, members, between
        return at, at + 1, kept, []

    def _room(self, count: int) -> list[tuple[int, int]]:
        """Objects and arrays. Raises OSError."""
        taken: list[int] = []
        arrays: list[int] = []
        try:
            while len(arrays) < count:
                taken.append(objects.take())
                arrays.append(self._pool.take())
        except OSError:
            objects.give(taken)
            self._pool.give(arrays)
            raise
        return list(zip(taken, arrays, strict=True))

    def _replace(
        self,
        turn: Turn,
        first: int,
        last: int,
        parts: list[list[int]],
        room: list[tuple[int, int]],
        alone: list[int],
    ) -> None:
        """Make the leaves `first` to before `last`, and tables that stand alone there, into leaves of these members."""
        steps: list[Step] = []
        for (place, array), members in zip(room, parts, strict=True):
            _Members.from_address(array)[: len(members) + 1] = [*members, 0]
            steps.append((_register_many, array, place))
        going = [(table, withdrawal(table)) for table in alone]
        going += [(self._lows[at], [(deregister, self._arrays[at])]) for at in range(first, last)]
        for _, withdrawn in sorted(going, key=lambda entry: entry[0]):
            steps += withdrawn
        replaced = slice(first, last)
        start = bisect_left(self._alone, alone[0]) if alone else 0
        old = self._arrays[replaced]
        steps += [
            (self._lows.__setitem__, replaced, [part[0] for part in parts]),
            (self._highs.__setitem__, replaced, [part[-1] for part in parts]),
            (self._counts.__setitem__, replaced, [len(part) for part in parts]),
            (self._objects.__setitem__, replaced, [place for place, _ in room]),
            (self._arrays.__setitem__, replaced, [array for _, array in room]),
            (self._alone.__delitem__, slice(start, start + len(alone))),
        ]
        try:
            free = commit(turn, steps, self._objects[replaced])
        except Overtaken:
            objects.give([place for place, _ in room])
            self._pool.give([array for _, array in room])
            raise
        if not self._spare:
            self._spare.append((free.pop(), old.pop()))
        objects.retire(free)
        self._pool.give(old)
        self._unsorted += sum(map(len, parts))
        if self._unsorted >= UNSORTED:
            self._unsorted = 0
            _find(0, self._bases)
