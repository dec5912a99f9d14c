"""A module in a session: its names, what of it is compiled, placed and linked, and how a name is found.

Each function has one `Function`, a stub whose slot leads to the trampoline until the body is there. Compiled pieces
arrive in any order (speculation) and wait in `ready`; they are linked when somebody calls. A name is looked for

    in the module, unless its linkage lets another definition win; then among the session's modules by the rules of
    linkage; then in `symbols=` of the module and of the session, among the C functions rejit answers itself, in the
    loaded libraries, in the process, in llvmlite's table.

(Over 600 lines: one class, whose tables change together under the session's lock.)
"""

from __future__ import annotations

import ctypes
from time import perf_counter_ns

from rejit.compile.messages import MODULE_ASM, error_from
from rejit.errors import (
    CompileError,
    InternalError,
    InvalidIR,
    OutOfCodeMemory,
    RejitError,
    SymbolNotFound,
    Unloaded,
    UnresolvedSymbol,
)
from rejit.ir.sections import sections_of
from rejit.link.linker import fill_data, link_code
from rejit.places import Places
from rejit.runtime.callbacks import Stub
from rejit.runtime.libc import put
from rejit.runtime.memory import LONG, SHORT
from rejit.runtime.reclaim import Parcel
from rejit.runtime.redirect import DirectCalls, add_caller, kept, lead_callers, leave_callees
from rejit.runtime.words import load_word, store_word
from rejit.stubs import Estate, Function, IFunc, Missing, Prefixed
from rejit.tiers import continued_loop, counted_by_linker, is_instrumented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from rejit.cache.use import Entry as CacheEntry
    from rejit.ir.index import ModuleIndex
    from rejit.link.linker import Entry
    from rejit.runtime.blocks import Body
    from rejit.session import Session
    from rejit.tiers import TierKey

    Piece = tuple[Any, ...]

LOCAL = ("internal", "private")
RECORD_PREFIX = "rejit.hot."
RECORD_SIZE = 24  # bytes of a record before the continuations
LARGE = 1 << 17  # characters of a function's text: a third of a second at -O3
RECENT = 1024  # names of its own functions and variables in a module's `addresses`: the others are found again
STEP = 256  # functions that `lib.compile()` has compiled at a time: what waits to be linked takes ten times its code
REPLACEABLE = ("weak", "weak_odr", "linkonce", "linkonce_odr", "common", "extern_weak")


