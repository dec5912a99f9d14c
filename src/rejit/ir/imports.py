"""Which callees are compiled along with a hot function, so that LLVM can inline them.

A function alone is slower at -O3 than with its callees in sight, and with all of them it gets slower again and costs
ten times the compile. So callees are imported as ThinLTO does: small ones, and the further from the function the
smaller (each level multiplies the limit by `DECAY`). Their bodies come along as `available_externally`: LLVM may inline
them and emits none of them.
"""

from __future__ import annotations

from rejit.ir.labels import labels_of
from rejit.ir.reach import called

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from rejit.ir.index import ModuleIndex

DECAY = 0.7
HOT_FACTOR = 2.5  # a callee that is hot itself may be so much larger
MOST_LINES = 2500  # imported into one partition: bounds the compile, whatever the call graph looks like
SMALLEST = 8  # lines; below this a level's limit does not fall

# What the inliner refuses, or what must exist once.
_NEVER = ("@llvm.va_start", "blockaddress(", "indirectbr ", "@llvm.localescape", "callbr ")
_NEVER_ATTRIBUTES = (" noinline", " naked", " returns_twice", " presplitcoroutine", " optnone")


def importable(
    index: ModuleIndex, functions: Iterable[str], limit: int, hot: Container[str] = frozenset()
) -> list[str]:
    """Names of the module's functions to import beside `functions`, the nearest first. O(text of what is looked at).

    limit: lines of a direct callee's body; of one in `hot`, more. `noinline` counts unless it only accompanies
    `optnone`.
    """
    own = dict.fromkeys(functions)
    found: dict[str, None] = {}
    level, left, size = list(own), MOST_LINES, float(limit)
    while level and left > 0:
        following: list[str] = []
        for caller in level:
            for name in called(index, caller):
                if name in own or name in found:
                    continue
                lines = lines_of(index, name)
                most = size * HOT_FACTOR if name in hot else size
                if lines > most or lines > left or not _inlinable(index, name):
                    continue
                found[name] = None
                left -= lines
                following.append(name)
        level, size = following, max(size * DECAY, SMALLEST)
    return list(found)


def never_import(index: ModuleIndex, name: str) -> None:
    """A function's text is not what runs any more: nobody is to contain it."""
    known = index.caches.setdefault("inlinable", {})
    assert isinstance(known, dict)
    known[name] = False


def lines_of(index: ModuleIndex, name: str) -> int:
    """Lines of a function's text."""
    counts = index.caches.setdefault("lines", {})
    assert isinstance(counts, dict)
    count = counts.get(name)
    if count is None:
        start = index.functions[name]
        count = counts[name] = index.text.count("\n", start, index.function_end(start))
    return int(count)


def _inlinable(index: ModuleIndex, name: str) -> bool:
    known = index.caches.setdefault("inlinable", {})
    assert isinstance(known, dict)
    answer = known.get(name)
    if answer is None:
        answer = known[name] = _may_be_inlined(index, name)
    return bool(answer)


def _may_be_inlined(index: ModuleIndex, name: str) -> bool:
    entity = index.entity(name)
    if entity is None or name in labels_of(index).groups:
        return False
    if entity.linkage in ("weak", "linkonce", "common"):
        return False  # another definition may count at run time
    attributes = entity.tail
    for number in _groups(attributes):
        offset = index.attributes.get(number)
        if offset is not None:
            attributes += index.line_at(offset)
    if " optnone" in attributes:
        attributes = attributes.replace(" optnone", "").replace(" noinline", "")
    if any(word in attributes for word in _NEVER_ATTRIBUTES):
        return False
    start = index.functions[name]
    end = index.function_end(start)
    return all(index.text.find(word, start, end) < 0 for word in _NEVER)


def _groups(tail: str) -> list[str]:
    return [word[1:] for word in tail.split() if word[0] == "#" and word[1:].isdigit()]
