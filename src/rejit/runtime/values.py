"""One Python value to one IR value, and values in memory.

Converters take `(value, keep)`; what has to outlive the call is appended to `keep`. They raise `TypeError` or
`OverflowError` with a text that begins "expected"; the caller puts the function's and the parameter's name before it.

What is accepted
    iN                   int, bool or an object with __index__, in the signed or the unsigned range of N bits
    float, double ...    int, float or an object with __float__
    ptr                  None; an int address; a ctypes pointer, array, structure, function or byref(); any object with
                         C-contiguous memory (NumPy array, bytearray, memoryview, array.array), writable unless the
                         parameter is readonly; bytes if it is readonly; an object with _as_parameter_
    ptr byval(T)         the same, or a tuple with the fields of T
    vector, aggregate    a sequence of the right length, nested as the type is; a ctypes structure or array of its size

Results are ints (signed, unless `zeroext` or `unsigned`), bools, floats, None, nested tuples; a pointer is an int.
"""

from __future__ import annotations

import ctypes
from _ctypes import CFuncPtr, _Pointer, _SimpleCData
from _struct import Struct as Packer

from rejit.ir.signature import integer_range
from rejit.ir.types import (
    Array,
    Float,
    Integer,
    Pointer,
    Struct,
    Type,
    Vector,
    container_bits,
    offsets_of,
    size_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, TypeAlias

    Keep: TypeAlias = list[object]
    Convert: TypeAlias = Callable[[Any, Keep], Any]

# The base of all of ctypes' instances is not exported by name.
_BASE: type = _SimpleCData.__mro__[1]
# Objects whose own memory is not what a pointer parameter wants, but holds it (or holds a plain number).
INDIRECT: tuple[type, ...] = (_SimpleCData, _Pointer, CFuncPtr)
_REFERENCE = type(ctypes.byref(ctypes.c_int()))
_EMPTY = ctypes.c_char * 0


def wrapped(number: int, bits: int, unsigned: bool) -> int:
    """`number` modulo 2**bits, in the signed or the unsigned range."""
    number &= (1 << bits) - 1
    return number if unsigned or not number >> (bits - 1) else number - (1 << bits)


def describe_kind(value: object) -> str:
    name = type(value).__qualname__
    return "None" if value is None else f"a {name}" if name[:1].lower() not in "aeio" else f"an {name}"


def _index(value: Any, what: str) -> int:
    if isinstance(value, int):
        return int(value)
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"expected {what}, got {describe_kind(value)}")
    try:
        return int(method(value))
    except TypeError as error:  # a NumPy array has __index__, for the sake of one element
        raise TypeError(f"expected {what}, got {describe_kind(value)}") from error


def integer_converter(bits: int, unsigned: bool = False) -> Convert:
    low, high = integer_range(bits)

    def convert(value: Any, keep: Keep) -> int:
        number = _index(value, f"an int for i{bits}")
        if not low <= number <= high:
            raise OverflowError(f"expected an int from {low} to {high} for i{bits}, got {_shown(number)}")
        return wrapped(number, bits, unsigned)

    return convert


def _shown(number: int) -> str:
    return str(number) if number.bit_length() <= 256 else f"one of {number.bit_length()} bits"


def float_converter(text: str) -> Convert:
    def convert(value: Any, keep: Keep) -> float:
        if not hasattr(type(value), "__float__") and not hasattr(type(value), "__index__"):
            raise TypeError(f"expected a float for {text}, got {describe_kind(value)}")
        try:
            return float(value)
        except (TypeError, ValueError) as error:
            raise TypeError(f"expected a float for {text}, got {describe_kind(value)}: {error}") from error

    return convert


def pointer_converter(readonly: bool) -> Convert:
    def convert(value: Any, keep: Keep) -> int:
        return address_of(value, readonly, keep)

    return convert


def address_of(value: Any, readonly: bool, keep: Keep) -> int:
    """The address to pass for an object; `TypeError` for one that has none, or that must not be written to.

    What holds the memory in place until the call is over is appended to `keep`.
    """
    if value is None:
        return 0
    if isinstance(value, int) and not isinstance(value, bool):
        if not 0 <= value < 1 << 64:
            raise OverflowError(f"expected an address from 0 to 2**64 - 1, got {_shown(value)}")
        return value
    if isinstance(value, (_BASE, _REFERENCE)):
        return _ctypes_address(value, readonly, keep)
    return _buffer_address(value, readonly, keep)


def _ctypes_address(value: Any, readonly: bool, keep: Keep) -> int:
    if isinstance(value, _SimpleCData):
        letter: str = value._type_  # type: ignore[attr-defined]
        if letter not in "PzZ":
            raise TypeError(f"expected a pointer, got {describe_kind(value)}; pass byref() of it")
        if letter != "P" and not readonly:
            raise TypeError(f"expected writable memory, got {describe_kind(value)}")
        return int.from_bytes(bytes(value), "little")
    if isinstance(value, (_Pointer, CFuncPtr)):
        return int.from_bytes(bytes(value), "little")
    if isinstance(value, _REFERENCE):
        return ctypes.cast(value, ctypes.c_void_p).value or 0
    keep.append(value)
    return ctypes.addressof(value)


