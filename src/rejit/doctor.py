"""What works here and what does not: the checks behind `rejit doctor`.

Each gives a `Finding`. A check that cannot be made says so and is no failure, for this runs where rejit does not, too.
What is looked at is what a run would use; nothing is made or changed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

OK, WARN, FAIL = "ok", "warn", "fail"
PATIENCE_S = 60.0  # for a process that is asked something
OLDEST_LLVMLITE = (0, 46)
OLDEST_PYTHON = (3, 11)
LITTLE_ROOM = 64 << 20  # bytes free on the disk of the cache
SPAN = 16 << 20  # bytes of address space in which a way to write code is tried

HOW = {
    "procmem": " (through /proc/thread-self/mem)",
    "seal": " (before it is made executable)",
    "alias": " (through a second, short-lived mapping)",
}

_VERSIONS = """
import json, llvmlite
from rejit.compile import backend
print(json.dumps([llvmlite.__version__, *backend._binding().llvm_version_info, *backend.host_cpu()[:1]]))
"""
_CALL = """
import json, time, rejit
start = time.perf_counter()
with rejit.Session(cache=None) as jit:
    lib = jit.add("define i64 @f(i64 %x) {\\n  %y = mul i64 %x, 2\\n  ret i64 %y\\n}\\n")
    result = lib["f"](21)
    print(json.dumps([result, time.perf_counter() - start, jit.compiler.running_workers]))
