"""What cannot be run gives one clear message and status 127: it names the thing and the remedy; never a traceback.

What is wrong in a function that is never reached is no error at all.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from aot import Builds, Outcome, describe_status, rejit_run, run
from tools import need

HERE = Path(__file__).parent
LAZY = {"auto": (), "workers0": ("--workers", "0")}
EVERY = {**LAZY, "eager": ("--eager",)}

# File, arguments that reach the defect, what the message must hold (regular expressions, case does not count).
REACHED = {
    "not_ir.ll": ([], ["not_ir.ll", "not LLVM IR|neither LLVM IR|no LLVM IR|LLVM cannot read"]),
    "empty.ll": ([], ["empty.ll", "empty"]),
    "blank.ll": ([], ["blank.ll", "empty|not LLVM IR|neither LLVM IR|no LLVM IR|blank"]),
    "empty.bc": ([], ["empty.bc", "empty"]),
    "typed_pointers.ll": ([], ["typed pointers", r"\.bc|newer"]),
    "wrong_triple.ll": ([], ["aarch64", "x86_64"]),
    "newer.ll": ([], ["newer.ll", r"\b6\b", "attribute_of_a_later_release"]),
    "newer_body.ll": (["go"], ["modern", r"\b19\b", "teleport"]),
    "no_main.ll": ([], [r"\bmain\b", "--entry"]),
    "unresolved.ll": (["go"], ["defined_by_nobody", "caller_of_nothing", "--load"]),
    "unresolved_data.ll": ([], ["data_of_nobody", r"\bmain\b"]),
    "misspelt.ll": ([], ["prinft", r"\bprintf\b", r"\bmain\b"]),
    "invalid_body.ll": (["go"], ["broken_function", r"\b19\b", "add i64"]),
    "undefined_value.ll": ([], [r"\bmain\b", r"\b7\b", "missing"]),
    "bad_asm.ll": (["go"], ["assembles_badly", "frobnicate"]),
    "bad_module_asm.ll": ([], ["no_such_directive_or_instruction", "asm"]),
    "hand_edited_wrong.ll": ([], [r"\b5\b", "ret i64"]),
    "recursive_alias.ll": ([], ["first|second", "alias"]),
    "syntax_error.c": ([], ["syntax_error.c:1", "expected ';'"]),
}
UNREACHED = ["newer_body.ll", "unresolved.ll", "invalid_body.ll", "bad_asm.ll", "cannot_select.ll"]


def check(outcome: Outcome, patterns: list[str]) -> None:
    text = outcome.stderr.decode("latin-1")
    assert "Traceback" not in text, text
    assert outcome.status == 127, f"{describe_status(outcome.status)}\n{text}"
    assert outcome.stdout == b""
    missing = [p for p in patterns if not re.search(p, text, re.IGNORECASE)]
    assert not missing, f"the message lacks {missing}:\n{text}"


@pytest.mark.parametrize("mode", EVERY)
@pytest.mark.parametrize("name", REACHED)
def test_message(name: str, mode: str) -> None:
    arguments, patterns = REACHED[name]
    check(run(rejit_run(EVERY[mode], HERE / name, arguments)), patterns)


@pytest.mark.parametrize("mode", ["auto", "eager"])
def test_function_that_cannot_be_selected(mode: str) -> None:
    """LLVM gives up by ending its process, which must be a worker."""
    outcome = run(rejit_run(EVERY[mode], HERE / "cannot_select.ll", ["go"]))
    check(outcome, ["unselectable", "llvm.aarch64.crc32b|cannot select"])


@pytest.mark.parametrize("mode", LAZY)
@pytest.mark.parametrize("name", UNREACHED)
def test_defect_that_is_never_reached(name: str, mode: str) -> None:
    outcome = run(rejit_run(LAZY[mode], HERE / name))
    assert outcome == Outcome(0, b"", b"")


@pytest.mark.parametrize("mode", EVERY)
def test_hand_edited_text_runs(mode: str) -> None:
    assert run(rejit_run(EVERY[mode], HERE / "hand_edited.ll")) == Outcome(5, b"edited\n", b"")


def test_output_before_the_error_is_kept(tmp_path: Path) -> None:
    """What the program printed before it reached the defect comes out, stdio buffers included."""
    program = tmp_path / "late.ll"
    text = (HERE / "misspelt.ll").read_text()
    text = text.replace("@prinft(ptr @text)\n", "@printf(ptr @text)\n  %2 = call i32 (ptr, ...) @prinft(ptr @text)\n")
    program.write_text(text + "\ndeclare i32 @printf(ptr, ...)\n")
    outcome = run(rejit_run((), program))
    assert (outcome.status, outcome.stdout) == (127, b"hi\n")


def test_duplicate_definition() -> None:
    outcome = run(rejit_run(("--extra-module", str(HERE / "duplicate_other.ll")), HERE / "duplicate.ll"))
    check(outcome, ["defined_twice", "duplicate.ll", "duplicate_other.ll"])


def test_missing_file() -> None:
    check(run(rejit_run((), HERE / "no_such_file.ll")), ["no_such_file.ll", "no such file|not found|does not exist"])


def test_directory() -> None:
    check(run(rejit_run((), HERE)), ["directory"])


def test_unreadable_kind(tmp_path: Path) -> None:
    """An executable, named as bitcode."""
    program = tmp_path / "program.bc"
    shutil.copy("/bin/true", program)
    check(run(rejit_run((), program)), ["program.bc", "bitcode|LLVM IR|ELF"])


@pytest.mark.parametrize("share", [0.02, 0.5, 0.99])
def test_truncated_bitcode(tmp_path: Path, share: float) -> None:
    whole, part = tmp_path / "whole.bc", tmp_path / "part.bc"
    assert run([need("llvm-as-19"), HERE / "duplicate.ll", "-o", whole]).status == 0
    data = whole.read_bytes()
    part.write_bytes(data[: int(len(data) * share)])
    check(run(rejit_run((), part)), ["part.bc"])


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_truncated_text(builds: Builds, tmp_path: Path, share: float) -> None:
    text = builds.ir(HERE.parent / "ir" / "switch_tables.c", "noopt").read_text()
    program = tmp_path / "part.ll"
    program.write_text(text[: int(len(text) * share)])
    outcome = run(rejit_run(("--eager",), program))
    check(outcome, [r"part\.ll|@\w+|line \d+|\bmain\b"])


def test_missing_library() -> None:
    outcome = run(rejit_run(("--load", "libnowhere.so.9"), HERE / "duplicate.ll"))
    check(outcome, [r"libnowhere\.so\.9"])


def test_missing_entry() -> None:
    outcome = run(rejit_run(("--entry", "strat"), HERE / "no_main.ll"))
    check(outcome, ["strat", "--entry"])
