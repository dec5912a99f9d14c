"""What `Session.add` returns: a module as its user sees it.

A library keeps its session alive; what it hands out (`f`, `f.address`, data) keeps the library.
"""

from __future__ import annotations

import ctypes
import os
import sys
from _thread import RLock
from _weakref import ref

from rejit.errors import RejitError, SymbolNotFound
from rejit.module import not_found
from rejit.runtime.hooks import ProgramExit, argument_vector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from rejit.handles import Data, Function
    from rejit.module import Module


class Holder:
    """What something handed out keeps: the library, and with it its session. The library knows those that live."""

    __slots__ = ("__weakref__", "data", "library", "what")

    def __init__(self, library: Library, what: str, data: bool) -> None:
        self.library = library
        self.what = what
        self.data = data  # whether it leads to the module's variables


class Library:
    """The functions and variables of one module.

    `lib["f"]` is a callable typed from the IR; `lib.data("v")` a global variable; both raise SymbolNotFound. The first
    of them runs the constructors of the module, after those of the modules it refers to; what they raise is raised
    here, now and at each later attempt.
    """

    __slots__ = ("__weakref__", "_callables", "_failure", "_holders", "_module")

    def __init__(self, module: Module) -> None:
        self._module = module
        self._callables: dict[str, Function] = {}
        self._failure: RejitError | None = None
        self._holders: set[ref[Holder]] = set()

    @property
    def name(self) -> str:
        """The name given to `add`, or where the IR came from."""
        return self._module.name

    def __getitem__(self, name: str) -> Function:
        made = self._callables.get(name)
        if made is None:
            from rejit.handles import make_function

            self._module.check_open(name)
            known = self._known(name)
            if known in self._module.index.variables:
                raise SymbolNotFound(f"{self.name}: {name!r} is a variable: data({name!r}) gives it")
            self._start()
            self._module.estate.taken = True
            made = self._callables[name] = make_function(self, self._module, known)
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._module.index.functions

    def __iter__(self) -> Iterator[str]:
        return iter(self._module.index.functions)

    def __len__(self) -> int:
        return len(self._module.index.functions)

    def data(self, name: str) -> Data:
        """A global variable: an object with `address`, `size` and `as_ctypes(type)`. Raises SymbolNotFound."""
        from rejit.handles import Data

        self._module.check_open(name)
        known = self._known(name)
        self._start()
        self._module.estate.taken = True
        return Data(self, self._module, known)

    def _known(self, name: str) -> str:
        """The name as the index has it, where a character is a byte. SymbolNotFound, with near misses."""
        index = self._module.index
        for form in (name, name.encode("utf-8", "surrogateescape").decode("latin-1")):
            if form in index.functions or form in index.variables or form in index.aliases or form in index.ifuncs:
                return form
        raise not_found(self._module, name)

    def _start(self, arguments: tuple[tuple[Any, Any], ...] = ()) -> None:
        """Run constructors, once: of the modules this one refers to, then its own."""
        from rejit.runtime.interrupt import install

        module = self._module
        module.session._check_open()
        install(module.session)
        module.session.tiering.start()
        if self._failure is not None:
            raise self._failure.with_traceback(None)
        try:
            with _starting:
                _start(module, arguments, set())
        except RejitError as error:
            self._failure = error
            raise

    def compile(self, names: Sequence[str] | None = None, jobs: int | None = None, tier: int | None = None) -> None:
        """Compile named functions, or all, ahead of their first call, on all workers; at a level, if `tier` names one.

        If functions fail, the rest are compiled all the same. A single failure is raised as it is, of several a
        CompileError lists each. How many processes compile is for the session's `workers` to say, not for `jobs`.
        """
        session = self._module.session
        key = None if tier is None else session.key_of(tier)
        if os.isatty(2):
            from rejit.progress import Progress

            total, functions = len(self) if names is None else len(names), session.functions_compiled
            before, file = functions(), self.name.rpartition("/")[2]
            with Progress(session.compiler, f"compiling {file}", total, lambda: functions() - before):
                self._module.compile_ahead(names, key)
        else:
            self._module.compile_ahead(names, key)

    def run_main(self, argv: Sequence[str] = ("main",), entry: str = "main") -> int:
        """Run the program: constructors, `entry(argc, argv, envp)`, exit handlers. Returns its status, 0 to 255.

        `exit()` comes back as the status, stdio is flushed; what a compile cannot do is raised.
        """
        module = self._module
        session = module.session
        if entry not in module.index.functions:
            raise not_found(module, entry)
        vector, keep = argument_vector(list(argv))
        environ = ctypes.c_void_p.in_dll(ctypes.CDLL(None), "environ").value or 0
        words = ((ctypes.c_int, len(argv)), (ctypes.c_size_t, ctypes.addressof(vector)), (ctypes.c_size_t, environ))
        try:
            self._start(words)
            status = session.call_address(module.define(entry), ctypes.c_int, *words) & 0xFF
        except ProgramExit as leaving:
            status = leaving.status
        status = session.hooks.run_exit_handlers(status)
        del keep
        return int(status)

    def replace(self, name: str, source: Any) -> None:
        """Replace one function while the program runs: every caller reaches the new body from its next call on.

        source  IR in any form `add` takes, which defines the function with the same type. Whatever else of the module
                it names is the module's: variables keep their values. What only the new text defines comes along.

        The body is compiled first: if that fails, the old one stays. It is freed when nothing is in it any more. Raises
        SymbolNotFound, InputError if the types differ or the function cannot be replaced, and what a compile raises.
        """
        from rejit.replace import replace

        self._module.check_open(name)
        replace(self._module, self._known(name), source)

    # -- closing --------------------------------------------------------------------------------------------------

    def close(self, force: bool = False) -> None:
        """Give back all that the module takes: code, data, stubs, tables. Its destructors run first.

        Raises Busy, and nothing has changed, while something of it is held, naming what: functions and variables that
        were handed out, their addresses, modules that refer to it. With `force` handles do not count: calls through
        them raise Unloaded from then on, and variables of which an address or view is held stay as they are. Memory is
        free once it is proved that no thread and no coroutine can come back to it (`Session.memory`).
        A library that nobody holds any more, nor anything of it, is closed by itself, once something was taken from it.
        """
        from rejit.unload import close

        close(self, force)

    @property
    def closed(self) -> bool:
        """Whether the module was closed."""
        return self._module.closed

    def hold(self, what: str, data: bool = False) -> Holder:
        """A reference to the library for something that is handed out, called `what` in messages."""
        made = Holder(self, what, data)
        self._holders.add(ref(made, self._holders.discard))
        return made

    def held(self) -> list[Holder]:
        """What was handed out and still lives, besides the functions of `held_functions`."""
        return [holder for known in list(self._holders) if (holder := known()) is not None]

    def held_functions(self) -> list[str]:
        """Names of the functions that somebody holds, or calls at this moment."""
        inner = {name: function.func for name, function in self._callables.items()}  # `f.func` calls as `f` does
        return [*_referred(self._callables), *_referred(inner, 1)]

    def release(self) -> None:
        """The module was closed: let go of what is kept for it."""
        self._callables.clear()

    def __repr__(self) -> str:
        state = "closed" if self.closed else f"{len(self)} functions"
        return f"<rejit library {self.name!r}, {state}>"


def _referred(known: dict[str, Any], more: int = 0) -> list[str]:
    """The names under which something is kept that is referred to from elsewhere too, `more` than by this table."""
    # What the interpreter itself holds on the way is the same for an object that nobody else has.
    own = _counts({"": Holder.__new__(Holder)})[0][1] + more
    return [name for name, count in _counts(known) if count > own]


def _counts(known: dict[str, Any]) -> list[tuple[str, int]]:
    return [(name, sys.getrefcount(kept)) for name, kept in list(known.items())]


_starting = RLock()  # a thread that asks for a module whose constructors another one runs waits until they are done


def _start(module: Module, arguments: tuple[tuple[Any, Any], ...], seen: set[int]) -> None:
    if module.initialised or module.number in seen:
        return
    seen.add(module.number)
    session = module.session
    if len(session.modules) > 1:
        for name in module.index.declarations:
            owner = session.owner(name, module)
            if owner is not None:
                _start(owner, arguments, seen)
    session.initialise(module, arguments)


def _after_fork_in_child() -> None:
    global _starting
    _starting = RLock()


os.register_at_fork(after_in_child=_after_fork_in_child)
