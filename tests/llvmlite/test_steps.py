"""lazy=, workers=: modules that go through a Session."""

from __future__ import annotations

import ctypes
import time

import llvmlite.binding as llvm
import pytest

from engines import ADD, call, calling, machine, parse, returning
from rejit.errors import CompileError
from rejit.llvmlite import create_mcjit_compiler

BROKEN = 'define void @broken() {\n  call void asm sideeffect "no such instruction", ""()\n  ret void\n}\n'


def test_lazily_only_what_runs_is_compiled() -> None:
    text = calling("f", "g") + returning("g", 3) + returning("h", 4)
    with create_mcjit_compiler(parse(text), machine(), lazy=True, opt=0) as engine:
        engine.finalize_object()
        assert engine.session.statistics()["functions_linked"] == 0
        assert call(engine, "f") == 3
        assert engine.session.statistics()["functions_linked"] == 2
        assert engine.get_function_address("h")
        assert engine.session.statistics()["functions_linked"] == 2


@pytest.mark.parametrize("workers", [0, None])
def test_tiered_what_is_called_often_is_compiled_again(workers: int | None) -> None:
    with create_mcjit_compiler(parse(returning("f", 3)), machine(), tiered=True, workers=workers) as engine:
        address = engine.get_function_address("f")
        f = ctypes.CFUNCTYPE(ctypes.c_int)(address)
        end = time.monotonic() + 60
        while engine.session.statistics()["recompiled"] == 0:
            assert f() == 3 and time.monotonic() < end
        assert engine.get_function_address("f") == address


def test_in_parallel_all_is_compiled_at_once() -> None:
    text = "".join(returning(f"f{n}", n) for n in range(40))
    with create_mcjit_compiler(parse(text), machine(), workers=2, opt=1) as engine:
        engine.finalize_object()
        assert engine.session.statistics()["functions_linked"] == 40
        assert [call(engine, f"f{n}") for n in range(40)] == list(range(40))


def test_a_failure_is_raised_where_llvmlite_would_end_the_process() -> None:
    llvm.initialize_native_asmparser()
    with (
        create_mcjit_compiler(parse(ADD + BROKEN), machine(), workers=1) as engine,
        pytest.raises(CompileError, match="broken"),
    ):
        engine.finalize_object()


def test_modules_objects_mappings_constructors() -> None:
    value = ctypes.c_int(70)
    main = parse(
        "@A = global i32 1\n@outside = external global i32\ndeclare i32 @there()\ndeclare i32 @add(i32, i32)\n"
        "define void @c() {\n  store i32 5, ptr @A\n  ret void\n}\n"
        "define void @d() {\n  store i32 6, ptr @A\n  ret void\n}\n"
        "define i32 @f() {\n  %a = call i32 @there()\n  %b = load i32, ptr @outside\n"
        "  %r = call i32 @add(i32 %a, i32 %b)\n  ret i32 %r\n}\n"
        "@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] "
        "[{ i32, ptr, ptr } { i32 1, ptr @c, ptr null }]\n"
        "@llvm.global_dtors = appending global [1 x { i32, ptr, ptr }] "
        "[{ i32, ptr, ptr } { i32 1, ptr @d, ptr null }]\n"
    )
    with create_mcjit_compiler(main, machine(), lazy=True, workers=1) as engine:
        engine.add_global_mapping(main.get_global_variable("outside"), ctypes.addressof(value))
        engine.add_module(parse(returning("there", 7)))
        engine.add_object_file(
            llvm.ObjectFileRef.from_data(machine(reloc="pic", codemodel="small").emit_object(parse(ADD)))
        )
        assert call(engine, "f") == 77
        variable = ctypes.c_int.from_address(engine.get_global_value_address("A"))
        assert variable.value == 1
        engine.run_static_constructors()
        assert variable.value == 5
        engine.run_static_destructors()
        assert variable.value == 6
        assert engine.get_function_address("nothing") == 0
        assert str(engine.target_data)


@pytest.mark.parametrize("call_", ["remove_module", "set_object_cache"])
def test_what_is_not_served(call_: str) -> None:
    with create_mcjit_compiler(parse(ADD), machine(), lazy=True) as engine:
        with pytest.raises(NotImplementedError, match=rf"ExecutionEngine\.{call_}.*eager engine"):
            getattr(engine, call_)(None)
        with pytest.raises(KeyError):
            engine.add_module(next(iter(engine._modules)))


def test_wrong_levels() -> None:
    with pytest.raises(ValueError, match="opt=4"):
        create_mcjit_compiler(parse(ADD), machine(), lazy=True, opt=4)
    with pytest.raises(ctypes.ArgumentError):
        engine = create_mcjit_compiler(parse(ADD), machine(), lazy=True)
        engine.close()
        engine.finalize_object()
