"""On-stack replacement as IR: the body that goes on where another one is, in the middle of a loop.

The body with triggers (`ir/hot.py`) stands at a loop's header, and its trigger has answered with a continuation:

    rejit.l0:  %c = call ptr @jit_loop_hot(...)      null: go on here
    rejit.o0:  %r = call T %c(values, slots)         the loop's state (`ir/live.py`)
               ret T %r

A continuation is a function of its own, the blocks that follow the header:

    define T @"f.osr.0"(T %osr.i, ptr %osr.s, ptr %t) {
    osr.entry:
      %s = alloca i32                     a slot that is only loaded and stored: copied, so that -O3 makes it a register
      copy %osr.s to %s
      br label %header
    header:
      %i = phi T [ %i1, %latch ], [ %osr.i, %osr.entry ]
      ...                                 everything reached from here, as it stands

Nothing of the machine's state is rewritten: the frame that is left stays below, and with it every slot whose address
somebody may know (%t); those are used in place. The names are the same, so the code needs no changes but these:

* A value that is live at the header and is defined again after it (in an outer loop) has two definitions now: it gets
  a slot (%osr.m.x), stored after each definition, loaded before each use. -O3 makes that a phi.
* Phis lose what comes from blocks that are not reached.
* Where control comes to an outer loop's header, the outer loop's continuation is called, an internal function that LLVM
  inlines. Going on to the header itself would enter the outer loop in its middle: that is no loop to LLVM, which then
  neither unrolls nor vectorises in it (`nbody` ran at half its speed).
* Numbers become names (%5: %n.5), as parameters and blocks no longer stand in the order of their numbers.

An exception that the continuation throws meets the landing pads of its own copy of the code. Of the original's handlers
only that of the `invoke` being executed could apply, and this `invoke` is in the copy. What leaves the copy passes the
frame below, which has nothing to do there: its call is no `invoke`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rejit.errors import InvalidIR
from rejit.ir.blocks import TOKEN, Block
from rejit.ir.hot import attribute_words, splice
from rejit.ir.index import ModuleIndex
from rejit.ir.live import Loop, State
from rejit.ir.names import escape, token_of
from rejit.ir.parameters import skip_to_type, type_end
from rejit.ir.text import GLOBAL, GROUP, emitted, split_tail
from rejit.ir.types import parse_type, size_of

COPIED_BYTES = 512  # a slot that is indexed is copied up to this size; a bigger one is used in place
OUTERMOST = 2  # loops around the one that goes on whose own continuations are made with it: each is a further compile
MOST_COPIED = 60_000  # characters of a function, times these loops
MAX_ADDRESSES = 200  # derived from one slot; beyond this it is used in place

_LOCAL = re.compile(rf"%({TOKEN})")
_INCOMING = re.compile(rf"\[ ([^\n]*?), %({TOKEN}) \]")
_INSTRUCTION = re.compile(r"  [^ \n\]][^\n]*\n(?:(?:   | *\])[^\n]*\n)*")
_RESULT = re.compile(rf"  %({TOKEN}) = (?:(?:tail|musttail|notail) )?([a-z]+) ")
_NORMAL = re.compile(rf"\bto label %({TOKEN})")
_STORE = re.compile(rf", ptr %({TOKEN})(?:, (?:align|!)[^\n]*)?$")
_MEMORY = re.compile(r"  (?:tail )?call void @llvm\.mem(?:cpy|move|set)\.[^\n]*, i1 false\)")
_CPU = re.compile(r' "(?:target-cpu|tune-cpu|target-features)"(?:="[^"]*")?')
_SIMPLE = re.compile(r"i(?:8|16|32|64|128)|ptr|float|double")
_ODD_WIDTH = re.compile(r"\bi(?!(?:8|16|32|64|128)\b)\d+|x86_fp80|ppc_fp128")
_COUNT = re.compile(r", (i\d+ \d+)")
_ALIGN = re.compile(r", (align \d+)")
_COPY = (
    "llvm.memcpy.p0.p0.i32"  # the length's type is one that front ends for 64 bits do not use: no second declaration
)
# Attributes that would not hold for a function that reads and writes another frame, or is entered elsewhere.
_UNTRUE = re.compile(
    r" (?:memory\([^)]*\)|readnone|readonly|writeonly|argmemonly|inaccessiblememonly|inaccessiblemem_or_argmemonly"
    r"|speculatable|allocsize\([^)]*\)|allockind\(\"[^\"]*\"\)|\"alloc-family\"=\"[^\"]*\"|alwaysinline)(?= |$)"
)
_NOT_OURS = re.compile(r" (?:comdat(?:\(\$(?:\"[^\"]*\"|[^)]*)\))?|unnamed_addr|local_unnamed_addr)(?= |$)")


class Continuation:
    """The function `name` (text: its define) that goes on at a loop's header.

    lines: what the module needs beside it. origin: a declaration of the function itself, '' where the text does not
    name it; a module that defines it does not want it. copied, in_place: what became of the slots.
    """

    __slots__ = ("copied", "in_place", "lines", "name", "origin", "text")

    def __init__(
        self,
        name: str,
        text: str,
        lines: tuple[str, ...],
        origin: str,
        copied: tuple[str, ...],
        in_place: tuple[str, ...],
    ) -> None:
        self.name = name
        self.text = text
        self.lines = lines
        self.origin = origin
        self.copied = copied
        self.in_place = in_place


def continuation_name(name: str, loop: int) -> str:
    """The ELF name of a continuation."""
    return f"{name}.osr.{loop}"


def continuation(name: str, define: str, loop: int, *, index: ModuleIndex | None = None) -> Continuation:
    """The continuation of loop number `loop` of the function `name`, whose text without triggers is `define`.

    `define` may come from another `partition` of the same module than the body with triggers did (other metadata,
    other attributes). Raises InvalidIR, with the reason, where a loop cannot be replaced.
    """
    words = attribute_words(define, index)
    state = State(define, words, index)
    if not 0 <= loop < len(state.loops):
        raise InvalidIR(f"{name} has no loop {loop}")
    found = state.loops[loop]
    if found.refused:
        raise InvalidIR(found.refused)
    around = {n: state.alone(state.loops[n]) for n in state.around(found)[:OUTERMOST]}
    if len(around) * len(state.plain) > MOST_COPIED or " !dbg " in state.header.tail:
        around = {}  # a function's debug information belongs to one definition
    lines: dict[str, None] = {}
    for number, outer in around.items():
        further = {n: around[n] for n in state.around(outer) if n in around}
        made = _Work(name, loop, state, outer, further, number).run()
        lines.update(dict.fromkeys((*made.lines, made.text)))
    made = _Work(name, loop, state, found, around).run()
    made.lines = tuple(dict.fromkeys((*made.lines, *lines)))
    return made


class _Work:
    """One continuation being made: splices of the function's text, block by block.

    around: the loops around this one, whose continuations are called instead of going on there. outer: the number of
    this loop, if it is around loop `number`, whose continuation alone calls this one."""

    def __init__(
        self, name: str, number: int, state: State, loop: Loop, around: Mapping[int, Loop], outer: int = -1
    ) -> None:
        self.own = continuation_name(name, number)
        self.name = self.own if outer < 0 else _outer_name(self.own, outer)
        self.exits = {other.block.label: (n, other) for n, other in around.items()}
        self.origin = name
        self.state = state
        self.loop = loop
        self.plain = state.plain
        self.prefix = "osr."
        while self.prefix in self.plain:
            self.prefix = f"o{self.prefix}"
        reach = state.reach_until(loop, around.values())
        self.blocks = [block for number, block in enumerate(state.blocks) if reach >> number & 1]
        self.edits: dict[str, list[tuple[int, int, str]]] = {block.label: [] for block in self.blocks}
        self.stores: dict[str, list[tuple[int, int, str]]] = {block.label: [] for block in self.blocks}  # before loads
        self.twice = {  # live at the header, and defined after it as well -> its type
            name: kind
            for kind, name in loop.values
            if name not in loop.phis and state.home[name] >= 0 and reach >> state.home[name] & 1
        }
        self.loads = 0
        self.at_end: dict[tuple[str, str], str] = {}  # (block, value with two definitions) -> what its last load gives
        self.lines_with: dict[str, list[str]] = {}
        for line in self.plain[state.flow.header_end :].split("\n"):
            for token in set(_LOCAL.findall(line)):
                self.lines_with.setdefault(token, []).append(line)

    def run(self) -> Continuation:
        copied, in_place = self.classify()
        entry = self.entry(copied)
        for block in self.blocks:
            self.rewrite(block)
        parts = [self.define(copied, in_place), " {\n", entry]
        for block in self.blocks:
            edits = self.stores[block.label] + self.edits[block.label]
            shifted = [(start - block.start, end - block.start, new) for start, end, new in edits]
            parts += (self.named(block.label), ":\n", splice(self.state.text[block.start : block.end], shifted))
        parts.append("}\n")
        text = "".join(parts)
        lines = [f'$"{escape(self.name)}" = comdat any'] if self.name == self.own else []
        if f"@{_COPY}(" in entry and f"@{_COPY}(" not in self.plain:
            lines.append(f"declare void @{_COPY}(ptr, ptr, i32, i1)")
        return Continuation(self.name, text, tuple(lines), self.declaration(), tuple(copied), tuple(in_place))

    # -- names -------------------------------------------------------------------------------------------------------

    def named(self, token: str) -> str:
        """What a value or label of the function is called here."""
        return f"{self.prefix}n.{token}" if token.isdigit() else token

    def ours(self, token: str, kind: str = "v.") -> str:
        """A new name that goes with a value of the function. Each kind of new name has a letter of its own."""
        return f'"{self.prefix}{kind}{token[1:]}' if token[0] == '"' else f"{self.prefix}{kind}{token}"

    # -- slots -------------------------------------------------------------------------------------------------------

    def classify(self) -> tuple[dict[str, str], dict[str, str]]:
        """({slot that is copied: its alloca}, {slot used in place: attributes of the parameter})."""
        copied: dict[str, str] = {}
        in_place: dict[str, str] = {}
        live = {name for _, name in self.loop.values}
        for slot in self.loop.slots:
            alloca = self.state.slot_lines[slot]
            derived: set[str] = set()
            where = f"nonnull {_first(_ALIGN, alloca)}".rstrip()
            if not self.is_private(slot, derived) or derived & live:
                in_place[slot] = where  # somebody else may hold an address of it
                continue
            size = self.size_of(alloca)
            if not derived or size <= COPIED_BYTES:
                copied[slot] = alloca
            else:
                in_place[slot] = f"noalias {where}"
        return copied, in_place

    def size_of(self, alloca: str) -> int:
        """Bytes of a slot; a great number where it cannot be told."""
        index = self.state.index
        try:
            kind = parse_type(alloca[: type_end(alloca, 0)], index.type_body if index is not None else None)
            if _ODD_WIDTH.search(str(kind)):
                return 1 << 60
            return size_of(kind) * int(_first(_COUNT, alloca, "i32 1").split(" ")[1])
        except InvalidIR:
            return 1 << 60

    def is_private(self, name: str, derived: set[str]) -> bool:
        """Whether an address is used for nothing but plain loads and stores, and for addresses (`derived`) of which
        that is true too."""
        for line in self.lines_with.get(name, ()):
            match = _RESULT.match(line)
            result, operation = match.groups() if match is not None else ("", "")
            if result == name:
                continue
            names = _LOCAL.findall(line)
            if operation == "load":
                good = " = load volatile " not in line and " = load atomic " not in line
            elif operation == "getelementptr":
                good = names.count(name) == 1 and f", ptr %{name}" in line
                if good and result not in derived:
                    derived.add(result)
                    good = len(derived) < MAX_ADDRESSES and self.is_private(result, derived)
            elif line.startswith("  store "):
                good = not line.startswith(("  store volatile ", "  store atomic ")) and names.count(name) == 1
                good = good and _stores_to(line) == name
            else:
                good = _MEMORY.match(line) is not None
            if not good:
                return False
        return True

    # -- the entry ---------------------------------------------------------------------------------------------------

    def entry(self, copied: dict[str, str]) -> str:
        """The entry block: slots, what is copied into them, and the branch to the header."""
        allocas: list[str] = []
        copies: list[str] = []
        for slot, alloca in copied.items():
            here, there = f"%{self.named(slot)}", f"%{self.ours(slot)}"
            kind = alloca[: type_end(alloca, 0)]
            align = _first(_ALIGN, alloca)
            allocas.append(f"  {here} = alloca {alloca}\n")
            if _SIMPLE.fullmatch(kind) and not _COUNT.search(alloca):
                value, at = f"%{self.ours(slot, 'c.')}", f", {align}" if align else ""
                copies.append(f"  {value} = load {kind}, ptr {there}{at}\n  store {kind} {value}, ptr {here}{at}\n")
                continue
            size = f"ptrtoint (ptr getelementptr ({kind}, ptr null, {_first(_COUNT, alloca, 'i32 1')}) to i32)"
            align = f"{align} " if align else ""
            copies.append(f"  call void @{_COPY}(ptr {align}{here}, ptr {align}{there}, i32 {size}, i1 false)\n")
        for name, kind in self.twice.items():
            allocas.append(f"  %{self.ours(name, 'm.')} = alloca {kind}\n")
            copies.append(f"  store {kind} %{self.ours(name)}, ptr %{self.ours(name, 'm.')}\n")
        target = self.named(self.loop.block.label)
        return f"{self.prefix}entry:\n{''.join(allocas)}{''.join(copies)}  br label %{target}\n\n"

    def define(self, copied: dict[str, str], in_place: dict[str, str]) -> str:
        """`define ... @"f.osr.0"(...)`: the function's header with other parameters."""
        parameters = []
        for kind, name in self.loop.values:
            new = self.ours(name) if name in self.loop.phis or name in self.twice else self.named(name)
            parameters.append(f"{kind} %{new}")
        for slot in self.loop.slots:
            if slot in copied:
                parameters.append(f"ptr %{self.ours(slot)}")
            else:
                parameters.append(f"ptr {in_place[slot]} %{self.named(slot)}")
        header = self.state.header
        before, after = split_tail(_NOT_OURS.sub("", header.tail.removesuffix(" {")))
        before = GROUP.sub(self.true_attributes, _UNTRUE.sub("", before))
        words = " ".join((*header.result_attributes, header.result))
        linkage, group = ("dso_local", " comdat") if self.name == self.own else ("internal", "")
        return f'define {linkage} {words} @"{escape(self.name)}"({", ".join(parameters)}){before}{group}{after}'

    def true_attributes(self, match: re.Match[str]) -> str:
        """An attribute group; written out where something in it is not true of the continuation."""
        index = self.state.index
        offset = index.attributes.get(match.group(1)) if index is not None else None
        if index is None or offset is None:
            return match.group()
        line = index.line_at(offset)
        inside = line[line.index("{") + 1 : line.rindex("}")].rstrip()
        true = _UNTRUE.sub("", inside)
        if true == inside:
            return match.group()
        return _CPU.sub("", true)

    def declaration(self) -> str:
        """A declaration of the function itself, if the continuation names it."""
        index, header = self.state.index, self.state.header
        entity = index.entity(self.origin) if index is not None else None
        token = entity.token if entity is not None else token_of(self.origin)
        if token not in GLOBAL.findall(self.plain, self.state.flow.header_end):
            return ""
        kinds = [" ".join((kind, *attributes)) for kind, attributes, _ in header.parameters]
        kinds += ["..."] * header.varargs
        words = " ".join((*filter(None, (header.convention,)), *header.result_attributes, header.result))
        return f"declare dso_local {words} @{emitted(token)}({', '.join(kinds)})"

    # -- blocks ------------------------------------------------------------------------------------------------------

    def rewrite(self, block: Block) -> None:
        edits, stores = self.edits[block.label], self.stores[block.label]
        leaving = self.state.flow.after_phis(block) if block.label in self.exits else block.end
        if leaving < block.end:
            self.leave(block, leaving)
        for match in _INSTRUCTION.finditer(self.plain, block.start, leaving):
            start, end = match.span()
            found = _RESULT.match(self.plain, start)
            result, operation = found.groups() if found is not None else ("", "")
            store = ""
            if result in self.twice:
                store = f"  store {self.twice[result]} %{self.named(result)}, ptr %{self.ours(result, 'm.')}\n"
            if operation == "phi":
                edits.append((start, end, self.phi(block, start, end)))
            else:
                self.rename(edits, start, end, result)
            if store and operation in ("phi", "landingpad"):
                at = self.state.flow.after_phis(block)
                stores.append((at, at, store))
            elif store and operation == "invoke":
                self.after_invoke(block, match.group(), result, store)
            elif store:
                stores.append((end, end, store))

    def leave(self, block: Block, at: int) -> None:
        """Call the continuation of an outer loop instead of going on in its header, behind the phis."""
        edits = self.edits[block.label]
        number, loop = self.exits[block.label]
        arguments = []
        for kind, name in loop.values:
            again = name in self.twice and name not in loop.phis
            arguments.append(f"{kind} %{self.load(edits, at, name) if again else self.named(name)}")
        arguments += [f"ptr %{self.named(slot)}" for slot in loop.slots]
        header = self.state.header
        words = " ".join((*header.result_attributes, header.result))
        call = f'call {words} @"{escape(_outer_name(self.own, number))}"({", ".join(arguments)})'
        if header.result == "void":
            text = f"  {call}\n  ret void\n"
        else:
            result = f"%{self.prefix}r.{number}"
            text = f"  {result} = {call}\n  ret {header.result} {result}\n"
        edits.append((at, block.end, text + "\n"))

    def rename(self, edits: list[tuple[int, int, str]], start: int, end: int, result: str) -> None:
        """Give numbers names, and load what has two definitions."""
        state = self.state
        loaded: dict[str, str] = {}
        for match in _LOCAL.finditer(self.plain, start, end):
            token = match.group(1)
            if token in self.twice and match.start() != start + 2:
                if token not in loaded:
                    loaded[token] = self.load(edits, start, token)
                edits.append((*match.span(), f"%{loaded[token]}"))
            elif token.isdigit() and (token in state.home or token in state.number):
                edits.append((*match.span(), f"%{self.named(token)}"))

    def load(self, edits: list[tuple[int, int, str]], at: int, token: str) -> str:
        """Insert a load of a value with two definitions; the name of what it gives."""
        self.loads += 1
        name = f"{self.prefix}u.{self.loads}"
        edits.append((at, at, f"  %{name} = load {self.twice[token]}, ptr %{self.ours(token, 'm.')}\n"))
        return name

    def phi(self, block: Block, start: int, end: int) -> str:
        """A phi without what comes from blocks that are not here, and with what the header begins with."""
        line, text = self.plain[start : end - 1], self.state.text[start : end - 1]
        found = _RESULT.match(line)
        assert found is not None
        begin, stop = skip_to_type(line, line.index(" phi ") + 5)
        at = stop + 1
        incoming = []
        last = at
        for match in _INCOMING.finditer(line, at):
            last = match.end()
            value, source = text[slice(*match.span(1))], match.group(2)
            if source in self.edits and source not in self.exits:
                incoming.append(f"[ {self.incoming(value, source)}, %{self.named(source)} ]")
        if block is self.loop.block:
            incoming.append(f"[ %{self.ours(found.group(1))}, %{self.prefix}entry ]")
        head = line[:begin].replace(f"%{found.group(1)}", f"%{self.named(found.group(1))}", 1)
        return f"{head}{line[begin:at]}{', '.join(incoming)}{line[last:]}\n"

    def incoming(self, value: str, source: str) -> str:
        """A phi's operand; one with two definitions is loaded at the end of the block it comes from."""
        if value[:1] != "%":
            return value
        token = value[1:]
        if token not in self.twice:
            return f"%{self.named(token)}"
        block = self.state.blocks[self.state.number[source]]
        *_, last = _INSTRUCTION.finditer(self.plain, block.start, block.end)
        if last.group().startswith(f"  %{token} = "):  # an invoke's result is there only behind it
            return f"%{self.named(token)}"
        if (source, token) not in self.at_end:  # once, however many edges lead from that block
            self.at_end[source, token] = self.load(self.edits[source], last.start(), token)
        return f"%{self.at_end[source, token]}"

    def after_invoke(self, block: Block, text: str, result: str, store: str) -> None:
        """Store an invoke's result: where it is followed by a block of its own."""
        match = _NORMAL.search(text)
        normal = self.state.blocks[self.state.number[match.group(1)]] if match is not None else block
        before = [one for one in self.state.blocks if normal in one.successors]
        if before != [block]:
            raise InvalidIR(f"the result of an invoke (%{result}) lives across the loop's beginning")
        at = self.state.flow.after_phis(normal)
        self.stores[normal.label].append((at, at, store))


def _outer_name(own: str, outer: int) -> str:
    """The name of what an outer loop goes on in, for the continuation called `own`."""
    return f"{own}.{outer}"


def _first(pattern: re.Pattern[str], text: str, default: str = "") -> str:
    match = pattern.search(text)
    return default if match is None else match.group(1)


def _stores_to(line: str) -> str:
    """The name of the address that a `store` line writes to, '' for another form."""
    match = _STORE.search(line)
    return "" if match is None else match.group(1)
