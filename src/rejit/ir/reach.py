"""What a function's text names: for speculation, and for compiling all that can be reached from it."""

from __future__ import annotations

import marshal
import re

from rejit.ir.names import name_of, tokens_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.entity import Entity
    from rejit.ir.index import ModuleIndex

_BRANCHES = ("\n  br i1 ", "\n  switch ", "\n  indirectbr ", " invoke ")
_CALLED = re.compile(r'call [^@\n]*@("[^"]*"|[-a-zA-Z$._0-9]+)\(')
_CALLEE = re.compile(r' @("[^"]*"|[-a-zA-Z$._0-9]+)\(')  # only a callee is followed by its arguments
_GLOBAL = re.compile(r'@("[^"]*"|[-a-zA-Z$._0-9]+)')


def size_of(index: ModuleIndex, function: str) -> int:
    """Characters of a function's text."""
    start = index.functions[function]
    return index.function_end(start) - start


def mentioned(index: ModuleIndex, function: str) -> list[str]:
    """The globals a function's text names, in order of the first occurrence. O(its text)."""
    kept = _kept(index, function)
    if kept is not None:
        return kept
    start = index.functions[function]
    tokens = dict.fromkeys(_GLOBAL.findall(index.text, start, index.function_end(start)))
    return [name_of(token) for token in tokens]


def called(index: ModuleIndex, function: str) -> list[str]:
    """The module's functions that a function calls by name, in order of the first call. O(its text)."""
    start = index.functions[function]
    tokens = dict.fromkeys(_CALLEE.findall(index.text, start, index.function_end(start)))
    return [name for name in map(name_of, tokens) if name in index.functions and name != function]


def _kept(index: ModuleIndex, name: str) -> list[str] | None:
    """What was noted of a name, where the text is not at hand (`cache/index.py`)."""
    kept = index.caches.get("mentions")
    if isinstance(kept, bytes):
        kept = index.caches["mentions"] = marshal.loads(kept)
    return kept.get(name) if kept is not None else None


def named_by(index: ModuleIndex, entity: Entity) -> list[str]:
    """The globals that a variable's initialiser names, or what an alias or ifunc stands for."""
    kept = _kept(index, entity.name)
    if kept is not None:
        return kept
    text = entity.initializer if entity.kind == "variable" else entity.header[entity.init :]
    return [name_of(token) for token in tokens_in(text)]


def ranked_callees(index: ModuleIndex, function: str) -> tuple[list[str], list[str]]:
    """The module's functions that a function names, in order: (those every run of it calls, the others)."""
    start = index.functions.get(function)
    if start is None:
        return [], []
    end = index.function_end(start)
    text, functions = index.text, index.functions
    branch = min(at for find in _BRANCHES if (at := text.find(find, start, end)) >= 0 or (at := end))
    certain = dict.fromkeys(_CALLED.findall(text, start, branch))
    names = dict.fromkeys(_GLOBAL.findall(text, start, end))
    first = [name for name in map(name_of, certain) if name in functions and name != function]
    return first, [
        name for token in names if token not in certain and (name := name_of(token)) in functions and name != function
    ]
