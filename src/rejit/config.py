"""Every number that can be tuned, with its unit and the reason for its default."""

from __future__ import annotations

import os


class Config:
    """Frozen: made once a session, `replace` gives a changed copy."""

    __slots__ = (
        "batch_bytes",
        "batch_functions",
        "cache_bytes",
        "cells_per_slab",
        "code_span",
        "compile_timeout_s",
        "descriptor_floor",
        "idle_exit_s",
        "max_workers",
        "memory_backend",
        "reclaim",
        "silence_timeout_s",
        "speculation_ahead",
        "speculation_chance",
        "speculation_per_use",
        "start_timeout_s",
        "worker_memory_bytes",
    )

    code_span: int  # bytes of address space reserved: code and data within 32-bit reach of each other
    cells_per_slab: int  # most stubs written at a time: 16 KiB, 1.5 ms in Python; small programs get fewer
    batch_functions: int  # most functions speculated together: each costs 2.1 ms alone, 0.9 ms among 32
    batch_bytes: int  # bytes of IR text speculated together
    cache_bytes: int  # bytes on disk that the cache may take; what was not used for longest goes first
    speculation_chance: float  # least chance that lets a function be compiled ahead
    speculation_ahead: int  # functions that may be compiled ahead while nothing new is used
    speculation_per_use: int  # functions more that each first use allows
    compile_timeout_s: float  # seconds one function may take before its worker is killed
    start_timeout_s: float  # seconds the compile server may take to answer for the first time
    silence_timeout_s: float  # seconds after which a server that says nothing, not even "busy", is given up
    idle_exit_s: float  # seconds without a request after which the compile server leaves
    max_workers: int  # more compile processes than this never paid on programs of 3,000 functions
    worker_memory_bytes: int  # memory to leave for each worker inside a cgroup limit
    descriptor_floor: int  # lowest number for our socket: programs close and reuse the small ones
    reclaim: str  # "auto": under pressure; "always": at every chance, for tests (REJIT_RECLAIM); "off": never
    memory_backend: str | None  # force one code-memory backend (REJIT_MEMORY); None: the first that works

    def __init__(self, **changes: object) -> None:
        values: dict[str, object] = {
            "code_span": 1 << 30,
            "cells_per_slab": 1024,
            "batch_functions": 32,
            "batch_bytes": 64 << 10,
            "speculation_ahead": 192,
            "cache_bytes": 512 << 20,
            "speculation_chance": 0.15,
            "speculation_per_use": 8,
            "compile_timeout_s": 120.0,
            "start_timeout_s": 60.0,
            "silence_timeout_s": 30.0,
            "idle_exit_s": 60.0,
            "max_workers": 8,
            "worker_memory_bytes": 200 << 20,
            "descriptor_floor": 700,
            "memory_backend": _one_of("REJIT_MEMORY", ("procmem", "seal", "alias")) or None,
            "reclaim": _one_of("REJIT_RECLAIM", ("auto", "always", "off")) or "auto",
        }
        unknown = changes.keys() - values.keys()
        if unknown:
            raise TypeError(f"Config has no {', '.join(sorted(unknown))}; it has {', '.join(sorted(values))}")
        values.update(changes)
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Config is frozen; use Config(...) or replace({name}=...)")

    def replace(self, **changes: object) -> Config:
        """A copy with some values changed."""
        return Config(**{name: getattr(self, name) for name in self.__slots__} | changes)


def _one_of(variable: str, known: tuple[str, ...]) -> str:
    """What an environment variable says; "" if it is not set. EnvironmentFailure if that is none of what is known."""
    value = os.environ.get(variable, "")
    if value and value not in known:
        from rejit.errors import EnvironmentFailure

        raise EnvironmentFailure(f"{variable}={value}: one of {', '.join(known)}, or not set")
    return value
