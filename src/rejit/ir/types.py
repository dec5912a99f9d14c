"""LLVM types as values: read from text, laid out in memory.

A type is read by recursive descent over the text; a named type (`%T`) is replaced by its body through a callback, so
that what comes out is structural and needs no module around it. `size_of` and `offsets_of` follow the natural
alignment that all CPUs of `rejit.arch` share (LangRef "Data Layout"; `i128` on 16 bytes, as LLVM 18 and later
have it). One deliberate difference: every integer, also an odd one inside a vector, has a container of its own of
1, 2, 4, 8 or n*8 bytes, so `<8 x i1>` is eight bytes here. Only code made by `rejit.ir.signature` reads such memory,
value by value, and never with LLVM's own layout of a whole vector.
"""

from __future__ import annotations

from rejit.errors import InvalidIR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Types: TypeAlias = Callable[[str], "str | None"]

MAX_DEPTH = 64  # nested types; beyond this the text is refused, so that Python's own stack is never the limit
MAX_BITS = 1 << 23  # LLVM's own limit for an integer

_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$._-")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.")
_DIGITS = frozenset("0123456789")
_FLOATS = {"half": 2, "bfloat": 2, "float": 4, "double": 8, "x86_fp80": 16, "fp128": 16, "ppc_fp128": 16}
_OTHERS = frozenset(("label", "token", "metadata", "x86_amx", "x86_mmx"))


class Type:
    """Base of all types. `str(t)` is its IR text; two types are equal when their texts are."""

    __slots__ = ("text",)

    text: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.text}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Type) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


class Void(Type):
    __slots__ = ()

    def __init__(self) -> None:
        self.text = "void"


class Integer(Type):
    __slots__ = ("bits",)

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self.text = f"i{bits}"


class Float(Type):
    __slots__ = ()

    def __init__(self, text: str) -> None:
        self.text = text


class Pointer(Type):
    __slots__ = ("addrspace",)

    def __init__(self, addrspace: int = 0) -> None:
        self.addrspace = addrspace
        self.text = f"ptr addrspace({addrspace})" if addrspace else "ptr"


class Vector(Type):
    __slots__ = ("count", "element", "scalable")

    def __init__(self, count: int, element: Type, scalable: bool = False) -> None:
        self.count = count
        self.element = element
        self.scalable = scalable
        self.text = f"<{'vscale x ' if scalable else ''}{count} x {element}>"


class Array(Type):
    __slots__ = ("count", "element")

    def __init__(self, count: int, element: Type) -> None:
        self.count = count
        self.element = element
        self.text = f"[{count} x {element}]"


class Struct(Type):
    __slots__ = ("fields", "packed")

    def __init__(self, fields: tuple[Type, ...], packed: bool = False) -> None:
        self.fields = fields
        self.packed = packed
        body = "{ " + ", ".join(str(field) for field in fields) + " }" if fields else "{}"
        self.text = f"<{body}>" if packed else body


