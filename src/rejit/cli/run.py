"""`rejit run`: run a program from IR as if it had been linked.

The process becomes the program's: signals at their defaults, exit handlers libc's own, the status the program's. What
rejit itself has to say goes to stderr, with status 127 where the program cannot go on.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rejit.tiers import Tier

HELP = """\
usage: rejit run [options] PROGRAM [ARG...]

PROGRAM is LLVM IR text (.ll), bitcode (.bc), or C or C++ (.c .cc .cpp .cxx, needs clang). It runs as if it had been
linked: arguments, standard streams, signals and exit status are its own. Options stand before it.

  rejit run hello.c                            compile with clang, run
  rejit run sqlite.ll :memory: "select 1"      what follows PROGRAM goes to the program
  rejit run --stats - prog.bc                  a table on stderr at the end: what was compiled, how long it took
  rejit run --tiers 3 --eager prog.bc          as a compiler would: everything at -O3, then run
  rejit run --extra-module lib.bc --load libz.so prog.bc

the program:
  --entry NAME          the function to run (default: main)
  --fake-argv0 NAME     what the program gets as argv[0] (default: PROGRAM)
  --extra-module FILE   more IR to link with the program; may be repeated
  --load LIB            a shared library the program uses, a path or soname; may be repeated

compiling:
  --workers N           compile in N processes; 0: in this one (default: one a CPU, at most 8; less in a container that
                        allows less, see `rejit doctor`)
  --compiler COMMAND    compile by that command, such as "ssh big rejit compiler" (default: here)
  --eager               compile everything before the program starts (default: each function when it is called)
  --tiers N             compile at LLVM's level N (0 to 3) only, nothing again (default: 0, and 3 what is hot)

what is hot:
  --recompile HOW       compile it again at -O3: background (default), sync (the caller waits), off
  --hot-calls N         calls after which a function is hot (default: 1000)
  --hot-loops N         turns of its loops after which it is (default: 20000)
  --osr HOW             whether a running loop goes on in better code: on (default), off
  --calls FORM          how -O3 code calls functions: direct (patched call sites, default), slot, stub

