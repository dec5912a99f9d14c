"""Who gets which work: the server's dispatch with workers that only take notes."""

from __future__ import annotations

import os
import signal
from math import inf
from types import SimpleNamespace
from typing import Any

import pytest
from test_server import children
from zygote import Zygote

from rejit.compile import again
from rejit.compile.channel import Disconnected
from rejit.compile.lanes import NICE, Job, Lane, Worker
from rejit.compile.server import DONE, QUEUED, RUNNING, Server
from rejit.compile.speculation import COMPANIONS, Speculation
from rejit.config import Config
from rejit.ir.index import ModuleIndex
from rejit.tiers import HotPolicy

TIER = (0, "native", "")
CALLEES = 40
TEXT = (
    "define void @main() {\nentry:\n"
    + "".join(f"  call void @f{n}()\n" for n in range(CALLEES))
    + "  ret void\n}\n\n"
    + "".join(f"define void @f{n}() {{\nentry:\n  ret void\n}}\n\n" for n in range(CALLEES))
)


class Notes:
    """A channel that keeps what is said."""

    def __init__(self) -> None:
        self.said: list[tuple[Any, ...]] = []

    def queue(self, message: tuple[Any, ...]) -> None:
        self.said.append(message)

    send = queue

    def flush(self) -> bool:
        return True


class Rehearsal(Server):
    """A server whose workers are no processes. `refuse` after so many: a fork that fails."""

    def __init__(self, limit: int, refuse: int = 99, **options: object) -> None:
        super().__init__(Notes(), Config(**options), limit, -1)  # type: ignore[arg-type]
        self.refuse = refuse
        self.handle(("module", 1, ModuleIndex.build(TEXT).dump(), TEXT, TIER, ""))

    def _fork(self, background: bool) -> Worker:
        if len(self.workers) >= self.refuse:
            raise OSError("no more processes")
        worker = Worker(1000 + len(self.workers), Notes(), -1, background)  # type: ignore[arg-type]
        self.workers.append(worker)
        return worker

    def _bury(self, worker: Worker) -> tuple[int, str]:
        return signal.SIGKILL, ""

    def demand(self, *names: str, bulk: bool = False) -> None:
        self.handle(("compile", 1, names, (), TIER, bulk))
        self.dispatch()

    def finish(self, worker: Worker) -> None:
        job = worker.job
        assert job is not None
        self.finished(worker, ("done", job.number, [(job.functions, (), b"", (0, 0, 0), TIER, ())], []))
        self.dispatch()

    def kinds(self) -> list[str]:
        """What each worker does, prompt ones first."""
        workers = sorted(self.workers, key=lambda w: w.background)
        return [f"{'background' if w.background else 'prompt'}: {w.job.lane.name if w.job else '-'}" for w in workers]

    def on(self, lane: str) -> Worker:
        return next(w for w in self.workers if w.job is not None and w.job.lane.name == lane)


@pytest.mark.parametrize("limit", [2, 3, 8])
def test_demanded_work_never_waits_for_a_speculative_batch(limit: int) -> None:
    """However much speculation there is, a worker is free for it when a thread asks."""
    server = Rehearsal(limit, batch_functions=4)
    server.demand("main")
    for _ in range(12):
        prompt = server.on("demanded")
        assert not prompt.background
        server.finish(prompt)
        assert server.kinds() == ["prompt: -"] + ["background: ahead"] * (limit - 1)
        todo = [f"f{n}" for n in range(CALLEES) if server.modules[1].states.get(f"f{n}") is None]
        server.demand(todo[-1])
        assert prompt.job is not None and prompt.job.functions == (todo[-1],)


def test_in_bulk_the_largest_goes_first_and_alone() -> None:
    """Or one worker would be left with it when the others have ended."""
    server = Rehearsal(2)
    text = "".join(
        f"define void @f{n}() {{\nentry:\n" + "  fence seq_cst\n" * (50_000 if n == 39 else 1) + "  ret void\n}\n\n"
        for n in range(40)
    )
    server.handle(("module", 2, ModuleIndex.build(text).dump(), text, TIER, ""))
    chunks = server._chunks(server.modules[2], [f"f{n}" for n in range(40)], 96, 1 << 19)
    assert chunks[0] == ["f39"] and sorted(name for chunk in chunks for name in chunk) == sorted(
        f"f{n}" for n in range(40)
    )


def test_in_bulk_what_the_program_has_promoted() -> None:
    """The server's index does not know of it yet."""
    server = Rehearsal(2)
    text = "define available_externally i32 @g() {\n  ret i32 1\n}\n"
    server.handle(("module", 2, ModuleIndex.build(text).dump(), text, TIER, ""))
    assert server._chunks(server.modules[2], ["g"], 96, 1 << 19) == [["g"]]


