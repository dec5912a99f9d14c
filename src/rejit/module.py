"""A module in a session: its names, what of it is compiled, placed and linked, and how a name is found.

Each function has one `Function`, a stub whose slot leads to the trampoline until the body is there. Compiled pieces
arrive in any order (speculation) and wait in `ready`; they are linked when somebody calls. A name is looked for

    in the module, unless its linkage lets another definition win; then among the session's modules by the rules of
    linkage; then in `symbols=` of the module and of the session, among the C functions rejit answers itself, in the
    loaded libraries, in the process, in llvmlite's table.
"""

from __future__ import annotations

import ctypes
from struct import pack
from time import perf_counter_ns

from rejit.compile.pool import MODULE_ASM, error_from
from rejit.errors import CompileError, InternalError, InvalidIR, RejitError, SymbolNotFound, UnresolvedSymbol
from rejit.ir.sections import sections_of
from rejit.link.linker import fill_data, link_code, place_data
from rejit.runtime.callbacks import Stub
from rejit.runtime.words import load_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from rejit.ir.index import ModuleIndex
    from rejit.runtime.memory import Committed
    from rejit.session import Session

    Piece = tuple[Any, ...]

LOCAL = ("internal", "private")
REPLACEABLE = ("weak", "weak_odr", "linkonce", "linkonce_odr", "common", "extern_weak")


class Function(Stub):
    """One defined function: its stub, and its body once there is one."""

    __slots__ = ("block", "body", "module", "name")

    def __init__(self, module: Module, name: str) -> None:
        self.module = module
        self.name = name
        self.body = 0
        self.block: Committed | None = None

    def enter(self, frame: int) -> int:
        start = perf_counter_ns()
        statistics = self.module.session.counters
        waited = statistics.wait_ns
        try:
            return self.module.materialise(self)
        finally:
            statistics.callback(perf_counter_ns() - start, statistics.wait_ns - waited)


class Missing(Stub):
    """A function nothing defines: reaching it is an error, referring to it is not."""

    __slots__ = ("message", "module", "name")

    def __init__(self, module: Module, name: str, message: str) -> None:
        self.module = module
        self.name = name
        self.message = message

    def enter(self, frame: int) -> int:
        with self.module.session.lock:
            target = self.module.external(self.name)  # it may have been defined meanwhile
        if not target:
            raise UnresolvedSymbol(self.message)
        self.redirect(target)
        return target


class IFunc(Stub):
    """An ifunc: its resolver is called at the first call and says where the stub leads for ever."""

    __slots__ = ("module", "resolver")

    def __init__(self, module: Module, resolver: str) -> None:
        self.module = module
        self.resolver = resolver

    def enter(self, frame: int) -> int:
        session = self.module.session
        target = session.call_address(self.module.resolve(self.resolver), ctypes.c_size_t)
        self.redirect(target)
        return int(target)