def _buffer_address(value: Any, readonly: bool, keep: Keep) -> int:
    try:
        view = memoryview(value)
    except (TypeError, BufferError, ValueError):
        return _other_address(value, readonly, keep)
    if not view.ndim and not hasattr(type(value), "__setitem__") and not isinstance(value, _BASE):
        raise TypeError(f"expected a pointer, got {describe_kind(value)}, which is a number")  # a NumPy scalar
    if not view.c_contiguous:
        raise TypeError(f"expected C-contiguous memory, got {describe_kind(value)} with strides {view.strides}")
    if view.readonly and not readonly:
        raise TypeError(f"expected a writable buffer, got a read-only {type(value).__qualname__}")
    keep.append(view)
    if not view.readonly:
        return ctypes.addressof(_EMPTY.from_buffer(view))
    return _readonly_address(view)


def _other_address(value: Any, readonly: bool, keep: Keep) -> int:
    """Of an object without a buffer."""
    inner = getattr(value, "_as_parameter_", None)
    if inner is not None and inner is not value:
        keep.append(inner)
        return address_of(inner, readonly, keep)
    interface = getattr(type(value), "__array_interface__", None) and value.__array_interface__
    if isinstance(interface, dict):
        return _interface_address(value, interface, readonly, keep)
    wanted = f"a pointer (None, int, ctypes object or {'readable' if readonly else 'writable'} C-contiguous buffer)"
    raise TypeError(f"expected {wanted}, got {describe_kind(value)}")


def _interface_address(value: Any, interface: dict[str, Any], readonly: bool, keep: Keep) -> int:
    """NumPy's `__array_interface__`, for element types (datetime64 is one) that the buffer protocol does not have."""
    if interface.get("strides") is not None:
        raise TypeError(f"expected C-contiguous memory, got {describe_kind(value)} with strides {interface['strides']}")
    data = interface.get("data")
    if not isinstance(data, tuple):
        raise TypeError(f"expected a pointer, got {describe_kind(value)} whose __array_interface__ has no address")
    address, fixed = data
    if fixed and not readonly:
        raise TypeError(f"expected a writable buffer, got a read-only {type(value).__qualname__}")
    keep.append(value)
    return int(address)


_get_buffer = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.c_void_p, ctypes.c_int)(
    ("PyObject_GetBuffer", ctypes.pythonapi)
)
_release_buffer = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(("PyBuffer_Release", ctypes.pythonapi))


def _readonly_address(view: memoryview) -> int:
    """Where read-only memory is: ctypes' from_buffer takes only what can be written. `view` keeps it in place."""
    buffer = (ctypes.c_void_p * 10)()  # a Py_buffer, whose first field is the address
    _get_buffer(view, ctypes.addressof(buffer), 0)
    address: int = buffer[0] or 0
    _release_buffer(ctypes.addressof(buffer))
    return address


# --- values in memory


class Codec:
    """Packs a Python value of an IR type into bytes as `rejit.ir.types` lays it out, and back.

    `size` is in bytes. The value of an aggregate is a sequence, nested as the type is.
    """

    __slots__ = ("_keepers", "_packer", "_type", "size")

    def __init__(self, kind: Type, readers: Sequence[bool] = ()) -> None:
        self._type = kind
        leaves: list[tuple[int, str]] = []
        _leaves(kind, 0, leaves)
        text, position = "<", 0
        for offset, code in leaves:
            text += f"{offset - position}x{code}" if offset > position else code
            position = offset + Packer("<" + code).size
        self.size = size_of(kind)
        self._packer = Packer(text + (f"{self.size - position}x" if self.size > position else ""))

    def pack(self, value: Any, keep: Keep) -> bytes:
        """`TypeError` or `OverflowError`, saying which element, for what does not fit."""
        raw = _raw(self._type, value)
        if raw is not None:
            return raw
        out: list[Any] = []
        flatten(self._type, value, out, keep, "")
        return self.pack_flat(out)

    def pack_flat(self, flat: Sequence[Any]) -> bytes:
        return self._packer.pack(*flat)

    def unpack(self, data: Any) -> Any:
        return _rebuild(self._type, iter(self._packer.unpack_from(data)))


def _parts(kind: Vector | Array | Struct) -> Sequence[Type]:
    return kind.fields if isinstance(kind, Struct) else (kind.element,) * kind.count


