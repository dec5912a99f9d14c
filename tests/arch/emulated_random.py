"""Run in an emulated Python, by test_emulated_random.py: programs one after the other in one session, and so with one
compiler; recompiled at every trigger, with calls that are patched, bodies freed at every chance, each module unloaded
after its program. Arguments: how many calls or turns make a function or loop hot, the programs' IR. Each program's
status goes to standard error, and at the end what was done."""

from __future__ import annotations

import ctypes
import json
import os
import sys

from rejit import Config, HotPolicy, Session
from rejit.runtime.memory import CodeMemory


def main() -> None:
    CodeMemory.patches = True  # type: ignore[assignment, method-assign]
    times, *paths = sys.argv[1:]
    policy = HotPolicy(calls=int(times), loops=int(times))
    compiler = os.environ["REJIT_TEST_COMPILER"]
    with Session(config=Config(reclaim="always"), policy=policy, recompile="sync", compiler=compiler) as jit:
        for path in paths:
            library = jit.add(path)
            status = library.run_main([path])
            ctypes.PyDLL(None).fflush(None)
            print(path, status, file=sys.stderr, flush=True)
            library.close()
        found = jit.statistics()
        names = ("recompiled", "bodies_retired", "bodies_reclaimed")
        print(json.dumps({name: found[name] for name in names}), file=sys.stderr)


if __name__ == "__main__":
    main()
