"""From notes to what is told: spans and marks on rows of a timeline, memory over time, one line for each function.

Times are milliseconds since the session was made.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from rejit.tiering import NEVER
from rejit.tiers import budget_after

MOST_SPANS = 20_000  # on the timeline; of more the longest are kept


class Span(NamedTuple):
    row: str
    start: float
    end: float
    name: str
    kind: str  # index, callback, compile, recompile, reclaim
    detail: str
    function: int  # its place among the functions; -1: none, or several


class Mark(NamedTuple):
    row: str
    time: float
    name: str
    kind: str  # start, hot, redirected, continued, patched, failed, retired
    detail: str
    function: int


@dataclass(slots=True)
class Body:
    """One compiled version of a function, or the continuation of one of its loops."""

    time: float  # when it was linked
    level: int
    loop: int  # the loop it continues; -1: it is the function's
    size: int  # bytes of machine code, constants and unwind tables included
    compile: float  # milliseconds: its share of the compile it came from; 0: it came from the cache
    piece: tuple[Any, ...]


@dataclass(slots=True)
class Function:
    """One defined function of a module."""

    module: int
    key: str  # its name in the index, where a character is a byte
    name: str
    lines: int = 0  # of IR; 0 where it was not linked
    calls: int = -1  # that were counted; -1: none were
    exact: bool = True  # whether it was called no more often than that
    turns: int = 0  # of its loops, about
    bodies: list[Body] = field(default_factory=list)
    hot: bool = False
    why: str = ""

    @property
    def level(self) -> int:
        """Of the body that runs; -1: none."""
        return next((body.level for body in reversed(self.bodies) if body.loop < 0), -1)

    @property
    def size(self) -> int:
        """Of the bodies in use: its present one, and the continuations of its loops."""
        present = [body for body in self.bodies if body.loop < 0][-1:]
        return sum(body.size for body in (*present, *(body for body in self.bodies if body.loop >= 0)))

    @property
    def history(self) -> str:
        return ", ".join(
            f"tier {body.level} at {body.time:.1f} ms" if body.loop < 0 else f"loop {body.loop} at {body.time:.1f} ms"
            for body in self.bodies
        )


class Story:
    """All that both files tell. `notes` is what `Recording.notes` gave."""

    def __init__(self, notes: dict[str, Any]) -> None:
        self.notes = notes
        self.begin: int = notes["begin"]
        self.end = self.ms(notes["end"])
        self.first = self.ms(notes["first"]) if notes["first"] else 0.0
        self.figures: dict[str, Any] = notes["figures"]
        self.modules = _labels({number: _shown(name) for number, (name, _) in notes["modules"].items()})
        self.functions = [
            Function(number, key, _shown(key))
            for number, (name, functions) in notes["modules"].items()
            if name != "rejit support"
            for key in functions
        ]
        self.places = {(function.module, function.key): at for at, function in enumerate(self.functions)}
        self.texts: dict[tuple[int, str], str] = notes["texts"]
        for key, text in self.texts.items():
            if key in self.places:
                self.functions[self.places[key]].lines = text.count("\n")
        self._costs: dict[tuple[int, str, int, int], float] = {}
        self.left_out = 0  # spans
        self._workers: dict[int, str] = {}
        self._threads = {notes["pid"]: "main thread"}
        spans = [*self._indexing(), *self._compiles(), *self._callbacks(), *self._reclaims()]
        self.spans = self._longest(spans)
        self._link()
        self._count()
        self.marks = list(self._marks())
        self.memory = list(self._memory())
        self._explain()

    def ms(self, time: int) -> float:
        return round((time - self.begin) / 1e6, 4)

    @property
    def rows(self) -> list[str]:
        """From top to bottom."""
        return ["indexing", *self._threads.values(), *self._workers.values(), "events", "reclaims"]

    # -- spans and marks ----------------------------------------------------------------------------------------------

    def _indexing(self) -> Iterable[Span]:
        for number, start, end in self.notes["indexing"]:
            name = self.modules[number]
            many = len(self.notes["modules"][number][1])
            yield Span("indexing", self.ms(start), self.ms(end), f"index {name}", "index", f"{many:,} functions", -1)

    def _compiles(self) -> Iterable[Span]:
        first = min(self.notes["levels"])
        for end, number, level, loop, names, times in self.notes["compiles"]:
            sliced, compiled, split, hits, _, start, pid = times
            spent = sliced + compiled + split
            if not self.begin <= start <= end:  # an Executor's machine has another clock
                start = max(self.begin, end - spent)
            place, weights = self._at(number, names), [len(self.texts.get((number, name), "x" * 400)) for name in names]
            for name, weight in zip(names, weights, strict=True):
                self._costs[number, name, level, loop] = spent / 1e6 * weight / sum(weights)
            if not names:
                label = "variables"
            else:
                label = _shown(names[0]) + (f" and {len(names) - 1} more" if len(names) > 1 else "")
                label += f", loop {loop}" if loop >= 0 else ""
            detail = f"tier {level}; slice {sliced / 1e6:.2f}, LLVM {compiled / 1e6:.2f}, split {split / 1e6:.2f} ms"
            detail += f"; {hits} from the cache" if hits else ""
            kind = "recompile" if level != first or loop >= 0 else "compile"
            if hits and hits == len(names):
                kind = "cached"
            yield Span(self._worker(pid), self.ms(start), self.ms(start + spent), label, kind, detail, place)

    def _callbacks(self) -> Iterable[Span]:
        for thread, number, name, start, whole, waited in self.notes["callbacks"]:
            row = self._threads.setdefault(thread, f"thread {len(self._threads) + 1}")
            detail = f"{whole / 1000:,.0f} us, of these {waited / 1000:,.0f} waiting for the compiler"
            place = self._at(number, (name,))
            yield Span(row, self.ms(start), self.ms(start + whole), _shown(name), "callback", detail, place)

    def _reclaims(self) -> Iterable[Span]:
        for end, event, what, size, start in self.notes["reclaiming"]:
            if event == "reclaimed":
                detail = f"{what}, {size:,} bytes freed"
                yield Span("reclaims", self.ms(start), self.ms(end), "search and free", "reclaim", detail, -1)

    def _marks(self) -> Iterable[Mark]:
        if self.first:
            yield Mark("events", self.first, "the program's first instruction", "start", "", -1)
        for time, event, number, name, detail in self.notes["events"]:
            if event != "compiled":
                place = self._at(number, (name,))
                yield Mark("events", self.ms(time), _shown(name), event, _said(event, detail), place)
        for time, event, what, size, _ in self.notes["reclaiming"]:
            if event == "retired":
                yield Mark("reclaims", self.ms(time), _shown(what), "retired", f"{size:,} bytes", -1)

    def _longest(self, spans: list[Span]) -> list[Span]:
        self.left_out = max(0, len(spans) - MOST_SPANS)
        if self.left_out:
            spans = sorted(spans, key=lambda span: span.start - span.end)[:MOST_SPANS]
        return sorted(spans, key=lambda span: span.start)

    def _at(self, number: int, names: tuple[str, ...]) -> int:
        return self.places.get((number, names[0]), -1) if len(names) == 1 else -1

    def _worker(self, pid: int) -> str:
        if pid == self.notes["pid"]:
            return self._workers.setdefault(pid, "compiling here")
        count = len([row for row in self._workers.values() if row.startswith("worker")])
        return self._workers.setdefault(pid, f"worker {count + 1}")

    # -- functions ----------------------------------------------------------------------------------------------------

    def _link(self) -> None:
        for end, number, names, level, loop, piece, size, _ in self.notes["links"]:
            for name in names or ([piece[5][0][0].partition(".osr.")[0]] if loop >= 0 else ()):
                place = self.places.get((number, name), -1)
                if place >= 0:
                    cost = self._costs.pop((number, name, level, loop), 0.0)
                    self.functions[place].bodies.append(Body(self.ms(end), level, loop, size, cost, piece))

    def _count(self) -> None:
        """How often functions were called: what is left of their budgets tells. After the first event budgets are
        larger, and a body of the last tier counts nothing."""
        calls, turns, stride = self.notes["thresholds"]
        for _, event, number, name, _ in self.notes["events"]:
            place = self.places.get((number, name), -1)
            if event == "hot" and place >= 0:
                self.functions[place].hot = True
        for key, (entries, ticks) in self.notes["budgets"].items():
            place = self.places.get(key, -1)
            if place < 0:
                continue
            function = self.functions[place]
            function.exact = not function.hot and entries < calls
            if self.notes["mode"] == "sync" and not function.exact:  # calls or loops: the event has filled both budgets
                function.calls = 1 + NEVER - entries
                continue
            turned = ticks != turns // stride - 1
            function.calls = calls - 1 - entries
            if entries >= calls or (function.hot and not turned):  # an event of its calls has filled the budget anew
                function.calls = calls + budget_after(calls) - entries
            if turned:
                function.turns = turns if ticks >= turns // stride else turns - (ticks + 1) * stride

    def _explain(self) -> None:
        """Why each function is not hotter."""
        last = max(self.notes["levels"])
        calls, turns, _ = self.notes["thresholds"]
        whys = self.notes["whys"]
        for function in self.functions:
            level = function.level
            if level < 0:
                function.why = "never called"
            elif whys.get(function.key):
                function.why = _shown(whys[function.key]).strip().splitlines()[0]
            elif self.notes["mode"] == "off":
                function.why = "recompiling is off"
            elif level == last:
                function.why = ""
            elif function.hot:
                function.why = "hot, and not compiled again before the end"
            elif function.calls < 0:
                function.why = "its calls are not counted"
            else:
                function.why = f"{function.calls:,} of {calls:,} calls, {function.turns:,} of {turns:,} turns"

    # -- memory -------------------------------------------------------------------------------------------------------

    def _memory(self) -> Iterable[tuple[float, int, int, int, int]]:
        """(time, bytes of code in use, in quarantine, of data, resident) at each change."""
        changes: list[tuple[int, str, int, int]] = [
            (end, "code", size, 0) for end, _, _, _, _, _, size, _ in self.notes["links"]
        ]
        changes += [(time, event, size, 0) for time, event, _, size, _ in self.notes["reclaiming"]]
        changes += [(time, "process", data, resident) for time, data, resident in self.notes["memory"]]
        code = waiting = data = resident = 0
        for time, what, size, more in sorted(changes):
            if what == "code":
                code += size
            elif what == "retired":
                code, waiting = code - size, waiting + size
            elif what == "reclaimed":
                waiting -= size
            else:
                data, resident = size, more or resident
            yield self.ms(time), code, waiting, data, resident


def _labels(names: dict[int, str]) -> dict[int, str]:
    """Short names of modules: without the folder where that is clear."""
    short = {number: os.path.basename(name) or name for number, name in names.items()}
    known = list(short.values())
    return {number: names[number] if known.count(label) > 1 else label for number, label in short.items()}


def _said(event: str, detail: str) -> str:
    if event in ("hot", "redirected"):
        return f"tier {detail}"
    if event == "continued":
        return f"loop {detail} goes on in better code"
    if event == "patched":
        return f"{detail} call sites"
    return detail


def _shown(name: str) -> str:
    """A name whose characters are bytes, as text."""
    try:
        return name.encode("latin-1").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode()
