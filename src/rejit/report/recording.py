"""What a session did, noted while it runs. Nothing is computed here: the process that writes the files does that."""

from __future__ import annotations

import os
import sys
from _thread import get_native_id
from time import perf_counter_ns

from rejit.errors import InputError
from rejit.runtime.words import load_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.ir.index import ModuleIndex
    from rejit.module import Module
    from rejit.runtime.blocks import Body
    from rejit.session import Session
    from rejit.stubs import Function
    from rejit.tiers import TierKey

    Piece = tuple[Any, ...]

SAMPLE_NS = 10_000_000  # least time between two looks at the process's memory
PAGE = 4096


class Recording:
    """Notes what a session does from now on; make it before modules are added.

    It keeps the code and the IR of all that ran, of closed modules too, as long as it lives. `report` and `trace` may
    be called at any time, also more than once, from any thread.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.pid = os.getpid()  # a forked child's notes are not the program's
        self.modules: dict[int, tuple[str, ModuleIndex]] = {}
        self.indexing: list[tuple[int, int, int]] = []  # module, start, end
        self.callbacks: list[tuple[int, int, str, int, int, int]] = []  # thread, module, function, start, ns, waited ns
        self.compiles: list[tuple[int, int, TierKey, Sequence[str], Sequence[int]]] = []  # end, ..., `worker.Times`
        # end, module, functions, tier, piece, bytes of the body, ns
        self.links: list[tuple[int, int, tuple[str, ...], TierKey, Piece, int, int]] = []
        self.events: list[tuple[int, str, int, str, Any]] = []  # time, what, module, function, detail
        self.reclaiming: list[tuple[int, str, str, int, int]] = []  # time, what happened, to what, bytes, start
        self.memory: list[tuple[int, int, int]] = []  # time, bytes of data, bytes resident
        self._sampled = 0
        session.recording = self
        session.reclaimer.on_event = self._reclaimer

    def detach(self) -> None:
        """Note nothing more."""
        self.session.recording = self.session.reclaimer.on_event = None

    # -- what the session tells -----------------------------------------------------------------------------------

    def added(self, module: Module) -> None:
        self.modules[module.number] = module.name, module.index

    def indexed(self, module: Module, start: int) -> None:
        self.indexing.append((module.number, start, perf_counter_ns()))

    def called_back(self, function: Function, start: int, whole: int, waited: int) -> None:
        self.callbacks.append((get_native_id(), function.module.number, function.name, start, whole, waited))

    def compiled(self, module: int, functions: Sequence[str], tier: TierKey, times: Sequence[int]) -> None:
        self.compiles.append((perf_counter_ns(), module, tier, functions, times))

    def linked(
        self, module: Module, functions: list[Function], piece: Piece, tier: TierKey, body: Body, start: int
    ) -> None:
        end = perf_counter_ns()
        names = tuple([function.name for function in functions])
        self.links.append((end, module.number, names, tier, piece, body.size, end - start))
        if end - self._sampled > SAMPLE_NS:
            self._sampled = end
            self._sample(end)

    def event(self, event: str, module: int, function: str, detail: Any) -> None:
        self.events.append((perf_counter_ns(), event, module, function, detail))

    def _reclaimer(self, event: str, what: str, size: int, start: int) -> None:
        self.reclaiming.append((perf_counter_ns(), event, what, size, start))

    def _sample(self, now: int) -> None:
        try:
            descriptor = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
            try:
                resident = int(os.read(descriptor, 100).split()[1]) * PAGE
            finally:
                os.close(descriptor)
        except (OSError, ValueError, IndexError):  # the program has changed its root, or has no descriptor left
            resident = 0
        self.memory.append((now, self.session.counters.data_bytes, resident))

    # -- the end --------------------------------------------------------------------------------------------------

    def report(self, path: str) -> None:
        """Write what happened so far as one page, which works offline.

        Raises InputError if `rejit[report]` is not installed or the file cannot be written."""
        from rejit.report.finish import write

        write(self, report=path)

    def trace(self, path: str) -> None:
        """The same as Chrome's trace events (JSON), which Perfetto shows. Raises InputError as `report`."""
        from rejit.report.finish import write

        write(self, trace=path)

    def notes(self) -> dict[str, Any]:
        """All of it as plain values, which `marshal` can write. `story.Story` is what reads it."""
        now = perf_counter_ns()
        self._sample(now)
        session, counters = self.session, self.session.counters
        calls, stride, ticks = session.tiering.budgets()
        return {
            "pid": self.pid,
            "command": [os.path.basename(sys.argv[0]), *sys.argv[1:]],
            "begin": counters.started_ns,
            "first": counters.startup_ns,
            "end": now,
            "figures": session.statistics(),
            "levels": [tier.level for tier in session.tiers],
            "mode": session.tiering.mode,
            "thresholds": (calls + 1, (stride + 1) * (ticks + 1), stride + 1),
            "cpu": session.arch.NAME,
            "modules": {number: (name, index.functions) for number, (name, index) in self.modules.items()},
            "texts": self._texts(),
            "budgets": self._budgets(),
            "whys": dict(session.tiering.failures),
            "indexing": self.indexing[:],
            "callbacks": self.callbacks[:],
            "compiles": [
                (end, number, tier[0], _loop(tier), tuple(names), tuple(times))
                for end, number, tier, names, times in self.compiles[:]
            ],
            "links": [
                (end, number, names, tier[0], _loop(tier), piece, size, spent)
                for end, number, names, tier, piece, size, spent in self.links[:]
            ],
            "events": [(*head, str(detail)) for *head, detail in self.events[:]],
            "reclaiming": self.reclaiming[:],
            "memory": self.memory[:],
        }

    def _texts(self) -> dict[tuple[int, str], str]:
        """The IR of what was linked; without that of a file that cannot be read again."""
        texts = {}
        for _, number, names, *_ in self.links[:]:
            for name in names:
                index = self.modules[number][1]
                start = index.functions.get(name)
                if start is not None and (number, name) not in texts:
                    try:
                        texts[number, name] = index.text[start : index.function_end(start)]
                    except InputError:
                        break
        return texts

    def _budgets(self) -> dict[tuple[int, str], tuple[int, int]]:
        """What is left of the budgets of what was linked: entries less one, ticks of loops less one."""
        found = {}
        with self.session.lock:
            for module in self.session.modules:
                for name in module.functions:
                    record = module.record_of(name)
                    if record:
                        word = load_word(record)
                        found[module.number, name] = _signed(word & 0xFFFFFFFF), _signed(word >> 32)
        return found


def _signed(word: int) -> int:
    return word - (1 << 32) if word >= 1 << 31 else word


def _loop(tier: TierKey) -> int:
    from rejit.tiers import continued_loop

    return continued_loop(tier)
