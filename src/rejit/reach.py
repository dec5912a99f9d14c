"""Everything a function reaches statically, in all modules of the session: compiled before its address leaves Python.

What calls through such an address may have no gate under it, and no Python thread around it. So nothing on the way may
be left to be compiled, and a name that nothing defines is an error now. What is reached through a pointer computed at
run time is not seen.
"""

from __future__ import annotations

from rejit.ir.reach import mentioned, named_by
from rejit.stubs import IFunc, Missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from rejit.module import Module

FEW = 8  # functions compiled as one module; more are shared out among the workers


def prepare(module: Module, name: str, strict: bool = True) -> None:
    """Compile and link a function and all it reaches. Raises what the compiler says; if `strict`, UnresolvedSymbol."""
    session = module.session
    found, outside = _reachable(module, name)
    for home, functions in found.items():
        missing = tuple(f for f in functions if not (f in home.functions and home.functions[f].body))
        home.fetch(missing, bulk=len(missing) > FEW)
        for function in functions:
            home.materialise(home.function(function))
    addresses = {home.resolve(symbol) for home, symbol in outside}
    for stub in list(session.callbacks.stubs):
        if stub.address in addresses:
            if isinstance(stub, Missing):
                if strict:
                    stub.enter(0)  # raises
            elif isinstance(stub, IFunc):
                stub.enter(0)


def _reachable(module: Module, name: str) -> tuple[dict[Module, list[str]], list[tuple[Module, str]]]:
    """The functions by the module that defines them, and the names to be found elsewhere (or that are ifuncs)."""
    session = module.session
    functions: dict[Module, list[str]] = {}
    outside: list[tuple[Module, str]] = []
    seen: set[tuple[int, str]] = set()
    waiting = [(module, name)]
    while waiting:
        home, symbol = waiting.pop()
        if (home.number, symbol) in seen or symbol.startswith("llvm."):
            continue
        seen.add((home.number, symbol))
        entity = home.index.entity(symbol)
        if entity is None:
            continue
        if not entity.defined or entity.interposable:
            owner = session.owner(symbol, None if entity.defined else home, home)
            if owner is not None and owner is not home:
                waiting.append((owner, symbol))
                continue
            if not entity.defined:
                if entity.kind == "function" and entity.linkage != "extern_weak":
                    outside.append((home, symbol))
                continue
        names: Iterable[str]
        if entity.kind == "function":
            functions.setdefault(home, []).append(symbol)
            names = mentioned(home.index, symbol)
        else:
            if entity.kind == "ifunc":
                outside.append((home, symbol))
            names = named_by(home.index, entity)
        waiting.extend((home, one) for one in names)
    return functions, outside
