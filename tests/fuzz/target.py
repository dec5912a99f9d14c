"""What is fuzzed: index, partitions and intake take any text at all, and answer with a result or a typed error.

`check` runs one input through all of it. Whatever else than an InputError comes out is a defect, and so is an input
of a few kilobytes that takes seconds.
"""

from __future__ import annotations

import time

from rejit.errors import InputError, NotCanonical
from rejit.ir.index import ModuleIndex
from rejit.ir.partition import partition, variable_closure
from rejit.ir.reach import ranked_callees
from rejit.source import intake

LIMIT_S = 2.0  # for one input


class TooSlow(Exception):
    """An input took longer than LIMIT_S."""


class _NeedsLLVM(InputError):
    """Stands for LLVM's reprint, which is not what is fuzzed."""


def _canonical(data: bytes, verify: bool) -> str:
    raise _NeedsLLVM


def check(data: bytes) -> bool:
    """Run one input; whether an index came of it. Raises what should not have been raised."""
    start = time.monotonic()
    try:
        index = intake(data, "fuzzed", _canonical)
    except InputError:
        return False
    again = ModuleIndex.load(index.dump(), index.text)
    assert again.functions == index.functions
    for name in list(index.functions)[:20]:
        try:
            partition(again, [name])
            ranked_callees(again, name)
        except InputError:
            pass
    for name in list(index.variables)[:20]:
        try:
            variable_closure(again, [name])
            partition(again, (), (name,))
        except InputError:
            pass
    for names in (index.aliases, index.ifuncs, index.declarations):
        for name in list(names)[:20]:
            try:
                index.entity(name)
            except InputError:
                pass
    try:
        index.ctors()
        index.dtors()
    except InputError:
        pass
    if time.monotonic() - start > LIMIT_S:
        raise TooSlow(f"{time.monotonic() - start:.1f} s for {len(data)} bytes")
    return True


__all__ = ["LIMIT_S", "NotCanonical", "TooSlow", "check"]
