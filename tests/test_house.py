"""What holds of the sources as a whole: which tests may not run, where CPUs are named, how long a CPU's files are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from rejit.arch import SERVED, relocation

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "rejit"

# -- what does not run -------------------------------------------------------------------------------------------------

SKIPPING = {"skip", "skipif", "skipIf", "skipUnless", "skipTest", "SkipTest", "xfail", "importorskip"}
IGNORED = "the contract of a CPU that this machine's is not"  # what `collect_ignore` is for here


def reasons(source: str) -> Iterator[str]:
    """For each place where a test file leaves something out, a regular expression for the reason; "" for none."""
    tree = ast.parse(source)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id.startswith("collect_ignore"):
            yield re.escape(IGNORED)
        elif (isinstance(node, ast.Attribute) and node.attr in SKIPPING) or (
            isinstance(node, ast.Name) and node.id in SKIPPING
        ):
            call = calls.get(id(node))
            words = [] if call is None else [k.value for k in call.keywords if k.arg in ("reason", "msg")] or call.args
            yield text_of(words[-1]) if words else ""


def text_of(words: ast.expr) -> str:
    """A regular expression for a text; what is filled in may be anything."""
    if isinstance(words, ast.JoinedStr):
        return "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in words.values)
    return re.escape(words.value) if isinstance(words, ast.Constant) and isinstance(words.value, str) else ""


def without_a_reason(files: dict[str, str], table: set[tuple[str, str]]) -> list[str]:
    """What files (by name, their text) leave out for a reason that is not in the table of (file, reason), and what is
    in the table and not in the files."""
    wrong, left = [], set(table)
    for name, text in files.items():
        for reason in reasons(text):
            rows = {(file, said) for file, said in table if file == name and reason and re.fullmatch(reason, said)}
            if not rows:
                wrong.append(f"{name}: {reason or 'no reason'}")
            left -= rows
    return wrong + [f"{file}: nothing says {said!r}" for file, said in sorted(left)]


def documented() -> set[tuple[str, str]]:
    """The table of docs/testing.md: file and reason."""
    text = (ROOT / "docs" / "testing.md").read_text()
    _, _, table = text.partition("**What does not run**")
    rows = re.findall(r"^\| `(tests/[^`]*)` \| (.*?) \| .*? \|$", table.partition("\n\n**")[0], re.MULTILINE)
    return set(rows)


def test_what_does_not_run_is_documented() -> None:
    files = {str(path.relative_to(ROOT)): path.read_text() for path in sorted((ROOT / "tests").rglob("*.py"))}
    del files["tests/test_house.py"]
    assert without_a_reason(files, documented()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import pytest\npytest.skip('not today')", ["t.py: not\\ today"]),
        ("import pytest\npytest.skip()", ["t.py: no reason"]),
        ("import pytest\n@pytest.mark.skip\ndef test_a(): pass", ["t.py: no reason"]),
        ("import pytest\n@pytest.mark.xfail(True, reason='known')\ndef test_a(): pass", []),
        ("import pytest\n@pytest.mark.skipif(x, reason='other')\ndef test_a(): pass", ["t.py: other"]),
        ("import pytest\npytest.skip(f'seed {seed} hangs')", []),
        ("from unittest import SkipTest\nraise SkipTest('why')", ["t.py: why"]),
        ("(fail if CI else pytest.skip)('known')", ["t.py: no reason"]),
        ("collect_ignore = ['a.py']", ["t.py: the\\ contract\\ of\\ a\\ CPU\\ that\\ this\\ machine's\\ is\\ not"]),
        ("import numpy", []),
    ],
)
def test_an_undocumented_one_is_found(text: str, found: list[str]) -> None:
    table = {("t.py", "known"), ("t.py", "seed N hangs"), ("u.py", "not today")}
    wrong = without_a_reason({"t.py": text}, table)
    assert [line for line in wrong if "nothing says" not in line] == found
    assert "u.py: nothing says 'not today'" in wrong


# -- CPUs --------------------------------------------------------------------------------------------------------------

CPU = re.compile(r"x86|amd64|i[36]86|znver|aarch64|arm64|armv|ppc|powerpc|power\d|risc-?v|s390|loongarch|mips", re.I)
REGISTER = re.compile(r"%r[abcd]x\b|%r[sd]i\b|%r[sbi]p\b|%r1?\d\b|%xmm\d|\b[xw]30\b|\bint3\b")
# Words of LLVM IR's language, in which CPUs occur: types, calling conventions.
LANGUAGE = re.compile(r"x86_(fp80|amx|mmx|\w+callcc|64_sysvcc)|ppc_fp128|(amdgpu|aarch64|arm)_(?=\")")
# Files outside arch/ that name CPUs for a reason.
NAMING = {"src/rejit/cli/lli_llvm.py": "the options of LLVM's command line"}
BESIDES = (
    "Makefile",
    "pyproject.toml",
    "scripts/*",
    ".ci/*",
)  # what adding a CPU must leave alone, besides the package


def named(text: str) -> list[str]:
    """Lines that name a CPU, or a register of one."""
    return [line for line in text.splitlines() if CPU.search(LANGUAGE.sub("", line)) or REGISTER.search(line)]


def outside_arch() -> Iterator[tuple[str, str]]:
    """What adding a CPU does not touch, C and all: each file's name and text."""
    package = (path for path in SOURCES.rglob("*") if path.relative_to(SOURCES).parts[0] != "arch")
    others = (path for pattern in BESIDES for path in ROOT.glob(pattern))
    for path in sorted([*package, *others]):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(ROOT)), path.read_text()


