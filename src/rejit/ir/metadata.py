"""Metadata by number, and how much of it goes into a partition.

The nodes are the larger part of a `-g` text: 316,000 lines in SQLite. `ModuleIndex` has a (number, offset) pair every
4 kB; the lines between two of them are cut up when one of them is first needed, and kept. A function's locations have
consecutive numbers, so its hundred nodes lie in a few such blocks.

What a partition carries:

    none    no debug info
    lines   lines and functions: locations as `ir/lines.py` reduces them; DISubprogram and DICompileUnit without
            everything that would pull in types, variables, other functions
    full    the transitive closure, as it stands

Nodes that are not debug info (`!{...}`) are always taken with their closure; in modes below `full` their references to
other debug info are cut by defining those nodes as `!{!""}`: of what a loop refers to, LLVM's optimiser reads the
first operand.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rejit.errors import InvalidIR, NotCanonical
from rejit.ir.lines import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from rejit.ir.index import ModuleIndex

KEPT_BLOCKS = 1024  # of SAMPLE characters each: 4 MB at most, then the cache starts anew

_REFERENCE = re.compile(r"!(\d+)")
_LOCATION_REFERENCE = re.compile(r": !(\d+)")
_STRING = re.compile(r'"[^"]*"')
_FIELD = re.compile(r'(\w+): ("[^"]*"|[^",()]+)')
_VERBATIM = ("!DILocation(", "!DILexicalBlock", "!DIFile(")
_DISTINCT_VERBATIM = tuple(f"distinct {start}" for start in _VERBATIM)
_SUBPROGRAM_FIELDS = ("name", "linkageName", "file", "line", "scopeLine", "flags", "spFlags", "unit")
_UNIT_FIELDS = (
    "language",
    "sourceLanguageName",
    "sourceLanguageVersion",
    "file",
    "producer",
    "isOptimized",
    "runtimeVersion",
    "splitDebugInlining",
    "debugInfoForProfiling",
    "nameTableKind",
    "sysroot",
    "sdk",
)
# Flags whose nodes name functions, or that fit the whole module only.
_DROPPED_FLAGS = ("PIE Level", "PIC Level", "CG Profile", "SemanticInterposition", "Linker Options", "ProfileSummary")


class Metadata:
    """The numbered nodes of a module."""

    def __init__(self, index: ModuleIndex) -> None:
        self.index = index
        self.numbers = index.metadata_numbers
        self.offsets = index.metadata_offsets
        self.blocks: dict[int, list[str]] = {}
        self.reduced: dict[int, tuple[str, tuple[int, ...]]] = {}
        self.lines = Lines(self)
        self.flag_numbers: tuple[int, ...] | None = None
        self.empty_type = index.metadata_count  # a number the module does not use

    def line(self, number: int) -> str:
        """The line `!number = ...`. InvalidIR if there is none."""
        block = bisect_right(self.numbers, number) - 1
        lines = self.blocks.get(block)
        if lines is None:
            lines = self._block(block)
        try:
            line = lines[number - self.numbers[block]]
        except IndexError:
            raise InvalidIR(f"metadata !{number} is used but not defined") from None
        if not line.startswith(f"!{number} = "):
            raise self._not_canonical(block, line)
        return line

    def many(self, numbers: list[int]) -> list[str]:
        """The lines of ascending numbers, faster than one by one. Whether they are the right lines is not checked."""
        found: list[str] = []
        base = limit = 0
        lines: list[str] = []
        for number in numbers:
            if number >= limit:
                self.line(number)
                block = bisect_right(self.numbers, number) - 1
                lines = self.blocks[block]
                base = self.numbers[block]
                limit = base + len(lines)
            found.append(lines[number - base])
        return found

    def _block(self, block: int) -> list[str]:
        if block < 0:
            return []
        if len(self.blocks) >= KEPT_BLOCKS:
            self.blocks.clear()
        last = block + 1 == len(self.offsets)
        end = self.index.metadata_region[1] if last else self.offsets[block + 1]
        lines = self.blocks[block] = self.index.text[self.offsets[block] : end - 1].split("\n")
        return lines

    def _not_canonical(self, block: int, line: str) -> NotCanonical:
        offset = self.index.text.find(line, self.offsets[block])
        return NotCanonical(self.index.line_of(offset), line, "metadata that is not consecutive")

    # -- module flags --------------------------------------------------------------------------------------------

    def flags(self) -> tuple[int, ...]:
        """Numbers of the module flags that every partition carries."""
        if self.flag_numbers is None:
            offset = self.index.named_metadata.get("llvm.module.flags")
            listed = [] if offset is None else _numbers(self.index.line_at(offset))
            kept = [n for n in listed if not any(f'!"{flag}"' in self.line(n) for flag in _DROPPED_FLAGS)]
            self.flag_numbers = tuple(kept)
        return self.flag_numbers

    # -- closures ------------------------------------------------------------------------------------------------

    def closure(self, needed: Iterable[int], debug: str, given: dict[int, str]) -> tuple[list[str], list[int]]:
        """(lines for all that `needed` refers to, numbers of the compile units among them).

        `given` has nodes that are ready, with everything they refer to in `needed`.
        """
        lines = dict(given)
        units: list[int] = []
        wave = set(needed).difference(given)
        while wave:
            following = self._locations(wave, lines) if debug == "lines" else None
            if following is None:
                following = set()
                for number in wave:
                    line, references = self._node(number, debug)
                    lines[number] = line
                    following.update(references)
                    if "!DICompileUnit(" in line:
                        units.append(number)
            wave = following.difference(lines)
        return [lines[number] for number in sorted(lines)], sorted(units)

    def _locations(self, wave: set[int], lines: dict[int, str]) -> set[int] | None:
        """The wave in one go if it consists of locations; else None. It is what a function's first wave is."""
        found = [self.line(number) for number in wave]
        joined = "\n".join(found)
        if joined.count("= !DILocation(") + joined.count("= distinct !DILocation(") != len(found):
            return None
        lines.update(zip(wave, found, strict=True))
        return set(map(int, _LOCATION_REFERENCE.findall(joined)))

    def _node(self, number: int, debug: str) -> tuple[str, tuple[int, ...]]:
        """(the line as it goes into a partition, what it refers to)."""
        line = self.line(number)
        content = line[line.index(" = ") + 3 :]
        if debug == "full" or "!DI" not in content:
            return line, tuple(_numbers(content))
        if debug == "none":
            return (f'!{number} = !{{!""}}', ()) if _is_debug(content) else (line, tuple(_numbers(content)))
        found = self.reduced.get(number)
        if found is None:
            found = self.reduced[number] = self._reduce(number, line, content)
        return found

    def _reduce(self, number: int, line: str, content: str) -> tuple[str, tuple[int, ...]]:
        if content.startswith(_VERBATIM) or content.startswith(_DISTINCT_VERBATIM):
            return line, tuple(_numbers(content))
        if "!DISubprogram(" in content[:25]:
            text = self._subprogram(content)
        elif "!DICompileUnit(" in content[:25]:
            text = _unit(content)
        elif _is_debug(content):
            return f'!{number} = !{{!""}}', ()
        else:
            return line, tuple(_numbers(content))
        return f"!{number} = {text}", tuple(n for n in _numbers(text) if n != self.empty_type)

    def _subprogram(self, content: str) -> str:
        fields = dict(_FIELD.findall(content))
        kept = [f"{name}: {fields[name]}" for name in _SUBPROGRAM_FIELDS if name in fields]
        if "file" in fields:
            kept.append(f"scope: {fields['file']}")
        kept.append(f"type: !{self.empty_type}")
        distinct = "distinct " if content.startswith("distinct") else ""
        return f"{distinct}!DISubprogram({', '.join(kept)})"

    def type_lines(self) -> list[str]:
        """The type that reduced subprograms share."""
        n = self.empty_type
        return [f"!{n} = !DISubroutineType(types: !{n + 1})", f"!{n + 1} = !{{null}}"]


def _is_debug(content: str) -> bool:
    return content.startswith(("!DI", "distinct !DI", "!GenericDINode", "distinct !GenericDINode"))


def _unit(content: str) -> str:
    fields = dict(_FIELD.findall(content))
    kept = [f"{name}: {fields[name]}" for name in _UNIT_FIELDS if name in fields]
    kept.append(f"emissionKind: {fields.get('emissionKind', 'LineTablesOnly')}")
    return f"distinct !DICompileUnit({', '.join(kept)})"


def _numbers(content: str) -> list[int]:
    """The nodes a line refers to. Strings may hold anything."""
    if '"' in content:
        content = _STRING.sub('""', content)
    return list(map(int, _REFERENCE.findall(content)))


def metadata_of(index: ModuleIndex) -> Metadata:
    """The module's metadata, with its caches."""
    found = index.caches.get("metadata")
    if found is None:
        found = index.caches["metadata"] = Metadata(index)
    assert isinstance(found, Metadata)
    return found
