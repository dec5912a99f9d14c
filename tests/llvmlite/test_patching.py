"""patch(), unpatch() and the pytest plug-in."""

from __future__ import annotations

import os
import subprocess
import sys
import types
from pathlib import Path

import llvmlite.binding as llvm
import pytest

import rejit.llvmlite
from engines import ADD, call, machine, parse

PACKAGE = """
from llvmlite.binding import create_mcjit_compiler
import llvmlite.binding as llvm
import ctypes

def engine(text):
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    machine = llvm.Target.from_default_triple().create_target_machine()
    return create_mcjit_compiler(llvm.parse_assembly(text), machine)
"""
TEST = """
import package

def test_engine():
    engine = package.engine("define i32 @f() { ret i32 5 }")
    assert type(engine).__module__ == "{module}"
    assert package.ctypes.CFUNCTYPE(package.ctypes.c_int)(engine.get_function_address("f"))() == 5
"""


def test_it_can_be_undone() -> None:
    original = {name: getattr(llvm, name) for name in ("create_mcjit_compiler", "JITLibraryBuilder", "LLJIT")}
    holder = types.ModuleType("holds_a_name")
    holder.create = llvm.create_mcjit_compiler  # type: ignore[attr-defined]
    sys.modules["holds_a_name"] = holder
    try:
        with rejit.llvmlite.patch():
            assert holder.create is rejit.llvmlite.create_mcjit_compiler
            assert llvm.executionengine.create_mcjit_compiler is rejit.llvmlite.create_mcjit_compiler
            assert llvm.JITLibraryBuilder is rejit.llvmlite.JITLibraryBuilder
            engine = llvm.create_mcjit_compiler(parse(ADD), machine())
        assert holder.create is original["create_mcjit_compiler"]
        assert {name: getattr(llvm, name) for name in original} == original
        assert call(engine, "add", 1, 2) == 3
    finally:
        del sys.modules["holds_a_name"]


def test_steps_are_passed_on() -> None:
    with rejit.llvmlite.patch(lazy=True):
        engine = llvm.create_mcjit_compiler(parse(ADD), machine())
    assert call(engine, "add", 1, 2) == 3
    assert engine.session.statistics()["functions_linked"] == 1
    engine.close()


@pytest.mark.parametrize(
    ("mode", "module"), [(None, "rejit.llvmlite.engine"), ("lazy", "rejit.llvmlite.lazy"), ("what", "")]
)
def test_the_plug_in(tmp_path: Path, mode: str | None, module: str) -> None:
    (tmp_path / "package.py").write_text(PACKAGE)
    (tmp_path / "test_package.py").write_text(TEST.replace("{module}", module))
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "rejit.llvmlite.pytest_plugin", "-p", "no:cacheprovider", "."],
        cwd=tmp_path,
        env=env | ({"REJIT_LLVMLITE": mode} if mode else {}),
        capture_output=True,
        text=True,
        timeout=120,
    )
    if module:
        assert done.returncode == 0, done.stdout + done.stderr
        assert "1 passed" in done.stdout
        assert "llvmlite's engines run on rejit" in done.stdout
    else:
        assert "REJIT_LLVMLITE=what: eager, lazy, or workers=N" in done.stderr
        assert done.returncode != 0


def test_elsewhere_the_names_are_llvmlites() -> None:
    """On a platform that rejit does not serve."""
    code = (
        "import os\n"
        "os.uname = lambda: os.uname_result(('Linux', 'here', '6', '1', 'riscv64'))\n"
        "import rejit.llvmlite as r, llvmlite.binding as llvm\n"
        "llvm.initialize_native_target(); llvm.initialize_native_asmprinter()\n"
        "machine = llvm.Target.from_default_triple().create_target_machine()\n"
        "with r.patch(lazy=True):\n"
        "    module = llvm.parse_assembly('define i32 @f() { ret i32 5 }')\n"
        "    engine = r.create_mcjit_compiler(module, machine, lazy=True)\n"
        "r.unpatch()\n"
        "print(type(engine).__module__, r.JITLibraryBuilder.__module__, bool(engine.get_function_address('f')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["llvmlite.binding.executionengine", "llvmlite.binding.orcjit", "True"]


def test_nothing_of_it_is_imported_by_rejit() -> None:
    code = "import rejit, sys; rejit.Session; print([n for n in sys.modules if 'llvmlite' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == "[]", done.stderr


def test_a_module_imported_meanwhile_gets_llvmlites_own_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "imported_meanwhile.py").write_text("from llvmlite.binding import create_mcjit_compiler\n")
    monkeypatch.syspath_prepend(tmp_path)
    own = llvm.create_mcjit_compiler
    for steps in ({}, {"lazy": True}):
        with rejit.llvmlite.patch(**steps):
            import imported_meanwhile

            assert imported_meanwhile.create_mcjit_compiler is not own
        assert imported_meanwhile.create_mcjit_compiler is own
        del sys.modules["imported_meanwhile"]
