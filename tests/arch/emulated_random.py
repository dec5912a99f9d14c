"""Run in an emulated Python, by test_emulated_random.py: programs one after the other, lazily, and then with every
function and loop recompiled at its first and at its second call or turn; calls are patched, bodies freed at every
chance, each module is unloaded after its program. A session, and so a compiler, for each of the three. Arguments: the
programs' IR. To standard error: of each program the way, the path and its status; at the end what was done in each way.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
from typing import Any

from rejit import Config, HotPolicy, Session
from rejit.runtime.memory import CodeMemory

WAYS = ("lazily", "1", "2")


def main() -> None:
    CodeMemory.patches = True  # type: ignore[assignment, method-assign]
    did = {}
    for way in WAYS:
        options: dict[str, Any] = {"recompile": "off"}
        if way != "lazily":
            options = {"recompile": "sync", "policy": HotPolicy(calls=int(way), loops=int(way))}
        with Session(config=Config(reclaim="always"), compiler=os.environ["REJIT_TEST_COMPILER"], **options) as jit:
            for path in sys.argv[1:]:
                library = jit.add(path)
                status = library.run_main([path])
                ctypes.PyDLL(None).fflush(None)
                print(way, path, status, file=sys.stderr, flush=True)
                library.close()
            found = jit.statistics()
            did[way] = {name: found[name] for name in ("recompiled", "bodies_retired", "bodies_reclaimed")}
    print(json.dumps(did), file=sys.stderr)


if __name__ == "__main__":
    main()
