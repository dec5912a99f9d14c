"""Tiers: how functions are compiled, which are compiled again, and when.

    Tier         one compile configuration: LLVM's level, transforms, how much is inlined
    Policy       decides, from the events of instrumented code, what is recompiled at which level
    HotPolicy    the one used unless the user gives another; written against the same seam

A session starts every function at the first of its tiers. Where there is a second one, the first is instrumented with a
hot trigger; its events reach the policy in the compile server (or in a thread of the session where there is none).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import Any, Protocol, TypeAlias

    # (level 0..3, CPU or "native", features, transforms, lines inlined, form of calls, key for what must not be tiered)
    TierKey: TypeAlias = tuple[int, str, str, tuple[str, ...], int, str, Any]
    Transform: TypeAlias = Callable[[str, str], str | tuple[str, Sequence[str]]]

    class Policy(Protocol):
        """What a user's policy implements. It runs in one thread of the compile server; `now` is in seconds.

        calls     entries of an instrumented body before its first event
        loops     back-edges before the same
        """

        calls: int
        loops: int

        def hot(self, function: Profile, now: float, queued: int) -> int | None:
            """The level to compile the function at, or None to leave it; called for every event of it."""

        def next(self, queue: Sequence[Profile], now: float) -> Profile | None:
            """Which of the queued functions to compile now; None: none yet."""

        def failed(self, function: Profile, now: float) -> float:
            """Seconds until a function whose compile failed may be tried again; inf: never."""


# The transforms of instrumented tiers. Calls and loops are counted in IR; so are they, and a caller waits and goes on
# in the better body; loops are, and calls are counted in front of the body (the linker does that: IR costs LLVM's
# time), with loops that go on in better code, and without.
HOT_TRIGGERS = ("rejit hot trigger", "rejit hot trigger, sync", "rejit hot trigger, osr", "rejit hot trigger, loops")
# Not transforms, but in their place in a key: the objects carry debug information, lines and functions or all of it.
# Lines double what a function of a -g module costs (measured on SQLite: slice and LLVM, 0.9 ms instead of 0.45).
DEBUG_LINES, DEBUG_FULL = "rejit debug lines", "rejit debug full"
CONTINUATION = "rejit continuation "  # with a loop's number: the transform that makes a function's continuation
OSR_LINES = 150  # of a function; what a loop's state is costs 6 us a line to find, and a longer one is called again
OSR_MAIN_LINES = 2000  # of `main`, which is not called again
IMPORT_LINES = 100  # a direct callee's size up to which it is compiled along
OFFSET_BITS = 32  # of an id
STRIDE = 256  # back-edges that one tick of a loop's budget stands for, at most
CALL_FORMS = ("direct", "slot", "stub")


class Tier:
    """One compile configuration. Frozen.

    level       LLVM's optimisation level, 0 to 3
    transforms  functions on a function's IR, applied in order before LLVM: (name, "define ...") -> the new text, or
                (the new text, lines the module needs for it). They run in the compile workers, so they must be
                functions of an importable module or of the program's main file.
    inline      lines of IR up to which a callee comes along to be inlined; 0: none
    hot         whether the code is instrumented with the hot trigger; None: in all of a session's tiers but the last
    calls       how the code calls the session's functions: "direct" (patched call sites), "slot" (through the word that
                says where the function is), "stub"

    Raises ValueError, TypeError for a transform that a worker could not find.
    """

    __slots__ = ("calls", "hot", "inline", "level", "transforms")

    level: int
    transforms: tuple[str, ...]
    inline: int
    hot: bool | None
    calls: str

    def __init__(
        self,
        level: int,
        transforms: Sequence[Transform | str] = (),
        *,
        inline: int | None = None,
        hot: bool | None = None,
        calls: str | None = None,
    ) -> None:
        if level not in (0, 1, 2, 3):
            raise ValueError(f"level={level!r}: LLVM's levels are 0, 1, 2 and 3")
        calls = calls or ("direct" if level >= 2 else "stub")
        if calls not in CALL_FORMS:
            raise ValueError(f"calls={calls!r}: one of {', '.join(CALL_FORMS)}")
        names = tuple(t if isinstance(t, str) else reference(t) for t in transforms)
        values = {
            "level": level,
            "transforms": names,
            "inline": (IMPORT_LINES if level >= 2 else 0) if inline is None else inline,
            "hot": hot,
            "calls": calls,
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Tier is frozen")

    def replace(self, **changes: Any) -> Tier:
        """A copy with some values changed."""
        values = {name: getattr(self, name) for name in self.__slots__} | changes
        return Tier(values.pop("level"), values.pop("transforms"), **values)

    def key(self, pinned: tuple[TierKey, bool] | None = None, form: int = 0) -> TierKey:
        """What a compile is asked for with: plain values. pinned: the key for functions that must not change their
        tier, and whether those with value-changing flags may. form: which of HOT_TRIGGERS, if it is instrumented."""
        transforms = (*self.transforms, HOT_TRIGGERS[form]) if self.hot else self.transforms
        return self.level, "native", "", transforms, self.inline, self.calls, pinned

    def __repr__(self) -> str:
        return f"<Tier {self.level}{', hot trigger' if self.hot else ''}>"


def counted_by_linker(key: TierKey) -> bool:
    """Whether calls are counted in front of the body, not in it."""
    return any(name in HOT_TRIGGERS[2:] for name in key[3])


def continuation_key(key: TierKey, loop: int) -> TierKey:
    """The key for the continuation of a function's loop, at the tier of `key`."""
    return (*key[:3], (*key[3], f"{CONTINUATION}{loop}"), *key[4:])


