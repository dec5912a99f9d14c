"""The compile server's third lane: functions that are hot, compiled again.

Their numbers come through the ring that the program's code writes to; a thread sleeps on it and wakes the server's
loop. The books and the policy are `recompile.Recompiler`; what comes of it goes to the program through a socket of its
own, to the thread that links it.
"""

from __future__ import annotations

import mmap
import os
from _thread import allocate_lock, start_new_thread
from ctypes import addressof, c_char
from math import inf
from time import monotonic

from rejit.arch import host_arch
from rejit.compile.channel import Channel, Disconnected
from rejit.compile.lanes import AGAIN, Job, Lane
from rejit.compile.recompile import Recompiler
from rejit.runtime.ring import RingReader, ring_bytes
from rejit.tiers import continued_loop, find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from rejit.compile.server import Server
    from rejit.tiers import Policy, TierKey

WAIT_S = 1.0  # longest sleep on the ring: a wake-up that was missed costs as much


class RingWatch:
    """The ring, and a thread that makes `descriptor` readable when there is something in it."""

    def __init__(self, descriptor: int) -> None:
        arch = host_arch()
        self._pages = mmap.mmap(descriptor, ring_bytes(arch))
        os.close(descriptor)
        address = addressof(c_char.from_buffer(self._pages))
        self._reader = RingReader(address, arch)
        self._reader.taken = max(0, self._reader.written - arch.RING_ENTRIES)  # those that were read are zero
        self.descriptor = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._turn = allocate_lock()  # released by `take`, so that the thread does not look before that is done
        start_new_thread(self._watch, ())

    @property
    def pending(self) -> bool:
        """Whether something waits in the ring."""
        return self._reader.ready

    def _watch(self) -> None:
        while True:
            self._turn.acquire()
            while not self._reader.ready:
                self._reader.wait(WAIT_S)
            os.eventfd_write(self.descriptor, 1)

    def take(self) -> list[tuple[int, int]]:
        """What is in the ring; the thread may watch again."""
        try:
            os.eventfd_read(self.descriptor)
        except BlockingIOError:
            return self._reader.take()
        found = self._reader.take()
        self._turn.release()
        return found


QUIET_S = 0.010  # without a thread that waits for a function, and the program is under way
HOLD_S = 1.0  # that hot functions are held back at most


class AgainLane(Lane):
    """Hot functions, one a job. While the program still waits for one function after the other they are held back: for
    what these cost it gets further than with better code."""

    __slots__ = ("books", "channel", "held", "held_since", "questions", "ring", "server")

    def __init__(
        self, server: Server, channel: Channel, ring: RingWatch, keys: Mapping[int, TierKey], policy: Policy
    ) -> None:
        super().__init__("again", AGAIN, more=self._job, answer=self._answer)
        self.server = server
        self.channel = channel
        self.ring = ring
        self.held = False  # whether hot functions are held back
        self.held_since = 0.0  # since when; 0: the program was under way then
        self.questions = 0  # how often the program has asked to be told when there is nothing to do
        self.books = Recompiler(policy, keys, self._index_of, self._tell)

    def _index_of(self, number: int) -> Any:
        module = self.server.modules.get(number)
        return None if module is None else module.source.index

    def _tell(self, message: tuple[Any, ...]) -> None:
        if message[0] == "hot":
            message = (*message, self.books.queue_max)
        self.channel.queue(message)

    def hear(self) -> None:
        """Take what is in the ring into the books."""
        self.books.events(self.ring.take())

    def _hold(self) -> bool:
        """Whether to hold back what is hot, for now."""
        now = monotonic()
        if now - self.server.last_demand >= QUIET_S:
            self.held_since = 0.0
        elif self.books.waiting:
            self.held_since = self.held_since or now
        self.held = bool(self.held_since) and now - self.held_since < HOLD_S
        return self.held

    def patience(self) -> float:
        """Seconds after which it may have a job though nothing happens."""
        return QUIET_S if self.held else inf

    def _job(self) -> Job | None:
        if self._hold():
            return None
        found = self.books.next()
        if found is None:
            return None
        number, name, key = found
        job = self.server._job(self, number, (name,), (), key)
        job.hot = self.books.hot(number)
        return job

    def _answer(self, job: Job, outcomes: list[Any], failures: list[tuple[str, str, str]]) -> None:
        """A worker's answer, or what is to be said of its death."""
        assert job.tier is not None
        for functions, variables, pieces, times, tier, imported in outcomes:
            self.channel.queue(("pieces", job.module, tier, functions, variables, pieces, times, imported))
        for name, kind, text in failures:
            self.channel.queue(("failed", job.module, job.tier, name, kind, text))
        if continued_loop(job.tier) >= 0:
            self.books.continued(job.module, job.functions[0])
        elif failures:
            self.books.failed(job.module, job.functions[0], failures[0][2])
        else:
            self.books.done(job.module, job.functions[0], job.tier[0])

    def settle(self) -> bool:
        """Answer those who wait for quiet; send what is to be sent. False if something is left to send."""
        if self.questions and self.books.idle and not self.ring.pending:
            self.questions = 0
            self.channel.queue(("idle",))
        try:
            return self.channel.flush()
        except Disconnected:
            return True  # nobody is there to link: the functions stay as they are


def make_lane(
    server: Server, channel: Channel, ring: int, keys: Mapping[int, TierKey], policy: tuple[str, Any]
) -> AgainLane:
    """The lane, from what the program passed. `policy` is what `pack_policy` made of it."""
    return AgainLane(server, channel, RingWatch(ring), keys, unpack_policy(policy))


def unpack_policy(packed: tuple[str, Any]) -> Policy:
    """A policy from `rejit.tiering.pack_policy`. Raises ImportError or AttributeError if its class cannot be found."""
    spec, state = packed
    if isinstance(state, bytes):
        import pickle

        state = pickle.loads(state)
    kind: Any = find(spec)
    policy: Policy = kind.__new__(kind)
    vars(policy).update(state)
    return policy
