"""Reference programs: C, C++ and IR compiled ahead of time; runs of them and of `rejit run`, to be compared."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import tools

REJIT = Path(sys.executable).with_name("rejit")

# How the front end is run for each level. "noopt" is what optimisers want to get: no optnone, no pass has run.
LEVELS = {
    "noopt": ("-O2", "-Xclang", "-disable-llvm-passes"),
    "O0": ("-O0",),
    "O3": ("-O3",),
    "g": ("-g", "-O2", "-Xclang", "-disable-llvm-passes"),
}
# How the reference executable is made from that same IR.
REFERENCE = {"noopt": "-O2", "O0": "-O0", "O3": "-O2", "g": "-O2"}


class Builds:
    """A folder of compiled files, named by a hash of everything that went into them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._version: dict[str, bytes] = {}

    def ir(self, source: Path, level: str, flags: Sequence[str] = ()) -> Path:
        """IR text of a C or C++ source at that level; a .ll is its own."""
        if source.suffix == ".ll":
            return source
        compiler = "clang-19" if source.suffix == ".c" else "clang++-19"
        arguments = ["-S", "-emit-llvm", "-w", "-g0", *flags, *LEVELS[level], str(source)]
        headers = [h for parent in (source.parent, source.parent.parent) for h in sorted(parent.glob("*.h"))]
        return self.make(compiler, arguments, [source, *headers], source.stem + ".ll")

    def executable(self, irs: Sequence[Path], level: str, flags: Sequence[str] = ()) -> Path:
        """The reference: all modules compiled and linked by clang."""
        arguments = [REFERENCE[level], "-w", *map(str, irs), "-pthread", *flags]
        return self.make("clang++-19", arguments, irs, irs[0].stem)

    def make(self, compiler: str, arguments: Sequence[str], inputs: Sequence[Path], name: str) -> Path:
        """The output of `compiler arguments -o output`, built unless the same was built before."""
        tool = tools.need(compiler)
        if tool not in self._version:
            self._version[tool] = subprocess.check_output([tool, "--version"])
        key = hashlib.sha256(self._version[tool] + repr(arguments).encode())
        for path in inputs:
            key.update(path.read_bytes())
        output = self.folder / key.hexdigest()[:16] / name
        if not output.exists():
            output.parent.mkdir(exist_ok=True)
            draft = output.with_name(f".{os.getpid()}.{name}")
            subprocess.run([tool, *arguments, "-o", str(draft)], check=True)
            draft.rename(output)
        return output


class Outcome(NamedTuple):
    """What a run left behind. A negative status is the signal it died of; None: it had to be killed."""

    status: int | None
    stdout: bytes
    stderr: bytes


def run(
    command: Sequence[str | bytes | Path],
    stdin: bytes = b"",
    env: Mapping[str, str | bytes | None] | None = None,
    timeout: float = 30,
    cwd: Path | None = None,
) -> Outcome:
    """Run in a session of its own, killed whole when the time is over. `env` changes the environment; None unsets."""
    environment: dict[str | bytes, str | bytes] = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    for name, value in (env or {}).items():
        if value is None:
            environment.pop(name, None)
        else:
            environment[name] = value
    process = subprocess.Popen(
        [os.fspath(c) for c in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=cwd,
        start_new_session=True,
        preexec_fn=no_core_dump,
    )
    try:
        stdout, stderr = process.communicate(stdin, timeout)
    except subprocess.TimeoutExpired:
        kill_session(process.pid)
        try:
            stdout, stderr = process.communicate(timeout=5)
        except subprocess.TimeoutExpired as late:  # someone outside the session holds the pipes
            stdout, stderr = (
                late.stdout or b"",
                b"[a process outside the session holds the output] " + (late.stderr or b""),
            )
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()
        return Outcome(None, stdout, stderr)
    return Outcome(process.returncode, stdout, stderr)


def no_core_dump() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def kill_session(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        pass


def rejit_run(options: Sequence[str], program: Path, arguments: Sequence[str | bytes] = ()) -> list[str | bytes | Path]:
    """The command line of `rejit run`."""
    return [REJIT, "run", *options, program, *arguments]


def describe_status(status: int | None) -> str:
    if status is None:
        return "still running when its time was over"
    if status < 0:
        return f"died of {signal.Signals(-status).name}"
    return f"exited with {status}"


def difference(name: str, expected: bytes, actual: bytes) -> str:
    """A short account of where two outputs part."""
    if expected == actual:
        return ""
    shorter = min(len(expected), len(actual))
    at = next((i for i in range(shorter) if expected[i] != actual[i]), shorter)
    start = max(0, at - 60)
    return (
        f"{name} differs at byte {at} (expected {len(expected)} bytes, got {len(actual)})\n"
        f"  expected ...{expected[start : at + 300]!r}\n"
        f"  got      ...{actual[start : at + 1500]!r}"
    )
