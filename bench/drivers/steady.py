"""Repeats one call in one process until it is steady; the last line of stderr is a JSON object.

    python steady.py ENGINE FILE SCALE [--plain | --instrumented] -- [ARGUMENT...]

ENGINE  aot: FILE is a shared library; rejit: it is IR
SCALE   what `kernel` gets; 0: choose one for rounds of 50 ms
"""

from __future__ import annotations

import ctypes
import json
import os
import statistics
import sys
from collections.abc import Callable
from time import thread_time

STEADY = 0.02
LONGEST_S = 30.0
LEAST_S = 1.0  # nothing is called steady before: a function may be waiting to be recompiled
ROUND_S = 0.05
MEASURED = 5


def aot(file: str, arguments: list[str]) -> Callable[[int], int]:
    library = ctypes.CDLL(file)
    if not arguments:
        library.kernel.argtypes, library.kernel.restype = (ctypes.c_long,), ctypes.c_long
        return library.kernel
    words = [b"program", *map(os.fsencode, arguments)]

    def call(_: int) -> int:
        strings = [ctypes.create_string_buffer(word) for word in words]  # a program may write into them
        vector = (ctypes.c_void_p * (len(words) + 1))(*map(ctypes.addressof, strings), None)
        return int(library.main(len(words), vector) & 0xFF)

    return call


def rejit(file: str, arguments: list[str], mode: str) -> Callable[[int], int]:
    from rejit import Session
    from rejit.tiers import HotPolicy, Tier

    if mode == "--plain":
        session = Session(tiers=(Tier(0),), recompile="off", cache=None)
    elif mode == "--instrumented":  # thresholds that are never reached
        session = Session(policy=HotPolicy(calls=1 << 30, loops=1 << 38), cache=None)
    else:
        session = Session(cache=None)
    library = session.add(file)
    if not arguments:
        return library["kernel"]
    return lambda _: library.run_main(["program", *arguments])


def main() -> None:
    engine, file, scale, *rest = sys.argv[1:]
    at = rest.index("--")
    arguments = rest[at + 1 :]
    if arguments == [""]:
        arguments = []
        program = True
    else:
        program = bool(arguments)
    chosen = arguments if program and arguments else ([] if not program else ["-c"])
    call = aot(file, chosen) if engine == "aot" else rejit(file, chosen, rest[0] if at else "")
    libc = ctypes.CDLL(None)
    stdin = ctypes.c_void_p.in_dll(libc, "stdin")

    def timed(size: int) -> tuple[float, int]:
        if program:
            os.lseek(0, 0, os.SEEK_SET) if os.fstat(0).st_size else None
            libc.rewind(stdin)
        start = thread_time()
        value = call(size)
        taken = thread_time() - start
        libc.fflush(None)
        return taken, value

    size = int(scale)
    if not size:
        size = 1
        while not program and timed(size)[0] < ROUND_S:
            size *= 2
    rounds: list[float] = []
    value = 0
    while sum(rounds) < LONGEST_S:
        taken, value = timed(size)
        rounds.append(taken)
        settled = len(rounds) > 2 and abs(rounds[-1] - rounds[-2]) <= STEADY * rounds[-2]
        if settled and sum(rounds) >= LEAST_S:
            break
    warm = sum(rounds)
    measured = statistics.median(timed(size)[0] for _ in range(MEASURED))
    report = {"round": measured, "warm": warm, "value": value, "scale": size, "rounds": len(rounds)}
    os.write(2, (json.dumps(report) + "\n").encode())
    os._exit(0)


main()
