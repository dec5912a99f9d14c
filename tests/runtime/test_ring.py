"""The ring of hot functions: what code writes arrives, whatever else happens, and the reader sleeps in between."""

from __future__ import annotations

import ctypes
import mmap
import os
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from struct import pack

import pytest

from rejit.arch import host_arch
from rejit.errors import NoCodeMemory
from rejit.runtime import libc, unwind
from rejit.runtime.memory import CodeMemory
from rejit.runtime.ring import ENTRIES, LOOP_SHIFT, SLEEPING, Ring, RingReader, ring_bytes
from rejit.runtime.words import load_word, store_word

ARCH = host_arch()
COUNT = ARCH.RING_ENTRIES


@pytest.fixture
def ring() -> Iterator[Ring]:
    made = Ring(ARCH)
    yield made
    made.close()


def in_child(check: Callable[[], object]) -> int:
    """The exit status of a forked child: 0 if the check is true."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking with threads: they are asleep
        pid = os.fork()
    if not pid:
        status = 1
        try:
            status = 0 if check() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def write(address: int, number: int, loop: int = -1, store: bool = True) -> None:
    """What a trigger does, as one thread may; `store`: not only moves the head."""
    head = load_word(address)
    store_word(address, head + 1)
    if store:
        store_word(address + ENTRIES + 8 * (head % COUNT), number | (loop + 1) << LOOP_SHIFT)


class Trigger:
    """The machine code that writes, and a record for it."""

    def __init__(self, ring: Ring) -> None:
        self.memory = CodeMemory(trap=ARCH.TRAP)  # never unmapped: the unwinder goes on knowing its tables
        blob, labels, frames = ARCH.hot({"ring": ring.address})
        pending = self.memory.reserve_stubs(len(blob), 64)
        pending.commit(blob)
        unwind.register_frame(pending.address + frames)
        self.call = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(pending.address + labels["jit_recompile_hot"])

    def record(self, number: int) -> int:
        return self.memory.allocate_data(24, 16, pack("<iiiiQ", 0, 0, 0, 1000, number))


def test_entries_come_back_in_order(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    assert not reader.ready and reader.take() == []
    write(ring.address, 7)
    write(ring.address, (1 << 56) - 1, 0)
    write(ring.address, 1 << 32 | 5, 200)
    assert reader.ready and ring.written == reader.written == 3
    assert reader.take() == [(7, -1), ((1 << 56) - 1, 0), (1 << 32 | 5, 200)]
    assert not reader.ready and reader.take() == []


def test_it_goes_round(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    for turn in range(3 * COUNT // 100 + 1):
        numbers = range(100 * turn + 1, 100 * turn + 101)
        for number in numbers:
            write(ring.address, number)
        assert reader.take() == [(number, -1) for number in numbers]
    assert reader.lost == 0


def test_a_slow_reader_loses_the_oldest_and_counts_them(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    for number in range(1, COUNT + 31):
        write(ring.address, number)
    assert reader.take() == [(number, -1) for number in range(31, COUNT + 31)]
    assert reader.lost == 30 and not reader.ready


def test_a_place_that_stays_empty_is_waited_for_once(ring: Ring) -> None:
    """A writer moves the head before it stores. One that was stopped in between holds nobody up for good."""
    reader = RingReader(ring.address, ARCH)
    write(ring.address, 1)
    write(ring.address, 2, store=False)
    write(ring.address, 3)
    assert reader.take() == [(1, -1)]
    assert reader.ready
    assert reader.take() == [(3, -1)]
    assert not reader.ready


def test_a_place_that_is_filled_late_is_read(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    write(ring.address, 1, store=False)
    write(ring.address, 2)
    assert reader.take() == []
    store_word(ring.address + ENTRIES, 1)
    assert reader.take() == [(1, -1), (2, -1)]


def test_an_entry_is_read_once(ring: Ring) -> None:
    """Its place is zeroed, so that the same place is not taken for an entry of the next round."""
    reader = RingReader(ring.address, ARCH)
    for number in range(1, COUNT + 1):
        write(ring.address, number)
    reader.take()
    write(ring.address, 5, store=False)
    assert reader.take() == [] and reader.take() == []
    assert not reader.ready


def test_many_threads_write_and_nothing_is_lost(ring: Ring) -> None:
    """Through the machine code, at most as many as the ring holds: each event arrives exactly once."""
    trigger, reader = Trigger(ring), RingReader(ring.address, ARCH)
    threads, each = 8, COUNT // 8
    records = [trigger.record(1000 + n) for n in range(threads)]
    start = threading.Barrier(threads)

    def run(record: int) -> None:
        start.wait()
        for _ in range(each):
            trigger.call(record)

    workers = [threading.Thread(target=run, args=(record,)) for record in records]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = reader.take()
    assert ring.written == threads * each
    assert sorted(found) == sorted((1000 + n, -1) for n in range(threads) for _ in range(each))


def test_a_reader_at_work_gets_all_that_is_not_overwritten(ring: Ring) -> None:
    """While threads write and the reader reads: read + overwritten + left empty is what was written."""
    trigger, reader = Trigger(ring), RingReader(ring.address, ARCH)
    threads, each = 4, 20_000
    records = [trigger.record(n + 1) for n in range(threads)]
    running = [threading.Thread(target=lambda r=r: [trigger.call(r) for _ in range(each)]) for r in records]
    old = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    found: list[tuple[int, int]] = []
    try:
        for thread in running:
            thread.start()
        while any(thread.is_alive() for thread in running):
            reader.wait(0.05)
            found += reader.take()
    finally:
        sys.setswitchinterval(old)
        for thread in running:
            thread.join()
    while reader.ready:  # a place whose entry was overwritten and read may be found empty, and is tried twice
        found += reader.take()
    assert ring.written == reader.taken == threads * each
    assert 0 < len(found) <= threads * each - reader.lost
    assert {number for number, _ in found} <= set(range(1, threads + 1))
    # The last of each is there: what stays hot is never lost for good.
    for record in records:
        trigger.call(record)
    assert sorted(reader.take()) == [(n + 1, -1) for n in range(threads)]


# -- sleeping ----------------------------------------------------------------------------------------------------------


def test_a_sleeping_reader_is_woken(ring: Ring) -> None:
    """It would sleep for a minute; the test's time limit says that it did not."""
    trigger, reader = Trigger(ring), RingReader(ring.address, ARCH)
    record, found = trigger.record(9), []

    def read() -> None:
        while not reader.ready:
            reader.wait(60.0)
        found.extend(reader.take())

    thread = threading.Thread(target=read)
    thread.start()
    while not load_word(ring.address + SLEEPING) & 0xFFFFFFFF:
        os.sched_yield()
    trigger.call(record)
    thread.join(20)
    assert not thread.is_alive() and found == [(9, -1)]
    assert load_word(ring.address + SLEEPING) & 0xFFFFFFFF == 0


