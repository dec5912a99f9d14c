"""What a session counts, and the report made of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from rejit.module import Module

KEPT_TIMES = 1 << 13  # callback times kept for the percentiles: 40 bytes each, in a process that may live for long


class Counters:
    """Written by the session as it works; one addition each."""

    __slots__ = (
        "bodies_retired",
        "call_sites_patched",
        "callback_ns",
        "callbacks",
        "code_bytes",
        "compile_ns",
        "compiled",
        "data_bytes",
        "link_ns",
        "linked",
        "osr_compiles",
        "osr_failures",
        "partition_ns",
        "recompile_failures",
        "recompiled",
        "recompiled_after_reclaim",
        "redirects",
        "retired_bytes",
        "split_ns",
        "started_ns",
        "startup_ns",
        "wait_ns",
        "waits",
    )

    def __init__(self) -> None:
        self.callbacks = self.compiled = self.linked = self.waits = 0
        self.compile_ns = self.partition_ns = self.split_ns = self.link_ns = self.wait_ns = 0
        self.code_bytes = self.data_bytes = self.recompiled_after_reclaim = 0
        self.recompiled = self.redirects = self.call_sites_patched = self.recompile_failures = 0
        self.bodies_retired = self.retired_bytes = self.osr_compiles = self.osr_failures = 0
        self.started_ns = self.startup_ns = 0
        self.callback_ns: list[int] = []

    def callback(self, whole: int, waited: int) -> None:
        """One compile callback: nanoseconds from entry to answer, and those spent waiting for LLVM."""
        self.callbacks += 1
        if len(self.callback_ns) < KEPT_TIMES:
            self.callback_ns.append(whole - waited)

    def percentile(self, fraction: float) -> float:
        """Microseconds of a callback without LLVM's time, at a fraction of all callbacks."""
        times = sorted(self.callback_ns)
        return times[min(len(times) - 1, int(fraction * len(times)))] / 1000 if times else 0.0


class MemoryReport:
    """What a session's code memory holds. Frozen; sizes in bytes."""

    __slots__ = (
        "code",
        "code_limit",
        "data",
        "free",
        "largest_free_run",
        "mappings",
        "quarantine",
        "reclaimed",
        "stubs",
        "waiting",
    )

    code: int  # bodies, those in quarantine included
    code_limit: int  # what `Session(code_limit=...)` was given; 0: none
    data: int  # variables, slots, GOT words
    free: int  # mapped for code and stubs, and not used
    largest_free_run: int
    mappings: int  # in /proc/self/maps
    quarantine: int  # retired, and not proved to be unused yet
    reclaimed: int  # freed so far
    stubs: int
    waiting: tuple[tuple[str, int, str], ...]  # what is in quarantine: its name, its size, why it is still there

    def __init__(self, **values: Any) -> None:
        for name in self.__slots__:
            object.__setattr__(self, name, values[name])

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a MemoryReport is frozen")

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)}" for name in self.__slots__ if name != "waiting")
        return f"MemoryReport({shown}, waiting={len(self.waiting)})"


def bodies_by_level(modules: Iterable[Module]) -> dict[str, int]:
    """How many functions run a body of each of LLVM's levels."""
    levels = [f.code.level for m in modules for f in list(m.functions.values()) if f.code is not None and f.module is m]
    return {f"bodies_at_O{level}": levels.count(level) for level in range(4)}


def report(counters: Counters, **more: Any) -> dict[str, Any]:
    """The statistics as `--stats` writes them."""
    return {
        "functions_compiled": counters.compiled,
        "functions_linked": counters.linked,
        "compile_callbacks": counters.callbacks,
        "compile_ms": round(counters.compile_ns / 1e6, 3),
        "partition_ms": round(counters.partition_ns / 1e6, 3),
        "split_ms": round(counters.split_ns / 1e6, 3),
        "link_ms": round(counters.link_ns / 1e6, 3),
        "compile_waits": counters.waits,
        "wait_ms": round(counters.wait_ns / 1e6, 3),
        "callback_us_p50": round(counters.percentile(0.50), 1),
        "callback_us_p99": round(counters.percentile(0.99), 1),
        "code_bytes": counters.code_bytes,
        "data_bytes": counters.data_bytes,
        "recompiled_after_reclaim": counters.recompiled_after_reclaim,
        "startup_ms": round((counters.startup_ns - counters.started_ns) / 1e6, 3) if counters.startup_ns else 0.0,
        "recompiled": counters.recompiled,
        "redirects": counters.redirects,
        "call_sites_patched": counters.call_sites_patched,
        "recompile_failures": counters.recompile_failures,
        "osr_compiles": counters.osr_compiles,
        "osr_failures": counters.osr_failures,
        "bodies_retired": counters.bodies_retired,
        "retired_bytes": counters.retired_bytes,
        **more,
    }
