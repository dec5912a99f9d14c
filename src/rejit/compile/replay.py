"""Replay files: what a compile that failed was given, to do it again without the program (`rejit replay FILE`).

A file is the partition's text below a few comments, so LLVM's own tools take it as it stands:

    ; f could not be compiled at level 3
    ; InvalidIR: <string>:12:5: error: ...
    ; rejit replay {"what": "f", "level": 3, "cpu": ..., "triple": "CPU-unknown-linux-gnu", ...}
    target triple = "CPU-unknown-linux-gnu"
    ...

Its name follows from its content, so what fails at every start leaves one file. They are private to the user, the
newest are kept, and what goes wrong while one is written is no reason for a compile's error to be another: then there
is no file.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import TYPE_CHECKING, NamedTuple

from rejit import __version__
from rejit.cache.folder import Refused, check_parents, default_folder, write_whole
from rejit.cache.seal import digest
from rejit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from rejit.compile.worker import Source
    from rejit.tiers import TierKey

SUFFIX = ".replay.ll"
MARK = "; rejit replay "
KEPT = 32  # files; the oldest go
KEPT_BYTES = 64 << 20  # bytes of all of them
ASIDE_S = 3.0  # seconds in which a file must be written by the process that is forked for it
FAILED, NO_COMPILER = 3, 4  # exit statuses of the process that compiles again; LLVM's own is 1, and it aborts


class Replay(NamedTuple):
    """What a replay file says; `settings` has what, level, cpu, features, triple, timeout_s, kind, versions."""

    path: str
    text: str
    settings: dict[str, Any]

    @property
    def tier(self) -> TierKey:
        """The key to compile with: transforms and imports are in the text."""
        found = self.settings
        return found["level"], found["cpu"], found["features"], (), 0, "stub", None


# -- leaving one -------------------------------------------------------------------------------------------------------


def leave(text: str, tier: TierKey, what: str, kind: str, message: str, timeout_s: float = 0.0) -> str:
    """Write a replay file: what is to be added to the error's message, '' if no file could be written.

    timeout_s: how long the compile was given; 0: as long as it took."""
    try:
        path = _write(text, tier, what.strip("\0"), kind, message, timeout_s)
    except Exception:  # a full disk, a folder that is not ours: the compile's own error counts
        return ""
    if not path:
        return ""
    import shlex

    return f"\n  to reproduce it: rejit replay {shlex.quote(path)}"


def leave_aside(
    source: Source,
    functions: Sequence[str],
    variables: Sequence[str],
    tier: TierKey,
    hot: Sequence[str],
    kind: str,
    message: str,
    timeout_s: float,
) -> str:
    """As `leave`, where what was compiled is not at hand: its worker is dead. The partition is sliced again, in a
    process forked for it, since a user's transform may be what killed the worker."""
    import select

    parent = os.getpid()
    try:
        ours, theirs = os.pipe()
    except OSError:
        return ""
    try:
        child = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return ""
    if child == 0:
        try:
            from rejit.compile.worker import die_with

            die_with(parent)
            text, at = _sliced(source, functions, variables, tier, hot)
            os.write(theirs, leave(text, at, (*functions, *variables)[0], kind, message, timeout_s).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    try:
        poll = select.poll()
        poll.register(ours, select.POLLIN)
        return os.read(ours, 1 << 16).decode() if poll.poll(ASIDE_S * 1000) else ""
    finally:
        os.close(ours)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _sliced(
    source: Source, functions: Sequence[str], variables: Sequence[str], tier: TierKey, hot: Sequence[str]
) -> tuple[str, TierKey]:
    """The text that a worker would compile for that, and the tier at which it would."""
    from rejit.compile.messages import MODULE_ASM
    from rejit.compile.transforms import keeps_its_body
    from rejit.compile.worker import tier_partition
    from rejit.ir.partition import module_asm_partition

    if MODULE_ASM in functions:
        part = module_asm_partition(source.index)
        return "" if part is None else part.text, tier
    if tier[6] is not None and functions and keeps_its_body(source.index, functions[0], tier[6][1]):
        tier = tier[6][0]
    for name in functions:
        source.index.promote(name)
    return tier_partition(source, functions, variables, tier, hot, known=source.compiled_variables).text, tier


def _write(text: str, tier: TierKey, what: str, kind: str, message: str, timeout_s: float) -> str:
    from rejit.compile import backend

    where = folder()
    if not where or not text:
        return ""
    triple, cpu, features = backend.target(tier)
    settings = {
        "what": what,
        "level": tier[0],
        "cpu": cpu,
        "features": features,
        "triple": triple,
        "timeout_s": timeout_s,
        "kind": kind,
        "versions": versions(backend.version() if triple else "llvmlite of the Executor"),
    }
    said = "".join(f"; {line}\n" for line in f"{kind}: {message}".splitlines())
    head = f"; {what} could not be compiled at level {tier[0]}\n{said}{MARK}{json.dumps(settings)}\n"
    safe = "".join(c if (c.isalnum() and c.isascii()) or c in "._-" else "_" for c in what)[:80]
    name = digest(repr((text, sorted(settings.items()))).encode("utf-8", "surrogatepass")).hex()[:12]
    path = f"{where}/{safe}-{name}{SUFFIX}"
    write_whole(path, (head + text).encode("utf-8", "surrogateescape"))
    _keep_the_newest(where, path)
    return path


def versions(compiler: str) -> str:
    """rejit's, the compiler's and Python's, in words."""
    return f"rejit {__version__}, {compiler}, Python {sys.version.split()[0]}"


def folder() -> str:
    """Where replay files go, made if need be: the first of `folders` that may be used; '' if there is to be none.

    Raises Refused or OSError."""
    given = os.environ.get("REJIT_REPLAY_DIR")
    if given is not None:
        if given:
            os.makedirs(given, 0o700, exist_ok=True)
        return given and os.path.abspath(given)
    *first, last = folders()
    for path in first:
        try:
            return _private(path)
        except (Refused, OSError):
            pass
    return _private(last)


def folders() -> list[str]:
    """Where replay files may be: REJIT_REPLAY_DIR, else beside the cache, else a temporary folder. Makes none."""
    given = os.environ.get("REJIT_REPLAY_DIR")
    if given is not None:
        return [os.path.abspath(given)] if given else []
    found = []
    try:
        found.append(f"{default_folder()}-replay")
    except Refused:
        pass
    return [*found, f"{os.environ.get('TMPDIR') or '/tmp'}/rejit-replay-{os.geteuid()}"]


def _private(path: str) -> str:
    """A folder that is this user's alone. Refused if it is not: others could see the program, or lay something else
    under the name that the message shows."""
    os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        pass
    status = os.lstat(path)
    if status.st_mode & 0o170077 != 0o040000 or status.st_uid != os.geteuid():
        raise Refused(f"{path} is not a private folder of this user's")
    check_parents(path)
    return path


def _keep_the_newest(where: str, fresh: str) -> None:
    """Delete the oldest files beyond what is kept; never the fresh one."""
    found = []
    for entry in os.scandir(where):
        if entry.name.endswith(SUFFIX) and entry.is_file(follow_symlinks=False) and entry.path != fresh:
            status = entry.stat(follow_symlinks=False)
            found.append((status.st_mtime, status.st_size, entry.path))
    total = os.path.getsize(fresh)
    for number, (_, size, path) in enumerate(sorted(found, reverse=True), 2):
        total += size
        if number > KEPT or total > KEPT_BYTES:
            try:
                os.unlink(path)
            except OSError:
                pass  # another process was faster


# -- doing it again ----------------------------------------------------------------------------------------------------


def read(path: str) -> Replay:
    """A replay file. InputError if it is none, or was made for another kind of machine."""
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    for line in text.splitlines():
        if line.startswith(MARK):
            try:
                settings = json.loads(line[len(MARK) :])
                if isinstance(settings, dict) and settings["level"] in (0, 1, 2, 3):
                    defaults = {"what": "?", "kind": "?", "versions": "?", "timeout_s": 0.0, "triple": ""}
                    settings = {**defaults, "cpu": "native", "features": "", **settings}
                    return Replay(path, text, settings)
            except (ValueError, KeyError):
                pass
            raise InputError(f"{path}: the line that says how to compile it is damaged:\n    {line[:160]}")
        if not line.startswith(";"):
            break
    raise InputError(f"{path}: not a replay file: no line of comment at its top begins with {MARK.strip()!r}")


def command(path: str) -> list[str]:
    """The command line of the process that compiles a replay file. It writes a line on what compiles to stdout, what
    LLVM says to stderr, and ends with 0, or as LLVM ends it."""
    folders = [p for p in sys.path if p]
    code = f"import sys; sys.path[:0] = {folders!r}; from rejit.compile.replay import compile_again"
    return [sys.executable, "-I", "-S", "-c", f"{code}; compile_again({path!r})"]


def compile_again(path: str) -> None:
    """In a process of its own: compile a replay file, as a worker would."""
    from rejit.compile import backend
    from rejit.errors import RejitError

    try:
        backend.load(quick=True)
    except (ImportError, OSError) as error:
        sys.stderr.write(f"llvmlite cannot be loaded: {error}\n")
        os._exit(NO_COMPILER)
    replay = read(path)
    print(f"now:  {versions(backend.version())}", flush=True)
    try:
        made = backend.compile_ir(replay.text, replay.tier)
    except RejitError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        sys.stderr.flush()
        os._exit(FAILED)
    print(f"{len(made):,} bytes of object code", flush=True)
    os._exit(0)
