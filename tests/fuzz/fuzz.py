"""Coverage-guided fuzzing of what reads IR: `python tests/fuzz/fuzz.py --seconds 300`.

An input that reaches a line, or a pair of lines one after the other, that no input reached before is kept and mutated
further. Lines are seen by sys.settrace in the modules of rejit.ir and rejit.source. An input that raises what it should
not is written to the findings folder and reported once for each place; the status is then 1.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from seeds import WORDS, seeds
from target import check

MAX_BYTES = 30_000


class Coverage:
    """Which pairs of lines one input runs through."""

    def __init__(self) -> None:
        self.known: set[int] = set()
        self.seen: set[int] = set()
        self._last = 0
        self._traced: dict[Any, bool] = {}

    def _global(self, frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        traced = self._traced.get(code)
        if traced is None:
            traced = self._traced[code] = "/rejit/ir/" in code.co_filename or code.co_filename.endswith("/source.py")
        return self._local if traced else None

    def _local(self, frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            here = id(frame.f_code) ^ frame.f_lineno
            self.seen.add(hash((self._last, here)))
            self._last = here
        return self._local

    def run(self, data: bytes) -> bool:
        """Check one input; whether it reached anything new."""
        self.seen.clear()
        self._last = 0
        sys.settrace(self._global)
        try:
            check(data)
        finally:
            sys.settrace(None)
        fresh = not self.seen <= self.known
        self.known |= self.seen
        return fresh


def mutate(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """A changed copy: bytes, words, lines moved, and pieces of other inputs."""
    text = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        at = chance.randint(0, len(text))
        kind = chance.randrange(7)
        if kind == 0:
            text[at : at + chance.randint(1, 60)] = b""
        elif kind == 1:
            text[at:at] = chance.choice(WORDS).encode("latin-1")
        elif kind == 2:
            text[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 3:
            del text[at:]
        else:
            lines = bytes(text).splitlines(keepends=True)
            if not lines:
                continue
            n = chance.randrange(len(lines))
            if kind == 4:
                lines.insert(chance.randrange(len(lines)), lines[n])
            elif kind == 5:
                del lines[n : n + chance.randint(1, 3)]
            else:
                other = chance.choice(corpus).splitlines(keepends=True) or [b"\n"]
                k = chance.randrange(len(other))
                lines[n:n] = other[k : k + chance.randint(1, 8)]
            text = bytearray(b"".join(lines))
    return bytes(text[:MAX_BYTES])


def place(error: BaseException) -> str:
    """Where an error arose, the same for all inputs that fail alike."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Coverage-guided fuzzing of what reads IR.")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=None, help="of the random numbers, printed at the end")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("inputs", nargs="*", type=Path, help="only check these files")
    options = parser.parse_args()
    for path in options.inputs:
        check(path.read_bytes())
    if options.inputs:
        return 0
    seed = options.seed if options.seed is not None else time.time_ns() & 0xFFFFFFFF
    chance = random.Random(seed)
    coverage, corpus, found, runs = Coverage(), [], {}, 0
    queue = seeds()
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        data = queue.pop() if queue else mutate(chance.choice(corpus), corpus, chance)
        runs += 1
        try:
            if coverage.run(data):
                corpus.append(data)
        except Exception as error:
            where = place(error)
            if where not in found:
                options.findings.mkdir(parents=True, exist_ok=True)
                path = options.findings / f"{hashlib.sha1(where.encode()).hexdigest()[:12]}.ll"
                path.write_bytes(data)
                found[where] = path
                print(f"{where}: {error}\n  {path}")
                traceback.print_exc()
        if not corpus and not queue:
            break
    reached = f"{len(corpus)} kept, {len(coverage.known)} pairs of lines"
    print(f"{runs} inputs, {reached}, {len(found)} findings, --seed {seed}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
