"""The compile server: a process beside the program that hands out work to compile workers.

It loads LLVM once and forks the workers, so a new one costs two milliseconds and a crashed one is replaced at once. It
holds each module's index, follows what the program uses (every first call is told), and has the callees of what was
just used compiled before they are asked for: that is speculation. Finished pieces go to the program as they come; it
reads them when it next needs something.

Nothing here runs LLVM, so what LLVM does to its process cannot end this one.

(Over 600 lines: one loop and what it knows. Lanes, speculation and recompiling have files of their own.)
"""

from __future__ import annotations

import os
import select
import signal
from _socket import AF_UNIX, SHUT_WR, SOCK_STREAM, socketpair
from math import inf
from time import monotonic, time

from rejit.compile.channel import Channel, Disconnected
from rejit.compile.closed import Closed
from rejit.compile.lanes import (
    AGAIN,
    BACKGROUND,
    PROMPT,
    Job,
    Lane,
    Worker,
    free_worker,
    vacancy,
    yield_to_others,
)
from rejit.compile.messages import MODULE_ASM
from rejit.compile.speculation import FEW, FEW_ALONE, Speculation
from rejit.config import Config
from rejit.ir import reach
from rejit.ir.imports import never_import
from rejit.tiers import continued_loop

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.cache.book import Book
    from rejit.cache.disk import DiskCache
    from rejit.compile.again import AgainLane
    from rejit.compile.cached import Objects
    from rejit.compile.worker import Source
    from rejit.tiers import TierKey

QUEUED, RUNNING, DONE = 1, 2, 3
OUR_FAULT = 70  # a worker's exit status after an exception in rejit itself
HEARTBEAT_S = 5.0  # a program that waits is told at least as often that the server lives
FINISH_S = 10.0  # how long hot functions may still take when the program is gone
DRAIN_S = 3.0  # how long hot functions that were queued are begun then
KEEP_S = 10.0  # seconds that workers may go on storing after the program's end
BULK = 96, 1 << 19  # most functions and characters compiled together when all are asked for; ...
BULK_OF_PASSES = 16, 1 << 17  # ... where the passes run: 12 functions of 60 blocks take 0.15 s
ATTEMPTS = 2  # a job that kills its worker twice has failed


class Module:
    """A module as the server sees it."""

    __slots__ = ("book", "index_bytes", "origin", "read_at", "source", "speculation", "states", "tier")

    def __init__(self, source: Source, index_bytes: bytes, tier: TierKey) -> None:
        self.source = source
        self.index_bytes = index_bytes
        self.tier = tier  # what speculation compiles for
        self.states: dict[str, int] = {}  # functions that are queued, running or done at `tier`
        self.speculation = Speculation(source.index, self.states)
        self.book: Book | None = None  # where a cache is used
        self.origin: Any = None  # the file the text was read from, at the time `read_at`
        self.read_at = 0.0


