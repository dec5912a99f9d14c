"""libgcc finds the unwind table of every body that lives and of none that went, however tables come, go and are sealed.

Most of this asks libgcc itself (`_Unwind_Find_FDE`) about blocks that hold a table and no code."""

from __future__ import annotations

import ctypes
import errno
import itertools
import random
import signal
import struct
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from test_ring import in_child

from rejit import Config, Session
from rejit.runtime import libc, unwind
from rejit.runtime.ranges import map_aligned
from rejit.runtime.sealed import MEMBERS, REGION
from rejit.runtime.words import load_word

BLOCK = 128  # bytes, of which the first CODE are described
CODE = 48
AREA = 3 << REGION  # leaves end at a region's border
CIE = struct.pack("<IIB3sBBBBB3x", 16, 0, 1, b"zR\0", 1, 0x78, 16, 1, 0x1B)  # FDEs have pc-relative 4-byte addresses

_find = ctypes.CDLL("libgcc_s.so.1")._Unwind_Find_FDE  # the GIL is not held
_find.argtypes = (ctypes.c_size_t, ctypes.c_void_p)
_find.restype = ctypes.c_size_t


def found(address: int) -> int:
    """Address of the FDE that libgcc has for a code address; 0 for none."""
    result: int = _find(address, (ctypes.c_size_t * 3)())
    return result


class Blocks:
    """Blocks with unwind tables, and which of them are registered."""

    def __init__(self) -> None:
        self.base = map_aligned(AREA, 1 << REGION, libc.PROT_READ | libc.PROT_WRITE)
        self.live: set[int] = set()
        for block in self.all():
            fde = struct.pack("<IIiIB3xI", 16, len(CIE) + 4, -(CODE + len(CIE) + 8), CODE, 0, 0)
            libc.put(self.table(block), CIE + fde, len(CIE + fde))

    def all(self) -> range:
        return range(self.base, self.base + AREA, BLOCK)

    def table(self, block: int) -> int:
        return block + CODE

    def add(self, block: int) -> None:
        unwind.register_frame(self.table(block))
        self.live.add(block)

    def remove(self, *blocks: int) -> None:
        self.live.difference_update(blocks)
        unwind.deregister_frames([self.table(block) for block in blocks])

    def right(self, block: int) -> bool:
        """Whether libgcc knows of a block what it should, at both its ends and behind it."""
        fde = self.table(block) + len(CIE) if block in self.live else 0
        return [found(block), found(block + CODE - 1), found(block + CODE)] == [fde, fde, 0]

    def check(self, among: range | list[int]) -> None:
        wrong = [block for block in among if not self.right(block)]
        assert not wrong, f"{len(wrong)} of {len(among)} blocks, the first at {wrong[0] - self.base:#x}"

    def close(self) -> None:
        self.remove(*self.live)
        libc.munmap(self.base, AREA)


@pytest.fixture
def blocks() -> Iterator[Blocks]:
    made = Blocks()
    yield made
    made.close()


def sealing() -> None:
    """Skip the test if libgcc keeps a tree. (Which it is is known once there have been many tables.)"""
    if unwind._listed is False:
        pytest.skip("libgcc 13 or later: nothing is sealed")


# --- what is found


