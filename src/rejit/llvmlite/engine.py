"""ExecutionEngine and create_mcjit_compiler: llvmlite's MCJIT, compiled by the same TargetMachine, linked by rejit.

A module is compiled when the engine needs it, whole, by `target_machine.emit_object`: the object is the one MCJIT would
have made, and what the object-cache hooks see. A name is looked for

    in the object itself, in what the engine has loaded, in add_global_mapping's table, in modules not loaded yet (which
    are loaded then), in add_symbol's table and the process

as MCJIT does. A weak definition gives way to one that is loaded; of two strong ones the last loaded counts.
"""

from __future__ import annotations

import ctypes
from _thread import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import llvmlite.binding as llvm
from llvmlite.binding import ffi

from rejit.errors import LinkError, UnresolvedSymbol
from rejit.handles import Address
from rejit.ir.index import ModuleIndex
from rejit.llvmlite.home import home, let_go
from rejit.llvmlite.objectfile import content_of
from rejit.llvmlite.objects import Loading, ObjectModule, call, exports_of, pieces_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rejit.link.blob import Piece

GONE_NAMES = 4096  # of removed modules that are remembered, to say that they are gone rather than never were
HOOKS_FIRST = ("__tls_get_addr",)  # rejit's own pairs are its argument


def not_served(call: str, instead: str) -> NotImplementedError:
    """The error for what a stand-in does not do."""
    return NotImplementedError(f"rejit.llvmlite does not serve llvmlite's {call}; {instead}")


def c_symbol(name: str) -> int | None:
    """The address of a name as llvmlite's engines find it outside themselves: add_symbol's table, the process."""
    if name in HOOKS_FIRST:
        return home().outside.find(name)
    address = llvm.address_of_symbol(_unicode(name))
    return int(address) if address else home().outside.find(name)


def _unicode(name: str) -> str:
    """The object's name, where a character is a byte, as llvmlite writes it."""
    return name.encode("latin-1").decode("utf-8", "surrogateescape")


def elf_name(name: str) -> str:
    """llvmlite's name as the object has it."""
    return name.encode("utf-8", "surrogateescape").decode("latin-1")


class _Entry:
    """A module or object file of an engine."""

    __slots__ = ("handle", "loaded", "module", "name", "names", "pieces")

    def __init__(self, module: Any = None, pieces: list[Piece] | None = None, name: str = "") -> None:
        self.module = module  # the user's ModuleRef; None for an object file
        # A ModuleRef of our own: the user may close his, which leaves the module to the engine.
        self.handle = None if module is None else llvm.ModuleRef(module._ptr, module._context)
        self.pieces = pieces
        self.names = frozenset(exports_of(pieces or ()))
        self.name = name or (module.name if module is not None else "<object>")
        self.loaded: ObjectModule | None = None

    def defines(self, name: str) -> bool:
        """Whether it will have a definition of that name, local ones included."""
        if self.handle is None:
            return name in self.names
        for get in (self.handle.get_function, self.handle.get_global_variable):
            try:
                return not get(_unicode(name)).is_declaration
            except (NameError, UnicodeError):
                pass
        return bool(_alias(self.handle, _unicode(name)))

    def release_handle(self, dispose: bool) -> None:
        if self.handle is not None:
            if not dispose:
                self.handle.detach()
            self.handle.close()
            self.handle = None


def _alias(module: Any, name: str) -> bool:
    """Whether the module has an alias of that name; llvmlite lists none, so the text is asked."""
    text = str(module)
    return f"\n@{name} = " in text or f'\n@"{name}" = ' in text


