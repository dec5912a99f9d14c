"""What a user holds of a module: functions, their addresses, global variables.

A call goes Python -> conversion -> gate -> stub -> body, so that a compile error comes back as an exception. For the
first calls the conversion is Python's and ctypes'; a function called CALLS_BEFORE_ENTRY times gets a compiled one (the
entry of `rejit.ir.bridge`), which costs a compile of some milliseconds, once for all functions of the same shape.

Every handle keeps its library alive, and a library its session. `address` and `ctypes` leave Python's reach: what they
give may be called by a thread that no gate stands under, so all that the function reaches statically is compiled first.
"""

from __future__ import annotations

import ctypes
from _weakref import ref

from rejit.errors import InvalidIR, RejitError, SymbolNotFound, UnresolvedSymbol
from rejit.ir.bridge import entry_ir, entry_key, has_entry, thunk_ir
from rejit.ir.index import ModuleIndex
from rejit.ir.names import token_of
from rejit.ir.signature import needs_thunk, parse_signature, unrepresentable
from rejit.ir.types import Float, parse_type, size_of
from rejit.reach import prepare
from rejit.runtime.convert import Callable, bind, cfunctype, make_call, native_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from rejit.ir.entity import Entity
    from rejit.ir.signature import Signature
    from rejit.library import Holder, Library
    from rejit.module import Module
    from rejit.session import Session

CALLS_BEFORE_ENTRY = 8  # an entry saves 0.5 us a call and costs some ms: it must not make the first call wait
VARIADIC_WORDS = 64  # stack words a variadic gate takes along besides those of the prototype


class Address(int):
    """An address that keeps alive what it points into. Anything computed from it is a plain int, which does not."""

    keeper: object

    def __new__(cls, value: int, keeper: object) -> Address:
        made = super().__new__(cls, value)
        made.keeper = keeper
        return made

    def __reduce__(self) -> tuple[type[int], tuple[int]]:
        return int, (int(self),)


# --- functions


class Function(Callable):
    """A function of a module: call it with Python values, or take its address.

    `name` is its name in the module, `signature` what its IR header says.
    """

    library: Library
    name: str
    signature: Signature
    _prepared: bool = False
    _module: Module
    _unsigned: bool
    _holder: Holder | None = None  # of those that `Library` does not keep

    @property
    def address(self) -> Address:
        """The address of the function, the same wherever the program takes it; an int that keeps the library alive.

        The function and all it reaches statically is compiled first. Raises what the compiler says of any of it, and
        UnresolvedSymbol if something it refers to is defined nowhere.
        """
        self._module.check_open(self.name)
        if not self._prepared:
            prepare(self._module, self.name)
            self._prepared = True
        return Address(self._module.resolve(self.name), self.library.hold(f"{self.name}.address"))

    @property
    def ctypes(self) -> Any:
        """A CFUNCTYPE instance for this function, which keeps the library alive; for LowLevelCallable and the like.

        Its conversions are those of ctypes. Compiles first and raises, as `address` does; TypeError where ctypes cannot
        pass the values (vectors and aggregates by value, varargs).
        """
        prototype = cfunctype(self.signature, unsigned=self._unsigned)
        made = prototype(self.address)
        made.keeper = self.library.hold(f"{self.name}.ctypes")
        return made

    @property
    def tier(self) -> int | None:
        """The level its body was compiled at; None before its first call."""
        made = self._module.functions.get(self.name)
        return made.code.level if made is not None and made.code is not None else None

    @property
    def unsigned(self) -> Function:
        """The same function; its integer results are never negative."""
        if self._unsigned:
            return self
        self._module.check_open(self.name)
        made = _function(self.library, self._module, self.name, self.signature, True)
        made._holder = self.library.hold(f"{self.name}.unsigned")
        return made

    def bind(self, restype: Any, argtypes: Sequence[Any]) -> Any:
        """The function as ctypes calls it, with these types and none of rejit's checks; errors are still raised.

        The way to call a variadic function: `argtypes` are the types of one call; further arguments may follow, of up
        to 64 words altogether. What comes back keeps the library alive.
        """
        self._module.check_open(self.name)
        slack = VARIADIC_WORDS if self.signature.varargs else 0
        words = self._module.session.arch.stack_words(map(_kind, argtypes)) + slack
        gate = _gate(self._module, self._module.resolve(self.name), words)
        made = bind(gate, ctypes.PYFUNCTYPE, restype, argtypes)
        made.keeper = self.library.hold(f"{self.name}.bind()")
        return made

    def __repr__(self) -> str:
        return f"<rejit function {self.signature} of {self.library.name!r}>"

    def __reduce__(self) -> Any:
        raise TypeError(f"{self.name}: a function of a running Session cannot be pickled or copied")


