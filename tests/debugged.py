"""seeing/program.c: with debug information and without, and where its lines are."""

from __future__ import annotations

from pathlib import Path

from aot import Builds

SOURCE = Path(__file__).parent / "seeing" / "program.c"


def line_of(comment: str) -> int:
    """The line of program.c that ends in a comment."""
    (found,) = (n for n, line in enumerate(SOURCE.read_text().splitlines(), 1) if line.endswith(f"// {comment}"))
    return found


def made(builds: Builds, *flags: str) -> Path:
    arguments = ["-S", "-emit-llvm", "-w", "-O0", "-Xclang", "-disable-O0-optnone", *flags, str(SOURCE)]
    return builds.make("clang-19", arguments, [SOURCE], "program.ll")
