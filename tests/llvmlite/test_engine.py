"""The MCJIT stand-in: what llvmlite's engine does it does too (both are run), and what it does better."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable
from typing import Any

import llvmlite.binding as llvm
import pytest

import rejit.llvmlite
from engines import ADD, call, calling, machine, parse, returning
from rejit.errors import RelocationOverflow, UnresolvedSymbol, UnsupportedRelocation

Create = Callable[..., Any]
ORIGINAL = llvm.create_mcjit_compiler


@pytest.fixture(params=["llvmlite", "rejit"])
def create(request: pytest.FixtureRequest) -> Create:
    """create_mcjit_compiler, of llvmlite and of rejit: a test with this says what both do."""
    made = ORIGINAL if request.param == "llvmlite" else rejit.llvmlite.create_mcjit_compiler
    return lambda text="", **options: made(parse(text), machine(**options))


@pytest.fixture
def ours() -> Create:
    return lambda text="", **options: rejit.llvmlite.create_mcjit_compiler(parse(text), machine(**options))


# -- names ---------------------------------------------------------------------------------------------------------


def test_a_name_that_is_not_there_is_0(create: Create) -> None:
    engine = create(ADD)
    assert engine.get_function_address("nothing") == engine.get_global_value_address("nothing") == 0
    assert engine.get_function_address("printf") == 0  # the process's names are for modules only


def test_a_function_with_internal_linkage_is_found(create: Create) -> None:
    engine = create(returning("hidden", 5, "internal") + "@p = global ptr @hidden\n")
    assert call(engine, "hidden") == 5


def test_get_function_address_compiles(create: Create) -> None:
    assert call(create(ADD), "add", 40, 2) == 42


def test_the_last_strong_definition_loaded_counts(create: Create) -> None:
    engine = create(returning("f", 1))
    assert call(engine, "f") == 1
    engine.add_module(parse(returning("f", 2) + calling("g", "f")))
    assert call(engine, "f") == 1  # the second is not loaded yet
    assert call(engine, "g") == 2
    assert call(engine, "f") == 2


def test_the_first_weak_definition_counts(create: Create) -> None:
    engine = create(returning("w", 10, "linkonce_odr") + calling("first", "w"))
    engine.finalize_object()
    engine.add_module(parse(returning("w", 20, "linkonce_odr") + calling("second", "w")))
    engine.finalize_object()
    assert [call(engine, name) for name in ("w", "first", "second")] == [10, 10, 10]


def test_modules_that_call_each_other(create: Create) -> None:
    count = (
        "define i32 @{0}(i32 %n) {{\n  %z = icmp eq i32 %n, 0\n  br i1 %z, label %e, label %m\ne:\n  ret i32 {2}\nm:\n"
    )
    count += "  %k = sub i32 %n, 1\n  %r = call i32 @{1}(i32 %k)\n  ret i32 %r\n}}\ndeclare i32 @{1}(i32)\n"
    engine = create(count.format("even", "odd", 1))
    engine.add_module(parse(count.format("odd", "even", 0)))
    assert [call(engine, "even", n) for n in (0, 1, 7, 10)] == [1, 0, 0, 1]


def test_get_function_address_loads_only_what_is_needed(create: Create) -> None:
    engine = create(calling("f", "g") + "declare i32 @g()\n")
    for text in (returning("g", 3), calling("broken", "h") + "declare i32 @h()\n"):
        engine.add_module(parse(text))
    compiled = []
    engine.set_object_cache(lambda module, content: compiled.append(module))
    assert call(engine, "f") == 3
    assert len(compiled) == 2


def test_a_global_mapping_wins(create: Create) -> None:
    value = ctypes.c_int(77)
    module = parse("@x = external global i32\ndefine i32 @f() {\n  %r = load i32, ptr @x\n  ret i32 %r\n}\n")
    engine = create()
    engine.add_module(module)
    engine.add_global_mapping(module.get_global_variable("x"), ctypes.addressof(value))
    assert call(engine, "f") == 77
    assert engine.get_global_value_address("x") == ctypes.addressof(value)


def test_add_symbol(create: Create) -> None:
    double = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda x: 2 * x)
    llvm.add_symbol("rejit_test_double", ctypes.cast(double, ctypes.c_void_p).value)
    engine = create(
        "declare i32 @rejit_test_double(i32)\n"
        "define i32 @f(i32 %x) {\n  %r = call i32 @rejit_test_double(i32 %x)\n  ret i32 %r\n}\n"
    )
    assert call(engine, "f", 21) == 42


def test_data(create: Create) -> None:
    engine = create(
        "@x = global i32 5\n@zeros = global [9 x i64] zeroinitializer\n@p = global ptr @x\n"
        '@text = constant [3 x i8] c"ab\\00"\n'
    )
    x = engine.get_global_value_address("x")
    assert ctypes.c_int.from_address(x).value == 5
    assert ctypes.c_size_t.from_address(engine.get_global_value_address("p")).value == x
    assert ctypes.string_at(engine.get_global_value_address("text")) == b"ab"
    assert list((ctypes.c_int64 * 9).from_address(engine.get_global_value_address("zeros"))) == [0] * 9


# -- removing ------------------------------------------------------------------------------------------------------


def test_an_address_outlives_its_module(create: Create) -> None:
    engine = create()
    module = parse(returning("f", 6))
    engine.add_module(module)
    address = engine.get_function_address("f")
    engine.remove_module(module)
    gc.collect()
    assert ctypes.CFUNCTYPE(ctypes.c_int)(address)() == 6
    assert engine.get_function_address("f") == address


def test_a_function_pointer_outlives_its_module(create: Create) -> None:
    engine = create()
    module = parse(returning("f", 6))
    engine.add_module(module)
    function = ctypes.CFUNCTYPE(ctypes.c_int)(engine.get_function_address("f"))
    engine.remove_module(module)
    for n in range(50):  # others come and go
        other = parse(returning(f"other{n}", n))
        engine.add_module(other)
        assert call(engine, f"other{n}") == n
        engine.remove_module(other)
    assert function() == 6


def test_what_is_used_outlives_its_module(create: Create) -> None:
    engine = create()
    module = parse(returning("f", 6))
    engine.add_module(module)
    engine.add_module(parse("declare i32 @f()\n" + calling("g", "f")))
    assert call(engine, "g") == 6
    engine.remove_module(module)
    gc.collect()
    assert call(engine, "g") == 6
    assert call(engine, "f") == 6


def test_a_removed_module_is_the_callers(create: Create) -> None:
    engine = create()
    module = parse(returning("f", 6))
    engine.add_module(module)
    engine.remove_module(module)
    with pytest.raises(KeyError):
        engine.remove_module(module)
    with pytest.raises(KeyError):
        engine.remove_module(parse(""))
    assert "@f" in str(module)
    engine.add_module(module)
    assert call(engine, "f") == 6


def test_a_name_nobody_holds_is_said_to_be_gone(ours: Create) -> None:
    engine = ours()
    module = parse(returning("f", 6))
    engine.add_module(module)
    assert call(engine, "f") == 6
    engine.remove_module(module)
    gc.collect()
    with pytest.raises(NotImplementedError, match=r"get_function_address\('f'\) after remove_module"):
        engine.get_function_address("f")
    engine.add_module(parse(returning("f", 7)))
    assert call(engine, "f") == 7


def test_a_closed_user_module_is_still_the_engines(create: Create) -> None:
    module = parse(returning("f", 8))
    engine = create()
    engine.add_module(module)
    module.close()
    assert call(engine, "f") == 8


# -- object cache --------------------------------------------------------------------------------------------------


def test_the_object_is_the_target_machines_own(ours: Create) -> None:
    seen: list[bytes] = []
    engine = ours(ADD, opt=1)
    engine.set_object_cache(lambda module, content: seen.append(content))
    engine.finalize_object()
    assert seen == [machine(opt=1).emit_object(parse(ADD))]


def test_an_exception_in_a_hook_reaches_the_caller(ours: Create) -> None:
    engine = ours(ADD)
    engine.set_object_cache(lambda module, content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        engine.finalize_object()
    assert call(engine, "add", 1, 2) == 3  # it was compiled, and told once


def test_object_files_keep_their_bytes(ours: Create) -> None:
    content = machine().emit_object(parse(ADD + "@zeros = global [70000 x i8] zeroinitializer\n"))
    engine = ours()
    engine.add_object_file(llvm.ObjectFileRef.from_data(content))
    assert call(engine, "add", 1, 2) == 3


# -- what cannot be linked -----------------------------------------------------------------------------------------


def test_a_name_that_nothing_defines(ours: Create) -> None:
    engine = ours(calling("f", "nothing_has_it") + "declare i32 @nothing_has_it()\n" + returning("ok", 1))
    with pytest.raises(UnresolvedSymbol, match="nothing_has_it"):
        engine.finalize_object()
    engine.add_module(parse(returning("nothing_has_it", 4)))
    assert call(engine, "f") == 4  # nothing was lost


def test_all_or_none(ours: Create) -> None:
    """A module that links is not left behind by one that does not: it would lead to memory that is gone."""
    engine = ours(calling("a", "b") + "declare i32 @b()\n")
    engine.add_module(parse(calling("b", "nothing_has_it") + "declare i32 @nothing_has_it()\n"))
    gc.collect()
    rejit.llvmlite.engine.let_go()
    before = rejit.llvmlite.engine.home().memory.statistics()
    with pytest.raises(UnresolvedSymbol):
        engine.get_function_address("a")
    after = rejit.llvmlite.engine.home().memory.statistics()
    assert (after.code_bytes, after.data_bytes) == (before.code_bytes, before.data_bytes)


def test_a_weak_reference_to_nothing_is_0(ours: Create) -> None:
    engine = ours(
        "@nothing_has_it = extern_weak global i32\n"
        "define i32 @f() {\n  %c = icmp eq ptr @nothing_has_it, null\n  %r = zext i1 %c to i32\n  ret i32 %r\n}\n"
    )
    assert call(engine, "f") == 1


def test_code_that_must_lie_low_is_refused(ours: Create) -> None:
    """llvmlite ends the process here, or runs code with a wrong address."""
    cases = "".join(f"    i32 {n}, label %c{n}\n" for n in range(8))
    blocks = "".join(f"c{n}:\n  %r{n} = call i32 @g(i32 {n * n})\n  ret i32 %r{n}\n" for n in range(8))
    text = f"define i32 @f(i32 %x) {{\n  switch i32 %x, label %c0 [\n{cases}  ]\n{blocks}}}\n"
    text += "define i32 @g(i32 %x) noinline {\n  ret i32 %x\n}\n"
    engine = ours(text, reloc="static", codemodel="small")
    with pytest.raises(RelocationOverflow, match="R_X86_64_32S") as caught:
        engine.finalize_object()
    assert "reloc='pic'" in caught.value.__notes__[0]


def test_thread_local_variables_need_pic(ours: Create) -> None:
    text = "@t = thread_local global i32 5\ndefine i32 @f() {\n  %r = load i32, ptr @t\n  ret i32 %r\n}\n"
    with pytest.raises(UnsupportedRelocation, match="TPOFF"):
        ours(text).finalize_object()
    assert call(ours(text, reloc="pic", codemodel="small"), "f") == 5  # llvmlite's engine ends the process


# -- the engine ----------------------------------------------------------------------------------------------------


def test_constructors_and_destructors_in_order(create: Create) -> None:
    step = "define {2} void @{0}() {{\n  %o = load i32, ptr @A\n  %m = mul i32 %o, 10\n  %n = add i32 %m, {1}\n"
    step += "  store i32 %n, ptr @A\n  ret void\n}}\n"
    entry = "{{ i32, ptr, ptr }} {{ i32 {0}, ptr @{1}, ptr null }}"
    engine = create(
        "@A = global i32 0\n"
        + step.format("one", 1, "")
        + step.format("two", 2, "internal")
        + step.format("three", 3, "")
        + f"@llvm.global_ctors = appending global [2 x {{ i32, ptr, ptr }}] "
        f"[{entry.format(9, 'one')}, {entry.format(5, 'two')}]\n"
        f"@llvm.global_dtors = appending global [1 x {{ i32, ptr, ptr }}] [{entry.format(9, 'three')}]\n"
    )
    engine.finalize_object()
    value = ctypes.c_int.from_address(engine.get_global_value_address("A"))
    engine.run_static_constructors()
    assert value.value == 12  # in the order of the list
    engine.run_static_destructors()
    assert value.value == 123


def test_what_a_newer_llvmlite_adds_is_refused_by_name() -> None:
    class Newer(llvm.ExecutionEngine):  # type: ignore[misc]
        def frobnicate(self) -> None: ...

    class StandIn(rejit.llvmlite.ExecutionEngine):
        pass

    rejit.llvmlite.engine.refuse_the_rest(StandIn, Newer, "ExecutionEngine")
    engine = StandIn(parse(ADD), machine())
    with pytest.raises(NotImplementedError, match=r"ExecutionEngine\.frobnicate"):
        engine.frobnicate()
    assert call(engine, "add", 1, 1) == 2


def test_wrong_arguments(ours: Create) -> None:
    closed = parse(ADD)
    closed.close()
    for module in (None, "text", closed):
        with pytest.raises(ctypes.ArgumentError, match="ModuleRef"):
            rejit.llvmlite.create_mcjit_compiler(module, machine())
    with pytest.raises(ctypes.ArgumentError, match="TargetMachine"):
        rejit.llvmlite.create_mcjit_compiler(parse(ADD), None)


def test_a_raw_call_of_llvmlite_is_refused(ours: Create) -> None:
    """Not a crash: there is no LLVM engine behind it."""
    with pytest.raises(ctypes.ArgumentError):
        llvm.ffi.lib.LLVMPY_FinalizeObject(ours(ADD))


def test_it_is_an_llvmlite_engine(ours: Create) -> None:
    engine = ours(ADD)
    assert isinstance(engine, llvm.ExecutionEngine)
    assert engine and engine == engine and engine != ours(ADD)
    rejit.llvmlite.check_jit_execution()


def test_engines_come_and_go(ours: Create) -> None:
    for n in range(30):
        with ours(returning("f", n)) as engine:
            assert call(engine, "f") == n
