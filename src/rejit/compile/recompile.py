"""From hot events to jobs: what the compile server (or a session without one) knows of the functions that run.

The policy decides; this keeps the books: one job per function and level however many events there are, what is queued,
what failed and until when it rests.
"""

from __future__ import annotations

from collections import deque
from time import monotonic

from rejit.ir.imports import lines_of
from rejit.tiers import HOT_TRIGGERS, OFFSET_BITS, STRIDE, Profile, budget_after, can_continue, continuation_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from rejit.ir.index import ModuleIndex
    from rejit.tiers import Policy, TierKey


class Recompiler:
    """Books of the functions of all modules. `index_of(module number)` is None for a module that is gone."""

    def __init__(
        self,
        policy: Policy,
        keys: Mapping[int, TierKey],
        index_of: Callable[[int], ModuleIndex | None],
        tell: Callable[[tuple[Any, ...]], None],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.policy = policy
        self.keys = dict(keys)  # level -> tier key
        self.start_level = min(self.keys)
        self.last_level = max(self.keys)
        self._loops: deque[tuple[Profile, int]] = deque()  # whose continuations are wanted
        self.queue_max = 0
        self.running = 0
        self._index_of = index_of
        self._tell = tell  # what the session should know: ("hot", module, name, level), ("left", module, name, reason)
        self._clock = clock
        self._profiles: dict[tuple[int, str], Profile] = {}
        self._names: dict[int, dict[int, str]] = {}  # module -> offset -> name
        self._queue: dict[Profile, None] = {}
        self._aside: dict[Profile, None] = {}  # not hot enough for a long queue: asked about again when it is empty

    # -- events -------------------------------------------------------------------------------------------------

    def events(self, events: Iterable[tuple[int, int]]) -> None:
        """What the ring had: (id, loop)."""
        now = self._clock()
        for number, loop in events:
            profile = self._by_id(number)
            if profile is not None:
                self._event(profile, loop, now)

    def _event(self, profile: Profile, loop: int, now: float) -> None:
        if not profile.heat:
            profile.first = now
            profile.work += self.policy.calls if loop < 0 else self.policy.loops
        else:
            profile.work += budget_after(self.policy.calls) * (1 if loop < 0 else STRIDE)
        profile.heat += 1
        profile.last = now
        profile.loop = loop
        if loop >= 0 and loop not in profile.continued and (profile.level == self.last_level or profile.name == "main"):
            # There is a better body, and an activation of the old one goes round and round; `main` is not called again.
            self._continue(profile, loop)
        if profile.running or profile.wanted is not None or now < profile.not_before:
            return
        if not self._ask(profile, now) and self._queue and now >= profile.not_before:
            self._aside[profile] = None

    def _ask(self, profile: Profile, now: float) -> bool:
        """Queue a function if the policy wants it recompiled now; whether it does."""
        try:
            level = self.policy.hot(profile, now, len(self._queue))
        except Exception as error:
            self._leave(profile, f"the policy failed: {type(error).__name__}: {error}")
            return False
        if level is None or level == profile.level:
            return False
        if level not in self.keys:
            self._leave(profile, f"the policy asks for level {level}, and the session has {sorted(self.keys)}")
            return False
        profile.wanted = level
        self._queue[profile] = None
        self._aside.pop(profile, None)
        self.queue_max = max(self.queue_max, len(self._queue))
        self._tell(("hot", profile.module, profile.name, level))
        return True

    def _continue(self, profile: Profile, loop: int) -> None:
        """Have the continuation of a loop made, if the body that runs can go on in it."""
        profile.continued.add(loop)
        if HOT_TRIGGERS[2] not in self.keys[self.start_level][3]:
            return
        if can_continue(profile.name, profile.lines):
            self._loops.append((profile, loop))
        else:
            reason = f"the function is too long to go on elsewhere: {profile.lines} lines of IR"
            self._tell(("left", profile.module, f"{profile.name}, loop {loop}", reason))

    def _leave(self, profile: Profile, reason: str) -> None:
        """Compile the function no more, because of what its policy does."""
        profile.reason = reason
        profile.not_before = float("inf")
        profile.wanted = None
        self._queue.pop(profile, None)
        self._aside.pop(profile, None)
        self._tell(("left", profile.module, profile.name, reason))

    def _by_id(self, number: int) -> Profile | None:
        module, offset = number >> OFFSET_BITS, number & (1 << OFFSET_BITS) - 1
        index = self._index_of(module)
        if index is None:
            return None
        names = self._names.get(module)
        if names is None:
            names = self._names[module] = {at: name for name, at in index.functions.items()}
        name = names.get(offset)
        return None if name is None else self.profile(module, name)

    def profile(self, module: int, name: str) -> Profile | None:
        """The books of a function; None if its module is gone."""
        found = self._profiles.get((module, name))
        if found is None:
            index = self._index_of(module)
            if index is None or name not in index.functions:
                return None
            found = self._profiles[module, name] = Profile(module, name, self.start_level, lines_of(index, name))
        return found

    # -- jobs ---------------------------------------------------------------------------------------------------

    @property
    def idle(self) -> bool:
        """Whether nothing is queued or being compiled."""
        return not self.waiting and not self.running

    @property
    def waiting(self) -> bool:
        return bool(self._queue or self._loops or self._aside)

    def next(self) -> tuple[int, str, TierKey] | None:
        """(module, function, tier) to compile now."""
        while self._loops:
            looping, loop = self._loops.popleft()
            if (looping.module, looping.name) in self._profiles:
                looping.running += 1
                self.running += 1
                return looping.module, looping.name, continuation_key(self.keys[self.last_level], loop)
        while True:
            again = self._ask_again()
            if not self._queue:
                return None
            try:
                profile = self.policy.next(list(self._queue), self._clock())
            except Exception as error:
                for waiting in list(self._queue):
                    self._leave(waiting, f"the policy failed: {type(error).__name__}: {error}")
                return None
            for dropped in [p for p in self._queue if p.wanted is None]:
                del self._queue[dropped]
                if dropped is not again:
                    self._aside[dropped] = None
            if profile is not None and profile.wanted is not None and profile in self._queue:
                del self._queue[profile]
                profile.running += 1
                self.running += 1
                return profile.module, profile.name, self.keys[profile.wanted]
            if self._queue:  # the policy holds them back
                return None

    def _ask_again(self) -> Profile | None:
        """Queue of what was put aside that which has done most work, if the queue is empty."""
        while not self._queue and self._aside:
            best = max(self._aside, key=lambda p: p.work)
            del self._aside[best]
            now = self._clock()
            if not best.running and now >= best.not_before and self._ask(best, now):
                return best
        return None

    def hot(self, module: int) -> tuple[str, ...]:
        """The functions of a module that were or are hot."""
        return tuple(name for (number, name), p in self._profiles.items() if number == module and p.work)

    def continued(self, module: int, name: str) -> None:
        """A continuation was compiled, or could not be: it is not tried again."""
        profile = self._profiles.get((module, name))
        if profile is not None and profile.running:
            profile.running -= 1
            self.running -= 1

    def done(self, module: int, name: str, level: int) -> None:
        """A function was compiled at a level."""
        profile = self._finished(module, name)
        if profile is not None:
            profile.level = level
            profile.heat = profile.failures = 0
            profile.reason = ""

    def failed(self, module: int, name: str, reason: str) -> None:
        """It could not be; the old body goes on."""
        profile = self._finished(module, name)
        if profile is not None:
            profile.failures += 1
            profile.reason = reason
            now = self._clock()
            try:
                profile.not_before = now + self.policy.failed(profile, now)
            except Exception as error:
                self._leave(profile, f"{reason}; the policy failed: {type(error).__name__}: {error}")

    def _finished(self, module: int, name: str) -> Profile | None:
        profile = self._profiles.get((module, name))
        if profile is not None and profile.running:
            profile.running -= 1
            profile.wanted = None
            self.running -= 1
        return profile

    def forget(self, module: int) -> None:
        """The module is gone."""
        self._names.pop(module, None)
        for key in [k for k in self._profiles if k[0] == module]:
            profile = self._profiles.pop(key)
            self._queue.pop(profile, None)
            self._aside.pop(profile, None)
            self.running -= profile.running
