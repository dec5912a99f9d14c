"""`rejit doctor`: what works on this machine, and what to do about what does not."""

from __future__ import annotations

import sys

HELP = """\
usage: rejit doctor [--json]

One line for each thing that rejit uses: ok, warn (something is missing, and the line below says how to get it) or fail
(rejit does not run).

  --json    the same for programs: {"good": bool, "rejit": version, "checks": [{"item", "state", "found", "remedy"}]}

Exit status: 0, or 1 if a line says fail.
"""


def main(arguments: list[str]) -> int:
    """The exit status."""
    if arguments in (["-h"], ["--help"]):
        print(HELP, end="")
        return 0
    if arguments not in ([], ["--json"]):
        sys.stderr.write(f"rejit doctor: unknown argument {arguments[-1]}\n{HELP}")
        return 2
    from rejit import __version__
    from rejit.doctor import FAIL, Finding, examine

    found: list[Finding] = []
    for one in examine():
        found.append(one)
        if not arguments:
            print(f"{one.state:<5} {one.item:<13} {one.found}", flush=True)
            if one.remedy:
                print(f"{'':<19} -> {one.remedy}", flush=True)
    failed = [one.item for one in found if one.state == FAIL]
    if arguments:
        import json

        checks = [one._asdict() for one in found]
        print(json.dumps({"good": not failed, "rejit": __version__, "checks": checks}, indent=1))
    else:
        print(f"rejit {__version__} {'does not run here: ' + ', '.join(failed) if failed else 'runs here'}")
    return 1 if failed else 0