class ExecutionEngine(llvm.ExecutionEngine):  # type: ignore[misc]
    """llvmlite's ExecutionEngine, on rejit. What it does not serve raises NotImplementedError."""

    def __init__(self, module: Any, target_machine: Any) -> None:
        self._lock = RLock()
        self._machine = target_machine
        self._entries: dict[Any, _Entry] = {}
        self._files: list[_Entry] = []
        self._pending: list[_Entry] = []
        self._loaded: dict[str, ObjectModule] = {}
        self._mappings: dict[str, int] = {}
        self._removed: WeakValueDictionary[str, ObjectModule] = WeakValueDictionary()
        self._gone: dict[str, str] = {}  # name -> the removed module it was in
        self._notify: Callable[[Any, bytes], Any] | None = None
        self._getbuffer: Callable[[Any], bytes | None] | None = None
        self._td = None
        ffi.ObjectRef.__init__(self, Marker(self))
        self._start()
        self._adopt(module)
        target_machine._owned = True

    def _start(self) -> None:
        """What the engine needs of the machine is there, or an EnvironmentFailure says so now."""
        home()

    # -- modules ------------------------------------------------------------------------------------------------

    @property
    def _modules(self) -> set[Any]:
        return set(self._entries)

    def add_module(self, module: Any) -> None:
        """Ownership of the module is transferred to the engine."""
        self._check()
        with self._lock:
            if module in self._entries:
                raise KeyError("module already added to this engine")
            self._adopt(module)

    def _adopt(self, module: Any) -> None:
        entry = _Entry(module)
        module._owned = True
        self._entries[module] = entry
        self._pending.append(entry)

    def add_object_file(self, obj_file: Any) -> None:
        """Add an object file, an ObjectFileRef or a path. Its constructors are not run, as MCJIT does not."""
        self._check()
        name = obj_file if isinstance(obj_file, str) else "<object>"
        if isinstance(obj_file, str):
            with open(obj_file, "rb") as file:
                content = file.read()
        else:
            content = content_of(obj_file)
        entry = _Entry(pieces=pieces_of(content), name=name)
        with self._lock:
            self._files.append(entry)
            self._pending.append(entry)

    def remove_module(self, module: Any) -> None:
        """Ownership of the module is returned. Its code goes when nothing leads to it any more: see Address."""
        self._check()
        with self._lock:
            entry = self._entries.pop(module)  # KeyError, as in llvmlite
            entry.release_handle(dispose=False)
            module._owned = False
            if entry in self._pending:
                self._pending.remove(entry)
            if entry.loaded is not None:
                for name in entry.loaded.exports:
                    if self._loaded.get(name) is entry.loaded:
                        del self._loaded[name]
                        self._removed[name] = entry.loaded
                        self._gone[name] = entry.name
                        if len(self._gone) > GONE_NAMES:
                            del self._gone[next(iter(self._gone))]
            del entry
        let_go()

    # -- compiling ----------------------------------------------------------------------------------------------

    def finalize_object(self) -> None:
        """Compile and link all modules.

        Raises UnresolvedSymbol for a name nothing defines, where llvmlite ends the process."""
        self._check()
        with self._lock:
            self._load(self._pending)

    def _load(self, entries: Iterable[_Entry]) -> None:
        """Load entries and what they refer to in others that are not loaded yet. The lock is held."""
        queue = list(entries)
        if not queue:
            return
        let_go()
        loading = Loading(home(), self._outside, lambda name: self._known(name) is not None)
        chosen: list[_Entry] = []
        try:
            while queue:
                entry = queue.pop(0)
                if entry in chosen:
                    continue
                pieces = self._pieces(entry)
                chosen.append(entry)
                module = loading.place(entry.name, pieces)
                for name in module.undefined(pieces):
                    if name not in loading.names and name not in self._mappings and self._known(name) is None:
                        queue += [e for e in self._waiting(name) if e not in chosen][:1]
            loading.relocate()
            modules = loading.commit()
        except LinkError as error:
            loading.abort()
            error.add_note("create_target_machine(reloc='pic', codemodel='small') makes code that may lie anywhere")
            raise
        except BaseException:
            loading.abort()
            raise
        for entry, module in zip(chosen, modules, strict=True):
            entry.loaded, entry.pieces = module, None
            self._pending.remove(entry)
            for name, weak in module.exports.items():
                if not weak or self._known(name) is None:
                    self._loaded[name] = module
                    self._removed.pop(name, None)
                    self._gone.pop(name, None)

    def _pieces(self, entry: _Entry) -> list[Piece]:
        """The entry's object, from the cache or compiled, taken apart. Compiled once, even if linking fails."""
        if entry.pieces is None:
            content: Any = self._getbuffer(entry.module) if self._getbuffer is not None else None
            compiled = content is None
            if compiled:
                content = self._machine.emit_object(entry.handle)
            entry.pieces = pieces_of(bytes(content or b""))
            if compiled and self._notify is not None:
                self._notify(entry.module, content)
        return entry.pieces

    def _waiting(self, name: str) -> list[_Entry]:
        return [entry for entry in self._pending if entry.defines(name)]

    def _known(self, name: str) -> ObjectModule | None:
        """The loaded module a name is in. One that was removed counts while it is there, as it does for MCJIT."""
        return self._loaded.get(name) or self._removed.get(name)

    def _outside(self, name: str, asking: ObjectModule) -> tuple[int, ObjectModule | None] | None:
        """Where a name is that the objects being loaded do not define."""
        module = self._known(name)
        if module is not None:
            return module.addresses[name], module
        address = self._mappings.get(name) or c_symbol(name)
        return None if address is None else (address, None)

    # -- addresses ----------------------------------------------------------------------------------------------

    def get_function_address(self, name: str) -> int:
        """The address of a function, compiled and linked by now; 0 if the engine has none of that name."""
        return self._address("get_function_address", name)

    def get_global_value_address(self, name: str) -> int:
        """The address of a function or variable; 0 if the engine has none of that name."""
        return self._address("get_global_value_address", name)

    def _address(self, call: str, name: str) -> int:
        self._check()
        elf = elf_name(name)
        with self._lock:
            mapped = self._mappings.get(elf)
            if mapped:
                return mapped
            if self._known(elf) is None:
                found = self._local(elf)
                if found:
                    return found
                self._load(self._waiting(elf)[:1])
            module = self._known(elf)
            if module is not None:
                return Address(module.addresses[elf], module)
            if elf in self._gone:
                raise not_served(
                    f"{call}({name!r}) after remove_module({self._gone[elf]!r})",
                    "take the address before; it stays valid as long as you keep it",
                )
            return self._local(elf)

    def _local(self, name: str) -> int:
        """The address of a function or variable with internal linkage; 0 if none is loaded."""
        for entry in (*self._entries.values(), *self._files):
            if entry.loaded is not None and name in entry.loaded.locals:
                return Address(entry.loaded.locals[name], entry.loaded)
        return 0

    def add_global_mapping(self, gv: Any, addr: int) -> None:
        """References to the global value `gv` lead to `addr` from now on; None or 0 takes that back."""
        self._check()
        self._mappings[elf_name(gv.name)] = addr or 0

    # -- constructors -------------------------------------------------------------------------------------------

    def run_static_constructors(self) -> None:
        """Run the functions in llvm.global_ctors of all modules, in the order of the lists, as llvmlite does."""
        self._run("llvm.global_ctors")

    def run_static_destructors(self) -> None:
        """Run the functions in llvm.global_dtors of all modules."""
        self._run("llvm.global_dtors")

    def _run(self, array: str) -> None:
        self._check()
        todo = []
        with self._lock:
            for entry in list(self._entries.values()):
                names = [name for _, name in structors(entry.handle, array)]
                if names and entry.loaded is None:
                    self._load([entry])
                todo += [self._structor(entry, name) for name in names]
        for address in todo:
            call(address)

    def _structor(self, entry: _Entry, name: str) -> int:
        module = entry.loaded
        assert module is not None
        address = module.addresses.get(name) or module.locals.get(name)
        if address:
            return Address(address, module)
        found = self._outside(name, module)
        if found is None:
            raise UnresolvedSymbol(f"{name}: a constructor or destructor of {entry.name}, and nothing defines it")
        return found[0]

    # -- the rest -----------------------------------------------------------------------------------------------

    def set_object_cache(self, notify_func: Any = None, getbuffer_func: Any = None) -> None:
        """notify_func(module, bytes) gets each compiled object; getbuffer_func(module) may give one instead.

        What they raise is raised by the call that compiles; llvmlite prints it and goes on."""
        self._check()
        self._notify, self._getbuffer = notify_func, getbuffer_func

    @property
    def target_data(self) -> Any:
        """The TargetData of the target machine; it may outlive the engine."""
        if self._td is None:
            self._check()
            self._td = self._machine.target_data
        return self._td

    def enable_jit_events(self) -> bool:
        """False: no profiling tool is connected."""
        self._check()
        return False

    def _check(self) -> None:
        """As llvmlite, whose C functions refuse a closed engine."""
        if self._closed:
            raise ctypes.ArgumentError("this ExecutionEngine was closed")

    def _dispose(self) -> None:
        for module, entry in self._entries.items():
            entry.release_handle(dispose=True)
            module.detach()
        self._entries.clear()
        self._pending.clear()
        self._files.clear()
        self._loaded.clear()
        self._machine._owned = False
        let_go()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    __bool__ = ffi.ObjectRef.__bool__


