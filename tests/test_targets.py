"""`rejit targets`, and what is said on a CPU that is not among them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from rejit.arch import SERVED

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = """
import os, sys

class Uname:
    machine, release = "riscv64", "1"

os.uname = Uname
from rejit.cli import main
sys.exit(main())
"""


def command(*arguments: str, elsewhere: bool = False) -> subprocess.CompletedProcess[str]:
    python = [sys.executable, "-c", ELSEWHERE] if elsewhere else [sys.executable, "-m", "rejit"]
    return subprocess.run([*python, *arguments], capture_output=True, text=True, timeout=60)


def test_each_cpu_says_what_it_has() -> None:
    about = json.loads(command("targets", "--json").stdout)
    assert list(about) == list(SERVED)
    assert [name for name, one in about.items() if one["here"]] == [os.uname().machine]
    for name, one in about.items():
        arch = import_module(f"rejit.arch.{name}")
        assert (one["triple"], one["levels"]) == (arch.TRIPLE, list(arch.CPU_LEVELS))
        assert one["patching"] == arch.DIRECT_CALLS and one["freeing"] == bool(arch.SEARCH)
    assert about["x86_64"]["ctrl-c"] and about["x86_64"]["debug asm"]
    assert not about["aarch64"]["debug asm"]


def test_the_table() -> None:
    done = command("targets")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr, lines[-1]) == (0, "", "* this machine")
    assert [line.split()[1 if line[0] == "*" else 0] for line in lines[1:-1]] == list(SERVED)
    at = lines[0].index("patching")
    assert {line[at : at + 3].strip() for line in lines[1:-1]} <= {"yes", "no"}
    assert command("targets", "--jsno").returncode == 2 and command("targets", "--help").stdout.startswith("usage:")


def test_a_cpu_that_is_not_served(tmp_path: Path) -> None:
    """One message, which says what a port is made of; these files exist."""
    assert command("targets", elsewhere=True).stdout.endswith("not among them: riscv64, this machine\n")
    program = tmp_path / "a.ll"
    program.write_text("define i32 @main() {\n  ret i32 0\n}\n")
    done = command("run", str(program), elsewhere=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (127, "", 1)
    for part in (*SERVED, "riscv64", "src/rejit/arch/riscv64.py"):
        assert part in done.stderr
    for file in ("tests/arch/contract.py", "docs/porting.md"):
        assert file in done.stderr and (ROOT / file).exists()
