"""`rejit replay`: do a compile that failed again, away from the program it failed in."""

from __future__ import annotations

import os
import sys

HELP = """\
usage: rejit replay [--timeout SECONDS] FILE

  rejit replay ~/.cache/rejit-replay/f-0123456789ab.replay.ll    as the message of the failed compile says

Compiles FILE in a process of its own, as a compile worker did, and shows what LLVM says. FILE is IR text below a few
comments: it can be edited and reduced, and clang, llc and opt take it too. The 32 newest are kept, in REJIT_REPLAY_DIR
if that is set (to nothing: none are written), else beside the cache of compiled code.

  --timeout SECONDS    give up after that long (default: what the compile was given, or 120)

Exit status: 0 it compiles now, 1 it failed again, 127 FILE or LLVM cannot be used.
"""


def main(arguments: list[str]) -> int:
    """The exit status."""
    import subprocess
    from signal import Signals

    from rejit.compile.replay import FAILED, NO_COMPILER, command, read
    from rejit.errors import InputError

    arguments = list(arguments)
    if arguments[:1] in (["-h"], ["--help"]):
        print(HELP, end="")
        return 0
    timeout = None
    if arguments[:1] and arguments[0].partition("=")[0] == "--timeout":
        _, equals, value = arguments.pop(0).partition("=")
        value = value if equals or not arguments else arguments.pop(0)
        try:
            timeout = float(value)
        except ValueError:
            return _usage(f"--timeout {value}: a number of seconds")
        if not 0 < timeout < float("inf"):
            return _usage(f"--timeout {value}: a number of seconds above 0")
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return _usage("one FILE" if len(arguments) != 1 else f"unknown option {arguments[0]}")
    try:
        replay = read(arguments[0])
        _check_machine(replay.path, replay.settings["triple"])
    except InputError as error:
        sys.stderr.write(f"rejit replay: {error}\n")
        return 127
    found = replay.settings
    limit = timeout or float(found["timeout_s"]) or 120.0
    print(f"{found['what']}: level {found['level']}, {found['cpu']}, {found['triple'] or 'this machine'}")
    print(f"then: {found['kind']}, {found['versions']}", flush=True)
    try:
        status = subprocess.run(command(os.path.abspath(replay.path)), stdin=subprocess.DEVNULL, timeout=limit)
    except subprocess.TimeoutExpired:
        print(f"failed again: not finished after {limit:g} s")
        return 1
    code = status.returncode
    if code == NO_COMPILER:
        return 127
    if code == 0:
        print("compiled: it does not fail here")
        return 0
    ended = Signals(-code).name if code < 0 else f"status {code}"
    print(f"failed again: {'LLVM refuses it' if code == FAILED else f'LLVM ended its process with {ended}'}")
    return 1


def _check_machine(path: str, triple: str) -> None:
    from rejit.errors import InputError

    machine = os.uname().machine if hasattr(os, "uname") else "another"
    made_for = triple.partition("-")[0]
    if made_for and made_for != machine:
        raise InputError(f"{path}: made on {made_for} ({triple}), and this machine is {machine}")


def _usage(message: str) -> int:
    sys.stderr.write(f"rejit replay: {message}\n{HELP}")
    return 2
