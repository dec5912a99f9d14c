"""What the compile server hands out, to whom, and what goes first.

Work stands in lanes, the most urgent first:

    demanded   a thread of the program waits for it
    again      hot: the function runs, and is worth a better body (again.py)
    ahead      speculation: likely to be asked for soon

One worker is *prompt*: background lanes never get it, so what is demanded waits for no batch that was only likely. The
others are *background* workers. They run niced, so that they take what the program and the prompt worker leave, and do
demanded work too when the prompt worker is busy (several threads ask, or everything is compiled in bulk). Hot functions
have workers of their own, one for two of the others and niced further: a large one takes LLVM a second, in which
speculation must go on. A server that may have one worker only gives it all lanes.
"""

from __future__ import annotations

import os
from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from rejit.compile.channel import Channel
    from rejit.tiers import TierKey

NICE = 10  # of background workers: against an equal they get a tenth of a CPU
PROMPT, BACKGROUND, AGAIN = 0, 1, 2  # kinds of workers, and of the lanes they serve


class Lane:
    """Jobs of one urgency: what was queued, then what `more` finds worth doing.

    answer: called with a job, its outcomes and failures, where they do not go to the program as they are."""

    __slots__ = ("answer", "background", "jobs", "more", "name")

    def __init__(
        self,
        name: str,
        background: int,
        more: Callable[[], Job | None] | None = None,
        answer: Callable[[Job, list[Any], list[tuple[str, str, str]]], None] | None = None,
    ) -> None:
        self.answer = answer
        self.name = name
        self.background = background
        self.more = more
        self.jobs: deque[Job] = deque()

    def take(self) -> Job | None:
        """The next job; None if there is nothing to do."""
        if self.jobs:
            return self.jobs.popleft()
        return self.more() if self.more is not None else None


class Job:
    """A piece of work for one worker."""

    __slots__ = (
        "attempts",
        "data",
        "functions",
        "hot",
        "lane",
        "module",
        "number",
        "request",
        "started",
        "tier",
        "variables",
    )

    def __init__(
        self,
        lane: Lane,
        number: int,
        module: int,
        functions: Sequence[str],
        variables: Sequence[str],
        tier: TierKey | None,
        data: Any = None,
        request: int = 0,
    ) -> None:
        self.lane = lane
        self.number = number
        self.module = module
        self.functions = tuple(functions)
        self.variables = tuple(variables)
        self.tier = tier
        self.request = request  # the program's number of what it asked again
        self.data = data  # for "canonical": the bytes and whether to verify
        self.hot: tuple[str, ...] = ()  # functions known to be, for what is inlined
        self.attempts = 0
        self.started = 0.0


class Worker:
    """A worker process as the server sees it."""

    __slots__ = ("background", "channel", "errors", "job", "news", "pid")

    def __init__(self, pid: int, channel: Channel, errors: int, background: int) -> None:
        self.pid = pid
        self.channel = channel
        self.errors = errors  # descriptor of the file its stderr goes to
        self.background = background
        self.job: Job | None = None
        self.news: dict[int, list[str]] = {}  # variables compiled elsewhere since its last job, by module


def free_worker(workers: Sequence[Worker], lane: Lane, limit: int) -> Worker | None:
    """A worker with nothing to do that may do the lane's jobs, the prompt one first."""
    free = [w for w in workers if w.job is None and (limit == 1 or _may(w, lane))]
    return min(free, key=lambda w: w.background, default=None)


def _may(worker: Worker, lane: Lane) -> bool:
    if AGAIN in (worker.background, lane.background):
        return worker.background == lane.background
    return worker.background >= lane.background


def vacancy(workers: Sequence[Worker], lane: Lane, limit: int) -> int | None:
    """What kind of worker may be forked for a lane that has no free one; None: none."""
    if lane.background == AGAIN and limit > 1:
        return AGAIN if sum(w.background == AGAIN for w in workers) < max(1, limit // 2) else None
    present = [w.background for w in workers if w.background != AGAIN]
    if len(present) >= limit:
        return None
    if PROMPT not in present and (limit == 1 or lane.background == PROMPT):
        return PROMPT
    return BACKGROUND if present.count(BACKGROUND) < limit - 1 else None


def yield_to_others(background: int) -> None:
    """In a background worker: run when nobody else wants to; to recompile, when speculation does not either."""
    os.nice(NICE if background == BACKGROUND else NICE + 2)
