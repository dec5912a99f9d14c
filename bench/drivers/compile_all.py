"""rejit: compile every function of a module ahead of its call. JSON on stdout: seconds to import and to compile.

compile_all.py FILE WORKERS
"""

from __future__ import annotations

import json
import sys
import time


def main(file: str, workers: int) -> None:
    started = time.perf_counter()
    import rejit

    imported = time.perf_counter()
    with rejit.Session(workers=workers, cache=None) as session:
        session.add(file).compile(jobs=workers)
        compiled = time.perf_counter()
    print(json.dumps({"import": round(imported - started, 4), "compile": round(compiled - imported, 4)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
