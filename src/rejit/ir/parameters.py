"""A function's header as text: its convention, result and parameters, each as it was written.

`ir/signature.py` reads types for their meaning; a call that must match a function to the letter needs the letters.
"""

from __future__ import annotations

import re

from rejit.errors import InvalidIR
from rejit.ir.blocks import TOKEN

# Attributes that are part of how a value is passed; a call has to repeat them.
_ABI_WORDS = frozenset(
    ("zeroext", "signext", "noext", "inreg", "inalloca", "nest", "swiftself", "swifterror", "swiftasync")
)
_ABI_TYPED = ("byval(", "byref(", "sret(", "inalloca(", "preallocated(", "alignstack(")
_ATTRIBUTE = re.compile(r'(?:"[^"]*"(?:="[^"]*")?|[a-z][a-z0-9_]*)')
_CONVENTION = re.compile(r"(?:[a-z0-9_]+cc|ccc|cc\d+|cc \d+|[a-z0-9_]+_(?:kernel|device|func|pcs|regs?)[a-z0-9_]*)$")
_TYPE_WORD = re.compile(r"(?:ptr|void|i\d+|half|bfloat|float|double|fp128|x86_fp80|ppc_fp128|x86_mmx|x86_amx"
                        r"|token|label|metadata|target)(?![\w.])")  # fmt: skip
_RETURNED = re.compile(r"(?:void|ptr|i(?:8|16|32|64|128|1)|half|bfloat|float|double|x86_fp80|fp128)")
_VECTOR = re.compile(r"<(\d+) x (i8|i16|i32|i64|float|double)>")
_BYTES = {"i8": 1, "i16": 2, "i32": 4, "i64": 8, "float": 4, "double": 8}
_OPEN, _CLOSE = "([{<", ")]}>"


class Header:
    """parameters: (type, ABI attributes, name without its sigil) of each."""

    __slots__ = ("convention", "parameters", "result", "result_attributes", "varargs")

    def __init__(
        self,
        convention: str,
        result: str,
        result_attributes: tuple[str, ...],
        parameters: tuple[tuple[str, tuple[str, ...], str], ...],
        varargs: bool,
    ) -> None:
        self.convention = convention
        self.result = result
        self.result_attributes = result_attributes
        self.parameters = parameters
        self.varargs = varargs

    @property
    def names(self) -> list[str]:
        return [parameter[2] for parameter in self.parameters]

    def redirect_refusal(self) -> str:
        """Why no call with the same arguments can be made; '' if one can."""
        for _, attributes, name in self.parameters:
            if not name:
                return "a parameter without a name"
            for attribute in attributes:
                if attribute.startswith(("inalloca", "preallocated", "swifterror")):
                    return f"a parameter that is {attribute.partition('(')[0]}"
        if self.varargs and not passes_in_registers(self.result):
            return f"it returns {self.result}, perhaps through memory that only its own caller can hand on"
        return ""


def parse_header(text: str) -> Header:
    """Read `define ... T @f(...) ...`. Raises InvalidIR where it is not of that form."""
    at = 0
    convention = ""
    result_attributes: list[str] = []
    result = ""
    while not result:
        while text[at : at + 1] == " ":
            at += 1
        end = type_end(text, at)
        if end > at:
            result = text[at:end]
            at = end
            break
        match = _ATTRIBUTE.match(text, at)
        if match is None:
            raise InvalidIR(f"no function's header: {text[:120]!r}")
        word = match.group()
        at = match.end()
        if text[at : at + 1] == "(":
            close = _closing(text, at)
            word += text[at:close]
            at = close
        elif word == "align" or word == "cc":
            number = re.compile(r" \d+").match(text, at)
            if number is not None:
                word += number.group()
                at = number.end()
        if _CONVENTION.match(word):
            convention = word
        elif word in _ABI_WORDS:
            result_attributes.append(word)
    name = re.compile(rf" (?:addrspace\(\d+\) )?@{TOKEN}\(").match(text, at)
    if name is None:
        raise InvalidIR(f"no function's header: {text[:120]!r}")
    close = _closing(text, name.end() - 1)
    parts = split_list(text[name.end() : close - 1])
    varargs = bool(parts) and parts[-1] == "..."
    if varargs:
        parts.pop()
    return Header(convention, result, tuple(result_attributes), tuple(map(_parameter, parts)), varargs)


def _parameter(text: str) -> tuple[str, tuple[str, ...], str]:
    end = type_end(text, 0)
    if not end:
        raise InvalidIR(f"no parameter: {text[:80]!r}")
    kind = text[:end]
    attributes: list[str] = []
    at = end
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        if text[at] == "%":
            return kind, tuple(attributes), text[at + 1 :]
        match = _ATTRIBUTE.match(text, at)
        if match is None:
            raise InvalidIR(f"no parameter: {text[:80]!r}")
        word = match.group()
        at = match.end()
        if text[at : at + 1] == "(":
            close = _closing(text, at)
            word += text[at:close]
            at = close
        elif word == "align":
            number = re.compile(r" \d+").match(text, at)
            if number is not None:
                word += number.group()
                at = number.end()
        if word in _ABI_WORDS or word.startswith((*_ABI_TYPED, "align ")):
            attributes.append(word)
    return kind, tuple(attributes), ""


def type_end(text: str, at: int) -> int:
    """Where the type that begins at `at` ends; `at` if none begins there."""
    first = text[at : at + 1]
    if first and first in "[{<":
        return _closing(text, at)
    if first == "%":
        match = re.compile(rf"%{TOKEN}").match(text, at)
        return at if match is None else match.end()
    match = _TYPE_WORD.match(text, at)
    if match is None:
        return at
    end = match.end()
    if match.group() == "target":
        return _closing(text, end)
    space = re.compile(r" addrspace\(\d+\)").match(text, end)
    return end if space is None else space.end()


def _closing(text: str, at: int) -> int:
    """The offset after the bracket that closes the one at `at`."""
    depth = 0
    end = at
    while end < len(text):
        character = text[end]
        if character == '"':
            end = text.find('"', end + 1)
            if end < 0:
                break
        elif character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth -= 1
            if not depth:
                return end + 1
        end += 1
    raise InvalidIR(f"a bracket that is not closed: {text[at : at + 80]!r}")


def split_list(text: str) -> list[str]:
    """The parts between commas that stand in no bracket."""
    if not any(c in text for c in '([{<"'):
        return text.split(", ") if text else []
    parts = []
    start = at = 0
    while at < len(text):
        character = text[at]
        if character == ",":
            parts.append(text[start:at])
            start = at + 2
        elif character == '"':
            at = text.find('"', at + 1)
            if at < 0:
                raise InvalidIR(f"a quote that is not closed: {text[:80]!r}")
        elif character in _OPEN:
            at = _closing(text, at)
            continue
        at += 1
    parts.append(text[start:])
    return parts


def passes_in_registers(result: str) -> bool:
    """Whether a value of that type is surely returned in registers, on every CPU. Where it is not, LLVM adds a hidden
    parameter, and ends its process at a `musttail call` that would have to forward it."""
    if result[:1] == "{":
        inner = split_list(result[1:-1].strip())
        return len(inner) <= 2 and all(_RETURNED.fullmatch(part) and part != "void" for part in inner)
    vector = _VECTOR.fullmatch(result)
    if vector is not None:
        count = int(vector.group(1))
        return count & (count - 1) == 0 and count * _BYTES[vector.group(2)] in (8, 16)
    return _RETURNED.fullmatch(result) is not None
