"""How many compile workers this process may use: affinity, cgroup CPU, memory and pids, configuration."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rejit.config import Config

CGROUP = "/sys/fs/cgroup"


def _number(path: str) -> int | None:
    """The first integer in a cgroup file; None for "max" or no such file."""
    try:
        with open(path) as file:
            word = file.read().split()[0]
    except (OSError, IndexError):
        return None
    return int(word) if word.isdigit() else None


def _cgroup_paths() -> list[str]:
    """This process's cgroup (version 2) and all above it."""
    try:
        with open("/proc/self/cgroup") as file:
            line = next(line for line in file if line.startswith("0::"))
    except (OSError, StopIteration):
        return []
    path = line[3:].strip().strip("/")
    parts = path.split("/") if path else []
    return [os.path.join(CGROUP, *parts[:n]) for n in range(len(parts), -1, -1)]


def _quota(group: str) -> float | None:
    """CPUs a cgroup may use."""
    try:
        with open(f"{group}/cpu.max") as file:
            quota, period = file.read().split()
        return None if quota == "max" else int(quota) / int(period)
    except (OSError, ValueError, ZeroDivisionError):
        return None


def worker_count(config: Config) -> int:
    """Workers this process may use: at least one."""
    count = min(len(os.sched_getaffinity(0)), config.max_workers)
    for group in _cgroup_paths():
        quota = _quota(group)
        if quota is not None:
            count = min(count, max(1, round(quota)))
        memory, used = _number(f"{group}/memory.max"), _number(f"{group}/memory.current")
        if memory is not None:
            count = min(count, (memory - (used or 0)) // config.worker_memory_bytes)
        pids, running = _number(f"{group}/pids.max"), _number(f"{group}/pids.current")
        if pids is not None:
            count = min(count, pids - (running or 0) - 2)
    return max(1, count)
