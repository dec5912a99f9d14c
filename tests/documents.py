"""Runs the code blocks of one page of the documentation, in order. `tests/test_docs.py` does it for every page.

    python tests/documents.py PAGE FOLDER    in FOLDER, with `rejit` on the PATH

    ```python            runs, all blocks of a page in one namespace; `expression  # -> its value, or what it prints`
    ```sh                each command runs (`make`: the target must exist; `NOT_RUN` is not run)
    ```console           the same, commands begin with `$ `, what they print stands below them
    ```text              right behind python or sh: all that the block prints
    ```... title="F"     is written to the file F as well, of any language; several blocks are one file

What is expected may have `...` for any text. Ends with 1 and a message at the first block that does something else.
"""

from __future__ import annotations
import __future__

import ast
import ctypes
import doctest
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^```(\w+)?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Commands that are shown and not run, and why.
NOT_RUN = {
    r"pip install ": "asks a package index",
    r"\.venv/bin/rejit run \[options\]": "the form of a command",
    r"perf ": "tests/seeing runs perf, where the kernel allows it",
    r"lli\(\)": "defines a function for somebody's script",
    r"docker ": "needs a daemon; tests/cache tests what it copies",
}
HELLO = """\
@.str = private unnamed_addr constant [6 x i8] c"hello\\00", align 1

define i32 @main() {
  %r = call i32 @puts(ptr @.str)
  ret i32 0
}

declare i32 @puts(ptr)
"""
# What commands may take for granted that the page itself does not write.
GIVEN = {
    "hello.c": '#include <stdio.h>\nint main() { puts("hello"); }\n',
    "hello.ll": HELLO,
    "prog.ll": HELLO,
    "sqlite.ll": HELLO,
}


class Block(NamedTuple):
    language: str
    title: str  # the file it is written to
    line: int  # of the page, of the fence
    text: str
    output: str | None  # expected


class Wrong(Exception):
    """A block does not do what the page says."""


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, with the output that is expected of each."""
    found = list(FENCE.finditer(text))
    for this, after in zip_longest(found, found[1:]):
        title = re.search(r'title="([^"]+)"', this[2])
        output = None
        if (
            after is not None
            and after[1] == "text"
            and not after[2].strip()
            and not text[this.end() : after.start()].strip()
        ):
            output = after[3]
        line = text.count("\n", 0, this.start()) + 1
        yield Block(this[1] or "", title[1] if title else "", line, this[3], output)


def commands(block: Block) -> Iterator[tuple[str, str | None]]:
    """The commands of a block of the shell, each with the output that is expected."""
    if block.language == "console":
        for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output
    else:
        lines = block.text.replace("\\\n", "")
        given = [line for line in lines.splitlines() if line.strip() and not line.startswith("#")]
        for line in given:
            yield line, block.output if line is given[-1] else None


def agree(want: str, got: str) -> bool:
    return doctest.OutputChecker().check_output(want.rstrip() + "\n", got.rstrip() + "\n", doctest.ELLIPSIS)


class Captured:
    """What is written to file descriptor 1 meanwhile, by Python and by C."""

    def __enter__(self) -> Captured:
        self.text = ""
        self.file = tempfile.TemporaryFile()
        self.kept = os.dup(1)
        os.dup2(self.file.fileno(), 1)
        return self

    def read(self) -> str:
        """What was written since the last time."""
        sys.stdout.flush()
        ctypes.CDLL(None).fflush(None)
        self.file.seek(len(self.text.encode()))
        more = self.file.read().decode()
        self.text += more
        return more

    def __exit__(self, *_: object) -> None:
        self.read()
        os.dup2(self.kept, 1)
        os.close(self.kept)
        self.file.close()


class Shown(ast.NodeTransformer):
    """Makes `value  # -> want` a comparison."""

    def __init__(self, source: str) -> None:
        self.lines = source.splitlines()

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        expected = re.search(r"  # -> (.*)$", self.lines[(node.end_lineno or 0) - 1])
        if expected is None:
            return node
        arguments = [ast.Constant(node.lineno), ast.Constant(expected[1]), node.value]
        call = ast.Call(ast.Name("_shown", ast.Load()), arguments, [])
        return ast.fix_missing_locations(ast.copy_location(ast.Expr(call), node))


class Page:
    """A page while it runs."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.written: set[str] = set()
        self.flags = 0  # of `from __future__`

    def run(self) -> None:
        for block in blocks(self.path.read_text()):
            if block.title:
                with open(block.title, "a" if block.title in self.written else "w") as file:
                    file.write(block.text)
                self.written.add(block.title)
            if block.language == "python":
                self.python(block)
            elif block.language in ("sh", "console"):
                for command, output in commands(block):
                    self.shell(block, command, output)

    def python(self, block: Block) -> None:
        source = "\n" * block.line + block.text  # so that a traceback has the page's lines
        tree = Shown(source).visit(ast.parse(source))
        with Captured() as captured:
            self.names["_shown"] = lambda line, want, value: self.shown(captured, line, want, value)
            for statement in tree.body:  # each is compiled when those before it have run: `from __future__`
                code = compile(ast.Module([statement], []), str(self.path), "exec", self.flags, True)
                self.flags |= code.co_flags & __future__.annotations.compiler_flag
                exec(code, self.names)
        if block.output is not None:
            self.compare(block.line, block.output, captured.text)

    def shown(self, captured: Captured, line: int, want: str, value: object) -> None:
        self.compare(line, want, captured.read() if value is None else repr(value))

    def shell(self, block: Block, command: str, output: str | None) -> None:
        if any(re.match(pattern, command) for pattern in NOT_RUN):
            return
        if command.startswith("make "):
            target = command.split()[1]
            if not re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE):
                raise Wrong(f"{self.path}:{block.line}: no such target: {target}")
            return
        for name, text in GIVEN.items():
            if not Path(name).exists() and name in command:
                Path(name).write_text(text)
        done = subprocess.run(
            command.replace(".venv/bin/", ""),
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
        )
        if output is not None:
            self.compare(block.line, output, done.stdout)
        if done.returncode and "# status " not in command:
            raise Wrong(f"{self.path}:{block.line}: {command}: status {done.returncode}\n{done.stdout}")

    def compare(self, line: int, want: str, got: str) -> None:
        if not agree(want, got):
            raise Wrong(f"{self.path}:{line}: expected\n{want.rstrip()}\nand got\n{got.rstrip()}")


def main() -> int:
    page = Path(sys.argv[1]).resolve()
    os.chdir(sys.argv[2])
    sys.path.insert(0, os.getcwd())
    try:
        Page(page).run()
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