class Module:
    """One scope of names. Its `addresses` are what the linker looks in first.

    Of what follows from something else they have the last RECENT names only: a function's address from its stub, that
    of a variable from `_places`, once there are so many."""

    def __init__(
        self,
        session: Session,
        number: int,
        name: str,
        index: ModuleIndex,
        symbols: dict[str, Any],
        entry: CacheEntry | None = None,
    ) -> None:
        self.session = session
        self.entry = entry  # the module in the cache
        self.number = number
        self.name = name
        self.index = index
        self.symbols = symbols
        self.addresses: dict[str, int] = {}
        self._recent: list[str] = []  # names in `addresses` that need not be there
        self._places: Places | None = None  # of variables that are not there
        self.functions: dict[str, Function] = {}
        self.ready: dict[str, Piece] = {}  # compiled and not linked, by function
        # Of these, if it is not the first or imports any: tier and imports.
        self.ready_tiers: dict[str, tuple[TierKey, tuple[str, ...]]] = {}
        self.data_ready: dict[str, Piece] = {}  # compiled and not placed, by variable
        self.failed: dict[str, RejitError] = {}
        self.initialised = False
        self.whole = False  # all of it is compiled when a function of it is first called
        self.got_base = session.memory.base
        self._linking = ""  # the function being linked, for messages
        self._asm_linked = not index.module_asm
        self._got: dict[str, int] = {}
        self._tls: dict[str, int] = {}
        self._unfilled: list[tuple[Piece, int]] = []
        self.answered: set[str] = set()  # asked for and answered, with pieces or a failure
        # Who asks for functions once more -> (whether at the first tier, which, name -> (piece, tier, imports) or an
        # error). Threads may ask for the same one at a time, and the compiler answers once.
        self._again: dict[int, tuple[bool, frozenset[str], dict[str, Any]]] = {}
        self._offsets: dict[int, str] = {}  # where functions stand in the text, once somebody asks
        self._records: dict[str, int] = {}  # of hot triggers, by function
        self._loops: dict[str, int] = {}  # how many continuations they have room for
        self.replaced: set[str] = set()  # functions whose text is another by now (rejit.replace)
        self.closed = False
        self.parent: Module | None = None  # whose names come first: this module replaces functions of it
        self.imports: dict[Body, tuple[str, ...]] = {}  # functions whose text is in a body, where there are any
        self.estate = Estate()

    # -- what arrives from the compiler -------------------------------------------------------------------------

    def deliver(self, pieces: Iterable[Piece], tier: TierKey, imported: tuple[str, ...] = ()) -> None:
        """Keep pieces until somebody needs them. Any thread, no lock: each entry is stored by one dict operation."""
        first = tier == self.session.tier
        for piece in pieces:
            target = self.ready if piece[0] == "code" else self.data_ready
            for symbol, _, _, _ in piece[5]:
                name = symbol.partition("@@")[0]
                askers = self._askers(name, first) if piece[0] == "code" else ()
                if askers:
                    for answers in askers:
                        answers[name] = piece, tier, imported
                elif name and not self._has(name, piece[0] == "code"):
                    if target is self.ready and (imported or not first):
                        self.ready_tiers[name] = tier, imported
                    target[name] = piece

    def _askers(self, name: str, first: bool) -> list[dict[str, Any]]:
        """Where the answers for a function go that was asked for once more."""
        if not self._again:
            return []
        return [
            answers
            for at_first, names, answers in list(self._again.values())
            if name in names and (at_first or not first)
        ]

    def replace_bodies(
        self, pieces: Iterable[Piece], tier: TierKey, imported: tuple[str, ...], anew: bool = True
    ) -> list[Function]:
        """Link pieces of functions that run already, and redirect these: the functions. Takes the session's lock.

        Unless `anew`, a piece whose functions are all at that level is let go."""
        if not self.replaced.isdisjoint(imported):
            return []  # it was on its way when a function that it contains was replaced
        for piece in pieces:
            if piece[0] != "code":
                self.deliver((piece,), tier)
        redirected: list[Function] = []
        for piece in pieces:
            if piece[0] == "code":
                with self.session.reclaimer.room(self.leaving(piece)), self.session.lock:
                    if self.closed:
                        return redirected
                    if anew or not self._is_at(piece, tier[0]):
                        redirected += self.link(piece, tier, imported)
        return redirected

    def leaving(self, piece: Piece) -> int:
        """Bytes of the bodies that the functions of a piece have."""
        return sum(body.size for body in set(self._bodies(piece)) if body is not None)

    def _bodies(self, piece: Piece) -> list[Body | None]:
        made = [self.functions.get(symbol.partition("@@")[0]) for symbol, _, _, _ in piece[5] if symbol]
        return [function.code for function in made if function is not None]

    def _is_at(self, piece: Piece, level: int) -> bool:
        """Whether all functions of a piece have bodies of that level."""
        bodies = self._bodies(piece)
        return bool(bodies) and all(body is not None and body.level == level for body in bodies)

    def _has(self, name: str, code: bool) -> bool:
        """Whether it is linked or placed already: a new server compiles again what it does not know of."""
        if code:
            made = self.functions.get(name)
            return made is not None and made.body != 0
        return bool(self.placed(name)) or name in self._tls

    def placed(self, name: str) -> int:
        """The address of a name that has been resolved, or of a variable that has its place; 0 for others."""
        address = self.addresses.get(name)
        if address is None and self._places is not None:
            offset = self.index.variables.get(name)
            address = 0 if offset is None else self._places.get(offset)
            if address:
                self._remember(name, address)
        return address or 0

    def _remember(self, name: str, address: int) -> None:
        """Keep the address of a function or variable of the module's own where the linker looks first, for a while."""
        self.addresses[name] = address
        self._recent.append(name)

    def _forget_recent(self) -> None:
        """Leave to `addresses` what is nowhere else. The lock is held."""
        if self._places is None:
            self._places = Places(self.index.variables.values(), self.session.memory.base)
        recent, self._recent = self._recent, []
        for name in recent:
            address = self.addresses.get(name)
            offset = self.index.variables.get(name)
            if address is not None and (offset is None or self._places.put(offset, address)):
                del self.addresses[name]

    def answer(self, functions: Iterable[str], variables: Iterable[str]) -> None:
        """All that was asked for is compiled. What has come with pieces is known by these."""
        ready, data = self.ready, self.data_ready
        self.answered.update(n for n in functions if n not in ready and not self._has(n, True))
        self.answered.update(n for n in variables if n not in data and not self._has(n, False))

    def fail(self, name: str, kind: str, message: str, tier: TierKey) -> None:
        """A function could not be compiled at a tier."""
        shown = "module assembly" if name == MODULE_ASM else name
        error = error_from(kind, f"{shown}, in {self.name}: {message}")
        askers = self._askers(name, tier == self.session.tier)
        if askers:
            for answers in askers:
                answers[name] = error
        else:
            self.failed[name] = error

    # -- functions ----------------------------------------------------------------------------------------------

    def function(self, name: str) -> Function:
        """The function's stub; made at the first reference."""
        made = self.functions.get(name)
        if made is None:
            with self.session.lock:
                made = self.functions.get(name)
                if made is None:
                    prefix = self._has_prefix(name)
                    made = (Prefixed if prefix else Function)(self, name)
                    self.attach(made)
                    self.functions[name] = made
                    if prefix:
                        self.addresses[name] = self.materialise(made)
        return made

    def _replaceable(self, name: str) -> bool:
        """Whether another module's definition may count instead: weak, linkonce and their variants."""
        return self.index.define_line(name).startswith(("weak", "linkonce"), 7)

    def _has_prefix(self, name: str) -> bool:
        return " prefix " in self.index.define_line(name)

    def materialise(self, function: Function) -> int:
        """The address of the function's body, compiled and linked by now. Unloaded if the module was closed."""
        if function.body:
            return function.body
        self.check_open(function.name)
        name = function.name
        if self.whole:
            self.whole = False
            self.compile_ahead(None)
        while not function.body:
            piece = self._waiting(name)
            if piece is None:
                self.session.compiler.poll()
                piece = self._waiting(name)
                stale = True
                while piece is None and stale:
                    self.fetch((name,))
                    stale = name in self.ready  # it was on its way already
                    piece = self._waiting(name)
            self.session.emit_compiled()
            with self.session.lock:
                if function.body:
                    return function.body
                self.check_open(name)
                if piece is None:
                    raise InternalError(f"{name}: compiled, but its piece is not there")
                made = self.ready_tiers.get(name)
                if self._is_stale(made):
                    continue  # what it contains was replaced just now
                self.link(piece, *(made or (self.session.tier, ())))
                if not function.body:
                    raise InternalError(f"{name}: not among the symbols of its own piece")
        self.session.compiler.used(self.number, name)
        return function.body

    def _waiting(self, name: str) -> Piece | None:
        """The piece that has come for a function, unless it contains what has been replaced: that is asked for anew."""
        piece = self.ready.get(name)
        if piece is not None and self._is_stale(self.ready_tiers.get(name)):
            self.ready.pop(name, None)
            self.ready_tiers.pop(name, None)
            self.session.compiler.anew(self.number, (name,))
            return None
        return piece

    def _is_stale(self, made: tuple[TierKey, tuple[str, ...]] | None) -> bool:
        """Whether a (tier, imports) imports a function that has been replaced."""
        return made is not None and not self.replaced.isdisjoint(made[1])

    def prepare(self, name: str) -> None:
        """Compile and link a function before its first call."""
        self.materialise(self.function(name))

    def compile_ahead(self, names: Iterable[str] | None, tier: TierKey | None = None, anew: bool = False) -> None:
        """Compile and link named functions or all, at a tier, those that are at its level already only if `anew`; one
        CompileError for all failures."""
        from rejit.ir.reach import size_of

        self.check_open("compile()")
        todo = list(self.index.functions) if names is None else list(names)
        for name in todo:
            if name not in self.index.functions:
                raise not_found(self, name)
        if tier is not None:
            other = tuple(n for n in todo if self._is_for(n, tier[0], anew))
            for name in other:
                self.function(name)
            if other:
                self.recompile(other, tier, anew)
            done = frozenset(other)
            todo = [n for n in todo if n not in done]
        todo = [n for n in todo if not (n in self.functions and self.functions[n].body)]
        for name in todo:  # before others refer to them: the name is then the index's own str
            if not self._has_prefix(name):
                self.function(name)
        manifest = None if self.entry is None else self.entry.manifest
        kept = {} if manifest is None else manifest.names  # their text may not be at hand, and need not be
        # Large ones first: no worker is left with one at the end.
        todo.sort(key=lambda name: name in kept or size_of(self.index, name) < LARGE)
        failures: list[RejitError] = []
        for at in range(0, len(todo), STEP):
            if len(todo) > STEP:  # what follows is compiled while these here are linked
                ahead = [n for n in todo[at : at + 2 * STEP] if n not in self.ready and n not in kept]
                self.session.compiler.ask_ahead(self.number, ahead)
            self._compile_some(todo[at : at + STEP], failures)
        if len(failures) == 1:
            raise failures[0].with_traceback(None)
        if failures:
            listed = "\n".join(str(f) for f in failures)
            raise CompileError(f"{len(failures)} functions could not be compiled:\n{listed}")

    def _compile_some(self, names: list[str], failures: list[RejitError]) -> None:
        """Compile and link functions; the errors of those that failed go to `failures`."""
        self.fetch(tuple(n for n in names if n not in self.ready), bulk=True)
        tick = self.session.compiler.waiting
        for name in names:
            if tick is not None:
                tick()
            self.check_open(name)  # a listener may have closed it
            if name in self.failed:
                failures.append(self.failed[name])
            else:
                try:
                    self.materialise(self.function(name))
                except RejitError as error:
                    failures.append(error)

    def _is_for(self, name: str, level: int, anew: bool) -> bool:
        """Whether a function is to be compiled at a level by name, and not as at its first call.

        One that must keep its body is not: it is compiled once, at the last tier."""
        from rejit.compile.transforms import keeps_its_body

        made = self.functions.get(name)
        if made is not None and made.code is not None:
            if made.code.level == level and not anew:
                return False
        elif level == self.session.tier[0]:
            return False
        return not keeps_its_body(self.index, name, drift=True)

    def fetch(self, functions: tuple[str, ...] = (), variables: tuple[str, ...] = (), bulk: bool = False) -> None:
        """Have functions and variables compiled; returns when their pieces are here. Raises what one of them raised."""
        ready, data, placed, failed = self.ready, self.data_ready, self.placed, self.failed
        answered, made = self.answered, self.functions
        answered.difference_update(functions, variables)

        def linked(name: str) -> bool:
            return name in made and made[name].body != 0

        def arrived() -> bool:
            return self.closed or (
                all(n in ready or n in failed or n in answered or linked(n) for n in functions)
                and all(n in data or placed(n) or n in failed or n in answered for n in variables)
            )

        come = self._from_cache(functions, variables)
        if come:
            self.answer([n for n in functions if n in come], [n for n in variables if n in come])
            functions = tuple(n for n in functions if n not in come)
            variables = tuple(n for n in variables if n not in come)
            if arrived():
                return
        start = perf_counter_ns()
        self.estate.fetches += 1
        try:
            self.session.compiler.fetch(self.number, functions, variables, self.session.tier, arrived, bulk)
        finally:
            self.estate.fetches -= 1
        self.check_open((*functions, *variables, "")[0])
        self.session.emit_compiled()
        self.session.counters.wait_ns += perf_counter_ns() - start
        self.session.counters.waits += 1
        if not bulk:
            for name in (*functions, *variables):
                if name in failed:
                    raise failed[name].with_traceback(None)

    def function_at(self, offset: int) -> Function | None:
        """The function whose definition stands at an offset of the text, if it has a stub."""
        if not self._offsets:
            self._offsets = {at: name for name, at in self.index.functions.items()}
        return self.functions.get(self._offsets.get(offset, ""))

    def recompile(self, names: tuple[str, ...], tier: TierKey, anew: bool = True) -> None:
        """Compile functions at a tier, link them and lead callers there. Raises the first failure, after the rest.

        Unless `anew`, what another thread has brought to that level meanwhile stays."""
        again: dict[str, Any] = {}
        first = tier == self.session.tier
        self._again[id(again)] = first, frozenset(names), again
        answered = self.answered
        answered.difference_update(names)

        def arrived() -> bool:
            return self.closed or all(again.get(name) is not None or name in answered for name in names)

        self.estate.fetches += 1
        try:
            if first:
                self.session.compiler.anew(self.number, names)
            self.session.compiler.fetch(self.number, names, (), tier, arrived, len(names) > 1)
            found = [again.get(name) for name in names]
        finally:
            self.estate.fetches -= 1
            self._again.pop(id(again), None)
        self.check_open((*names, "")[0])
        self.session.emit_compiled()
        failures = [answer for answer in found if isinstance(answer, RejitError)]
        done: set[int] = set()
        for answer in found:
            if isinstance(answer, tuple) and id(answer[0]) not in done:
                done.add(id(answer[0]))
                piece, at, imported = answer
                for function in self.replace_bodies((piece,), at, imported, anew):
                    self.session.counters.recompiled += 1
                    self.session.emit("redirected", self.number, function.name, at[0])
        self.session.reclaimer.relieve()
        if failures:
            raise failures[0].with_traceback(None)

    def _from_cache(self, functions: tuple[str, ...], variables: tuple[str, ...]) -> set[str]:
        """Deliver what an earlier run left in the cache: the names it was for."""
        entry = self.entry
        found: set[str] = set()
        if entry is None or entry.manifest is None:
            return found
        for name in (*functions, *variables):
            if self._is_stale(entry.tier(name)):
                continue
            pieces = entry.pieces(name)
            if pieces:
                self.deliver(pieces, *(entry.tier(name) or (self.session.tier, ())))
                found.add(name)
        return found

    def placed_with_code(self, places: dict[str, int]) -> None:
        """A code piece is about to stand there: what it defines besides functions can be referred to."""
        for symbol, address in places.items():
            if symbol not in self.index.functions:
                self.addresses.setdefault(symbol, address)

    def link(self, piece: Piece, tier: TierKey, imported: tuple[str, ...] = ()) -> list[Function]:
        """Place a code piece with all data it refers to, and lead its functions' stubs to it. The lock is held."""
        session = self.session
        start = perf_counter_ns()
        waited = session.counters.wait_ns
        outer, self._linking = self._linking, piece[1]
        if len(self._recent) > RECENT:
            self._forget_recent()
        calls = self._calls(tier) if tier != session.tier or tier[5] != "stub" else None
        entry = self._counted(piece) if session.counts_calls and counted_by_linker(tier) else None
        lifetime = SHORT if is_instrumented(tier) else LONG
        try:
            try:
                body, places = link_code(piece, self, session.memory, calls, entry, lifetime)
            except OutOfCodeMemory:
                if not session.reclaimer.collect(pressure=True):
                    raise
                body, places = link_code(piece, self, session.memory, calls, entry, lifetime)
            self.estate.blocks[body.address] = body
            self.fill()
        finally:
            self._linking = outer
        body.level = tier[0]
        if session.observers is not None:
            before = 0 if entry is None else max(entry[0], piece[2])
            session.observers.came(self, piece, body.address + before, body, tier)
        if imported:
            made = self.functions
            self.imports[body] = tuple(made[name].name if name in made else name for name in imported)  # the same str
        functions = []
        for symbol, address in places.items():
            self.ready.pop(symbol, None)
            self.ready_tiers.pop(symbol, None)
            symbol = symbol.partition("@@")[0]
            if symbol in self.index.functions:
                function = self.functions.get(symbol) or self.function(symbol)
                if function.module is not self:
                    continue  # it has been replaced meanwhile
                self._redirect(function, address, body)
                functions.append(function)
            elif continued_loop(tier) >= 0:
                self.addresses[symbol] = address
        if body.users:
            del self.estate.blocks[body.address]
        if calls is not None and calls.sites:
            body.sites = kept(calls.sites, body.address)
            for callee in calls.sites:
                add_caller(callee, body)
        session.counters.code_bytes += piece[4]
        session.counters.link_ns += perf_counter_ns() - start - (session.counters.wait_ns - waited)
        if session.recording is not None:
            session.recording.linked(self, functions, piece, tier, body, start)
        return functions

    def _counted(self, piece: Piece) -> Entry | None:
        """What counts the calls of a piece that is one function; None for another."""
        names = [symbol for symbol, _, _, _ in piece[5] if symbol]
        if len(names) != 1 or piece[5][0][1] or names[0] not in self.index.functions:
            return None
        arch = self.session.arch
        hot_entry = self.session.tiering.trigger("hot_entry")

        def code(address: int) -> bytes:
            record = self._records.get(names[0]) or self._counter(names[0])
            return arch.counted_entry(address, record, hot_entry)  # type: ignore[no-any-return]

        return arch.ENTRY_SIZE, arch.ENTRY_OFFSET, code

    def link_continuation(
        self, name: str, loop: int, pieces: Iterable[Piece], tier: TierKey, imported: tuple[str, ...]
    ) -> None:
        """Link the continuation of a function's loop, and have the activations that are in that loop go on in it."""
        self.replace_bodies(pieces, tier, imported)
        with self.session.lock:
            record = self._records.get(name, 0)
            address = self.addresses.get(f"{name}.osr.{loop}")
            if record and address:
                store_word(record + RECORD_SIZE + 8 * loop, address)

    def forget_continuations(self, name: str) -> None:
        """The function's text is another by now: no loop goes on in the old one's. The lock is held."""
        record, loops = self._records.get(name, 0), self._loops.get(name, 0)
        for loop in range(loops if record else 0):
            store_word(record + RECORD_SIZE + 8 * loop, 0)

    def _calls(self, tier: TierKey) -> DirectCalls:
        """How a body of a tier that is not the first calls other functions."""
        session = self.session
        direct = session.arch.DIRECT_CALLS
        form = tier[5] if (session.memory.patches and direct) or tier[5] != "direct" else "stub"
        recursive = direct and not is_instrumented(tier)
        return DirectCalls(session.arch, session.callbacks, self.functions, form, session.last_level, recursive)

    def _redirect(self, function: Function, address: int, body: Body) -> None:
        """From now on the function is `body`, entered at `address`. The lock is held."""
        session = self.session
        old = function.code
        body.users += 1
        session.memory.order()
        function.redirect(address)
        function.code = body
        session.counters.linked += 1
        straight = body.direct and body.level == session.last_level
        if function.callers and (straight or old is not None):  # linked before it, they call its stub
            patched = lead_callers(function, address if straight else function.address, session.memory)
            session.counters.call_sites_patched += patched
            if patched:
                session.emit("patched", self.number, function.name, patched)
        if old is not None:
            session.counters.redirects += 1
            self.retire(old, function.name)

    def retire(self, body: Body, name: str) -> Parcel | None:
        """A function has left a body for another. With the last one its code goes into quarantine; it is free when the
        reclaimer next has reason to look (`Reclaimer.relieve`, which is not called here). The lock is held."""
        session = self.session
        body.users -= 1
        if body.users:
            return None
        # A thread may still be in it, and must not be led into a body that is retired and freed meanwhile.
        session.counters.call_sites_patched += leave_callees(body, session.memory)
        session.counters.bodies_retired += 1
        session.counters.retired_bytes += body.size
        self.imports.pop(body, None)
        parcel = Parcel(f"{name}, in {self.name}", self.parent or self)
        parcel.add_code(body)
        session.reclaimer.add(parcel)
        return parcel

    def importers(self, name: str) -> tuple[str, ...]:
        """The functions whose bodies contain a copy of the text of a function. O(functions compiled)."""
        found = {body for body, imports in self.imports.items() if name in imports}
        return tuple(f.name for f in self.functions.values() if f.code in found) if found else ()

    # -- variables ----------------------------------------------------------------------------------------------

    def variable(self, name: str) -> int:
        """The address of a variable, placed now if it was not. Its content is there after `fill`."""
        address = self.placed(name)
        if address:
            return address
        section = sections_of(self.index).of.get(name)
        if section:
            self.session.section(section)
            if name in self.addresses:
                return self.addresses[name]
            # The section was laid out before this module came: its variables stand apart.
        piece = self.data_ready.get(name)
        if piece is None:
            self.session.compiler.poll()
            piece = self.data_ready.get(name)
            if piece is None:
                self.fetch((), (name,))
                piece = self._arrived_data(name)
        self._place(piece)
        return self.addresses[name]

    def _arrived_data(self, name: str) -> Piece:
        piece = self.data_ready.get(name)
        if piece is None:
            raise InternalError(f"{name}: compiled, but its piece is not there")
        return piece

    def _place(self, piece: Piece) -> None:
        if piece[0] == "tls":
            self._place_tls(piece)
            return
        size, align = max(piece[4], 1), self._alignment(piece)
        if piece[0] == "large":
            base = self.session.memory.allocate_large(size, align)
            self.estate.data.append((base, size))
        else:
            base = self.allocate(size, align)
        for symbol, offset, _, _ in piece[5]:
            if symbol:
                self.data_ready.pop(symbol, None)
                if symbol in self.index.variables:
                    self._remember(symbol, base + offset)
                else:
                    self.addresses[symbol] = base + offset
        self.session.counters.data_bytes += piece[4]
        self._fill_later(piece, base)

    def _alignment(self, piece: Piece) -> int:
        """A common variable is as aligned as its strictest definition."""
        align = int(piece[2])
        entity = self.index.entity(piece[1])
        if entity is not None and entity.linkage == "common":
            for module in self.session.definers(piece[1]):
                other = module.index.entity(piece[1])
                if other is not None and other.linkage == "common":
                    align = max(align, other.align)
        return align

    def section_pieces(self, section: str) -> list[Piece]:
        """The module's variables in a named section, compiled."""
        names = sections_of(self.index).members.get(section, ())
        missing = tuple(n for n in names if n not in self.data_ready and not self.placed(n))
        if missing:
            self.fetch((), missing)
        pieces: list[Piece] = []
        for name in names:
            piece = self.data_ready.pop(name, None)
            if piece is not None and piece not in pieces:
                pieces.append(piece)
        return pieces

    def put(self, piece: Piece, base: int) -> None:
        """A data piece stands at `base` from now on; `fill` gives it its content."""
        for symbol, offset, _, _ in piece[5]:
            if symbol:
                self.addresses[symbol] = base + offset
        self._fill_later(piece, base)

    def _fill_later(self, piece: Piece, base: int) -> None:
        self._unfilled.append((piece, base))
        self.session.unfilled[self.number] = self

    def fill(self) -> None:
        """Give all placed variables, of all modules, their content; placing more is part of it. The lock is held."""
        unfilled = self.session.unfilled
        failure: RejitError | None = None
        while unfilled:
            module = unfilled.popitem()[1]
            while module._unfilled:
                piece, base = module._unfilled.pop()
                try:
                    fill_data(piece, base, module)
                except RejitError as error:
                    module._take_back(piece)
                    failure = failure or error
                except BaseException:  # an interrupt
                    module._fill_later(piece, base)
                    raise
        if failure is not None:
            raise failure

    def _take_back(self, piece: Piece) -> None:
        """A data piece cannot be filled: who refers to it next is told so too."""
        for symbol, _, _, _ in piece[5]:
            if symbol:
                self.addresses.pop(symbol, None)
                if self._places is not None and symbol in self.index.variables:
                    self._places.put(self.index.variables[symbol], 0)
                self._tls.pop(symbol, None)
                self.data_ready[symbol] = piece

    # -- names --------------------------------------------------------------------------------------------------

    def define(self, name: str) -> int:
        """The address of a name this module defines."""
        address = self.placed(name)
        if address:
            return address
        index = self.index
        if name in index.functions:
            return self.function(name).address
        if name in index.variables:
            return self.variable(name)
        entity = index.entity(name)
        if entity is None:
            raise InternalError(f"{name} is not defined in {self.name}")
        if entity.kind == "alias":
            address = self.resolve(self._aliasee(name, entity)) + self._offset(entity)
        else:
            made = IFunc(self, entity.aliasee or "")
            self.attach(made)
            address = made.address
        self.addresses[name] = address
        return address

    def _aliasee(self, name: str, entity: Any) -> str:
        """What an alias stands for in the end."""
        seen = {name}
        while True:
            target = entity.aliasee
            if target is None:
                raise InvalidIR(f"{self.name}: line {self.index.line_of(entity.offset)}: {name} is an alias of nothing")
            if target in seen:
                line = self.index.line_of(entity.offset)
                raise InvalidIR(f"{self.name}: line {line}: {name} is an alias of itself\n    {entity.header}")
            following = self.index.entity(target)
            if following is None or following.kind != "alias" or self._offset(entity):
                return str(target)
            seen.add(target)
            if self._offset(following):
                return str(target)
            entity = following

    def _offset(self, entity: Any) -> int:
        offset = entity.aliasee_offset
        if offset is None:
            raise InvalidIR(f"{self.name}: {entity.name}: rejit cannot compute this alias\n    {entity.header}")
        return int(offset)

    def resolve(self, name: str) -> int:
        """The address of a name as this module sees it, anywhere in memory; 0 for a weak reference to nothing."""
        index = self.index
        if name in index.functions and not self._replaceable(name):
            # Most names are that: no need to parse their line. Kept for the next who refers to it.
            function = self.function(name)
            address = function.address
            self._remember(function.name, address)
            return address
        if self._places is not None and (address := self.placed(name)):
            return address
        if name.startswith(RECORD_PREFIX):
            return self._record(name)
        entity = index.entity(name)
        if entity is not None and entity.defined:
            if entity.linkage not in REPLACEABLE:
                address = self.define(name)
            else:
                owner = self.session.owner(name, seen_by=self) or self
                self.links_to(owner)
                address = self.addresses[name] = owner.define(name)
            index.forget(name)
            return address
        found = self.external(name)
        if found is not None:
            self.addresses[name] = found
            return found
        if entity is not None and entity.linkage == "extern_weak":
            return 0
        if index.promote(name):
            return self.define(name)
        if not self._asm_linked:
            self.link_asm()
            if name in self.addresses:
                return self.addresses[name]
        if "@@" in name and name.partition("@@")[0] in index.functions:  # vectorcall's mangling
            return self.define(name.partition("@@")[0])
        return self._missing(name, entity)

    def _counter(self, name: str) -> int:
        """The record of a function that has no continuations: beside its slot. A patch's function has another's."""
        function = self.function(name)
        if function.module is not self or self.parent is not None:
            return self._record(f"{RECORD_PREFIX}0:{name}")
        record = function.slab.room(function.place)
        if not load_word(record + 8):  # the budget after the first is never 0
            content = self.session.tiering.record(self.number, self.index.functions[name], 0)
            ctypes.memmove(record, content, RECORD_SIZE)
        return record

    def record_of(self, name: str) -> int:
        """The address of the record that counts a function's calls and the turns of its loops; 0 if there is none."""
        function = self.functions[name]
        if name in self._records or function.module is not self or not self.session.counts_calls:
            return self._records.get(name, 0)
        record = function.slab.room(function.place)
        return record if load_word(record + 8) else 0

    def _record(self, symbol: str) -> int:
        """The record of a function's hot trigger (see `arch`): "rejit.hot.LOOPS:FUNCTION"."""
        loops, _, name = symbol[len(RECORD_PREFIX) :].partition(":")
        content = self.session.tiering.record(self.number, self.index.functions[name], int(loops))
        address = self.allocate(len(content), 16, content)
        self.addresses[symbol] = address
        self._records[name], self._loops[name] = address, int(loops)
        return address

    def external(self, name: str) -> int | None:
        """The address of a name that this module does not define."""
        session = self.session
        if self.parent is not None and self.parent.index.entity(name) is not None:
            return self.parent.resolve(name)
        owner = session.owner(name, self)
        if owner is not None:
            self.links_to(owner)
            return owner.define(name)
        given = self.symbols.get(name)
        if given is not None:
            return session.address_of(given, self.estate.kept)
        given = session.symbols.get(name)
        if given is not None:
            return session.address_of(given)
        if name.startswith(("__start_", "__stop_")):
            bound = self._section_bound(name)
            if bound is not None:
                return bound
        return session.outside.find(name)

    def pointers_in(self, section: str) -> list[int]:
        """The function pointers in a section of them (.init_array and its relatives)."""
        found: list[int] = []
        for name in sorted(s for s in sections_of(self.index).members if s == section or s.startswith(section + ".")):
            with self.session.lock:
                pieces = self.section_pieces(name)
                for piece in pieces:
                    base = self.allocate(max(piece[4], 8), max(piece[2], 8))
                    self.put(piece, base)
                    self.fill()
                    found += (ctypes.c_size_t * (piece[4] // 8)).from_address(base)
        return [p for p in found if p not in (0, (1 << 64) - 1)]

    def _section_bound(self, name: str) -> int | None:
        start = name.startswith("__start_")
        bounds = self.session.section(name[8 if start else 7 :])
        return None if bounds is None else bounds[0 if start else 1]

    def _missing(self, name: str, entity: Any) -> int:
        by = f"{self._linking} in {self.name}" if self._linking else self.name
        message = f"{name}: {by} refers to it, and nothing defines it{self.session.near_misses(name)}"
        message += "; give symbols={...}, --load LIBRARY or --extra-module FILE"
        if entity is not None and entity.kind == "variable":
            raise UnresolvedSymbol(message)
        made = Missing(self, name, message)
        self.attach(made)
        self.addresses[name] = made.address
        return made.address

    def link_asm(self) -> None:
        """Compile and place the module's own assembly, once. It may define anything."""
        if self._asm_linked:
            return
        self._asm_linked = True
        try:
            self.fetch((MODULE_ASM,))
        except BaseException:
            self._asm_linked = False
            raise
        with self.session.lock:
            for piece in {id(p): p for p in self.data_ready.values()}.values():
                if not any(s[0] in self.index.variables for s in piece[5]):
                    self._place(piece)
            for piece in {id(p): p for p in self.ready.values()}.values():
                if not any(s[0] in self.index.functions for s in piece[5]):
                    self.link(piece, self.session.tier)
            self.fill()

    # -- what the linker asks -----------------------------------------------------------------------------------

    def stub_for(self, name: str, address: int) -> int:
        """A stub within reach that leads to a far address; to an error if there is none (an undefined weak symbol)."""
        if not address:
            missing = Missing(self, name, f"{name}: {self.name} calls this weak symbol, and nothing defines it")
            self.attach(missing)
            return missing.address
        if name in self.symbols:  # as many as there are modules: they go with this one
            return self._own_far_stub(address)
        return self.session.far_stub(name, address)

    def _own_far_stub(self, address: int) -> int:
        made = self.estate.far.get(address)
        if made is None:
            stub = Stub()
            self.attach(stub, address)
            made = self.estate.far[address] = stub.address
        return made

    def got(self, name: str, address: int) -> int:
        """A word within reach that holds the address."""
        word = self._got.get(name)
        if word is None:
            word = self._got[name] = self.allocate(8, 8)
            store_word(word, address)
        return word

    def tls_pair(self, name: str) -> int:
        """The argument of `__tls_get_addr` for a thread-local variable."""
        pair = self._tls.get(name)
        if pair is not None:
            return pair
        entity = self.index.entity(name)
        owner = self
        if entity is None or not entity.defined or entity.linkage in REPLACEABLE:
            owner = self.session.owner(name, seen_by=self) or self
        if owner is not self:
            self.links_to(owner)
            pair = owner.tls_pair(name)
        elif entity is not None and entity.defined:
            piece = self.data_ready.get(name)
            if piece is None:
                self.session.compiler.poll()
                piece = self.data_ready.get(name)
                if piece is None:
                    self.fetch((), (name,))
                    piece = self._arrived_data(name)
            self._place(piece)
            pair = self._tls[name]
        else:
            pair = self.session.foreign_thread_local(name)
            if not pair:
                raise UnresolvedSymbol(f"{name}: thread-local; {self.name} refers to it, and nothing defines it")
        self._tls[name] = pair
        return pair

    def tls_start(self, name: str) -> int:
        """The argument of `__tls_get_addr` for the begin of the block that a thread-local variable lies in."""
        pair = self.tls_pair(name)
        if not load_word(pair + 8):
            return pair
        start = self.allocate(16, 16)
        store_word(start, load_word(pair))
        return start

    def words(self, key: str, contents: Callable[[], tuple[int, ...]]) -> int:
        """Words that hold `contents()`, made when they are first asked for by that key."""
        words = self._got.get(key)
        if words is None:
            made = contents()
            words = self._got[key] = self.allocate(8 * len(made), 8, b"".join(w.to_bytes(8, "little") for w in made))
        return words

    def label(self, name: str) -> int:
        """A label of the support block."""
        return self.session.callbacks.label(name)

    def _place_tls(self, piece: Piece) -> None:
        """A thread-local variable: its initial image, and the words that lead `__tls_get_addr` to it."""
        size, align = piece[4], max(piece[2], 16)
        image = self.allocate(max(size, 1), align)
        self._fill_later(piece, image)
        for symbol, offset, _, _ in piece[5]:
            if symbol:
                self.data_ready.pop(symbol, None)
                self._tls[symbol] = self.session.thread_local(self, image, size, align, offset)

    # -- what goes when the module goes (rejit.unload) ------------------------------------------------------------

    def attach(self, stub: Stub, target: int = 0) -> None:
        """Give a stub that lives as long as the module its cell and slot."""
        self.session.callbacks.attach(stub, target)
        self.estate.stubs.append(stub)

    def allocate(self, size: int, align: int, content: bytes = b"") -> int:
        """Data that lives as long as the module: `content`, then zeros. The session's lock is held."""
        address = self.estate.room(self.session.memory, size, align)
        if content:
            put(address, bytes(content), len(content))
        return address

    def size(self) -> int:
        """Bytes of its code in use and of its data. O(functions compiled)."""
        return sum(body.size for body in self.blocks()) + sum(size for _, size in self.estate.data)

    def blocks(self) -> list[Body]:
        """Its code in use; what was retired is the reclaimer's."""
        made = [f.code for f in list(self.functions.values()) if f.code is not None and f.module is self]
        return list(dict.fromkeys([*made, *self.estate.blocks.values()]))

    def owns(self, address: int) -> bool:
        """Whether an address is that of a stub of the module, or lies in its code or variables."""
        estate = self.estate
        return (
            any(stub.address == address for stub in estate.stubs)
            or any(body.address <= address < body.address + body.size for body in self.blocks())
            or any(start <= address < start + size for start, size in estate.data)
        )

    def links_to(self, other: Module) -> None:
        """This module's code and data refer to the other's, which therefore cannot be closed before."""
        if other is not self:
            self.estate.links.add(other)
            other.estate.linked_by.add(self)

    def strip(self, index: ModuleIndex) -> None:
        """The module was closed: what is still referred to (stubs that raise Unloaded) keeps none of its text."""
        self.index = index
        for stub in (*self.estate.stubs, *self.functions.values()):
            if isinstance(stub, Function) and stub.module is self:
                stub.code, stub.callers = None, ()
        self.estate = Estate()
        self.symbols = {}
        for table in (self.addresses, self.functions, self.ready, self.data_ready, self.failed, self._got, self._tls):
            table.clear()
        self._unfilled.clear()
        self._recent.clear()
        self._places = None
        self.answered.clear()
        self.imports.clear()

    def check_open(self, what: str) -> None:
        """Unloaded if the module was closed."""
        if self.closed:
            raise Unloaded(f"{what}: {self.name} was closed")

    def __repr__(self) -> str:
        return f"<rejit module {self.name!r}>"


def not_found(module: Module, name: str) -> SymbolNotFound:
    """The error for `lib[name]` with near misses."""
    import difflib

    close = difflib.get_close_matches(name, [*module.index.functions, *module.index.variables], 3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    return SymbolNotFound(f"{module.name} defines no function {name!r}{hint}")
