"""How many compile workers this process may use: affinity, cgroup CPU, memory and pids, configuration."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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


def bounds(config: Config) -> Iterator[tuple[int, str]]:
    """(most workers, what allows no more) of all that limits their number."""
    yield len(os.sched_getaffinity(0)), "the CPUs this process may run on"
    yield config.max_workers, "Config.max_workers"
    for group in _cgroup_paths():
        quota = _quota(group)
        if quota is not None:
            yield max(1, round(quota)), f"{group}/cpu.max"
        memory, used = _number(f"{group}/memory.max"), _number(f"{group}/memory.current")
        if memory is not None:
            yield (memory - (used or 0)) // config.worker_memory_bytes, f"{group}/memory.max"
        pids, running = _number(f"{group}/pids.max"), _number(f"{group}/pids.current")
        if pids is not None:
            yield pids - (running or 0) - 2, f"{group}/pids.max"


def worker_count(config: Config) -> int:
    """Workers this process may use: at least one."""
    return max(1, min(count for count, _ in bounds(config)))
