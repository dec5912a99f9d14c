"""What to compile before it is asked for.

A function that was just used makes its callees likely. How likely was read off SQLite's start (1,653 edges from a
used function to one it names, 53 % of which were used as well): a call that every path takes is certain, the first
named callee is used in 77 % of cases, the twentieth in 38 %, and those of functions that name very many in half as
many. Mentions by several used functions add up, as independent chances do; those by a function that is only speculated
count less.

Of two that are equally likely the smaller goes first: for the time it takes it saves more. (SQLite's start, simulated
with measured costs: a fifth fewer waits than by chance alone, two thirds of what an oracle would save.)
"""

from __future__ import annotations

from heapq import heappop, heappush

from rejit.ir import reach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from rejit.ir.index import ModuleIndex

FIRST = 0.8  # chance of the first callee that not every path calls
HALVING = 16  # callees on, the chance is half
MANY = 32  # callees: a function that names more of them (a dispatcher) is less telling
MANY_FACTOR = 0.6
FEW, FEW_ALONE, LIKELY = 12, 4, 0.6
GUESS_FACTOR = 0.8  # what a mention by a function that is itself a guess is worth
# Being asked for costs a fixed time beside the compile (a round trip, a module of its own), which counts most for a
# small function. In characters whose compile takes as long: a demand, and a place in a batch.
DEMAND = 12_000
PLACE = 3_000
# What comes along with a function that a thread waits for. Each makes it wait longer by its place, and saves a demand.
COMPANIONS = 6
COMPANIONS_SIZE = 12_000  # characters of all
COMPANION_SIZE = 4_000
COMPANION_CHANCE = 0.6


class Speculation:
    """The chances of one module's functions to be called soon."""

    __slots__ = ("_heap", "_index", "_known", "_order", "_sizes", "chances")

    def __init__(self, index: ModuleIndex, known: Container[str]) -> None:
        self._index = index
        self._known = known  # functions that are compiled or being compiled
        self.chances: dict[str, float] = {}
        self._order = 0  # of two equal chances the earlier mention comes first
        self._sizes: dict[str, int] = {}
        # (-worth, order, name, chance); outdated where `chances` says otherwise
        self._heap: list[tuple[float, int, str, float]] = []

    def mention(self, name: str, certainty: float = 1.0) -> None:
        """A function is used, or likely to be: so are those it names."""
        certain, others = reach.ranked_callees(self._index, name)
        factor = certainty if len(certain) + len(others) <= MANY else certainty * MANY_FACTOR
        for callee in certain:
            self._raise(callee, certainty)
        for position, callee in enumerate(others, len(certain)):
            self._raise(callee, factor * FIRST, position)

    def _raise(self, name: str, first: float, position: int = 0) -> None:
        if name not in self._known:
            chance = self.chances[name] = self._chance(name, first, position)
            size = self._size(name)
            heappush(self._heap, (-chance * (size + DEMAND) / (size + PLACE), self._order, name, chance))
            self._order += 1

    def _size(self, name: str) -> int:
        size = self._sizes.get(name)
        if size is None:
            size = self._sizes[name] = reach.size_of(self._index, name)
        return size

    def cost(self, names: Iterable[str]) -> int:
        """What compiling them as one module takes, in characters."""
        return DEMAND - PLACE + sum(self._size(name) + PLACE for name in names)

    def companions(self, functions: Sequence[str]) -> list[str]:
        """Small functions that are called where `functions` are, or likely to be: their callees and so on."""
        found: list[str] = []
        left = COMPANIONS_SIZE
        for name in (waiting := list(functions)):  # grows
            certain, others = reach.ranked_callees(self._index, name)
            if len(certain) + len(others) > MANY:
                others = []
            factor = GUESS_FACTOR if name in found else 1.0
            for position, callee in enumerate((*certain, *others)):
                chance = 1.0 if position < len(certain) else self._chance(callee, factor * FIRST, position)
                if chance < COMPANION_CHANCE or callee in self._known or callee in waiting:
                    continue
                size = self._size(callee)
                if size <= min(left, COMPANION_SIZE):
                    left -= size
                    found.append(callee)
                    waiting.append(callee)
                    if len(found) == COMPANIONS:
                        return found
        return found

    def _chance(self, name: str, first: float, position: int) -> float:
        """The chance of a function with one mention more, by a function that names it at that position."""
        return 1 - (1 - self.chances.get(name, 0.0)) * (1 - first / (1 + position / HALVING))

    def forget(self, name: str) -> None:
        """The function was asked for."""
        self.chances.pop(name, None)

    def take(self, count: int, size: int, least: float, largest: float, few: int = FEW) -> list[str]:
        """Up to `count` functions of together about `size` characters, worthiest first. Each has the chance `least`,
        and those beyond `few` have LIKELY: the longer a batch, the later the next guess, which knows more.

        One that is larger than `size` goes alone, if it is not larger than `largest`: it is what a thread would wait
        longest for.
        What they name becomes likelier in turn."""
        chances, heap = self.chances, self._heap
        batch: list[tuple[str, float]] = []
        later: list[tuple[float, int, str, float]] = []
        while heap and len(batch) < count:
            entry = heappop(heap)
            _, _, name, chance = entry
            if len(batch) >= few and chance < LIKELY:
                later.append(entry)
                break
            if chances.get(name) != chance or chance < least:
                continue  # outdated; or too unlikely, until something more mentions it
            if name in self._known:
                del chances[name]
                continue
            length = self._size(name)
            if length > size and (batch or length > largest):
                later.append(entry)
                if len(later) > count:
                    break
                continue
            size -= length
            batch.append((name, chances.pop(name)))
        for entry in later:
            heappush(heap, entry)
        for name, chance in batch:
            self.mention(name, chance * GUESS_FACTOR)
        return [name for name, _ in batch]