def make_function(library: Library, module: Module, name: str) -> Function:
    """`lib[name]`. SymbolNotFound if the name is no function, InvalidIR if its header cannot be read."""
    entity = _function_entity(module, name)
    return _function(library, module, name, parse_signature(_header(entity), module.index.type_body), False)


def _function(library: Library, module: Module, name: str, signature: Signature, unsigned: bool) -> Function:
    session = module.session
    arch = session.arch
    with session.lock:
        target = module.resolve(name)
        if not signature.varargs and needs_thunk(signature) and unrepresentable(signature) is None:
            target, words = _thunk(module, name, signature, target), 0
        else:
            words = arch.stack_words(_kinds(signature))
    gate = _gate(module, target, words)
    call = make_call(signature, name, gate, ctypes.PYFUNCTYPE, unsigned=unsigned)
    made = Function(call)
    made.library, made.name, made.signature = library, name, signature
    made._module, made._unsigned = module, unsigned
    if has_entry(signature):
        made.install(_counted(made, call, gate))
    return made


def _counted(function: Function, call: Any, gate: int) -> Any:
    """`call`, until it has been called often enough for a compiled entry."""
    left = CALLS_BEFORE_ENTRY
    weak = ref(function)  # what a library counts as its own are the references it knows of

    def counted(*args: Any) -> Any:
        nonlocal left
        left -= 1
        if left == 0:
            made = weak()
            if made is not None:
                made.install(_accelerated(made, call, gate))
        return call(*args)

    counted.__name__ = counted.__qualname__ = function.name
    return counted


def _accelerated(function: Function, call: Any, gate: int) -> Any:
    """A built-in function that answers as `call` does; `call` itself if none can be compiled now."""
    module, signature = function._module, function.signature
    if module.session.closed or module.closed:
        return call
    try:
        entry = _entry(module, signature, function._unsigned)
    except RejitError:
        return call
    return native_entry(signature, function.name, entry, gate, call, function.library)


def _gate(module: Module, target: int, words: int) -> int:
    gate = module.session.callbacks.gate_block(target, words)
    module.estate.gates.append(gate)
    return gate.address


def _function_entity(module: Module, name: str) -> Entity:
    """The definition behind a name; of an alias, what it stands for."""
    index = module.index
    entity, seen = index.entity(name), 0
    while entity is not None and entity.kind == "alias" and seen < 16:
        entity, seen = index.entity(entity.aliasee or ""), seen + 1
    if entity is None or entity.kind not in ("function", "ifunc"):
        raise SymbolNotFound(f"{module.name}: {name} is no function; data({name!r}) gives a variable")
    return entity


def _header(entity: Entity) -> str:
    """The line `parse_signature` reads. An ifunc has only a type: `i32 (i32, ptr)`."""
    if entity.kind == "function":
        return entity.header
    text, depth = entity.type, 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if text[at] == "(" and not depth:
            return f"declare {text[:at]}@{token_of(entity.name)}{text[at:]}"
    # Since LLVM 15 no more than `i32 (i32)` or a named type is possible here.
    raise InvalidIR(f"{entity.name}: its type is {text}, and a function's is expected")


def _kinds(signature: Signature) -> Iterable[str | int]:
    """What each parameter is to the arch's `stack_words`."""
    for parameter in signature.parameters:
        if isinstance(parameter.type, Float):
            yield "x" if parameter.type.text == "x86_fp80" else "f"
        else:
            yield "i"


def _kind(argtype: Any) -> str | int:
    """What a ctypes class is to the arch's `stack_words`."""
    letter = getattr(argtype, "_type_", None)
    if isinstance(letter, str):
        return "x" if letter == "g" else "f" if letter in "fd" else "i"
    if isinstance(argtype, type) and issubclass(argtype, (ctypes.Structure, ctypes.Union)):
        return ctypes.sizeof(argtype)
    return "i"  # a pointer, or a class with from_param


# --- generated code


def _entry(module: Module, signature: Signature, unsigned: bool) -> int:
    """Address of the compiled METH_FASTCALL function for signatures of this shape; one a session and shape."""
    session = module.session
    name = f"rejit.entry.{entry_key(signature, unsigned=unsigned)}"
    found = session.owner(name)
    if found is None:
        # Names of their own, so that a program which brings a Python interpreter along is not called in its place.
        text = entry_ir(signature, name, unsigned=unsigned).replace("@Py", "@rejit.Py").replace("@_Py", "@rejit._Py")
        found = _generated(session, module, name, text)
        found.symbols.update(_python_symbols(found.index))
    found.prepare(name)
    return found.define(name)