def test_demanded_work_comes_alone() -> None:
    """Company would make its answer later, and another worker has the time for it."""
    server = Rehearsal(2)
    server.demand("main")
    assert server.on("demanded").job.functions == ("main",)  # type: ignore[union-attr]


def test_demanded_work_brings_company_if_nobody_else_can_compile_it() -> None:
    """What it is going to call would be the next demand."""
    server = Rehearsal(2, batch_functions=2)
    server.demand("main")
    server.finish(server.on("demanded"))
    ahead = server.on("ahead").job
    assert ahead is not None
    text = "".join(f"define void @g{n}() {{\nentry:\n  call void @g{n + 1}()\n  ret void\n}}\n\n" for n in range(9))
    server.handle(("module", 2, ModuleIndex.build(text).dump(), text, TIER, ""))
    server.handle(("compile", 2, ("g0",), (), TIER, False))
    server.dispatch()
    demanded = server.on("demanded").job
    assert demanded is not None
    assert demanded.functions == ("g0", *(f"g{n}" for n in range(1, 1 + COMPANIONS)))
    assert all(server.modules[2].states[name] == RUNNING for name in demanded.functions)


@pytest.mark.parametrize("batch", [1, 8])
def test_what_is_in_a_long_batch_is_done_twice(batch: int) -> None:
    """The prompt worker has it long before the batch is through; of a batch of one it would come as late."""
    server = Rehearsal(2, batch_functions=batch)
    server.demand("main")
    server.finish(server.on("demanded"))
    ahead = server.on("ahead")
    assert ahead.job is not None
    name = ahead.job.functions[0]
    server.demand(name)
    if batch == 1:
        assert server.kinds() == ["prompt: -", "background: ahead"]
        return
    again = server.on("demanded")
    assert again.job is not None and again.job.functions == (name,)
    server.demand(name)  # by another thread: it is on its way
    assert not server.demanded.jobs
    server.finish(again)
    assert server.modules[1].states[name] == DONE
    server.finish(ahead)
    assert server.modules[1].states[name] == DONE
    sent = [message[3] for message in server.program.said if message[0] == "pieces"]  # type: ignore[attr-defined]
    assert sum(name in functions for functions in sent) == 2


def test_several_threads_use_all_workers() -> None:
    server = Rehearsal(3, speculation_ahead=0, speculation_per_use=0)
    for name in ("f1", "f2", "f3"):
        server.demand(name)
    assert server.kinds() == ["prompt: demanded", "background: demanded", "background: demanded"]
    server.demand("f4")
    server.demand("f5")
    server.finish(server.workers[1])
    assert server.workers[1].job.functions == ("f5",)  # type: ignore[union-attr]  # who asked last is served first


def test_one_worker_does_everything() -> None:
    server = Rehearsal(1)
    server.demand("main")
    assert server.kinds() == ["prompt: demanded"]
    server.finish(server.workers[0])
    assert server.kinds() == ["prompt: ahead"]
    server.demand("f39")
    server.finish(server.workers[0])
    assert server.kinds() == ["prompt: demanded"]


@pytest.mark.parametrize("alive", [1, 2])
def test_no_more_processes(alive: int) -> None:
    """Those there are do the work that could not be given to another."""
    server = Rehearsal(4, refuse=alive)
    server.demand("main")
    server.finish(server.on("demanded"))
    assert server.limit == alive
    assert server.kinds() == (["prompt: ahead"] if alive == 1 else ["prompt: -", "background: ahead"])
    while any(w.job for w in server.workers):
        server.finish(server.on("ahead"))
    assert all(server.modules[1].states[f"f{n}"] == DONE for n in range(CALLEES))


def test_no_process_at_all() -> None:
    server = Rehearsal(2, refuse=0)
    server.demand("main")
    assert "no more processes" in server.refusal


@pytest.mark.parametrize("lane", ["demanded", "ahead"])
def test_death_of_a_worker(lane: str) -> None:
    """Its job is tried again in its own lane, function by function: speculation that kills gets no urgency."""
    server = Rehearsal(2, batch_functions=16)
    server.demand("main")
    if lane == "demanded":
        server.demand("f30", "f31")
        server.finish(server.on("demanded"))
    worker = server.on(lane)
    job = worker.job
    assert job is not None and len(job.functions) > 1
    server.lost(worker)
    retried = list(job.lane.jobs)
    assert [j.functions for j in retried][-len(job.functions) :] == [(name,) for name in job.functions]
    assert all(j.lane.name == lane for j in retried)
    assert all(server.modules[1].states[name] == QUEUED for name in job.functions)
    server.dispatch()
    while any(w.job for w in server.workers):
        server.finish(next(w for w in server.workers if w.job))
    assert all(server.modules[1].states[name] == DONE for name in job.functions)


