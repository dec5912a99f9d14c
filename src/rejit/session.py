"""Session: what is shared by the modules of one user. It wires the layers and is the public API's root.

    IR -> index (source, ir) -> compiler (compile) -> pieces -> linker (link) -> code memory and stubs (runtime)

A session starts nothing before something must be compiled. All of its methods may be called from any thread.

(Over 600 lines: the public API with its docstrings, and what the layers know of each other only through it.)
"""

from __future__ import annotations

import ctypes
import os
import sys
from _thread import RLock
from _weakref import ref
from time import perf_counter_ns

from rejit.arch import host_arch, host_types
from rejit.cache.use import SessionCache
from rejit.compile.local import LocalCompiler
from rejit.compile.pool import ServerCompiler
from rejit.config import Config
from rejit.errors import Closed, DuplicateSymbol
from rejit.library import Library
from rejit.lifetimes import follow_forks, sessions
from rejit.module import Module
from rejit.outside import OutsideNames
from rejit.runtime.callbacks import CompileCallbackManager, Stub
from rejit.runtime.hooks import INTERNAL, Hooks
from rejit.runtime.memory import CodeMemory
from rejit.runtime.reclaim import Reclaimer
from rejit.source import check_target, intake, read
from rejit.statistics import Counters, MemoryReport, bodies_by_level, report
from rejit.tiering import Tiering
from rejit.tiers import Tier as _Tier
from rejit.tiers import arranged, counted_by_linker, default_tiers, for_cpu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.cache.use import Entry
    from rejit.dylibs import Dylibs
    from rejit.handles import Function
    from rejit.ir.index import ModuleIndex
    from rejit.report.recording import Recording
    from rejit.runtime.search import Search
    from rejit.tiers import Policy, Tier, TierKey, Transform

# Where C and C++ programs expect their run-time symbols, when the process does not have them.
RECOMPILE = ("background", "sync", "off")
SHOWN_BYTES = 1 << 18  # of IR: reading less takes no second, so nobody is to see how it goes on
EVENTS = ("compiled", "hot", "redirected", "continued", "patched", "failed")


class _Far(Stub):
    """A stub that leads to a function outside the session's range."""

    __slots__ = ()