class Marker:
    """What stands where llvmlite has a pointer: true, and refused by ctypes."""

    def __init__(self, engine: object) -> None:
        self.kind = type(engine).__name__

    def __repr__(self) -> str:
        return f"<no pointer: rejit's {self.kind}>"


def refuse_the_rest(stand_in: type, known: type, call: str) -> None:
    """Methods that a newer llvmlite gave its class, and that are not served here."""

    def refuser(name: str) -> Callable[..., Any]:
        def refuse(self: object, *_: object, **__: object) -> Any:
            raise not_served(
                f"{call}.{name}", "llvmlite's own engine does (rejit.llvmlite.unpatch, or llvmlite.binding)"
            )

        return refuse

    own = {name for base in stand_in.__mro__ if base.__module__.startswith("rejit.") for name in vars(base)}
    for name in vars(known):
        if not name.startswith("_") and name not in own:
            setattr(stand_in, name, refuser(name))


refuse_the_rest(ExecutionEngine, llvm.ExecutionEngine, "ExecutionEngine")


def structors(module: Any, array: str) -> list[tuple[int, str]]:
    """Priority and name of what is in llvm.global_ctors or llvm.global_dtors, in the order of the list."""
    try:
        variable = module.get_global_variable(array)
    except NameError:
        return []
    index = ModuleIndex.build(f"{str(variable).strip()}\n")
    return [
        (priority, name) for priority, name, _ in (index.ctors() if array == "llvm.global_ctors" else index.dtors())
    ]