"""


class Finding(NamedTuple):
    """What one check found: its state is "ok", "warn" (something is missing) or "fail" (rejit does not run)."""

    item: str
    state: str
    found: str
    remedy: str = ""


def examine() -> Iterator[Finding]:
    """All checks, one after the other. Where rejit does not run, those that could find nothing are left out."""
    served = True
    for item, check, everywhere in CHECKS:
        if not everywhere and not served:
            continue
        try:
            finding = Finding(item, *check())
        except Exception as error:
            finding = Finding(item, WARN, f"could not be looked at: {type(error).__name__}: {error}")
        if item == "platform":
            served = finding.state == OK
        yield finding


# -- what rejit cannot do without --------------------------------------------------------------------------------------


def _platform() -> tuple[str, ...]:
    from rejit.arch import host_arch
    from rejit.errors import Unsupported

    try:
        host_arch()
    except Unsupported as error:
        return FAIL, str(error), "run it in a container or a virtual machine of that kind"
    return OK, f"Linux {os.uname().release} on {os.uname().machine}"


def _python() -> tuple[str, ...]:
    kind, version = sys.implementation.name, ".".join(map(str, sys.version_info[:3]))
    found = f"{kind} {version}, {sys.executable}"
    if kind != "cpython" or sys.version_info < OLDEST_PYTHON:
        return FAIL, found, f"install CPython {'.'.join(map(str, OLDEST_PYTHON))} or newer"
    if not getattr(sys, "_is_gil_enabled", lambda: True)():
        return WARN, f"{found}, without a GIL: not tested", "use the usual build of CPython"
    return OK, found


def _cpu() -> tuple[str, ...]:
    from rejit.arch import host_arch
    from rejit.cache.host import cpu_flags

    arch, flags = host_arch(), cpu_flags()
    level = [name for name, needs in arch.CPU_LEVELS.items() if flags.issuperset(needs)][-1]
    return OK, f"{_model()}, {os.cpu_count()} CPUs; `cache export --cpu {level}` is the best level it serves"


def _model() -> str:
    with open("/proc/cpuinfo") as file:
        names = (line.partition(":")[2].strip() for line in file if line.startswith("model name"))
        return next(names, "unknown model")


def _vectors() -> tuple[str, ...]:
    from rejit.arch import host_arch
    from rejit.cache.host import cpu_flags

    arch, flags = host_arch(), cpu_flags()
    missing = [flag for flag in arch.NEEDED if flag not in flags]
    if missing:
        remedy = "give the virtual machine the host's CPU (qemu: -cpu host)"
        return FAIL, f"the CPU or the kernel does not offer {', '.join(missing)}, which keeps vector registers", remedy
    kept = [registers for registers, flag in arch.VECTOR_STATE.items() if flag in flags]
    return OK, f"{', '.join(kept) or 'the registers of calls'} are kept whole while a function is compiled"


def _code_memory() -> tuple[str, ...]:
    from rejit.errors import NoCodeMemory
    from rejit.runtime.memory import BACKENDS, CodeMemory

    works, refused = [], []
    for name in BACKENDS:
        try:
            CodeMemory(span=SPAN, backend=name).close()
            works.append(name)
        except NoCodeMemory as error:
            refused.append(f"{name}: {error}")
    if not works:
        return FAIL, "; ".join(refused), "relax the policy that refuses it: docs/architecture.md, Code memory"
    others = f"; so could {', '.join(works[1:])}" if works[1:] else ""
    found = f"{works[0]} writes code here, the first that works{HOW.get(works[0], '')}{others}"
    if refused:
        return (OK if works[0] == next(iter(BACKENDS)) else WARN), f"{found}; refused: {'; '.join(refused)}"
    return OK, found


def _llvm() -> tuple[str, ...]:
    install = "pip install --upgrade llvmlite"
    answer, said = _ask(_VERSIONS)
    if answer is None:
        return FAIL, f"llvmlite cannot be loaded: {said}", install
    version = answer[0]
    found = f"llvmlite {version}, LLVM {'.'.join(map(str, answer[1:4]))}; compiles for {answer[4]}"
    if tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) < OLDEST_LLVMLITE:
        return FAIL, f"{found}; {'.'.join(map(str, OLDEST_LLVMLITE))} or newer is needed", install
    return OK, found


def _call() -> tuple[str, ...]:
    answer, said = _ask(_CALL)
    if answer is None:
        return FAIL, f"a function could not be compiled and called: {said}", "REJIT_DEBUG=1 shows what workers say"
    result, seconds, workers = answer
    if result != 42:
        return FAIL, f"21 * 2 was {result}", "please report it"
    where = f"{workers} workers may compile" if workers else "in this process: no worker can be started"
    return (OK if workers else WARN), f"a function was compiled and called in {seconds:.2f} s; {where}"


# -- how well it runs --------------------------------------------------------------------------------------------------


def _workers() -> tuple[str, ...]:
    from rejit.compile.limits import bounds, worker_count
    from rejit.config import Config

    config = Config()
    least, why = min(bounds(config))
    found = f"{worker_count(config)}: limited by {why} ({max(0, least)})"
    if least < 1:
        return WARN, f"{found}, one is started all the same", "raise that limit, or compile ahead: rejit cache export"
    return OK, found


def _cache() -> tuple[str, ...]:
    from rejit.cache.care import inventory, verify
    from rejit.cache.disk import DiskCache
    from rejit.cache.folder import Refused, Unavailable, default_folder, on_network
    from rejit.config import Config

    elsewhere = "set REJIT_CACHE_DIR to a folder that only this user can write to"
    try:
        folder = default_folder()
    except Unavailable as error:
        return WARN, f"{error}: one below /var/tmp is used", elsewhere
    network = on_network(folder)
    if network and "REJIT_CACHE_DIR" not in os.environ:
        return WARN, f"{folder} is on {network}: one below /var/tmp is used", elsewhere
    if not os.path.lexists(folder):
        return OK, f"nothing is kept yet; it will be in {folder}"
    try:
        store = DiskCache(folder, create=False)
    except Refused as error:
        return WARN, f"nothing is kept: {error}", elsewhere
    kept = inventory(folder)
    size = sum(one.size for one in kept)
    found = f"{folder}: {_megabytes(size)} of at most {_megabytes(Config().cache_bytes)}"
    damaged = sum(not whole for _, whole in verify(store))
    if damaged:
        return WARN, f"{found}; {damaged} entries are damaged, and not used", "rejit cache clear"
    disk = os.statvfs(folder)
    if disk.f_bavail * disk.f_frsize < LITTLE_ROOM:
        return WARN, f"{found}; the disk is full", "rejit cache prune, or REJIT_CACHE_DIR on another disk"
    return OK, f"{found}, every entry whole"


def _replays() -> tuple[str, ...]:
    from rejit.compile.replay import SUFFIX, folders

    if os.environ.get("REJIT_REPLAY_DIR") == "":
        return OK, "REJIT_REPLAY_DIR is empty: none are left"
    found = []
    for folder in folders():
        try:
            number = sum(name.endswith(SUFFIX) for name in os.listdir(folder))
        except OSError:  # none was made, or it cannot be used
            continue
        if number:
            found.append(f"{number} of failed compiles, in {folder}")
    return OK, f"{', '.join(found)}: rejit replay FILE" if found else "no compile has failed"


def _clang() -> tuple[str, ...]:
    import subprocess

    from rejit.clang import REMEDY, find
    from rejit.errors import NoClang

    try:
        clang = find()
    except NoClang as error:
        return WARN, str(error) if os.environ.get("REJIT_CLANG") else "none was found", REMEDY
    done = subprocess.run([*clang, "--version"], capture_output=True, text=True, timeout=PATIENCE_S)
    found = f"{' '.join(clang)}: {done.stdout.partition(chr(10))[0] or done.stderr.strip()}"
    if done.returncode:
        return WARN, found, REMEDY
    theirs = next((w.partition(".")[0] for w in found.split("version ")[-1].split() if w[0].isdigit()), "")
    answer, _ = _ask(_VERSIONS)
    if answer is not None and theirs.isdigit() and int(theirs) > answer[1]:
        remedy = f"REJIT_CLANG=clang-{answer[1]} or older, or pip install --upgrade llvmlite"
        return WARN, f"{found}; it is newer than llvmlite's LLVM {answer[1]}, which may not read what it writes", remedy
    return OK, found


def _perf() -> tuple[str, ...]:
    if shutil.which("perf") is None:
        return WARN, "not found: needed for profiles only", "apt install linux-perf"
    with open("/proc/sys/kernel/perf_event_paranoid") as file:
        level = int(file.read())
    found = f"{_version('perf')}; kernel.perf_event_paranoid is {level}"
    if level > 2 and os.geteuid():
        return WARN, f"{found}: no events for users", "sysctl kernel.perf_event_paranoid=2, as root"
    return OK, found


def _gdb() -> tuple[str, ...]:
    if shutil.which("gdb") is None:
        return WARN, "not found: needed for debugging only", "apt install gdb"
    return OK, _version("gdb")


def _version(tool: str) -> str:
    """The first line of what a tool says of itself."""
    import subprocess

    done = subprocess.run([tool, "--version"], capture_output=True, text=True, timeout=PATIENCE_S)
    return done.stdout.partition("\n")[0] or f"{tool}: status {done.returncode}"


def _megabytes(size: int) -> str:
    return f"{size / 1048576:,.1f} MiB"


@cache
def _ask(code: str) -> tuple[Any, str]:
    """What a program prints, as JSON, in a process of its own; or None and the last it said."""
    import subprocess

    folders = [p for p in sys.path if p]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {folders!r}\n{code}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        return None, f"no answer within {PATIENCE_S:g} s"
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        return None, last[0] if last else f"its process ended with status {done.returncode}"
    return json.loads(done.stdout), ""


# What it is called, the check, and whether it can find anything where rejit does not run.
CHECKS: tuple[tuple[str, Callable[[], tuple[str, ...]], bool], ...] = (
    ("platform", _platform, True),
    ("python", _python, True),
    ("llvm", _llvm, True),
    ("cpu", _cpu, False),
    ("vector state", _vectors, False),
    ("code memory", _code_memory, False),
    ("a call", _call, False),
    ("workers", _workers, False),
    ("cache", _cache, False),
    ("replay files", _replays, False),
    ("clang", _clang, True),
    ("perf", _perf, False),
    ("gdb", _gdb, False),
)
