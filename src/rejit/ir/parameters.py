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
_NUMBER = re.compile(r" \d+")
_CONVENTION = re.compile(r"(?:[a-z0-9_]+cc|ccc|cc\d+|cc \d+|[a-z0-9_]+_(?:kernel|device|func|pcs|regs?)[a-z0-9_]*)$")
_TYPE_WORD = re.compile(r"(?:ptr|void|i\d+|half|bfloat|float|double|fp128|x86_fp80|ppc_fp128|x86_mmx|x86_amx"
                        r"|token|label|metadata|target)(?![\w.])")  # fmt: skip
_OPEN, _CLOSE = "([{<", ")]}>"


class Header:
    """parameters: (type, ABI attributes, name without its sigil) of each. tail: what follows the parameter list."""

    __slots__ = ("convention", "parameters", "result", "result_attributes", "tail", "varargs")

    def __init__(
        self,
        convention: str,
        result: str,
        result_attributes: tuple[str, ...],
        parameters: tuple[tuple[str, tuple[str, ...], str], ...],
        varargs: bool,
        tail: str,
    ) -> None:
        self.convention = convention
        self.result = result
        self.result_attributes = result_attributes
        self.parameters = parameters
        self.varargs = varargs
        self.tail = tail

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
        if self.varargs:
            return "varargs"
        return ""


def parse_header(text: str) -> Header:
    """Read `define ... T @f(...) ...`. Raises InvalidIR where it is not of that form."""
    words: list[str] = []
    at, end = skip_to_type(text, 0, words)
    convention = next((word for word in words if _CONVENTION.match(word)), "")
    result = text[at:end]
    name = re.compile(rf" (?:addrspace\(\d+\) )?@{TOKEN}\(").match(text, end)
    if name is None:
        raise InvalidIR(f"no function's header: {text[:120]!r}")
    close = _closing(text, name.end() - 1)
    parts = split_list(text[name.end() : close - 1])
    varargs = bool(parts) and parts[-1] == "..."
    if varargs:
        parts.pop()
    attributes = tuple(word for word in words if word in _ABI_WORDS)
    return Header(convention, result, attributes, tuple(map(_parameter, parts)), varargs, text[close:])


def skip_to_type(text: str, at: int, words: list[str] | None = None) -> tuple[int, int]:
    """(start, end) of the first type from `at` on, past attributes and flags; these go into `words`."""
    while True:
        while text[at : at + 1] == " ":
            at += 1
        end = type_end(text, at)
        if end > at:
            return at, end
        word, at = _attribute(text, at)
        if words is not None:
            words.append(word)


def _attribute(text: str, at: int) -> tuple[str, int]:
    """The attribute (or another keyword) at `at` with its argument, and where it ends."""
    match = _ATTRIBUTE.match(text, at)
    if match is None:
        raise InvalidIR(f"no attribute at {text[at : at + 40]!r} in {text[:120]!r}")
    word, at = match.group(), match.end()
    if text[at : at + 1] == "(":
        close = _closing(text, at)
        return word + text[at:close], close
    if word in ("align", "cc"):
        number = _NUMBER.match(text, at)
        if number is not None:
            return word + number.group(), number.end()
    return word, at


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
        word, at = _attribute(text, at)
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