def test_wake_needs_no_entry(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    woken = threading.Event()

    def read() -> None:
        reader.wait(60.0)
        woken.set()

    thread = threading.Thread(target=read)
    thread.start()
    while not woken.is_set():  # it may be woken before it sleeps: then again
        ring.wake()
        woken.wait(0.01)
    thread.join(20)
    assert not reader.ready


def test_a_reader_does_not_sleep_on_what_is_there(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    write(ring.address, 3)
    reader.wait(60.0)
    assert reader.take() == [(3, -1)]


# -- another process ---------------------------------------------------------------------------------------------------


def test_share_keeps_the_entries_and_the_address(ring: Ring) -> None:
    for number in (4, 5):
        write(ring.address, number)
    address = ring.address
    descriptor = ring.share()
    assert descriptor >= 0 and ring.shared and ring.address == address
    with mmap.mmap(descriptor, ring_bytes(ARCH)) as pages:
        os.close(descriptor)
        view = (ctypes.c_char * len(pages)).from_buffer(pages)
        other = RingReader(ctypes.addressof(view), ARCH)
        assert other.take() == [(4, -1), (5, -1)]
        write(ring.address, 6, 2)  # written here, read there
        assert other.take() == [(6, 2)]
        assert load_word(ring.address + ENTRIES) == 0  # what was read there is gone here
        del other, view


def test_share_that_is_refused_changes_nothing(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    write(ring.address, 4)
    monkeypatch.setattr(libc, "memfd_create", lambda *_: -1)
    assert ring.share() == -1 and not ring.shared
    monkeypatch.undo()
    monkeypatch.setattr(libc, "pwrite", lambda *_: 0)
    before = os.listdir("/proc/self/fd")
    assert ring.share() == -1 and not ring.shared
    assert len(os.listdir("/proc/self/fd")) == len(before)
    assert RingReader(ring.address, ARCH).take() == [(4, -1)]


@pytest.mark.parametrize("shared", [False, True])
def test_a_child_writes_to_pages_of_its_own(ring: Ring, shared: bool) -> None:
    """And does not find what its parent had not read."""
    write(ring.address, 1)
    if shared:
        os.close(ring.share())

    def check() -> bool:
        ring.after_fork()
        reader = RingReader(ring.address, ARCH)
        reader.taken = reader.written
        for _ in range(5):
            write(ring.address, 77)
        return reader.take() == [(77, -1)] * 5 and not ring.shared

    assert in_child(check) == 0
    write(ring.address, 2)
    assert RingReader(ring.address, ARCH).take() == [(1, -1), (2, -1)]


def test_no_memory_for_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libc, "mmap", lambda *_: -1)
    with pytest.raises(NoCodeMemory, match="the ring of hot functions"):
        Ring(ARCH)


def test_the_pages_hold_all_entries() -> None:
    assert ring_bytes(ARCH) >= ENTRIES + 8 * COUNT and ring_bytes(ARCH) % 4096 == 0
    assert COUNT & (COUNT - 1) == 0


def test_a_sleeper_is_woken_though_the_pages_move(ring: Ring) -> None:
    """A futex belongs to pages: who slept on the old ones would sleep on. `wake` is heard at every moment."""

    def read(started: threading.Event, known: list[bool]) -> None:
        reader = RingReader(ring.address, ARCH)
        started.set()
        while not known:
            ring.sleep(reader, 60.0, lambda: known)

    for _ in range(200):
        started, known = threading.Event(), list[bool]()
        thread = threading.Thread(target=read, args=(started, known))
        thread.start()
        started.wait()
        os.close(ring.share())
        known.append(True)
        ring.wake()
        thread.join(20)
        assert not thread.is_alive()


def test_a_child_is_not_held_up_by_a_sleeper_it_has_not(ring: Ring) -> None:
    reader = RingReader(ring.address, ARCH)
    stop: list[bool] = []
    thread = threading.Thread(target=lambda: [ring.sleep(reader, 60.0, lambda: stop) for _ in iter(stop.copy, [True])])
    thread.start()
    while not load_word(ring.address + SLEEPING) & 0xFFFFFFFF:
        os.sched_yield()

    def check() -> bool:
        ring.after_fork()
        return ring.share() >= 0

    assert in_child(check) == 0
    stop.append(True)
    ring.wake()
    thread.join(20)
    assert not thread.is_alive()
