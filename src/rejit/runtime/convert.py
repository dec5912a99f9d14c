"""Python values to the C ABI and back.

A call from Python takes one of three ways (`rejit.ir.bridge` has the picture). Measured on one machine, CPython
3.11, f(30) with `i64 (i64)`; a bare CFUNCTYPE call, which checks nothing, is 1.00:

    0.33  `native_entry`, a METH_FASTCALL built-in whose body LLVM compiled from `entry_ir`
    0.42  the same inside a `Callable`, from which a class with properties can inherit
    1.04  PYFUNCTYPE with the gate
    1.12  a Python function around it that translates ctypes' errors and lets integers be cut
    1.25  `make_call`: a Python function around it, with all checks
    1.4   `make_call` inside a `Callable`
    1.5   a Python class with __call__

ctypes alone is no way: it cuts integers to the parameter's width without a word, takes any number of extra
arguments, and raises ArgumentError, which is no TypeError and names nothing. So the entry is the way of functions that
are called often, and `make_call` is what it falls back on; both give the same answers.
"""

from __future__ import annotations

import ctypes

from rejit.ir.bridge import argument_block, has_entry
from rejit.ir.signature import Signature, describe, integer_range, needs_thunk, unrepresentable
from rejit.ir.types import Float, Integer, Pointer, Type, Void, container_bits
from rejit.runtime.values import (
    INDIRECT,
    Codec,
    address_of,
    describe_kind,
    flatten,
    float_converter,
    integer_converter,
    pointer_converter,
    wrapped,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable as Function
    from collections.abc import Sequence
    from functools import partial
    from typing import Any, TypeAlias

    from rejit.runtime.values import Convert, Keep

    PrototypeFactory: TypeAlias = Function[..., Any]  # (restype, *argtypes) -> class; (address) -> function
else:
    from _functools import partial  # functools itself would import collections and more

_SIGNED = {8: ctypes.c_int8, 16: ctypes.c_int16, 32: ctypes.c_int32, 64: ctypes.c_int64}
_UNSIGNED = {8: ctypes.c_uint8, 16: ctypes.c_uint16, 32: ctypes.c_uint32, 64: ctypes.c_uint64}


# --- ctypes prototypes


def _integer_argument(bits: int, attributes: Any) -> Any:
    """The class that extends an argument as the ABI's callee expects it (where it has no wish, either will do)."""
    if bits == 1 and "signext" not in attributes:
        return ctypes.c_bool
    held = container_bits(bits)
    kind: Any = (_UNSIGNED if "zeroext" in attributes else _SIGNED)[held]
    return kind if bits == held else _odd_argument(kind, bits, "zeroext" in attributes)


def _odd_argument(kind: Any, bits: int, unsigned: bool) -> Any:
    low, high = integer_range(bits)

    def from_param(value: object) -> object:
        number = int(value) if isinstance(value, bool) else value
        if not isinstance(number, int):
            raise TypeError(f"expected an int, got {describe_kind(value)}")
        if not low <= number <= high:
            raise OverflowError(f"{number} does not fit in i{bits} ({low} to {high})")
        return kind(wrapped(number, bits, unsigned))

    return type(f"i{bits}", (kind,), {"from_param": staticmethod(from_param), "__slots__": ()})


def _integer_result(bits: int, unsigned: bool) -> Any:
    """The class of a result; one whose upper bits LLVM leaves undefined is cut to its width."""
    if bits in _SIGNED:
        return (_UNSIGNED if unsigned else _SIGNED)[bits]
    kind: Any = _UNSIGNED[container_bits(bits)]

    def check(value: Any) -> int | bool:
        number = wrapped(value.value, bits, unsigned or bits == 1)
        return bool(number) if bits == 1 else number

    return type(f"i{bits}", (kind,), {"_check_retval_": staticmethod(check), "__slots__": ()})


def _scalar(kind: Type) -> Any:
    if isinstance(kind, Void):
        return None
    if isinstance(kind, Pointer):
        return ctypes.c_void_p
    return {"float": ctypes.c_float, "double": ctypes.c_double, "x86_fp80": ctypes.c_longdouble}[str(kind)]


def ctypes_prototype(signature: Signature, *, unsigned: bool = False) -> tuple[Any, list[Any]] | None:
    """`(restype, argtypes)` for CFUNCTYPE and its like; None if ctypes alone cannot pass the values.

    The classes are ctypes' own wherever these are right, with ctypes' manners (integers are cut, a null pointer comes
    back as None). Odd widths and `i1` have classes that check, and cut what comes back.
    """
    if needs_thunk(signature):
        return None
    argtypes = [
        _integer_argument(p.type.bits, p.attributes) if isinstance(p.type, Integer) else _scalar(p.type)
        for p in signature.parameters
    ]
    result = signature.result
    if isinstance(result, Integer):
        return _integer_result(result.bits, unsigned or "zeroext" in signature.result_attributes), argtypes
    return _scalar(result), argtypes


def cfunctype(signature: Signature, *, unsigned: bool = False) -> Any:
    """The CFUNCTYPE class of the function. `TypeError` if there is none: by-value vectors, varargs and the like."""
    found = ctypes_prototype(signature, unsigned=unsigned)
    if found is None or signature.varargs:
        why = "it takes a variable number of arguments" if signature.varargs else f"its signature is {signature}"
        raise TypeError(f"{signature.name}() has no CFUNCTYPE: {why}")
    return ctypes.CFUNCTYPE(found[0], *found[1])


def bind(address: int, prototype_factory: PrototypeFactory, restype: Any, argtypes: Sequence[Any]) -> Any:
    """The raw function at an address: ctypes' conversions and none of ours. The way to call a variadic function."""
    return prototype_factory(restype, *argtypes)(address)


# --- whole calls


def make_call(
    signature: Signature,
    name: str,
    address: int,
    prototype_factory: PrototypeFactory,
    *,
    unsigned: bool = False,
) -> Any:
    """A Python function that converts, calls `address`, and converts back.

    `address` takes the function's own C arguments or, if `needs_thunk(signature)`, those of its thunk. It stays the
    caller's duty to keep it valid. `prototype_factory(restype, *argtypes)` gives a ctypes function class; PYFUNCTYPE
    if the code there releases the GIL itself. The result raises `TypeError` for a wrong count, type or layout and
    `OverflowError` for a number that does not fit; both name function and parameter. What cannot be called from Python
    at all can still be made, and says why when called.
    """
    reason = unrepresentable(signature)
    if signature.varargs:
        reason = "it takes a variable number of arguments: call it through bind(restype, argtypes)"
    if reason is not None:
        return _refusal(name, reason)
    if needs_thunk(signature):
        return _named(_thunk_call(signature, name, address, prototype_factory, unsigned), name)
    found = ctypes_prototype(signature, unsigned=unsigned)
    assert found is not None
    restype, argtypes = found
    raw = prototype_factory(
        ctypes.c_uint64 if isinstance(signature.result, Pointer) else restype,
        *(_plain(p.type, a) for p, a in zip(signature.parameters, argtypes, strict=True)),
    )(address)
    convert = _converters(signature)

    def slow(*args: Any) -> Any:
        keep: Keep = []
        return raw(*_converted(signature, name, convert, args, keep))

    return _named(_fast(signature, raw, slow) or slow, name)


def _named(function: Any, name: str) -> Any:
    function.__name__ = function.__qualname__ = name
    return function


def _refusal(name: str, reason: str) -> Any:
    def refuse(*args: Any) -> Any:
        raise TypeError(f"{name}() cannot be called from Python: {reason}")

    return _named(refuse, name)


def _plain(kind: Type, argtype: Any) -> Any:
    """ctypes' own class in place of a checking one: the value has been converted already."""
    odd = isinstance(kind, Integer) and kind.bits not in (8, 16, 32, 64) and argtype is not ctypes.c_bool
    return argtype.__mro__[1] if odd else argtype


def _converters(signature: Signature) -> list[Convert]:
    converters: list[Convert] = []
    for parameter in signature.parameters:
        if isinstance(parameter.type, Integer):
            converters.append(integer_converter(parameter.type.bits, "zeroext" in parameter.attributes))
        elif isinstance(parameter.type, Pointer):
            converters.append(pointer_converter(parameter.readonly))
        else:
            converters.append(float_converter(str(parameter.type)))
    return converters


def _converted(
    signature: Signature, name: str, converters: Sequence[Convert], args: tuple[Any, ...], keep: Keep
) -> list[Any]:
    if len(args) != len(converters):
        raise _wrong_count(signature, name, len(args))
    out: list[Any] = []
    for convert, value in zip(converters, args, strict=True):
        try:
            out.append(convert(value, keep))
        except TypeError as error:
            raise TypeError(f"{name}() {describe(signature, len(out))}: {error}") from error
        except OverflowError as error:
            raise OverflowError(f"{name}() {describe(signature, len(out))}: {error}") from error
    return out


def _wrong_count(signature: Signature, name: str, given: int) -> TypeError:
    count = len(signature.parameters)
    text = f"{name}() takes {count} argument{'' if count == 1 else 's'}, got {given}"
    if given < count:
        missing = ", ".join(
            f"{describe(signature, index)} ({signature.parameters[index].type})" for index in range(given, count)
        )
        text += f"; missing {missing}"
    elif count:
        text += f"; the last is {describe(signature, count - 1)}"
    return TypeError(text)


_CODE: dict[str, Any] = {}  # source -> code object of `call`; one for every shape of signature


def _fast(signature: Signature, raw: Any, slow: Any) -> Any:
    """A function that passes numbers straight to ctypes and leaves to `slow` what ctypes refuses; None for pointers.

    ctypes cuts integers silently, so their range is tested here. Python itself counts the arguments, which is free;
    its messages name the parameters because the code object is given their names.
    """
    names, tests = [], []
    for index, parameter in enumerate(signature.parameters):
        names.append(f"a{index}")
        if isinstance(parameter.type, Integer):
            bits = parameter.type.bits
            if bits not in (8, 16, 32, 64):  # c_bool takes anything at all; the odd ones must be extended
                return None
            low, high = integer_range(bits)
            tests.append(f"{low} <= a{index} <= {high}")
        elif not isinstance(parameter.type, Float):
            return None
    given = ", ".join(names)
    source = (
        f"def call({given + ', /' if given else ''}):\n"
        "    try:\n"
        f"        fits = {' and '.join(tests) or 'True'}\n"
        "    except Exception:\n"
        "        fits = False\n"
        "    if fits:\n"
        "        try:\n"
        f"            return raw({given})\n"
        "        except ArgumentError:\n"
        "            pass\n"
        f"    return slow({given})\n"
    )
    space: dict[str, Any] = {"raw": raw, "slow": slow, "ArgumentError": ctypes.ArgumentError}
    code = _CODE.get(source)
    if code is None:
        code = _CODE[source] = compile(source, "<rejit call>", "exec")
    exec(code, space)
    call = space.pop("call")  # it is not to keep itself alive
    shown = tuple(_shown_name(signature, index) for index in range(len(names)))
    call.__code__ = call.__code__.replace(co_varnames=(*shown, "fits ?"))
    return call


def _shown_name(signature: Signature, index: int) -> str:
    """What Python's own messages call a parameter."""
    name = signature.parameters[index].name
    return name if name and not name.isdigit() else f"%{name}" if name else f"argument {index + 1}"


def _thunk_call(
    signature: Signature, name: str, address: int, prototype_factory: PrototypeFactory, unsigned: bool
) -> Function[..., Any]:
    raw = prototype_factory(None, ctypes.c_void_p, ctypes.c_void_p)(address)
    arguments = Codec(argument_block(signature))
    result = None if isinstance(signature.result, Void) else Codec(signature.result)
    unsigned = unsigned or "zeroext" in signature.result_attributes
    converters = [
        _flattener(p.type, p.pointee if "byval" in p.attributes else None, p.readonly) for p in signature.parameters
    ]

    def call(*args: Any) -> Any:
        keep: Keep = []
        flat: list[Any] = []
        for part in _converted(signature, name, converters, args, keep):
            flat += part
        if result is None:
            return raw(arguments.pack_flat(flat), None)
        memory = (ctypes.c_char * max(result.size, 1))()
        raw(arguments.pack_flat(flat), memory)
        value = result.unpack(memory)
        if unsigned and isinstance(signature.result, Integer) and signature.result.bits > 1:
            value &= (1 << signature.result.bits) - 1
        return value

    return call


def _flattener(kind: Type, pointee: Type | None, readonly: bool) -> Convert:
    """What turns one argument of a thunk into the scalars of its place in the block."""
    if not isinstance(kind, Pointer):

        def convert(value: Any, keep: Keep) -> list[Any]:
            flat: list[Any] = []
            flatten(kind, value, flat, keep, "")
            return flat

        return convert

    def convert_pointer(value: Any, keep: Keep) -> list[Any]:
        if pointee is not None and isinstance(value, (tuple, list)):
            return [_spill(Codec(pointee).pack(value, keep), keep)]
        return [address_of(value, readonly, keep)]

    return convert_pointer


def _spill(data: bytes, keep: Keep) -> int:
    """A copy in memory aligned for any type; its address."""
    memory = (ctypes.c_char * (len(data) + 64))()
    keep.append(memory)
    address = (ctypes.addressof(memory) + 63) & -64
    ctypes.memmove(address, data, len(data))
    return address


# --- the native entry


class _MethodDefinition(ctypes.Structure):
    """PyMethodDef."""

    _fields_ = [
        ("ml_name", ctypes.c_char_p),
        ("ml_meth", ctypes.c_void_p),
        ("ml_flags", ctypes.c_int),
        ("ml_doc", ctypes.c_char_p),
    ]


_METH_FASTCALL = 0x80
_new_builtin = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.py_object, ctypes.c_void_p)(
    ("PyCFunction_NewEx", ctypes.pythonapi)
)


