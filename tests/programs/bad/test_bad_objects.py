"""Objects that cannot be linked: for another CPU, with a relocation or a model of thread-local variables that is not
implemented. Each has its message, with the remedy, and the session goes on."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import rejit
from aot import REJIT, run
from rejit.errors import BadObject, RejitError, UnsupportedRelocation
from rejit.link import elf
from tools import need

PLAIN = "int count(int x) { return x + 1; }\n"
LOCAL = "__thread int counter = 3;\nint count(int x) { counter += x; return counter; }\n"
IR = """\
declare i32 @count(i32)

define i32 @good() {
  ret i32 5
}

define i32 @f() {
  %r = call i32 @count(i32 5)
  ret i32 %r
}

define i32 @main() {
  %r = call i32 @good()
  ret i32 %r
}
"""
UNKNOWN = 200  # no relocation type has that number

# What is compiled, options, what the message must hold.
REFUSED = {
    "local-exec": (LOCAL, ("-fno-pic",), ["R_X86_64_TPOFF32", "'counter'", "local-exec", "-fPIC"]),
    "initial-exec": (
        LOCAL,
        ("-fPIC", "-ftls-model=initial-exec"),
        ["R_X86_64_GOTTPOFF", "'counter'", "initial-exec", "-ftls-model=global-dynamic"],
    ),
    "TLS descriptors": (
        LOCAL,
        ("-fPIC", "-mtls-dialect=gnu2"),
        ["R_X86_64_GOTPC32_TLSDESC", "'counter'", "-mtls-dialect=gnu"],
    ),
    "no type of this CPU": (
        "extern int other(void);\nint count(int x) { return x + other(); }\n",
        ("-fPIC", "-fno-asynchronous-unwind-tables"),
        ["o.o: ", f"relocation type {UNKNOWN} does not exist on x86-64"],
    ),
}


def compiled(folder: Path, source: str, *options: str, compiler: str = "gcc") -> Path:
    """The object of a C source."""
    (folder / "o.c").write_text(source)
    subprocess.run([need(compiler), "-O2", *options, "-c", "o.c", "-o", "o.o"], cwd=folder, check=True, timeout=60)
    return folder / "o.o"


def refused(folder: Path, what: str) -> Path:
    """An object of REFUSED."""
    source, options, _ = REFUSED[what]
    path = compiled(folder, source, *options)
    if what == "no type of this CPU":
        data = bytearray(path.read_bytes())
        (section,) = (s for s in elf.read(bytes(data)).sections if s[1] == elf.SHT_RELA)
        data[section[4] + 8 : section[4] + 12] = UNKNOWN.to_bytes(4, "little")
        path.write_bytes(data)
    return path


def goes_on(session: rejit.Session, library: rejit.Library, folder: Path) -> None:
    """What ran runs, and an object that can be linked is."""
    assert library["good"]() == 5
    session.add_object(compiled(folder, PLAIN, "-fPIC"))
    assert library["f"]() == 6


def test_an_object_for_another_cpu(tmp_path: Path) -> None:
    path = compiled(tmp_path, PLAIN, compiler="aarch64-linux-gnu-gcc")
    with rejit.Session(workers=0) as session:
        library = session.add(IR, name="m")
        assert library["good"]() == 5
        with pytest.raises(BadObject, match=r"o\.o: an object for AArch64, not for x86-64"):
            session.add_object(path)
        goes_on(session, library, tmp_path)


@pytest.mark.parametrize("what", REFUSED)
def test_a_relocation_that_is_not_implemented(what: str, tmp_path: Path) -> None:
    path = refused(tmp_path, what)
    with rejit.Session(workers=0) as session:
        library = session.add(IR, name="m")
        assert library["good"]() == 5
        with pytest.raises(RejitError) as caught:
            session.add_object(path)
        assert isinstance(caught.value, BadObject if what == "no type of this CPU" else UnsupportedRelocation)
        assert [part for part in REFUSED[what][2] if part not in str(caught.value)] == []
        goes_on(session, library, tmp_path)


def test_the_command_says_so_too(tmp_path: Path) -> None:
    """`rejit lli -extra-object`: lli's status, a message that names the file or the variable."""
    (tmp_path / "m.ll").write_text(IR)
    command = [REJIT, "lli", f"-extra-object={tmp_path}/o.o", tmp_path / "m.ll"]
    compiled(tmp_path, PLAIN, compiler="aarch64-linux-gnu-gcc")
    outcome = run(command)
    assert (outcome.status, outcome.stdout) == (1, b"")
    assert b"o.o': an object for AArch64, not for x86-64" in outcome.stderr and b"Traceback" not in outcome.stderr
    refused(tmp_path, "local-exec")
    outcome = run(command)
    assert (outcome.status, outcome.stdout) == (1, b"")
    assert b"R_X86_64_TPOFF32 against 'counter'" in outcome.stderr and b"Traceback" not in outcome.stderr
    compiled(tmp_path, PLAIN, "-fPIC")
    assert run(command).status == 5


@pytest.mark.parametrize("model", ["localexec", "initialexec", "localdynamic"])
def test_ir_may_ask_for_any_model(model: str, tmp_path: Path) -> None:
    """It is compiled for the general one."""
    program = tmp_path / "a.ll"
    program.write_text(
        f"@v = thread_local({model}) global i32 4\n\ndefine i32 @main() {{\n  %x = load i32, ptr @v\n  ret i32 %x\n}}\n"
    )
    assert run([REJIT, "run", "--no-cache", program]).status == 4
