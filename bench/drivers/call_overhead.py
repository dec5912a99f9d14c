"""rejit: what a call from Python costs, `f(30)` against a bare CFUNCTYPE of the same address.

JSON on stdout: nanoseconds a call (medians), and their ratio.
"""

from __future__ import annotations

import ctypes
import json
import statistics
import timeit

import rejit

MODULE = """\
define i64 @f(i64 %0) {
  %2 = add i64 %0, 12
  ret i64 %2
}
"""
CALLS = 200_000
ROUNDS = 9


def main() -> None:
    with rejit.Session(workers=0) as session:
        library = session.add(MODULE)
        function = library["f"]
        bare = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(function.address)
        assert function(30) == bare(30) == 42
        timers = {name: timeit.Timer("f(30)", globals={"f": f}) for name, f in (("rejit", function), ("bare", bare))}
        times: dict[str, list[float]] = {name: [] for name in timers}
        for _ in range(ROUNDS):  # interleaved: both see the same machine
            for name, timer in timers.items():
                times[name].append(timer.timeit(CALLS) / CALLS * 1e9)
    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = statistics.median(a / b for a, b in zip(times["rejit"], times["bare"], strict=True))
    print(json.dumps({name: round(value, 1) for name, value in medians.items()} | {"ratio": round(ratio, 3)}))


if __name__ == "__main__":
    main()
