"""`rejit targets`: the CPUs that rejit runs on, and what is implemented on each, as their modules in rejit.arch say."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

HELP = """\
usage: rejit targets [--json]

The CPUs that rejit runs on, and what it can do on each. Everywhere: functions compiled at their first call, recompiled
when they are hot, C++ exceptions, errors raised in the Python caller.

  patching   hot functions call each other directly; elsewhere through their stubs
  freeing    replaced code is freed; elsewhere it stays until its session closes
  ctrl-c     Ctrl-C stops compiled code; elsewhere the next call into Python is what notices it
  debug asm  `rejit run --dump-ir` and `rejit lli -orc-lazy-debug` show the resolver block

  --json     the same for programs: {CPU: {"triple", "here", "levels", "vectors", and each of the above}}

Exit status: 0; 2 for an argument it does not know.
"""


def examine(arch: ModuleType) -> dict[str, bool]:
    """What a CPU's module implements besides what the contract asks of all."""
    from importlib.util import find_spec

    return {
        "patching": arch.DIRECT_CALLS,
        "freeing": bool(arch.SEARCH),
        "ctrl-c": find_spec(f"{arch.__name__}_interrupt") is not None,
        "debug asm": find_spec(f"{arch.__name__}_module_asm") is not None,
    }


def main(arguments: list[str]) -> int:
    """The exit status."""
    if arguments in (["-h"], ["--help"]):
        print(HELP, end="")
        return 0
    if arguments not in ([], ["--json"]):
        sys.stderr.write(f"rejit targets: unknown argument {arguments[-1]}\n{HELP}")
        return 2
    from importlib import import_module

    from rejit.arch import SERVED, host_name

    modules = {name: import_module(f"rejit.arch.{name}") for name in SERVED}
    if arguments:
        import json

        about = {
            name: {
                "triple": arch.TRIPLE,
                "here": name == host_name(),
                "levels": list(arch.CPU_LEVELS),
                "vectors": list(arch.VECTOR_STATE),
                **examine(arch),
            }
            for name, arch in modules.items()
        }
        print(json.dumps(about, indent=1))
        return 0
    columns = examine(modules[SERVED[0]])
    print("  ".join(("  CPU    ", *columns, "for `cache export --cpu`")))
    for name, arch in modules.items():
        marks = (f"{'yes' if has else 'no':<{len(what)}}" for what, has in examine(arch).items())
        print("  ".join((f"{'*' if name == host_name() else ' '} {name:<7}", *marks, ", ".join(arch.CPU_LEVELS))))
    print("* this machine" if host_name() in SERVED else f"not among them: {host_name()}, this machine")
    return 0
