"""The project as a whole: the wheel, what a start imports, the documents, the licence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import rejit

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
SEARCHED = ("x86_64", "ppc64le", "aarch64")  # CPUs with a search of retired code
DOCUMENTS = ["README.md", "CHANGELOG.md", *(str(p.relative_to(ROOT)) for p in sorted((ROOT / "docs").rglob("*.md")))]


def run(*command: str | Path, cwd: Path = ROOT, given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **env},
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
    )


# -- the wheel ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: building must not depend on what else lies in the checkout."""
    copy = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    done = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", copy / "dist", cwd=copy)
    assert done.returncode == 0, done.stderr
    (made,) = (copy / "dist").iterdir()
    return made


def test_the_wheel_is_pure_python(wheel: Path) -> None:
    assert wheel.name == f"rejit-{rejit.__version__}-py3-none-any.whl"
    names = zipfile.ZipFile(wheel).namelist()
    sources = {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src").rglob("*.py")}
    package = {name for name in names if ".dist-info/" not in name}
    search = {"rejit/runtime/search.c", "rejit/arch/variant1.h"}  # IR that rejit compiles for itself
    for cpu in SEARCHED:
        search |= {f"rejit/arch/{cpu}_search.{kind}" for kind in ("h", "ll")}
    page = {f"rejit/report/page.{kind}" for kind in ("html", "css", "js")}  # parts of `rejit run --report`'s page
    assert package == sources | {"rejit/py.typed"} | search | page


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
    text = archive.read(metadata).decode()
    for line in (
        f"Version: {rejit.__version__}",
        "License-Expression: Apache-2.0 WITH LLVM-exception",
        "License-File: LICENSE",
        "Requires-Python: >=3.11",
        "Requires-Dist: llvmlite>=0.46",
    ):
        assert f"\n{line}\n" in text


ELSEWHERE = """
import ctypes, os, sys
sys.path.insert(0, sys.argv[1])
platform, machine, missing = sys.argv[2:5]

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in missing.split(","):
            raise ModuleNotFoundError(name)

def refuse(self, name, *args, **kwargs):
    raise OSError(f"no such library: {name}")

class Uname:
    pass

sys.meta_path.insert(0, Absent())
for name in missing.split(","):
    sys.modules.pop(name, None)
sys.platform = platform
ctypes.CDLL.__init__ = refuse
Uname.machine = machine
os.uname = Uname
if platform == "win32":
    del os.uname
    for name in ("fork", "register_at_fork", "sysconf", "posix_spawn"):
        delattr(os, name)

import rejit
errors = rejit.errors
assert rejit.RejitError is errors.RejitError
rejit.Config()
try:
    rejit.Session()
except errors.Unsupported as error:
    print(error)
from rejit import Library
from rejit.cli.run import main
sys.exit(main(["nothing.ll"]) != 127)
"""


@pytest.mark.parametrize(
    ("platform", "machine", "missing"),
    [
        ("linux", "riscv64", "llvmlite"),
        ("darwin", "arm64", "llvmlite"),
        ("win32", "unknown", "llvmlite,fcntl,resource,_posixsubprocess"),
    ],
)
def test_the_wheel_imports_everywhere(wheel: Path, platform: str, machine: str, missing: str) -> None:
    """Where rejit does not run, `import rejit` works and Session says where it does."""
    done = run(sys.executable, "-I", "-S", "-c", ELSEWHERE, wheel, platform, machine, missing)
    assert done.returncode == 0, done.stderr
    for output in (done.stdout, done.stderr):  # of the API; of `rejit run`
        assert re.search(rf"Linux on .*x86_64.*this is {platform} on {machine}", output), output


# -- the start ---------------------------------------------------------------------------------------------------------

START = "import sys; sys.argv[1:] = ['run', *sys.argv[1:]]; from rejit.cli import main; main()"
HELLO = """\
source_filename = "hello.c"

@.str = private unnamed_addr constant [6 x i8] c"hello\\00", align 1

define i32 @main() {
  %r = call i32 @puts(ptr @.str)
  ret i32 0
}

declare i32 @puts(ptr)
"""
# Beyond what an empty Python imports. Each costs every start, so each needs a reason.
ALLOWED = {
    "__future__",
    "_bisect",
    "_blake2",  # seals of the cache
    "_ctypes",  # calling C
    "_socket",  # the compile server
    "_struct",
    "_weakref",
    "atexit",
    "binascii",
    "ctypes",
    "_collections",
    "_operator",
    "ctypes._endian",
    "errno",
    "gc",
    "fcntl",  # a high number for the server's socket
    "importlib",  # the public names, on their first use
    "importlib._bootstrap",
    "importlib._bootstrap_external",
    "itertools",
    "math",
    "struct",
    "types",  # ctypes imports it
    "warnings",  # importlib imports it
}
# What compiles, slices or splits runs in workers.
WORKERS_OWN = (
    "rejit.compile.backend",
    "rejit.compile.server",
    "rejit.compile.worker",
    "rejit.ir.partition",
    "rejit.ir.slicer",
    "rejit.link.elf",
    "rejit.link.pieces",
    "llvmlite",
)


def imported(*arguments: str | Path) -> set[str]:
    done = run(sys.executable, "-X", "importtime", *arguments)
    assert done.returncode == 0, done.stderr[-3000:]
    listed = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    return set(listed[1:])


def test_a_start_imports_only_what_it_needs(tmp_path: Path) -> None:
    program = tmp_path / "hello.ll"
    program.write_text(HELLO)
    found = imported("-c", START, program) - imported("-c", "pass")
    others = {name for name in found if name.partition(".")[0] != "rejit"} - ALLOWED
    assert not others, f"imported at every start: {', '.join(sorted(others))}"
    assert not found.intersection(WORKERS_OWN)


def test_importing_the_package_costs_nothing() -> None:
    assert imported("-c", "import rejit") - imported("-c", "pass") <= {"__future__", "rejit"}


def test_the_compile_server_imports_little() -> None:
    """The first function waits for it: typing and dataclasses alone took a fifth of its start."""
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; import llvmlite.binding, re, signal; its = set(sys.modules)\n"
        "import rejit.compile.serve, rejit.compile.worker, rejit.compile.again\n"
        "print(*sys.modules.keys() - its)"
    )
    found = run(sys.executable, "-I", "-S", "-c", code).stdout.split()
    assert "rejit.ir.partition" in found
    heavy = {"ast", "dataclasses", "inspect", "pickle", "rejit.ir.osr", "socket", "subprocess", "typing"}
    assert not heavy.intersection(found)


