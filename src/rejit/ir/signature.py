"""A function's IR header: what it takes, what it returns, how it wants to be called.

`parse_signature` reads `define ... @f(...)`; `rejit.ir.bridge` makes the IR that Python calls such a function through.
"""

from __future__ import annotations

from rejit.errors import InvalidIR
from rejit.ir.types import (
    Array,
    Float,
    Integer,
    Other,
    Pointer,
    Reader,
    Struct,
    Type,
    Vector,
    Void,
    escape,
    leaf_count,
    parse_type,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.types import Types

MAX_LEAVES = 4096  # scalars in one thunk: more than anyone passes by value, and few enough for the text to stay small

_C_CONVENTIONS = ("", "ccc", "cc0")
_CONVENTION_WORDS = frozenset(("spir_func", "spir_kernel", "intel_ocl_bicc"))
_HEADER_WORDS = frozenset(
    (
        "define",
        "declare",
        "private",
        "internal",
        "available_externally",
        "linkonce",
        "weak",
        "common",
        "appending",
        "extern_weak",
        "linkonce_odr",
        "weak_odr",
        "external",
        "dso_local",
        "dso_preemptable",
        "default",
        "hidden",
        "protected",
        "dllimport",
        "dllexport",
    )
)
THUNK_ATTRIBUTES = frozenset(("byval", "byref", "sret", "inreg", "nest", "swiftself", "swiftasync", "alignstack"))
_REFUSED_ATTRIBUTES = frozenset(("inalloca", "preallocated", "swifterror"))


class Attributes(dict[str, str]):
    """Attribute -> the text of its argument ('' without one). String attributes keep their quotes in the key."""

    __slots__ = ()


class Parameter:
    """One parameter.

    `name` is as written after `%`, '' in a declaration. `pointee` is the type in `byval(T)` or `sret(T)`.
    """

    __slots__ = ("attributes", "name", "pointee", "type")

    def __init__(self, type: Type, attributes: Attributes, name: str, pointee: Type | None) -> None:
        self.type = type
        self.attributes = attributes
        self.name = name
        self.pointee = pointee

    @property
    def readonly(self) -> bool:
        """The function promises not to write through this pointer (or writes to a copy: `byval`)."""
        return not self.attributes.keys().isdisjoint(("readonly", "readnone", "byval"))

    def __repr__(self) -> str:
        return f"<Parameter {self.type} %{self.name}>"


class Signature:
    """What a header says about calling the function."""

    __slots__ = ("convention", "name", "parameters", "result", "result_attributes", "varargs")

    def __init__(
        self,
        name: str,
        result: Type,
        result_attributes: Attributes,
        parameters: tuple[Parameter, ...],
        varargs: bool,
        convention: str,
    ) -> None:
        self.name = name
        self.result = result
        self.result_attributes = result_attributes
        self.parameters = parameters
        self.varargs = varargs
        self.convention = convention

    def __str__(self) -> str:
        parts = [f"{p.type} %{escape(p.name)}" if p.name else str(p.type) for p in self.parameters]
        return f"{self.result} @{escape(self.name)}({', '.join([*parts, '...'] if self.varargs else parts)})"

    def __repr__(self) -> str:
        return f"<Signature {self}>"


def parse_signature(header: str, types: Types | None = None) -> Signature:
    """Read a `define` or `declare` line; what follows the parameter list is ignored.

    `types(name)` gives the text right of `%name = type`, or None. Raises `InvalidIR` for all that is not a header,
    for an undefined or recursive type, and for typed pointers.
    """
    reader = Reader(header, types)
    if reader.word() not in ("define", "declare"):
        raise InvalidIR(f"not a function header: {header[:160]}")
    attributes = Attributes()
    convention = ""
    while not reader.at_type():
        word = reader.peek_word()
        if word in _HEADER_WORDS:
            reader.word()
        elif word == "cc":
            reader.word()
            convention = f"cc{reader.number()}"
        elif word.endswith("cc") or word in _CONVENTION_WORDS or word.startswith(("amdgpu_", "aarch64_", "arm_")):
            convention = reader.word()
            if reader.peek() == "(":
                convention += f"({reader.parenthesised()})"
        else:
            _attribute(reader, attributes)
    result = reader.type()
    name = reader.name("@")
    parameters, varargs = _parameters(reader)
    return Signature(name, result, attributes, parameters, varargs, convention)


def _parameters(reader: Reader) -> tuple[tuple[Parameter, ...], bool]:
    parameters: list[Parameter] = []
    reader.expect("(")
    if reader.accept(")"):
        return (), False
    while True:
        if reader.accept("..."):
            reader.expect(")")
            return tuple(parameters), True
        parameters.append(_parameter(reader))
        if reader.accept(")"):
            return tuple(parameters), False
        reader.expect(",")


def _parameter(reader: Reader) -> Parameter:
    kind = reader.type()
    if isinstance(kind, Void):
        raise InvalidIR(f"a parameter of type void in: {reader.text[:160]}")
    attributes = Attributes()
    name = ""
    while (character := reader.peek()) not in (",", ")"):
        if character == "%":
            name = reader.name("%")
            break
        _attribute(reader, attributes)
    pointee: Type | None = None
    for key in ("byval", "sret", "byref", "inalloca", "preallocated"):
        if attributes.get(key):
            pointee = parse_type(attributes[key], reader.types)
    return Parameter(kind, attributes, name, pointee)


def _attribute(reader: Reader, into: Attributes) -> None:
    if reader.peek() == '"':
        key = f'"{escape(reader.quoted())}"'
        into[key] = reader.quoted() if reader.accept("=") else ""
        return
    key = reader.word()
    if not key:
        raise reader.fail("a type or an attribute")
    if reader.peek() == "(":
        into[key] = reader.parenthesised()
    elif key in ("align", "alignstack"):
        into[key] = str(reader.number())
    else:
        into[key] = ""


def is_direct(kind: Type) -> bool:
    """Whether ctypes passes and returns a value of this type as LLVM's C convention does."""
    if isinstance(kind, Integer):
        return kind.bits <= 64
    if isinstance(kind, Pointer):
        return kind.addrspace == 0
    return isinstance(kind, Void) or (isinstance(kind, Float) and kind.text in ("float", "double", "x86_fp80"))


def unrepresentable(signature: Signature) -> str | None:
    """Why Python cannot call the function at all, as a sentence; None if it can."""
    places = [("its result", signature.result)]
    places += [(describe(signature, i), p.type) for i, p in enumerate(signature.parameters)]
    for place, kind in places:
        culprit = _culprit(kind)
        if culprit is not None:
            return f"{place} has type {kind}, and Python has no value for {culprit}"
    for index, parameter in enumerate(signature.parameters):
        refused = sorted(_REFUSED_ATTRIBUTES & parameter.attributes.keys())
        if refused:
            return f"{describe(signature, index)} is '{refused[0]}', which no Python value can be passed as"
    leaves = leaf_count(signature.result) + sum(leaf_count(p.type) for p in signature.parameters)
    if leaves > MAX_LEAVES:
        return f"it passes {leaves} scalars by value; at most {MAX_LEAVES} are supported"
    return None


def _culprit(kind: Type) -> str | None:
    if isinstance(kind, (Array, Vector)):
        if isinstance(kind, Vector) and kind.scalable:
            return str(kind)
        return _culprit(kind.element)
    if isinstance(kind, Struct):
        return next((found for field in kind.fields if (found := _culprit(field)) is not None), None)
    if isinstance(kind, Other) or (isinstance(kind, Float) and kind.text in ("fp128", "ppc_fp128")):
        return str(kind)
    if isinstance(kind, Pointer) and kind.addrspace:
        return str(kind)
    return None


def describe(signature: Signature, index: int) -> str:
    """How messages name a parameter: `argument 2 'p'`."""
    name = signature.parameters[index].name
    shown = f"%{name}" if name.isdigit() else name
    return f"argument {index + 1} '{shown}'" if shown else f"argument {index + 1}"


def needs_thunk(signature: Signature) -> bool:
    """Whether the function can be called only through `thunk_ir`."""
    return (
        signature.convention not in _C_CONVENTIONS
        or not is_direct(signature.result)
        or any(not is_direct(p.type) or not THUNK_ATTRIBUTES.isdisjoint(p.attributes) for p in signature.parameters)
        or "inreg" in signature.result_attributes
    )


def integer_range(bits: int) -> tuple[int, int]:
    """What an integer argument may be: the signed and the unsigned reading of its bits; 0 or 1 for `i1`."""
    return (0, 1) if bits == 1 else (-(1 << (bits - 1)), (1 << bits) - 1)
