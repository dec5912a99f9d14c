"""C and C++ through clang, where there is one: for `rejit run`, `rejit.c` and the cells of notebooks."""

from __future__ import annotations

import os
import shutil
import sys

from rejit.errors import ClangError, InputError, NoClang

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from rejit.library import Library
    from rejit.session import Session

NAMES = ("clang", *(f"clang-{n}" for n in range(22, 14, -1)))
OPTIONS = ("-O2", "-Xclang", "-disable-llvm-passes", "-emit-llvm", "-c")  # optimisable, not optimised
REMEDY = "install it (apt install clang, or pip install ziglang, whose clang serves too), or name one in REJIT_CLANG"

_shared: list[Session] = []  # the session of `c`, unless it is given one


def c(
    source: str, flags: Sequence[str] = (), session: Session | None = None, *, name: str = "<c>", quiet: bool = False
) -> Library:
    """Compile C and add it: `rejit.c("int twice(int x) { return 2 * x; }")["twice"](21)` is 42.

    source   C text; `#include "x.h"` is looked for in the current folder too
    flags    more arguments for clang: ("-DN=3", "-Iinclude"), ("-x", "c++")
    session  where it is added; None: one session, started at the first use, that lives as long as the process
    name     what messages call the source; its lines are counted from 1
    quiet    do not pass clang's warnings on to sys.stderr

    IR does not say `const`: a `const char *` takes `ctypes.create_string_buffer(b"...")`, and `bytes` are refused. In
    the shared session sources see each other's external functions and variables, and where two define a name, those
    added later see the later one. Raises ClangError with clang's messages, NoClang where no clang is found, and what
    `Session.add` raises.
    """
    code, warnings = _bitcode(f"# 1 {_quoted(name)}\n{source}", "-", flags, name)
    if warnings and not quiet:
        sys.stderr.write(warnings)
    return add(code, session, name)


def add(code: str | bytes, session: Session | None = None, name: str | None = None, *, verify: bool = False) -> Library:
    """`Session.add`, by default to the session of `c`, where a later definition of a name hides an earlier one."""
    from rejit.session import Session

    if session is not None:
        return session.add(code, name, verify=verify)
    if not _shared or _shared[0].closed:
        _shared[:] = [Session()]
        _shared[0].later_wins = True
    return _shared[0].add(code, name, verify=verify)


def compile_source(path: str) -> bytes:
    """The bitcode of a C or C++ file. Raises InputError, ClangError, NoClang; clang's warnings go to stderr."""
    if not os.path.exists(path):
        raise InputError(f"{path}: No such file or directory")
    code, warnings = _bitcode("", path, () if path.endswith(".c") else ("-std=c++20",), path)
    os.write(2, warnings.encode("utf-8", "surrogateescape"))
    return code


def find(cxx: bool = False) -> list[str]:
    """The command that is clang here: REJIT_CLANG, one in PATH, that of the package ziglang. Raises NoClang."""
    given = os.environ.get("REJIT_CLANG")
    if given:
        import shlex

        try:
            command = shlex.split(given)
        except ValueError as error:
            raise NoClang(f"REJIT_CLANG={given}: {error}") from None
        if not command or shutil.which(command[0]) is None:
            raise NoClang(f"REJIT_CLANG={given}: there is no such command")
        return command
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is not None:
        return [found]
    from importlib.util import find_spec

    package = find_spec("ziglang")
    if package is not None and package.origin:
        zig = os.path.join(os.path.dirname(package.origin), "zig.exe" if sys.platform == "win32" else "zig")
        return [zig, "c++" if cxx else "cc"]
    raise NoClang(f"compiling C needs clang, and none was found: {REMEDY}; or give LLVM IR (.ll, .bc)")


def _bitcode(text: str, path: str, flags: Sequence[str], name: str) -> tuple[bytes, str]:
    """(bitcode, warnings) of a file, or of a text in the place of "-"."""
    import subprocess
    from tempfile import TemporaryDirectory

    clang = find(cxx=not path.endswith((".c", "-")))
    # Not to standard output: for zig "-" is a file of that name.
    with TemporaryDirectory(prefix="rejit-clang-") as folder:
        out = os.path.join(folder, "code.bc")
        language = ("-x", "c") if path == "-" else ()
        command = [*clang, *OPTIONS, *language, *flags, "-o", out, path]
        try:
            done = subprocess.run(command, input=text.encode("utf-8", "surrogateescape"), capture_output=True)
        except OSError as error:
            raise NoClang(f"{clang[0]} cannot be run: {error.strerror}") from None
        said = done.stderr.decode("utf-8", "replace")
        if done.returncode:
            raise ClangError(f"{name}: clang failed:\n{said.rstrip() or f'status {done.returncode}'}")
        try:
            with open(out, "rb") as file:
                return file.read(), said
        except OSError:
            raise ClangError(f"{name}: clang wrote no code; one of the flags {' '.join(flags)} stops it") from None


def _quoted(name: str) -> str:
    """A name as a line marker has it."""
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
