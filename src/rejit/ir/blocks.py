"""A function's text seen as a control-flow graph: where its blocks lie and which follow which.

    define i32 @f(i32 %0) {           the entry block; its label is implied where the printer wrote none
      %2 = alloca i32, align 4
      br label %3

    3:                                ; preds = %3, %1
      %4 = phi i32 [ 0, %1 ], ...     phis first
      br i1 %5, label %3, label %6

The form is the printer's: a label in column 0, instructions indented, their continuation lines (`switch`, `invoke`,
`landingpad`) indented further. Positions are offsets into the text, so that an edit is a splice. Only two things are
searched for, labels and `label %x`, which is what makes it cheap enough for every function of a program.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from rejit.errors import InvalidIR

TOKEN = r'(?:"[^"\n]*"|[-a-zA-Z$._0-9]+)'

_LABEL = re.compile(rf"\n({TOKEN}):[^\n]*")
_SAID = re.compile(rf"\n({TOKEN}):([^\n]*)")
_EDGE = re.compile(rf"label %({TOKEN})")
_STRING = re.compile(r';[^\n]*|([@%$]"[^"\n]*")|"[^"\n]*"(:?)')
_LEADS = re.compile(rf"(?:  (?:%{TOKEN} = (phi) [^\n]*|(?:tail )?call void @llvm\.dbg\.[^\n]*)| *|    #dbg_[^\n]*)\n")
_PAD = re.compile(rf"  %{TOKEN} = landingpad [^\n]*\n(?:   +(?:catch|filter|cleanup)[^\n]*\n)*")


class Block:
    """One block. `label` is '' for an entry block without one; `start` is where its first line of code begins."""

    __slots__ = ("end", "label", "start", "successors")

    def __init__(self, label: str, start: int) -> None:
        self.label = label
        self.start = start
        self.end = 0
        self.successors: list[Block] = []

    def __repr__(self) -> str:
        return f"<Block {self.label or 'entry'}>"


class Flow:
    """The blocks of one `define`. Raises InvalidIR where a branch leads to a label that is not there."""

    def __init__(self, define: str) -> None:
        self.text = define
        self.header_end = define.find("\n")
        if define[self.header_end - 2 : self.header_end] != " {":
            raise InvalidIR(f"no function's header: {define[:80]!r}")
        self.plain = shadow(define)
        self.end = self.plain.rfind("\n}") + 1
        self._blocks: list[Block] = []
        self._linked = False
        self._headers: list[Block] | None = None

    def entry(self) -> Block:
        """The entry block, not linked."""
        if self._blocks:
            return self._blocks[0]
        first = _LABEL.search(self.plain, self.header_end)
        if first is None or first.start() != self.header_end:
            block = Block("", self.header_end + 1)
            block.end = self.end if first is None else first.start() + 1
            return block
        block = Block(first.group(1), first.end() + 1)
        second = _LABEL.search(self.plain, block.start - 1)
        block.end = self.end if second is None else second.start() + 1
        return block

    def blocks(self) -> list[Block]:
        """All blocks in the order of the text, not linked."""
        if not self._blocks:
            matches = list(_LABEL.finditer(self.plain, self.header_end))
            blocks = self._blocks
            if not matches or matches[0].start() != self.header_end:
                blocks.append(Block("", self.header_end + 1))
            for match in matches:
                if blocks:
                    blocks[-1].end = match.start() + 1
                blocks.append(Block(match.group(1), match.end() + 1))
            blocks[-1].end = self.end
        return self._blocks

    def headers(self) -> list[Block]:
        """Blocks to which a branch leads up the text, in its order: every cycle has one.

        The printer says what leads to each block. Where it was not asked, a depth-first walk finds blocks to come back
        to, at ten times the cost."""
        if self._headers is None:
            found = led_back_to(self.text)
            self._headers = self._find_headers() if found is None else [b for b in self.blocks() if b.label in found]
        return self._headers

    def _find_headers(self) -> list[Block]:
        plain = self.plain
        if "label %" not in plain:
            return []
        starts = {block.label: block.start for block in self.blocks()}
        edges = _EDGE.finditer(plain, self.header_end)
        if not any(starts.get(match.group(1), 0) <= match.start() for match in edges):
            return []
        found: set[str] = set()
        done: set[str] = set()
        entry = self.link()[0]
        path = {entry.label}
        stack = [(entry.label, iter(entry.successors))]
        while stack:
            label, following = stack[-1]
            for successor in following:
                after = successor.label
                if after in path:
                    found.add(after)
                elif after not in done:
                    path.add(after)
                    stack.append((after, iter(successor.successors)))
                    break
            else:
                stack.pop()
                path.discard(label)
                done.add(label)
        return [block for block in self._blocks if block.label in found]

    def link(self) -> list[Block]:
        """All blocks, with `successors` filled in: each once, in the order of the text."""
        blocks = self.blocks()
        if not self._linked:
            by_label = {block.label: block for block in blocks}
            ends = [block.end for block in blocks]
            for match in _EDGE.finditer(self.plain, self.header_end):
                following = by_label.get(match.group(1))
                if following is None:
                    raise InvalidIR(f"a branch to %{match.group(1)}, which is no block of the function")
                block = blocks[bisect_right(ends, match.start())]
                if following not in block.successors:
                    block.successors.append(following)
            self._linked = True
        return blocks

    def after_phis(self, block: Block) -> int:
        """Where the first line after the block's phis (and its landing pad) begins."""
        at = last = block.start
        while at < block.end:
            match = _LEADS.match(self.plain, at)
            if match is None:
                break
            at = match.end()
            if match.group(1):
                last = at
        pad = _PAD.match(self.plain, at)
        return last if pad is None else pad.end()


def led_back_to(define: str) -> frozenset[str] | None:
    """The labels of blocks that follow on themselves or on later ones, by what LLVM's printer says of each block's
    predecessors; None where it says nothing."""
    found = _SAID.findall(define)
    ahead = {"%" + label for label, _ in found}  # this block and those behind it
    labels = set()
    for label, comment in found:
        said = comment.find("; preds = ")
        if said < 0:
            if "; No predecessors!" not in comment:
                return None
        else:
            for name in comment[said + 10 :].split(", "):
                if name in ahead:
                    labels.add(label)
                    break
        ahead.discard("%" + label)
    return frozenset(labels)


def shadow(text: str) -> str:
    """The text with comments and strings blanked, character for character. Names in quotes stay."""
    comments = text.count(";")
    if '"' not in text and comments == text.count("; preds = ") + text.count("; No predecessors!"):
        return text

    def blank(match: re.Match[str]) -> str:
        found = match.group()
        if found[0] == ";" or (match.group(1) is None and not match.group(2)):
            return " " * len(found)
        if "label %" in found or ";" in found:
            raise InvalidIR(f"a name that looks like code: {found}")
        return found

    return _STRING.sub(blank, text)