def can_continue(name: str, lines: int) -> bool:
    """Whether the loops of a function of so many lines get continuations."""
    return lines <= (OSR_MAIN_LINES if name == "main" else OSR_LINES)


def continued_loop(key: TierKey) -> int:
    """The loop that a compile with this key is the continuation of; -1: none."""
    last = key[3][-1] if key[3] else ""
    return int(last[len(CONTINUATION) :]) if last.startswith(CONTINUATION) else -1


def debug_of(key: TierKey) -> str:
    """How much debug information the objects of a key carry: "none", "lines" (and functions) or "full"."""
    return "lines" if DEBUG_LINES in key[3] else "full" if DEBUG_FULL in key[3] else "none"


def for_cpu(key: TierKey, cpu: str, features: str = "") -> TierKey:
    """A key for another CPU than the machine's, or with other features, also for what it pins."""
    pinned = key[6]
    behind = None if pinned is None else (for_cpu(pinned[0], cpu, features), pinned[1])
    return (key[0], cpu, features, *key[3:6], behind)


PLAIN: TierKey = (0, "native", "", (), 0, "stub", None)


def default_tiers() -> tuple[Tier, Tier]:
    """Fast compiles, then everything LLVM has."""
    return Tier(0), Tier(3)


def arranged(tiers: Sequence[Tier], transforms: Sequence[Transform], tiered: bool) -> tuple[Tier, ...]:
    """A session's tiers in order, each knowing whether it is instrumented, with the session's transforms before its
    own.

    If not `tiered` only the first is left. ValueError if there is none, or two of one level."""
    if not tiers:
        raise ValueError("tiers=(): give at least one Tier")
    if len({tier.level for tier in tiers}) != len(tiers):
        raise ValueError(f"tiers={tuple(tiers)}: two of one level")
    if not tiered:
        tiers = tiers[:1]
    before = tuple(t if isinstance(t, str) else reference(t) for t in transforms)
    return tuple(
        tier.replace(
            transforms=before + tier.transforms,
            hot=tiered and (place < len(tiers) - 1 if tier.hot is None else tier.hot),
        )
        for place, tier in enumerate(tiers)
    )


def budget_after(calls: int) -> int:
    """What a used-up budget becomes, entries or ticks: events after the first tell how hot a function is."""
    return max(5 * calls, 1000)


def id_of(module: int, offset: int) -> int:
    """A function as the ring names it: 24 bits of its module's number, 32 of its offset in the module's text."""
    return (module & 0xFFFFFF) << OFFSET_BITS | offset & (1 << OFFSET_BITS) - 1


def is_instrumented(key: TierKey) -> bool:
    return any(name in HOT_TRIGGERS for name in key[3])


