"""Constant address expressions: how far from a global an alias points."""

from __future__ import annotations

from rejit.errors import InvalidIR
from rejit.ir.entity import matching, type_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex

MAX_NESTING = 16


def offset_in(index: ModuleIndex, expression: str, nesting: int = 0) -> int | None:
    """Bytes between the global an expression names and the address it means; None if it is not of a known form.

    Known: `@x`, `ptr @x`, and `getelementptr [flags] (type, base, indices...)` of such, with constant indices.
    """
    text = expression.removeprefix("ptr ")
    if text.startswith("addrspace("):
        text = text[text.find(") ") + 2 :]
    if text.startswith("@"):
        return 0
    if not text.startswith("getelementptr ") or nesting > MAX_NESTING:
        return None
    try:
        open_at = text.index(" (", 0) + 1
        operands = _operands(text[open_at + 1 : matching(text, open_at) - 1])
        base = offset_in(index, operands[1], nesting + 1)
        return None if base is None else base + _displacement(index, operands[0], operands[2:])
    except (ValueError, IndexError, InvalidIR):
        return None


def _operands(text: str) -> list[str]:
    """Split at the commas that stand in no bracket."""
    found = []
    start = pos = 0
    while pos < len(text):
        if text[pos] in "([{<":
            pos = matching(text, pos)
            continue
        if text[pos] == '"':
            pos = text.index('"', pos + 1)
        elif text[pos] == ",":
            found.append(text[start:pos].strip())
            start = pos + 1
        pos += 1
    found.append(text[start:].strip())
    return found


def _displacement(index: ModuleIndex, source: str, indices: list[str]) -> int:
    from rejit.ir.types import Array, Struct, Vector, offsets_of, parse_type, size_of

    kind = parse_type(source, index.type_body)
    numbers = [int(text[type_end(text, 0) :]) for text in indices]
    total = numbers[0] * size_of(kind) if numbers else 0
    for number in numbers[1:]:
        if isinstance(kind, Struct):
            total += offsets_of(kind)[number]
            kind = kind.fields[number]
        elif isinstance(kind, (Array, Vector)):
            kind = kind.element
            total += number * size_of(kind)
        else:
            raise ValueError("an index into a scalar")
    return total
