"""create_lljit_compiler, JITLibraryBuilder and ResourceTracker: llvmlite's ORC engine, on rejit.

A library is one or more objects loaded together. Its names are looked for

    in the library's own objects, among its imports, in the libraries it was given, in their order, and, after
    add_current_process, in add_symbol's table and the process

Dropping a library's tracker unloads it: its name finds nothing any more, and its memory is given back once no library
linked to it and no address taken from it is left.
"""

from __future__ import annotations

from _thread import RLock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import llvmlite.binding as llvm
from llvmlite.binding import ffi

from rejit.errors import RejitError
from rejit.handles import Address
from rejit.llvmlite.engine import Marker, c_symbol, elf_name, not_served, refuse_the_rest, structors
from rejit.llvmlite.home import home, let_go
from rejit.llvmlite.objects import Loading, ObjectModule, call, exports_of, pieces_of

if TYPE_CHECKING:
    import os

    from rejit.link.blob import Piece


class JITLibraryBuilder:
    """Collects the compilation units of a library: see llvmlite.binding.JITLibraryBuilder.

    All methods but `link` return the builder."""

    def __init__(self) -> None:
        self._units: list[tuple[str, Any]] = []
        self._libraries: list[str] = []
        self._process = False
        self._exports: set[str] = set()
        self._imports: dict[str, int] = {}

    def add_ir(self, llvmir: Any) -> JITLibraryBuilder:
        """LLVM IR: a string, or what str() turns into it."""
        self._units.append(("ir", str(llvmir)))
        return self

    def add_native_assembly(self, asm: Any) -> JITLibraryBuilder:
        """Not served: llvmlite has no assembler that rejit could call."""
        raise not_served(
            "JITLibraryBuilder.add_native_assembly",
            "put the code into `module asm` and use add_ir, or assemble it and use add_object_file",
        )

    def add_object_img(self, data: Any) -> JITLibraryBuilder:
        """The bytes of a relocatable object."""
        self._units.append(("object", bytes(data)))
        return self

    def add_object_file(self, file_path: str | os.PathLike[str]) -> JITLibraryBuilder:
        """The path of a relocatable object."""
        with open(file_path, "rb") as file:
            return self.add_object_img(file.read())

    def add_jit_library(self, name: Any) -> JITLibraryBuilder:
        """A library linked before, whose names this one may use."""
        self._libraries.append(str(name))
        return self

    def add_current_process(self) -> JITLibraryBuilder:
        """Let the library use what the process and its shared libraries define."""
        self._process = True
        return self

    def import_symbol(self, name: Any, address: int) -> JITLibraryBuilder:
        """Let the library use `address` under a name."""
        self._imports[str(name)] = int(address)
        return self

    def export_symbol(self, name: Any) -> JITLibraryBuilder:
        """Have the tracker know the address of a name."""
        self._exports.add(str(name))
        return self

    def link(self, lljit: LLJIT, library_name: Any) -> ResourceTracker:
        """Compile, link and load the library, and run its constructors. RuntimeError says what failed."""
        assert not lljit.closed, "Cannot add to closed JIT"
        name = str(library_name)
        assert name, "Library cannot be empty"
        with lljit._lock:
            return lljit._link(name, self)


class _Library:
    """A loaded library: its names, and where it looks for others'."""

    __slots__ = ("__weakref__", "imports", "libraries", "modules", "name", "process")

    def __init__(self, name: str, builder: JITLibraryBuilder, libraries: list[_Library]) -> None:
        self.name = name
        self.imports = {elf_name(n): address for n, address in builder._imports.items()}
        self.libraries = libraries
        self.process = builder._process
        self.modules: list[ObjectModule] = []

    def own(self, name: str) -> tuple[int, ObjectModule | None] | None:
        """The address of a name of this library, imports included."""
        for module in self.modules:
            if name in module.exports:
                return module.addresses[name], module
        return (self.imports[name], None) if name in self.imports else None

    def find(self, name: str, asking: ObjectModule) -> tuple[int, ObjectModule | None] | None:
        """The address of a name this library refers to."""
        for library in (self, *self.libraries):
            found = library.own(name)
            if found is not None:
                return found
        address = c_symbol(name) if self.process or name == "__tls_get_addr" else None
        return None if address is None else (address, None)


