"""What a loop has when control reaches its header: the state that another body needs to go on from there.

Everything is found from the function's text alone, so that the body that leaves and the body that goes on, made at
different times, agree on the list. Positions in the list:

    values   the header's phis, then parameters and values from elsewhere that are used before they are defined again
    slots    the static allocas used from there on: their addresses

In unoptimised code nearly everything is in slots. Loops without values of their own *share* one list of the slots (and
parameters) that any of them needs, so that the body that leaves needs one call for all of them.

Blocks are bits of an integer: which blocks a header reaches is an `or` over the graph, and whether a value is used
there is an `and`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from rejit.errors import InvalidIR
from rejit.ir.blocks import TOKEN, Block, Flow
from rejit.ir.index import ModuleIndex
from rejit.ir.names import name_of
from rejit.ir.parameters import Header, parse_header
from rejit.ir.results import result_type
from rejit.ir.text import GLOBAL, GROUP

_NOISE = re.compile(
    r"\n(?:    #dbg_|  (?:tail |notail )?call void @llvm\.(?:dbg|lifetime|experimental\.noalias\.scope)\.)[^\n]*"
)
_LOCAL = re.compile(rf"%({TOKEN})")
_DEFINITION = re.compile(rf"\n  %({TOKEN}) = ")
_PHI = re.compile(rf"\n  %{TOKEN} = phi ([^\n]*)")
_INCOMING = re.compile(rf"%({TOKEN}), %({TOKEN}) \]")
_STATIC_ALLOCA = re.compile(rf"\n  %({TOKEN}) = alloca (?!inalloca )([^\n]*)")
_DYNAMIC = re.compile(r", i\d+ [^\d}]")
_BIG_ARRAY = re.compile(r"[\[<](?:vscale x )?\d{3,} x ")
_NO_VALUE = ("token", "x86_amx", "label", "metadata", "target(", "x86_mmx")

# What makes the whole function unfit, and why.
_UNFIT_WORDS = {
    "presplitcoroutine": "a coroutine",
    "naked": "naked",
    "inalloca": "an inalloca parameter",
    "preallocated": "a preallocated parameter",
    "swifterror": "a swifterror parameter",
    "swiftasync": "a swiftasync parameter",
}
_UNFIT = {
    "swifterror": "a swifterror value",
    "indirectbr ": "label addresses",
    "blockaddress(": "label addresses",
    "callbr ": "callbr",
    "catchswitch ": "funclets",
    "catchpad ": "funclets",
    "cleanuppad ": "funclets",
    "alloca inalloca": "inalloca",
    "@llvm.call.preallocated": "preallocated arguments",
    "@llvm.localescape": "llvm.localescape",
    "@llvm.coro.": "a coroutine",
    "@llvm.eh.sjlj.": "setjmp",
    "@llvm.gcroot": "a garbage collector's roots",
    "@llvm.experimental.": "an experimental intrinsic",
    "@llvm.swift.": "a Swift intrinsic",
}
_HARMLESS_EXPERIMENTAL = re.compile(r"@llvm\.experimental\.(?:constrained|vector|vp|cttz|get\.vector|stepvector)")
_SETJMP = re.compile(r'@"?(?:\\01)?_*(?:sig)?setjmp|@vfork\b|@getcontext\b| returns_twice\b')
_SETJMP_HINTS = ("setjmp", "@vfork", "@getcontext", " returns_twice")
# What makes a loop unfit when it stands in code reached from it.
_UNFIT_AFTER = {
    "musttail call ": "musttail",
    "@llvm.va_start": "va_start after the loop's beginning",
    "@llvm.returnaddress": "the return address is asked for",
    "@llvm.frameaddress": "the frame's address is asked for",
    "@llvm.addressofreturnaddress": "the return address is asked for",
    "@llvm.sponentry": "the frame's address is asked for",
}
_RESTORE = re.compile(rf"call void @llvm\.stackrestore[.\w]*\(ptr (?:[^%()]*)%({TOKEN})\)")


class Loop:
    """The state at one header. `refused` says why there is none; then the lists are empty."""

    __slots__ = ("block", "phis", "reach", "refused", "shared", "slots", "values")

    def __init__(self, block: Block) -> None:
        self.block = block
        self.reach = 0
        self.refused = ""
        self.phis: list[str] = []
        self.values: list[tuple[str, str]] = []  # (type, name), the phis first
        self.slots: list[str] = []
        self.shared = False


class State:
    """A function's loops and what each needs. `text` is the define without debug records and lifetime markers."""

    def __init__(self, define: str, words: frozenset[str], index: ModuleIndex | None, flow: Flow | None = None) -> None:
        self.text = _NOISE.sub("\n", define)
        self.index = index
        self.flow = Flow(self.text) if flow is None or flow.text != self.text else flow
        self.plain = self.flow.plain
        self.header: Header = parse_header(self.text[: self.flow.header_end])
        self.loops = [Loop(block) for block in self.flow.headers()]
        if not self.loops:
            return
        reason = self.unfit(words)
        if reason:
            for loop in self.loops:
                loop.refused = reason
            return
        self.unfit_pieces = [piece for piece in _UNFIT_AFTER if piece in self.plain]
        self.restores = "@llvm.stackrestore" in self.plain
        self.blocks = self.flow.link()
        self.ends = [block.end for block in self.blocks]
        self.number = {block.label: number for number, block in enumerate(self.blocks)}
        if "" in self.number:  # the entry block has the number after the unnamed parameters'
            self.number[str(sum(name.isdigit() for name in self.header.names))] = 0
        self.find_values()
        self.find_reach()
        self._dominators: list[int] | None = None
        self._avoiding: dict[tuple[int, int], int] = {}
        for loop in self.loops:
            self.fill(loop)
        self.share()

    # -- the function --------------------------------------------------------------------------------------------

    def unfit(self, words: frozenset[str]) -> str:
        for word, reason in _UNFIT_WORDS.items():
            if word in words:
                return reason
        plain = self.plain
        for piece, reason in _UNFIT.items():
            if piece in plain:
                if piece == "@llvm.experimental." and plain.count(piece) == len(_HARMLESS_EXPERIMENTAL.findall(plain)):
                    continue
                return reason
        if any(hint in plain for hint in _SETJMP_HINTS) and _SETJMP.search(plain) is not None:
            return "setjmp"
        if self.names_returns_twice():
            return "setjmp"
        return ""

    def names_returns_twice(self) -> bool:
        """Whether it names a function, or a call has attributes, that the module says to return twice."""
        index = self.index
        if index is None:
            return False
        cached = index.caches.get("returns twice")
        if cached is None:
            cached = index.caches["returns twice"] = _returns_twice(index)
        groups, names = cached
        plain, start = self.plain, self.flow.header_end
        return bool(groups or names) and (
            not groups.isdisjoint(GROUP.findall(plain, start))
            or not names.isdisjoint(map(name_of, GLOBAL.findall(plain, start)))
        )

    def find_values(self) -> None:
        """Where values are defined, and the blocks, other than its own, that use each."""
        plain = self.plain
        types = self.index.types if self.index is not None else {}
        self.parameters = {name: kind for kind, _, name in self.header.parameters if name}
        defined: dict[str, int] = dict.fromkeys(self.parameters, -1)
        own: list[set[str]] = []
        for number, block in enumerate(self.blocks):
            names = _DEFINITION.findall(plain, block.start - 1, block.end)
            defined.update(dict.fromkeys(names, number))
            own.append(set(names))
        if not types.keys().isdisjoint(defined):
            raise InvalidIR("a type and a value have one name")
        self.slot_lines = {
            match.group(1): match.group(2)
            for match in _STATIC_ALLOCA.finditer(plain, self.blocks[0].start - 1, self.blocks[0].end)
            if not _DYNAMIC.search(match.group(2))
        }
        uses: dict[str, int] = {}
        everything = defined.keys()
        for number, block in enumerate(self.blocks):
            for name in (set(_LOCAL.findall(plain, block.start, block.end)) - own[number]) & everything:
                uses[name] = uses.get(name, 0) | 1 << number
        self.phi_uses: dict[str, list[tuple[int, int]]] = {}  # name -> (block of the phi, block it comes from)
        self.home = defined
        self.order = {name: number for number, name in enumerate(defined)}
        if " = phi " in plain:
            self.count_phi_uses(uses)
        self.uses = uses

    def count_phi_uses(self, uses: dict[str, int]) -> None:
        """A phi's operand is used at the end of the block it comes from, not where the phi stands."""
        plain, ends = self.plain, self.ends
        spans: list[tuple[int, int]] = []
        others: dict[tuple[str, int], int] = {}  # how often a name stands in phis of a block
        for match in _PHI.finditer(plain, self.flow.header_end):
            spans.append(match.span(1))
            block = bisect_right(ends, match.start() + 1)
            for name, source in _INCOMING.findall(match.group(1)):
                if name in self.home:
                    self.phi_uses.setdefault(name, []).append((block, self.number[source]))
                    others[name, block] = others.get((name, block), 0) + 1
        for (name, block), count in others.items():
            if block == self.home[name] or not uses.get(name, 0) >> block & 1:
                continue
            start, end = self.blocks[block].start, self.blocks[block].end
            found = sum(m.group(1) == name for m in _LOCAL.finditer(plain, start, end))
            if found == count:  # it stands nowhere else in the block
                uses[name] &= ~(1 << block)

    # -- the graph -----------------------------------------------------------------------------------------------

    def find_reach(self) -> None:
        """reach[b]: the blocks that can follow block b, itself included, as bits."""
        following = [[self.number[next.label] for next in block.successors] for block in self.blocks]
        self.following = following
        self.preceding: list[list[int]] = [[] for _ in following]
        for number, blocks in enumerate(following):
            for block in blocks:
                self.preceding[block].append(number)
        self._turns: dict[int, int] = {}
        reach = [1 << number for number in range(len(following))]
        changed = True
        while changed:
            changed = False
            for number in range(len(following) - 1, -1, -1):
                old = new = reach[number]
                for after in following[number]:
                    new |= reach[after]
                if new != old:
                    reach[number] = new
                    changed = True
        self.reach = reach

    def dominates(self, one: int, other: int) -> bool:
        """Whether every path from the entry to `other` passes `one`: without `one` it is not reached."""
        return not self.avoiding(0, one) >> other & 1

    def avoiding(self, start: int, avoided: int) -> int:
        """The blocks reached from `start` (itself included) without passing `avoided`."""
        found = self._avoiding.get((start, avoided))
        if found is None:
            found = 0 if start == avoided else 1 << start
            pending = [start] if found else []
            while pending:
                for after in self.following[pending.pop()]:
                    if after != avoided and not found >> after & 1:
                        found |= 1 << after
                        pending.append(after)
            self._avoiding[start, avoided] = found
        return found

    def turn(self, head: int) -> int:
        """The blocks of the loop with this header, itself included, as bits: those from which control comes back to it
        without leaving what it dominates."""
        found = self._turns.get(head)
        if found is None:
            found = 1 << head
            pending = [number for number in self.preceding[head] if self.dominates(head, number)]
            while pending:
                number = pending.pop()
                if not found >> number & 1:
                    found |= 1 << number
                    pending += self.preceding[number]
            self._turns[head] = found
        return found

    def around(self, loop: Loop) -> list[int]:
        """The numbers of the loops around one, the outermost first, without those that are refused."""
        here = self.number[loop.block.label]
        heads = [self.number[other.block.label] for other in self.loops]
        found = []
        for number, head in enumerate(heads):
            if head != here and self.turn(head) >> here & 1 and not self.loops[number].refused:
                depth = sum(other != head and self.turn(other) >> head & 1 for other in heads)
                found.append((depth, number))
        return [number for _, number in sorted(found)]

    def reach_until(self, loop: Loop, ends: Iterable[Loop]) -> int:
        """The blocks reached from a loop's header, those behind the headers in `ends` only if on another way too."""
        last = {self.number[end.block.label] for end in ends}
        pending = [self.number[loop.block.label]]
        found = 1 << pending[0]
        while pending:
            for after in self.following[pending.pop()]:
                if not found >> after & 1:
                    found |= 1 << after
                    if after not in last:
                        pending.append(after)
        return found

    def alone(self, loop: Loop) -> Loop:
        """The loop with what it needs itself, and nothing that loops which share a list need."""
        found = Loop(loop.block)
        self.fill(found)
        return found

    # -- loops ---------------------------------------------------------------------------------------------------

    def fill(self, loop: Loop) -> None:
        block = loop.block
        here = self.number[block.label]
        loop.reach = self.reach[here]
        try:
            loop.refused = self.unfit_after(loop)
            if not loop.refused:
                loop.phis = self.phis_of(block)
                names = loop.phis + self.live_values(loop, here)
                loop.values = [(self.type_of(name), name) for name in names]
                loop.slots = [name for name in self.slot_lines if self.used_in(name, loop.reach)]
        except InvalidIR as error:
            loop.refused = str(error)
        if loop.refused:
            loop.values, loop.slots, loop.phis = [], [], []

    def phis_of(self, block: Block) -> list[str]:
        text = self.plain[block.start - 1 : self.flow.after_phis(block)]
        if " = landingpad " in text:
            raise InvalidIR("the loop begins with a landing pad")
        return [match.group(1) for match in _DEFINITION.finditer(text)]

    def used_in(self, name: str, reach: int) -> bool:
        if self.uses.get(name, 0) & reach:
            return True
        return any(reach >> block & 1 and reach >> source & 1 for block, source in self.phi_uses.get(name, ()))

    def live_values(self, loop: Loop, here: int) -> list[str]:
        """Values used from the header on before they are defined again: (parameters, then others in order)."""
        reach = loop.reach
        found = []
        candidates = {name for name, blocks in self.uses.items() if blocks & reach}
        candidates.update(name for name in self.phi_uses if self.used_in(name, reach))
        for name in candidates.difference(self.slot_lines):
            home = self.home[name]
            if home == here:
                continue
            if home < 0 or not reach >> home & 1:
                found.append(name)
            elif self.reach[home] >> here & 1 and self.dominates(home, here):
                before = self.avoiding(here, home)
                uses = self.uses.get(name, 0) & before
                if uses or any(
                    before >> source & 1 and reach >> block & 1 for block, source in self.phi_uses.get(name, ())
                ):
                    found.append(name)
        return sorted(found, key=self.order.__getitem__)

    def type_of(self, name: str) -> str:
        kind = self.parameters.get(name)
        if kind is None:
            types = self.index.type_body if self.index is not None else None
            kind = result_type(self.defined_as(name), types)
        if kind.startswith(_NO_VALUE):
            raise InvalidIR(f"a value of type {kind} lives across the loop's beginning")
        if _BIG_ARRAY.search(kind):
            raise InvalidIR(f"a value of type {kind} is too big to be passed")
        return kind

    def defined_as(self, name: str) -> str:
        """What stands after `%name = `."""
        start = self.plain.index(f"\n  %{name} = ") + len(name) + 7
        return self.plain[start : self.plain.index("\n", start)]

    def text_after(self, loop: Loop) -> str:
        """The code reached from a loop's header."""
        parts = [self.plain[b.start : b.end] for number, b in enumerate(self.blocks) if loop.reach >> number & 1]
        return "".join(parts)

    def unfit_after(self, loop: Loop) -> str:
        for piece in self.unfit_pieces:
            if piece in self.text_after(loop):
                return _UNFIT_AFTER[piece]
        if self.restores:
            for name in _RESTORE.findall(self.text_after(loop)):
                if not self.saved_after(loop, name):
                    return "the stack pointer of before the loop is restored after it"
        return ""

    # -- stack pointers that the code itself saves ------------------------------------------------------------------

    def saved_after(self, loop: Loop, name: str) -> bool:
        """Whether that saved stack pointer was surely saved in code reached from the loop's header.

        Restoring one from before would pull the stack from under the body that goes on."""
        here = self.number[loop.block.label]
        home = self.home.get(name, -1)
        if home < 0 or not loop.reach >> home & 1:
            return False
        line = self.defined_as(name)
        if line.startswith("call ptr @llvm.stacksave"):
            return name not in self.live_values(loop, here)
        match = re.match(rf"load ptr, ptr %({TOKEN})", line)
        if match is None or match.group(1) not in self.slot_lines:
            return False
        slot = match.group(1)
        return self.holds_only_saves(slot) and not self.exposed(slot, here)

    def holds_only_saves(self, slot: str) -> bool:
        for line in lines_with(self.plain, slot, self.flow.header_end):
            stored = re.match(rf"  store ptr %({TOKEN}), ptr %{re.escape(slot)}(?![-\w$.])", line)
            if stored is not None:
                saved = stored.group(1)
                if self.home.get(saved, -1) < 0 or not self.defined_as(saved).startswith("call ptr @llvm.stacksave"):
                    return False
            elif " = load ptr, ptr " not in line and " = alloca " not in line:
                return False
        return True

    def exposed(self, slot: str, here: int) -> bool:
        """Whether the slot may be read, from the header on, before it is written."""
        seen = 1 << here
        pending = [here]
        while pending:
            number = pending.pop()
            block = self.blocks[number]
            first = next(iter(lines_with(self.plain, slot, block.start - 1, block.end)), "")
            if " = load " in first:
                return True
            if not first:
                for after in self.following[number]:
                    if not seen >> after & 1:
                        seen |= 1 << after
                        pending.append(after)
        return False

    # -- sharing ---------------------------------------------------------------------------------------------------

    def share(self) -> None:
        """Give the loops that need only slots and parameters one list."""
        sharing = [
            loop for loop in self.loops if not loop.refused and all(name in self.parameters for _, name in loop.values)
        ]
        values = {name: kind for loop in sharing for kind, name in loop.values}
        slots = {name for loop in sharing for name in loop.slots}
        for loop in sharing:
            loop.shared = True
            loop.values = [(values[name], name) for name in self.parameters if name in values]
            loop.slots = [name for name in self.slot_lines if name in slots]


def _returns_twice(index: ModuleIndex) -> tuple[frozenset[str], frozenset[str]]:
    """(numbers of attribute groups, names of functions) that say `returns_twice`."""
    if "returns_twice" not in index.text:
        return frozenset(), frozenset()
    groups = {number for number, offset in index.attributes.items() if "returns_twice" in index.line_at(offset)}
    names = set()
    for table in (index.declarations, index.functions):
        for name, offset in table.items():
            line = index.line_at(offset)
            if "returns_twice" in line or not groups.isdisjoint(GROUP.findall(line)):
                names.add(name)
    return frozenset(groups), frozenset(names)


def lines_with(plain: str, name: str, start: int, end: int | None = None) -> list[str]:
    """The lines that name a value."""
    found: list[str] = []
    pattern = re.compile(rf"%{re.escape(name)}(?![-a-zA-Z0-9$._])")
    stop = len(plain) if end is None else end
    at = start
    while True:
        match = pattern.search(plain, at, stop)
        if match is None:
            return found
        begin = plain.rfind("\n", 0, match.start()) + 1
        at = plain.find("\n", match.end())
        found.append(plain[begin:at])