class Server:
    """Dispatch: jobs from the program and from speculation to workers, pieces back."""

    def __init__(self, program: Channel, config: Config, workers: int, program_pidfd: int) -> None:
        self.program = program
        self.program_pidfd = program_pidfd
        self.config = config
        self.limit = workers
        self.workers: list[Worker] = []
        self.modules: dict[int, Module] = {}
        self.demanded = Lane("demanded", PROMPT)
        self.ahead = Lane("ahead", BACKGROUND, more=self._speculative_job)
        self.again: AgainLane | None = None
        self.requested = Lane("requested", AGAIN, answer=self._answer_again)
        self.numbers = 0
        self.mentions: list[tuple[Module, str]] = []  # first uses that speculation has not looked at yet
        self.printed = (0, "")  # request and text of the last module printed: the program is about to name it
        self.speculate = True
        self.allowance = config.speculation_ahead  # functions that may be compiled ahead before the next use
        self.last_request = monotonic()
        self.last_demand = 0.0  # when a thread last had to wait for a function
        self.last_sign = monotonic()  # when the program last heard of us
        self.refusal = ""  # why no worker can be forked
        self.closed = Closed()
        self.store: DiskCache | None = None
        self.objects: Objects | None = None

    # -- requests of the program ---------------------------------------------------------------------------------

    def handle(self, message: tuple[Any, ...]) -> None:
        """One request of the program."""
        self.last_request = monotonic()
        verb = message[0]
        if verb == "used":
            self._used(message[1], message[2])
        elif verb == "compile":
            self._compile(*message[1:])
        elif verb == "module":
            self._module(*message[1:])
        elif verb == "canonical":
            _, request, data, verify = message
            self.demanded.jobs.appendleft(self._job(self.demanded, request, (), (), None, (data, verify)))
        elif verb == "again":
            self._again(*message[1:])
        elif verb == "idle?":
            if self.again is not None:
                self.again.questions += 1
        elif verb == "cache":
            self._open_cache(message)
        elif verb == "cached":
            self._cached(*message[1:])
        elif verb == "anew":
            if message[1] in self.modules:
                states = self.modules[message[1]].states
                for name in message[2]:
                    if states.get(name) == DONE:
                        del states[name]
        elif verb == "replaced":
            _, number, name = message
            if number in self.modules:
                never_import(self.modules[number].source.index, name)
            for worker in self.workers:
                worker.channel.queue(message)
        elif verb == "forget":
            self._write_books(message[1])
            self.modules.pop(message[1], None)
            self.closed.count()
            if self.again is not None:
                self.again.books.forget(message[1])
            for worker in self.workers:
                worker.channel.queue(message)

    def _module(self, number: int, index_bytes: bytes, text: Any, tier: TierKey, dump: str) -> None:
        from rejit.compile.worker import Source
        from rejit.ir.index import ModuleIndex
        from rejit.ir.partition import prepare
        from rejit.source import text_from

        origin = None
        if isinstance(text, int):
            text = self.printed[1] if self.printed[0] == text else None
            self.printed = (0, "")
        elif not isinstance(text, str):
            origin = text
            text = text_from(origin)
        if text is None:
            self.program.send(("changed", number))
            raise Disconnected("a module's file has changed since it was indexed")
        source = Source(ModuleIndex.load(index_bytes, text))
        source.dump = dump
        prepare(source.index)  # once, rather than in each worker
        source.objects = self.objects
        module = self.modules[number] = Module(source, index_bytes, tier)
        module.origin, module.read_at = origin, time()
        for worker in self.workers:
            worker.channel.queue(("module", number, index_bytes, text, dump))

    # -- the cache -----------------------------------------------------------------------------------------------

    def _open_cache(self, message: tuple[Any, ...]) -> None:
        from rejit.compile.worker import open_objects

        self.objects = open_objects(message[1], message[2])
        self.store = None if self.objects is None else self.objects.store
        for worker in self.workers:
            worker.channel.queue(message)

    def _cached(
        self, number: int, size: int, content: bytes, configured: bytes, printed: bool, kept: Sequence[str]
    ) -> None:
        """What a module is kept by in the cache, and what of it the program has from there."""
        from rejit.cache.book import Book

        module = self.modules[number]
        if self.store is not None:
            module.book = Book(module.source.index, size, content, configured, printed)
            module.book.origin, module.book.read_at = module.origin, module.read_at
        index = module.source.index
        module.states.update((name, DONE) for name in kept if name in index.functions or name == MODULE_ASM)
        module.source.compiled_variables.update(name for name in kept if name in index.variables)

    def _write_books(self, number: int | None = None) -> None:
        """Write the manifests that have news. What goes wrong costs the next start, and nothing now."""
        if self.store is None:
            return
        from rejit.compile import backend

        for key, module in self.modules.items():
            if module.book is not None and module.book.has_news and number in (None, key):
                try:
                    module.book.write(self.store, backend.host_cpu(), backend.version())
                except Exception:
                    if os.environ.get("REJIT_DEBUG"):
                        raise
                    self.store = None
                    return

    def _used(self, number: int, name: str) -> None:
        module = self.modules.get(number)
        if module is None:
            return
        self._mention(module, name)

    def _mention(self, module: Module, name: str) -> None:
        """The program uses a function for the first time: what it names becomes likely, and more is allowed ahead."""
        if self.speculate:
            module.speculation.forget(name)
            self.mentions.append((module, name))

    def _consider(self) -> None:
        """Draw the conclusions from what was used: O(its text), so after demanded work is on its way."""
        config = self.config
        self.allowance = min(self.allowance + config.speculation_per_use * len(self.mentions), config.speculation_ahead)
        for module, name in self.mentions:
            module.speculation.mention(name)
        self.mentions.clear()

    def _compile(
        self, number: int, functions: Sequence[str], variables: Sequence[str], tier: TierKey, bulk: bool
    ) -> None:
        """Demanded work. `bulk` splits it evenly over all workers; else it is what a thread waits for now."""
        module = self.modules.get(number)
        if module is None:  # closed meanwhile
            self.program.queue(("answered", number, tuple(functions), tuple(variables)))
            return
        if bulk:
            todo = [f for f in functions if module.states.get(f) is None] if tier == module.tier else list(functions)
            # A chunk of LLVM's passes takes long: with smaller ones no worker is left with the last.
            for chunk in self._chunks(module, todo, *(BULK_OF_PASSES if tier[0] >= 2 else BULK)):
                self.demanded.jobs.append(self._job(self.demanded, number, chunk, (), tier))
                if tier == module.tier:
                    module.states.update(dict.fromkeys(chunk, QUEUED))
            if variables:
                self.demanded.jobs.append(self._job(self.demanded, number, (), variables, tier))
            return
        # What is running will arrive, what is done is on its way: the stream keeps the order. What is queued may stand
        # behind much else, so it is queued again in front; `_start` leaves out what has been started meanwhile.
        self.last_demand = monotonic()
        if tier == module.tier:
            self._do_twice(number, module, functions)
        fresh = [f for f in functions if module.states.get(f) not in (RUNNING, DONE) or tier != module.tier]
        if tier == module.tier and fresh:
            fresh += self._companions(module, fresh)
        for name in (*functions, *fresh):
            self._mention(module, name)
        if fresh or variables:
            if tier == module.tier:
                module.states.update(dict.fromkeys(fresh, QUEUED))
            self.demanded.jobs.appendleft(self._job(self.demanded, number, fresh, variables, tier))
        done = [f for f in functions if f not in fresh and module.states[f] == DONE]
        if done:
            self.program.queue(("answered", number, tuple(done), ()))

    def _do_twice(self, number: int, module: Module, functions: Sequence[str]) -> None:
        """Queue again what is being compiled in a much longer batch, if the prompt worker has nothing to do: the
        program takes what comes first."""
        free = free_worker(self.workers, self.demanded, self.limit)
        if free is None or free.background != PROMPT:
            return
        cost = module.speculation.cost
        for worker in self.workers:
            job = worker.job
            if job is not None and job.module == number and job.tier == module.tier:
                theirs = [f for f in functions if f in job.functions and module.states.get(f) == RUNNING]
                if theirs and 2 * cost(theirs) < cost(job.functions):
                    module.states.update(dict.fromkeys(theirs, QUEUED))

    def _companions(self, module: Module, functions: Sequence[str]) -> list[str]:
        """What is likely to be asked for next, if nobody else can compile it meanwhile."""
        others = self.limit > 1 and (
            free_worker(self.workers, self.ahead, self.limit) is not None
            or vacancy(self.workers, self.ahead, self.limit) is not None
        )
        return module.speculation.companions(functions) if self.speculate and not others else []

    def _again(self, request: int, number: int, name: str, tier: TierKey, hot: Sequence[str]) -> None:
        """A function that a program elsewhere asks for again (distant.py)."""
        if number not in self.modules:
            self.program.queue(("again", request, (), ((name, "Unloaded", "its module was closed"),)))
            return
        job = self._job(self.requested, number, (name,), (), tier, request=request)
        job.hot = tuple(hot)
        self.requested.jobs.append(job)

    def _answer_again(self, job: Job, outcomes: list[Any], failures: list[tuple[str, str, str]]) -> None:
        self.program.queue(("again", job.request, outcomes, failures))

    def _chunks(self, module: Module, names: list[str], count: int, size: int) -> list[list[str]]:
        """`names` in runs of bounded count and text size, those with most text first: no worker is left with a long one
        when the others have ended."""
        for name in names:
            module.source.index.promote(name)
        sizes = {name: reach.size_of(module.source.index, name) for name in names}
        chunks: list[tuple[int, list[str]]] = []
        chunk: list[str] = []
        total = 0
        per_worker = min(count, max(8, -(-len(names) // (3 * self.limit))))
        for name in names:
            if sizes[name] >= size // 4:
                chunks.append((sizes[name], [name]))
                continue
            chunk.append(name)
            total += sizes[name]
            if len(chunk) >= per_worker or total >= size:
                chunks.append((total, chunk))
                chunk, total = [], 0
        if chunk:
            chunks.append((total, chunk))
        chunks.sort(key=lambda sized: -sized[0])
        return [chunk for _, chunk in chunks]

    def _job(
        self,
        lane: Lane,
        module: int,
        functions: Sequence[str],
        variables: Sequence[str],
        tier: Any,
        data: Any = None,
        request: int = 0,
    ) -> Job:
        self.numbers += 1
        return Job(lane, self.numbers, module, functions, variables, tier, data, request)

    # -- workers -----------------------------------------------------------------------------------------------

    def dispatch(self) -> None:
        """Give every worker that has nothing to do the most urgent job it may have."""
        for lane in self._lanes():
            if lane is self.ahead and self.mentions:
                self._consider()
            while True:
                worker = free_worker(self.workers, lane, self.limit)
                kind = None if worker is not None else vacancy(self.workers, lane, self.limit)
                if worker is None and kind is None:
                    break
                job = lane.take()
                if job is None:
                    break
                if kind is not None:
                    try:
                        worker = self._fork(kind)
                    except OSError as error:  # no process, memory or descriptor to be had: those there are must do
                        lane.jobs.appendleft(job)
                        if kind == AGAIN:
                            break
                        self.limit = len(self.workers)
                        if not self.limit:
                            self.refusal = f"no compile worker can be started: {error}"
                            return
                        continue
                assert worker is not None
                self._start(worker, job)

    def _lanes(self) -> tuple[Lane, ...]:
        """The lanes, the most urgent first."""
        again = self.requested if self.again is None else self.again
        return self.demanded, self.ahead, again

    def _speculative_job(self) -> Job | None:
        """The next functions to compile ahead, of the first module that has any."""
        if not self.speculate or self.allowance <= 0:
            return None
        config = self.config
        # What a thread asks for must not stand behind a large function, if there is but one worker.
        largest, few = (2 * config.batch_bytes, FEW_ALONE) if self.limit == 1 else (inf, FEW)
        for number, module in self.modules.items():
            batch = module.speculation.take(
                config.batch_functions, config.batch_bytes, config.speculation_chance, largest, few
            )
            if batch:
                self.allowance -= len(batch)
                module.states.update(dict.fromkeys(batch, QUEUED))
                return self._job(self.ahead, number, batch, (), module.tier)
        return None

    def _start(self, worker: Worker, job: Job) -> None:
        job.started = monotonic()
        if job.data is not None:
            job.attempts += 1
            worker.job = job
            worker.channel.queue(("canonical", job.number, *job.data))
            return
        module = self.modules.get(job.module)
        if module is None:
            return
        states = module.states
        if job.tier == module.tier:
            job.functions = tuple(f for f in job.functions if states.get(f) == QUEUED)
            if not job.functions and not job.variables:
                return  # another job has them, or had
            states.update(dict.fromkeys(job.functions, RUNNING))
        job.attempts += 1
        worker.job = job
        news = worker.news.pop(job.module, ())
        worker.channel.queue(
            ("compile", job.number, job.module, job.functions, job.variables, tuple(news), job.tier, job.hot)
        )
        if job.lane is self.demanded:
            self._flushed(worker)  # what else there is to do now takes longer than the message

    def _fork(self, background: int) -> Worker:
        server = os.getpid()
        ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
        errors = -1
        try:
            errors = os.memfd_create("rejit-worker-stderr")
            pid = os.fork()
        except OSError:
            ours.close()
            theirs.close()
            if errors >= 0:
                os.close(errors)
            raise
        if pid == 0:
            try:
                from rejit.compile.worker import die_with, serve

                die_with(server)
                if background:
                    yield_to_others(background)
                os.dup2(errors, 2)
                ours.close()
                os.close(self.program.socket.detach())
                if self.again is not None:
                    os.close(self.again.channel.socket.detach())
                for worker in self.workers:
                    os.close(worker.channel.socket.detach())
                serve(Channel(theirs), {number: m.source for number, m in self.modules.items()}, self.objects)
            except (Disconnected, KeyboardInterrupt):
                pass
            except BaseException:
                import traceback

                traceback.print_exc()
                os._exit(OUR_FAULT)
            finally:
                os._exit(0)
        theirs.close()
        worker = Worker(pid, Channel(ours), errors, background)
        self.workers.append(worker)
        return worker

    def finished(self, worker: Worker, message: tuple[Any, ...]) -> None:
        """A worker's answer goes to the program."""
        if message[0] == "kept":
            self.program.queue(message)
            return
        job = worker.job
        if job is not None and (job.data is not None or job.module in self.modules):
            self._answer(worker, job, message)
        worker.job = None

    def _answer(self, worker: Worker, job: Job, message: tuple[Any, ...]) -> None:
        _, _, outcomes, failures = message
        if job.data is not None:
            self.program.queue(("canonical", job.module, outcomes, failures))
            if outcomes:
                self.printed = (job.module, outcomes[0])
            return
        module = self.modules[job.module]
        for _, variables, *_ in outcomes:
            if variables:
                module.source.compiled_variables.update(variables)
                for other in self.workers:
                    if other is not worker:
                        other.news.setdefault(job.module, []).extend(variables)
        if module.book is not None and (job.tier is None or continued_loop(job.tier) < 0):
            for functions, variables, pieces, _, tier, imported in outcomes:
                module.book.add(functions, variables, pieces, tier, imported)
        if job.lane.answer is not None:
            job.lane.answer(job, outcomes, failures)
            return
        for functions, variables, pieces, times, tier, imported in outcomes:
            module.states.update(dict.fromkeys(functions, DONE))
            self.program.queue(("pieces", job.module, tier, functions, variables, pieces, times, imported))
        for name, kind, text in failures:
            if job.tier == module.tier:
                module.states[name] = DONE
            self.program.queue(("failed", job.module, job.tier, name, kind, text))
        if job.lane is self.demanded:
            self.program.queue(("answered", job.module, job.functions, job.variables))

    def lost(self, worker: Worker, why: str = "") -> None:
        """A worker died, or was killed for taking too long: its job is tried once more, function by function."""
        self.workers.remove(worker)
        status, said = self._bury(worker)
        job = worker.job
        if job is None:
            return
        module = self.modules.get(job.module)
        if module is None and job.data is None:
            return
        if module is not None and job.tier == module.tier:
            module.states.update(dict.fromkeys(job.functions, QUEUED))
        if len(job.functions) + len(job.variables) > 1:
            for name in job.functions:
                job.lane.jobs.append(self._job(job.lane, job.module, (name,), (), job.tier))
            for name in job.variables:
                job.lane.jobs.append(self._job(job.lane, job.module, (), (name,), job.tier))
        elif job.attempts < ATTEMPTS and not why:
            job.lane.jobs.appendleft(job)
        else:
            self._gave_up(job, why, status, said)

    def _bury(self, worker: Worker) -> tuple[int, str]:
        """End a worker's process if it lives; its wait status, and the last it wrote to stderr."""
        try:
            os.kill(worker.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        _, status = os.waitpid(worker.pid, 0)
        said = os.pread(worker.errors, 4000, max(0, os.fstat(worker.errors).st_size - 4000)).decode("utf-8", "replace")
        os.close(worker.errors)
        os.close(worker.channel.socket.detach())
        return status, said

    def _gave_up(self, job: Job, why: str, status: int, said: str) -> None:
        kind = "CompileTimeout" if why else "CompilerCrashed"
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == OUR_FAULT:
            kind = "InternalError"
        if os.WIFSIGNALED(status):
            ended = f"was ended by {signal.Signals(os.WTERMSIG(status)).name}"
        else:
            ended = f"ended with status {os.waitstatus_to_exitcode(status)}"
        text = why or f"LLVM's process {ended}, {job.attempts} times"
        if said.strip():
            text += ": " + said.strip().splitlines()[-1 if "error" not in said else 0]
        if job.data is not None:
            self.program.queue(("canonical", job.module, [], [("", kind, text)]))
            return
        if kind != "InternalError":
            text += self._replay_of(job, kind, text)
        if job.lane.answer is not None:
            job.lane.answer(job, [], [(name, kind, text) for name in job.functions])
            return
        module = self.modules[job.module]
        for name in (*job.functions, *job.variables):
            if job.tier == module.tier:
                module.states[name] = DONE
            self.program.queue(("failed", job.module, job.tier, name, kind, text))
        self.program.queue(("answered", job.module, job.functions, job.variables))

    def _replay_of(self, job: Job, kind: str, text: str) -> str:
        """What is said of the file that reproduces a job's failure."""
        from rejit.compile.replay import leave_aside

        assert job.tier is not None
        limit = self.config.compile_timeout_s
        source = self.modules[job.module].source
        return leave_aside(source, job.functions, job.variables, job.tier, job.hot, kind, text, limit)

    # -- the loop ------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Serve until the program is gone or has been idle for long; then keep what was compiled."""
        try:
            self._run()
        finally:
            self._write_books()  # the next start may come at once
            self._finish()
            self._write_books()
            self._let_workers_end()
            self._prune()

    def _finish(self) -> None:
        """Take in the hot functions that are being compiled, and for a while compile those that were queued.

        The next start begins with them; a program that runs for a second would get a few further each time else."""
        if self.again is None:
            return
        self.last_demand = 0.0  # nobody waits any more
        now = monotonic()
        begin_until, end = now + DRAIN_S, now + FINISH_S
        while now < end:
            if now < begin_until:
                self._begin_kept()
            poll = select.poll()
            busy = {w.channel.socket.fileno(): w for w in self.workers if w.job is not None and self._is_kept(w.job)}
            if not busy:
                return
            for descriptor, worker in busy.items():
                poll.register(descriptor, select.POLLIN if self._flushed(worker) else select.POLLIN | select.POLLOUT)
            for descriptor, event in poll.poll(max(0.0, 1000 * (end - now))):
                if event & ~select.POLLOUT:
                    worker = busy[descriptor]
                    try:
                        for message in worker.channel.receive(wait=False):
                            self.finished(worker, message)
                    except (Disconnected, IndexError, KeyError, TypeError, ValueError, AttributeError):
                        self.workers.remove(worker)
            now = monotonic()

    def _is_kept(self, job: Job) -> bool:
        """Whether a job makes a hot function for the next start."""
        module = self.modules.get(job.module)
        return job.lane is self.again and module is not None and module.book is not None

    def _begin_kept(self) -> None:
        """Give workers the hot functions that are queued."""
        assert self.again is not None
        while (worker := free_worker(self.workers, self.again, self.limit)) is not None:
            job = self.again.take()
            if job is None:
                return
            if self._is_kept(job):
                self._start(worker, job)

    def _prune(self) -> None:
        """Keep the cache below its size."""
        if self.store is not None:
            from rejit.cache.care import prune

            prune(self.store.folder, self.config.cache_bytes, time())

    def _let_workers_end(self) -> None:
        """Give workers the time to store what they compiled; they end when they see that nobody will ask any more."""
        if self.objects is None:
            return
        end = monotonic() + KEEP_S
        for worker in self.workers:
            worker.channel.socket.shutdown(SHUT_WR)
        for worker in self.workers:
            poll = select.poll()
            poll.register(worker.channel.socket.fileno(), select.POLLIN)
            while poll.poll(max(0.0, 1000 * (end - monotonic()))):
                if not worker.channel.socket.recv(1 << 16):
                    break

    def _run(self) -> None:
        while True:
            self.dispatch()
            if self.refusal:
                self.program.send(("unavailable", self.refusal))
                return
            self._heartbeat()
            flushed = self.program.flush()
            poll = select.poll()
            ours = self.program.socket.fileno()
            poll.register(ours, select.POLLIN if flushed else select.POLLIN | select.POLLOUT)
            if self.program_pidfd >= 0:
                poll.register(self.program_pidfd, select.POLLIN)
            if self.again is not None:
                poll.register(self.again.ring.descriptor, select.POLLIN)
                if not self.again.settle():
                    poll.register(self.again.channel.socket.fileno(), select.POLLOUT)
            by_descriptor = {w.channel.socket.fileno(): w for w in self.workers}
            for descriptor, worker in by_descriptor.items():
                poll.register(descriptor, select.POLLIN if self._flushed(worker) else select.POLLIN | select.POLLOUT)
            ready = dict(poll.poll(1000 * self._patience()))
            if self.program_pidfd in ready:
                return
            if self.again is not None and self.again.ring.descriptor in ready:
                self.again.hear()
            if ready.get(ours, 0) & ~select.POLLOUT:
                for message in self.program.receive(wait=False):
                    self.handle(message)
            for descriptor, worker in by_descriptor.items():
                if ready.get(descriptor, 0) & ~select.POLLOUT:
                    try:
                        for message in worker.channel.receive(wait=False):
                            self.finished(worker, message)
                    except (Disconnected, IndexError, KeyError, TypeError, ValueError, AttributeError):
                        # Dead, or so damaged that it speaks garbage.
                        self.lost(worker)
            self._check_time()
            if not ready:
                self._write_books()  # now: this process may be killed together with the program
                idle = monotonic() - self.last_request > self.config.idle_exit_s
                if idle and not self.demanded.jobs and all(w.job is None for w in self.workers):
                    return

    def _flushed(self, worker: Worker) -> bool:
        try:
            return worker.channel.flush()
        except Disconnected:
            return True  # its end of stream is about to be read

    def _patience(self) -> float:
        """Seconds until something is due though nothing happens."""
        seconds = min(HEARTBEAT_S, self.config.idle_exit_s)
        if self.again is not None:
            seconds = min(seconds, self.again.patience())
        for worker in self.workers:
            if worker.job is not None:
                seconds = min(seconds, max(0.0, self._deadline(worker.job) - monotonic()) + 0.001)
        return seconds

    def _heartbeat(self) -> None:
        """Tell a program that may be waiting that its work is in hand."""
        now = monotonic()
        if self.program.pending_bytes:
            self.last_sign = now
        elif now - self.last_sign >= HEARTBEAT_S:
            self.last_sign = now
            if self.demanded.jobs or any(w.job is not None for w in self.workers):
                self.program.queue(("busy",))

    def _deadline(self, job: Job) -> float:
        return job.started + self.config.compile_timeout_s * max(1, len(job.functions) + len(job.variables))

    def _check_time(self) -> None:
        now = monotonic()
        for worker in list(self.workers):
            if worker.job is not None and now > self._deadline(worker.job):
                self.lost(worker, f"not finished after {self.config.compile_timeout_s:g} s")
