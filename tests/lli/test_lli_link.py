"""`rejit lli -extra-object` and `-extra-archive`: what is linked is what the system's linker links."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lli_runs import real_lli, rejit_lli

from aot import Outcome, run
from tools import need

SOURCES = {
    # What the program is made of.
    "main": 'int puts(const char *); int first(void); int main(void) { puts("main"); return first(); }',
    "strong": "int puts(const char *); int first(void) { return 1; } int second(void) { return 2; }"
    'int main(void) { puts("main"); return first() + second(); }',
    "weak": "__attribute__((weak)) int first(void) { return 90; } int main(void) { return first(); }",
    "weakref": "__attribute__((weak)) int first(void); int main(void) { return first ? first() : 91; }",
    "libc": "int toupper(int); int main(void) { return toupper(1); }",
    "data": "extern int table[3]; extern int *middle; int main(void) { return table[2] + *middle; }",
    # What may be linked to it. Each says when it is.
    "first": "int second(void); int first(void) { return second() + 1; }",
    "second": "int third(void); int second(void) { return third() + 1; }",
    "third": "extern int base; int third(void) { return base + 1; }",
    "base": "int base = 20;",
    "other": "int nowhere(void); int other(void) { return nowhere(); }",
    "also": "int first(void) { return 50; }",
    "upper": "int toupper(int c) { return c + 60; }",
    "table": "int table[3] = {1, 2, 3};",
    "middle": "extern int table[3]; int *middle = &table[1];",
    "inline1": "int first(void) { return 5; } __attribute__((weak)) int shared = 1; int *one(void) { return &shared; }",
    "inline2": "__attribute__((weak)) int shared = 2; int second(void) { return shared; }",
}
SAYS = (
    'int puts(const char *); __attribute__((constructor)) static void begin(void) {{ puts("{0}"); }}'
    '__attribute__((destructor)) static void end(void) {{ puts("end of {0}"); }}'
)
ARCHIVES = {
    "abc": ("third", "first", "other", "second", "base"),
    "also": ("also",),
    "upper": ("upper", "base"),
    "tables": ("middle", "table"),
    "one": ("first",),
    "rest": ("second", "third", "base", "other"),
    "main": ("main",),
}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of SOURCES as IR and as objects, ARCHIVES as archives."""
    folder = tmp_path_factory.mktemp("archives")
    programs = list(SOURCES)[: list(SOURCES).index("first")]
    for name, text in SOURCES.items():
        (folder / f"{name}.c").write_text(text + ("" if name in programs else SAYS.format(name)))
    clang = [need("clang-19"), "-O0", "-fPIC"]
    subprocess.run([*clang, "-S", "-emit-llvm", *(f"{n}.c" for n in programs)], cwd=folder, check=True)
    subprocess.run([*clang, "-c", *(f"{n}.c" for n in SOURCES)], cwd=folder, check=True)
    for archive, members in ARCHIVES.items():
        subprocess.run([need("ar"), "rcs", f"{archive}.a", *(f"{m}.o" for m in members)], cwd=folder, check=True)
    return folder


def linked(folder: Path, *arguments: str) -> Outcome:
    """The program that the system's linker makes of these, archives in one group, and what it does."""
    command = [need("clang-19"), "-o", "program", "-Wl,--start-group", *arguments, "-Wl,--end-group"]
    done = subprocess.run(command, cwd=folder, capture_output=True)
    return run([folder / "program"], cwd=folder) if done.returncode == 0 else Outcome(1, b"", done.stderr)


@pytest.mark.parametrize(
    ("program", "beside"),
    [
        ("main", "abc.a"),
        ("main", "rest.a one.a"),
        ("main", "also.a abc.a"),
        ("main", "abc.a also.a"),
        ("strong", "abc.a also.a"),
        ("weak", "also.a"),
        ("weak", "also.o"),
        ("weakref", "also.a"),
        ("weakref", "also.o"),
        ("libc", "upper.a"),
        ("data", "tables.a"),
        ("data", "middle.o table.o"),
        ("main", "first.o second.o third.o base.o"),
        ("main", "base.o first.o rest.a"),
        ("main", "inline1.o inline2.o"),
        ("main", "inline2.o inline1.o"),
    ],
)
def test_as_the_system_s_linker(parts: Path, program: str, beside: str) -> None:
    """Constructors say which objects are there, and in what order."""
    files = beside.split()
    options = [f"-extra-{'archive' if name.endswith('.a') else 'object'}={name}" for name in files]
    expected = linked(parts, f"{program}.o", *files)
    assert expected.status not in (1, None), expected
    assert rejit_lli([*options, f"{program}.ll"], parts) == expected