class Session:
    """A place where modules are added, linked to each other, and run.

    workers   "auto": compile in as many processes as the machine allows; a number; 0: in this process; or any
              `concurrent.futures.Executor`
    symbols   name -> address (int) or ctypes function, for what modules refer to and do not define
    libraries  shared libraries, paths or sonames, where names are looked for after `symbols`
    config    the tunables (`rejit.Config`)
    code_limit  most bytes of code (0: as many as there is room for); what needs more raises OutOfCodeMemory. The search
                that reclaiming runs (a few KiB, placed once) does not count
    on_fatal  called with the exception when it can reach no Python caller; the process then ends
    tiers     how functions are compiled: at the first of these `Tier`s when they are called, at another when they are
              hot. Default: level 0, then level 3. With one there is nothing to recompile.
    policy    decides what is hot, and which of it comes next (`rejit.HotPolicy` unless given)
    transforms  functions on each function's IR, for every tier; see `Tier`
    recompile  "background": the program runs on while a hot function is compiled; "sync": its caller waits, and goes on
              in the better body; "off"
    allow_tier_drift  tier functions too whose fast-math flags let results depend on the optimisation level; otherwise
              they are compiled at the last tier from the start
    profile   "map" or "jitdump": tell Linux' perf about compiled code (rejit.runtime.perf)
    gdb       tell GDB about compiled code, for breakpoints by function and line; "full": types and variables too
    osr       on-stack replacement: a loop that is running goes on in better code (functions of up to 150 lines of IR)
    cache     where compiled code is kept for the next start: "auto" (the user's cache folder), a folder, None
              (nowhere), or an object with `load(key) -> bytes | None` and `store(key, bytes)`
    cache_check  compile what the cache has all the same, and compare
    cache_files  files that `rejit cache export` made
    dump_ir   a folder where each partition is written as it goes to the compiler

    compiler  a command (or its words) that compiles in place of a process here, on whatever machine: `ssh big rejit
              compiler`. Nothing is cached then, and llvmlite need not be installed on this end; `workers` is how many
              processes it may use

    Nothing starts before the first compile. Also a context manager. Raises Unsupported where rejit does not run,
    TypeError for a policy or transform that a compile process could not find.
    """

    def __init__(
        self,
        *,
        workers: int | str | Any = "auto",
        symbols: dict[str, Any] | None = None,
        libraries: tuple[str, ...] = (),
        config: Config | None = None,
        on_fatal: Callable[[BaseException], None] | None = None,
        code_limit: int = 0,
        dump_ir: str = "",
        tiers: Sequence[Tier] | None = None,
        policy: Policy | None = None,
        transforms: Sequence[Transform] = (),
        recompile: str = "background",
        allow_tier_drift: bool = False,
        osr: bool = True,
        cache: Any = "auto",
        cache_check: bool = False,
        cache_files: tuple[str, ...] = (),
        profile: str | None = None,
        gdb: bool | str = False,
        compiler: str | Sequence[str] | None = None,
    ) -> None:
        if recompile not in RECOMPILE:
            raise ValueError(f"recompile={recompile!r}: one of {', '.join(RECOMPILE)}")
        self.config = config or Config()
        self.lock = RLock()
        self.counters = Counters()
        self.counters.started_ns = perf_counter_ns()
        self.arch = host_arch()
        self.compiler = self._make_compiler(workers) if compiler is None else self._distant(workers, compiler)
        observed = profile is not None or gdb is not False
        if observed:
            from rejit.observers import Observers, debug_wanted

            transforms = (*debug_wanted(profile, gdb), *transforms)  # type: ignore[arg-type]  # names are taken as well
        self.tiers = arranged(default_tiers() if tiers is None else tiers, transforms, recompile != "off")
        self.last_level = self.tiers[-1].level
        form = 1 if recompile == "sync" else 0 if "jit_recompile_hot" in (symbols or {}) else 2 if osr else 3
        self.keys: dict[int, TierKey] = {tier.level: tier.key(form=form) for tier in self.tiers}
        pinned = (self.keys[self.last_level], allow_tier_drift) if len(self.tiers) > 1 else None
        self.tier = self.tiers[0].key(pinned, form)  # what a first call compiles at
        if compiler is not None:
            self.compile_for(*self.arch.cpu())
            cache = None
        self.symbols = dict(symbols or {})
        self.modules: list[Module] = []
        self.closed = False
        self.recording: Recording | None = None  # who is told what happens
        self.last_words: Callable[[], None] | None = None  # before a process with LLVM in it is ended
        self.starts_early = False  # the compiler, as soon as it is known to be needed
        self.later_wins = False  # of several definitions of a name: in a notebook a cell is run again and again
        self.dump_ir = dump_ir
        self._on_fatal = on_fatal
        self.unfilled: dict[int, Module] = {}  # modules with placed variables that have no content yet
        self._definers: dict[str, list[Module]] = {}
        self.dylibs: Dylibs | None = None  # where modules do not all see each other
        self._by_number: dict[int, Module] = {}
        self._watched: dict[int, ref[Library]] = {}  # by module number: who notices that nobody holds it any more
        self._dropped: list[int] = []  # numbers of modules that nobody holds any more
        self._numbers = 0
        self._far: dict[int, int] = {}
        self.objects: dict[str, int] = {}  # what objects define
        self._kept: list[Any] = []
        self._thread_locals = 0
        self._sections: dict[str, tuple[int, int]] = {}
        self._sharing: dict[str, list[Module]] = {}  # whose variables stand in a section
        self.hooks = Hooks(self)
        self.outside = OutsideNames(libraries, self._our_own)
        self.memory = CodeMemory(
            span=self.config.code_span,
            backend=self.config.memory_backend,
            trap=self.arch.TRAP,
            limit=code_limit,
            patch_size=host_types().PATCH_SIZE,
            probe=self.arch.PROBE,
        )
        self.memory.report = self._memory_report
        self.callbacks = CompileCallbackManager(self.memory, self.arch, self.config, self.fatal)
        self.reclaimer = Reclaimer(self.memory, self.callbacks, self.config, self._make_search)
        self.observers = Observers(self, profile, gdb) if observed else None
        self.reclaimer.observers = self.observers
        self.tiering = Tiering(self, recompile if len(self.tiers) > 1 else "off", policy)
        if self.tiering.mode == "background" and isinstance(self.compiler, ServerCompiler):
            self.compiler.recompiling = self.tiering
            self.tiering.settings()  # TypeError for a policy that cannot be sent: now, not at the first compile
        self.counts_calls = self.tiering.mode == "background" and counted_by_linker(self.tier)
        self._listeners: dict[str, list[Callable[..., Any]]] = {}
        self._compiled: list[tuple[int, str, int]] = []  # what listeners are to be told: module, function, level
        self.cache = (
            None if cache is None or dump_ir else SessionCache(cache, self._canonical, cache_check, cache_files)
        )
        if self.cache is not None:
            self.cache.limit = self.config.cache_bytes
            self.compiler.use_cache(self.cache)
        sessions.append(self)
        follow_forks()

    def _make_compiler(self, workers: int | str | Any) -> ServerCompiler | LocalCompiler:
        if workers == "auto":
            return ServerCompiler(self.config, -1, self._deliver)
        if isinstance(workers, int) and not isinstance(workers, bool):
            if workers < 0:
                raise ValueError(f"workers={workers}: 'auto', a number from 0 up, or an Executor")
            if workers == 0:
                return LocalCompiler(self._deliver)
            return ServerCompiler(self.config, workers, self._deliver)
        if hasattr(workers, "submit"):
            from rejit.compile.executor import ExecutorCompiler

            return ExecutorCompiler(self._deliver, workers)
        raise TypeError(f"workers={workers!r}: 'auto', a number from 0 up, or an Executor")

    def _distant(self, workers: Any, command: str | Sequence[str]) -> ServerCompiler:
        from rejit.compile.distant import DistantCompiler, words_of

        if workers != "auto" and (type(workers) is not int or workers < 1):
            raise ValueError(f"workers={workers!r} with compiler=: 'auto', or a number from 1 up")
        limit = -1 if workers == "auto" else workers
        return DistantCompiler(self.config, limit, self._deliver, words_of(command), self.arch)

    # -- modules ------------------------------------------------------------------------------------------------

    def add(
        self, source: Any, name: str | None = None, *, verify: bool = False, symbols: dict[str, Any] | None = None
    ) -> Library:
        """Add a module; nothing of it is compiled yet.

        source  a path, IR text, bitcode bytes, llvmlite.ir.Module or llvmlite.binding.ModuleRef
        verify  parse and verify all of it now, so that every error is reported at once

        Raises InputError (NotIR, WrongTarget, InvalidIR and others) naming file and line.
        """
        self._check_open()
        self._close_dropped()
        start = perf_counter_ns()
        entry = None
        if self.cache is not None and not verify:
            entry = self.cache.look_up(source, self.tier, self._start_early)
        else:
            self._start_early()
        if entry is not None and entry.cpu is not None and not self.modules:
            self.compile_for(entry.cpu[0])  # what is still to be compiled is to agree with it
        if entry is not None and entry.index is not None:
            return self._library(self._add_index(entry.index, name or entry.name, symbols or {}, entry), start)
        data, found, origin = read(source) if entry is None or entry.found is None else entry.found
        name = name or found
        index = intake(data, name, self._canonical, verify)
        if origin is not None and len(index.text) == origin[1][2]:
            index.origin = origin  # the file is what was indexed, and the compiler may read it there
        check_target(index, self.arch, name)
        if entry is not None:
            entry.index_made(index, data, origin)
        return self._library(self._add_index(index, name, symbols or {}, entry), start)

    def _library(self, module: Module, start: int) -> Library:
        if self.recording is not None:
            self.recording.indexed(module, start)
        library = Library(module)
        self._watch(library)
        return library

    def compile_for(self, cpu: str, features: str = "") -> None:
        """Compile for a CPU, or for "native", with LLVM's features ("+a,-b") besides, at every tier. Before `add`."""
        self.tier = for_cpu(self.tier, cpu, features)
        self.keys = {level: for_cpu(key, cpu, features) for level, key in self.keys.items()}

    def _start_early(self) -> None:
        """Something will have to be compiled: where the process is the program's, the compiler loads meanwhile."""
        if self.starts_early:
            self.compiler.start()

    def _add_index(
        self,
        index: ModuleIndex,
        name: str,
        symbols: dict[str, Any],
        entry: Entry | None = None,
        parent: Module | None = None,
    ) -> Module:
        """`parent`: the module whose function it replaces; then none of its names is seen by others."""
        with self.lock:
            self._numbers += 1
            module = Module(self, self._numbers, name, index, symbols, entry)
            module.parent = parent
            module.initialised = parent is not None
            for table in (index.functions, index.variables, index.aliases, index.ifuncs) if parent is None else ():
                for defined in table:
                    definers = self._definers.get(defined)
                    if definers is None:
                        self._definers[defined] = [module]
                    else:
                        definers.append(module)
            self.modules.append(module)
            self._by_number[module.number] = module
        if self.recording is not None:
            self.recording.added(module)
        self.compiler.add_module(module.number, index, self.tier, self.dump_ir, entry)
        return module

    def _canonical(self, data: bytes, verify: bool) -> str:
        if len(data) >= SHOWN_BYTES and os.isatty(2):
            from rejit.progress import Progress

            with Progress(self.compiler, f"LLVM reads {len(data):,} bytes of IR"):
                return self.compiler.canonical(data, verify)
        return self.compiler.canonical(data, verify)

    def add_object(self, source: Any) -> None:
        """Add a relocatable ELF object (a path or bytes), linked now; its global names serve all modules.

        Its constructors run. Raises BadObject, LinkError, DuplicateSymbol, UnresolvedSymbol for data that nothing
        defines."""
        from rejit.objects import link_objects

        self._check_open()
        constructors, destructors = link_objects(self, [source])
        for address in destructors:
            self.hooks.at_exit(address)
        for address in constructors:
            self.call_address(address, None)

    def check_duplicates(self) -> None:
        """DuplicateSymbol if two modules define a name strongly, as a static linker would say."""
        for name, modules in self._definers.items():
            for group in self._seen(modules, None) if len(modules) > 1 else ():
                self._strongest(name, group)

    def definers(self, name: str) -> list[Module]:
        """All modules with a definition of that name."""
        return self._definers.get(name, [])

    def owner(self, name: str, asking: Module | None = None, seen_by: Module | None = None) -> Module | None:
        """The module whose definition of a global name counts for all: a strong one, else the first weak one.

        Definitions local to their module do not count, nor those of `asking`. DuplicateSymbol if two are strong. Where
        modules do not all see each other, it is for `asking` or `seen_by` that the name is looked up."""
        for group in self._seen(self._definers.get(name, ()), asking or seen_by):
            best = self._strongest(name, group, asking)
            if best is not None:
                return best
        return None

    def _seen(self, modules: Sequence[Module], viewer: Module | None) -> Sequence[Sequence[Module]]:
        """Modules in groups, in the order in which a module looks into them."""
        return (modules,) if self.dylibs is None else self.dylibs.seen(modules, viewer)

    def _strongest(self, name: str, modules: Sequence[Module], asking: Module | None = None) -> Module | None:
        best: Module | None = None
        strong = False
        for module in reversed(modules) if self.later_wins else modules:
            if module is asking:
                continue
            entity = module.index.entity(name)
            if entity is None or not entity.defined or entity.local:
                continue
            if self.later_wins:
                return module
            if not entity.interposable:
                if strong and best is not None:
                    raise DuplicateSymbol(f"{name}: defined by {best.name} and by {module.name}")
                best, strong = module, True
            elif best is None or (
                not strong and entity.linkage != "common" and best.index.entity(name).linkage == "common"  # type: ignore[union-attr]
            ):
                best = module
        return best

    # -- what comes from the compiler ---------------------------------------------------------------------------

    def _deliver(self, message: tuple[Any, ...]) -> None:
        """Pieces or a failure, in whatever thread happened to read it."""
        if message[0] == "kept":
            if self.cache is not None:
                self.cache.kept(*message[1:])
            return
        number = message[1]
        module = self.module(number)
        if module is None:
            return
        if message[0] == "pieces":
            _, _, tier, functions, _, pieces, times, imported = message
            module.deliver(pieces, tier, imported)
            self.count_compile(functions, times)
            if self.recording is not None:
                self.recording.compiled(number, functions, tier, times)
            if self._listeners:
                self._compiled += [(number, name, tier[0]) for name in functions]
        elif message[0] == "failed":
            _, _, tier, name, kind, text = message
            module.fail(name, kind, text, tier)
        else:
            module.answer(message[2], message[3])

    def functions_compiled(self) -> int:
        """How many compiled functions have come, from LLVM or from the cache."""
        return self.counters.compiled + (self.cache.hits if self.cache is not None else 0)

    def emit_compiled(self) -> None:
        """Tell listeners what has come: not where it is delivered, for there the compiler's locks are held."""
        while self._compiled:
            try:
                number, name, level = self._compiled.pop(0)
            except IndexError:
                return  # another thread was faster
            self.emit("compiled", number, name, level)

    def module(self, number: int) -> Module | None:
        """The module with that number; None if it is gone."""
        return self._by_number.get(number)

    def count_compile(self, functions: Sequence[str], times: Sequence[int]) -> None:
        """Add one compile to the figures: nanoseconds of slicing, LLVM, splitting; functions that the cache had; bad
        entries of it."""
        counters = self.counters
        hits, bad = times[3:5]
        counters.compiled += max(0, len(functions) - hits)
        if self.cache is not None:
            self.cache.hits += hits
            self.cache.misses += max(0, len(functions) - hits)
            self.cache.bad += bad
        counters.partition_ns += times[0]
        counters.compile_ns += times[1]
        counters.split_ns += times[2]

    # -- recompiling ----------------------------------------------------------------------------------------------

    def recompile(self, function: Function, tier: int) -> None:
        """Compile a function at a level, now, and lead its callers there.

        One that must keep its body (label addresses, prefix data) is left as it is once it has one. Raises what the
        compiler says; the old body goes on then."""
        function._module.compile_ahead((function.name,), self.key_of(tier), anew=True)

    def key_of(self, level: int) -> TierKey:
        """What to compile with for a level: a tier of the session, or a plain one."""
        key = self.keys.get(level)
        return for_cpu(_Tier(level, hot=False).key(), *self.tier[1:3]) if key is None else key

    def wait_idle(self, timeout: float = 60.0) -> bool:
        """Wait until every function that was hot runs its better body or is given up. False if time is up."""
        return self.tiering.wait_idle(timeout)

    def on(self, event: str, listener: Callable[[str, str, Any], object]) -> None:
        """Have `listener(module name, function name, detail)` called at every event, in the thread that sees it.

        compiled, hot, redirected  the detail is the level
        continued                  the number of a loop that goes on in better code from now on
        patched                    how many call sites now lead to the body or back to the stub
        failed                     why a function could not be recompiled
        """
        if event not in EVENTS:
            raise ValueError(f"event {event!r}: one of {', '.join(EVENTS)}")
        self._listeners.setdefault(event, []).append(listener)

    def emit(self, event: str, number: int, function: str, detail: Any) -> None:
        """Tell who listens. What a listener raises is reported, not passed on: the code that runs is not its caller."""
        if self.recording is not None:
            self.recording.event(event, number, function, detail)
        for listener in self._listeners.get(event, ()):
            module = self.module(number)
            try:
                listener(module.name if module is not None else "", function, detail)
            except Exception:
                sys.excepthook(*sys.exc_info())

    # -- names outside the modules ------------------------------------------------------------------------------

    def address_of(self, given: Any, keep: list[Any] | None = None) -> int:
        """The address of what the user gave for a symbol: an int, a ctypes function or object, which `keep` keeps."""
        if keep is None:
            keep = self._kept
        if isinstance(given, int):
            if type(given) is not int:  # an Address, which keeps what it points into
                keep.append(given)
            return int(given)
        keep.append(given)
        if hasattr(given, "address") and isinstance(given.address, int):
            return int(given.address)
        if isinstance(given, ctypes._CFuncPtr):  # type: ignore[attr-defined]
            return ctypes.cast(given, ctypes.c_void_p).value or 0
        return ctypes.addressof(given)

    def _our_own(self, name: str) -> int | None:
        """What goes before all libraries: the objects' definitions, the C functions rejit answers itself."""
        address = self.objects.get(name)
        if address is None and (self.outside.process_is_seen or name in INTERNAL):
            address = self.hooks.find(name)
        return address

    def near_misses(self, name: str) -> str:
        """A hint for an unresolved name: defined names that look alike."""
        import difflib

        from rejit.link.dynsym import exported

        known = [*self._definers, *self.symbols]
        for path in ("libc.so.6", "libm.so.6"):
            known += exported(path)
        close = [m for m in difflib.get_close_matches(name, known, 4, 0.75) if m != name][:3]
        return f" (near misses: {', '.join(close)})" if close else ""

    def load(self, path: str) -> None:
        """Load a shared library whose symbols modules may use. InputError if it cannot be loaded."""
        self.outside.load(path)

    def far_stub(self, name: str, address: int) -> int:
        """A stub within reach of the code that leads to an address anywhere."""
        made = self._far.get(address)
        if made is None and self.callbacks.slot_of(address):
            return address  # a stub itself
        if made is None:
            stub = _Far()
            self.callbacks.attach(stub, address)
            made = self._far[address] = stub.address
        return made

    # -- thread-local variables ---------------------------------------------------------------------------------

    def thread_local(self, module: Module, image: int, size: int, align: int, offset: int) -> int:
        """The pair for `__tls_get_addr` of a variable with an initial image. Source: ELF TLS ABI, general dynamic."""
        from struct import pack

        self._thread_locals += 1
        descriptor = module.allocate(32, 8, pack("<QQQQ", self._thread_locals - 1, size, align, image))
        return module.allocate(16, 16, pack("<QQ", descriptor, offset))

    def foreign_thread_local(self, name: str) -> int:
        """The pair for a thread-local variable of a shared library; 0 if none has it."""
        from struct import pack

        found = self.outside.thread_local(name)
        return 0 if found is None else self.memory.allocate_data(16, 16, pack("<QQ", *found))

    # -- sections in one piece ----------------------------------------------------------------------------------

    def section(self, name: str) -> tuple[int, int] | None:
        """Start and end of a named section: the variables in it of all modules, side by side; placed when asked for."""
        with self.lock:
            if name in self._sections:
                return self._sections[name]
            pieces = [(module, piece) for module in self.modules for piece in module.section_pieces(name)]
            if not pieces:
                return None
            places, size, align = [], 0, 1
            for _, piece in pieces:
                align = max(align, piece[2])
                size = -(-size // piece[2]) * piece[2]
                places.append(size)
                size += piece[4]
            base = self.memory.allocate_data(max(size, 1), align)
            self._sections[name] = base, base + size
            self._sharing[name] = list(dict.fromkeys(module for module, _ in pieces))
            for (module, piece), place in zip(pieces, places, strict=True):
                module.put(piece, base + place)
            return self._sections[name]

    # -- running ------------------------------------------------------------------------------------------------

    def call_address(self, address: int, restype: Any, *arguments: tuple[Any, Any]) -> Any:
        """Call code at an address through a gate; errors in what it reaches are raised here."""
        prototype = ctypes.PYFUNCTYPE(restype, *(kind for kind, _ in arguments))
        gate = self.callbacks.gate_block(address, max(0, len(arguments) - 6))
        try:
            return prototype(gate.address)(*(value for _, value in arguments))
        finally:
            self.memory.release((gate,))  # only this call knew it, and nothing returns into a gate

    def reach(self, address: int) -> None:
        """Compile the function at a stub's address and all it reaches statically: nothing in it needs Python then.

        What nothing defines may stay so: it is an error when it is called."""
        from rejit.reach import prepare

        for module in list(self.modules):
            for function in list(module.functions.values()):
                if function.address == address:
                    prepare(module, function.name, strict=False)
                    return

    def initialise(self, module: Module, arguments: tuple[tuple[Any, Any], ...] = ()) -> None:
        """Run a module's constructors, once, before anything else of it runs; its destructors run at the exit."""
        if module.initialised:
            return
        with self.lock:
            if module.initialised:
                return
            module.initialised = True
        self._construct([module], arguments)

    def initialise_all(
        self, arguments: tuple[tuple[Any, Any], ...], objects: tuple[Sequence[int], Sequence[int]] = ((), ())
    ) -> None:
        """Run the constructors of all modules as of one program: by priority, then in the order of the modules.

        objects: constructors and destructors of objects (`rejit.objects`), which come behind them."""
        for module in self.modules:
            module.initialised = True
        self._construct(self.modules, arguments, objects[1])
        for address in objects[0]:
            self.call_address(address, None, *arguments)

    def _construct(
        self, modules: list[Module], arguments: tuple[tuple[Any, Any], ...], destructors: Sequence[int] = ()
    ) -> None:
        for module in modules:
            module.link_asm()
        dtors = [(priority, m, f) for m in modules for priority, f, _ in m.index.dtors()]
        for _, module, function in sorted(dtors, key=lambda entry: entry[0]):
            self.hooks.at_exit(module.define(function))
        for module in modules:
            for address in reversed(module.pointers_in(".fini_array")):
                self.hooks.at_exit(address)
        for address in destructors:
            self.hooks.at_exit(address)
        for module in modules:
            for address in module.pointers_in(".preinit_array"):
                self.call_address(address, None, *arguments)
        ctors = [(priority, m, f) for m in modules for priority, f, _ in m.index.ctors()]
        for _, module, function in sorted(ctors, key=lambda entry: entry[0]):
            self.call_address(module.define(function), None, *arguments)
        for module in modules:
            for address in module.pointers_in(".init_array"):
                self.call_address(address, None, *arguments)

    def _make_search(self) -> Search | str:
        from rejit.runtime.search import search_for

        return search_for(self)

    # -- modules that go ----------------------------------------------------------------------------------------

    def _watch(self, library: Library) -> None:
        """Notice when nobody holds a library any more. What is to be done then is done later, in `_close_dropped`:
        objects may die at any moment, under any lock."""
        number, dropped = library._module.number, self._dropped
        self._watched[number] = ref(library, lambda _: dropped.append(number))

    def _close_dropped(self) -> None:
        """Close the modules that functions or variables were taken from, and of which nothing is held any more."""
        while self._dropped:
            self._watched.pop(self._dropped[-1], None)
            module = self._by_number.get(self._dropped.pop())
            if module is not None and not self.closed:
                from rejit.unload import close_dropped

                try:
                    close_dropped(module)
                except Exception:  # a destructor's, and none of whoever called now
                    sys.excepthook(*sys.exc_info())

    def reclaim(self) -> int:
        """Free what is proved to be unused now, whatever the pressure: the bytes that were freed."""
        self._close_dropped()
        return self.reclaimer.collect(pressure=True)

    def forget(self, module: Module) -> None:
        """Take a module out of all tables; its memory is not touched. The lock is held."""
        self.modules.remove(module)
        self._by_number.pop(module.number, None)
        self._watched.pop(module.number, None)
        self.unfilled.pop(module.number, None)
        index = module.index
        for table in (index.functions, index.variables, index.aliases, index.ifuncs):
            for name in table:
                definers = self._definers.get(name, [])
                if module in definers:
                    definers.remove(module)
                    if not definers:
                        del self._definers[name]
        self.compiler.forget(module.number)

    def sections_with(self, module: Module) -> list[tuple[str, list[Module]]]:
        """The sections in which variables of the module stand, with all modules that are in them."""
        return [(name, modules) for name, modules in self._sharing.items() if module in modules]

    def forget_section(self, name: str) -> tuple[int, int]:
        """(address, size) of a section, which is laid out anew when it is next asked for."""
        del self._sharing[name]
        start, end = self._sections.pop(name)
        return start, max(end - start, 1)

    def fatal(self, error: BaseException) -> None:
        """An error that can reach no Python caller."""
        if self._on_fatal is not None:
            self._on_fatal(error)
            return
        os.write(2, f"rejit: {type(error).__name__}: {error}\n".encode("utf-8", "replace"))
        for note in getattr(error, "__notes__", ()):
            os.write(2, f"rejit: {note}\n".encode("utf-8", "replace"))
        os.abort()

    def statistics(self) -> dict[str, Any]:
        """The session's figures, as `--stats` writes them."""
        memory = self.memory.statistics()
        return report(
            self.counters,
            functions_total=sum(len(m.index.functions) for m in self.modules),
            workers=self.compiler.running_workers,
            mappings=memory.mappings,
            memory_backend=memory.backend,
            hot_triggers=self.tiering.hot_triggers,
            queue_max=self.tiering.queue_max,
            osr_entries=self.tiering.ring.entered,
            **bodies_by_level(self.modules),
            **(self.cache.report(m.entry for m in self.modules) if self.cache is not None else {}),
            **self.reclaimer.report(),
        )

    def report(self) -> dict[str, dict[str, Any]]:
        """Of each function that has a body: {"tier": its level, "why": why it could not be compiled again, "loops":
        {number of a running loop that got hot: why it could not go on in better code, "" if it could}}."""
        return self.tiering.report()

    def _memory_report(self) -> MemoryReport:
        """`Session.memory()`: what code memory holds, and what waits to be freed."""
        self._close_dropped()
        held, reclaimed = self.memory.statistics(), self.reclaimer.statistics()
        return MemoryReport(
            code=held.code_bytes,
            code_limit=self.memory.limit,
            data=held.data_bytes,
            free=held.free_bytes,
            largest_free_run=held.largest_free_run,
            mappings=held.mappings,
            quarantine=reclaimed.quarantine_bytes,
            reclaimed=reclaimed.reclaimed_bytes,
            stubs=held.stub_bytes,
            waiting=reclaimed.waiting,
        )

    def may_climb(self) -> bool:
        """Whether there is room for larger bodies: at nine tenths of `code_limit` tiers stop climbing."""
        limit = self.memory.limit
        return not limit or self.memory.limited_bytes() < limit - limit // 10

    def close(self) -> None:
        """Let the compiler go and refuse further use. Code that ran stays valid until the process ends."""
        self.closed = True
        self.tiering.stop(wait=False)
        self.compiler.close()
        if self in sessions:
            sessions.remove(self)

    def _check_open(self) -> None:
        if self.closed:
            raise Closed("this Session was closed")

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