class Other(Type):
    """A type that no value in memory has (label, token, metadata, opaque) or that only one CPU knows."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        self.text = text


class Reader:
    """A position in IR text. Every method that finds something else than it needs raises `InvalidIR`."""

    __slots__ = ("depth", "position", "resolving", "text", "types")

    def __init__(self, text: str, types: Types | None = None, position: int = 0) -> None:
        self.text = text
        self.types = types
        self.position = position
        self.depth = 0
        self.resolving: list[str] = []

    def fail(self, expected: str) -> InvalidIR:
        near = self.text[self.position : self.position + 40]
        return InvalidIR(f"expected {expected} at column {self.position + 1}, found {near!r} in: {self.text[:160]}")

    def peek(self) -> str:
        """The next character that is not a space; '' at the end."""
        text, position = self.text, self.position
        while position < len(text) and text[position] in " \t\n\r":
            position += 1
        self.position = position
        return text[position : position + 1]

    def accept(self, token: str) -> bool:
        self.peek()
        if self.text.startswith(token, self.position):
            self.position += len(token)
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.accept(token):
            raise self.fail(repr(token))

    def _run(self, allowed: frozenset[str]) -> str:
        text, start = self.text, self.position
        end = start
        while end < len(text) and text[end] in allowed:
            end += 1
        self.position = end
        return text[start:end]

    def word(self) -> str:
        """The next keyword, '' where there is none; consumed."""
        self.peek()
        return self._run(_WORD)

    def peek_word(self) -> str:
        word = self.word()
        self.position -= len(word)
        return word

    def number(self) -> int:
        self.peek()
        digits = self._run(_DIGITS)
        if not digits or len(digits) > 19:
            raise self.fail("a number")
        return int(digits)

    def quoted(self) -> str:
        r"""A string in double quotes, its `\XX` replaced by the characters (latin-1) they stand for."""
        self.expect('"')
        end = self.text.find('"', self.position)
        if end < 0:
            raise self.fail("a closing quote")
        raw = self.text[self.position : end]
        self.position = end + 1
        return unescape(raw)

    def name(self, sigil: str) -> str:
        """What follows `@` or `%`, without quotes."""
        self.expect(sigil)
        if self.text.startswith('"', self.position):
            return self.quoted()
        name = self._run(_NAME)
        if not name:
            raise self.fail(f"a name after {sigil!r}")
        return name

    def parenthesised(self) -> str:
        """The text between balanced parentheses, quotes respected."""
        self.expect("(")
        start, depth = self.position, 1
        while self.position < len(self.text):
            character = self.text[self.position]
            if character == '"':
                self.quoted()
                continue
            self.position += 1
            if character == "(":
                depth += 1
            elif character == ")":
                depth -= 1
                if not depth:
                    return self.text[start : self.position - 1]
        raise self.fail("')'")

    def at_type(self) -> bool:
        """Whether what comes next begins a type."""
        character = self.peek()
        if character and character in "<[{%":
            return True
        word = self.peek_word()
        return bool(word) and (
            word in ("ptr", "void", "target") or word in _FLOATS or word in _OTHERS or _integer_bits(word) > 0
        )

    def type(self) -> Type:
        """Read one type."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise InvalidIR(f"types nested more than {MAX_DEPTH} deep in: {self.text[:80]}")
        found = self._type()
        self.depth -= 1
        if self.peek() == "*":
            raise InvalidIR(f"typed pointer '{found}*': LLVM 15 and later write 'ptr' (in: {self.text[:160]})")
        return found

    def _type(self) -> Type:
        character = self.peek()
        if character == "%":
            return self._named()
        if character == "{":
            return Struct(self._fields())
        if character == "[":
            self.position += 1
            count, element = self._sequence("]")
            return Array(count, element)
        if character == "<":
            self.position += 1
            if self.peek() == "{":
                packed = Struct(self._fields(), packed=True)
                self.expect(">")
                return packed
            scalable = self.peek_word() == "vscale"
            if scalable:
                self.word()
                self.expect("x")
            count, element = self._sequence(">")
            if not count or not isinstance(element, (Integer, Float, Pointer)):
                raise InvalidIR(f"no vector can be made of {count} x {element} in: {self.text[:160]}")
            return Vector(count, element, scalable)
        return self._keyword()

    def _keyword(self) -> Type:
        start = self.position
        word = self.word()
        if word == "ptr":
            if self.peek_word() != "addrspace":
                return Pointer()
            self.word()
            self.expect("(")
            space = self.number()
            self.expect(")")
            return Pointer(space)
        if word == "void":
            return Void()
        if word in _FLOATS:
            return Float(word)
        if word in _OTHERS:
            return Other(word)
        if word == "target":
            return Other(f"target({self.parenthesised()})")
        bits = _integer_bits(word)
        if bits:
            return Integer(bits)
        self.position = start
        raise self.fail("a type")

    def _sequence(self, close: str) -> tuple[int, Type]:
        count = self.number()
        self.peek()
        self.expect("x")
        element = self.type()
        self.expect(close)
        return count, element

    def _fields(self) -> tuple[Type, ...]:
        self.expect("{")
        fields: list[Type] = []
        if self.accept("}"):
            return ()
        while True:
            fields.append(self.type())
            if self.accept("}"):
                return tuple(fields)
            self.expect(",")

    def _named(self) -> Type:
        name = self.name("%")
        if name in self.resolving:
            raise InvalidIR(f"type %{name} contains itself")
        body = self.types(name) if self.types is not None else None
        if body is None:
            raise InvalidIR(f"type %{name} is not defined")
        if body.strip() == "opaque":
            return Other(f"opaque %{name}")
        inner = Reader(body, self.types)
        inner.depth = self.depth
        inner.resolving = [*self.resolving, name]
        found = inner.type()
        if inner.peek():
            raise inner.fail("the end of the type")
        return found


