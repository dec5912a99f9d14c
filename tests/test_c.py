"""C from Python (`rejit.c`) and in notebooks (`%%c`, `%%llvm`)."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import rejit
from rejit import clang
from rejit.errors import ClangError, NoClang, NotIR
from tools import need


@pytest.fixture(autouse=True)
def with_clang(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clang that the tests have, and a shared session of the test's own."""
    monkeypatch.setenv("REJIT_CLANG", need("clang-19"))
    yield
    for session in clang._shared:
        session.close()


def python(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=cwd, env={**os.environ, **env}, capture_output=True, text=True, timeout=120)


# -- rejit.c -----------------------------------------------------------------------------------------------------------


def test_c() -> None:
    lib = rejit.c("#include <math.h>\ndouble root(double x) { return sqrt(x) * N; }\nint n = N;", ["-DN=3"])
    assert lib["root"](16.0) == 12.0
    assert (lib.name, lib.data("n").size) == ("<c>", 4)
    assert rejit.c('extern "C" int size() { return sizeof(bool); }', ["-x", "c++"])["size"]() == 1


def test_a_header_beside_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seven.h").write_text("#define SEVEN 7\n")
    assert rejit.c('#include "seven.h"\nint seven(void) { return SEVEN; }')["seven"]() == 7


def test_clangs_messages(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ClangError) as failed:
        rejit.c("int f(void) {\n  return 1 2;\n}\n", name='a "name"')
    assert "a \"name\":2:11: error: expected ';' after return statement" in str(failed.value)
    assert capsys.readouterr().err == ""
    rejit.c("int f(void) {\n  return;\n}\n", ["-Wno-error=return-type", "-Wno-error=return-mismatch", "-std=c89"])
    assert "<c>:2:3: warning:" in capsys.readouterr().err
    rejit.c("int f(void) {\n  return;\n}\n", ["-std=c89", "-Wno-error=return-type"], quiet=True)
    assert capsys.readouterr().err == ""
    with pytest.raises(ClangError, match="wrote no code"):
        rejit.c("int f;", ["-fsyntax-only"])
    with pytest.raises(ClangError, match="unknown argument"):
        rejit.c("int f;", ["--no-such-option"])


def test_sources_see_each_other_and_the_later_one_wins() -> None:
    one = rejit.c("int one(void) { return 1; }")
    use = "int one(void); int two(void) { return 2 * one(); }"
    first = rejit.c(use)
    assert first["two"]() == 2
    hundred = rejit.c("int one(void) { return 100; }")
    assert rejit.c(use)["two"]() == 200
    assert (first["two"](), one["one"](), hundred["one"]()) == (2, 1, 100)
    thousand = rejit.c("int one(void) { return 1000; }")
    user = rejit.c(use)
    assert user["two"]() == 2000
    user.close(force=True)
    thousand.close(force=True)
    assert rejit.c(use)["two"]() == 200
    rejit.c("static int one(void) { return 7; } int other(void) { return one(); }")
    assert rejit.c(use)["two"]() == 200


def test_a_session_of_ones_own() -> None:
    with rejit.Session(workers=0, cache=None) as jit:
        assert rejit.c("int three(void) { return 3; }", session=jit)["three"]() == 3
        assert [module.name for module in jit.modules] == ["<c>"]
    assert all(session.closed for session in clang._shared)


def test_no_clang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJIT_CLANG", "no-such-clang")
    with pytest.raises(NoClang, match="no-such-clang"):
        rejit.c("int f;")
    monkeypatch.delenv("REJIT_CLANG")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "ziglang", None)  # as if it were not installed
    with pytest.raises(NoClang, match="pip install ziglang"):
        rejit.c("int f;")
    (tmp_path / "a.c").write_text("int main(void) { return 3; }")
    (tmp_path / "ziglang.py").write_text("raise ImportError\n")
    run = "import sys; sys.modules['ziglang'] = None; from rejit.cli import main; sys.exit(main())"
    done = python("-c", run, "run", "a.c", cwd=tmp_path)
    assert (done.returncode, "pip install ziglang" in done.stderr) == (127, True), done.stderr


def test_the_package_ziglang_is_found(tmp_path: Path) -> None:
    """What stands for it here hands on to clang, and minds that "-" is a file's name for zig."""
    package = tmp_path / "ziglang"
    package.mkdir()
    (package / "__init__.py").write_text("")
    zig = package / "zig"
    zig.write_text(f'#!/bin/sh\n[ "$1" = cc ] || exit 9\nshift\nexec {need("clang-19")} "$@"\n')
    zig.chmod(0o755)
    script = "import rejit; print(rejit.c('int f(void) { return 5; }')['f']())"
    done = python("-c", script, cwd=tmp_path, PATH="/nowhere", REJIT_CLANG="", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "5\n"), done.stderr


