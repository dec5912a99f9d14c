"""Runs a command and measures it; runs several commands in turns, so that all see the same machine."""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STDERR_TAIL = 500


PR_SET_CHILD_SUBREAPER = 36
ORPHANS_S = 20.0


@dataclass(frozen=True, slots=True)
class Command:
    """What to run. Each run gets an empty folder of its own as XDG_CACHE_HOME: nothing is kept from the run before."""

    arguments: Sequence[str]
    stdin: Path | None = None
    timeout: float = 20.0
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """One run. `seconds` is wall time of the whole process; `status` is negative for a signal; `max_rss` in bytes."""

    seconds: float
    cpu_seconds: float
    status: int
    output: bytes
    stderr: str
    max_rss: int
    timed_out: bool

    @property
    def outcome(self) -> tuple[int, str]:
        """What two right runs agree on."""
        return self.status, hashlib.sha256(self.output).hexdigest()


def execute(command: Command) -> Sample:
    """Run once. The command gets a process group of its own, killed when its time is up or we are interrupted."""
    with contextlib.ExitStack() as stack:
        cache = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-cache-", ignore_cleanup_errors=True))
        stdin = stack.enter_context(open(command.stdin or os.devnull, "rb"))
        stdout = stack.enter_context(tempfile.TemporaryFile())
        stderr = stack.enter_context(tempfile.TemporaryFile())
        environment = {**os.environ, "XDG_CACHE_HOME": cache, **command.environment}
        started = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, stdin=stdin, stdout=stdout, stderr=stderr, env=environment, start_new_session=True
        )
        killed = threading.Event()

        def kill() -> None:
            killed.set()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

        # Popen.wait(timeout) polls with pauses of up to 50 ms, which would be in every figure.
        timer = threading.Timer(command.timeout, kill)
        timer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            kill()
            raise
        finally:
            timer.cancel()
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        stdout.seek(0)
        stderr.seek(0)
        return Sample(
            seconds=seconds,
            cpu_seconds=usage.ru_utime + usage.ru_stime,
            status=process.returncode,
            output=stdout.read(),
            stderr=stderr.read()[-STDERR_TAIL:].decode(errors="replace"),
            max_rss=usage.ru_maxrss * 1024,
            timed_out=killed.is_set(),
        )


@dataclass(frozen=True, slots=True)
class Measurement:
    """The runs of one command. `problem` is empty, or says why the time means nothing."""

    samples: tuple[Sample, ...]
    problem: str = ""

    @property
    def seconds(self) -> float | None:
        """The median, or None if any run went wrong."""
        if self.problem or not self.samples:
            return None
        return statistics.median(sample.seconds for sample in self.samples)

    @property
    def output(self) -> bytes:
        return self.samples[0].output if self.samples else b""

    def as_json(self) -> dict[str, object]:
        return {
            "median_seconds": self.seconds,
            "seconds": [round(sample.seconds, 4) for sample in self.samples],
            "cpu_seconds": [round(sample.cpu_seconds, 4) for sample in self.samples],
            "max_rss": max((sample.max_rss for sample in self.samples), default=0),
            "problem": self.problem,
            "stderr": self.samples[-1].stderr if self.problem and self.samples else "",
        }


def problem_of(sample: Sample, reference: Sample | None, expected: bytes | None = None) -> str:
    """Why a run counts as wrong, in a word for a table's cell; empty when it is right."""
    if sample.timed_out:
        return f"> {sample.seconds:.0f} s"
    if reference is not None and sample.outcome == reference.outcome:
        return ""
    if sample.status < 0:
        return f"crash ({signal.Signals(-sample.status).name})"
    if reference is None and sample.status == 0 and expected in (None, sample.output):
        return ""
    wanted = reference.status if reference is not None else 0
    return "wrong output" if sample.status == wanted else f"failed (status {sample.status})"


def children() -> set[int]:
    """The processes that this one is the parent of."""
    found: set[int] = set()
    for path in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # the thread has ended
            found.update(map(int, path.read_text().split()))
    return found


def let_orphans_end(others: set[int]) -> None:
    """Wait for what the last run left: rejit's compile server keeps hot functions for the next start.

    others: children of this process that are none of ours."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    end = time.monotonic() + ORPHANS_S
    while (left := children() - others) and time.monotonic() < end:
        for pid in left:
            with contextlib.suppress(ChildProcessError):  # it was a thread's, and is not for us to wait for
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.01)


def interleave(
    commands: Mapping[str, Command], runs: int, *, reference: str | None = None, expected: bytes | None = None
) -> dict[str, Measurement]:
    """Run all commands `runs` times, in turns. A command that went wrong once is not run again.

    Right is: the same status and output as the command named `reference`, else status 0 and `expected`."""
    others = children()
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    problems = dict.fromkeys(commands, "")
    order = sorted(commands, key=lambda name: name != reference)  # the reference first: the others are compared with it
    for turn in range(runs):
        for name in order:
            if problems[name]:
                continue
            let_orphans_end(others)
            progress(f"{name} {turn + 1}/{runs}")
            sample = execute(commands[name])
            samples[name].append(sample)
            right = samples[reference][0] if reference in samples else None
            problems[name] = problem_of(sample, right, expected)
    let_orphans_end(others)
    progress("")
    return {name: Measurement(tuple(samples[name]), problems[name]) for name in commands}


_prefix = ""


def set_progress(prefix: str) -> None:
    """What is measured now: the progress line of a terminal says it, elsewhere it is one line of its own."""
    global _prefix
    _prefix = prefix
    if not sys.stderr.isatty():
        print(f"bench: {prefix}", file=sys.stderr, flush=True)


def progress(message: str) -> None:
    """A line on a terminal that is written over; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{_prefix + ': ' + message if message else ''}")
        sys.stderr.flush()