def _python_symbols(index: ModuleIndex) -> dict[str, int]:
    """Where the interpreter's functions are, wherever its library was loaded."""
    found = {"rejit._Py_NoneStruct": id(None)}
    for name in index.declarations:
        if name.startswith("rejit.Py"):
            function = getattr(ctypes.pythonapi, name.removeprefix("rejit."))
            found[name] = ctypes.cast(function, ctypes.c_void_p).value or 0
    return found


def _thunk(module: Module, name: str, signature: Signature, target: int) -> int:
    """Address of compiled `thunk_ir` that calls `target`."""
    session = module.session
    thunk, alias = f"rejit.thunk.{module.number}.{name}", f"rejit.target.{module.number}.{name}"
    found = session.owner(thunk)
    if found is None:
        features = _cpu_attributes(module, name)
        text = thunk_ir(signature, alias, thunk, "#0" if features else "")
        if features:
            text += f"\nattributes #0 = {{ {features} }}\n"
        found = _generated(session, module, thunk, text)
        module.estate.generated.append(found)
        found.symbols[alias] = target
    return found.define(thunk)


def _cpu_attributes(module: Module, name: str) -> str:
    """The attributes that say for which CPU a function is compiled: they decide where wide vectors travel."""
    import re

    entity = _function_entity(module, name)
    found: list[str] = []
    for group in re.findall(r"#(\d+)", entity.tail):
        offset = module.index.attributes.get(group)
        if offset is not None:
            found += re.findall(r'"target-(?:cpu|features)"="[^"]*"', module.index.line_at(offset))
    return " ".join(found)


def _generated(session: Session, module: Module, name: str, text: str) -> Module:
    """A module of the session made of our own text."""
    index = module.index
    head = f'source_filename = "{name}"\n' if name.isascii() and '"' not in name and "\\" not in name else ""
    if index.datalayout:
        head += f'target datalayout = "{index.datalayout}"\n'
    if index.triple:
        head += f'target triple = "{index.triple}"\n'
    made = session._add_index(ModuleIndex.build(f"{head}\n{text}"), name, {})
    made.initialised = True
    return made


# --- variables


class Data:
    """A global variable. `name`; `size` in bytes, 0 where the type has no known size."""

    __slots__ = ("_holder", "_home", "_module", "_pair", "library", "name", "size")

    def __init__(self, library: Library, module: Module, name: str) -> None:
        self.library = library
        self.name = name
        self._module = module
        self._holder = library.hold(f"data {name}", data=True)
        entity, seen = module.index.entity(name), 0
        while entity is not None and entity.kind == "alias" and seen < 16:
            entity, seen = module.index.entity(entity.aliasee or ""), seen + 1
        if entity is None or entity.kind != "variable":
            raise SymbolNotFound(f"{module.name}: {name} is no variable")
        self.size = entity.size_estimate
        own = module.index.entity(name)
        if own is not None and own is not entity:
            self.size = size_of(parse_type(own.type, module.index.type_body))
        session = module.session
        self._pair = self._home = 0
        with session.lock:
            if entity.thread_local:
                self._pair = module.tls_pair(entity.name)
            else:
                self._home = module.resolve(name)
            module.fill()

    @property
    def address(self) -> Address:
        """Where it is; an int that keeps the library alive. Of a thread-local variable the calling thread's own copy,
        which ends with the thread."""
        self._module.check_open(self.name)
        if not self._pair:
            return Address(self._home, self._holder)
        session = self._module.session
        found = session.outside.find("__tls_get_addr")
        if found is None:
            raise UnresolvedSymbol(f"{self.name}: thread-local, and there is no __tls_get_addr")
        own = session.call_address(found, ctypes.c_size_t, (ctypes.c_size_t, self._pair))
        return Address(own, self._holder)

    def as_ctypes(self, kind: Any) -> Any:
        """The variable's own memory as an instance of a ctypes class; it keeps the library alive.

        TypeError if the class is larger than the variable.
        """
        if self.size and ctypes.sizeof(kind) > self.size:
            raise TypeError(f"{self.name} has {self.size} bytes, {kind.__name__} needs {ctypes.sizeof(kind)}")
        return kind.from_buffer(self._bytes(self.size or ctypes.sizeof(kind)))

    @property
    def memory(self) -> memoryview:
        """The variable's own bytes, writable, for `numpy.frombuffer` and the like; it keeps the library alive."""
        return memoryview(self._bytes(self.size)).cast("B")

    def _bytes(self, size: int) -> Any:
        memory: Any = (ctypes.c_char * size).from_address(self.address)
        memory.keeper = self._holder
        return memory

    def __repr__(self) -> str:
        kind = "thread-local variable" if self._pair else "variable"
        return f"<rejit {kind} {self.name!r}, {self.size} bytes, of {self.library.name!r}>"
