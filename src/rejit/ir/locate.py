"""Where in the user's file LLVM's complaint about a partition belongs.

LLVM's parser says `<string>:12:5: error: ...` and means line 12 of the partition. A function's lines keep their count
in a partition, so the n-th line after its `define` there is the n-th line after its `define` in the file; any other
line is found again by what it defines. LLVM's verifier gives no line but prints the instruction it dislikes, or names
the function. Nothing is kept for this in advance: it all happens when there is an error to report.
"""

from __future__ import annotations

import re

from rejit.ir.names import UNNAMED, name_of, token_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.index import ModuleIndex
    from rejit.ir.partition import Partition

_POSITION = re.compile(r"(?m)^[^\n:]*:(\d+):(\d+): (?:error|warning)")
_QUOTED_GLOBAL = re.compile(r'@("[^"]*"|[-a-zA-Z$._0-9]+)')


def locate(partition: Partition, message: str) -> tuple[str | None, int, str]:
    """(function or None, line number in the module's text or 0, that line or '') for LLVM's error message."""
    match = _POSITION.search(message)
    lines = partition.text.split("\n")
    if match is not None:
        return _at(partition, lines, _number(lines, int(match.group(1)) - 1, message[match.end() :]))
    for printed in message.split("\n"):
        found = _line_with(lines, printed.strip())
        if found is not None:
            return _at(partition, lines, found)
    for token in _QUOTED_GLOBAL.findall(message):
        if name_of(token) in partition.functions:
            return _function(partition, name_of(token), 0)
    if len(partition.functions) == 1:
        return _function(partition, partition.functions[0], 0)
    return None, 0, ""


def _number(lines: list[str], number: int, rest: str) -> int:
    """The line LLVM means, which it shows below its message: company in which the function was compiled moves it."""
    shown = [*rest.split("\n", 2), ""][1]
    if lines[number : number + 1] != [shown] and lines.count(shown) == 1:
        return lines.index(shown)
    return number


def _line_with(lines: list[str], printed: str) -> int | None:
    """The only line of the partition that says what LLVM printed (its attachments may have other numbers)."""
    start = printed.partition(", !")[0]
    if len(start) < 6 or not start.startswith(
        ("%", "br ", "ret ", "store ", "call ", "tail call ", "switch ", "invoke ")
    ):
        return None
    hits = [number for number, line in enumerate(lines) if line.startswith("  ") and line.strip().startswith(start)]
    return hits[0] if len(hits) == 1 else None


def _at(partition: Partition, lines: list[str], number: int) -> tuple[str | None, int, str]:
    if not 0 <= number < len(lines):
        return None, 0, ""
    define = number
    while define >= 0 and not lines[define].startswith("define "):
        if lines[define] == "}" and define != number:
            return None, *_top_level(partition.index, lines[number])
        define -= 1
    if define < 0:
        return None, *_top_level(partition.index, lines[number])
    nth = sum(line.startswith("define ") for line in lines[:define])
    name = partition.segments[nth][0]
    return _function(partition, name, number - define)


def _function(partition: Partition, name: str, after: int) -> tuple[str | None, int, str]:
    """The line `after` lines below the function's `define`."""
    index = partition.index
    offset = index.functions[name]
    first = index.line_of(offset)
    for _ in range(after):
        following = index.text.find("\n", offset) + 1
        if not 0 < following < len(index.text):
            break
        offset = following
    return name, first + after, index.line_at(offset)


def _top_level(index: ModuleIndex, line: str) -> tuple[int, str]:
    """The module's line that became this line of a partition."""
    offset = _offset(index, line)
    if offset is None:
        return 0, ""
    return index.line_of(offset), index.line_at(offset)


def _offset(index: ModuleIndex, line: str) -> int | None:
    if line.startswith("%"):
        return index.types.get(line[1 : token_end(line, 1)])
    if line.startswith("attributes #"):
        return index.attributes.get(line[12:].partition(" ")[0])
    if line.startswith("!") and line[1:2].isdigit():
        offset = index.text.find("\n" + line[: line.find(" = ") + 3], max(index.metadata_region[0] - 1, 0))
        return offset + 1 if offset >= 0 else None
    if line.startswith("!"):
        return index.named_metadata.get(line[1 : line.find(" ")])
    tokens = _QUOTED_GLOBAL.findall(line)
    if not tokens:
        return index.module_asm_offsets[0] if line.startswith("module asm") and index.module_asm_offsets else None
    token = tokens[0].removeprefix(UNNAMED) if tokens[0].removeprefix(UNNAMED).isdigit() else tokens[0]
    entity = index.entity(name_of(token))
    return None if entity is None else entity.offset