def unescape(raw: str) -> str:
    r"""IR string text with `\XX` and `\\` replaced."""
    if "\\" not in raw:
        return raw
    out: list[str] = []
    position = 0
    while position < len(raw):
        digits = raw[position + 1 : position + 3]
        if raw[position] == "\\" and digits.startswith("\\"):
            out.append("\\")
            position += 2
        elif raw[position] == "\\" and len(digits) == 2 and all(d in "0123456789abcdefABCDEF" for d in digits):
            out.append(chr(int(digits, 16)))
            position += 3
        else:
            out.append(raw[position])
            position += 1
    return "".join(out)


def escape(name: str) -> str:
    """A name as it stands after `@` or `%`; quoted if it must be."""
    if name and name[0] not in _DIGITS and all(character in _NAME for character in name):
        return name
    data = name.encode("latin-1", "surrogateescape")
    quoted = "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\{b:02X}" for b in data)
    return f'"{quoted}"'


def parse_type(text: str, types: Types | None = None) -> Type:
    """The type that `text` is. Raises `InvalidIR`."""
    reader = Reader(text, types)
    found = reader.type()
    if reader.peek():
        raise reader.fail("the end of the type")
    return found


def _integer_bits(word: str) -> int:
    digits = word[1:]
    if word[:1] != "i" or not digits or len(digits) > 8 or not all(d in _DIGITS for d in digits):
        return 0
    bits = int(digits)
    return bits if 0 < bits <= MAX_BITS else 0


def container_bits(bits: int) -> int:
    """Width of the memory that holds an integer of `bits` bits: 8, 16, 32, or a multiple of 64."""
    for width in (8, 16, 32):
        if bits <= width:
            return width
    return (bits + 63) // 64 * 64


def align_of(kind: Type) -> int:
    """Natural alignment in bytes."""
    if isinstance(kind, Integer):
        return min(container_bits(kind.bits) // 8, 16) if kind.bits <= 64 else 16
    if isinstance(kind, Float):
        return _FLOATS[kind.text]
    if isinstance(kind, Pointer):
        return 8
    if isinstance(kind, Vector):
        size = kind.count * size_of(kind.element)
        return min(1 << (size - 1).bit_length(), 64)
    if isinstance(kind, Array):
        return align_of(kind.element)
    if isinstance(kind, Struct):
        return 1 if kind.packed else max((align_of(field) for field in kind.fields), default=1)
    raise InvalidIR(f"a value of type {kind} has no place in memory")


def size_of(kind: Type) -> int:
    """Bytes from one element of an array of this type to the next."""
    if isinstance(kind, Integer):
        return _round(container_bits(kind.bits) // 8, align_of(kind))
    if isinstance(kind, (Float, Pointer)):
        return align_of(kind)
    if isinstance(kind, Vector):
        return _round(kind.count * size_of(kind.element), align_of(kind))
    if isinstance(kind, Array):
        return kind.count * size_of(kind.element)
    if isinstance(kind, Struct):
        offsets = offsets_of(kind)
        end = offsets[-1] + size_of(kind.fields[-1]) if offsets else 0
        return _round(end, align_of(kind))
    raise InvalidIR(f"a value of type {kind} has no place in memory")


def offsets_of(kind: Struct) -> tuple[int, ...]:
    """Where each field of a struct begins."""
    offsets: list[int] = []
    position = 0
    for field in kind.fields:
        position = position if kind.packed else _round(position, align_of(field))
        offsets.append(position)
        position += size_of(field)
    return tuple(offsets)


def leaf_count(kind: Type) -> int:
    """How many scalars a value of this type consists of."""
    if isinstance(kind, (Vector, Array)):
        return kind.count * leaf_count(kind.element)
    if isinstance(kind, Struct):
        return sum(leaf_count(field) for field in kind.fields)
    return 0 if isinstance(kind, Void) else 1


def _round(value: int, to: int) -> int:
    return (value + to - 1) // to * to
