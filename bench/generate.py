"""Writes modules of many small functions, in the very form LLVM's printer gives; and text to compress.

    python -m bench.generate COUNT {all,one} > module.ll

`all`: main calls every function once, each with the result of the one before. `one`: main calls only one in the middle.
main prints the last result, so that what ran can be checked: `expected` computes it in Python.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

Calls = Literal["all", "one"]

HEADER = """\
; ModuleID = '{name}'
source_filename = "{name}"
target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
target triple = "x86_64-pc-linux-gnu"

@format = private unnamed_addr constant [4 x i8] c"%d\\0A\\00", align 1

declare i32 @printf(ptr, ...)
"""

FUNCTION = """
define i32 @f{number}(i32 %0) {{
  %2 = mul i32 %0, {factor}
  %3 = xor i32 %2, {mask}
  %4 = icmp slt i32 %3, 0
  br i1 %4, label %5, label %7

5:                                                ; preds = %1
  %6 = sub i32 %3, {number}
  br label %7

7:                                                ; preds = %5, %1
  %8 = phi i32 [ %6, %5 ], [ %3, %1 ]
  ret i32 %8
}}
"""


def _constants(number: int) -> tuple[int, int]:
    return 2 * (number % 1000) + 3, number * 40503 % 65521


def _signed(value: int) -> int:
    return (value + 2**31) % 2**32 - 2**31


def called(count: int, calls: Calls) -> range:
    """The numbers of the functions that main calls."""
    return range(count) if calls == "all" else range(count // 2, count // 2 + 1)


def expected(count: int, calls: Calls) -> int:
    """What main prints."""
    value = 1
    for number in called(count, calls):
        factor, mask = _constants(number)
        value = _signed(value * factor) ^ mask
        if value < 0:
            value = _signed(value - number)
    return value


def lines(count: int, calls: Calls) -> Iterator[str]:
    """The module's text, in pieces."""
    yield HEADER.format(name=f"generated-{count}-{calls}")
    for number in range(count):
        factor, mask = _constants(number)
        # The printer leaves no `xor ..., 0` or `sub ..., 0` out: it prints what it is given.
        yield FUNCTION.format(number=number, factor=factor, mask=mask)
    yield "\ndefine i32 @main() {\n"
    last = "1"
    for register, number in enumerate(called(count, calls), 1):
        yield f"  %{register} = call i32 @f{number}(i32 {last})\n"
        last = f"%{register}"
    register = len(called(count, calls)) + 1
    yield f"  %{register} = call i32 (ptr, ...) @printf(ptr @format, i32 {last})\n  ret i32 0\n}}\n"


def write(folder: Path, count: int, calls: Calls) -> Path:
    """Write the module below `folder` if it is not there yet."""
    text = "".join(lines(count, calls))
    path = folder / f"generated-{count}-{calls}.ll"
    if not path.is_file() or path.read_text() != text:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return path


def write_text(folder: Path, size: int) -> Path:
    """A file of `size` bytes that compresses like text. The same bytes everywhere: its own generator makes them."""
    path = folder / f"text-{size}.txt"
    if path.is_file() and path.stat().st_size == size:
        return path
    state = 1

    def random(limit: int) -> int:
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state >> 33) % limit

    letters = b"etaoinshrdlucmfwypvbgkjqxz"
    words = [bytes(letters[random(1 + random(len(letters)))] for _ in range(2 + random(9))) + b" " for _ in range(3000)]
    pieces, length = [], 0
    while length < size:
        piece = words[random(1 + random(len(words)))]
        if not random(12):
            piece += b"%d\n" % random(10**6)
        pieces.append(piece)
        length += len(piece)
    folder.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.write_bytes(b"".join(pieces)[:size])
    partial.replace(path)
    return path


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[2] not in ("all", "one"):
        sys.exit(__doc__)
    sys.stdout.writelines(lines(int(sys.argv[1]), sys.argv[2]))  # type: ignore[arg-type]
