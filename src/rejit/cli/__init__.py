"""The `rejit` command. Each subcommand is a module here; only the one that is asked for is imported."""

from __future__ import annotations

import sys

USAGE = """\
usage: rejit run [options] PROGRAM [ARG...]     run LLVM IR (.ll, .bc) or C (.c, .cpp), compiling what is called
       rejit lli [options] PROGRAM [ARG...]     the same in lli's spelling of its options
       rejit cache COMMAND [ARG...]             what is kept of former runs
       rejit --version

`rejit run --help` and `rejit lli --help` list the options.
"""


def main() -> int:
    """Entry point of the console script: the exit status."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["run"]:
        from rejit.cli.run import main as run

        return run(arguments[1:])
    if arguments[:1] == ["lli"]:
        from rejit.cli.lli import main as lli

        return lli(arguments[1:])
    if arguments[:1] == ["cache"]:
        from rejit.cli.cache import main as cache

        return cache(arguments[1:])
    if arguments[:1] == ["--version"]:
        from rejit import __version__

        print(f"rejit {__version__}")
        return 0
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    sys.stderr.write(USAGE if not arguments else f"rejit: unknown command {arguments[0]!r}\n{USAGE}")
    return 2