# -- documents ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.name)
def test_examples_run(example: Path, tmp_path: Path) -> None:
    typed = example.with_suffix(".in")
    given = typed.read_text() if typed.exists() else ""
    done = run(sys.executable, "-W", "error", example, cwd=tmp_path, given=given)
    assert done.returncode == 0, done.stderr
    expected = example.with_suffix(".out")
    assert done.stdout == expected.read_text()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    text = re.sub(r"^```.*?^```$", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    headings = {
        re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings or f"::: {target[1:]}\n" in text, target
        elif not target.startswith("http"):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_what_exists(document: str) -> None:
    """make targets, options of `rejit run`, paths."""
    text = (ROOT / document).read_text()
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)(?=[ `;,.\n])(?=[^\n]*[`#])", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    from rejit.cli.run import HELP

    for option in re.findall(r"rejit run (--[a-z0-9-]+)", text):
        assert option in HELP or option == "--help", option
    for path in re.findall(r"`((?:src|tests|bench|docs|examples|scripts)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def test_the_makefile_explains_itself() -> None:
    makefile = (ROOT / "Makefile").read_text()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    for target in phony.split():
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
        assert target in {"help", "setup", "venv", "tools"} or f"make {target} " in makefile, target


# -- names and places --------------------------------------------------------------------------------------------------


def test_versions_agree() -> None:
    assert PROJECT["version"] == rejit.__version__
    assert f"\n## [{rejit.__version__}]" in (ROOT / "CHANGELOG.md").read_text()


def test_the_package_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "rejit", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"rejit {rejit.__version__}\n")


def test_the_licence() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert "Apache License\n" in text and "Version 2.0, January 2004" in text
    assert "---- LLVM Exceptions to the Apache 2.0 License ----" in text
    assert PROJECT["license"] == "Apache-2.0 WITH LLVM-exception"


def tracked() -> list[Path]:
    """The project's own files: git's list, or in an unpacked archive what lies where it belongs."""
    done = run("git", "ls-files", "--cached", "--others", "--exclude-standard")
    if done.returncode == 0:
        return [path for path in map(ROOT.joinpath, done.stdout.splitlines()) if path.is_file()]
    folders = [ROOT / name for name in ("src", "tests", "bench", "docs", "examples", "scripts", ".ci")]
    return [
        path for folder in folders for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]


# The project is read where the machine it was written on is unknown. (Brackets, so that these lines do not match.)
FORBIDDEN = re.compile(
    "|".join(
        (
            r"/[w]ork/",
            r"/[r]oot/",
            r"/[h]ome/\w",
            r"\.\./[s]hared",
            r"\b[i]ssues? #?\d",
            r"\b[s]ession #?\d+\b",
            r"[p]yenv",
            r"[p]ypi[-.]more",
            r"index-[u]rl",
            r"\b[C]laude\b",
            r"\b[A]nthropic\b",
        )
    ),
    re.IGNORECASE,
)


def test_nothing_names_the_workplace() -> None:
    found = []
    for path in tracked():
        try:
            lines = path.read_text().splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{n}: {line.strip()[:100]}"
            for n, line in enumerate(lines, 1)
            if FORBIDDEN.search(line)
        ]
    assert not found, "\n".join(found)
