"""The steps up from llvmlite's eager engine: lazily, by several processes, through Session.add.

    lazy=True   a function is compiled when it is called for the first time; its address is its stub's
    tiered=True as lazy; a function starts at level 0 and is recompiled at `opt` when it is hot
    workers=N   functions are compiled by N processes; without lazy, finalize_object compiles all of them at once

The IR goes in as text and is compiled by rejit's own pipeline for this CPU, at the level `opt`: passes included, so the
module need not be optimised before. Of the TargetMachine only triple and data layout count: llvmlite tells no more.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from rejit.handles import Address
from rejit.llvmlite.engine import ExecutionEngine, elf_name, not_served
from rejit.llvmlite.objectfile import content_of
from rejit.session import Session
from rejit.tiers import Tier

if TYPE_CHECKING:
    from rejit.library import Library

MANY = 200  # functions of a module that is large
OPT = 3  # a lazy engine compiles only what runs, so at the level of what is called often


class SessionEngine(ExecutionEngine):
    """An ExecutionEngine whose modules are modules of a Session of its own."""

    def __init__(self, module: Any, target_machine: Any, lazy: bool, workers: Any, tiers: tuple[Tier, ...]) -> None:
        self.session = Session(workers="auto" if workers is None else workers, tiers=tiers)
        self.session.hooks.owns_process = True  # exit and exit handlers are C's own, as they are for llvmlite's engines
        self._lazy = lazy
        self._libraries: dict[Any, Library] = {}
        super().__init__(module, target_machine)

    def _start(self) -> None:
        """Nothing: the session is made."""

    def add_object_file(self, obj_file: Any) -> None:
        """Add an object file, an ObjectFileRef or a path, for all modules of the engine. Its constructors are run."""
        self._check()
        self.session.add_object(obj_file if isinstance(obj_file, str) else content_of(obj_file))

    def remove_module(self, module: Any) -> None:
        """Not served."""
        raise not_served(
            "ExecutionEngine.remove_module on a lazy or parallel engine",
            "an eager engine (without lazy= and workers=) removes modules; closing this engine lets all go",
        )

    def set_object_cache(self, notify_func: Any = None, getbuffer_func: Any = None) -> None:
        """Not served: there are no objects of whole modules."""
        raise not_served(
            "ExecutionEngine.set_object_cache on a lazy or parallel engine",
            "an eager engine (without lazy= and workers=) has whole objects",
        )

    def finalize_object(self) -> None:
        """Take all modules in; without lazy, compile them. CompileError lists what could not be compiled."""
        self._check()
        with self._lock:
            new = self._take_in()
            self.session.tiering.start()
            if not self._lazy:
                for library in new:
                    library.compile()

    def _take_in(self) -> list[Library]:
        """Hand the pending modules to the session, as they are now."""
        new = []
        if any(_is_large(entry.handle) for entry in self._pending):
            self.session.compiler.start()  # it loads LLVM while LLVM prints here
        for entry in list(self._pending):
            library = self.session.add(str(entry.handle), entry.name)
            self._pending.remove(entry)
            self._libraries[entry.module] = library
            new.append(library)
        return new

    def _address(self, call: str, name: str) -> int:
        self._check()
        elf = elf_name(name)
        with self._lock:
            mapped = self._mappings.get(elf)
            if mapped:
                return mapped
            self.finalize_object()
            for library in reversed(list(self._libraries.values())):
                index = library._module.index
                if any(elf in table for table in (index.functions, index.variables, index.aliases, index.ifuncs)):
                    address = library._module.resolve(elf)
                    with self.session.lock:
                        library._module.fill()
                    return Address(address, library)
            return 0

    def add_global_mapping(self, gv: Any, addr: int) -> None:
        """References to the global value `gv` lead to `addr`; those linked already stay as they are."""
        super().add_global_mapping(gv, addr)
        if addr:
            self.session.symbols[elf_name(gv.name)] = addr
        else:
            self.session.symbols.pop(elf_name(gv.name), None)

    def run_static_constructors(self) -> None:
        """Run the constructors of all modules, once, by priority."""
        self._check()
        with self._lock:
            self._take_in()
            modules = [library._module for library in self._libraries.values() if not library._module.initialised]
        for module in modules:
            self.session.initialise(module)

    def run_static_destructors(self) -> None:
        """Run the functions in llvm.global_dtors of all modules."""
        self._check()
        for library in list(self._libraries.values()):
            for _, name, _ in library._module.index.dtors():
                self.session.call_address(library._module.resolve(name), None)

    def _dispose(self) -> None:
        super()._dispose()
        self._libraries.clear()
        self.session.close()


def _is_large(module: Any) -> bool:
    """Whether to print it takes as long as to start a compile server."""
    return next(islice(module.functions, MANY, None), None) is not None


def create(module: Any, target_machine: Any, lazy: bool, tiered: bool, workers: Any, opt: int | None) -> SessionEngine:
    """The engine for create_mcjit_compiler's steps up."""
    if opt is not None and opt not in range(4):
        raise ValueError(f"opt={opt}: from 0 to 3")
    last = Tier(OPT if opt is None else opt)
    tiers = (Tier(0), last) if tiered and last.level else (last,)
    return SessionEngine(module, target_machine, lazy or tiered, workers, tiers)