@pytest.mark.slow
def test_the_package_ziglang(tmp_path: Path) -> None:
    """The real one (90 MB). Its LLVM may be newer than llvmlite's: then the message says so."""
    install = ["-m", "pip", "install", "-q", "--target", str(tmp_path / "site"), "ziglang"]
    assert python(*install, cwd=tmp_path).returncode == 0
    script = """
    import rejit
    try:
        lib = rejit.c('#include <stdlib.h>\\nint f(int x) { return abs(x) + 2; }')
        print(lib["f"](-5))
    except rejit.errors.NotIR as error:
        assert "it was written by LLVM" in str(error) and "llvmlite here has LLVM" in str(error)
        print(7)
    """
    env = {"PATH": "/nowhere", "REJIT_CLANG": "", "PYTHONPATH": str(tmp_path / "site")}
    done = python("-c", textwrap.dedent(script), cwd=tmp_path, ZIG_GLOBAL_CACHE_DIR=str(tmp_path / "zig"), **env)
    assert (done.returncode, done.stdout) == (0, "7\n"), done.stderr


def test_bitcode_of_a_newer_llvm(tmp_path: Path) -> None:
    """The file says which LLVM wrote it. This one is made newer, and broken behind that, as a newer form would be."""
    from rejit.compile.backend import _writer

    (tmp_path / "a.c").write_text("int main(void) { return 3; }")
    code = clang.compile_source(str(tmp_path / "a.c"))
    assert _writer(code) == 19 and _writer(b"") == 0 == _writer(b"BC\xc0\xde" + bytes(200))
    bits = int.from_bytes(code[:96], "little")
    (at,) = (n for n in range(700) if bits >> n & 0xFFFFFFFFF == 0x9AF965 | (52 + 1) << 24 | (52 + 9) << 30)
    newer = (bits + (7 << at + 24)).to_bytes(96, "little") + code[96:200] + bytes(len(code) - 200)
    assert _writer(newer) == 89
    (tmp_path / "newer.bc").write_bytes(newer)
    done = python("-m", "rejit", "run", "newer.bc", cwd=tmp_path)
    assert done.returncode == 127
    assert "it was written by LLVM 89, and llvmlite here has LLVM" in done.stderr, done.stderr


# -- notebooks ---------------------------------------------------------------------------------------------------------

CELLS = r'''
from IPython.testing.globalipapp import start_ipython

ip = start_ipython()
ip.showtraceback_was = []
ip._showtraceback = lambda kind, value, shown: ip.showtraceback_was.append(list(shown))


def cell(text, fails=None):
    """A cell's result; with `fails` it has to raise that, shown without a traceback."""
    done = ip.run_cell(text, silent=False)
    error = done.error_before_exec or done.error_in_exec
    if fails is None:
        assert error is None, error
        return done.result
    assert type(error).__name__ == fails, error
    (shown,) = ip.showtraceback_was
    ip.showtraceback_was.clear()
    return "\n".join(shown)


cell("%load_ext rejit")
cell("""%%c -DFACTOR=3
static int hidden(int x) { return FACTOR * x; }
int times(int x) { return hidden(x); }""")
assert cell("times(14)") == 42
assert not cell("'hidden' in dir()")
cell("%%c\nint times(int);\nint twice(int x) { return 2 * times(x); }")
assert cell("twice(1)") == 6

shown = cell("%%c\nint times(int x) { return x x; }", fails="ClangError")
assert "<cell>:1:28: error: expected ';'" in shown and "Traceback" not in shown, shown
assert cell("times(1)") == 3

cell("%%c\nint times(int x) { return 100 * x; }")
assert cell("times(1)") == 100
cell("%%c\nint times(int);\nint twice(int x) { return 2 * times(x); }")
assert cell("twice(1)") == 200

cell("%%llvm\ndefine i64 @next(i64 %x) {\n  %y = add i64 %x, 1\n  ret i64 %y\n}\n")
assert cell("next(41)") == 42
shown = cell("%%llvm\ndefine i64 @next(i64 %x) {\n  %y = add i32 %x, 1\n  ret i64 %y\n}\n", fails="NotIR")
assert "'%x' defined with type 'i64'" in shown and "Traceback" not in shown, shown

cell("%%c --lib lib\nint counter = 7;\nint main(void) { return counter; }")
assert cell("lib.run_main()") == 7
assert not cell("'main' in dir()")
for wrong in ("%%c --lib 7\nint x;", "%%c --lib\nint x;", "%%c 'x\nint x;", "%%llvm -O3\n"):
    done = ip.run_cell(wrong + "\n;")
    assert type(done.error_in_exec).__name__ == "UsageError", done
print("cells: done")
'''


def test_cells(tmp_path: Path) -> None:
    """In IPython's own harness."""
    (tmp_path / "cells.py").write_text(CELLS)
    done = python("cells.py", cwd=tmp_path, IPYTHONDIR=str(tmp_path / "ipython"))
    assert done.returncode == 0 and done.stdout.endswith("cells: done\n"), done.stdout + done.stderr


def test_a_cell_in_the_real_ipython(tmp_path: Path) -> None:
    run = "get_ipython().run_cell_magic('c', '', 'int f(void) {\\n')"
    (tmp_path / "cells.ipy").write_text(f"%load_ext rejit\n\n{run}\n")
    done = python("-m", "IPython", "--no-banner", "cells.ipy", cwd=tmp_path, IPYTHONDIR=str(tmp_path / "ipython"))
    assert "<cell>:1:14: error: expected '}'" in done.stdout + done.stderr


def test_verified_now() -> None:
    with pytest.raises(NotIR, match=r"^<x>: .*"):
        clang.add("define i64 @f() {\n  ret i32 0\n}\n", name="<x>", verify=True)