def test_only_arch_names_cpus() -> None:
    files = dict(outside_arch())
    assert {"src/rejit/runtime/search.c", "Makefile", "scripts/foreign_root.sh"} <= set(files)
    assert {name: named(text) for name, text in files.items() if name not in NAMING and named(text)} == {}


def test_what_one_cpu_alone_has_is_computed_in_arch() -> None:
    """The linker names no kind of relocation that only one CPU's objects have, but the reference's."""
    kinds = {name: kind for name, kind in vars(relocation).items() if name.isupper() and isinstance(kind, int)}
    tables = [import_module(f"rejit.arch.{name}_relocations").RELOCATIONS.values() for name in SERVED]
    used = [{one.kind for one in table} for table in tables]
    own = {name for name, kind in kinds.items() if sum(kind in table for table in used) == 1}
    assert {"TOC_OFFSET", "TLS_DESCRIPTOR", "GOT_PAGE"} <= own
    linking = {
        name: set(re.findall(r"\w+", text)) for name, text in outside_arch() if name.startswith("src/rejit/link/")
    }
    assert {name: words & own - {"SIZE"} for name, words in linking.items() if words & own - {"SIZE"}} == {}
    in_the_loop = {kinds[name] for name in ("ABSOLUTE", "PC_RELATIVE", "CALL", "GOT_PC_RELATIVE", "NOTHING", "REFUSED")}
    assert set.union(*used) <= in_the_loop | set(relocation.VALUES) | {relocation.SIZE, relocation.TLS_GOT}


def test_the_contract_names_none() -> None:
    """Each CPU's test file does, in a few lines."""
    for name in ("contract.py", "native.py", "probes.c", "probes.h"):
        assert not named((ROOT / "tests" / "arch" / name).read_text()), name


@pytest.mark.parametrize(
    "line",
    ["# on x86-64", 'if machine == "aarch64":', "PPC64LE = 1", "a `mov %rax,(%rdi)`", "#elif defined(__powerpc64__)"],
)
def test_a_cpu_s_name_is_noticed(line: str) -> None:
    assert named(f"x = 1\n{line}\n") == [line]


@pytest.mark.parametrize("line", ['"x86_fp80"', '("amdgpu_", "aarch64_", "arm_")', '"x86_64_sysvcc"', "from_address"])
def test_ir_s_own_words_name_none(line: str) -> None:
    assert not named(line)


LONGEST = 500  # lines of a CPU's file


@pytest.mark.parametrize("path", sorted((SOURCES / "arch").glob("*.py")), ids=lambda path: path.name)
def test_a_cpu_s_files_can_be_read(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST
