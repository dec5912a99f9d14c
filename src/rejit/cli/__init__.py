"""The `rejit` command. Each subcommand is a module here; only the one that is asked for is imported."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

USAGE = """\
usage: rejit COMMAND [ARG...]

rejit runs LLVM IR. A function is compiled when it is first called, and again at -O3 when it is hot; what was compiled
is kept for the next start.

  rejit run hello.c                           C and C++, where there is a clang
  rejit run prog.ll input.txt                 LLVM IR; what follows the program is the program's
  rejit run --stats - prog.bc                 ... and a table at the end: what was compiled, what came from the cache
  rejit cache stats                           what is kept of former runs
  rejit cache export prog.rejit prog.bc       all of a program compiled, in a file for other machines
  rejit doctor                                what works on this machine, and how to get what does not

commands (each has --help):
  run         run a program: LLVM IR (.ll, .bc), C (.c), C++ (.cc .cpp .cxx)
  lli         run a program with lli's options, in its spelling
  cache       look at, check, export and delete what is kept
  doctor      look at the machine: CPU, code memory, LLVM, clang, cache
  targets     the CPUs rejit runs on, and what it can do on each
  replay      do a compile again that failed, as its message says
  compiler    compile for a program elsewhere, over standard input and output (see `rejit run --compiler`)
  --version

environment:
  REJIT_CACHE_DIR     where compiled code is kept (default: ~/.cache/rejit)
  REJIT_CACHE_FILE    exported files to use, separated by ":"
  REJIT_REPLAY_DIR    where failed compiles leave replay files (default: beside the cache, or in TMPDIR; empty: nowhere)
  REJIT_CLANG         the clang that compiles C, a command with arguments
  REJIT_RECLAIM       free replaced code: auto (default: when memory is needed), always, off
  REJIT_DEBUG=1       let compile workers write to stderr

In Python: `import rejit`, then `help(rejit.Session)` and `help(rejit.c)`; in a notebook `%load_ext rejit`, `%%c?`.
"""


COMMANDS = ("run", "lli", "cache", "doctor", "targets", "replay", "compiler")


def main() -> int:
    """Entry point of the console script: the exit status."""
    name, arguments = "".join(sys.argv[1:2]), sys.argv[2:]
    command: Callable[[list[str]], int]
    if name == "run":
        from rejit.cli.run import main as command
    elif name == "lli":
        from rejit.cli.lli import main as command
    elif name == "cache":
        from rejit.cli.cache import main as command
    elif name == "doctor":
        from rejit.cli.doctor import main as command
    elif name == "targets":
        from rejit.cli.targets import main as command
    elif name == "replay":
        from rejit.cli.replay import main as command
    elif name == "compiler":
        from rejit.compile.stdio import main as command
    elif name == "--version":
        command = _version
    elif name in ("-h", "--help", "help"):
        command = _usage
    else:
        sys.stderr.write(f"{_mistaken(name)}; `rejit --help` lists the commands\n" if name else USAGE)
        return 2
    return command(arguments) if name in ("run", "lli") else _print(command, arguments)


def _print(command: Callable[[list[str]], int], arguments: list[str]) -> int:
    """A command that shows something: whoever reads it may leave."""
    try:
        status = command(arguments)
        sys.stdout.flush()
    except OSError as error:
        import os
        from errno import EPIPE

        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # Python flushes once more when it ends
        if error.errno != EPIPE:
            sys.stderr.write(f"rejit: {error}\n")
        return 1
    return status


def _version(_: list[str]) -> int:
    from rejit import __version__

    print(f"rejit {__version__}")
    return 0


def _usage(_: list[str]) -> int:
    print(USAGE, end="")
    return 0


def _mistaken(word: str) -> str:
    """What is wrong with a word that is no command, and what was perhaps meant."""
    import os
    from difflib import get_close_matches

    meant = f"run {word}" if os.path.isfile(word) else "".join(get_close_matches(word, COMMANDS, 1))
    return f"rejit: unknown command {word!r}{f': do you mean `rejit {meant}`?' if meant else ''}"