class ResourceTracker(llvm.ResourceTracker):  # type: ignore[misc]
    """Keeps a library loaded, and knows the addresses of its exported names."""

    def __init__(self, library: _Library, addresses: dict[str, int]) -> None:
        self._library: _Library | None = library
        self._name = library.name
        self._addresses = addresses
        ffi.ObjectRef.__init__(self, Marker(self))

    def __getitem__(self, item: str) -> int:
        """The address of an exported name."""
        return self._addresses[item]

    @property
    def name(self) -> str:
        """The library's name."""
        return self._name

    def _dispose(self) -> None:
        self._library, self._addresses = None, {}

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class LLJIT(llvm.LLJIT):  # type: ignore[misc]
    """llvmlite's LLJIT, on rejit: a collection of libraries."""

    def __init__(self, target_machine: Any) -> None:
        self._lock = RLock()
        self._machine = target_machine
        self._td = None
        home()
        self._libraries: WeakValueDictionary[str, _Library] = WeakValueDictionary()  # their trackers hold them
        self._used: set[str] = set()  # names, for ever
        ffi.ObjectRef.__init__(self, Marker(self))

    def lookup(self, dylib: str, fn: str) -> ResourceTracker:
        """A tracker that keeps `dylib` and knows the address of `fn`. RuntimeError if there is no such one."""
        assert not self.closed, "Cannot lookup in closed JIT"
        with self._lock:
            library = self._libraries.get(dylib)
            if library is None:
                if dylib in self._used:
                    raise RuntimeError(f"Symbols not found: [ {fn} ]")  # as llvmlite says of an unloaded library
                raise RuntimeError(f"No such library: {dylib}")
            return self._track(library, (fn,))

    def _track(self, library: _Library, names: Any) -> ResourceTracker:
        addresses, missing = {}, []
        for name in names:
            found = library.own(elf_name(name))
            if found is None:
                missing.append(name)
            else:
                address, module = found
                addresses[name] = Address(address, module) if module is not None else address
        if missing:
            raise RuntimeError(f"Symbols not found: [ {', '.join(missing)} ]")
        return ResourceTracker(library, addresses)

    def _link(self, name: str, builder: JITLibraryBuilder) -> ResourceTracker:
        if name in self._used:
            raise RuntimeError(f"Library name `{name}' is already in use.")
        for needed in builder._libraries:
            if needed not in self._libraries:
                raise RuntimeError(f"Failed to find library `{needed}'.")
        library = _Library(name, builder, [self._libraries[needed] for needed in builder._libraries])
        objects, constructors = self._objects(builder)
        self._used.add(name)
        let_go()
        loading = Loading(home(), library.find, lambda n: False)
        try:
            for pieces in objects:
                self._check_duplicates(loading, pieces)
                loading.place(name, pieces)
            loading.relocate()
            library.modules = loading.commit()
        except BaseException as error:
            loading.abort()
            if isinstance(error, RejitError):
                exported = ", ".join(sorted(builder._exports)) or "*"
                raise RuntimeError(
                    f"Failed to materialize symbols: {{ ({name}, {{ {exported} }}) }}: {error}"
                ) from error
            raise
        tracker = self._track(library, sorted(builder._exports))
        self._libraries[name] = library
        for function in constructors:
            found = library.own(function) or next(
                ((module.locals[function], module) for module in library.modules if function in module.locals), None
            )
            if found is not None:
                call(found[0])
        return tracker

    def _check_duplicates(self, loading: Loading, pieces: list[Piece]) -> None:
        for name in exports_of(pieces):
            other = loading.names.get(name)
            strong = any(n == name and binding & 15 == 1 for piece in pieces for n, _, _, binding in piece[5])
            if strong and other is not None and not other.exports[name]:
                raise RuntimeError(f"In ir, duplicate definition of symbol '{name}'")

    def _objects(self, builder: JITLibraryBuilder) -> tuple[list[list[Piece]], list[str]]:
        """The objects of a library, compiled, and the names of its constructors in order of priority."""
        objects: list[list[Piece]] = []
        constructors: list[tuple[int, str]] = []
        for kind, content in builder._units:
            if kind == "ir":
                with llvm.create_context() as context, llvm.parse_assembly(content, context) as module:
                    constructors += [(priority, name) for priority, name in structors(module, "llvm.global_ctors")]
                    content = self._machine.emit_object(module)
            objects.append(pieces_of(content))
        return objects, [name for _, name in sorted(constructors, key=lambda entry: entry[0])]

    @property
    def target_data(self) -> Any:
        """The TargetData of the target machine; it may outlive the engine."""
        if self._td is None:
            self._td = self._machine.target_data
        return self._td

    def _dispose(self) -> None:
        self._libraries.clear()
        let_go()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


refuse_the_rest(LLJIT, llvm.LLJIT, "LLJIT")
refuse_the_rest(ResourceTracker, llvm.ResourceTracker, "ResourceTracker")
refuse_the_rest(JITLibraryBuilder, llvm.JITLibraryBuilder, "JITLibraryBuilder")


def create_lljit_compiler(
    target_machine: Any = None, *, use_jit_link: bool = False, suppress_errors: bool = False
) -> LLJIT:
    """llvmlite's create_lljit_compiler: an LLJIT that compiles with `target_machine`, or for this CPU.

    use_jit_link     accepted and of no effect: rejit's linker serves both
    suppress_errors  likewise: errors are raised, and nothing is printed
    """
    if target_machine is None:
        target_machine = llvm.Target.from_triple(llvm.get_process_triple()).create_target_machine(
            cpu=llvm.get_host_cpu_name(),
            features=llvm.get_host_cpu_features().flatten(),
            opt=2,
            reloc="pic",
            codemodel="small",
        )
    return LLJIT(target_machine)