def create_mcjit_compiler(
    module: Any,
    target_machine: Any,
    use_lmm: bool | None = None,
    *,
    lazy: bool = False,
    tiered: bool = False,
    workers: Any = None,
    opt: int | None = None,
) -> ExecutionEngine:
    """llvmlite's create_mcjit_compiler: an ExecutionEngine that owns `module` and compiles with `target_machine`.

    use_lmm  accepted and of no effect: rejit has memory of its own
    lazy     compile a function when it is called for the first time
    workers  compile in that many processes, at finalize_object or, with `lazy`, at the first calls
    tiered   compile at -O0 first, and what is called often again at -O3
    opt      level (0 to 3) of a lazy or parallel engine, whose compiler `target_machine` is not

    The last four are rejit's own: see rejit.llvmlite.lazy.
    """
    for given, kind in ((module, llvm.ModuleRef), (target_machine, llvm.TargetMachine)):
        if not isinstance(given, kind) or given._closed:
            state = "a closed" if isinstance(given, kind) else "not a"
            raise ctypes.ArgumentError(f"create_mcjit_compiler: {state} {kind.__name__}: {given!r}")
    if lazy or tiered or workers is not None or opt is not None:
        from rejit.llvmlite.lazy import create

        return create(module, target_machine, lazy, tiered, workers, opt)
    return ExecutionEngine(module, target_machine)


def check_jit_execution() -> None:
    """llvmlite's check_jit_execution: OSError if code cannot be made here."""
    from rejit.errors import EnvironmentFailure

    try:
        home()
    except EnvironmentFailure as error:
        raise OSError(f"cannot allocate executable memory: {error}") from error