def reference(function: Any) -> str:
    """A function or class as a worker can find it: "module:name#digest of its file", or "file.py:name#digest"."""
    module, name = function.__module__, function.__qualname__
    if "<" in name:
        raise TypeError(f"{name}: a compile worker cannot find it; define it at the top level of a module")
    import sys

    file = getattr(sys.modules.get(module), "__file__", None)
    if module == "__main__":
        if not file:
            raise TypeError(f"{name}: a compile worker cannot find it; define it in a file")
        import os

        module = os.path.abspath(file)
    if module.startswith("rejit."):
        return f"{module}:{name}"
    digest = ""
    if file:
        from _blake2 import blake2b

        with open(file, "rb") as source:
            digest = "#" + blake2b(source.read(), digest_size=8).hexdigest()
    return f"{module}:{name}{digest}"


def find(spec: str) -> Any:
    """What `reference` named. Raises ImportError or AttributeError."""
    import importlib

    module, _, name = spec.partition("#")[0].rpartition(":")
    if module.endswith(".py"):
        found: Any = _main_file(module)
    else:
        found = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _main_file(path: str) -> ModuleType:
    """The program's main file as a module, without running what it does only as `__main__`."""
    import importlib.util
    import sys

    found = sys.modules.get("__rejit_main__")
    if found is None or found.__file__ != path:
        spec = importlib.util.spec_from_file_location("__rejit_main__", path)
        if spec is None or spec.loader is None:
            raise ImportError(f"{path} cannot be loaded")
        found = importlib.util.module_from_spec(spec)
        sys.modules["__rejit_main__"] = found
        spec.loader.exec_module(found)
    return found


class Profile:
    """What is known of one function. Times are in seconds of one clock; `heat` counts its events."""

    __slots__ = (
        "continued",
        "failures",
        "first",
        "heat",
        "last",
        "level",
        "lines",
        "loop",
        "module",
        "name",
        "not_before",
        "reason",
        "running",
        "wanted",
        "work",
    )

    def __init__(self, module: int, name: str, level: int, lines: int) -> None:
        self.module = module
        self.name = name
        self.level = level  # of the body that runs
        self.lines = lines  # of IR text
        self.heat = 0  # events since the body was made
        self.work = 0  # entries and back-edges these stand for
        self.first = self.last = 0.0  # times of these
        self.loop = -1  # the loop that caused the last event; -1: calls
        self.wanted: int | None = None  # the level it is queued for
        self.running = 0  # compiles: of itself, and of continuations of its loops
        self.continued: set[int] = set()  # loops that have a continuation, or cannot have one
        self.failures = 0
        self.not_before = 0.0
        self.reason = ""  # why it is not compiled again

    def __repr__(self) -> str:
        return f"<profile of {self.name}: level {self.level}, heat {self.heat}>"


class HotPolicy:
    """A function is recompiled at the top level when its body has been entered `calls` times or has taken `loops`
    back-edges. Thresholds breathe: the longer the queue, the more events a function needs. Of the queue what has done
    most work goes first; what has been silent for `stale_s` is dropped, and comes back if it is hot again. What fails
    is left alone for a time that doubles, then for good.
    """

    def __init__(
        self,
        calls: int = 1000,
        loops: int = 20_000,
        *,
        level: int = 3,
        queue: int = 24,
        stale_s: float = 2.0,
        retry_s: float = 0.5,
        attempts: int = 3,
    ) -> None:
        self.calls = calls
        self.loops = loops
        self.level = level
        self.queue = queue  # functions waiting that double what is asked of the next
        self.stale_s = stale_s
        self.retry_s = retry_s
        self.attempts = attempts

    def hot(self, function: Profile, now: float, queued: int) -> int | None:
        if function.level >= self.level or function.heat <= queued // self.queue:
            return None
        return self.level

    def next(self, queue: Sequence[Profile], now: float) -> Profile | None:
        best = max(queue, key=lambda f: f.work, default=None)
        if best is None:
            return None
        if len(queue) > self.queue:
            for profile in queue:
                if now - profile.last > self.stale_s:
                    profile.wanted = None
            if best.wanted is None:
                return self.next([p for p in queue if p.wanted is not None], now)
        return best

    def failed(self, function: Profile, now: float) -> float:
        if function.failures >= self.attempts:
            return float("inf")
        return float(self.retry_s * 2 ** (function.failures - 1))