@pytest.mark.parametrize("beside", ["one.a", "also.o also.o", "strong.o", "other.o"])
def test_what_the_system_s_linker_refuses(parts: Path, beside: str) -> None:
    """A name that nothing defines, names that two define: in objects, and in one and the program."""
    files = beside.split()
    options = [f"-extra-{'archive' if name.endswith('.a') else 'object'}={name}" for name in files]
    assert linked(parts, "main.o", *files).status == 1
    done = rejit_lli([*options, "main.ll"], parts)
    assert (done.status, done.stdout) == (1, b"")
    assert done.stderr.startswith((b"JIT session error: Symbols not found: [ ", b"rejit lli: Duplicate definition of "))


def test_as_lli(parts: Path) -> None:
    """lli runs no constructors of objects."""
    for kind in ("orc", "orc-lazy", "mcjit"):
        for beside in ("-extra-archive=abc.a", "-extra-object=also.o"):
            arguments = [f"-jit-kind={kind}", "-lljit-platform=Inactive", beside, "main.ll"]
            assert rejit_lli(arguments, parts) == real_lli(arguments, parts)
    for arguments in (["-extra-object=nofile.o", "main.ll"], ["-extra-object=main.c", "main.ll"]):
        ours, theirs = rejit_lli(arguments, parts), real_lli(arguments, parts)
        assert ours.status == theirs.status == 1
        reason = theirs.stderr.decode().removeprefix("rejit lli: ").strip()
        assert reason.lower() in ours.stderr.decode().lower()


@pytest.mark.parametrize("kind", ["thin", "no table", "bitcode", "64 bit"])
def test_kinds_of_archives(parts: Path, tmp_path: Path, kind: str) -> None:
    members = [parts / f"{name}.o" for name in ARCHIVES["abc"]]
    archive = tmp_path / "lib.a"
    if kind == "bitcode":
        clang = [need("clang-19"), "-c", "-emit-llvm", "-O0"]
        subprocess.run([*clang, *(parts / f"{name}.c" for name in ARCHIVES["abc"])], cwd=tmp_path, check=True)
        members = [tmp_path / f"{name}.bc" for name in ARCHIVES["abc"]]
    options = {"thin": ["rcsT"], "no table": ["rcS"], "bitcode": ["rcs"], "64 bit": ["rcs"]}[kind]
    env = {"SYM64_THRESHOLD": "0"} if kind == "64 bit" else {}
    done = run([need("llvm-ar-19"), *options, archive, *members], env=env)
    assert done.status == 0, done
    assert kind != "64 bit" or archive.read_bytes()[8:15] == b"/SYM64/"
    found = rejit_lli([f"-extra-archive={archive}", "main.ll"], parts)
    expected = linked(parts, "main.o", "abc.a")
    assert found.status == expected.status == 23
    assert sorted(found.stdout.split(b"\n")) == sorted(expected.stdout.split(b"\n"))  # bitcode's constructors go first


def test_main_out_of_an_archive(parts: Path) -> None:
    done = rejit_lli(["-extra-archive=main.a", "-extra-archive=also.a"], parts)
    assert done == (50, b"also\nmain\nend of also\n", b"")


def test_a_member_that_is_gone(parts: Path, tmp_path: Path) -> None:
    (tmp_path / "first.o").write_bytes((parts / "also.o").read_bytes())
    subprocess.run([need("ar"), "rcsT", "thin.a", "first.o"], cwd=tmp_path, check=True)
    (tmp_path / "first.o").unlink()
    done = rejit_lli(["-extra-archive=thin.a", parts / "main.ll"], tmp_path)
    assert done.status == 1
    assert b"thin.a(first.o): No such file or directory" in done.stderr
