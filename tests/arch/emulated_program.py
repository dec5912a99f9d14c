"""Run in an emulated Python, by test_emulated.py: a program that is recompiled at every trigger and whose bodies are
freed at every chance, with calls that are patched. Arguments: how many calls make a function hot, the program's IR, its
arguments. What it was like goes to standard error."""

from __future__ import annotations

import json
import os
import sys

from rejit import Config, HotPolicy, Session
from rejit.runtime.memory import CodeMemory


def main() -> int:
    CodeMemory.patches = True  # type: ignore[assignment, method-assign]
    calls, path, *arguments = sys.argv[1:]
    policy = HotPolicy(calls=int(calls), loops=int(calls))
    config = Config(reclaim="always")
    options = {"compiler": os.environ["REJIT_TEST_COMPILER"], "libraries": ("libstdc++.so.6",)}
    with Session(config=config, policy=policy, recompile="sync", **options) as jit:
        status = jit.add(path).run_main([path, *arguments])
        found = jit.statistics()
        names = ("recompiled", "call_sites_patched", "bodies_retired", "bodies_reclaimed")
        print(json.dumps({name: found[name] for name in names}), file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