def _leaves(kind: Type, offset: int, into: list[tuple[int, str]]) -> None:
    if isinstance(kind, Struct):
        for field, at in zip(kind.fields, offsets_of(kind), strict=True):
            _leaves(field, offset + at, into)
    elif isinstance(kind, (Vector, Array)):
        step = size_of(kind.element)
        for index in range(kind.count):
            _leaves(kind.element, offset + index * step, into)
    elif isinstance(kind, Integer):
        words = container_bits(kind.bits) // 64
        codes = "Q" * words if words else {8: "B", 16: "H", 32: "I"}[container_bits(kind.bits)]
        into.extend((offset + 8 * index, code) for index, code in enumerate(codes))
    elif isinstance(kind, Pointer):
        into.append((offset, "Q"))
    else:
        codes = {"half": "e", "bfloat": "H", "float": "f", "double": "d", "x86_fp80": "16s"}[str(kind)]
        into.append((offset, codes))


def _raw(kind: Type, value: Any) -> bytes | None:
    """The bytes of a ctypes structure or array: C's layout, which is ours."""
    if not isinstance(value, (ctypes.Structure, ctypes.Union, ctypes.Array)):
        return None
    if ctypes.sizeof(value) != size_of(kind):
        raise TypeError(
            f"expected {size_of(kind)} bytes for {kind}, got {describe_kind(value)} of {ctypes.sizeof(value)} bytes"
        )
    return bytes(value)


def flatten(kind: Type, value: Any, out: list[Any], keep: Keep, where: str) -> None:
    if isinstance(kind, (Vector, Array, Struct)):
        raw = _raw(kind, value)
        if raw is not None:
            leaves: list[tuple[int, str]] = []
            _leaves(kind, 0, leaves)
            out += [Packer("<" + code).unpack_from(raw, offset)[0] for offset, code in leaves]
            return
        parts = _parts(kind)
        items = _items(kind, value, len(parts), where)
        for index, (part, item) in enumerate(zip(parts, items, strict=True)):
            flatten(part, item, out, keep, f"{where}[{index}]")
        return
    try:
        _flatten_scalar(kind, value, out, keep)
    except (TypeError, OverflowError) as error:
        if not where:
            raise
        raise type(error)(f"element {where}: {error}") from error


def _items(kind: Type, value: Any, count: int, where: str) -> Sequence[Any]:
    place = f"element {where}: " if where else ""
    items: Sequence[Any] | None = value if isinstance(value, (tuple, list)) else _listed(value)
    if items is None:
        raise TypeError(f"{place}expected a sequence of {count} for {kind}, got {describe_kind(value)}")
    if len(items) != count:
        raise TypeError(f"{place}expected {count} elements for {kind}, got {len(items)}")
    return items


def _listed(value: Any) -> list[Any] | None:
    """The elements of an array object, by the buffer protocol or as NumPy gives them."""
    if isinstance(value, (str, bytes)):
        return None
    listed: Any = None
    try:
        listed = memoryview(value).tolist()
    except (TypeError, NotImplementedError, BufferError, ValueError):
        if hasattr(type(value), "__array_interface__"):
            listed = value.tolist()
    return listed if isinstance(listed, list) else None


def _flatten_scalar(kind: Type, value: Any, out: list[Any], keep: Keep) -> None:
    if isinstance(kind, Integer):
        number: int = integer_converter(kind.bits, unsigned=True)(value, keep)
        for _ in range(max(container_bits(kind.bits) // 64, 1)):
            out.append(number & 0xFFFFFFFFFFFFFFFF)
            number >>= 64
    elif isinstance(kind, Pointer):
        out.append(address_of(value, False, keep))
    else:
        out.append(_encode_float(str(kind), float_converter(str(kind))(value, keep)))


def _encode_float(text: str, number: float) -> Any:
    """What `struct` packs. A number too large for the type becomes an infinity, as it does in C."""
    if text == "x86_fp80":
        return bytes(ctypes.c_longdouble(number))
    if text == "double":
        return number
    if text == "half":
        try:
            Packer("<e").pack(number)
        except OverflowError:
            return float("inf") if number > 0 else float("-inf")
        return number
    single: float = ctypes.c_float(number).value
    return single if text == "float" else _bfloat(single)


def _bfloat(single: float) -> int:
    """The upper half of a float, rounded to nearest, ties to even."""
    bits: int = int.from_bytes(Packer("<f").pack(single), "little")
    if single != single:
        return bits >> 16 | 0x40  # quiet: rounding must not turn a NaN into an infinity
    return (bits + 0x7FFF + (bits >> 16 & 1)) >> 16


def _rebuild(kind: Type, flat: Iterator[Any]) -> Any:
    if isinstance(kind, (Vector, Array, Struct)):
        return tuple([_rebuild(part, flat) for part in _parts(kind)])
    value = next(flat)
    if isinstance(kind, Integer):
        for index in range(1, container_bits(kind.bits) // 64):
            value |= next(flat) << (64 * index)
        return bool(value & 1) if kind.bits == 1 else wrapped(value, kind.bits, False)
    if isinstance(kind, Float) and kind.text == "x86_fp80":
        return ctypes.c_longdouble.from_buffer_copy(value).value
    if isinstance(kind, Float) and kind.text == "bfloat":
        return Packer("<f").unpack((value << 16).to_bytes(4, "little"))[0]
    return value