@pytest.mark.parametrize("order", ["up", "down", "shuffled"])
def test_every_table_is_found_and_none_that_went(blocks: Blocks, order: str) -> None:
    chosen = list(blocks.all())[:: AREA // BLOCK // 2000]
    if order == "down":
        chosen.reverse()
    elif order == "shuffled":
        random.Random(1).shuffle(chosen)
    for block in chosen:
        blocks.add(block)
    blocks.check(chosen)
    for start in range(0, len(chosen), 150):
        blocks.remove(*chosen[start : start + 100])
    blocks.check(chosen)
    for block in set(chosen) - blocks.live:  # the holes are filled
        blocks.add(block)
    blocks.check(chosen)


@pytest.mark.parametrize("seed", range(4))
def test_tables_come_and_go(blocks: Blocks, seed: int) -> None:
    """In clusters, with few or many changes between two lookups: libgcc sorts what is new at a lookup."""
    chance = random.Random(seed)
    places = list(blocks.all())
    for _ in range(150):
        start, width = chance.randrange(len(places)), chance.choice((3, 40, 400))
        cluster = places[start : start + width]
        if chance.random() < 0.6:
            for block in chance.sample(cluster, len(cluster) * 2 // 3):
                if block not in blocks.live:
                    blocks.add(block)
        else:
            blocks.remove(*[block for block in cluster if block in blocks.live and chance.random() < 0.8])
        if chance.random() < 0.3:
            blocks.check(cluster)
            blocks.check(chance.sample(places, 50))
    blocks.check(blocks.all()[:: 7 + seed])
    blocks.check(list(blocks.live))


def test_no_lookup_misses_a_table_while_others_come_and_go(blocks: Blocks) -> None:
    """Threads look up tables that stay, while those beside them change."""
    places = list(blocks.all())[:3000]
    stay, others = places[::3], [place for index, place in enumerate(places) if index % 3]
    for block in stay + others:
        blocks.add(block)
    missed: list[int] = []
    ending = threading.Event()

    def look(start: int) -> None:
        while not ending.is_set():
            missed.extend(block for block in stay[start::5] if found(block) != blocks.table(block) + len(CIE))

    threads = [threading.Thread(target=look, args=(start,)) for start in range(3)]
    for thread in threads:
        thread.start()
    chance, end = random.Random(2), time.monotonic() + 3
    while time.monotonic() < end:
        for block in chance.sample(others, 60):
            if block in blocks.live:
                blocks.remove(block)
            else:
                blocks.add(block)
    ending.set()
    for thread in threads:
        thread.join()
    assert not missed
    blocks.check(places)


@pytest.mark.parametrize("looks", [1, 60])
def test_no_lookup_misses_a_table_within_a_change(blocks: Blocks, monkeypatch: pytest.MonkeyPatch, looks: int) -> None:
    """After each of libgcc's calls that a change consists of, with one lookup or many before the next."""
    places = list(blocks.all())[:1200]
    chance = random.Random(6)
    missed = 0

    def step(function: Any, *arguments: Any) -> Any:
        nonlocal missed
        result = function(*arguments)
        if "FuncPtr" in type(function).__name__:
            near = [block for block in chance.sample(places, looks) if block in settled]
            missed += sum(found(block) != blocks.table(block) + len(CIE) for block in near)
        return result

    settled: set[int] = set()  # registered, and not about to be withdrawn
    for block in chance.sample(places, 300):
        blocks.add(block)
        settled.add(block)
    monkeypatch.setattr(unwind, "call", step)
    monkeypatch.setattr(unwind, "_most_alone", 0)  # seals at each chance
    for number in range(120):
        chosen = chance.sample(places, 12)
        going = [block for block in chosen if block in settled]
        settled.difference_update(going)
        blocks.remove(*going)
        for block in chosen:
            if block not in going:
                blocks.add(block)
                settled.add(block)
        if number % 10 == 9:
            lowest = chance.randrange(len(places))
            going = [block for block in places[lowest : lowest + 300] if block in settled]
            settled.difference_update(going)
            blocks.remove(*going)
    assert not missed
    blocks.check(places)


# --- how many objects


def in_list() -> int:
    """How many objects of ours libgcc has in its list, from the highest of our leaves down; other JITs have theirs."""
    found(0)  # sorts everything
    assert unwind._sealed is not None
    place, count = unwind._sealed._objects[-1], 0
    while place:
        count += any(start <= place < start + size for start, size in unwind.pools)
        place = load_word(place + unwind.NEXT)
    return count


def test_many_tables_are_few_objects(blocks: Blocks) -> None:
    """Time is not measured here: libgcc's work at a throw is by the object."""
    assert unwind.SEAL_AFTER <= 256
    before = unwind.registered()
    places = list(blocks.all())[:20_000]
    for block in places:
        blocks.add(block)
    sealing()
    assert unwind.registered() - before < 20_000 // MEMBERS + 20 + unwind.SEAL_AFTER
    unwind._seal()
    assert 20_000 // MEMBERS < in_list() <= unwind.registered()
    # In any order, and after most have gone.
    blocks.remove(*places)
    assert unwind.registered() <= before + 10
    random.Random(3).shuffle(places)
    for block in places:
        blocks.add(block)
    assert unwind.registered() - before < 20_000 // MEMBERS * 2 + 20 + unwind.SEAL_AFTER
    blocks.remove(*places[:19_000])
    assert unwind.registered() - before < 1000 // (MEMBERS // 8) + unwind.SEAL_AFTER


def test_memory_for_objects_is_used_again(blocks: Blocks, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count(time.monotonic() + unwind.GRACE_S, unwind.GRACE_S / 100)
    monkeypatch.setattr(unwind, "monotonic", lambda: next(clock))
    places = list(blocks.all())[:5000]
    sizes = []
    for round in range(12):
        for block in places:
            blocks.add(block)
        blocks.remove(*random.Random(round).sample(places, len(places)))
        sizes.append(list(unwind.pools))
    assert sizes[2] == sizes[-1]


# --- without memory


class NoMemory:
    """The system gives no memory; what there is of it is used up for arrays, and for `objects` too if so asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, objects: bool) -> None:
        self.monkeypatch = monkeypatch
        self.objects = objects
        self.refused = 0

    def __enter__(self) -> NoMemory:
        whole = unwind.Pool.take

        def take(pool: unwind.Pool) -> int:
            if pool is unwind.objects and not self.objects:
                return whole(pool)
            self.refused += 1
            raise OSError(errno.ENOMEM, "scripted")

        self.monkeypatch.setattr(unwind.Pool, "take", take)
        return self

    def __exit__(self, *_: object) -> None:
        self.monkeypatch.undo()


def test_what_cannot_be_sealed_stands_alone(blocks: Blocks, monkeypatch: pytest.MonkeyPatch) -> None:
    places = list(blocks.all())[:3000]
    for block in places[:300]:
        blocks.add(block)
    sealing()
    with NoMemory(monkeypatch, objects=False) as refusals:
        for block in places[600:]:
            blocks.add(block)
    assert 0 < refusals.refused < 20  # it is not tried again and again
    blocks.check(places)
    for block in places[300:600]:
        blocks.add(block)
    unwind._seal()
    assert len(unwind.alone) < unwind.SEAL_AFTER
    blocks.check(places)


def test_a_table_is_withdrawn_without_memory(blocks: Blocks, monkeypatch: pytest.MonkeyPatch) -> None:
    places = list(blocks.all())[:2000]
    for block in places:
        blocks.add(block)
    sealing()
    with NoMemory(monkeypatch, objects=True) as refusals:
        for block in places[::3]:
            blocks.remove(block)
        blocks.check(places)
        with pytest.raises(OSError, match="scripted"):  # it would hide others where it is, did it stand alone
            unwind.register_frame(blocks.table(places[3]))
    assert refusals.refused > 500
    blocks.add(places[3])
    blocks.check(places)


# --- signal handlers, forks


class Raised(Exception):
    pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it may raise in a gc callback
def test_a_signal_handler_that_registers_withdraws_and_raises(blocks: Blocks) -> None:
    """What was asked for is done or not, and nothing else is touched."""
    places = list(blocks.all())[:6000]
    chance = random.Random(4)
    busy: set[int] = set()  # being changed, or left by an exception
    handled = 0
    armed = False

    def change(block: int) -> None:
        busy.add(block)
        (blocks.remove if block in blocks.live else blocks.add)(block)
        busy.discard(block)

    def handle(*_: Any) -> None:
        nonlocal handled, armed
        handled += 1
        for block in chance.sample(places, 5):
            if block not in busy:
                change(block)
        if time.monotonic() < end:
            signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0001, 0.0004))
        if armed and handled % 10 == 0:
            armed = False
            raise Raised

    end = time.monotonic() + 3
    before = signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    while time.monotonic() < end + 0.1:
        try:
            armed = True
            for block in chance.sample(places, 200):
                if block not in busy:
                    change(block)
            armed = False
        except Raised:
            pass
        finally:
            armed = False
    signal.signal(signal.SIGALRM, before)
    assert handled > 100
    certain = [block for block in places if block not in busy]
    assert len(certain) > len(places) // 2
    blocks.check(certain)
    for block in busy:  # as it was before the call, or as after it
        fde = blocks.table(block) + len(CIE)
        assert found(block) in (fde, 0)
        (blocks.live.add if found(block) else blocks.live.discard)(block)


def test_a_fork_between_two_changes(blocks: Blocks) -> None:
    """In the child all is as in the parent, though a thread was at it."""
    places = list(blocks.all())[:3000]
    for block in places:
        blocks.add(block)
    ending = threading.Event()
    mine, theirs = places[::2], places[1::2]

    def change() -> None:
        chance = random.Random(5)
        while not ending.is_set():
            block = chance.choice(theirs)
            (unwind.deregister_frames([blocks.table(block)]), unwind.register_frame(blocks.table(block)))

    thread = threading.Thread(target=change)
    thread.start()

    def works() -> bool:
        blocks.remove(*mine[:500])
        blocks.check(mine)
        for block in mine[:500]:
            blocks.add(block)
        blocks.check(mine)
        return True

    try:
        assert [in_child(works) for _ in range(10)] == [0] * 10
    finally:
        ending.set()
        thread.join()
    blocks.check(places)


# --- throws

THROWS = """
declare ptr @__cxa_allocate_exception(i64)
declare void @__cxa_throw(ptr, ptr, ptr)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()
@_ZTIi = external constant ptr
"""
# Frames of different sizes, so that one table is wrong for another function.
THROW = """
define void @throw{number}(i32 %x) noinline {{
entry:
  %room = alloca [{size} x i8], align 16
  store volatile i8 1, ptr %room, align 16
  %e = call ptr @__cxa_allocate_exception(i64 4)
  store i32 %x, ptr %e, align 4
  call void @__cxa_throw(ptr %e, ptr @_ZTIi, ptr null)
  unreachable
}}

define i32 @catch{number}(i32 %x) personality ptr @__gxx_personality_v0 {{
entry:
  %room = alloca [{size} x i8], align 16
  store volatile i8 1, ptr %room, align 16
  invoke void @throw{number}(i32 %x) to label %no unwind label %pad

no:
  ret i32 -1

pad:
  %p = landingpad {{ ptr, i32 }} catch ptr null
  %v = extractvalue {{ ptr, i32 }} %p, 0
  %o = call ptr @__cxa_begin_catch(ptr %v)
  %r = load i32, ptr %o, align 4
  call void @__cxa_end_catch()
  %s = add i32 %r, {number}
  ret i32 %s
}}
"""
HAMMER = """
@ending = global i64 0, align 8

define i64 @hammer() {
entry:
  br label %again

again:
  %n = phi i64 [ 0, %entry ], [ %m, %again ]
  %bad = phi i64 [ 0, %entry ], [ %worse, %again ]
  %x = trunc i64 %n to i32
  %r = call i32 @catch0(i32 %x)
  %wrong = icmp ne i32 %r, %x
  %one = zext i1 %wrong to i64
  %worse = add i64 %bad, %one
  %m = add i64 %n, 1
  %e = load volatile i64, ptr @ending, align 8
  %done = icmp ne i64 %e, 0
  br i1 %done, label %out, label %again

out:
  %all = shl i64 %m, 16
  %both = or i64 %all, %worse
  ret i64 %both
}
"""


def throwing(numbers: range, step: int) -> str:
    return THROWS + "".join(THROW.format(number=number, size=16 + number * step % 37 * 16) for number in numbers)


def test_throws_while_bodies_come_and_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads throw all the while; modules are closed, their memory is used by functions with other frames."""
    monkeypatch.setattr(unwind, "SEAL_AFTER", 24)
    monkeypatch.setattr(unwind, "_most_alone", 24)
    ctypes.CDLL("libstdc++.so.6", mode=ctypes.RTLD_GLOBAL)
    with Session(workers=0, config=Config(reclaim="always")) as session:
        stays = session.add(throwing(range(1), 1) + HAMMER, name="stays")
        stays.compile()
        hammer, ending = stays["hammer"], stays.data("ending").as_ctypes(ctypes.c_int64)
        results: list[int] = []
        threads = [threading.Thread(target=lambda: results.append(hammer())) for _ in range(2)]
        for thread in threads:
            thread.start()
        try:
            used: list[tuple[int, int]] = []  # where bodies were in rounds before
            reused = 0
            for round in range(8):
                lib = session.add(throwing(range(1, 41), 1 + round), name=f"round{round}")
                lib.compile()
                for number in range(1, 41):
                    assert lib[f"catch{number}"](5) == 5 + number
                blocks = [(block.address, block.address + block.size) for block in lib._module.blocks()]
                reused += sum(any(low < end and start < high for start, end in used) for low, high in blocks)
                used += blocks
                lib.close()
                stays["catch0"](1)  # an exception in free memory leads to where it was caught
                session.reclaim()
        finally:
            ending.value = 1
            for thread in threads:
                thread.join()
        if unwind._listed:  # a tree keeps addresses of code, and the search finds them
            assert reused > 10
            assert session.reclaimer.statistics().bodies_reclaimed > 100
        assert len(results) == 2 and all(result >> 16 > 100 and not result & 0xFFFF for result in results)
