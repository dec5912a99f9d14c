"""Locations reduced to lines.

A front end gives nearly every instruction a location of its own: line, column, lexical block. For a line table only the
line and the function count, so in mode `lines`

* locations with one line, one function and one inlining are one location,
* an instruction in the same block with the same location as the one before it needs none (a call keeps its own: LLVM
  demands it of calls that could be inlined, and return addresses are looked up in the table; above tier 0 all keep
  theirs, for the optimiser parts what stood together),
* lexical blocks are replaced by their function.

This halves what `-g` costs LLVM. SQLite at -O0, 16 functions a partition, parse and code generation: 0.42 ms a function
without debug info, 0.85 with locations as they stand, 0.56 with lines.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rejit.ir.metadata import Metadata

_LOCATION = re.compile(
    r"!(\d+) = (distinct )?!DILocation\(line: (\d+)(?:, column: \d+)?, scope: !(\d+)(?:, inlinedAt: !(\d+))?"
)
_SCOPE = re.compile(r"!\d+ = (?:distinct )?!DILexicalBlock(?:File)?\(scope: !(\d+)")
_ATTACHED = re.compile(r", !dbg !(\d+)")

MAX_DEPTH = 1000  # lexical blocks inside each other


class Lines:
    """A module's locations, reduced."""

    def __init__(self, metadata: Metadata) -> None:
        self.metadata = metadata
        self.functions: dict[str, str] = {}  # scope -> its subprogram

    def reduce(self, body: str, lines: dict[int, str], scopes: set[int], every: bool = False) -> str | None:
        """The body with fewer locations. Adds those that it uses to `lines`, their subprograms to `scopes`.

        every: each instruction keeps one, for an optimiser that moves them. None if the body attaches anything but
        locations.
        """
        parts = _ATTACHED.split(body)  # text, number, text, number, ..., text
        kept = self._canonical(set(parts[1::2]), lines, scopes)
        if kept is None:
            return None
        marks = {number: f", !dbg !{location}" for number, location in kept.items()}
        last = ""
        before = parts[0]
        for position in range(1, len(parts), 2):
            mark = marks[parts[position]]
            rest = parts[position + 1]
            if not every and mark == last and "call " not in before and "invoke " not in before:
                parts[position] = ""
            else:
                parts[position] = mark
            last = "" if "\n\n" in rest else mark  # a new block begins without a location
            before = rest
        return "".join(parts)

    def _canonical(
        self, numbers: set[str], lines: dict[int, str], scopes: set[int], merge: bool = True
    ) -> dict[str, str] | None:
        """Number of a location -> number of the location that stands for it. Where code was inlined stays apart."""
        ordered = sorted(map(int, numbers))
        found = _LOCATION.findall("\n".join(self.metadata.many(ordered)))
        if [location[0] for location in found] != list(map(str, ordered)):
            return None
        kept: dict[str, str] = {}
        first: dict[tuple[str, str, str], str] = {}
        inlined: set[str] = set()
        functions = self.functions
        for number, distinct, line, scope, at in found:
            function = functions.get(scope) or self._function(scope)
            key = (line, function, at) if merge and not distinct else (number, "", "")
            known = first.get(key)
            if known is not None:
                kept[number] = known
                continue
            kept[number] = first[key] = number
            where = f", inlinedAt: !{at}" if at else ""
            lines[int(number)] = f"!{number} = {distinct}!DILocation(line: {line}, scope: !{function}{where})"
            if at and int(at) not in lines:
                inlined.add(at)
        scopes.update(map(int, {functions[location[3]] for location in found}))
        if inlined and self._canonical(inlined, lines, scopes, merge=False) is None:
            scopes.update(map(int, inlined))
        return kept

    def _function(self, scope: str) -> str:
        """The subprogram around a scope; the scope itself if it is none that can be looked through."""
        chain = [scope]
        for _ in range(MAX_DEPTH):
            known = self.functions.get(chain[-1])
            if known is not None:
                chain.append(known)
                break
            match = _SCOPE.match(self.metadata.line(int(chain[-1])))
            if match is None:
                break
            chain.append(match.group(1))
        for one in chain:
            self.functions[one] = chain[-1]
        return chain[-1]
