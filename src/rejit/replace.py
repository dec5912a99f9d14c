"""Replacing one function of a module by new IR: hot reload.

The new text becomes a module of its own whose names are looked up in the old one first, so the new body uses the same
variables and calls the same functions. Its function takes over the old one's stub: cell, slot and number. When the body
is linked the slot leads to it, and the old body is retired. A patch that is replaced in its turn goes with its code and
the variables that only it defined.
"""

from __future__ import annotations

from rejit.compile.transforms import keeps_its_body
from rejit.errors import InputError, SymbolNotFound
from rejit.ir.signature import parse_signature
from rejit.module import Module
from rejit.runtime.reclaim import Parcel
from rejit.runtime.redirect import lead_callers, leave_callees, take_callers
from rejit.source import check_target, intake, read
from rejit.stubs import Function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.ir.index import ModuleIndex

OWN = ("private", "internal")  # constants of this linkage are the text's own, whatever their name


def replace(module: Module, name: str, source: Any) -> None:
    """See `Library.replace`."""
    session = module.session
    data, found, _ = read(source)
    index = intake(data, f"{found} for {module.name}", session._canonical, False)
    check_target(index, session.arch, found)
    _check(module, name, index)
    patch = session._add_index(index, f"{module.name}, new {name}", {}, parent=module)
    try:
        _adopt(patch, module, name)
        patch.fetch((name,))
        session.compiler.replaced(module.number, name)
        with session.reclaimer.room(_leaving(module, name)), session.lock:
            module.check_open(name)
            module.replaced.add(name)
            patch.link(patch.ready[name], session.tier)
            module.estate.generated.append(patch)
            _take_place(module.functions[name], patch.functions[name], module)
    except BaseException:
        if patch not in module.estate.generated:
            _give_back(patch, module, [])
        raise
    # Those that contain the old text are compiled without it; from now on nobody is offered it.
    stale = module.importers(name)
    if stale:
        module.recompile(stale, session.tier)
    session.reclaimer.relieve()


def _leaving(module: Module, name: str) -> int:
    """Bytes of what a function has now: its body, or the patch that brought it."""
    old = module.functions[name]
    if old.module is not module:
        return old.module.size()
    code = old.code
    return 0 if code is None else code.size


def _take_place(old: Function, new: Function, module: Module) -> None:
    """The slot leads to the new body: all else that led to the old one does too, and that is retired."""
    session, name = module.session, new.name
    module.functions[name] = new
    if old.module is not module:
        del old.module.functions[name]  # the new body is none of that patch's
    session.callbacks.stubs[old.number] = new
    module.ready.pop(name, None)
    take_callers(new, old)
    module.forget_continuations(name)
    lead_callers(new, new.address, session.memory)
    code, old.code = old.code, new.code  # not None: a thread may be on its way through `old.enter`
    retired = old.module.retire(code, name) if code is not None else None
    if old.module is not module:
        _retire_patch(old.module, module, retired)


def _check(module: Module, name: str, index: ModuleIndex) -> None:
    """InputError if the text cannot stand for the function."""
    old = module.index.entity(name)
    if name not in module.index.functions or old is None:
        raise SymbolNotFound(f"{module.name}: {name} is no function that is defined here")
    if name not in index.functions:
        raise InputError(f"{name}: the new IR does not define it; it defines {', '.join(list(index.functions)[:4])}")
    if module._has_prefix(name):
        raise InputError(f"{name}: a function with prefix data has its body's address and cannot be replaced")
    if keeps_its_body(module.index, name, drift=True):
        raise InputError(f"{name}: addresses of its labels are kept outside of it, so its body cannot be replaced")
    new = index.entity(name)
    assert new is not None
    before, after = (
        parse_signature(entity.header, home.type_body) for entity, home in ((old, module.index), (new, index))
    )
    if _shape(before) != _shape(after):
        raise InputError(f"{name}: the new IR has another type: {after} instead of {before}")


def _shape(signature: Any) -> tuple[Any, ...]:
    parameters = [(str(p.type), sorted(map(str, p.attributes))) for p in signature.parameters]
    return str(signature.result), signature.varargs, signature.convention, [p[0] for p in parameters]


def _adopt(patch: Module, module: Module, name: str) -> None:
    """Let the patch use the module's names and the function's stub."""
    session = module.session
    with session.lock:
        old = module.function(name)
        new = Function(patch, name)
        new.place, new.slab = old.place, old.slab
        patch.functions[name] = new
        patch.addresses[name] = old.address
        for table in (patch.index.functions, patch.index.variables, patch.index.aliases):
            for symbol in table:
                if symbol != name and module.index.entity(symbol) is not None and not _own(patch.index, symbol):
                    patch.addresses[symbol] = module.resolve(symbol)
        module.fill()


def _own(index: ModuleIndex, name: str) -> bool:
    """Whether a definition of the text is its own although the module has one of that name: a string, say."""
    entity = index.entity(name)
    return entity is not None and entity.kind == "variable" and entity.constant and entity.linkage in OWN


def _retire_patch(patch: Module, module: Module, code: Parcel | None) -> None:
    """The function's last patch has been replaced: its code is retired already, the rest of it goes along."""
    module.estate.generated.remove(patch)
    _give_back(patch, module, [code] if code is not None else [])


def _give_back(patch: Module, module: Module, after: list[Parcel]) -> None:
    """What a patch has made goes, after those parcels."""
    from rejit.unload import take_over

    session = module.session
    bodies = Parcel(f"{patch.name} before", module)
    stubs = Parcel(f"{patch.name} before, stubs", module)
    bodies.after = after
    stubs.after = [*after, bodies]
    with session.lock:
        for body in patch.blocks():
            leave_callees(body, session.memory)  # the function that was replaced lives on, and knows its callers
        take_over(patch, bodies, stubs, False)
    for parcel in (bodies, stubs):
        if parcel.blocks or parcel.data or parcel.stubs:
            session.reclaimer.add(parcel)