class Module:
    """One scope of names. Its `addresses` are what the linker looks in first."""

    def __init__(self, session: Session, number: int, name: str, index: ModuleIndex, symbols: dict[str, Any]) -> None:
        self.session = session
        self.number = number
        self.name = name
        self.index = index
        self.symbols = symbols
        self.addresses: dict[str, int] = {}
        self.functions: dict[str, Function] = {}
        self.ready: dict[str, Piece] = {}  # compiled and not linked, by function
        self.data_ready: dict[str, Piece] = {}  # compiled and not placed, by variable
        self.failed: dict[str, RejitError] = {}
        self.initialised = False
        self.got_base = session.memory.base
        self._linking = ""  # the function being linked, for messages
        self._asm_linked = not index.module_asm
        self._got: dict[str, int] = {}
        self._tls: dict[str, int] = {}
        self._unfilled: list[tuple[Piece, int]] = []
        self.answered: set[str] = set()  # asked for and answered, with pieces or a failure

    # -- what arrives from the compiler -------------------------------------------------------------------------

    def deliver(self, pieces: Iterable[Piece]) -> None:
        """Keep pieces until somebody needs them. Any thread, no lock: each entry is stored by one dict operation."""
        for piece in pieces:
            target = self.ready if piece[0] == "code" else self.data_ready
            for symbol, _, _, _ in piece[5]:
                name = symbol.partition("@@")[0]
                if name and not self._has(name, piece[0] == "code"):
                    target[name] = piece

    def _has(self, name: str, code: bool) -> bool:
        """Whether it is linked or placed already: a new server compiles again what it does not know of."""
        if code:
            made = self.functions.get(name)
            return made is not None and made.body != 0
        return name in self.addresses or name in self._tls

    def fail(self, name: str, kind: str, message: str) -> None:
        """A function could not be compiled."""
        shown = "module assembly" if name == MODULE_ASM else name
        self.failed[name] = error_from(kind, f"{shown}, in {self.name}: {message}")

    # -- functions ----------------------------------------------------------------------------------------------

    def function(self, name: str) -> Function:
        """The function's stub; made at the first reference."""
        made = self.functions.get(name)
        if made is None:
            with self.session.lock:
                made = self.functions.get(name)
                if made is None:
                    made = Function(self, name)
                    self.session.callbacks.attach(made)
                    self.functions[name] = made
                    if not self._replaceable(name) or self.session.owner(name) in (None, self):
                        self.addresses[name] = made.address
                    if self._has_prefix(name):
                        # What is found before the function's address must be there: its address is the body's.
                        made.address = self.addresses[name] = self.materialise(made)
        return made

    def _replaceable(self, name: str) -> bool:
        """Whether another module's definition may count instead: weak, linkonce and their variants."""
        return self.index.text.startswith(("weak", "linkonce"), self.index.functions[name] + 7)

    def _has_prefix(self, name: str) -> bool:
        start = self.index.functions[name]
        return self.index.text.find(" prefix ", start, self.index.text.find("\n", start)) >= 0

    def materialise(self, function: Function) -> int:
        """The address of the function's body, compiled and linked by now."""
        if function.body:
            return function.body
        name = function.name
        piece = self.ready.get(name)
        if piece is None:
            self.session.compiler.poll()
            piece = self.ready.get(name)
            if piece is None:
                self.fetch((name,))
                piece = self.ready.get(name)
        with self.session.lock:
            if function.body:
                return function.body
            if piece is None:
                raise InternalError(f"{name}: compiled, but its piece is not there")
            self.link(piece)
            if not function.body:
                raise InternalError(f"{name}: not among the symbols of its own piece")
        self.session.compiler.used(self.number, name)
        return function.body

    def prepare(self, name: str) -> None:
        """Compile and link a function before its first call."""
        self.materialise(self.function(name))

    def compile_ahead(self, names: Iterable[str] | None) -> None:
        """Compile and link named functions or all; one CompileError for all failures."""
        todo = list(self.index.functions) if names is None else list(names)
        for name in todo:
            if name not in self.index.functions:
                raise not_found(self, name)
        todo = [n for n in todo if not (n in self.functions and self.functions[n].body)]
        self.fetch(tuple(n for n in todo if n not in self.ready), bulk=True)
        failures = []
        for name in todo:
            if name in self.failed:
                failures.append(self.failed[name])
            else:
                try:
                    self.materialise(self.function(name))
                except RejitError as error:
                    failures.append(error)
        if len(failures) == 1:
            raise failures[0].with_traceback(None)
        if failures:
            listed = "\n".join(str(f) for f in failures)
            raise CompileError(f"{len(failures)} functions could not be compiled:\n{listed}")

    def fetch(self, functions: tuple[str, ...] = (), variables: tuple[str, ...] = (), bulk: bool = False) -> None:
        """Have functions and variables compiled; returns when their pieces are here. Raises what one of them raised."""
        ready, data, placed, failed = self.ready, self.data_ready, self.addresses, self.failed
        answered, made = self.answered, self.functions
        answered.difference_update(functions, variables)

        def linked(name: str) -> bool:
            return name in made and made[name].body != 0

        def arrived() -> bool:
            return all(n in ready or n in failed or n in answered or linked(n) for n in functions) and all(
                n in data or n in placed or n in failed or n in answered for n in variables
            )

        start = perf_counter_ns()
        self.session.compiler.fetch(self.number, functions, variables, self.session.tier, arrived, bulk)
        self.session.counters.wait_ns += perf_counter_ns() - start
        self.session.counters.waits += 1
        if not bulk:
            for name in (*functions, *variables):
                if name in failed:
                    raise failed[name].with_traceback(None)

    def placed_with_code(self, places: dict[str, int]) -> None:
        """A code piece is about to stand there: what it defines besides functions can be referred to."""
        for symbol, address in places.items():
            if symbol not in self.index.functions:
                self.addresses.setdefault(symbol, address)

    def link(self, piece: Piece) -> None:
        """Place a code piece with all data it refers to, and let its functions' stubs lead to it. The lock is held."""
        session = self.session
        start = perf_counter_ns()
        waited = session.counters.wait_ns
        outer, self._linking = self._linking, piece[1]
        try:
            block, places = link_code(piece, self, session.memory)
            self.fill()
        finally:
            self._linking = outer
        for symbol, address in places.items():
            self.ready.pop(symbol, None)
            symbol = symbol.partition("@@")[0]
            if symbol in self.index.functions:
                function = self.functions.get(symbol) or self.function(symbol)
                function.body = address
                function.block = block
                session.counters.linked += 1
                function.redirect(address)
        session.counters.code_bytes += piece[4]
        session.counters.link_ns += perf_counter_ns() - start - (session.counters.wait_ns - waited)

    # -- variables ----------------------------------------------------------------------------------------------

    def variable(self, name: str) -> int:
        """The address of a variable, placed now if it was not. Its content is there after `fill`."""
        address = self.addresses.get(name)
        if address is not None:
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
        base, places = place_data(piece, self.session.memory, self._alignment(piece))
        for symbol in places:
            self.data_ready.pop(symbol, None)
        self.addresses.update(places)
        self.session.counters.data_bytes += piece[4]
        self._unfilled.append((piece, base))

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
        missing = tuple(n for n in names if n not in self.data_ready and n not in self.addresses)
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
        self._unfilled.append((piece, base))

    def fill(self) -> None:
        """Give all placed variables their content; placing more is part of it. The lock is held."""
        while self._unfilled:
            piece, base = self._unfilled.pop()
            fill_data(piece, base, self)
        for other in self.session.modules:
            if other is not self and other._unfilled:
                other.fill()

    # -- objects ------------------------------------------------------------------------------------------------

    def place_object(self, pieces: list[Piece]) -> list[int]:
        """Place and link all of a foreign object: the constructors to run. The lock is held."""
        arrays: list[tuple[str, int, int]] = []
        for piece in pieces:
            if piece[0] == "tls":
                self._place_tls(piece)
            elif piece[0] not in ("code", "debug"):
                base, places = place_data(piece, self.session.memory, piece[2])
                self.addresses.update(places)
                self._unfilled.append((piece, base))
                if piece[1].startswith("section:.init_array"):
                    arrays.append((piece[1], base, piece[4] // 8))
        for piece in pieces:
            if piece[0] == "code":
                self.link(piece)
        self.fill()
        return [f for _, base, count in sorted(arrays) for f in (ctypes.c_size_t * count).from_address(base)]

    # -- names --------------------------------------------------------------------------------------------------

    def define(self, name: str) -> int:
        """The address of a name this module defines."""
        address = self.addresses.get(name)
        if address is not None:
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
            self.session.callbacks.attach(made)
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
        entity = index.entity(name)
        if entity is not None and entity.defined:
            if entity.linkage not in REPLACEABLE:
                return self.define(name)
            owner = self.session.owner(name) or self
            address = owner.define(name)
            self.addresses[name] = address
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

    def external(self, name: str) -> int | None:
        """The address of a name that this module does not define."""
        session = self.session
        owner = session.owner(name, self)
        if owner is not None:
            return owner.define(name)
        given = self.symbols.get(name)
        if given is None:
            given = session.symbols.get(name)
        if given is not None:
            return session.address_of(given)
        if name.startswith(("__start_", "__stop_")):
            bound = self._section_bound(name)
            if bound is not None:
                return bound
        return session.find(name)

    def pointers_in(self, section: str) -> list[int]:
        """The function pointers in a section of them (.init_array and its relatives)."""
        found: list[int] = []
        for name in sorted(s for s in sections_of(self.index).members if s == section or s.startswith(section + ".")):
            with self.session.lock:
                pieces = self.section_pieces(name)
                for piece in pieces:
                    base = self.session.memory.allocate_data(max(piece[4], 8), max(piece[2], 8))
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
        self.session.callbacks.attach(made)
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
                    self.link(piece)
            self.fill()

    # -- what the linker asks -----------------------------------------------------------------------------------

    def stub_for(self, name: str, address: int) -> int:
        """A stub within reach that leads to a far address; to an error if there is none (an undefined weak symbol)."""
        if not address:
            missing = Missing(self, name, f"{name}: {self.name} calls this weak symbol, and nothing defines it")
            self.session.callbacks.attach(missing)
            return missing.address
        return self.session.far_stub(name, address)

    def got(self, name: str, address: int) -> int:
        """A word within reach that holds the address."""
        word = self._got.get(name)
        if word is None:
            word = self._got[name] = self.session.memory.allocate_data(8, 8, pack("<Q", address))
        return word

    def tls_pair(self, name: str) -> int:
        """The argument of `__tls_get_addr` for a thread-local variable."""
        pair = self._tls.get(name)
        if pair is not None:
            return pair
        entity = self.index.entity(name)
        owner = self
        if entity is None or not entity.defined or entity.linkage in REPLACEABLE:
            owner = self.session.owner(name) or self
        if owner is not self:
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
        return self.session.memory.allocate_data(16, 16, pack("<QQ", load_word(pair), 0))

    def _place_tls(self, piece: Piece) -> None:
        """A thread-local variable: its initial image, and the words that lead `__tls_get_addr` to it."""
        memory = self.session.memory
        size, align = piece[4], max(piece[2], 16)
        image = memory.allocate_data(max(size, 1), align)
        self._unfilled.append((piece, image))
        for symbol, offset, _, _ in piece[5]:
            if symbol:
                self.data_ready.pop(symbol, None)
                self._tls[symbol] = self.session.thread_local(image, size, align, offset)

    def __repr__(self) -> str:
        return f"<rejit module {self.name!r}>"


def not_found(module: Module, name: str) -> SymbolNotFound:
    """The error for `lib[name]` with near misses."""
    import difflib

    close = difflib.get_close_matches(name, [*module.index.functions, *module.index.variables], 3)
    hint = f"; did you mean {' or '.join(close)}?" if close else ""
    return SymbolNotFound(f"{module.name} defines no function {name!r}{hint}")


__all__ = ["CompileError", "Function", "IFunc", "Missing", "Module", "not_found"]
