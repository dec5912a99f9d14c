"""The type of an instruction's result, read from its text."""

from __future__ import annotations

import re
from collections.abc import Callable

from rejit.errors import InvalidIR
from rejit.ir.parameters import skip_to_type, split_list, type_end

Types = Callable[[str], "str | None"]

_OF_FIRST_TYPE = re.compile(
    r"f?(?:add|sub|mul|rem|div|neg)|[us](?:div|rem)|shl|[la]shr|and|or|xor|freeze|phi|load|insert(?:value|element)"
    r"|landingpad|call|invoke"
)
_CAST = re.compile(r"fp?trunc|trunc|[zs]ext|fpext|fpto[us]i|[us]itofp|ptrto(?:int|addr)|inttoptr|bitcast|addrspacecast")
_VECTOR = re.compile(r"<((?:vscale x )?\d+) x (.*)>$", re.DOTALL)
_OPERATION = re.compile(r"(?:(?:tail|musttail|notail) )?([a-z]+) ")


def result_type(instruction: str, types: Types | None = None) -> str:
    """The type of `%x` in `%x = instruction` (one line, strings blanked). Raises InvalidIR where it cannot tell."""
    match = _OPERATION.match(instruction)
    if match is None:
        raise InvalidIR(f"an instruction of unknown form: {instruction[:80]}")
    operation, at = match.group(1), match.end()
    if _OF_FIRST_TYPE.fullmatch(operation):
        start, end = skip_to_type(instruction, at)
        return instruction[start:end]
    if _CAST.fullmatch(operation):
        at = instruction.rindex(" to ") + 4
        return instruction[at : type_end(instruction, at)]
    if operation in ("icmp", "fcmp"):
        start, end = skip_to_type(instruction, at)
        vector = _VECTOR.match(instruction[start:end])
        return "i1" if vector is None else f"<{vector.group(1)} x i1>"
    return _by_operands(operation, split_list(instruction[at:]), instruction, types)


def _by_operands(operation: str, parts: list[str], instruction: str, types: Types | None) -> str:
    if operation == "getelementptr":
        operands = [_type_of(part) for part in parts[1:] if not part.startswith("!")]
        vectors = [_VECTOR.match(kind) for kind in operands]
        counts = [vector.group(1) for vector in vectors if vector is not None]
        pointer = operands[0] if vectors[0] is None else vectors[0].group(2)
        return f"<{counts[0]} x {pointer}>" if counts else pointer
    if operation in ("select", "atomicrmw"):
        return _type_of(parts[1])
    if operation == "cmpxchg":
        return f"{{ {_type_of(parts[1])}, i1 }}"
    if operation == "alloca":
        space = next((part for part in parts if part.startswith("addrspace(")), "")
        return f"ptr {space}".rstrip()
    if operation == "va_arg":
        return _type_of(parts[1])
    if operation in ("extractelement", "shufflevector"):
        vector = _VECTOR.match(_type_of(parts[0]))
        shape = _VECTOR.match(_type_of(parts[2])) if operation == "shufflevector" else None
        if vector is not None:
            return vector.group(2) if shape is None else f"<{shape.group(1)} x {vector.group(2)}>"
    if operation == "extractvalue":
        return _member(_type_of(parts[0]), [part for part in parts[1:] if part.isdigit()], types)
    raise InvalidIR(f"an instruction of unknown type: {instruction[:80]}")


def _type_of(operand: str) -> str:
    start, end = skip_to_type(operand, 0)
    return operand[start:end]


def _member(aggregate: str, path: list[str], types: Types | None) -> str:
    for step in path:
        while aggregate[:1] == "%":
            body = types(aggregate[1:].strip('"')) if types is not None else None
            if body is None:
                raise InvalidIR(f"a type that is not defined: {aggregate}")
            aggregate = body
        if aggregate[:1] == "[":
            aggregate = aggregate[1:-1].partition(" x ")[2]
        else:
            aggregate = split_list(aggregate.strip("<>")[1:-1].strip())[int(step)]
    return aggregate
