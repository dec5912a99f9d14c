"""The hot trigger: a function's text with counters of its calls and of the turns of its loops.

    define i32 @f(i32 %0) {
      %2 = alloca i32                        static allocas stay in the entry block, ...
      store i32 %0, ptr %2                   ... and so do stores of arguments: their registers need not live on
      %rejit.budget = alloca i32             turns left until the next tick; one an activation, so threads do not meet
      calls -= 1; if calls < 0: rejit.hot    `calls` and `stride` are words of the record @"rejit.hot.1:f"
      budget = stride & (calls | ~255)       activations of few turns have a tick now and then: calls count down
    rejit.body:
      br label %3
    3:                                       a loop's header: after its phis
      %4 = phi i32 ...
      budget -= 1; if budget < 0: rejit.l0
    rejit.h0:
      ...
    rejit.hot:                               the cold blocks stand last
      %p = call ptr @jit_recompile_hot(ptr record)
      if %p: return %p(same arguments)
    rejit.l0:
      call ptr @jit_loop_hot(ptr record, i32 0, ptr budget)     it stores `stride` into the budget
      goto rejit.h0

The record (24 + 8 * L bytes, L loops; the runtime lays it out):

     0 i32 calls     8 i32 stride    16 i64 id
     4 i32 loops    12 i32 unused    24 ptr[L] continuations of the loops

A trigger stands in the header, not at the branches back: the header is one place where a loop has many `continue`s,
what the branch is (`invoke`, `switch`, `indirectbr`) does not matter, a header's predecessors do not change, and its
phis hold the state of the loop there. So a loop is counted once more than it turns back: on entry.
The budget is filled anew by `jit_loop_hot`, not here: two instructions a loop are 2 % of tier 0's compile time.

Nothing is renumbered: LLVM numbers values without a name, and all that is added here has one. No line is added either,
since line breaks mean nothing in IR: an error in line n is still the user's line n (`ir/locate.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rejit.errors import InvalidIR
from rejit.ir.blocks import TOKEN, Block, Flow
from rejit.ir.index import ModuleIndex
from rejit.ir.live import Loop, State
from rejit.ir.names import escape
from rejit.ir.parameters import Header, parse_header

RECORD_SIZE = 24  # bytes before the continuations
RECOMPILE_HOT = "declare ptr @jit_recompile_hot(ptr)"
LOOP_HOT = "declare ptr @jit_loop_hot(ptr, i32, ptr)"

# Conventions under which a call of a C function is an ordinary call.
_CONVENTIONS = frozenset(
    (
        "ccc",
        "coldcc",
        "fastcc",
        "preserve_allcc",
        "preserve_mostcc",
        "preserve_nonecc",
        "swiftcc",
        "swifttailcc",
        "tailcc",
        "win64cc",
        "x86_64_sysvcc",
        "x86_regcallcc",
        "x86_vectorcallcc",
    )
)
_CONVENTION = re.compile(r"[a-z0-9_]*cc\d*|[a-z]+_(?:kernel|device|func)")
_GROUP = re.compile(r" #(\d+)")
_NAMES_AND_STRINGS = re.compile(r'[@%$]?"[^"]*"|[@%$][-a-zA-Z$._0-9]+')
_WORDS = re.compile(r"[a-z][a-z0-9_]*")
_PHI = re.compile(rf"\n  %{TOKEN} = phi ([^\n]*)")
_INCOMING = re.compile(rf", %({TOKEN}) \]")
_ALLOCA = re.compile(rf"  (%{TOKEN}) = alloca (?!inalloca )[^\n]*\n")
_ALLOCAS = re.compile(rf"(?:  %{TOKEN} = alloca (?!inalloca )[^\n]*\n|\n|    #dbg_[^\n]*\n)*")
_SLOT = re.compile(rf"  (%{TOKEN}) = alloca ")
_DYNAMIC = re.compile(r", i\d+ [^\d}]")  # a count that is no number
_ARGUMENT = re.compile(rf"  store (?!volatile |atomic )[^\n]*?(%{TOKEN}), ptr (%{TOKEN})(?:, [^\n]*)?\n")
_NOTHING = re.compile(r"(?: *|    #dbg_[^\n]*|  (?:tail )?call void @llvm\.dbg\.[^\n]*)\n")
_LIFETIME = re.compile(r"\n  call void @llvm\.lifetime\.[^\n]*")
_FAST = re.compile(
    rf"\n  %{TOKEN} = (?:(?:tail|notail|musttail) )?[a-z]+ (?:nneg )?"
    r"(?:fast|reassoc|nnan|ninf|nsz|arcp|contract|afn) "
)
_FAST_WORDS = (" fast ", " reassoc ", " nnan ", " ninf ", " nsz ", " arcp ", " contract ", " afn ")
_FAST_ATTRIBUTE = re.compile(r'"(?:unsafe-fp-math|no-nans-fp-math|no-infs-fp-math|no-signed-zeros-fp-math'
                             r'|approx-func-fp-math)"="true"')  # fmt: skip

Wanted = Callable[[str], tuple[bool, bool]]


class Instrumented:
    """A function with triggers.

    text: the new define. lines: what the module needs beside it. loops: how many loops have a trigger; they are
    numbered in the order of the text. entry: whether calls are counted. redirect: whether the activation that finds
    itself hot goes on in the better body at once. refused: what has no trigger ("calls", "redirect" or a loop's label)
    and why.
    """

    __slots__ = ("entry", "lines", "loops", "redirect", "refused", "text")

    def __init__(
        self,
        text: str,
        lines: tuple[str, ...] = (),
        loops: int = 0,
        entry: bool = False,
        redirect: bool = False,
        refused: dict[str, str] | None = None,
    ) -> None:
        self.text = text
        self.lines = lines
        self.loops = loops
        self.entry = entry
        self.redirect = redirect
        self.refused = {} if refused is None else refused


def record_name(name: str, loops: int) -> str:
    """The ELF name of a function's record."""
    return f"rejit.hot.{loops}:{name}"


def instrument(
    name: str,
    define: str,
    *,
    loops: bool = True,
    redirect: bool = True,
    osr: bool = False,
    index: ModuleIndex | None = None,
    wanted: Wanted | None = None,
) -> Instrumented:
    """Count the calls and the loop turns of the function whose ELF name is `name` and whose text is `define`.

    `define` is as `rejit.ir.partition` emits it; `index` is where its attribute groups are looked up. With
    redirect=False the trigger's answer is not asked for: the next call is soon enough, and the code is smaller.
    osr=True lets a loop's trigger answer with a continuation (`ir/osr.py`), in which the activation goes on.
    wanted(define) says (calls, loops) of a function; where it says no, nothing is counted.

    Never raises for valid IR: what cannot be instrumented comes back as it is, with the reason in `refused`.
    """
    entry, turns = (True, loops) if wanted is None else wanted(define)
    turns = turns and loops
    if not (entry or turns):
        return Instrumented(define)
    words = attribute_words(define, index)
    reason = _refusal(define, words)
    if reason:
        return Instrumented(define, refused={"calls": reason})
    if "@llvm.lifetime." in define and "presplitcoroutine" not in words:
        define = _LIFETIME.sub("\n", define)  # -O0 has no use for them, and they are a twentieth of its work
    try:
        work = _Work(name, define, words, redirect)
        if entry and (named := work.with_names(index)) is not define:
            work = _Work(name, named, words, redirect)
        if osr and turns:
            work.find_state(index)
        return work.run(entry, turns)
    except InvalidIR as error:
        return Instrumented(define, refused={"calls": str(error)})


def value_changing(define: str, index: ModuleIndex | None = None) -> bool:
    """Whether fast-math flags let the function's results change with the optimisation level."""
    if any(word in define for word in _FAST_WORDS) and _FAST.search(define) is not None:
        return True
    header = define[: define.find("\n")]
    return _FAST_ATTRIBUTE.search(header + _group_text(header, index)) is not None


def _group_text(header: str, index: ModuleIndex | None) -> str:
    if index is None or "#" not in header:
        return ""
    offsets = (index.attributes.get(number) for number in _GROUP.findall(header))
    return " ".join(index.line_at(offset) for offset in offsets if offset is not None)


def attribute_words(define: str, index: ModuleIndex | None) -> frozenset[str]:
    """The words of the header and of its attribute groups; names and strings are left out."""
    header = define[: define.find("\n")]
    words = frozenset(_WORDS.findall(_NAMES_AND_STRINGS.sub("", header)))
    if index is None:
        return words
    cache = index.caches.setdefault("attribute words", {})
    for number in _GROUP.findall(header):
        known = cache.get(number)
        if known is None:
            bare = _NAMES_AND_STRINGS.sub("", _group_text(f" #{number}", index))
            known = cache[number] = frozenset(_WORDS.findall(bare))
        words |= known
    return words


def _refusal(define: str, words: frozenset[str]) -> str:
    """Why nothing may be added to a function; '' if something may."""
    for word, reason in (
        ("naked", "naked: it has no frame"),
        ("alwaysinline", "it is inlined everywhere"),
        ("available_externally", "a copy of another module's function"),
        ("prefix", "prefix data"),
        ("prologue", "prologue data"),
        ("gc", "a garbage collector's strategy"),
    ):
        if word in words:
            return reason
    odd = [word for word in words if _CONVENTION.fullmatch(word) and word not in _CONVENTIONS]
    if odd:
        return f"calling convention {min(odd)}"
    if "@llvm.localescape" in define:
        return "llvm.localescape"
    if "@llvm.experimental.convergence." in define:
        return "convergence control"
    return ""


class _Work:
    """One function being instrumented: a list of splices."""

    def __init__(self, name: str, define: str, words: frozenset[str], redirect: bool) -> None:
        self.name = name
        self.define = define
        self.words = words
        self.redirect = redirect
        self.flow = Flow(define)
        self.prefix = _free_prefix(define)
        self.refused: dict[str, str] = {}
        self.edits: list[tuple[int, int, str]] = []
        self.cold: list[str] = []
        self.moved: dict[str, str] = {}  # label of a block that was cut in two -> label of its second half
        self.record = ""
        self.state: State | None = None
        self.shared: list[str] = []  # what the loops with one list of live state bring to it
        self.at, self.spilled = self.leading()

    def run(self, entry: bool, turns: bool) -> Instrumented:
        headers = self.loop_headers() if turns else []
        if not entry and not headers:
            return Instrumented(self.define, refused=self.refused)
        self.record = f'@"{escape(record_name(self.name, len(headers)))}"'
        redirected = self.at_entry(entry, bool(headers))
        for number, block in enumerate(headers):
            self.at_header(number, block)
        self.leave_together()
        self.rename_incoming()
        lines = [f"{self.record} = external dso_local global [{RECORD_SIZE + 8 * len(headers)} x i8], align 16"]
        if entry:
            lines.append(RECOMPILE_HOT)
        if headers:
            lines.append(LOOP_HOT)
        return Instrumented(self.spliced(), tuple(lines), len(headers), entry, redirected, self.refused)

    def find_state(self, index: ModuleIndex | None) -> None:
        try:
            self.state = State(self.define, self.words, index, self.flow)
        except InvalidIR as error:
            self.refused["continuations"] = str(error)

    def loop_headers(self) -> list[Block]:
        """The loops to count."""
        flow = self.flow
        found = flow.headers()
        if not found:
            return []
        if "presplitcoroutine" in self.words:
            self.refused["loops"] = "a coroutine: its frame is made by LLVM later"
            return []
        if "catchpad " in flow.plain or "cleanuppad " in flow.plain:
            self.refused["loops"] = "funclets"
            return []
        return found

    # -- the entry -----------------------------------------------------------------------------------------------

    def at_entry(self, counted: bool, budget: bool) -> bool:
        """Insert after the leading allocas. Whether the activation itself can change to the better body."""
        p, record = self.prefix, self.record
        at = self.at
        code = self.hoisted() if counted else ""
        if budget:
            code += (
                f"%{p}budget = alloca i32, align 4 "
                f"%{p}stride = load i32, ptr getelementptr inbounds (i8, ptr {record}, i64 8), align 8 "
                f"%{p}left = load i32, ptr {record}, align 16 %{p}phase = or i32 %{p}left, -256 "
                f"%{p}first = and i32 %{p}stride, %{p}phase store i32 %{p}first, ptr %{p}budget, align 4 "
            )
        redirected = False
        if counted:
            code += (
                f"%{p}calls = load i32, ptr {record}, align 16 %{p}less = add i32 %{p}calls, -1 "
                f"store i32 %{p}less, ptr {record}, align 16 %{p}is = icmp slt i32 %{p}less, 0 "
                f"br i1 %{p}is, label %{p}hot, label %{p}body {p}body: "
            )
            if " = phi " in self.flow.plain:
                self.moved[self.entry_label()] = f"{p}body"
            call = f"call ptr @jit_recompile_hot(ptr {record})"
            onward = self.redirection(self.spilled) if self.redirect else ""
            redirected = bool(onward)
            self.cold.append(f"{p}hot: %{p}better = {call} {onward or f'br label %{p}body'}")
        self.edits.append((at, at, code))
        return redirected

    def header(self) -> Header:
        return parse_header(self.define[: self.flow.header_end])

    def entry_label(self) -> str:
        """The entry block's name; without one it has the number after the unnamed parameters'."""
        return self.flow.entry().label or str(sum(name.isdigit() for name in self.header().names))

    def leading(self) -> tuple[int, dict[str, str]]:
        """(the end of the entry block's first allocas and stores of arguments into them, value -> its slot)."""
        text = self.flow.plain
        at = self.flow.entry().start
        run = _ALLOCAS.match(text, at)  # a dynamic one may as well come first: its size is known
        assert run is not None  # it may be empty
        slots = frozenset(_SLOT.findall(run.group()))
        held: dict[str, str] = {}  # slot -> what it holds
        at = end = run.end()
        while True:
            match = _ARGUMENT.match(text, at)
            if match is not None and match.group(2) in slots:
                held[match.group(2)] = match.group(1)
                at = end = match.end()
                continue
            match = _NOTHING.match(text, at)
            if match is None:
                return end, {value: slot for slot, value in held.items()}
            at = match.end()

    def late_allocas(self) -> list[re.Match[str]]:
        """Static allocas of the entry block behind the leading ones: behind a branch they would be dynamic."""
        text, stop = self.flow.plain, self.flow.entry().end
        found = []
        where = text.find(" = alloca ", self.at, stop)
        while where >= 0:
            match = _ALLOCA.match(text, text.rfind("\n", 0, where) + 1)
            if match is not None and not _DYNAMIC.search(match.group()):
                found.append(match)
            where = text.find(" = alloca ", where + 1, stop)
        return found

    def hoisted(self) -> str:
        found = ""
        for match in self.late_allocas():
            start, end = match.start(), match.end() - 1
            found += self.define[start:end].strip() + " "
            self.edits.append((start, end, ""))
        return found

    def with_names(self, index: ModuleIndex | None) -> str:
        """The text with names for the numbered allocas that will be hoisted: numbers must ascend."""
        numbers = [number for match in self.late_allocas() if (number := match.group(1)[1:]).isdigit()]
        if not numbers:
            return self.define
        if index is not None and not index.types.keys().isdisjoint(numbers):
            raise InvalidIR("a type has the number of a late alloca")
        rename = re.compile(rf"%({'|'.join(numbers)})(?![-a-zA-Z$._0-9])")
        edits = [(m.start(), m.end(), f"%{self.prefix}s{m.group(1)}") for m in rename.finditer(self.flow.plain)]
        return splice(self.define, edits)

    def redirection(self, spilled: dict[str, str]) -> str:
        """The cold block's end that goes on in the better body; '' (and the reason) where none can.

        An ordinary call, whose frame stays below. A `musttail` goes through the slow selector at -O0, which alone costs
        an eighth of tier 0; and for `...`, which only it could forward, LLVM saves every vector register at each call
        and, in LLVM 22 at -O3, writes them over the return address.
        """
        header = self.header()
        reason = header.redirect_refusal() or ("a coroutine" if "presplitcoroutine" in self.words else "")
        if reason:
            self.refused["redirect"] = reason
            return ""
        p = self.prefix
        loads = ""
        arguments = []
        for number, (kind, attributes, token) in enumerate(header.parameters):
            slot = spilled.get(f"%{token}")
            value = f"%{token}"
            if slot is not None:  # at -O0 a register that lives on costs a store in every call
                value = f"%{p}a{number}"
                loads += f"{value} = load {kind}, ptr {slot} "
            arguments.append(" ".join((kind, *attributes, value)))
        words = " ".join((*filter(None, (header.convention,)), *header.result_attributes, header.result))
        result, end = f"%{p}result = ", f"ret {header.result} %{p}result"
        if header.result == "void":
            result, end = "", "ret void"
        return (
            f"%{p}none = icmp eq ptr %{p}better, null br i1 %{p}none, label %{p}body, label %{p}go {p}go: {loads}"
            f"{result}call {words} %{p}better({', '.join(arguments)}) {end}"
        )

    # -- loops ---------------------------------------------------------------------------------------------------

    def at_header(self, number: int, block: Block) -> None:
        p = self.prefix
        at = self.flow.after_phis(block)
        code = (
            f"%{p}b{number} = load i32, ptr %{p}budget, align 4 %{p}d{number} = add i32 %{p}b{number}, -1 "
            f"store i32 %{p}d{number}, ptr %{p}budget, align 4 %{p}e{number} = icmp slt i32 %{p}d{number}, 0 "
            f"br i1 %{p}e{number}, label %{p}l{number}, label %{p}h{number} {p}h{number}: "
        )
        self.edits.append((at, at, code))
        self.moved[block.label] = f"{p}h{number}"
        call = f"%{p}c{number} = call ptr @jit_loop_hot(ptr {self.record}, i32 {number}, ptr %{p}budget)"
        self.cold.append(f"{p}l{number}: {call} {self.leave(number) or f'br label %{p}h{number}'}")

    def leave(self, number: int) -> str:
        """What follows the trigger's answer in a loop that a continuation can take over; '' in others."""
        if self.state is None:
            return ""
        p, loop = self.prefix, self.state.loops[number]
        if loop.refused:
            self.refused[loop.block.label] = loop.refused
            return ""
        test = f"%{p}n{number} = icmp eq ptr %{p}c{number}, null br i1 %{p}n{number}, label %{p}h{number}, label "
        if loop.shared:
            self.shared.append(f"[ %{p}c{number}, %{p}l{number} ]")
            return f"{test}%{p}o"
        return f"{test}%{p}o{number} {p}o{number}: {self.call_continuation(loop, f'c{number}')}"

    def leave_together(self) -> None:
        """One call for all loops that have one list of live state."""
        if self.shared and self.state is not None:
            p = self.prefix
            loop = next(loop for loop in self.state.loops if loop.shared)
            self.cold.append(f"{p}o: %{p}c = phi ptr {', '.join(self.shared)} {self.call_continuation(loop, 'c')}")

    def call_continuation(self, loop: Loop, target: str) -> str:
        p = self.prefix
        header = self.header()
        arguments = [f"{kind} %{name}" for kind, name in loop.values] + [f"ptr %{slot}" for slot in loop.slots]
        words = " ".join((*header.result_attributes, header.result))
        call = f"call {words} %{p}{target}({', '.join(arguments)})"
        if header.result == "void":
            return f"{call} ret void"
        result = f"{target}r"
        return f"%{p}{result} = {call} ret {header.result} %{p}{result}"

    # -- the text ------------------------------------------------------------------------------------------------

    def rename_incoming(self) -> None:
        """Phis name the block that branches to them: where it was cut in two, its second half."""
        if " = phi " not in self.flow.plain:
            return
        moved = self.moved

        def rename(match: re.Match[str]) -> str:
            label = moved.get(match.group(1))
            return match.group() if label is None else f", %{label} ]"

        for match in _PHI.finditer(self.flow.plain):
            start, end = match.span(1)
            old = self.define[start:end]
            new = _INCOMING.sub(rename, old)
            if new != old:
                self.edits.append((start, end, new))

    def spliced(self) -> str:
        end = self.flow.plain.rfind("\n}")
        last = self.define[self.define.rfind("\n", 0, end) + 1 : end]
        self.edits.append((end, end, ("\n" if ";" in last else " ") + " ".join(self.cold)))
        return splice(self.define, self.edits)


def splice(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with each [start, end) replaced. Edits at one place keep their order."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += (text[done:start], new)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _free_prefix(define: str) -> str:
    """What our names begin with: nothing else in the function does."""
    prefix, number = "rejit.", 0
    while prefix in define:
        number += 1
        prefix = f"rejit{number}."
    return prefix
