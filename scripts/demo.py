"""`make demo`: SQLite's shell from LLVM IR, run function by function, and what rejit did meanwhile.

The first time it fetches SQLite's source package and has clang make the IR; that takes a minute or two.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench import corpus  # noqa: E402
from bench.engines import LLI, find_rejit  # noqa: E402

SMALL = "select sqlite_version(), 6 * 7"
LARGE = """\
create table word(id integer primary key, text);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
  insert into word select i, substr('lazy compilation of real programs', i % 27 + 1, i % 5 + 2) from n;
create index by_text on word(text);
select text, count(*) from word where text like '%i%' group by text having count(*) > 100 order by 2 desc, 1 limit 5;
"""


def run(command: list[str]) -> tuple[str, float]:
    """Standard output of a command and the seconds it took. Ends the demonstration if it fails."""
    started = time.monotonic()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    taken = time.monotonic() - started
    if done.returncode:
        sys.exit(f"demo: {' '.join(command)}: status {done.returncode}")
    return done.stdout, taken


def show(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)


class Shell:
    """SQLite's shell under rejit."""

    def __init__(self, rejit: list[str], module: Path) -> None:
        self.rejit = rejit
        self.module = module
        self.options = ["--no-cache"]

    def run(self, query: str) -> tuple[str, dict[str, Any], float]:
        """The answer to a query, rejit's figures, and the seconds it took."""
        with tempfile.TemporaryDirectory() as folder:
            stats = Path(folder) / "stats.json"
            command = [*self.rejit, "run", *self.options, "--stats", str(stats), str(self.module), ":memory:", query]
            answer, taken = run(command)
            return answer, json.loads(stats.read_text()), taken

    def demonstrate(self, query: str) -> None:
        """Show a query, its answer, and what rejit did."""
        answer, figures, taken = self.run(query)
        spare = max(figures["functions_compiled"] - figures["functions_linked"], 0)
        show(
            f'$ rejit run {os.path.relpath(self.module, ROOT)} :memory: "{query.rstrip()}"',
            answer.rstrip(),
            "",
            f"  {figures['functions_total']:7,} functions in the module",
            f"  {figures['functions_linked']:7,} called and linked:"
            f" {figures['code_bytes'] // 1000:,} kB of machine code in {figures['mappings']} memory mappings",
            f"  {figures['functions_compiled']:7,} compiled"
            f" by {figures['workers']} workers, {spare:,} of them ahead of a call that never came",
            f"  {figures['recompiled']:7,} hot ones recompiled at -O3 while the program ran",
            f"  {figures['startup_ms']:7.0f} ms until the program's first instruction, {taken:.2f} s until its end",
            "",
        )


def start_again(shell: Shell) -> None:
    """The same question twice with the object cache, which is on unless told otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        shell.options = ["--cache-dir", folder]
        _, _, first = shell.run(SMALL)
        time.sleep(3)  # the compile server writes down what was used once the program has ended
        _, figures, second = shell.run(SMALL)
        shell.options = ["--no-cache"]
    show(
        f"What was compiled is kept: the same question takes {first:.2f} s at first, {second:.2f} s the second time,",
        f"when {figures['functions_compiled']} functions are compiled.",
        "",
    )


def compare(shell: Shell) -> None:
    """The small question against LLVM's own tool, where it is installed: the best of three turns each."""
    if shutil.which(LLI) is None:
        return
    command = [LLI, "-jit-kind=mcjit", "-O0", str(shell.module), ":memory:", SMALL]
    ours, theirs = [], []
    for _ in range(3):
        answer, _, taken = shell.run(SMALL)
        ours.append(taken)
        expected, taken = run(command)
        theirs.append(taken)
        if answer != expected:
            sys.exit(f"demo: {LLI} answers {expected!r}")
    show(
        f"LLVM's {LLI} -jit-kind=mcjit -O0 takes {min(theirs):.2f} s for the same answer, rejit {min(ours):.2f} s"
        f" ({min(ours) / min(theirs):.2f}x; best of three turns each).",
        "",
    )


def main() -> int:
    rejit = find_rejit()
    if rejit is None:
        print("demo: rejit is not installed here; `make demo` sets it up", file=sys.stderr)
        return 1
    try:
        module = corpus.build(["sqlite"], aot=False)["sqlite"] / "sqlite.ll"
    except corpus.CorpusError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    shell = Shell(rejit, module)
    shell.run(SMALL)  # once for nothing: the file is read and Python's caches are written
    show(f"SQLite's shell: {module.stat().st_size / 1e6:.1f} MB of LLVM IR, nothing of it compiled yet.", "")
    shell.demonstrate(SMALL)
    compare(shell)
    start_again(shell)
    show("A larger question reaches more of it:", "")
    shell.demonstrate(LARGE)
    show("And from Python, `python examples/quickstart.py`:", "")
    show(run([sys.executable, str(ROOT / "examples" / "quickstart.py")])[0].rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
