"""Making an exported file: everything of a program compiled, for each of several CPUs."""

from __future__ import annotations

import os
from typing import Any

from rejit.arch import host_arch
from rejit.cache import host
from rejit.cache.exported import NATIVE, base, write
from rejit.cache.folder import Refused
from rejit.cache.manifest import Manifest
from rejit.cache.others import MemoryCache
from rejit.session import Session
from rejit.source import Path
from rejit.tiers import for_cpu


def export(target: str, program: str, cpus: list[str]) -> tuple[int, int]:
    """Write an exported file: (functions in it, its size). Raises what compiling raises, and Refused for an unknown
    CPU."""
    levels: dict[str, tuple[str, ...]] = host_arch().CPU_LEVELS
    for cpu in cpus:
        if cpu != NATIVE and cpu not in levels:
            raise Refused(f"--cpu {cpu}: {NATIVE}, {', '.join(levels)}")
    rows = []
    functions = 0
    # The least capable first: the reader takes the last that fits.
    for cpu in sorted(cpus, key=lambda name: len(levels) if name == NATIVE else list(levels).index(name)):
        row, count = _compiled(program, cpu, host.cpu() if cpu == NATIVE else levels[cpu])
        rows.append(row)
        functions += count
    write(target, rows)
    return functions, os.path.getsize(target)


def _compiled(program: str, cpu: str, needs: Any) -> tuple[Any, int]:
    memory = MemoryCache()
    with Session(cache=memory) as session:
        assert session.cache is not None
        session.cache.manifest_limit = 1 << 32
        session.cache.beside, session.cache.files = False, []
        session.tier = for_cpu(session.tier, cpu)
        library = session.add(Path(program))
        library.compile()
        library._module.link_asm()
        entry = library._module.entry
    assert entry is not None
    data = memory.load(entry.key)
    if data is None:
        raise Refused(f"{program}: nothing was compiled: {session.cache.off or 'it defines no function'}")
    return (entry.size, entry.content, base(session.tier), cpu, "", needs, data), len(Manifest.load(data).tiers)