def test_speculation_rests_and_goes_on_with_use() -> None:
    """What is never asked for does not end speculation: each first use allows some more."""
    server = Rehearsal(2, speculation_ahead=6, speculation_per_use=2, batch_functions=2)
    server.demand("main")
    while any(w.job for w in server.workers):
        server.finish(next(w for w in server.workers if w.job))
    done = sum(state == DONE for state in server.modules[1].states.values())
    assert done == 1 + 6
    server.handle(("used", 1, "f0"))
    server.dispatch()
    server.finish(server.on("ahead"))
    assert sum(state == DONE for state in server.modules[1].states.values()) == done + 2
    assert all(w.job is None for w in server.workers)


def test_hot_functions_wait_while_the_program_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """One function after the other is asked for: then what makes others better would only be in their way."""
    now = [100.0]
    monkeypatch.setattr(again, "monotonic", lambda: now[0])
    server = Rehearsal(2)
    lane = again.AgainLane(server, Notes(), SimpleNamespace(pending=False), {0: TIER, 3: TIER}, HotPolicy())  # type: ignore[arg-type]
    lane.books = SimpleNamespace(waiting=True, next=lambda: (1, "f1", (3, *TIER[1:])), hot=lambda number: ())  # type: ignore[assignment]
    server.last_demand = 100.0
    assert lane.take() is None and lane.patience() == again.QUIET_S
    now[0] += again.QUIET_S
    job = lane.take()
    assert job is not None and job.functions == ("f1",) and lane.patience() == inf
    for _ in range(9 + round(again.HOLD_S / 0.005)):  # demands without end
        server.last_demand = now[0]
        job = lane.take()
        now[0] += 0.005
    assert job is not None
    lane.books.waiting = False  # type: ignore[misc]
    server.last_demand = now[0] = 200.0
    lane.take()
    assert lane.patience() == inf  # nothing to wait for


def test_lane_takes_what_is_queued_before_it_looks_for_more() -> None:
    lane = Lane("x", True, lambda: Job(lane, 2, 1, ("found",), (), TIER))
    lane.jobs.append(Job(lane, 1, 1, ("queued",), (), TIER))
    taken = [lane.take(), lane.take()]
    assert [job.functions for job in taken if job is not None] == [("queued",), ("found",)]


def test_background_workers_are_niced(zygote: Zygote) -> None:
    """The worker that speculates runs when nobody else wants to; the prompt one, and the server, like the program."""
    with zygote.session([], workers=2) as session:
        library = session.add(TEXT)
        library["main"]()
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, session.compiler.server) == own
        nice = sorted(os.getpriority(os.PRIO_PROCESS, pid) for pid in children(session.compiler.server))
        assert nice == [own, min(own + NICE, 19)]


def test_conclusions_are_drawn_after_demanded_work_is_on_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading what a used function names takes as long as its text is; the worker has its job before that."""
    server = Rehearsal(2)
    order: list[str] = []
    mention, start = Speculation.mention, server._start

    def noted_mention(self: Speculation, name: str, certainty: float = 1.0) -> None:
        order.append("mention")
        mention(self, name, certainty)

    def noted_start(worker: Worker, job: Job) -> None:
        order.append(job.lane.name)
        start(worker, job)

    monkeypatch.setattr(Speculation, "mention", noted_mention)
    monkeypatch.setattr(server, "_start", noted_start)
    server.demand("main")
    assert order[:2] == ["demanded", "mention"]
    assert "ahead" in order


def printed(server: Rehearsal, request: int) -> None:
    server.handle(("canonical", request, b"BC", False))
    server.dispatch()
    worker = server.on("demanded")
    assert worker.job is not None
    server.finished(worker, ("done", worker.job.number, [TEXT], []))


def test_module_that_was_printed_here_is_named_by_its_request() -> None:
    server = Rehearsal(2)
    printed(server, -7)
    server.handle(("module", 2, ModuleIndex.build(TEXT).dump(), -7, TIER, ""))
    assert server.modules[2].source.index.text == TEXT
    assert server.printed == (0, "")  # kept once is enough


def test_module_that_was_printed_elsewhere_is_asked_for() -> None:
    server = Rehearsal(2)
    printed(server, -7)
    with pytest.raises(Disconnected):
        server.handle(("module", 2, ModuleIndex.build(TEXT).dump(), -8, TIER, ""))
    assert server.program.said[-1] == ("changed", 2)  # type: ignore[attr-defined]
