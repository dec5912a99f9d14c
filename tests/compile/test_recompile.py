"""What is recompiled when: the books and the shipped policy, on a clock that only the tests move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

import pytest

from rejit.compile.recompile import Recompiler
from rejit.ir.index import ModuleIndex
from rejit.tiers import (
    OSR_LINES,
    OSR_MAIN_LINES,
    STRIDE,
    HotPolicy,
    Profile,
    Tier,
    budget_after,
    continuation_key,
    id_of,
)

MODULE = 5
KEYS = {0: Tier(0, hot=True).key(), 2: Tier(2, hot=True).key(), 3: Tier(3).key()}
COUNT = 60
TEXT = "".join(f"define void @f{n}() {{\nentry:\n  ret void\n}}\n\n" for n in range(COUNT))


class Books(Recompiler):
    """Of module 5 (and 6, if added), with a clock at `now` and notes of what the session is told."""

    def __init__(self, policy: Any = None, keys: Any = KEYS) -> None:
        self.now = 100.0
        self.told: list[tuple[Any, ...]] = []
        self.indexes = {MODULE: ModuleIndex.build(TEXT)}
        super().__init__(policy or HotPolicy(), keys, self.indexes.get, self.told.append, lambda: self.now)

    def id(self, name: str, module: int = MODULE) -> int:
        return id_of(module, self.indexes[module].functions[name])

    def hot(self, *names: str, module: int = MODULE, loop: int = -1) -> None:
        """One event of each."""
        self.events((self.id(name, module), loop) for name in names)

    def jobs(self) -> list[str]:
        """All that can be compiled now, in order; nothing finishes meanwhile."""
        found = []
        while (job := self.next()) is not None:
            found.append(job[1])
        return found

    def book(self, name: str) -> Profile:
        profile = self.profile(MODULE, name)
        assert profile is not None
        return profile


def names(*numbers: int) -> list[str]:
    return [f"f{number}" for number in numbers]


# -- one job for one function ------------------------------------------------------------------------------------------


def test_an_event_becomes_one_job_with_the_key_of_the_level() -> None:
    books = Books()
    assert books.idle and books.next() is None
    books.hot("f1")
    assert books.waiting and not books.idle
    assert books.next() == (MODULE, "f1", KEYS[3])
    assert not books.waiting and not books.idle and books.next() is None
    books.done(MODULE, "f1", 3)
    assert books.idle
    assert books.told == [("hot", MODULE, "f1", 3)]


def test_a_function_is_one_job_however_often_it_is_hot() -> None:
    """Queued, running or done: many threads find the same function hot."""
    books = Books()
    books.hot(*["f1"] * 7)
    assert books.jobs() == ["f1"]
    books.hot(*["f1"] * 7)
    assert books.jobs() == [] and books.running == 1
    books.done(MODULE, "f1", 3)
    books.hot(*["f1"] * 7)
    assert books.jobs() == [] and books.idle
    assert books.told == [("hot", MODULE, "f1", 3)]


def test_one_job_per_level() -> None:
    """A policy that climbs from level to level gets each once."""

    class Climb(HotPolicy):
        def hot(self, function: Profile, now: float, queued: int) -> int | None:
            return {0: 2, 2: 3}.get(function.level)

    books = Books(Climb())
    for level in (2, 3):
        books.hot("f1", "f1")
        assert books.next() == (MODULE, "f1", KEYS[level])
        books.hot("f1")
        assert books.next() is None
        books.done(MODULE, "f1", level)
        assert books.book("f1").level == level
    books.hot("f1")
    assert books.idle


def test_what_names_nothing_is_left_out() -> None:
    """An entry may come from a module that is gone, or be torn."""
    books = Books()
    books.events([(id_of(77, 0), -1), (id_of(MODULE, 1), -1), (id_of(MODULE, 1 << 31), 4)])
    assert books.idle and books.told == [] and books.profile(77, "f1") is None and books.profile(MODULE, "no") is None


def test_the_profile_says_what_happened() -> None:
    books = Books(HotPolicy(calls=300, loops=5000, queue=1))
    book = books.book("f3")
    assert (book.level, book.heat, book.work, book.lines, book.loop) == (0, 0, 0, 3, -1)
    books.hot("f0", "f1")
    books.hot("f3", loop=2)
    assert (book.heat, book.work, book.loop) == (1, 5000, 2)
    books.now += 2
    books.hot("f3")
    assert (book.heat, book.first, book.last, book.loop) == (2, 100.0, 102.0, -1)
    assert book.work == 5000 + budget_after(300)
    books.hot("f3", loop=0)
    assert book.work == 5000 + budget_after(300) * (1 + STRIDE)
    assert "f3" in repr(book) and "heat 3" in repr(book)


# -- thresholds, order -------------------------------------------------------------------------------------------------


def test_thresholds_breathe_with_the_queue() -> None:
    """With n times `queue` functions waiting a function needs n + 1 events; when the queue is empty again, one."""
    books = Books(HotPolicy(queue=10))
    books.hot(*names(*range(10)))
    assert len(books.told) == 10
    books.hot("f20")
    assert len(books.told) == 10
    books.hot("f20")
    assert books.told[-1] == ("hot", MODULE, "f20", 3)
    assert len(books.told) == 11
    for number in range(21, 30):
        books.hot(f"f{number}", f"f{number}")
    assert len(books.told) == 20 and books.queue_max == 20
    books.hot("f30", "f30")
    assert len(books.told) == 20
    books.hot("f30")
    assert len(books.told) == 21
    for job in books.jobs():
        books.done(MODULE, job, 3)
    books.hot("f40")
    assert books.told[-1] == ("hot", MODULE, "f40", 3) and books.queue_max == 21


def test_what_has_done_most_work_goes_first() -> None:
    """Entries and back-edges count alike, and a later event stands for more of them than the first."""
    books = Books(HotPolicy(calls=1000, loops=20_000))
    books.hot("f1")
    books.now += 1
    books.hot("f2", loop=0)
    books.hot("f3", "f3")
    books.hot("f4")
    assert [books.book(name).work for name in ("f1", "f2", "f3", "f4")] == [1000, 20_000, 6000, 1000]
    assert books.jobs() == ["f2", "f3", "f1", "f4"]  # of equals the one that has waited longer


def test_stale_work_gives_way_and_comes_back() -> None:
    """Only when more waits than one can serve soon."""
    books = Books(HotPolicy(queue=3, stale_s=2.0))
    books.hot(*names(1, 2, 3))
    books.hot("f4", "f4")
    books.now += 2.5
    books.hot("f2", "f4")
    assert [books.next(), books.next()] == [(MODULE, name, KEYS[3]) for name in ("f4", "f2")]
    books.hot("f1")
    assert books.next() == (MODULE, "f1", KEYS[3])


def test_a_short_queue_is_served_however_old() -> None:
    books = Books(HotPolicy(queue=3, stale_s=2.0))
    books.hot(*names(1, 2, 3))
    books.now += 1000
    assert sorted(books.jobs()) == names(1, 2, 3)


def test_what_was_not_hot_enough_for_a_long_queue_comes_when_it_is_empty() -> None:
    """An event of the past is not lost: the next may be thousands of calls away. What has done most work is first."""
    books = Books(HotPolicy(queue=2))
    books.hot("f1", "f2")
    books.hot("f3")
    books.hot("f4", loop=0)
    assert len(books.told) == 2 and books.jobs() == ["f1", "f2", "f4", "f3"]
    for job in names(1, 2, 3, 4):
        books.done(MODULE, job, 3)
    assert books.idle and len(books.told) == 4


def test_what_a_policy_does_not_want_is_not_asked_again() -> None:
    class Never(HotPolicy):
        asked = 0

        def hot(self, function: Profile, now: float, queued: int) -> int | None:
            self.asked += 1
            return None

    policy = Never()
    books = Books(policy)
    books.hot("f1")
    assert books.idle and books.next() is None and policy.asked == 1


def test_a_queue_of_stale_work_alone_comes_one_by_one() -> None:
    books = Books(HotPolicy(queue=2, stale_s=2.0))
    books.hot("f1", "f2", *["f3"] * 2)
    books.now += 3
    assert books.jobs() == ["f3", "f1", "f2"]


def test_a_function_at_the_top_is_left() -> None:
    policy = HotPolicy(level=2)
    profile = Profile(1, "f", 2, 3)
    profile.heat = 100
    assert policy.hot(profile, 0.0, 0) is None


# -- failures ----------------------------------------------------------------------------------------------------------


def fail_once(books: Books, reason: str = "no") -> None:
    assert books.jobs() == ["f1"]
    books.failed(MODULE, "f1", reason)


def test_the_wait_after_a_failure_doubles_then_no_more() -> None:
    books = Books(HotPolicy(retry_s=0.5, attempts=4))
    book = books.book("f1")
    books.hot("f1")
    for wait in (0.5, 1.0, 2.0):
        fail_once(books, f"before {wait}")
        assert (book.reason, book.not_before, book.level) == (f"before {wait}", books.now + wait, 0)
        books.now += wait - 0.01
        books.hot("f1")
        assert books.idle
        books.now += 0.01
        books.hot("f1")
    fail_once(books, "last")
    assert book.not_before == inf and book.failures == 4 and book.reason == "last"
    books.now += 1e9
    books.hot("f1")
    assert books.idle


def test_a_success_forgets_failures() -> None:
    books = Books(HotPolicy(retry_s=0.5))
    books.hot("f1")
    fail_once(books)
    books.now += 1
    books.hot("f1")
    assert books.jobs() == ["f1"]
    books.done(MODULE, "f1", 3)
    book = books.book("f1")
    assert (book.failures, book.reason, book.level, book.heat) == (0, "", 3, 0)


def test_an_answer_that_nobody_waits_for_changes_nothing() -> None:
    books = Books()
    books.failed(MODULE, "f1", "no")
    books.done(MODULE, "f2", 3)
    books.hot("f1")
    books.done(MODULE, "f1", 3)  # queued, not running
    assert books.running == 0 and books.jobs() == ["f1"]
    books.done(MODULE, "f1", 3)
    books.done(MODULE, "f1", 3)
    assert books.running == 0 and books.idle


# -- policies of the user ----------------------------------------------------------------------------------------------


class Asks(HotPolicy):
    """For one level, whatever happens."""

    def __init__(self, level: int | None) -> None:
        super().__init__()
        self.wants = level

    def hot(self, function: Profile, now: float, queued: int) -> int | None:
        return self.wants


def test_an_unknown_level_is_said_once_and_left() -> None:
    books = Books(Asks(1))
    books.hot("f1", "f1", "f1")
    reason = "the policy asks for level 1, and the session has [0, 2, 3]"
    assert books.told == [("left", MODULE, "f1", reason)]
    assert books.idle and books.book("f1").reason == reason


@pytest.mark.parametrize("level", [None, 0])
def test_a_policy_may_leave_a_function(level: int | None) -> None:
    """None, or the level it has."""
    books = Books(Asks(level))
    books.hot("f1", "f1")
    assert books.idle and books.told == []


def test_a_policy_may_lower_a_level() -> None:
    books = Books(Asks(0))
    books.book("f1").level = 2
    books.hot("f1")
    assert books.next() == (MODULE, "f1", KEYS[0])


class Holds(HotPolicy):
    """Answers `next` as told."""

    answer: Any = None

    def next(self, queue: Sequence[Profile], now: float) -> Profile | None:
        return self.answer(queue)


def test_a_policy_may_wait() -> None:
    policy = Holds()
    policy.answer = lambda queue: None
    books = Books(policy)
    books.hot("f1", "f2")
    assert books.next() is None and books.waiting and not books.running
    policy.answer = lambda queue: queue[-1]
    assert books.jobs()[0] == "f2"


def test_a_policy_may_drop() -> None:
    def drop(queue: Iterable[Profile]) -> None:
        for profile in queue:
            profile.wanted = None

    policy = Holds()
    policy.answer = drop
    books = Books(policy)
    books.hot("f1", "f2")
    assert books.next() is None and books.idle


def test_what_a_policy_makes_up_is_not_compiled() -> None:
    stranger = Profile(MODULE, "f9", 0, 1)
    stranger.wanted = 3
    policy = Holds()
    policy.answer = lambda queue: stranger
    books = Books(policy)
    books.hot("f1")
    assert books.next() is None and books.running == 0


@pytest.mark.parametrize("method", ["hot", "next", "failed"])
def test_a_policy_that_raises_costs_its_functions_a_better_body_and_no_more(method: str) -> None:
    def raises(*_: Any) -> Any:
        raise ZeroDivisionError("mine")

    policy = HotPolicy()
    setattr(policy, method, raises)
    books = Books(policy)
    books.hot("f1")
    job = books.next()
    if method == "failed":
        assert job is not None
        books.failed(MODULE, "f1", "no")
    else:
        assert job is None
    assert books.idle
    reason = "the policy failed: ZeroDivisionError: mine"
    assert books.told[-1] == ("left", MODULE, "f1", "no; " + reason if method == "failed" else reason)
    books.hot("f1")
    assert books.idle
    setattr(policy, method, getattr(HotPolicy(), method))
    books.hot("f2")
    assert books.jobs() == ["f2"]


# -- modules that are gone ---------------------------------------------------------------------------------------------


def test_a_forgotten_module_takes_its_jobs_along() -> None:
    books = Books()
    books.indexes[6] = ModuleIndex.build(TEXT)
    books.hot("f1", "f2")
    books.hot("f1", module=6)
    first = books.next()
    assert first is not None and books.running == 1
    del books.indexes[MODULE]
    books.forget(MODULE)
    assert books.running == 0
    books.done(first[0], first[1], 3)  # it was being compiled
    books.failed(first[0], first[1], "gone")
    assert books.running == 0
    assert books.jobs() == ["f1"]
    books.done(6, "f1", 3)
    assert books.idle
    books.events([(id_of(MODULE, 0), -1)])
    assert books.idle


def test_a_module_may_come_back_as_another() -> None:
    """A number is not used twice in a session; a compile server that starts again hears of the same modules anew."""
    books = Books()
    books.hot("f1")
    books.forget(MODULE)
    books.indexes[MODULE] = ModuleIndex.build(TEXT.replace("@f", "@g"))
    books.hot("g1")
    assert books.jobs() == ["g1"]


# -- loops that are running --------------------------------------------------------------------------------------------

OSR_KEYS = {0: Tier(0, hot=True).key(form=2), 3: Tier(3).key()}


def test_a_loop_that_goes_on_under_the_best_body_gets_one_continuation() -> None:
    books = Books(keys=OSR_KEYS)
    books.hot("f1", loop=2)
    assert books.next() == (MODULE, "f1", OSR_KEYS[3])
    books.hot("f1", loop=2)
    assert books.next() is None  # the better body is not there yet
    books.done(MODULE, "f1", 3)
    books.hot("f1", "f1", loop=2)
    assert books.next() == (MODULE, "f1", continuation_key(OSR_KEYS[3], 2))
    assert books.next() is None and not books.idle
    books.continued(MODULE, "f1")
    books.hot("f1", loop=2)
    assert books.next() is None and books.idle


@pytest.mark.parametrize(
    ("name", "lines", "able"),
    [
        ("f1", OSR_LINES, True),
        ("f1", OSR_LINES + 1, False),
        ("main", OSR_LINES + 1, True),
        ("main", OSR_MAIN_LINES + 1, False),
    ],
)
def test_a_function_too_long_to_go_on_is_named(name: str, lines: int, able: bool) -> None:
    books = Books(keys=OSR_KEYS)
    books.indexes[6] = ModuleIndex.build(f"define void @{name}() {{\nentry:\n  ret void\n}}\n")
    book = books.profile(6, name)
    assert book is not None
    book.level, book.lines = 3, lines
    books.hot(name, name, module=6, loop=0)
    assert len(books.jobs()) == able
    reason = f"the function is too long to go on elsewhere: {lines} lines of IR"
    assert books.told == ([] if able else [("left", 6, f"{name}, loop 0", reason)])


def test_a_forgotten_module_takes_its_continuations_along() -> None:
    books = Books()
    profile = books.profile(MODULE, "f1")
    assert profile is not None
    profile.level = 3
    books._loops.append((profile, 0))
    assert books.next() is not None and books.running == 1
    books.forget(MODULE)
    assert books.running == 0 and books.idle
    books.continued(MODULE, "f1")  # it was being compiled
    assert books.running == 0