what is kept (`rejit cache --help`):
  --cache-dir DIR       keep compiled code there (default: the user's cache folder; `rejit cache path` shows it)
  --cache-file FILE     use what `rejit cache export` wrote; may be repeated
  --no-cache            keep no compiled code, and use none that was kept
  --cache-check         compile what the cache has all the same, and compare

looking into it:
  --stats FILE          write statistics as JSON at exit; - for a table on stderr
  --report FILE         write a page at exit that shows what happened (needs rejit[report])
  --trace FILE          write the same as trace events, for Perfetto
  --perf FORM           tell Linux' perf of compiled code: map (/tmp/perf-PID.map), jitdump ($JITDUMPDIR/jit-PID.dump)
  --gdb                 tell GDB of compiled code: functions and lines
  --gdb=full            types and variables too
  --dump-ir WHERE       write each partition as it goes to the compiler, and the resolver block as assembly (rejit.*):
                        a folder, or stderr

Exit status: the program's; 127 if it cannot be run or compiled, with one message on stderr; 2 for a wrong command line.
A compile that fails leaves a replay file: its message has the command (`rejit replay --help`).
"""

FLAGS = {"--eager", "--no-cache", "--cache-check", "--gdb", "--gdb=full"}
VALUES = {"--workers", "--compiler", "--entry", "--extra-module", "--load", "--fake-argv0", "--dump-ir", "--stats"}
VALUES |= {"--tiers", "--recompile", "--hot-calls", "--hot-loops", "--osr", "--calls", "--cache-dir", "--cache-file"}
VALUES |= {"--perf", "--report", "--trace"}


class UsageError(Exception):
    """The command line is wrong."""


def parse(arguments: list[str]) -> tuple[dict[str, Any], list[str]]:
    """Options and the program with its arguments."""
    options: dict[str, Any] = {"--extra-module": [], "--load": [], "--cache-file": []}
    at = 0
    while at < len(arguments):
        word = arguments[at]
        if word == "--":
            at += 1
            break
        if not word.startswith("-") or word == "-":
            break
        name, equals, value = word.partition("=")
        if name in ("-h", "--help"):
            options["--help"] = True
        elif word in FLAGS:
            options[name] = value or True
        elif name in VALUES:
            if not equals:
                at += 1
                if at >= len(arguments):
                    raise UsageError(f"{name} needs a value")
                value = arguments[at]
            if isinstance(options.get(name), list):
                options[name].append(value)
            else:
                options[name] = value
        else:
            raise UsageError(f"unknown option {word}; `rejit run --help` lists them")
        at += 1
    return options, arguments[at:]


def main(arguments: list[str]) -> int:
    """Run; returns only if the program did not start."""
    try:
        options, program = parse(arguments)
        if options.get("--help"):
            print(HELP, end="")
            return 0
        if not program:
            raise UsageError("no PROGRAM given")
        workers = options.get("--workers", "auto")
        if workers != "auto":
            if not workers.isdigit():
                raise UsageError(f"--workers {workers}: a number from 0 up")
            workers = int(workers)
        if workers == 0 and "--compiler" in options:
            raise UsageError("--workers 0 compiles in this process, and --compiler elsewhere: not both")
        for name in ("--hot-calls", "--hot-loops"):
            if not options.get(name, "1").isdigit() or options.get(name) == "0":
                raise UsageError(f"{name} {options[name]}: a number from 1 up")
        if options.get("--tiers", "0") not in ("0", "1", "2", "3"):
            raise UsageError(f"--tiers {options['--tiers']}: a level from 0 to 3")
        if options.get("--recompile", "off") not in ("background", "sync", "off"):
            raise UsageError(f"--recompile {options['--recompile']}: background, sync or off")
        if options.get("--osr", "on") not in ("on", "off"):
            raise UsageError(f"--osr {options['--osr']}: on or off")
        if options.get("--calls", "direct") not in ("direct", "slot", "stub"):
            raise UsageError(f"--calls {options['--calls']}: direct, slot or stub")
        for option in ("--report", "--trace"):
            if options.get(option) == "":
                raise UsageError(f"{option}: the name of a file is missing")
        if options.get("--perf", "map") not in ("map", "jitdump"):
            raise UsageError(f"--perf {options['--perf']}: map or jitdump")
    except UsageError as error:
        sys.stderr.write(f"rejit run: {error}\n")
        return 2
    if os.getpid() == 1:
        _be_init()
    from rejit.errors import RejitError

    try:
        return _run(options, program, workers)
    except RejitError as error:
        _complain(error)
        return 127


def _complain(error: BaseException) -> None:
    """One clear message."""
    notes = "".join(f"\n  {note}" for note in getattr(error, "__notes__", ()))
    os.write(2, f"rejit: {type(error).__name__}: {error}{notes}\n".encode("utf-8", "surrogateescape"))


def _run(options: dict[str, Any], program: list[str], workers: int | str) -> int:
    import gc

    from rejit import Session
    from rejit.source import Path
    from rejit.tiers import HotPolicy

    gc.disable()  # rejit makes no cycles, and the time is the program's
    seen = options.get("--report", ""), options.get("--trace", "")
    if any(seen):
        from rejit.report.finish import check

        check(*seen)
    limits = {name[6:]: int(options[name]) for name in ("--hot-calls", "--hot-loops") if name in options}
    session = Session(
        workers=workers,
        libraries=tuple(options["--load"]),
        dump_ir=_dump_target(options.get("--dump-ir", "")),
        on_fatal=_complain,
        tiers=_tiers(options),
        policy=HotPolicy(**limits),
        recompile=options.get("--recompile", "background"),
        osr=options.get("--osr") != "off",
        cache=None if options.get("--no-cache") else options.get("--cache-dir", "auto"),
        cache_check=bool(options.get("--cache-check")),
        cache_files=tuple(options["--cache-file"]),
        profile=options.get("--perf"),
        gdb=options.get("--gdb", False),
        compiler=options.get("--compiler"),
    )
    session.hooks.owns_process = True
    session.starts_early = True
    if any(seen):
        from rejit.cli.seen import record

        record(session, *seen)
    if session.dump_ir:
        from rejit.cli.blocks import show_trampolines

        show_trampolines(session, "rejit.")
    path = program[0]
    if path.endswith((".c", ".cc", ".cpp", ".cxx")):
        from rejit.clang import compile_source

        library = session.add(compile_source(path), name=path)
    else:
        library = session.add(Path(path))
    for extra in options["--extra-module"]:
        session.add(Path(extra))
    session.check_duplicates()
    if options.get("--stats"):
        write_statistics_at_exit(session, options["--stats"])
    if options.get("--eager"):
        library.compile()
    from rejit.cli.process import run_as_program

    return run_as_program(
        session, library, [options.get("--fake-argv0", path), *program[1:]], options.get("--entry", "main")
    )


def _tiers(options: dict[str, Any]) -> tuple[Tier, ...]:
    from rejit.tiers import Tier, default_tiers

    calls = options.get("--calls")
    if "--tiers" in options:
        return (Tier(int(options["--tiers"]), calls=calls),)
    first, last = default_tiers()
    return first, last if calls is None else last.replace(calls=calls)


def _dump_target(where: str) -> str:
    if where and where != "stderr":
        from rejit.errors import InputError

        try:
            os.makedirs(where, exist_ok=True)
        except OSError as error:
            raise InputError(f"--dump-ir {where}: {error.strerror}") from None
        where = os.path.abspath(where)
    return where


def write_statistics_at_exit(session: Any, where: str, option: str = "--stats") -> None:
    """As JSON into a file, or as a table for "-". Raises InputError if the file cannot be written."""
    from rejit.cli.ending import at_end

    if where != "-":
        from rejit.outputs import check_output

        check_output(option, where)
    target = where if where == "-" else os.path.abspath(where)

    def write() -> None:
        figures = session.statistics()
        if target == "-":
            from rejit.cli.table import statistics_table

            os.write(2, statistics_table(figures).encode())
            return
        import json

        with open(target, "w") as file:
            json.dump(figures, file, indent=1)
            file.write("\n")

    at_end(session, write)


def _be_init() -> None:
    """As process 1 of a container: run the program as a child, and be init for it, so that workers, which are orphans,
    become nobody's children but ours. Signals are passed on; the status is the program's."""
    import signal

    child = os.fork()
    if child == 0:
        return
    for number in range(1, signal.NSIG):
        if number not in (signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD):
            try:
                signal.signal(number, lambda n, _: os.kill(child, n))
            except (OSError, ValueError):
                pass
    while True:
        try:
            pid, status = os.wait()
        except ChildProcessError:
            os._exit(127)
        except InterruptedError:
            continue
        if pid == child:
            if os.WIFSIGNALED(status):
                os._exit(128 + os.WTERMSIG(status))
            os._exit(os.WEXITSTATUS(status))