def native_entry(
    signature: Signature, name: str, entry_address: int, address: int, slow: Function[..., Any], owner: object = None
) -> Function[..., Any]:
    """A built-in function over compiled `entry_ir(signature)` that calls `address`.

    `slow` answers for what the entry does not convert: the `make_call` of the same function. `owner` is kept alive by
    the result, which for as long as it lives needs the memory at both addresses.
    """
    assert has_entry(signature)
    definition = _MethodDefinition(name.encode("utf-8", "surrogateescape"), entry_address, _METH_FASTCALL, None)
    word = address.to_bytes(8, "little")
    state = (word, slow, INDIRECT, definition, owner)
    return _new_builtin(ctypes.addressof(definition), state, None)  # type: ignore[no-any-return]


class Callable(partial[Any] if TYPE_CHECKING else partial):  # type: ignore[misc]
    """A callable object whose call is C all the way, and a base for one that has more to offer.

    It starts with a Python function and may later be given a built-in with the same answers. (A class with __call__
    costs as much again as the call; a class derived from ctypes' functions cannot convert.)
    """

    def install(self, function: Function[..., Any]) -> None:
        """Let all later calls go to `function`."""
        self.__setstate__((function, (), {}, self.__dict__))

    def __get__(self, instance: object, owner: type | None = None) -> Callable:
        return self  # as a class attribute it is no method
