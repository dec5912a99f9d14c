"""Closing a module: who still needs it, its destructors, and taking it out of every table.

Its memory goes to the reclaimer in two parcels, which are free once nothing can lead back into them:

    bodies   code, unwind tables, variables, GOT words. New calls end at the stubs, which lead to their trampolines
             again; what raises there is Unloaded.
    stubs    cells, slots and gates, after the bodies, which call through them.

What this module links to outlives its bodies: their parcel stands before that of any module they refer to.
"""

from __future__ import annotations

from rejit.errors import Busy
from rejit.ir.index import ModuleIndex
from rejit.runtime.reclaim import Parcel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.library import Holder, Library
    from rejit.module import Module

NAMED = 4  # holders a message names


def close(library: Library, force: bool) -> None:
    """See `Library.close`."""
    module = library._module
    session = module.session
    with session.lock:
        if module.closed:
            return
        _refuse(library, force)
    session.hooks.run_exit_handlers_of(module)
    with session.reclaimer.room(_size(module)), session.lock:
        if module.closed:
            return
        _refuse(library, force)  # a destructor may have handed something out
        _withdraw(module, library.held(), force)
        library.release()
    session.reclaimer.relieve()


def close_dropped(module: Module) -> None:
    """Close a module that nobody holds, unless it is there for others."""
    session = module.session
    with session.lock:
        if module.closed or not module.estate.taken or session.hooks.owns_process or _linking(module):
            return
        if any(_declares(other, module) for other in session.modules if other is not module):
            return
    session.hooks.run_exit_handlers_of(module)
    with session.reclaimer.room(_size(module)), session.lock:
        if module.closed or module.estate.fetches or _linking(module):
            return
        _withdraw(module, [], False)
    session.reclaimer.relieve()


def _size(module: Module) -> int:
    return module.size() + sum(made.size() for made in list(module.estate.generated))


def _declares(other: Module, module: Module) -> bool:
    """Whether a module may come to refer to another one that it has not been linked to yet."""
    mine = module.index
    few, many = other.index.declarations, mine.functions
    return any(name in many or name in mine.variables or name in mine.aliases for name in few)


def _linking(module: Module) -> list[Module]:
    """Open modules that need this one."""
    others = dict.fromkeys(other for other in module.estate.linked_by if not other.closed)
    for _, modules in module.session.sections_with(module):
        others.update(dict.fromkeys(other for other in modules if other is not module and not other.closed))
    return list(others)


def _refuse(library: Library, force: bool) -> None:
    """Busy if the module cannot be closed."""
    module = library._module
    name = module.name
    linking = _linking(module)
    if linking:
        raise Busy(f"{name}: {_listed([f'{other.name} links to it' for other in linking])}; close these first")
    if module.estate.fetches:
        raise Busy(f"{name}: another thread waits for a function of it to be compiled")
    if force:
        return
    held = [*library.held_functions(), *(holder.what for holder in library.held())]
    if held:
        raise Busy(f"{name}: still held: {_listed(held)}; drop what is held, or close(force=True)")


def _listed(names: list[str]) -> str:
    shown = list(dict.fromkeys(names))
    more = f" and {len(shown) - NAMED} more" if len(shown) > NAMED else ""
    return ", ".join(shown[:NAMED]) + more


def _withdraw(module: Module, held: list[Holder], forced: bool) -> None:
    """Take the module, and what was generated for it, out of the session. The session's lock is held."""
    session = module.session
    bodies, stubs = Parcel(f"{module.name}, code and data"), Parcel(f"{module.name}, stubs")
    bodies.after = [*session.reclaimer.parcels_of(module), *module.estate.earlier]
    stubs.after = [bodies]
    for holder in held:
        if holder.data:
            bodies.hold(holder)
        stubs.hold(holder)
    for name, _ in session.sections_with(module):
        bodies.data.append(session.forget_section(name))
    for going in (module, *module.estate.generated):  # a patch's stubs are its own, the function's is the module's
        take_over(going, bodies, stubs, forced)
    for parcel in (bodies, stubs):
        session.reclaimer.add(parcel)


def take_over(module: Module, bodies: Parcel, stubs: Parcel, forced: bool) -> None:
    """Move one module's estate into the parcels. Only handles know a gate: if none is left, nothing leads there."""
    session, estate = module.session, module.estate
    module.closed = True
    session.forget(module)
    for stub in estate.stubs:
        session.callbacks.close(stub)
    for other in estate.links:
        other.estate.linked_by.discard(module)
        other.estate.earlier = [parcel for parcel in other.estate.earlier if not parcel.freed]
        other.estate.earlier.append(bodies)
    for block in module.blocks():
        bodies.add_code(block)
    bodies.data += estate.data
    bodies.keep += estate.kept
    stubs.stubs += estate.stubs
    for gate in estate.gates:
        stubs.add_code(gate, sought=forced)
    module.strip(ModuleIndex.build(""))
